"""The points of sets with their states, questions and history, as rows to browse."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizgen.cli.common import LoadedSet
from quizgen.history.days import Calendar
from quizgen.history.records import Review
from quizgen.history.scheduler import MemoryState, Stage
from quizgen.history.store import Store
from quizgen.questions import Question
from quizgen.questions.view import answer_text
from quizgen.session.selection import has_tag
from quizgen.terminal import messages
from quizgen.terminal.prose import plain_line
from quizgen.text.folding import fold

STATES = ("new", "learning", "due", "later", "suspended")
"""What a point can be: never answered, in its first steps, due today, due on a later day, or suspended."""


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of a set."""

    loaded: LoadedSet
    point: str
    questions: tuple[Question, ...]
    """The questions that ask it, in the set's order."""
    states: Mapping[str, MemoryState]
    """Question id: memory state, for the questions that are scheduled."""
    reviews: tuple[Review, ...]
    """Every answer to its questions, oldest first."""
    state: str
    """One of ``STATES``."""
    due: datetime | None
    """When its next question is due; None if it is new."""

    @property
    def title(self) -> str:
        """Title of the set."""
        return self.loaded.question_set.title

    @property
    def stem(self) -> str:
        """Stem of its first question on one line."""
        return " ".join(plain_line(line) for line in self.questions[0].stem.splitlines())

    @property
    def answer(self) -> str:
        """Answer of its first question on one line."""
        return " ".join(plain_line(line) for line in answer_text(self.questions[0]).splitlines())

    def state_text(self, now: datetime) -> str:
        """Return the state in words: ``due``, ``next review in 3 days``."""
        if self.state == "later" and self.due is not None:
            return messages.next_review(self.due - now).lower()
        return self.state

    def matches(self, search: str | None, states: Sequence[str], tags: Sequence[str]) -> bool:
        """Whether the row contains the text ``search``, and has one of ``states`` and ``tags``, if given."""
        if states and self.state not in states:
            return False
        question_set = self.loaded.question_set
        if not any(has_tag(question_set, question, tags) for question in self.questions):
            return False
        texts = [self.point]
        for question in self.questions:
            texts += [question.id, question.stem, answer_text(question), question_set.topic_name(question.topic)]
        return not search or any(fold(search) in fold(text) for text in texts)


def rows_of(sets: Iterable[LoadedSet], store: Store, now: datetime, calendar: Calendar) -> list[PointRow]:
    """Return every point of ``sets`` in order, without retired questions."""
    day_end = calendar.end(calendar.day(now))
    rows = []
    for loaded in sets:
        question_set = loaded.question_set
        by_point: dict[str, list[Question]] = {}
        for question in question_set.questions:
            if not (question.retired or question_set.retired):
                for point in question.points:
                    by_point.setdefault(point, []).append(question)
        states, suspended = store.card_states(question_set.id), store.suspended(question_set.id)
        reviews: dict[str, list[Review]] = defaultdict(list)
        for review in store.reviews(question_set.id):
            reviews[review.question_id].append(review)
        for point, questions in by_point.items():
            own = {question.id: states[question.id] for question in questions if question.id in states}
            answers = sorted((review for q in questions for review in reviews[q.id]), key=lambda review: review.at)
            due = min((state.due for state in own.values()), default=None)
            state = "suspended" if point in suspended else _state(own, day_end)
            rows.append(PointRow(loaded, point, tuple(questions), own, tuple(answers), state, due))
    return rows


def _state(states: Mapping[str, MemoryState], day_end: datetime) -> str:
    if not states:
        return "new"
    if any(state.stage is not Stage.REVIEW for state in states.values()):
        return "learning"
    return "due" if any(state.due < day_end for state in states.values()) else "later"


def point_data(row: PointRow) -> dict[str, Any]:
    """Return a row as JSON-ready data; times are ISO 8601 in UTC."""
    return {
        "set": row.loaded.question_set.id,
        "point": row.point,
        "state": row.state,
        "due": row.due.isoformat() if row.due else None,
        "questions": [
            {
                "id": question.id,
                "kind": question.kind,
                "stem": question.stem,
                "answer": answer_text(question),
                "priority": question.priority,
                "due": row.states[question.id].due.isoformat() if question.id in row.states else None,
                "stability": row.states[question.id].stability if question.id in row.states else None,
                "lapses": row.states[question.id].lapses if question.id in row.states else 0,
            }
            for question in row.questions
        ],
        "answers": [
            {"at": review.at.isoformat(), "question": review.question_id, "outcome": review.outcome}
            for review in row.reviews
        ],
    }
