"""The kravöversikt without the columns that no row fills: what is missing is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.output.overview_words import naming
from checker.overview.page import MISSING
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.overview.page import Overview, Row, Table

FEW = 3  # rows; in a shorter table it is easily seen that a column holds nothing
NOTE = "Kolumner som saknar uppgift på alla rader visas inte: {titles}."


def bare(overview: Overview) -> Overview:
    """The same page, to be read by people; a form for programs has every column."""
    return replace(overview, tables=tuple(map(_bare, overview.tables)))


def _bare(table: Table) -> Table:
    if len(table.rows) < FEW or any(row.kind != "row" for row in table.rows):
        return table
    empty = [at for at in range(naming(table), len(table.columns)) if _missing(table.rows, at)]
    gone = {at for at in empty if not any(_leads(row, at, empty) for row in table.rows)}
    if not gone:
        return table
    titles = listed([table.columns[at].title for at in sorted(gone)])
    kept = [at for at in range(len(table.columns)) if at not in gone]
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows),
        notes=(*table.notes, NOTE.format(titles=titles)),
    )


def _missing(rows: Sequence[Row], at: int) -> bool:
    return all(row.cells[at].text == MISSING and not row.cells[at].state for row in rows)


def _leads(row: Row, at: int, empty: Sequence[int]) -> bool:
    """Whether a cell leads to a line that no other of its row leads to."""
    others = (cell for other, cell in enumerate(row.cells) if other not in empty)
    return not set(row.cells[at].places) <= {place for cell in others for place in cell.places}
