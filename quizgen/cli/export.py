"""``quizgen export``: question sets to Anki packages."""

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from quizgen.anki import DeckSummary, ExportError, ExportSummary, export_apkg
from quizgen.anki.files import read_text, written_whole
from quizgen.anki.release import format_record, parse_record
from quizgen.cli.common import LoadedSet, open_set
from quizgen.reading.catalog import sets_at_hand

_EPILOG = """\b
Examples:
  quizgen export
  quizgen export my-set.yaml -o my-set.apkg
  quizgen export capitals rivers -o geography.apkg
  quizgen export --json | jq '.packages[].path'
"""


@click.command("export", epilog=_EPILOG)
@click.argument("names", nargs=-1, metavar="[SET]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all sets into this one package; otherwise each goes into a package beside its file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def export_command(names: tuple[str, ...], output: Path | None, as_json: bool) -> None:
    """Write Anki packages (.apkg).

    SET is a name from `quizgen list`, or a path; without any, all sets in ./decks are written. Sets that come with
    quizgen go into the current folder.

    Beside a set of your own, SET.release.json records when each question last changed. Keep it with the set: by it,
    learners who import a later package get what is new, and keep their reviews and their own edits.
    """
    loaded = [open_set(name) for name in names or _names_at_hand()]
    now = _release_time()
    written = []
    try:
        for together, path in [(loaded, output)] if output else [([one], _package_path(one)) for one in loaded]:
            written.append(_export(together, path, now))
            if not as_json:
                click.echo("\n".join(_as_lines(written[-1])))
    except ExportError as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        click.echo(json.dumps({"packages": [_as_data(summary) for summary in written]}, indent=2, ensure_ascii=False))


def _names_at_hand() -> Sequence[str | None]:
    at_hand = list(sets_at_hand(Path.cwd()))
    own = [one for one in at_hand if not one.bundled]
    return [one.name for one in own or at_hand] or [None]


def _package_path(loaded: LoadedSet) -> Path:
    name = f"{loaded.question_set.id}.apkg"
    return Path(name) if loaded.bundled else loaded.path.with_name(name)


def _record_path(loaded: LoadedSet) -> Path:
    return loaded.path.with_name(f"{loaded.question_set.id}.release.json")


def _release_time() -> int:
    # The convention for repeatable builds: https://reproducible-builds.org/specs/source-date-epoch/
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not (fixed.isascii() and fixed.isdigit()):
        raise click.ClickException(f"SOURCE_DATE_EPOCH is {fixed!r} (write whole seconds since 1970, or unset it)")
    return int(fixed)


def _export(loaded: Sequence[LoadedSet], path: Path, now: int) -> ExportSummary:
    records, texts = {}, {}
    for one in loaded:
        record_path = _record_path(one)
        text = texts[one.question_set.id] = read_text(record_path)
        if text is not None:
            records[one.question_set.id] = parse_record(text, str(record_path))
    summary = export_apkg(
        [one.question_set for one in loaded],
        path,
        modified=now,
        media_roots={one.question_set.id: one.path.parent for one in loaded},
        records=records,
    )
    for one, deck in zip(loaded, summary.decks, strict=True):
        text = format_record(deck.record)
        if not one.bundled and text != texts[deck.set_id]:
            with written_whole(_record_path(one)) as file:
                file.write(text.encode())
    return summary


def _as_lines(summary: ExportSummary) -> list[str]:
    lines = [f"Wrote {summary.path}: {_count(summary.notes, 'note')}, {_count(summary.cards, 'card')}"]
    for deck in summary.decks:
        lines += (f"  {deck.name}", *(f"    {count:5}  {name}" for name, count in deck.notes.items()))
        changes = deck.changes
        if changes.changed or changes.unchanged or changes.removed:
            counts = {name: len(ids) for name, ids in _changes(deck).items()}
            lines.append(
                "    since the last release: " + ", ".join(f"{count} {name}" for name, count in counts.items())
            )
        if changes.removed:
            lines.append(f"    removed, but kept by Anki where they were imported: {', '.join(changes.removed)}")
    return lines


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _as_data(summary: ExportSummary) -> dict[str, Any]:
    decks = [
        {"id": deck.set_id, "name": deck.name, "notes": dict(deck.notes), **_changes(deck)} for deck in summary.decks
    ]
    return {"path": str(summary.path), "cards": summary.cards, "pictures": summary.pictures, "decks": decks}


def _changes(deck: DeckSummary) -> dict[str, tuple[str, ...]]:
    changes = deck.changes
    return {
        "new": changes.new,
        "changed": changes.changed,
        "unchanged": changes.unchanged,
        "removed": changes.removed,
    }
