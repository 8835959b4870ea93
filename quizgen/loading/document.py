"""Read a file into plain data: bytes, then text, then YAML 1.2 or Markdown.

Every failure is a diagnostic, never a traceback.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.yaml_parser import YamlError, load_yaml
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath
from quizgen.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from quizgen.loading.positions import Positions

MARKDOWN_ENDINGS = (".md", ".markdown")
"""Endings of sets that are written as Markdown."""

_OWN_ENDINGS = (".yaml", ".yml", ".json", *MARKDOWN_ENDINGS)

MAX_BYTES = 200_000_000
"""Far above any question set: protection against a mistaken path."""

CONFLICT = lazy_pattern(r"^<{7}(?:[ \t]|$)", re.MULTILINE)
"""The first line of a conflict that a merge left behind."""
_LONG_LINE = 3_500
_MANY_DIGITS = lazy_pattern(rf"\d[\da-fA-Fxo_]{{{_LONG_LINE}}}")
"""A number that Python may refuse to convert to text (more than 4,300 digits; fewer in hexadecimal)."""
_MANY_BITS = 14_000
_SECOND_DOCUMENT = lazy_pattern(r"^---(?:\s|$)", re.MULTILINE)


Place = tuple[int, int]
"""A line and a column, from 1."""


@dataclass(frozen=True)
class YamlPart:
    """A YAML text in a document: the complete file, or the front matter or fields of a Markdown set.

    Its keys belong to the value at ``at`` in the document's data. ``first_line`` is its line in the file, from 1.
    ``lengths`` are the lengths of the lists at its top level, by key, if they are known.
    """

    text: str
    at: DataPath = ()
    first_line: int = 1
    lengths: Mapping[str, int] = field(default_factory=dict, compare=False)

    @cached_property
    def positions(self) -> "Positions":
        """The positions in the file of everything in the text."""
        return _positions_in(self.text, self.first_line, self.lengths)

    def moved(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return ``diagnostics``, found in the text alone, with their lines in the file."""
        return [replace(one, line=one.line + self.first_line - 1) for one in diagnostics]


@dataclass(frozen=True)
class Document:
    """A file of facts or questions: its text, its data (a mapping), and on demand the position of every part."""

    path: Path
    text: str
    data: dict[str, Any]
    markdown: "MarkdownPositions | None" = None
    """The positions in a Markdown set; None if the complete file is YAML."""

    @cached_property
    def yaml_parts(self) -> tuple[YamlPart, ...]:
        """The parts of the file that are YAML."""
        if self.markdown is not None:
            return self.markdown.parts
        lengths = {str(key): len(value) for key, value in self.data.items() if isinstance(value, list)}
        return (YamlPart(self.text, lengths=lengths),)

    @property
    def positions(self) -> "Positions | MarkdownPositions":
        """The positions in the text. Computed only if there is something to point at: it costs more than reading."""
        return self.yaml_parts[0].positions if self.markdown is None else self.markdown


@dataclass(frozen=True)
class MarkdownPositions:
    """Line and column (from 1) of everything that a Markdown set writes, in its YAML ``parts`` or above them."""

    parts: tuple[YamlPart, ...]
    places: Mapping[DataPath, Place]

    def of(self, path: DataPath, *, key: bool = False) -> Place:
        """Return the position of the value (or key) at ``path``, or of the last part of the path that exists."""
        part = self._parts.get(path[:2]) if path[:1] == ("questions",) else self.parts[0]
        inside = path[len(part.at) :] if part is not None else ()
        if part is not None and inside and part.positions.has(inside[0]):
            return part.positions.of(inside, key=key)
        ends = range(len(path), 0, -1)
        return next((self.places[path[:end]] for end in ends if path[:end] in self.places), (1, 1))

    @cached_property
    def _parts(self) -> dict[DataPath, YamlPart]:
        return {part.at: part for part in self.parts}


def _positions_in(text: str, first_line: int = 1, lengths: Mapping[str, int] = MappingProxyType({})) -> "Positions":
    from quizgen.loading.positions import Positions  # imports PyYAML

    return Positions(text, first_line, lengths)


def read_document(path: Path) -> Document:
    """Read ``path`` as one YAML mapping or a Markdown set; raise LoadError with every error."""
    return document_of(path, read_text(path))


def read_text(path: Path) -> str:
    """Return the file's text without a byte order mark; raise LoadError if it cannot be read or is not UTF-8."""
    content = read_bytes(path)
    if path.suffix.lower() not in _OWN_ENDINGS:
        from quizgen.loading.foreign import foreign_file

        if foreign := foreign_file(path):
            raise LoadError([foreign])
    return _decode(path, content)


def is_markdown(path: Path) -> bool:
    """Return whether the name of ``path`` is that of a Markdown set."""
    return path.suffix.lower() in MARKDOWN_ENDINGS


def document_of(path: Path, text: str) -> Document:
    """Parse ``text``, the content of ``path``, by the ending of ``path``; raise LoadError as ``read_document`` does."""
    if not text.strip():
        raise LoadError(
            [
                _at_start(
                    path,
                    Code.EMPTY,
                    "the file is empty",
                    "write a set or seed as described in docs/authoring.md, or delete the file",
                )
            ]
        )
    if is_markdown(path):
        from quizgen.loading.markdown.reader import read_markdown  # imports markdown-it

        _refuse_nul(path, text)
        read = read_markdown(path, text)
        if read.diagnostics:
            raise LoadError(read.diagnostics)
        return read.document
    if path.suffix.lower() not in _OWN_ENDINGS:
        _refuse_foreign(path, text)
    return Document(path, text, parse_yaml(path, text))


