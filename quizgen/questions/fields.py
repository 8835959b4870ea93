"""Text fields as pydantic types. Their patterns are checked in pydantic's core, which is fast."""

from typing import Annotated

from pydantic import Field
from pydantic_core import core_schema

from quizgen.text.lazy_pattern import lazy_pattern

# Characters that no question needs: C0 and C1 controls except tab and line feed, line and paragraph separators,
# bidirectional embeddings, overrides and isolates, which can disguise text, byte order marks, and noncharacters.
# LRM, RLM and ALM are allowed: right-to-left authors need them, and they hide nothing.
FORBIDDEN = r"\x00-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF"
FORBIDDEN_CHARACTER = lazy_pattern(f"[{FORBIDDEN}]")

TEXT_PATTERN = rf"^[^{FORBIDDEN}]*$"
LINE_PATTERN = rf"^[^\t\n{FORBIDDEN}]*$"
ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$"
TAG_PATTERN = r"^[^\s\"*_%\\" + FORBIDDEN + r"](?:[^\s\"*%\\" + FORBIDDEN + r"]*[^\s\"*%\\:" + FORBIDDEN + r"])?$"
LANGUAGE_PATTERN = r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"


class _Matching:
    """A text of limited length that matches a pattern.

    pydantic's own ``StringConstraints`` are split into parts and put together again for each field of each model, which
    takes a fifth of the time in which the models are built.
    """

    def __init__(self, pattern: str, *, min_length: int | None = None, max_length: int | None = None) -> None:
        self._pattern, self._min_length, self._max_length = pattern, min_length, max_length

    def __get_pydantic_core_schema__(self, source: type[str], handler: object) -> core_schema.CoreSchema:
        return core_schema.str_schema(pattern=self._pattern, min_length=self._min_length, max_length=self._max_length)


Text = Annotated[str, _Matching(TEXT_PATTERN, min_length=1, max_length=200_000)]
"""Prose in quizgen's Markdown subset; it may have several lines."""

Line = Annotated[str, _Matching(LINE_PATTERN, min_length=1, max_length=2_000)]
"""Text on one line: an option, a name, a title."""

Id = Annotated[str, _Matching(ID_PATTERN, min_length=1, max_length=200)]
"""A permanent name: lowercase words joined by hyphens, parts joined by dots."""

Tag = Annotated[str, _Matching(TAG_PATTERN, min_length=1, max_length=100)]
"""An Anki tag: no spaces, ``::`` between levels."""

Sha256 = Annotated[str, _Matching(SHA256_PATTERN), Field(description="64 hexadecimal digits")]

Language = Annotated[str, _Matching(LANGUAGE_PATTERN, max_length=35)]
"""A language as a BCP 47 code (https://www.rfc-editor.org/info/bcp47): ``en``, ``pt-BR``, ``ar``."""
