"""Places of keys and values: from the parsers' marks to spans.

While a document is built a place is a bare tuple, since there are thousands; it becomes a span
when somebody asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from checker.document.model import Route, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Point: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

Place: TypeAlias = tuple[int, int, int, int]
"""Line and column of the beginning and of the end, as in a span."""

_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#.*")
_TWO: Final = re.compile(r"[&!]\S*\s+[&!]")
_NAME: Final = re.compile(r"[&*](?P<name>[^\s,\[\]{}]+)")
_PROPERTY: Final = re.compile(r"[&!][^\s,\[\]{}]*")


class Spans(Mapping[Route, Span]):
    """Places seen as spans."""

    __slots__ = ("_places",)

    def __init__(self, places: Mapping[Route, Place]) -> None:
        """Look through at these places."""
        self._places = places

    def __getitem__(self, route: Route) -> Span:
        """The span of a route."""
        return Span(*self._places[route])

    def __contains__(self, route: object) -> bool:
        """Whether a route has a place."""
        return route in self._places

    def __iter__(self) -> Iterator[Route]:
        """The routes, in the order of the text."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)


def place_of(event: Any) -> Place:
    """The place between the marks of an event, which count from 0."""
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def empty_key_span(lines: Sequence[str], event: Any) -> Span:
    """The question mark before a key that is empty, or what stands where the key should.

    One parser's mark lies behind the question mark, the other's before the next thing.
    """
    line, before = _before(lines, event.start_mark.line, event.start_mark.column)
    if before.endswith("?"):
        return Span(line + 1, len(before), line + 1, len(before) + 1)
    return first_character(event)


def first_character(event: Any) -> Span:
    """The first character of an event."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    return Span(line, column, line, column + 1)


def block_text_place(lines: Sequence[str], event: Any) -> Place:
    """The place of a ``|`` or ``>`` text, from its header to the end of its last line with words.

    The parsers' own end lies somewhere behind the empty lines that follow.
    """
    first, column = event.start_mark.line, event.start_mark.column
    line, until = event.end_mark.line, event.end_mark.column
    while line > first:
        written = lines[line][:until].rstrip() if line < len(lines) else ""
        if written:
            return (first + 1, column + 1, line + 1, len(written) + 1)
        line, until = line - 1, None
    header = _HEADER.match(lines[first], column)
    end = header.end() if header else column
    return (first + 1, column + 1, first + 1, end + 1)


def property_span(lines: Sequence[str], event: Any) -> Span:
    """Where a node's anchor or tag stands, the first one if it has both.

    With both, the pure parser's mark is that of the second.
    """
    line, column = event.start_mark.line, event.start_mark.column
    if event.anchor is not None and event.ctag is not None:
        line_before, before = _before(lines, line, column)
        word = before[max(before.rfind(mark) for mark in " \t,[]{}") + 1 :]
        other = "&" if lines[line].startswith("!", column) else "!"
        if word.startswith(other) and not _TWO.match(lines[line], column):
            line, column = line_before, len(before) - len(word)
    found = _PROPERTY.match(lines[line], column)
    end = found.end() if found else column
    return Span(line + 1, column + 1, line + 1, end + 1)


def is_whole_name(lines: Sequence[str], event: Any) -> bool:
    """Whether the name of an anchor or alias ends where YAML 1.2 ends it.

    For libyaml a colon ends it, as in ``*a:``; YAML 1.2 makes the colon a part of the name.
    """
    mark = event.start_mark
    name = _NAME.search(lines[mark.line], mark.column)
    return name is None or len(name["name"]) == len(event.anchor)


def _before(lines: Sequence[str], line: int, column: int) -> tuple[int, str]:
    """The nearest line with something but a comment before a place, up to it; counted from 0."""
    before = lines[line][:column].rstrip() if line < len(lines) else ""
    while not before and line > 0:
        line -= 1
        before = _COMMENT.sub("", lines[line]).rstrip()
    return line, before
