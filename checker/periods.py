"""Periods of reports: which one comes before, and whether two are equally long."""

from __future__ import annotations

from datetime import date, timedelta

from checker.dates import Days
from checker.text import counted

DAY = timedelta(days=1)
YEAR = 12  # months


def a_year_before(period: Days) -> Days | None:
    """The same period one year earlier; None before the calendar begins and where it ends.

    The end of February stays the end of February, in leap years too.
    """
    try:
        first, after = (_a_year_before(day) for day in (period.first, period.last + DAY))
        return Days(first, after - DAY)
    except (ValueError, OverflowError):
        return None


def comes_right_before(earlier: Days, later: Days) -> bool:
    """Whether the one ends on the day before the other begins."""
    return earlier.last < later.first and earlier.last + DAY == later.first


def same_length(one: Days, other: Days) -> bool:
    """Whether both are as many whole months, or else as many days."""
    months, others = _months(one), _months(other)
    if months is None or others is None:
        return one.last - one.first == other.last - other.first
    return months == others


def length(period: Days) -> str:
    """``12 månader``, or ``200 dagar`` for what is not whole months."""
    months = _months(period)
    if months is None:
        return counted((period.last - period.first).days + 1, "dag", "dagar")
    return counted(months, "månad", "månader")


def _a_year_before(day: date) -> date:
    # The day after the last of February is what has no counterpart: the 1st of March stands for it.
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - 1, 3, 1) if is_leap_day else day.replace(year=day.year - 1)


def _months(period: Days) -> int | None:
    """How many whole months a period is, counted from its first day; None when it is not."""
    if period.last == date.max:
        return None
    after = period.last + DAY
    if after.day != period.first.day:
        return None
    return (after.year - period.first.year) * YEAR + after.month - period.first.month
