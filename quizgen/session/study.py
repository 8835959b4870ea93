"""Study: the points that are due today, from one or several sets, each scheduled again after its answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Literal, Self

from quizgen.grading.verdict import Response
from quizgen.history.days import Calendar
from quizgen.history.queue import LEARN_AHEAD, NO_LIMITS, Limits, Queue
from quizgen.history.ratings import HALF, Rating
from quizgen.history.records import PointKey, Review
from quizgen.history.scheduler import PointState, Scheduler, Stage, apply_review
from quizgen.history.today import DEFAULT_SECONDS, minutes_for
from quizgen.questions import Question
from quizgen.session.frontend import STOPPED, Frontend, Override, Undo
from quizgen.session.loop import SessionLoop
from quizgen.session.prompt import Answered, Prompt, Undoable
from quizgen.session.recorder import Recorder
from quizgen.session.study_pool import Nearness, StudyPool

LOOK_AHEAD = 20
"""How many points are tried for a question that those before do not give away."""

REMEMBERED = 3
"""How many of the last questions may give away the next one."""


@dataclass(frozen=True, slots=True)
class StudySession:
    """A day's study in progress. Immutable: every step returns a new session."""

    pool: StudyPool
    queue: Queue[PointKey]
    states: Mapping[PointKey, PointState] = field(repr=False)
    """States before the session, of all points that were ever scheduled, in all sets."""
    scheduler: Scheduler = field(default_factory=Scheduler)
    calendar: Calendar = field(default_factory=Calendar)
    changed: Mapping[PointKey, PointState] = field(default_factory=dict, repr=False)
    """States that the session changed."""
    answered: int = 0
    """Number of rated answers."""
    correct: int = 0
    """Number of answers that counted as correct."""
    skipped: frozenset[PointKey] = frozenset()
    """The points whose questions were skipped: left for today, but not asked again in this session."""
    done: int = 0
    """Number of answers that the day no longer needs; see ``answers_left``."""
    latest: tuple[tuple[str, Question], ...] = ()
    """The questions that were asked last, each with the id of its set, the last one first."""
    seconds_per_answer: float = DEFAULT_SECONDS
    """The learner's pace, to say how long the rest takes."""
    ahead: bool = False
    """Whether it asks points before they are due."""
    due_today: int = 0
    """Number of points of a session ahead that were due, or being learned, on its day anyway."""
    limits: Limits = field(default_factory=Limits)
    """Those of the session."""
    daily: Limits = field(default_factory=Limits)
    """Those of a day for which the learner gives no others."""
    suspended: Mapping[str, Collection[str]] = field(default_factory=dict, repr=False)
    """Set id: the points that are suspended since the session started."""

    @classmethod
    def start(
        cls,
        pool: StudyPool,
        states: Mapping[PointKey, PointState],
        now: datetime,
        *,
        limits: Limits,
        calendar: Calendar,
        seconds_per_answer: float = DEFAULT_SECONDS,
    ) -> Self:
        """Start the study session of the day of ``now``."""
        scheduler = Scheduler(calendar=calendar)
        known = {key: state.memory for key, state in states.items() if state.memory is not None}
        today = {
            key
            for key, memory in known.items()
            if memory.due < calendar.end(calendar.day(now)) or calendar.day(memory.last_review) == calendar.day(now)
        }
        points = pool.in_order(known, today)
        queue = Queue.build(
            points, known, now, limits=limits, calendar=calendar, scheduler=scheduler, facts=pool.facts
        )  # fmt: skip
        return cls(
            pool, queue, states, scheduler, calendar,
            seconds_per_answer=seconds_per_answer, limits=limits, daily=limits,
        )  # fmt: skip

    @classmethod
    def start_ahead(
        cls,
        pool: StudyPool,
        states: Mapping[PointKey, PointState],
        number: int,
        now: datetime,
        *,
        calendar: Calendar,
        exam: datetime | None = None,
        seconds_per_answer: float = DEFAULT_SECONDS,
    ) -> Self:
        """Start a session of up to ``number`` points, whether they are due or not, those due soonest first.

        With ``exam``, those least likely to be remembered then come first, new points before all others.
        """
        scheduler = Scheduler(calendar=calendar)
        known = {key: state.memory for key, state in states.items() if state.memory is not None}

        def urgency(key: PointKey) -> tuple[float, datetime]:
            memory = known.get(key)
            if memory is None:
                return 0.0, datetime.min.replace(tzinfo=UTC)
            return scheduler.retrievability(memory, exam) if exam else 1.0, memory.due

        keys = sorted((key for key in pool.points if exam or key in known), key=urgency)[:number]
        today = Queue.build(
            [key for key in keys if key in known], known, now,
            limits=NO_LIMITS, calendar=calendar, scheduler=scheduler, facts=pool.facts,
        )  # fmt: skip
        return cls(
            pool, Queue((), tuple(keys), ()), states, scheduler, calendar,
            seconds_per_answer=seconds_per_answer, ahead=True, due_today=today.waiting.total,
        )  # fmt: skip

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
        """Number of points left for today."""
        return self.queue.waiting.total

    @property
    def answers_left(self) -> int:
        """Number of answers until everything is done for today, if all of them are correct.

        A new point takes as many as there are learning steps, a point with a step that step and the later ones.
        """
        return self._answers_in(self.queue)

    def _answers_in(self, queue: Queue[PointKey]) -> int:
        steps = sum(self._steps_left(key) for _, key in queue.learning)
        return steps + len(queue.due) + len(self.scheduler.learning_steps) * len(queue.new)

    @property
    def to_ask(self) -> int:
        """Number of points left for this session, which does not ask skipped ones again."""
        return self.left - len(self.skipped)

    def answers_needed(self, key: PointKey) -> int:
        """Return the number of correct answers after which a point is done for today, 0 if it is."""
        return self._steps_left(key) if any(key == learning for _, learning in self.queue.learning) else 0

    def _steps_left(self, key: PointKey) -> int:
        state = self.state(key)
        if state is None or state.memory is None or state.memory.step is None:
            return 1
        is_new = state.memory.stage is Stage.LEARNING
        steps = self.scheduler.learning_steps if is_new else self.scheduler.relearning_steps
        return max(1, len(steps) - state.memory.step)

    @property
    def sets_left(self) -> tuple[str, ...]:
        """Ids of the sets with points left for today."""
        keys = (*(key for _, key in self.queue.learning), *self.queue.due, *self.queue.new)
        return tuple(dict.fromkeys(set_id for set_id, _ in keys))

    def ahead_of(self, key: PointKey) -> tuple[Question, ...]:
        """Return the questions of the same set that are left for today or new, without those of the point ``key``."""
        keys = {key for _, key in self.queue.learning} | {*self.queue.due, *self.queue.new}
        points = [
            each
            for each in self.pool.points
            if each[0] == key[0] and each != key and (each in keys or self.state(each) is None)
        ]
        return tuple({question.id: question for each in points for question in self.pool.points[each]}.values())

    @property
    def minutes_left(self) -> int:
        """How long the points left for today take, in minutes."""
        return self.minutes_of(self.queue)

    def minutes_of(self, queue: Queue[PointKey]) -> int:
        """How long the points in ``queue`` take, in minutes, if all answers are correct."""
        return minutes_for(self._answers_in(queue), 0, self.seconds_per_answer)

    def state(self, key: PointKey) -> PointState | None:
        """Return the state of a point."""
        return self.changed.get(key) or self.states.get(key)

    def next(self, now: datetime) -> tuple[PointKey, Question] | None:
        """Return the point to ask now, with the question that asks it; None if nothing is left.

        A question and the latest ones do not give each other away, and it shares no fact with the one before, as long
        as another one can be asked instead; if not, it may share a fact. If that is not enough, or only steps are left
        that have not come yet, steps are taken early, and take turns: the one that was asked longest ago comes first.
        By the time of their steps, a point that is missed again and again would come up between all the others.
        """
        queue = self.queue.without(self.skipped)
        early = {point for at, point in queue.learning if at > now}
        now_or_early = (
            islice(queue.upcoming(now), LOOK_AHEAD),
            sorted(early.intersection(queue.upcoming(now, ahead=LEARN_AHEAD)), key=self._last_asked),
        )
        best = None
        for points in now_or_early:
            for key in points:
                question = self.question_for(key, now)
                distance = self._distance((key[0], question))
                if best is None or distance < best[0]:
                    best = distance, (key, question)
                if best[0][0] is Nearness.APART:
                    return best[1]
            if best is not None and best[0][0] is not Nearness.GIVEN_AWAY:
                return best[1]
        return best[1] if best else None

    def _distance(self, question: tuple[str, Question]) -> tuple[Nearness, int]:
        """Return how near ``question`` is to the latest ones, and how recently one of them gave it away."""
        for at, asked in enumerate(self.latest):
            nearness = self.pool.nearness(asked, question)
            if nearness is Nearness.GIVEN_AWAY:
                return nearness, REMEMBERED - at
        is_near = self.latest and self.pool.nearness(self.latest[0], question) is Nearness.SAME_FACT
        return (Nearness.SAME_FACT if is_near else Nearness.APART), 0

    def _last_asked(self, key: PointKey) -> datetime:
        state = self.state(key)
        return datetime.min.replace(tzinfo=UTC) if state is None else state.at

    def question_for(self, key: PointKey, now: datetime) -> Question:
        """Return the question that asks a point now: on each day, always the same one."""
        questions, state = self.pool.points[key], self.state(key)
        if state is not None and self._asked_today(key, now):
            repeated = [question for question in questions if question.id == state.question_id]
            if repeated:
                return repeated[0]
        others = [
            question
            for question in questions
            if not any(self._asked_today((key[0], point), now) for point in question.points if point != key[1])
        ]
        return self.pool.next_question(key, state, others or questions)

    def _asked_today(self, key: PointKey, now: datetime) -> bool:
        state = self.state(key)
        if state is None or state.memory is None:
            return False
        return self.calendar.day(state.memory.last_review) == self.calendar.day(now)

    def was_missed_today(self, key: PointKey, now: datetime) -> bool:
        """Return whether the latest answer on the point was given today and showed that it was not known."""
        state = self.state(key)
        return state is not None and state.credit < HALF and self.calendar.day(state.at) == self.calendar.day(now)

    def skip(self, key: PointKey, question: Question) -> Self:
        """Return the session after ``question`` was skipped; its point ``key`` is not asked again in it."""
        return replace(self, skipped=self.skipped | {key}, latest=self._latest_with(key[0], question))

    def _latest_with(self, set_id: str, question: Question) -> tuple[tuple[str, Question], ...]:
        return ((set_id, question), *self.latest)[:REMEMBERED]

    def without(self, set_id: str, suspended: Collection[str]) -> Self:
        """Return the session without the ``suspended`` points of a set."""
        keys = {(set_id, point) for point in suspended}
        suspensions = {**self.suspended, set_id: suspended}
        return replace(self, queue=self.queue.without(keys), skipped=self.skipped - keys, suspended=suspensions)

    def after(self, review: Review, question: Question) -> Self:
        """Return the session after the rated ``review`` of ``question``, which counts for all points that it asks."""
        queue, changed = self.queue, dict(self.changed)
        for point in review.by_point:
            key = review.set_id, point
            state = apply_review(self.state(key), review, point, self.scheduler)
            if key in self.pool.points and state is not None and state.memory is not None:
                changed[key] = state
                queue = queue.answered(key, state.memory)
        after = replace(
            self,
            queue=queue,
            changed=changed,
            skipped=self.skipped - {(review.set_id, point) for point in review.by_point},
            answered=self.answered + 1,
            correct=self.correct + review.outcome.counts_right,
            latest=self._latest_with(review.set_id, question),
        )
        return replace(after, done=self.done + max(0, self.answers_left - after.answers_left))


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
        self._key: PointKey = ("", "")
        self._review: Review | None = None
        self._before: tuple[StudySession, tuple[PointKey, Question]] | None = None
        """The session before the last answer, and what was asked; None if there is no answer to undo."""
        self._again: tuple[PointKey, Question] | None = None
        """What is asked again, because its answer was undone."""

    def run(self, *, announces: bool = True) -> bool:
        """Ask until nothing is left for today; return False if the learner stopped."""
        try:
            return super().run(announces=announces)
        finally:
            self._leave_out_suspended()
            self._recorder.end()

    def _opened(self) -> StudySession:
        return self.session

    def _ask_all(self) -> None:
        while asked := self._again or self.session.next(self._clock()):
            (self._key, question), self._again = asked, None
            set_id = self._key[0]
            # A new order of options each time, so that nobody learns the position of the correct one.
            seed = self._clock().isoformat()
            session = self.session
            prompt = session.pool.prompt(
                set_id,
                question,
                seed=seed,
                done=session.done,
                answers_left=session.answers_left,
                left=session.queue.waiting,
                minutes=session.minutes_left,
                undoable=self._undoable,
                early=session.ahead,
                ahead=session.ahead_of(self._key),
            )
            try:
                answered = self._ask(prompt)
                self._before = self.session, asked
                self._schedule(prompt, answered)
                self._leave_out_suspended()
            except Undo:
                self.undo()

    @property
    def _undoable(self) -> Undoable | None:
        if self._before is None or self._review is None:
            return None
        return "answer" if self._review.rating is not None else "skip"

    def _leave_out_suspended(self) -> None:
        """Leave out what is suspended: of any set, because the answer before may have been to a question of another."""
        for set_id in self.session.pool.known:
            self.session = self.session.without(set_id, self._recorder.suspended(set_id))

    def _step_back(self) -> bool:
        assert self._before is not None
        skipped = self.session.skipped
        (self.session, self._again), self._before = self._before, None
        return self._again[0] in skipped - self.session.skipped

    def _answer(self, prompt: Prompt, response: Response, seconds: float, *, shown: bool) -> Answered:
        set_id = self._key[0]
        known = self.session.pool.known[set_id]
        answered = Answered.of(prompt.question, response, known, seconds=seconds, shown=shown)
        missed = self.session.was_missed_today(self._key, self._clock())
        self._review = self._recorder.record_study(set_id, answered, recognition=prompt.recognition, missed=missed)
        return answered

    def _schedule(self, prompt: Prompt, answered: Answered) -> None:
        review, key, question = self._review, self._key, prompt.question
        if review is None or review.rating is None:
            self._frontend.show_feedback(prompt, answered)
            self.session = self.session.skip(key, question)
            return
        prompt = replace(prompt, after_reading=review.after_reading)
        self.session = self.session.after(self._rated(prompt, answered, review), question)
        if key[1] not in self._recorder.suspended(key[0]):
            interval = self._due(self.session.state(key)) - review.at
            coming = self.session.next(self._clock())
            at_once = coming is not None and coming[0] == key
            needed = self.session.answers_needed(key)
            if review.after_reading:
                needed = min(needed, 1)  # the next correct answer, soon after the lesson too, moves it to another day
            self._frontend.show_interval(interval, needed, at_once=at_once)
        if self._answers_to_goal is not None and self.session.answered == self._answers_to_goal:
            self._frontend.celebrate(self._goal)
            self._answers_to_goal = None  # once, even if the answer is undone

    def _rated(self, prompt: Prompt, answered: Answered, review: Review) -> Review:
        """Let the learner choose a rating, and store one that differs from the suggestion; return the rated review."""
        key, question = self._key, prompt.question
        before, scheduler = self.session.state(key), self.session.scheduler
        rated = review
        undecided = answered.undecided
        while True:
            states = [apply_review(before, replace(rated, rating=each), key[1], scheduler) for each in Rating]
            suggested = rated.rating or Rating.AGAIN
            intervals = [self._due(state) - review.at for state in states]
            try:
                if undecided:
                    undecided = False
                    if self._frontend.compare(prompt, answered):
                        raise Override
                    answered = answered.reject()
                chosen = self._frontend.rate(prompt, answered, suggested, intervals)
            except Override:
                answered = answered.override()
                rated = self._recorder.override(*review.key) or review
                self._frontend.confirm_override()
            except STOPPED:  # the answer is stored with the suggested rating
                self.session = self.session.after(rated, question)
                raise
            else:
                if chosen is not suggested:
                    self._recorder.rate(*review.key, chosen)
                return replace(rated, rating=chosen)

    def _due(self, state: PointState | None) -> datetime:
        assert state is not None
        assert state.memory is not None
        return state.memory.due
