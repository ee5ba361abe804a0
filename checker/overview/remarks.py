"""What the rules of a requirement say at a scope: findings, exceptions, and what was not run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.engine import NOT_IN_FORCE, NOT_IN_FORCE_THEN
from checker.finding import Basis
from checker.report import PERIOD
from checker.shown import LONG, shown
from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.document.model import Route
    from checker.finding import Finding
    from checker.overview.scopes import Scope
    from checker.requirement import Requirement
    from checker.result import NotRun, ReportResult


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said beside the answer.

    Attributes:
        findings: how many findings there are.
        todos: how many places a draft still owes.
        excused: where exceptions excuse a finding.
        reason: the first exception's.
        untested: where a rule could not be run.
        crashed: a rule of the requirement broke down.
    """

    findings: int = 0
    todos: int = 0
    excused: tuple[Route, ...] = ()
    reason: str = ""
    untested: tuple[Route, ...] = ()
    crashed: bool = False

    @property
    def words(self) -> str:
        """`` · 2 påpekanden``, or nothing."""
        found = f" · {counted(self.findings, 'påpekande', 'påpekanden')}" if self.findings else ""
        return found + (f" · {self.todos} att göra" if self.todos else "")


@dataclass(frozen=True, slots=True)
class Told:
    """What a run told of one report.

    Attributes:
        everywhere: rules that are about any part whatever.
        crashed: rules that broke down.
    """

    result: ReportResult
    everywhere: Collection[str]
    crashed: Collection[str]

    def of(
        self, row: Requirement, parts: tuple[Route, ...], scope: Scope, *, lacking: bool
    ) -> Remarks:
        """What concerns a requirement in a scope.

        Args:
            row: the requirement.
            parts: where it is answered there.
            scope: of whom it is asked.
            lacking: it is not answered there.
        """
        # What says that the answer is missing or empty, the state says already.
        telling = {row.demanded_by, *self.everywhere} if lacking else set()
        found = [
            one
            for one, route in self._places(self.result.findings)
            if one.rule not in telling and self._concerns(one, route, row, parts, scope)
        ]
        excused = [
            (one.reason, route)
            for one in self.result.waived
            for finding, route in self._places((one.finding,))
            if self._concerns(finding, route, row, parts, scope)
        ]
        untested = (
            one.route
            for one in self.result.not_run
            if one.rule in row.rules and could_not_be_read(one) and scope.holds(one.route or ())
        )
        return Remarks(
            findings=len({one.fingerprint for one in found if not one.todo}),
            todos=sum(1 for one in found if one.todo),
            excused=tuple(route for _, route in excused),
            reason=shown(excused[0][0].strip().rstrip("."), LONG) if excused else "",
            untested=tuple(route for route in untested if route is not None),
            crashed=bool(set(self.crashed).intersection(row.rules)),
        )

    def _concerns(
        self, one: Finding, route: Route, row: Requirement, parts: tuple[Route, ...], scope: Scope
    ) -> bool:
        if not scope.holds(route):
            return False
        # What is about the scope itself is about everything in it: that tells nothing.
        below = (part for part in parts if part != scope.route)
        lies_there = any(route[: len(part)] == part for part in below)
        if one.rule in self.everywhere:
            return lies_there
        about_form = row.whole_part and one.basis is Basis.CONSISTENCY and lies_there
        return one.rule in row.rules or about_form

    def _places(self, findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, Route]]:
        return ((one, route) for one in findings for route in routes_of(one))


def routes_of(finding: Finding) -> list[Route]:
    """All the places that a finding is about, in its own file."""
    others = finding.related[len(finding.related) - (finding.places - 1) :]
    return [finding.route, *(one.route for one in others if one.file == finding.file)]


def could_not_be_read(one: NotRun) -> bool:
    """Whether the report stood in the way; that no norm or earlier report is there does not."""
    compared = one.route == PERIOD
    return not compared and one.reason not in {NOT_IN_FORCE, NOT_IN_FORCE_THEN}
