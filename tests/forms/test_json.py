"""The json form: its schema is published and versioned, and holds for whatever a run can end in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from checker.output.json_form import result_schema
from checker.result import Crash, Refused
from checker.run import run
from checker.verdict import Exit
from tests.forms.checked import read_json
from tests.forms.conftest import REPORT, TODAY
from tests.inner.conftest import Bench

if TYPE_CHECKING:
    import pytest

    from checker.result import Result

BENCH = Bench()
SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def test_the_published_schema_has_a_version_that_every_result_carries(made_up: Result) -> None:
    schema = json.loads(result_schema())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["version"]["const"] == 1
    assert read_json(made_up)["version"] == 1
    assert set(schema["required"]) == set(schema["properties"]) - {"version"}
    assert schema["additionalProperties"] is False
    assert (SCHEMAS / "result.schema.json").is_file()  # test_project holds it up to date


def test_the_made_up_report_is_told_in_full(made_up: Result) -> None:
    data = read_json(made_up)
    assert data["exit_code"] == 1
    assert data["verdict"] == {"code": "needs_correction", "text": made_up.verdict_text}
    assert data["ruleset"]["file"] == "kvalitetskoll.yaml"
    assert (data["ruleset"]["off"], data["ruleset"]["own"]) == (["ATG002"], ["KOM001"])
    assert data["ruleset"]["changed"] == ["DEL011", "RIM001"]
    assert {name: data["summary"][name] for name in ("error", "warning", "info", "todo")} == {
        "error": 6,
        "warning": 6,
        "info": 4,
        "todo": 6,
    }
    assert len(data["findings"]) == 20
    assert [one["exception"]["line"] for one in data["waived"]] == [3, 8]
    assert len(data["not_run"]) > 20
    assert [one["line"] for one in data["not_testable"]] == [61]
    first, second = data["reports"]
    assert (first["previous"], second["previous"]) == (None, "kvalitetsrapport-2024.yaml")
    assert first["not_compared"].startswith("ingen rapport från samma kommun och nämnd")
    assert second["not_compared"] is None


def test_it_says_whether_drafts_were_read_as_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPORT)
    told = [read_json(run(["."], today=TODAY, final=final)) for final in (False, True)]
    assert [one["final"] for one in told] == [False, True]
    assert [one["summary"]["todo"] for one in told] == [6, 0]
    assert [one["summary"]["error"] for one in told] == [6, 8]


def test_a_run_that_went_wrong_fits_the_schema_too() -> None:
    result = BENCH.result(
        BENCH.report_result(judged=False),
        refused=(Refused("borta.yaml", "filen finns inte."),),
        crashes=(Crash("", "namn.yaml", "KeyError"),),
        only=("TST001",),
    )
    for code in Exit:
        assert read_json(result, code)["exit_code"] == int(code)
    assert read_json(BENCH.result())["reports"] == []
