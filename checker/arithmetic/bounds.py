"""The bounds that linked counts set each other, narrowed until nothing more follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.equations import contradiction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.arithmetic.equations import Equation
    from checker.arithmetic.interval import Interval


class OutOfBudgetError(Exception):
    """More work than was granted: the answer is "ej prövbar", never a pass."""


@dataclass(slots=True)
class Budget:
    """The work that may still be done, in terms of equations looked at."""

    left: int

    def spend(self, terms: int) -> None:
        """Takes from what is left.

        Raises:
            OutOfBudgetError: it is used up.
        """
        self.left -= terms
        if self.left < 0:
            raise OutOfBudgetError


class Bounds:
    """The least and the greatest value of every count, narrowed by the equations.

    What is narrowed away is impossible (arithmetic.md, "Consistent iff the intervals meet"); what
    is left need not be possible. Steps can be undone, for a search.

    Attributes:
        low: the least value of each count.
        high: the greatest; None when nothing bounds it.
        equations: what links the counts.
        budget: the work that may still be done.
        used: the equations that have narrowed something: a contradiction follows from these alone.
    """

    def __init__(
        self, counts: Sequence[Interval], equations: Sequence[Equation], budget: Budget
    ) -> None:
        """Starts with the counts as printed; nothing is narrowed yet."""
        self.low = [count.low for count in counts]
        self.high = [count.high for count in counts]
        self.used: set[int] = set()
        self.equations = equations
        self.budget = budget
        self._uses: list[list[tuple[int, int]]] = [[] for _ in counts]
        for number, equation in enumerate(equations):
            for count, factor in equation.terms:
                self._uses[count].append((number, factor))
        # The sum of each equation lies between these, when no term is without an end.
        self._least = [0] * len(equations)
        self._most = [0] * len(equations)
        self._endless_down = [0] * len(equations)
        self._endless_up = [0] * len(equations)
        for count in range(len(counts)):
            self._add(count, 1)
        self._widest = [self._widest_term(equation) for equation in equations]
        self._waiting = dict.fromkeys(range(len(equations)))
        self._undo: list[tuple[int, int, int | None]] = []
        self._clash = contradiction(equations)

    def uses(self, count: int) -> list[tuple[int, int]]:
        """The equations that a count is in, each with its factor."""
        return self._uses[count]

    def need(self, number: int) -> tuple[int, int] | None:
        """How far an equation that is to be 0 is from it, of how far it can go, both at least 0.

        None when it is no such equation, or has no end.
        """
        equation = self.equations[number]
        if equation.low != equation.high or equation.low is None:
            return None
        if self._endless_down[number] or self._endless_up[number]:
            return None
        return equation.low - self._least[number], self._most[number] - self._least[number]

    def mark(self) -> int:
        """A point to come back to."""
        return len(self._undo)

    def undo(self, mark: int) -> None:
        """Goes back to a point at which all was settled."""
        while len(self._undo) > mark:
            count, low, high = self._undo.pop()
            self._set(count, low, high)

    def restrict(self, count: int, low: int, high: int | None) -> bool:
        """Narrows a count; False when nothing is left."""
        old_low, old_high = self.low[count], self.high[count]
        low = max(low, old_low)
        if high is None or (old_high is not None and old_high < high):
            high = old_high
        if high is not None and high < low:
            return False
        if (low, high) != (old_low, old_high):
            self._undo.append((count, old_low, old_high))
            self._set(count, low, high)
            for number, _ in self._uses[count]:
                self._waiting[number] = None
        return True

    def settle(self) -> bool:
        """Narrows until nothing more follows; False when something has no value left.

        Raises:
            OutOfBudgetError: it takes too long.
        """
        if self._clash:
            self.used.update(self._clash)
            return False
        while self._waiting:
            number, _ = self._waiting.popitem()
            if not self._narrow(number):
                self.used.add(number)
                self._waiting.clear()
                return False
        return True

    def _narrow(self, number: int) -> bool:
        equation = self.equations[number]
        self.budget.spend(1)
        up, down = self._slack(number)
        if (up is not None and up < 0) or (down is not None and down < 0):
            return False
        widest = self._widest[number]
        idle = widest is not None and all(one is None or one >= widest for one in (up, down))
        if idle:
            return True  # no term is wide enough to be narrowed
        self.budget.spend(len(equation.terms))
        for count, factor in equation.terms:
            low, high = self._implied(number, count, factor)
            if low > self.low[count] or (high is not None and high != self.high[count]):
                before = self.mark()
                if not self.restrict(count, low, high):
                    return False
                if self.mark() > before:
                    self.used.add(number)
        return True

    def _slack(self, number: int) -> tuple[int | None, int | None]:
        """How much the sum can rise from its least and sink from its most; None: no end."""
        equation = self.equations[number]
        up = down = None
        if equation.high is not None and not self._endless_down[number]:
            up = equation.high - self._least[number]
        if equation.low is not None and not self._endless_up[number]:
            down = self._most[number] - equation.low
        return up, down

    def _implied(self, number: int, count: int, factor: int) -> tuple[int, int | None]:
        """What an equation leaves of one of its counts, the others being within their bounds."""
        equation = self.equations[number]
        least, most = self._ends(count, factor)
        low, high = 0, None
        others_endless = self._endless_down[number] - (least is None)
        if equation.high is not None and not others_endless:
            room = equation.high - self._least[number] + (least or 0)
            low, high = (0, room // factor) if factor > 0 else (-(room // -factor), None)
        others_endless = self._endless_up[number] - (most is None)
        if equation.low is not None and not others_endless:
            need = equation.low - self._most[number] + (most or 0)
            if factor > 0:
                low = max(low, -(-need // factor))
            else:
                high = -need // -factor
        return low, high

    def _ends(self, count: int, factor: int) -> tuple[int | None, int | None]:
        """The least and the greatest value of a term."""
        high = self.high[count]
        far = None if high is None else factor * high
        near = factor * self.low[count]
        return (near, far) if factor > 0 else (far, near)

    def _set(self, count: int, low: int, high: int | None) -> None:
        self._add(count, -1)
        self.low[count], self.high[count] = low, high
        self._add(count, 1)

    def _add(self, count: int, sign: int) -> None:
        """Adds a count's ends to the sums of its equations, or takes them away."""
        for number, factor in self._uses[count]:
            least, most = self._ends(count, factor)
            if least is None:
                self._endless_down[number] += sign
            else:
                self._least[number] += sign * least
            if most is None:
                self._endless_up[number] += sign
            else:
                self._most[number] += sign * most

    def _widest_term(self, equation: Equation) -> int | None:
        widest = 0
        for count, factor in equation.terms:
            high = self.high[count]
            if high is None:
                return None
            widest = max(widest, abs(factor) * (high - self.low[count]))
        return widest
