"""What the tests of the grid build: a judged report, and the cells that a reader gets."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

from checker.catalog import read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.overview.grid import grid
from checker.resources import folder
from checker.result import Crash, Result

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.overview.page import Cell, Row, Table
    from checker.result import ReportResult

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
HEAD = """\
format: kvalitetsrapport/1
status: {status}
rapport:
  kommun: Exempelkommun
  nämnd: Socialnämnden
  period:
    från: {first}
    till: {last}
"""
LINES_OF_HEAD = 8


def report(  # noqa: PLR0913 - what a test may choose
    text: str,
    *,
    name: str = "namn.yaml",
    status: str = "färdig",
    first: str = "2024-01-01",
    last: str = "2024-12-31",
    catalogue: Catalogue = CATALOGUE,
) -> ReportResult:
    """A report, judged; its own first line is the ninth of the file."""
    head = HEAD.format(status=status, first=first, last=last)
    document = read_document((head + dedent(text)).encode(), name)
    result, crashes = judge(document, catalogue)
    assert crashes == ()
    return result


def result_of(*reports: ReportResult, crashes: tuple[Crash, ...] = ()) -> Result:
    return Result(reports, CATALOGUE, date(2026, 11, 22), "0.0.0", crashes=crashes)


def tables(
    *reports: ReportResult, catalogue: Catalogue = CATALOGUE, crashes: tuple[Crash, ...] = ()
) -> dict[str, Table]:
    return {one.key: one for one in grid(result_of(*reports, crashes=crashes), catalogue)}


def row_of(table: Table, number: str) -> tuple[Cell, ...]:
    """What the report and its areas answer to a requirement."""
    (row,) = (one for one in table.rows if one.cells[0].text == number)
    return row.cells[3:]


def answers(text: str, number: str, **changes: str) -> list[str]:
    """The words of a row for a report."""
    table = tables(report(text, **changes))["requirements_1"]  # type: ignore[arg-type]
    return [one.text for one in row_of(table, number)]


def told(row: Row) -> list[str]:
    return [one.text for one in row.cells]
