"""Each fault has a rule with examples that show it, and only it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.document.reader import read_document

if TYPE_CHECKING:
    from checker.document.model import Document

FOLDER = Path(__file__).parents[2] / "rules" / "form"
FILES = sorted(FOLDER.glob("FORM0*.yaml"))
MARK = re.compile(r"# <- (FORM\d{3})$")


def rule(path: Path) -> Any:
    document = read_document(path.read_bytes(), path.name)
    assert document.faults == ()
    return document.data


def read(example: Any) -> Document:
    text = example.get("report", "") * (example.get("repeat") or 1)
    content = bytes.fromhex(example["bytes"]) if "bytes" in example else text.encode()
    return read_document(content, "exempel.yaml")


def wanted(example: Any) -> set[int]:
    if "line" in example:
        return {example["line"]}
    lines = enumerate(example["report"].split("\n"), 1)
    return {number for number, line in lines if MARK.search(line)}


def flagged(document: Document, code: str) -> set[int]:
    return {fault.span.line for fault in document.faults if fault.code == code}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_good_example_has_no_fault_of_any_kind(path: Path) -> None:
    for example in rule(path)["examples"]["good"]:
        assert read(example).faults == (), example["name"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_example_has_its_fault_on_exactly_the_marked_lines(path: Path) -> None:
    content = rule(path)
    for example in content["examples"]["bad"]:
        assert flagged(read(example), content["with"]["code"]) == wanted(example), example["name"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_ordinary_bad_example_has_no_other_fault(path: Path) -> None:
    content = rule(path)
    for example in content["examples"]["bad"]:
        codes = {fault.code for fault in read(example).faults}
        beside = {"alias"} if content["with"]["code"] == "fault-limit" else set()
        assert codes - beside == {content["with"]["code"]}, example["name"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_message_names_only_what_the_fault_knows(path: Path) -> None:
    content = rule(path)
    names = set(re.findall(r"{(\w+)}", content["message"]))
    for example in content["examples"]["bad"]:
        for fault in read(example).faults:
            if fault.code == content["with"]["code"]:
                assert names == set(fault.values), example["name"]


def test_every_code_in_the_source_has_a_rule_and_every_rule_a_code() -> None:
    source = "".join(
        path.read_text("utf-8") for path in (FOLDER.parents[1] / "checker/document").glob("*.py")
    )
    codes = [rule(path)["with"]["code"] for path in FILES]
    makers = r"(?:Fault|fault|beyond|_whole_line)"
    written = set(re.findall(makers + r'\(\s*(?:case, )?"([a-z-]+)"', source))
    assert written <= set(codes)
    assert len(codes) == len(set(codes))
    for code in codes:
        assert f'"{code}"' in source
