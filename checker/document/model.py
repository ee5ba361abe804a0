"""What a report file is once it has been read: plain data, and where each thing stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Route: TypeAlias = tuple[str | int, ...]
"""The way from the root to a key or an item: mapping keys and list positions (from 0)."""

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about the file itself, found while reading it.

    Attributes:
        code: what it is; the rule file with ``check: builtin`` and this code words it.
        span: where.
        values: what the message needs, already safe to show.
        route: the key or item that cannot be trusted because of it, if one can be named.
        related: other places, each with its own Swedish words.
        fatal: the file could not be read on; nothing in it is judged.
    """

    code: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    route: Route | None = None
    related: tuple[tuple[Span, str], ...] = ()
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read.

    Attributes:
        name: the file's name as it is shown.
        data: the top mapping; None when a fatal fault stopped the reading.
        lines: the text, line by line, without line ends.
        keys: the span of each mapping key, by the route of the entry.
        values: the span of each value and list item, by route.
        texts: the source text of each plain scalar that was resolved to a number or a truth value.
        styles: how a value is written, where it is not plain or block style:
            ``|``, ``>``, ``'``, ``"``, ``[`` (flow sequence) or ``{`` (flow mapping).
        faults: what is wrong with the file itself, in the order of the text.
    """

    name: str
    data: dict[str, Value] | None
    lines: tuple[str, ...]
    keys: Mapping[Route, Span]
    values: Mapping[Route, Span]
    texts: Mapping[Route, str]
    styles: Mapping[Route, str]
    faults: tuple[Fault, ...]

    @property
    def readable(self) -> bool:
        """Whether there is anything to judge."""
        return self.data is not None

    def value(self, route: Route) -> Value:
        """The value at a route; KeyError, IndexError or TypeError where there is none."""
        found: Value = self.data
        for step in route:
            found = found[step]  # type: ignore[index]
        return found

    def text(self, route: Route) -> str | None:
        """A scalar as it is written in the file; None for what is empty or no scalar."""
        if route in self.texts:
            return self.texts[route]
        value = self.value(route)
        return value if isinstance(value, str) else None

    def place(self, route: Route, *, text_line: int | None = None) -> Span:
        """Where a route stands, or the key of its nearest ancestor that exists.

        A block and an empty value are pointed at by their key: a reader looks for a name.

        Args:
            route: may lead to something that is absent.
            text_line: for a literal text (``|``), the line in it, from 0.
        """
        if text_line is not None and self.styles.get(route) == "|":
            return self._line_of_text(self.values[route].line + 1 + text_line)
        if route in self.values and not self._is_block(route):
            return self.values[route]
        for length in range(len(route), 0, -1):
            ancestor = route[:length]
            if ancestor in self.keys:
                return self.keys[ancestor]
            if ancestor in self.values:
                return self._first_key(ancestor)
        return self._first_key(())

    def _is_block(self, route: Route) -> bool:
        value = self.value(route)
        return value is None or (isinstance(value, dict | list) and route not in self.styles)

    def _first_key(self, route: Route) -> Span:
        """The first key of a mapping; for anything else its own span, or the file's first line."""
        value = self.value(route)
        for key in value if isinstance(value, dict) else ():
            if (*route, key) in self.keys:
                return self.keys[*route, key]
        return self.values.get(route, Span(1, 1, 1, 1))

    def _line_of_text(self, line: int) -> Span:
        line = min(line, len(self.lines))
        written = self.lines[line - 1]
        start = len(written) - len(written.lstrip()) + 1
        return Span(line, start, line, max(len(written.rstrip()) + 1, start))
