"""The output of ``quizgen export``: lines for people, data for scripts."""

from collections.abc import Iterable, Iterator
from typing import Any

from quizgen.anki.diff import NoteDiff, SetDiff
from quizgen.anki.export import ExportSummary
from quizgen.anki.export_set import DeckSummary
from quizgen.anki.release import Changes
from quizgen.exporting import Exported, Loss
from quizgen.exporting.formats import FORMAT_INFO, Format
from quizgen.loading.diagnostics import escape_controls
from quizgen.text.plurals import count

_WIDTH = 100
"""Characters of a field shown in a comparison, so that the next field stays in view."""
_NAMED = 5
"""How many questions to name that lose the same."""


def summary_lines(summary: ExportSummary, one_for_each: str | None) -> Iterator[str]:
    """Yield what was written; ``one_for_each`` says what has one note each, if anything has."""
    each = f" (one for each {one_for_each})" if one_for_each else ""
    why = " (a cloze has one card for each mark)" if summary.cards > summary.notes else ""
    yield f"Wrote {summary.path}: {count(summary.notes, 'note')}{each}, {count(summary.cards, 'card')}{why}"
    if summary.studied is not None:
        yield f"  your progress is included for {summary.studied} of {count(summary.notes, 'note')}"
    for deck in summary.decks:
        yield f"  {deck.name}"
        yield from (f"    {number:5}  {name}" for name, number in deck.notes.items())
        yield from change_lines(deck, indent="    ")


def change_lines(deck: DeckSummary, indent: str = "") -> Iterator[str]:
    """Yield what changed since the last release; nothing for the first release.

    A release covers all questions of a set, so their number is named if the deck does not have them all.
    """
    changes = deck.changes
    current = len(changes.new) + len(changes.changed) + len(changes.unchanged)
    if not (changes.new or changes.changed or changes.removed or changes.retired):
        yield f"{indent}no question has changed since the last release"
    elif changes.changed or changes.unchanged or changes.removed:
        among = "" if current == sum(deck.notes.values()) else f", among all {count(current, 'question')} of the set"
        yield f"{indent}since the last release{among}: {_counts(changes)}"
    if changes.changed:
        yield (
            f"{indent}importing this package overwrites learners' edits and tags in the changed notes; edits made "
            "after the import are kept"
        )
    if changes.removed:
        removed = ", ".join(changes.removed)
        kept = "this note" if len(changes.removed) == 1 else "these notes"
        yield f"{indent}removed from the deck (learners who already have the deck keep {kept}): {removed}"


def loss_lines(losses: Iterable[Loss], form: Format) -> Iterator[str]:
    """Yield what a format cannot hold, each once with the questions or sets that it applies to."""
    ids_by_message: dict[str, list[str]] = {}
    for loss in losses:
        ids_by_message.setdefault(loss.message, []).append(loss.question_id or loss.set_id)
    for message, ids in ids_by_message.items():
        more = len(ids) - _NAMED
        names = ", ".join(ids[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
        yield escape_controls(f"{FORMAT_INFO[form].label}: {message} ({names})")


def file_data(exported: Exported) -> dict[str, Any]:
    """Return what was written in a format that is not Anki's, and what was left out, for scripts."""
    return {
        "path": str(exported.path),
        "format": exported.format,
        "questions": exported.questions,
        "losses": _losses_data(exported.losses),
    }


def _losses_data(losses: Iterable[Loss]) -> list[dict[str, str]]:
    return [
        {"set": loss.set_id, "question": loss.question_id, "field": loss.field, "message": loss.message}
        for loss in losses
    ]


def summary_data(summary: ExportSummary, losses: Iterable[Loss]) -> dict[str, Any]:
    """Return what was written for Anki, and what cards cannot do, for scripts."""
    return {
        "path": str(summary.path),
        "cards": summary.cards,
        "pictures": summary.pictures,
        "decks": [deck_data(deck) for deck in summary.decks],
        "losses": _losses_data(losses),
    }


def deck_data(deck: DeckSummary) -> dict[str, Any]:
    """Return one deck, for scripts."""
    return {"id": deck.set_id, "name": deck.name, "notes": dict(deck.notes), **deck.changes.by_name()}


def release_lines(deck: DeckSummary) -> Iterator[str]:
    """Yield what a release would change since the last one."""
    yield f"{deck.set_id}: {_counts(deck.changes)} since the last release"
    for sign, ids in (("+", deck.changes.new), ("~", deck.changes.changed), ("-", deck.changes.removed)):
        yield from (f"  {sign} {name}" for name in ids)


def diff_lines(diff: SetDiff) -> Iterator[str]:
    """Yield what an import would change, in full."""
    yield (
        f"{diff.set_id}: {len(diff.new)} new, {len(diff.changed)} changed, {len(diff.unchanged)} unchanged, "
        f"{len(diff.removed)} removed"
    )
    yield from (f"  + {name}" for name in diff.new)
    for note in diff.changed:
        yield f"  ~ {note.question_id}{'' if note.taken else '  (Anki would keep the old note)'}"
        for one in note.differences:
            yield f"      {one.name}"
            yield from (
                f"        {sign} {_short(text)}" for sign, text in (("-", one.before), ("+", one.after)) if text
            )
    yield from (f"  - {name}  (Anki would keep the note)" for name in diff.removed)


def diff_data(diff: SetDiff) -> dict[str, Any]:
    """Return what an import would change, for scripts."""
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


def _counts(changes: Changes) -> str:
    named = changes.by_name()
    if not changes.retired:
        del named["retired"]
    return ", ".join(f"{len(ids)} {name}" for name, ids in named.items())


def _short(text: str) -> str:
    return escape_controls(text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…")
