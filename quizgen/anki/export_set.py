"""One question set on its way out: which of its questions go, into which decks, and with what times."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizgen.anki import identity
from quizgen.anki.notes import Note, make_note, note_tags
from quizgen.anki.notetypes import NOTE_TYPES
from quizgen.anki.pictures import Pictures
from quizgen.anki.release import Changes, Release, ReleaseRecord
from quizgen.markup import to_html
from quizgen.questions import Question, QuestionSet

if TYPE_CHECKING:
    from quizgen.anki.scheduling import Studied

_CLOZE_MARK = re.compile(r"\{\{c([0-9]+)::")


@dataclass(frozen=True, slots=True)
class Selection:
    """The questions to take: of any of ``kinds``, of ``topics`` and with one of ``tags``; an empty one takes all.

    A tag takes those below it too, as in Anki: ``physics`` takes ``physics::optics``.
    """

    kinds: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    def takes(self, question_set: QuestionSet, question: Question) -> bool:
        """Whether the question goes."""
        return (
            (not self.kinds or question.kind in self.kinds)
            and (not self.topics or question.topic in self.topics)
            and (not self.tags or self._has_tag(note_tags(question_set, question)))
        )

    def _has_tag(self, tags: Sequence[str]) -> bool:
        wanted = tuple(f"{tag.casefold()}::" for tag in self.tags)
        return any(f"{tag.casefold()}::".startswith(wanted) for tag in tags)


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck to write; ``description`` is HTML."""

    id: int
    name: str
    description: str = ""


class PlacedNote(NamedTuple):
    """A note with the id that it asks for, its time (Unix seconds), its deck, and its place from 1 among new cards."""

    id: int
    note: Note
    modified: int
    deck: Deck
    position: int
    studied: "Studied | None" = None


def ordinals(note: Note) -> Sequence[int]:
    """Numbers from 0 of the cards that a note has: a cloze one for each mark's number, others the one."""
    if not note.note_type.cloze:
        return (0,)
    return sorted({int(number) - 1 for number in _CLOZE_MARK.findall(note.fields[0])})


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """One set in a package: what it holds by note type, what changed since its record, and its new record."""

    set_id: str
    name: str
    notes: Mapping[str, int]
    changes: Changes
    record: ReleaseRecord


class ExportSet:
    """A set to export. Its notes are made one by one, so that a large set needs little memory.

    The release takes in all of the set's questions, even when ``selection`` lets only some of them out: the record
    says when each last changed, whatever was written where.
    """

    def __init__(
        self,
        question_set: QuestionSet,
        *,
        modified: int,
        media_root: Path | None = None,
        record: ReleaseRecord | None = None,
        selection: Selection | None = None,
        deck_name: str | None = None,
        subdecks: bool = False,
    ) -> None:
        self.question_set = question_set
        self._release = Release(record, question_set.id, modified)
        self._taken = Pictures(media_root)
        self._left = Pictures(media_root)
        self._counts: Counter[str] = Counter()
        name = _as_anki_writes(deck_name or question_set.title)
        self._deck = Deck(identity.deck_id(question_set.id), name, to_html(question_set.description or ""))
        self._selected = [
            selection is None or selection.takes(question_set, question) for question in question_set.questions
        ]
        self._topic_decks = self._decks_by_topic() if subdecks else {}

    @property
    def selected_ids(self) -> list[str]:
        """The ids of the questions that go."""
        questions = self.question_set.questions
        return [question.id for question, selected in zip(questions, self._selected, strict=True) if selected]

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The set's deck, then those of its topics."""
        return self._deck, *dict.fromkeys(self._topic_decks.values())

    @property
    def pictures(self) -> Mapping[str, Path]:
        """Media name: file, of the pictures of all notes so far."""
        return self._taken.files

    def notes(self, *, by_id: bool = False) -> Iterator[PlacedNote]:
        """Every selected note, in the set's order or in that of the ids that they ask for. To be run through once.

        Raises QuestionError.
        """
        question_set = self.question_set
        ids = [identity.note_id(identity.guid(question_set.id, one.id, one.guid)) for one in question_set.questions]
        order = list(range(len(ids)))
        if by_id:
            order.sort(key=ids.__getitem__)
        for index in order:
            question, selected = question_set.questions[index], self._selected[index]
            note = make_note(question_set, question, self._taken if selected else self._left)
            modified = self._release.time_of(note)
            if selected:
                self._counts[note.note_type.name] += 1
                deck = self._topic_decks.get(question.topic, self._deck)
                yield PlacedNote(ids[index], note, modified, deck, index + 1)

    def summary(self) -> DeckSummary:
        """What went out, once ``notes`` has been run through."""
        record, changes = self._release.finished(question.id for question in self.question_set.questions)
        counts = {kind.name: self._counts[kind.name] for kind in NOTE_TYPES if kind.name in self._counts}
        return DeckSummary(self.question_set.id, self._deck.name, counts, changes, record)

    def _decks_by_topic(self) -> dict[str | None, Deck]:
        # Anki knows decks by name, in any case of letters: topics of one name share a deck.
        decks: dict[str | None, Deck] = {}
        by_name: dict[str, Deck] = {}
        for question, selected in zip(self.question_set.questions, self._selected, strict=True):
            topic = question.topic
            if selected and topic is not None and topic not in decks:
                name = _as_anki_writes(f"{self._deck.name}::{self.question_set.topic_name(topic).replace('::', ': ')}")
                deck = Deck(identity.deck_id(self.question_set.id, topic), name)
                decks[topic] = by_name.setdefault(name.casefold(), deck)
        return decks


def _as_anki_writes(deck_name: str) -> str:
    # Anki tidies the names of decks, but looks for them in a text file as they stand there.
    parts = unicodedata.normalize("NFC", deck_name).split("::")
    return "::".join(part.strip() or "blank" for part in parts)
