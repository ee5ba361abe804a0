"""The examples of a rule, run: the test of the rule, and what its page shows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.corpus import Corpus, Member, Origin
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.guard import in_name
from checker.periods import a_year_before
from checker.privacy.stand_ins import filled
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.binding import Bound
    from checker.catalog import Catalogue
    from checker.dates import Days
    from checker.document.model import Document, Value
    from checker.result import Crash, ReportResult
    from checker.rule import Example

MARK = re.compile(r"# <- ([A-Z]{3,4}\d{3})(?: \+(\d+))?")
PERIOD = "2024-01-01/2024-12-31"
NAMES: dict[str, Value] = {"kommun": "Exempelkommun", "nämnd": "Socialnämnden"}
Flagged = frozenset[tuple[int, str]]


def expected(bound: Bound, example: Example) -> Flagged:
    """The lines that an example says are flagged, each with its rule."""
    marked = {
        (number + int(mark[2] or 0), mark[1])
        for number, line in enumerate(example.report.split("\n"), start=1)
        for mark in MARK.finditer(line)
    }
    if example.line is not None:
        marked.add((example.line, bound.rule.id))
    return frozenset(marked)


def found(bound: Bound, example: Example, catalogue: Catalogue) -> Flagged:
    """The lines that the rule, run alone, flags in an example.

    Raises:
        RuntimeError: the check broke down.
    """
    report, crashes = judged(example, catalogue.only([bound.rule.id]))
    if crashes:
        raise RuntimeError(f"{bound.rule.id}: {crashes[0].error}")
    return frozenset((one.span.line, one.rule) for one in report.findings)


def judged(example: Example, catalogue: Catalogue) -> tuple[ReportResult, tuple[Crash, ...]]:
    """An example judged among the reports that it brings."""
    reading = read_report(document(example))
    if reading.report is None:
        return judge_among(reading, catalogue, ALONE)
    own = Member(reading.report, Origin.JUDGED)
    members = [own]
    for origin, other in _others(example, reading.report.period):
        report = read_report(other).report
        members += [Member(report, origin)] if report else []
    return judge_among(reading, catalogue, Corpus(members).neighbours(own))


def _others(example: Example, period: Days | None) -> Iterator[tuple[Origin, Document]]:
    """The reports that an example brings; heads are supplied as far as they have none."""
    if example.previous:
        before = a_year_before(period) if period else None
        yield Origin.PREVIOUS, _headed("förra-året.yaml", example.previous, before)
    for number, text in enumerate(example.files, start=1):
        yield Origin.JUDGED, _headed(f"annan-{number}.yaml", text, period)


def _headed(name: str, text: str, period: Days | None) -> Document:
    read = read_document(filled(text).encode(), name)
    data = read.data or {}
    own = data.get("rapport")
    days: dict[str, Value] = {"från": str(period.first), "till": str(period.last)} if period else {}
    head: dict[str, Value] = {
        **NAMES,
        "period": days,
        **(own if isinstance(own, dict) else {}),
    }
    first = {"format": "kvalitetsrapport/1", "status": "fastställd"}
    return replace(read, data={**first, **data, "rapport": head})


def document(example: Example) -> Document:
    """An example as a document: as written, with the head of a report supplied in the data."""
    content = (
        bytes.fromhex(example.bytes)
        if example.bytes
        else (filled(example.report) * example.repeat).encode()
    )
    name = filled(example.filename) or "exempel.yaml"
    read = read_document(content, shown(name))
    read = replace(read, faults=(*read.faults, *in_name(name)))
    if read.data is None or example.bare:
        return read
    first, _, last = (example.period or PERIOD).partition("/")
    period: dict[str, Value] = {"från": first, "till": last}
    head: dict[str, Value] = {
        "format": "kvalitetsrapport/1",
        "status": example.status or "fastställd",
        "rapport": {**NAMES, "period": period},
    }
    return replace(read, data={**head, **read.data})


def differences(bound: Bound, example: Example, catalogue: Catalogue) -> list[str]:
    """Where an example and what the rule finds in it part, in Swedish; empty when nowhere."""
    wanted, got = expected(bound, example), found(bound, example, catalogue)
    told = [f"rad {number} borde ge {rule}" for number, rule in sorted(wanted - got)]
    return told + [f"rad {number} gav {rule}" for number, rule in sorted(got - wanted)]
