"""GitLab's Code Quality report: a list of remarks, each with a line and a fingerprint.

The form is GitLab's (its documentation, Code Quality report format); it has no place for a verdict,
for what is excused or for what was not tested, so these are remarks of the lowest severity.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.finding import Basis, Severity
from checker.output.machine import paths, plain_path, worst_first
from checker.output.said import nothing
from checker.shown import said
from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.output.forms import Manner
    from checker.output.machine import Placed
    from checker.result import ReportResult, Result

Remark: TypeAlias = dict[str, Any]
TOOL = "kvalitetskoll"
SEVERITIES = ("blocker", "critical", "major", "minor", "info")
_GRAVE = frozenset({Basis.LAW, Basis.REGULATION, Basis.PRIVACY})


def gitlab(result: Result, manner: Manner) -> str:  # noqa: ARG001 - every form is called alike
    """The result as a Code Quality report, the worst first; ASCII only."""
    remarks = [*_broken(result), *map(_remark, worst_first(result)), *_notes(result)]
    remarks.sort(key=lambda one: SEVERITIES.index(one["severity"]))
    return json.dumps(_unique(remarks), ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def _severity(placed: Placed) -> str:
    """``blocker``: nothing else could be judged; ``critical``: law or privacy; then by level."""
    finding = placed.finding
    if placed.waived or finding.todo or finding.severity is Severity.INFO:
        return "info"
    if finding.severity is Severity.WARNING:
        return "minor"
    if not placed.judged:
        return "blocker"
    return "critical" if finding.basis in _GRAVE else "major"


def _remark(placed: Placed) -> Remark:
    finding, waived = placed.finding, placed.waived
    told = finding.message
    if waived:
        told = f"Undantag: {told} Skäl: {waived.reason} Beslutat av: {waived.decided_by}."
    elif finding.todo:
        told = f"Att göra: {told}"
    lines = {"begin": finding.span.line, "end": max(finding.span.line, finding.span.end_line)}
    where = {"path": plain_path(finding.file, placed.path), "lines": lines}
    return _made(finding.rule, told, finding.fingerprint, _severity(placed), where)


def _broken(result: Result) -> Iterator[Remark]:
    """What must never be taken for a pass: it stands first."""
    known = paths(result)
    for one in result.crashes:
        path = plain_path(one.file, known.get(one.file, ""))
        yield _note("blocker", one.told, path, "crash", one.rule)
    for refused in result.refused:
        told = f"Filen kontrollerades inte: {refused.reason}"
        yield _note("blocker", told, refused.file, "refused")
    for lost in result.given_up:
        path = plain_path(lost.file, known.get(lost.file, ""))
        yield _note("blocker", f"{lost.told} {lost.remedy}", path, "given-up")
    if none := nothing(result):
        yield _note("blocker", none, ".", "nothing")


def _notes(result: Result) -> Iterator[Remark]:
    for report in result.reports:
        rules = _untested(report)
        if rules:
            told = counted(len(rules), "regel", "regler")
            told = f"{told} kunde inte köras överallt: {', '.join(rules)}."
            yield _note("info", told, plain_path(report.file, report.path), "not-run")
    if result.only:
        told = f"Bara de här reglerna kördes: {', '.join(result.only)}."
        yield _note("info", told, ".", "only")
    if result.narrowed:
        yield _note("info", result.narrowed.words, ".", "narrowed")
    ruleset = result.ruleset
    for one in ruleset.deviations:
        told = f"Avsteg: {one.rule} ({one.title}): {one.words}. Skäl: {one.reason}"
        yield _note("info", told, ruleset.file, "deviation", one.rule, line=one.line)


def _untested(report: ReportResult) -> list[str]:
    rules = {one.rule for one in report.not_run} | {one.rule for one in report.not_testable}
    return sorted(rules)


def _note(  # noqa: PLR0913 - one thing more than may be
    severity: str, told: str, path: str, kind: str, rule: str = "", *, line: int = 1
) -> Remark:
    print_ = _hash(kind, rule, path)
    return _made(rule or TOOL, told, print_, severity, {"path": path, "lines": {"begin": line}})


def _made(check: str, told: str, print_: str, severity: str, where: Remark) -> Remark:
    return {
        "description": f"{check}: {said(told)}" if check != TOOL else said(told),
        "check_name": check,
        "fingerprint": print_,
        "severity": severity,
        "location": where,
    }


def _unique(remarks: list[Remark]) -> list[Remark]:
    """GitLab shows one remark for a fingerprint: two files may have the same name when masked."""
    seen: dict[str, int] = {}
    for remark in remarks:
        print_ = remark["fingerprint"]
        number = seen[print_] = seen.get(print_, 0) + 1
        if number > 1:
            remark["fingerprint"] = _hash(print_, str(number))
    return remarks


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
