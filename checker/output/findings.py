"""A finding in the text form: its words, its place, a code frame and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import said, words
from checker.output.frame import frame
from checker.output.framing import stands_somewhere
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Document
    from checker.finding import Finding
    from checker.output.lines import Style

INDENT = "     "


def finding_lines(
    finding: Finding, document: Document, width: int, signs: Signs, style: Style
) -> Iterator[Line]:
    """A finding in full, closed by an empty line."""
    label = words.TODO if finding.todo else words.SEVERITIES[finding.severity]
    yield from wrapped(signs.plain(finding.message), width, INDENT, (Part(f"  {label}  ", style),))
    where = f"rad {finding.span.line} · {finding.crumbs}" if finding.crumbs else ""
    where = where or f"rad {finding.span.line}"
    yield from wrapped(signs.plain(f"{finding.rule} · {where}"), width, INDENT, style="dim")
    if stands_somewhere(finding, document):
        yield from frame(finding, document.lines, width, signs, style)
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
    *others, rest = said.beside(finding, said.elsewhere(finding))
    for told in others:
        yield from wrapped(
            signs.plain(told), width, INDENT * 2, (Part(f"{INDENT}jfr ", "dim"),), "dim"
        )
    if rest:
        yield line(f"{INDENT}{rest} i andra filer", "dim")


def note_lines(finding: Finding, width: int, signs: Signs) -> Iterator[Line]:
    """An information: its words and lines are enough; ``explain`` has the rest."""
    lead = (Part("  upplysning  ", "info"),)
    yield from wrapped(signs.plain(finding.message), width, INDENT, lead)
    where = f"{finding.rule} · {said.where(finding)}"
    yield from wrapped(signs.plain(where), width, INDENT, style="dim")
    yield from _elsewhere(finding, width, signs)
    yield EMPTY
