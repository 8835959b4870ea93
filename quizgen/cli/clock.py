"""The time, for commands that keep or need it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

import click


def _moment(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    try:
        return None if value is None else datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter(f"{value!r} is no date and time like 2026-09-14T18:30.") from None


# For trying out what happens on other days, so not among what `--help` lists. Without a zone, it is local time.
now_option = click.option("--now", callback=_moment, hidden=True, help="Pretend that the program starts at this time.")


def running_clock(start: datetime | None) -> Callable[[], datetime]:
    """A clock that shows the time; with ``start`` one that shows that now, and goes on from there."""
    if start is None:
        return lambda: datetime.now(UTC)
    begun = monotonic()
    return lambda: start + timedelta(seconds=monotonic() - begun)
