"""What SARIF is told of the run itself: what was not tested, what went wrong, what deviates."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.output.sarif_files import logical
from checker.output.sarif_results import message
from checker.output.sarif_rules import numbered, overrides
from checker.text import counted
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.output.sarif_files import Files, Object
    from checker.result import Crash, NotRun, NotTestable, Result

MOST_NOTES = 5_000
"""What was not tested can be told at every place of every report; the rest is told by number."""
KINDS = {
    "verdict": "Resultatet av kontrollen",
    "not-run": "En regel som inte kunde köras",
    "not-testable": "En räknekontroll som inte kunde göras",
    "refused": "En fil som inte gick att läsa",
    "crash": "En kontroll som gick sönder",
    "given-up": "En fil som tog för lång tid",
    "deviation": "Ett avsteg från standardreglerna",
    "narrowed": "En kontroll som inte gällde allt",
    "left-out": "Det som inte fick plats",
}
_ENDINGS = {
    Exit.OK: "Kontrollerat, inget på eller över nivån för --fail-on.",
    Exit.FINDINGS: "Det finns påpekanden på eller över nivån för --fail-on.",
    Exit.USAGE: "Något som skulle läsas eller skrivas gick inte att använda.",
    Exit.NOTHING_JUDGED: "Ingen rapport kontrollerades.",
    Exit.INTERNAL: "Internt fel; det som hann hittas visas.",
    Exit.INTERRUPTED: "Avbrutet med Ctrl-C.",
}


def descriptors() -> list[Object]:
    """The kinds of notifications, for the tool's own description; GitHub wants each in full."""
    parts = ("shortDescription", "fullDescription", "help")
    return [{"id": key, **{part: {"text": text} for part in parts}} for key, text in KINDS.items()]


def invocation(result: Result, code: Exit, files: Files, left_out: list[str]) -> Object:
    """The run itself.

    Args:
        result: of the run.
        code: what it ends with.
        files: of the log.
        left_out: sentences about what there was no room for.
    """
    notes = list(_execution(result, files))
    rest = len(notes) - MOST_NOTES
    if rest > 0:
        told = counted(rest, "upplysning", "upplysningar")
        left_out = [*left_out, f"{told} om det som inte kunde kontrolleras fick inte plats."]
    first = [note("verdict", "note", f"{result.verdict_text}.")]
    first += [note("left-out", "warning", sentence) for sentence in left_out]
    return {
        "executionSuccessful": code in {Exit.OK, Exit.FINDINGS},
        "exitCode": int(code),
        "exitCodeDescription": _ENDINGS[code],
        "ruleConfigurationOverrides": list(overrides(result)),
        "toolConfigurationNotifications": list(_configuration(result, files)),
        "toolExecutionNotifications": [*first, *islice(notes, MOST_NOTES)],
    }


def note(kind: str, level: str, text: str, **more: object) -> Object:
    """A ``notification``."""
    descriptor = {"id": kind, "index": list(KINDS).index(kind)}
    return {"descriptor": descriptor, "level": level, "message": message(text), **more}


def _execution(result: Result, files: Files) -> Iterator[Object]:
    """What went wrong comes first."""
    numbers = numbered(result)
    for crash in result.crashes:
        yield _crash(crash, files, numbers)
    for refused in result.refused:
        place = {"physicalLocation": {"artifactLocation": files.at(refused.file)}}
        told = f"{refused.file} kontrollerades inte: {refused.reason}"
        yield note("refused", "error", told, locations=[place])
    for lost in result.given_up:
        place = {"physicalLocation": {"artifactLocation": files.at(lost.file)}}
        yield note("given-up", "error", f"{lost.told} {lost.remedy}", locations=[place])
    for report in result.reports:
        for skipped in report.not_run:
            told = f"{skipped.rule} kördes inte: {skipped.reason}."
            place = _place(skipped, files, report.path)
            yield note("not-run", "note", told, locations=[place], **_about(skipped.rule, numbers))
        for one in report.not_testable:
            told = f"{one.rule} kunde inte kontrollera siffrorna: {one.reason}."
            place = _place(one, files, report.path)
            yield note("not-testable", "note", told, locations=[place], **_about(one.rule, numbers))


def _crash(crash: Crash, files: Files, numbers: dict[str, int]) -> Object:
    place = {"physicalLocation": {"artifactLocation": files.at(crash.file)}}
    return note(
        "crash",
        "error",
        crash.told,
        locations=[place],
        exception={"kind": crash.error},
        **_about(crash.rule, numbers),
    )


def _place(one: NotRun | NotTestable, files: Files, path: str) -> Object:
    place: Object = {"physicalLocation": files.place(one.file, one.span, path)}
    if one.route:
        place["logicalLocations"] = logical(one.route)
    if one.crumbs:
        place["message"] = message(one.crumbs)
    return place


def _about(rule: str, numbers: dict[str, int]) -> Object:
    return {"associatedRule": {"id": rule, "index": numbers[rule]}} if rule in numbers else {}


def _configuration(result: Result, files: Files) -> Iterator[Object]:
    numbers = numbered(result)
    if result.only:
        told = f"Bara de här reglerna kördes: {', '.join(result.only)}."
        yield note("narrowed", "warning", told)
    if result.narrowed:
        yield note("narrowed", "warning", result.narrowed.words)
    ruleset = result.ruleset
    for one in ruleset.deviations:
        region = {"startLine": one.line}
        place = {"artifactLocation": files.at(ruleset.file), "region": region}
        told = f"{one.rule} ({one.title}): {one.words}. Skäl: {one.reason}"
        where = [{"physicalLocation": place}]
        yield note("deviation", "note", told, locations=where, **_about(one.rule, numbers))
