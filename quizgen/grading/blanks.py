"""Find blanks of a cloze that may be filled in any order ("moved to ___ or ___"), and those that are part of code."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from quizgen.grading.stems.code import case_in_code
from quizgen.questions import ClozeQuestion, ShortQuestion
from quizgen.questions.marks import Mark
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.words import function_words

_JOIN = re.compile(r" (?:and|or) |,? (?:and|or) |, ")
_LAST_JOIN = re.compile(r",? (?:and|or) ")
_JOINED = re.compile(r"\b(?:and|or|respectively|then|followed|first)\b")
"""Words by which the order may count: "gold and silver are ___ and ___"."""
_MOST = 4
_CODE_BEFORE = re.compile(
    r"(?:[\w\])]\.|[(\[{@$]|[(\[=]\s?[\"'])$|(?:[=!<>]=|=>|[\w\])]\s*[=+*/%<>]|&&|\|\|)\s?$"
    r"|\bimport\s[\w.]+\sas\s$|\bfrom\s[\w.]+\simport\s$|\b(?:def|let|const|var|elif)\s$"
)
_OBJECT = re.compile(r"[\w.]*\.$")
_CODE_AFTER = re.compile(r"[(\[.][\w\"'{(\[]|\(\)|\s?(?:[=!<>]=|=>|[=+*/%<>]\s*[\w\"'(\[]|&&|\|\|)|\)?;")


def interchangeable(question: ClozeQuestion) -> Iterator[range]:
    """Yield the positions of blanks that a list joins, if nothing else in the statement can give them an order."""
    marks = question.marks
    if question.grading is not None:
        return
    start = 0
    for index in range(1, len(marks) + 1):
        between = question.text[marks[index - 1].end : marks[index].start] if index < len(marks) else ""
        if _JOIN.fullmatch(between) is not None:
            continue
        run = range(start, index)
        start = index
        if 1 < len(run) <= _MOST and _is_free(question, run):
            yield run


def _is_free(question: ClozeQuestion, run: range) -> bool:
    marks = [question.marks[index] for index in run]
    answers = [answer for mark in marks for answer in question.accepted(mark)]
    last = question.text[marks[-2].end : marks[-1].start]
    around = f"{question.text[: marks[0].start]} {question.text[marks[-1].end :]}"
    return (
        _LAST_JOIN.fullmatch(last) is not None
        and _JOINED.search(around) is None
        and not any(mark.hint for mark in marks)
        and not any(map(str.isdigit, "".join(answers)))
        and len({mark.number for mark in marks}) == len(marks)
    )


def orders(count: int, runs: Sequence[range]) -> Iterator[tuple[int, ...]]:
    """Yield for each way to fill ``count`` blanks which blank each answer belongs to, the order as written first."""
    yield tuple(range(count))
    for run in runs:
        for filled in permutations(run):
            order = [*range(count)]
            order[run.start : run.stop] = filled
            if order != [*range(count)]:
                yield tuple(order)


def is_in_code(question: ClozeQuestion | ShortQuestion, mark: Mark | None = None) -> bool:
    """Return whether a blank is part of code: the name before a parenthesis.

    It is the blank of ``mark`` or, in a short question, the one in the stem.
    """
    if case_in_code(question.stem) is None:
        return False
    before, after = _around(question, mark)
    opened = _CODE_BEFORE.search(before) is not None and not before.endswith(" (")
    return opened or _CODE_AFTER.match(after) is not None


def _around(question: ClozeQuestion | ShortQuestion, mark: Mark | None) -> tuple[str, str]:
    """Return what is before and after a blank, both empty if there is none."""
    if isinstance(question, ClozeQuestion):
        return (question.text[: mark.start], question.text[mark.end :]) if mark else ("", "")
    gap = _GAP.search(question.stem)
    return (question.stem[: gap.start()], question.stem[gap.end() :]) if gap else ("", "")


_GAP = re.compile(r"_{2,}")


_UNIT_AFTER = re.compile(r"\s?(?P<unit>[^\s.,;:!?()]+)")
_SIGN_BEFORE = re.compile(rf"(?P<unit>[{CURRENCY_SIGNS}])\s?$")
_DEGREES = re.compile(r"(?P<number>[-−+]?\d[\d.,]*)\s?(?:°|deg(?:rees)?)")


def with_unit_beside(
    question: ClozeQuestion | ShortQuestion, mark: Mark | None, answers: Sequence[str], given: str
) -> tuple[tuple[str, ...], str]:
    """Return the answers that are numbers with the unit beside the blank, and ``given``: 720 °, for 720 in ___°.

    There are none if no unit is there. Degrees are those of the temperature that the unit measures.
    """
    before, after = _around(question, mark)
    beside = [found["unit"] for found in (_SIGN_BEFORE.search(before), _UNIT_AFTER.match(after)) if found]
    numbers = [answer for answer in answers if any(map(str.isdigit, answer))]
    if not beside or not numbers:
        return (), given
    from quizgen.text.units import parse_unit

    unit = next((text for text in beside if text not in function_words("en") and parse_unit(text) is not None), None)
    if unit is None or any(parse_unit(answer.lstrip("-−+0123456789., ")) is not None for answer in numbers):
        return (), given
    if unit in {"°C", "°F"} and (found := _DEGREES.fullmatch(given.strip())):
        given = f"{found['number']} {unit}"
    return tuple(f"{answer} {unit}" for answer in numbers), given


_NONE = frozenset({"no", "zero", "0"})
_HAS = re.compile(r"\b(?:has|have|had|with|contains?|are|were|there\s(?:is|was))\s$", re.IGNORECASE)
_THINGS = re.compile(r"\s(?!(?:in|on|at|to|for|of|as|by|than|more|less)\b)(?:[^\W\d_]+\s){0,2}[^\W\d_]{2,}s\b")


def with_no_in_numbers(question: ClozeQuestion, mark: Mark, answers: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``answers`` with "zero" and "0" if one says that there are none: it has ___ real roots."""
    if _NONE.isdisjoint(map(str.lower, answers)):
        return answers
    before, after = _around(question, mark)
    counts = _HAS.search(before) is not None and _THINGS.match(after) is not None
    return tuple(dict.fromkeys((*answers, *sorted(_NONE)))) if counts else answers


