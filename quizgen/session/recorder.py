"""Stores the answers of a session: each is on disk before the learner sees its feedback."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from quizgen.grading.verdict import Outcome
from quizgen.session.combined import original, original_points
from quizgen.session.prompt import Answered
from quizgen.session.selection import is_suspended
from quizgen.session.session import Session

if TYPE_CHECKING:
    from quizgen.history.history import History
    from quizgen.history.ratings import Rating
    from quizgen.history.records import Mode, Review, SavedSession, SessionStart
    from quizgen.questions import Question, QuestionSet

Clock = Callable[[], datetime]
"""Returns the current time, with its time zone."""


class Recorder:
    """Stores one session after the other in ``history``; without a history, nothing is stored.

    ``new_id`` returns a unique id for each session. A session is stored with its first answer, so that one that was
    only looked at leaves nothing behind, unless its time is limited, and the first question appears before the database
    is opened. ``timer`` counts seconds and is not changed when the clock is set; by default, it follows ``clock``.
    ``time_limit`` is in seconds. ``ladder`` returns whether points are asked in ever harder ways; it is called with the
    first answer.
    """

    def __init__(
        self,
        history: "History | None",
        clock: Clock,
        new_id: Callable[[], str],
        *,
        timer: Callable[[], float] | None = None,
        time_limit: float | None = None,
        ladder: Callable[[], bool] = lambda: True,
    ) -> None:
        self.history = history
        self.clock = clock
        self.timer = timer or (lambda: clock().timestamp())
        self._new_id = new_id
        self._time_limit = time_limit
        self._ladder = ladder
        self._recalled: dict[str, frozenset[str]] = {}
        """Set id: the points that some question asks to recall; empty without a ladder."""
        self._starts: dict[str, SessionStart] = {}
        self._ended: set[str] = set()
        """The ids of the sessions whose end is stored."""
        self._reviews: list[Review] = []
        """The answers of the session that have not been undone or, in an exam, replaced; oldest first."""
        self._undone: dict[tuple[str, str], Review] = {}
        """Set and question: the answer that was undone, until the question is answered again."""
        self._if_right: dict[str, Rating | None] = {}
        """Review id: the rating of the same answer if it counts as correct."""
        self._suspended_at: dict[str, frozenset[str]] = {}
        """Review id: the points that the learner suspended at that answer."""
        self._read_at: dict[str, datetime | None] = {}
        """Set id: the latest time that its lesson was read, before the session's first answer to it."""

    @property
    def stores(self) -> bool:
        """Whether answers are stored."""
        return self.history is not None and self.history.available

    @property
    def start(self) -> "SessionStart | None":
        """The start of the session being recorded; None before its first answer."""
        return next(iter(self._starts.values()), None)

    @property
    def time_left(self) -> float | None:
        """Seconds that the session has when it starts or resumes; None without a limit."""
        return self._time_limit

    def resume(self, saved: "SavedSession") -> None:
        """Continue an interrupted session. The time from leaving it until now does not count towards its limit."""
        self._starts = {saved.start.set_id: saved.start}
        self._time_limit = saved.seconds_left
        self._reviews = list(saved.reviews)
        self._pause(left=False)

    def leave(self) -> None:
        """Store when a session that can be resumed was left: the time since the last answer counts, too."""
        self._pause(left=True)

    def leave_unanswered(self, session: Session, seconds: float) -> None:
        """Store a session that was left ``seconds`` after it started or resumed, before its first answer.

        Its limit is then what is left of its time, because only answers store how long they took.
        """
        from quizgen.history.records import Mode

        self._time_limit = None if self._time_limit is None else max(0.0, self._time_limit - seconds)
        self._starts = {}
        self._begin(session.question_set.id, Mode(session.mode), seconds, session)

    def _pause(self, *, left: bool) -> None:
        if self._time_limit is not None and self._reviews:
            self._amend(self._reviews[-1], "pause", value=left)

    def record(self, session: Session, place: int) -> "Review":
        """Store the answer to the question with the index ``place``.

        If it changes an answer of an exam, the earlier one is withdrawn: only the final answer counts.
        """
        answered, set_id = session.answers[place], session.question_set.id
        replaced = self._latest(set_id, answered.question.id) if session.exam else None
        if replaced is not None:
            self._reviews.remove(replaced)
        recognition = self._is_recognition(session.question_set, answered.question)
        return self._record(set_id, answered, session.mode, session, replaced=replaced, recognition=recognition)

    def record_study(self, set_id: str, answered: Answered, *, recognition: bool, missed: bool) -> "Review":
        """Store an answer given in study, which may cover several sets; see ``Review`` for ``recognition``.

        ``missed`` says that another session of the same day has shown that the point was not known.
        """
        return self._record(set_id, answered, "study", recognition=recognition, missed=missed)

    def override(self, set_id: str, question_id: str) -> "Review | None":
        """Store that the learner marked the answer as correct; return it as it then counts.

        What limits the rating of a correct answer, see ``rating_for``, limits that of this one as well.
        """
        from quizgen.history.records import Amendment, Change, amended

        review = self._latest(set_id, question_id)
        if review is None:
            return None
        changes = [Amendment(review.id, self.clock(), Change.OVERRIDE, value=True)]
        limited = self._if_right.get(review.id)
        if limited is not None and limited is not amended(review, changes).rating:
            changes.append(Amendment(review.id, self.clock(), Change.RATING, limited))
        if self.history is not None:
            self.history.add(*changes)
        return amended(review, changes)

    def rate(self, set_id: str, question_id: str, rating: "Rating") -> None:
        """Store the rating that the learner chose."""
        self._amend(self._latest(set_id, question_id), "rating", value=rating)

    def undo(self) -> bool:
        """Store that the learner undid the last answer, and resume what was suspended at it.

        Return whether anything was. What was suspended before the answer stays so.
        """
        if not self._reviews:
            return False
        review = self._reviews.pop()
        self._undone[review.key] = review
        self._amend(review, "withdrawal", value=True)
        points = self._suspended_at.pop(review.id, frozenset()) & self.suspended(review.set_id)
        self._suspend(review.set_id, sorted(points), suspended=False)
        return bool(points)

    def toggle_suspension(self, set_id: str, points: Sequence[str]) -> bool | None:
        """Suspend ``points``, or resume them if they are suspended; return whether they now are.

        None means that nothing can be stored.
        """
        before = self.suspended(set_id)
        suspended = not before.issuperset(points)
        self._suspend(set_id, points, suspended=suspended)
        tested = (one for one in reversed(self._reviews) if one.set_id == set_id and one.by_point.keys() >= {*points})
        if (review := next(tested, None)) is not None:
            at_answer = self._suspended_at.get(review.id, frozenset())
            self._suspended_at[review.id] = at_answer | ({*points} - before) if suspended else at_answer - {*points}
        return suspended if self.stores else None

    def _suspend(self, set_id: str, points: Sequence[str], *, suspended: bool) -> None:
        from quizgen.history.records import Suspension

        if self.history is not None:
            for point in points:
                record = Suspension(set_id, point, self.clock(), suspended)
                self.history.use(lambda store, new=record: store.suspend(new))  # type: ignore[misc]

    def suspended(self, set_id: str) -> frozenset[str]:
        """Return the points of a set that are suspended."""
        if self.history is None:
            return frozenset()
        return self.history.use(lambda store: store.suspended(set_id)) or frozenset()

    def is_suspended(self, set_id: str, question: "Question") -> bool:
        """Whether all points of a question of the set ``set_id`` are suspended."""
        return is_suspended(question, self.suspended(set_id))

    def submit(self) -> None:
        """Store that the session has ended and cannot be resumed, while its answers are still to be reviewed."""
        from quizgen.history.records import SessionEnd

        for start in self._starts.values():
            if self.history is not None and start.id not in self._ended:
                self.history.add(SessionEnd(start.id, self.clock()))
            self._ended.add(start.id)

    def end(self) -> None:
        """Store that the session has ended, unless that is stored; the next answer starts another."""
        self.submit()
        self._starts = {}

    def _is_recognition(self, question_set: "QuestionSet", question: "Question") -> bool:
        from quizgen.session.ladder import is_recognition, recalled_points

        if question_set.id not in self._recalled:
            self._recalled[question_set.id] = recalled_points(question_set.questions) if self._ladder() else frozenset()
        return is_recognition(question, self._recalled[question_set.id])

    def _record(
        self,
        set_id: str,
        answered: Answered,
        mode: Literal["quiz", "exam", "study"],
        session: Session | None = None,
        *,
        replaced: "Review | None" = None,
        recognition: bool,
        missed: bool = False,
    ) -> "Review":
        from quizgen.history.ratings import rating_for
        from quizgen.history.records import Amendment, Change, Mode, Review
        from quizgen.history.responses import response_data

        start = self._starts.get(set_id) or self._begin(set_id, Mode(mode), answered.seconds, session)
        question, verdict = answered.question, answered.verdict
        outcome = verdict.outcome.stored
        own_set, question_id = original(set_id, question.id)
        points = original_points(answered.credits)
        undone = self._undone.pop((own_set, question_id), None)
        missed = missed or self._has_missed(own_set, points)

        def rated(outcome: Outcome, share: float) -> "Rating | None":
            return rating_for(
                outcome, share, answered.seconds, question.kind,
                recognition=recognition, missed=missed, undone=undone.rating if undone else None,
            )  # fmt: skip

        review = Review(
            set_id=own_set,
            question_id=question_id,
            session_id=start.id,
            at=self.clock(),
            mode=Mode(mode),
            kind=question.kind,
            outcome=outcome,
            share=verdict.share,
            response=response_data(answered.response),
            seconds=answered.seconds,
            rating=rated(outcome, verdict.share),
            credits=points,
            after_reading=self._has_just_read(own_set),
            recognition=recognition,
        )
        if self.history is not None:
            withdrawals = [Amendment(replaced.id, review.at, Change.WITHDRAWAL, value=True)] if replaced else []
            self.history.add(review, *withdrawals)
        self._reviews.append(review)
        self._if_right[review.id] = rated(Outcome.CORRECT, 1.0)
        return review

    def _begin(self, set_id: str, mode: "Mode", seconds: float, session: Session | None) -> "SessionStart":
        """Store that a session on a set began ``seconds`` ago, with its plan unless it is study."""
        from quizgen.history.records import Plan, SessionStart

        if not self._starts:
            self._reviews = []
        plan = Plan()
        if session is not None:
            plan = Plan(
                tuple(question.id for question in session.questions),
                seed=session.seed,  # the order of the options follows from it
                round=session.round,
                time_limit=self._time_limit if session.exam else None,
            )
        start = SessionStart(self._new_id(), set_id, mode, self.clock() - timedelta(seconds=seconds), plan)
        self._starts[set_id] = start
        if self.history is not None:
            self.history.add(start)
        return start

    def _has_missed(self, set_id: str, points: Iterable[str]) -> bool:
        """Whether an earlier answer of this session showed that one of ``points`` was not known."""
        return any(
            review.set_id == set_id and review.was_forgotten(point)
            for review in self._reviews
            for point in review.by_point.keys() & {*points}
        )

    def _has_just_read(self, set_id: str) -> bool:
        """Whether the learner read the set's lesson shortly before."""
        from quizgen.history.records import READ_RECENTLY

        if set_id not in self._read_at:
            read_at = self.history.use(lambda store: store.read_at(set_id)) if self.history is not None else None
            self._read_at[set_id] = read_at
        read_at = self._read_at[set_id]
        return read_at is not None and timedelta() <= self.clock() - read_at <= READ_RECENTLY

    def _latest(self, set_id: str, question_id: str) -> "Review | None":
        key = original(set_id, question_id)
        return next((review for review in reversed(self._reviews) if review.key == key), None)

    def _amend(
        self,
        review: "Review | None",
        change: Literal["rating", "withdrawal", "pause"],
        *,
        value: "bool | Rating",
    ) -> None:
        from quizgen.history.records import Amendment, Change

        if review is not None and self.history is not None:
            self.history.add(Amendment(review.id, self.clock(), Change(change), value))
