"""The kravöversikt as one HTML page that needs nothing else, to read on a screen or on paper."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from checker.output.overview_clean import clean
from checker.output.overview_style import STYLE
from checker.output.overview_words import LEGEND, NO_ROWS, REPORTS, SIGN, made, places_in_words
from checker.overview.page import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Cell, Column, Overview, Row, Table

_WIDE = 9  # columns; a table with more is set smaller


def overview_html(overview: Overview) -> str:
    """The whole page; the browser is told to run nothing and to fetch nothing."""
    page = clean(overview)
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="sv">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{_text(page.title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        *_head(page),
        "<main>",
        *(part for at, table in enumerate(page.tables, 1) for part in _section(at, table)),
        "</main>",
        f"<footer>{_text(made(page))}</footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return escape(text, quote=True)


def _head(page: Overview) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{_text(page.title)}</h1>"
    yield f'<p class="made">{_text(made(page))}</p>'
    if page.notes:
        yield '<div class="notice">'
        yield from (f"<p>{_text(note)}</p>" for note in page.notes)
        yield "</div>"
    if page.reports:
        yield f"<h2>{REPORTS}</h2>"
        yield '<ul class="reports">'
        for report in page.reports:
            mark = f' class="{report.state}"' if report.state else ""
            yield f"<li><b>{_text(report.file)}</b> <span{mark}>{_text(report.text)}</span></li>"
        yield "</ul>"
    yield "</header>"
    if page.tables:
        yield '<nav aria-labelledby="contents">'
        yield '<h2 id="contents">Innehåll</h2>'
        yield "<ol>"
        for at, table in enumerate(page.tables, 1):
            yield f'<li><a href="#t{at}">{_text(table.title)}</a></li>'
        yield "</ol>"
        yield "</nav>"
    yield from _legend(page)


def _legend(page: Overview) -> Iterator[str]:
    """What the words mean that the page uses."""
    seen = {cell.state for table in page.tables for row in table.rows for cell in row.cells} - {
        None
    }
    if not seen:
        return
    yield '<section class="legend" aria-labelledby="words">'
    yield '<h2 id="words">Orden i tabellerna</h2>'
    yield "<dl>"
    for state, meaning in LEGEND.items():
        if state in seen:
            name = _text(STATES[state])
            yield f'<div><dt class="{state}">{name}</dt><dd>{_text(meaning)}</dd></div>'
    yield "</dl>"
    yield "</section>"


def _section(at: int, table: Table) -> Iterator[str]:
    yield f'<section id="t{at}" aria-labelledby="h{at}">'
    yield f'<h2 id="h{at}">{_text(table.title)}</h2>'
    yield from (f'<p class="note">{_text(note)}</p>' for note in table.notes)
    yield from _table(table) if table.rows else (f"<p>{NO_ROWS}</p>",)
    yield "</section>"


def _table(table: Table) -> Iterator[str]:
    wide = len(table.columns) + table.sign
    yield f'<table class="{_size(table)}">'
    yield f"<caption>{_text(table.title)}</caption>"
    yield "<thead>"
    yield "<tr>"
    for column in table.columns:
        yield f'<th scope="col"{_class(column)}>{_text(column.title)}</th>'
    if table.sign:
        yield f'<th scope="col" class="sign">{SIGN}</th>'
    yield "</tr>"
    yield "</thead>"
    grouped = False
    yield "<tbody>"
    for row, wheres in zip(table.rows, places_in_words(table), strict=True):
        if row.kind == "group":
            if grouped:
                yield "</tbody>"
                yield "<tbody>"
            cell = _cell(row.cells[0], wheres[0])
            yield f'<tr class="group"><th scope="rowgroup" colspan="{wide}">{cell}</th></tr>'
        else:
            yield from _row(row, wheres, table)
        grouped = True
    yield "</tbody>"
    yield "</table>"


def _size(table: Table) -> str:
    """How a table is set: many columns small, a name and its figures no wider than they need."""
    if len(table.columns) + table.sign > _WIDE:
        return "wide"
    return "narrow" if all(column.number for column in table.columns[1:]) else "plain"


def _class(column: Column) -> str:
    return ' class="number"' if column.number else ""


def _row(row: Row, wheres: list[str], table: Table) -> Iterator[str]:
    yield '<tr class="sum">' if row.kind == "sum" else "<tr>"
    for at, (cell, where, column) in enumerate(zip(row.cells, wheres, table.columns, strict=True)):
        names = [name for name in (cell.state or "", "number" if column.number else "") if name]
        mark = f' class="{" ".join(names)}"' if names else ""
        content = _cell(cell, where)
        yield f"<td{mark}>{content}</td>" if at else f'<th scope="row"{mark}>{content}</th>'
    if table.sign:
        yield '<td class="sign"></td>' if row.kind == "row" else "<td></td>"
    yield "</tr>"


def _cell(cell: Cell, where: str) -> str:
    """The words of a state stand out; where it is from stands small below."""
    text = _text(cell.text)
    word = _text(STATES[cell.state]) if cell.state else ""
    if word and text.startswith(word):
        text = f"<b>{word}</b>{text[len(word) :]}"
    return f"{text} <small>{_text(where)}</small>" if where else text
