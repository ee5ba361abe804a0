"""The check that what is counted by another law is not counted in a part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import exact
from checker.finding import Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import read_table
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.document.model import Route
    from checker.figures import Figure
    from checker.report import Item
    from checker.tables import Table

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptApart:
    """What does not belong in a part's figures.

    Attributes:
        words: a name that holds one of these, as whole words, is of something else.
        denials: words that say that it is left out.
        lists: lists of the part that say what its figures hold.
        cases: the part's list of cases.
        called_by: what a case is called by.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    words: tuple[str, ...]
    denials: tuple[str, ...]
    lists: tuple[str, ...]
    cases: str
    called_by: tuple[str, ...]


def kept_apart(item: Item, ask: KeptApart) -> Iterator[Problem]:
    """No case, no row or column with anything in it, and no word on what counts, names it."""
    for name, route in _names(item, ask):
        if _is_named(name, ask):
            yield Problem(route, {"namn": shown(name)})


def _names(item: Item, ask: KeptApart) -> Iterator[tuple[str, Route]]:
    for path in ask.lists:
        item.at(path).require()
        for one in item.at(path).items:
            yield item.report.document.text(one.route) or "", one.route
    for case in item.at(ask.cases).items:
        for key in ask.called_by:
            yield case.text(key), case.at(key).route
    for place in item.select("per_*"):
        table = read_table(place)
        if table and table.counts_as_the_part:
            yield from _counted(table)


def _counted(table: Table) -> Iterator[tuple[str, Route]]:
    """The rows and the parting columns of a table that have anything in them."""
    for row in table.rows:
        if _has_any(row.figures):
            yield row.name, row.route
    for index, name in enumerate(table.columns if table.is_two_way else ()):
        if _has_any([row.figures[index] for row in table.rows]):
            yield name, (*table.item.route, "kolumner", index)


def _has_any(figures: Iterable[Figure | None]) -> bool:
    return any(figure and figure.interval != exact(0) for figure in figures)


def _is_named(name: str, ask: KeptApart) -> bool:
    words = " ".join(_WORD.findall(normal(name)))
    held = any(f" {' '.join(_WORD.findall(word))} " in f" {words} " for word in ask.words)
    return held and not set(words.split()) & set(ask.denials)
