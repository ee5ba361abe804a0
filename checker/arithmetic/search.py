"""The search for values that fulfil every equation: a guess made true, or else all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.repair import repaired

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.arithmetic.bounds import Bounds

_WHOLE = 1 << 16  # how finely the way to an equation's goal is reckoned when a value is guessed


def solution(bounds: Bounds, guess: Sequence[int] | None = None) -> list[int] | None:
    """Values that fulfil every equation, from settled bounds on; None when there are none.

    Args:
        bounds: where the values are looked for; they are narrowed on the way.
        guess: what the values may be near, one for each count.

    Raises:
        OutOfBudgetError: it takes too long.
    """
    likely = guess or [_likely(bounds, count) for count in range(len(bounds.low))]
    values, settled = repaired(bounds, likely)
    return values if settled else _searched(bounds)


def _searched(bounds: Bounds) -> list[int] | None:
    width = {
        count: (high is None, 0 if high is None else high - low)
        for count, (low, high) in enumerate(zip(bounds.low, bounds.high, strict=True))
    }
    order = sorted(width, key=width.__getitem__)  # the narrow ones soon show what is impossible
    choices: list[tuple[int, int, list[tuple[int, int | None]]]] = []
    at = 0
    while True:
        while at < len(order) and bounds.low[order[at]] == bounds.high[order[at]]:
            at += 1
        if at == len(order):
            return bounds.low.copy()
        choices.append((bounds.mark(), at, _options(bounds, order[at])))
        while choices:
            mark, at, options = choices[-1]
            bounds.undo(mark)
            if not options:
                choices.pop()
                continue
            low, high = options.pop(0)
            if bounds.restrict(order[at], low, high) and bounds.settle():
                break
        else:
            return None


def _options(bounds: Bounds, count: int) -> list[tuple[int, int | None]]:
    """A likely value, and what lies beside it; together all that is left."""
    low, high = bounds.low[count], bounds.high[count]
    value = _likely(bounds, count)
    options: list[tuple[int, int | None]] = [(value, value)]
    if value > low:
        options.append((low, value - 1))
    if high is None or value < high:
        options.append((value + 1, high))
    return options


def _likely(bounds: Bounds, count: int) -> int:
    """As far up as the count's equations, on the whole, have to go."""
    low, high = bounds.low[count], bounds.high[count]
    if high is None or high == low:
        return low
    ways = []
    for number, factor in bounds.uses(count):
        need = bounds.need(number)
        if need:
            way = need[0] * _WHOLE // need[1]
            ways.append(way if factor > 0 else _WHOLE - way)
    if not ways:
        return low
    mean = sum(ways) // len(ways)
    return low + ((high - low) * mean + _WHOLE // 2) // _WHOLE
