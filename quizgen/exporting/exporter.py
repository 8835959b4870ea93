"""Export question sets to a file in any of the formats."""

from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from quizgen.anki.errors import ExportError
from quizgen.anki.export import ExportSummary, Pictures, Records, Sets, StrPath, export_apkg
from quizgen.anki.selection import ExportOptions
from quizgen.atomic import atomic_write
from quizgen.exporting.formats import FORMAT_INFO, FORMATS, Format, endings, format_of
from quizgen.exporting.losses import Loss, losses
from quizgen.exporting.selection import Part, parts_of
from quizgen.progress import Watcher
from quizgen.questions import Question
from quizgen.questions.arguments import require_known


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written to ``path``."""

    path: Path
    format: Format
    questions: int
    """Number of exported questions; for Anki, of notes."""
    losses: tuple[Loss, ...] = ()
    """What the format cannot hold."""
    anki: ExportSummary | None = None
    """Decks, cards and changes, if the format is one of Anki's."""


def export(
    sets: Sets,
    path: StrPath,
    format: Format | None = None,  # noqa: A002 (what the option is called)
    options: ExportOptions | None = None,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    modified: int | None = None,
    watch: Watcher | None = None,
) -> Exported:
    """Write ``sets`` to ``path``, in the format of its ending unless ``format`` is given.

    ``pictures`` is needed only if questions have pictures. ``records``, ``modified`` and ``watch`` are for Anki's
    formats, as in ``export_apkg``. The other formats hold every question that is not retired, and the retired ones if
    they can say so; ``options`` can restrict them to kinds, topics and tags. The same arguments give the same bytes.
    ``losses`` says beforehand what the format cannot hold.

    Raises ExportError if the sets cannot be exported, WriteError if the file cannot be written, and ArgumentError if
    ``format`` is unknown; then no file has changed.
    """
    target = Path(path)
    form = format or format_of(target)
    require_known("format", (form,), FORMATS, "format")
    if form is None:
        raise ExportError(f"{target} does not have a known extension; use {endings()}, or specify the format")
    if FORMAT_INFO[form].is_anki:
        summary = _anki(
            sets, target, form, options, pictures=pictures, records=records, modified=modified, watch=watch
        )  # fmt: skip
        return Exported(target, form, summary.notes, losses(sets, form, options), summary)
    parts = parts_of(sets, form, options, pictures)
    written = sum(_is_written(question, form) for part in parts for question in part.questions)
    if not written:
        raise ExportError(f"{FORMAT_INFO[form].label} cannot represent any of the questions; export them as Moodle XML")
    content = _content(parts, form)
    with atomic_write(target) as file:
        file.write(content)
    return Exported(target, form, written, losses(sets, form, options))


def _anki(
    sets: Sets,
    target: Path,
    form: Format,
    options: ExportOptions | None,
    *,
    pictures: Pictures | None,
    records: Records | None,
    modified: int | None,
    watch: Watcher | None,
) -> ExportSummary:
    if form in ("csv", "tsv"):
        from quizgen.anki.text import export_text

        return export_text(
            sets, target, form, options,
            pictures=pictures, records=records, modified=modified, watch=watch,
        )  # fmt: skip
    return export_apkg(sets, target, options, pictures=pictures, records=records, modified=modified, watch=watch)


def _is_written(question: Question, form: Format) -> bool:
    from quizgen.exporting.gift import is_left_out

    return form != "gift" or not is_left_out(question)


def _content(parts: tuple[Part, ...], form: Format) -> bytes:
    match form:
        case "gift":
            from quizgen.exporting.gift import gift_text

            return gift_text(parts).encode()
        case "moodle":
            from quizgen.exporting.moodle import moodle_xml

            return moodle_xml(parts)
        case "qti":
            from quizgen.exporting.qti import qti_package

            return qti_package(parts)
        case "json":
            from quizgen.exporting.setfiles import json_text

            return json_text(parts).encode()
        case "md":
            from quizgen.exporting.setfiles import markdown_text

            return markdown_text(parts).encode()
        case "apkg" | "csv" | "tsv":
            raise AssertionError(form)  # the caller writes Anki's formats
        case _:
            assert_never(form)
