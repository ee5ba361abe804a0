"""The check that nothing which a report tells of came after the day when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.checks.conditions import known, label, printed
from checker.finding import Problem
from checker.rule import FORBID
from checker.unfit import UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.dates import Days
    from checker.report import Item, Report

# A report may be mended until the board decides: it is written on the later of the two days.
WRITTEN = ("rapport.upprättad", "rapport.beslut.datum")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeReport:
    """Dates of what had happened when the report was written.

    Attributes:
        fields: dotted paths.
        names: what each date is, for a message.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    fields: tuple[str, ...]
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        """Each date has its name."""
        if len(self.fields) != len(self.names):
            raise UnfitError("names", "names ska ha lika många namn som fields har vägar")


def before_report(item: Item, ask: BeforeReport) -> Iterator[Problem]:
    """No date of an item comes surely after the report; an item's dates are told together."""
    for path in WRITTEN:
        item.report.root.at(path).require()
    dates = item.report.values.dates
    late = [
        (name, path)
        for path, name in zip(ask.fields, ask.names, strict=True)
        if known(item, path) and is_too_late(dates[item.at(path).route], item.report)
    ]
    if late:
        (name, path), *others = late
        words = {
            "vad": label(item),
            "datum": name,
            "sen": printed(item, path),
            "rapport": str(_written(item.report)),
        }
        related = tuple((item.at(other).route, called) for called, other in others)
        yield Problem(item.at(path).route, words, related)


def is_too_late(days: Days, report: Report) -> bool:
    """Whether a date comes surely after the day when the report was written."""
    written = _written(report)
    return written is not None and days.first > written


def _written(report: Report) -> date | None:
    """The last day on which the report may have been written, as far as it says."""
    found = (report.values.dates.get(tuple(path.split("."))) for path in WRITTEN)
    return max((days.last for days in found if days), default=None)
