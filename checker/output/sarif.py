"""The SARIF form, version 2.1.0 (OASIS): one run, the worst findings first.

GitHub takes 25,000 results and 10 MB of gzip, and shows 5,000 (its documentation, SARIF support
for code scanning); what there is no room for is told with its number.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from checker.output.machine import worst_first
from checker.output.sarif_files import ROOT, Files
from checker.output.sarif_notes import descriptors, invocation
from checker.output.sarif_results import left_out, result
from checker.output.sarif_rules import numbered, rules
from checker.text import counted

if TYPE_CHECKING:
    from checker.output.forms import Manner
    from checker.output.machine import Placed
    from checker.output.sarif_files import Object
    from checker.result import Result

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST_RESULTS = 25_000
SHOWN_RESULTS = 5_000
MOST_BYTES = 10_000_000


def sarif(whole: Result, manner: Manner) -> str:
    """The result as SARIF; ASCII only, so that no log can stumble on it.

    Args:
        whole: the result of the run.
        manner: its exit code, and where the rules have their pages.
    """
    found = worst_first(whole)
    kept = found[:MOST_RESULTS]
    while True:
        log = _log(whole, manner, kept, _told(found, kept))
        text = json.dumps(log, ensure_ascii=True, allow_nan=False, indent=1) + "\n"
        size = _packed(text)
        if size <= MOST_BYTES or not kept:
            return text
        kept = kept[: len(kept) * MOST_BYTES // size * 9 // 10]


def _packed(text: str) -> int:
    """The size that GitHub asks about; what is small unpacked is small."""
    if len(text) <= MOST_BYTES:
        return len(text)
    return len(zlib.compress(text.encode("ascii")))


def _told(found: list[Placed], kept: list[Placed]) -> list[str]:
    told = []
    if len(kept) < len(found):
        rest = counted(len(found) - len(kept), "påpekande", "påpekanden")
        told.append(f"{rest} av {len(found)} fick inte plats. De allvarligaste står kvar.")
    if len(kept) > SHOWN_RESULTS:
        told.append(f"GitHub visar {SHOWN_RESULTS} av de {len(kept)} påpekandena.")
    places = sum(left_out(one.finding) for one in kept)
    if places:
        told.append(f"{counted(places, 'ställe', 'ställen')} till fick inte plats.")
    return told


def _log(whole: Result, manner: Manner, kept: list[Placed], told: list[str]) -> Object:
    files, numbers = Files(whole), numbered(whole)
    results = [result(one, files, numbers) for one in kept]
    run = {
        "tool": {
            "driver": {
                "name": "Kvalitetskoll",
                "version": whole.version,
                "language": "sv",
                "rules": list(rules(whole, manner.rule_pages)),
                "notifications": descriptors(),
            }
        },
        "language": "sv",
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"kvalitetskoll/{whole.today}"},
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "Mappen som kontrollen kördes i."}},
        },
        "invocations": [invocation(whole, manner.exit_code, files, told)],
        "artifacts": files.artifacts,
        "results": results,
        "properties": {
            "verdict": whole.verdict.value,
            "verdictText": whole.verdict_text,
            "date": whole.today.isoformat(),
            "final": whole.final,
            "partial": whole.partial,
            "human": list(
                dict.fromkeys(point.question for one in whole.reports for point in one.points)
            ),
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
