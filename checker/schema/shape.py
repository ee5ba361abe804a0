"""The shape of a report judged: its values, and every deviation, once and at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.schema.misfit import Misfit, format_misfit, misfits
from checker.schema.values import Reader, Values
from checker.schema.walk import walk

if TYPE_CHECKING:
    from checker.document.model import Document, Route, Span

PROSE, CELL = "reserved-braces", "unreadable-cell"
OF_CELLS = frozenset({"streck_betyder", "nollor_döljs", "avrundat_till"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What the schema says of a report.

    Attributes:
        judged: False when the file is no report of a format that we know.
        values: its cells, shares, changes and dates.
        misfits: its deviations.
        broken: the routes that cannot be trusted, those of the file's own faults included.
    """

    judged: bool
    values: Values
    misfits: tuple[Misfit, ...]
    broken: frozenset[Route]

    def told_at(self, document: Document) -> dict[Route, Span]:
        """Where each broken route is told: a missing key at its misspelt neighbour, for one."""
        faults = {fault.route: fault.span for fault in document.faults if fault.route is not None}
        told = ((route, one.problem.route) for one in self.misfits for route in one.broken)
        return {**faults, **{route: document.place(place) for route, place in told}}


def read_shape(document: Document) -> Shape:
    """Judges the shape of a readable document."""
    wrong_format = format_misfit(document)
    if wrong_format is not None:
        return Shape(False, Values(), (wrong_format,), frozenset())  # noqa: FBT003 - a field
    reader = Reader(document)
    unreadable: list[Misfit] = []
    fits = True
    for visit in walk(document.data):
        reader.enter(visit)
        if visit.fits:
            unreadable.extend(reader.read(visit))
        else:
            fits = False
    every = [*(() if fits else misfits(document)), *unreadable]
    told = _one_per_mistake(every, document)
    faulty = {fault.route for fault in document.faults if fault.route is not None}
    broken = faulty.union(*(misfit.broken for misfit in every))
    return Shape(judged=True, values=reader.values, misfits=tuple(told), broken=frozenset(broken))


def _one_per_mistake(told: list[Misfit], document: Document) -> list[Misfit]:
    """Drops what only repeats a fault of the file, or what is told already, there or above."""
    faulty = {fault.route for fault in document.faults if fault.route}
    kept: list[Misfit] = []
    unsure = {route[:-1] for one in told for route in one.broken if route[-1] in OF_CELLS}
    for misfit in told:
        route = misfit.problem.route
        above = {route[:end] for end in range(1, len(route) + 1)}
        if misfit.code == CELL and not above.isdisjoint(unsure):
            continue  # what the table says of its cells is what is wrong
        if above.isdisjoint(faulty):
            kept.append(misfit)
            if misfit.code != PROSE:  # prose has several lines, each with its own slip
                faulty.add(route)
    return kept
