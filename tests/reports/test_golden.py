"""The shipped reports and the whole text that a reader gets of each."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.finding import Severity
from checker.output.lines import plain
from checker.output.text import text
from checker.run import run
from checker.verdict import Exit, Verdict

if TYPE_CHECKING:
    from checker.result import Result

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = sorted((ROOT / "reports_yaml").glob("*-20*.yaml"))
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def judged(*paths: Path | str) -> Result:
    result = run([str(path) for path in paths], today=TODAY)
    return replace(result, version="0.0.0")


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [80, 120])
def test_the_verdict_reads_as_it_was_judged_to_read(
    report: Path, width: int, pytestconfig: pytest.Config
) -> None:
    golden = GOLDEN / f"{report.stem}-{width}.txt"
    got = plain(text(judged(report), width))
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")
    assert max(map(len, got.splitlines())) <= width


def test_the_pattern_for_authors_is_faultless() -> None:
    result = judged("reports_yaml/exempelkommun-2026.yaml")
    assert result.findings == ()
    assert result.verdict is Verdict.CLEAR
    # There is no report of the year before to compare it with, and nothing else was left out.
    (reason,) = {one.reason for one in result.reports[0].not_run}
    assert reason == result.reports[0].not_compared


def test_the_repositorys_own_gate_is_green_and_shows_what_it_excuses() -> None:
    result = judged("reports_yaml")
    assert {one.verdict for one in result.reports} == {Verdict.CLEAR}
    assert result.verdict_text.startswith("Inget att rätta (14 undantag). ")
    assert result.exit_code(Severity.WARNING) is Exit.OK
    assert result.settings == ()
    assert not result.partial


def test_as_they_are_printed_the_published_reports_need_correction(tmp_path: Path) -> None:
    excused = judged("reports_yaml").waived
    for report in REPORTS:
        shutil.copy(report, tmp_path)
    result = judged(tmp_path)
    assert [one.verdict for one in result.reports] == [
        Verdict.NEEDS_CORRECTION,
        Verdict.CLEAR,
        Verdict.NEEDS_CORRECTION,
    ]
    assert result.exit_code(Severity.ERROR) is Exit.FINDINGS
    wrong = [one for one in result.findings if one.severity is not Severity.INFO]
    assert {one.rule for one in wrong} == {one.finding.rule for one in excused}
    assert sum(one.places for one in wrong) == len(excused) == 14
    assert {one.reason.partition(".")[0] for one in excused} == {"Återgivet som det är tryckt"}
