"""The check of what is said to have changed in a share: percentages, points and words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic.differences import judge_points
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.checks.changes import CHANGE, signed, stated_change
from checker.finding import Judged, Problem
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.changes import Change
    from checker.arithmetic.percents import Percent
    from checker.checks.changes import Changes
    from checker.document.model import Route
    from checker.report import Item

MEND = "Ändra förändringen eller rätta den andel som är fel."


def change_of_share(item: Item, ask: Changes) -> Iterator[Problem | Judged]:
    """The change of a share, or of a response rate, agrees with the two percentages."""
    change = stated_change(item, ask)
    now = _percent(item, "andel") or _percent(item, "svarsfrekvens")
    before = _percent(item, "föregående") or _earlier_rate(item)
    if change is None or now is None or before is None:
        return
    outcome = judge_points(change, now[1], before[1])
    yield Judged(item.at(CHANGE).route, outcome)
    if outcome is Outcome.DISAGREES:
        words = {"förändring": shown(change.text), "nu": now[1].text, "förra": before[1].text}
        words["rätt"] = _mixed_up(change, now[1], before[1]) or MEND
        related = ((now[0], "nu"), (before[0], "förra gången"))
        yield Problem(item.at(CHANGE).route, words, related)


def _mixed_up(change: Change, now: Percent, before: Percent) -> str:
    """What to write where points are called per cent or the other way about; else nothing."""
    other = replace(change, percent=change.points, points=change.percent)
    if judge_points(other, now, before) not in {Outcome.AGREES, Outcome.MAY_AGREE}:
        return ""
    decimals = max(now.decimals, before.decimals)
    apart = now.value - before.value
    unit = "procentenhet" if abs(apart) == 1 else "procentenheter"
    mend = f"Skillnaden är {swedish(abs(apart), decimals)} {unit}. "
    mend += f"Skriv {signed(apart, decimals)} {unit}"
    percent = signed(Fraction(100 * now.value, before.value) - 100, decimals)
    return f"{mend} eller {percent} %."


def _percent(item: Item, name: str) -> tuple[Route, Percent] | None:
    route = item.at(name).route
    share = item.report.values.shares.get(route)
    return (route, share.percent) if share and share.percent else None


def _earlier_rate(item: Item) -> tuple[Route, Percent] | None:
    """The response rate of the latest earlier survey that is listed."""
    earlier = [
        (one.text("år"), _percent(one, "svarsfrekvens")) for one in item.at("tidigare").items
    ]
    known = [(year, rate) for year, rate in earlier if rate]
    return max(known, key=lambda pair: pair[0])[1] if known else None
