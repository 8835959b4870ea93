"""Days as a learner lives them: in the local time zone, and begun some hours after midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which day a moment belongs to."""

    zone: tzinfo | None = None
    """None is the system's own."""
    rollover: int = 4
    """Hour at which a day begins, from 0 to 23: who learns at one in the morning has not gone to bed yet."""

    def day(self, at: datetime) -> date:
        """The day of ``at``."""
        return (at.astimezone(self.zone).replace(tzinfo=None) - timedelta(hours=self.rollover)).date()

    def start(self, day: date) -> datetime:
        """The moment when ``day`` begins, in UTC."""
        # Without a zone, astimezone takes it for the system's.
        return datetime.combine(day, time(self.rollover), self.zone).astimezone(UTC)

    def end(self, day: date) -> datetime:
        """The moment when ``day`` is over, in UTC."""
        return self.start(day + timedelta(days=1))
