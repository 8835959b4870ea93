"""A learner's days: in local time, starting some hours after midnight."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1970, 2500
"""Times in other years are not stored."""


class Calendar(NamedTuple):
    """Assigns moments to days."""

    zone: tzinfo | None = None
    """The time zone; None is the system's own."""
    rollover: int = 4
    """Hour at which a day starts, 0 to 23: an answer given at one in the morning belongs to the evening before."""

    def day(self, at: datetime) -> date:
        """Return the day of ``at``."""
        return (at.astimezone(self.zone).replace(tzinfo=None) - timedelta(hours=self.rollover)).date()

    def start(self, day: date) -> datetime:
        """Return the moment at which ``day`` starts, in UTC."""
        # Without a zone, astimezone assumes the system's.
        return datetime.combine(day, time(self.rollover), self.zone).astimezone(UTC)

    @property
    def fingerprint(self) -> str:
        """Differs for calendars whose days start at different times, in winter or in summer."""
        return " ".join(f"{self.start(date(2026, month, 1)):%H:%M}" for month in (1, 7))

    def end(self, day: date) -> datetime:
        """Return the moment at which ``day`` ends, in UTC."""
        return self.start(day + timedelta(days=1))
