"""The check of a date that must come within so many months of another."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING

from checker.checks.conditions import comes_before, concerns, known, label, printed
from checker.checks.written import is_too_late
from checker.dates import months_later
from checker.finding import Problem
from checker.rule import FORBID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinMonths:
    """A date that must come at most so many months after another.

    Attributes:
        start: dotted path to the date that is counted from.
        field: dotted path to the date that must not come later.
        months: calendar months.
        unless: not items where any of these fields has one of these values.
        unless_too_late: another rule tells dates after the report was written.
        unless_after: another rule tells dates after the one at this path.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    start: str
    field: str
    months: int
    unless: dict[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    unless_too_late: bool = False
    unless_after: str = ""


def within_months(item: Item, ask: WithinMonths) -> Iterator[Problem]:
    """The date does not surely come later than so many months after the other."""
    if not known(item, ask.start) or not known(item, ask.field):
        return
    dates = item.report.values.dates
    since, late = dates[item.at(ask.start).route], dates[item.at(ask.field).route]
    last = months_later(since.last, ask.months)
    if ask.unless_too_late and is_too_late(late, item.report):
        return
    if ask.unless_after and comes_before(item, ask.unless_after, ask.field):
        return
    if late.first > last and concerns(item, {}, ask.unless):
        words = {
            "vad": label(item),
            "sen": printed(item, ask.field),
            "tid": printed(item, ask.start),
            "senast": str(last),
        }
        place = (item.at(ask.start).route, "härifrån räknas tiden")
        yield Problem(item.at(ask.field).route, words, (place,))
