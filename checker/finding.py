"""What checks yield, and what becomes of it: problems at routes, findings at places."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.arithmetic.outcome import Outcome
    from checker.document.model import Route, Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Severity).index(self)

    @property
    def words(self) -> str:
        """What people are shown."""
        return {"error": "fel", "warning": "se över", "info": "upplysning"}[self.value]


class Basis(StrEnum):
    """By what right a rule asks."""

    LAW = "law"
    REGULATION = "regulation"
    GENERAL_ADVICE = "general_advice"
    TEMPLATE = "template"
    CONSISTENCY = "consistency"
    PRIVACY = "privacy"
    PRACTICE = "practice"

    @property
    def highest(self) -> Severity:
        """The highest severity that a rule of this basis may have."""
        match self:
            case Basis.GENERAL_ADVICE:
                return Severity.WARNING
            case Basis.PRACTICE:
                return Severity.INFO
            case _:
                return Severity.ERROR

    @property
    def is_norm(self) -> bool:
        """Whether a rule of this basis stands or falls with the norm that it cites."""
        return self in {Basis.LAW, Basis.REGULATION, Basis.GENERAL_ADVICE}


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check has found, at a route; it never knows a line.

    Attributes:
        route: where the thing stands, or should stand.
        values: what the rule's message needs.
        related: other routes, each with its own Swedish words.
        text_line: for a literal text, the line in it, from 0.
        elsewhere: places in other files.
        norms: the places, as the register has them, of those of the rule's norms that it is about;
            all of the rule's where none is named.
    """

    route: Route
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[Route, str], ...] = ()
    text_line: int | None = None
    elsewhere: tuple[Related, ...] = ()
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """An arithmetical check that was made, or could not be, and how it came out."""

    route: Route
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """A place that belongs to a finding."""

    file: str
    span: Span
    route: Route
    message: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A norm behind a finding, as printed in full and where there is little room."""

    full: str
    brief: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that somebody should look at.

    Attributes:
        todo: something that a draft still owes; it does not count as wrong.
        crumbs: the place in words, for a reader: ``Vuxna › avvikelser › totalt``.
        citations: the norms behind it, those in force for the report's period.
        places: how many places it is about; all but the first are among ``related``.
        values: what its message was made of.
    """

    rule: str
    name: str
    severity: Severity
    basis: Basis
    message: str
    help: str
    todo: bool
    file: str
    span: Span
    route: Route
    crumbs: str
    related: tuple[Related, ...]
    citations: tuple[Citation, ...]
    fingerprint: str
    places: int = 1
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """File, place, rule."""
        return self.file, self.span.line, self.span.column, self.rule
