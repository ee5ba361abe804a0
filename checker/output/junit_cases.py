"""The cases of a JUnit report: what became of each rule on one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.shown import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.finding import Finding
    from checker.result import Crash, NotRun, NotTestable, ReportResult, Result, Waived
    from checker.rule import Rule

PASSED, FAILED, BROKEN, SKIPPED = "passed", "failure", "error", "skipped"
EXCEPTIONS = frozenset({"ended-exception", "unused-exception", "no-report"})
"""The codes of what is told of ``undantag.yaml``: no report passes or fails by them."""


@dataclass(frozen=True, slots=True)
class Case:
    """What became of a rule.

    Attributes:
        status: one of the four above.
        message: why, in a sentence; empty where it passed.
        text: the whole of it, line by line.
        output: what was found that does not fail it.
        line: of the first finding; 0 for none.
    """

    name: str
    status: str = PASSED
    message: str = ""
    text: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    line: int = 0


@dataclass
class _Told:
    """Everything about one rule on one report."""

    findings: list[Finding] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    untested: list[str] = field(default_factory=list)


def report_cases(report: ReportResult, result: Result) -> Iterator[Case]:
    """A case for each rule of the run, and for each that the ruleset turns off."""
    told = _by_rule(report, result.crashes)
    off = {one.rule: one.reason for one in result.ruleset.deviations if one.off}
    for bound in result.catalogue.bound:
        rule = bound.rule
        if bound.code in EXCEPTIONS:
            continue
        if result.only and not bound.code and rule.id not in result.only:
            continue
        if rule.id in off and not result.only:
            yield Case(_name(rule), SKIPPED, f"Avstängd i regeluppsättningen. Skäl: {off[rule.id]}")
        elif result.only or not rule.opt_in:
            yield _case(rule, told.get(rule.id, _Told()), report)


def settings_cases(found: Iterable[Finding], result: Result) -> Iterator[Case]:
    """A case for each rule about exceptions."""
    by_rule: dict[str, list[Finding]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    for bound in result.catalogue.bound:
        if bound.code in EXCEPTIONS or bound.rule.id in by_rule:
            yield _found(_name(bound.rule), by_rule.get(bound.rule.id, []))


def _case(rule: Rule, told: _Told, report: ReportResult) -> Case:
    """The gravest thing that can be said; whatever else there is stands in its text or output."""
    name, found = _name(rule), _found(_name(rule), told.findings)
    waived = tuple(row for one in told.waived for row in _excused(one))
    if told.crashes:
        words = tuple(dict.fromkeys(crash.told for crash in told.crashes))
        text = (*words, *found.text)
        return Case(name, BROKEN, words[0], text, (*found.output, *waived), found.line)
    if found.status == FAILED:
        output = (*found.output, *waived, *told.untested)
        return Case(name, FAILED, found.message, found.text, output, found.line)
    reasons = _reasons(rule, told, report)
    if reasons:
        return Case(name, SKIPPED, reasons[0], (*reasons, *waived), found.output, found.line)
    return found


def _reasons(rule: Rule, told: _Told, report: ReportResult) -> tuple[str, ...]:
    """Why a rule did not pass though it found nothing wrong."""
    if not report.judged and not told.findings:
        return ("Filen gick inte att läsa som rapport, så regeln kördes inte.",)
    reasons = [f"Kunde inte köras överallt: {one}." for one in dict.fromkeys(told.untested)]
    if told.waived:
        reasons.insert(0, f"Undantag: {said(told.waived[0].reason)}")
    if rule.id in report.not_applicable:
        reasons.append("Rapporten har inget som regeln gäller.")
    return tuple(reasons)


def _found(name: str, findings: list[Finding]) -> Case:
    """Errors fail a case, whatever ``--fail-on`` says: that is what the exit code is for."""
    errors = [one for one in findings if one.severity is Severity.ERROR and not one.todo]
    others = [one for one in findings if one not in errors]
    text = tuple(row for one in errors for row in _rows(one))
    output = tuple(row for one in others for row in _rows(one))
    line = findings[0].span.line if findings else 0
    if not errors:
        return Case(name, output=output, line=line)
    rest = f" (och {len(errors) - 1} till)" if len(errors) > 1 else ""
    return Case(name, FAILED, f"{said(errors[0].message)}{rest}", text, output, line)


def _rows(finding: Finding) -> Iterator[str]:
    label = "att göra" if finding.todo else finding.severity.words
    place = f", {finding.crumbs}" if finding.crumbs else ""
    span = finding.span
    yield f"{finding.file} rad {span.line}, kolumn {span.column}{place}"
    yield f"{label}: {said(finding.message)}"
    for one in finding.related:
        yield f"jfr {one.file} rad {one.span.line}: {said(one.message)}"
    yield f"Så här: {said(finding.help)}"
    if finding.citations:
        yield f"Källor: {'; '.join(said(one.full) for one in finding.citations)}"


def _excused(waived: Waived) -> Iterator[str]:
    until = f"till {waived.until}" if waived.until else "utan sista dag"
    yield from _rows(waived.finding)
    yield f"Skäl: {said(waived.reason)}"
    yield f"Beslutat av: {said(waived.decided_by)}, {until} ({waived.file} rad {waived.span.line})"


def _by_rule(report: ReportResult, crashes: Iterable[Crash]) -> dict[str, _Told]:
    told: dict[str, _Told] = {}
    for finding in report.findings:
        told.setdefault(finding.rule, _Told()).findings.append(finding)
    for waived in report.waived:
        told.setdefault(waived.finding.rule, _Told()).waived.append(waived)
    for crash in crashes:
        if crash.file == report.file and crash.rule:
            told.setdefault(crash.rule, _Told()).crashes.append(crash)
    untested: tuple[NotRun | NotTestable, ...] = (*report.not_run, *report.not_testable)
    for one in untested:
        words = f"{said(one.reason)}, rad {one.span.line}"
        told.setdefault(one.rule, _Told()).untested.append(words)
    return told


def _name(rule: Rule) -> str:
    return f"{rule.id} {said(rule.title)}"
