"""The result in Markdown, for a comment, a note or a step summary: short enough for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import said
from checker.output.markdown_pen import Pen
from checker.output.markdown_report import report_lines, settings_lines
from checker.output.markdown_text import row
from checker.output.rule_address import rule_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.output.forms import Manner
    from checker.result import ReportResult, Result

ROOM = 60_000  # characters: GitHub takes 65,536 in a comment, and whoever posts it may add some
# How many of a kind are told, and in how long texts: the first measure with which all has room.
MEASURES = ((said.MOST, 1000), (50, 1000), (25, 700), (12, 500), (6, 400), (3, 300), (1, 200))
LEAST = 10  # rows of the table, however short the rest
COLUMNS = ("Rapport", "Omdöme", "Fel", "Se över", "Upplysningar", "Att göra", "Undantag")
NOT_ALL = (
    "Allt får inte plats här. Det som utelämnas är räknat, och formen html eller json har mer."
)


def markdown_form(result: Result, manner: Manner) -> str:
    """The result as Markdown; never longer than a comment may be.

    Args:
        result: of the run.
        manner: where the rules' pages are.

    The size of a comment: docs.github.com, GraphQL and REST, `body` of an issue comment; a step
    summary (1 MiB) and a note of GitLab (1,000,000 characters) have more room.
    """
    taken: list[str] = []
    for most, longest in MEASURES:
        pen = Pen(most, longest, lambda rule: rule_address(rule, result, manner))
        taken, room = [], ROOM
        for line in _lines(result, pen):
            taken.append(line)
            room -= len(line) + 1
            if room < 0:  # the rest need not be written to know that it is too long
                break
        if room >= 0:
            break
    return "\n".join(taken) + "\n"


def _lines(result: Result, pen: Pen) -> Iterator[str]:
    head, tail = said.verdict(result)
    yield f"## Kvalitetskoll: {pen.text(head)}"
    yield from ("", pen.text(tail)) if tail else ()
    reports = said.worst_first(result.reports)
    if pen.most < MEASURES[0][0]:
        yield from ("", NOT_ALL)
    if nothing := said.nothing(result):
        yield from ("", pen.text(nothing))
    if reports:
        yield from ("", *_table(reports, max(pen.most, LEAST), pen))
    troubles = [": ".join(filter(None, (one.file, one.words))) for one in said.troubles(result)]
    yield from _section("Gick inte att kontrollera", troubles, pen)
    for report in reports[: pen.most]:
        yield from report_lines(report, pen)
    if len(reports) > pen.most:
        yield from ("", f"### Och {len(reports) - pen.most} rapporter till")
    for settings in result.settings[: pen.most]:
        yield from settings_lines(settings, pen)
    yield from _section(said.FOR_PEOPLE, said.questions(result), pen)
    deviations = [
        " ".join(said.deviation(one, result.ruleset)) for one in result.ruleset.deviations
    ]
    yield from _section(f"Avsteg från standardreglerna ({len(deviations)})", deviations, pen)
    for rest in said.rests_on(result):
        yield from ("", pen.text(rest))


def _section(title: str, texts: Sequence[str], pen: Pen) -> Iterator[str]:
    if texts:
        yield from ("", f"### {title}", "", *pen.items(texts))


def _table(reports: Sequence[ReportResult], most: int, pen: Pen) -> Iterator[str]:
    """A row a report, and where there are several the sum of them all."""
    yield row(list(COLUMNS))
    yield row(["---", "---", *["---:"] * (len(COLUMNS) - 2)])
    for report in reports[:most]:
        counts = map(str, _counts(report))
        yield row([pen.text(report.file), pen.text(report.verdict_text), *counts])
    if len(reports) > 1:
        sums = [sum(column) for column in zip(*map(_counts, reports), strict=True)]
        name = f"**Alla {len(reports)} rapporter**"
        name += f" ({len(reports) - most} visas inte)" if len(reports) > most else ""
        yield row([name, "", *(f"**{number}**" for number in sums)])


def _counts(report: ReportResult) -> list[int]:
    return [*map(report.count, Severity), report.todos, len(report.waived)]
