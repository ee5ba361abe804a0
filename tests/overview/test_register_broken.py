"""However a report is broken, every table is whole, and what cannot be read is told as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.overview.measures import measures
from checker.overview.page import State
from checker.overview.register import register
from tests.overview.small_reports import judged

MODEL = Path(__file__).resolve().parents[2] / "reports_yaml" / "exempelkommun-2026.yaml"
LINES = MODEL.read_text(encoding="utf-8").splitlines(keepends=True)
PLACES = [
    number
    for number, line in enumerate(LINES)
    if line.strip() and (159 <= number + 1 <= 222 or number + 1 >= 283)
]
UNTESTED = "kunde inte kontrolleras"


def broken(line: str, way: str) -> str:
    """A line with something wrong: another value, a list, or the line gone."""
    begin, colon, _ = line.partition(":")
    return {
        "text": f"{begin}: Fel sak\n" if colon else line,
        "list": f"{begin}:\n{' ' * (len(begin) - len(begin.lstrip()) + 4)}- - 1\n",
        "gone": "",
    }[way]


@pytest.mark.parametrize("way", ["text", "list", "gone"])
def test_every_table_is_whole_whatever_line_is_broken(way: str) -> None:
    for number in PLACES:
        lines = [*LINES[:number], broken(LINES[number], way), *LINES[number + 1 :]]
        result = judged("".join(lines))
        for table in (*register(result), *measures(result)):
            for row in table.rows:
                assert len(row.cells) == len(table.columns)
                for cell in row.cells:
                    assert cell.text.strip()
                    assert (UNTESTED in cell.text) is (cell.state is State.NOT_TESTED)
                    assert all(1 <= place.line <= len(lines) + 1 for place in cell.places)


def test_a_case_that_is_there_is_in_the_register_whatever_value_is_broken() -> None:
    keys = [number for number in PLACES if 165 <= number < 220 and ":" in LINES[number]]
    for number in keys:
        result = judged(
            "".join([*LINES[:number], broken(LINES[number], "text"), *LINES[number + 1 :]])
        )
        table, sums = register(result)
        if result.reports[0].judged:
            assert len(table.rows) == 3
            assert sums.rows[-1].cells[-1].text == "3"
        else:
            assert {cell.text for row in table.rows for cell in row.cells} == {UNTESTED}
