"""The kravöversikt with every text fit to be shown: what each of its forms begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.shown import shown

if TYPE_CHECKING:
    from checker.overview.page import About, Cell, Column, Overview, Place, Row, Table

_WHOLE = 100_000  # whoever fills a cell has cut it; here nothing more is lost


def clean(overview: Overview) -> Overview:
    """The same page, masked and without anything that steers a machine.

    Those who fill the cells have done so already. A form must be safe whatever it is given,
    for a page is sent to people outside.
    """
    return replace(
        overview,
        title=_clean(overview.title),
        notes=_all(overview.notes),
        tables=tuple(_table(table) for table in overview.tables),
        reports=tuple(_about(report) for report in overview.reports),
        version=_clean(overview.version),
    )


def _clean(text: str) -> str:
    return shown(text, _WHOLE).strip()


def _all(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_clean(text) for text in texts)


def _about(report: About) -> About:
    return replace(report, file=_clean(report.file), text=_clean(report.text))


def _table(table: Table) -> Table:
    return replace(
        table,
        key=_clean(table.key),
        title=_clean(table.title),
        columns=tuple(_column(column) for column in table.columns),
        rows=tuple(_row(row) for row in table.rows),
        notes=_all(table.notes),
    )


def _column(column: Column) -> Column:
    return replace(column, key=_clean(column.key), title=_clean(column.title))


def _row(row: Row) -> Row:
    return replace(row, cells=tuple(_cell(cell) for cell in row.cells))


def _cell(cell: Cell) -> Cell:
    places = tuple(_place(place) for place in cell.places)
    return replace(cell, text=_clean(cell.text), places=places)


def _place(place: Place) -> Place:
    return replace(place, file=_clean(place.file))
