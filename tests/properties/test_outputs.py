"""Every form tells the same, hides the same, and keeps what it promises for any input."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from checker.finding import Severity
from checker.output.json_form import json_form
from checker.output.lines import plain as drawn
from checker.output.text import text
from checker.privacy import mask
from fuzz.cases import Case, of_report
from fuzz.driver import examine
from fuzz.forms import CHECK
from fuzz.strategies import (
    broken_files,
    byte_noise,
    cases,
    cases_with_number,
    exceptions,
    files,
    hostile_files,
    rules,
    rulesets,
)
from tests.properties.judging import judged, plain, result_of, shipped

if TYPE_CHECKING:
    from pathlib import Path

some = settings(
    derandomize=True, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
any_file = st.one_of(files, broken_files, hostile_files, shipped)
few = settings(some, max_examples=6)  # each is drawn in every form, and twice
PLACE = re.compile(r"^ {2,}([A-Z]{3,4}\d{3}) · rad (\d+)", re.MULTILINE)
FINGERPRINT = re.compile(r"\b[0-9a-f]{32}\b")  # a hash: its figures are of nobody
SOUND = plain({"format": "kvalitetsrapport/1", "rapport": {"titel": "Kvalitetsrapport"}})


def json_of(content: bytes) -> Any:
    result = result_of(judged(content))
    return json.loads(json_form(result, result.exit_code(Severity.ERROR)))


@some
@given(any_file)
def test_json_finds_on_the_lines_where_text_finds(content: bytes) -> None:
    wide = drawn(text(result_of(judged(content)), 1_000))
    shown = {(rule, int(line)) for rule, line in PLACE.findall(wide)}
    found = {(one["rule"], one["line"]) for one in json_of(content)["findings"]}
    assert found <= shown
    untested = json_of(content)["not_run"] + json_of(content)["not_testable"]
    assert {rule for rule, _ in shown - found} <= {one["rule"] for one in untested}


@pytest.mark.parametrize("form", CHECK)
@some
@given(content=st.one_of(any_file, cases_with_number.map(lambda case: case.files[0][1])))
def test_there_is_nothing_left_to_mask_on_any_line_of_an_output(form: str, content: bytes) -> None:
    assume(b"9999" not in content)  # 2025-06-30–9999-12-31, a period as we write it, reads as one
    result = result_of(judged(content))
    output = CHECK[form](result, result.exit_code(Severity.ERROR))
    for line in FINGERPRINT.sub("", output).split("\n"):
        assert mask(line) == line


@few
@given(case=cases_with_number)
def test_a_number_put_anywhere_in_a_report_comes_out_of_no_form(case: Case, tmp_path: Path) -> None:
    assert len(case.planted) == 1
    assert examine(case, tmp_path / "place")[0] == []


@few
@given(case=cases)
def test_whatever_is_tried_no_promise_is_broken(case: Case, tmp_path: Path) -> None:
    assert examine(case, tmp_path / "place")[0] == []


@few
@given(content=byte_noise)
def test_bytes_that_nobody_wrote_break_no_promise(content: bytes, tmp_path: Path) -> None:
    assert examine(of_report(content), tmp_path / "place")[0] == []


@few
@given(rule=rules, ruleset=rulesets, exempt=exceptions)
def test_settings_that_nobody_meant_break_no_promise(
    rule: dict[str, Any], ruleset: dict[str, Any], exempt: dict[str, Any], tmp_path: Path
) -> None:
    ruleset = {**ruleset, "rules_folder": "egna"}
    beside = (
        ("a-rapport.yaml", SOUND),
        ("kvalitetskoll.yaml", plain(ruleset)),
        ("undantag.yaml", plain(exempt)),
        ("egna/EGN001.yaml", plain(rule)),
    )
    assert examine(Case("settings", beside, in_folder=True), tmp_path / "place")[0] == []
