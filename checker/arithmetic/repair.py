"""A guess made true: what is too much in one equation is moved to where it lacks, path by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.arithmetic.bounds import Bounds


def repaired(bounds: Bounds, guess: Sequence[int]) -> tuple[list[int] | None, bool]:
    """Values within the bounds that fulfil every equation, and whether that is settled.

    No values, but settled, means that there are none. A table with both margins, where each count
    is in at most two equations, is always settled; other equations may not be.

    Raises:
        OutOfBudgetError: it takes too long.
    """
    values = _Values(bounds, guess)
    for number in range(len(bounds.equations)):
        while lack := values.lack(number):
            reached = {number: 1 if lack > 0 else -1}
            moves = values.path(number, reached)
            if not moves:
                refuted = _refuted(bounds, reached)
                bounds.used.update(reached if refuted else ())
                return None, refuted
            if not values.move(moves, number):
                return None, False
    return values.of, True


def _refuted(bounds: Bounds, reached: dict[int, int]) -> bool:
    """Whether the equations, each times 1 or -1, add up to one that the bounds rule out."""
    need = 0
    factors: dict[int, int] = {}
    for number, way in reached.items():
        equation = bounds.equations[number]
        need += way * ((equation.low if way > 0 else equation.high) or 0)
        for count, factor in equation.terms:
            factors[count] = factors.get(count, 0) + way * factor
    for count, factor in factors.items():
        most = bounds.high[count] if factor > 0 else bounds.low[count]
        if factor and most is None:
            return False
        need -= factor * (most or 0)
    return need > 0


class _Values:
    """A value of each count, and the sum that they make of each equation."""

    def __init__(self, bounds: Bounds, guess: Sequence[int]) -> None:
        self._bounds = bounds
        within = zip(guess, bounds.low, bounds.high, strict=True)
        self.of = [max(low, one if high is None else min(one, high)) for one, low, high in within]
        bounds.budget.spend(len(guess))
        made = self.of
        self._sums = [sum(it * made[count] for count, it in one.terms) for one in bounds.equations]

    def lack(self, number: int) -> int:
        """How far an equation's sum has to rise or, below 0, to sink."""
        equation, made = self._bounds.equations[number], self._sums[number]
        if equation.low is not None and made < equation.low:
            return equation.low - made
        if equation.high is not None and made > equation.high:
            return equation.high - made
        return 0

    def path(self, start: int, reached: dict[int, int]) -> dict[int, int]:
        """The shortest row of counts, each with its step, that mends an equation and harms none.

        Empty when there is none; then ``reached`` is every equation on the way of one, each with
        the direction that its sum would have to be moved in.
        """
        came: dict[int, tuple[int, int, int]] = {}
        queue = [start]
        for number in queue:
            terms = self._bounds.equations[number].terms
            self._bounds.budget.spend(len(terms))
            for count, factor in terms:
                step = factor * reached[number]
                if abs(step) != 1 or self._space(count, step) == 0:
                    continue
                harmed = [
                    (other, -1 if step * by > 0 else 1)
                    for other, by in self._bounds.uses(count)
                    if other != number and self._room(other, step * by) == 0
                ]
                if not harmed:
                    return _back(came, number, {count: step})
                if len(harmed) == 1 and harmed[0][0] not in reached:
                    other, reached[other] = harmed[0][0], harmed[0][1]
                    came[other] = number, count, step
                    queue.append(other)
        return {}

    def move(self, moves: dict[int, int], mended: int) -> bool:
        """Takes the steps as often as is of use; False when that is not even once.

        A row of counts that comes back to the equation that it is to mend may take it too far.
        """
        nets: dict[int, int] = {}
        for count, step in moves.items():
            for number, factor in self._bounds.uses(count):
                nets[number] = nets.get(number, 0) + factor * step
        net = nets.pop(mended)
        ends = [self._room(number, change) for number, change in nets.items() if change]
        ends += [self._space(count, step) for count, step in moves.items()]
        times = min([self.lack(mended) // net, *(end for end in ends if end is not None)])
        self._sums[mended] += net * times
        for count, step in moves.items():
            self.of[count] += step * times
        for number, change in nets.items():
            self._sums[number] += change * times
        return times > 0

    def _space(self, count: int, step: int) -> int | None:
        """How far a count can move in a direction; None: without an end."""
        high = self._bounds.high[count]
        if step < 0:
            return self.of[count] - self._bounds.low[count]
        return None if high is None else high - self.of[count]

    def _room(self, number: int, change: int) -> int | None:
        """How many such changes of an equation's sum leave it no worse; None: without an end."""
        equation, made = self._bounds.equations[number], self._sums[number]
        end = equation.high if change > 0 else equation.low
        if end is None:
            return None
        return max((end - made) * (1 if change > 0 else -1), 0) // abs(change)


def _back(
    came: dict[int, tuple[int, int, int]], number: int, moves: dict[int, int]
) -> dict[int, int]:
    """The steps that led to an equation, with the last ones that are given."""
    while number in came:
        number, count, step = came[number]
        moves[count] = step
    return moves
