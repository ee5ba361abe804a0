"""Checks of a day that a law sets for a report of some kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.dates import Days
from checker.finding import Problem
from checker.report import PERIOD
from checker.rule import FORBID
from checker.shown import shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day for a report about a calendar year, in the year after.

    Attributes:
        kinds: what the report's ``slag`` holds, where the day is set for it; one is enough.
        field: the dotted path of the day when it was done.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    kinds: tuple[str, ...]
    field: str
    month: int
    day: int


def deadline(item: Item, ask: Deadline) -> Iterator[Problem]:
    """A report of such a kind about a calendar year was surely done in time."""
    slag = normal(item.text("slag"))
    if not any(kind in slag for kind in ask.kinds):
        return
    item.report.root.at(".".join(PERIOD)).require()
    item.at(ask.field).require()
    period, done = item.report.period, item.report.values.dates.get(item.at(ask.field).route)
    if not period or not done:
        return
    year = period.last.year
    last = date(year + 1, ask.month, ask.day)
    if period == Days(date(year, 1, 1), date(year, 12, 31)) and done.first > last:
        words = {"datum": shown(item.text(ask.field)), "gräns": last.isoformat()}
        yield Problem(item.at(ask.field).route, words)
