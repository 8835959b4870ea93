"""Detect the format of another program's file, and read it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO

from quizgen.apkg.archive import Archive, PackageError
from quizgen.apkg.package import FORMS as COLLECTIONS
from quizgen.importing.aiken import looks_like_aiken, read_aiken
from quizgen.importing.anki_notes import ImportChoices, remarks_on_learners
from quizgen.importing.anki_text import has_anki_headers, read_anki_text
from quizgen.importing.encodings import WESTERN, decode
from quizgen.importing.formats import Format
from quizgen.importing.gift import gift_categories, looks_like_gift, read_gift
from quizgen.importing.hashcards import looks_like_hashcards, read_hashcards
from quizgen.importing.items import MAX_ITEMS, Found, ImportRefusedError, Item, limited
from quizgen.importing.mkdocs_quiz import looks_like_mkdocs, read_mkdocs
from quizgen.importing.moodle_xml import read_moodle
from quizgen.importing.obsidian import about_obsidian, looks_like_obsidian, read_obsidian
from quizgen.importing.own_notes import own_set
from quizgen.importing.packages import is_package, read_package
from quizgen.importing.plain import CONTROLS, has_controls
from quizgen.importing.qti import ROOT, is_qti_package, read_qti, read_qti_package
from quizgen.importing.spreadsheets import ENDINGS, read_spreadsheet
from quizgen.importing.tables import read_table
from quizgen.importing.text2qti import about_text2qti, looks_like_text2qti, read_text2qti
from quizgen.importing.xml_files import MAX_PROLOG, root_name
from quizgen.progress import Watcher

_Reader = Callable[[str], Iterator[Item]]
_TEXT_FORMATS: Mapping[str, tuple[str, _Reader]] = {
    "aiken": ("Aiken", read_aiken),
    "hashcards": ("hashcards", read_hashcards),
    "mkdocs-quiz": ("mkdocs-quiz", read_mkdocs),
    "obsidian": ("Obsidian cards", read_obsidian),
    "text2qti": ("text2qti", read_text2qti),
}
"""Formats that are lines of text: their names, and how they are read."""
_ABOUT: Mapping[str, Callable[[str], tuple[str | None, dict[str, str], tuple[str, ...]]]] = {
    "obsidian": about_obsidian,
    "text2qti": about_text2qti,
}
"""What some of them say about the file as a whole: its title, the fields of the set, and what is left out."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_PLATFORM = "export the questions as QTI 1.2, Moodle XML, GIFT or a table, then import the exported file"
_DOCUMENT = "copy its questions into a table or text file, as shown in docs/importing.md"
_R_EXAMS = "in R, export the questions with exams2moodle() from the exams package, then import the XML file"
# Formats that people try first, with what to do instead.
_INSTEAD = {
    ".numbers": "export the spreadsheet from Numbers as Excel, then import the exported file",
    **dict.fromkeys((".docx", ".doc", ".odt", ".pdf", ".pptx"), _DOCUMENT),
    ".mochi": "export the deck from Mochi as CSV, then import the exported file",
    ".cards": "export the cards from Mnemosyne as a tab-separated text file, then import the exported file",
    ".kno": _DOCUMENT,
    **dict.fromkeys((".rmd", ".rnw"), _R_EXAMS),
}
# What a zip archive with a part of this name is, with what to do instead.
_ARCHIVES = {
    "h5p.json": ("an H5P package", _DOCUMENT),
    "word/document.xml": ("a Word document", _DOCUMENT),
    "data.json": ("a Mochi deck", "export the deck from Mochi as CSV, then import the exported file"),
    "data.edn": ("a Mochi deck", "export the deck from Mochi as CSV, then import the exported file"),
}
# What an XML file with this outermost element is, with what to do instead.
_ROOTS = {
    "SuperMemoCollection": (
        "an XML file from SuperMemo",
        "export the questions from SuperMemo as text (Q: and A: lines), then import that file",
    ),
    **dict.fromkeys(("assessmentItem", "POOL", "problem"), ("an XML file from a learning platform", _PLATFORM)),
}
_TEXTS = (
    (
        re.compile(r"version https://git-lfs\.github\.com/"),
        "a Git LFS pointer",
        "run `git lfs pull` in its repository, or download the file itself",
    ),
    (re.compile(r"\s*[\[{]\s*[\"\[{]"), "a JSON file", "convert it to CSV with the columns question and answer"),
    (re.compile(r"%PDF-"), "a PDF file", _DOCUMENT),
    (re.compile(r"\s*<!doctype html\b|\s*<html\b", re.IGNORECASE), "a web page", _DOCUMENT),
    (re.compile(r"(?:[^\n]*\n)*?(?:extype:|\\extype\{)"), "a question of R/exams", _R_EXAMS),
)


