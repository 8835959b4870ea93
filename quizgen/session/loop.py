"""The loop that asks questions, for quiz and exam; ``study`` adds what study does differently."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from quizgen.grading.verdict import Response
from quizgen.session.combined import name_in
from quizgen.session.frontend import (
    STOPPED,
    AnySession,
    Frontend,
    Keep,
    Override,
    Previous,
    Reveal,
    SessionSummary,
    Skip,
    TimeUp,
    Undo,
)
from quizgen.session.prompt import Answered, Prompt
from quizgen.session.recorder import Recorder
from quizgen.session.selection import is_suspended
from quizgen.session.session import Session

if TYPE_CHECKING:
    from quizgen.session.past_sessions import Attempt


def run_quiz(
    session: Session,
    frontend: Frontend,
    recorder: Recorder,
    *,
    on_end: Callable[[Session], None] | None = None,
    arguments: Sequence[str] = (),
) -> Session:
    """Run a quiz or an exam until it is over or the learner stops, then offer to retry what was missed.

    Every answer is stored before anything more is shown. Returns the last session; ``on_end`` gets
    the first one when it is over or stopped, before the recorder turns to a retry, and again if its last answer was
    undone there and given again. ``arguments`` are those of ``SessionSummary``.
    """
    loop = QuizLoop(session, frontend, recorder, tuple(arguments))
    undone = False
    while True:
        completed = loop.run(announces=not undone)
        if on_end:
            on_end(loop.session)
        # A learner who stops at the feedback of the last question has answered them all.
        over = completed or (loop.session.finished and not loop.session.exam)
        loop.close(over=over, offers_retry=completed)
        try:
            retries = completed and loop.wants_retry()
        except Undo:
            loop.undo()
            undone = True
            continue
        if over:
            recorder.end()
        if not retries:
            return loop.session
        on_end, undone = None, False
        loop.session = loop.retry()


class SessionLoop(ABC):
    """Asks one question after the other. Every answer is in the history before its feedback appears."""

    def __init__(self, frontend: Frontend, recorder: Recorder) -> None:
        self._frontend = frontend
        self._recorder = recorder
        self._clock = recorder.clock

    def run(self, *, announces: bool = True) -> bool:
        """Ask until nothing is left; return False if the learner stopped. ``announces`` says what starts."""
        try:
            if announces:
                self._frontend.open(self._opened())
            self._ask_all()
        except STOPPED:
            return False
        return True

    @abstractmethod
    def _opened(self) -> AnySession:
        """Return the session that starts."""

    @abstractmethod
    def _ask_all(self) -> None:
        """Ask everything and show the feedback."""

    @abstractmethod
    def _answer(self, prompt: Prompt, response: Response, seconds: float, *, shown: bool) -> Answered:
        """Grade a response and store it."""

    @abstractmethod
    def _step_back(self) -> bool:
        """Return to the session before the last answer, whose question is asked again; return whether it was a skip."""

    def _revisit(self, action: Previous | Override) -> None:  # noqa: B027 (nothing to do is a valid choice)
        """Do what the learner asked for about an earlier answer, if that is possible."""

    def undo(self) -> None:
        """Go back to the question answered last."""
        resumed = self._recorder.undo()
        self._frontend.confirm_undo(skip=self._step_back(), resumed=resumed)

    def _ask(self, prompt: Prompt) -> Answered:
        """Show one question and store the response."""
        shown_at = self._recorder.timer()
        response, shown = self._response(prompt)
        seconds = max(0.0, self._recorder.timer() - shown_at)
        return self._answer(prompt, response, seconds, shown=shown)

    def _response(self, prompt: Prompt) -> tuple[Response, bool]:
        """Return the learner's response, and whether the learner asked for the answer."""
        while True:
            try:
                return self._frontend.ask(prompt), False
            except Skip:
                return None, False
            except Reveal:
                return None, True
            except (Previous, Override) as action:
                self._revisit(action)


