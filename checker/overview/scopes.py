"""Whom a requirement is asked of: the report as a whole, or one of its verksamhetsområden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.overview.page import Place
from checker.report import AREAS, Item
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.binding import Bound
    from checker.document.model import Route
    from checker.report import Report

WHOLE = "Hela rapporten"
_AREA = 2  # the steps that lead to an area


@dataclass(frozen=True, slots=True)
class Scope:
    """The report, or an area of it.

    Attributes:
        route: the area's; empty for the report as a whole.
    """

    report: Report
    route: Route = ()

    @property
    def title(self) -> str:
        """What it is called."""
        if not self.route:
            return WHOLE
        area = self.report.value_at(self.route)
        name = area.get("namn") if isinstance(area, dict) else None
        return shown(name) if isinstance(name, str) and name.strip() else f"Område {self._number}"

    @property
    def item(self) -> Item:
        """Its place."""
        return Item(self.report, self.route)

    def holds(self, route: Route) -> bool:
        """Whether a place belongs to it: an area's are not the report's own."""
        if self.route:
            return route[:_AREA] == self.route
        return len(route) < _AREA or route[0] != AREAS

    def select(self, selectors: Iterable[str]) -> list[Item]:
        """The places that selectors lead to, from here or from the top, each once."""
        routes: dict[Route, None] = {}
        for selector in selectors:
            for start in dict.fromkeys((self.route, ())):
                found = self.report.select(selector, start)
                routes.update(dict.fromkeys(one.route for one in found if self.holds(one.route)))
        return [Item(self.report, route) for route in routes]

    def items_of(self, rule: Bound) -> list[Item]:
        """The places that a rule looks at."""
        return [one for one in rule.items(self.report) if self.holds(one.route)]

    def place(self, route: Route) -> Place:
        """Where something stands, or should stand."""
        document = self.report.document
        return Place(document.name, document.place(route).line, route)

    @property
    def _number(self) -> int:
        return int(self.route[-1]) + 1


def scopes_of(report: Report) -> tuple[Scope, ...]:
    """The report as a whole and then its areas."""
    return (Scope(report), *(Scope(report, area.route) for area in report.areas))
