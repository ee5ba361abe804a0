"""A report in the Markdown form: its findings, the exceptions used, what was not tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import said
from checker.output.markdown_pen import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.finding import Finding
    from checker.output.markdown_pen import Pen
    from checker.result import ReportResult, Waived
    from checker.settings import SettingsResult


def report_lines(report: ReportResult, pen: Pen) -> Iterator[str]:
    """What is said of a report."""
    yield from ("", f"### {pen.text(report.file)}", "")
    told = [f"**{pen.text(report.verdict_text)}**"]
    heading = said.heading(report)
    yield " · ".join([*told, pen.text(heading)] if heading else told)
    room = pen.most
    for group in said.to_do_first(report):
        title = f"{group.title} ({len(group.findings)})"
        lines = _findings(group.findings, room, pen)
        # What is only to be known lies folded: what is to be done must not drown.
        if group.style == "info":
            yield from folded(title, lines)
        else:
            yield from ("", f"#### {title}", "", *lines)
        room = max(0, room - len(group.findings))
    if report.waived:
        yield from folded(f"Undantag ({len(report.waived)})", _waived(report.waived, pen))
    facts = [f"{label}: {value}" for label, value in said.facts(report)]
    untested = said.untested(report)
    if facts or untested:
        title = f"{said.NOT_TESTED} ({len(untested)}), och annat om kontrollen"
        lines = _checking(facts, untested, pen)
        yield from folded(title if untested else "Om kontrollen", lines)


def settings_lines(settings: SettingsResult, pen: Pen) -> Iterator[str]:
    """What is amiss in a file of settings."""
    title = f"{settings.file}: påpekanden om filen ({len(settings.findings)})"
    yield from ("", f"### {pen.text(title)}", "")
    yield from _findings(settings.findings, pen.most, pen)


def _findings(findings: Sequence[Finding], room: int, pen: Pen) -> Iterator[str]:
    for finding in findings[:room]:
        yield from _finding(finding, pen)
    yield from pen.more(len(findings) - room)


def _finding(finding: Finding, pen: Pen) -> Iterator[str]:
    note = finding.severity is Severity.INFO and not finding.todo
    place = f"rad {finding.span.line}"
    place += f" · {finding.crumbs}" if finding.crumbs else ""
    where = said.where(finding) if note else place
    yield f"* {pen.text(finding.message)}\\"
    yield f"  {pen.rule(finding.rule)} · {pen.text(where)}"
    related = said.elsewhere(finding) if note else list(finding.related)
    if others := "; ".join(filter(None, said.beside(finding, related))):
        yield f"  * Jämför: {pen.text(others)}"
    yield f"  * Så här: {pen.text(finding.help)}"
    if finding.citations:
        sources = "; ".join(citation.brief for citation in finding.citations)
        yield f"  * Källor: {pen.text(sources)}"


def _waived(waived: Sequence[Waived], pen: Pen) -> Iterator[str]:
    for one in waived[: pen.most]:
        where, rows = said.excused(one)
        yield f"* {pen.text(where)}"
        yield from (f"  * {label}: {pen.text(text)}" for label, text in rows)
    yield from pen.more(len(waived) - pen.most)


def _checking(facts: Sequence[str], untested: Sequence[str], pen: Pen) -> Iterator[str]:
    if untested:
        yield from (f"{said.NOT_TESTED}:", "", *pen.items(untested), "", "Kontrollen:", "")
    yield from (f"* {pen.text(fact)}" for fact in facts)