class QuizLoop(SessionLoop):
    """A quiz, with feedback after each answer, or an exam, with a review at its end."""

    def __init__(
        self, session: Session, frontend: Frontend, recorder: Recorder, arguments: tuple[str, ...] = ()
    ) -> None:
        super().__init__(frontend, recorder)
        self.session = session
        self._arguments = arguments
        self._started_at = recorder.timer()

    def close(self, *, over: bool, offers_retry: bool) -> None:
        """Show the score, and the answers, except to skipped questions that can be answered later or in a retry."""
        earlier: tuple[Attempt, ...] = ()
        if self._recorder.history is not None:
            from quizgen.session.past_sessions import earlier_attempts

            start = self._recorder.start
            earlier = earlier_attempts(self._recorder.history, self.session, start.id if start else None)
        is_timed = self.session.exam and self._recorder.time_left is not None
        resumable = not over and (bool(self.session.answers) or is_timed) and self._recorder.stores
        if resumable and self.session.answers:
            self._recorder.leave()
        elif resumable:
            self._recorder.leave_unanswered(self.session, self._recorder.timer() - self._started_at)
        hidden = self._skipped(self.session.answers) if resumable else self._kept_for_retry() if offers_retry else ()
        self._frontend.close(
            SessionSummary(self.session, over, self._clock(), earlier, resumable, hidden, self._arguments)
        )

    def wants_retry(self) -> bool:
        """Ask whether to retry the missed and the skipped questions; raises ``Undo`` for the last answer."""
        while to_retry := self._to_retry():
            missed = sum(answer.missed for answer in to_retry)
            try:
                if self._frontend.ask_retry(missed, len(to_retry) - missed, undoable=self.session.undoable):
                    return True
                break
            except Override:
                if not self.session.exam:
                    self._override(len(self.session.answers) - 1)
                    self.close(over=True, offers_retry=True)
            except STOPPED:
                break
        if skipped := self._kept_for_retry():
            self._frontend.show_skipped(skipped)
        return False

    def retry(self) -> Session:
        """Return a quiz of the missed and the skipped questions."""
        return self.session.retry([answer.question for answer in self._to_retry()])

    def _kept_for_retry(self) -> tuple[Answered, ...]:
        """Return the skipped questions to retry whose answers the learner has not seen: an exam's review shows all."""
        return () if self.session.exam else self._skipped(self._to_retry())

    @staticmethod
    def _skipped(answers: Iterable[Answered]) -> tuple[Answered, ...]:
        return tuple(answer for answer in answers if answer.skipped)

    def _to_retry(self) -> list[Answered]:
        """Return the answers to review, without those to questions that have been suspended since."""
        to_review, question_set = self.session.results.to_review, self.session.question_set
        suspended = {
            name_in(question_set, set_id, point)
            for set_id in {self.session.set_id(answer.question) for answer in to_review}
            for point in self._recorder.suspended(set_id)
        }
        return [answer for answer in to_review if not is_suspended(answer.question, suspended)]

    def _opened(self) -> Session:
        return self.session

    def _ask_all(self) -> None:
        if self.session.exam:
            self._take_exam()
            return
        while (prompt := self.session.prompt) is not None:
            place = self.session.place
            try:
                answered = self._ask(prompt)
                if answered.undecided:
                    answered = self._compared(prompt, answered, place)
                try:
                    self._frontend.show_feedback(prompt, answered)
                except Override:
                    self._override(place)
                    self._frontend.show_feedback(prompt, self.session.answers[place])
            except Undo:
                self.undo()

    def _compared(self, prompt: Prompt, answered: Answered, place: int) -> Answered:
        """Let the learner say whether an undecided answer is right; return it as it then counts."""
        if self._frontend.compare(prompt, answered):
            self._override(place)
        else:
            self.session = self.session.reject(place)
        return self.session.answers[place]

    def _step_back(self) -> bool:
        last = self.session.answers[-1]
        self.session = self.session.undo()
        return last.skipped

    def _take_exam(self) -> None:
        time_up = False
        while not time_up:
            prompt = self.session.prompt
            try:
                if prompt is None:
                    self._frontend.confirm_submit(self.session)
                    break
                self._ask(prompt)
            except Keep:
                self.session = self.session.forward()
            except Previous:
                self.session = self.session.back()
            except TimeUp:
                time_up = True
        self.session = self.session.submit()
        self._recorder.submit()  # before the score appears, which closing the terminal must not make provisional
        with suppress(*STOPPED):  # the exam is over, even if its review is cut short
            self._frontend.show_exam_score(self.session, time_up=time_up)
            self._show_answers(0, review=True)

    def _answer(self, prompt: Prompt, response: Response, seconds: float, *, shown: bool) -> Answered:
        place = self.session.place
        self.session, _ = self.session.answer(response, seconds=seconds, shown=shown)
        self._recorder.record(self.session, place)
        return self.session.answers[place]

    def _revisit(self, action: Previous | Override) -> None:
        place = self.session.place - 1
        match action:
            case Previous() if self.session.exam:
                raise action  # an exam asks the question again
            case Previous() if place >= 0:
                self._show_answers(place)
            case Override():
                self._override(place)

    def _show_answers(self, place: int, *, review: bool = False) -> None:
        """Show answers again: in a review all from ``place`` on, otherwise that one and any before it."""
        while place < len(self.session.answers):
            try:
                self._frontend.show_answered(self.session.prompt_at(place), self.session.answers[place], review=review)
            except Previous:
                place = max(0, place - 1)
            except Override:
                self._override(place)
            else:
                if not review:
                    return
                place += 1

    def _override(self, place: int) -> None:
        if self.session.exam:  # its score is final: everybody's answers are graded alike
            return
        if place < 0 or not self.session.answers[place].may_be_overridden:
            return
        self.session = self.session.override(place)
        self._recorder.override(self.session.question_set.id, self.session.answers[place].question.id)
        self._frontend.confirm_override()
