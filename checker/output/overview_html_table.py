"""A table of the kravöversikt in HTML; one with very many columns is set as records."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from checker.output.overview_words import NO_ROWS, SIGN, naming, places_in_words, told_once
from checker.output.page_html import as_text
from checker.overview.page import MISSING, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Cell, Row, Table

_WIDE = 14  # a table that needs more room is set smaller; a figure needs 1, a text 2
_RECORDS = 24  # one that needs more cannot be read on A4: its cells stand under one another
_PROSE = 90  # characters; a column that holds more gets more room
_BRIEF = 8  # rows; a table with no more is kept on one page of paper
_LONG = 28  # characters; a field that holds more gets twice the room


def section(at: int, table: Table) -> Iterator[str]:
    """A table under its heading.

    Args:
        at: its number on the page, from 1.
        table: which; its texts are fit to be shown.
    """
    brief = ' class="brief"' if len(table.rows) <= _BRIEF else ""
    yield f'<section id="t{at}" aria-labelledby="h{at}"{brief}>'
    yield f'<h2 id="h{at}">{as_text(table.title)}</h2>'
    yield from (f'<p class="note">{as_text(note)}</p>' for note in table.notes)
    yield from _table(table) if table.rows else (f"<p>{NO_ROWS}</p>",)
    yield "</section>"


def _table(table: Table) -> Iterator[str]:
    size = _size(table)
    records = size == "records"
    wide = 2 if records else len(table.columns)
    classes = _classes(table)
    yield f'<table class="{size}">'
    yield f"<caption>{as_text(table.title)}</caption>"
    yield "<thead>"
    yield "<tr>"
    if records:
        titles = ", ".join(column.title for column in table.columns[: naming(table)])
        yield f'<th scope="col">{as_text(titles)}</th>'
        yield '<th scope="col">Uppgifter</th>'
    else:
        for column, name in zip(table.columns, classes, strict=True):
            yield f'<th scope="col"{_class(name)}>{as_text(column.title)}</th>'
    if table.sign:
        yield f'<th scope="col" class="sign">{SIGN}</th>'
    yield "</tr>"
    yield "</thead>"
    yield "<tbody>"
    spans = _spans(table)
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
        yield from (
            _record(row, wheres, table) if records else _cells(row, wheres, classes, spans[at])
        )
        if table.sign:
            yield '<td class="sign"></td>' if row.kind == "row" else "<td></td>"
        yield "</tr>"
    yield "</tbody>"
    yield "</table>"


def _size(table: Table) -> str:
    """How a table is set: a name and its figures take no more room than they need."""
    room = sum(1 if column.number else 2 for column in table.columns) + 2 * table.sign
    if room > _RECORDS:
        return "records"
    if room > _WIDE:
        return "wide"
    return "narrow" if all(column.number for column in table.columns[1:]) else "plain"


def _classes(table: Table) -> list[str]:
    """What each column is, for the room that it gets."""
    names = naming(table)
    classes = []
    for at, (column, most) in enumerate(zip(table.columns, _longest(table), strict=True)):
        if column.number:
            classes.append("number")
        elif at < names:
            classes.append("name" if at == names - 1 else "id")
        else:
            prose = "prose" if most > _PROSE else ""
            classes.append("source" if column.key == "source" else prose)
    return classes


def _longest(table: Table) -> list[int]:
    """The length of the longest text of each column, states left out: they are read at a glance."""
    longest = [0] * len(table.columns)
    for row in table.rows:
        if row.kind != "group":
            lengths = (0 if cell.state else len(cell.text) for cell in row.cells)
            longest = [max(pair) for pair in zip(longest, lengths, strict=True)]
    return longest


def _class(*names: str) -> str:
    given = " ".join(name for name in names if name)
    return f' class="{given}"' if given else ""


def _spans(table: Table) -> list[int]:
    """Over how many rows the first cell of each stands; 0 where the one above is still told.

    A few rows of the same report name it once; where they are many, each one does.
    """
    spans: list[int] = []
    rows = groupby(table.rows, key=lambda row: (row.cells[0], row.kind))
    for _, same in rows if table.columns[0].key == "report" else ():
        many = len(list(same))
        spans += [many, *[0] * (many - 1)] if many <= _BRIEF else [1] * many
    return spans or [1] * len(table.rows)


def _cells(row: Row, wheres: list[str], classes: list[str], span: int) -> Iterator[str]:
    """The cells of a row; what is the same beside each other is told once, over all of them."""
    heads = 1 if span == 1 else 2
    at = 0
    while at < len(row.cells):
        cell, wide = row.cells[at], 1 if at < heads else _alike(row, at)
        content = _cell(cell, next(filter(None, wheres[at : at + wide]), ""))
        mark = _class(cell.state or "", classes[at] if wide == 1 else "")
        if at == 0 and span != 1:
            over = f' scope="rowgroup" rowspan="{span}"{mark}'
            yield from (f"<th{over}>{content}</th>",) if span else ()
        elif at < heads:
            yield f'<th scope="row"{mark}>{content}</th>'
        else:
            over = f' colspan="{wide}"' if wide > 1 else ""
            yield f"<td{over}{mark}>{content}</td>"
        at += wide


def _alike(row: Row, at: int) -> int:
    """How many cells from here say the same; figures and what names a row stand alone."""
    cell = row.cells[at]
    if not told_once(cell):
        return 1
    return len(list(takewhile(lambda other: other == cell, row.cells[at:])))


def _record(row: Row, wheres: list[str], table: Table) -> Iterator[str]:
    """What names the row, and beside it each other cell below its column's title.

    A field has the same room in every record, so that the eye finds it in the same place.
    """
    names = naming(table)
    cells = [_cell(cell, where) for cell, where in zip(row.cells, wheres, strict=True)]
    state = row.cells[0].state or ""
    yield f'<th scope="row"{_class(state)}>{"<br>".join(cells[:names])}</th>'
    yield "<td><dl>"
    fields = zip(table.columns, _longest(table), row.cells, cells, strict=True)
    for column, most, cell, content in tuple(fields)[names:]:
        room = "figure" if column.number else "long" if most > _LONG else "short"
        yield f'<div class="{room}"><dt>{as_text(column.title)}</dt>'
        yield f"<dd{_class(cell.state or '')}>{content}</dd></div>"
    yield "</dl></td>"


def _cell(cell: Cell, where: str) -> str:
    """The words of a state stand out, what is missing stands back, its place stands small."""
    text = as_text(cell.text)
    word = as_text(STATES[cell.state]) if cell.state else ""
    if word and text.startswith(word):
        text = f"<b>{word}</b>{text[len(word) :]}"
    elif text == MISSING:
        text = f"<i>{text}</i>"
    return f"{text} <small>{as_text(where)}</small>" if where else text
