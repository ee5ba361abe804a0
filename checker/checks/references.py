"""Checks of what things are called: references to lex Sarah cases, and names that stand twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.finding import Problem
from checker.report import Item, has_content
from checker.rule import FORBID
from checker.shown import shown
from checker.text import listed, nearest, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST = "ärenden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """References to a case.

    Attributes:
        finds: ``missing`` (no such case) or ``empty`` (the case has none of the fields).
        any_of: with ``empty``: dotted paths, one of which the case must have.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["missing", "empty"]
    any_of: tuple[str, ...] = ()


def reference(item: Item, ask: Reference) -> Iterator[Problem]:
    """The case exists, and has itself what is referred to."""
    wanted = (item.report.document.text(item.route) or "").strip()
    if not wanted:
        return
    cases = item.report.cases
    case = _among_siblings(item, normal(wanted)) or cases.get(normal(wanted))
    if case is None:
        if ask.finds == "missing":
            names = [found.text("nr") or found.text("id") for found in cases.values()]
            near = nearest(wanted, names)
            hint = f"Menade du {shown(near)}?" if near else _known(names)
            yield Problem(item.route, {"nr": shown(wanted), "förslag": hint})
    elif ask.finds == "empty" and not any(has_content(case.get(name)) for name in ask.any_of):
        yield Problem(item.route, {"nr": shown(wanted)}, ((case.route, "ärendet"),))


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


def _among_siblings(item: Item, name: str) -> Item | None:
    """The case of the same list that is called that: two areas may both have a case 1."""
    known = item.report.cases.get(name)
    end = len(item.route) - 1 - item.route[::-1].index(LIST)
    if known is None or known.route[: end + 1] == item.route[: end + 1]:
        return known
    siblings = Item(item.report, item.route[: end + 1]).items
    return next((one for one in siblings if name in _names(one)), None)


def _names(case: Item) -> set[str]:
    return {normal(case.text(key)) for key in ("id", "nr")}


def _known(names: list[str]) -> str:
    if not names:
        return "Rapporten har inga numrerade ärenden."
    some = [shown(name) for name in names[:5]]
    return f"Ärendena heter {listed(some)}{' med flera' if len(names) > len(some) else ''}."
