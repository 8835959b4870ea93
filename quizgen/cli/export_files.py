"""The files that ``quizgen export`` writes: which sets are in which file, and what is said about each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.anki.errors import QuestionError
from quizgen.anki.export import export_apkg
from quizgen.anki.release import ReleaseRecord, read_record, record_path
from quizgen.anki.selection import ExportOptions
from quizgen.cli.bar import progress_bar
from quizgen.cli.clock import running_clock
from quizgen.cli.common import LoadedSet
from quizgen.cli.export_report import file_data, loss_lines, summary_data, summary_lines
from quizgen.cli.say import say
from quizgen.errors import QuizgenError
from quizgen.exporting import export as write_file
from quizgen.exporting import losses
from quizgen.exporting.formats import FORMAT_INFO, Format
from quizgen.loading.document import read_document
from quizgen.questions import QuestionSet
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.anki.scheduling import Progress
    from quizgen.anki.text import TextFormat


@dataclass(frozen=True, slots=True)
class Export:
    """The sets to export with the files that belong to them; ``now`` is in Unix seconds."""

    loaded: Sequence[LoadedSet]
    options: ExportOptions
    now: int

    @property
    def sets(self) -> list[QuestionSet]:
        return [one.question_set for one in self.loaded]

    @property
    def files(self) -> dict[str, Any]:
        """Arguments that the functions of ``quizgen.anki.export`` share."""
        return {
            "pictures": {one.question_set.id: one.path.parent for one in self.loaded},
            "records": {one.question_set.id: record for one in self.loaded if (record := _record(one)) is not None},
            "modified": self.now,
        }

    def parts(self, output: Path | None, form: Format, suffix: str = "") -> "list[tuple[Export, Path]]":
        """Return what goes into each file: all sets into ``output``, or each set into a file named after it."""
        if output is not None:
            return [(self, output)]
        return [(replace(self, loaded=[one]), _path_of(one, suffix, form)) for one in self.loaded]


def write_files(export: Export, output: Path | None, form: Format, *, as_json: bool) -> None:
    """Write the sets in a format that is not Anki's, and before that what it cannot hold."""
    parts = export.parts(output, form)
    sources = {one.path.resolve() for one in export.loaded}
    for _, path in parts:
        if path.resolve() in sources:
            raise click.UsageError(f"{path} is the set file itself. Choose another file with -o.")
    written = []
    try:
        for part, path in parts:
            if not as_json:
                for line in loss_lines(losses(part.sets, form, part.options), form):
                    say(line, err=True)
            summary = write_file(part.sets, path, form, part.options, pictures=part.files["pictures"])
            written.append(summary)
            if not as_json:
                say(f"Wrote {summary.path}: {count(summary.questions, 'question')}")
    except QuestionError as error:
        raise click.ClickException(with_position(error, export.loaded)) from None
    except QuizgenError as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        echo_json({"files": [file_data(summary) for summary in written]})


def write_packages(
    export: Export,
    output: Path | None,
    text: "TextFormat | None",
    was: Path | None,
    *,
    with_progress: bool,
    as_json: bool,
) -> None:
    """Write Anki packages, or Anki's text in the format ``text``, and before that what each cannot hold."""
    written = []
    suffix = "-with-progress" if with_progress else "-retired" if export.options.retired else ""
    form: Format = text or "apkg"
    for part, path in export.parts(output, form, suffix):
        lost = losses(part.sets, form, export.options)
        if not as_json:
            for line in loss_lines(lost, form):
                say(line, err=True)
        with progress_bar(f"Writing {path.name}") as watch:
            if text is not None:
                from quizgen.anki.text import export_text

                summary = export_text(part.sets, path, text, export.options, watch=watch, **part.files)
            else:
                progress = _progress(part.loaded) if with_progress else None
                summary = export_apkg(
                    part.sets, path, export.options, was=was, progress=progress, watch=watch, **part.files
                )
        written.append(summary_data(summary, lost))
        if not as_json:
            say("\n".join(summary_lines(summary, export.options.one_for_each)))
            records = part.files["records"]
            for deck in summary.decks:
                if deck.record != deck.last_record and isinstance(path := records.get(deck.set_id), Path):
                    say(f"Wrote {path}: the release record; keep it with the set")
    if as_json:
        echo_json({"packages": written})


def _path_of(loaded: LoadedSet, suffix: str, form: Format) -> Path:
    # A package with one learner's progress, or with retired notes, never replaces the deck for everyone.
    name = f"{loaded.question_set.id}{suffix}{FORMAT_INFO[form].endings[0]}"
    return Path(name) if loaded.bundled else loaded.path.with_name(name)


def _record(loaded: LoadedSet) -> Path | ReleaseRecord | None:
    """Return the file of a set's release record; for a bundled set the record itself, which must not be changed."""
    path = record_path(loaded.path.parent, loaded.question_set.id)
    return read_record(path) if loaded.bundled else path


def _progress(loaded: Sequence[LoadedSet]) -> "Progress":
    from quizgen.anki.scheduling import Progress
    from quizgen.cli.history_io import stored_history
    from quizgen.history.assigning import assign

    sets = [one.question_set for one in loaded]
    with stored_history() as store:
        assign(store, sets, running_clock(None)())
        progress = Progress(review for one in sets for review in store.reviews(one.id))
    if not any(progress.knows(one.id, question) for one in sets for question in one.questions):
        names = ", ".join(one.id for one in sets)
        these = "this set" if len(sets) == 1 else "these sets"
        raise click.ClickException(
            f"Your history has no reviews of {names}. Study {these} first, or export without --with-progress."
        )
    return progress


def with_position(error: QuestionError, loaded: Iterable[LoadedSet]) -> str:
    """Return the error with the position of its question, if that is written in the set's file."""
    path = next(one.path for one in loaded if one.question_set.id == error.set_id)
    document = read_document(path)
    for index, question in enumerate(document.data.get("questions") or ()):
        if str(question.get("id")) == error.question_id:  # an id may be written as a number
            line, column = document.positions.of(("questions", index, "image"))
            return f"{path}:{line}:{column}: question {error.question_id!r}: {error.message}"
    return str(error)


def echo_json(data: Mapping[str, Any]) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))
