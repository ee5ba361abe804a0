"""One line of YAML as the eye reads it, for when the parser gives up or is silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, cast

# Linear on any input: no two neighbouring parts can match the same characters.
_LINE: Final = re.compile(
    r"""(?P<lead>[ \t]*(?:-[ \t]+)*)
    (?:
      (?P<key>"[^"]*"[ ]?|'[^']*'[ ]?|[^\s"'\[{\#&*!|>%@`,\]}](?:[^:]|:(?=\S))*?)
      :(?:[ \t]+|$)
    )?
    (?P<value>.*)""",
    re.VERBOSE,
)
_GLUED_KEY: Final = re.compile(
    r"[ ]*(?:-[ ]+)*(?P<word>[^\W\d_]+(?:[-_][^\W\d_]+)*):(?=[^\s/:])(?!s\b)", re.VERBOSE
)
_GLUED_DASH: Final = re.compile(r" *-(?=[^\s\d.,-])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart.

    Attributes:
        indent: how many columns the line is indented.
        key: what stands before the first colon and space, if there is one.
        value: the rest, without comment marks being understood.
        column: where the value begins, from 1.
    """

    indent: int
    key: str | None
    value: str
    column: int


def read_line(text: str) -> Line:
    """A line taken apart; any text without a line break can be."""
    found = cast("re.Match[str]", _LINE.match(text))
    indent = len(text) - len(text.lstrip())
    return Line(indent, found["key"], found["value"].rstrip(), found.start("value") + 1)


def glued_key(text: str) -> int | None:
    """The column of a colon that lacks its space, as in ``nyckel:värde``.

    Not in ``https://``, nor in the Swedish ``IVO:s`` and ``HVB:et``.
    """
    found = _GLUED_KEY.match(text)
    if found is None or found["word"][1:] != found["word"][1:].lower():
        return None
    return found.end()


def glued_dash(text: str) -> int | None:
    """The column of a dash that lacks its space, as in ``-post`` (not in ``-3`` or ``--``)."""
    found = _GLUED_DASH.match(text)
    return found.end() if found else None
