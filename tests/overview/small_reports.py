"""Runs on small reports that a test writes, and tables as lines of text."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

from checker.catalog import read_catalogue
from checker.corpus import Corpus, Member, Origin
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.resources import folder
from checker.result import Result

if TYPE_CHECKING:
    from checker.overview.page import Cell, Row, Table

CATALOGUE = read_catalogue(folder("rules")).only({"LEX013"})
HEAD = """\
format: kvalitetsrapport/1
status: {status}
rapport:
  kommun: Ekerö
  nämnd: Socialnämnden
  slag: kvalitetsrapport
  period:
    från: {year}-01-01
    till: {year}-12-31
"""
LINES_BEFORE = HEAD.count("\n")


def head(year: int = 2024, status: str = "färdig") -> str:
    return HEAD.format(year=year, status=status)


def judged(*texts: str) -> Result:
    """Reports with heads of their own, each the neighbour of the others: a.yaml, b.yaml ..."""
    names = [f"{letter}.yaml" for letter in "abcdef"[: len(texts)]]
    documents = [
        read_document(text.encode(), name) for text, name in zip(texts, names, strict=True)
    ]
    readings = [read_report(document) for document in documents]
    members = {
        one.document.name: Member(one.report, Origin.JUDGED) for one in readings if one.report
    }
    corpus = Corpus(list(members.values()), [])
    reports = []
    for one in readings:
        member = members.get(one.document.name)
        neighbours = corpus.neighbours(member, from_stdin=False) if member else ALONE
        report, crashes = judge_among(one, CATALOGUE, neighbours)
        assert crashes == ()
        reports.append(report)
    return Result(tuple(reports), CATALOGUE, today=date(2026, 11, 22), version="1.2.3")


def report(text: str, year: int = 2024, status: str = "färdig") -> Result:
    """One report of a calendar year; its text begins on the line after LINES_BEFORE."""
    return judged(head(year, status) + dedent(text))


def cells(table: Table, row: Row) -> dict[str, str]:
    """The texts of a row by the keys of their columns."""
    pairs = zip(table.columns, row.cells, strict=True)
    return {column.key: cell.text for column, cell in pairs}


def lines(row: Row) -> list[list[int]]:
    """The lines that the cells of a row are from."""
    return [[place.line for place in cell.places] for cell in row.cells]


def dump(tables: tuple[Table, ...]) -> str:
    """Tables as a reader of a golden file sees them: what is said, and from which lines."""
    told: list[str] = []
    for table in tables:
        told += [f"# {table.title} ({table.key})", *(f"> {note}" for note in table.notes)]
        told.append(" | ".join(column.title for column in table.columns))
        told += [f"{row.kind}: {' | '.join(map(_told, row.cells))}" for row in table.rows]
    return "\n".join(told) + "\n"


def _told(cell: Cell) -> str:
    places = ",".join(str(place.line) for place in cell.places)
    return f"{cell.text}{f' @{places}' * bool(places)}{f' <{cell.state}>' if cell.state else ''}"
