from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import (
    ShareJudgement,
    count_exists,
    exceeds,
    jointly_reachable,
    judge_share,
    reachable,
)
from checker.arithmetic.percents import parse_percent

HIDDEN = Interval(1, 4)


def judged(count: Interval, base: Interval, percent: str) -> ShareJudgement:
    return judge_share(count, base, parse_percent(percent))


def outcome(count: Interval, base: Interval, percent: str) -> Outcome:
    return judged(count, base, percent).outcome


@pytest.mark.parametrize(
    ("count", "base", "percent"),
    [
        (1, 8, "12 %"),
        (1, 8, "13 %"),
        (1, 200, "0 %"),
        (199, 200, "100 %"),
        (1, 200, "1 %"),
        (1, 16, "6,2 %"),
        (1, 16, "6,3 %"),
        (61, 61, "100 %"),
        (0, 61, "0 %"),
        (0, 61, "0,0 %"),
    ],
)
def test_both_ends_of_the_printed_precision_count(count: int, base: int, percent: str) -> None:
    assert outcome(exact(count), exact(base), percent) is Outcome.AGREES


@pytest.mark.parametrize(
    ("count", "base", "percent"),
    [(1, 8, "11 %"), (1, 8, "14 %"), (1, 199, "0 %"), (1, 16, "6,1 %"), (1, 16, "6,4 %")],
)
def test_a_share_just_outside_the_printed_precision_disagrees(
    count: int, base: int, percent: str
) -> None:
    assert outcome(exact(count), exact(base), percent) is Outcome.DISAGREES


def test_a_hedged_percentage_never_agrees_for_certain() -> None:
    assert outcome(exact(12), exact(175), "knappt 7 %") is Outcome.MAY_AGREE
    assert outcome(exact(13), exact(175), "knappt 7 %") is Outcome.DISAGREES
    assert outcome(exact(13), exact(175), "drygt 7 %") is Outcome.MAY_AGREE
    assert outcome(exact(12), exact(175), "drygt 7 %") is Outcome.DISAGREES
    assert outcome(exact(12), exact(175), "7 %") is Outcome.AGREES


def test_a_hedge_includes_the_number_itself() -> None:
    assert outcome(exact(7), exact(100), "knappt 7 %") is Outcome.MAY_AGREE
    assert outcome(exact(7), exact(100), "drygt 7 %") is Outcome.MAY_AGREE


@pytest.mark.parametrize(("count", "percent"), [(1, "14 %"), (4, "57 %")])
def test_a_suppressed_count_reaches_both_its_ends(count: int, percent: str) -> None:
    assert outcome(exact(count), exact(7), percent) is Outcome.AGREES
    assert outcome(HIDDEN, exact(7), percent) is Outcome.MAY_AGREE


def test_a_percentage_between_two_whole_numbers_of_the_base_disagrees() -> None:
    judgement = judged(HIDDEN, exact(7), "50 %")
    assert judgement.outcome is Outcome.DISAGREES
    assert (judgement.low, judgement.high) == (Fraction(100, 7), Fraction(400, 7))
    assert judgement.nearest == Fraction(300, 7)


def test_a_base_in_a_class_reaches_both_its_ends() -> None:
    base = Interval(10, 19)
    assert outcome(exact(9), base, "47 %") is Outcome.MAY_AGREE
    assert outcome(exact(9), base, "90 %") is Outcome.MAY_AGREE
    assert outcome(exact(9), base, "46 %") is Outcome.DISAGREES
    assert outcome(exact(9), base, "91 %") is Outcome.DISAGREES
    assert judged(exact(9), base, "85 %").outcome is Outcome.DISAGREES
    assert judged(exact(9), base, "85 %").nearest == Fraction(900, 11)


def test_two_unsure_counts_reach_from_the_least_of_the_most_to_the_most_of_the_least() -> None:
    base = Interval(10, 19)
    assert outcome(HIDDEN, base, "5 %") is Outcome.MAY_AGREE
    assert outcome(HIDDEN, base, "40 %") is Outcome.MAY_AGREE
    assert outcome(HIDDEN, base, "4 %") is Outcome.DISAGREES
    assert outcome(HIDDEN, base, "41 %") is Outcome.DISAGREES
    judgement = judged(HIDDEN, base, "50 %")
    assert (judgement.low, judgement.high) == (Fraction(100, 19), Fraction(40))
    assert judgement.nearest == 40


