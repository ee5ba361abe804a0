"""Reports judged in one word, and what of a finding must stay the same."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.result import Result
from fuzz.strategies import made
from fuzz.writing import PLAIN, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from checker.catalog import Catalogue
    from checker.document.model import Route
    from checker.document.parsing import Choice
    from checker.finding import Finding
    from checker.result import ReportResult

    Place: TypeAlias = tuple[str, Route]

REPORTS = Path(__file__).resolve().parents[2] / "reports_yaml"
SHIPPED = tuple(
    (REPORTS / f"{name}.yaml").read_bytes() for name in ("exempelkommun-2026", "ekero-2020")
)
shipped = st.sampled_from(SHIPPED)
seeds = made(lambda random: random)
"""Chances for what a test does with a report."""


@cache
def catalogue() -> Catalogue:
    return default_catalogue()


def judged(
    content: bytes, *, final: bool = False, name: str = "rapport.yaml", parser: Choice = "auto"
) -> ReportResult:
    """One report judged by itself; no rule may break down."""
    document = read_document(content, name, parser=parser)
    reading = read_report(document, final=final)
    report, crashes = judge_among(reading, catalogue(), ALONE)
    assert crashes == ()
    return report


def result_of(*reports: ReportResult) -> Result:
    """A run on these reports."""
    return Result(reports, catalogue(), date(2026, 11, 22), "1.2.3")


def places(finding: Finding) -> Iterator[Route]:
    """Every place that a finding is about."""
    yield finding.route
    for other in finding.related[len(finding.related) - finding.places + 1 :]:
        yield other.route


def told(report: ReportResult) -> set[tuple[str, str, bool, Route]]:
    """What is found and where in the data, whatever the layout."""
    return {
        (one.rule, one.severity.value, one.todo, route)
        for one in report.findings
        for route in places(one)
    }


def told_at(report: ReportResult) -> list[tuple[Any, ...]]:
    """All that is found, with its lines and words, in its order."""
    return [
        (
            *(one.rule, one.todo, one.message, one.span.line, one.fingerprint, one.places),
            *((other.span.line, other.message) for other in one.related),
        )
        for one in report.findings
    ]


def count(report: ReportResult) -> int:
    """How many places are told of; the same thing at many places is one finding with a count."""
    return sum(one.places for one in report.findings)


def plain(tree: dict[str, Any]) -> bytes:
    """A tree as a file in the plainest layout."""
    return written(tree, Random(0), PLAIN)
