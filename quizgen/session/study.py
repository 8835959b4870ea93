"""Study: the questions that are due today, from one or several sets, each scheduled again after its answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, Self

from quizgen.grading.known import KnownAnswers, known_answers
from quizgen.grading.verdict import Response
from quizgen.history.days import Calendar
from quizgen.history.queue import LEARN_AHEAD, Limits, Queue
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.records import Key, Review
from quizgen.history.scheduler import MemoryState, Scheduler, Stage
from quizgen.questions import Question, QuestionSet
from quizgen.session.frontend import STOPPED, Frontend, Override, Undo
from quizgen.session.loop import SessionLoop
from quizgen.session.prompt import Answered, Prompt, present
from quizgen.session.recorder import Recorder
from quizgen.session.selection import in_study_order


@dataclass(frozen=True, slots=True)
class StudyPool:
    """The sets that are studied together, and their questions by key in the order in which new ones are introduced."""

    sets: Mapping[str, QuestionSet] = field(repr=False)
    questions: Mapping[Key, Question] = field(repr=False)
    known: Mapping[str, KnownAnswers] = field(repr=False)
    """Set id: every answer in the set."""

    @classmethod
    def of(cls, sets: Iterable[QuestionSet], *, detail: bool = False) -> Self:
        """Pool ``sets``, each introduced completely before the next; with ``detail``, detail points too."""
        by_id = {one.id: one for one in sets}
        questions = {
            (one.id, question.id): question for one in by_id.values() for question in in_study_order(one, detail=detail)
        }
        return cls(by_id, questions, {name: known_answers(one) for name, one in by_id.items()})

    def prompt(self, key: Key, *, seed: str, done: int, left: int, undoable: bool) -> Prompt:
        """Return the question ``key`` as it is shown; ``seed`` determines the order of its options."""
        question = self.questions[key]
        topic = self.sets[key[0]].topic_name(question.topic) if question.topic else None
        return Prompt(
            question, present(question, seed), topic, done, done + left, left=left, first=True, undoable=undoable
        )


@dataclass(frozen=True, slots=True)
class StudySession:
    """A day's study in progress. Immutable: every step returns a new session."""

    pool: StudyPool
    queue: Queue[Key]
    states: Mapping[Key, MemoryState] = field(repr=False)
    """Memory states before the session."""
    scheduler: Scheduler = field(default_factory=Scheduler)
    calendar: Calendar = field(default_factory=Calendar)
    changed: Mapping[Key, MemoryState] = field(default_factory=dict, repr=False)
    """Memory states that the session changed."""
    answers: int = 0
    """Number of rated answers."""
    remembered: int = 0
    """Number of answers rated better than Again."""
    done: int = 0
    """Number of questions that are done for today."""

    @classmethod
    def start(
        cls, pool: StudyPool, states: Mapping[Key, MemoryState], now: datetime, *, limits: Limits, calendar: Calendar
    ) -> Self:
        """Start the study session of the day of ``now``."""
        scheduler = Scheduler()
        queue = Queue.build(pool.questions, states, now, limits=limits, calendar=calendar, scheduler=scheduler)
        return cls(pool, queue, states, scheduler, calendar)

    @property
    def mode(self) -> Literal["study"]:
        """The kind of session, as it is stored."""
        return "study"

    @property
    def title(self) -> str | None:
        """Title of the set; None if several are studied."""
        titles = [one.title for one in self.pool.sets.values()]
        return titles[0] if len(titles) == 1 else None

    @property
    def left(self) -> int:
        """Number of questions left for today."""
        waiting = self.queue.waiting
        return waiting.learning + waiting.due + waiting.new

    @property
    def has_unseen(self) -> bool:
        """Whether a question was never answered: only the day's limit holds it back."""
        return any(key not in self.changed and key not in self.states for key in self.pool.questions)

    def next_at(self, now: datetime) -> datetime | None:
        """Return the time at which there is something to study again; None if there never is."""
        tomorrow = self.calendar.end(self.calendar.day(now))
        times = [tomorrow] if self.has_unseen else []
        for key, state in {**self.states, **self.changed}.items():
            if key in self.pool.questions:
                # What is still due was held back by the day's limit, or skipped by the learner.
                in_review = state.stage is Stage.REVIEW
                due = self.calendar.start(self.calendar.day(state.due))
                times.append(max(tomorrow, due) if in_review else max(state.due, now))
        return min(times, default=None)

    def state(self, key: Key) -> MemoryState | None:
        """Return the memory state of a question."""
        return self.changed.get(key) or self.states.get(key)

    def skip(self, key: Key) -> Self:
        """Return the session after ``key`` was skipped; it is not asked again today."""
        return replace(self, queue=self.queue.put_off(key))

    def rated(self, key: Key, rating: Rating, at: datetime) -> Self:
        """Return the session after the answer to ``key`` at ``at`` was rated."""
        state = self.scheduler.review(self.state(key), rating, at)
        return replace(
            self,
            queue=self.queue.answered(key, state),
            changed={**self.changed, key: state},
            answers=self.answers + 1,
            remembered=self.remembered + (rating is not Rating.AGAIN),
            done=self.done + (state.stage is Stage.REVIEW),
        )


