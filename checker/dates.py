"""Dates as reports print them: a day, a month, a year or a season, as the days they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
MONTHS_OF_A_YEAR = len(MONTHS)
# A season is wide on purpose: only a date that cannot be right is ever told.
SEASONS = {"våren": (1, 6), "vår": (1, 6), "sommaren": (5, 9), "hösten": (7, 12), "höst": (7, 12)}
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_WORDED = re.compile(r"(?:(\d{1,2}) )?(\w+) (\d{4})")


class DateError(ValueError):
    """The text is not a date that can be read."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a printed date may mean."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether one day is named."""
        return self.first == self.last

    def surely_after(self, other: Days) -> bool:
        """Whether every day of this comes after every day of the other."""
        return self.first > other.last

    def surely_outside(self, period: Days) -> bool:
        """Whether no day of this lies in the period."""
        return self.first > period.last or self.last < period.first

    def overlaps(self, other: Days) -> bool:
        """Whether they share a day."""
        return not self.surely_outside(other)

    def __str__(self) -> str:
        """The day, or the first and the last."""
        return str(self.first) if self.exact else f"{self.first}\u2013{self.last}"


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later; the last day of a month that has no such.

    The 31st of December and two months is the last of February. The calendar's last day where it
    ends before that.
    """
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse_days(text: str) -> Days:
    """Reads ``2024-01-12``, ``2024-01``, ``2024``, ``12 januari 2024`` or ``våren 2024``.

    A season may be any day that it may mean.

    Raises:
        DateError: anything else, also a day that does not exist.
    """
    written = " ".join(text.split()).casefold()
    try:
        if iso := _ISO.fullmatch(written):
            return _from_parts(*(int(part) if part else None for part in iso.groups()))
        if worded := _WORDED.fullmatch(written):
            return _from_words(*worded.groups())
    except ValueError as error:
        raise DateError(text) from error
    raise DateError(text)


def _from_parts(year: int | None, month: int | None, day: int | None) -> Days:
    if year is None:
        raise ValueError
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Days(date(year, month, day), date(year, month, day))


def _from_words(day: str | None, word: str, year: str) -> Days:
    if word in MONTHS:
        return _from_parts(int(year), MONTHS.index(word) + 1, int(day) if day else None)
    if word in SEASONS and day is None:
        start, end = SEASONS[word]
        return Days(date(int(year), start, 1), _from_parts(int(year), end, None).last)
    raise ValueError
