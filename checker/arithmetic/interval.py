"""Whole-number intervals: what a printed count may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Interval:
    """All whole numbers from ``low`` to ``high``, both included (arithmetic.md, "A cell").

    Attributes:
        low: the least possible number, at least 0.
        high: the greatest, at least ``low``; None when nothing bounds it.

    Raises:
        ValueError: when the bounds are negative or in the wrong order.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        """Refuse what is no interval of counts."""
        if self.low < 0:
            raise ValueError("a count is not negative")
        if self.high is not None and self.high < self.low:
            raise ValueError("an interval ends no earlier than it begins")

    @property
    def is_exact(self) -> bool:
        """Whether only one number is possible."""
        return self.low == self.high

    def __add__(self, other: Interval) -> Interval:
        """The interval of the sum, the two being independent."""
        if self.high is None or other.high is None:
            return Interval(self.low + other.low, None)
        return Interval(self.low + other.low, self.high + other.high)

    def meet(self, other: Interval) -> Interval | None:
        """What both allow; None when nothing is."""
        low = max(self.low, other.low)
        highs = [high for high in (self.high, other.high) if high is not None]
        high = min(highs, default=None)
        return None if high is not None and high < low else Interval(low, high)

    def contains(self, number: int) -> bool:
        """Whether the number, of any sign, is possible."""
        return self.low <= number and (self.high is None or number <= self.high)

    def clamp(self, number: int) -> int:
        """The possible number that is nearest to one of any sign."""
        least = max(number, self.low)
        return least if self.high is None else min(least, self.high)

    def times(self, factor: int) -> Interval:
        """The hull of ``factor`` times the number; ValueError for a negative factor."""
        if factor < 0:
            raise ValueError("a count is not negative")
        if factor == 0:
            return exact(0)
        return Interval(self.low * factor, None if self.high is None else self.high * factor)


def exact(number: int) -> Interval:
    """The interval of one number, at least 0 (else ValueError)."""
    return Interval(number, number)


def total(intervals: Iterable[Interval]) -> Interval:
    """The interval of the sum of independent counts; exactly 0 when there are none."""
    added = exact(0)
    for interval in intervals:
        added += interval
    return added


UNKNOWN = Interval(0, None)
"""Any count at all: what "uppgift saknas" stands for."""
