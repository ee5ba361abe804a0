"""The rule pages of the handbook say what the rules say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.coverage import Covered, coverage
from checker.output.coverage_markdown import coverage_table
from checker.output.lines import ASCII, plain
from checker.output.rule_markdown import rule_index, rule_markdown
from checker.output.rule_page import rule_page
from checker.output.source_markdown import source_markdown
from checker.resources import folder

if TYPE_CHECKING:
    from checker.binding import Bound

PAGES = Path(__file__).resolve().parents[2] / "docs/regler"
SOURCES = PAGES.parent / "kallor"
CATALOGUE: Catalogue = read_catalogue(folder("rules"))


@pytest.mark.parametrize("bound", CATALOGUE.bound, ids=lambda bound: bound.rule.id)
def test_a_page_is_its_rules(bound: Bound) -> None:
    page = (PAGES / f"{bound.rule.id}.md").read_text(encoding="utf-8")
    sources = [CATALOGUE.sources[key] for key in bound.rule.sources]
    assert page == rule_markdown(bound.rule, sources)
    for source in sources:
        assert (source.citation() in page) == source.citable


def test_the_index_names_every_rule() -> None:
    assert (PAGES / "README.md").read_text(encoding="utf-8") == rule_index(CATALOGUE)
    assert len(list(PAGES.glob("*.md"))) == len(CATALOGUE.bound) + 2


def test_the_table_of_coverage_is_up_to_date() -> None:
    assert (PAGES / "tackning.md").read_text(encoding="utf-8") == coverage_table(CATALOGUE)


@pytest.mark.parametrize("one", coverage(CATALOGUE), ids=lambda one: one.source.id)
def test_a_provisions_page_says_what_the_register_says(one: Covered) -> None:
    page = SOURCES / f"{one.source.id}.md"
    if one.source.citable:
        assert page.read_text(encoding="utf-8") == source_markdown(one, CATALOGUE.sources)
    else:
        assert not page.exists()


@pytest.mark.parametrize("bound", CATALOGUE.bound, ids=lambda bound: bound.rule.id)
@pytest.mark.parametrize("width", [60, 80])
def test_explain_fits_a_terminal_and_can_be_drawn_simply(bound: Bound, width: int) -> None:
    sources = [CATALOGUE.sources[key] for key in bound.rule.sources]
    text = plain(rule_page(bound.rule, sources, width, ASCII))
    assert bound.rule.id in text
    assert "│" not in text
    longest = max(text.splitlines(), key=len)
    assert len(longest) <= width, longest
