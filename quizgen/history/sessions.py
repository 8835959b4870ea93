"""A session as it is kept, so that an interrupted one goes on with the same questions and options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizgen.history.review import Mode, Review, in_utc


@dataclass(frozen=True, slots=True)
class Plan:
    """What a session asks, in order. A study session, which decides as it goes, has an empty one."""

    question_ids: tuple[str, ...] = ()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Question id: its options in the order shown; questions without options may be left out."""
    seed: int = 0
    round: int = 1
    """1 for the session itself, one more each time that missed questions are asked again."""
    time_limit: float | None = None
    """Seconds for the whole session, where it has a limit."""


@dataclass(frozen=True, slots=True)
class SessionStart:
    """The beginning of a session. Raises ``ValueError`` for values that cannot be."""

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
    """The end of a session: finished, or given up by the learner's own wish."""

    session_id: str
    at: datetime

    def __post_init__(self) -> None:
        if not self.session_id:
            raise ValueError("an id is empty")
        object.__setattr__(self, "at", in_utc(self.at))


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A session with what was answered in it, as it counts after amendments, in the order answered."""

    start: SessionStart
    reviews: tuple[Review, ...]
    ended: bool
