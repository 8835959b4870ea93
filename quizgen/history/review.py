"""What the history is made of: reviews, and amendments to them. Neither is ever changed or deleted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b
from math import isfinite

from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating, rating_for

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

Key = tuple[str, str]
"""A question's permanent identity: id of its set, id of the question. Its wording may change, its history stays."""

FIRST_YEAR, LAST_YEAR = 1970, 2500


class Mode(StrEnum):
    """What the learner was doing."""

    QUIZ = "quiz"
    EXAM = "exam"
    STUDY = "study"


class Change(StrEnum):
    """What an amendment changes: the verdict ("I was right"), the rating, or whether the answer stands at all."""

    OVERRIDE = "override"
    RATING = "rating"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, graded. Raises ``ValueError`` for values that cannot be."""

    set_id: str
    question_id: str
    session_id: str
    at: datetime
    """When it was answered; any time zone is taken and UTC kept."""
    mode: Mode
    kind: str
    """The question's kind."""
    outcome: Outcome
    share: float
    """Part of the question that was right, from 0 to 1."""
    response: Json
    """What the learner gave, in the form of ``responses.response_data``; None is a skip."""
    seconds: float
    """From showing the question to the answer."""
    rating: Rating | None
    """What the schedule goes by, suggested or chosen; None keeps the review out of the schedule."""
    id: str = ""
    """Unique; when empty, derived from session, question and time."""

    def __post_init__(self) -> None:
        _require_names(self.set_id, self.question_id, self.session_id, self.kind)
        object.__setattr__(self, "at", in_utc(self.at))
        if not 0 <= self.share <= 1:
            raise ValueError(f"the share {self.share} is not between 0 and 1")
        if not (isfinite(self.seconds) and self.seconds >= 0):
            raise ValueError(f"{self.seconds} seconds is no length of time")
        if not self.id:
            said = "\n".join((self.session_id, self.set_id, self.question_id, self.at.isoformat()))
            object.__setattr__(self, "id", blake2b(said.encode(), digest_size=16).hexdigest())

    @property
    def key(self) -> Key:
        """The question's identity."""
        return self.set_id, self.question_id


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later word on a review. Raises ``ValueError`` for values that cannot be."""

    review_id: str
    at: datetime
    what: Change
    value: bool | Rating
    """override: whether the answer counts as right after all. rating: the rating that the learner chose.
    withdrawal: whether the answer is taken back, for another in the same exam, say.
    """

    def __post_init__(self) -> None:
        _require_names(self.review_id)
        object.__setattr__(self, "at", in_utc(self.at))
        if isinstance(self.value, bool) is (self.what is Change.RATING):
            raise ValueError(f"{self.value!r} is no value of an amendment of the {self.what}")


def amended(review: Review, amendments: Iterable[Amendment]) -> Review:
    """``review`` as it counts after ``amendments``: of each kind the latest holds.

    A withdrawn answer is no attempt, like a skip. An overridden one is wholly right, with the rating that a right
    answer suggests; a rating that the learner chose goes before any suggestion.
    """
    latest = {amendment.what: amendment.value for amendment in sorted(amendments, key=lambda a: (a.at, a.value))}
    if latest.get(Change.WITHDRAWAL):
        return replace(review, outcome=Outcome.SKIPPED, share=0.0, rating=None)
    if latest.get(Change.OVERRIDE):
        outcome, share = Outcome.CORRECT, 1.0
        scheduled = review.rating is not None
        rating = rating_for(outcome, share, review.seconds, review.kind) if scheduled else None
        review = replace(review, outcome=outcome, share=share, rating=rating)
    return replace(review, rating=Rating(latest[Change.RATING])) if Change.RATING in latest else review


def in_utc(at: datetime) -> datetime:
    """``at`` in UTC; ``ValueError`` when it names no zone or no believable year."""
    if at.tzinfo is None:
        raise ValueError(f"the time {at} names no time zone")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"the time {at} is not between the years {FIRST_YEAR} and {LAST_YEAR}")
    return at.astimezone(UTC)


def _require_names(*names: str) -> None:
    if not all(names):
        raise ValueError("an id or a kind is empty")
