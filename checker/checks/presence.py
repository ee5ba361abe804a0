"""Checks of parts: that they are there, with content or a reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.checks.conditions import has_any, is_not_applicable, label
from checker.checks.fields import EachHas, each_has
from checker.finding import Problem
from checker.report import AREAS, Item, has_content
from checker.rule import FORBID
from checker.unfit import require_some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.checks.kinds import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPresent:
    """A part that the report, or else each of its areas, must have.

    Attributes:
        parts: selectors; one of them is enough.
        called: the part's name in a message.
    """

    __pydantic_config__ = FORBID

    parts: tuple[str, ...]
    called: str
    items: tuple[str, ...] = ("",)

    def __post_init__(self) -> None:
        """There is a part to ask for."""
        require_some(self, "parts")


def part_present(item: Item, ask: PartPresent) -> Iterator[Problem]:
    """The part is in the report or in every area, with content or a reason why not."""
    if has_any(item, ask.parts):
        return
    item.at(AREAS).require()
    without = [area for area in item.report.areas if not has_any(area, ask.parts)]
    if item.report.areas and not without:
        return
    if not without or _first_empty(item, ask.parts):
        without = [item]  # where it stands empty it is to be filled in
    for scope in without:
        empty = _first_empty(scope, ask.parts)
        yield Problem(
            (empty or scope.at(_plainest(ask.parts))).route,
            {"del": ask.called, "läge": "står tom" if empty else "saknas", "var": _whose(scope)},
        )


def not_empty(item: Item, _ask: Where) -> Iterator[Problem]:
    """What stands there has content."""
    if not has_content(item.value) and not is_not_applicable(item):
        yield Problem(item.route, {"del": item.name})


def part_answers(item: Item, ask: EachHas) -> Iterator[Problem]:
    """A part has what is asked for, unless the same part of the whole report or an area has it.

    What stands in one place only introduces what is told in the other.
    """
    found = list(each_has(item, ask))
    if found and not any(_has_it(one, ask) for one in _same_part(item)):
        yield from found


def _same_part(item: Item) -> list[Item]:
    """The part of the report, seen from an area; the areas' parts, seen from the report."""
    root = item.report.root
    return [one.at(item.name) for one in ([root] if AREAS in item.route else item.report.areas)]


def _has_it(part: Item, ask: EachHas) -> bool:
    return has_content(part.report.value_at(part.route)) and not list(each_has(part, ask))


def _first_empty(item: Item, selectors: tuple[str, ...]) -> Item | None:
    return next((found for selector in selectors for found in item.select(selector)), None)


def _plainest(selectors: tuple[str, ...]) -> str:
    """The first selector that is a plain path: where the part should stand."""
    return next((one for one in selectors if "*" not in one), selectors[0])


def _whose(scope: Item) -> str:
    return f" för {label(scope)}" if scope.route else ""
