"""The rule about options that mean the same, or that differ in almost nothing."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import parse_measure
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.linting.same_meaning import are_synonymous, telling_words, value_of
from quizgen.text.chemistry.substances import formulas_of
from quizgen.text.content_words import words_of
from quizgen.text.folding import fold_option
from quizgen.text.initials import is_short_for
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import are_one_sense

_DIGIT = lazy_pattern(r"\d")
_THE = lazy_pattern(r"\bthe\b|[^\w\s]|_", re.IGNORECASE)
_OTHER_SIGN = lazy_pattern(r"[^\w\s.,;'’“”\"!?()-]")


@question_rule(
    "Q111",
    "near-equal-options",
    kinds=WITH_OPTIONS,
    skips_code=True,
    source=f"{HDR}, guidelines 22 and 28e (independent options, no pairs that give a clue)",
)
def near_equal_options(item: Item) -> Iterator[Flaw]:
    """Flag options that differ only in an article, in punctuation, in how a number is written, or in one letter of a
    long name. Also flag options that mean the same thing, such as synonyms ("windpipe" and "trachea"), an abbreviation
    and its full form, and equal values ("0.5" and "1/2").

    ## Why it matters
    Two options that say the same thing cannot both be the only correct answer, so learners rule out both. A difference
    of one letter tests eyesight, not knowledge.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Who led the Soviet Union in 1950?
      answer: Joseph Stalin
      distractors: [Politburo, the Politburo, Vladimir Lenin]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Who led the Soviet Union in 1950?
      answer: Joseph Stalin
      distractors: [Leon Trotsky, Nikita Khrushchev, Vladimir Lenin]
    ```
    """
    seen: dict[object, str] = {}
    for option in item.options:
        number = None
        form: object
        if option.isalpha() and len(option) > 2:
            form = option.lower()
        elif _DIGIT.search(option):
            number = parse_measure(option)
            form = fold_option(option) if number is None else number
        else:
            form = " ".join(_THE.sub(" ", option).split()).lower()
            # In operators, chess moves, and code, punctuation is the difference.
            if len(form) <= 2 or _OTHER_SIGN.search(option):
                form = fold_option(option)
        if (other := seen.setdefault(form, option)) is not option and not _asks_for_difference(
            item, number is not None
        ):
            yield _near(item, option, other)
    yield from _same_meaning(item)
    long = [option for option in item.options if len(option) >= _LONG]
    if len(long) > 1:
        for first, second in combinations(long, 2):
            if _one_letter_apart(first, second) and not item.asks_about_form:
                yield _near(item, second, first)


_PRECISION = lazy_pattern(r"\b(?:significant|decimal|digits?|round(?:ed)?|precis\w+|notation|writ\w+)\b", re.IGNORECASE)


def _asks_for_difference(item: Item, are_numbers: bool) -> bool:
    """Return whether the question asks about the small difference."""
    return _PRECISION.search(item.stem) is not None if are_numbers else item.asks_about_form


def _near(item: Item, option: str, other: str) -> Flaw:
    return Flaw(
        f"{option!r} is almost the same as {other!r}",
        "remove one of them, or make the difference clear",
        item.option_path(option),
    )


_ABOUT_WORDING = lazy_pattern(
    r"\b(?:words?|terms?|synonyms?|mean(?:s|ing)?|British|American|translat\w+|abbreviat\w+|stands? for"
    r"|symbols?|formula|fractions?|decimals?|percent\w*|notation|written|writ(?:e|ten)|convert\w*|equal\w*|equivalent"
    r"|expressed"
    r"|simplif\w+|print(?:s|ed)?|outputs?|form|letters?|adverbs?|verbs?"
    r"|also (?:called|known)|other name|another name)\b|%",
    re.IGNORECASE,
)
_ASKS_FOR_MEANING = lazy_pattern(
    r"what (?:does|do) (?:the \w+ )?[*\"“‘'][^*\"”’']+[*\"”’'] mean(?: in English)?\?", re.IGNORECASE
)
"""What does *aber* mean? Two translations that mean the same are both wrong, or both right."""
_VALUE_SIGN = lazy_pattern("[/%]|percent")
_FORMULA = lazy_pattern(r"(?=\D+\d)(?:[A-Z][a-z]?\d{0,2}){1,12}")
_ASKING_FOR_PERSON = frozenset({"who", "whom"})


def _same_meaning(item: Item) -> Iterator[Flaw]:
    """Yield the first option that says the same as an earlier one, in other words or figures."""
    known = telling_words()
    worded = [option for option in item.options if not known.isdisjoint(item.option_words[option])]
    pairs = combinations(worded, 2) if len(worded) > 1 else ()
    found = next(((one, other) for one, other in pairs if are_synonymous(one, other)), None)
    if found is None:
        nouns = item.noun_options
        pairs = combinations(nouns, 2) if len(nouns) > 1 else ()
        found = next(((one, other) for one, other in pairs if are_one_sense(one.lower(), other.lower())), None)
    if found is None and (formulas := [option for option in item.options if _FORMULA.fullmatch(option)]):
        found = next(
            ((one, other) for one in item.options for other in formulas if one != other and other in formulas_of(one)),
            None,
        )
    if found is None and not item.words.isdisjoint(_ASKING_FOR_PERSON):
        found = next(((one, other) for one, other in permutations(item.options, 2) if _is_surname_of(other, one)), None)
    # A number that is written in the same way as another one is left to the comparison of forms.
    if found is None and _VALUE_SIGN.search(item.option_text):
        valued = [(option, value) for option in item.options if (value := value_of(option)) is not None]
        found = next(
            (
                (one, other)
                for (one, value), (other, other_value) in combinations(valued, 2)
                if value == other_value and _shape(one) != _shape(other)
            ),
            None,
        )
    if item.asks_about_form:
        return
    if found is None:
        found = _written_out(item)
    elif (
        _ABOUT_WORDING.search(item.stem)
        and not _ASKS_FOR_MEANING.match(item.stem)
        and not found[0].lower().startswith("that ")  # a claim, and not a wording of it
    ):
        found = None
    if found is not None:
        yield Flaw(
            f"{found[1]!r} means the same as {found[0]!r}",
            "remove one of them, or replace it with a different mistake",
            item.option_path(found[1]),
        )


_INITIALS = lazy_pattern(r"^[A-Z]{2,8}$", re.MULTILINE)
_ABOUT_SHORT_FORM = lazy_pattern(
    r"\b(?:abbreviat\w+|acronyms?|initials|letters|stands? for|short(?:ened)? (?:form|for)|mean(?:s|ing)?|full names?"
    r"|called|known as)\b",
    re.IGNORECASE,
)


def _written_out(item: Item) -> tuple[str, str] | None:
    """Return an abbreviation and another option that is its full form: DHCP, Dynamic Host Configuration Protocol."""
    short = _INITIALS.findall(item.option_text)
    if not short or _ABOUT_SHORT_FORM.search(item.stem):
        return None
    return next(((one, other) for one in short for other in item.options if is_short_for(one, other)), None)


def _is_surname_of(name: str, full_name: str) -> bool:
    """Return whether ``name`` is only the last word of ``full_name``: Lenin, Vladimir Lenin."""
    words = full_name.split()
    return len(words) > 1 and words[-1] == name and all(word[:1].isupper() for word in words)


def _shape(value: str) -> str:
    """Return the signs of a number: ``0.5`` and ``0.50`` are written in the same way, ``1/2`` is not."""
    return "".join(char for char in value if char in "./%")


_LONG, _LONG_WORD = 12, 7
_SPELT_EITHER_WAY = ("sz", "vw", "iy", "ck")


def _one_letter_apart(first: str, second: str) -> bool:
    if min(len(first), len(second)) < _LONG or abs(len(first) - len(second)) > 1 or _DIGIT.search(first + second):
        return False
    ours, theirs = words_of(first), words_of(second)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    different = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(different) != 1:
        return False
    one, other = sorted(different[0], key=len)
    # Readers notice a prefix of one letter (typical, atypical).
    if len(one) < _LONG_WORD or one[0] != other[0] or one[-1] != other[-1]:
        return False
    start = next((at for at, (ours, theirs) in enumerate(zip(one, other, strict=False)) if ours != theirs), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    # A different letter makes a different word (nitrate, nitrite), unless both letters sound the same.
    swapped = "".join(sorted(one[start] + other[start]))
    return one[start + 1 :] == other[start + 1 :] and swapped in _SPELT_EITHER_WAY
