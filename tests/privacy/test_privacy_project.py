"""The project itself: no file holds a personal identity number, and no report is told wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.checks.registry import BUILTIN
from checker.document.reader import read_document
from checker.engine import judge
from checker.output.rule_markdown import rule_markdown
from checker.privacy.masking import mask
from checker.privacy.numbers import Kind, find_numbers
from checker.privacy.stand_ins import STAND_INS, filled
from checker.resources import folder

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("benchmarks", "checker", "docs", "reports_yaml", "rules", "schemas", "scripts", "tests")
KINDS = {".py", ".md", ".yaml", ".yml", ".json", ".toml", ".txt"}
FILES = [
    path
    for name in FOLDERS
    for path in sorted((ROOT / name).rglob("*"))
    if path.suffix in KINDS and path.is_file()
]
CATALOGUE: Catalogue = read_catalogue(folder("rules"))
OURS = [bound for bound in CATALOGUE.bound if bound.rule.id.startswith("PERS")]


def test_no_file_of_the_project_holds_a_personal_number() -> None:
    assert len(FILES) > 400
    found = [
        (path.relative_to(ROOT).as_posix(), text.count("\n", 0, one.start) + 1)
        for path in (*FILES, *ROOT.glob("*.md"))
        for text in [path.read_text(encoding="utf-8")]
        for one in find_numbers(text)
        if one.kind is Kind.NUMBER
    ]
    assert found == []


@pytest.mark.parametrize(
    "report", sorted((ROOT / "reports_yaml").glob("*-20*.yaml")), ids=lambda p: p.stem
)
def test_a_shipped_report_has_nothing_that_points_at_a_person(report: Path) -> None:
    document = read_document(report.read_bytes(), report.name)
    result, crashes = judge(document, CATALOGUE)
    assert crashes == ()
    assert [one for one in result.findings if one.rule.startswith("PERS")] == []


def test_each_word_that_stands_for_a_number_stands_for_what_it_says() -> None:
    kinds = {word: [one.kind for one in find_numbers(text)] for word, text in STAND_INS.items()}
    assert kinds == {
        "{personnummer}": [Kind.NUMBER],
        "{tio siffror}": [Kind.NUMBER],
        "{tolv siffror}": [Kind.NUMBER],
        "{samordningsnummer}": [Kind.NUMBER],
        "{fel kontrollsiffra}": [Kind.LIKE],
    }
    moved = {w: one.is_samordning for w, text in STAND_INS.items() for one in find_numbers(text)}
    assert [word for word, is_moved in moved.items() if is_moved] == ["{samordningsnummer}"]
    assert filled("{avvikelser.totalt} {personnumret}") == "{avvikelser.totalt} {personnumret}"


@pytest.mark.parametrize("bound", OURS, ids=lambda bound: bound.rule.id)
def test_a_page_of_the_handbook_shows_no_number(bound: object) -> None:
    rule = next(one.rule for one in OURS if one is bound)
    page = rule_markdown(rule, [CATALOGUE.sources[key] for key in rule.sources])
    assert [one for one in find_numbers(page) if one.kind is Kind.NUMBER] == []
    assert not any(number in page for number in STAND_INS.values())


def test_a_rule_that_only_a_ruleset_turns_on_is_not_run_by_default() -> None:
    assert CATALOGUE.named("reservnummer").opt_in
    default = {bound.rule.id for bound in CATALOGUE.checking}
    others = {bound.rule.id for bound in CATALOGUE.bound if bound.rule.check != BUILTIN}
    assert others - default == {"PERS008"}


def test_the_messages_of_the_guard_are_shown_as_they_are() -> None:
    for bound in OURS:
        for text in (bound.rule.message, bound.rule.fix, bound.rule.why):
            assert mask(text) == text
