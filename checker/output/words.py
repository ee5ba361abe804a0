"""The words that people are shown for severities, bases and outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.outcome import Outcome
from checker.finding import Basis, Severity
from checker.text import counted

if TYPE_CHECKING:
    from collections import Counter

    from checker.output.lines import Style
    from checker.result import ReportResult
    from checker.verdict import Verdict

SEVERITIES = {severity: severity.words for severity in Severity}
HEADINGS = {
    Severity.ERROR: "Fel",
    Severity.WARNING: "Se över",
    Severity.INFO: "Upplysningar",
}
TODO = "att göra"
BASES = {
    Basis.LAW: "lag",
    Basis.REGULATION: "föreskrift",
    Basis.GENERAL_ADVICE: "allmänt råd",
    Basis.TEMPLATE: "mall",
    Basis.CONSISTENCY: "räknekontroll och form",
    Basis.PRIVACY: "sekretess",
    Basis.PRACTICE: "praxis",
}
STYLES: dict[Severity, Style] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}
VERDICT_STYLES: dict[str, Style] = {
    "clear": "ok",
    "clear_with_remarks": "warning",
    "draft": "todo",
    "needs_correction": "error",
    "not_tested": "error",
}


def verdict_style(verdict: Verdict) -> Style:
    """The colour of a verdict."""
    return VERDICT_STYLES[verdict]


def counts(report: ReportResult) -> str:
    """``1 fel · 3 att se över · 2 upplysningar``."""
    parts = [
        f"{report.count(Severity.ERROR)} fel",
        f"{report.count(Severity.WARNING)} att se över",
        counted(report.count(Severity.INFO), "upplysning", "upplysningar"),
    ]
    if report.draft:
        parts.insert(0, f"{report.todos} att göra")
    return " · ".join(parts)


def arithmetic(outcomes: Counter[Outcome]) -> str:
    """How the arithmetical checks came out."""
    return " · ".join(
        f"{outcomes[outcome]} {words}"
        for outcome, words in (
            (Outcome.AGREES, "stämmer"),
            (Outcome.MAY_AGREE, "kan stämma"),
            (Outcome.DISAGREES, "stämmer inte"),
            (Outcome.NOT_TESTABLE, "kunde inte kontrolleras"),
        )
    )
