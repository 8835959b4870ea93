"""``quizgen export``: question sets to Anki packages, or to text that Anki imports."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.anki import ExportError, ExportSummary, export_apkg
from quizgen.anki.errors import QuestionError
from quizgen.anki.export import outgoing_sets
from quizgen.anki.files import read_text
from quizgen.anki.release import ReleaseRecord, format_record, parse_record
from quizgen.apkg.archive import PackageError
from quizgen.atomic import WriteError, atomic_write
from quizgen.cli.bar import progress_bar
from quizgen.cli.common import LoadedSet, complete_sets, open_set
from quizgen.cli.export_options import Wanted, wanted_by
from quizgen.cli.export_report import (
    deck_data,
    diff_data,
    diff_lines,
    release_lines,
    summary_data,
    summary_lines,
)
from quizgen.loading.catalog import sets_at_hand
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.provenance import draft_diagnostics

if TYPE_CHECKING:
    from quizgen.anki.export_set import ExportSet
    from quizgen.anki.scheduling import Progress

_LAST_RELEASE = "the last release"

_EPILOG = """\b
Examples:
  quizgen export
  quizgen export my-set.yaml -o my-set.apkg --subdecks
  quizgen export capitals rivers -o geography.apkg --deck Geography
  quizgen export capitals --diff capitals-of-last-year.apkg
  quizgen export capitals --with-progress
  quizgen export --json | jq '.packages[].path'
