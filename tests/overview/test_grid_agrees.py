"""The grid and the rules say the same: what is not answered is what a rule has found missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.examples import judged as judged_example
from checker.overview.page import State
from checker.overview.remarks import routes_of
from checker.overview.sheets import sheet
from checker.run import run
from tests.overview.gridded import CATALOGUE

if TYPE_CHECKING:
    from checker.result import ReportResult
    from checker.rule import Example

ROOT = Path(__file__).resolve().parents[2]
DEMANDS = {
    row.demanded_by: row
    for group in CATALOGUE.requirements.groups
    for row in group.requirements
    if row.demanded_by
}
EXAMPLES = [
    pytest.param(example, id=f"{one.rule.id} {example.name}")
    for one in CATALOGUE.checking
    if one.rule.id in DEMANDS
    for example in (*one.rule.examples.good, *one.rule.examples.bad)
]
LACKING = {State.NOT_ANSWERED, State.EMPTY}


def lacking(result: ReportResult) -> set[tuple[str, tuple[str | int, ...]]]:
    """The demands that the grid calls unanswered, each with the report or the area."""
    return {
        (row.demanded_by, cell.scope.route)
        for row, cells in sheet(result, CATALOGUE, ()).all()
        if row.demanded_by
        for cell in cells
        if cell.own and cell.state in LACKING
    }


def found(result: ReportResult) -> set[tuple[str, tuple[str | int, ...]]]:
    """The demands that the rules have found unanswered."""
    return {
        (one.rule, route[:2] if route[:1] == ("verksamhetsområden",) else ())
        for one in result.findings
        if one.rule in DEMANDS
        for route in routes_of(one)
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_grid_calls_unanswered_what_the_rules_find_missing(example: Example) -> None:
    result, _ = judged_example(example, CATALOGUE)
    assert result.judged
    assert lacking(result) == found(result)


def test_the_grid_agrees_with_the_rules_on_the_shipped_reports() -> None:
    results = run([str(ROOT / "reports_yaml")]).reports
    assert len(results) >= 3
    for result in results:
        assert lacking(result) == found(result)
