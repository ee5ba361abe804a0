"""The result as one HTML page that needs nothing else, to read on a screen or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import said
from checker.output.html_finding import more, text
from checker.output.html_report import opened, plain_list, report_section, settings_section
from checker.output.html_style import STYLE
from checker.output.page_html import page
from checker.output.rule_address import rule_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.output.forms import Manner
    from checker.result import ReportResult, Result

MOST_OF_PAGE = 1_000  # findings: less than a megabyte, which a browser draws within a second
MOST_REPORTS = 200  # told in full
MOST_ROWS = 1_000  # of the table
COLUMNS = ("Fel", "Se över", "Upplysningar", "Att göra", "Undantag")
MATERIAL = "Arbetsmaterial. Ska sekretessgranskas innan det lämnas ut."
LINES = "Sidan visar rader ur rapporterna. Personnummer är dolda, men annat kan peka ut någon."


def html_form(result: Result, manner: Manner) -> str:
    """The result as HTML.

    Args:
        result: of the run.
        manner: where the rules' pages are.
    """
    reports = said.worst_first(result.reports)
    sections = list(_sections(result, reports, manner))
    body = [
        *_head(result, reports),
        *_contents([(key, title) for key, title, _ in sections]),
        "<main>",
        *(line for _, _, lines in sections for line in lines),
        "</main>",
        f"<footer>{'<br>'.join(map(text, said.rests_on(result)))}</footer>",
    ]
    return page(f"Kvalitetskoll: {said.fit(said.verdict(result)[0], 200)}", STYLE, body)


def _head(result: Result, reports: Sequence[ReportResult]) -> Iterator[str]:
    head, tail = said.verdict(result)
    yield "<header>"
    yield f'<div class="outcome {result.verdict.value}">'
    yield '<p class="tool">Kvalitetskoll</p>'
    yield f"<h1>{text(head)}</h1>"
    yield from (f'<p class="lead">{text(tail)}</p>',) if tail else ()
    yield "</div>"
    made = f"Framtagen {result.today} · {said.rests_on(result)[-1]}"
    yield f'<p class="made">{text(made)}</p>'
    yield f'<div class="notice"><p>{MATERIAL}</p><p>{LINES}</p></div>'
    if nothing := said.nothing(result):
        yield f"<p>{text(nothing)}</p>"
    yield "</header>"
    if reports:
        yield from _table(reports)


def _table(reports: Sequence[ReportResult]) -> Iterator[str]:
    """A row a report, and where there are several the sum of them all."""
    # What may be scrolled sideways must be reached with the keyboard too.
    yield '<section class="overview" tabindex="0" aria-label="Rapporterna i korthet">'
    yield "<table>"
    yield "<caption>Rapporterna i korthet</caption>"
    yield '<thead><tr><th scope="col">Rapport</th><th scope="col">Omdöme</th>'
    yield from (f'<th scope="col" class="number">{title}</th>' for title in COLUMNS)
    yield "</tr></thead>"
    yield "<tbody>"
    for at, report in enumerate(reports[:MOST_ROWS], 1):
        name = text(report.file)
        name = f'<a href="#r{at}">{name}</a>' if at <= MOST_REPORTS else name
        verdict = f'<span class="mark {report.verdict.value}">{text(report.verdict_text)}</span>'
        yield f'<tr><th scope="row">{name}</th><td>{verdict}</td>{_numbers(_counts(report))}</tr>'
    if len(reports) > 1:
        sums = [sum(column) for column in zip(*map(_counts, reports), strict=True)]
        name = f'<th scope="row">Alla {len(reports)} rapporter</th>'
        yield f'<tr class="sum">{name}<td></td>{_numbers(sums)}</tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</section>"
    yield from more(len(reports) - MOST_ROWS)


def _numbers(numbers: Sequence[int]) -> str:
    return "".join(f'<td class="number">{number}</td>' for number in numbers)


def _counts(report: ReportResult) -> list[int]:
    return [*map(report.count, Severity), report.todos, len(report.waived)]


def _contents(sections: Sequence[tuple[str, str]]) -> Iterator[str]:
    if len(sections) > 1:
        yield '<nav aria-labelledby="contents">'
        yield '<h2 id="contents">Innehåll</h2>'
        yield "<ol>"
        yield from (f'<li><a href="#{key}">{text(title)}</a></li>' for key, title in sections)
        yield "</ol>"
        yield "</nav>"


def _sections(
    result: Result, reports: Sequence[ReportResult], manner: Manner
) -> Iterator[tuple[str, str, list[str]]]:
    """Each section: its id, its title and its HTML."""

    def address(rule: str) -> str:
        return rule_address(rule, result, manner)

    troubles = [": ".join(filter(None, (one.file, one.words))) for one in said.troubles(result)]
    yield from _listed("troubles", "Gick inte att kontrollera", troubles)
    room = MOST_OF_PAGE
    for at, report in enumerate(reports[:MOST_REPORTS], 1):
        key, most = f"r{at}", min(room, said.MOST)
        yield key, report.file, [*report_section(report, key, most, address)]
        room -= min(most, len(report.findings))
    for at, settings in enumerate(result.settings, 1):
        key, most = f"s{at}", min(room, said.MOST)
        yield key, settings.file, [*settings_section(settings, key, most, address)]
        room -= min(most, len(settings.findings))
    yield from _listed("people", said.FOR_PEOPLE, said.questions(result))
    deviations = [
        " ".join(said.deviation(one, result.ruleset)) for one in result.ruleset.deviations
    ]
    title = f"Avsteg från standardreglerna ({len(deviations)})"
    yield from _listed("deviations", title, deviations)


def _listed(key: str, title: str, texts: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    if texts:
        lines = [*opened("listed", key, title), *plain_list(texts), "</section>"]
        yield key, title, lines
