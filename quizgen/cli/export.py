"""``quizgen export``: question sets to Anki packages and to the formats of learning platforms."""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.anki.errors import QuestionError
from quizgen.anki.export import compare_with_package, compare_with_release, describe
from quizgen.anki.selection import ExportOptions
from quizgen.cli.common import LoadedSet, complete_sets, given_options, kind_option, open_set, topic_ids, topic_option
from quizgen.cli.export_files import Export, echo_json, with_position, write_files, write_packages
from quizgen.cli.export_report import deck_data, diff_data, diff_lines, release_lines
from quizgen.cli.prompts import ask_yes_no
from quizgen.errors import QuizgenError
from quizgen.exporting.formats import FORMAT_INFO, FORMATS, Format, endings, format_of
from quizgen.loading.catalog import available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.provenance import draft_diagnostics
from quizgen.questions.kinds import Kind
from quizgen.terminal.capability import is_interactive

if TYPE_CHECKING:
    from quizgen.anki.text import TextFormat

_LAST_RELEASE = "the last release"

_FORMATS = "\n".join(f"  {info.endings[0]:9} {info.description}" for info in FORMAT_INFO.values())

_EPILOG = f"""\b
Formats:
{_FORMATS}

\b
Examples:
  quizgen export
  quizgen export my-set.yaml -o my-set.apkg --subdecks
  quizgen export capitals rivers -o geography.apkg --deck Geography
  quizgen export capitals --all
  quizgen export capitals -o capitals.xml
  quizgen export capitals --diff capitals-last-year.apkg
  quizgen export capitals --retired --was capitals-last-year.apkg
  quizgen export --json | jq '.packages[].path'
"""


