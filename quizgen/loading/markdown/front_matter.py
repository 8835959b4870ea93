"""The front matter of a Markdown set: the YAML between two lines of three dashes at the top.

Lines are counted from 0.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import YamlPart, parse_yaml
from quizgen.questions.codes import Code
from quizgen.text.ids import kebab

_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_ALMOST_DASHES = re.compile(r"[-–—―−‐‑=*_](?:[ \t]*[-–—―−‐‑=*_]){0,9}")
"""A line of three dashes, or what a word processor or a typing error makes of it."""
_HEADING = re.compile(r" {0,3}#{2,3}[ \t]")
_FRONT_LINE = re.compile(r"\s*(?:#(?!#)|$|- )|\s*[\w-]+:(?:\s|$)|[ \t]")
"""A line that can belong to the front matter."""
_FRONT_VALUE = re.compile(r"(?P<key>[\w-]+): +(?P<value>\S.*)")


def front_matter_end(lines: Sequence[str]) -> int | None:
    """Return the number of the first line below the front matter, from 0; None if there is no front matter."""
    if not lines or lines[0].rstrip() != "---":
        return None
    return next((at + 1 for at, line in enumerate(lines[1:], 1) if _END.fullmatch(line)), None)


def no_front_matter(path: Path, lines: Sequence[str]) -> Diagnostic:
    """Return why the file has no complete front matter, at the line to change."""

    def found(line: int, message: str, help: str) -> Diagnostic:
        return Diagnostic(path, line + 1, 1, Code.NO_FRONT_MATTER, message, help)

    first = next(at for at, line in enumerate(lines) if line.strip())  # a file without text is refused earlier
    body = next((at for at, line in enumerate(lines) if _HEADING.match(line)), len(lines))
    almost = [at for at in range(first, body) if _ALMOST_DASHES.fullmatch(lines[at].strip())]
    if lines[first].rstrip() == "---" and first == 0:
        if almost[1:]:
            return _not_dashes(lines, almost[1:], found)
        end = next((at for at in range(1, len(lines)) if not _FRONT_LINE.match(lines[at])), len(lines))
        while not lines[end - 1].strip():
            end -= 1
        help = "write --- (three hyphens) on a separate line above this line"
        return found(min(end, len(lines) - 1), "the front matter is not closed", help)
    if almost[:1] == [first]:
        if lines[first].strip() != "---":
            return _not_dashes(lines, [at for at in almost if lines[at].rstrip() != "---"], found)
        help = "delete everything before the ---"
        return found(first, "the front matter does not begin at the start of the first line", help)
    dashes = [at for at in range(first, body) if lines[at].strip() == "---"]
    if len(dashes) > 1 and any(re.match(r"(?:id|title):", line) for line in lines[dashes[0] : dashes[1]]):
        message = "the front matter begins here, but must begin on the first line"
        return found(
            dashes[0],
            message,
            "delete everything above this line; if it is the title of the set, write it after `title:`",
        )
    help = "write --- on the first line, then `id: …` and `title: …`, then --- again"
    return found(0, "the file has no front matter", help)


def _not_dashes(lines: Sequence[str], wrong: Sequence[int], found: Callable[[int, str, str], Diagnostic]) -> Diagnostic:
    also = f", both here and on line {wrong[1] + 1}" if len(wrong) > 1 else ""
    found_line = lines[wrong[0]].strip()
    message = f"the front matter must begin and end with a line that contains only ---, not {found_line!r}"
    help = f"write --- (three hyphens, which some word processors turn into one long dash){also}"
    return found(wrong[0], message, help)


def read_front_matter(path: Path, front: YamlPart) -> tuple[YamlPart, dict[str, Any], list[Diagnostic]]:
    """Return the front matter, its data and its errors; raise LoadError if nothing of it can be used.

    A value that breaks it is read as text or left out, so that its error does not hide those of the questions.
    """
    found: list[Diagnostic] = []
    while True:
        try:
            return front, _front_data(path, front), found
        except LoadError as error:
            found += error.diagnostics
            without = _without_value(path, front, error.diagnostics[0])
            if without is None or without == front:
                raise LoadError(found) from None
            front = without


def _without_value(path: Path, front: YamlPart, diagnostic: Diagnostic) -> YamlPart | None:
    """Return ``front`` without the value that causes ``diagnostic``; None if that is not a value on one line."""
    lines = front.text.split("\n")
    at = diagnostic.line - front.first_line
    written = _FRONT_VALUE.fullmatch(lines[at]) if diagnostic.code is Code.SYNTAX and 0 <= at < len(lines) else None
    if written is None:
        return None
    match written["key"]:
        case "title" | "description" as key if not written["value"].startswith('"'):
            lines[at] = f"{key}: {json.dumps(written['value'], ensure_ascii=False)}"
        case "id":
            lines[at] = f"id: {kebab(path.stem) or 'x'}"
        case _:
            lines[at] = ""
    return replace(front, text="\n".join(lines))


def _front_data(path: Path, front: YamlPart) -> dict[str, Any]:
    if not front.text.strip():
        return {}
    try:
        return parse_yaml(path, front.text)
    except LoadError as error:
        raise LoadError(front.moved(error.diagnostics)) from None