def parse_yaml(path: Path, text: str) -> dict[str, Any]:
    """Return the mapping that ``text``, all or a part of the content of ``path``, holds; raise LoadError if none."""
    _refuse_nul(path, text)
    try:
        data: Any = load_yaml(text)
    except YamlError as error:
        _refuse_conflicts(path, text)
        from quizgen.loading.yaml_errors import yaml_errors  # few files need it

        raise LoadError(yaml_errors(path, text, str(error))) from None
    except TypeError:  # Python's error for a key that is not hashable
        help = "if this is meant as text, put it in quotes; for the list of valid keys, see docs/authoring.md"
        place = _positions_in(text).nested_key()
        raise LoadError(
            [
                Diagnostic(
                    path, *place, Code.SYNTAX, "a key must be a word, not a list in brackets or keys in braces", help
                )
            ]
        ) from None
    if data is None:
        raise LoadError([_at_start(path, Code.EMPTY, "the file contains only comments", "add an id and a title")])
    if isinstance(data, list) and (second := _second_document(text)):
        message, help = "a second YAML document begins here", "keep one document per file; remove the --- line"
        raise LoadError([Diagnostic(path, second, 1, Code.SEVERAL_DOCUMENTS, message, help)])
    if not isinstance(data, dict):
        _refuse_foreign(path, text)
        kind = "a list" if isinstance(data, list) else "a single value"
        raise LoadError(
            [
                _at_start(
                    path,
                    Code.NOT_MAPPING,
                    f"the file contains {kind}, not keys and values",
                    "start the file with keys such as `id:` and `title:`",
                )
            ]
        )
    has_long_line = max(map(len, text.split("\n"))) > _LONG_LINE  # much faster to find than digits
    if has_long_line and (found := _MANY_DIGITS.search(text)) and _holds_giant(data):
        message, help = "this number has thousands of digits", "shorten it, or put it in quotes"
        raise LoadError([Diagnostic(path, *_place(text[: found.start()]), Code.TOO_LONG, message, help)])
    return data


def _refuse_foreign(path: Path, text: str) -> None:
    from quizgen.loading.foreign import foreign_text

    if foreign := foreign_text(path, text):
        raise LoadError([foreign])


def _refuse_conflicts(path: Path, text: str) -> None:
    if places := [_place(text[: found.start()]) for found in CONFLICT.finditer(text)]:
        raise LoadError(conflict(path, line) for line, _ in places)


def conflict(path: Path, line: int) -> Diagnostic:
    """Return the error for a merge conflict that begins at ``line``, from 1."""
    help = (
        "keep one of the two versions (or both, if they are different questions), and delete the lines <<<<<<<, "
        "======= and >>>>>>>"
    )
    return Diagnostic(path, line, 1, Code.SYNTAX, "a merge conflict begins here", help)


def read_bytes(path: Path) -> bytes:
    """Return the file's bytes; raise LoadError if it does not exist, is a folder, or cannot be read."""
    try:
        # A device has no size and may have no end.
        content = None
        if path.stat().st_size <= MAX_BYTES:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        if content is None or len(content) > MAX_BYTES:
            raise LoadError(
                [_at_start(path, Code.TOO_LARGE, "the file is larger than 200 MB", "split it into smaller files")]
            )
        return content
    except FileNotFoundError:
        diagnostic = _at_start(
            path,
            Code.MISSING_FILE,
            "the file does not exist",
            "check the path; `quizgen list` shows the available sets",
        )
    except IsADirectoryError:
        diagnostic = _at_start(path, Code.IS_FOLDER, "this is a folder, not a file", "specify a file in this folder")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        diagnostic = _at_start(
            path, Code.UNREADABLE, f"the file cannot be read: {reason}", "check its path and permissions"
        )
    raise LoadError([diagnostic])


def _decode(path: Path, content: bytes) -> str:
    try:
        # Some editors write a byte order mark; that is not an error.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        help = "save it as UTF-8 in your editor"
        diagnostic = Diagnostic(path, *_place(before), Code.NOT_UTF8, "the file is not valid UTF-8 from here on", help)
        raise LoadError([diagnostic]) from None


def _refuse_nul(path: Path, text: str) -> None:
    # yaml-rs ends a plain scalar at a NUL and silently drops the rest, so NUL must never reach the models.
    before, nul, _ = text.partition("\x00")
    if nul:
        help = "delete the character; most editors do not display it"
        diagnostic = Diagnostic(path, *_place(before), Code.FORBIDDEN_CHARACTER, "NUL characters are not allowed", help)
        raise LoadError([diagnostic])


def _second_document(text: str) -> int | None:
    """Return the line of the ``---`` that ends the first document; one at the start of a file begins it."""
    for marker in _SECOND_DOCUMENT.finditer(text):
        before = text[: marker.start()]
        if any(line.strip() and not line.lstrip().startswith(("#", "%")) for line in before.splitlines()):
            return before.count("\n") + 1
    return None


def _holds_giant(data: Any) -> bool:
    if isinstance(data, dict):
        return any(_holds_giant(part) for pair in data.items() for part in pair)
    if isinstance(data, list):
        return any(map(_holds_giant, data))
    return isinstance(data, int) and data.bit_length() > _MANY_BITS


def _place(before: str) -> tuple[int, int]:
    """Return the line and column, from 1, of what follows ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _at_start(path: Path, code: Code, message: str, help: str) -> Diagnostic:
    return Diagnostic(path, 1, 1, code, message, help)
