"""Checks of noughts: each may be true, but where all are, the counting itself may have failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import exact
from checker.checks.conditions import label
from checker.finding import Problem
from checker.rule import FORBID
from checker.tables import UNITS
from checker.totals import EARLIER
from checker.unfit import require_some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval
    from checker.document.model import Route
    from checker.report import Item, Report

CASES = "ärenden"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllZero:
    """Where nothing but noughts is suspicious.

    Attributes:
        parts: the parts that must tell a number, all of them, for the rest to be suspicious.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    parts: tuple[str, ...]

    def __post_init__(self) -> None:
        """At least one part must tell a number."""
        require_some(self, "parts")


def all_zero(item: Item, ask: AllZero) -> Iterator[Problem]:
    """Not every number of the period is 0: in the whole report or else in one of its areas."""
    numbers = _numbers(item.report)
    for scope in (item, *item.report.areas):
        parts = [part for name in UNITS for part in scope.select(f"**.{name}")]
        for part in parts:
            part.require_whole()  # what could not be read may be another number
        telling = [part for part in parts if part.route in numbers or part.at(CASES).items]
        if set(ask.parts) <= {part.name for part in telling} and not any(
            part.at(CASES).items or _has_more(numbers[part.route]) for part in telling
        ):
            what = f"området {label(scope)}" if scope.route else "rapporten"
            related = tuple((part.route, "noll") for part in telling[1:])
            yield Problem(telling[0].route, {"vad": what}, related)
            if not scope.route:
                return  # then it is so in every area, and one telling is enough


def only_noughts(part: Item) -> bool:
    """Whether a part tells numbers of the period and no other than 0, and no case.

    Raises:
        UnsoundError: what could not be read may be another number.
    """
    part.require_whole()
    told = _numbers(part.report).get(part.route, [])
    return bool(told) and not _has_more(told) and not part.at(CASES).items


def _numbers(report: Report) -> dict[Route, list[Interval]]:
    """The numbers of the period, by the part that tells them."""
    found: dict[Route, list[Interval]] = {}
    for route, cell in report.values.cells.items():
        end = next((end for end, step in enumerate(route, start=1) if step in UNITS), 0)
        if end and EARLIER not in route:
            found.setdefault(route[:end], []).append(cell.interval)
    return found


def _has_more(intervals: list[Interval]) -> bool:
    return any(one != exact(0) for one in intervals)
