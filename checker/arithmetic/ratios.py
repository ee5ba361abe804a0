"""Which whole numbers make a printed ratio: the heart of shares and of changes in per cent."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic.interval import Interval, exact, total
from checker.arithmetic.numerals import ceiling, floor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NARROW = 100
"""An interval of at most so many numbers is looked at one number at a time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The ratios, in per cent, from ``low`` to ``high``; ``high`` itself only when closed."""

    low: Fraction
    high: Fraction
    closed: bool = True


ANYTHING = Stretch(Fraction(0), Fraction(100))
"""Every ratio of a part to its whole."""


def hull(count: Interval, base: Interval) -> tuple[Fraction, Fraction | None]:
    """The least and the greatest ratio of count to base, in per cent; None when unbounded.

    The domain is a base that can be more than 0; a base of 0 has no ratio and is left out.
    """
    low = Fraction(0) if base.high is None else Fraction(100 * count.low, base.high)
    if count.high is None:
        return low, None
    return low, Fraction(100 * count.high, max(base.low, 1))


def possible(count: Interval, base: Interval, stretch: Stretch) -> bool:
    """Whether some count of some base above 0 has a ratio in the stretch.

    Exact when either is exact or narrow, as suppressed counts and classes are. When both are wide,
    whether the hull of the ratios meets the stretch: this can overlook what is impossible, but
    never calls the possible impossible. Source: arithmetic.md, "Percent". The domain is a base
    that can be more than 0.
    """
    if stretch.low > stretch.high:
        return False
    if base.is_exact:
        counts = counts_of(base.low, stretch)
        return counts is not None and counts.meet(count) is not None
    if count.is_exact:
        bases = bases_of(count.low, stretch)
        return bases is not None and bases.meet(base) is not None
    if _is_narrow(count):
        return any(possible(one, base, stretch) for one in _each(count))
    if _is_narrow(base):
        return any(possible(count, one, stretch) for one in _each(base) if one.low)
    low, high = hull(count, base)
    begins = low <= stretch.high if stretch.closed else low < stretch.high
    return begins and (high is None or stretch.low <= high)


def counts_of(base: int, stretch: Stretch) -> Interval | None:
    """The counts whose ratio to the base is in the stretch; None when none is.

    A base of 0 rules no closed stretch out: its only count is 0.
    """
    least = max(ceiling(stretch.low * Fraction(base, 100)), 0)
    end = stretch.high * Fraction(base, 100)
    most = floor(end) if stretch.closed else ceiling(end) - 1
    return Interval(least, most) if least <= most else None


def make_base(base: int, stretches: Iterable[Stretch]) -> bool:
    """Whether counts that add up to the base have their ratios to it in the stretches, in order.

    A base of 0 rules no closed stretches out.
    """
    counts = []
    for stretch in stretches:
        found = counts_of(base, stretch)
        if found is None:
            return False
        counts.append(found)
    return total(counts).contains(base)


def bases_of(count: int, stretch: Stretch) -> Interval | None:
    """The bases above 0 to which the count, at least 0, has a ratio in the stretch, or None."""
    if count == 0:
        zero = counts_of(1, stretch)
        return Interval(1, None) if zero is not None and zero.low == 0 else None
    if stretch.high <= 0:
        return None
    end = Fraction(100 * count, stretch.high)
    least = ceiling(end) if stretch.closed else floor(end) + 1
    if stretch.low <= 0:
        return Interval(least, None)
    most = floor(Fraction(100 * count, stretch.low))
    return Interval(least, most) if least <= most else None


def nearest(count: Interval, base: Interval, ratio: Fraction) -> Fraction:
    """The ratio of a part to its whole, in per cent, that is nearest to the one wished for.

    The lower of two that are equally near. Exact when count or base is exact or narrow; with both
    wide, the nearest point of the hull. The domain is a ratio from 0 to 100, a base that can be
    more than 0, and a count that can be at most the base.
    """
    if base.is_exact:
        at = floor(ratio * Fraction(base.low, 100))
        ratios = [Fraction(100 * count.clamp(number), base.low) for number in (at, at + 1)]
    elif count.is_exact and count.low > 0 and ratio > 0:
        at = floor(Fraction(100 * count.low, ratio))
        ratios = [Fraction(100 * count.low, base.clamp(number)) for number in (at, at + 1)]
    elif _is_narrow(count) and not count.is_exact:
        parts = (one for one in _each(count) if base.high is None or one.low <= base.high)
        ratios = [nearest(one, base, ratio) for one in parts]
    elif _is_narrow(base) and not count.is_exact:
        wholes = (one for one in _each(base) if one.low >= max(count.low, 1))
        ratios = [nearest(count, one, ratio) for one in wholes]
    else:
        low, high = hull(count, base)
        ratios = [max(low, ratio if high is None else min(ratio, high))]
    return min(ratios, key=lambda found: (abs(found - ratio), found))


def _is_narrow(interval: Interval) -> bool:
    return interval.high is not None and interval.high - interval.low < _NARROW


def _each(interval: Interval) -> Iterator[Interval]:
    return map(exact, range(interval.low, (interval.high or 0) + 1))
