"""Which notes get a new time, and what the record remembers."""

import pytest
from anki_samples import LONG_AGO, QUESTIONS, edited, question_set
from hypothesis import given
from hypothesis import strategies as st

from quizgen.anki.errors import ExportError
from quizgen.anki.notes import Note, make_note
from quizgen.anki.pictures import Pictures
from quizgen.anki.release import Changes, Release, ReleaseRecord, format_record, parse_record
from quizgen.questions import QuestionSet


def notes_of(made: QuestionSet) -> list[Note]:
    return [make_note(made, question, Pictures(None)) for question in made.questions]


def update(record: ReleaseRecord | None, made: QuestionSet, now: int) -> tuple[ReleaseRecord, Changes]:
    release, notes = Release(record, made, now), notes_of(made)
    # The order in which notes are made does not matter.
    times = {note.question_id: release.time_of(note, place) for place, note in reversed([*enumerate(notes, 1)])}
    after, changes = release.finished()
    assert {name: note.modified for name, note in after.notes.items()} == times
    return after, changes


def times(record: ReleaseRecord) -> set[int]:
    return {note.modified for note in record.notes.values()}


FIRST, _ = update(None, question_set(), LONG_AGO)


def test_the_first_release_has_all_new_notes_at_its_time() -> None:
    record, changes = update(None, question_set(), LONG_AGO)

    assert changes == Changes(new=tuple(question["id"] for question in QUESTIONS))
    assert times(record) == {LONG_AGO}


def test_an_unchanged_set_keeps_its_record() -> None:
    record, changes = update(FIRST, question_set(), LONG_AGO + 99)

    assert record == FIRST
    assert (changes.new, changes.changed, changes.removed) == ((), (), ())


@pytest.mark.parametrize(
    "changed",
    [
        question_set(edited("seasons", stem="Which season follows which?")),
        question_set(edited("seasons", steps=["Spring", "Summer", "Fall", "Winter"])),
        question_set(edited("seasons", tags=["weather"])),
        question_set(edited("seasons", topic="space")),
        question_set(edited("seasons", hint="Think of the weather.")),
    ],
)
def test_only_a_changed_note_gets_the_new_time(changed: QuestionSet) -> None:
    record, changes = update(FIRST, changed, LONG_AGO + 99)

    assert changes.changed == ("seasons",)
    assert {name for name, note in record.notes.items() if note.modified == LONG_AGO + 99} == {"seasons"}


def test_another_order_of_questions_changes_no_note() -> None:
    _, changes = update(FIRST, question_set(QUESTIONS[::-1]), LONG_AGO + 99)

    assert len(changes.unchanged) == 9


def test_added_and_removed_questions_are_reported() -> None:
    new = {"kind": "card", "id": "added", "stem": "New?", "answer": "Yes."}
    record, changes = update(FIRST, question_set([*QUESTIONS[1:], new]), LONG_AGO + 99)

    assert (changes.new, changes.removed) == (("added",), ("boiling",))
    assert "boiling" not in record.notes


@pytest.mark.slow
@given(st.integers(0, 2 * LONG_AGO))
def test_a_changed_notes_time_always_rises(now: int) -> None:
    record, _ = update(FIRST, question_set(edited("marathon", unit="m")), now)

    assert record.notes["marathon"].modified == max(now, LONG_AGO + 1)


def test_a_record_reads_back_as_it_was_written() -> None:
    text = format_record(FIRST)

    assert parse_record(text, "x") == FIRST
    assert len(text.splitlines()) == 11  # one line a note: version control shows which changed


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"set": "a"}', '{"set": "a", "notes": {"b": {"modified": -1, "content": ""}}}']
)
def test_a_line_that_is_not_a_record_is_rejected(text: str) -> None:
    with pytest.raises(ExportError, match=r"x\.release\.json is not a valid .*; restore it from version control"):
        parse_record(text, "x.release.json")


def test_another_sets_record_is_refused() -> None:
    with pytest.raises(ExportError, match=r"rivers\.release\.json belongs to the set 'almanac', not to 'rivers'"):
        Release(FIRST, question_set(id="rivers"), LONG_AGO)
