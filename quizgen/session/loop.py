"""The conversation of a quiz or an exam, whoever holds it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from quizgen.grading.verdict import Response
from quizgen.journal import Journal
from quizgen.journal.attempts import Attempt, earlier_attempts
from quizgen.session import Answered, Prompt, Session
from quizgen.terminal.actions import STOPPED, Keep, Override, Previous, Reveal, Skip, TimeUp


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What is told at the end of a session."""

    session: Session
    over: bool
    """Whether it came to its end; otherwise the learner stopped it."""
    earlier: tuple[Attempt, ...] = ()
    """Earlier attempts, the earliest first."""
    resumable: bool = False
    """Whether the learner can go on with it another time."""


class Frontend(Protocol):
    """What a quiz needs of a terminal.

    Where a method waits for the learner, it may raise ``Quit``, ``KeyboardInterrupt`` or ``EOFError``, in an exam
    ``TimeUp``; any other wish is named with the method.
    """

    def open(self, session: Session) -> None:
        """Say what is about to begin, or to go on."""

    def ask(self, prompt: Prompt) -> Response:
        """Put a question and return what the learner gives; raises ``Skip``, ``Reveal``, ``Previous``, ``Keep``.

        Raises ``Override`` about the answer before this question.
        """

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        """Give the feedback and wait until the learner has read it; raises ``Override``."""

    def show_answered(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        """Show a question with its answer once more; raises ``Previous``, ``Override``.

        ``review`` is the walk through all answers after an exam, otherwise the learner looks back during a quiz.
        """

    def confirm_override(self) -> None:
        """Say that the answer counts as right after all."""

    def hand_in(self, session: Session) -> None:
        """Wait until the learner hands the exam in; raises ``Previous``."""

    def review(self, session: Session, *, time_up: bool) -> None:
        """Give the score of an exam, before its answers are shown."""

    def close(self, ending: SessionSummary) -> None:
        """Give the score so far."""

    def ask_again(self, missed: int) -> bool:
        """Whether the missed questions are to be asked again; raises ``Override`` about the last answer."""

    def warn(self, message: str) -> None:
        """Say what has gone wrong beside the quiz."""


def run_quiz(
    session: Session, front: Frontend, journal: Journal, *, closed: Callable[[Session], None] | None = None
) -> Session:
    """Hold the quiz until it is over or the learner stops, the missed questions again as often as wished.

    Every answer is in the ``journal`` before anything more is shown. Returns the last session as far as it came;
    ``closed`` gets the first one when it is over or stopped, before the journal turns to the next.
    """
    taking = QuizLoop(session, front, journal)
    while True:
        went_on = taking.run()
        if closed:
            closed(taking.session)
        # Who stops at the feedback of the last question has answered them all.
        taking.close(over=went_on or (taking.session.finished and not taking.session.exam))
        if not (went_on and taking.wants_again()):
            return taking.session
        closed = None
        taking.session = taking.session.retry_missed()


class QuizLoop:
    """A session on its way through the conversation."""

    def __init__(self, session: Session, front: Frontend, journal: Journal) -> None:
        self.session = session
        self._front = front
        self._journal = journal

    def run(self) -> bool:
        """Ask everything; False when the learner stopped, be it at the last feedback."""
        try:
            self._front.open(self.session)
            if not self.session.exam:
                self._ask_all()
                return True
            time_up = self._ask_all_of_exam()
        except STOPPED:
            return False
        self.session = self.session.hand_in()
        self._front.review(self.session, time_up=time_up)
        with suppress(*STOPPED):  # the learner may have seen enough of it
            self._look(0, review=True)
        return True

    def close(self, *, over: bool) -> None:
        """Give the score."""
        earlier = earlier_attempts(self._journal.history, self.session, self._journal.session_id)
        if over:
            self._journal.end()
        resumable = not over and bool(self.session.answers) and self._journal.history.stores
        self._front.close(SessionSummary(self.session, over, earlier, resumable))

    def wants_again(self) -> bool:
        """Whether the missed questions are to be asked again."""
        while missed := len(self.session.results.missed):
            try:
                return self._front.ask_again(missed)
            except Override:
                self._override(len(self.session.answers) - 1)
                self.close(over=True)
            except STOPPED:
                break
        return False

    def _ask_all(self) -> None:
        while (prompt := self.session.prompt) is not None:
            place = self.session.place
            self._ask(prompt)
            try:
                self._front.show_feedback(prompt, self.session.answers[place])
            except Override:
                self._override(place)

    def _ask_all_of_exam(self) -> bool:
        """Ask everything, back and forth, until the exam is handed in; whether time ended it."""
        while True:
            prompt = self.session.prompt
            try:
                if prompt is None:
                    self._front.hand_in(self.session)
                    return False
                self._ask(prompt)
            except Keep:
                self.session = self.session.forward()
            except Previous:
                self.session = self.session.back()
            except TimeUp:
                return True

    def _ask(self, prompt: Prompt) -> None:
        """Put one question, and write down what the learner gives."""
        place = self.session.place
        shown_at = self._journal.clock()
        response, gave_up = self._response(prompt)
        seconds = max(0.0, (self._journal.clock() - shown_at).total_seconds())
        self.session, _ = self.session.answer(response, seconds=seconds, shown=gave_up)
        self._journal.answered(self.session, place)

    def _response(self, prompt: Prompt) -> tuple[Response, bool]:
        """What the learner gives, and whether that is to give up."""
        while True:
            try:
                return self._front.ask(prompt), False
            except Skip:
                return None, False
            except Reveal:
                return None, True
            except Previous:
                if self.session.exam:
                    raise
                if self.session.place:
                    self._look(self.session.place - 1)
            except Override:
                if not self.session.exam:
                    self._override(self.session.place - 1)

    def _look(self, place: int, *, review: bool = False) -> None:
        """Show answers once more: all from ``place`` on in a review, otherwise that one and any before it."""
        while place < len(self.session.answers):
            try:
                self._front.show_answered(self.session.prompt_at(place), self.session.answers[place], review=review)
            except Previous:
                place = max(0, place - 1)
            except Override:
                self._override(place)
            else:
                if not review:
                    return
                place += 1

    def _override(self, place: int) -> None:
        if place < 0 or not self.session.answers[place].may_be_overridden:
            return
        self.session = self.session.override(place)
        self._journal.overridden(self.session.answers[place].question.id)
        self._front.confirm_override()
