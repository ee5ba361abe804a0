"""The verdicts and the exit codes, and what a verdict is called."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from checker.finding import Severity


class Verdict(StrEnum):
    """What is said of a report; the best first."""

    CLEAR = "clear"
    CLEAR_WITH_REMARKS = "clear_with_remarks"
    DRAFT = "draft"
    NEEDS_CORRECTION = "needs_correction"
    NOT_TESTED = "not_tested"


VERDICTS = {
    Verdict.CLEAR: "Inget att rätta",
    Verdict.CLEAR_WITH_REMARKS: "Klar med påpekanden",
    Verdict.NEEDS_CORRECTION: "Behöver rättas",
    Verdict.NOT_TESTED: "Kunde inte kontrolleras",
}
OF_SEVERITY = {
    Severity.ERROR: Verdict.NEEDS_CORRECTION,
    Severity.WARNING: Verdict.CLEAR_WITH_REMARKS,
    Severity.INFO: Verdict.CLEAR,
}


class Exit(IntEnum):
    """The exit codes; the contract stands in the help."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING_JUDGED = 3
    INTERNAL = 4
    INTERRUPTED = 130


def in_words(verdict: Verdict, todos: int) -> str:
    """A verdict as people read it.

    Args:
        verdict: which.
        todos: how many things a draft still owes.
    """
    if verdict in VERDICTS:
        return VERDICTS[verdict]
    if not todos:
        return "Utkast: inga delar återstår"
    return f"Utkast: {todos} {'del' if todos == 1 else 'delar'} återstår"