def test_two_unsure_counts_that_only_touch_the_percentage_may_agree() -> None:
    assert outcome(HIDDEN, Interval(10, 40), "2 %") is Outcome.MAY_AGREE  # from 2,5 % up
    assert outcome(HIDDEN, Interval(10, 39), "2 %") is Outcome.DISAGREES
    assert outcome(HIDDEN, Interval(16, 40), "25,1 %") is Outcome.DISAGREES  # up to 25 %
    assert outcome(HIDDEN, Interval(16, 40), "25,0 %") is Outcome.MAY_AGREE
    assert outcome(HIDDEN, Interval(16, 40), "drygt 25 %") is Outcome.MAY_AGREE


def test_two_narrow_counts_disagree_with_what_no_whole_numbers_of_them_make() -> None:
    count, base = Interval(0, 9), Interval(5, 20)
    assert outcome(count, base, "5 %") is Outcome.MAY_AGREE
    assert outcome(count, base, "2 %") is Outcome.DISAGREES
    assert judged(count, base, "2 %").nearest == 0
    assert judged(count, base, "3 %").nearest == 5
    assert outcome(HIDDEN, Interval(2, 4), "40 %") is Outcome.DISAGREES
    assert judged(HIDDEN, Interval(2, 4), "40 %").nearest == Fraction(100, 3)


def test_one_narrow_count_is_enough_to_tell() -> None:
    assert outcome(HIDDEN, Interval(5, None), "85 %") is Outcome.DISAGREES
    assert outcome(HIDDEN, Interval(5, None), "80 %") is Outcome.MAY_AGREE
    assert outcome(Interval(10, None), Interval(20, 24), "51 %") is Outcome.DISAGREES
    assert outcome(Interval(10, None), Interval(20, 24), "52 %") is Outcome.MAY_AGREE
    assert judged(Interval(10, None), Interval(20, 24), "51 %").nearest == 50


def test_a_count_is_looked_at_number_by_number_up_to_a_hundred_of_them() -> None:
    narrow, wide = Interval(0, 99), Interval(0, 100)
    assert outcome(narrow, Interval(150, 300), "0,1 %") is Outcome.DISAGREES
    assert outcome(wide, Interval(150, 300), "0,1 %") is Outcome.MAY_AGREE
    assert outcome(wide, Interval(201, 300), "0,1 %") is Outcome.DISAGREES
    assert outcome(wide, Interval(200, 300), "0,1 %") is Outcome.MAY_AGREE


def test_a_small_percentage_of_a_class_has_a_greatest_base() -> None:
    assert outcome(exact(1), Interval(200, 400), "1 %") is Outcome.MAY_AGREE
    assert outcome(exact(1), Interval(201, 400), "1 %") is Outcome.DISAGREES
    assert outcome(exact(1), Interval(201, 400), "0 %") is Outcome.MAY_AGREE


def test_the_nearest_share_is_made_of_whole_numbers() -> None:
    assert judged(UNKNOWN, exact(1000), "35,04 %").nearest == 35
    assert judged(UNKNOWN, exact(1000), "35,05 %").nearest == 35
    assert judged(UNKNOWN, exact(1000), "35,06 %").nearest == Fraction(351, 10)
    assert judged(exact(10), UNKNOWN, "0,7 %").nearest == Fraction(1000, 1429)
    assert judged(exact(1), Interval(90, 190), "0,600 %").nearest == Fraction(100, 167)
    assert judged(exact(1), Interval(90, 190), "0 %").nearest == Fraction(100, 190)
    assert judged(exact(1), UNKNOWN, "0 %").nearest == 0
    assert judged(exact(0), Interval(90, 190), "5 %").nearest == 0


def test_a_part_is_never_more_than_the_whole() -> None:
    assert judged(Interval(1, 9), Interval(2, 6), "100 %").high == 100
    assert outcome(Interval(1, 9), Interval(2, 6), "110 %") is Outcome.DISAGREES
    assert judged(Interval(1, 9), Interval(2, 6), "110 %").nearest == 100
    assert outcome(exact(5), UNKNOWN, "110 %") is Outcome.DISAGREES
    assert outcome(UNKNOWN, exact(8), "110 %") is Outcome.DISAGREES


@pytest.mark.parametrize(
    ("count", "base", "more"),
    [
        (exact(8), exact(7), True),
        (exact(7), exact(7), False),
        (HIDDEN, exact(0), True),
        (HIDDEN, exact(1), False),
        (Interval(10, None), Interval(4, 9), True),
        (Interval(10, None), Interval(4, 10), False),
        (exact(8), Interval(7, None), False),
    ],
)
def test_a_count_exceeds_its_base_only_when_it_always_does(
    count: Interval, base: Interval, *, more: bool
) -> None:
    assert exceeds(count, base) is more


