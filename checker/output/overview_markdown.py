"""The kravöversikt in Markdown, as GitHub and GitLab draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output.markdown_text import as_text, row
from checker.output.overview_bare import bare
from checker.output.overview_clean import clean
from checker.output.overview_words import NO_ROWS, REPORTS, SIGN, cells_in_words, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Overview, Table


def overview_markdown(overview: Overview) -> str:
    """The whole page; a table that people sign has an empty column for it."""
    return "\n".join(_lines(bare(clean(overview)))).rstrip() + "\n"


def _lines(page: Overview) -> Iterator[str]:
    yield f"# {as_text(page.title)}"
    for note in page.notes:
        yield from ("", as_text(note))
    yield from ("", f"{as_text(made(page))}.")
    if page.reports:
        yield from ("", f"{REPORTS}:", "")
    for report in page.reports:
        yield f"* {as_text(report.file)}: {as_text(report.text)}"
    for table in page.tables:
        yield from ("", f"## {as_text(table.title)}")
        for note in table.notes:
            yield from ("", as_text(note))
        yield ""
        yield from _table(table) if table.rows else (NO_ROWS,)


def _table(table: Table) -> Iterator[str]:
    titles = [as_text(column.title) for column in table.columns]
    rules = ["---:" if column.number else "---" for column in table.columns]
    if table.sign:
        titles.append(SIGN)
        rules.append("---")
    yield row(titles)
    yield row(rules)
    for told, texts in zip(table.rows, cells_in_words(table), strict=True):
        cells = [as_text(text) for text in texts]
        if told.kind != "row":
            cells = [f"**{cell}**" if cell else "" for cell in cells]
        yield row([*cells, *[""] * (len(titles) - len(cells))])
