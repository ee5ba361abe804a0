"""The text form: findings with code frames, a verdict block per report, the verdict last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import words
from checker.output.frame import MOST_RELATED, frame
from checker.output.lines import EMPTY, UNICODE, Line, Part, Signs, line, wrapped
from checker.shown import LONG, shown
from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.finding import Finding
    from checker.output.lines import Style
    from checker.result import Crash, NotRun, NotTestable, ReportResult, Result

INDENT = "     "
LABEL = 15  # the width of the labels in the verdict block
NARROWEST = 40


def text(result: Result, width: int = 80, signs: Signs = UNICODE) -> list[Line]:
    """The whole text form, the verdict on the last line."""
    width = max(width, NARROWEST)
    lines: list[Line] = []
    for report in result.reports:
        lines += _report(report, width, signs)
    for refused in result.refused:
        lead = (Part("  fel  ", "error"), Part(f"{refused.file}: ", "bold"))
        lines += [*wrapped(refused.reason, width, INDENT, lead), EMPTY]
    for crash in result.crashes:
        told = (
            f"{_what(crash)} gick sönder på {crash.file} ({crash.error}). Det är vårt fel,"
            " inte rapportens. Det som hann hittas visas."
        )
        lines += [*wrapped(told, width, INDENT, (Part("  fel  ", "error"),)), EMPTY]
    if not result.reports and not result.refused and not result.crashes:
        lines += [*wrapped(_nothing(result.paths), width, ""), EMPTY]
    lines += _for_people(result, width, signs)
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
                yield from _note(finding, width, signs)
            else:
                yield from _finding(finding, report, width, signs, style)
    yield from _untested(report, width, signs)
    yield from _block(report, width, signs)
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


def _finding(
    finding: Finding, report: ReportResult, width: int, signs: Signs, style: Style
) -> Iterator[Line]:
    label = words.TODO if finding.todo else words.SEVERITIES[finding.severity]
    yield from wrapped(signs.plain(finding.message), width, INDENT, (Part(f"  {label}  ", style),))
    where = f"rad {finding.span.line} · {finding.crumbs}" if finding.crumbs else ""
    where = where or f"rad {finding.span.line}"
    yield from wrapped(signs.plain(f"{finding.rule} · {where}"), width, INDENT, style="dim")
    if _stands_somewhere(finding, report):
        yield from frame(finding, report.document.lines, width, signs, style)
    yield from _elsewhere(finding, width, signs)
    yield from wrapped(
        signs.plain(finding.help), width, INDENT, (Part(f"{INDENT}Så här: ", "bold"),)
    )
    if finding.citations:
        sources = "; ".join(citation.brief for citation in finding.citations)
        lead = (Part(f"{INDENT}Källor: ", "dim"),)
        yield from wrapped(signs.plain(sources), width, INDENT, lead, "dim")
    yield EMPTY


def _elsewhere(finding: Finding, width: int, signs: Signs) -> Iterator[Line]:
    """The places in other files, whose lines are not at hand."""
    others = [one for one in finding.related if one.file != finding.file]
    for one in others[:MOST_RELATED]:
        told = f"{one.file} rad {one.span.line}: {shown(one.message, LONG)}"
        yield from wrapped(
            signs.plain(told), width, INDENT * 2, (Part(f"{INDENT}jfr ", "dim"),), "dim"
        )
    if len(others) > MOST_RELATED:
        rest = counted(len(others) - MOST_RELATED, "ställe", "ställen")
        yield line(f"{INDENT}och {rest} till i andra filer", "dim")


def _stands_somewhere(finding: Finding, report: ReportResult) -> bool:
    """Whether there is a line to show: what the whole report lacks stands nowhere in it."""
    data = report.document.data
    return data is None or len(finding.route) != 1 or finding.route[0] in data


def _note(finding: Finding, width: int, signs: Signs) -> Iterator[Line]:
    """An information: its words and lines are enough; ``explain`` has the rest."""
    lead = (Part("  upplysning  ", "info"),)
    yield from wrapped(signs.plain(finding.message), width, INDENT, lead)
    others = [one.span.line for one in finding.related[-(finding.places - 1) :]]
    rows = [finding.span.line, *(others if finding.places > 1 else [])]
    where = f"{finding.rule} · {_rows(rows)}"
    if finding.crumbs and finding.places == 1:
        where += f" · {finding.crumbs}"
    yield from wrapped(signs.plain(where), width, INDENT, style="dim")
    yield from _elsewhere(finding, width, signs)
    yield EMPTY


def _untested(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    """What was not tested and why: silence would look like a pass."""
    if not report.not_run and not report.not_testable:
        return
    yield line("Kunde inte kontrolleras", "info")
    for reason, rows in _by_reason(report.not_testable):
        yield from wrapped(signs.plain(f"{reason} ({_rows(rows)})"), width, INDENT, style="dim")
    for skipped in _by_rules(report.not_run):
        yield from wrapped(signs.plain(skipped), width, INDENT, style="dim")
    yield EMPTY


def _by_reason(untestable: Iterable[NotTestable]) -> Iterator[tuple[str, list[int]]]:
    reasons: dict[str, list[int]] = {}
    for one in untestable:
        reasons.setdefault(one.reason[:1].upper() + one.reason[1:], []).append(one.span.line)
    yield from reasons.items()


def _by_rules(skipped: Iterable[NotRun]) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for one in skipped:
        rules = reasons.setdefault(one.reason, [])
        if one.rule not in rules:
            rules.append(one.rule)
    for reason, rules in reasons.items():
        yield f"{', '.join(rules)}: {reason}"


def _rows(rows: list[int]) -> str:
    return "rad " + ", ".join(str(row) for row in sorted(set(rows)))


def _block(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    yield line(signs.light * width, "dim")
    style = words.verdict_style(report.verdict)
    yield from _labelled("Resultat", report.verdict_text, width, style)
    if report.judged or report.findings:
        yield from _labelled("Påpekanden", signs.plain(words.counts(report)), width)
    if not report.judged:
        return
    sums = words.arithmetic(report.arithmetic)
    yield from _labelled("Räknekontroll", signs.plain(sums), width)
    compared = f"jämförd med {report.previous}" if report.previous else ""
    compared = compared or f"inte jämförd: {report.not_compared}"
    yield from _labelled("Förra året", signs.plain(compared), width)
    skipped = len({one.rule for one in report.not_run})
    rules = f"{report.rules_run} körda · {len(report.not_applicable)} hade inget att gälla"
    if skipped:
        rules += f" · {skipped} kunde inte köras överallt"
    yield from _labelled("Regler", signs.plain(rules), width)
    points = counted(len(report.points), "punkt", "punkter")
    yield from _labelled("Människa", f"{points} kräver bedömning av en människa", width)


def _labelled(label: str, value: str, width: int, style: Style = "") -> Iterator[Line]:
    yield from wrapped(value, width, " " * LABEL, (Part(f"{label:<{LABEL}}", "dim"),), style)


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
        yield from wrapped(signs.plain(f" · {words.counts(report)}"), width, INDENT, lead, "dim")
    yield EMPTY


def _ruleset(result: Result) -> str:
    rules = f"standardreglerna ({result.rules})" if not result.only else _only(result.only)
    final = " · alla rapporter lästa som färdiga" if result.final else ""
    return f"Kvalitetskoll {result.version} · {rules} · inga avsteg · inga undantag{final}"


def _only(names: tuple[str, ...]) -> str:
    return f"bara {', '.join(names)}"
