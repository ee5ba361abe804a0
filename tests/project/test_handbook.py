"""The handbook's examples, run: what it says of a piece of YAML is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.engine import judge
from checker.examples import MARK, document
from checker.finding import Basis, Finding, Severity
from checker.resources import folder
from checker.rule import Example

PAGES = sorted((Path(__file__).resolve().parents[2] / "docs/handbok").glob("*.md"))
# What begins so is a file of settings or a rule; test_handbook_settings.py runs it.
BLOCK = re.compile(r"```yaml\n(?!undantag:|extends:|id:)(.*?)```", re.DOTALL)
CATALOGUE: Catalogue = read_catalogue(folder("rules"))
# What a piece of a report cannot have: its head, and what was planned the year before.
WHOLE = {"RAP002", "RAP010", "RAP011", "ATG002"}
# Of the rules about parts, those about what a piece does have.
OWN = {"DEL011", "DEL018"}
BLOCKS = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, block in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), start=1)
]


def test_the_handbook_has_examples() -> None:
    assert len(BLOCKS) >= 9


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_gives_the_findings_that_it_is_marked_with(block: str) -> None:
    marked = {
        (number, mark[1])
        for number, line in enumerate(block.split("\n"), start=1)
        for mark in MARK.finditer(line)
    }
    example = Example(name="ur handboken", report=block, bare=block.startswith("format:"))
    result, crashes = judge(document(example), CATALOGUE)
    assert crashes == ()
    # A piece of a report lacks most parts; that one of its own stands empty is its own doing.
    found = {
        (one.span.line, one.rule)
        for one in result.findings
        if one.rule in OWN or not (one.rule.startswith("DEL") or one.rule in WHOLE)
    }
    # Nor does it tell everything that a reader would like to know of a case.
    wished_for = {(one.span.line, one.rule) for one in result.findings if is_wish(one)}
    assert found - (wished_for - marked) == marked


def is_wish(finding: Finding) -> bool:
    """Whether it only says what could be told besides."""
    return finding.basis is Basis.PRACTICE and finding.severity is Severity.INFO