_SEQUENCE_BEFORE = re.compile(r"(?:\d+\s?[,.;]\s?)+$")
_SEQUENCE_AFTER = re.compile(r"(?:\s?[,.;]\s?\d+)+(?!\w)")
_NUMBERS = re.compile(r"\d+")
_ITEMS = re.compile(r"[(\[]?(?P<items>\d+(?:\s?[,.;\s]\s?\d+)+)[)\]]?\.?")


def without_sequence(question: ClozeQuestion | ShortQuestion, mark: Mark | None, given: str) -> str:
    """Return the number for a blank in a sequence, ``given`` as a whole: 2,8,7 for 2,8,___."""
    whole = _ITEMS.fullmatch(given.strip())
    if whole is None:
        return given
    ends = zip((_SEQUENCE_BEFORE.search, _SEQUENCE_AFTER.match), _around(question, mark), strict=True)
    before, after = (_NUMBERS.findall(found[0]) if (found := find(text)) else [] for find, text in ends)
    numbers = _NUMBERS.findall(whole["items"])
    at, rest = len(before), len(before) + len(after)
    is_whole = rest >= 2 and len(numbers) == rest + 1 and numbers[:at] == before and numbers[at + 1 :] == after
    return numbers[at] if is_whole else given


def as_code(answer: str) -> str:
    """Return ``answer`` in backticks, so that it is graded as code."""
    return f"`{answer.strip('`')}`"


def without_code_before(question: ClozeQuestion | ShortQuestion, mark: Mark | None, given: str) -> str:
    """Return ``given`` without the dot or the object before the blank that it repeats: .sort for list.____."""
    found = _OBJECT.search(_around(question, mark)[0])
    return given.removeprefix(found[0]).removeprefix(".") if found else given
