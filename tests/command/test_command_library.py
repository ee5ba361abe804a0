"""The package as a library: one function, a typed result."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checker
from checker import Finding, Refused, Related, ReportResult, Result, Severity, Verdict, check

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(autouse=True)
def home(desk: Path) -> Path:
    return desk


def test_a_result_tells_rule_file_and_line() -> None:
    result: Result = check(["error.yaml"])
    finding: Finding = result.findings[0]
    assert (finding.rule, finding.file, finding.span.line) == ("TAB001", "error.yaml", 36)
    assert finding.severity is Severity.ERROR
    assert {"40", "41,"} <= set(finding.message.split())
    related: Related = finding.related[0]
    assert (related.file, related.span.line) == ("error.yaml", 39)


def test_a_result_tells_of_every_report() -> None:
    result = check([Path("both"), Path("draft.yaml")])
    reports: tuple[ReportResult, ...] = result.reports
    assert [(one.file, one.verdict) for one in reports] == [
        ("both/clean.yaml", Verdict.CLEAR),
        ("both/error.yml", Verdict.NEEDS_CORRECTION),
        ("draft.yaml", Verdict.DRAFT),
    ]
    assert result.verdict is Verdict.NEEDS_CORRECTION
    assert result.verdict_text.startswith("Behöver rättas")
    assert [one.todo for one in result.findings] == [False, True]


def test_severities_can_be_compared_and_counted() -> None:
    [report] = check(["warning.yaml"]).reports
    assert {severity: report.count(severity) for severity in Severity} == {
        Severity.ERROR: 0,
        Severity.WARNING: 1,
        Severity.INFO: 0,
    }
    assert min(Severity, key=lambda one: one.rank) is Severity.ERROR


@pytest.mark.parametrize("name", ["missing.yaml", "fifo.yaml", "clean.yaml/a.yaml", "/no/such"])
def test_a_file_that_cannot_be_read_is_refused_and_no_exception(name: str) -> None:
    result = check([name, "error.yaml"])
    refused: tuple[Refused, ...] = result.refused
    assert [one.file for one in refused] == [name]
    assert refused[0].reason.endswith(".")
    assert [one.rule for one in result.findings] == ["TAB001"]


@pytest.mark.parametrize("name", ["a\0b.yaml", "n" * 300, "round.yaml"])
def test_a_name_that_the_system_refuses_is_refused_too(home: Path, name: str) -> None:
    (home / "round.yaml").symlink_to("round.yaml")
    assert len(check([name]).refused) == 1


def test_a_file_that_is_no_report_is_a_finding() -> None:
    result = check(["latin1.yaml", "word.yaml", "syntax.yaml", "empty.yaml"])
    assert [one.judged for one in result.reports] == [False] * 4
    assert {one.file for one in result.findings} == {one.file for one in result.reports}
    assert result.refused == ()


def test_a_folder_without_reports_gives_an_empty_result() -> None:
    result = check(["nothing"])
    assert (result.reports, result.findings, result.refused) == ((), (), ())
    assert result.verdict is Verdict.NOT_TESTED


def test_no_path_at_all_gives_an_empty_result() -> None:
    assert check([]).reports == ()


def test_paths_may_come_one_by_one() -> None:
    assert len(check(name for name in ("clean.yaml", "error.yaml")).reports) == 2


def test_a_single_path_given_as_text_is_that_path_or_a_type_error() -> None:
    try:
        result = check("clean.yaml")
    except TypeError:
        return
    assert [one.file for one in result.reports] == ["clean.yaml"]


def test_nothing_is_written_to_the_screen(files: Mapping[str, bytes]) -> None:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        check([name for name in files if "/" not in name])
    assert (out.getvalue(), err.getvalue()) == ("", "")


def test_the_names_on_offer_are_those_in_all() -> None:
    for name in checker.__all__:
        assert getattr(checker, name) is not None
    with pytest.raises(AttributeError, match="checker"):
        _ = checker.nonsense
    assert sys.modules["checker"] is checker


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(checker.__file__).parent / "py.typed").is_file()
