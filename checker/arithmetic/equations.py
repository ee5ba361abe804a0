"""Linear equations over counts: how the figures of linked tables make each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Equation:
    """``low <= the sum of factor times count <= high``, without a bound where it is None.

    Attributes:
        terms: pairs of a count's number and its factor; no count twice, no factor 0.
    """

    terms: tuple[tuple[int, int], ...]
    low: int | None = 0
    high: int | None = 0


def makes(addends: Iterable[int], whole: int) -> Equation:
    """The addends make the whole, all given by their numbers."""
    return Equation((*((number, 1) for number in addends), (whole, -1)))


def within(part: Iterable[int], whole: int) -> Equation:
    """The part, a sum, is at most the whole."""
    return Equation((*((number, 1) for number in part), (whole, -1)), low=None)


def contradiction(equations: Sequence[Equation]) -> tuple[int, int] | None:
    """Two equations that give the same sum of counts without an end no value that both allow.

    Narrowing would count upwards for ever.
    """
    highest: dict[tuple[tuple[int, int], ...], tuple[int, int]] = {}
    for number, equation in enumerate(equations):
        if equation.low is not None:
            low = highest.get(equation.terms)
            if low is None or low[0] < equation.low:
                highest[equation.terms] = equation.low, number
    for number, equation in enumerate(equations):
        low = highest.get(equation.terms)
        if low and equation.high is not None and equation.high < low[0]:
            return low[1], number
    return None
