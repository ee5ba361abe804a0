"""Paths in running text that break off: what is missing, where, and what may have been meant."""

from __future__ import annotations

from dataclasses import dataclass

from checker.paths import computed_total, is_total, names_below, reached, scopes_of
from checker.report import AREAS, Item, UnsoundError
from checker.shown import LONG, shown
from checker.text import listed, nearest

SOME = 5  # so many names a person still reads


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


def nothing_at(text: Item, path: str, lost: list[tuple[Item, str]]) -> Nothing:
    """Where the path breaks off, of the places in which it was looked for."""
    shortest = min(len(rest) for _, rest in lost)
    nearest_to_it = [(place, rest) for place, rest in lost if len(rest) == shortest]
    place, rest = nearest_to_it[-1]
    names = [name for one, _ in nearest_to_it for name in names_below(one)]
    missing = rest.partition(".")[0]
    where = "i området, och inte heller direkt i rapporten" if len(lost) > 1 else "i rapporten"
    where = f"under {shown(place.crumbs)}" if place.route else where
    return Nothing(shown(missing), where, _advice(text, path, place, rest, names))


def _advice(text: Item, path: str, place: Item, rest: str, names: list[str]) -> str:
    if rest == path and (whole := _whole(text, path)):
        return f"Menade du {{{shown(whole, LONG)}}}?"
    if is_total(place, rest):
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
    start = len(next(scopes_of(text)).route)
    for end in range(len(text.route) - 1, start, -1):
        steps = text.route[start:end]
        if all(isinstance(step, str) for step in steps):
            place, rest = reached(Item(text.report, text.route[:end]), path)
            if not rest or computed_total(place, rest):
                return ".".join([*map(str, steps), path])
    return ""


def _in_an_area(text: Item, path: str) -> str:
    """The whole path, where it was written as if the report had no areas."""
    for area in text.report.areas if text.route[:1] != (AREAS,) else ():
        place, rest = reached(area, path)
        if area.text("namn") and (not rest or computed_total(place, rest)):
            return f"{AREAS}.{area.text('namn')}.{path}"
    return ""
