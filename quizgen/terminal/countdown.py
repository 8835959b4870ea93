"""An exam's time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Countdown:
    """Time that runs until ``ends``, by ``clock``."""

    clock: Callable[[], datetime]
    ends: datetime

    @property
    def seconds_left(self) -> float:
        """Seconds until the time is over; 0 from then on."""
        return max(0.0, (self.ends - self.clock()).total_seconds())
