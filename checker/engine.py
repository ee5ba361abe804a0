"""One report judged: its shape, then every rule on every item, nothing passed over in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.arithmetic.outcome import Outcome
from checker.deadline import Allowance, require_time
from checker.edition import ALONE
from checker.exceptions.model import NONE
from checker.finding import Judged, Problem
from checker.giving_up import OUT_OF_TIME
from checker.guard import CODES, REFUSED, guard
from checker.report import PERIOD, NotComparedError, Report, UnsoundError, has_content
from checker.result import Crash, Heading, NotRun, NotTestable, ReportResult
from checker.schema.shape import read_shape
from checker.shown import LONG, shown
from checker.wording import Findings

if TYPE_CHECKING:
    from checker.binding import Bound
    from checker.catalog import Catalogue
    from checker.document.model import Document, Route, Span
    from checker.edition import Neighbours
    from checker.exceptions.model import Excuses
    from checker.registers import Point
    from checker.report import Item
    from checker.schema.shape import Shape

NOT_IN_FORCE = "ingen av regelns källor gällde under rapportens period"
NOT_IN_FORCE_THEN = "ingen av regelns källor gällde den dag som uppgiften har"
NO_PERIOD = "rapportens period är inte känd"
UNREADABLE = "uppgiften går inte att läsa: se påpekandet på rad {line}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and its shape.

    Attributes:
        report: None for what cannot be judged as a report.
    """

    document: Document
    shape: Shape | None
    report: Report | None


@dataclass
class Judging:
    """What has come out so far for one report."""

    report: Report
    findings: Findings
    not_run: list[NotRun] = field(default_factory=list)
    not_applicable: list[str] = field(default_factory=list)
    not_testable: list[NotTestable] = field(default_factory=list)
    arithmetic: Counter[Outcome] = field(default_factory=Counter)
    crashes: list[Crash] = field(default_factory=list)
    rules_run: int = 0
    told_at: dict[Route, Span] = field(default_factory=dict)
    stopped: dict[str, set[Route]] = field(default_factory=dict)
    not_compared: set[tuple[str, str]] = field(default_factory=set)


def read_report(document: Document, *, final: bool = False) -> Reading:
    """Reads a document as a report, once for all that is asked of it."""
    shape = read_shape(document) if document.readable else None
    if shape is None or not shape.judged:
        return Reading(document, shape, None)
    return Reading(document, shape, Report(document, shape.values, shape.broken, final))


def judge(
    document: Document, catalogue: Catalogue, *, final: bool = False
) -> tuple[ReportResult, tuple[Crash, ...]]:
    """Judges one document by all rules, with no other report beside it."""
    return judge_among(read_report(document, final=final), catalogue, ALONE)


def judge_among(
    reading: Reading,
    catalogue: Catalogue,
    neighbours: Neighbours,
    excuses: Excuses = NONE,
    time: Allowance | None = None,
) -> tuple[ReportResult, tuple[Crash, ...]]:
    """Judges one report by all rules, those too that compare it with its neighbours.

    Args:
        reading: the report.
        catalogue: the rules of the run.
        neighbours: what lies around it.
        excuses: the exceptions for it.
        time: what is left of what it may take; default without end.
    """
    document, shape, time = reading.document, reading.shape, time or Allowance(None)
    findings = Findings(document, catalogue, excuses=excuses)
    report = reading.report and replace(reading.report, neighbours=neighbours)
    findings.report = report
    for fault in document.faults:
        findings.add_fault(fault)
    for misfit in shape.misfits if shape else ():
        findings.add(catalogue.builtin[misfit.code], misfit.problem)
    if shape is None or report is None:
        with time:
            for fault in guard(document, most=REFUSED):
                findings.add_fault(fault)
        found = findings.all()
        return ReportResult(document.name, document, judged=False, findings=found), ()
    judging = Judging(report, findings, told_at=shape.told_at(document))
    unfinished = [catalogue.builtin[code].id for code in CODES.values()]
    unfinished += [bound.rule.id for bound in catalogue.checking]
    with time:
        last = report.ends[1]
        for fault in guard(document, last.last if last else None):
            findings.add_fault(fault)
        del unfinished[: len(CODES)]
        for bound in catalogue.checking:
            _run_rule(bound, judging)
            del unfinished[0]
    start = document.place(())
    skipped = (NotRun(rule, OUT_OF_TIME, document.name, start, ()) for rule in unfinished)
    judging.not_run.extend(skipped)
    result = _concluded(judging, catalogue)
    return replace(result, given_up=time.is_up or neighbours.is_partial), tuple(judging.crashes)


