"""The records of the log: sessions, reviews and what is added to them, readings and suspensions.

None is changed or deleted.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from math import isfinite

from quizgen.grading.verdict import Outcome
from quizgen.history.days import FIRST_YEAR, LAST_YEAR
from quizgen.history.ratings import HALF, Rating, rating_for
from quizgen.history.responses import Json
from quizgen.questions.kinds import KINDS, Kind

Key = tuple[str, str]
"""A question's permanent identity: id of its set, id of the question. Its wording may change without losing history."""

PointKey = tuple[str, str]
"""A point's permanent identity: id of its set, id of the point."""

_MARK_QUESTION = re.compile(rf"(?P<point>.+\.c\d+)\.(?:{'|'.join(KINDS)})")
"""The id of a question on one mark of a fact."""

READ_RECENTLY = timedelta(minutes=30)
"""For this time after the learner read a set's lesson, answers say little about memory."""


class Mode(StrEnum):
    """What the learner was doing."""

    QUIZ = "quiz"
    EXAM = "exam"
    STUDY = "study"


class Change(StrEnum):
    """What an amendment changes: the verdict ("I was right"), the rating, or whether the answer counts at all.

    A pause changes nothing about the answer before it; it only says when an exam with a time limit was left.
    """

    OVERRIDE = "override"
    RATING = "rating"
    WITHDRAWAL = "withdrawal"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Review:
    """One graded answer. Raises ``ValueError`` for impossible values."""

    set_id: str
    question_id: str
    session_id: str
    at: datetime
    """Time of the answer; converted to UTC."""
    mode: Mode
    kind: Kind
    """The question's kind."""
    outcome: Outcome
    share: float
    """Share of the question that was correct, from 0 to 1."""
    response: Json
    """The learner's response as ``response_data`` gives it; None if there was none."""
    seconds: float
    """From showing the question to the answer."""
    rating: Rating | None
    """The rating for the schedule, suggested or chosen; None keeps the review out of the schedule."""
    id: str = ""
    """Unique; derived from session, question and time if empty."""
    credits: Mapping[str, float] | None = None
    """Credit of each point that the question tested, from 0 to 1.

    None in reviews from Anki and in those stored before points existed; see ``by_point`` and ``Assignment``.
    """
    after_reading: bool = False
    """Whether the learner had just read the set's lesson, so that the answer says little about memory."""
    recognition: bool = False
    """Whether the answer was picked, although there are questions on the point that ask to recall it."""

    def __post_init__(self) -> None:
        _require_names(set_id=self.set_id, question_id=self.question_id, session_id=self.session_id, kind=self.kind)
        object.__setattr__(self, "at", in_utc(self.at))
        if not 0 <= self.share <= 1:
            raise ValueError(f"'share' is {self.share}; it must be between 0 and 1")
        if not (isfinite(self.seconds) and self.seconds >= 0):
            raise ValueError(f"{self.seconds} is not a valid number of seconds")
        _require_credits(self.credits or {})
        if self.outcome is Outcome.SKIPPED and self.rating is not None:
            # What asking for the answer was stored as in histories of version 2 and earlier.
            object.__setattr__(self, "outcome", Outcome.WRONG)
        if not self.id:
            said = "\n".join((self.session_id, self.set_id, self.question_id, self.at.isoformat()))
            object.__setattr__(self, "id", blake2b(said.encode(), digest_size=16).hexdigest())

    @property
    def key(self) -> Key:
        """The question's identity."""
        return self.set_id, self.question_id

    @property
    def by_point(self) -> Mapping[str, float]:
        """The credit of each point that the question tested.

        Without ``credits``, it is the point in the question's id: ``longest.c1`` in ``longest.c1.short``. Other
        questions then count for a point with their own id.
        """
        if self.credits is not None:
            return self.credits
        found = _MARK_QUESTION.fullmatch(self.question_id)
        return {found["point"] if found else self.question_id: self.share}

    def rating_of(self, point: str) -> Rating | None:
        """Return the rating that the review gives to ``point``; None if it does not count for the schedule.

        If its points have different credits, those with less than half are rated Again, and those with full credit at
        least Good.
        """
        by_point = self.by_point
        if self.rating is None or len(set(by_point.values())) == 1:
            return self.rating
        if by_point[point] < HALF:
            return Rating.AGAIN
        return max(self.rating, Rating.GOOD if by_point[point] == 1 else Rating.HARD)

    def was_forgotten(self, point: str) -> bool:
        """Return whether the review shows that ``point`` was not known."""
        return self.rating_of(point) is Rating.AGAIN


