"""Words and names, graded leniently: by the first rule that a response fits, or else as a misspelling."""

import re
from collections.abc import Callable
from dataclasses import replace

from quizgen.grading.added_dates import without_date
from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.lists import same_parts
from quizgen.grading.misspellings import misspelling_note
from quizgen.grading.other_forms import (
    article,
    inflected,
    person,
    same_calculation,
    same_change,
    same_list_inside,
    same_number,
    same_possession,
    same_present,
    same_words,
    title,
    turned_around,
    umlauts,
)
from quizgen.grading.other_names import (
    abbreviated,
    acronym,
    dissolved,
    documented,
    named_with_form,
    same_compound,
    same_dynasty,
    written_out,
)
from quizgen.grading.people import has_false_rank
from quizgen.grading.place_names import country, placed, without_kind
from quizgen.grading.policy import keeps
from quizgen.grading.readings import observed, readings
from quizgen.grading.realms import has_other_realm
from quizgen.grading.slips import slips
from quizgen.grading.statements import (
    changes_roles,
    changes_something_else,
    has_other_article,
    has_other_subject,
    has_other_tense,
    is_of_other_kind,
    is_other_particle,
    is_other_substance,
    same_direction,
    same_event,
    same_predicate,
    says_what_stem_denies,
)
from quizgen.grading.stem_words import cuts_inside_name, derived, restates_stem, same_own_words, stem_says_the_rest
from quizgen.grading.stems.names import asks_what_letters_stand_for
from quizgen.grading.stems.phrases import asks_for_observation, asks_why
from quizgen.grading.typos import misspells_place
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.folding import fold, without_accents
from quizgen.text.genders import has_wrong_article, is_noun_with_article
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import are_synonyms
from quizgen.text.words import Phrase

Rule = Callable[[Phrase, Phrase, AnswerKey], bool]
_DOTTED = lazy_pattern(r"\w\.[a-z]{2,}\b")
_BECAUSE = lazy_pattern(r"^\s*(?:it\s+(?:is|was)\s+)?because\s+(?:of\s+)?", re.IGNORECASE)
_LISTED = lazy_pattern(
    r"\s*[,;/&()]\s*(?:(?:and|or|i\.?e\.?,?|(?:also\s+)?(?:called|known\s+as))\s+)?|\s+(?:[=–—-]|and|or|i\.?e\.?,?"
    r"|(?:also\s+)?(?:called|known\s+as))\s+",
    re.IGNORECASE,
)
"""What may be between answers of which each is right, or between names of one thing."""
RULES: dict[Rule, str | None] = {
    same_words: None,
    umlauts: "letters",
    same_number: "singular or plural",
    article: "article",
    abbreviated: "abbreviation",
    placed: None,
    turned_around: "word order",
    title: "title",
    person: "short form of the name",
    acronym: "abbreviation",
    country: "another name",
    documented: "another name",
    written_out: "abbreviation written out",
    same_parts: "order of the parts",
    same_list_inside: "order of the parts",
    same_predicate: None,
    same_event: None,
    same_direction: None,
    same_dynasty: "another name",
    same_compound: "another name",
    dissolved: "another name",
    named_with_form: None,
    same_possession: None,
    without_kind: "shorter form",
    restates_stem: None,
    stem_says_the_rest: "shorter form",
    same_own_words: "another form of the word",
    inflected: "another form of the word",
    derived: "another form of the word",
    same_change: "another verb",
    same_present: "another form of the verb",
    same_calculation: "signs or words",
}
"""The rules of lenient grading in their order, each with what it forgives; None if nothing needs to be shown."""
_OTHERS: tuple[Rule, ...] = (
    is_of_other_kind,
    is_other_particle,
    has_other_subject,
    has_other_tense,
    has_other_article,
    has_other_realm,
    has_false_rank,
    says_what_stem_denies,
    changes_something_else,
    changes_roles,
    is_other_substance,
)
"""What makes a response another answer, whatever the rules forgive."""
_LEAVING_OUT = frozenset({stem_says_the_rest, same_own_words})
"""The rules that forgive what the stem says, and that do not apply to a name without a word inside it."""
ENGLISH_RULES = frozenset(
    {
        country,
        documented,
        dissolved,
        inflected,
        derived,
        same_change,
        same_predicate,
        same_event,
        same_direction,
        same_dynasty,
        named_with_form,
        same_possession,
    }
)
"""The rules that only hold for English words."""


