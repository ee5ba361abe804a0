"""The check that a part which stands there says something, if only that nothing happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.checks.conditions import has_any, is_not_applicable, label
from checker.finding import Problem
from checker.report import AREAS, Item, has_content
from checker.rule import FORBID

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSilent:
    """What a part must say when it stands there.

    Attributes:
        any_of: dotted paths; one with content is an answer.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    any_of: tuple[str, ...]


def not_silent(item: Item, ask: NotSilent) -> Iterator[Problem]:
    """A part that stands there has an answer in it, or a reason why not.

    A part that stands wholly empty is told where parts are missing, unless it is needed no more
    because the report, or each of its areas, has it somewhere else.
    """
    if is_not_applicable(item) or any(has_content(item.get(path)) for path in ask.any_of):
        return
    if has_content(item.value) or not _is_missing(item.report.root, item.name):
        yield Problem(item.route, {"var": _whose(item)})


def _is_missing(root: Item, part: str) -> bool:
    """Whether neither the report nor each of its areas has the part."""
    areas = root.report.areas
    return not has_any(root, (part,)) and not (areas and all(has_any(a, (part,)) for a in areas))


def _whose(item: Item) -> str:
    """The area that an item stands in, in words."""
    inside = item.route[:1] == (AREAS,)
    return f" för {label(Item(item.report, item.route[:2]))}" if inside else ""
