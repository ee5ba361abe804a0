"""Cells of the kravöversikt read from a report: as printed, missing, or impossible to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.cells import NOT_KNOWN
from checker.overview.page import MISSING, STATES, Cell, Place, State
from checker.report import Item, Report, UnsoundError, has_content
from checker.shown import SHORT, shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from checker.document.model import Route

    Told = TypeVar("Told")
    Else = TypeVar("Else")

NOTHING = Cell(MISSING)
UNTESTED = STATES[State.NOT_TESTED]


def place_of(report: Report, route: Route) -> Place:
    """Where a route stands, or what is nearest above it."""
    return Place(report.document.name, report.document.place(route).line, route)


def guarded(report: Report, read: Callable[[], Cell]) -> Cell:
    """A cell, or that it could not be read and where."""
    try:
        return read()
    except UnsoundError as unsound:
        return untested(place_of(report, unsound.route))


def sound(read: Callable[[], Told], otherwise: Else) -> Told | Else:
    """What can be read, or something else instead."""
    try:
        return read()
    except UnsoundError:
        return otherwise


def untested(*places: Place, reason: str = "") -> Cell:
    """That something could not be read or computed, and why where that is not told elsewhere."""
    return Cell(f"{UNTESTED}: {reason}" if reason else UNTESTED, State.NOT_TESTED, places)


def area_cell(name: str, *places: Place) -> Cell:
    """The name of an area, fit to be shown, or that it could not be read."""
    return untested(*places) if name == UNTESTED else Cell(name, places=places)


def not_applicable(reason: str, *places: Place) -> Cell:
    """That nothing is expected here, and why."""
    return Cell(f"{STATES[State.NOT_APPLICABLE]}: {reason}", State.NOT_APPLICABLE, places)


def printed(item: Item, dotted: str, limit: int = SHORT) -> Cell:
    """A scalar as the author wrote it, on one line.

    Raises:
        UnsoundError: it cannot be read.
    """
    text = one_line(item.text(dotted))
    if not text:
        return NOTHING
    told = MISSING if normal(text) in NOT_KNOWN else shown(text, limit)
    return Cell(told, places=(place_of(item.report, item.at(dotted).route),))


def texts_of(listing: Item) -> tuple[str, ...]:
    """What a text or a list of texts says, each on one line, without what is empty.

    Raises:
        UnsoundError: some of it cannot be read.
    """
    listing.require_whole()
    places = listing.items or (listing,)
    routes = [one.route for one in places if has_content(listing.report.value_at(one.route))]
    return tuple(one_line(listing.report.document.text(route) or "") for route in routes)


def one_line(text: str) -> str:
    """A text without line breaks, which a field of a table cannot hold."""
    return " ".join(text.split())
