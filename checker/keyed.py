"""A place by names alone: what this year's report and last year's can have in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.report import AREAS, Item, Report, UnsoundError
from checker.text import exact

if TYPE_CHECKING:
    from checker.document.model import Route
    from checker.edition import Key

# What an item keeps from year to year: never its number, which is given anew.
LASTING = ("namn", "gäller", "rubrik", "id")


def key_of(item: Item) -> Key | None:
    """The item's place without list positions; None when a name lacks or stands twice."""
    names = []
    for end, step in enumerate(item.route):
        name = exact(step) if isinstance(step, str) else _names(item.report, item.route[:end])[step]
        if not name:
            return None
        names.append(name)
    return tuple(names)


def area_of(item: Item) -> str:
    """The name of the area that an item stands in; empty for the report itself."""
    area = Item(item.report, item.route[:2])
    return exact(area.text("namn")) if item.route[:1] == (AREAS,) else ""


def has_own_period(item: Item) -> bool:
    """Whether it, or a part that holds it, is about another time than the report."""
    above = (Item(item.report, item.route[:end]) for end in range(1, len(item.route) + 1))
    return any(one.get("period") is not None for one in above)


def _names(report: Report, route: Route) -> dict[int, str]:
    """The name of each item of a list, empty where it does not tell the item apart."""
    if route not in report.names_in_lists:
        found = [_name(item) for item in Item(report, route).items]
        times = Counter(found)
        report.names_in_lists[route] = {
            index: name if times[name] == 1 else "" for index, name in enumerate(found)
        }
    return report.names_in_lists[route]


def _name(item: Item) -> str:
    try:
        return next(filter(None, (exact(item.text(key)) for key in LASTING)), "")
    except UnsoundError:
        return ""
