"""What became of the exceptions of a run, as findings in the files that hold them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from checker.exceptions.model import NAME, place_of
from checker.exceptions.upkeep import Told, faults
from checker.files import relative_name
from checker.links import real_path
from checker.settings import SettingsResult
from checker.wording import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from checker.catalog import Catalogue
    from checker.document.model import Span
    from checker.exceptions.gathering import Waivers
    from checker.finding import Finding
    from checker.result import Crash, ReportResult


def settings_results(
    waivers: Waivers,
    reports: Mapping[str, ReportResult],
    crashes: Iterable[Crash],
    catalogue: Catalogue,
    today: date,
) -> Iterator[SettingsResult]:
    """The files of exceptions about which there is something to say.

    Args:
        waivers: all that the run has read.
        reports: what came out, by the path of the report.
        crashes: a rule that broke down on a report has said nothing of it.
        catalogue: the rules of the run.
        today: the day of the run.
    """
    if not waivers.files:
        return
    rules = frozenset(one.rule.id for one in catalogue.checking)
    broken = {(one.file, one.rule) for one in crashes}
    told = {
        real_path(path): _told(report, rules if report.judged else frozenset(), broken)
        for path, report in reports.items()
    }
    for file in waivers.files:
        findings = Findings(file.document, catalogue, identify=file.identity)
        for fault in faults(file, told, rules, today):
            findings.add_fault(fault)
        found = findings.all()
        if found:
            path = relative_name(os.path.join(file.folder, NAME))  # noqa: PTH118 - as it is named
            yield SettingsResult(file.document.name, file.document, found, path)


def _told(report: ReportResult, rules: frozenset[str], broken: set[tuple[str, str]]) -> Told:
    stopped = {one.rule for one in report.not_run}
    stopped |= {rule for file, rule in broken if file == report.file}
    left: dict[str, tuple[str, ...]] = {}
    for finding in report.findings:
        named = tuple(place for place, _ in places(finding, report))
        left[finding.rule] = (*left.get(finding.rule, ()), *named)
    used = frozenset((one.file, one.span) for one in report.waived)
    return Told(rules - stopped, used, left)


def places(finding: Finding, report: ReportResult) -> Iterator[tuple[str, Span]]:
    """The places of a finding, which may be about several, as an exception names them."""
    if report.report:
        others = finding.related[len(finding.related) - (finding.places - 1) :]
        yield place_of(report.report.identity(finding.route)), finding.span
        for one in others:
            yield place_of(report.report.identity(one.route)), one.span
