"""The current time and new ids, which commands pass to the pure packages."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from time import monotonic

import click


def _moment(context: click.Context, _: click.Parameter, value: str | None) -> datetime | None:
    if value is None:  # `quizgen --now TIME due` is the same as `quizgen due --now TIME`
        given: datetime | None = context.parent.params.get("now") if context.parent else None
        return given
    try:
        at = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter(
            f"{value!r} is not a valid date and time. Use a format such as 2026-09-14T18:30."
        ) from None
    from quizgen.history.days import FIRST_YEAR, LAST_YEAR

    # Not the first and the last year, because a time zone can move a time across the edge.
    if not FIRST_YEAR < at.year < LAST_YEAR:
        raise click.BadParameter(f"{value!r} is out of range; use a year from {FIRST_YEAR + 1} to {LAST_YEAR - 1}.")
    return at


# For trying out other days, so it is not listed in `--help`. Without a zone, it is local time.
now_option = click.option("--now", callback=_moment, hidden=True, help="Pretend that the program starts at this time.")


def running_clock(start: datetime | None) -> Callable[[], datetime]:
    """Return a clock that gives the current time, or one that starts at ``start`` now."""
    if start is None:
        return lambda: datetime.now(UTC)
    begun = monotonic()
    return lambda: start + timedelta(seconds=monotonic() - begun)


def study_day(clock: Callable[[], datetime]) -> date:
    """Return the learner's current day, which starts at 4 a.m. in local time."""
    from quizgen.history.days import Calendar  # not needed before the first question

    return Calendar().day(clock())


def new_id() -> str:
    """Return a new unique id for a session."""
    from random import SystemRandom

    return f"{SystemRandom().getrandbits(64):016x}"