def grade_leniently(key: AnswerKey, given: str) -> Verdict:
    """Grade a response in words: correct by one of the rules, close by a typo, else wrong."""
    policy, answer = key.policy, key.answers[0]
    if asks_why(key.stem):
        key, given = replace(key, answers=tuple(map(_without_because, key.answers))), _without_because(given)
    if asks_for_observation(key.stem):
        things = filter(None, map(observed, key.answers))
        key = replace(key, answers=tuple(dict.fromkeys((*key.answers, *things))))
    said, own = key.phrase(given), key.answers[0]
    if not said.words:
        return _grade_sign(key, given)
    if (slip := _gender_slip(key, given)) is not None:
        return slip
    forms = [form for form in key.forms if not is_another(form, said, key)]
    if not forms:
        return WRONG
    if len(forms) < len(key.forms):
        key = replace(key, answers=tuple(form.text for form in forms))
    said_again = [said for said in map(key.phrase, readings(given, key)) if said.words]
    if misspells_place(said_again[0], key) and (close := _grade_slips(key, own, given, said_again)).counts_right:
        return close
    skipped = _skipped(key)
    for said in said_again:
        skipped_here = skipped | _skipped_for(said, said_again[0], key)
        for rule in RULES:
            if rule in skipped_here:
                continue
            form = next((form for form in key.forms if rule(form, said, key) and keeps(form.text, given, policy)), None)
            if form is None:
                continue
            difference = _difference(rule, form, said, said_again[0], given, key)
            if difference is None:
                return CORRECT
            return replace(CORRECT, difference=difference, accepted=() if form.text in {answer, own} else (form.text,))
    if _every_part_right(key, given):
        return CORRECT
    return _grade_slips(key, own, given, said_again)


def is_another(form: Phrase, said: Phrase, key: AnswerKey) -> bool:
    """Return whether ``said`` is known to be another answer than ``form``, however alike they are."""
    return any(is_other(form, said, key) for is_other in _OTHERS)


def _skipped(key: AnswerKey) -> frozenset[Rule]:
    """Return the rules that do not apply to the key: what counts in its policy or in its language."""
    policy = key.policy
    skipped: frozenset[Rule] = frozenset()
    if policy.word_order:
        skipped |= {same_parts, same_list_inside, turned_around}
    if policy.articles:
        skipped |= {article}
    if key.language != "en":
        skipped |= ENGLISH_RULES
    if any(_DOTTED.search(form.text) for form in key.forms):
        skipped |= {same_number, inflected}  # a file or an address has no other forms
    if key.may_be_form:
        skipped |= {same_number, inflected, derived}
    if asks_what_letters_stand_for(key.stem):
        skipped |= {inflected, derived}
    if key.translates or key.changes_sentence:
        skipped |= {same_parts, stem_says_the_rest, same_own_words}
    return skipped


def _skipped_for(said: Phrase, whole: Phrase, key: AnswerKey) -> frozenset[Rule]:
    """Return the rules that do not apply to the reading ``said`` of the response ``whole``: it cuts or drops a name."""
    if any(cuts_inside_name(form, one, key) for form in key.forms for one in (said, whole)):
        return _LEAVING_OUT
    drops = said is not whole and (
        _drops_name(whole, said, key) or _drops_parts(whole, said, key) or _drops_head(whole, said, key)
    )
    return frozenset({stem_says_the_rest}) if drops else frozenset()


def _difference(rule: Rule, form: Phrase, said: Phrase, whole: Phrase, given: str, key: AnswerKey) -> str | None:
    """Return what the rule forgives between ``form`` and ``said``, a reading of ``whole``; None if it is no matter."""
    difference = _label(RULES[rule], form, whole if {*form.words} <= {*whole.words} else said)
    if difference is not None and _without_spaces(form.text) == _without_spaces(given):
        return None
    if difference is not None and without_date(said.text, key) is not None:
        return "date added"
    if rule is not article and difference is None and _accents_missing(form.text, given):
        return "accents"
    return difference


def _without_spaces(text: str) -> str:
    return "".join(text.split()).casefold()


