"""What ``quizgen export`` says: to people in lines, to scripts as data."""

from collections.abc import Iterator
from typing import Any

from quizgen.anki import Changes, DeckSummary, ExportSummary
from quizgen.anki.diff import NoteDiff, SetDiff
from quizgen.loading.diagnostics import printable

_WIDTH = 100
"""Of a field's text in a comparison; more of it would hide the next."""


def summary_lines(summary: ExportSummary) -> Iterator[str]:
    """What was written, a line each."""
    yield f"Wrote {summary.path}: {_count(summary.notes, 'note')}, {_count(summary.cards, 'card')}"
    if summary.studied is not None:
        yield f"  {summary.studied} of {_count(summary.notes, 'note')} with your progress"
    for deck in summary.decks:
        yield f"  {deck.name}"
        yield from (f"    {count:5}  {name}" for name, count in deck.notes.items())
        yield from change_lines(deck.changes, indent="    ")


def change_lines(changes: Changes, indent: str = "") -> Iterator[str]:
    """What is different since the last release; nothing when this is the first."""
    if changes.changed or changes.unchanged or changes.removed:
        counts = ", ".join(f"{len(ids)} {name}" for name, ids in changes.by_name().items())
        yield f"{indent}since the last release: {counts}"
    if changes.removed:
        yield f"{indent}removed, but kept by Anki where they were imported: {', '.join(changes.removed)}"


def summary_data(summary: ExportSummary) -> dict[str, Any]:
    """What was written, for scripts."""
    return {
        "path": str(summary.path),
        "cards": summary.cards,
        "pictures": summary.pictures,
        "decks": [deck_data(deck) for deck in summary.decks],
    }


def deck_data(deck: DeckSummary) -> dict[str, Any]:
    """One deck, for scripts."""
    return {"id": deck.set_id, "name": deck.name, "notes": dict(deck.notes), **deck.changes.by_name()}


def release_lines(deck: DeckSummary) -> Iterator[str]:
    """What a release would change since the last one."""
    yield f"{deck.set_id}: {_counts(deck.changes.by_name())} since the last release"
    for sign, ids in (("+", deck.changes.new), ("~", deck.changes.changed), ("-", deck.changes.removed)):
        yield from (f"  {sign} {name}" for name in ids)


def diff_lines(diff: SetDiff) -> Iterator[str]:
    """What an import would change, in full."""
    named = {"new": diff.new, "changed": diff.changed, "unchanged": diff.unchanged, "removed": diff.removed}
    yield f"{diff.set_id}: {_counts(named)}"
    yield from (f"  + {name}" for name in diff.new)
    for note in diff.changed:
        yield f"  ~ {note.question_id}{'' if note.taken else '  (Anki would keep the old one)'}"
        for one in note.differences:
            yield f"      {one.name}"
            yield from (
                f"        {sign} {_short(text)}" for sign, text in (("-", one.before), ("+", one.after)) if text
            )
    yield from (f"  - {name}  (Anki would keep it)" for name in diff.removed)


def diff_data(diff: SetDiff) -> dict[str, Any]:
    """What an import would change, for scripts."""
    return {
        "id": diff.set_id,
        "new": diff.new,
        "changed": [_note_data(note) for note in diff.changed],
        "unchanged": diff.unchanged,
        "removed": diff.removed,
    }


def _note_data(note: NoteDiff) -> dict[str, Any]:
    fields = {one.name: {"before": one.before, "after": one.after} for one in note.differences}
    return {"id": note.question_id, "taken": note.taken, "fields": fields}


def _counts(named: dict[str, Any]) -> str:
    return ", ".join(f"{len(ids)} {name}" for name, ids in named.items())


def _short(text: str) -> str:
    return printable(text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
