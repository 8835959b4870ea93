"""Notes as text that Anki imports: one row for each note, below Anki's own header lines.

The format: https://docs.ankiweb.net/importing/text-files.html#file-headers
"""

import csv
import io
from itertools import chain
from pathlib import Path
from typing import Literal

from quizgen.anki.errors import ExportError
from quizgen.anki.export import ExportSummary, Pictures, Records, Sets, StrPath, prepare, update_records, watched
from quizgen.anki.export_set import PlacedNote, ordinals
from quizgen.anki.notetypes import NOTE_TYPES
from quizgen.anki.selection import ExportOptions
from quizgen.anki.set_header import packed_header
from quizgen.atomic import atomic_files
from quizgen.loading.garbage_collection import without_garbage_collection
from quizgen.progress import Watcher

TextFormat = Literal["csv", "tsv"]

_SEPARATORS = {"csv": ("comma", ","), "tsv": ("tab", "\t")}
_FORMULA_STARTS = ("=", "+", "-", "@")
_COLUMNS = ("guid", "notetype", "deck", "tags")
_MOST_FIELDS = max(len(kind.fields) for kind in NOTE_TYPES)


@without_garbage_collection()
def export_text(
    sets: Sets,
    path: StrPath,
    form: TextFormat,
    options: ExportOptions | None = None,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    modified: int | None = None,
    watch: Watcher | None = None,
) -> ExportSummary:
    """Write the notes of ``sets`` to ``path`` as text. Raises ExportError and WriteError.

    The arguments are those of ``export_apkg``. The collection must already have the note types. Pictures are not
    included, only counted in the summary. Anki makes the cards.
    """
    options = options or ExportOptions()
    if options.new_per_day is not None:
        raise ExportError("a text file cannot contain deck options; export an Anki package instead")
    prepared = prepare(sets, options, pictures=pictures, records=records, modified=modified)
    for deck in chain.from_iterable(one.decks for one in prepared):
        if deck.name.startswith(_FORMULA_STARTS):
            raise ExportError(
                f"the deck name {deck.name!r} starts with {deck.name[0]!r}, so a spreadsheet would treat it as a"
                " formula; choose another name with --deck, or export an Anki package"
            )
    notes = watched(chain.from_iterable(one.notes() for one in prepared), prepared, watch)
    # A deck comes before its subdecks: Anki would create it for them, then not recognize it and add a second one.
    by_depth = sorted(notes, key=lambda placed: placed.deck.name.count("::"))
    name, separator = _SEPARATORS[form]
    target = Path(path)
    with atomic_files() as opened:
        text = io.TextIOWrapper(opened.open(target), encoding="utf-8", newline="")
        text.write(f"#separator:{name}\n#html:true\n")
        text.writelines(f"#{what} column:{number}\n" for number, what in enumerate(_COLUMNS, 1))
        text.writelines(f"#{packed_header(one.question_set)}\n" for one in prepared)  # Anki skips these lines
        rows = csv.writer(text, delimiter=separator, lineterminator="\n")
        cards = 0
        for placed in by_depth:
            rows.writerow(_row(placed))
            cards += len(ordinals(placed.note))
        text.flush()
        text.detach()
        summaries = tuple(one.summary() for one in prepared)
        update_records(summaries, records, opened)
    files = frozenset[str]().union(*(one.pictures for one in prepared))
    return ExportSummary(target, summaries, cards, len(files))


def _row(placed: PlacedNote) -> list[str]:
    note = placed.note
    row = [note.guid, note.note_type.name, placed.deck.name, " ".join(note.tags), *map(_not_a_formula, note.fields)]
    # Rows of equal width, for programs that expect a table.
    return row + [""] * (_MOST_FIELDS - len(note.fields))


def _not_a_formula(html: str) -> str:
    """Return ``html``, which Anki shows as before, without a first character that makes it a formula in spreadsheets.

    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"&#{ord(html[0])};{html[1:]}" if html.startswith(_FORMULA_STARTS) else html
