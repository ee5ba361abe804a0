"""The kravöversikt as CSV, as Swedish Excel reads it: semicolons, UTF-8 with BOM, CRLF."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from checker.output.overview_clean import clean
from checker.output.overview_words import NO_ROWS, REPORT, SIGN, cells_in_words, made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.page import Overview, Table

BOM = "\ufeff"  # without it Excel reads å, ä and ö as two signs each
_FORMULA = ("=", "+", "-", "@")
_NUMBER = re.compile(r"[-+]?\d+(,\d+)?( %)?")
# Excel makes dates of 12-3 and 1/24, a million of 1E6 and 12 of 012, and saves them so.
_MISREAD = re.compile(r"\d+[-/]\d+|\d+[eE]\d+|0\d+")


def overview_csv(overview: Overview) -> str:
    """The tables one below the other, each with its title first and an empty line before it."""
    page = clean(overview)
    content = StringIO()
    writer = csv.writer(content, delimiter=";", lineterminator="\r\n")
    for row in _rows(page):
        writer.writerow([as_text(cell) for cell in row])
    return BOM + content.getvalue()


def as_text(cell: str) -> str:
    """A cell that no spreadsheet program runs, or takes for something else than is written.

    What is a number stays one, and a whole date may be read as the date that it is.
    """
    if _MISREAD.fullmatch(cell):
        return f"'{cell}"
    if _NUMBER.fullmatch(cell):
        return cell
    first, *others = cell.split(",")  # Excel in other languages begins a new cell at each comma
    whole = ",".join((first, *map(_inert, others)))
    return f"'{whole}" if _runs(cell) else whole


def _inert(part: str) -> str:
    return f"'{part}" if _runs(part) and not _NUMBER.fullmatch(part.strip()) else part


def _runs(text: str) -> bool:
    # Full-width signs are formulas too in some editions, and blanks before them are skipped.
    return normalize("NFKC", text).lstrip(" \"'").startswith(_FORMULA)


def _rows(page: Overview) -> Iterator[list[str]]:
    yield [page.title]
    for note in page.notes:
        yield [note]
    yield [made(page)]
    for report in page.reports:
        yield [REPORT, report.file, report.text]
    for table in page.tables:
        yield []
        yield [table.title]
        for note in table.notes:
            yield [note]
        yield from _table(table)


def _table(table: Table) -> Iterator[list[str]]:
    yield [*(column.title for column in table.columns), *([SIGN] if table.sign else [])]
    width = len(table.columns) + table.sign
    for texts in cells_in_words(table):
        yield [*texts, *[""] * (width - len(texts))]
    if not table.rows:
        yield [NO_ROWS]
