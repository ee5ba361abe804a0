"""Cells about one measure: its words, its numbers, its fields."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.overview.page import MISSING, Cell
from checker.overview.reading import (
    guarded,
    not_applicable,
    one_line,
    place_of,
    printed,
    sound,
    untested,
)
from checker.report import NOT_APPLICABLE, Item
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from checker.overview.measures_joined import Line, Said


def words_of(said: Said) -> Cell:
    """The words of a measure."""
    if not said.readable:
        return untested(said.place)
    return Cell(shown(said.text, LONG) or MISSING, places=(said.place,))


def field_of(said: Said | None, name: str, otherwise: Cell) -> Cell:
    """A field of a measure, or something else where there is no measure."""
    item = said.item if said else None
    if item is None:
        return otherwise
    return guarded(item.report, lambda: printed(item, name, LONG))


def numbers_of(line: Line) -> str:
    """Its number last year and, where it is another, this year."""
    told = (line.before, line.followed)
    then = next((shown(one.number) for one in told if one and one.number), "")
    now = shown(line.planned.number) if line.planned else ""
    if then and now and then != now:
        return f"{then} (nu {now})"
    return then or now or MISSING


def waived(part: Item) -> Cell | None:
    """That a part is not applicable, with the reason."""
    reason = one_line(sound(partial(part.text, NOT_APPLICABLE), ""))
    place = place_of(part.report, part.route)
    return not_applicable(shown(reason, LONG), place) if reason else None
