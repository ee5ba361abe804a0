"""From problems to findings: words, places, norms and identity, each given in one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.exceptions.model import NONE
from checker.finding import Citation, Finding, Problem, Related
from checker.result import Waived
from checker.rule import worded
from checker.shown import LONG, said, shown
from checker.times import dated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.catalog import Catalogue
    from checker.dates import Days
    from checker.document.model import Document, Fault, Route, Span
    from checker.exceptions.model import Excuses
    from checker.report import Report
    from checker.rule import Rule
    from checker.sources import Source

MANY = 3  # the same finding at more places than this is one finding with a count


@dataclass
class Findings:
    """The findings of one file as they come in.

    Attributes:
        excuses: the exceptions for the report; what one excuses is waived, and not found.
        identify: what a place in a file that is no report is called.
    """

    document: Document
    catalogue: Catalogue
    report: Report | None = None
    excuses: Excuses = NONE
    identify: Callable[[Route], str] | None = None
    found: dict[str, list[Finding]] = field(default_factory=dict)
    waived: list[Waived] = field(default_factory=list)
    _ordinals: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add_fault(self, fault: Fault) -> None:
        """A fault of the file itself; it has its own places."""
        rule = self.catalogue.builtin[fault.code]
        related = tuple(
            Related(self.document.name, span, fault.route or (), words)
            for span, words in fault.related
        )
        self._add(rule, Problem(fault.route or (), fault.values), fault.span, related)

    def add(self, rule: Rule, problem: Problem) -> None:
        """A problem at a route."""
        document = self.document
        related = tuple(
            Related(document.name, document.place(route), route, words)
            for route, words in problem.related
        )
        place = document.place(problem.route, text_line=problem.text_line)
        self._add(rule, problem, place, related + problem.elsewhere)

    def all(self) -> tuple[Finding, ...]:
        """The findings, the same one at many places put together, by place."""
        merged = [
            one for rule, many in self.found.items() for one in self._merged(rule, sorted_(many))
        ]
        return tuple(sorted_(merged))

    def _add(self, rule: Rule, problem: Problem, span: Span, related: tuple[Related, ...]) -> None:
        route, values = problem.route, problem.values
        whole = self._identity(route)
        identity = shown(whole, LONG)  # what is counted is what is hashed
        ordinal = self._ordinals[rule.id, identity]
        self._ordinals[rule.id, identity] += 1
        draft = self.report is not None and self.report.is_draft
        finding = Finding(
            rule=rule.id,
            name=rule.name,
            severity=rule.severity,
            basis=rule.basis,
            message=said(worded(rule.message, dict(values))),
            help=said(rule.fix),
            todo=draft and rule.when_draft == "todo",
            file=self.document.name,
            span=span,
            route=route,
            crumbs=shown(self.report.crumbs(route), LONG) if self.report else "",
            related=related,
            citations=self._citations(rule, problem),
            fingerprint=_fingerprint(rule.id, self.document.name, identity, ordinal),
            values=dict(values),
        )
        waiver = self.excuses.find(rule.id, whole)
        if waiver:
            why = (waiver.reason, waiver.decided_by, waiver.until)
            self.waived.append(Waived(finding, *why, waiver.file, waiver.span))
        else:
            self.found.setdefault(rule.id, []).append(finding)

    def _identity(self, route: Route) -> str:
        if self.report:
            return self.report.identity(route)
        return self.identify(route) if self.identify else ".".join(map(str, route))

    def in_force(self, rule: Rule, route: Route) -> list[Source]:
        """The rule's sources that may be cited and were in force for what stands at a route."""
        return self._in_force(rule, self._days(route))

    def _in_force(self, rule: Rule, days: Days | None) -> list[Source]:
        sources = (self.catalogue.sources[key] for key in rule.sources)
        return [
            source
            for source in sources
            if source.citable and (days is None or source.in_force(days))
        ]

    def _citations(self, rule: Rule, problem: Problem) -> tuple[Citation, ...]:
        # Of a period with one sound end that end is the best guess at what to cite.
        first, last = self.report.ends if self.report else (None, None)
        found = self._in_force(rule, self._days(problem.route) or first or last)
        if problem.norms:
            found = [source for source in found if source.place in problem.norms]
        return tuple(Citation(source.citation(), source.brief()) for source in found)

    def _days(self, route: Route) -> Days | None:
        """The day of what is dated, else the report's period."""
        if self.report is None:
            return None
        return dated(self.report, route) or self.report.period

    def _merged(self, rule_id: str, found: list[Finding]) -> list[Finding]:
        rule = next(one.rule for one in self.catalogue.bound if one.rule.id == rule_id)
        if len(found) <= (1 if rule.together else MANY):
            return found
        first, *others = found
        if rule.message_many:
            values = {**first.values, "antal": str(len(found))}
            message = said(worded(rule.message_many, values))
        else:
            message = f"{first.message} Samma sak gäller {len(others)} ställen till."
        places = tuple(_as_related(one, first, rule) for one in others)
        related = first.related + places
        return [replace(first, message=message, related=related, places=len(found))]


def sorted_(findings: Iterable[Finding]) -> list[Finding]:
    """By file, place and rule."""
    return sorted(findings, key=lambda one: one.sort_key)


def _as_related(one: Finding, first: Finding, rule: Rule) -> Related:
    """A place of its own, labelled as the rule wants; else by what it says or where it is."""
    words = one.message if one.message != first.message else one.crumbs
    if rule.label:
        words = said(worded(rule.label, dict(one.values)))
    return Related(one.file, one.span, one.route, words)


def _fingerprint(rule: str, file: str, identity: str, ordinal: int) -> str:
    from hashlib import sha256

    return sha256("\0".join((rule, file, identity, str(ordinal))).encode()).hexdigest()[:32]
