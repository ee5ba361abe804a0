"""The check that no two items of a list are called the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.finding import Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """Lists whose items must not share a name.

    Attributes:
        field: what names an item.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    field: str


def unique(item: Item, ask: Unique) -> Iterator[Problem]:
    """No two items of a list have the same name."""
    first: dict[str, Item] = {}
    for one in item.items:
        name = normal(one.text(ask.field))
        if name and name in first:
            place = (first[name].at(ask.field).route, "här står det första")
            words = {"namn": shown(one.text(ask.field))}
            yield Problem(one.at(ask.field).route, words, (place,))
        first.setdefault(name, one)
