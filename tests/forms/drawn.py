"""Pages read as those who draw them do: GitHub's own Markdown parser, and the parser of HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

# The text of these is one line to a reader.
BLOCKS = {
    *("h1", "h2", "h3", "h4", "p", "li", "th", "td", "dt", "dd", "summary", "caption", "title"),
    *("pre", "code"),
}


def markdown(text: str) -> ET.Element:
    """Markdown as GitHub draws it, before it goes through the filters of the page.

    GFM with tables, strikethrough, autolinks and task lists (github.github.com/gfm), and footnotes.
    """
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    drawn = cmarkgfm.github_flavored_markdown_to_html(text, options)
    return html(f"<!DOCTYPE html><html><head><title>a</title></head><body>{drawn}</body></html>")


def html(text: str) -> ET.Element:
    """A page as a browser builds it; any fault is an exception (WHATWG HTML, 13.2)."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(text)
    assert isinstance(root, ET.Element)
    return root


def elements(root: ET.Element) -> Iterator[ET.Element]:
    """Every element; a comment is none, and must not be there."""
    for one in root.iter():
        assert isinstance(one.tag, str), "a comment"
        yield one


def lines(root: ET.Element) -> list[str]:
    """The texts that a reader sees, block by block, with single blanks."""
    return [_plain("".join(_own(one))) for one in elements(root) if one.tag in BLOCKS]


def _own(block: ET.Element) -> Iterator[str]:
    """The text of a block without that of the blocks in it."""
    yield block.text or ""
    for child in block:
        if child.tag not in {*BLOCKS, "ul", "ol"}:
            yield from _own(child)
        yield child.tail or ""


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
