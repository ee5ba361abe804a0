from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.document.model import Span
from checker.finding import Severity
from checker.registers import Point
from checker.result import Crash, Refused
from checker.verdict import Exit, Verdict

if TYPE_CHECKING:
    from checker.result import ReportResult
    from tests.inner.conftest import Bench

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
POINT = Point("BED001", "Är det så?", "Maskinen vet inte.", "**.analys")


def report(
    bench: Bench, *severities: Severity, todos: int = 0, draft: bool = False
) -> ReportResult:
    found = [bench.finding(severity=one) for one in severities]
    found += [bench.finding(severity=ERROR, todo=True)] * todos
    return bench.report_result(*found, draft=draft)


def unread(bench: Bench, *severities: Severity) -> ReportResult:
    found = [bench.finding(severity=one) for one in severities]
    return bench.report_result(*found, judged=False)


def test_verdicts_are_ordered_from_the_best_to_the_worst() -> None:
    assert list(Verdict) == [
        "clear",
        "clear_with_remarks",
        "draft",
        "needs_correction",
        "not_tested",
    ]


@pytest.mark.parametrize(
    ("severities", "verdict", "text"),
    [
        ((), "clear", "Inget att rätta"),
        ((INFO, INFO), "clear", "Inget att rätta"),
        ((INFO, WARNING), "clear_with_remarks", "Klar med påpekanden"),
        ((WARNING, ERROR, INFO), "needs_correction", "Behöver rättas"),
    ],
)
def test_a_finished_report_is_judged_by_its_worst_finding(
    bench: Bench, severities: tuple[Severity, ...], verdict: str, text: str
) -> None:
    judged = report(bench, *severities)
    assert (judged.verdict, judged.verdict_text) == (verdict, text)


@pytest.mark.parametrize(
    ("todos", "text"),
    [
        (0, "Utkast: inga delar återstår"),
        (1, "Utkast: 1 del återstår"),
        (2, "Utkast: 2 delar återstår"),
        (12, "Utkast: 12 delar återstår"),
    ],
)
def test_a_draft_says_how_much_is_left(bench: Bench, todos: int, text: str) -> None:
    judged = report(bench, WARNING, INFO, todos=todos, draft=True)
    assert (judged.verdict, judged.verdict_text, judged.todos) == ("draft", text, todos)


def test_a_draft_with_an_error_is_to_be_corrected(bench: Bench) -> None:
    assert report(bench, ERROR, todos=2, draft=True).verdict_text == "Behöver rättas"


def test_a_report_that_could_not_be_read_is_not_tested_whatever_was_found(bench: Bench) -> None:
    for judged in (unread(bench), unread(bench, ERROR), unread(bench, INFO)):
        assert (judged.verdict, judged.verdict_text) == ("not_tested", "Kunde inte kontrolleras")


def test_a_finding_about_several_places_is_as_many_things_to_do(bench: Bench) -> None:
    judged = bench.report_result(
        bench.finding(todo=True, places=5), bench.finding(todo=True), bench.finding(places=7)
    )
    assert judged.todos == 6


def test_findings_are_counted_by_severity_and_what_is_to_do_by_itself(bench: Bench) -> None:
    judged = report(bench, ERROR, WARNING, WARNING, INFO, INFO, INFO, todos=4)
    assert [judged.count(one) for one in Severity] == [1, 2, 3]


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ("", "not_tested"),
        ("clear", "clear"),
        ("clear remarks clear", "clear_with_remarks"),
        ("draft remarks clear", "draft"),
        ("clear draft error", "needs_correction"),
        ("error unread draft", "not_tested"),
    ],
)
def test_several_reports_are_as_good_as_the_worst(bench: Bench, states: str, verdict: str) -> None:
    made = {
        "clear": report(bench),
        "remarks": report(bench, WARNING),
        "draft": report(bench, draft=True, todos=1),
        "error": report(bench, ERROR),
        "unread": unread(bench),
    }
    assert bench.result(*(made[state] for state in states.split())).verdict == verdict


def test_a_run_in_which_something_was_not_read_or_broke_down_is_not_tested(bench: Bench) -> None:
    refused = (Refused("a.yaml", "filen finns inte."),)
    crashes = (Crash("TST001", "namn.yaml", "ValueError"),)
    for result in (
        bench.result(report(bench), refused=refused),
        bench.result(report(bench), crashes=crashes),
    ):
        assert (result.verdict, result.verdict_text) == ("not_tested", "Kunde inte kontrolleras")


