"""What no form may hold, and what each must be; the grammars name where they come from."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from fuzz import kinds
from fuzz.markup import html_faults, xml_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
BOM: Final = "\ufeff"
_SGR: Final = re.compile(
    r"\x1b\[[0-9;]*m"
)  # the colours that rich writes, where they are asked for
# actions/runner, ActionCommand.cs: after white space on a line, and the old form anywhere.
_GITHUB_COMMAND: Final = re.compile(r"^[^\S\n]*::|##\[", re.MULTILINE)
# microsoft/azure-pipelines-agent, docs of logging commands: anywhere in a line.
_AZURE_COMMAND: Final = re.compile(r"##vso\[|##\[", re.IGNORECASE)
# Ours: the level, then properties of which no value holds what ends it, then the message.
_OUR_GITHUB: Final = re.compile(
    r"::(?:error|warning|notice)(?: [a-zA-Z]+=[^,:\r\n]*(?:,[a-zA-Z]+=[^,:\r\n]*)*)?::[^\r\n]*"
)
_OUR_AZURE: Final = re.compile(
    r"##vso\[task\.(?:logissue|complete)"
    r"(?: [a-z]+=[^;\]\r\n]*(?:;[a-z]+=[^;\]\r\n]*)*;?)?\](?:(?!##).)*"
)
_ESCAPED: Final = re.compile(r"\\[^\w\s]")
_MARKDOWN: Final = re.compile(r"[<`\[\]~$]|@\w|(?<!\n)#\w|://|www\.", re.IGNORECASE)
_OUR_MARKDOWN: Final = re.compile(
    rf"\[[A-Z]{{3,4}}\d{{3}}\]\({re.escape(kinds.PAGES)}/[A-Z]{{3,4}}\d{{3}}\.md\)"
    r"|^</?details>$|^<summary>|</summary>$",
    re.MULTILINE,
)
_FORMULA: Final = frozenset("=+-@")
_FIGURE: Final = re.compile(r"[+-]\d+(,\d+)?")


def form_faults(form: str, text: str) -> Iterator[str]:
    """What is wrong with the output of a form.

    Args:
        form: its name in ``fuzz.forms``, or where a command line wrote it.
        text: the output.
    """
    yield from _steering(form, text)
    yield from _commands(form, text)
    try:
        text.encode()
    except UnicodeEncodeError:
        yield "holds half a character"
    if form in kinds.JSON:
        yield from _json(form, text)
    yield from _ORACLES.get(form, _nothing)(text)


def _nothing(_text: str) -> list[str]:
    return []


def _steering(form: str, text: str) -> Iterator[str]:
    """Characters that steer a terminal, a reader's eye or a log."""
    if form in kinds.CSV:
        if not text.startswith(BOM) or text.count("\n") != text.count("\r\n"):
            yield "has no byte-order mark first, or other line ends than CR LF"
        text = text.removeprefix(BOM).replace("\r\n", "\n")
    if form == "stdout":
        text = _SGR.sub("", text.removeprefix(BOM)).replace("\r\n", "\n")
    plain = text.replace("\n", "")
    if not plain.isprintable():
        found = {one for one in plain if unicodedata.category(one) in HIDDEN}
        if found:
            yield f"holds {', '.join(sorted(f'U+{ord(one):04X}' for one in found))}"


def _commands(form: str, text: str) -> Iterator[str]:
    """Lines that a CI system obeys; the console is read as well as the form made for it."""
    for pattern, ours, own in (
        (_GITHUB_COMMAND, _OUR_GITHUB, "github"),
        (_AZURE_COMMAND, _OUR_AZURE, "azure"),
    ):
        for found in pattern.finditer(text):
            begin = text.rfind("\n", 0, found.start()) + 1
            line = text[begin:].partition("\n")[0]
            if form != own or not ours.fullmatch(line):
                yield f"a CI system obeys {line[:120]!a}"


def _json(form: str, text: str) -> Iterator[str]:
    if not text.isascii():
        yield "is not ASCII"
    try:
        data = json.loads(text, parse_constant=_refuse, object_pairs_hook=_each_once)
    except ValueError as error:
        yield f"is no JSON: {error}"
        return
    yield from _OF_JSON[form](data)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _result(data: dict[str, Any]) -> Iterator[str]:
    """The counts of the JSON result are those of what it lists."""
    for severity in ("error", "warning", "info"):
        many = sum(1 for one in data["findings"] if one["severity"] == severity and not one["todo"])
        if data["summary"][severity] != many:
            yield f"counts {data['summary'][severity]} of {severity} and lists {many}"
    if data["summary"]["waived"] != len(data["waived"]):
        yield "counts other exceptions than it lists"


def _overview(data: dict[str, Any]) -> Iterator[str]:
    for table in data["tables"]:
        if any(len(row["cells"]) not in {0, len(table["columns"])} for row in table["rows"]):
            yield "has a row with more or fewer cells than columns"


def _sarif(data: dict[str, Any]) -> Iterator[str]:
    """SARIF 2.1.0: what its schema cannot say; the schema itself is asked in the tests."""
    for run in data["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        for one in run.get("results", ()):
            if "ruleIndex" in one and rules[one["ruleIndex"]] != one["ruleId"]:
                yield "points at another rule than it names"
            for place in (*one.get("locations", ()), *one.get("relatedLocations", ())):
                region = place["physicalLocation"].get("region", {"startLine": 1})
                uri = place["physicalLocation"]["artifactLocation"]["uri"]
                if region["startLine"] < 1 or region.get("startColumn", 1) < 1:
                    yield "points at no line"
                if not re.fullmatch(r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*", uri, re.ASCII):
                    yield "has an address that is none"


def _gitlab(data: list[dict[str, Any]]) -> Iterator[str]:
    """GitLab Code Quality: a list; fingerprints are how it tells old findings from new."""
    prints = [one["fingerprint"] for one in data]
    if len(set(prints)) != len(prints):
        yield "has a fingerprint twice"
    for one in data:
        if one["location"]["lines"]["begin"] < 1:
            yield "points at no line"
        if one["severity"] not in {"info", "minor", "major", "critical", "blocker"}:
            yield f"has the severity {one['severity']}"


def _csv(text: str) -> Iterator[str]:
    rows = csv.reader(StringIO(text.removeprefix(BOM), newline=""), delimiter=";", strict=True)
    for cell in (cell for row in rows for cell in row):
        start = unicodedata.normalize("NFKC", cell).lstrip()[:1]
        if start in _FORMULA and not _FIGURE.fullmatch(cell):
            yield f"has the formula {cell[:40]!a}"


def _markdown(text: str) -> Iterator[str]:
    text = _OUR_MARKDOWN.sub("", text)
    if found := _MARKDOWN.search(_ESCAPED.sub("¤", text)):
        yield f"has markup of a report's: {found[0]!a}"


_OF_JSON: Final[dict[str, Callable[[Any], Iterator[str]]]] = {
    "json": _result,
    "matrix-json": _overview,
    "sarif": _sarif,
    "gitlab": _gitlab,
}
_ORACLES: Final[dict[str, Callable[[str], Any]]] = {
    "matrix-csv": _csv,
    "markdown": _markdown,
    "matrix-markdown": _markdown,
    "matrix-html": html_faults,
    "html": html_faults,
    "junit": xml_faults,
}
