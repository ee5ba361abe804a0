"""A percentage with only its whole, or only its part: whether whole numbers can make it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic.interval import Interval
from checker.arithmetic.numerals import ceiling
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import count_exists, cut_off, reachable, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.arithmetic.percents import Percent
    from checker.arithmetic.ratios import Stretch

MOST_TRIED = 10_000
"""So many numbers of an interval are tried, from the greatest: all that two decimals need."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part and its whole, which is above 0."""

    count: int
    whole: int

    @property
    def ratio(self) -> Fraction:
        """In per cent."""
        return Fraction(100 * self.count, self.whole)


@dataclass(frozen=True, slots=True)
class LoneJudgement:
    """The verdict on a percentage that stands with only one of its two numbers.

    Attributes:
        outcome: DISAGREES when no whole number makes it. Never AGREES: a number is not stated.
            NOT_TESTABLE when the number is 0, or so great or so unsure that any percentage of this
            precision is possible.
        cut_off: a part of the base that makes it when its decimals are cut off instead of rounded.
            Of a count nothing is said: there is nearly always some whole that would do.
        nearest: the parts with the nearest possible ratios, the one below first.
    """

    outcome: Outcome
    cut_off: Part | None = None
    nearest: tuple[Part, ...] = ()


def judge_with_base(percent: Percent, base: Interval) -> LoneJudgement:
    """Whether some part of some base in the interval is the percentage.

    Source: arithmetic.md, "Impossible percentages" and example 10: 35 % of 8 is impossible.
    """
    if base.high == 0:
        return LoneJudgement(Outcome.NOT_TESTABLE)
    bases = Interval(max(base.low, 1), base.high)
    verdict = _judged(percent, bases, lambda one: reachable(percent, one), _parts_around)
    end = cut_off(percent).high if percent.exact_form else percent.high
    above = (part for part in verdict.nearest if percent.high < part.ratio < end)
    return replace(verdict, cut_off=next(above, None))


def judge_with_count(percent: Percent, count: Interval) -> LoneJudgement:
    """Whether some count in the interval is the percentage of some whole number.

    Source: domain.md, "Shares": 73 answers are 42,6 % of no number of people.
    """
    return _judged(
        percent, count, lambda one: count_exists(percent, one) is not None, _wholes_around
    )


def _judged(
    percent: Percent,
    numbers: Interval,
    makes: Callable[[int], bool],
    around: Callable[[int, Stretch], list[Part]],
) -> LoneJudgement:
    """The verdict; ``numbers`` are bases above 0, or counts.

    The parts of n lie 100/n per cent apart, and what n is of one whole and of the next no more:
    from ``enough`` on, every percentage of this precision is possible.
    """
    stretch = rounded(percent)
    enough = ceiling(Fraction(100, percent.high - percent.low))
    top = max(numbers.low, enough) if numbers.high is None else numbers.high
    more_than_all = stretch.low > stretch.high
    tried = range(top, numbers.low - 1, -1)[: 1 if more_than_all else MOST_TRIED]
    if any(makes(number) for number in tried):
        sure = numbers.high is None or numbers.high >= enough
        return LoneJudgement(Outcome.NOT_TESTABLE if sure else Outcome.MAY_AGREE)
    if len(tried) == MOST_TRIED:
        return LoneJudgement(Outcome.NOT_TESTABLE)
    parts = [part for number in tried for part in around(number, stretch)]
    below = max((it for it in parts if it.ratio < stretch.low), key=_ratio, default=None)
    above = min((it for it in parts if it.ratio > stretch.high), key=_ratio, default=None)
    return LoneJudgement(Outcome.DISAGREES, nearest=tuple(it for it in (below, above) if it))


def _ratio(part: Part) -> Fraction:
    return part.ratio


def _parts_around(base: int, stretch: Stretch) -> list[Part]:
    """The parts of the base on either side of ratios that it cannot make."""
    below = min(ceiling(stretch.low * Fraction(base, 100)) - 1, base)
    return [Part(count, base) for count in (below, below + 1) if 0 <= count <= base]


def _wholes_around(count: int, stretch: Stretch) -> list[Part]:
    """The wholes of the count on either side of ratios that it cannot make."""
    if stretch.high <= 0:
        return []
    above = ceiling(Fraction(100 * count, stretch.high)) - 1
    return [Part(count, base) for base in (above, above + 1) if base >= max(count, 1)]
