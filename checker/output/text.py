"""The text form: findings with code frames, a verdict block per report, the verdict last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import said, words
from checker.output.block import untested_lines, verdict_block
from checker.output.departures import (
    deviation_lines,
    settings_lines,
    waived_lines,
)
from checker.output.findings import INDENT, finding_lines, note_lines
from checker.output.lines import EMPTY, UNICODE, Line, Part, Signs, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.result import ReportResult, Result

NARROWEST = 40


def text(
    result: Result, width: int = 80, signs: Signs = UNICODE, *, findings: bool = True
) -> list[Line]:
    """The whole text form, the verdict on the last line.

    Args:
        result: of the run.
        width: the longest line.
        signs: what is drawn with.
        findings: False where another form tells them, and only the rest is wanted.
    """
    width = max(width, NARROWEST)
    lines: list[Line] = []
    for report in result.reports:
        lines += _report(report, width, signs, findings=findings)
    for settings in result.settings if findings else ():
        lines += settings_lines(settings, width, signs)
    for trouble in said.troubles(result):
        lead: Line = (Part("  fel  ", "error"),)
        lead += (Part(f"{trouble.file}: ", "bold"),) if trouble.file else ()
        lines += [*wrapped(trouble.words, width, INDENT, lead), EMPTY]
    if nothing := said.nothing(result):
        lines += [*wrapped(signs.plain(nothing), width, ""), EMPTY]
    lines += _for_people(result, width, signs)
    lines += deviation_lines(result.ruleset, width, signs)
    if len(result.reports) > 1:
        lines += _summary(result.reports, width, signs)
    for rest in said.rests_on(result):
        lines += wrapped(signs.plain(rest), width, "", style="dim")
    lines.append(line(result.verdict_text, words.verdict_style(result.verdict)))
    return lines


def _for_people(result: Result, width: int, signs: Signs) -> Iterator[Line]:
    """The questions that no machine can answer, each once."""
    questions = said.questions(result)
    if questions:
        yield line(said.FOR_PEOPLE, "bold")
        for question in questions:
            yield from wrapped(signs.plain(question), width, INDENT, (Part(f"  {signs.item} "),))
        yield EMPTY


def _report(report: ReportResult, width: int, signs: Signs, *, findings: bool) -> Iterator[Line]:
    yield line(signs.heavy * width, "dim")
    yield line(report.file, "bold")
    if heading := said.heading(report):
        yield from wrapped(signs.plain(heading), width, "", style="dim")
    yield EMPTY
    room = said.MOST
    for group in said.groups(report) if findings else ():
        yield line(f"{group.title} ({len(group.findings)})", group.style)
        yield EMPTY
        for finding in group.findings[:room]:
            if finding.severity is Severity.INFO and not finding.todo:
                yield from note_lines(finding, width, signs)
            else:
                yield from finding_lines(finding, report.document, width, signs, group.style)
        if told := said.more(len(group.findings) - room):
            yield from (line(f"  {told}", group.style), EMPTY)
        room = max(0, room - len(group.findings))
    yield from waived_lines(report.waived, width, signs)
    yield from untested_lines(report, width, signs)
    yield from verdict_block(report, width, signs)
    yield EMPTY


def _summary(reports: Iterable[ReportResult], width: int, signs: Signs) -> Iterator[Line]:
    yield line(signs.heavy * width, "dim")
    yield line("Sammanfattning", "bold")
    for report in reports:
        style = words.verdict_style(report.verdict)
        yield line(f"  {report.file}")
        lead = (Part(INDENT), Part(report.verdict_text, style))
        told = words.counts(report)
        told += f" · {len(report.waived)} undantag" if report.waived else ""
        yield from wrapped(signs.plain(f" · {told}"), width, INDENT, lead, "dim")
    yield EMPTY
