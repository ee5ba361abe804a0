"""How many days a lex Sarah case took or has been open, as exactly as its dates tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.interval import Interval
from checker.arithmetic.numerals import swedish
from checker.dates import Days
from checker.extract import OPEN
from checker.overview.cases import ENDS
from checker.overview.page import Cell
from checker.overview.reading import NOTHING, place_of, untested
from checker.report import PERIOD, UnsoundError
from checker.text import normal
from checker.times import period_of

if TYPE_CHECKING:
    from checker.report import Item

BACKWARDS = "ärendet slutar innan det börjar"
NOT_YET = "rapporten kom in efter periodens slut"
BOTH = "utredningen sägs pågå, men har ett slutdatum"


def days_between(start: Days, end: Days) -> Interval | None:
    """How many days may lie between two printed dates; None when the end surely comes first.

    0 for the same day. A month or a season may be any day of it, but the end is no earlier
    than the start.
    """
    most = (end.last - start.first).days
    return None if most < 0 else Interval(max(0, (end.first - start.last).days), most)


def days_of(item: Item) -> Cell:
    """From when the report came in to the decision; for what is open to the end of the period.

    Raises:
        UnsoundError: a date, the assessment or the period cannot be read.
    """
    start, ended = item.at("inkom"), end_of(item)
    begun, is_open = _date(start), normal(item.text("bedömning")) == OPEN
    places = tuple(place_of(item.report, one.route) for one in (start, ended) if one)
    if is_open and ended:
        return untested(*places, reason=BOTH)
    end = _date(ended) if ended else _period_end(item) if is_open else None
    if begun is None or end is None:
        return NOTHING
    days = days_between(begun, end)
    if days is None:
        return untested(*places, reason=BACKWARDS if ended else NOT_YET)
    return Cell(in_figures(days), places=places)


def end_of(item: Item) -> Item | None:
    """Where it says when the case ended: the decision, else when the investigation was done.

    Raises:
        UnsoundError: it cannot be read.
    """
    return next((item.at(name) for name in ENDS if item.text(name)), None)


def in_figures(days: Interval) -> str:
    """``39``, or ``0–59`` for what coarse dates leave open."""
    if days.is_exact or days.high is None:
        return swedish(days.low)
    return f"{swedish(days.low)}–{swedish(days.high)}"


def _date(place: Item) -> Days | None:
    place.require()
    return place.report.values.dates.get(place.route)


def _period_end(item: Item) -> Days | None:
    """The last day of the period that the case is told in.

    Raises:
        UnsoundError: there is a period, but no telling when it ends.
    """
    period = period_of(item)
    if period:
        return Days(period.last, period.last)
    if item.report.value_at(PERIOD) is not None:
        raise UnsoundError(PERIOD)
    return None
