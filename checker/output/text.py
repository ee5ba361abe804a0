"""The text form: findings with code frames, a verdict block per report, the verdict last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import words
from checker.output.block import untested_lines, verdict_block
from checker.output.departures import (
    deviation_lines,
    ruleset_words,
    settings_lines,
    waived_lines,
)
from checker.output.findings import INDENT, finding_lines, note_lines
from checker.output.lines import EMPTY, UNICODE, Line, Part, Signs, line, wrapped
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.finding import Finding
    from checker.output.lines import Style
    from checker.result import Crash, ReportResult, Result

NARROWEST = 40


def text(result: Result, width: int = 80, signs: Signs = UNICODE) -> list[Line]:
    """The whole text form, the verdict on the last line."""
    width = max(width, NARROWEST)
    lines: list[Line] = []
    for report in result.reports:
        lines += _report(report, width, signs)
    for settings in result.settings:
        lines += settings_lines(settings, width, signs)
    for refused in result.refused:
        lead = (Part("  fel  ", "error"), Part(f"{refused.file}: ", "bold"))
        lines += [*wrapped(refused.reason, width, INDENT, lead), EMPTY]
    for crash in result.crashes:
        told = (
            f"{_what(crash)} gick sönder på {crash.file} ({crash.error}). Det är vårt fel,"
            " inte rapportens. Det som hann hittas visas."
        )
        lines += [*wrapped(told, width, INDENT, (Part("  fel  ", "error"),)), EMPTY]
    for given_up in result.given_up:
        told = f"{given_up.told} {given_up.remedy}"
        lines += [*wrapped(told, width, INDENT, (Part("  fel  ", "error"),)), EMPTY]
    if not result.reports and not result.refused and not result.partial:
        lines += [*wrapped(_nothing(result.paths), width, ""), EMPTY]
    lines += _for_people(result, width, signs)
    lines += deviation_lines(result.ruleset, width, signs)
    if len(result.reports) > 1:
        lines += _summary(result.reports, width, signs)
    lines += wrapped(signs.plain(_ruleset(result)), width, "", style="dim")
    lines.append(line(result.verdict_text, words.verdict_style(result.verdict)))
    return lines


def _nothing(paths: tuple[str, ...]) -> str:
    if not paths:
        return "Här finns ingen mapp reports_yaml. Ange den fil eller mapp som ska kontrolleras."
    where = shown(", ".join(paths), LONG)
    return f"Ingen rapport att kontrollera: {where} har inga filer som slutar på .yaml eller .yml."


def _what(crash: Crash) -> str:
    return f"Regeln {crash.rule}" if crash.rule else "Kontrollen"


def _for_people(result: Result, width: int, signs: Signs) -> Iterator[Line]:
    """The questions that no machine can answer, each once."""
    questions = dict.fromkeys(point.question for one in result.reports for point in one.points)
    if questions:
        yield line("Det här kan bara en människa bedöma", "bold")
        for question in questions:
            yield from wrapped(signs.plain(question), width, INDENT, (Part(f"  {signs.item} "),))
        yield EMPTY


def _report(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    yield line(signs.heavy * width, "dim")
    yield line(report.file, "bold")
    if heading := _heading(report):
        yield from wrapped(signs.plain(heading), width, "", style="dim")
    yield EMPTY
    for title, style, found in _groups(report):
        yield line(f"{title} ({len(found)})", style)
        yield EMPTY
        for finding in found:
            if finding.severity is Severity.INFO and not finding.todo:
                yield from note_lines(finding, width, signs)
            else:
                yield from finding_lines(finding, report.document, width, signs, style)
    yield from waived_lines(report.waived, width, signs)
    yield from untested_lines(report, width, signs)
    yield from verdict_block(report, width, signs)
    yield EMPTY


def _groups(report: ReportResult) -> Iterator[tuple[str, Style, list[Finding]]]:
    """The worst first: the one thing that matters must not drown."""
    todos = [one for one in report.findings if one.todo]
    for severity in Severity:
        found = [one for one in report.findings if one.severity is severity and not one.todo]
        if found:
            yield words.HEADINGS[severity], words.STYLES[severity], found
    if todos:
        yield "Att göra", "todo", todos


def _heading(report: ReportResult) -> str:
    heading = report.heading
    period = f"{heading.period.first}–{heading.period.last}" if heading.period else ""
    parts = (heading.kommun, heading.board, heading.kind, period, heading.status)
    return " · ".join(part for part in parts if part)


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


def _ruleset(result: Result) -> str:
    # A municipality's own rules are among them.
    rules = f"{result.rules} regler" if result.ruleset.own else f"standardreglerna ({result.rules})"
    rules = _only(result.only) if result.only else rules
    parts = [f"Kvalitetskoll {result.version}", *ruleset_words(result.ruleset, rules)]
    parts.append(f"{len(result.waived) or 'inga'} undantag")
    if result.final:
        parts.append("alla rapporter lästa som färdiga")
    return " · ".join(parts)


def _only(names: tuple[str, ...]) -> str:
    return f"bara {', '.join(names)}"
