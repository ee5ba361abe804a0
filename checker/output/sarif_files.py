"""Files and places in SARIF: artifacts, and locations that point at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from checker.output.json_form import pointer
from checker.output.machine import address, paths
from checker.privacy import mask
from checker.shown import LONG, said, shown

if TYPE_CHECKING:
    from checker.document.model import Route, Span
    from checker.result import ReportResult, Result

Object: TypeAlias = dict[str, Any]
ROOT = "%SRCROOT%"


class Files:
    """The files of a log, each with its number in it."""

    def __init__(self, result: Result) -> None:
        """Begins with what was judged, in the order of the result."""
        self._paths = paths(result)
        self._numbers: dict[str, int] = {}
        self.artifacts: list[Object] = []
        for report in result.reports:
            self._add(report.file, report.path, _judged(report))
        for settings in result.settings:
            self.at(settings.file, settings.path)

    def at(self, name: str, path: str = "") -> Object:
        """A file as an ``artifactLocation``.

        Args:
            name: as it is shown.
            path: from the working folder; empty where only the name is known.
        """
        path = path or self._paths.get(name, "")
        number = self._numbers.get(path or name)
        if number is None:
            number = self._add(name, path, {})
        return {**self.artifacts[number]["location"], "index": number}

    def place(self, name: str, span: Span, path: str = "") -> Object:
        """A place in a file as a ``physicalLocation``."""
        region = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
        return {"artifactLocation": self.at(name, path), "region": region}

    def _add(self, name: str, path: str, more: Object) -> int:
        number = len(self.artifacts)
        self._numbers[path or name] = number
        self.artifacts.append({"location": _location(name, path), **more})
        return number


def logical(route: Route) -> list[Object]:
    """A place in a report's own terms: its JSON Pointer, as SARIF 3.33.5 has it for JSON."""
    if not route:
        return []
    last = route[-1]
    kind = "element" if isinstance(last, int) else "property"
    name = said(shown(last, LONG))
    return [{"name": name, "fullyQualifiedName": mask(pointer(route)), "kind": kind}]


def _location(name: str, path: str) -> Object:
    uri = address(name, path)
    # What lies outside the folder of the run is not said to lie in it.
    inside = not uri.startswith(("file:", "../"))
    return {"uri": uri, "uriBaseId": ROOT} if inside else {"uri": uri}


def _judged(report: ReportResult) -> Object:
    told: Object = {"verdict": report.verdict.value, "verdictText": report.verdict_text}
    told |= {"rulesRun": report.rules_run, "notApplicable": len(report.not_applicable)}
    return {
        "roles": ["analysisTarget"],
        "mimeType": "application/yaml",
        "properties": told,
    }