@pytest.mark.parametrize(("count", "base"), [(9, 8), (3, 0)])
def test_a_count_that_exceeds_its_base_disagrees(count: int, base: int) -> None:
    assert judged(exact(count), exact(base), "112 %") == ShareJudgement(
        Outcome.DISAGREES,
        cut_off=False,
        low=Fraction(100),
        high=Fraction(100),
        nearest=Fraction(100),
    )


@pytest.mark.parametrize("count", [exact(0), UNKNOWN])
def test_a_share_of_nothing_cannot_be_tested(count: Interval) -> None:
    assert judged(count, exact(0), "5 %") == ShareJudgement(
        Outcome.NOT_TESTABLE,
        cut_off=False,
        low=Fraction(0),
        high=Fraction(100),
        nearest=Fraction(5),
    )


def test_a_base_that_might_be_zero_is_tested_as_if_it_were_not() -> None:
    assert outcome(exact(1), Interval(0, 4), "25 %") is Outcome.MAY_AGREE
    assert outcome(exact(1), Interval(0, 4), "24 %") is Outcome.DISAGREES
    assert outcome(exact(0), Interval(0, 4), "0 %") is Outcome.MAY_AGREE
    assert outcome(exact(0), Interval(0, 4), "1 %") is Outcome.DISAGREES


@pytest.mark.parametrize(
    ("count", "base"), [(UNKNOWN, exact(8)), (exact(3), UNKNOWN), (UNKNOWN, UNKNOWN)]
)
def test_a_missing_count_leaves_a_possible_percentage_untested(
    count: Interval, base: Interval
) -> None:
    assert outcome(count, base, "38 %") is Outcome.NOT_TESTABLE


def test_a_missing_count_does_not_hide_an_impossible_percentage() -> None:
    assert outcome(UNKNOWN, exact(8), "35 %") is Outcome.DISAGREES
    assert judged(UNKNOWN, exact(8), "35 %").nearest == Fraction(75, 2)
    assert outcome(exact(1), UNKNOWN, "60 %") is Outcome.DISAGREES
    assert judged(exact(1), UNKNOWN, "60 %").nearest == 50


def test_counts_that_rule_no_percentage_out_are_no_test() -> None:
    everything = Interval(0, 200)
    assert outcome(everything, exact(200), "43 %") is Outcome.NOT_TESTABLE
    assert outcome(everything, exact(200), "43,5 %") is Outcome.MAY_AGREE
    assert outcome(everything, exact(100), "43 %") is Outcome.NOT_TESTABLE
    assert outcome(everything, exact(99), "43 %") is Outcome.MAY_AGREE
    assert outcome(Interval(0, 199), exact(200), "43 %") is Outcome.MAY_AGREE
    assert outcome(Interval(1, 200), exact(200), "43 %") is Outcome.MAY_AGREE
    assert outcome(Interval(0, 99), Interval(5, 100), "43 %") is Outcome.NOT_TESTABLE
    assert outcome(Interval(0, 98), Interval(5, 100), "43 %") is Outcome.MAY_AGREE
    assert outcome(Interval(0, 99), Interval(5, 99), "43 %") is Outcome.MAY_AGREE
    assert outcome(exact(99), Interval(10, None), "43 %") is Outcome.NOT_TESTABLE
    assert outcome(Interval(3, 9), Interval(9, None), "43 %") is Outcome.MAY_AGREE
    assert outcome(Interval(3, None), Interval(9, None), "43 %") is Outcome.NOT_TESTABLE
    assert outcome(Interval(0, 9), Interval(10, 20), "43 %") is Outcome.MAY_AGREE
    assert outcome(exact(72), Interval(10, None), "43 %") is Outcome.MAY_AGREE


@pytest.mark.parametrize(
    ("count", "base", "percent"),
    [(6, 61, "9 %"), (39, 61, "63 %"), (2, 3, "66 %"), (2, 3, "66,6 %"), (997, 1000, "99 %")],
)
def test_decimals_cut_off_instead_of_rounded_are_told_apart(
    count: int, base: int, percent: str
) -> None:
    judgement = judged(exact(count), exact(base), percent)
    assert (judgement.outcome, judgement.cut_off) == (Outcome.DISAGREES, True)
    assert judgement.low == judgement.high == judgement.nearest == Fraction(100 * count, base)


