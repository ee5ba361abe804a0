"""Whether linked counts can all be true at once, and what each may then be, within a budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.bounds import Bounds, Budget, OutOfBudgetError
from checker.arithmetic.interval import UNKNOWN, Interval
from checker.arithmetic.search import solution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.arithmetic.equations import Equation

BUDGET = 100_000
"""Terms that one question may look at: some tens of milliseconds, and far more than a printed
report needs; beyond it the answer is "ej prövbar"."""


def solvable(
    counts: Sequence[Interval], equations: Sequence[Equation], budget: int = BUDGET
) -> bool | None:
    """Whether the counts can have values that fulfil every equation; None when it is not settled.

    Bounds are narrowed first, which never calls the possible impossible; what that does not settle
    is searched. Source: arithmetic.md, "Consistent iff the intervals meet".
    """
    try:
        return _possible(Bounds(counts, equations, Budget(budget)))
    except OutOfBudgetError:
        return None


@dataclass(frozen=True, slots=True)
class Ranges:
    """What the wanted counts can be.

    Attributes:
        of: the range of each.
        proved: both ends of every range are possible; else a range may be wider than the truth.
    """

    of: dict[int, Interval]
    proved: bool


def ranges(
    counts: Sequence[Interval],
    equations: Sequence[Equation],
    wanted: Sequence[int],
    budget: int = BUDGET,
) -> Ranges | None:
    """The least and the greatest value that each wanted count can have, as any reader can find.

    None when the counts are found to contradict each other. Source: arithmetic.md,
    "Röjandekontroll".
    """
    bounds = Bounds(counts, equations, Budget(budget))
    try:
        if not bounds.settle():
            return None
    except OutOfBudgetError:
        return Ranges(_outer(bounds, wanted), proved=False)
    settled, found = bounds.mark(), _outer(bounds, wanted)
    try:
        first = solution(bounds)
        if first is None:
            return None
        seen = [first]
        for count in wanted:
            bounds.undo(settled)
            found[count] = _range(bounds, count, seen)
    except OutOfBudgetError:
        return Ranges(found, proved=False)
    return Ranges(found, proved=True)


def nearest(
    counts: Sequence[Interval],
    equations: Sequence[Equation],
    count: int,
    stated: int,
    budget: int = BUDGET,
) -> int | None:
    """The value nearest to the stated one that a count could have, were it not printed.

    The lower of two that are equally near. None when there is none, or it is not found in time.
    """
    free = list(counts)
    free[count] = UNKNOWN
    bounds = Bounds(free, equations, Budget(budget))
    try:
        if not bounds.settle():
            return None
        found = [_beyond(bounds, count, stated, way) for way in (-1, 1)]
    except OutOfBudgetError:
        return None
    near = [value for value in found if value is not None]
    return min(near, key=lambda value: abs(value - stated), default=None)


def core(
    counts: Sequence[Interval], equations: Sequence[Equation], budget: int = BUDGET
) -> list[int] | None:
    """The numbers of some equations that contradict each other, none to spare if time allows.

    None when the equations contradict nothing, or that is not found in time.
    """
    spent = Budget(budget)
    kept: list[int] | None = None
    try:
        bounds = Bounds(counts, equations, spent)
        if _possible(bounds):
            return None
        kept = sorted(bounds.used)
        for number in tuple(kept):
            others = [one for one in kept if one != number]
            if not _possible(Bounds(counts, [equations[one] for one in others], spent)):
                kept = others
    except OutOfBudgetError:
        pass
    return kept


def _possible(bounds: Bounds) -> bool:
    return bounds.settle() and solution(bounds) is not None


def _outer(bounds: Bounds, wanted: Sequence[int]) -> dict[int, Interval]:
    return {count: Interval(bounds.low[count], bounds.high[count]) for count in wanted}


def _range(bounds: Bounds, count: int, seen: list[list[int]]) -> Interval:
    settled = bounds.mark()
    low = _last(bounds, count, seen, -1)
    bounds.undo(settled)
    high = None if bounds.high[count] is None else _last(bounds, count, seen, 1)
    return Interval(low, high)


def _last(bounds: Bounds, count: int, seen: list[list[int]], way: int) -> int:
    """The last possible value of a count in a direction; solutions found on the way are kept."""
    settled = bounds.mark()
    end = bounds.low[count] if way < 0 else bounds.high[count]
    values = [one[count] for one in seen]
    at = min(values) if way < 0 else max(values)
    while end is not None and at != end:
        # The very end first, for that is mostly possible; then anything between.
        for tried in ((end, end), (at - 1, end) if way < 0 else (at + 1, end)):
            bounds.undo(settled)
            found = _with(bounds, count, min(tried), max(tried))
            if found:
                break
        else:
            return at
        seen.append(found)
        at = found[count]
    return at


def _beyond(bounds: Bounds, count: int, stated: int, way: int) -> int | None:
    """The possible value next to the stated one in a direction."""
    settled = bounds.mark()
    low, high = (0, stated - 1) if way < 0 else (stated + 1, None)
    nearest_yet = None
    while high is None or low <= high:
        bounds.undo(settled)
        values = _with(bounds, count, low, high)
        if values is None:
            break
        nearest_yet = values[count]
        low, high = (nearest_yet + 1, high) if way < 0 else (low, nearest_yet - 1)
    bounds.undo(settled)
    return nearest_yet


def _with(bounds: Bounds, count: int, low: int, high: int | None) -> list[int] | None:
    if bounds.restrict(count, low, high) and bounds.settle():
        return solution(bounds)
    return None
