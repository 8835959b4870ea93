"""Slips inside a line of a Markdown set: a missing space, a no-break space, an id without its #, a misspelled label.

Each is reported once, with what to write. The line is then read as if that were written, so that the slip causes no
other errors and hides none.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from quizgen.loading.markdown.signs import ANSWER, ANSWER_LABEL, LABEL, LABELS, LIST_SIGN, label_slip
from quizgen.questions.codes import Code
from quizgen.questions.marks import find_marks
from quizgen.text.plurals import count

_SPACE = "(?:[^\\S \\t\\r\\n]|[\u200b\u2060\ufeff])"
"""A character that looks like a space, or like nothing, and is not a plain space."""
_LABELS = "|".join(LABELS)
_SPACES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[ \t]*[-*+](?P<x>{_SPACE}+)",
        rf"[ \t]*[-*+][ \t]+\[(?P<x>{_SPACE}+)\]",
        rf"[ \t]*[-*+][ \t]+\[[ xX]\](?P<x>{_SPACE}+)",
        rf" {{0,3}}=#?(?P<x>{_SPACE}+)",
        rf" {{0,3}}#{{1,3}}(?P<x>{_SPACE}+)",
        rf" {{0,3}}#{{2,3}}[ \t].*\S(?P<x>{_SPACE}+)\{{#",
        rf" {{0,3}}(?:{_LABELS}):(?P<x>{_SPACE}+)",
    )
)
_INDENTED = re.compile(rf"(?P<x>{_SPACE}+[ \t]*)(?:[-*+][ \t]*\[|=#?[ \t]|#{{1,3}}[ \t]|(?:{_LABELS}):)")
_STEP = re.compile(rf"[ \t]*\d{{1,9}}[.)](?P<x>{_SPACE}+)")
_ABOVE_STEP = re.compile(r" {0,3}Order:\s*$|[ \t]*\d{1,9}[.)]\s")
_NO_SPACE_BOX = re.compile(r"(?P<dash>[ \t]*[-*+])(?P<x>\[(?P<sign>[ xX]?)\])(?!\()[ \t]*(?P<rest>.*)")
_OPTION = re.compile(r"[ \t]*[-*+][ \t]+\[[ xX]?\]")
_BOX_NO_SPACE = re.compile(r"(?P<box>[ \t]*[-*+][ \t]+\[[ xX]\])(?P<rest>[^\s(\[:].*)")
_BARE_ID = re.compile(r" {0,3}#{2,3}[ \t]+(?:.*[ \t])?(?P<x>\{(?P<id>[a-z0-9]+(?:[-.][a-z0-9]+)*)\})[ \t]*$")
_OPEN_ID = re.compile(r" {0,3}#{2,3}[ \t]+(?:.*[ \t])?(?P<x>\{[ \t]*#(?P<id>[^{}]*))$")
_EARLY_ID = re.compile(
    r"(?P<head> {0,3}#{2,3}[ \t].*?)[ \t]*(?P<x>\{[ \t]*#(?P<id>[^{}\s]+)[ \t]*\})(?P<rest>[^{}]*[^\s{}#])[ \t]*$"
)
_ID_SIGNS = re.compile(r" {0,3}#{2,3}[ \t]+(?:.*[ \t])?(?P<x>[(\[]#(?P<id>[a-z0-9]+(?:[-.][a-z0-9]+)*)[)\]])[ \t]*$")
_HEADING = re.compile(r" {0,3}(?P<signs>#{1,3})(?:[ \t]|$)")
_NO_SPACE_HEADING = re.compile(r" {0,3}(?P<sign>#{2,3})[^#\s]")
_DEEP_ID = re.compile(r" {0,3}(?P<signs>#{4,6})[ \t]+(?:.*[ \t])?\{[ \t]*#[^{}]*\}[ \t]*$")
"""A heading with an id, which only a question or a topic has, and with too many signs."""
DEEP_HEADING = "this heading has too many # signs"
DEEP_HEADING_HELP = "begin a question with `###`, and a topic with `##`"


class LineSlip(NamedTuple):
    """A slip at ``column`` (from 0) of a line: what is wrong, how to fix it, and the line as it is meant."""

    column: int
    code: Code
    message: str
    help: str
    meant: str


class _Line(NamedTuple):
    """A line of a set, the nearest line above it that is not empty, and where it is."""

    text: str
    above: str
    in_question: bool
    after_gap: bool
    """Whether a part of a question can begin here: below an empty line, a heading or an answer."""
    answered: bool
    """Whether the question's answer is above."""
    labels: frozenset[str]
    """The labels above in the question."""


def line_slips(lines: Sequence[str], first: int, opaque: Collection[int]) -> Iterator[tuple[int, LineSlip]]:
    """Yield each slip in ``lines`` from line ``first`` (from 0) on, with its line; ``opaque`` lines are skipped."""
    above, in_question, gap, answered = "", False, True, False
    labels: set[str] = set()
    for at in range(first, len(lines)):
        text = lines[at]
        if not text.strip():
            gap = True
            continue
        if at in opaque:
            above, gap = "", True
            continue
        for look in _LOOKS:  # a line may have several slips
            if (slip := look(_Line(text, above, in_question, gap, answered, frozenset(labels)))) is not None:
                yield at, slip
                text = slip.meant
        if heading := _HEADING.match(text):
            in_question = heading["signs"] == "###"
            answered = bool(find_marks(text))
            labels.clear()
        elif label := LABEL.match(text):
            labels.add(label["label"])
        answered = answered or any(sign.match(text) for sign in (ANSWER, ANSWER_LABEL, _OPTION))
        above, gap = text, bool(heading or ANSWER.match(text) or LIST_SIGN.match(text) or text.startswith(("|", "![")))


