"""HTML and XML looked at as a browser and a parser do: nothing runs, nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final
from xml.parsers import expat

from fuzz.kinds import PAGES

VOID: Final = frozenset({"meta", "br", "wbr", "hr", "col"})
ACTIVE: Final = frozenset(
    {"script", "iframe", "object", "embed", "applet", "base", "link", "img", "svg", "math", "form"}
    | {"input", "button", "video", "audio", "source", "frame", "frameset", "template", "noscript"}
)
ADDRESSES: Final = frozenset({"href", "src", "action", "data", "poster", "srcset", "xlink:href"})
_OWN: Final = re.compile(rf"#[\w.:-]*|{re.escape(PAGES)}/[A-Z]{{3,4}}\d{{3}}\.md")
_FETCHED: Final = re.compile(r"url\(|@import|expression\(|javascript:", re.IGNORECASE)


class _Page(HTMLParser):
    """Notes what is not balanced, active, or leads out of the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.told: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE:
            self.told.append(f"has <{tag}>")
        for name, value in attrs:
            if name.startswith("on"):
                self.told.append(f"has {name}=")
            if name in ADDRESSES and not _OWN.fullmatch(value or ""):
                self.told.append(f"leads out of the page by {name}=")
            if name == "style" and _FETCHED.search(value or ""):
                self.told.append("fetches from a style")
        if tag == "meta" and dict(attrs).get("http-equiv", "") == "refresh":
            self.told.append("leads out of the page by itself")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.told.append(f"closes <{tag}>, which is not the innermost")

    def handle_comment(self, _data: str) -> None:
        self.told.append("has a comment")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style" and _FETCHED.search(data):
            self.told.append("fetches from a style")

    def unknown_decl(self, _data: str) -> None:
        self.told.append("has a marked section")

    def handle_pi(self, _data: str) -> None:
        self.told.append("has a processing instruction")


def html_faults(text: str) -> list[str]:
    """What is wrong with a page of HTML."""
    page = _Page()
    page.feed(text)
    page.close()
    told = [*page.told, *(f"leaves <{tag}> open" for tag in page.open)]
    return told if "default-src 'none'" in text else [*told, "has no policy for what it may load"]


def xml_faults(text: str) -> list[str]:
    """What is wrong with a document of XML 1.0."""
    told: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: told.append("has a DOCTYPE")
    parser.StartCdataSectionHandler = lambda: told.append("has a CDATA section")
    parser.ProcessingInstructionHandler = lambda *_: told.append("has an instruction")
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError as error:
        told.append(f"is no XML: {error}")
    return told
