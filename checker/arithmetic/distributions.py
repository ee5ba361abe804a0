"""Whether the percentages of a distribution can be those of a whole number of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import Interval, total
from checker.arithmetic.lone import MOST_TRIED
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import cut_off, jointly_reachable, rounded
from checker.arithmetic.ratios import ANYTHING, Stretch, counts_of, make_base

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.arithmetic.percents import Percent


@dataclass(frozen=True, slots=True)
class DistributionJudgement:
    """The verdict on a distribution.

    Attributes:
        outcome: MAY_AGREE or DISAGREES; NOT_TESTABLE when the number of people is 0 or has no
            upper bound, or when there are too many numbers to try.
        proven: it disagrees, and neither fewer people, where they can be fewer, nor decimals that
            are cut off explain it.
        explained_by: the greatest number of people that does explain it, where one was found.
    """

    outcome: Outcome
    proven: bool = False
    explained_by: int | None = None


def judge_distribution(
    percents: Sequence[Percent | None], people: Interval, *, or_fewer: bool
) -> DistributionJudgement:
    """Whether counts that add up to the number of people make the percentages.

    A percentage of None is not known and can be any. An interval of people disagrees only when no
    number in it will do. Source: arithmetic.md, "Impossible percentages" and example 12.

    Args:
        percents: of the groups; each person is in one.
        people: how many they are shares of.
        or_fewer: whether they can be fewer than that, for not all who answered a survey have
            answered each question of it.
    """
    if people.high is None or people.high == 0:
        return DistributionJudgement(Outcome.NOT_TESTABLE)
    if _greatest(people, lambda base: jointly_reachable(percents, base)):
        return DistributionJudgement(Outcome.MAY_AGREE)
    if not _all_tried(people):
        return DistributionJudgement(Outcome.NOT_TESTABLE)
    possible = Interval(1, people.high) if or_fewer else people
    loosely = [_rounded_or_cut_off(one) if one else ANYTHING for one in percents]
    explained_by = _greatest(possible, lambda base: make_base(base, loosely))
    if explained_by or not _all_tried(possible):
        return DistributionJudgement(Outcome.DISAGREES, explained_by=explained_by)
    return DistributionJudgement(Outcome.DISAGREES, proven=True)


def counts_together(percents: Sequence[Percent | None], people: int) -> Interval | None:
    """What the groups' counts of people can add up to; None when one has no possible count."""
    stretches = [ANYTHING if one is None else rounded(one) for one in percents]
    counts = [found for one in stretches if (found := counts_of(people, one))]
    return total(counts) if len(counts) == len(percents) else None


def _greatest(bases: Interval, makes: Callable[[int], bool]) -> int | None:
    """The greatest base above 0 that will do, of those that are tried."""
    return next((base for base in _tried(bases) if makes(base)), None)


def _tried(bases: Interval) -> range:
    top = bases.low if bases.high is None else bases.high
    return range(top, max(bases.low, 1) - 1, -1)[:MOST_TRIED]


def _all_tried(bases: Interval) -> bool:
    return len(_tried(bases)) < MOST_TRIED


def _rounded_or_cut_off(percent: Percent) -> Stretch:
    near = rounded(percent)
    if not percent.exact_form:
        return near
    slip = cut_off(percent)
    return Stretch(near.low, max(near.high, slip.high), slip.closed)