def _deck_name(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not (value.isprintable() and all(part.strip() for part in value.split("::"))):
        if not value.isprintable():
            problem = "it contains a control character"
        elif value.strip():
            problem = "`::` needs a name on both sides"
        else:
            problem = "it is empty"
        raise click.BadParameter(f"{value!r} is not a valid deck name: {problem}.")
    return value


@click.command("export", epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all sets to one file. By default, each set is written to its own file in the set's folder.",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMATS),
    help="File format. [default: determined by the extension of FILE; apkg if -o is not used]",
)
@click.option("--detail", is_flag=True, help="Also export points that are marked as details.")
@click.option("--all", "everything", is_flag=True, help="Export every question instead of one question for each point.")
@kind_option("Export all questions of this kind instead of one question for each point.")
@topic_option("Export only questions on this topic.")
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="TAG",
    help="Export only questions with this tag or one of its subtags. Can be repeated.",
)
@click.option(
    "--retired",
    is_flag=True,
    help="Export only the retired questions, tagged quizgen::retired, for learners who already have the deck.",
)
@click.option(
    "--was",
    type=click.Path(path_type=Path),
    metavar="OLD.apkg",
    help="With --retired, also export notes that are in OLD.apkg but no longer in the deck. They get the same tag.",
)
@click.option(
    "--deck",
    metavar="NAME",
    callback=_deck_name,
    help="Name of the deck, with `::` between levels. If you export several sets, each becomes a subdeck of this deck.",
)
@click.option("--subdecks", is_flag=True, help="Create a subdeck for each topic.")
@click.option(
    "--new-per-day",
    type=click.IntRange(0, 9999),
    metavar="N",
    help="Include deck options that allow N new cards per day.",
)
@click.option("--with-progress", is_flag=True, help="Include your own quizgen progress: due dates and review history.")
@click.option(
    "--diff",
    "old",
    is_flag=False,
    flag_value=_LAST_RELEASE,
    metavar="[OLD.apkg]",
    help="Show how the deck differs from OLD.apkg (or from the last release) without writing a package.",
)
@click.option(
    "--describe",
    "describing",
    is_flag=True,
    help="Print an AnkiWeb description of the deck without writing a package.",
)
@click.option("--yes", is_flag=True, help="Export even if learners would get duplicate notes or miss changes.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the result as JSON: what was written and left out or, with --diff, what differs.",
)
def export_command(
    *,
    names: tuple[str, ...],
    output: Path | None,
    form: Format | None,
    detail: bool,
    everything: bool,
    kinds: tuple[Kind, ...],
    topics: tuple[str, ...],
    tags: tuple[str, ...],
    retired: bool,
    was: Path | None,
    deck: str | None,
    subdecks: bool,
    new_per_day: int | None,
    with_progress: bool,
    old: str | None,
    describing: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Write Anki packages (.apkg), or files for learning platforms such as Moodle and Canvas.

    SET is a name from `quizgen list` or a path. Without SET, all sets in ./decks are exported. Sets that come with
    quizgen are written to the current folder.

    A deck has one note for each point (one thing to know) in the set, except points that the author marked as details.
    To include more questions, use --detail, --kind or --all. The other formats contain every question that is not
    retired; formats that can mark a question as retired contain the retired questions, too. Anything that a format
    cannot represent is listed before the file is written.

    For each of your sets, SET.release.json in the same folder records when each question last changed. Keep this
    file with the set so that learners who import a later package get your changes and keep their reviews and edits.

    If a change to the set (such as a new id) would cause Anki to create duplicate notes or ignore an update, the
    command shows a warning and asks for confirmation. Outside a terminal, use --yes to confirm.
    """
    form = form or _format_of(output)
    _check_for_anki(form)
    text: TextFormat | None = form if form in ("csv", "tsv") else None
    _check_options(output, form, was, retired=retired, with_progress=with_progress)
    loaded = [open_set(name) for name in names or _default_names()]
    _check_drafts(loaded)
    options = ExportOptions(
        kinds=frozenset(kinds),
        topics=topic_ids(topics, [one.question_set for one in loaded]),
        tags=frozenset(tags),
        detail=detail,
        everything=everything,
        retired=retired,
        deck=deck,
        subdecks=subdecks,
        new_per_day=new_per_day,
    )
    export = Export(loaded, options, _release_time())
    if not FORMAT_INFO[form].is_anki:
        write_files(export, output, form, as_json=as_json)
        return
    _check_risks(loaded, may_write=yes or describing or old is not None)
    try:
        if describing:
            click.echo("\n".join(describe(export.sets, options, **export.files)))
        elif old is None:
            write_packages(export, output, text, was, with_progress=with_progress, as_json=as_json)
        elif old == _LAST_RELEASE:
            decks = compare_with_release(export.sets, options, **export.files)
            _report([deck_data(deck) for deck in decks], map(release_lines, decks), as_json=as_json)
        else:
            diffs = compare_with_package(export.sets, old, options, **export.files)
            _report([diff_data(diff) for diff in diffs], map(diff_lines, diffs), as_json=as_json)
    except QuestionError as error:
        raise click.ClickException(with_position(error, loaded)) from None
    except QuizgenError as error:
        raise click.ClickException(str(error)) from None


def _format_of(output: Path | None) -> Format:
    """Return the format of the file to write, by its ending. Raises UsageError if no format has that ending."""
    if output is None or output.is_dir():
        return "apkg"
    form = format_of(output)
    if form is None:
        raise click.UsageError(
            f"{output} does not have a known extension. Use {endings()}, or choose a format with --to."
        )
    return form


def _report(data: Sequence[Mapping[str, Any]], texts: Iterable[Iterable[str]], *, as_json: bool) -> None:
    if as_json:
        echo_json({"sets": data})
        return
    for lines in texts:
        click.echo("\n".join(lines))


_FOR_ANKI = {
    "--with-progress": "with_progress", "--was": "was", "--diff": "old", "--describe": "describing", "--deck": "deck",
    "--subdecks": "subdecks", "--new-per-day": "new_per_day",
}  # fmt: skip
"""The options for Anki files, with their parameters."""


def _check_for_anki(form: Format) -> None:
    """Raise UsageError for an option that says something about an Anki file if the file is another one."""
    if not FORMAT_INFO[form].is_anki and (given := given_options(_FOR_ANKI)):
        raise click.UsageError(f"{given[0]} applies only to Anki files, not to {FORMAT_INFO[form].label} files.")


def _check_options(output: Path | None, form: Format, was: Path | None, *, retired: bool, with_progress: bool) -> None:
    if form != "apkg" and (with_progress or was):
        name = "--with-progress" if with_progress else "--was"
        raise click.UsageError(
            f"{name} applies only to Anki packages, not to {FORMAT_INFO[form].label} files. Use --to apkg and a file "
            "name that ends in .apkg."
        )
    if was and not retired:
        raise click.UsageError("--was requires --retired.")
    if output and form == "apkg" and not output.is_dir() and output.suffix.lower() != ".apkg":
        raise click.UsageError(
            "Anki opens only files whose names end in .apkg. "
            f"Use -o {output.with_suffix('.apkg')}, or choose another format with --to."
        )


def _check_drafts(loaded: Sequence[LoadedSet]) -> None:
    sets = [one.read for one in loaded]
    pairs = [(one.seed, one.seed_document) for one in sets if one.seed is not None and one.seed_document is not None]
    if drafts := [diagnostic for pair in pairs for diagnostic in draft_diagnostics(*pair)]:
        raise LoadError(drafts)


def _check_risks(loaded: Sequence[LoadedSet], *, may_write: bool) -> None:
    """Print the irreversible effects that an update would have on learners, and ask whether to go ahead."""
    from quizgen.anki.release_risks import STOPPING
    from quizgen.checking.releases import release_diagnostics

    own = [one.read for one in loaded if not one.bundled]
    risks = [diagnostic for read in own for diagnostic in release_diagnostics(read)]
    for diagnostic in risks:
        click.echo(diagnostic, err=True)
    if any(diagnostic.code in STOPPING for diagnostic in risks):
        raise click.ClickException("Nothing was written.")
    if risks and not (may_write or (is_interactive() and ask_yes_no("Export anyway?", default=False))):
        raise click.ClickException("Nothing was written. Use --yes to export anyway.")


def _release_time() -> int:
    # The convention for reproducible builds: https://reproducible-builds.org/specs/source-date-epoch/
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not (fixed.isascii() and fixed.isdigit()):
        raise click.ClickException(
            f"SOURCE_DATE_EPOCH is not valid: {fixed!r}. Set it to a whole number of seconds since 1970-01-01, or "
            "unset "
            "it."
        )
    return int(fixed)


def _default_names() -> Sequence[str | None]:
    found = list(available_sets(Path.cwd()))
    own = [one for one in found if not one.bundled]
    return [one.name for one in own or found] or [None]
