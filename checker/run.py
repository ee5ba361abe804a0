"""A run: the files that were named, judged one by one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.catalog import default_catalogue
from checker.engine import judge
from checker.inputs import collect
from checker.resources import version
from checker.result import Crash, Refused, Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.inputs import Stdin
    from checker.result import ReportResult


def run(
    paths: Iterable[str],
    *,
    stdin: Stdin | None = None,
    only: tuple[str, ...] = (),
    final: bool = False,
    today: date | None = None,
) -> Result:
    """Judges every report that the paths name.

    Args:
        paths: files and folders; ``-`` for ``stdin``.
        stdin: what standard input held.
        only: ids or names of the rules to run; empty for all.
        final: read every report as finished.
        today: the day of the run; default the system's.

    Raises:
        RuleFileError: a rule file does not load.
        UnknownRuleError: no rule is called by a word in ``only``.
    """
    whole = default_catalogue()
    catalogue = whole.only(only) if only else whole
    named = tuple(paths)
    reports: list[ReportResult] = []
    refused: list[Refused] = []
    crashes: list[Crash] = []
    for found in collect(named, stdin):
        if isinstance(found, Refused):
            refused.append(found)
            continue
        try:
            report, broken = judge(found, catalogue, final=final)
        except Exception as error:  # noqa: BLE001 - what the other reports gave must not be lost
            crashes.append(Crash.of("", found.name, error))
            continue
        reports.append(report)
        crashes.extend(broken)
    return Result(
        reports=tuple(sorted(reports, key=lambda one: one.file)),
        rules=len(whole.bound),
        today=today or date.today(),  # noqa: DTZ011 - the day on the user's own wall
        version=version(),
        paths=named,
        only=tuple(rule.id for word in only if (rule := whole.find(word))),
        final=final,
        refused=tuple(refused),
        crashes=tuple(crashes),
    )
