"""The handbook's exceptions, ruleset and own rule, used: what it says of them holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from checker.catalog import Catalogue, read_catalogue
from checker.document.reader import read_document
from checker.examples import MARK, differences, findings
from checker.resources import folder
from checker.rule import Example
from checker.ruleset.loading import load_ruleset
from checker.ruleset.own import read_own_rules

PAGE = (Path(__file__).resolve().parents[2] / "docs/handbok/undantag.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
CATALOGUE: Catalogue = read_catalogue(folder("rules"))
REPORT = BLOCKS[0]


def starting(words: str) -> list[str]:
    return [block for block in BLOCKS if block.startswith(words)]


@pytest.mark.parametrize("block", starting("undantag:"))
def test_exceptions_excuse_the_report_of_the_page_or_are_marked(block: str) -> None:
    example = Example(name="ur handboken", report=REPORT, exceptions=block)
    [bound] = [one for one in CATALOGUE.bound if one.rule.id == "UND001"]
    found = findings(bound, example, CATALOGUE)
    marked = {
        (number, mark[1])
        for number, line in enumerate(block.split("\n"), start=1)
        for mark in MARK.finditer(line)
    }
    assert {(one.span.line, one.rule) for one in found if one.file == "undantag.yaml"} == marked
    # Where an exception has ended, its finding counts again.
    ended = any(rule == "UND001" for _, rule in marked)
    assert any(one.rule == "TAB001" for one in found) is ended


@pytest.mark.parametrize(
    ("schema", "words"), [("exceptions", "undantag:"), ("ruleset", "extends:"), ("rule", "id:")]
)
def test_a_file_of_settings_fits_its_published_schema(schema: str, words: str) -> None:
    text = (folder("schemas") / f"{schema}.schema.json").read_text(encoding="utf-8")
    validator = Draft202012Validator(json.loads(text), registry=Registry())
    for block in starting(words):
        data = read_document(block.encode(), "fil.yaml", traps=False).data
        assert [error.message for error in validator.iter_errors(data)] == []
        assert not validator.is_valid({**(data or {}), "okänd": 1})


def test_the_page_shows_exceptions_that_hold_and_some_that_do_not() -> None:
    assert ["# <- " in block for block in starting("undantag:")] == [False, True]


def test_the_ruleset_loads(tmp_path: Path) -> None:
    [block] = starting("extends:")
    (tmp_path / "kvalitetskoll.yaml").write_text(block, encoding="utf-8")
    ruleset, _ = load_ruleset(str(tmp_path / "kvalitetskoll.yaml"), CATALOGUE)
    assert [one.rule for one in ruleset.deviations] == ["DEL011", "LEX008"]


def test_the_own_rule_loads_and_its_examples_hold(tmp_path: Path) -> None:
    [block] = starting("id:")
    (tmp_path / "EGN001.yaml").write_text(block, encoding="utf-8")
    [bound] = read_own_rules(str(tmp_path), CATALOGUE)
    own = Catalogue((*CATALOGUE.bound, bound), CATALOGUE.sources, CATALOGUE.points)
    examples = (*bound.rule.examples.good, *bound.rule.examples.bad)
    assert [differences(bound, one, own) for one in examples] == [[], []]
