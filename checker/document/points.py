"""From a place in the whole text of a file to its line and column, and to the key above it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from checker.document.model import Span

if TYPE_CHECKING:
    from checker.document.model import Document, Route


class Points:
    """The places of a document whose lines are joined by line breaks."""

    def __init__(self, document: Document) -> None:
        """Look at this document."""
        self._starts = list(accumulate((len(line) + 1 for line in document.lines), initial=0))
        self._keys = document.keys
        self._places: list[tuple[int, int]] = []

    def span(self, start: int, end: int) -> Span:
        """The span of a stretch of the text."""
        return Span(*self._point(start), *self._point(end))

    def route(self, span: Span) -> Route:
        """The route of the nearest key before a place."""
        if not self._places:
            self._routes = list(self._keys)
            self._places = [(key.line, key.column) for key in self._keys.values()]
        before = bisect_right(self._places, (span.line, span.column))
        return self._routes[before - 1] if before else ()

    def _point(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1
