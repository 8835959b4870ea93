"""One question set prepared for export: its notes with their decks, times and places among new cards."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizgen.anki import identity
from quizgen.anki.exported_notes import ExportedNote
from quizgen.anki.introduction import Introduction
from quizgen.anki.notes import RETIRED_TAG, Note, make_note
from quizgen.anki.notetypes import NOTE_TYPES
from quizgen.anki.pictures import Pictures
from quizgen.anki.release import Changes, Release, ReleaseRecord
from quizgen.anki.selection import ExportOptions, OneEach, is_retired, one_per_point, selected, tiers
from quizgen.anki.spread import new_cards, spread
from quizgen.parallel import divided, processes_for
from quizgen.questions import QuestionSet

if TYPE_CHECKING:
    from quizgen.anki.scheduling import CardSchedule

_NOTE_TYPES = {note_type.name: note_type for note_type in NOTE_TYPES}
_PART = 200
"""How many notes are made together."""
_CLOZE_MARK = re.compile(r"\{\{c([0-9]+)::")


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck to write."""

    id: int
    name: str


class PlacedNote(NamedTuple):
    """A note with the id that it asks for, its time in Unix seconds, its deck, and its place from 1 among new cards."""

    id: int
    note: Note
    modified: int
    deck: Deck
    position: int
    schedule: "CardSchedule | None" = None


def ordinals(note: Note) -> Sequence[int]:
    """Return the numbers from 0 of a note's cards: one for each mark number of a cloze note, otherwise just 0."""
    if not note.note_type.cloze:
        return (0,)
    return sorted({int(number) - 1 for number in _CLOZE_MARK.findall(note.fields[0])})


class _Made(NamedTuple):
    """Notes that were made together, and the files of the pictures of those that are exported, by media name."""

    notes: list[Note]
    pictures: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """One set in a package: its number of notes by note type, what changed since the last release, and both records."""

    set_id: str
    name: str
    notes: Mapping[str, int]
    changes: Changes
    record: ReleaseRecord
    last_record: ReleaseRecord | None


