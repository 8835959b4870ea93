"""One session in the history: each answer is on the disk before the learner hears what it was worth."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from quizgen.journal.history import History
from quizgen.session import Answered, Session

if TYPE_CHECKING:
    from quizgen.history.ratings import Rating
    from quizgen.history.review import Amendment, Review
    from quizgen.history.sessions import Plan, SavedSession, SessionStart

Clock = Callable[[], datetime]
"""Gives the time, with its zone."""


class Journal:
    """Writes down one session after the other.

    A session is begun in the history with its first answer: one that was only looked at leaves nothing behind, and the
    first question shows before anything is opened. ``time_limit`` is in seconds.
    """

    def __init__(self, history: History, clock: Clock, *, time_limit: float | None = None) -> None:
        self.history = history
        self.clock = clock
        self._time_limit = time_limit
        self._start: SessionStart | None = None
        self._reviews: dict[str, Review] = {}

    @property
    def session_id(self) -> str | None:
        """Id of the session being written down; None before its first answer."""
        return self._start.id if self._start else None

    @property
    def started(self) -> datetime | None:
        """When the session began; None before its first answer."""
        return self._start.at if self._start else None

    @property
    def time_left(self) -> float | None:
        """Seconds that the session has when it begins or goes on; None without a limit."""
        return self._time_limit

    def go_on(self, saved: "SavedSession") -> None:
        """Turn to a session that was interrupted. Of its time only what its answers took is used up."""
        self._start = saved.start
        limit = saved.start.plan.time_limit
        self._time_limit = None if limit is None else max(0.0, limit - sum(r.seconds for r in saved.reviews))
        self._reviews = {review.question_id: review for review in saved.reviews}

    def answered(self, session: Session, place: int) -> "Review":
        """Write down what was answered to the question with the index ``place``.

        An answer changed in an exam has no rating: what memory held showed in the first one.
        """
        answered = session.answers[place]
        if self._start is None:
            self._begin(session.question_set.id, answered, session)
        return self._write(answered, rated=not (session.exam and answered.question.id in self._reviews))

    def studied(self, set_id: str, answered: Answered) -> "Review":
        """Write down an answer given in study, where the questions are chosen as it goes."""
        if self._start is None:
            self._begin(set_id, answered)
        return self._write(answered)

    def overridden(self, question_id: str) -> None:
        """Write down that the learner was right after all."""
        from quizgen.history.review import Amendment, Change

        if review := self._reviews.get(question_id):
            self._amend(Amendment(review.id, self.clock(), Change.OVERRIDE, value=True))

    def rated(self, question_id: str, rating: "Rating") -> None:
        """Write down the rating that the learner chose."""
        from quizgen.history.review import Amendment, Change

        if review := self._reviews.get(question_id):
            self._amend(Amendment(review.id, self.clock(), Change.RATING, rating))

    def end(self) -> None:
        """Write down that the session is over and not to be resumed; the next answer begins another."""
        if self._start:
            session_id = self._start.id
            self.history.use(lambda store: store.end(session_id, self.clock()))
        self._start = None

    def _begin(self, set_id: str, answered: Answered, session: Session | None = None) -> None:
        from quizgen.history.review import Mode
        from quizgen.history.sessions import Plan, SessionStart

        mode = Mode.STUDY if session is None else Mode.EXAM if session.exam else Mode.QUIZ
        plan = self._plan(session) if session else Plan()
        self._reviews = {}
        begun = self.clock() - timedelta(seconds=answered.seconds)
        self._start = start = SessionStart(secrets.token_hex(8), set_id, mode, begun, plan)
        self.history.use(lambda store: store.begin(start))

    def _plan(self, session: Session) -> "Plan":
        from quizgen.history.sessions import Plan

        return Plan(
            tuple(question.id for question in session.questions),
            seed=session.seed,  # the options follow from it
            round=session.round,
            time_limit=self._time_limit if session.exam else None,
        )

    def _write(self, answered: Answered, *, rated: bool = True) -> "Review":
        from quizgen.history.ratings import rating_for
        from quizgen.history.responses import response_data
        from quizgen.history.review import Review

        assert self._start is not None
        start, question, verdict = self._start, answered.question, answered.verdict
        rating = rating_for(verdict.outcome, verdict.share, answered.seconds, question.kind, shown=answered.shown)
        review = Review(
            set_id=start.set_id,
            question_id=question.id,
            session_id=start.id,
            at=self.clock(),
            mode=start.mode,
            kind=question.kind,
            outcome=verdict.outcome,
            share=verdict.share,
            response=response_data(answered.response),
            seconds=answered.seconds,
            rating=rating if rated else None,
        )
        self.history.use(lambda store: store.append(review))
        self._reviews[question.id] = review
        return review

    def _amend(self, amendment: "Amendment") -> None:
        self.history.use(lambda store: store.amend(amendment))
