"""Right numbers in words that no rule reads, so that only a reader can judge the words: 230 out of 608.

- There is one number, the right one. Another may only be the whole that it is a part of ("9 of the thirteen"), a part
  of it ("27, 18 of them on an island"), or the same number in another base.
- After it comes its unit, if any, and then a small word or punctuation, so that it counts nothing else.
- Nothing denies, doubts, limits or changes it: not, or, at least, before, twice, million, 27 + 1.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from quizgen.grading.added_remarks import CHANGING, DOUBTING, LEADING, LONGEST, says_rejected
from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.quantities import counts_other_things
from quizgen.text.folding import LETTERS, fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import in_digits
from quizgen.text.words import FUNCTION_WORDS, listed

_LONGEST_UNIT = 3
_UNIT_WORD = lazy_pattern(r"\S*[^\s,.;:()]")
_DIGITS = r"(?<![\w.,])\d+(?:[.,]\d+)*"
_TOKEN = lazy_pattern(rf"{_DIGITS}|[^\W\d_]+(?:-[^\W\d_]+)?")
_OTHER = lazy_pattern(
    r"(?<!\w)(?P<part>\d+|[^\W\d_]+)\s+of\s+(?:them|these|those|which|whom)\b"
    rf"|\bof\s+wh(?:ich|om)\s+(?P<part_of>\d+|[^\W\d_]+)"
    rf"|\b(?:out\s+)?of\s+(?:the\s+|all\s+|a\s+total\s+of\s+)*(?P<whole>{_DIGITS}|[^\W\d_]+)"
    r"|\((?P<same>[\da-f]+)\s+in\s+(?:binary|hex|hexadecimal|octal|decimal|denary|base\s+\d+)\)",
    re.IGNORECASE,
)
"""A number besides the right one, which need not be another answer."""
_SHARES = lazy_pattern(
    r"%|\b(?:per\s?cent|percent\w*|probab\w*|chances?|odds|ratio|fraction|proportion)\b", re.IGNORECASE
)
"""What makes another value of "1 out of 2" than of "1"."""
_PAUSES = {"", *",.;:()"}
_OPERATES = lazy_pattern(r"[+*/×·÷^=<>≈~≤≥±√!?%#→−]|-\s*\d|-\s*$|^\s*-")
_SMALL = (FUNCTION_WORDS | LEADING) - listed("a an the or and")
"""What may follow the number and its unit."""
_CHANGING = (
    DOUBTING
    | CHANGING
    | listed("bc bce twice thrice times divided multiplied per each every more less fewer remainder percent score th")
)
_LIMITING = listed("before after since until till over under above below than least most between within up past page")


def is_number_in_words(given: str, key: AnswerKey, is_right: Callable[[str], bool]) -> bool:
    """Return whether ``given`` says one number that ``is_right``, in words that do not speak against it."""
    if len(given) > LONGEST or "\n" in given or says_rejected(given, key):
        return False
    shares = any(map(_SHARES.search, (key.stem, *key.answers)))
    text = given.strip() if shares else _OTHER.sub(lambda found: " " if _is_other(found) else found[0], given.strip())
    words = [fold(word) for word in LETTERS.findall(text)]
    if not _CHANGING.isdisjoint(words) or not key.alternatives.isdisjoint(words):
        return False
    numbers = [found for found in _TOKEN.finditer(text) if _is_number(found[0])]
    if len(numbers) != 1:
        return False
    before, number, after = text[: numbers[0].start()], numbers[0][0], text[numbers[0].end() :]
    return _leads(before) and any(
        _follows(rest) and not counts_other_things(rest, key) and is_right(number + unit)
        for unit, rest in _units(after)
    )


def _is_other(found: re.Match[str]) -> bool:
    number = next(group for group in found.groups() if group)
    return found["same"] is not None or _is_number(number)


def _is_number(token: str) -> bool:
    """Return whether ``token`` is a number in digits or words; Mehmed II has none."""
    if token[0].isdigit():
        return True
    words = tuple(fold(token).split("-"))
    return not token.isupper() and in_digits(words) != words


def _units(after: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to divide what follows the number into a unit and the rest."""
    yield "", after
    for word in islice(_UNIT_WORD.finditer(after), _LONGEST_UNIT):
        yield after[: word.end()], after[word.end() :]


def _leads(before: str) -> bool:
    """Return whether the words before the number neither limit nor change it, and are not a name that it belongs to."""
    words = LETTERS.findall(before)
    if _OPERATES.search(before) or (before and before[-1] not in " ("):
        return False
    return _LIMITING.isdisjoint(map(fold, words[-3:])) and (len(words) < 2 or words[-1].islower())


def _follows(rest: str) -> bool:
    """Return whether what follows the number and its unit is a small word, punctuation or nothing."""
    if _OPERATES.search(rest):
        return False
    said = rest.strip()
    first = LETTERS.match(said)
    return said[:1] in _PAUSES or (rest[0] == " " and first is not None and fold(first[0]) in _SMALL)