class ExportSet:
    """A set to export. Its notes are made a few at a time, so that a large set needs little memory.

    The release covers all questions of the set, also those that ``options`` leave out, so that the record does not
    depend on what was exported. ``left_over`` are notes of an older package that belong to the set's retired notes.
    """

    def __init__(
        self,
        question_set: QuestionSet,
        options: ExportOptions,
        *,
        modified: int,
        deck_name: str,
        pictures: Path | None = None,
        record: ReleaseRecord | None = None,
        left_over: Sequence[ExportedNote] = (),
    ) -> None:
        self.question_set = question_set
        self._modified = modified
        self._record = record
        self._release = Release(record, question_set, modified)
        self._folder = pictures
        self._files: dict[str, Path] = {}
        self._counts: Counter[str] = Counter()
        name = _normalized(deck_name)
        self._deck = Deck(identity.deck_id(question_set.id), name)
        self._cards = 0
        self._new_per_day = options.new_per_day
        one_each = one_per_point(question_set)
        self._selected = selected(question_set, options, one_each)
        self._positions = _positions(question_set, one_each, self._release.positions)
        self._left_over = [old for old in left_over if old.note_type in _NOTE_TYPES]
        self._topic_decks = self._decks_by_topic() if options.subdecks else {}

    @property
    def selected_ids(self) -> list[str]:
        """The ids of the questions that are exported."""
        questions = self.question_set.questions
        return [question.id for question, taken in zip(questions, self._selected, strict=True) if taken]

    @property
    def note_count(self) -> int:
        """Number of notes that ``notes`` yields."""
        return sum(self._selected) + len(self._left_over)

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The set's deck, then those of its topics."""
        return self._deck, *dict.fromkeys(self._topic_decks.values())

    @property
    def pictures(self) -> Mapping[str, Path]:
        """The picture files of all notes so far, by media name."""
        return self._files

    def notes(self, *, by_id: bool = False) -> Iterator[PlacedNote]:
        """Yield every exported note once, in the order of new cards or in that of note ids. Raises QuestionError."""
        key = attrgetter("id") if by_id else attrgetter("position")
        return merge(self._own_notes(by_id=by_id), sorted(self._left_over_notes(), key=key), key=key)

    def summary(self) -> DeckSummary:
        """Return what was exported, after ``notes`` has been exhausted."""
        questions = self.question_set.questions
        retired = {question.id for question in questions if is_retired(self.question_set, question)}
        record, changes = self._release.finished(retired)
        counts = {kind.name: self._counts[kind.name] for kind in NOTE_TYPES if kind.name in self._counts}
        return DeckSummary(self.question_set.id, self._deck.name, counts, changes, record, self._record)

    def introduction(self) -> Introduction:
        """Return what the deck says about itself, after ``notes`` has been exhausted."""
        released = {name: self._release.notes[name] for name in self.selected_ids}
        return Introduction(self.question_set, released, self._cards, self._new_per_day)

    def _own_notes(self, *, by_id: bool) -> Iterator[PlacedNote]:
        question_set = self.question_set
        ids = [identity.note_id(identity.guid_of(question_set, one)) for one in question_set.questions]
        order = sorted(range(len(ids)), key=(ids if by_id else self._positions).__getitem__)
        parts = [order[at : at + _PART] for at in range(0, len(order), _PART)]
        with divided(self._made, parts, processes_for(len(order))) as results:
            for part, made in zip(parts, results, strict=True):
                self._files |= made.pictures
                for index, note in zip(part, made.notes, strict=True):
                    modified = self._release.time_of(note, self._positions[index])
                    if self._selected[index]:
                        self._count(note)
                        deck = self._topic_decks.get(question_set.questions[index].topic, self._deck)
                        yield PlacedNote(ids[index], note, modified, deck, self._positions[index])

    def _made(self, part: Sequence[int]) -> _Made:
        """Return the notes of some questions, without a change to this object."""
        questions, exported, others = self.question_set.questions, Pictures(self._folder), Pictures(self._folder)
        notes = [
            make_note(self.question_set, questions[index], exported if self._selected[index] else others)
            for index in part
        ]
        return _Made(notes, exported.files)

    def _left_over_notes(self) -> Iterator[PlacedNote]:
        first = max(self._positions, default=0) + 1
        for position, old in enumerate(self._left_over, first):
            note_type = _NOTE_TYPES[old.note_type]
            tags = tuple(dict.fromkeys((*old.tags, RETIRED_TAG)))
            note = Note(old.guid, old.guid, note_type, note_type.filled(dict(old.fields)), tags)
            self._count(note)
            modified = max(self._modified, old.modified + 1)
            yield PlacedNote(identity.note_id(old.guid), note, modified, self._deck, position)

    def _count(self, note: Note) -> None:
        self._counts[note.note_type.name] += 1
        self._cards += len(ordinals(note))

    def _decks_by_topic(self) -> dict[str | None, Deck]:
        # Anki compares deck names without regard to case, so topics with the same name share a deck.
        decks: dict[str | None, Deck] = {}
        by_name: dict[str, Deck] = {}
        for question, taken in zip(self.question_set.questions, self._selected, strict=True):
            topic = question.topic
            if taken and topic is not None and topic not in decks:
                name = _normalized(f"{self._deck.name}::{self.question_set.topic_name(topic).replace('::', ': ')}")
                deck = Deck(identity.deck_id(self.question_set.id, topic), name)
                decks[topic] = by_name.setdefault(name.casefold(), deck)
        return decks


def _positions(question_set: QuestionSet, one_each: OneEach, known: Mapping[str, int]) -> list[int]:
    """Return each question's place from 1 among new cards: the last release's, and new questions after the highest."""
    questions = question_set.questions
    if all(question.id in known for question in questions):
        return [known[question.id] for question in questions]
    about = new_cards(questions)
    places = {index: known[question.id] for index, question in enumerate(questions) if question.id in known}
    position = max(known.values(), default=0)
    last = about[max(places, key=places.__getitem__)] if places else None
    for tier in tiers(question_set, one_each):
        new = [index for index in tier if index not in places]
        for place in spread([about[index] for index in new], after=last):
            position += 1
            places[new[place]] = position
            last = about[new[place]]
    return [places[index] for index in range(len(questions))]


def _normalized(deck_name: str) -> str:
    # Anki normalizes deck names when it creates them, but looks up the name as written in a text file.
    parts = unicodedata.normalize("NFC", deck_name).split("::")
    return "::".join(part.strip() or "blank" for part in parts)
