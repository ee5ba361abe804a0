"""Percentages without counts against exhaustive search, by the words of arithmetic.md.

Each law is tried twice: with the same cases every time, and with fresh ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.arithmetic.distributions import (
    DistributionJudgement,
    counts_together,
    judge_distribution,
)
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.lone import (
    MOST_TRIED,
    LoneJudgement,
    Part,
    judge_with_base,
    judge_with_count,
)
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import jointly_reachable, reachable
from checker.arithmetic.percents import Percent, parse_percent

MAY_AGREE, DISAGREES, NOT_TESTABLE = Outcome.MAY_AGREE, Outcome.DISAGREES, Outcome.NOT_TESTABLE
Test = Callable[..., None]


@dataclass(frozen=True)
class Printed:
    """A percentage as printed, and what it stands for, worked out here from the words."""

    text: str
    low: Fraction
    high: Fraction
    cut_end: Fraction | None

    def fits(self, count: int, base: int) -> bool:
        return count <= base and self.low <= Fraction(100 * count, base) <= self.high

    def fits_loosely(self, count: int, base: int) -> bool:
        if self.fits(count, base) or self.cut_end is None:
            return self.fits(count, base)
        ratio = Fraction(100 * count, base)
        return count <= base and self.high < ratio < self.cut_end

    @property
    def read(self) -> Percent:
        return parse_percent(self.text)


def printed(scaled: int, decimals: int, word: str = "") -> Printed:
    value, unit = Fraction(scaled, 10**decimals), Fraction(1, 10**decimals)
    whole, part = divmod(scaled, 10**decimals)
    number = f"{whole},{part:0{decimals}}" if decimals else str(whole)
    last = unit
    while scaled and (value / last) % 10 == 0:
        last *= 10
    ends = {
        "": (value - unit / 2, value + unit / 2),
        "ca": (value - max(last / 2, Fraction(1)), value + max(last / 2, Fraction(1))),
        "knappt": (value - last, value),
        "drygt": (value, value + last),
    }
    return Printed(f"{word} {number} %".strip(), *ends[word], None if word else value + unit)


def print_of(count: int, base: int, decimals: int, *, cut: bool, slip: int) -> Printed:
    scaled = Fraction(100 * 10**decimals * count, base)
    return printed(max((scaled if cut else scaled + Fraction(1, 2)) // 1 + slip, 0), decimals)


anything = st.builds(
    lambda decimals, share, word: printed(share * 10**decimals // 997, decimals, word),
    st.integers(0, 2),
    st.integers(0, 104 * 997),
    st.sampled_from(["", "", "", "ca", "knappt", "drygt"]),
)


@st.composite
def spans(draw: st.DrawFn, most: int, width: int = 30, least: int = 0) -> Interval:
    low = draw(st.integers(least, most))
    return Interval(low, draw(st.just(low) | st.integers(low, min(low + width, most))))


who_answered = st.sampled_from(["all", "perhaps not all"])


@st.composite
def distributions(draw: st.DrawFn, most: int) -> tuple[list[Printed], int]:
    """What counts of a base print, seldom with a slip, and the base."""
    base = draw(st.integers(1, most))
    cuts = sorted(draw(st.lists(st.integers(0, base), max_size=4)))
    counts = [end - begin for begin, end in zip([0, *cuts], [*cuts, base], strict=True)]
    decimals = draw(st.integers(0, 2))
    ways: st.SearchStrategy[dict[str, Any]] = st.builds(
        dict, cut=st.booleans(), slip=st.sampled_from([0, 0, 0, 0, 1, -1])
    )
    return [print_of(count, base, decimals, **draw(ways)) for count in counts], base


def twice(cases: int, *strategies: st.SearchStrategy[Any]) -> Callable[[Test], Test]:
    """The test with fixed and with fresh cases."""

    def made(test: Test) -> Test:
        @pytest.mark.parametrize("fixed", [True, False], ids=["fixed cases", "fresh cases"])
        def both(*, fixed: bool) -> None:
            rules = settings(max_examples=cases, deadline=None, derandomize=fixed, database=None)
            rules(given(*strategies)(test))()

        return both

    return made


def bases(span: Interval) -> range:
    assert span.high is not None
    return range(max(span.low, 1), span.high + 1)


@twice(300, anything, st.integers(1, 200))
def test_a_base_makes_the_percentages_that_search_finds(percent: Printed, base: int) -> None:
    found = any(percent.fits(count, base) for count in range(base + 1))
    assert reachable(percent.read, base) == found


@twice(200, anything, spans(200, 12))
def test_a_percentage_of_a_base_is_judged_as_search_judges_it(
    percent: Printed, base: Interval
) -> None:
    verdict = judge_with_base(percent.read, base)
    if base.high == 0:
        assert verdict == LoneJudgement(NOT_TESTABLE)
        return
    parts = [Part(count, whole) for whole in bases(base) for count in range(whole + 1)]
    check_lone(percent, verdict, parts)
    slips = [it for it in parts if percent.fits_loosely(it.count, it.whole)]
    slipped = verdict.outcome is DISAGREES and bool(slips)
    assert (verdict.cut_off is not None) == slipped
    if verdict.cut_off:
        assert verdict.cut_off in slips


@twice(300, anything.filter(lambda it: not 0 < it.low < Fraction(1, 4)), spans(20, 3, least=1))
def test_a_percentage_of_a_count_is_judged_as_search_judges_it(
    percent: Printed, count: Interval
) -> None:
    verdict = judge_with_count(percent.read, count)
    assert count.high is not None
    if percent.low <= 0:  # a large enough whole makes it, unless it must be 0 or less
        assert (verdict.outcome is not DISAGREES) == (percent.high > 0)
        return
    widest = int(100 * count.high / percent.low) + 2
    numbers = range(count.low, count.high + 1)
    parts = [Part(one, whole) for one in numbers for whole in range(one, max(widest, one + 1))]
    check_lone(percent, verdict, parts)
    assert verdict.cut_off is None


def check_lone(percent: Printed, verdict: LoneJudgement, parts: list[Part]) -> None:
    found = any(percent.fits(it.count, it.whole) for it in parts)
    assert found == (verdict.outcome in {MAY_AGREE, NOT_TESTABLE})
    if found:
        assert verdict.nearest == ()
        return
    below = max((it.ratio for it in parts if it.ratio < percent.low), default=None)
    above = min((it.ratio for it in parts if it.ratio > percent.high), default=None)
    nearest = [it for it in (below, above) if it is not None]
    assert [it.ratio for it in verdict.nearest] == nearest
    assert set(verdict.nearest) <= set(parts)


def test_only_what_could_have_failed_is_called_tested() -> None:
    """Every percentage of 0 to 2 decimals is possible from the base on that is called no test."""
    for decimals, enough in ((0, 100), (1, 1000)):
        every = [printed(scaled, decimals).read for scaled in range(100 * 10**decimals + 1)]
        for base in (enough - 1, enough, enough + 1):
            possible = [judge_with_base(percent, exact(base)).outcome for percent in every]
            assert (set(possible) == {NOT_TESTABLE}) == (base >= enough)
            assert (DISAGREES in possible) == (base < enough)


@pytest.mark.parametrize("decimals", [0, 1])
def test_a_great_count_is_any_percentage_of_something(decimals: int) -> None:
    enough = 100 * 10**decimals
    every = [printed(scaled, decimals).read for scaled in range(1, 100 * 10**decimals + 1)]
    for count in (enough, enough + 1, enough + 37):
        outcomes = {judge_with_count(percent, exact(count)).outcome for percent in every}
        assert outcomes == {NOT_TESTABLE}
    assert judge_with_count(every[0], exact(enough - 1)).outcome is MAY_AGREE


def sums(percents: list[Printed], base: int, *, loosely: bool = False) -> set[int]:
    """Everything that counts of the base which print so can add up to."""
    added = {0}
    for percent in percents:
        fits = percent.fits_loosely if loosely else percent.fits
        counts = [count for count in range(base + 1) if fits(count, base)]
        added = {before + count for before in added for count in counts}
    return added


@twice(200, distributions(200), st.integers(-2, 2))
def test_percentages_go_together_when_search_finds_counts(
    made: tuple[list[Printed], int], off: int
) -> None:
    percents, base = made[0], max(made[1] + off, 1)
    read = [percent.read for percent in percents]
    assert jointly_reachable(read, base) == (base in sums(percents, base))


@twice(150, distributions(60), st.integers(0, 3), st.integers(0, 3), who_answered)
def test_a_distribution_is_judged_as_search_judges_it(
    made: tuple[list[Printed], int], down: int, up: int, answered: str
) -> None:
    (percents, base), or_fewer = made, answered == "perhaps not all"
    people = Interval(max(base - down, 1), base + up - min(up, down))
    verdict = judge_distribution([it.read for it in percents], people, or_fewer=or_fewer)
    if any(one in sums(percents, one) for one in bases(people)):
        assert verdict == DistributionJudgement(MAY_AGREE)
        return
    allowed = bases(Interval(1, people.high) if or_fewer else people)
    explained = [one for one in allowed if one in sums(percents, one, loosely=True)]
    best = max(explained, default=None)
    assert verdict == DistributionJudgement(DISAGREES, proven=best is None, explained_by=best)


@twice(200, distributions(40))
def test_what_groups_make_together_is_what_search_finds(made: tuple[list[Printed], int]) -> None:
    percents, base = made
    found = sums(percents, base)
    together = counts_together([it.read for it in percents], base)
    assert together == (Interval(min(found), max(found)) if found else None)


def lone(text: str, low: int, high: int | None) -> LoneJudgement:
    return judge_with_base(parse_percent(text), Interval(low, high))


def test_a_tie_at_the_end_of_an_interval_counts_on_both_sides() -> None:
    assert [lone(f"{whole} %", 8, 8).outcome for whole in (11, 12, 13, 14)] == [
        *(DISAGREES, MAY_AGREE, MAY_AGREE, DISAGREES)
    ]
    assert [lone(f"{whole} %", 8, 8).outcome for whole in (36, 37, 38, 39)] == [
        *(DISAGREES, MAY_AGREE, MAY_AGREE, DISAGREES)
    ]


def test_35_of_8_is_impossible_and_its_neighbours_are_told() -> None:
    assert lone("35 %", 8, 8) == LoneJudgement(DISAGREES, nearest=(Part(2, 8), Part(3, 8)))
    assert lone("120 %", 8, 8) == LoneJudgement(DISAGREES, nearest=(Part(8, 8),))


def test_only_what_lies_below_the_next_percentage_is_cut_off() -> None:
    assert lone("66 %", 3, 3).cut_off == Part(2, 3)
    assert lone("24 %", 4, 4).cut_off is None
    assert lone("knappt 66 %", 3, 3).cut_off is None
    assert distribution(exact(36), "knappt 61 %", "39 %", or_fewer=False).proven  # 22 is 61,1 %


def test_each_end_of_an_interval_of_bases_can_be_the_one() -> None:
    assert lone("35 %", 8, 16).outcome is DISAGREES
    assert lone("35 %", 8, 17).outcome is MAY_AGREE  # 6 of 17
    assert lone("35 %", 20, 22).outcome is MAY_AGREE  # 7 of 20
    assert lone("35 %", 21, 22).outcome is DISAGREES
    assert lone("50 %", 0, 1).outcome is DISAGREES
    assert lone("50 %", 0, 2).outcome is MAY_AGREE


def test_nothing_and_the_unbounded_test_no_percentage_but_one_above_the_whole() -> None:
    assert lone("35 %", 0, 0) == lone("35 %", 0, None) == LoneJudgement(NOT_TESTABLE)
    assert lone("101 %", 10, None).outcome is DISAGREES
    assert judge_with_count(parse_percent("35 %"), UNKNOWN).outcome is NOT_TESTABLE


def test_a_wide_interval_is_not_gone_through_to_its_end() -> None:
    assert lone("35,12345678 %", 1, 2 * MOST_TRIED).outcome is NOT_TESTABLE
    assert lone("120 %", 1, 999_999_999).outcome is DISAGREES
    assert lone("35 %", 1, 999_999_999).outcome is NOT_TESTABLE


def test_a_count_of_none_is_no_percentage_but_nought() -> None:
    nought = exact(0)
    assert judge_with_count(parse_percent("0 %"), nought).outcome is MAY_AGREE
    assert judge_with_count(parse_percent("95 %"), nought) == LoneJudgement(DISAGREES)
    assert judge_with_count(parse_percent("knappt 0 %"), exact(4)) == LoneJudgement(DISAGREES)


def distribution(people: Interval, *texts: str, or_fewer: bool) -> DistributionJudgement:
    percents = [None if text == ".." else parse_percent(text) for text in texts]
    return judge_distribution(percents, people, or_fewer=or_fewer)


def test_example_12_is_proven_only_when_all_26_answered_the_question() -> None:
    rows = ("12 %", "12 %", "12 %", "62 %")
    assert distribution(exact(26), *rows, or_fewer=False) == DistributionJudgement(
        DISAGREES, proven=True
    )
    assert distribution(exact(26), *rows, or_fewer=True) == DistributionJudgement(
        DISAGREES, explained_by=24
    )
    assert distribution(Interval(25, 26), *rows, or_fewer=False).proven
    assert distribution(Interval(24, 26), *rows, or_fewer=False).outcome is MAY_AGREE
    assert distribution(Interval(26, 32), *rows, or_fewer=False).outcome is MAY_AGREE
    assert distribution(Interval(26, 31), *rows, or_fewer=False).proven


def test_a_hedge_widens_and_a_missing_percentage_can_be_any() -> None:
    assert distribution(exact(36), "60 %", "40 %", or_fewer=False).proven
    assert distribution(exact(36), "ca 60 %", "40 %", or_fewer=False).proven
    assert distribution(exact(36), "ca 60 %", "ca 40 %", or_fewer=False).outcome is MAY_AGREE
    assert distribution(exact(36), "60 %", "..", or_fewer=False).proven
    assert distribution(exact(36), "61 %", "..", or_fewer=False).outcome is MAY_AGREE
    assert distribution(exact(36), "61 %", "50 %", "..", or_fewer=False).proven


def test_people_without_number_and_too_many_to_try_test_nothing() -> None:
    for people in (exact(0), Interval(10, None)):
        verdict = distribution(people, "60 %", "40 %", or_fewer=True)
        assert verdict == DistributionJudgement(NOT_TESTABLE)
    over = ("62 %", "39 %")  # only of 200, 400 and so on
    assert distribution(Interval(1, 199), *over, or_fewer=False).proven
    assert distribution(Interval(1, 200), *over, or_fewer=False).outcome is MAY_AGREE
    never = ("62 %", "40 %")
    wide = distribution(Interval(1, MOST_TRIED), *never, or_fewer=False)
    assert wide.outcome is NOT_TESTABLE
    assert distribution(Interval(1, MOST_TRIED - 1), *never, or_fewer=False).proven
    unproven = distribution(exact(MOST_TRIED), *never, or_fewer=True)
    assert unproven == DistributionJudgement(DISAGREES)


@pytest.mark.parametrize(("base", "exposed"), [(8, 87), (30, 69), (99, 1), (100, 0), (101, 0)])
def test_so_many_of_all_whole_percentages_are_impossible(base: int, exposed: int) -> None:
    """Of the 101 from 0 to 100, in per cent (arithmetic.md): 88 at N = 8 and 70 at N = 30."""
    impossible = sum(not reachable(parse_percent(f"{whole} %"), base) for whole in range(101))
    assert (100 * Fraction(impossible, 101) + Fraction(1, 2)) // 1 == exposed


def test_from_100_on_every_whole_percentage_is_possible() -> None:
    for base in range(100, 401):
        assert all(reachable(parse_percent(f"{whole} %"), base) for whole in range(101))