def _run_rule(bound: Bound, judging: Judging) -> None:
    rule, report = bound.rule, judging.report
    items = {item.route: item for item in bound.items(report)}
    if rule.basis.is_norm and report.period and not judging.findings.in_force(rule, ()):
        place = report.document.place(("rapport", "period"))
        judging.not_run.append(NotRun(rule.id, NOT_IN_FORCE, report.document.name, place))
        # What has a day of its own is judged by the norm of that day.
        items = {
            route: item for route, item in items.items() if judging.findings.in_force(rule, route)
        }
        if not items:
            return
    told = [_run_item(bound, item, judging) for item in items.values()]
    ran = [count for count in told if count is not None]
    stopped = any(one == rule.id for one, _ in judging.not_compared)
    # Where there was nothing to compare with, having nothing else to say is no pass.
    if any(ran) if stopped else ran:
        judging.rules_run += 1
    elif not items:
        judging.not_applicable.append(rule.id)


def _run_item(bound: Bound, item: Item, judging: Judging) -> int | None:
    """How much the rule had to say of the item; None when it could not be run on it."""
    require_time()
    rule, document = bound.rule, judging.report.document
    if rule.basis.is_norm and not judging.findings.in_force(rule, item.route):
        place = document.place(item.route)
        crumbs = shown(item.crumbs, LONG)
        told = NotRun(rule.id, NOT_IN_FORCE_THEN, document.name, place, item.route, crumbs)
        judging.not_run.append(told)
        return None
    count = 0
    try:
        item.require()
        for found in bound.check.run(item, bound.parameters):
            count += 1
            if isinstance(found, Problem):
                judging.findings.add(rule, found)
            else:
                _count(rule.id, found, judging)
    except UnsoundError as unsound:
        if unsound.route in judging.stopped.setdefault(rule.id, set()):
            return None  # one broken place stops a rule once, however much lies below it
        if item.route[: len(unsound.route)] == unsound.route:
            judging.stopped[rule.id].add(unsound.route)
        span = judging.told_at.get(unsound.route) or document.place(unsound.route)
        reason = NO_PERIOD if unsound.route == PERIOD else UNREADABLE.format(line=span.line)
        crumbs = shown(item.crumbs, LONG)
        skipped = NotRun(rule.id, reason, document.name, span, item.route, crumbs)
        judging.not_run.append(skipped)
        return None
    except NotComparedError as stopped:
        if (rule.id, stopped.reason) not in judging.not_compared:
            judging.not_compared.add((rule.id, stopped.reason))
            place = document.place(PERIOD)
            judging.not_run.append(NotRun(rule.id, stopped.reason, document.name, place, PERIOD))
    except Exception as error:  # noqa: BLE001 - a crash in a check is told, and is never a pass
        judging.crashes.append(Crash.of(rule.id, document.name, error))
        return None
    return count


def _count(rule: str, judged: Judged, judging: Judging) -> None:
    judging.arithmetic[judged.outcome] += 1
    if judged.outcome is Outcome.NOT_TESTABLE:
        document, report = judging.report.document, judging.report
        crumbs = shown(report.crumbs(judged.route), LONG)
        place = document.place(judged.route)
        told = NotTestable(rule, judged.reason, document.name, place, judged.route, crumbs)
        judging.not_testable.append(told)


def _concluded(judging: Judging, catalogue: Catalogue) -> ReportResult:
    report = judging.report
    previous = report.neighbours.previous
    return ReportResult(
        file=report.document.name,
        document=report.document,
        judged=True,
        heading=_heading(report),
        draft=report.is_draft,
        findings=judging.findings.all(),
        not_run=tuple(judging.not_run),
        not_applicable=tuple(judging.not_applicable),
        not_testable=tuple(judging.not_testable),
        rules_run=judging.rules_run + len(catalogue.builtin),
        arithmetic=judging.arithmetic,
        points=tuple(point for point in catalogue.points if _applies(point, report)),
        previous=previous.file if previous else "",
        not_compared="" if previous else report.neighbours.reason,
        waived=tuple(sorted(judging.findings.waived, key=lambda one: one.finding.sort_key)),
        report=report,
    )


def _heading(report: Report) -> Heading:
    status = report.data.get("status")
    return Heading(
        title=shown(report.heading("titel")),
        kind=shown(report.heading("slag")),
        kommun=shown(report.heading("kommun")),
        board=shown(report.heading("nämnd")),
        status=shown(status) if isinstance(status, str) else "",
        period=report.period,
    )


def _applies(point: Point, report: Report) -> bool:
    return any(has_content(item.value) for item in report.select(point.items))
