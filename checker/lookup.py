"""What a reference in running text leads to: a number, something that is none, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checker.arithmetic.cells import Kind, parse_cell
from checker.arithmetic.numerals import swedish
from checker.document.keys import nfc
from checker.figures import in_words
from checker.lost import Nothing, nothing_at
from checker.paths import TOTAL, computed_total, names_below, reached, scopes_of
from checker.report import has_content
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Container

    from checker.arithmetic.cells import Cell
    from checker.arithmetic.interval import Interval
    from checker.document.model import Route
    from checker.report import Item


@dataclass(frozen=True, slots=True)
class Number:
    """A number, printed so that it says by itself what it may stand for."""

    printed: str


@dataclass(frozen=True, slots=True)
class NoNumber:
    """A place that holds no number.

    Attributes:
        holds: what it holds instead, in words.
        advice: how to mend it.
    """

    holds: str
    advice: str


Found: TypeAlias = Number | NoNumber | Nothing


def look_up(text: Item, path: str) -> Found:
    """What a path in a text leads to, in the text's own area first, then in the report.

    Raises:
        UnsoundError: it leads to what could not be read.
    """
    path = nfc(path)
    lost: list[tuple[Item, str]] = []
    for scope in scopes_of(text):
        place, rest = reached(scope, path)
        part, key = (place, rest) if rest else (place.parent, place.name)
        if rest or not has_content(place.value):
            total = computed_total(part, key)
            if total:
                return Number(_printed(total))
        if not rest:
            return _number(place, path)
        lost.append((place, rest))
    return nothing_at(text, path, lost)


def _number(place: Item, path: str) -> Number | NoNumber:
    cell = place.report.values.cells.get(place.route)
    if cell is None:
        return _no_number(place, path)
    if cell.kind is Kind.MISSING:
        advice = "Skriv ut talet där, eller skriv i texten att uppgiften saknas."
        return NoNumber(f"att uppgiften saknas ({shown(cell.text)})", advice)
    return Number(_as_it_says(cell))


def _as_it_says(cell: Cell) -> str:
    """A cell's own text, unless its table makes it stand for something else."""
    if cell.interval.is_exact or parse_cell(cell.text).interval != cell.interval:
        return _printed(cell.interval)
    return cell.text


def _printed(interval: Interval) -> str:
    return swedish(interval.low) if interval.is_exact else in_words(interval)


def _no_number(place: Item, path: str) -> NoNumber:
    if not has_content(place.value):
        return NoNumber("ingenting", "Fyll i talet där, eller skriv det direkt i texten.")
    if isinstance(place.value, dict):
        return NoNumber("flera uppgifter", _way_on(place, path))
    if any(one.route in place.report.values.cells for one in place.items):
        return NoNumber("flera tal på en rad", "Skriv talet direkt i texten.")
    if place.items:
        return NoNumber("en lista", "Skriv hela vägen fram till ett tal.")
    values = place.report.values
    kinds: dict[str, Container[Route]] = {
        "en andel": values.shares,
        "en förändring": values.changes,
        "en tid": values.dates,
    }
    holds = next((words for words, read in kinds.items() if place.route in read), "en text")
    return NoNumber(holds, "Hänvisa till ett antal, eller skriv uppgiften direkt i texten.")


def _way_on(place: Item, path: str) -> str:
    """A number below a block, as an example."""
    rows = place.report.value_at((*place.route, "antal"))
    if TOTAL in names_below(place) or computed_total(place, TOTAL):
        path = f"{path}.{TOTAL}"
    elif isinstance(rows, dict) and rows:
        path = f"{path}.antal.{next(iter(rows))}"
    else:
        return "Skriv hela vägen fram till ett tal."
    return f"Skriv hela vägen, till exempel {{{shown(path, LONG)}}}."
