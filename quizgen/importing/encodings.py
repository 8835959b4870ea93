"""Detect a text file's encoding: UTF-8 and UTF-16 with or without a byte order mark, or Windows-1252."""

import codecs

from quizgen.importing.items import ImportRefusedError

WESTERN = "Windows-1252"
"""The encoding of text that is not Unicode, unless the author names another one."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text, with line ends as line feeds, and the name of its encoding. Raises ImportRefusedError.

    A given ``encoding`` is used as it is: single-byte encodings cannot be told apart by their content.
    """
    if encoding is not None:
        return _decoded(content, _known(encoding), encoding)
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content, codec, name)
    half = content[: len(content) // 2 * 2]
    # Latin letters in UTF-16 have a zero in every second byte; other text encodings have no zero bytes.
    if len(half) > 3 and half[1::2].count(0) * 2 > len(half[1::2]):
        return _decoded(content, "utf-16-le", "UTF-16 without a byte order mark")
    if len(half) > 3 and half[::2].count(0) * 2 > len(half[::2]):
        return _decoded(content, "utf-16-be", "UTF-16 without a byte order mark")
    if b"\0" in content:
        raise ImportRefusedError("the file contains NUL bytes, so it is not text")
    try:
        return _decoded(content, "utf-8", "UTF-8")
    except ImportRefusedError:
        return _decoded(content, "cp1252", WESTERN)


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)  # some of Python's codecs are not for text
    except (LookupError, ValueError):
        raise ImportRefusedError(
            f"{encoding!r} is not a text encoding; use a name such as utf-8 or windows-1251"
        ) from None
    return encoding


def _decoded(content: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        text = content.decode(codec).removeprefix("\ufeff")
    except UnicodeError:
        raise ImportRefusedError(
            f"the file looks like {name} but contains bytes that are invalid in that encoding; save it as UTF-8"
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n"), name