"""


@click.command("export", epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all sets into this one file; otherwise each goes into a file beside its own.",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(["apkg", "csv", "tsv"]),
    default="apkg",
    show_default=True,
    help="A package, or text for Anki's import where quizgen's note types are known already.",
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only questions of this kind; may be repeated.")
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Only this topic; may be repeated.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only with this tag or one below; may be repeated.")
@click.option("--deck", metavar="NAME", help="Call the deck so; several sets go below it. `::` makes sub-decks.")
@click.option("--subdecks", is_flag=True, help="A sub-deck for each topic.")
@click.option(
    "--new-per-day", type=click.IntRange(0, 9999), metavar="N", help="Deck options that ask N new cards a day."
)
@click.option(
    "--with-progress", is_flag=True, help="Take along what you have learned in the terminal: due dates and reviews."
)
@click.option(
    "--diff",
    "old",
    is_flag=False,
    flag_value=_LAST_RELEASE,
    metavar="[OLD.apkg]",
    help="Write nothing: show what an import would change since OLD.apkg, or since the last release.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was written, or the differences, as JSON.")
def export_command(*, names: tuple[str, ...], **options: Any) -> None:
    """Write Anki packages (.apkg).

    SET is a name from `quizgen list`, or a path; without any, all sets in ./decks are written. Sets that come with
    quizgen go into the current folder.

    Beside a set of your own, SET.release.json records when each question last changed. Keep it with the set: by it,
    learners who import a later package get what is new, and keep their reviews and their own edits.
    """
    loaded = [open_set(name) for name in names or _names_at_hand()]
    _refuse_drafts(loaded)
    try:
        wanted = wanted_by(options, [one.question_set for one in loaded])
        if options["old"] is None:
            _write(loaded, wanted, as_json=options["as_json"])
        elif options["old"] == _LAST_RELEASE:
            _compare_with_release(loaded, wanted, as_json=options["as_json"])
        else:
            _compare_with_package(loaded, wanted, Path(options["old"]), as_json=options["as_json"])
    except QuestionError as error:
        raise click.ClickException(_with_place(error, loaded)) from None
    except (ExportError, PackageError, WriteError) as error:
        raise click.ClickException(str(error)) from None


def _write(loaded: Sequence[LoadedSet], wanted: Wanted, *, as_json: bool) -> None:
    written = []
    groups = [(loaded, wanted.output)] if wanted.output else [([one], _path_of(one, wanted)) for one in loaded]
    for together, path in groups:
        summary = _export(together, path, wanted)
        written.append(summary)
        if not as_json:
            click.echo("\n".join(summary_lines(summary)))
            if wanted.text and summary.pictures:
                click.echo(f"  Pictures are not in it: {summary.pictures} (a package takes them along)", err=True)
    if as_json:
        _echo_json({"packages": [summary_data(summary) for summary in written]})


def _export(loaded: Sequence[LoadedSet], path: Path, wanted: Wanted) -> ExportSummary:
    sets, records = [one.question_set for one in loaded], _records(loaded)
    roots = {one.question_set.id: one.path.parent for one in loaded}
    with progress_bar(f"Writing {path.name}") as watch:
        if wanted.text is not None:
            from quizgen.anki.text import export_text

            summary = export_text(
                sets, path, wanted.text, modified=wanted.now, media_roots=roots, records=records,
                layout=wanted.layout, watch=watch,
            )  # fmt: skip
        else:
            summary = export_apkg(
                sets, path, modified=wanted.now, media_roots=roots, records=records, layout=wanted.layout,
                progress=_progress(loaded) if wanted.with_progress else None, watch=watch,
            )  # fmt: skip
    for one, deck in zip(loaded, summary.decks, strict=True):
        if not one.bundled and deck.record != records.get(deck.set_id):
            with atomic_write(_record_path(one)) as file:
                file.write(format_record(deck.record).encode())
    return summary


def _compare_with_release(loaded: Sequence[LoadedSet], wanted: Wanted, *, as_json: bool) -> None:
    found = []
    for one in _outgoing(loaded, wanted):
        for _ in one.notes():
            pass
        found.append(one.summary())
    if as_json:
        _echo_json({"sets": [deck_data(deck) for deck in found]})
    for deck in [] if as_json else found:
        click.echo("\n".join(release_lines(deck)))


def _compare_with_package(loaded: Sequence[LoadedSet], wanted: Wanted, old: Path, *, as_json: bool) -> None:
    from quizgen.anki.diff import compare, notes_in

    found = [compare(one, notes_in(old, one.question_set.id)) for one in _outgoing(loaded, wanted)]
    if as_json:
        _echo_json({"sets": [diff_data(diff) for diff in found]})
    for diff in [] if as_json else found:
        click.echo("\n".join(diff_lines(diff)))


def _outgoing(loaded: Sequence[LoadedSet], wanted: Wanted) -> "list[ExportSet]":
    roots = {one.question_set.id: one.path.parent for one in loaded}
    return outgoing_sets([one.question_set for one in loaded], wanted.now, roots, _records(loaded), wanted.layout)


def _refuse_drafts(loaded: Sequence[LoadedSet]) -> None:
    sets = [one.read for one in loaded]
    pairs = [(one.seed, one.seed_document) for one in sets if one.seed is not None and one.seed_document is not None]
    if drafts := [diagnostic for pair in pairs for diagnostic in draft_diagnostics(*pair)]:
        raise LoadError(drafts)


def _names_at_hand() -> Sequence[str | None]:
    at_hand = list(sets_at_hand(Path.cwd()))
    own = [one for one in at_hand if not one.bundled]
    return [one.name for one in own or at_hand] or [None]


def _path_of(loaded: LoadedSet, wanted: Wanted) -> Path:
    # What one learner has learned never takes the place of the package for all.
    name = f"{loaded.question_set.id}{'-with-progress' if wanted.with_progress else ''}.{wanted.text or 'apkg'}"
    return Path(name) if loaded.bundled else loaded.path.with_name(name)


def _record_path(loaded: LoadedSet) -> Path:
    return loaded.path.with_name(f"{loaded.question_set.id}.release.json")


def _records(loaded: Sequence[LoadedSet]) -> dict[str, ReleaseRecord]:
    records = {}
    for one in loaded:
        path = _record_path(one)
        text = read_text(path)
        if text is not None:
            records[one.question_set.id] = parse_record(text, str(path))
    return records


def _progress(loaded: Sequence[LoadedSet]) -> "Progress":
    from quizgen.anki.scheduling import Progress
    from quizgen.cli.history_io import stored_history

    reviews: dict[tuple[str, str], list[Any]] = {}
    with stored_history() as store:
        for one in loaded:
            for review in store.reviews(one.question_set.id):
                reviews.setdefault(review.key, []).append(review)
    return Progress(reviews)


def _with_place(error: QuestionError, loaded: Iterable[LoadedSet]) -> str:
    """The error with the place of its question, where that was written by hand."""
    from quizgen.loading.document import read_document

    path = next(one.path for one in loaded if one.question_set.id == error.set_id)
    document = read_document(path)
    for index, question in enumerate(document.data.get("questions") or ()):
        if str(question.get("id")) == error.question_id:  # a number is taken as text
            line, column = document.positions.of(("questions", index, "image"))
            return f"{path}:{line}:{column}: question {error.question_id!r}: {error.message}"
    return str(error)


def _echo_json(data: Mapping[str, Any]) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))
