"""What a reference in running text leads to: a number, something that is none, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checker.arithmetic.cells import Kind, parse_cell
from checker.arithmetic.numerals import swedish
from checker.document.keys import nfc
from checker.figures import in_words
from checker.report import AREAS, Item, UnsoundError, has_content
from checker.shown import LONG, shown
from checker.tables import UNITS
from checker.text import listed, nearest
from checker.totals import CASES, LEX_SARAH, total_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from checker.arithmetic.cells import Cell
    from checker.arithmetic.interval import Interval
    from checker.document.model import Route

TOTAL = "totalt"
SOME = 5  # so many names a person still reads


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


@dataclass(frozen=True, slots=True)
class Nothing:
    """A path that breaks off.

    Attributes:
        missing: the step that does not exist.
        where: where it was looked for, in words.
        advice: what may have been meant.
    """

    missing: str
    where: str
    advice: str


Found: TypeAlias = Number | NoNumber | Nothing


def look_up(text: Item, path: str) -> Found:
    """What a path in a text leads to, in the text's own area first, then in the report.

    Raises:
        UnsoundError: it leads to what could not be read.
    """
    path = nfc(path)
    lost: list[tuple[Item, str]] = []
    for scope in _scopes(text):
        place, rest = _reached(scope, path)
        part, key = (place, rest) if rest else (place.parent, place.name)
        if rest or not has_content(place.value):
            total = _computed(part, key)
            if total:
                return Number(_printed(total))
        if not rest:
            return _number(place, path)
        lost.append((place, rest))
    return _nothing(text, path, lost)


def _scopes(text: Item) -> Iterator[Item]:
    """The area that a text stands in, and the report."""
    if text.route[:1] == (AREAS,) and len(text.route) > 1:
        yield Item(text.report, text.route[:2])
    yield text.report.root


def _reached(start: Item, path: str) -> tuple[Item, str]:
    """How far a path leads, and what is left of it; a name that holds a dot is tried too."""
    place, rest = start, path
    while rest:
        names = _names(place)
        fitting = [name for name in names if rest == name or rest.startswith(f"{name}.")]
        if not fitting:
            place.at(rest).require()  # a misspelt neighbour may stand for it, and is told
            break
        name = max(fitting, key=len)
        place = Item(place.report, (*place.route, names[name]))
        rest = rest[len(name) + 1 :]
    place.require()
    return place, rest


def _names(place: Item) -> dict[str, str | int]:
    """The steps below a place by name; the items of a list are called by their ``namn``."""
    value = place.report.value_at(place.route)
    if isinstance(value, dict):
        return {key: key for key in value}
    named = {one.text("namn"): index for index, one in enumerate(place.items)}
    return {name: index for name, index in named.items() if name}


def _computed(part: Item, key: str) -> Interval | None:
    """A total that is not printed, from the part's tables."""
    if not _is_total(part, key):
        return None
    claim = total_of(part)
    return claim.interval if claim and claim.interval.high is not None else None


def _is_total(part: Item, key: str) -> bool:
    is_cases = key == CASES and part.name == LEX_SARAH
    return is_cases or (key == TOTAL and part.name in UNITS)


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
    if TOTAL in _names(place) or _computed(place, TOTAL):
        path = f"{path}.{TOTAL}"
    elif isinstance(rows, dict) and rows:
        path = f"{path}.antal.{next(iter(rows))}"
    else:
        return "Skriv hela vägen fram till ett tal."
    return f"Skriv hela vägen, till exempel {{{shown(path, LONG)}}}."


def _nothing(text: Item, path: str, lost: list[tuple[Item, str]]) -> Nothing:
    shortest = min(len(rest) for _, rest in lost)
    nearest_to_it = [(place, rest) for place, rest in lost if len(rest) == shortest]
    place, rest = nearest_to_it[-1]
    names = [name for one, _ in nearest_to_it for name in _names(one)]
    missing = rest.partition(".")[0]
    where = "i området, och inte heller direkt i rapporten" if len(lost) > 1 else "i rapporten"
    where = f"under {shown(place.crumbs)}" if place.route else where
    return Nothing(shown(missing), where, _advice(text, path, place, rest, names))


def _advice(text: Item, path: str, place: Item, rest: str, names: list[str]) -> str:
    if rest == path and (whole := _whole(text, path)):
        return f"Menade du {{{shown(whole, LONG)}}}?"
    if _is_total(place, rest):
        return "Den går inte heller att räkna ut. Skriv ut den där, eller talet i texten."
    near = nearest(rest.partition(".")[0], names) or nearest(rest, names)
    if near:
        return f"Menade du {shown(near)}?"
    if not place.route:
        return "Skriv nycklarna på vägen dit, till exempel {avvikelser.totalt}."
    if not names:
        return "Där finns inget mer att hänvisa till."
    some = [shown(name) for name in names[:SOME]]
    return f"Där finns {listed(some)}{' med flera' if len(names) > SOME else ''}."


def _whole(text: Item, path: str) -> str:
    """What a path may stand for that begins in the wrong place; a guess stops at nothing broken."""
    try:
        return _from_the_part(text, path) or _in_an_area(text, path)
    except UnsoundError:
        return ""


def _from_the_part(text: Item, path: str) -> str:
    """The whole path, where it was written from the part that the text stands in."""
    start = len(next(_scopes(text)).route)
    for end in range(len(text.route) - 1, start, -1):
        steps = text.route[start:end]
        if all(isinstance(step, str) for step in steps):
            place, rest = _reached(Item(text.report, text.route[:end]), path)
            if not rest or _computed(place, rest):
                return ".".join([*map(str, steps), path])
    return ""


def _in_an_area(text: Item, path: str) -> str:
    """The whole path, where it was written as if the report had no areas."""
    for area in text.report.areas if text.route[:1] != (AREAS,) else ():
        place, rest = _reached(area, path)
        if area.text("namn") and (not rest or _computed(place, rest)):
            return f"{AREAS}.{area.text('namn')}.{path}"
    return ""
