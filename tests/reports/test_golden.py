"""The shipped reports and the whole text that a reader gets of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker.finding import Severity
from checker.output.lines import plain
from checker.output.text import text
from checker.result import Exit, Result, Verdict
from checker.run import run

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = sorted((ROOT / "reports_yaml").glob("*.yaml"))
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


def test_the_published_reports_need_correction() -> None:
    result = judged("reports_yaml")
    verdicts = {one.file: one.verdict for one in result.reports}
    assert verdicts == {
        "reports_yaml/ekero-2020.yaml": Verdict.NEEDS_CORRECTION,
        "reports_yaml/exempelkommun-2026.yaml": Verdict.CLEAR,
        "reports_yaml/goteborg-nordost-2024.yaml": Verdict.NEEDS_CORRECTION,
    }
    assert result.exit_code(Severity.ERROR) is Exit.FINDINGS
    assert not result.partial
