"""Last year's planned measures, this year's follow-up and this year's plan, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.hidden import are_several, unread
from checker.overview.measures_view import View
from checker.overview.page import Cell, Column, Row, Table
from checker.overview.reading import untested
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from checker.result import Result

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


def _row(file: str, cells: tuple[Cell, ...], *, several: bool) -> Row:
    return Row((Cell(shown(file, LONG)), *cells) if several else cells)


def _of(file: str, note: str, *, several: bool) -> str:
    return f"{shown(file, LONG)}: {note[:1].lower()}{note[1:]}" if several else note
