"""The formats of an import: the one list of them, with few imports, because the command line shows it."""

from typing import Literal, get_args

Form = Literal[
    "apkg", "aiken", "gift", "hashcards", "mkdocs-quiz", "moodle", "obsidian", "qti", "table", "text2qti"
]  # fmt: skip
"""The name of a format, as ``--format`` takes it."""

FORMS: tuple[Form, ...] = get_args(Form)
"""Every format that can be imported."""
