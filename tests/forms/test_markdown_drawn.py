"""The Markdown of a check, drawn: nothing that a stranger wrote becomes more than its words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from checker.output.forms import Manner, form
from checker.output.markdown_form import ROOM
from checker.output.markdown_text import as_text
from checker.output.said import fit
from checker.shown import shown
from checker.verdict import Exit
from tests.forms.drawn import elements, lines, markdown
from tests.forms.filled import filled
from tests.forms.page_pieces import HOSTILE, MARKUP

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from checker.result import Result

PAGES = "https://exempel.se/regler"
OURS = {
    *("html", "head", "title", "body", "h2", "h3", "h4", "p", "ul", "li", "br", "strong", "a"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
# What GitHub and GitLab look for in the text once it is drawn; both leave code and links alone.
FILTERS = re.compile(
    r"""@[\w./-]                 # a mention (html-pipeline, MentionFilter; GitLab, UserReference)
    | \#[\w"] | \bGH-\d          # an issue
    | ://                        # an address of any kind (GitLab, AutolinkFilter)
    | :(?!\d+:)[\w+-]+: | :100:  # an emoji
    | \[\w+:\S                   # a reference in brackets (GitLab)
    | [{\[][+-]                  # a difference (GitLab, InlineDiffFilter)
    """,
    re.VERBOSE,
)
every_markup = pytest.mark.parametrize("words", MARKUP.values(), ids=MARKUP)


def written(result: Result) -> str:
    return form("markdown", result, Manner(Exit.FINDINGS, rule_pages=PAGES))


def outline(root: ET.Element) -> Counter[str]:
    return Counter(str(one.tag) for one in elements(root))


def assert_ours(root: ET.Element) -> None:
    """Nothing but our own elements, with our own attributes."""
    for one in elements(root):
        assert one.tag in OURS
        if one.tag == "a":
            assert re.fullmatch(rf"{PAGES}/[A-Z]+\d+\.md", one.attrib.pop("href"))
        assert one.attrib in ({}, {"align": "right"})


@every_markup
def test_the_page_is_built_the_same_whatever_the_words_are(made_up: Result, words: str) -> None:
    harmless = markdown(written(filled(made_up, "ord")))
    root = markdown(written(filled(made_up, words)))
    assert_ours(root)
    # An empty text leaves out its line; a long one may push out others.
    if words.strip() and len(words) < 1_000:
        assert outline(root) == outline(harmless)


@every_markup
def test_no_filter_of_a_page_finds_anything_in_the_words(made_up: Result, words: str) -> None:
    for line in lines(markdown(written(filled(made_up, words)))):
        assert not FILTERS.search(line)


@every_markup
def test_the_words_are_drawn_as_they_are(words: str) -> None:
    safe = fit(words, 5_000)
    for before, drawn_in in (("", "p"), ("* ", "li"), ("## ", "h2"), ("* **a** · ", "li")):
        root = markdown(f"{before}{as_text(safe)}\n")
        (block,) = (one for one in elements(root) if one.tag == drawn_in) if safe else (None,)
        if block is None:
            continue
        drawn = "".join(block.itertext()).strip().removeprefix("a ·")
        assert outline(root).keys() <= {"html", "head", "title", "body", "ul", "strong", drawn_in}
        assert drawn.replace(" ", "") == safe.replace(" ", "")


@settings(max_examples=150)
@given(HOSTILE)
def test_no_words_become_more_than_words(words: str) -> None:
    text = as_text(shown(words, 500))
    for page in (f"{text}\n", f"* {text}\n", f"| a |\n| --- |\n| {text} |\n", f"## {text}\n"):
        root = markdown(page)
        assert outline(root).keys() <= OURS - {"a", "br", "details", "summary", "h3", "h4"}
        for line in lines(root):
            assert not FILTERS.search(line)
    table = markdown(f"| a |\n| --- |\n| {text} |\n")
    assert (outline(table)["th"], outline(table)["td"], outline(table)["tr"]) == (1, 1, 2)
    # What a cell had too much of would not be drawn at all.
    assert lines(table)[-1] == (lines(markdown(f"a {text}\n"))[-1].removeprefix("a").strip())


@every_markup
def test_no_line_is_an_order_to_gitlab_or_a_command_in_a_log(made_up: Result, words: str) -> None:
    text = written(filled(made_up, words))
    assert re.findall(r"(?m)^\s*(?:[*-] )?/|^\s*::|##\[", text) == []
    assert len(text) <= ROOM
