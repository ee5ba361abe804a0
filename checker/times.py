"""What the rows and columns of a table are called by time: years, quarters, months, days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.dates import MONTHS, Days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document.model import Route
    from checker.report import Item, Report

DATED = ("datum", "beslut", "inkom", "inträffade")  # what dates the thing that holds it
LONGEST_YEAR = 366  # days; a longer period is no column of one year
_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)})\.?"
_QUARTER = r"(?:kvartal|kvart|kv|q|k)[. ]{0,2}[1-4]|[1-4](?:[.:]?[ae])? ?(?:kvartalet|kvartal|kv)"
_ORDINAL = r"(?:första|andra|tredje|fjärde|sista) (?:kvartalet|tertialet|halvåret)"
_PIECE = r"(?:tertial|halvår|vecka|t|h|v)[. ]{0,2}\d{1,2}"
_DAY = rf"(?:den )?\d{{1,2}}[./ ](?:{_MONTH}|\d{{1,2}})"
_ONE = rf"(?:{_QUARTER}|{_ORDINAL}|{_PIECE}|{_DAY}|{_MONTH})"
_SPAN = rf"(?:\d{{4}}[ :,-]{{0,2}})?{_ONE}(?: ?[-–] ?{_ONE})?(?:[ /,-]{{0,2}}(?:\d{{2}})?\d{{2}})?"
_TIME = re.compile(rf"{_SPAN}|(?:19|20)\d{{2}}(?:-\d{{2}}){{0,2}}")


def is_time(name: str) -> bool:
    """Whether a row or a column is called by a time: ``Kvartal 1``, ``Q1 2024``, ``31 mars``."""
    return _TIME.fullmatch(" ".join(name.casefold().split())) is not None


def period_of(item: Item) -> Days | None:
    """The period that an item's figures are of: its own, or that of what holds it.

    None where it is not known, also when only one end of it can be read.
    """
    for end in range(len(item.route), 0, -1):
        place = (*item.route[:end], "period")
        if item.report.value_at(place) is not None:
            dates = item.report.values.dates
            first, last = dates.get((*place, "från")), dates.get((*place, "till"))
            return Days(first.first, last.last) if first and last else None
    return item.report.period


def dated(report: Report, route: Route) -> Days | None:
    """The day of what holds a route, where that has one; the innermost counts."""
    found = _dates_of_holder(report, route)
    return found[0] if found else None


def all_dated(report: Report, route: Route) -> Days | None:
    """From the first to the last day that what holds a route is dated by."""
    found = _dates_of_holder(report, route)
    if not found:
        return None
    return Days(min(days.first for days in found), max(days.last for days in found))


def _dates_of_holder(report: Report, route: Route) -> list[Days]:
    dates = report.values.dates
    for end in range(len(route), 0, -1):
        found = [dates[place] for name in DATED if (place := (*route[:end], name)) in dates]
        if found:
            return found
    return []


def latest(years: Sequence[int | None]) -> int | None:
    """The place of the latest year; None when there is no year."""
    known = [(year, index) for index, year in enumerate(years) if year is not None]
    return max(known)[1] if known else None


def is_year_of(year: int, period: Days) -> bool:
    """Whether a year can name a period: a split year is called by either of its two."""
    return year in {period.first.year, period.last.year}


def is_at_most_a_year(period: Days) -> bool:
    """Whether a column of a year can hold all of a period."""
    return (period.last - period.first).days < LONGEST_YEAR
