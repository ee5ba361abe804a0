"""What a ruleset changes, and nothing besides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from checker.catalog import bind_documents
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.finding import Basis, Severity
from checker.rule_file import RuleFileError
from checker.verdict import Verdict
from fuzz.strategies import broken_files, files, rules
from tests.properties.judging import catalogue, judged, plain, shipped, told

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.result import ReportResult

some = settings(derandomize=True, max_examples=20)
any_file = st.one_of(files, broken_files, shipped)
FREE = sorted(
    one.rule.id
    for one in catalogue().checking
    if one.rule.basis in {Basis.TEMPLATE, Basis.GENERAL_ADVICE, Basis.PRACTICE}
)


def judged_by(content: bytes, whole: Catalogue) -> ReportResult:
    document = read_document(content, "rapport.yaml")
    report, crashes = judge_among(read_report(document), whole, ALONE)
    assert crashes == ()
    return report


@some
@given(any_file, st.sets(st.sampled_from(FREE), min_size=1, max_size=20))
def test_rules_that_are_turned_off_take_away_their_findings_and_no_others(
    content: bytes, off: set[str]
) -> None:
    less = judged_by(content, replace(catalogue(), off=frozenset(off)))
    assert told(less) == {one for one in told(judged(content)) if one[0] not in off}


@some
@given(any_file, st.sampled_from(FREE))
def test_a_rule_that_is_raised_finds_the_same_and_makes_no_verdict_better(
    content: bytes, raised: str
) -> None:
    bound = tuple(
        replace(one, rule=replace(one.rule, severity=Severity.ERROR))
        if one.rule.id == raised
        else one
        for one in catalogue().bound
    )
    before, after = judged(content), judged_by(content, replace(catalogue(), bound=bound))
    assert {(one[0], one[2:]) for one in told(after)} == {(one[0], one[2:]) for one in told(before)}
    order = list(Verdict)
    assert order.index(after.verdict) >= order.index(before.verdict)


@some
@given(any_file, rules)
def test_an_own_rule_adds_what_it_finds_and_changes_nothing_else(
    content: bytes, rule: dict[str, Any]
) -> None:
    try:
        files_of_own = {"EGN001.yaml": plain(rule)}
        own = tuple(bound for _, bound in bind_documents(files_of_own, catalogue().sources))
    except RuleFileError:
        reject()
    report = judged_by(content, replace(catalogue(), bound=(*catalogue().bound, *own)))
    assert {one for one in told(report) if one[0] != "EGN001"} == told(judged(content))
