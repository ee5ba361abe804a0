"""What closes a report in the text form: what was not tested, and the block with the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import said, words
from checker.output.findings import INDENT
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.output.lines import Style
    from checker.result import ReportResult

LABEL = 15  # the width of the labels


def untested_lines(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    """What was not tested and why: silence would look like a pass."""
    if not report.not_run and not report.not_testable:
        return
    yield line(said.NOT_TESTED, "info")
    untested = said.untested(report)
    for told in untested[: said.MOST]:
        yield from wrapped(signs.plain(told), width, INDENT, style="dim")
    if rest := said.more(len(untested) - said.MOST):
        yield line(f"{INDENT}{rest}", "dim")
    yield EMPTY


def verdict_block(report: ReportResult, width: int, signs: Signs) -> Iterator[Line]:
    """The verdict, the counts, and what it was compared with."""
    yield line(signs.light * width, "dim")
    style = words.verdict_style(report.verdict)
    yield from _labelled("Resultat", report.verdict_text, width, style)
    for label, value in said.facts(report):
        yield from _labelled(label, signs.plain(value), width)


def _labelled(label: str, value: str, width: int, style: Style = "") -> Iterator[Line]:
    yield from wrapped(value, width, " " * LABEL, (Part(f"{label:<{LABEL}}", "dim"),), style)
