"""The examples of a rule, run: the test of the rule, and what its page shows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checker.corpus import Corpus, Member, Origin
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.exceptions.gathering import NO_WAIVERS, Waivers
from checker.exceptions.model import NAME as EXCEPTIONS
from checker.exceptions.reading import read_waivers
from checker.guard import in_name
from checker.periods import a_year_before
from checker.privacy.stand_ins import filled
from checker.shown import shown
from checker.waiving import settings_results

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.binding import Bound
    from checker.catalog import Catalogue
    from checker.dates import Days
    from checker.document.model import Document, Value
    from checker.finding import Finding
    from checker.result import Crash, ReportResult
    from checker.rule import Example

NAME = "exempel.yaml"
MARK = re.compile(r"# <- ([A-Z]{3,4}\d{3})(?: \+(\d+))?")
PERIOD = "2024-01-01/2024-12-31"
NAMES: dict[str, Value] = {"kommun": "Exempelkommun", "nämnd": "Socialnämnden"}
TODAY = date(2026, 1, 1)  # what an exception has ended before
Flagged = frozenset[tuple[str, int, str]]
"""File, line and rule of what is flagged."""


def expected(bound: Bound, example: Example) -> Flagged:
    """The lines that an example says are flagged, each with its rule."""
    name = shown(filled(example.filename)) or NAME
    marked = {
        (file, number + int(mark[2] or 0), mark[1])
        for file, text in ((name, example.report), (EXCEPTIONS, example.exceptions))
        for number, line in enumerate(text.split("\n"), start=1)
        for mark in MARK.finditer(line)
    }
    if example.line is not None:
        marked.add((name, example.line, bound.rule.id))
    return frozenset(marked)


def found(bound: Bound, example: Example, catalogue: Catalogue) -> Flagged:
    """The lines that the rule, run alone, flags in an example.

    Raises:
        RuntimeError: the check broke down.
    """
    told = findings(bound, example, catalogue)
    return frozenset((one.file, one.span.line, one.rule) for one in told)


def findings(bound: Bound, example: Example, catalogue: Catalogue) -> tuple[Finding, ...]:
    """What the rule, run alone, finds in an example; exceptions need the rules that they name.

    Raises:
        RuntimeError: the check broke down.
    """
    waivers = _waivers(example, catalogue)
    excused = [one.rule for file in waivers.files for one in file.waivers]
    narrowed = catalogue.only([bound.rule.id, *excused])
    report, crashes = judged(example, narrowed, waivers)
    if crashes:
        raise RuntimeError(f"{bound.rule.id}: {crashes[0].error}")
    reports = {report.file: report}
    settings = settings_results(waivers, reports, crashes, narrowed, TODAY)
    return (*report.findings, *(one for file in settings for one in file.findings))


def _waivers(example: Example, catalogue: Catalogue) -> Waivers:
    if not example.exceptions:
        return Waivers()
    read = read_document(example.exceptions.encode(), EXCEPTIONS, traps=False)
    return Waivers.of([read_waivers(read, "", catalogue)])


def judged(
    example: Example, catalogue: Catalogue, waivers: Waivers = NO_WAIVERS
) -> tuple[ReportResult, tuple[Crash, ...]]:
    """An example judged among the reports that it brings."""
    reading = read_report(document(example))
    if reading.report is None:
        return judge_among(reading, catalogue, ALONE)
    own = Member(reading.report, Origin.JUDGED)
    members = [own]
    for origin, other in _others(example, reading.report.period):
        report = read_report(other).report
        members += [Member(report, origin)] if report else []
    excuses = waivers.excuses(reading.document.name, TODAY)
    return judge_among(reading, catalogue, Corpus(members).neighbours(own), excuses)


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
    name = filled(example.filename) or NAME
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
    told = [f"{_line(*one)} borde ge {one[2]}" for one in sorted(wanted - got)]
    return told + [f"{_line(*one)} gav {one[2]}" for one in sorted(got - wanted)]


def _line(file: str, number: int, _rule: str) -> str:
    return f"rad {number} i {file}" if file == EXCEPTIONS else f"rad {number}"
