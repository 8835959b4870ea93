"""The conversation of a quiz, whoever holds it."""

from typing import Protocol

from quizgen.grading.verdict import Response
from quizgen.session import Answered, Prompt, Session


class Quit(Exception):  # noqa: N818 (a wish, no error)
    """The learner wants to stop."""


class Skip(Exception):  # noqa: N818
    """The learner leaves the question at hand unanswered."""


class Front(Protocol):
    """What a quiz needs of a terminal.

    To stop, each of these may raise ``Quit``, ``KeyboardInterrupt`` or ``EOFError``.
    """

    def open(self, session: Session) -> None:
        """Say what is about to begin."""

    def ask(self, prompt: Prompt) -> Response:
        """Put a question and return what the learner gives; raises ``Skip`` where that is nothing."""

    def tell(self, prompt: Prompt, answered: Answered) -> None:
        """Give the feedback and wait until the learner has read it."""

    def close(self, session: Session) -> None:
        """Give the score so far, of a session finished or not."""

    def ask_again(self, missed: int) -> bool:
        """Whether the missed questions are to be asked again."""


def take(session: Session, front: Front) -> Session:
    """Hold the quiz until it is over or the learner stops, the missed questions again as often as wished.

    Returns the last session as far as it came. Stopping, by key or Ctrl-C or the end of input, gives the score so far.
    """
    front.open(session)
    while True:
        try:
            while (prompt := session.prompt) is not None:
                session, _ = session.answer(_ask(front, prompt))
                front.tell(prompt, session.answers[-1])
        except (Quit, KeyboardInterrupt, EOFError):
            front.close(session)
            return session
        front.close(session)
        missed = len(session.results.missed)
        try:
            if not missed or not front.ask_again(missed):
                return session
        except (Quit, KeyboardInterrupt, EOFError):
            return session
        session = session.retry_missed()
        front.open(session)


def _ask(front: Front, prompt: Prompt) -> Response:
    try:
        return front.ask(prompt)
    except Skip:
        return None