def read(
    content: bytes,
    ending: str = "",
    form: Format | None = None,
    columns: Sequence[str] = (),
    *,
    encoding: str | None = None,
    separator: str | None = None,
    has_header: bool | None = None,
    choices: ImportChoices = ImportChoices(),  # noqa: B008 (immutable)
    watch: Watcher | None = None,
) -> Found:
    """Return the items of ``content``; ``ending`` is the file name's, which helps if the content is ambiguous.

    ``columns`` names the columns of a table without a header row; ``encoding``, the ``separator`` of a table and
    whether its first row is a header (``has_header``) are detected if they are None. ``choices`` are for Anki notes.
    ``watch`` is called with the progress. Raises ImportRefusedError if the file cannot be imported.
    """
    if form is None and (instead := _INSTEAD.get(ending.lower())):
        raise ImportRefusedError(f"{ending} files are not supported; {instead}")
    if form is None and (ending.lower() in ENDINGS or content.startswith(_OLD_EXCEL)):
        remarks, items = read_spreadsheet(content, columns, has_header=has_header)
        return Found("a spreadsheet", limited(items, MAX_ITEMS, watch), notes=remarks)
    if (found := _read_archive_or_xml(content, form, choices, watch)) is not None:
        return found
    is_given = encoding is not None
    text, encoding = decode(content, encoding)
    if form is None and not columns and (other := _other_program(text)):
        what, instead = other
        raise ImportRefusedError(f"the file is {what}, which quizgen cannot read; {instead}")
    form = form or ("table" if columns or separator else None) or _format_of(text, ending.lower())
    total = text.count("\n") + 1
    notes = tuple(_remarks_on_text(text, is_guess=encoding == WESTERN and not is_given))
    is_anki = has_anki_headers(text) and not columns and form not in {*_TEXT_FORMATS, "gift"}
    if choices.front and not is_anki:
        raise ImportRefusedError("--front and --back choose fields of Anki notes; use --columns for a table")
    if form in _TEXT_FORMATS:
        label, read_items = _TEXT_FORMATS[form]
        title, heading, remarks = _ABOUT[form](text) if form in _ABOUT else (None, {}, ())
        taken = limited(read_items(text), total, watch)
        return Found(f"{label}, in {encoding}", taken, title, (*notes, *remarks), heading=heading)
    if form == "gift":
        title = gift_categories(text).title
        return Found(f"GIFT, in {encoding}", limited(read_gift(text), total, watch), title, notes)
    if is_anki:
        title, headers, items = read_anki_text(text, choices)
        taken = limited(items, total, watch)
        return own_set(Found(f"Anki text, in {encoding}", taken, title, (*notes, *remarks_on_learners(taken))), headers)
    remarks, items = read_table(text, columns, separator, is_csv=ending.lower() == ".csv", has_header=has_header)
    return Found(f"a table, in {encoding}", limited(items, total, watch), notes=(*notes, *remarks))


def _read_archive_or_xml(
    content: bytes, form: Format | None, choices: ImportChoices, watch: Watcher | None
) -> Found | None:
    """Return the items of a zip archive or an XML file; None if ``content`` is neither."""
    if is_package(content) and (form == "qti" or (form is None and _is_qti(content))):
        return read_qti_package(content, watch)
    if form == "apkg" or (form is None and is_package(content)):
        _refuse_other_archives(content, is_detected=form is None)
        return read_package(content, watch, choices)
    if form == "moodle" or (form is None and _is_moodle(content)):
        return read_moodle(content, watch)
    if form == "qti" or (form is None and root_name(content) == ROOT):
        return read_qti(content, watch)
    return None


def _remarks_on_text(text: str, *, is_guess: bool) -> Iterator[str]:
    """Yield what was left out of the file, and what to do if its encoding, which ``is_guess``, is wrong."""
    if has_controls(text):
        yield f"left out {CONTROLS}"
    if is_guess:
        yield "if characters look wrong, set the encoding of the file, for example with --encoding windows-1250"


def _is_moodle(content: bytes) -> bool:
    """Return whether ``content`` is Moodle XML; a page of mkdocs-quiz can begin with ``<quiz>``, too."""
    return root_name(content) == "quiz" and (b"<question" in content or content.lstrip().startswith(b"<?xml"))


def _is_qti(content: bytes) -> bool:
    try:
        return is_qti_package(Archive(BytesIO(content)).names)
    except PackageError:
        return False  # reading it as a package says why


def _refuse_other_archives(content: bytes, *, is_detected: bool) -> None:
    """Raise ImportRefusedError for another program's zip archive; ``is_detected`` says to name unknown ones, too."""
    try:
        names = Archive(BytesIO(content)).names
    except PackageError:
        return  # reading it as a package says why
    for part, (what, instead) in _ARCHIVES.items():
        if part in names:
            raise ImportRefusedError(f"the file is {what}, which quizgen cannot read; {instead}")
    if is_detected and names.isdisjoint(COLLECTIONS):
        raise ImportRefusedError(
            "the file is a zip archive without an Anki collection or QTI questions; extract it, then import the file "
            "with the questions"
        )


def _other_program(text: str) -> tuple[str, str] | None:
    """Return what ``text`` is and what to do instead of importing it, if quizgen cannot read it."""
    found = ((what, instead) for pattern, what, instead in _TEXTS if pattern.match(text))
    return _ROOTS.get(root_name(text[:MAX_PROLOG].encode()), next(found, None))


def _format_of(text: str, ending: str) -> Format:
    if ending in {".csv", ".tsv"} or has_anki_headers(text):
        return "table"
    if ending == ".gift":
        return "gift"
    if looks_like_mkdocs(text):
        return "mkdocs-quiz"
    if looks_like_aiken(text):
        return "aiken"
    if looks_like_text2qti(text):
        return "gift" if looks_like_gift(text) else "text2qti"
    if looks_like_hashcards(text):
        return "hashcards"
    if ending in {".md", ".markdown"} and looks_like_obsidian(text):
        return "obsidian"
    return "gift" if looks_like_gift(text) else "table"
