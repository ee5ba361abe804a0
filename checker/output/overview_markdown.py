"""The kravöversikt in Markdown, as GitHub and GitLab draw it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.output.overview_bare import bare
from checker.output.overview_clean import clean
from checker.output.overview_words import NO_ROWS, REPORTS, SIGN, cells_in_words, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Overview, Table

_MARKS = re.compile(r"[\\`*_\[\]<>|~$&!{}]")
_CALLS = re.compile(r"([@#])(?=\w)")  # @name calls a person, #3 links an issue, however escaped
_ADDRESS = re.compile(r":(?=//)")  # becomes a link by itself
_WWW = re.compile(r"(?<=www)\.", re.IGNORECASE)
_START = re.compile(r"^([-+=#]|\d+(?=[.)]))")  # a list, a line or a heading


def overview_markdown(overview: Overview) -> str:
    """The whole page; a table that people sign has an empty column for it."""
    return "\n".join(_lines(bare(clean(overview)))).rstrip() + "\n"


def as_text(text: str) -> str:
    """A text that Markdown draws as it is: no markup, no link, no call to a person."""
    escaped = _MARKS.sub(r"\\\g<0>", _CALLS.sub(r"\1 ", text.strip()))
    escaped = _WWW.sub(r"\\.", _ADDRESS.sub(r"\\:", escaped))
    return _START.sub(_at_start, escaped)


def _at_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


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
    yield _row(titles)
    yield _row(rules)
    for row, texts in zip(table.rows, cells_in_words(table), strict=True):
        cells = [as_text(text) for text in texts]
        if row.kind != "row":
            cells = [f"**{cell}**" if cell else "" for cell in cells]
        yield _row([*cells, *[""] * (len(titles) - len(cells))])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
