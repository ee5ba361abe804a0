"""Outputs read back, each first held against its grammar and what a grammar cannot say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from jsonschema import Draft202012Validator
from referencing import Registry

from checker.output.forms import Manner, form
from checker.output.json_form import result_schema
from checker.verdict import Exit
from tests.forms.sarif_schema import Unavailable, schema_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.result import Result

GRAMMARS = Path(__file__).parent / "grammars"
PAGES = "https://exempel.se/regler"


def written(name: str, result: Result, code: Exit = Exit.FINDINGS, pages: str = PAGES) -> str:
    """A result in a form; for machines it is ASCII that ends with a line feed."""
    text = form(name, result, Manner(code, rule_pages=pages))
    assert text.isascii()
    assert text.endswith(("}\n", "]\n", ">\n"))
    return text


def read_json(result: Result, code: Exit = Exit.FINDINGS) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(written("json", result, code))
    assert faults(result_schema(), data) == []
    return data


def read_gitlab(result: Result) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(written("gitlab", result))
    grammar = (GRAMMARS / "gitlab.schema.json").read_text(encoding="utf-8")
    assert faults(grammar, data) == []
    prints = [one["fingerprint"] for one in data]
    assert len(set(prints)) == len(prints)
    return data


def read_junit(result: Result) -> ET.Element:
    text = written("junit", result)
    assert "<!" not in text
    _junit_grammar().validate(text)
    root = ET.fromstring(text)  # noqa: S314 - our own
    for element in (root, *root.iter("testsuite")):
        cases = list(element.iter("testcase"))
        endings = [child.tag for case in cases for child in case if child.tag != "system-out"]
        assert element.get("tests") == str(len(cases))
        assert element.get("failures") == str(endings.count("failure"))
        assert element.get("errors") == str(endings.count("error"))
        assert element.get("skipped") == str(endings.count("skipped"))
    return root


def read_sarif(
    result: Result, code: Exit = Exit.FINDINGS, pages: str = PAGES, folder: Path | None = None
) -> dict[str, Any]:
    """The only run of a log.

    Args:
        result: of a run.
        code: what it ended with.
        pages: where the rules have their pages.
        folder: where its files lie; what is said of lines is held against them.
    """
    data = json.loads(written("sarif", result, code, pages))
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    assert list(sarif_faults(run, folder)) == []
    return dict(run)


def official_schema() -> str:
    """The schema of SARIF; without it the test is skipped, and says why."""
    try:
        return schema_file().read_text(encoding="utf-8-sig")
    except Unavailable as reason:
        pytest.skip(f"the official SARIF schema cannot be had: {reason}")


def faults(schema: str, data: object) -> list[str]:
    """What of the data does not fit a JSON Schema."""
    return [f"{one.json_path}: {one.message[:200]}" for one in _validator(schema).iter_errors(data)]


@cache
def _junit_grammar() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(GRAMMARS / "junit.xsd")


@cache
def _validator(schema: str) -> Draft202012Validator:
    read = json.loads(schema)
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read, registry=Registry())


def sarif_faults(run: dict[str, Any], folder: Path | None = None) -> Iterator[str]:
    """What SARIF 2.1.0 demands in words: numbers that fit each other, and places that exist."""
    driver, (invocation,) = run["tool"]["driver"], run["invocations"]
    artifacts = [one["location"] for one in run["artifacts"]]
    for result in run["results"]:
        if driver["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"ruleIndex {result['ruleIndex']}"  # 3.52.5
        if (result["kind"] == "fail") is (result["level"] == "none"):
            yield f"{result['kind']} with {result['level']}"  # 3.27.10
        ids = [one["id"] for one in result.get("relatedLocations", ())]
        if len(set(ids)) != len(ids):
            yield f"ids {ids}"  # 3.28.2
    yield from _reference_faults(driver, invocation)
    for location in _located(run):
        file = location["artifactLocation"]
        if {**artifacts[file["index"]], "index": file["index"]} != file:
            yield f"artifact {file}"  # 3.4.5
        uri = file["uri"]
        if ("uriBaseId" in file) is uri.startswith(("file:///", "../")) or "\\" in uri:
            yield f"uri {uri}"  # 3.4.4
        yield from _region_faults(location, folder)


def _reference_faults(driver: dict[str, Any], invocation: dict[str, Any]) -> Iterator[str]:
    """What names a rule or a kind of notification by number and by id names the same (3.52)."""
    overrides = invocation["ruleConfigurationOverrides"]
    notes = invocation["toolConfigurationNotifications"] + invocation["toolExecutionNotifications"]
    named = [one["descriptor"] for one in overrides]
    named += [one["associatedRule"] for one in notes if "associatedRule" in one]
    for one in named:
        if driver["rules"][one["index"]]["id"] != one["id"]:
            yield f"rule {one}"
    for one in notes:
        if driver["notifications"][one["descriptor"]["index"]]["id"] != one["descriptor"]["id"]:
            yield f"notification {one['descriptor']}"


def _region_faults(location: dict[str, Any], folder: Path | None) -> Iterator[str]:
    region = location.get("region", {"startLine": 1})
    first, last = region["startLine"], region.get("endLine", region["startLine"])
    begin, end = region.get("startColumn", 1), region.get("endColumn", 1)
    if min(first, begin) < 1 or (last, end) < (first, begin):
        yield f"region {region}"  # 3.30
    if folder:
        text = (folder / unquote(location["artifactLocation"]["uri"])).read_text(encoding="utf-8")
        lines = text.splitlines()
        if last > len(lines) or begin > len(lines[first - 1]) + 1 or end > len(lines[last - 1]) + 1:
            yield f"outside the file {region}"


def _located(data: object) -> Iterator[dict[str, Any]]:
    """Every ``physicalLocation``, wherever it stands."""
    if isinstance(data, dict):
        if "artifactLocation" in data:
            yield data
        for value in data.values():
            yield from _located(value)
    elif isinstance(data, list):
        for value in data:
            yield from _located(value)
