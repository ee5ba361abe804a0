"""The register and the measures of the shipped reports, as they were judged to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.overview.measures import measures
from checker.overview.register import register
from checker.run import run
from tests.overview.small_reports import cells, dump

if TYPE_CHECKING:
    from checker.result import Result

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden_register"
OLD = "tests/reports/predecessors/goteborg-nordost-2023.yaml"
GOTEBORG = "reports_yaml/goteborg-nordost-2024.yaml"
REPORTS = (GOTEBORG, "reports_yaml/ekero-2020.yaml")


def judged(monkeypatch: pytest.MonkeyPatch, *files: str, previous: tuple[str, ...] = ()) -> Result:
    monkeypatch.chdir(ROOT)
    return run(files, previous=previous, today=date(2026, 11, 22))


@pytest.mark.parametrize("report", REPORTS)
def test_the_tables_of_the_published_reports_read_as_they_were_judged_to_read(
    report: str, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    result = judged(monkeypatch, report)
    got = dump((*register(result), *measures(result)))
    golden = GOLDEN / f"{Path(report).stem}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")


def test_the_43_cases_of_goteborg_are_27_and_14_and_2(monkeypatch: pytest.MonkeyPatch) -> None:
    table, sums = register(judged(monkeypatch, GOTEBORG))
    assert len(table.rows) == 43
    by_area = [cells(sums, row) for row in sums.rows]
    assert [(row["area"], row["total"]) for row in by_area] == [
        ("Barn- och ungdomsvård", "13"),
        ("Ekonomiskt bistånd", "17"),
        ("Vuxna", "13"),
        ("Totalt", "43"),
    ]
    names = ("misconduct", "risk", "serious", "serious_risk", "none", "open", "missing")
    assert [int(by_area[-1][name]) for name in names] == [27, 14, 2, 0, 0, 0, 0]
    assert int(by_area[-1]["total"]) == 27 + 14 + 2
    assert [row.cells[0].text for row in table.rows[:3]] == ["BoU-3", "EB-4", "BoU-1"]


def test_the_made_up_report_of_the_year_before_stands_beside_that_of_goteborg(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (table,) = measures(judged(monkeypatch, GOTEBORG, previous=(OLD,)))
    rows = [cells(table, row) for row in table.rows]
    assert len(rows) == 22
    planned = [row["planned_before"] for row in rows if row["planned_before"] != "hittades inte"]
    assert planned == [row["followed_up"] for row in rows if row["followed_up"] != "hittades inte"]
    assert len(planned) == 10
    again = [row["planned_now"] for row in rows if row["planned_now"] == row["planned_before"]]
    assert set(again) - {"hittades inte"} == {
        "Behålla, utbilda och rekrytera medarbetare",
        "Göra rutiner välkända och säkra att de följs",
    }


def test_no_cell_of_any_shipped_report_stands_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    result = judged(monkeypatch, "reports_yaml")
    for table in (*register(result), *measures(result)):
        assert len({column.key for column in table.columns}) == len(table.columns)
        for row in table.rows:
            assert all(cell.text.strip() for cell in row.cells)
            assert row.kind == "group" or len(row.cells) == len(table.columns)
