"""Answer marks in Anki's own cloze notation: ``{{c1::answer}}`` or ``{{c1::answer::hint}}``.

Source of the notation: https://docs.ankiweb.net/editing.html#cloze-deletion
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import count, repeat
from typing import NamedTuple

from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern

MAX_MARK = 99
BLANK = "____"

_MARK = lazy_pattern(r"\{\{c(\d+)::(.*?)\}\}", re.DOTALL)


class Mark(NamedTuple):  # of which millions are made, in less time than of a dataclass
    """One marked answer; ``start`` and ``end`` bound the whole mark in the text, braces included."""

    number: int
    answer: str
    hint: str | None
    start: int
    end: int

    @property
    def name(self) -> str:
        """How authors refer to the mark: ``c1``."""
        return f"c{self.number}"


@lru_cache(maxsize=4096)  # a fact's statement is asked for its marks again and again
def find_marks(text: str) -> tuple[Mark, ...]:
    """Return the marks in ``text``, in reading order; ``mark_problems`` reports malformed ones."""
    return tuple(map(_mark, _MARK.finditer(text, 0, _last_end(text))))


def _mark(found: re.Match[str]) -> Mark:
    number, content = found.groups()
    answer, _, hint = content.partition("::")
    return Mark(int(number), answer, hint or None, *found.span())


def _last_end(text: str) -> int:
    """Return the end of the last possible mark, so that unclosed marks do not make matching quadratic."""
    return text.rfind("}}") + 2 if "}}" in text else 0


def _with_marks(change: Callable[[re.Match[str]], str], text: str) -> str:
    end = _last_end(text)
    return _MARK.sub(change, text[:end]) + text[end:]


def unmarked(text: str, keep: Collection[str] = ()) -> str:
    """Return ``text`` with every mark replaced by its answer, except the marks named in ``keep``."""

    def open_up(found: re.Match[str]) -> str:
        mark = _mark(found)
        return found[0] if mark.name in keep else mark.answer

    return _with_marks(open_up, text)


def blanked(text: str, marks: tuple[Mark, ...]) -> str:
    """Return ``text`` with a blank in place of each of its ``marks``; several blanks are numbered."""
    blanks = [f"{BLANK} [{mark.hint}]" if mark.hint else BLANK for mark in marks]
    if len(blanks) > 1:
        blanks = [f"({number}) {blank}" for number, blank in enumerate(blanks, 1)]
    return _with_blanks(text, marks, blanks)


def _with_blanks(text: str, marks: tuple[Mark, ...], blanks: Iterable[str]) -> str:
    """Return ``text`` with one of ``blanks`` in place of each of its ``marks``."""
    parts: list[str] = []
    end = 0
    for mark, blank in zip(marks, blanks, strict=False):
        parts += (text[end : mark.start], blank)
        end = mark.end
    return "".join((*parts, text[end:]))


def with_signs(text: str, sign: Callable[[int], str]) -> str:
    """Return ``text`` with ``sign(0)``, ``sign(1)`` and so on in place of its marks, in reading order."""
    places = count()
    return _with_marks(lambda _: sign(next(places)), text)


def replaced(text: str, mark: Mark, answer: str, *, others: str | None = None) -> str:
    """Return ``text`` without marks, with ``answer`` in place of ``mark`` and of its repetitions.

    Other marks become their answers, or ``others``.
    """

    def put(found: re.Match[str]) -> str:
        here = _mark(found)
        if (here.number, here.answer) == (mark.number, mark.answer):
            return answer
        return here.answer if others is None else others

    return _with_marks(put, text)


def given_away(text: str) -> tuple[Mark, ...]:
    """Return the marks in ``text`` whose answers also appear unmarked, so that the text fills in their blanks."""
    marks = find_marks(text)
    outside = fold(outside_marks(text, marks))
    return tuple(mark for mark in marks if occurs_in(fold(mark.answer), outside))


def outside_marks(text: str, marks: tuple[Mark, ...]) -> str:
    """Return ``text`` with a blank between spaces in place of each of its ``marks``."""
    return _with_blanks(text, marks, repeat(f" {BLANK} "))
