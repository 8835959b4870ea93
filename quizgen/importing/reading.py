"""A file of another program's, whatever its form: told by its content, read by the module that knows it."""

from typing import Literal

from quizgen.importing.aiken import looks_like_aiken, read_aiken
from quizgen.importing.encodings import decode
from quizgen.importing.gift import looks_like_gift, read_gift
from quizgen.importing.items import Found, limited
from quizgen.importing.markup import CONTROLS, has_controls
from quizgen.importing.packages import is_package, read_package
from quizgen.importing.tables import has_anki_headers, read_anki_text, read_table

Form = Literal["apkg", "aiken", "gift", "table"]
FORMS: tuple[Form, ...] = ("apkg", "aiken", "gift", "table")


def read(content: bytes, ending: str = "", form: Form | None = None) -> Found:
    """Everything in ``content``; ``ending`` is that of the file's name, a help where the content may be several things.

    Raises ImportRefusedError where nothing can be had from it.
    """
    if form == "apkg" or (form is None and is_package(content)):
        return read_package(content)
    text, encoding = decode(content)
    form = form or _form_of(text, ending.lower())
    notes = (f"left out {CONTROLS}",) if has_controls(text) else ()
    if form == "aiken":
        return Found(f"Aiken, in {encoding}", limited(read_aiken(text)), notes=notes)
    if form == "gift":
        return Found(f"GIFT, in {encoding}", limited(read_gift(text)), notes=notes)
    if has_anki_headers(text):
        title, items = read_anki_text(text)
        return Found(f"Anki's text, in {encoding}", limited(items), title, notes)
    return Found(f"a table, in {encoding}", limited(read_table(text)), notes=notes)


def _form_of(text: str, ending: str) -> Form:
    if ending in {".csv", ".tsv"} or has_anki_headers(text):
        return "table"
    if ending == ".gift":
        return "gift"
    if looks_like_aiken(text):
        return "aiken"
    return "gift" if looks_like_gift(text) else "table"
