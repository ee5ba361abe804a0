"""A run: the files that were named, judged one by one, each with its neighbours in sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checker.compiled import default_catalogue
from checker.engine import judge_among
from checker.exceptions.gathering import gather_waivers
from checker.files import relative_name
from checker.gathering import Gathering
from checker.inputs import STDIN, folders_of
from checker.limits import TIMEOUT
from checker.resources import version
from checker.result import Result
from checker.ruleset.loading import ruleset_of
from checker.waiving import settings_results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.inputs import Stdin
    from checker.narrowing import Narrowing
    from checker.result import ReportResult


def run(  # noqa: PLR0913 - what a caller may choose
    paths: Iterable[str],
    *,
    previous: Iterable[str] = (),
    stdin: Stdin | None = None,
    only: tuple[str, ...] = (),
    final: bool = False,
    today: date | None = None,
    ruleset: str | None = None,
    default: Iterable[str] = (),
    timeout: float | None = TIMEOUT,
    since: str | None = None,
) -> Result:
    """Judges every report that the paths name.

    Args:
        paths: files and folders; ``-`` for ``stdin``.
        previous: files and folders with reports to compare with, which are not judged.
        stdin: what standard input held.
        only: ids or names of the rules to run; empty for all.
        final: read every report as finished.
        today: the day of the run; default the system's.
        ruleset: the ruleset file, or ``default`` for none; else it is found upward from the first
            path.
        default: what is judged when neither ``paths`` nor the ruleset names anything.
        timeout: the seconds that each report may take; None for no end.
        since: judge only what has changed since this revision of git; None for everything.

    Raises:
        RuleFileError: a ruleset, a rule file or an ``undantag.yaml`` does not load.
        UnknownRuleError: no rule is called by a word in ``only``.
        GitError: what has changed cannot be told.
    """
    named, today = tuple(paths), today or date.today()  # noqa: DTZ011 - the user's own wall
    rules, whole = ruleset_of(named, ruleset, default_catalogue())
    catalogue = whole.only(only) if only else whole
    named = named or tuple(filter(None, [rules.reports])) or tuple(default)
    previous = tuple(previous)
    narrowing = None if since is None else _narrowing(since, named, previous)
    gathering = Gathering(final, rules.own_folder, timeout)
    gathering.read(named, previous, stdin)
    narrowed, left_out = (
        narrowing.narrow(gathering, rules, is_found=ruleset is None) if narrowing else (None, set())
    )
    files = [one.path for one in gathering.judged if one.path != STDIN]
    waivers = gather_waivers(files, named, whole, folders_of(named, rules.own_folder))
    reports: dict[str, ReportResult] = {}
    for judged, neighbours in gathering.neighbours(left_out):
        name, time = judged.reading.document.name, judged.time
        with gathering.guarded(name):
            excuses = waivers.excuses(judged.path, today)
            report, broken = judge_among(judged.reading, catalogue, neighbours, excuses, time)
            path = "" if judged.path == STDIN else relative_name(judged.path)
            reports[judged.path] = replace(report, path=path)
            gathering.crashes.extend(broken)
        gathering.told_if_up(name, time)
    settings = settings_results(waivers, reports, gathering.crashes, catalogue, today)
    return Result(
        reports=tuple(sorted(reports.values(), key=lambda one: one.file)),
        catalogue=whole,
        today=today,
        version=version(),
        paths=named,
        only=tuple(rule.id for word in only if (rule := whole.find(word))),
        final=final,
        refused=tuple(gathering.refused),
        crashes=tuple(gathering.crashes),
        given_up=tuple(gathering.given_up),
        settings=tuple(settings),
        ruleset=rules,
        narrowed=narrowed,
    )


def _narrowing(since: str, named: tuple[str, ...], previous: tuple[str, ...]) -> Narrowing:
    from checker.narrowing import Narrowing  # git costs nothing where it is not asked

    return Narrowing.of(since, named, previous)
