"""Checks of measures from one year to the next: what did not help is planned once more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.extract import PLANS
from checker.finding import Problem
from checker.report import has_content
from checker.rule import FORBID
from checker.shown import shown
from checker.text import flowing, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item

ABANDONED = "utgår"
LONG_WORD = re.compile(r"\b\w{12}")
"""How a long word begins: in Swedish a compound, which tells what a measure is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """Which followed-up measures should be planned again.

    Attributes:
        effects: what ``effekt`` says of them.
        states: or what ``läge`` says.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    effects: tuple[str, ...]
    states: tuple[str, ...]


def taken_up(item: Item, ask: TakenUp) -> Iterator[Problem]:
    """A measure that did not help, or never began, is among the planned ones or is explained.

    Let be is what a report gives up on purpose (``läge: utgår``), comments on, or gives a new day
    (``klart``), and a report that plans nothing: a rule of its own tells that.
    """
    effect, state = normal(item.text("effekt")), normal(item.text("läge"))
    if effect not in ask.effects and state not in ask.states:
        return
    if state == ABANDONED or item.text("kommentar") or (state in ask.states and item.text("klart")):
        return
    plans = [one for selector in PLANS for one in item.report.root.select(selector)]
    plans = [one for one in plans if has_content(one.value)]
    if plans and not any(_is_about(item, plan) for plan in plans):
        field = "effekt" if effect in ask.effects else "läge"
        words = {"fält": field, "värde": shown(item.text(field))}
        yield Problem(item.at("åtgärd").route, words)


def _is_about(item: Item, plan: Item) -> bool:
    """Whether a plan seems to take up a measure: its number, its words or one long word of it."""
    names = {normal(item.text(key)) for key in ("nr", "id")} - {""}
    if names & {normal(plan.text(key)) for key in ("nr", "id")}:
        return True
    one = flowing(item.text("åtgärd"))
    other = flowing(plan.value if isinstance(plan.value, str) else plan.text("åtgärd"))
    if not one or not other:
        return not one  # without words there is nothing to look for
    return one in other or other in one or _shares_a_long_word(one, other)


def _shares_a_long_word(one: str, other: str) -> bool:
    return not set(LONG_WORD.findall(one)).isdisjoint(LONG_WORD.findall(other))
