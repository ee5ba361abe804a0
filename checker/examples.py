"""The examples of a rule, run: the test of the rule, and what its page shows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.document.reader import read_document
from checker.engine import judge

if TYPE_CHECKING:
    from checker.binding import Bound
    from checker.catalog import Catalogue
    from checker.document.model import Document, Value
    from checker.rule import Example

MARK = re.compile(r"# <- ([A-Z]{3,4}\d{3})(?: \+(\d+))?")
PERIOD = "2024-01-01/2024-12-31"
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
    report, crashes = judge(document(example), catalogue.only([bound.rule.id]))
    if crashes:
        raise RuntimeError(f"{bound.rule.id}: {crashes[0].error}")
    return frozenset((one.span.line, one.rule) for one in report.findings)


def document(example: Example) -> Document:
    """An example as a document: as written, with the head of a report supplied in the data."""
    content = (
        bytes.fromhex(example.bytes)
        if example.bytes
        else (example.report * example.repeat).encode()
    )
    read = read_document(content, example.filename or "exempel.yaml")
    if read.data is None or example.bare:
        return read
    first, _, last = (example.period or PERIOD).partition("/")
    period: dict[str, Value] = {"från": first, "till": last}
    head: dict[str, Value] = {
        "format": "kvalitetsrapport/1",
        "status": example.status or "fastställd",
        "rapport": {"kommun": "Exempelkommun", "nämnd": "Socialnämnden", "period": period},
    }
    return replace(read, data={**head, **read.data})


def differences(bound: Bound, example: Example, catalogue: Catalogue) -> list[str]:
    """Where an example and what the rule finds in it part, in Swedish; empty when nowhere."""
    wanted, got = expected(bound, example), found(bound, example, catalogue)
    told = [f"rad {number} borde ge {rule}" for number, rule in sorted(wanted - got)]
    return told + [f"rad {number} gav {rule}" for number, rule in sorted(got - wanted)]
