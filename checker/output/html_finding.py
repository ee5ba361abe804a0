"""A finding in the HTML form: its words, its place, its lines of the report, how to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import said, words
from checker.output.framing import framed, stands_somewhere
from checker.output.page_html import as_text, plain
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.document.model import Document
    from checker.finding import Finding
    from checker.output.framing import Row

_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
WIDTH = 110  # signs of a line of the report and its number
LONGEST = 2_000  # signs of a text


def text(foreign: str) -> str:
    """Foreign words, or words that hold some, as HTML; a date is never broken."""
    return _DATE.sub(r'<span class="date">\g<0></span>', as_text(said.fit(foreign, LONGEST)))


def finding_list(
    findings: Sequence[Finding], document: Document, most: int, address: Callable[[str], str]
) -> Iterator[str]:
    """The first findings of a list, and how many more there are.

    Args:
        findings: of one file.
        document: the file.
        most: how many are shown.
        address: of a rule's page; empty for none.
    """
    if findings[:most]:
        yield '<ol class="findings">'
        for finding in findings[:most]:
            yield from _finding(finding, document, address)
        yield "</ol>"
    yield from more(len(findings) - most)


def more(number: int) -> Iterator[str]:
    """How many are left out."""
    if told := said.more(number):
        yield f'<p class="rest">{told}</p>'


def _finding(finding: Finding, document: Document, address: Callable[[str], str]) -> Iterator[str]:
    note = finding.severity is Severity.INFO and not finding.todo
    style = "todo" if finding.todo else words.STYLES[finding.severity]
    place = f"rad {finding.span.line}"
    place += f" · {finding.crumbs}" if finding.crumbs else ""
    yield f'<li class="{style}">'
    yield f'<p class="message">{text(finding.message)}</p>'
    where = text(said.where(finding) if note else place)
    yield f'<p class="place">{_rule(finding.rule, address)} · {where}</p>'
    if not note and stands_somewhere(finding, document):
        yield from _frame(finding, document.lines)
    if others := "; ".join(filter(None, said.beside(finding, said.elsewhere(finding)))):
        yield f'<p class="place">Jämför {text(others)}</p>'
    yield f'<p class="help"><b>Så här:</b> {text(finding.help)}</p>'
    if finding.citations:
        yield '<ul class="sources">'
        yield from (f"<li>{text(citation.full)}</li>" for citation in finding.citations)
        yield "</ul>"
    yield "</li>"


def _rule(rule: str, address: Callable[[str], str]) -> str:
    page = address(rule)
    return f'<a href="{plain(page)}">{text(rule)}</a>' if page else text(rule)


def _frame(finding: Finding, source: tuple[str, ...]) -> Iterator[str]:
    """The lines, each with its number; there is no white space between them to be drawn."""
    found = framed(finding, source, WIDTH)
    if not found.rows:
        return
    lines, previous = [], 0
    for row in found.rows:
        if previous and row.number > previous + 1:
            lines.append(_line("⋮", ""))
        previous = row.number
        lines.append(_line(str(row.number), _source(row), "here" if row.primary else ""))
    if found.rest:
        lines.append(_line("⋮", f"<i>{plain(found.rest_words)}</i>"))
    yield f'<pre class="frame">{"".join(lines)}</pre>'


def _line(number: str, code: str, style: str = "") -> str:
    mark = f' class="{style}"' if style else ""
    return f'<span{mark}><span class="nr">{number}</span><code>{code or " "}</code></span>'


def _source(row: Row) -> str:
    end = row.start + row.length
    if not row.length:
        return plain(row.text)
    # What stands empty has no sign to mark.
    marked = row.text[row.start : end] or " "
    told = f"{plain(row.text[: row.start])}<mark>{plain(marked)}</mark>{plain(row.text[end:])}"
    return told + (f"<i>{plain(shown(row.words, LONG))}</i>" if row.words else "")