class StudyLoop(SessionLoop):
    """Asks what is due, lets the learner rate each answer, and schedules it again."""

    def __init__(self, session: StudySession, frontend: Frontend, recorder: Recorder) -> None:
        super().__init__(frontend, recorder)
        self.session = session
        self._key: Key = ("", "")
        self._review: Review | None = None
        self._past: list[tuple[StudySession, Key]] = []
        """The session before each answer, and the question that was asked, to undo it."""

    def run(self) -> bool:
        """Ask until nothing is left for today; return False if the learner stopped."""
        try:
            return super().run()
        finally:
            self._recorder.end()

    def _opened(self) -> StudySession:
        return self.session

    def _ask_all(self) -> None:
        again: Key | None = None
        while key := again or self.session.queue.next(self._clock(), ahead=LEARN_AHEAD):
            self._key, again = key, None
            # A new order of options each time, so that nobody learns the position of the correct one.
            seed = self._clock().isoformat()
            done, left = self.session.done, self.session.left
            prompt = self.session.pool.prompt(key, seed=seed, done=done, left=left, undoable=bool(self._past))
            try:
                answered = self._ask(prompt)
                self._past.append((self.session, key))
                self._schedule(prompt, answered)
            except Undo:
                again = self._undo()

    def _undo(self) -> Key:
        """Return to the session before the last answer; return the question to ask again."""
        self._recorder.undo()
        self.session, key = self._past.pop()
        self._frontend.confirm_undo()
        return key

    def _answer(self, prompt: Prompt, response: Response, seconds: float, *, shown: bool) -> Answered:
        known = self.session.pool.known[self._key[0]]
        answered = Answered.of(prompt.question, response, known, seconds=seconds, shown=shown)
        self._review = self._recorder.record_study(self._key[0], answered)
        return answered

    def _look_back(self) -> None:
        pass  # each question is rated and scheduled before the next one, so there is no way back

    def _override_previous(self) -> None:
        pass  # the rating of an answer offers it

    def _schedule(self, prompt: Prompt, answered: Answered) -> None:
        review, key = self._review, self._key
        if review is None or review.rating is None:
            self._frontend.show_feedback(prompt, answered)
            self.session = self.session.skip(key)
            return
        rating = self._rating(prompt, answered, review.rating, review.at)
        self.session = self.session.rated(key, rating, review.at)
        self._frontend.show_interval(self.session.changed[key].due - review.at)

    def _rating(self, prompt: Prompt, answered: Answered, suggested: Rating, at: datetime) -> Rating:
        """Let the learner choose a rating, and store one that differs from the suggestion."""
        before = self.session.state(self._key)
        intervals = [self.session.scheduler.review(before, rating, at).due - at for rating in Rating]
        while True:
            try:
                chosen = self._frontend.rate(prompt, answered, suggested, intervals)
            except Override:
                answered = answered.override()
                self._recorder.override(*self._key)
                self._frontend.confirm_override()
                verdict, kind = answered.verdict, answered.question.kind
                suggested = rating_for(verdict.outcome, verdict.share, answered.seconds, kind) or suggested
            except STOPPED:  # the answer is stored with the suggested rating
                self.session = self.session.rated(self._key, suggested, at)
                raise
            else:
                if chosen is not suggested:
                    self._recorder.rate(*self._key, chosen)
                return chosen
