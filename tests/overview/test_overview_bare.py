"""Columns that no row fills: told once to people, and all there for programs."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO

import pytest

from checker.output.lines import plain
from checker.output.overview_bare import bare
from checker.output.overview_csv import overview_csv
from checker.output.overview_html import overview_html
from checker.output.overview_json import overview_json
from checker.output.overview_markdown import overview_markdown
from checker.output.overview_text import overview_text
from checker.overview.page import MISSING, Cell, Column, Overview, Place, Row, State, Table

NOTE = "Kolumner som saknar uppgift på alla rader visas inte: Orsak och Beslut."
COLUMNS = (
    *(Column("number", "Nr"), Column("area", "Verksamhet"), Column("event", "Händelse")),
    *(Column("cause", "Orsak"), Column("decided", "Beslut")),
)
HERE = (Place("a.yaml", 3),)


def page(*last: Cell, kind: str = "row", rows: int = 3) -> Overview:
    """A table whose last columns hold what is asked, and nothing on its other rows."""
    missing = Cell(MISSING)
    first = (Cell("1"), Cell(MISSING), Cell("Fallolycka", places=HERE), *(last or [missing] * 2))
    others = (Cell("2"), Cell(MISSING), Cell("Vräkning"), missing, missing)
    told = [Row(first), *[Row(others)] * (rows - 1)]
    if kind == "sum":
        told[-1] = Row(others, "sum")
    return Overview(
        "Titel", (), (Table("t", "T", COLUMNS, tuple(told)),), (), date(2026, 1, 1), "1"
    )


def titles(overview: Overview) -> list[str]:
    return [column.title for column in bare(overview).tables[0].columns]


def test_a_column_that_no_row_fills_is_told_once() -> None:
    (table,) = bare(page()).tables
    assert [column.title for column in table.columns] == ["Nr", "Verksamhet", "Händelse"]
    assert table.notes == (NOTE,)
    assert [cell.text for cell in table.rows[1].cells] == ["2", MISSING, "Vräkning"]


@pytest.mark.parametrize("filled", [Cell("Slarv"), Cell(MISSING, State.NOT_TESTED)])
def test_a_column_that_one_row_fills_is_kept(filled: Cell) -> None:
    assert titles(page(filled, Cell(MISSING))) == ["Nr", "Verksamhet", "Händelse", "Orsak"]


def test_a_line_that_only_an_empty_column_leads_to_is_not_lost() -> None:
    elsewhere = Cell(MISSING, places=(Place("a.yaml", 9),))
    assert titles(page(Cell(MISSING, places=HERE), elsewhere))[3:] == ["Beslut"]


@pytest.mark.parametrize("other", [page(rows=2), page(kind="sum")])
def test_short_tables_and_sums_keep_every_column(other: Overview) -> None:
    assert bare(other) == other


def test_people_are_told_once_and_programs_get_every_column() -> None:
    text = plain(overview_text(page(), 100))
    for form in (overview_html(page()), overview_markdown(page()), text):
        assert NOTE in form
        assert form.count("Beslut") == 1
    assert [one["key"] for one in json.loads(overview_json(page()))["tables"][0]["columns"]] == [
        column.key for column in COLUMNS
    ]
    rows = list(csv.reader(StringIO(overview_csv(page())), delimiter=";"))
    assert [column.title for column in COLUMNS] in rows
