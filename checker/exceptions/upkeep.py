"""What has become of exceptions: those that have ended, are not used or are for no report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.document.model import Fault
from checker.shown import LONG, shown
from checker.text import nearest

# Each hint compares the place with those of all findings; whoever needs more has other troubles.
MOST_HINTS, MOST_PLACES = 50, 200

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from checker.document.model import Span
    from checker.exceptions.model import Waiver, WaiverFile


@dataclass(frozen=True, slots=True)
class Told:
    """What a run can say of exceptions for one report that it has read.

    Attributes:
        ran: the rules that ran everywhere in it.
        used: where the exceptions stand that excused something.
        left: the places of the findings that are left, by rule.
    """

    ran: frozenset[str]
    used: frozenset[tuple[str, Span]]
    left: Mapping[str, tuple[str, ...]]


def faults(
    file: WaiverFile, told: Mapping[str, Told], rules: frozenset[str], today: date
) -> Iterator[Fault]:
    """What somebody should do about the exceptions of a file.

    Args:
        file: the exceptions.
        told: by the real path of each report that was read.
        rules: the ids of the rules that the run was to use.
        today: the day of the run.
    """
    hints = 0
    for waiver in file.waivers:
        report = told.get(waiver.report)
        if report is None:
            if file.is_whole and not os.path.isfile(waiver.report):  # noqa: PTH113 - long names
                values = {"fil": shown(file.report_name(waiver), LONG)}
                yield _fault("no-report", file, waiver, "rapport", values)
        elif waiver.rule not in rules:
            continue
        elif waiver.until and waiver.has_ended(today):
            values = {"regel": waiver.rule, "datum": waiver.until.isoformat()}
            yield _fault("ended-exception", file, waiver, "till", values)
        elif waiver.rule in report.ran and (waiver.file, waiver.span) not in report.used:
            left = report.left.get(waiver.rule, ())[:MOST_PLACES] if hints < MOST_HINTS else ()
            near = nearest(waiver.place, left)
            hints += 1
            hint = f" Menade du {shown(near, LONG)}?" if near else ""
            values = {"regel": waiver.rule, "förslag": hint}
            yield _fault("unused-exception", file, waiver, "ställe", values)


def _fault(
    code: str, file: WaiverFile, waiver: Waiver, key: str, values: Mapping[str, str]
) -> Fault:
    route = (*waiver.route, key)
    return Fault(code, file.document.place(route), values, route)
