"""Moments as the database stores them: microseconds since 1970, in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def timestamp(at: datetime) -> int:
    """Return the microseconds from the beginning of 1970 to ``at``."""
    return (at - _EPOCH) // _MICROSECOND


def moment(timestamp: int) -> datetime:
    """Return the moment ``timestamp`` microseconds after the beginning of 1970."""
    return _EPOCH + timedelta(microseconds=timestamp)
