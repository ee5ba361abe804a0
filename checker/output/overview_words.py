"""The words and colours that the forms of the kravöversikt share: places, states, the head."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.overview.page import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.output.lines import Style
    from checker.overview.page import Cell, Overview, Place, Row, Table

SIGN = "Bedömd av, datum"
REPORT, REPORTS = "Rapport", "Rapporter"
NO_ROWS = "Det finns inget att visa här."
_NUMBERS = ("id", "number", "report")  # keys of columns that do not name their row alone
_LINES = re.compile(r"\brad \d")
MOST = 3  # places told of a cell; the JSON form has them all

STYLES: dict[State, Style] = {
    State.ANSWERED: "ok",
    State.NOT_ANSWERED: "error",
    State.NOT_APPLICABLE: "dim",
    State.EMPTY: "error",
    State.EXCEPTED: "todo",
    State.HUMAN: "info",
    State.NOT_TESTED: "warning",
    State.NOT_REQUIRED: "dim",
}
LEGEND = {
    State.ANSWERED: "delen finns och har ett innehåll; om innehållet räcker avgör en människa",
    State.NOT_ANSWERED: "delen finns inte",
    State.NOT_APPLICABLE: "rapporten säger att delen inte gäller, och varför",
    State.EMPTY: "rubriken finns men inget står under den",
    State.EXCEPTED: "ett beslutat undantag gäller, med sitt skäl",
    State.HUMAN: "bara en människa kan avgöra frågan",
    State.NOT_TESTED: "rapporten gick inte att läsa där, eller kontrollen gick inte att göra",
    State.NOT_REQUIRED: "inget krav gäller där",
}


def made(overview: Overview) -> str:
    """When and by what the page was made."""
    return f"Framtagen {overview.today.isoformat()} med Kvalitetskoll {overview.version}"


def cells_in_words(table: Table) -> Iterator[list[str]]:
    """Each row's texts with their places; a number stays a number, so that it can be added."""
    for row, wheres in zip(table.rows, places_in_words(table), strict=True):
        yield [_joined(cell.text, where) for cell, where in zip(row.cells, wheres, strict=True)]


def naming(table: Table) -> int:
    """How many of the first columns name a row: a mere number needs the next one too."""
    return 2 if table.columns[0].key in _NUMBERS and len(table.columns) > 2 else 1  # noqa: PLR2004 - something must be left to be told


def told_once(cell: Cell) -> bool:
    """Whether cells beside each other may share it: a state or words, but never a figure."""
    return cell.state is not None or not any(sign.isdigit() for sign in cell.text)


def _joined(text: str, where: str) -> str:
    if not where:
        return text
    return f"{text} ({where})" if text.endswith((".", "!", "?", "…")) else f"{text}, {where}"


def places_in_words(table: Table) -> Iterator[list[str]]:
    """Where each cell is from, in words; empty for numbers and for what is from nowhere.

    The file is named only where the table holds several, no column tells which, and no cell of
    the row has named it.
    """
    names = _short_names(place.file for row in table.rows for place in _places(row.cells))
    told_by_column = len(names) < 2 or all(  # noqa: PLR2004 - one file needs no name
        len({place.file for place in _places(cells)}) < 2  # noqa: PLR2004
        for cells in zip(*(row.cells for row in table.rows if row.kind != "group"), strict=True)
    )
    for row in table.rows:
        yield list(_row(row, table, {} if told_by_column else names))


def _row(row: Row, table: Table, names: dict[str, str]) -> Iterator[str]:
    if row.kind == "group":
        yield _told(row.cells[0], names)
        return
    last = next((cell.text for cell in row.cells if cell.text in names), "")
    for cell, column in zip(row.cells, table.columns, strict=True):
        if column.number or not cell.places:
            yield ""
            continue
        files = {place.file for place in cell.places}
        yield _told(cell, {} if files == {last} else names)
        last = cell.places[0].file if len(files) == 1 else ""


def _told(cell: Cell, names: dict[str, str]) -> str:
    """Nothing more where the text tells its lines itself."""
    return "" if _LINES.search(cell.text) else _where(cell.places, names)


def _where(places: Iterable[Place], names: dict[str, str]) -> str:
    """``rad 3, 7``; with the file where that is not clear."""
    lines: dict[str, list[int]] = {}
    for place in places:
        rows = lines.setdefault(names.get(place.file, ""), [])
        if place.line not in rows:
            rows.append(place.line)
    return "; ".join(f"{file} {_rows(rows)}".strip() for file, rows in lines.items())


def _rows(rows: list[int]) -> str:
    told = ", ".join(str(row) for row in rows[:MOST])
    rest = len(rows) - MOST
    return f"rad {told} och {rest} till" if rest > 0 else f"rad {told}"


def _places(cells: Iterable[Cell]) -> Iterator[Place]:
    for cell in cells:
        yield from cell.places


def _short_names(files: Iterable[str]) -> dict[str, str]:
    """Files by what they are called: without their folder where that is enough."""
    whole = dict.fromkeys(files)
    ends = [PurePosixPath(file).name for file in whole]
    return {
        file: end if end and ends.count(end) == 1 else file
        for file, end in zip(whole, ends, strict=True)
    }
