"""What a plain scalar means: the core schema of YAML 1.2, and nothing beyond it.

Our own table, since the parser's library reads ``1_000`` as 1000, makes dates of texts, raises bare
ValueErrors, and lets a ``%YAML 1.1`` line turn ``no`` into false.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checker.document.model import Scalar

_MAX_DIGITS: Final = 20  # str() of a longer integer may fail, and no count is that large

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_STARTS: Final = frozenset("~nNtTfF+-.0123456789")
_DECIMAL: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def resolve(text: str) -> Scalar:
    """The value of a plain scalar: null, truth value, integer, finite float, or else the text."""
    if text and text[0] not in _STARTS:  # nearly all; the rest is for the few
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _DECIMAL.fullmatch(text):
        return int(text) if len(text.lstrip("+-")) <= _MAX_DIGITS else text
    if _BASED.fullmatch(text):
        return int(text, 0) if len(text) <= _MAX_DIGITS + 2 else text
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if isfinite(number) else text
    return text
