"""The result of a run: what was found, what was not tested, the verdict and the exit code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.giving_up import OUT_OF_TIME
from checker.provisos import provisos
from checker.ruleset.model import DEFAULT
from checker.verdict import OF_SEVERITY, Exit, Verdict, in_words

if TYPE_CHECKING:
    from datetime import date

    from checker.arithmetic.outcome import Outcome
    from checker.catalog import Catalogue
    from checker.dates import Days
    from checker.document.model import Document, Route, Span
    from checker.finding import Finding
    from checker.giving_up import GivenUp
    from checker.provisos import Narrowed
    from checker.registers import Point
    from checker.report import Report
    from checker.ruleset.model import Ruleset
    from checker.settings import SettingsResult


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule, or a rule at one place, that was not run, and why."""

    rule: str
    reason: str
    file: str
    span: Span
    route: Route | None = None
    crumbs: str = ""


@dataclass(frozen=True, slots=True)
class NotTestable:
    """An arithmetical check that could not be made, and why."""

    rule: str
    reason: str
    file: str
    span: Span
    route: Route
    crumbs: str


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that an exception excuses.

    Attributes:
        decided_by: a role, never a person.
        until: the last day of the exception; None for one without end.
        file: where the exception stands.
    """

    finding: Finding
    reason: str
    decided_by: str
    until: date | None
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """How a report names itself."""

    title: str = ""
    kind: str = ""
    kommun: str = ""
    board: str = ""
    status: str = ""
    period: Days | None = None


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What came out for one report.

    Attributes:
        judged: False when the file could not be read as a report.
        draft: its to-dos are no errors.
        not_applicable: rules that found nothing to look at.
        rules_run: rules that looked at something; reading itself is what the builtin ones look at.
        arithmetic: how the arithmetical checks came out.
        points: what a person must judge.
        previous: the file of the report that it was compared with; empty for none.
        not_compared: why there was none.
        waived: what exceptions excuse; it is not among the findings.
        report: what was judged; None for what could not be read as a report.
        path: of its file, from the working folder; empty for what standard input held.
        given_up: judging it, or reading what it is compared with, took too long.
    """

    file: str
    document: Document = field(repr=False)
    judged: bool
    heading: Heading = field(default_factory=Heading)
    draft: bool = False
    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    not_applicable: tuple[str, ...] = ()
    not_testable: tuple[NotTestable, ...] = ()
    rules_run: int = 0
    arithmetic: Counter[Outcome] = field(default_factory=Counter)
    points: tuple[Point, ...] = ()
    previous: str = ""
    not_compared: str = ""
    waived: tuple[Waived, ...] = ()
    report: Report | None = field(default=None, repr=False)
    path: str = field(default="", repr=False)
    given_up: bool = False

    def count(self, severity: Severity) -> int:
        """How many findings there are of a severity, to-dos left out."""
        return sum(1 for one in self.findings if one.severity is severity and not one.todo)

    @property
    def todos(self) -> int:
        """How many things a draft still owes."""
        return sum(one.places for one in self.findings if one.todo)

    @property
    def verdict(self) -> Verdict:
        """Follows the severities, not ``--fail-on``."""
        if not self.judged or self.given_up:
            return Verdict.NOT_TESTED
        if self.count(Severity.ERROR):
            return Verdict.NEEDS_CORRECTION
        if self.draft:
            return Verdict.DRAFT
        return Verdict.CLEAR_WITH_REMARKS if self.count(Severity.WARNING) else Verdict.CLEAR

    @property
    def verdict_text(self) -> str:
        """The verdict in words."""
        return in_words(self.verdict, self.todos)


