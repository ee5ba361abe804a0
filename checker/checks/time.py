"""Checks of dates and years: their order, and whether they lie in the report's period."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from checker.checks.conditions import comes_before, known, label, printed
from checker.checks.written import is_too_late
from checker.extract import OPEN
from checker.finding import Problem
from checker.report import PERIOD, UnsoundError
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import part_of, read_table
from checker.text import normal
from checker.times import is_year_of, period_of
from checker.unfit import UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.checks.kinds import Where
    from checker.dates import Days
    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrder:
    """Dates that must follow on each other.

    Attributes:
        fields: dotted paths, the earliest first.
        names: what each date is, for a message.
        only_last: the order of the others is told by another rule.
        unless_too_late: another rule tells dates after the report was written.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    fields: tuple[str, ...]
    names: tuple[str, ...]
    only_last: bool = False
    unless_too_late: bool = False

    def __post_init__(self) -> None:
        """Each date has its name."""
        if len(self.fields) != len(self.names):
            raise UnfitError("names", "names ska ha lika många namn som fields har vägar")


def date_order(item: Item, ask: DateOrder) -> Iterator[Problem]:
    """No date comes surely before one that it must follow; one wrong date is told once."""
    dates = item.report.values.dates
    too_early: set[str] = set()
    too_late: set[str] = set()
    named = [pair for pair in zip(ask.fields, ask.names, strict=True) if known(item, pair[0])]
    # The nearest first: one date that is wrong breaks with many, and its neighbour shows it best.
    pairs = sorted(combinations(range(len(named)), 2), key=lambda pair: (pair[1], -pair[0]))
    for before, after in pairs:
        (earlier, first), (later, then) = named[before], named[after]
        if ask.only_last and later != ask.fields[-1]:
            continue
        one, other = dates[item.at(earlier).route], dates[item.at(later).route]
        if ask.unless_too_late and is_too_late(one, item.report):
            continue
        if one.surely_after(other) and earlier not in too_late and later not in too_early:
            too_late.add(earlier)
            too_early.add(later)
            words = {
                "senare": then,
                "tidigare": first,
                "sen": printed(item, later),
                "tid": printed(item, earlier),
            }
            yield Problem(item.at(later).route, words, ((item.at(earlier).route, first),))


@dataclass(frozen=True, slots=True, kw_only=True)
class InPeriod:
    """Dates that belong to the report's period.

    Attributes:
        fields: dotted paths.
        called: what is dated, for a message.
        carried_over: dates before the period are in order for what was decided in it, or is open.
        unless_too_late: another rule tells dates after the report was written.
        unless_before: another rule tells dates before the ones at these paths.
        unless_begun: a date after the period is in order for what one of these dates places in it.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    fields: tuple[str, ...]
    called: str
    carried_over: bool = False
    unless_too_late: bool = False
    unless_before: tuple[str, ...] = ()
    unless_begun: tuple[str, ...] = ()


def in_period(item: Item, ask: InPeriod) -> Iterator[Problem]:
    """No date lies surely outside the period."""
    period = item.report.period
    if period is None:
        if any(known(item, name) for name in ask.fields):
            raise UnsoundError(PERIOD)
        return
    for name in ask.fields:
        days = item.report.values.dates.get(item.at(name).route) if known(item, name) else None
        if days is None or not days.surely_outside(period):
            continue
        if ask.unless_too_late and is_too_late(days, item.report):
            continue
        if any(comes_before(item, name, other) for other in ask.unless_before):
            continue
        if days.first > period.last and _is_begun(item, ask.unless_begun, period):
            continue
        if not (ask.carried_over and days.last < period.first and _carried_over(item, period)):
            words = {
                "vad": ask.called,
                "nr": label(item),
                "fält": name.rpartition(".")[2],
                "datum": printed(item, name),
            }
            yield Problem(item.at(name).route, words | {"period": str(period)})


def latest_year(item: Item, _ask: Where) -> Iterator[Problem]:
    """The latest year of a table that belongs to a counting part is a year of its period."""
    table, period = read_table(item), period_of(item)
    if table is None or period is None or part_of(item) is None or not table.years:
        return
    year = table.years[table.current]
    if year and not is_year_of(year, period):
        ends = sorted({str(period.first.year), str(period.last.year)})
        words = {"år": shown(table.columns[table.current]), "period": "\u2013".join(ends)}
        yield Problem((*item.route, "år", table.current), words)


def _is_begun(item: Item, fields: tuple[str, ...], period: Days) -> bool:
    """Whether one of the dates lies, or may lie, in the period."""
    dates = item.report.values.dates
    return any(dates[item.at(name).route].overlaps(period) for name in fields if known(item, name))


def _carried_over(item: Item, period: Days) -> bool:
    """Whether a case that came in before the period belongs to it all the same."""
    if normal(item.text("bedömning")) == OPEN:
        return True
    dates = item.report.values.dates
    ended = (dates.get(item.at(name).route) for name in ("beslut", "utredning_klar"))
    return any(days is not None and days.overlaps(period) for days in ended)
