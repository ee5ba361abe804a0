"""The JSON form: the result as a version 1 document."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from checker.arithmetic.outcome import Outcome
from checker.finding import Severity
from checker.output import json_model as model
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from checker.document.model import Route
    from checker.finding import Finding
    from checker.provisos import Narrowed
    from checker.result import NotRun, NotTestable, ReportResult, Result, Waived
    from checker.ruleset.model import Deviation
    from checker.verdict import Exit


def json_form(result: Result, exit_code: Exit) -> str:
    """The result as JSON; ASCII only, so that no terminal and no log can stumble on it."""
    whole: Counter[Outcome] = Counter()
    for report in result.reports:
        whole.update(report.arithmetic)
    document = model.Document(
        tool=model.Tool(version=result.version),
        date=result.today.isoformat(),
        ruleset=_ruleset(result),
        verdict=model.Verdict(code=result.verdict.value, text=result.verdict_text),
        exit_code=int(exit_code),
        partial=result.partial,
        final=result.final,
        narrowed=_narrowed(result.narrowed) if result.narrowed else None,
        summary=model.Summary(
            reports=len(result.reports),
            error=_sum(result, Severity.ERROR),
            warning=_sum(result, Severity.WARNING),
            info=_sum(result, Severity.INFO),
            todo=sum(report.todos for report in result.reports),
            human=sum(len(report.points) for report in result.reports),
            waived=len(result.waived),
            arithmetic=_arithmetic(whole),
        ),
        reports=[_report(report) for report in result.reports],
        findings=[_finding(finding) for finding in result.findings],
        waived=[_waived(one) for one in result.waived],
        not_run=[_untested(one) for report in result.reports for one in report.not_run],
        not_testable=[_untested(one) for report in result.reports for one in report.not_testable],
        refused=[model.Refused(file=one.file, reason=one.reason) for one in result.refused],
        crashes=[
            model.Crash(rule=one.rule, file=one.file, error=one.error) for one in result.crashes
        ],
        given_up=[
            model.GivenUp(file=one.file, seconds=one.seconds, reason=f"{one.told} {one.remedy}")
            for one in result.given_up
        ],
    )
    data = document.model_dump(mode="json")
    return json.dumps(data, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def result_schema() -> str:
    """The JSON Schema of the result, generated from the model."""
    schema = model.Document.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def pointer(route: Route) -> str:
    """A route as a JSON Pointer (RFC 6901)."""
    steps = (shown(step, LONG).replace("~", "~0").replace("/", "~1") for step in route)
    return "".join(f"/{step}" for step in steps)


def _sum(result: Result, severity: Severity) -> int:
    return sum(1 for one in result.findings if one.severity is severity and not one.todo)


def _arithmetic(outcomes: Counter[Outcome]) -> model.Arithmetic:
    return model.Arithmetic(
        agrees=outcomes[Outcome.AGREES],
        may_agree=outcomes[Outcome.MAY_AGREE],
        disagrees=outcomes[Outcome.DISAGREES],
        not_testable=outcomes[Outcome.NOT_TESTABLE],
    )


def _report(report: ReportResult) -> model.Report:
    heading = report.heading
    period = None
    if heading.period:
        first, last = heading.period.first, heading.period.last
        period = model.Period(first=first.isoformat(), last=last.isoformat())
    return model.Report(
        file=report.file,
        verdict=model.Verdict(code=report.verdict.value, text=report.verdict_text),
        draft=report.draft,
        period=period,
        previous=report.previous or None,
        not_compared=report.not_compared or None,
        title=heading.title,
        municipality=heading.kommun,
        board=heading.board,
        error=report.count(Severity.ERROR),
        warning=report.count(Severity.WARNING),
        info=report.count(Severity.INFO),
        todo=report.todos,
        waived=len(report.waived),
        rules_run=report.rules_run,
        not_applicable=list(report.not_applicable),
        human=[point.question for point in report.points],
        arithmetic=_arithmetic(report.arithmetic),
    )


def _narrowed(narrowed: Narrowed) -> model.Narrowed:
    return model.Narrowed(
        since=narrowed.since,
        left_out=narrowed.left_out,
        reason=narrowed.reason or None,
        gone=list(narrowed.gone),
    )


def _ruleset(result: Result) -> model.Ruleset:
    ruleset = result.ruleset
    return model.Ruleset(
        file=ruleset.file or None,
        rules=result.rules,
        only=list(result.only),
        off=[one.rule for one in ruleset.deviations if one.off],
        changed=[one.rule for one in ruleset.deviations if not one.off],
        own=list(ruleset.own),
        deviations=[_deviation(one) for one in ruleset.deviations],
    )


def _deviation(one: Deviation) -> model.Deviation:
    return model.Deviation(
        rule=one.rule,
        off=one.off,
        on=one.on,
        severity=one.severity[1].value if one.severity else None,
        parameters=[
            model.Parameter(name=each.name, was=each.was, now=each.now) for each in one.parameters
        ],
        reason=one.reason,
        line=one.line,
    )


def _waived(one: Waived) -> model.Waived:
    return model.Waived(
        **dict(_finding(one.finding)),
        reason=one.reason,
        decided_by=one.decided_by,
        until=one.until.isoformat() if one.until else None,
        exception=model.Exempting(file=one.file, line=one.span.line),
    )


def _finding(finding: Finding) -> model.Finding:
    return model.Finding(
        rule=finding.rule,
        name=finding.name,
        severity=finding.severity.value,
        basis=finding.basis.value,
        message=finding.message,
        help=finding.help,
        todo=finding.todo,
        places=finding.places,
        file=finding.file,
        line=finding.span.line,
        column=finding.span.column,
        end_line=finding.span.end_line,
        end_column=finding.span.end_column,
        path=pointer(finding.route),
        crumbs=finding.crumbs,
        related=[
            model.Related(
                file=one.file,
                line=one.span.line,
                column=one.span.column,
                path=pointer(one.route),
                message=one.message,
            )
            for one in finding.related
        ],
        sources=[citation.full for citation in finding.citations],
        fingerprint=finding.fingerprint,
    )


def _untested(one: NotRun | NotTestable) -> model.NotRun:
    return model.NotRun(
        rule=one.rule,
        reason=one.reason,
        file=one.file,
        line=one.span.line,
        column=one.span.column,
        path=pointer(one.route or ()),
    )
