"""Words and names, graded leniently: which responses mean the same as the answer, and which only misspell it."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.lists import is_joined, order_matters, same_parts, split_list
from quizgen.grading.names import (
    TITLES,
    VAGUE,
    country,
    is_person,
    person_slips,
    placed,
    untitled,
    without_kind,
    without_kind_of_place,
)
from quizgen.grading.other_names import (
    abbreviated,
    acronym,
    documented,
    named_with_form,
    same_compound,
    same_dynasty,
    written_out,
)
from quizgen.grading.policy import keeps
from quizgen.grading.readings import CHOOSING, LEADING_UP, ORDER_MATTERS, PARTS, owns_more, readings
from quizgen.grading.statements import is_of_other_kind, same_direction, same_event, same_predicate
from quizgen.grading.stems.names import asks_for_title
from quizgen.grading.stems.phrases import asks_for_change, asks_for_participle, asks_why
from quizgen.grading.typos import MAX_EDITS, phrase_typo, typo
from quizgen.grading.verdict import CORRECT, WRONG, Verdict
from quizgen.text.countries import CONTINENTS, NATIONS, are_people_of
from quizgen.text.folding import fold, without_accents
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import are_synonyms, change_in
from quizgen.text.word_forms import (
    are_inflected,
    is_adjective_of,
    is_eponym,
    umlauts_written_out,
)
from quizgen.text.words import Phrase, listed, numbers, without_article

Rule = Callable[[Phrase, Phrase, AnswerKey], bool]

_ADDRESSED = listed("mr mrs ms miss doctor professor sir captain")
_PRONOUNS = listed("it he she they to")
_WHERE = listed("in on at inside within")
_ACCIDENTALS = listed("sharp flat")
_DOTTED = lazy_pattern(r"\w\.[a-z]{2,}\b")
_OPERATION = lazy_pattern(
    r"[×*÷/+=%]|\s[-−–]\s|\b(?:times|plus|minus|over|divided|multiplied|squared|cubed|equals|is)\b", re.IGNORECASE
)
_BECAUSE = lazy_pattern(r"^\s*(?:it\s+(?:is|was)\s+)?because\s+(?:of\s+)?", re.IGNORECASE)
_INFINITIVE = lazy_pattern(r"^\s*to\s+", re.IGNORECASE)
_OWNER = lazy_pattern(r"\b(?:(?:some)?(?:one|body)['’]s|my|your|his|her|our|their)\s+", re.IGNORECASE)
_LISTED = lazy_pattern(r"\s*[,;/&()]\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", re.IGNORECASE)


def same_words(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same words; a hyphen or space between them makes no difference."""
    if form.words == given.words:
        return True
    return form.joined == given.joined and numbers(form.words) == numbers(given.words)


