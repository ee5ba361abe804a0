"""Findings as SARIF results, those too that an exception excuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.output.sarif_files import logical
from checker.output.sarif_rules import LEVELS
from checker.shown import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.finding import Finding
    from checker.output.machine import Placed
    from checker.output.sarif_files import Files, Object
    from checker.result import Waived

FINGERPRINT = "kvalitetskoll/v1"
"""Not ``primaryLocationLineHash``: GitHub's upload complains of a value that is not its own."""
MOST_PLACES = 1_000
"""Locations of a result: GitHub refuses a file with more (SARIF support for code scanning)."""
_LINK = re.compile(r"\](?=\()")
_PLACEHOLDER = re.compile(r"\{(?=\d+\})")


def message(text: str) -> Object:
    """A text as a SARIF message, in which nothing is a link or a placeholder.

    Braces stand single, though SARIF 3.11.5 wants them doubled: GitHub and Microsoft's viewers do
    not undo it, and an author who is told to write ``{{avvikelser.totalt}}`` gets a wrong report.
    """
    return {"text": _PLACEHOLDER.sub("{ ", _LINK.sub("] ", said(text)))}


def result(placed: Placed, files: Files, numbers: Mapping[str, int]) -> Object:
    """A finding as a SARIF ``result``.

    What a draft still owes is no fault: its kind is ``open`` and its level ``none``, which SARIF
    demands of everything but failures (3.27.9, 3.27.10).

    Args:
        placed: the finding.
        files: of the log.
        numbers: each rule's place in the list of rules.
    """
    finding = placed.finding
    kind, level = ("open", "none") if finding.todo else ("fail", LEVELS[finding.severity])
    place: Object = {"physicalLocation": files.place(finding.file, finding.span, placed.path)}
    if finding.route:
        place["logicalLocations"] = logical(finding.route)
    if finding.crumbs:
        place["message"] = message(finding.crumbs)
    told: Object = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "kind": kind,
        "level": level,
        "message": message(f"Att göra: {finding.message}" if finding.todo else finding.message),
        "locations": [place],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": _properties(finding),
    }
    related = _related(finding, files, placed.path)
    if related:
        told["relatedLocations"] = related
    if placed.waived:
        told["suppressions"] = [_suppression(placed.waived, files)]
    return told


def left_out(finding: Finding) -> int:
    """How many of its other places there is no room for."""
    return max(0, len(finding.related) - (MOST_PLACES - 1))


def _related(finding: Finding, files: Files, path: str) -> list[Object]:
    return [
        {
            "id": number,
            "physicalLocation": files.place(
                one.file, one.span, path if one.file == finding.file else ""
            ),
            **({"logicalLocations": logical(one.route)} if one.route else {}),
            **({"message": message(one.message)} if one.message else {}),
        }
        for number, one in enumerate(finding.related[: MOST_PLACES - 1], start=1)
    ]


def _properties(finding: Finding) -> Object:
    return {
        "basis": finding.basis.value,
        "severity": finding.severity.value,
        "todo": finding.todo,
        "places": finding.places,
        "sources": [said(one.full) for one in finding.citations],
    }


def _suppression(waived: Waived, files: Files) -> Object:
    until = f"till {waived.until}" if waived.until else "utan sista dag"
    why = f"{waived.reason} Beslutat av: {waived.decided_by}, {until}."
    return {
        "kind": "external",
        "status": "accepted",
        "justification": said(why),
        "location": {"physicalLocation": files.place(waived.file, waived.span)},
    }
