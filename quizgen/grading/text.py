"""A typed word or phrase: which policy applies, and the rules in their order."""

import re
import unicodedata
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.code import is_other_code, same_tag
from quizgen.grading.lists import same_parts
from quizgen.grading.policy import EXACT, FORMULA, Policy, keeps
from quizgen.grading.prose import RULES, article, slips, turned_around
from quizgen.grading.readings import readings
from quizgen.grading.stem import asks_for_charge, asks_for_function, asks_for_symbol
from quizgen.grading.typos import slip_note
from quizgen.grading.values import grade_value
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.folding import fold, without_accents
from quizgen.text.notation import arranged, canonical, charge, is_notation, same_solutions
from quizgen.text.patterns import matches
from quizgen.text.units import parse_unit
from quizgen.text.word_forms import umlauts_written_out
from quizgen.text.words import ARTICLES, LEADING_ARTICLES, listed, phrase

MAX_TYPED = 1_000
"""A longer response is not graded, unless the answer itself is about as long."""

_ENDS = " \t\n.,;:!?\"'“”‘’«»„`。、！？।॥؟،¿¡"
_ARTICLES = LEADING_ARTICLES | ARTICLES | {"η", "ο", "το", "l'"}
_SYMBOL = re.compile(r"[A-Z][a-z]?|[a-z][A-Z]|[A-Z]{2}|[a-zα-ωΑ-Ω]")
_LEFT_SIDE = re.compile(
    r"^\s*(?:[a-zA-Z]['′]{0,2}(?:\([a-z]\))?|d[a-z]\s?/\s?d[a-z])(?:\s*=(?!=)|\s+is\s|\s+equals\s)\s*"
)
_LISTED = re.compile(r"\s*[,;/&()]\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", re.IGNORECASE)
_CALLED = re.compile(r"`?(?P<name>[\w.]+)\(\w*\)`?")
_LETTERS = re.compile(r"[^\W\d_⁰¹²³⁴-⁹₀-₉¼½¾⅐-⅞]{2,}")
_NAMES_OF_SIGNS = listed("the operator symbol sign character keyword")
_UNWRITTEN = re.compile(
    "[\u064b-\u065f\u0670\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|(?<=[аеёиоуыэюяАЕЁИОУЫЭЮЯ])\u0301"
)
"""Marks that textbooks write and others leave out: Arabic and Hebrew vowel signs, and the stress of Russian words."""


def grade_text(key: AnswerKey, given: str) -> Verdict:
    """Grade what was typed: correct by any rule, close by a typo, else wrong."""
    if len(given) > max(MAX_TYPED, 2 * max(map(len, key.answers))):
        return Verdict(Outcome.WRONG, 0.0, f"Too long to grade: keep the answer under {MAX_TYPED:,} characters.")
    if (feedback := _rejected(key, given)) is not None:
        return Verdict(Outcome.WRONG, 0.0, feedback or None)
    tidy = " ".join(unicodedata.normalize("NFC", given).split())
    if tidy in key.answers:
        return CORRECT
    if key.pattern is not None and matches(key.pattern, given.strip(), case=key.policy.case):
        return CORRECT
    if key.policy.preset != "exact" or any(map(is_notation, key.answers)):
        value = grade_value(key, given)
        if value is not None and (value.counts_right or not any(map(is_notation, key.answers))):
            return value
    return _grade_words(key, given)


def _rejected(key: AnswerKey, given: str) -> str | None:
    """Return the feedback on a rejected answer, empty if it has none; None if the response is not rejected."""
    for answer, feedback in key.rejected.items():
        if fold(answer) == fold(given.strip(_ENDS)) or phrase(answer).words == phrase(given).words != ():
            return feedback or ""
    return None


