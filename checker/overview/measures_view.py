"""The measures of one report and of the one before it, as lines of a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.extract import PLANS
from checker.keyed import area_of
from checker.overview.hidden import hiding
from checker.overview.measures_cells import field_of, numbers_of, waived, words_of
from checker.overview.measures_joined import Line, Said, joined
from checker.overview.measures_said import said, said_before
from checker.overview.page import Cell, Place
from checker.overview.reading import (
    NOTHING,
    UNTESTED,
    area_cell,
    one_line,
    place_of,
    sound,
    untested,
)
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item, Report

FOLLOW_UPS, PLANNED = "förra_årets_åtgärder", "planerade_åtgärder"
PLAN_PARTS = (PLANNED, "utvecklingsområden")
COMMON = "gemensamt"
NOT_FOUND = "hittades inte"
PREVIOUS = "Förra rapporten är {fil} ({period})."
NO_PREVIOUS = "Förra rapporten finns inte här: {skäl}."


class View:
    """The measures of one report and of the one before it."""

    def __init__(self, report: Report) -> None:
        """Reads them all."""
        self.report = report
        self.previous = report.neighbours.previous
        plans = {item.route: item for one in PLANS for item in report.select(one)}.values()
        in_order = sorted(plans, key=lambda item: report.document.place(item.route))
        self.followed = list(said(report.select(f"**.{FOLLOW_UPS}[*]")))
        self.planned = list(said(in_order))
        self.lines = joined(said_before(self.previous), self.followed, self.planned)
        self.waivers = tuple(self._waivers())
        self.unread_follow_ups = tuple(self._unread((FOLLOW_UPS,), self.followed))
        self.unread_plans = tuple(self._unread(PLAN_PARTS, self.planned))

    def notes(self) -> Iterator[str]:
        """What is to be known of the whole."""
        if self.previous:
            period = str(self.previous.identity.period)
            yield PREVIOUS.format(fil=shown(self.previous.file, LONG), period=period)
        else:
            yield NO_PREVIOUS.format(skäl=self.report.neighbours.reason)
        for place in dict.fromkeys((*self.unread_follow_ups, *self.unread_plans)):
            yield f"{shown(self.report.crumbs(place.route) or place.file, LONG)}: {UNTESTED}."
        for part, _, cell in self.waivers:
            yield f"{shown(part.crumbs, LONG)}: {cell.text}"

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """A row for each measure: what is common first, then area by area."""
        names = [sound(partial(area_of, area), "") for area in self.report.areas]
        order = {name: index for index, name in enumerate(["", *names])}
        for line in self.lines:
            order.setdefault(line.area or "", len(order))
        for line in sorted(self.lines, key=lambda line: order[line.area or ""]):
            yield self._cells(line)

    def _cells(self, line: Line) -> tuple[Cell, ...]:
        followed = self._found(line, line.followed, FOLLOW_UPS, self.unread_follow_ups)
        area = UNTESTED if line.area is None else shown(one_line(line.area)) or COMMON
        return (
            area_cell(area),
            Cell(numbers_of(line), places=tuple(one.place for one in line.told)),
            words_of(line.before) if line.before else Cell(NOT_FOUND) if self.previous else NOTHING,
            followed,
            field_of(line.followed, "läge", followed),
            field_of(line.followed, "effekt", followed),
            self._found(line, line.planned, PLANNED, self.unread_plans),
            field_of(line.planned or line.followed, "ansvarig", NOTHING),
            field_of(line.planned or line.followed, "klart", NOTHING),
        )

    def _found(
        self, line: Line, said: Said | None, part: str, unread_here: tuple[Place, ...]
    ) -> Cell:
        """The words of a measure, or why they are not there."""
        if said:
            return words_of(said)
        if unread_here:
            return untested(*unread_here)
        for area in (line.area, ""):
            for one, holder, cell in self.waivers:
                if (one.name, holder) == (part, area):
                    return cell
        return Cell(NOT_FOUND)

    def _waivers(self) -> Iterator[tuple[Item, str, Cell]]:
        """The parts that are not applicable, each with its area."""
        for name in (FOLLOW_UPS, PLANNED):
            for part in self.report.select(f"**.{name}"):
                if cell := waived(part):
                    yield part, sound(partial(area_of, part), UNTESTED), cell

    def _unread(self, parts: tuple[str, ...], read: list[Said]) -> Iterator[Place]:
        """The places that may hold measures, and that nobody can read."""
        for one in read:
            if not one.readable:
                yield one.place
        items = (one.item for one in read if one.item)
        for route in hiding(self.report, tuple((part,) for part in parts), items):
            yield place_of(self.report, route)
