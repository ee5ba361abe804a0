"""An HTML page that needs nothing else, and that runs and fetches nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = 24  # characters; a longer word may be broken, so that it does not push the rest aside
_LINE = re.compile(r"(?<=\brad) (?=\d)")  # a line and its number stay together
_LONG_WORD = re.compile(rf"[^\s/_-]{{{_WORD}}}(?=[^\s/_-])|[/_](?=\S)")


def page(title: str, style: str, body: Iterable[str]) -> str:
    """The whole page.

    Args:
        title: a text.
        style: the style sheet, all of it our own words.
        body: lines of HTML.

    The browser is told to take the one style and nothing else: Content Security Policy Level 3
    (W3C), as far as a ``meta`` element can carry it.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="sv">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{plain(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """A text as HTML, sign for sign."""
    return escape(text, quote=True)


def as_text(text: str) -> str:
    """A text as HTML, with the places where a long word or a path may be broken."""
    # A text that is fit to be shown holds no other NUL.
    parted = _LONG_WORD.sub("\\g<0>\0", _LINE.sub("\u00a0", text))
    return plain(parted).replace("\0", "<wbr>")
