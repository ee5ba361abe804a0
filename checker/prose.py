"""References to numbers in running text: ``{avvikelser.totalt}``, found and replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Doubled braces stand for themselves; what is left of a brace belongs to no pair.
_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<inside>[^{}\n]*)\}|[{}]")
# The first step is a key of the report; below it any name may stand, such as a category's.
_PATH = re.compile(r"\w+(?:\.[^\s.].*)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text.

    Attributes:
        path: keys with dots between them.
        line: the line of the text, from 0.
    """

    path: str
    line: int


def references(text: str) -> tuple[Reference, ...]:
    """The references in a text, in its order."""
    found = ((_path(token), line) for token, line in _tokens(text))
    return tuple(Reference(path, line) for path, line in found if path)


def stray_braces(text: str) -> Iterator[int]:
    """The lines, from 0 and each once, with a brace that is neither doubled nor a reference's."""
    whole = ("{{", "}}")
    stray = (line for token, line in _tokens(text) if token[0] not in whole and not _path(token))
    yield from dict.fromkeys(stray)


def replaced(text: str, number: Callable[[str], str]) -> str:
    """The text as a reader gets it: every reference as its number, doubled braces as one.

    Args:
        text: the text as written.
        number: the printed number that a path leads to.
    """

    def one(token: re.Match[str]) -> str:
        path = _path(token)
        return number(path) if path else token[0].replace("{{", "{").replace("}}", "}")

    return _TOKEN.sub(one, text)


def _tokens(text: str) -> Iterator[tuple[re.Match[str], int]]:
    for number, line in enumerate(text.split("\n")):
        for token in _TOKEN.finditer(line):
            yield token, number


def _path(token: re.Match[str]) -> str:
    """The path of a reference; nothing for any other brace."""
    inside = (token["inside"] or "").strip()
    return inside if _PATH.fullmatch(inside) else ""
