"""What a lex Sarah case tells of itself: what it is called, what happened, when it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish
from checker.declared import YES
from checker.keyed import area_of
from checker.overview.case_days import end_of
from checker.overview.page import Cell
from checker.overview.reading import NOTHING, one_line, place_of, printed, texts_of
from checker.privacy.masking import without_details
from checker.report import has_content
from checker.shown import shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.report import Item


def field(dotted: str) -> Callable[[Item], Cell]:
    """A scalar as printed."""
    return lambda item: printed(item, dotted)


def number(item: Item) -> Cell:
    """What the case is called: its number, else its id; the place is the case itself.

    Raises:
        UnsoundError: it cannot be read.
    """
    name = next((cell for key in ("nr", "id") if (cell := printed(item, key)).places), NOTHING)
    return Cell(name.text, places=(place_of(item.report, item.route),))


def area(item: Item) -> Cell:
    """The area that it stands in and its verksamhet, which may be the same.

    Raises:
        UnsoundError: it cannot be read.
    """
    own = item.text("verksamhet")
    names = dict.fromkeys(filter(None, map(one_line, (area_of(item), own))))
    if not names:
        return NOTHING
    route = item.at("verksamhet").route if own else item.route
    return Cell(shown(" › ".join(names)), places=(place_of(item.report, route),))


def decided(item: Item) -> Cell:
    """When it was decided, else when its investigation was done.

    Raises:
        UnsoundError: it cannot be read.
    """
    end = end_of(item)
    if end is None:
        return NOTHING
    told = printed(item, end.name)
    words = told.text if end.name == "beslut" else f"utredningen klar {told.text}"
    return Cell(words, places=told.places)


def events(item: Item) -> Cell:
    """The number of events that is stated, else as many as are listed.

    Raises:
        UnsoundError: it cannot be read.
    """
    stated = printed(item, "antal_händelser")
    if stated.places:
        return stated
    listing = item.at("händelser")
    count = len(texts_of(listing))
    if not count:
        return NOTHING
    is_selection = normal(item.text("visar_delar")) == YES
    words = f"minst {swedish(count)}" if is_selection else swedish(count)
    return Cell(words, places=(place_of(item.report, listing.route),))


def texts(dotted: str) -> Callable[[Item], Cell]:
    """A list of texts, cut, without what points at a person: the register goes further than it."""

    def read(item: Item) -> Cell:
        listing = item.at(dotted)
        texts = texts_of(listing)
        words = "; ".join(text.rstrip(".") for text in texts) if len(texts) > 1 else "".join(texts)
        places = (place_of(item.report, listing.route),)
        return Cell(shown(without_details(words)), places=places) if words else NOTHING

    return read


def consequence(item: Item) -> Cell:
    """Whether the report says what it meant for the individual; never what it says.

    Raises:
        UnsoundError: it cannot be read.
    """
    place = item.at("konsekvenser")
    place.require_whole()
    if not has_content(item.get("konsekvenser")):
        return Cell("nej")
    return Cell("ja", places=(place_of(item.report, place.route),))
