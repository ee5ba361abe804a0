"""What follows on a lex Sarah case: its measures, the case that has them, and IVO."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish
from checker.overview.page import Cell
from checker.overview.reading import NOTHING, not_applicable, place_of, printed, sound
from checker.report import has_content
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.report import Item

BOXES = ("föreslagna", "planerade", "pågående", "genomförda")
REFERENCE = "åtgärder.se_ärende"
NO_SUCH = "(finns inte i rapporten)"


def measures_in(item: Item, box: str) -> int:
    """How many measures stand in a box; 0 also when the report says nothing of them.

    Raises:
        UnsoundError: some of them cannot be read.
    """
    place = item.at(f"åtgärder.{box}")
    place.require_whole()
    return sum(1 for one in place.items if has_content(one.value))


def referred(item: Item) -> Item | None:
    """The case that has the measures; None when there is none in the report.

    One in the same list goes first: two areas may both have a case 1.

    Raises:
        UnsoundError: some case cannot be read.
    """
    name = normal(item.text(REFERENCE))
    known = item.report.cases.get(name)
    if known is None or known.route[:-1] == item.route[:-1]:
        return known
    siblings = (one for one in item.parent.items if one.value is not None)
    beside = (one for one in siblings if name in {normal(one.text(key)) for key in ("id", "nr")})
    return next(beside, known)


def measures(box: str) -> Callable[[Item], Cell]:
    """How many measures a box holds; an empty box says nothing, and is no nought."""

    def read(item: Item) -> Cell:
        count = measures_in(item, box)
        place = item.at(f"åtgärder.{box}")
        if count:
            return Cell(swedish(count), places=(place_of(item.report, place.route),))
        other = printed(item, REFERENCE)
        return Cell(f"se {other.text}", places=other.places) if other.places else NOTHING

    return read


def refers_to(item: Item) -> Cell:
    """The case that has the measures, and whether it is in the report.

    Raises:
        UnsoundError: it cannot be read.
    """
    told = printed(item, REFERENCE)
    if not told.places:
        return Cell("inget ärende")
    target = sound(partial(referred, item), item)
    if target is None:
        return Cell(f"{told.text} {NO_SUCH}", places=told.places)
    if target is item:
        return told
    return Cell(told.text, places=(*told.places, place_of(item.report, target.route)))


def ivo(name: str) -> Callable[[Item], Cell]:
    """What followed on reporting to IVO; nothing does where it was not reported."""

    def read(item: Item) -> Cell:
        told, answer = printed(item, f"ivo.{name}"), printed(item, "ivo.anmäld")
        if not told.places and normal(answer.text) == "nej":
            return not_applicable("inte anmält", *answer.places)
        return told

    return read
