"""Study: the questions that are due today, from one or several sets, each scheduled again after its answer."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Literal, Self

from quizgen.grading.known import KnownAnswers, known_answers
from quizgen.grading.verdict import Response
from quizgen.history.days import Calendar
from quizgen.history.queue import LEARN_AHEAD, Limits, Queue
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.records import Key, Review
from quizgen.history.scheduler import MemoryState, Scheduler, Stage
from quizgen.history.today import DEFAULT_SECONDS, minutes_for
from quizgen.questions import Question, QuestionSet
from quizgen.questions.giveaways import topic_to_show
from quizgen.session.frontend import STOPPED, Frontend, Override, Undo
from quizgen.session.loop import SessionLoop
from quizgen.session.prompt import Answered, Prompt, present
from quizgen.session.recorder import Recorder
from quizgen.session.selection import has_tag, in_study_order, is_suspended


@dataclass(frozen=True, slots=True)
class StudyPool:
    """The sets that are studied together, and their questions by key in the order in which new ones are introduced."""

    sets: Mapping[str, QuestionSet] = field(repr=False)
    questions: Mapping[Key, Question] = field(repr=False)
    known: Mapping[str, KnownAnswers] = field(repr=False)
    """Set id: every answer in the set."""

    @classmethod
    def of(
        cls,
        sets: Iterable[QuestionSet],
        *,
        detail: bool = False,
        tags: Collection[str] = (),
        suspended: Mapping[str, Collection[str]] | None = None,
    ) -> Self:
        """Pool ``sets``, each introduced completely before the next; with ``detail``, detail points too.

        With ``tags``, only questions with one of them. Questions whose points are all in ``suspended`` (set id: points)
        are left out.
        """
        by_id = {one.id: one for one in sets}
        not_asked = suspended or {}
        questions = {
            (one.id, question.id): question
            for one in by_id.values()
            for question in in_study_order(one, detail=detail)
            if has_tag(one, question, tags) and not is_suspended(question, not_asked.get(one.id, ()))
        }
        return cls(by_id, questions, {name: known_answers(one) for name, one in by_id.items()})

    def prompt(self, key: Key, *, seed: str, done: int, left: int, minutes: int, undoable: bool) -> Prompt:
        """Return the question ``key`` as it is shown; ``seed`` determines the order of its options."""
        question = self.questions[key]
        return Prompt(
            question,
            present(question, seed),
            topic_to_show(question, self.sets[key[0]]),
            done,
            done + left,
            left=left,
            minutes=minutes,
            first=True,
            undoable=undoable,
            set_id=key[0],
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
    seconds_per_answer: float = DEFAULT_SECONDS
    """The learner's pace, to say how long the rest takes."""

    @classmethod
    def start(
        cls,
        pool: StudyPool,
        states: Mapping[Key, MemoryState],
        now: datetime,
        *,
        limits: Limits,
        calendar: Calendar,
        seconds_per_answer: float = DEFAULT_SECONDS,
    ) -> Self:
        """Start the study session of the day of ``now``."""
        scheduler = Scheduler()
        queue = Queue.build(pool.questions, states, now, limits=limits, calendar=calendar, scheduler=scheduler)
        return cls(pool, queue, states, scheduler, calendar, seconds_per_answer=seconds_per_answer)

    @classmethod
    def start_ahead(
        cls,
        pool: StudyPool,
        states: Mapping[Key, MemoryState],
        number: int,
        *,
        calendar: Calendar,
        exam: datetime | None = None,
        seconds_per_answer: float = DEFAULT_SECONDS,
    ) -> Self:
        """Start a session of up to ``number`` questions that are not due yet, those due soonest first.

        With ``exam``, those least likely to be remembered then come first, new questions before all others.
        """
        scheduler = Scheduler()

        def urgency(key: Key) -> tuple[float, datetime]:
            state = states.get(key)
            if state is None:
                return 0.0, datetime.min.replace(tzinfo=UTC)
            return scheduler.retrievability(state, exam) if exam else 1.0, state.due

        keys = sorted((key for key in pool.questions if exam or key in states), key=urgency)[:number]
        return cls(pool, Queue((), tuple(keys), ()), states, scheduler, calendar, seconds_per_answer=seconds_per_answer)

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
    def sets_left(self) -> tuple[str, ...]:
        """Ids of the sets with questions left for today."""
        queue = self.queue
        keys = (*(key for _, key in queue.learning), *queue.due[queue.due_done :], *queue.new[queue.new_done :])
        return tuple(dict.fromkeys(set_id for set_id, _ in keys))

    @property
    def minutes_left(self) -> int:
        """How long the questions left for today take, in minutes."""
        waiting = self.queue.waiting
        return minutes_for(waiting.learning + waiting.due, waiting.new, self.seconds_per_answer)

    @property
    def learned(self) -> tuple[Key, ...]:
        """The questions that were new to the learner before this session, and were answered in it."""
        return tuple(key for key in self.changed if key not in self.states)

    def due_on(self, day: date) -> int:
        """Return the number of questions that are in review and due on ``day`` or before."""
        end = self.calendar.end(day)
        states = {**self.states, **self.changed}
        return sum(state.due < end for key, state in states.items() if key in self.pool.questions)

    @property
    def has_unseen(self) -> bool:
        """Whether a question has never been answered; only the day's limit holds it back."""
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

    def without(self, set_id: str, suspended: Collection[str]) -> Self:
        """Return the session without the questions of a set that test only ``suspended`` points."""
        gone = {
            key
            for key, question in self.pool.questions.items()
            if key[0] == set_id and is_suspended(question, suspended)
        }
        return replace(self, queue=self.queue.without(gone))

    def rated(self, key: Key, rating: Rating, at: datetime, *, after_reading: bool = False) -> Self:
        """Return the session after the answer to ``key`` at ``at`` was rated; see ``Scheduler.review``."""
        state = self.scheduler.review(self.state(key), rating, at, after_reading=after_reading)
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

    def __init__(
        self, session: StudySession, frontend: Frontend, recorder: Recorder, *, goal: int = 0, answered: int = 0
    ) -> None:
        """``goal`` is the number of answers a day that the learner wants to give, ``answered`` those given before."""
        super().__init__(frontend, recorder)
        self.session = session
        self._goal = goal
        self._answers_to_goal = goal - answered if goal > answered else None
        self._key: Key = ("", "")
        self._review: Review | None = None
        self._past: list[tuple[StudySession, Key]] = []
        """The session before each answer, and the question that was asked, to undo it."""

    def run(self, *, announces: bool = True) -> bool:
        """Ask until nothing is left for today; return False if the learner stopped."""
        try:
            return super().run(announces=announces)
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
            session = self.session
            prompt = session.pool.prompt(
                key,
                seed=seed,
                done=session.done,
                left=session.left,
                minutes=session.minutes_left,
                undoable=bool(self._past),
            )
            try:
                answered = self._ask(prompt)
                self._past.append((self.session, key))
                self._schedule(prompt, answered)
                self.session = self.session.without(key[0], self._recorder.suspended(key[0]))
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
        rating = self._rating(prompt, answered, review, review.rating)
        self.session = self.session.rated(key, rating, review.at, after_reading=review.after_reading)
        self._frontend.show_interval(self.session.changed[key].due - review.at)
        if self._answers_to_goal is not None and self.session.answers == self._answers_to_goal:
            self._frontend.celebrate(self._goal)

    def _rating(self, prompt: Prompt, answered: Answered, review: Review, suggested: Rating) -> Rating:
        """Let the learner choose a rating, and store one that differs from the suggestion."""
        before, at, after_reading = self.session.state(self._key), review.at, review.after_reading
        scheduler = self.session.scheduler
        intervals = [scheduler.review(before, each, at, after_reading=after_reading).due - at for each in Rating]
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
                self.session = self.session.rated(self._key, suggested, at, after_reading=after_reading)
                raise
            else:
                if chosen is not suggested:
                    self._recorder.rate(*self._key, chosen)
                return chosen
