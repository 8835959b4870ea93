"""Words of the stem that a response repeats, or leaves out of the answer."""

import re
from collections.abc import Collection
from itertools import pairwise

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.place_names import VAGUE
from quizgen.grading.readings import (
    CHOOSING,
    LEADING_UP,
    MATHEMATICAL,
    PARTS,
    adds_letter,
    looking_small,
    owns_more,
    say_more,
)
from quizgen.grading.stems.names import asks_for_title
from quizgen.text.countries import CONTINENTS, NATIONS
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.word_forms import (
    is_adjective_of,
    is_english_word,
    is_eponym,
    nouns_of_idea,
)
from quizgen.text.words import Phrase, listed

ACCIDENTALS = listed("sharp flat")


def restates_stem(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer with words that the stem says already: "85 soldiers" for how many soldiers."""
    if f" {given.normal} " in f" {key.phrase(key.stem).normal} " and not key.alternatives and given != form:
        return False  # Felis catus, where its genus is asked for
    for before, after in _around(form.words, given.words, key):
        extra = (*before, *after)
        if adds_letter(form.normal, after):
            continue
        if not extra or any(map(_has_digit, extra)) or say_more({*extra}, key):
            continue
        if any(not key.in_stem(word) for word in looking_small(given.text, key) & {*extra}):
            continue
        if CHOOSING & {*extra} and f" {' '.join(after)} " not in f" {' '.join(key.phrase(key.stem).words)} ":
            continue
        if key.alternatives & {*extra} or (before and f"{before[-1]}-{form.words[0]}" in fold(given.text)):
            continue  # blue-green is not green
        if ("of" in before and PARTS & {*before}) or (after and owns_more(given.text, key)):
            continue
        if any(not key.in_stem(word) and _is_of_no_kind(form.normal, word) for word in extra):
            continue  # the gas zinc
        said = all(
            word in key.function_words or word in LEADING_UP or key.in_stem(word) or key.in_category(word)
            for word in extra
        )
        rival = key.is_rival(given.words) and not (after and after[0] in {"of", "in", "from", "at"})
        if said and not rival and not any(_is_of_rivals(side, key) for side in (before, after)):
            return True
    return False


_ENDINGS = {"alkane": "ane", "alkene": "ene", "alkyne": "yne"}
_HALOGENS = frozenset({"fluorine", "chlorine", "bromine", "iodine", "astatine"})


def _is_of_no_kind(name: str, kind: str) -> bool:
    """Return whether ``kind`` is a kind of substance to which the substance ``name`` does not belong: gas, for zinc."""
    from quizgen.text.chemistry.elements import is_metal
    from quizgen.text.chemistry.substances import formulas_of, is_gas

    if kind not in {"gas", "metal", "nonmetal", "halogen", *_ENDINGS} or not formulas_of(name):
        return False
    match kind:
        case "gas":
            return not is_gas(name)
        case "metal":
            return not is_metal(name)
        case "nonmetal":
            return is_metal(name)
        case "halogen":
            return name not in _HALOGENS
        case _:
            return not name.endswith(_ENDINGS[kind])


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


def stem_says_the_rest(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer without a word that the stem says: "citric" for which acid."""
    if len(given.words) >= len(form.words) or key.is_rival(given.words) or given.normal in VAGUE:
        return False
    stem = set(key.phrase(key.stem).words)
    of_series = asks_for_title(key.stem) and len(given.words) >= 2  # Harry Potter and the Philosopher's Stone
    if (CHOOSING - {"and", "both"}) & stem or CHOOSING & set(form.words) - ({"and"} if of_series else set()):
        return False
    left_out = _left_out(key.singulars(given.words), key.singulars(form.words), key)
    if any(len(word) == 1 for word in left_out) or ACCIDENTALS & {*left_out} or cuts_hyphen(form, left_out, key):
        return False  # F sharp, Guinea-Bissau
    if MATHEMATICAL & {*left_out}:
        return False  # log 6
    if (
        _is_adjective_alone(form, given, key)
        or _says_name_in_singular(form, given, key)
        or _cuts_title(form, given, left_out, key)
    ):
        return False
    if not left_out or any(_has_digit(word) or not key.in_stem(word) for word in left_out):
        return False
    if len(given.words) == 1 and form.words[:2] == (*given.words, "of") and not {*left_out} <= key.stem_words:
        return False  # presumption
    if len(given.words) == 1 and given.words[0] not in {form.words[0], form.words[-1]} and len(left_out) > 1:
        return False  # civil, for the American Civil War
    if any(word in _OPPOSED and _describes_another(word, form, key) for word in left_out):
        return False
    if "acid" not in left_out and _is_substance(form):  # a salt needs both parts of its name
        return False
    if given.text == "A" and form.words[-1] == "a":
        return True  # which vitamin
    return any(word not in key.function_words and not key.in_stem(word) for word in given.words)


_WHAT_IT_IS_CALLED = lazy_pattern(
    r"\bwhat\s+(?:do|did|does|would|is|was|are|were)\b[^.?]*\bcall(?:ed)?\b|\b(?:name|term|word)\s+(?:for|given|of|used)\b"
    r"|\b(?:is|was|are|were)\s+(?:known\s+as|called)\s*_{2,}",
    re.IGNORECASE,
)


def _is_adjective_alone(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` is an adjective where the stem asks what something is called: feudal, for feudalism.

    It is no name if there is a noun for the same idea; several things, such as rocks, may be called igneous.
    """
    several = key.singular(form.words[-1]) != form.words[-1]
    if len(given.words) != 1 or several or form.words[-1] == "acid" or _WHAT_IT_IS_CALLED.search(key.stem) is None:
        return False
    return any(noun in key.normals or is_english_word(noun) for noun in nouns_of_idea(key.singular(given.words[0])))


def _says_name_in_singular(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` has a name of ``form`` without its plural: the Lord, for the House of Lords."""
    names = {word for token in form.text.split() if token[:1].isupper() for word in key.phrase(token).words}
    return any(word not in given.words and key.singular(word) in given.words for word in names)


_KIND = lazy_pattern(r"\b(?:which|what)\s+(?P<kind>(?:[\w'’-]+\s+){0,2}[\w'’-]+)", re.IGNORECASE)
"""The kind of thing that a stem asks for: which novel."""


_OPPOSED = listed(
    "left right inner outer upper lower internal external positive negative primary secondary direct inverse active "
    "passive male female static dynamic maximum minimum"
)
"""Words that tell one of two things of a kind from the other."""


def _describes_another(word: str, form: Phrase, key: AnswerKey) -> bool:
    """Return whether the stem says ``word`` only of another thing: the left table, for a left outer join."""
    said, own = key.singulars(key.phrase(key.stem).words), {*key.singulars(form.words)}
    return word in said and own.isdisjoint(after for before, after in pairwise(said) if before == word)


def _cuts_title(form: Phrase, given: Phrase, left_out: list[str], key: AnswerKey) -> bool:
    """Return whether ``given`` is one word of a title, or a name without what it is of: Animal; the Abolition.

    What the stem asks for may be left out: the Pastoral, for which symphony.
    """
    if len(given.words) != 1:
        return False
    following = form.text.partition(" of ")[2].removeprefix("the ")
    if given.words == form.words[:1] and following[:1].isupper() and len(left_out) > 1:
        return True
    asked = _KIND.search(key.stem)
    kinds = key.singulars(key.phrase(asked["kind"]).words) if asked else ()
    return asks_for_title(key.stem) and form.text.istitle() and not {*left_out} <= {*kinds}


def cuts_inside_name(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` has the first and the last word of a name or term, but lacks one between them."""
    if form.words[0] != given.words[0] or form.words[-1] != given.words[-1]:
        return False
    return not {*form.words[1:-1]} - key.function_words <= {*given.words}


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
    last = {form.words[-1], said[-1]}
    if len(last) > 1 and last <= key.stem_words:
        return False  # an ionization atom, for ionization energy
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


def derived(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The adjective of the answer with a noun of the stem: meiotic division, legislative branch."""
    own = [word for word in given.words if not key.in_stem(word) and word not in key.function_words]
    if CHOOSING & {*given.words}:
        return False  # bijective or surjective
    if len(form.words) != 1 or len(own) != 1 or len(given.words) < 2 or not form.text[-1:].islower():
        return False
    return is_adjective_of(own[0], form.words[0]) and not key.is_rival(given.words)


def cuts_hyphen(form: Phrase, left_out: Collection[str], key: AnswerKey) -> bool:
    """Return whether ``left_out`` has only a part of a hyphenated word."""
    joined = (key.singulars(key.phrase(token.replace("-", " ")).words) for token in form.text.split() if "-" in token)
    return any(0 < sum(part in left_out for part in parts) < len(parts) for parts in joined)


def _is_substance(form: Phrase) -> bool:
    from quizgen.text.chemistry.substances import formulas_of

    return bool(formulas_of(form.text))


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