_NOT_A_SPACE = "this is not a plain space (perhaps a no-break space from a word processor)"


def _indented(line: _Line) -> LineSlip | None:
    """Find such characters before a sign that begins a line."""
    found = _INDENTED.match(line.text)
    if found is None:
        return None
    help = f"delete everything before {line.text[found.end('x') :].split(maxsplit=1)[0]}"
    return LineSlip(0, Code.SYNTAX, _NOT_A_SPACE, help, line.text[found.end("x") :])


def _other_space(line: _Line) -> LineSlip | None:
    """Find characters that are not plain spaces where the format needs one."""
    patterns = (*_SPACES, _STEP) if _ABOVE_STEP.match(line.above) else _SPACES
    meant, number, column = line.text, 0, len(line.text)
    while found := next(filter(None, (pattern.match(meant) for pattern in patterns)), None):
        start, end = found.span("x")
        meant = f"{meant[:start]}{' ' * (end - start)}{meant[end:]}"
        number, column = number + end - start, min(column, start)
    if not number:
        return None
    help = (
        "replace it with a plain space"
        if number == 1
        else f"replace {count(number, 'such character')} with plain spaces"
    )
    return LineSlip(column, Code.SYNTAX, _NOT_A_SPACE, help, meant)


def _box(line: _Line) -> LineSlip | None:
    if not line.in_question:
        return None
    if found := _BOX_NO_SPACE.fullmatch(line.text):
        meant = f"{found['box']} {found['rest']}"
        message, help = "missing space after the checkbox", f"write `{meant.strip()[:80]}`"
        return LineSlip(found.end("box"), Code.SYNTAX, message, help, meant)
    found = _NO_SPACE_BOX.fullmatch(line.text)
    if found is None:
        return None
    meant = f"{found['dash']} [{found['sign'] or ' '}] {found['rest']}"
    shown = meant.strip()
    return LineSlip(found.start("x"), Code.SYNTAX, "missing space after the dash", f"write `{shown[:80]}`", meant)


def _id(line: _Line) -> LineSlip | None:
    if found := _BARE_ID.fullmatch(line.text):
        message, written = "the id in braces has no #", f"{{#{found['id']}}}"
    elif found := _OPEN_ID.fullmatch(line.text):
        message, written = "the brace before the id is not closed", f"{{#{found['id'].strip()}}}"
    elif found := _ID_SIGNS.fullmatch(line.text):
        message, written = "the id is not in braces", f"{{#{found['id']}}}"
    elif found := _EARLY_ID.fullmatch(line.text):
        message, written = "the id is not at the end of the heading", f"{{#{found['id']}}}"
        meant = f"{found['head']}{found['rest']} {written}"
        return LineSlip(found.start("x"), Code.BAD_ID, message, f"write `{meant.strip()[-80:]}`", meant)
    else:
        return None
    meant = f"{line.text[: found.start('x')]}{written}"
    return LineSlip(found.start("x"), Code.BAD_ID, message, f"write {written}", meant)


def _deep_heading(line: _Line) -> LineSlip | None:
    found = _DEEP_ID.match(line.text)
    if found is None:
        return None
    start = found.start("signs")
    meant = f"###{line.text[found.end('signs') :]}"
    return LineSlip(start, Code.MISPLACED_TEXT, DEEP_HEADING, DEEP_HEADING_HELP, meant)


def _label(line: _Line) -> LineSlip | None:
    if not line.in_question:
        return None
    if (label := LABEL.match(line.text)) is not None:  # `Why: Explanation: …`
        again = label_slip(line.text[label.end() :])
        if again is None or again.meant != label["label"]:
            return None
        start, end = (label.end() + at for at in (again.start, again.end))
        return _without(line, start, end)
    slip = label_slip(line.text) if line.after_gap else None
    if slip is None or (slip.is_synonym and line.answered is (slip.meant == "Answer")):
        return None
    if slip.meant in line.labels and slip.is_synonym:
        return _without(line, slip.start, slip.end)
    written = line.text[slip.start : slip.end]
    help = f"write `{slip.meant}:`; if `{written}` is part of the text, write `\\{written}`"
    meant = f"{line.text[: slip.start]}{slip.meant}:{line.text[slip.end :]}"
    return LineSlip(slip.start, Code.MISPLACED_TEXT, f"unknown label {written!r}", help, meant)


def _without(line: _Line, start: int, end: int) -> LineSlip:
    """Return the slip of a label that repeats the one above it or before it."""
    written = line.text[start:end]
    meant = f"{line.text[:start]}{line.text[end:].lstrip()}"
    help = f"delete {written!r}; learners would see it"
    return LineSlip(start, Code.MISPLACED_TEXT, f"{written!r} repeats the label of this text", help, meant)


_LOOKS: Sequence[Callable[[_Line], LineSlip | None]] = (_indented, _other_space, _box, _id, _deep_heading, _label)


def heading_without_space(line: str) -> tuple[int, Code, str, str] | None:
    """Return the column, the code, the message and the help for a line such as ``###Which river?``; None for others."""
    found = _NO_SPACE_HEADING.match(line)
    if found is None:
        return None
    help = "add a space; without it, this is not a heading"
    return found.end("sign"), Code.SYNTAX, f"missing space after {found['sign']}", help
