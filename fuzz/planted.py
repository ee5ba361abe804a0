"""Whether an output tells a personal identity number that was planted, however it is escaped."""

from __future__ import annotations

import json
import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from fuzz.kinds import JSON, MARKUP, PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSE: Final = re.compile(r"[^\d\n]+")


def tells_number(form: str, text: str, figures: str) -> bool:
    """Whether ten figures stand after each other on a line, whatever stands between them.

    Args:
        form: the name of the form.
        text: the output.
        figures: birth date and the last four.
    """
    return figures in _figures(_readable(form, text))


def _figures(text: str) -> str:
    found = _ELSE.sub("", text)
    if found.isascii():
        return found
    return "".join(one if one == "\n" else str(unicodedata.digit(one)) for one in found)


def _readable(form: str, text: str) -> str:
    """The text as a reader of the form sees it: its own escapes undone."""
    if form in JSON:
        return "\n".join(_texts(json.loads(text)))
    if form in MARKUP:
        return unescape(text)
    return unquote(text) if form in PERCENT else text


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _texts(value)
    elif isinstance(data, list):
        for one in data:
            yield from _texts(one)
    else:
        yield str(data)
