"""Find blanks of a cloze that may be filled in any order: "moved to ___ or ___"."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from quizgen.questions import ClozeQuestion

_JOIN = re.compile(r" (?:and|or) |,? (?:and|or) |, ")
_LAST_JOIN = re.compile(r",? (?:and|or) ")
_JOINED = re.compile(r"\b(?:and|or|respectively|then|followed|first)\b")
"""Words by which the order may count: "gold and silver are ___ and ___"."""
_MOST = 4


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
