"""The HTML of a check, as a browser builds it: nothing runs or is fetched, words are words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from checker.finding import Severity
from checker.output.forms import Manner, form
from checker.output.framing import framed, stands_somewhere
from checker.output.html_finding import WIDTH
from checker.output.html_style import STYLE
from checker.output.page_html import as_text, plain
from checker.output.said import fit
from checker.verdict import Exit
from tests.forms.drawn import elements, html, lines
from tests.forms.filled import filled
from tests.forms.page_pieces import HOSTILE, MARKUP

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from checker.result import Result

PAGES = "https://exempel.se/regler"
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section"),
    *("footer", "h1", "h2", "h3", "p", "div", "span", "b", "i", "a", "ol", "ul", "li", "dl", "dt"),
    *("dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "pre", "code", "mark", "wbr"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "aria-labelledby"),
    *("href", "scope", "tabindex", "aria-label"),
}
every_markup = pytest.mark.parametrize("words", MARKUP.values(), ids=MARKUP)


def written(result: Result, pages: str = PAGES) -> str:
    return form("html", result, Manner(Exit.FINDINGS, rule_pages=pages))


def outline(root: ET.Element) -> Counter[str]:
    """The elements, those left out that only say where a line may or may not be broken."""
    kept = (one for one in elements(root) if one.tag != "wbr" and one.get("class") != "date")
    return Counter(str(one.tag) for one in kept)


def assert_ours(root: ET.Element) -> None:
    """Nothing but our own elements, with our own attributes and links."""
    ids = [one.attrib["id"] for one in elements(root) if "id" in one.attrib]
    assert len(set(ids)) == len(ids)
    for one in elements(root):
        assert one.tag in OURS
        assert set(one.attrib) <= ATTRIBUTES
        assert re.fullmatch(r"[a-z_ ]*", one.attrib.get("class", ""))
        if "aria-labelledby" in one.attrib:
            assert one.attrib["aria-labelledby"] in ids
        address = one.attrib.get("href", "")
        if address.startswith("#"):
            assert address[1:] in ids
        elif address:
            assert re.fullmatch(rf"{PAGES}/[A-Z]+\d+\.md", address)
    (style,) = root.iter("style")
    assert style.text == STYLE


@every_markup
def test_the_page_is_built_the_same_whatever_the_words_are(made_up: Result, words: str) -> None:
    harmless = html(written(filled(made_up, "ord")))
    root = html(written(filled(made_up, words)))
    assert_ours(root)
    if words.strip() and words.isprintable():
        # Where the words are wider than a line, or hide, no place in it is marked.
        varying = {"mark", "i"}
        assert {tag: many for tag, many in outline(root).items() if tag not in varying} == {
            tag: many for tag, many in outline(harmless).items() if tag not in varying
        }


@every_markup
def test_the_words_are_drawn_as_they_are(words: str) -> None:
    safe = fit(words, 5_000)
    page = "<!DOCTYPE html><html><head><title>a</title></head><body><p>{}</p></body></html>"
    for drawn in (plain(safe), as_text(safe)):
        assert lines(html(page.format(drawn)))[1:] == [safe]


@every_markup
def test_the_lines_of_the_report_are_drawn_sign_for_sign(made_up: Result, words: str) -> None:
    result = filled(made_up, words)
    drawn = ["".join(one.itertext()) for one in html(written(result)).iter("code")]
    rows = [
        row
        for report in result.reports
        for finding in report.findings
        if finding.severity is not Severity.INFO and stands_somewhere(finding, report.document)
        for row in framed(finding, report.document.lines, WIDTH).rows
        if row.primary
    ]
    assert len(rows) > 10
    assert [row.text for row in rows if row.text not in drawn] == []


@settings(max_examples=150)
@given(HOSTILE)
def test_no_words_become_more_than_words(words: str) -> None:
    page = "<!DOCTYPE html><html><head><title>{0}</title></head><body><p>{0}</p></body></html>"
    root = html(page.format(as_text(fit(words, 500)).replace("<wbr>", "")))
    assert outline(root) == Counter({"html": 1, "head": 1, "title": 1, "body": 1, "p": 1})
