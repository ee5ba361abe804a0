"""The whole kravöversikt of a run: what stands on top, then every table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.departures import note
from checker.overview.grid import grid
from checker.overview.measures import measures
from checker.overview.page import MISSING, STATES, About, Overview, State
from checker.overview.register import register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.catalog import Catalogue
    from checker.result import ReportResult, Result

TITLE = "Kravöversikt"
UNREADABLE = "filen går inte att läsa som rapport, se kvalitetskoll check"
CRASHED = "programmet gick sönder, och det är vårt fel"
OUT_OF_TIME = "tiden tog slut, och det är vår gräns"
WORKING_MATERIAL = "Arbetsmaterial. Ska sekretessgranskas innan det lämnas ut."
WHAT_IS_SEEN = (
    "Programmet ser att en del finns i rapporten, inte att det som krävs är gjort."
    " Det avgör en människa."
)


def overview(result: Result, catalogue: Catalogue) -> Overview:
    """The page of a result.

    Args:
        result: of the run.
        catalogue: the rules of the run.
    """
    return Overview(
        title=TITLE,
        notes=(WORKING_MATERIAL, WHAT_IS_SEEN, *_about_the_run(result)),
        tables=(*grid(result, catalogue), *measures(result), *register(result)),
        reports=tuple(_reports(result)),
        today=result.today,
        version=result.version,
    )


def _about_the_run(result: Result) -> Iterator[str]:
    yield from note(result)
    if result.final:
        yield "Alla rapporter är lästa som färdiga, också utkast."
    if result.crashes:
        yield (
            "Något gick sönder när rapporterna lästes, så översikten är inte hel."
            " Det är vårt fel, inte rapportens."
        )
    for one in result.given_up:
        yield f"Översikten är inte hel. {one.told} {one.remedy}"


def _reports(result: Result) -> Iterator[About]:
    """Every report that was named; one that could not be read is told, never passed over."""
    for report in result.reports:
        yield _about(report) if report.judged else _unread(report.file, UNREADABLE)
    for refused in result.refused:
        yield _unread(refused.file, refused.reason)
    known = {report.file for report in result.reports}
    for crash in result.crashes:
        if crash.file not in known:
            known.add(crash.file)
            yield _unread(crash.file, CRASHED)
    for one in result.given_up:
        if one.file not in known and not one.only_compared:
            yield _unread(one.file, OUT_OF_TIME)


def _about(report: ReportResult) -> About:
    heading = report.heading
    period = f"{heading.period.first}–{heading.period.last}" if heading.period else ""
    parts = (heading.kommun, heading.board, heading.kind, period, heading.status)
    return About(report.file, " · ".join(part for part in parts if part) or MISSING)


def _unread(file: str, reason: str) -> About:
    words = STATES[State.NOT_TESTED]
    return About(file, f"{words}: {reason.removesuffix('.')}", State.NOT_TESTED)
