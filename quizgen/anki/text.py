"""Notes as text that Anki imports: one row a note, with Anki's own header lines.

The format: https://docs.ankiweb.net/importing/text-files.html#file-headers
"""

import csv
import io
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Literal

from quizgen.anki.errors import ExportError
from quizgen.anki.export import ExportSummary, Layout, Watcher, outgoing_sets, watched
from quizgen.anki.export_set import PlacedNote, ordinals
from quizgen.anki.notetypes import NOTE_TYPES
from quizgen.anki.release import ReleaseRecord
from quizgen.atomic import atomic_write
from quizgen.questions import QuestionSet

TextFormat = Literal["csv", "tsv"]

_SEPARATORS = {"csv": ("comma", ","), "tsv": ("tab", "\t")}
_COLUMNS = ("guid", "notetype", "deck", "tags")
_MOST_FIELDS = max(len(kind.fields) for kind in NOTE_TYPES)


def export_text(
    sets: Sequence[QuestionSet],
    path: Path,
    form: TextFormat,
    *,
    modified: int,
    media_roots: Mapping[str, Path] | None = None,
    records: Mapping[str, ReleaseRecord] | None = None,
    layout: Layout | None = None,
    watch: Watcher | None = None,
) -> ExportSummary:
    """Write the notes of ``sets`` as text to ``path``: whole, or not at all (ExportError, UnwritableError).

    Arguments as for ``export_apkg``. The note types must be in the collection already, and pictures do not travel: the
    summary counts them. Anki makes the cards.
    """
    layout = layout or Layout()
    if layout.new_per_day is not None:
        raise ExportError("text cannot carry deck options (write a package)")
    going = outgoing_sets(sets, modified, media_roots, records, layout)
    notes = watched(chain.from_iterable(one.notes() for one in going), going, watch)
    # A deck goes before those below it: Anki would make it for them, then not know it again and add a second one.
    by_depth = sorted(notes, key=lambda placed: placed.deck.name.count("::"))
    name, separator = _SEPARATORS[form]
    with atomic_write(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        text.write(f"#separator:{name}\n#html:true\n")
        text.writelines(f"#{what} column:{number}\n" for number, what in enumerate(_COLUMNS, 1))
        rows = csv.writer(text, delimiter=separator, lineterminator="\n")
        cards = 0
        for placed in by_depth:
            rows.writerow(_row(placed))
            cards += len(ordinals(placed.note))
        text.flush()
        text.detach()
    pictures = frozenset().union(*(one.pictures for one in going))
    return ExportSummary(path, tuple(one.summary() for one in going), cards, len(pictures))


def _row(placed: PlacedNote) -> list[str]:
    note = placed.note
    row = [note.guid, note.note_type.name, placed.deck.name, " ".join(note.tags), *note.fields]
    # Every row as wide as the widest, for programs that want a table.
    return row + [""] * (_MOST_FIELDS - len(note.fields))
