"""Whether two figures bear out the change that a report claims."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic.interval import UNKNOWN, Interval
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.ratios import Stretch, hull, possible

if TYPE_CHECKING:
    from checker.arithmetic.changes import Change
    from checker.arithmetic.percents import Percent
    from checker.arithmetic.wordings import Direction

_DIRECTIONS: tuple[Direction, ...] = ("up", "down", "same")


def difference(now: Interval, before: Interval) -> tuple[int | None, int | None]:
    """The least and the greatest that ``now`` minus ``before`` can be; None where unbounded."""
    low = None if before.high is None else now.low - before.high
    high = None if now.high is None else now.high - before.low
    return low, high


def judge_change(change: Change, now: Interval, before: Interval) -> Outcome:
    """Whether a change agrees with two counts; a percentage has its printed precision.

    AGREES only when both counts are exact and the change is printed without a hedge.
    NOT_TESTABLE when a count is missing or the counts rule out no change of this kind, for a
    percentage of nothing, and for percentage points, which compare shares and not counts.
    """
    if UNKNOWN in (now, before) or change.points is not None:
        return Outcome.NOT_TESTABLE
    if change.percent is not None:
        return _judge_percent(change.percent, now, before)
    low, high = difference(now, before)
    exact = now.is_exact and before.is_exact
    if change.by is not None:
        open_ended = low is None and high is None
        fits = _meets(low, high, change.by, change.by)
    else:
        open_ended = all(_fits(direction, low, high) for direction in _DIRECTIONS)
        fits = _fits(change.direction, low, high)
    return Outcome.NOT_TESTABLE if open_ended else _verdict(fits=fits, exact=exact)


def judge_points(change: Change, now: Percent, before: Percent) -> Outcome:
    """Whether a change agrees with two percentages, each with its printed precision.

    Percentage points are their difference, a percentage is relative to the earlier one, a word
    is the sign. AGREES only when nothing is hedged and the printed numbers themselves make it.
    NOT_TESTABLE for a change in counts and for a percentage of nothing.
    """
    if change.by is not None or (change.percent is not None and before.value == 0):
        return Outcome.NOT_TESTABLE
    low: Fraction = now.low - before.high
    high: Fraction | None = now.high - before.low
    printed = now.value - before.value
    if change.percent is not None:
        low = Fraction(100 * max(now.low, Fraction(0)), before.high) - 100
        high = Fraction(100 * now.high, before.low) - 100 if before.low > 0 else None
        printed = Fraction(100 * now.value, before.value) - 100
    exact = now.exact_form and before.exact_form
    stated = change.percent or change.points
    if stated is None:
        exact = exact and _fits(change.direction, printed, printed)
        return _verdict(fits=_fits(change.direction, low, high), exact=exact)
    exact = exact and stated.exact_form and stated.low <= printed <= stated.high
    return _verdict(fits=_meets(low, high, stated.low, stated.high), exact=exact)


def _judge_percent(percent: Percent, now: Interval, before: Interval) -> Outcome:
    if before.high == 0:
        return Outcome.NOT_TESTABLE
    low, high = hull(now, before)
    if low == 0 and high is None:
        return Outcome.NOT_TESTABLE
    exact = now.is_exact and before.is_exact and percent.exact_form
    stretch = Stretch(100 + percent.low, 100 + percent.high)
    return _verdict(fits=possible(now, before, stretch), exact=exact)


def _verdict(*, fits: bool, exact: bool) -> Outcome:
    if not fits:
        return Outcome.DISAGREES
    return Outcome.AGREES if exact else Outcome.MAY_AGREE


def _meets(
    low: Fraction | int | None,
    high: Fraction | int | None,
    least: Fraction | int,
    most: Fraction | int,
) -> bool:
    return (low is None or low <= most) and (high is None or least <= high)


def _fits(direction: Direction, low: Fraction | int | None, high: Fraction | int | None) -> bool:
    """Whether a difference from ``low`` to ``high`` can go in the direction."""
    if direction == "up":
        return high is None or high > 0
    if direction == "down":
        return low is None or low < 0
    return _meets(low, high, 0, 0)
