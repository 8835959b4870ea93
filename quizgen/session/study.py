"""The conversation of study, whoever holds it: one question after the other, as the schedule wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from quizgen.grading import grade
from quizgen.grading.verdict import Response
from quizgen.history.days import Calendar
from quizgen.history.queue import LEARN_AHEAD, Queue, Waiting
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.review import Key, Review
from quizgen.history.scheduler import MemoryState, Scheduler, Stage, due_words
from quizgen.journal import History, Journal
from quizgen.journal.journal import Clock
from quizgen.session import Answered, Prompt
from quizgen.session.study_pool import StudyPool
from quizgen.terminal.actions import STOPPED, Override, Reveal, Skip


@dataclass(frozen=True, slots=True)
class StudySummary:
    """What is told at the end of a study session."""

    now: datetime
    answers: int
    remembered: int
    """Answers rated better than Again."""
    left: int
    """How many questions the day still holds, where the learner stopped."""
    next_at: datetime | None
    """When there is something to study again; None when there never is."""
    new_held_back: bool
    """Whether only the day's limit keeps new questions back."""


class StudyFrontend(Protocol):
    """What study needs of a terminal. Whatever waits may raise ``Quit``, ``KeyboardInterrupt`` or ``EOFError``."""

    def open_study(self, title: str, waiting: Waiting) -> None:
        """Say what the day holds."""

    def ask(self, prompt: Prompt) -> Response:
        """Put a question and return what the learner gives; raises ``Skip``, ``Reveal``."""

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        """Say that a question was skipped."""

    def rate(self, prompt: Prompt, answered: Answered, suggested: int, whens: Sequence[str]) -> int:
        """Give the feedback and return the rating, 1 to 4; raises ``Override``.

        ``whens`` says for each rating, from Again to Easy, when the question would come again.
        """

    def confirm_override(self) -> None:
        """Say that the answer counts as right after all."""

    def scheduled(self, when: str) -> None:
        """Say when the question comes again."""

    def close_study(self, ending: StudySummary) -> None:
        """Say what was done, and when to come back."""


class Study:
    """A study session on its way. Every answer is in the history before its feedback shows."""

    def __init__(
        self,
        pool: StudyPool,
        queue: Queue[Key],
        states: Mapping[Key, MemoryState],
        *,
        front: StudyFrontend,
        history: History,
        clock: Clock,
        scheduler: Scheduler,
    ) -> None:
        self.queue = queue
        self.states = dict(states)
        self.answers = 0
        self.remembered = 0
        self._desk = pool
        self._front = front
        self._clock = clock
        self._scheduler = scheduler
        self._journals: dict[str, Journal] = {}
        self._history = history
        self._done = 0

    @property
    def left(self) -> int:
        """How many questions the day still holds."""
        waiting = self.queue.waiting
        return waiting.learning + waiting.due + waiting.new

    def run(self) -> bool:
        """Ask until nothing is left for today; whether it came to that."""
        try:
            while (key := self.queue.next(self._clock(), ahead=LEARN_AHEAD)) is not None:
                self._ask(key)
        except STOPPED:
            return False
        finally:
            for journal in self._journals.values():
                journal.end()
        return True

    def ending(self, calendar: Calendar) -> StudySummary:
        """What the session came to, and when there is something to study again."""
        now = self._clock()
        unseen = any(key not in self.states for key in self._desk.questions)
        tomorrow = calendar.end(calendar.day(now))
        moments = [tomorrow] if unseen else []
        for key, state in self.states.items():
            if key not in self._desk.questions:
                continue
            # What is still due has been held back by the day's limit, or put off by the learner.
            in_review = state.stage is Stage.REVIEW
            moments.append(max(tomorrow, calendar.start(calendar.day(state.due))) if in_review else max(state.due, now))
        soonest = min(moments, default=None)
        return StudySummary(now, self.answers, self.remembered, self.left, soonest, unseen)

    def _ask(self, key: Key) -> None:
        shown_at = self._clock()
        # Another order of the options each time, so that nobody learns the place of the right one.
        prompt = self._desk.prompt(key, seed=shown_at.isoformat(), done=self._done, left=self.left)
        response, gave_up = self._response(prompt)
        seconds = max(0.0, (self._clock() - shown_at).total_seconds())
        verdict = grade(prompt.question, response, rivals=self._desk.known[key[0]])
        answered = Answered(prompt.question, response, verdict, seconds, gave_up)
        journal = self._journals.setdefault(key[0], Journal(self._history, self._clock))
        review = journal.studied(key[0], answered)
        if review.rating is None:
            self._front.show_feedback(prompt, answered)
            self.queue = self.queue.put_off(key)
            return
        self.answers += 1
        before = self.states.get(key)
        self.states[key] = self._scheduler.review(before, review.rating, review.at)
        rating = self._rating(prompt, answered, before, review, journal)
        self.remembered += rating is not Rating.AGAIN
        self.states[key] = state = self._scheduler.review(before, rating, review.at)
        self._done += state.stage is Stage.REVIEW
        self.queue = self.queue.answered(key, state)
        self._front.scheduled(due_words(state.due, review.at))

    def _response(self, prompt: Prompt) -> tuple[Response, bool]:
        """What the learner gives, and whether that is to give up."""
        try:
            return self._front.ask(prompt), False
        except Skip:
            return None, False
        except Reveal:
            return None, True

    def _rating(
        self, prompt: Prompt, answered: Answered, before: MemoryState | None, review: Review, journal: Journal
    ) -> Rating:
        """The rating that the learner chooses, written down where it is not the one suggested."""
        dues = [self._scheduler.review(before, rating, review.at).due for rating in Rating]
        whens = [due_words(due, review.at) for due in dues]
        suggested = review.rating
        while True:
            assert suggested is not None
            try:
                chosen = Rating(self._front.rate(prompt, answered, suggested, whens))
            except Override:
                answered = answered.override()
                journal.overridden(answered.question.id)
                self._front.confirm_override()
                verdict = answered.verdict
                suggested = rating_for(verdict.outcome, verdict.share, answered.seconds, answered.question.kind)
                continue
            if chosen is not suggested:
                journal.rated(answered.question.id, chosen)
            return chosen
