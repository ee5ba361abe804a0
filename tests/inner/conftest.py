"""What the tests of the engine's inside build: small rules, reports and results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from checker.binding import bind_trusted
from checker.catalog import Catalogue
from checker.document.model import Span
from checker.document.reader import read_document
from checker.engine import judge
from checker.finding import Basis, Finding, Severity
from checker.report import Item, Report
from checker.result import ReportResult, Result
from checker.rule import Example, Examples, Rule
from checker.schema.shape import read_shape
from checker.sources import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document.model import Document
    from checker.registers import Point
    from checker.result import Crash
    from checker.schema.shape import Shape

FORMAT = "format: kvalitetsrapport/1\n"
BUILTIN_CODES = (
    *("no-format", "unknown-format", "newer-format", "unknown-key", "missing-key", "wrong-type"),
    *("unknown-value", "too-small", "braces-for-text", "colon-split-text", "total-row"),
    *("column-twice", "unknown-row"),
    *("no-space-after-colon", "unreadable-cell", "unreadable-share", "unreadable-change"),
    *("unreadable-date", "row-length", "row-without-columns", "reserved-braces", "duplicate-key"),
    *("tag", "empty", "not-mapping", "control-character", "tab-indent"),
    *("personal-number", "personal-number-like", "birth-date", "number-in-name"),
)


class Bench:
    """Builds what a test judges; every default is plain and harmless."""

    def rule(self, **changes: Any) -> Rule:
        """A rule that finds every key that stands empty, unless the changes say otherwise."""
        plain = Rule(
            id="TST001",
            name="en-regel",
            title="En regel",
            basis=Basis.CONSISTENCY,
            severity=Severity.ERROR,
            why="Därför.",
            fix="Skriv något.",
            check="not_empty",
            message="Här är {del} tom.",
            parameters={"items": ["**.analys"]},
            examples=Examples(
                good=(Example(name="bra", report="a: 1"),),
                bad=(Example(name="dålig", report="a: 2  # <- TST001"),),
            ),
        )
        return replace(plain, **changes)

    def source(self, **changes: Any) -> Source:
        """A section of an act that has always been in force."""
        plain = Source(
            id="LAG-1",
            act="Lagen (2000:1)",
            short="Lagen",
            place="1 §",
            weight="law",
            first=None,
            last=None,
            text="Något ska göras.",
            confidence="VERIFIED",
        )
        return replace(plain, **changes)

    def catalogue(
        self, *rules: Rule, sources: Sequence[Source] = (), points: Sequence[Point] = ()
    ) -> Catalogue:
        """These rules, and one for each code that reading can give."""
        builtin = [
            self.rule(
                id=f"FRM{number:03}",
                name=code,
                check="builtin",
                parameters={"code": code},
                message=f"Läsfel {code}: {{nyckel}} {{förslag}}",
            )
            for number, code in enumerate(BUILTIN_CODES, start=1)
        ]
        bound = tuple(bind_trusted(rule) for rule in (*builtin, *rules))
        return Catalogue(bound, {one.id: one for one in sources}, tuple(points))

    def document(self, text: str, name: str = "namn.yaml") -> Document:
        """A report as written; the format line is put last, so that line numbers hold."""
        return read_document((dedent(text).rstrip("\n") + "\n" + FORMAT).encode(), name)

    def shape(self, text: str) -> Shape:
        """The shape of a report."""
        return read_shape(self.document(text))

    def report(self, text: str, *, final: bool = False) -> Report:
        """A report as checks see it."""
        document = self.document(text)
        shape = read_shape(document)
        return Report(document, shape.values, shape.broken, final)

    def item(self, text: str, *route: str | int) -> Item:
        """A place in a report."""
        return Item(self.report(text), route)

    def judge(
        self,
        text: str,
        *rules: Rule,
        sources: Sequence[Source] = (),
        name: str = "namn.yaml",
        final: bool = False,
    ) -> ReportResult:
        """A report judged by these rules, none of which may break down."""
        catalogue = self.catalogue(*rules, sources=sources)
        result, crashes = judge(self.document(text, name), catalogue, final=final)
        assert crashes == ()
        return result

    def finding(self, **changes: Any) -> Finding:
        """An error on the first line."""
        plain = Finding(
            rule="TST001",
            name="en-regel",
            severity=Severity.ERROR,
            basis=Basis.CONSISTENCY,
            message="Något är fel.",
            help="Rätta det.",
            todo=False,
            file="namn.yaml",
            span=Span(1, 1, 1, 11),
            route=("avvikelser",),
            crumbs="avvikelser",
            related=(),
            citations=(),
            fingerprint="0" * 32,
        )
        return replace(plain, **changes)

    def report_result(self, *findings: Finding, text: str = "", **changes: Any) -> ReportResult:
        """A judged report with these findings."""
        document = self.document(text or "avvikelser:\n  totalt: 3\n")
        plain = ReportResult("namn.yaml", document, judged=True, findings=findings)
        return replace(plain, **changes)

    def result(
        self, *reports: ReportResult, crashes: Sequence[Crash] = (), **changes: Any
    ) -> Result:
        """The result of a run on these reports."""
        three = (self.rule(id=f"TST00{number}", name=f"regel-{number}") for number in (1, 2, 3))
        plain = Result(
            reports=reports,
            catalogue=Catalogue(tuple(map(bind_trusted, three)), {}, ()),
            today=date(2026, 11, 22),
            version="1.2.3",
            crashes=tuple(crashes),
        )
        return replace(plain, **changes)


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench()
