"""A file of another program's, whatever its form: told by its content, read by the module that knows it."""

from collections.abc import Sequence
from typing import Literal

from quizgen.importing.aiken import looks_like_aiken, read_aiken
from quizgen.importing.anki_text import has_anki_headers, read_anki_text
from quizgen.importing.encodings import decode
from quizgen.importing.gift import looks_like_gift, read_gift
from quizgen.importing.items import Found, ImportRefusedError, Watch, limited
from quizgen.importing.packages import is_package, read_package
from quizgen.importing.plain import CONTROLS, has_controls
from quizgen.importing.tables import read_table

Form = Literal["apkg", "aiken", "gift", "table"]
_SPREADSHEET = "save it as CSV UTF-8 in your spreadsheet program, and import that"
_DOCUMENT = "write its questions into a table or a text, as docs/importing.md shows"
# Files that people try first, and what they can do instead.
_INSTEAD = {
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".numbers"), _SPREADSHEET),
    **dict.fromkeys((".docx", ".doc", ".odt", ".pdf"), _DOCUMENT),
    ".xml": "export the questions from Moodle in the GIFT format, and import that",
}
FORMS: tuple[Form, ...] = ("apkg", "aiken", "gift", "table")


def read(
    content: bytes,
    ending: str = "",
    form: Form | None = None,
    columns: Sequence[str] = (),
    *,
    encoding: str | None = None,
    watch: Watch | None = None,
) -> Found:
    """Everything in ``content``; ``ending`` is that of the file's name, a help where the content may be several things.

    ``columns`` names the columns of a table that does not name them; ``encoding`` is found out where it
    is None. ``watch`` is told how far the reading is.

    Raises ImportRefusedError where nothing can be had from it.
    """
    if form is None and (instead := _INSTEAD.get(ending.lower())):
        raise ImportRefusedError(f"files such as {ending} are not read: {instead}")
    if form == "apkg" or (form is None and is_package(content)):
        return read_package(content, watch)
    text, encoding = decode(content, encoding)
    form = form or ("table" if columns else None) or _form_of(text, ending.lower())
    total = text.count("\n") + 1
    notes = (f"left out {CONTROLS}",) if has_controls(text) else ()
    if form == "aiken":
        return Found(f"Aiken, in {encoding}", limited(read_aiken(text), total, watch), notes=notes)
    if form == "gift":
        return Found(f"GIFT, in {encoding}", limited(read_gift(text), total, watch), notes=notes)
    if has_anki_headers(text) and not columns:
        title, items = read_anki_text(text)
        return Found(f"Anki's text, in {encoding}", limited(items, total, watch), title, notes)
    told, items = read_table(text, columns)
    return Found(f"a table, in {encoding}", limited(items, total, watch), notes=(*notes, *told))


def _form_of(text: str, ending: str) -> Form:
    if ending in {".csv", ".tsv"} or has_anki_headers(text):
        return "table"
    if ending == ".gift":
        return "gift"
    if looks_like_aiken(text):
        return "aiken"
    return "gift" if looks_like_gift(text) else "table"
