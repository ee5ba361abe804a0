"""The check of a whole board without a single report: told, never blamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import exact
from checker.checks.conditions import has_any
from checker.figures import figure_at
from checker.finding import Problem
from checker.report import AREAS
from checker.rule import FORBID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Route
    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneReported:
    """Where a part says how much came in.

    Attributes:
        part: the part, of the report or of an area.
        fields: dotted paths below it to a number.
        unless_any: selectors below it; content there tells of something all the same.
    """

    __pydantic_config__ = FORBID

    part: str
    fields: tuple[str, ...]
    unless_any: tuple[str, ...]
    items: tuple[str, ...] = ("",)


def none_reported(item: Item, ask: NoneReported) -> Iterator[Problem]:
    """Not every number is a nought, for the report or for each of its areas."""
    item.at(AREAS).require()
    areas = [area.at(ask.part) for area in item.report.areas]
    whole, *parts = [_noughts(part, ask) for part in (item.at(ask.part), *areas)]
    if None in (whole, *parts):
        return
    said = whole or []
    if not said and all(parts):
        said = [route for noughts in parts for route in noughts or []]
    if said:
        first, *others = said
        yield Problem(first, {}, tuple((route, "också noll") for route in others))


def _noughts(part: Item, ask: NoneReported) -> list[Route] | None:
    """Where a part says nought; None when it tells of something."""
    if has_any(part, ask.unless_any):
        return None
    figures = [figure for path in ask.fields if (figure := figure_at(part.at(path)))]
    if any(figure.interval != exact(0) for figure in figures):
        return None
    return [figure.route for figure in figures]
