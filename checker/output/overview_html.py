"""The kravöversikt as one HTML page that needs nothing else, to read on a screen or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output.overview_bare import bare
from checker.output.overview_clean import clean
from checker.output.overview_html_table import section
from checker.output.overview_style import STYLE
from checker.output.overview_words import LEGEND, REPORTS, made
from checker.output.page_html import page as html_page
from checker.output.page_html import plain
from checker.overview.page import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Overview, State


def overview_html(overview: Overview) -> str:
    """The whole page; the browser is told to run nothing and to fetch nothing."""
    page = bare(clean(overview))
    body = [
        *_head(page),
        "<main>",
        *_sections(page),
        "</main>",
        f"<footer>{plain(made(page))}</footer>",
    ]
    return html_page(page.title, STYLE, body)


def _head(page: Overview) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{plain(page.title)}</h1>"
    yield f'<p class="made">{plain(made(page))}</p>'
    if page.notes:
        yield '<div class="notice">'
        yield from (f"<p>{plain(note)}</p>" for note in page.notes)
        yield "</div>"
    if page.reports:
        yield f"<h2>{REPORTS}</h2>"
        yield '<ul class="reports">'
        for report in page.reports:
            mark = f' class="{report.state}"' if report.state else ""
            yield f"<li><b>{plain(report.file)}</b> <span{mark}>{plain(report.text)}</span></li>"
        yield "</ul>"
    yield "</header>"
    if page.tables:
        yield '<nav aria-labelledby="contents">'
        yield '<h2 id="contents">Innehåll</h2>'
        yield "<ol>"
        for at, table in enumerate(page.tables, 1):
            yield f'<li><a href="#t{at}">{plain(table.title)}</a></li>'
        yield "</ol>"
        yield "</nav>"


def _sections(page: Overview) -> Iterator[str]:
    """Each table; what the words mean stands before the first that uses them."""
    seen: set[State | None] = {None}
    for at, table in enumerate(page.tables, 1):
        used = {cell.state for row in table.rows for cell in row.cells}
        if seen == {None} and used - seen:
            yield from _legend(page)
        seen |= used
        yield from section(at, table)


def _legend(page: Overview) -> Iterator[str]:
    """What the words mean that the page uses."""
    seen = {cell.state for table in page.tables for row in table.rows for cell in row.cells}
    yield '<section class="legend" aria-labelledby="words">'
    yield '<h2 id="words">Orden i tabellerna</h2>'
    yield "<dl>"
    for state, meaning in LEGEND.items():
        if state in seen:
            name = plain(STATES[state])
            yield f'<div><dt class="{state}">{name}</dt><dd>{plain(meaning)}</dd></div>'
    yield "</dl>"
    yield "</section>"
