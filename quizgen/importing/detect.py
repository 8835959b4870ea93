"""Detect the format of another program's file, and read it."""

from collections.abc import Sequence
from typing import Literal

from quizgen.importing.aiken import looks_like_aiken, read_aiken
from quizgen.importing.anki_notes import ImportChoices
from quizgen.importing.anki_text import has_anki_headers, read_anki_text
from quizgen.importing.encodings import decode
from quizgen.importing.gift import looks_like_gift, read_gift
from quizgen.importing.items import Found, ImportRefusedError, Watch, limited
from quizgen.importing.packages import is_package, read_package
from quizgen.importing.plain import CONTROLS, has_controls
from quizgen.importing.tables import read_table

Form = Literal["apkg", "aiken", "gift", "table"]
_SPREADSHEET = "save it as CSV UTF-8 in your spreadsheet program and import that"
_DOCUMENT = "put its questions into a table or text file as shown in docs/importing.md"
# Formats that people try first, with what to do instead.
_INSTEAD = {
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".numbers"), _SPREADSHEET),
    **dict.fromkeys((".docx", ".doc", ".odt", ".pdf"), _DOCUMENT),
    ".xml": "export the questions from Moodle in GIFT format and import that",
}


def read(
    content: bytes,
    ending: str = "",
    form: Form | None = None,
    columns: Sequence[str] = (),
    *,
    encoding: str | None = None,
    choices: ImportChoices = ImportChoices(),  # noqa: B008 (immutable)
    watch: Watch | None = None,
) -> Found:
    """Return the items of ``content``; ``ending`` is the file name's, which helps if the content is ambiguous.

    ``columns`` names the columns of a table without a header row; ``encoding`` is detected if it is None. ``choices``
    are for Anki notes. ``watch`` is called with the progress. Raises ImportRefusedError if the file cannot be imported.
    """
    if form is None and (instead := _INSTEAD.get(ending.lower())):
        raise ImportRefusedError(f"{ending} files are not supported; {instead}")
    if form == "apkg" or (form is None and is_package(content)):
        return read_package(content, watch, choices)
    text, encoding = decode(content, encoding)
    form = form or ("table" if columns else None) or _form_of(text, ending.lower())
    total = text.count("\n") + 1
    notes = (f"left out {CONTROLS}",) if has_controls(text) else ()
    is_anki = has_anki_headers(text) and not columns and form not in {"aiken", "gift"}
    if choices.front and not is_anki:
        raise ImportRefusedError("--front and --back choose fields of Anki notes; use --columns for a table")
    if form == "aiken":
        return Found(f"Aiken, in {encoding}", limited(read_aiken(text), total, watch), notes=notes)
    if form == "gift":
        return Found(f"GIFT, in {encoding}", limited(read_gift(text), total, watch), notes=notes)
    if is_anki:
        title, items = read_anki_text(text, choices)
        return Found(f"Anki text, in {encoding}", limited(items, total, watch), title, notes)
    remarks, items = read_table(text, columns)
    return Found(f"a table, in {encoding}", limited(items, total, watch), notes=(*notes, *remarks))


def _form_of(text: str, ending: str) -> Form:
    if ending in {".csv", ".tsv"} or has_anki_headers(text):
        return "table"
    if ending == ".gift":
        return "gift"
    if looks_like_aiken(text):
        return "aiken"
    return "gift" if looks_like_gift(text) else "table"
