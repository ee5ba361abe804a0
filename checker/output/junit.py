"""The JUnit form: a suite for each report, a case for each rule.

There is no one standard. The elements and attributes are those that Jenkins' junit-10.xsd, GitLab
(its documentation, Unit test reports) and Azure Pipelines (PublishTestResults) share, with GitLab's
``file`` on a case. Nothing here has been timed, so every ``time`` is 0.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from checker.output import junit_cases as cases
from checker.output.junit_cases import Case
from checker.output.machine import plain_path
from checker.output.said import nothing
from checker.shown import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.output.forms import Manner
    from checker.result import ReportResult, Result

_ATTACHMENT = "[[", "[ ["  # GitLab and Azure Pipelines read [[ATTACHMENT|file]] and fetch the file


def junit(result: Result, manner: Manner) -> str:  # noqa: ARG001 - every form is called alike
    """The result as JUnit XML; ASCII only, without CDATA or DOCTYPE."""
    root = ET.Element("testsuites", {"name": "kvalitetskoll"})
    names: Counter[str] = Counter()
    for name, path, found, properties, output in _suites(result):
        names[name] += 1  # two files may have the same name when masked
        unique = f"{name} ({names[name]})" if names[name] > 1 else name
        root.append(_suite(unique, path, list(found), properties, output))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    root.set("time", "0")
    ET.indent(root)
    body = ET.tostring(root, encoding="us-ascii").decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suites(
    result: Result,
) -> Iterator[tuple[str, str, Iterable[Case], list[tuple[str, str]], list[str]]]:
    """Name, file, cases, properties and output of each suite."""
    broken = list(_run_cases(result))
    if broken:
        yield "kvalitetskoll", "", broken, _run(result), [result.verdict_text]
    for report in result.reports:
        path = plain_path(report.file, report.path)
        found = cases.report_cases(report, result)
        yield report.file, path, found, _about(report, result), list(_said_of(report))
    for settings in result.settings:
        path = plain_path(settings.file, settings.path)
        yield settings.file, path, cases.settings_cases(settings.findings, result), [], []


def _run_cases(result: Result) -> Iterator[Case]:
    """What went wrong outside every report: never a pass."""
    judged = {report.file for report in result.reports}
    for refused in result.refused:
        told = f"{refused.file}: {said(refused.reason)}"
        yield Case(f"{refused.file} går att läsa", cases.BROKEN, told, (told,))
    for crash in result.crashes:
        if not crash.rule or crash.file not in judged:
            yield Case(f"{crash.file} kontrolleras", cases.BROKEN, crash.told, (crash.told,))
    for lost in result.given_up:
        name = f"{lost.file} kontrolleras i tid"
        yield Case(name, cases.BROKEN, lost.told, (lost.told, lost.remedy))
    if none := nothing(result):
        yield Case("Det finns en rapport", cases.BROKEN, none, (none,))


def _suite(
    name: str, path: str, found: list[Case], properties: list[tuple[str, str]], output: list[str]
) -> ET.Element:
    statuses = Counter(case.status for case in found)
    suite = ET.Element("testsuite", {"name": _safe(name), "tests": str(len(found))})
    suite.set("failures", str(statuses[cases.FAILED]))
    suite.set("errors", str(statuses[cases.BROKEN]))
    suite.set("skipped", str(statuses[cases.SKIPPED]))
    suite.set("time", "0")
    if properties:
        told = ET.SubElement(suite, "properties")
        for key, value in properties:
            ET.SubElement(told, "property", {"name": key, "value": _safe(value)})
    for case in found:
        suite.append(_case(case, name, path))
    if output:
        ET.SubElement(suite, "system-out").text = _lines(output)
    return suite


def _case(case: Case, suite: str, path: str) -> ET.Element:
    told = ET.Element("testcase", {"classname": _safe(suite), "name": _safe(case.name)})
    told.set("time", "0")
    if path:
        told.set("file", _safe(path))
    if case.line:
        told.set("line", str(case.line))
    if case.status != cases.PASSED:
        status = ET.SubElement(told, case.status, {"message": _safe(case.message)})
        if case.status == cases.FAILED:
            status.set("type", "fel")
        status.text = _lines(case.text) if case.text else None
    if case.output:
        ET.SubElement(told, "system-out").text = _lines(case.output)
    return told


def _run(result: Result) -> list[tuple[str, str]]:
    ruleset = result.ruleset
    told = [("version", result.version), ("datum", str(result.today))]
    told += [("bara", ", ".join(result.only))] if result.only else []
    told += [("urval", result.narrowed.words)] if result.narrowed else []
    told += [
        ("avsteg", f"{one.rule} ({one.title}): {one.words}. Skäl: {one.reason}")
        for one in ruleset.deviations
    ]
    return told


def _about(report: ReportResult, result: Result) -> list[tuple[str, str]]:
    told = [("resultat", report.verdict_text), *_run(result)]
    told += [("jämförd med", report.previous)] if report.previous else []
    return told


def _said_of(report: ReportResult) -> Iterator[str]:
    yield f"{report.verdict_text}."
    for point in report.points:
        yield f"Kräver bedömning av en människa: {point.question}"


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(["", *map(_safe, rows), ""])


def _safe(text: str) -> str:
    return said(text).replace(*_ATTACHMENT)
