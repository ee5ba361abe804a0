"""A table of the kravöversikt in HTML; one with very many columns is set as records."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from checker.output.overview_words import NO_ROWS, SIGN, places_in_words
from checker.overview.page import MISSING, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Cell, Column, Row, Table

_WIDE = 9  # columns; a table with more is set smaller
_RECORDS = 12  # a table with more cannot be read on A4: each row's cells stand under one another
_LONG = 28  # characters; a field that holds more gets twice the room


def section(at: int, table: Table) -> Iterator[str]:
    """A table under its heading.

    Args:
        at: its number on the page, from 1.
        table: which; its texts are fit to be shown.
    """
    yield f'<section id="t{at}" aria-labelledby="h{at}">'
    yield f'<h2 id="h{at}">{_text(table.title)}</h2>'
    yield from (f'<p class="note">{_text(note)}</p>' for note in table.notes)
    yield from _table(table) if table.rows else (f"<p>{NO_ROWS}</p>",)
    yield "</section>"


def _text(text: str) -> str:
    return escape(text, quote=True)


def _table(table: Table) -> Iterator[str]:
    records = len(table.columns) > _RECORDS
    wide = 2 if records else len(table.columns)
    yield f'<table class="{_size(table)}">'
    yield f"<caption>{_text(table.title)}</caption>"
    yield "<thead>"
    yield "<tr>"
    for column in table.columns[: 1 if records else None]:
        yield f'<th scope="col"{_class(column)}>{_text(column.title)}</th>'
    if records:
        yield '<th scope="col">Uppgifter</th>'
    if table.sign:
        yield f'<th scope="col" class="sign">{SIGN}</th>'
    yield "</tr>"
    yield "</thead>"
    yield "<tbody>"
    fields = _fields(table)
    for at, (row, wheres) in enumerate(zip(table.rows, places_in_words(table), strict=True)):
        if row.kind == "group":
            if at:
                yield "</tbody>"
                yield "<tbody>"
            cell = _cell(row.cells[0], wheres[0])
            span = wide + table.sign
            yield f'<tr class="group"><th scope="rowgroup" colspan="{span}">{cell}</th></tr>'
            continue
        yield '<tr class="sum">' if row.kind == "sum" else "<tr>"
        yield from _record(row, wheres, table, fields) if records else _cells(row, wheres, table)
        if table.sign:
            yield '<td class="sign"></td>' if row.kind == "row" else "<td></td>"
        yield "</tr>"
    yield "</tbody>"
    yield "</table>"


def _size(table: Table) -> str:
    """How a table is set: a name and its figures take no more room than they need."""
    many = len(table.columns)
    if many > _RECORDS:
        return "records"
    if many + table.sign > _WIDE:
        return "wide"
    return "narrow" if all(column.number for column in table.columns[1:]) else "plain"


def _class(column: Column, cell: Cell | None = None) -> str:
    state = cell.state if cell and cell.state else ""
    names = [name for name in (state, "number" if column.number else "") if name]
    return f' class="{" ".join(names)}"' if names else ""


def _cells(row: Row, wheres: list[str], table: Table) -> Iterator[str]:
    for at, (cell, where, column) in enumerate(zip(row.cells, wheres, table.columns, strict=True)):
        mark, content = _class(column, cell), _cell(cell, where)
        yield f"<td{mark}>{content}</td>" if at else f'<th scope="row"{mark}>{content}</th>'


def _fields(table: Table) -> list[str]:
    """How much room a field gets in every record, so that fields stand below each other."""
    longest = [0] * len(table.columns)
    for row in table.rows:
        if row.kind != "group":
            lengths = (len(cell.text) for cell in row.cells)
            longest = [max(pair) for pair in zip(longest, lengths, strict=True)]
    return [
        "figure" if column.number else "long" if most > _LONG else "short"
        for column, most in zip(table.columns, longest, strict=True)
    ]


def _record(row: Row, wheres: list[str], table: Table, fields: list[str]) -> Iterator[str]:
    first, *rest = zip(row.cells, wheres, table.columns, fields, strict=True)
    yield f'<th scope="row"{_class(first[2], first[0])}>{_cell(first[0], first[1])}</th>'
    yield "<td><dl>"
    for cell, where, column, field in rest:
        mark = f' class="{cell.state}"' if cell.state else ""
        yield f'<div class="{field}"><dt>{_text(column.title)}</dt>'
        yield f"<dd{mark}>{_cell(cell, where)}</dd></div>"
    yield "</dl></td>"


def _cell(cell: Cell, where: str) -> str:
    """The words of a state stand out, what is missing stands back, its place stands small."""
    text = _text(cell.text)
    word = _text(STATES[cell.state]) if cell.state else ""
    if word and text.startswith(word):
        text = f"<b>{word}</b>{text[len(word) :]}"
    elif text == MISSING:
        text = f"<i>{text}</i>"
    return f"{text} <small>{_text(where)}</small>" if where else text