def _grade_words(key: AnswerKey, given: str) -> Verdict:
    answers = tuple(answer for answer in key.answers if not is_other_code(answer, given, key.stem))
    if not answers:
        return WRONG
    if any(same_tag(answer, given, key.stem) for answer in answers):
        return CORRECT
    key = replace(key, answers=answers)
    in_order = key.policy.word_order
    notation = [answer for answer in key.answers if is_notation(answer)]
    for answer in notation:
        if not in_order and same_solutions(answer, given):
            return CORRECT
        if asks_for_charge(key.stem) and charge(answer) is not None and charge(answer) == charge(given):
            return CORRECT
        if _LEFT_SIDE.match(answer) and canonical(_LEFT_SIDE.sub("", answer)) == canonical(_LEFT_SIDE.sub("", given)):
            named = [found[0].strip()[0] for found in map(_LEFT_SIDE.match, (answer, given)) if found]
            if len({name.lower() for name in named}) == 1:
                return CORRECT
        value = given if "=" in answer else _LEFT_SIDE.sub("", given)
        value = _without_words(value, key) if not _LETTERS.search(answer) else value
        one, other = canonical(answer), canonical(value.strip().strip("\"'"))
        if one == other or (not answer.startswith("`") and not in_order and arranged(one) == arranged(other)):
            return CORRECT
    rest = tuple(answer for answer in key.answers if answer not in notation)
    if not rest:
        return WRONG
    key = replace(key, answers=rest)
    symbols = [answer for answer in rest if _SYMBOL.fullmatch(answer)]
    bare, _, inside = given.strip(_ENDS).partition("(")
    bare = bare.strip(_ENDS)
    if symbols and len(bare) <= 2:
        lazy = bare.islower() and not asks_for_symbol(key.stem)
        same = bare in symbols or (lazy and bare in {symbol.lower() for symbol in symbols})
        return CORRECT if same and (not inside or all(map(key.in_stem, phrase(inside).words))) else WRONG
    if asks_for_function(key.stem) and (call := _CALLED.fullmatch(given.strip(_ENDS))) and call["name"] in rest:
        return CORRECT
    if is_notation(given) and not any(re.search(r"[^\W\d_]{4,}", answer) for answer in rest):
        return (
            CORRECT
            if {arranged(canonical(_LEFT_SIDE.sub("", given)))} & {arranged(canonical(answer)) for answer in rest}
            else WRONG
        )
    if (
        asks_for_symbol(key.stem)
        and all(map(parse_unit, rest))
        and given.strip().casefold() in {answer.casefold() for answer in rest if len(answer) <= 3}
    ):
        return CORRECT if given.strip() in rest else WRONG  # mHz is not MHz
    if asks_for_symbol(key.stem) and any((unit := parse_unit(answer)) and unit == parse_unit(given) for answer in rest):
        return replace(CORRECT, difference="name or symbol of the unit")
    match key.policy.preset:
        case "exact":
            return CORRECT if any(_exactly(answer, given, key.policy) for answer in rest) else WRONG
        case "spelling":
            return _spelled(key, given)
        case "lenient":
            return _lenient(key, given)


def _without_words(given: str, key: AnswerKey) -> str:
    """Return what remains of a response to an answer that is a sign, without words such as "the == operator"."""
    return _LETTERS.sub(
        lambda word: "" if word[0].lower() in _NAMES_OF_SIGNS or key.in_stem(fold(word[0])) else word[0], given
    )


def _exactly(answer: str, given: str, policy: Policy = EXACT) -> bool:
    """Return whether the texts are equal but for width, spaces, code quotes around them, and what switches forgive."""
    one, other = (
        " ".join(unicodedata.normalize("NFKC", text).split())
        if policy in {EXACT, FORMULA}
        else _comparable(text, policy)
        for text in (answer, given)
    )
    return one in {other, other.strip("`\"'")} or one.strip("`") == other


