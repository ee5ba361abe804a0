"""Last year's planned measures, this year's follow-up and this year's plan, side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.extract import PLANS, measure_text
from checker.keyed import area_of
from checker.overview.measures_joined import Line, Said, joined
from checker.overview.page import MISSING, Cell, Column, Place, Row, Table
from checker.overview.reading import (
    NOTHING,
    UNTESTED,
    are_several,
    area_cell,
    guarded,
    hiding,
    not_applicable,
    one_line,
    place_of,
    printed,
    sound,
    unread,
    untested,
)
from checker.report import NOT_APPLICABLE, Item, has_content
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.edition import Plan
    from checker.report import Report
    from checker.result import Result

FOLLOW_UPS, PLANNED = "förra_årets_åtgärder", "planerade_åtgärder"
PLAN_PARTS = (PLANNED, "utvecklingsområden")
COMMON = "gemensamt"
NOT_FOUND = "hittades inte"
COLUMNS = (
    Column("area", "Verksamhetsområde"),
    Column("number", "Nr"),
    Column("planned_before", "Planerades förra året"),
    Column("followed_up", "Följs upp"),
    Column("status", "Läge"),
    Column("effect", "Effekt"),
    Column("planned_now", "Planeras nu"),
    Column("responsible", "Ansvarig"),
    Column("due", "Klart"),
)
JOINED = (
    "En planerad åtgärd i förra rapporten och dess uppföljning står på samma rad när de har samma "
    "nr, samma id eller samma ord. Årets plan förs dit när den har samma id eller samma ord, för "
    "nr kan börja om varje år. ”Hittades inte” betyder bara att ingen sådan åtgärd finns där."
)
PLANNED_ARE = "Utvecklingsområden i rapportens delar räknas som planerade åtgärder."
PREVIOUS = "Förra rapporten är {fil} ({period})."
NO_PREVIOUS = "Förra rapporten finns inte här: {skäl}."
NO_MEASURES = "Inga planerade eller uppföljda åtgärder står i det som har lästs."


def measures(result: Result) -> tuple[Table, ...]:
    """The measures of each report, area by area."""
    several = are_several(result)
    notes, rows = [JOINED, PLANNED_ARE], []
    for one in result.reports:
        if one.report:
            view = View(one.report)
            notes += [_of(one.file, note, several=several) for note in view.notes()]
            rows += [_row(one.file, cells, several=several) for cells in view.rows()]
    for place in unread(result):
        rows.append(_row(place.file, (untested(place),) * len(COLUMNS), several=several))
    if not rows:
        notes.append(NO_MEASURES)
    columns = (Column("report", "Rapport"), *COLUMNS) if several else COLUMNS
    title = "Åtgärder: planerade förra året, uppföljda och planerade nu"
    return (Table("measures", title, columns, tuple(rows), tuple(notes)),)


class View:
    """The measures of one report and of the one before it."""

    def __init__(self, report: Report) -> None:
        """Reads them all."""
        self.report = report
        self.previous = report.neighbours.previous
        plans = {item.route: item for one in PLANS for item in report.select(one)}.values()
        in_order = sorted(plans, key=lambda item: report.document.place(item.route))
        self.followed = list(_said(report.select(f"**.{FOLLOW_UPS}[*]")))
        self.planned = list(_said(in_order))
        before = self.previous.measures if self.previous else ()
        file = self.previous.file if self.previous else ""
        self.lines = joined((_planned(one, file) for one in before), self.followed, self.planned)
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
        for name in (FOLLOW_UPS, PLANNED):
            for part in self.report.select(f"**.{name}"):
                if cell := _waived(part):
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
            Cell(_numbers(line), places=tuple(one.place for one in line.told)),
            _words(line.before) if line.before else Cell(NOT_FOUND) if self.previous else NOTHING,
            followed,
            _field(line.followed, "läge", followed),
            _field(line.followed, "effekt", followed),
            self._found(line, line.planned, PLANNED, self.unread_plans),
            _field(line.planned or line.followed, "ansvarig", NOTHING),
            _field(line.planned or line.followed, "klart", NOTHING),
        )

    def _found(
        self, line: Line, said: Said | None, part: str, unread_here: tuple[Place, ...]
    ) -> Cell:
        """The words of a measure, or why they are not there."""
        if said:
            return _words(said)
        if unread_here:
            return untested(*unread_here)
        named = ((sound(partial(area_of, one), ""), one) for one in self.report.areas)
        of_area = [area for name, area in named if name == line.area]
        for holder in (*of_area, self.report.root):
            if cell := _waived(holder.at(part)):
                return cell
        return Cell(NOT_FOUND)

    def _unread(self, parts: tuple[str, ...], read: list[Said]) -> Iterator[Place]:
        """The places that may hold measures, and that nobody can read."""
        for one in read:
            if not one.readable:
                yield one.place
        items = (one.item for one in read if one.item)
        for route in hiding(self.report, tuple((part,) for part in parts), items):
            yield place_of(self.report, route)


def _said(items: Iterable[Item]) -> Iterator[Said]:
    for item in items:
        if not has_content(item.value):
            continue
        number, own_id = (sound(partial(item.text, key), "") for key in ("nr", "id"))
        text = sound(partial(measure_text, item), None)
        area = sound(partial(area_of, item), None)
        place = place_of(item.report, item.route)
        readable = text is not None
        yield Said(number, own_id, text or "", area, place, item, readable)


def _planned(plan: Plan, file: str) -> Said:
    place = Place(file, plan.place.span.line, plan.place.route)
    return Said(plan.number, plan.id, plan.text, plan.area, place)


def _words(said: Said) -> Cell:
    if not said.readable:
        return untested(said.place)
    return Cell(shown(said.text, LONG) or MISSING, places=(said.place,))


def _field(said: Said | None, name: str, otherwise: Cell) -> Cell:
    item = said.item if said else None
    if item is None:
        return otherwise
    return guarded(item.report, lambda: printed(item, name, LONG))


def _numbers(line: Line) -> str:
    """Its number last year and, where it is another, this year."""
    told = (line.before, line.followed)
    then = next((shown(one.number) for one in told if one and one.number), "")
    now = shown(line.planned.number) if line.planned else ""
    if then and now and then != now:
        return f"{then} (nu {now})"
    return then or now or MISSING


def _waived(part: Item) -> Cell | None:
    """That a part is not applicable, with the reason."""
    reason = one_line(sound(partial(part.text, NOT_APPLICABLE), ""))
    place = place_of(part.report, part.route)
    return not_applicable(shown(reason, LONG), place) if reason else None


def _row(file: str, cells: tuple[Cell, ...], *, several: bool) -> Row:
    return Row((Cell(shown(file, LONG)), *cells) if several else cells)


def _of(file: str, note: str, *, several: bool) -> str:
    return f"{shown(file, LONG)}: {note[:1].lower()}{note[1:]}" if several else note
