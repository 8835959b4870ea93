"""A stored session, so that an interrupted one resumes with the same questions and options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizgen.history.review import Mode, Review, in_utc


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
class SavedSession:
    """A session with its answers in order, amendments applied."""

    start: SessionStart
    reviews: tuple[Review, ...]
    ended: bool
