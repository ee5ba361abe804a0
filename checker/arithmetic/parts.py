"""Whether a printed percentage can be the share that its counts make."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic.interval import UNKNOWN, Interval
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.ratios import (
    ANYTHING,
    Stretch,
    bases_of,
    counts_of,
    hull,
    make_base,
    nearest,
    possible,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.arithmetic.percents import Percent

_NOTHING = Fraction(0)
_WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class ShareJudgement:
    """The verdict on a share.

    Attributes:
        outcome: the verdict.
        cut_off: the percentage disagrees, but is what is left when the decimals of a possible
            share are cut off instead of rounded: a slip, and a warning.
        low: the least share, in per cent, that the counts can make.
        high: the greatest. A percentage between the two can still disagree, when no whole number
            makes it: 35 % of 8.
        nearest: the share nearest to the printed one that the counts can make; what would mend it.
    """

    outcome: Outcome
    cut_off: bool
    low: Fraction
    high: Fraction
    nearest: Fraction


def exceeds(count: Interval, base: Interval) -> bool:
    """Whether the part is greater than the whole, whatever the two stand for."""
    return base.high is not None and count.low > base.high


def judge_share(count: Interval, base: Interval, percent: Percent) -> ShareJudgement:
    """Whether the count, a part of the base, can be the percentage (arithmetic.md, "Percent").

    Exact when the count or the base is exact or narrow; with both wide, whether the possible
    shares reach the percentage. AGREES only when both are exact and the percentage is printed
    without a hedge. NOT_TESTABLE when the base can only be 0, and when a count that is missing, or
    can be anything, leaves the percentage possible. A count that exceeds its base disagrees, with
    100 as its share.
    """
    if exceeds(count, base):
        outcome, whole = Outcome.DISAGREES, _WHOLE
        return ShareJudgement(outcome, cut_off=False, low=whole, high=whole, nearest=whole)
    if base.high == 0:
        outcome, near = Outcome.NOT_TESTABLE, percent.value
        return ShareJudgement(outcome, cut_off=False, low=_NOTHING, high=_WHOLE, nearest=near)
    outcome = _outcome(count, base, percent)
    may_be_cut = outcome is Outcome.DISAGREES and percent.exact_form
    low, high = hull(count, base)
    return ShareJudgement(
        outcome,
        cut_off=may_be_cut and possible(count, base, cut_off(percent)),
        low=low,
        high=_WHOLE if high is None else min(high, _WHOLE),
        nearest=nearest(count, base, min(percent.value, _WHOLE)),
    )


def reachable(percent: Percent, base: int) -> bool:
    """Whether some count of the base makes the percentage; a base of 0 refutes nothing.

    Source: arithmetic.md, "Impossible percentages".
    """
    return counts_of(base, rounded(percent)) is not None


def jointly_reachable(percents: Sequence[Percent | None], base: int) -> bool:
    """Whether counts that add up to the base make the percentages of a single-choice table.

    A percentage of None is not known and can be any. A base of 0 and an empty table refute nothing.
    Source: arithmetic.md, "Impossible percentages".
    """
    stretches = [ANYTHING if percent is None else rounded(percent) for percent in percents]
    return not stretches or make_base(base, stretches)


def count_exists(percent: Percent, count: int) -> int | None:
    """The smallest base of which the count, at least 0, is the percentage; None when there is none.

    Source: domain.md, "Shares": 72 answers at 42,6 % need a whole number of people asked, 169.
    """
    bases = bases_of(count, rounded(percent))
    return None if bases is None else bases.low


def rounded(percent: Percent) -> Stretch:
    """The ratios that are printed as the percentage when they are rounded; none above 100."""
    return Stretch(percent.low, min(percent.high, _WHOLE))


def cut_off(percent: Percent) -> Stretch:
    """The ratios that are printed as it when their decimals are cut off instead."""
    end = percent.value + percent.unit
    return Stretch(percent.value, min(end, _WHOLE), closed=end > _WHOLE)


def _outcome(count: Interval, base: Interval, percent: Percent) -> Outcome:
    if not possible(count, base, rounded(percent)):
        return Outcome.DISAGREES
    if _cannot_fail(count, base, percent):
        return Outcome.NOT_TESTABLE
    exact = count.is_exact and base.is_exact and percent.exact_form
    return Outcome.AGREES if exact else Outcome.MAY_AGREE


def _cannot_fail(count: Interval, base: Interval, percent: Percent) -> bool:
    """Whether the figures rule out no percentage of this precision, or one of them is missing."""
    if UNKNOWN in (count, base):
        return True
    low, high = hull(count, base)
    if low > 0 or (high is not None and high < _WHOLE):
        return False
    # The widest gaps are next to 0 and to 100: one in the largest base, all but one in the next.
    ends = (base.high, None if count.high is None else count.high + 1)
    return all(end is None or end * percent.unit >= _WHOLE for end in ends)
