"""Lines count from 1 in every form: the first, the last, and one inside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.run import run
from tests.forms.checked import read_gitlab, read_json, read_junit, read_sarif
from tests.forms.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from checker.result import Result

FIRST = "okänd: 1"
TEXT = "sammanfattning:\n  text: |\n    En rad.\n    Här står {borta.helt} mitt i.\n    En till."
REPORT = f"{FIRST}\nformat: kvalitetsrapport/1\nstatus: färdig\n{TEXT}\nsist: 1"
PLACES = {("FORM101", 1): (8, 9), ("TXT001", 7): (5, 34), ("FORM101", 9): (7, 8)}


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def result(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Result:
    text = REPORT.replace("\n", request.param)
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8", newline="")  # ends without a line feed
    monkeypatch.chdir(tmp_path)
    return run(["a.yaml"], today=TODAY)


def of_interest(found: set[tuple[str, int]]) -> set[tuple[str, int]]:
    return {one for one in found if one[0] in {"FORM101", "TXT001"}}


def test_in_json(result: Result) -> None:
    told = {
        (one["rule"], one["line"]): (one["column"], one["end_column"])
        for one in read_json(result)["findings"]
    }
    assert {key: told[key] for key in of_interest(set(told))} == PLACES


def test_in_sarif(result: Result, tmp_path: Path) -> None:
    def region(one: dict[str, Any]) -> dict[str, int]:
        place: dict[str, int] = one["locations"][0]["physicalLocation"]["region"]
        return place

    found = read_sarif(result, folder=tmp_path)["results"]
    told = {
        (one["ruleId"], region(one)["startLine"]): (
            region(one)["startColumn"],
            region(one)["endColumn"],
        )
        for one in found
    }
    assert {key: told[key] for key in of_interest(set(told))} == PLACES


def test_in_gitlab(result: Result) -> None:
    told = {(one["check_name"], one["location"]["lines"]["begin"]) for one in read_gitlab(result)}
    assert of_interest(told) == set(PLACES)


def test_in_junit(result: Result) -> None:
    told = {
        (str(case.get("name")).split()[0], row)
        for case in read_junit(result).iter("testcase")
        for row in str(case.findtext("failure")).splitlines()
        if row.startswith("a.yaml rad ")
    }
    assert of_interest({(rule, int(row.split()[2].strip(","))) for rule, row in told}) == set(
        PLACES
    )
