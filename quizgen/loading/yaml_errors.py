"""The errors for a text that is not YAML, each with how to fix it."""

import re
from collections.abc import Iterator
from pathlib import Path

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.positions import Positions
from quizgen.loading.yaml_hints import find_slip
from quizgen.questions.codes import Code

_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_DASH = re.compile(r" *-(?= +[\w-]+:)")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


def yaml_errors(path: Path, text: str, message: str) -> list[Diagnostic]:
    """Return what is wrong with ``text``, the content of ``path``; ``message`` is the one of the YAML parser."""
    if message.startswith("duplicate mapping key"):
        if duplicates := Positions(text).duplicates():
            return [_duplicate(path, text, *duplicate) for duplicate in _first_of_each(duplicates)]
        return [Diagnostic(path, 1, 1, Code.DUPLICATE_KEY, message, "keep one of the two")]
    if "alias" in message:
        help = "write out the text instead of using & and *"
        return [Diagnostic(path, 1, 1, Code.ALIAS_BOMB, "the aliases in the file expand without limit", help)]
    place = _PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    reason = message.strip().splitlines()[-1].strip() or "not YAML"
    if fence := _FENCE.search(text):
        line = text.count("\n", 0, fence.start()) + 1
        help = "keep only what is between the two ``` lines"
        return [Diagnostic(path, line, 1, Code.SYNTAX, "the YAML is inside a Markdown code block", help)]
    slip = find_slip(text, line, column, reason)
    return [Diagnostic(path, slip.line, slip.column, Code.SYNTAX, slip.message, slip.help)]


def _first_of_each(duplicates: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Yield the first of several repeated keys on lines below each other: all of them lack the same dash."""
    last = -1
    for key, line, column in sorted(duplicates, key=lambda one: one[1:]):
        if line != last + 1:
            yield key, line, column
        last = line


def _duplicate(path: Path, text: str, key: str, line: int, column: int) -> Diagnostic:
    """Return the error for a ``key`` that its mapping already has."""
    lines = text.split("\n")
    message, help = f"duplicate key {key!r}", "keep one of the two"
    # The key's own line and those above it that are indented as much or less, the nearest first.
    before = [at for at in range(min(line - 1, len(lines)) - 1, -1, -1) if lines[at].strip()]
    owner = next((lines[at] for at in before if _indent(lines[at]) < column - 1), "")
    first = next((at for at in before if _key_at(lines[at], key, column)), None)
    is_block = line <= len(lines) and _key_at(lines[line - 1], key, column) and lines[line - 1].rstrip().endswith(":")
    if first is not None and owner.strip() == "pairs:":
        message = f"two pairs begin with {key!r}, the first on line {first + 1}"
        help = "correct one of them; each text on the left may occur only once"
    elif first is not None and is_block:
        message = f"duplicate key {key!r}, first used on line {first + 1}"
        between = [lines[at] for at in before if at > first]
        if all(_indent(one) >= column for one in between) and lines[first].rstrip().endswith(":"):
            help = f"delete this line; the lines below it then belong to the first {key!r}"
        else:
            help = f"move the lines below it to the end of the first {key!r}, then delete this line"
    if key in ("id", "kind"):
        above = next((found.end() for at in before if (found := _DASH.match(lines[at]))), None)
        if above is not None and line <= len(lines):
            written = lines[line - 1].strip()
            help += f"; if a new question or fact begins here, write `- {written}`, with the dash in column {above}"
    return Diagnostic(path, line, column, Code.DUPLICATE_KEY, message, help)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key_at(line: str, key: str, column: int) -> bool:
    """Return whether ``line`` has ``key``, perhaps in quotes or after a dash, in ``column`` (from 1)."""
    rest = line[column - 1 :]
    return not line[: column - 1].strip(" -") and any(
        rest.startswith(f"{one}:") for one in (key, f'"{key}"', f"'{key}'")
    )
