"""What closes a report in the text form: what was not tested, and the block with the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import words
from checker.output.findings import INDENT, rows_in_words
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped
from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.output.lines import Style
    from checker.result import NotRun, NotTestable, ReportResult

LABEL = 15  # the width of the labels


def untested_lines(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    """What was not tested and why: silence would look like a pass."""
    if not report.not_run and not report.not_testable:
        return
    yield line("Kunde inte kontrolleras", "info")
    for reason, rows in _by_reason(report.not_testable):
        yield from wrapped(
            signs.plain(f"{reason} ({rows_in_words(rows)})"), width, INDENT, style="dim"
        )
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


def verdict_block(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    """The verdict, the counts, and what it was compared with."""
    yield line(signs.light * width, "dim")
    style = words.verdict_style(report.verdict)
    yield from _labelled("Resultat", report.verdict_text, width, style)
    if report.judged or report.findings:
        yield from _labelled("Påpekanden", signs.plain(words.counts(report)), width)
    if report.waived:
        many = counted(len(report.waived), "påpekande räknas", "påpekanden räknas")
        yield from _labelled("Undantag", f"{many} inte, av skäl som står ovan", width)
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