@dataclass(frozen=True, slots=True)
class Refused:
    """A named file that could not be read at all."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Crash:
    """A check that broke down, or with no rule the judging itself: our fault, never a pass.

    Attributes:
        error: the name of the exception; its words may hold what must not be shown.
        trace: where it happened, for ``--debug``.
    """

    rule: str
    file: str
    error: str
    trace: str = ""

    @classmethod
    def of(cls, rule: str, file: str, error: Exception) -> Crash:
        """A crash with its trace."""
        from checker.shown import shown_trace

        return cls(rule, file, type(error).__name__, shown_trace(error))

    @property
    def told(self) -> str:
        """What happened, and whose fault it is."""
        what = f"Regeln {self.rule}" if self.rule else "Kontrollen"
        return (
            f"{what} gick sönder på {self.file} ({self.error}). Det är vårt fel, inte rapportens."
        )


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a run.

    Attributes:
        catalogue: the rules, as a ruleset may have changed them.
        only: the rules that the run was narrowed to; the verdict says so.
        narrowed: to the reports that have changed, which the verdict says too; None for all.
        paths: what the run was asked about.
        today: the day of the run; used for nothing but exceptions, and shown.
        settings: the files of exceptions that there is something to say of.
        ruleset: in what the rules deviate from the default ones.
    """

    reports: tuple[ReportResult, ...]
    catalogue: Catalogue = field(repr=False)
    today: date
    version: str
    paths: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    final: bool = False
    refused: tuple[Refused, ...] = ()
    crashes: tuple[Crash, ...] = ()
    given_up: tuple[GivenUp, ...] = ()
    settings: tuple[SettingsResult, ...] = ()
    ruleset: Ruleset = DEFAULT
    narrowed: Narrowed | None = None

    @property
    def rules(self) -> int:
        """How many rules there are, those left out that are turned off."""
        return len(self.catalogue.builtin) + len(self.catalogue.checking)

    @property
    def lost(self) -> tuple[str, ...]:
        """The files that could not be judged, or not to the end; each once."""
        lost = [one.file for one in self.refused] + [one.file for one in self.crashes]
        lost += [one.file for one in self.given_up if not one.only_compared]
        return tuple(dict.fromkeys(lost))

    def broken_rules(self, report: ReportResult) -> set[str]:
        """The rules that broke down on a report, or that the time was up for."""
        crashed = {one.rule for one in self.crashes if one.file == report.file}
        return crashed | {one.rule for one in report.not_run if one.reason == OUT_OF_TIME}

    @property
    def waived(self) -> tuple[Waived, ...]:
        """What exceptions excuse."""
        return tuple(one for report in self.reports for one in report.waived)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, by file, place and rule."""
        found = [one for report in self.reports for one in report.findings]
        found += [one for file in self.settings for one in file.findings]
        return tuple(sorted(found, key=lambda one: one.sort_key))

    @property
    def partial(self) -> bool:
        """Whether something of our own went wrong on the way, or took too long."""
        return bool(self.crashes or self.given_up)

    @property
    def verdict(self) -> Verdict:
        """The worst of the reports'; what could not be read or went wrong was not tested."""
        if self.refused or self.partial:
            return Verdict.NOT_TESTED
        order = list(Verdict)
        if not self.reports:
            return Verdict.NOT_TESTED
        found = [one.verdict for one in self.reports]
        found += [OF_SEVERITY[one.severity] for file in self.settings for one in file.findings]
        return max(found, key=order.index)

    @property
    def verdict_text(self) -> str:
        """The verdict in words, with what is left to people."""
        text = in_words(self.verdict, sum(one.todos for one in self.reports))
        rests_on = (self.only, self.narrowed, self.ruleset, len(self.waived))
        text += provisos(*rests_on, is_judged=bool(self.reports))
        points = sum(len(report.points) for report in self.reports)
        if points:
            many = "punkt" if points == 1 else "punkter"
            text += f". {points} {many} kräver bedömning av en människa"
        return text

    def exit_code(self, fail_on: Severity | None) -> Exit:
        """The exit code.

        Args:
            fail_on: the least severity that fails; None for never.
        """
        if self.partial:
            return Exit.INTERNAL
        if self.refused:
            return Exit.USAGE
        if fail_on and any(
            not one.todo and one.severity.rank <= fail_on.rank for one in self.findings
        ):
            return Exit.FINDINGS
        return Exit.OK if any(report.judged for report in self.reports) else Exit.NOTHING_JUDGED
