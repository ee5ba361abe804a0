"""Stated numbers at their places, and intervals in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish

if TYPE_CHECKING:
    from checker.arithmetic.cells import Cell
    from checker.arithmetic.interval import Interval
    from checker.document.model import Route
    from checker.report import Item


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number and its place."""

    cell: Cell
    route: Route

    @property
    def interval(self) -> Interval:
        """The values that it may have."""
        return self.cell.interval


def figures_at(item: Item, count: int) -> tuple[Figure | None, ...]:
    """The stated numbers at a place, a single one or a list, as many as asked for."""
    routes = [(*item.route, index) for index in range(count)]
    if not isinstance(item.report.value_at(item.route), list):
        routes = [item.route, *[()] * (count - 1)]
    cells = item.report.values.cells
    return tuple(Figure(cells[route], route) if route in cells else None for route in routes)


def figure_at(item: Item) -> Figure | None:
    """The stated number at a place, if there is one.

    Raises:
        UnsoundError: it could not be read.
    """
    item.require()
    return figures_at(item, 1)[0]


def in_words(interval: Interval) -> str:
    """``12``, ``mellan 45 och 48`` or ``minst 10``."""
    if interval.is_exact:
        return swedish(interval.low)
    if interval.high is None:
        return f"minst {swedish(interval.low)}"
    return f"mellan {swedish(interval.low)} och {swedish(interval.high)}"
