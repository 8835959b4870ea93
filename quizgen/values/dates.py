"""Dates as people write them, as precise as they were written."""

import re
from calendar import monthrange
from dataclasses import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|Sept"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?",
        rf"(?P<name>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?",
        rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?",
        rf"(?P<name>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})",
    )
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year; a part that was not written is 0."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def shape(self) -> tuple[bool, bool, bool]:
        """Which of year, month and day are written: two dates of one shape compare fairly."""
        return bool(self.year), bool(self.month), bool(self.day)

    @property
    def span(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """The first and the last day that the date may mean, as (year, month, day)."""
        last_month = self.month or 12
        last_day = self.day or monthrange(self.year or 2000, last_month)[1]
        return (self.year, self.month or 1, self.day or 1), (self.year, last_month, last_day)

    def __str__(self) -> str:
        """Day, month, year in that order: ``6 September 2023``."""
        parts = (str(self.day or ""), MONTHS[self.month - 1] if self.month else "", str(self.year or ""))
        return " ".join(part for part in parts if part)


def parse_date(text: str) -> PartialDate | None:
    """Read all of ``text`` as a date in words or as ISO 8601, or return None.

    ``parse_date("September 6") == PartialDate(month=9, day=6)``; 31 February is None.
    """
    words = " ".join(text.split())
    for shape in _SHAPES:
        if found := shape.fullmatch(words):
            return _checked(found.groupdict())
    return None


def _checked(parts: dict[str, str | None]) -> PartialDate | None:
    name = parts.get("name")
    month = _month_number(name) if name else int(parts.get("month") or 0)
    year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    written_month = name is not None or parts.get("month") is not None
    if written_month and not 1 <= month <= 12:
        return None
    if parts.get("day") is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return PartialDate(year, month, day)


def _month_number(name: str) -> int:
    start = name[:3].title()
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))
