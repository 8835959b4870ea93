"""The points of sets with their states, questions and history, as rows to browse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, get_args

from quizgen.cli.common import LoadedSet
from quizgen.cli.today import studied
from quizgen.history.days import Calendar
from quizgen.history.points import PointHistory, Status, point_histories
from quizgen.history.queue import postponed_points
from quizgen.history.store import Store
from quizgen.questions import Question
from quizgen.questions.view import answer_text
from quizgen.session.selection import has_tag
from quizgen.terminal import messages, study_messages
from quizgen.terminal.describe import right_answer_line
from quizgen.terminal.prose import plain_line
from quizgen.text.folding import fold

STATES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of a set."""

    loaded: LoadedSet
    history: PointHistory
    state: Status
    days: int
    """Number of days until it is asked, if it waits for a later day."""
    is_detail: bool
    """Whether it is asked only with ``--detail``."""

    @property
    def name(self) -> str:
        """The ids of its set and its own."""
        return f"{self.loaded.question_set.id} {self.point}"

    @property
    def point(self) -> str:
        """The point's id."""
        return self.history.point

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that ask it, in the set's order."""
        return self.history.questions

    @property
    def due(self) -> datetime | None:
        """When it is due; None if it is new."""
        return self.history.memory.due if self.history.memory else None

    @property
    def title(self) -> str:
        """Title of the set."""
        return self.loaded.question_set.title

    @property
    def stem(self) -> str:
        """Stem of its first question on one line."""
        return plain_stem(self.questions[0])

    @property
    def answer(self) -> str:
        """Answer of its first question on one line."""
        return right_answer_line(self.questions[0])

    @property
    def state_text(self) -> str:
        """Return the state in words: ``due``, ``later, in 3 days``, ``new, detail``."""
        state: str = self.state
        if self.state == "later" and self.due is not None:
            state = f"{state}, {study_messages.due_in(timedelta(days=self.days))}"
        return f"{state}, {messages.DETAIL}" if self.is_detail else state

    @property
    def searched(self) -> list[str]:
        """The folded texts of all its questions, in which a search looks."""
        topic_name = self.loaded.question_set.topic_name
        texts = [self.point]
        for question in self.questions:
            texts += [question.id, question.stem, answer_text(question), topic_name(question.topic)]
        return [fold(text) for text in texts]

    def matches(self, search: str | None, states: Sequence[str], tags: Sequence[str]) -> bool:
        """Return whether the row contains the text ``search``, and has one of ``states`` and ``tags``, if given."""
        if states and self.state not in states:
            return False
        question_set = self.loaded.question_set
        if not any(has_tag(question_set, question, tags) for question in self.questions):
            return False
        return not search or any(fold(search) in text for text in self.searched)


def plain_stem(question: Question) -> str:
    """Return the stem of a question on one line, without Markdown."""
    return " ".join(plain_line(line) for line in question.stem.splitlines())


def rows_of(sets: Iterable[LoadedSet], store: Store, now: datetime, calendar: Calendar) -> list[PointRow]:
    """Return every point of ``sets`` in order, without retired questions."""
    today = calendar.day(now)
    day_end = calendar.end(today)
    rows = []
    for loaded in sets:
        question_set = loaded.question_set
        asked = studied([question_set])[question_set.id]
        histories = list(point_histories(store, question_set))
        points = frozenset(asked.points)
        memories = {
            one.point: one.memory for one in histories if one.memory and one.point in points and not one.is_suspended
        }
        put_off = postponed_points(memories, today, calendar, asked.facts)
        rows += [
            PointRow(
                loaded,
                one,
                one.status(day_end, waits=one.point in put_off),
                max(1, (calendar.day(one.memory.due) - today).days) if one.memory else 0,
                is_detail=one.point not in points,
            )
            for one in histories
        ]
    return rows


def point_data(row: PointRow) -> dict[str, Any]:
    """Return a row as JSON-ready data; times are ISO 8601 in UTC."""
    memory, results = row.history.memory, row.history.tally.questions
    return {
        "set": row.loaded.question_set.id,
        "point": row.point,
        "state": row.state,
        "due": memory.due.isoformat() if memory else None,
        "stability": memory.stability if memory else None,
        "lapses": memory.lapses if memory else 0,
        "questions": [
            {
                "id": question.id,
                "kind": question.kind,
                "stem": question.stem,
                "answer": answer_text(question),
                "priority": question.priority,
                "attempts": results[question.id].attempts if question.id in results else 0,
                "share": results[question.id].share if question.id in results else None,
            }
            for question in row.questions
        ],
        "answers": [
            {"at": review.at.isoformat(), "question": review.question_id, "outcome": review.outcome}
            for review in row.history.reviews
        ],
    }
