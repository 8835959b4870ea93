"""The quizzes that were interrupted, as they are offered to be resumed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.cli import menu_messages
from quizgen.history.history import History
from quizgen.history.records import Mode
from quizgen.questions import QuestionSet
from quizgen.session.combined import combined, members_of
from quizgen.session.past_sessions import interrupted, progress
from quizgen.terminal import messages


@dataclass(frozen=True, slots=True)
class InterruptedQuiz:
    """A quiz or exam that can be resumed."""

    names: tuple[str, ...]
    """The names of its sets."""
    text: str
    exam: bool


def interrupted_quizzes(history: History, sets: Iterable[tuple[str, QuestionSet]]) -> Iterator[InterruptedQuiz]:
    """Yield the quizzes on ``sets``, pairs of a name and a set, that can be resumed, the one interrupted last first."""
    by_id: dict[str, tuple[str, QuestionSet]] = {}
    for name, one in sets:
        by_id.setdefault(one.id, (name, one))
    unfinished = (history.use(lambda store: store.unfinished_sets()) if history.exists else None) or ()
    for set_id in unfinished:
        members = members_of(set_id)
        if not by_id.keys() >= {*members}:
            continue
        names, asked = zip(*(by_id[member] for member in members), strict=True)
        saved = interrupted(history, members)
        found = progress(saved, combined(asked)) if saved else None
        if saved and found:
            titles = ", ".join(one.title for one in asked)
            exam = saved.start.mode is Mode.EXAM
            text = menu_messages.interrupted_quiz(titles, messages.progress(*found), exam=exam)
            yield InterruptedQuiz(names, text, exam)