@dataclass(frozen=True, slots=True)
class Assignment:
    """The question and the points that an earlier review counts for, if the review itself does not say it.

    Reviews from Anki or from before points existed, and those of a question that has another id now, are assigned when
    the set is next read. The latest assignment of a review counts. Raises ``ValueError`` for impossible values.
    """

    review_id: str
    at: datetime
    set_id: str
    question_id: str
    credits: Mapping[str, float]
    """Credit of each point that the question tested, from 0 to 1."""

    def __post_init__(self) -> None:
        _require_names(review_id=self.review_id, set_id=self.set_id, question_id=self.question_id)
        object.__setattr__(self, "at", in_utc(self.at))
        _require_credits(self.credits)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later correction of a review. Raises ``ValueError`` for impossible values."""

    review_id: str
    at: datetime
    what: Change
    value: bool | Rating
    """For an override, whether the answer counts as correct after all; for a rating, the rating that the learner chose;
    for a withdrawal, whether the answer was undone, or changed in an exam, and so does not count; for a pause, whether
    the exam was left, as opposed to resumed.
    """

    def __post_init__(self) -> None:
        _require_names(review_id=self.review_id)
        object.__setattr__(self, "at", in_utc(self.at))
        if isinstance(self.value, bool) is (self.what is Change.RATING):
            raise ValueError(f"{self.value!r} is not a valid {self.what}")


def assigned(review: Review, assignments: Iterable[Assignment]) -> Review:
    """Return ``review`` as an answer to the question and the points of the latest of ``assignments``, if any."""
    latest = max(assignments, key=lambda a: (a.at, a.set_id, a.question_id, sorted(a.credits.items())), default=None)
    if latest is None:
        return review
    return replace(review, set_id=latest.set_id, question_id=latest.question_id, credits=latest.credits)


def amended(review: Review, amendments: Iterable[Amendment]) -> Review:
    """Return ``review`` with its overrides and ratings applied; the latest of each kind counts.

    An overridden answer is fully correct, with the rating that a correct answer suggests. A rating that the learner
    chose takes precedence over suggestions.
    """
    latest = _latest(amendments)
    if latest.get(Change.OVERRIDE):
        outcome, share = Outcome.CORRECT, 1.0
        scheduled = review.rating is not None
        rating = rating_for(outcome, share, review.seconds, review.kind) if scheduled else None
        review = replace(review, outcome=outcome, share=share, rating=rating, credits=_all_points(review, share))
    return replace(review, rating=Rating(latest[Change.RATING])) if Change.RATING in latest else review


def withdrawn(amendments: Iterable[Amendment]) -> bool:
    """Return whether the learner undid or replaced the review that has ``amendments``."""
    return bool(_latest(amendments).get(Change.WITHDRAWAL))


def _latest(amendments: Iterable[Amendment]) -> dict[Change, bool | Rating]:
    return {amendment.what: amendment.value for amendment in sorted(amendments, key=lambda a: (a.at, a.value))}


def seconds_before_pauses(pauses: Iterable[tuple[datetime, Amendment]]) -> float:
    """Return the seconds from each answer, or from resuming after it, to leaving the session.

    ``pauses`` are those of one session, oldest first, each with the time of the answer before it.
    """
    total, resumed = 0.0, dict[str, datetime]()
    for answered_at, pause in pauses:
        if pause.value:
            total += max(0.0, (pause.at - resumed.get(pause.review_id, answered_at)).total_seconds())
        else:
            resumed[pause.review_id] = pause.at
    return total


def _all_points(review: Review, credit: float) -> Mapping[str, float] | None:
    return None if review.credits is None else dict.fromkeys(review.credits, credit)


def in_utc(at: datetime) -> datetime:
    """Return ``at`` in UTC; ``ValueError`` if it has no time zone or an implausible year."""
    if at.tzinfo is None:
        raise ValueError(f"the time {at} has no time zone")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"the time {at} is not between the years {FIRST_YEAR} and {LAST_YEAR}")
    return at.astimezone(UTC)


def _require_credits(by_point: Mapping[str, float]) -> None:
    for point, credit in by_point.items():
        if not point or not 0 <= credit <= 1:
            raise ValueError(f"the credit {credit} of the point {point!r} is not between 0 and 1")


def _require_names(**names: str) -> None:
    for key, name in names.items():
        if not name:
            raise ValueError(f"{key} is empty")


@dataclass(frozen=True, slots=True)
class Plan:
    """The questions of a session, in order. A study session chooses as it goes, so its plan is empty."""

    question_ids: tuple[str, ...] = ()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Question id: its options in the order shown; questions without options may be left out."""
    seed: int = 0
    round: int = 1
    """1 for the session itself, one more for each retry of missed questions."""
    time_limit: float | None = None
    """Seconds for the whole session; None without a limit."""


@dataclass(frozen=True, slots=True)
class SessionStart:
    """The start of a session. Raises ``ValueError`` for impossible values."""

    id: str
    set_id: str
    mode: Mode
    at: datetime
    plan: Plan = Plan()

    def __post_init__(self) -> None:
        if not (self.id and self.set_id):
            raise ValueError("an id is empty")
        object.__setattr__(self, "at", in_utc(self.at))


@dataclass(frozen=True, slots=True)
class SessionEnd:
    """The end of a session: finished, or ended by the learner."""

    session_id: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.session_id:
            raise ValueError("an id is empty")
        object.__setattr__(self, "at", in_utc(self.at))


@dataclass(frozen=True, slots=True)
class Reading:
    """The learner read the lesson of a set, or declined to. Raises ``ValueError`` for impossible values."""

    set_id: str
    at: datetime
    read: bool = True
    """False if the lesson was declined, or left at the first of several pages."""

    def __post_init__(self) -> None:
        _require_names(set_id=self.set_id)
        object.__setattr__(self, "at", in_utc(self.at))


@dataclass(frozen=True, slots=True)
class Suspension:
    """The learner suspended a point, or resumed it. Raises ``ValueError`` for impossible values."""

    set_id: str
    point: str
    at: datetime
    suspended: bool = True
    """False if questions on the point are asked again from now on."""

    def __post_init__(self) -> None:
        _require_names(set_id=self.set_id, point=self.point)
        object.__setattr__(self, "at", in_utc(self.at))


Record = SessionStart | Review | Amendment | Assignment | SessionEnd | Reading | Suspension
"""A record of the log."""


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A session with its answers in order, amendments applied."""

    start: SessionStart
    reviews: tuple[Review, ...]
    ended: bool
    seconds_unanswered: float = 0.0
    """Seconds that were spent on questions that were on the screen when the session was left."""

    @property
    def seconds_left(self) -> float | None:
        """Seconds that an exam has when it is resumed; None without a limit."""
        limit = self.start.plan.time_limit
        used = sum(review.seconds for review in self.reviews) + self.seconds_unanswered
        return None if limit is None else max(0.0, limit - used)
