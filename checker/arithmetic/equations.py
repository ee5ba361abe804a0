"""Linear equations over counts: how the figures of linked tables make each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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
