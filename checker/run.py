"""A run: the files that were named, judged one by one, each with its neighbours in sight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.compiled import default_catalogue
from checker.engine import judge_among
from checker.gathering import Gathering
from checker.resources import version
from checker.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.inputs import Stdin
    from checker.result import ReportResult


def run(  # noqa: PLR0913 - what a caller may choose
    paths: Iterable[str],
    *,
    previous: Iterable[str] = (),
    stdin: Stdin | None = None,
    only: tuple[str, ...] = (),
    final: bool = False,
    today: date | None = None,
) -> Result:
    """Judges every report that the paths name.

    Args:
        paths: files and folders; ``-`` for ``stdin``.
        previous: files and folders with reports to compare with, which are not judged.
        stdin: what standard input held.
        only: ids or names of the rules to run; empty for all.
        final: read every report as finished.
        today: the day of the run; default the system's.

    Raises:
        RuleFileError: a rule file does not load.
        UnknownRuleError: no rule is called by a word in ``only``.
    """
    whole = default_catalogue()
    catalogue = whole.only(only) if only else whole.by_default
    named = tuple(paths)
    gathering = Gathering(final)
    gathering.read(named, previous, stdin)
    reports: list[ReportResult] = []
    for reading, neighbours in gathering.neighbours():
        with gathering.guarded(reading.document):
            report, broken = judge_among(reading, catalogue, neighbours)
            reports.append(report)
            gathering.crashes.extend(broken)
    return Result(
        reports=tuple(sorted(reports, key=lambda one: one.file)),
        rules=len(whole.by_default.bound),
        today=today or date.today(),  # noqa: DTZ011 - the day on the user's own wall
        version=version(),
        paths=named,
        only=tuple(rule.id for word in only if (rule := whole.find(word))),
        final=final,
        refused=tuple(gathering.refused),
        crashes=tuple(gathering.crashes),
    )
