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
"""Terms that one question may look at: at most a tenth of a second, and far more than a printed
report needs (benchmarks/README.md); beyond it the answer is "ej prövbar"."""

_ENDLESS = 1_000_000_000_000_000
"""No figures of a report add up to it: a count that can be this can be anything above."""


def solvable(
    counts: Sequence[Interval], equations: Sequence[Equation], budget: int = BUDGET
) -> bool | None:
    """Whether the counts can have values that fulfil every equation; None when it is not settled.

    Bounds are narrowed first, which never calls the possible impossible; what that does not settle
    is searched. A table with both margins is best given its whole too, even as UNKNOWN: that the
    sums of the rows and of the columns differ is then seen at once.
    Source: arithmetic.md, "Consistent iff the intervals meet".
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
        hollow: the counts that can be an end of their range but nothing between.
    """

    of: dict[int, Interval]
    proved: bool
    hollow: frozenset[int] = frozenset()


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
    settled, found, hollow = bounds.mark(), _outer(bounds, wanted), set()
    try:
        first = solution(bounds)
        if first is None:
            return None
        seen = _Seen(first, wanted)
        for count in wanted:
            bounds.undo(settled)
            low = _end(bounds, count, -1, seen) or 0
            found[count] = Interval(low, _end(bounds, count, 1, seen))
            if not _has_more_than_ends(bounds, count, found[count], seen):
                hollow.add(count)
    except OutOfBudgetError:
        return Ranges(found, proved=False)
    return Ranges(found, proved=True, hollow=frozenset(hollow))


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
    near: list[int] = []
    try:
        if not bounds.settle():
            return None
        settled = bounds.mark()
        for low, high, way in ((0, stated, 1), (stated + 1, None, -1)):
            bounds.undo(settled)
            if bounds.restrict(count, low, high) and bounds.settle():
                beside = bounds.mark()
                values = solution(bounds)
                bounds.undo(beside)
                if values:
                    near.append(_end(bounds, count, way, _Seen(values, [count])) or 0)
    except OutOfBudgetError:
        return None
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


class _Seen:
    """The last solution, and the least and the greatest value of some counts in all of them."""

    def __init__(self, first: list[int], counts: Sequence[int]) -> None:
        self.last = first
        self.of = {count: (first[count], first[count]) for count in counts}
        self.all = {count: {first[count]} for count in counts}

    def add(self, values: list[int]) -> None:
        self.last = values
        for one, (least, most) in self.of.items():
            self.of[one] = min(least, values[one]), max(most, values[one])
            self.all[one].add(values[one])


def _has_more_than_ends(bounds: Bounds, count: int, found: Interval, seen: _Seen) -> bool:
    """Whether a value between two ends that are not neighbours is possible, or none is asked for.

    The bounds are settled, and left as they were.
    """
    low, high = found.low, found.high
    if high is None or high - low < 2 or any(low < one < high for one in seen.all[count]):  # noqa: PLR2004
        return True
    settled = bounds.mark()
    possible = bounds.restrict(count, low + 1, high - 1) and bounds.settle()
    values = solution(bounds, seen.last) if possible else None
    bounds.undo(settled)
    if values:
        seen.add(values)
    return values is not None


def _end(bounds: Bounds, count: int, way: int, seen: _Seen) -> int | None:
    """The last possible value of a count in a direction, -1 or 1; None when there is none.

    The bounds are settled, and left as they were.
    """
    settled = bounds.mark()
    end = bounds.low[count] if way < 0 else bounds.high[count]
    tried = end = _ENDLESS if end is None else end
    while (end - (at := seen.of[count][way > 0])) * way > 0:
        # The very end first, for that is mostly possible; then by halves.
        least, most = min(tried, end), max(tried, end)
        possible = bounds.restrict(count, least, most) and bounds.settle()
        values = solution(bounds, seen.last) if possible else None
        bounds.undo(settled)
        if values is None:
            end = tried - way
        else:
            seen.add(values)
        at = seen.of[count][way > 0]
        tried = at + way * ((abs(end - at) + 1) // 2)
    return None if at >= _ENDLESS else at