def _gender_slip(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict on a noun with an article of the wrong gender or number; None for anything else.

    An answer has to have an article of its language before a noun: el peluquero, but not El Salvador.
    """
    said = given.strip(ENDS).split()
    if len(said) != 2 or key.language == "en":
        return None
    nouns = {answer: tuple(answer.split()) for answer in key.answers}
    nouns = {answer: words for answer, words in nouns.items() if is_noun_with_article(words, key.language)}
    article, noun = map(str.lower, said)
    if not is_noun_with_article((article, noun), key.language):
        return None
    own = {words: answer for answer, words in nouns.items() if words[1].lower() == noun}
    own = own or {
        words: answer
        for answer, words in nouns.items()
        if key.singulars(key.phrase(words[1]).words) == key.singulars(key.phrase(noun).words)
    }
    pairs = [(words[0], words[1].lower()) for words in own]
    if not pairs or not has_wrong_article((article, noun), pairs, key.language):
        return None
    best = next(iter(own.values()))
    return Verdict(Outcome.WRONG, 0.0, misspelling_note(best.lower(), f"{article} {noun}", best))


def _grade_slips(key: AnswerKey, own: str, given: str, said_again: list[Phrase]) -> Verdict:
    """Grade the readings of a response that is no other form of an answer: close by a typo, else wrong.

    ``own`` is the first answer, before some were left out.
    """
    policy = key.policy
    if policy.typos or any(are_synonyms(form.words, said_again[0].words) for form in key.forms):
        return WRONG  # another name is not a misspelling: propionic acid, where the systematic name is asked for
    found = [
        slip
        for said in said_again
        for form in key.forms
        if (slip := slips(form, said, key)) is not None and keeps(form.text, given, policy)
    ]
    if not found:
        return WRONG
    # The spelling that the question itself uses, rather than another spelling of the same name.
    first, (_, nearest) = key.answers[0], min(found)
    spelling = first if first in {text for _, text in found} or _same_name(first, nearest) else nearest
    return replace(Verdict.close(spelling), accepted=() if spelling == own else (spelling,))


def _without_because(reason: str) -> str:
    return _BECAUSE.sub("", reason) or reason


def _label(forgiven: str | None, form: Phrase, given: Phrase) -> str | None:
    """Return what was forgiven in this response: a list may be in its own order, a form may be the longer one."""
    right, said = set(form.words), set(given.words)
    if forgiven == "order of the parts":
        shared = [word for word in given.words if word in right] == [word for word in form.words if word in said]
        return None if shared else forgiven
    if forgiven == "short form of the name" and sorted(form.words) == sorted(given.words):
        return "word order"
    if forgiven in {"short form of the name", "shorter form"} and len(given.words) > len(form.words):
        return forgiven.replace("shorter", "longer").replace("short", "long")
    return forgiven


def _same_name(one: str, other: str) -> bool:
    """Return whether two answers are spellings of one name: in each pair of words, at most two letters differ."""
    from rapidfuzz.distance import OSA

    words, others = one.split(), other.split()
    return len(words) == len(others) and all(
        left[:1] == right[:1] and OSA.distance(left, right) <= min(2, len(left) // 3)
        for left, right in zip(words, others, strict=True)
    )


def _drops_name(given: Phrase, reading: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` has a name of the stem, which no answer has, that ``reading`` lacks.

    It may take the place of the right one: Britain invaded Belgium.
    """
    left_out = {*given.words}.difference(reading.words, *(form.words for form in key.forms))
    return any(word[0].isupper() and not left_out.isdisjoint(key.phrase(word).words) for word in key.stem.split()[1:])


def _drops_head(given: Phrase, reading: Phrase, key: AnswerKey) -> bool:
    """Return whether ``reading`` is ``given`` without its last word, which no answer has: a foreign table."""
    last = given.words[-1]
    own = {word for form in key.forms for word in key.singulars(form.words)}
    return given.words[:-1] == reading.words and last not in key.function_words and key.singular(last) not in own


def _drops_parts(given: Phrase, reading: Phrase, key: AnswerKey) -> bool:
    """Return whether ``reading`` lacks two words of the answer that ``given`` has, perhaps in each other's place.

    The dog was bitten by the man, for the man was bitten by the dog.
    """
    dropped = {*given.words}.difference(reading.words, key.function_words)
    return any(len(dropped.intersection(form.words)) >= 2 for form in key.forms)


def _grade_sign(key: AnswerKey, given: str) -> Verdict:
    """Grade a response without a letter or digit: ¥ for yen."""
    from quizgen.grading.spelling import is_exactly
    from quizgen.text.units import parse_unit

    unit = parse_unit(given)
    same_unit = unit is not None and any(parse_unit(answer) == unit for answer in key.answers)
    return CORRECT if same_unit or any(is_exactly(answer, given) for answer in key.answers) else WRONG


def _accents_missing(answer: str, given: str) -> bool:
    return without_accents(answer) != answer and without_accents(given) == given


def _every_part_right(key: AnswerKey, given: str) -> bool:
    """Return whether each of several answers is right: two of those under ``accept``, a name and its initials."""
    parts = [part for part in _LISTED.split(given) if part.strip()]
    if len({*map(fold, parts)}) < len(parts):
        return False  # 4, 4
    return 2 <= len(parts) <= 8 and all(grade_leniently(key, part).counts_right for part in parts)
