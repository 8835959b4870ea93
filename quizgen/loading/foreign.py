"""Files of other programs that are taken for question sets: what they are, and that `quizgen import` reads them."""

import re
from pathlib import Path

from quizgen.loading.diagnostics import Diagnostic
from quizgen.questions.codes import Code
from quizgen.text.ids import kebab

_NAMES = {
    ".apkg": "an Anki package",
    ".colpkg": "an Anki package",
    ".csv": "a table",
    ".tsv": "a table",
    ".xlsx": "an Excel workbook",
    ".ods": "a spreadsheet",
    ".docx": "a Word document",
    ".odt": "a text document",
    ".gift": "a GIFT file",
}
"""What a file is, by its ending."""
_DOCUMENTS = (".docx", ".odt")
_GIFT = re.compile(r"^::.+::.+\{|^[^#\n]*\S[^\n{]*\{[ \t\n]*[=~]", re.MULTILINE)


def foreign_file(path: Path) -> Diagnostic | None:
    """Return the error for ``path`` if its ending is that of another program's file, else None."""
    name = _NAMES.get(path.suffix.lower())
    return None if name is None else _error(path, name)


def foreign_text(path: Path, text: str) -> Diagnostic | None:
    """Return the error for ``text``, which holds no keys, if it looks like GIFT or like Anki's text, else None."""
    if text.startswith(("#separator:", "#html:")):
        return _error(path, "Anki text")
    return _error(path, "a GIFT file") if _GIFT.search(text) else None


def _error(path: Path, name: str) -> Diagnostic:
    help = f"convert it to a set with `quizgen import {path} -o decks/{kebab(path.stem) or 'set'}.yaml`"
    if path.suffix.lower() in _DOCUMENTS:
        help = "put the questions into a table (CSV) or a GIFT file, and run `quizgen import` on that file"
    return Diagnostic(path, 1, 1, Code.FOREIGN_FILE, f"this is {name}, not a question set", help)