def test_the_drafts_of_a_run_are_counted_together(bench: Bench) -> None:
    result = bench.result(
        report(bench, todos=2, draft=True), report(bench, todos=1, draft=True), report(bench)
    )
    assert result.verdict_text == "Utkast: 3 delar återstår"


@pytest.mark.parametrize(
    ("points", "tail"),
    [
        (0, ""),
        (1, ". 1 punkt kräver bedömning av en människa"),
        (2, ". 2 punkter kräver bedömning av en människa"),
    ],
)
def test_the_verdict_ends_with_what_is_left_to_people(bench: Bench, points: int, tail: str) -> None:
    one = bench.report_result(points=(POINT,) * points)
    assert bench.result(one, report(bench)).verdict_text == f"Inget att rätta{tail}"
    split = [bench.report_result(points=(POINT,)) for _ in range(points)]
    assert bench.result(report(bench), *split).verdict_text == f"Inget att rätta{tail}"


def test_a_run_of_some_rules_says_so(bench: Bench) -> None:
    judged = bench.report_result(points=(POINT,))
    assert bench.result(judged, only=("TAB001",)).verdict_text == (
        "Inget att rätta (delvis kontrollerad). 1 punkt kräver bedömning av en människa"
    )


@pytest.mark.parametrize(
    ("severity", "codes"),
    [(ERROR, (1, 1, 1, 0)), (WARNING, (0, 1, 1, 0)), (INFO, (0, 0, 1, 0)), (None, (0, 0, 0, 0))],
)
def test_the_exit_code_follows_the_level_that_fails(
    bench: Bench, severity: Severity | None, codes: tuple[int, ...]
) -> None:
    result = bench.result(report(bench, *([severity] if severity else [])))
    assert tuple(result.exit_code(level) for level in (ERROR, WARNING, INFO, None)) == codes


def test_what_is_to_do_never_fails(bench: Bench) -> None:
    assert bench.result(report(bench, todos=3, draft=True)).exit_code(INFO) == 0


def test_one_report_of_several_is_enough_to_fail(bench: Bench) -> None:
    assert bench.result(report(bench), report(bench, ERROR), report(bench)).exit_code(ERROR) == 1


def test_what_a_file_is_fails_like_a_finding(bench: Bench) -> None:
    assert bench.result(unread(bench, ERROR)).exit_code(ERROR) == Exit.FINDINGS
    assert bench.result(report(bench), unread(bench, ERROR)).exit_code(ERROR) == Exit.FINDINGS


def test_nothing_judged_is_never_a_pass(bench: Bench) -> None:
    assert bench.result().exit_code(ERROR) == 3
    assert bench.result(unread(bench, WARNING)).exit_code(ERROR) == 3
    assert bench.result(unread(bench, ERROR)).exit_code(None) == 3
    assert bench.result(unread(bench), report(bench)).exit_code(ERROR) == 0


def test_the_exit_codes_are_those_of_the_contract() -> None:
    assert {code.name: int(code) for code in Exit} == {
        "OK": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "NOTHING_JUDGED": 3,
        "INTERNAL": 4,
        "INTERRUPTED": 130,
    }


def test_four_goes_over_two_and_two_over_one(bench: Bench) -> None:
    refused = (Refused("a.yaml", "filen finns inte."),)
    crash = Crash("TST001", "namn.yaml", "ValueError")
    wrong = report(bench, ERROR)
    assert bench.result(wrong, refused=refused).exit_code(ERROR) == 2
    assert bench.result(refused=refused).exit_code(None) == 2
    both = bench.result(wrong, refused=refused, crashes=(crash,))
    assert both.exit_code(ERROR) == both.exit_code(None) == 4


def test_a_result_is_partial_when_a_check_broke_down(bench: Bench) -> None:
    assert not bench.result(report(bench, ERROR)).partial
    assert bench.result(crashes=(Crash("TST001", "namn.yaml", "ValueError"),)).partial


def test_findings_are_told_by_file_place_and_rule(bench: Bench) -> None:
    made = [
        bench.finding(file=file, span=Span(line, column, line, column), rule=rule)
        for file, line, column, rule in (
            ("b", 1, 1, "A"),
            ("a", 10, 1, "A"),
            ("a", 2, 9, "A"),
            ("a", 2, 9, "B"),
            ("a", 2, 10, "A"),
        )
    ]
    result = bench.result(bench.report_result(*made[:2]), bench.report_result(*made[:1:-1]))
    assert result.findings == (made[2], made[3], made[4], made[1], made[0])