def same_number(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same words in the singular or the plural."""
    one, other = key.singulars(form.words), key.singulars(given.words)
    if len(one) == 1 and form.words != given.words and form.text[:1].isupper() and asks_for_title(key.stem):
        return False
    if min(len(form.joined), len(given.joined)) < 4 and form.text[:1].isupper():
        return form.words == given.words  # Mars has no singular
    if form.text.isupper() and given.text.isupper() and form.joined != given.joined:
        return False  # HTTPS is not several HTTP
    same = one == other or ("".join(one) == "".join(other) and numbers(one) == numbers(other))
    return same and not key.is_rival(given.words)


def umlauts(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """ae, oe, ue for an umlaut."""
    spelled = umlauts_written_out(form.text)
    typed = umlauts_written_out(given.text)
    return (spelled != form.text or typed != given.text) and key.phrase(spelled).words == key.phrase(typed).words


def article(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An article of another language left out or added, but not changed: La Marseillaise."""
    one, other = without_article(form.words), without_article(given.words)
    long_enough = min(len("".join(one)), len("".join(other))) >= 3  # O-O has no article
    return (
        len(form.words) != len(given.words)
        and long_enough
        and key.singulars(one) == key.singulars(other)
        and not key.is_rival(given.words)
    )


def turned_around(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """One thing "of" another, said the other way around: the structure of DNA, DNA structure."""
    if ORDER_MATTERS & set(form.words) or key.is_rival(given.words):
        return False
    if _numbered_last(form.words) == _numbered_last(given.words) != ():
        return True
    one, other = (key.singulars(_without_titles(each.words)) for each in (form, given))
    if len(one) == 1 or "of" not in {*one, *other}:
        return False
    turned, straight = (_turned(one), other) if "of" in one else (one, _turned(other))
    return turned == straight or (
        len(turned) == len(straight) and all(a == b or is_eponym(a, b) for a, b in zip(turned, straight, strict=True))
    )


def _numbered_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` with their number at the end: the First World War is World War I; () without a number."""
    if len(words) > 1 and words[0].endswith("th") and words[0][:-2].isdigit():
        return (*words[1:], words[0][:-2])
    return words if len(words) > 1 and words[-1].isdigit() else ()


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without titles inside, if there are other words: the murder of (Archduke) Franz Ferdinand."""
    kept = tuple(word for at, word in enumerate(words) if word not in TITLES or at in {0, len(words) - 1})
    return kept if len(kept) > 2 else words


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    if words.count("of") != 1:
        return words
    at = words.index("of")
    return (*words[at + 1 :], *words[:at])


def title(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A title before a name left out or added: Sir Isaac Newton; King John (of England)."""
    if not form.text.rsplit(maxsplit=1)[-1][:1].isupper() and key.type != "person":
        return False
    size = len(form.words)
    if form.words[0] in TITLES and given.words[: size + 1] == (*form.words, "of"):
        realm = " ".join(given.words[size + 1 :])
        return realm in NATIONS and any(word == realm or are_people_of(word, realm) for word in key.stem_words)
    if _without_titles(form.words) == _without_titles(given.words):
        return not key.is_rival(given.words)
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if len(longer) > len(shorter) and untitled(longer) == shorter and not TITLES & set(shorter):
            addressed = longer is form.words and longer[0] in _ADDRESSED and not asks_for_title(key.stem)
            named = key.asks_for_person or addressed or (len(shorter) >= 2 and longer is given.words)
            return named and not key.is_rival(given.words)
    return False


def person(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A person by surname, with initials, or without middle names."""
    return is_person(form, key) and person_slips(form, given, key) == 0


def restates_stem(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer with words that the stem says already: "85 soldiers" for how many soldiers."""
    for before, after in _around(form.words, given.words, key):
        extra = (*before, *after)
        if not extra or any(map(_has_digit, extra)):
            continue
        if CHOOSING & {*extra} and f" {' '.join(after)} " not in f" {' '.join(key.phrase(key.stem).words)} ":
            continue
        if key.alternatives & {*extra} or (before and f"{before[-1]}-{form.words[0]}" in fold(given.text)):
            continue  # blue-green is not green
        if ("of" in before and PARTS & {*before}) or (after and owns_more(given.text, key)):
            continue
        said = all(
            word in key.function_words or word in LEADING_UP or key.in_stem(word) or key.in_category(word)
            for word in extra
        )
        rival = key.is_rival(given.words) and not (after and after[0] in {"of", "in", "from", "at"})
        if said and not rival and not any(_is_of_rivals(side, key) for side in (before, after)):
            return True
    return False


def stem_says_the_rest(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer without a word that the stem says: "citric" for which acid."""
    if len(given.words) >= len(form.words) or key.is_rival(given.words) or given.normal in VAGUE:
        return False
    stem = set(key.phrase(key.stem).words)
    of_series = asks_for_title(key.stem) and len(given.words) >= 2  # Harry Potter and the Philosopher's Stone
    if (CHOOSING - {"and", "both"}) & stem or CHOOSING & set(form.words) - ({"and"} if of_series else set()):
        return False
    left_out = _left_out(key.singulars(given.words), key.singulars(form.words), key)
    if any(len(word) == 1 for word in left_out) or _ACCIDENTALS & {*left_out} or _cuts_hyphen(form, left_out, key):
        return False  # F sharp, Guinea-Bissau
    if not left_out or any(_has_digit(word) or not key.in_stem(word) for word in left_out):
        return False
    if "acid" not in left_out and _is_substance(form):  # a salt needs both parts of its name
        return False
    return any(word not in key.function_words and not key.in_stem(word) for word in given.words)


def same_own_words(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer with another word for the kind of thing that the stem asks for, or another form of the name.

    Examples are recursive method and the ionic one.
    """
    if CHOOSING & {*form.words, *given.words} or key.alternatives or key.is_rival(given.words):
        return False
    said, ending = given.words, given.text.lower().split()[-1].strip(".")
    as_one = len(said) > 1 and ending in {"one", "ones"}
    said = said[:-1] if as_one else said
    own, other = _own(form.words, key), _own(said, key)
    if not own or " ".join(own) in VAGUE or any(len(word) < 4 or _has_digit(word) for word in own):
        return False
    left_out = [word for word in form.words if key.singular(word) not in own]
    if as_one and own == form.words:
        return own == other
    if not any(len(word) >= 3 for word in left_out) or _is_substance(form):
        return False
    if len(own) == len(other) == 1 and is_eponym(own[0], other[0]) and not {*own, *other} & (NATIONS | CONTINENTS):
        return True
    return own == other and (as_one or any(map(key.in_category, said)))


def _own(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return the words, in the singular, that neither the stem says nor are small, nor name the kind of thing."""
    return tuple(
        key.singular(word)
        for word in words
        if word not in key.function_words and not key.in_stem(word) and not key.in_category(word)
    )


def _cuts_hyphen(form: Phrase, left_out: Collection[str], key: AnswerKey) -> bool:
    """Return whether ``left_out`` has only a part of a hyphenated word."""
    joined = (key.singulars(key.phrase(token.replace("-", " ")).words) for token in form.text.split() if "-" in token)
    return any(0 < sum(part in left_out for part in parts) < len(parts) for parts in joined)


def _is_substance(form: Phrase) -> bool:
    from quizgen.text.chemistry import formulas_of

    return bool(formulas_of(form.text))


def _left_out(some: tuple[str, ...], words: tuple[str, ...], key: AnswerKey) -> list[str]:
    """Return the words that ``some`` lacks of ``words``; none if it has them in another order, or others."""
    rest = iter(some)
    wanted = next(rest, None)
    left_out = []
    for word in words:
        if word == wanted:
            wanted = next(rest, None)
        else:
            left_out.append(word)
    return [word for word in left_out if word not in key.function_words] if wanted is None else []


def _without_lead(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` without a pronoun, "to" or, for places, a preposition before them."""
    dropped = _PRONOUNS | (_WHERE if key.asks_for_place else frozenset())
    start = 0
    while start < len(words) - 1 and words[start] in dropped:
        start += 1
    return words[start:]


def inflected(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another form of a verb or of the word for what it does: doubles, doubled; covalent bond, covalent bonding."""
    one, other = _without_lead(form.words, key), _without_lead(given.words, key)
    if len(one) == len(other) == 1 and f"{min(one[0], other[0], key=len)}ing" in {one[0], other[0]}:
        return False  # weathering is not weather
    other = other[1:] if other[0] == "being" and len(other) > 1 else other
    if len(one) != len(other) or key.is_rival(given.words) or not form.text[form.text.rfind(" ") + 1 :].islower():
        return False
    return all(
        a == b or (are_inflected(a, b) and not _changes_voice(a, b, key)) for a, b in zip(one, other, strict=True)
    )


def _changes_voice(word: str, given: str, key: AnswerKey) -> bool:
    """Return whether one word says what is done to something, and the other what it does: bored, boring.

    A word in -ed may also be a past tense, as doubles for doubled, unless the stem has a passive or a choice.
    """
    ends = {"ed" if each.endswith("ed") else "ing" if each.endswith("ing") else "" for each in (word, given)}
    if ends == {"ed", "ing"}:
        return True
    return word.endswith("ed") and "ed" in ends and len(ends) > 1 and asks_for_participle(key.stem)


def same_change(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another verb for a change in the same direction: it falls, it decreases, it goes down."""
    change = change_in(form.words)
    return change is not None and change == change_in(given.words) and asks_for_change(key.stem)


def same_calculation(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A calculation in words with signs instead of words, or the other way around: distance / time."""
    if not _OPERATION.search(form.text):
        return False
    from quizgen.grading.calculations import same_calculation as same

    return same(form.text, given.text, key)


def same_possession(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """What a verb in the infinitive is done to, with another owner or none: to brush one's teeth, brush your teeth."""
    if not _INFINITIVE.match(form.text):
        return False
    one, other = (key.phrase(_OWNER.sub("", _INFINITIVE.sub("", text))) for text in (form.text, given.text))
    return one.words == other.words != () and not key.is_rival(given.words)


def derived(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The adjective of the answer with a noun of the stem: meiotic division, legislative branch."""
    own = [word for word in given.words if not key.in_stem(word) and word not in key.function_words]
    if len(form.words) != 1 or len(own) != 1 or len(given.words) < 2 or not form.text[-1:].islower():
        return False
    return is_adjective_of(own[0], form.words[0]) and not key.is_rival(given.words)


def _around(
    part: tuple[str, ...], whole: tuple[str, ...], key: AnswerKey
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return what comes before and after the first occurrence of ``part`` in ``whole``."""
    size, one, many = len(part), key.singulars(part), key.singulars(whole)
    starts = (at for at in range(len(whole) - size + 1) if many[at : at + size] == one)
    return [(whole[:at], whole[at + size :]) for at in list(starts)[:1]]


def _is_of_rivals(words: tuple[str, ...], key: AnswerKey) -> bool:
    """Return whether ``words`` are only other answers: "Georgia and" is, "of Armenia" is not."""
    words = tuple(word for word in words[:20] if word not in {"and", "both"})
    return bool(words) and any(
        key.is_rival(words[:end]) and (end == len(words) or _is_of_rivals(words[end:], key))
        for end in range(1, len(words) + 1)
    )


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


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
    same_predicate: None,
    same_event: None,
    same_direction: None,
    same_dynasty: "another name",
    same_compound: "another name",
    named_with_form: None,
    same_possession: None,
    without_kind: "shorter form",
    restates_stem: None,
    stem_says_the_rest: "shorter form",
    same_own_words: "another form of the word",
    inflected: "another form of the word",
    derived: "another form of the word",
    same_change: "another verb",
    same_calculation: "signs or words",
}
"""The rules of lenient grading in their order, each with what it forgives; None if nothing needs to be shown."""

ENGLISH_RULES = frozenset(
    {
        country,
        documented,
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
    policy = key.policy
    if asks_why(key.stem):
        key, given = replace(key, answers=tuple(map(_without_because, key.answers))), _without_because(given)
    said = key.phrase(given)
    if not said.words:
        return _grade_sign(key, given)
    forms = [form for form in key.forms if not is_of_other_kind(form, said, key)]
    if not forms:
        return WRONG
    if len(forms) < len(key.forms):
        key = replace(key, answers=tuple(form.text for form in forms))
    skipped = {
        rule
        for rule, on in (
            (same_parts, policy.word_order),
            (turned_around, policy.word_order),
            (article, policy.articles),
        )
        if on
    }
    if key.language != "en":
        skipped |= ENGLISH_RULES
    if any(_DOTTED.search(form.text) for form in key.forms):
        skipped |= {same_number, inflected}  # a file or an address has no other forms
    said_again = [said for said in map(key.phrase, readings(given, key)) if said.words]
    for said in said_again:
        dropped_name = said is not said_again[0] and _drops_name(said_again[0], said, key)
        for rule, forgiven in RULES.items():
            if rule is stem_says_the_rest and dropped_name:
                continue
            if rule not in skipped and (
                form := next(
                    (form for form in key.forms if rule(form, said, key) and keeps(form.text, given, policy)), None
                )
            ):
                difference = _label(forgiven, form, said)
                if rule is not article and difference is None and _accents_missing(form.text, given):
                    difference = "accents"
                return replace(CORRECT, difference=difference) if difference else CORRECT
    if _every_part_right(key, given):
        return CORRECT
    if policy.typos or any(are_synonyms(form.words, said_again[0].words) for form in key.forms):
        return WRONG  # another name is not a misspelling: propionic acid, where the systematic name is asked for
    found = [
        slip
        for said in said_again
        for form in key.forms
        if (slip := _slips(form, said, key)) is not None and keeps(form.text, given, policy)
    ]
    if not found:
        return WRONG
    # The spelling that the question itself uses, rather than another spelling of the same name.
    own, (_, nearest) = key.answers[0], min(found)
    return Verdict.close(own if own in {text for _, text in found} or _same_name(own, nearest) else nearest)


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
    return 2 <= len(parts) <= 8 and all(grade_leniently(key, part).counts_right for part in parts)


def _readings_of(given: Phrase, key: AnswerKey) -> Iterator[Phrase]:
    """Yield the response, and what remains of it without a title or words that lead up to it, to look for typos in."""
    yield given
    words = untitled(given.words)
    if words != given.words:
        yield Phrase(given.text, words, given.plain[-len(words) :])
    bare = without_article(given.words)
    if bare != given.words:
        yield Phrase(given.text, bare, given.plain[-len(bare) :])


def _without_stem(form: Phrase, key: AnswerKey) -> tuple[str, ...]:
    """Return the words not in the stem, without small words: waterloo of "Battle of Waterloo" for which battle."""
    kept = tuple(word for word in form.words if word not in key.function_words and not key.in_stem(word))
    left_out = key.singulars(tuple(word for word in form.words if word not in kept))
    return form.words if _ACCIDENTALS & {*left_out} or _cuts_hyphen(form, left_out, key) else kept


def _list_slips(form: Phrase, given: Phrase, key: AnswerKey) -> int | None:
    """Count the slips in a list, whose parts may be in any order; None if a part is another one."""
    right, said = (list(map(key.phrase, split_list(one.text))) for one in (form, given))
    if not 2 <= len(right) == len(said) <= 8 or not is_joined(form) or order_matters(form, key):
        return None
    total = 0
    for one in said:
        found = [(0 if name.words == one.words else phrase_typo(name, one, key), at) for at, name in enumerate(right)]
        known = [(edits, at) for edits, at in found if edits is not None]
        if not known:
            return None
        edits, at = min(known)
        total += edits
        del right[at]
    return total if 0 < total <= MAX_EDITS else None


def _slips(form: Phrase, given: Phrase, key: AnswerKey) -> tuple[int, str] | None:
    """Return the fewest slips by which ``given`` misspells ``form``, and the spelling; None if it is something else."""
    found: list[int] = []
    if is_person(form, key) and (edits := person_slips(form, given, key)):
        found.append(edits)
    if (edits := _list_slips(form, given, key)) is not None:
        found.append(edits)
    bare_form = without_kind_of_place(form)
    plural = Phrase(form.text, key.singulars(form.words), key.singulars(form.plain))
    for reading in _readings_of(given, key):
        slips = (phrase_typo(name, reading, key) for name in {form, bare_form})
        found += [edits for edits in slips if edits is not None]
        one = Phrase(reading.text, key.singulars(reading.words), key.singulars(reading.plain))
        if key.language == "en" and (edits := phrase_typo(plural, one, key)) is not None:
            found.append(edits)
        # A letter of its own is a name (not a or not b), not a slip.
        letters = any(len(word) == 1 for word in (*form.words, *reading.words))
        if len(form.words) != len(reading.words) and len(form.words) > 1 and not letters:
            joined = typo((form.joined,), (reading.joined,), key)
            if joined is not None and joined == 1 and not any(map(str.isdigit, form.joined)):
                found.append(joined)
        bare = _without_stem(form, key)
        if not bare or CHOOSING & set(reading.words) - set(form.words):
            continue
        if (edits := typo(bare, _without_stem(reading, key), key)) is not None:
            found.append(edits)
    return (min(found), form.text) if found else None
