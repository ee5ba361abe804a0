"""Paths in running text: the places that they are looked for in, and how far they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.report import AREAS, Item
from checker.tables import UNITS
from checker.totals import CASES, LEX_SARAH, total_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval

TOTAL = "totalt"


def scopes_of(text: Item) -> Iterator[Item]:
    """The area that a text stands in, and the report."""
    if text.route[:1] == (AREAS,) and len(text.route) > 1:
        yield Item(text.report, text.route[:2])
    yield text.report.root


def reached(start: Item, path: str) -> tuple[Item, str]:
    """How far a path leads, and what is left of it; a name that holds a dot is tried too."""
    place, rest = start, path
    while rest:
        names = names_below(place)
        fitting = [name for name in names if rest == name or rest.startswith(f"{name}.")]
        if not fitting:
            place.at(rest).require()  # a misspelt neighbour may stand for it, and is told
            break
        name = max(fitting, key=len)
        place = Item(place.report, (*place.route, names[name]))
        rest = rest[len(name) + 1 :]
    place.require()
    return place, rest


def names_below(place: Item) -> dict[str, str | int]:
    """The steps below a place by name; the items of a list are called by their ``namn``."""
    value = place.report.value_at(place.route)
    if isinstance(value, dict):
        return {key: key for key in value}
    named = {one.text("namn"): index for index, one in enumerate(place.items)}
    return {name: index for name, index in named.items() if name}


def computed_total(part: Item, key: str) -> Interval | None:
    """A total that is not printed, from the part's tables."""
    if not is_total(part, key):
        return None
    claim = total_of(part)
    return claim.interval if claim and claim.interval.high is not None else None


def is_total(part: Item, key: str) -> bool:
    """Whether a key below a part is that of its total."""
    is_cases = key == CASES and part.name == LEX_SARAH
    return is_cases or (key == TOTAL and part.name in UNITS)
