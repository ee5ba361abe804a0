"""The report before: whether there is one to compare with, and a figure against its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.interval import UNKNOWN, Interval
from checker.arithmetic.outcome import Outcome
from checker.figures import in_words
from checker.finding import Judged, Problem, Related
from checker.periods import comes_right_before
from checker.report import Item, NotComparedError
from checker.totals import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Route
    from checker.edition import Edition, Place, ToldCount
    from checker.report import Report

TOO_UNSURE = "talen är för osäkra för att någon skillnad ska kunna vara fel"
NOT_ADJACENT = "{file} slutar inte dagen innan den här rapporten börjar"


def previous_of(item: Item) -> Edition:
    """The report before the one that an item stands in.

    Raises:
        NotComparedError: there is none to compare with.
    """
    neighbours = item.report.neighbours
    if neighbours.previous is None:
        raise NotComparedError(neighbours.reason)
    return neighbours.previous


def adjacent_of(item: Item) -> Edition:
    """The report before, where it ends when this one begins: what was open then is open now.

    Raises:
        NotComparedError: there is none.
    """
    previous, period = previous_of(item), item.report.period
    if period is None or not comes_right_before(previous.identity.period, period):
        raise NotComparedError(NOT_ADJACENT.format(file=previous.file))
    return previous


def is_explained(report: Report, route: Route) -> bool:
    """Whether a figure, or the table or the part that holds it, is said to differ and why."""
    above = (Item(report, route[:end]) for end in range(1, len(route) + 1))
    return any(one.text(name) for one in above for name in REASONS)


def compared(
    route: Route, here: Interval, told: ToldCount, previous: Edition, **words: str
) -> Iterator[Problem | Judged]:
    """A count against the same one in the report before."""
    there = told.interval
    if UNKNOWN in (here, there):
        yield Judged(route, Outcome.NOT_TESTABLE, TOO_UNSURE)
    elif here.meet(there) is None:
        yield Judged(route, Outcome.DISAGREES)
        values = {"här": in_words(here), "där": in_words(there), **words}
        yield differing(route, values, told.place, previous)
    else:
        exactly = here.is_exact and there.is_exact
        yield Judged(route, Outcome.AGREES if exactly else Outcome.MAY_AGREE)


def differing(route: Route, words: dict[str, str], place: Place, previous: Edition) -> Problem:
    """That a figure is not what stands at a place in the report before."""
    words |= {"fil": previous.file, "rad": str(place.span.line)}
    return Problem(route, words, elsewhere=(elsewhere(previous, place, words["där"]),))


def elsewhere(previous: Edition, place: Place, words: str) -> Related:
    """A place in the report before, with its own words."""
    return Related(previous.file, place.span, place.route, words)
