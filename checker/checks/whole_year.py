"""The check of a report's length: a whole year or not, and a calendar year or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from checker.dates import Days, months_later
from checker.finding import Problem
from checker.periods import DAY, YEAR, length
from checker.report import PERIOD, UnsoundError, has_content
from checker.rule import FORBID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeYear:
    """What a report's period should be, or else be explained.

    Attributes:
        finds: ``no_year`` (not twelve months) or ``split_year`` (twelve, but no calendar year).
        any_of: fields, one of which is explanation enough.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["no_year", "split_year"]
    any_of: tuple[str, ...]


def whole_year(item: Item, ask: WholeYear) -> Iterator[Problem]:
    """The period may be a whole year, or a calendar year, or the report says why it is none.

    Raises:
        UnsoundError: the period is not known.
    """
    period, (first, last) = item.report.period, item.report.ends
    if period is None or first is None or last is None:
        raise UnsoundError(PERIOD)
    if any(has_content(item.get(name)) for name in ask.any_of):
        return
    is_found = (
        not _may_be_a_year(first, last)
        if ask.finds == "no_year"
        else _may_be_a_year(first, last) and not _may_be_a_calendar_year(first, last)
    )
    if is_found:
        yield Problem(item.route, {"längd": length(period), "period": str(period)})


def _may_be_a_year(first: Days, last: Days) -> bool:
    return _year_from(first.first) <= last.last and last.first <= _year_from(first.last)


def _may_be_a_calendar_year(first: Days, last: Days) -> bool:
    """Whether what may be a year may begin with the one that it ends in."""
    new_year = date(last.last.year, 1, 1)
    return first.overlaps(Days(new_year, new_year))


def _year_from(day: date) -> date:
    """The last day of the twelve months that begin on a day."""
    after = months_later(day, YEAR)
    return after if after == date.max else after - DAY
