"""The formats of an import: the one table of them, with few imports, because the command line shows it."""

from collections.abc import Mapping
from typing import Literal, get_args

Format = Literal[
    "apkg", "aiken", "gift", "hashcards", "mkdocs-quiz", "moodle", "obsidian", "qti", "table", "text2qti"
]  # fmt: skip
"""The name of a format, as ``--format`` takes it."""

FORMATS: tuple[Format, ...] = get_args(Format)
"""Every format that can be imported."""

FORMAT_DESCRIPTIONS: Mapping[Format, str] = {
    "apkg": "Anki package (.apkg, .colpkg)",
    "aiken": "Aiken: choice questions in plain text",
    "gift": "GIFT: Moodle's text format",
    "hashcards": "hashcards: flashcards in plain text",
    "mkdocs-quiz": "mkdocs-quiz: quizzes in Markdown pages",
    "moodle": "Moodle XML",
    "obsidian": "Obsidian's spaced repetition",
    "qti": "QTI 1.2 from Canvas and other platforms (.zip, .imscc, .xml)",
    "table": "CSV, TSV, .xlsx, .xls, .ods, or Anki's plain-text export",
    "text2qti": "text2qti: quizzes in plain text",
}
"""What the files of each format are, in a few words."""
