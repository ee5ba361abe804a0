"""The kravöversikt as text: tables where they fit the width, and otherwise row by row."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.output.lines import EMPTY, UNICODE, Line, Part, Signs, line, wrapped
from checker.output.overview_bare import bare
from checker.output.overview_clean import clean
from checker.output.overview_grid import GAP, fields, widths
from checker.output.overview_words import (
    NO_ROWS,
    REPORTS,
    STYLES,
    cells_in_words,
    made,
    naming,
    told_once,
)
from checker.overview.page import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.output.lines import Style
    from checker.overview.page import Cell, Overview, Row, Table

NARROWEST = 40
INDENT = "  "
_LABEL = 30  # the most that a column's title takes beside its cell


def overview_text(overview: Overview, width: int = 80, signs: Signs = UNICODE) -> list[Line]:
    """The whole page."""
    page = bare(clean(overview))
    width = max(width, NARROWEST)
    lines = list(_head(page, width, signs))
    for table in page.tables:
        lines += [EMPTY, *_table(table, width, signs)]
    return lines


def _head(page: Overview, width: int, signs: Signs) -> Iterator[Line]:
    yield line(signs.heavy * width, "dim")
    yield from wrapped(signs.plain(page.title), width, "", style="bold")
    for number, note in enumerate(page.notes):
        yield from wrapped(signs.plain(note), width, "", style="" if number else "warning")
    if page.reports:
        yield line(f"{REPORTS}:", "dim")
    for report in page.reports:
        yield from wrapped(signs.plain(report.file), width, INDENT * 2, (Part(INDENT),))
        style = STYLES[report.state] if report.state else "dim"
        lead = (Part(INDENT * 2),)
        yield from wrapped(signs.plain(report.text), width, INDENT * 2, lead, style)
    yield from wrapped(signs.plain(made(page)), width, "", style="dim")


def _table(table: Table, width: int, signs: Signs) -> Iterator[Line]:
    yield line(signs.heavy * width, "dim")
    yield from wrapped(signs.plain(table.title), width, "", style="bold")
    for note in table.notes:
        yield from wrapped(signs.plain(note), width, "", style="dim")
    yield EMPTY
    if not table.rows:
        yield line(NO_ROWS, "dim")
        return
    texts = [[signs.plain(text) for text in row] for row in cells_in_words(table)]
    room = widths(table, texts, width)
    yield from _grid(table, texts, room, signs) if room else _stacked(table, texts, width, signs)


def _grid(table: Table, texts: list[list[str]], room: list[int], signs: Signs) -> Iterator[Line]:
    """Cells beside each other."""
    numbers = [column.number for column in table.columns]
    whole = sum(room) + len(GAP) * (len(room) - 1)
    titles = [signs.plain(column.title) for column in table.columns]
    yield from fields(titles, room, numbers, ["bold"] * len(room))
    yield line(signs.light * whole, "dim")
    for at, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        if row.kind == "group":
            yield from (EMPTY,) if at else ()
            yield from wrapped(cells[0], whole, "", style="bold")
            continue
        if row.kind == "sum":
            yield line(signs.light * whole, "dim")
        yield from fields(cells, room, numbers, [_style(row, cell) for cell in row.cells])


def _stacked(table: Table, texts: list[list[str]], width: int, signs: Signs) -> Iterator[Line]:
    """What names a row as its heading, and below it each other cell after its column's title."""
    titles = [signs.plain(column.title) for column in table.columns]
    names = naming(table)
    label = min(max((len(title) for title in titles[names:]), default=0), _LABEL, width // 2)
    for row, cells in zip(table.rows, texts, strict=True):
        if row.kind == "group":
            lead = (Part(f"{signs.light * 2} ", "bold"),)
            yield from wrapped(cells[0], width, " " * 3, lead, "bold")
            yield EMPTY
            continue
        heading = f" {signs.plain('·')} ".join(text for text in cells[:names] if text)
        style = _style(row, row.cells[0]) or "bold"
        yield from wrapped(heading or titles[0], width, "", style=style)
        below = zip(titles[names:], cells[names:], row.cells[names:], strict=True)
        for same, columns in groupby(below, key=_alike):
            told = list(columns)
            if same:
                told = [(", ".join(title for title, _, _ in told), *told[0][1:])]
            for title, text, cell in told:
                yield from _labelled(title, text, label, width, _style(row, cell))
        if len(titles) > names:
            yield EMPTY


def _alike(field: tuple[str, str, Cell]) -> str:
    """What columns beside each other share and need to say only once; figures stand alone."""
    _, text, cell = field
    return text if told_once(cell) else ""


def _labelled(title: str, text: str, label: int, width: int, style: Style) -> Iterator[Line]:
    lead = f"{INDENT}{title:<{label}}{GAP}"
    if len(title) > label:  # a long title has a line of its own
        yield from wrapped(title, width, INDENT * 2, (Part(INDENT),), "dim")
        lead = " " * (len(INDENT) + label + len(GAP))
    yield from wrapped(text, width, " " * len(lead), (Part(lead, "dim"),), style)


def _style(row: Row, cell: Cell) -> Style:
    if cell.state:
        return STYLES[cell.state]
    if cell.text == MISSING:
        return "dim"
    return "bold" if row.kind == "sum" else ""
