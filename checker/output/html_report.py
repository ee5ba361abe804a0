"""A report in the HTML form: the verdict, findings, exceptions used, and what was not tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import said
from checker.output.html_finding import finding_list, more, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from checker.result import ReportResult, Waived
    from checker.settings import SettingsResult


def report_section(
    report: ReportResult, key: str, most: int, address: Callable[[str], str]
) -> Iterator[str]:
    """What is said of a report.

    Args:
        report: which.
        key: the section's id on the page.
        most: how many findings are shown.
        address: of a rule's page; empty for none.
    """
    yield from opened("report", key, text(report.file))
    heading = said.heading(report)
    verdict = f'<span class="mark {report.verdict.value}">{text(report.verdict_text)}</span>'
    yield f"<p>{verdict}</p>"
    yield from (f'<p class="made">{text(heading)}</p>',) if heading else ()
    for group in said.to_do_first(report):
        many = len(group.findings)
        yield f'<h3>{group.title} <span class="{group.style}">{many}</span></h3>'
        yield from finding_list(group.findings, report.document, most, address)
        most = max(0, most - many)
    if report.waived:
        yield f"<h3>Undantag <span>{len(report.waived)}</span></h3>"
        yield from _waived(report.waived)
    if untested := said.untested(report):
        yield f"<h3>{said.NOT_TESTED}</h3>"
        yield from plain_list(untested)
    yield from _facts(said.facts(report))
    yield "</section>"


def settings_section(
    settings: SettingsResult, key: str, most: int, address: Callable[[str], str]
) -> Iterator[str]:
    """What is amiss in a file of settings; the arguments are those of a report."""
    yield from opened("settings", key, text(settings.file))
    yield from finding_list(settings.findings, settings.document, most, address)
    yield "</section>"


def opened(style: str, key: str, title: str) -> Iterator[str]:
    """A section with its heading, which is HTML already."""
    yield f'<section class="{style}" id="{key}" aria-labelledby="{key}-h">'
    yield f'<h2 id="{key}-h">{title}</h2>'


def plain_list(texts: Sequence[str]) -> Iterator[str]:
    """A list of foreign texts; what is more than enough is counted."""
    yield '<ul class="plain">'
    yield from (f"<li>{text(one)}</li>" for one in texts[: said.MOST])
    yield "</ul>"
    yield from more(len(texts) - said.MOST)


def _waived(waived: Sequence[Waived]) -> Iterator[str]:
    yield '<ul class="plain">'
    for one in waived[: said.MOST]:
        where, rows = said.excused(one)
        yield f"<li><b>{text(where)}</b>"
        yield from (f"<p>{label}: {text(told)}</p>" for label, told in rows)
        yield "</li>"
    yield "</ul>"
    yield from more(len(waived) - said.MOST)


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = [f"<dt>{label}</dt><dd>{text(value)}</dd>" for label, value in facts]
    if rows:
        yield from ("<h3>Om kontrollen</h3>", '<dl class="facts">', *rows, "</dl>")