@pytest.mark.parametrize(
    ("count", "base", "percent"),
    [
        (6, 61, "8 %"),
        (6, 61, "11 %"),
        (2, 3, "65 %"),
        (2, 3, "66,5 %"),
        (99, 150, "65 %"),
        (2, 3, "drygt 65 %"),
        (61, 61, "101 %"),
        (61, 61, "99 %"),
    ],
)
def test_what_is_neither_rounded_nor_cut_off_is_just_wrong(
    count: int, base: int, percent: str
) -> None:
    judgement = judged(exact(count), exact(base), percent)
    assert (judgement.outcome, judgement.cut_off) == (Outcome.DISAGREES, False)


def test_what_agrees_is_never_called_cut_off() -> None:
    assert not judged(exact(29), exact(47), "62 %").cut_off
    assert not judged(exact(1), exact(8), "12 %").cut_off


def test_a_suppressed_count_can_be_cut_off_too() -> None:
    assert judged(HIDDEN, exact(7), "42 %").cut_off
    assert not judged(HIDDEN, exact(7), "41 %").cut_off
    assert judged(exact(6), Interval(61, 61), "9 %").cut_off
    assert judged(exact(6), Interval(61, 62), "9,6 %").cut_off
    assert not judged(exact(6), Interval(61, 62), "9,5 %").cut_off


def test_two_unsure_counts_can_be_cut_off_too() -> None:
    count, base = Interval(29, 30), Interval(30, 31)  # from 93,55 % up
    assert outcome(count, base, "94 %") is Outcome.MAY_AGREE
    assert (outcome(count, base, "93 %"), outcome(count, base, "92 %")) == (Outcome.DISAGREES,) * 2
    assert judged(count, base, "93 %").cut_off
    assert not judged(count, base, "92 %").cut_off


def test_the_next_whole_percentage_is_not_a_cut_off_one() -> None:
    count, base = Interval(47, 48), Interval(49, 50)  # from 94 % up
    assert outcome(count, base, "93,0 %") is Outcome.DISAGREES
    assert not judged(count, base, "93 %").cut_off


def test_a_base_of_eight_makes_few_percentages() -> None:
    made = [whole for whole in range(101) if reachable(parse_percent(f"{whole} %"), 8)]
    assert made == [0, 12, 13, 25, 37, 38, 50, 62, 63, 75, 87, 88, 100]


@pytest.mark.parametrize(("base", "impossible"), [(8, 88), (30, 70), (99, 1), (100, 0)])
def test_small_bases_expose_wrong_percentages(base: int, impossible: int) -> None:
    percents = [parse_percent(f"{whole} %") for whole in range(101)]
    assert sum(not reachable(percent, base) for percent in percents) == impossible


def test_no_base_makes_more_than_the_whole() -> None:
    assert not reachable(parse_percent("101 %"), 500)
    assert reachable(parse_percent("ca 100 %"), 500)


def test_a_base_of_nothing_refutes_no_percentage() -> None:
    assert reachable(parse_percent("35 %"), 0)
    assert jointly_reachable([parse_percent("35 %")], 0)


def joint(base: int, *texts: str) -> bool:
    return jointly_reachable([parse_percent(text) for text in texts], base)


def test_counts_behind_percentages_add_up_to_the_base() -> None:
    assert joint(3, "33 %", "33 %", "33 %")
    assert joint(8, "38 %", "37 %", "25 %")
    assert not joint(8, "38 %", "37 %", "13 %")
    assert not joint(8, "50 %", "38 %", "25 %")
    assert joint(1000, "33 %", "33 %", "33 %")
    assert not joint(1000, "33 %", "33 %", "32 %")


def test_one_impossible_percentage_makes_the_table_impossible() -> None:
    assert not joint(8, "35 %", "50 %", "12 %")


def test_a_table_without_percentages_refutes_nothing() -> None:
    assert joint(8)


@pytest.mark.parametrize(
    ("percent", "count", "base"),
    [
        ("42,6 %", 72, 169),
        ("39,8 %", 27872, 69943),
        ("100 %", 3, 3),
        ("50 %", 1, 2),
        ("60 %", 1, None),
        ("0 %", 0, 1),
        ("1 %", 0, None),
        ("0 %", 1, 200),
        ("110 %", 5, None),
        ("knappt 0 %", 1, None),
        ("knappt 0 %", 0, 1),
    ],
)
def test_a_count_and_its_percentage_need_a_whole_number_as_base(
    percent: str, count: int, base: int | None
) -> None:
    assert count_exists(parse_percent(percent), count) == base
