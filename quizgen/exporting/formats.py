"""The formats of an export: the one table of them, with their endings and what they can hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from quizgen.text.series import series

Format = Literal["apkg", "csv", "tsv", "gift", "moodle", "qti", "json", "md"]
"""The name of a format, as ``--to`` takes it."""

FORMATS: tuple[Format, ...] = get_args(Format)
"""Every format, in the order in which quizgen lists them."""

_EVERYWHERE = frozenset(
    "id kind topic tags explanation stem text answer answers distractors accept steps pairs range tolerance".split()
)
_ON_PLATFORMS = _EVERYWHERE | {"image", "audio", "shuffle", "options"}


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """What a format is called, and what it can hold."""

    label: str
    """Its name in messages."""
    description: str
    """What it is for, in a few words."""
    endings: tuple[str, ...]
    """Endings of its files in lower case; the first is the usual one."""
    is_anki: bool = False
    """Whether it holds Anki notes: a deck with one note for each core point, not every question."""
    is_own: bool = False
    """Whether it is a set of quizgen, which holds everything but the content of pictures and sounds."""
    fields: frozenset[str] = frozenset()
    """The fields of questions that it can hold, and ``share``, the credit for an option."""
    set_fields: frozenset[str] = frozenset()
    """The fields of a set, besides its id and tags, that it always holds."""


FORMAT_INFO: Mapping[Format, FormatInfo] = {
    "apkg": FormatInfo("Anki", "Anki package", (".apkg",), is_anki=True),
    "csv": FormatInfo("Anki text", "comma-separated text for Anki", (".csv",), is_anki=True),
    "tsv": FormatInfo("Anki text", "tab-separated text for Anki", (".tsv",), is_anki=True),
    "gift": FormatInfo("GIFT", "Moodle's text format", (".gift",), fields=_EVERYWHERE | {"reject", "share"}),
    "moodle": FormatInfo(
        "Moodle XML",
        "Moodle XML, with pictures, sounds, hints and units",
        (".xml",),
        fields=_ON_PLATFORMS | {"hint", "reject", "share", "unit", "retired"},
    ),
    "qti": FormatInfo(
        "QTI",
        "Canvas and other platforms (QTI 1.2)",
        (".qti.zip", ".zip"),
        fields=_ON_PLATFORMS | {"hint", "unit"},
        set_fields=frozenset({"title", "description"}),
    ),
    "json": FormatInfo("JSON", "the set as JSON, for scripts", (".json",), is_own=True),
    "md": FormatInfo("Markdown", "the set as Markdown", (".md", ".markdown"), is_own=True),
}
"""One entry for each format."""


def format_of(path: Path) -> Format | None:
    """Return the format of a file with this name; None if no format has its ending."""
    name = path.name.lower()
    return next((one for one in FORMATS if name.endswith(FORMAT_INFO[one].endings)), None)


def endings() -> str:
    """Return the usual ending of each format, as a list for messages."""
    return series((FORMAT_INFO[form].endings[0] for form in FORMATS), "or")
