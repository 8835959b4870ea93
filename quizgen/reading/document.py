"""From a file to plain data: bytes, characters, YAML 1.2. Every way this can fail is a fault, none is a traceback."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml_rs

from quizgen.questions.codes import Code
from quizgen.reading.faults import Fault, FaultsError
from quizgen.reading.positions import Positions

MAX_BYTES = 200_000_000
"""Far above any question set: a guard against a mistaken path, not a limit anybody meets."""

_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_PLACE = re.compile(r"at line (\d+), column (\d+)")


@dataclass(frozen=True)
class Document:
    """A YAML file, read: its text, its data (a mapping), and on demand the place of every part of it."""

    path: Path
    text: str
    data: dict[str, Any]

    @cached_property
    def positions(self) -> Positions:
        """Where things stand in the text. Made only when there is something to point at: it costs more than reading."""
        return Positions(self.text)


def read_document(path: Path) -> Document:
    """Read ``path`` as one YAML mapping; raise FaultsError with everything that stands in the way."""
    return document_of(path, _decode(path, read_bytes(path)))


def document_of(path: Path, text: str) -> Document:
    """``text``, as it stands or is to stand in ``path``, read as one YAML mapping; raises as ``read_document`` does."""
    if not text.strip():
        raise FaultsError([_fault(path, Code.EMPTY, "the file is empty", "see docs/authoring.md for a first set")])
    _refuse_nul(path, text)
    try:
        data: Any = yaml_rs.loads(text, parse_datetime=False)
    except yaml_rs.YAMLDecodeError as error:
        raise FaultsError(_yaml_faults(path, text, str(error))) from None
    if data is None:
        raise FaultsError([_fault(path, Code.EMPTY, "the file holds only comments", "write an id and a title first")])
    if isinstance(data, list) and len(re.findall(r"^---(?:\s|$)", text, re.MULTILINE)) > 1:
        problem, mend = "the file holds several YAML documents", "keep one document a file: take out the --- lines"
        raise FaultsError([_fault(path, Code.SEVERAL_DOCUMENTS, problem, mend)])
    if not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "a single value"
        raise FaultsError(
            [_fault(path, Code.NOT_MAPPING, f"the file holds {kind}", "start it with keys such as `id:` and `title:`")]
        )
    return Document(path, text, data)


def read_bytes(path: Path) -> bytes:
    """The file's bytes; raise FaultsError when there is no such file, or it is a folder, unreadable or huge."""
    try:
        # A device has no size, and perhaps no end.
        content = None
        if path.stat().st_size <= MAX_BYTES:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        if content is None or len(content) > MAX_BYTES:
            raise FaultsError([_fault(path, Code.TOO_LARGE, "the file is larger than 200 MB", "split it")])
        return content
    except FileNotFoundError:
        fault = _fault(path, Code.MISSING_FILE, "there is no such file", "`quizgen list` shows the sets at hand")
    except IsADirectoryError:
        fault = _fault(path, Code.IS_FOLDER, "this is a folder", "name a file in it")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        fault = _fault(path, Code.UNREADABLE, f"the file cannot be read: {reason}", "check its path and permissions")
    raise FaultsError([fault])


def _decode(path: Path, content: bytes) -> str:
    try:
        # A byte order mark at the start is what some editors write, not a fault.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        mend = "save it as UTF-8 in your editor"
        raise FaultsError(
            [Fault(path, line, column, Code.NOT_UTF8, "from here on the file is not UTF-8", mend)]
        ) from None


def _yaml_faults(path: Path, text: str, message: str) -> list[Fault]:
    if message.startswith("duplicate mapping key"):
        if duplicates := Positions(text).duplicates():
            return [
                Fault(path, line, column, Code.DUPLICATE_KEY, f"the key {key!r} stands twice", "keep one of the two")
                for key, line, column in duplicates
            ]
        return [_fault(path, Code.DUPLICATE_KEY, message, "keep one of the two")]
    if "alias" in message:
        mend = "write the text out instead of using & and *"
        return [_fault(path, Code.ALIAS_BOMB, "the aliases in the file multiply without end", mend)]
    place = _PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    reason = message.strip().splitlines()[-1].strip() or "not YAML"
    if fence := _FENCE.search(text):
        line = text.count("\n", 0, fence.start()) + 1
        mend = "keep what stands between the two ``` lines, and take out these and all else"
        return [Fault(path, line, 1, Code.SYNTAX, "this is Markdown round YAML", mend)]
    mend = "text with `: `, ` #` or a leading special sign needs quotes round it; check brackets and indentation too"
    return [Fault(path, line, column, Code.SYNTAX, f"this is not YAML: {reason}", mend)]


def _refuse_nul(path: Path, text: str) -> None:
    # yaml-rs ends a plain scalar at a NUL and drops the rest without a word, so NUL must not get as far as the models.
    before, nul, _ = text.partition("\x00")
    if nul:
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        mend = "delete the character; it shows in no editor"
        raise FaultsError([Fault(path, line, column, Code.FORBIDDEN_CHARACTER, "here stands a NUL character", mend)])


def _fault(path: Path, code: Code, problem: str, mend: str) -> Fault:
    return Fault(path, 1, 1, code, problem, mend)
