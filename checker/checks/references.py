"""The check of references from one lex Sarah case to another."""

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
    """References from one case to another.

    Attributes:
        finds: ``missing`` (no such case), ``empty`` (the case has none of the fields and refers
            to none), ``further`` (it refers to another case, which has them in the end) or
            ``circle`` (the references lead back to where they came from).
        any_of: dotted paths, one of which the case must have.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["missing", "empty", "further", "circle"]
    any_of: tuple[str, ...] = ()


def reference(item: Item, ask: Reference) -> Iterator[Problem]:
    """The case exists, and has itself what is referred to."""
    wanted = _wanted(item) if LIST in item.route else ""
    if not wanted:  # what stands in no case refers from none
        return
    case = _referred(item)
    words = {"nr": shown(wanted)}
    if case is None:
        if ask.finds == "missing":
            cases = item.report.cases
            names = [found.text("nr") or found.text("id") for found in cases.values()]
            near = nearest(wanted, names)
            hint = f"Menade du {shown(near)}?" if near else _known(names)
            yield Problem(item.route, words | {"förslag": hint})
    elif ask.finds == "missing" or any(has_content(case.get(name)) for name in ask.any_of):
        return
    elif ask.finds == "empty":
        if not _wanted(_onward(item, case)):
            yield Problem(item.route, words, ((case.route, "ärendet"),))
    else:
        yield from _followed(item, ask, words)


def _followed(item: Item, ask: Reference, words: dict[str, str]) -> Iterator[Problem]:
    """What comes of following a reference from case to case."""
    passed = [item]
    while (case := _referred(passed[-1])) is not None:
        if any(has_content(case.get(name)) for name in ask.any_of):
            if ask.finds == "further":
                last = shown(_wanted(passed[-1]))
                yield Problem(item.route, words | {"sist": last}, ((case.route, "ärendet"),))
            return
        onward = _onward(item, case)
        if onward in passed:
            circle = passed[passed.index(onward) :]
            # A circle is one mistake, told where the text first comes to it.
            if ask.finds == "circle" and item == _first(circle):
                related = tuple((one.route, "hänvisar vidare") for one in circle[1:])
                yield Problem(item.route, words, related)
            return
        passed.append(onward)


def _first(items: list[Item]) -> Item:
    """The one that stands first in the text."""
    return min(items, key=lambda one: one.report.document.place(one.route))


def _wanted(item: Item) -> str:
    """The number that a reference names, as written; empty where there is no reference."""
    item.require()
    if item.report.value_at(item.route) is None:
        return ""
    return (item.report.document.text(item.route) or "").strip()


def _referred(item: Item) -> Item | None:
    """The case that a reference leads to."""
    name = normal(_wanted(item))
    if not name:
        return None
    return _among_siblings(item, name) or item.report.cases.get(name)


def _onward(item: Item, case: Item) -> Item:
    """The place where a case refers to another, by the same keys as the item does below its own."""
    end = len(item.route) - item.route[::-1].index(LIST)
    return Item(item.report, (*case.route, *item.route[end + 1 :]))


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
