"""The grids of the shipped reports, whole, as a reader gets their cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.compiled import default_catalogue
from checker.overview.grid import grid
from checker.run import run

if TYPE_CHECKING:
    from checker.overview.page import Table

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = ("ekero-2020", "goteborg-nordost-2024")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def dumped(table: Table) -> list[str]:
    lines = [f"# {table.title}", *(f"> {note}" for note in table.notes)]
    titles = [one.title for one in table.columns]
    for row in table.rows:
        if row.kind == "group":
            lines += ["", f"## {row.cells[0].text}"]
            continue
        lines.append("")
        lines += [f"{title}: {cell.text}" for title, cell in zip(titles, row.cells, strict=True)]
    return [*lines, ""]


@pytest.mark.parametrize("report", REPORTS)
def test_the_grid_reads_as_it_was_judged_to_read(report: str, pytestconfig: pytest.Config) -> None:
    result = run([f"reports_yaml/{report}.yaml"], today=date(2026, 11, 22))
    got = "\n".join(line for one in grid(result, default_catalogue()) for line in dumped(one))
    golden = GOLDEN / f"{report}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")


def test_the_cases_of_the_report_by_area() -> None:
    result = run(["reports_yaml/goteborg-nordost-2024.yaml"], today=date(2026, 11, 22))
    top = grid(result, default_catalogue())[0]
    cases = {row.cells[1].text: [cell.text for cell in row.cells[2:7]] for row in top.rows}
    assert cases == {
        "Hela rapporten": ["43", "2", "1", "0", "0"],
        "Barn- och ungdomsvård": ["13", "1", "1", "0", "0"],
        "Ekonomiskt bistånd": ["17", "1", "0", "0", "0"],
        "Vuxna": ["13", "0", "0", "0", "0"],
    }
