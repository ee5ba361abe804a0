"""What nobody can read: files that are no reports, and broken places that may hold something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.page import Place
from checker.report import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.document.model import Route
    from checker.report import Item, Report
    from checker.result import Result


def hiding(report: Report, ends: tuple[Route, ...], found: Iterable[Item]) -> Iterator[Route]:
    """The broken places that may hold something: areas, and what ends in one of these ways.

    A place above what was found all the same hides nothing more.
    """
    routes = [item.route for item in found]
    for route in sorted(report.broken, key=report.document.place):
        is_area = len(route) <= len((AREAS, 0)) and route[:1] in {(), (AREAS,)}
        is_part = any(route[-len(end) :] == end for end in ends)
        if (is_area or is_part) and not any(one[: len(route)] == route for one in routes):
            yield route


def unread(result: Result) -> tuple[Place, ...]:
    """The files that could not be read as reports, or that broke down: nothing is known of them."""
    judged = {one.file for one in result.reports if one.report}
    files = (*(one.file for one in result.reports), *result.lost)
    return tuple(Place(file, 1) for file in dict.fromkeys(files) if file not in judged)


def are_several(result: Result) -> bool:
    """Whether a table must say which report each row is of."""
    return len({one.file for one in result.reports} | {one.file for one in unread(result)}) > 1
