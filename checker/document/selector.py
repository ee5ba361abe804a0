"""Selectors: how a rule file names places in a report, such as ``**.lex_sarah.ärenden[*].ivo``.

Steps, parted by dots: a key, a key with ``*`` in it (``per_*``), ``[*]`` for every item of a
list, ``*`` for every key and ``**`` for zero or more levels. A key that holds a dot or a bracket
is quoted. The empty selector is the report itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document.model import Route, Value

_STEP = re.compile(r'(?P<items>\[\*\])|(?P<dot>\.?)(?:"(?P<quoted>[^"]+)"|(?P<key>[^.\["\]]+))')
ITEMS = "[*]"
ANY = "*"
DEEP = "**"


class SelectorError(ValueError):
    """The selector is not well formed."""


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector, read."""

    text: str
    steps: tuple[str, ...]

    def select(self, data: Value, start: Route = ()) -> Iterator[Route]:
        """The routes that fit below a value, in the order of the text, each once."""
        yield from dict.fromkeys(_walk(start, data, self.steps))

    def select_from(self, index: Index) -> Iterator[Route]:
        """The routes that fit in the whole document, found by its index where that is quicker."""
        if self.steps[:1] != (DEEP,) or self.steps[1:2] in {(), (DEEP,), (ANY,), (ITEMS,)}:
            yield from self.select(index.data)
            return
        first, rest = self.steps[1], self.steps[2:]
        keys = [key for key in index.places if "*" in first and _fits(key, first)] or [first]
        places = sorted(place for key in keys for place in index.places.get(key, ()))
        found = (route for place in places for route in _walk(*index.at(place), rest))
        yield from dict.fromkeys(found)


class Index:
    """Where each key of a document stands, for selectors that begin with ``**``.

    Attributes:
        places: by key, the ordinals of its entries in the order of the text.
    """

    def __init__(self, data: Value) -> None:
        """Walks the document once."""
        self.data = data
        self.places: dict[str, list[int]] = {}
        self._entries: list[tuple[Route, Value]] = []
        waiting: list[tuple[Route, Value]] = [((), data)]
        while waiting:
            route, value = waiting.pop()
            if route and isinstance(route[-1], str):
                self.places.setdefault(route[-1], []).append(len(self._entries))
                self._entries.append((route, value))
            below = [((*route, key), child) for key, child in _children(value)]
            waiting.extend(reversed(below))

    def at(self, place: int) -> tuple[Route, Value]:
        """The entry with an ordinal."""
        return self._entries[place]


@cache
def parse_selector(text: str) -> Selector:
    """Reads a selector.

    Raises:
        SelectorError: what stands at some place is no step.
    """
    steps: list[str] = []
    position = 0
    while position < len(text):
        found = _STEP.match(text, position)
        if not found or (not found["items"] and bool(found["dot"]) == (position == 0)):
            raise SelectorError(text)
        key = found["quoted"] or found["key"]
        if found["key"] and key != DEEP and key.count(ANY) > 1:
            raise SelectorError(text)
        steps.append(ITEMS if found["items"] else key)
        position = found.end()
    return Selector(text, tuple(steps))


def _walk(route: Route, value: Value, steps: Sequence[str]) -> Iterator[Route]:
    if not steps:
        yield route
        return
    step, rest = steps[0], steps[1:]
    if step == DEEP:
        yield from _walk(route, value, rest)
        for key, child in _children(value):
            yield from _walk((*route, key), child, steps)
    elif step == ITEMS:
        if isinstance(value, list):
            for index, child in enumerate(value):
                yield from _walk((*route, index), child, rest)
    elif isinstance(value, dict):
        for key, child in value.items():
            if key == step or ("*" in step and _fits(key, step)):
                yield from _walk((*route, key), child, rest)


def _children(value: Value) -> Iterator[tuple[str | int, Value]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _fits(key: str, pattern: str) -> bool:
    start, _, end = pattern.partition("*")
    return len(key) >= len(start) + len(end) and key.startswith(start) and key.endswith(end)