def _comparable(text: str, policy: Policy) -> str:
    """Return ``text`` with everything removed that the policy ignores."""
    plain = unicodedata.normalize("NFKC", text.replace("’", "'").replace("‘", "'"))
    if not policy.punctuation:
        plain = plain.strip(_ENDS)
        plain = re.sub(r"[.,;:!?\"“”«»„-]", " ", plain)
    if not policy.accents:
        plain = without_accents(plain)
    plain = _UNWRITTEN.sub("", unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFC", plain)
    if not policy.case:
        if plain.isupper() and re.search("[\u0370-\u03ff]", plain):
            plain = "^" + plain
        plain = plain.casefold()
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def _spelled(key: AnswerKey, given: str) -> Verdict:
    """Grade a word of a language that is learned: every letter counts; a slip is named, not passed."""
    policy = key.policy
    said = _comparable(given, policy)
    with_article = any(_comparable(answer, policy).split(" ", 1)[0] in _ARTICLES for answer in key.answers)
    for answer in key.answers:
        right = _comparable(answer, policy)
        if said == right or _as_typed(said) == _as_typed(right) != "":
            return CORRECT
        if _without_pronoun(said, key.stem) == right:
            return replace(CORRECT, difference="pronoun added")
        if said.startswith("^") and said[1:] == without_accents(right):  # Greek capitals carry no accents
            return CORRECT
        first, _, tail = said.partition(" ")
        bare = right.split(" ", 1)[0] not in _ARTICLES
        if tail == right and bare and first in _ARTICLES and not with_article:
            return replace(CORRECT, difference="article added")
        if not policy.articles and _bare(said) == _bare(right):
            return replace(CORRECT, difference="article")
        if not policy.word_order and sorted(said.split()) == sorted(right.split()):
            return replace(CORRECT, difference="word order")
    if not policy.typos:
        return _lenient(key, given)
    best = key.answers[0]
    note = slip_note(_comparable(best, policy), said, best)
    return Verdict(Outcome.WRONG, 0.0, note) if note else WRONG


_KEYS = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ё": "е"})
_SAY = re.compile(r"\b(?:do|would|can|could) you (?:say|write|translate)\b")
_UNSPACED = re.compile(r"[\uac00-\ud7a3\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Scripts in which spaces are optional, or not used: Korean, Japanese, Chinese and Thai."""
_PRONOUNS = {
    "i": listed("yo io eu"),
    "we": listed("nosotros nosotras noi nós"),
    "you": listed("tú tu usted vosotros vosotras ustedes voi lei você vocês"),
    "he": listed("él lui ele"),
    "she": listed("ella lei ela"),
    "they": listed("ellos ellas loro eles elas"),
}
"""The pronouns of languages in which a verb does not need one, by the English pronoun in the stem."""


def _as_typed(text: str) -> str:
    """Return ``text`` with letters as typed where the keyboard lacks them, and scripts without spaces without them."""
    typed = umlauts_written_out(text).translate(_KEYS)
    return typed.replace(" ", "") if _UNSPACED.search(typed) else typed


def _without_pronoun(said: str, stem: str) -> str:
    first, _, rest = said.partition(" ")
    asked = {word for word in re.findall(r"[a-z]+", _SAY.sub("", stem.lower())) if word in _PRONOUNS}
    return rest if any(first in _PRONOUNS[word] for word in asked) else said


def _bare(text: str) -> str:
    first, _, tail = text.partition(" ")
    return tail if tail and first in LEADING_ARTICLES | ARTICLES else text


def _lenient(key: AnswerKey, given: str) -> Verdict:
    policy = key.policy
    said = phrase(given)
    if not said.words:
        return CORRECT if any(_exactly(answer, given) for answer in key.answers) else WRONG
    skipped = {
        rule
        for rule, on in (
            (same_parts, policy.word_order),
            (turned_around, policy.word_order),
            (article, policy.articles),
        )
        if on
    }
    said_again = [phrase(reading) for reading in readings(given, key)]
    for said in said_again:
        for rule, forgiven in RULES.items():
            if rule not in skipped and (
                form := next(
                    (form for form in key.forms if rule(form, said, key) and keeps(form.text, given, policy)), None
                )
            ):
                accents = rule is not article and forgiven is None and _accents_missing(form.text, given)
                difference = "accents" if accents else forgiven
                return replace(CORRECT, difference=difference) if difference else CORRECT
    if _every_part_right(key, given):
        return CORRECT
    if policy.typos:
        return WRONG
    found = [
        slip
        for said in said_again
        for form in key.forms
        if (slip := slips(form, said, key)) is not None and keeps(form.text, given, policy)
    ]
    return Verdict.close(min(found)[1]) if found else WRONG


def _accents_missing(answer: str, given: str) -> bool:
    return without_accents(answer) != answer and without_accents(given) == given


def _every_part_right(key: AnswerKey, given: str) -> bool:
    """Return whether each of several answers is right: two of those under ``accept``, a name and its initials."""
    parts = [part for part in _LISTED.split(given) if part.strip()]
    return 2 <= len(parts) <= 8 and all(_lenient(key, part).counts_right for part in parts)
