"""Text fields as pydantic types. Their patterns are checked in pydantic's core, which is fast."""

from typing import Annotated

from pydantic import Field, StringConstraints

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

Text = Annotated[str, StringConstraints(min_length=1, max_length=200_000, pattern=TEXT_PATTERN)]
"""Prose in quizgen's Markdown subset; it may have several lines."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=2_000, pattern=LINE_PATTERN)]
"""Text on one line: an option, a name, a title."""

Id = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=ID_PATTERN)]
"""A permanent name: lowercase words joined by hyphens, parts joined by dots."""

Tag = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=TAG_PATTERN)]
"""An Anki tag: no spaces, ``::`` between levels."""

Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN), Field(description="64 hexadecimal digits")]

Language = Annotated[str, StringConstraints(max_length=35, pattern=LANGUAGE_PATTERN)]
"""A language as a BCP 47 code (https://www.rfc-editor.org/info/bcp47): ``en``, ``pt-BR``, ``ar``."""
