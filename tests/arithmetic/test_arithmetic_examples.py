from __future__ import annotations

import pytest

from checker.arithmetic.cells import parse_cell
from checker.arithmetic.equations import Equation, makes
from checker.arithmetic.interval import Interval, exact
from checker.arithmetic.linked import ranges
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import ShareJudgement, jointly_reachable, judge_share, reachable
from checker.arithmetic.percents import parse_percent, percents_make_whole
from checker.arithmetic.ratios import Stretch, counts_of
from checker.arithmetic.relations import Complete, Multiple, Relation, Truncated
from checker.arithmetic.shares import parse_share
from checker.arithmetic.sums import SumJudgement, cases_without, judge_sum

AGREES, MAY_AGREE, DISAGREES, NOT_TESTABLE = Outcome


def cells(*texts: str) -> list[Interval]:
    return [parse_cell(text).interval for text in texts]


def table(texts: str, total: int, relation: Relation) -> SumJudgement:
    """The judgement of rows written with a semicolon between them."""
    return judge_sum(cells(*texts.split("; ")), exact(total), relation)


def share(text: str) -> ShareJudgement:
    read = parse_share(text)
    assert read.count is not None
    assert read.base is not None
    assert read.percent is not None
    return judge_share(read.count.interval, read.base.interval, read.percent)


def test_example_1_a_suppressed_row_leaves_the_sum_between_45_and_48() -> None:
    judgement = table("21; 14; 9; <5", 47, Complete())
    assert judgement == SumJudgement(MAY_AGREE, low=45, high=48, mend=0, room=4)


def test_example_2_the_same_rows_with_a_total_of_50_are_2_too_many() -> None:
    judgement = table("21; 14; 9; <5", 50, Complete())
    assert judgement == SumJudgement(DISAGREES, low=45, high=48, mend=-2, room=4)


def published(cells: str, *wholes: str, links: list[Equation]) -> list[Interval] | None:
    """What any reader can find of the cells, from them and the sums printed beside them."""
    counts = [parse_cell(text).interval for text in (*cells.split("; "), *wholes)]
    found = ranges(counts, links, range(len(counts) - len(wholes)))
    if found is None:
        return None
    assert found.proved
    return [*found.of.values()]


def test_example_3_the_hidden_cell_of_example_1_is_exactly_3() -> None:
    found = published("21; 14; 9; <5", "47", links=[makes(range(4), 4)])
    assert found == [exact(21), exact(14), exact(9), exact(3)]


def test_example_4_two_hidden_cells_are_both_4_or_stay_hidden() -> None:
    links = [makes(range(3), 3)]
    assert published("12; <5; <5", "20", links=links) == [exact(12), exact(4), exact(4)]
    stay_hidden = [exact(12), Interval(1, 4), Interval(1, 4)]
    assert published("12; <5; <5", "17", links=links) == stay_hidden


def test_example_5_the_margins_of_four_hidden_cells_give_them_all_away() -> None:
    links = [makes([0, 1], 4), makes([2, 3], 5), makes([0, 2], 6), makes([1, 3], 7)]
    found = published("<5; <5; <5; <5", "5", "5", "8", "2", links=links)
    assert found == [exact(4), exact(1), exact(4), exact(1)]


def test_example_6_three_hidden_categories_reach_from_122_to_149() -> None:
    rows, relation = "45; 31; 22; 14; 10", Truncated(at_least=10, left_out=3)
    assert table(rows, 122, relation) == SumJudgement(MAY_AGREE, 122, 149, mend=0, room=28)
    assert table(rows, 149, relation).outcome is MAY_AGREE
    assert table(rows, 121, relation) == SumJudgement(DISAGREES, 122, 149, mend=1, room=28)
    assert table(rows, 150, relation) == SumJudgement(DISAGREES, 122, 149, mend=-1, room=28)


def test_example_6_an_unknown_number_of_hidden_categories_has_no_end() -> None:
    rows, relation = "45; 31; 22; 14; 10", Truncated(at_least=10)
    assert table(rows, 150, relation) == SumJudgement(MAY_AGREE, 122, None, mend=0, room=None)
    assert table(rows, 121, relation).outcome is DISAGREES


def test_example_7_every_case_has_a_cause_and_no_cause_more_than_the_cases() -> None:
    causes, relation = "9; 7; 6; <5", Multiple(exact(0))
    assert table(causes, 14, relation).outcome is MAY_AGREE
    assert table(causes, 30, relation) == SumJudgement(DISAGREES, 9, 26, mend=-4, room=18)
    assert table(causes, 8, relation) == SumJudgement(DISAGREES, 9, 26, mend=1, room=18)


@pytest.mark.parametrize(
    ("percents", "outcome"),
    [
        ("33 %; 33 %; 33 %", AGREES),
        ("33 %; 33 %; 32 %", DISAGREES),
        ("33,3 %; 33,3 %; 33,3 %", AGREES),
        ("33,3 %; 33,3 %; 33,1 %", DISAGREES),
    ],
)
def test_example_8_a_distribution_makes_100_within_its_rounding(
    percents: str, outcome: Outcome
) -> None:
    read = [parse_percent(text) for text in percents.split("; ")]
    assert percents_make_whole(read).outcome is outcome


def test_example_9_29_of_47_is_62_per_cent_and_not_63() -> None:
    assert share("29 av 47 (62 %)").outcome is AGREES
    assert swedish(share("29 av 47 (62 %)").nearest) == "61,7"
    assert share("29 av 47 (63 %)").outcome is DISAGREES


def test_example_10_3_of_8_is_37_or_38_per_cent() -> None:
    assert swedish(share("3 av 8 (37 %)").nearest) == "37,5"
    assert share("3 av 8 (37 %)").outcome is AGREES
    assert share("3 av 8 (38 %)").outcome is AGREES
    assert share("3 av 8 (36 %)").outcome is DISAGREES
    assert not reachable(parse_percent("35 %"), 8)


def test_example_11_a_suppressed_count_of_7_may_be_43_per_cent_but_not_60() -> None:
    assert share("<5 av 7 (43 %)").outcome is MAY_AGREE
    assert share("<5 av 7 (60 %)").outcome is DISAGREES


def test_example_12_each_percentage_of_26_is_possible_but_not_all_of_them() -> None:
    percents = [parse_percent(text) for text in ("12 %", "12 %", "12 %", "62 %")]
    assert all(reachable(percent, 26) for percent in percents)
    counts = [counts_of(26, Stretch(percent.low, percent.high)) for percent in percents]
    assert counts == [exact(3), exact(3), exact(3), exact(16)]
    assert not jointly_reachable(percents, 26)


def test_example_13_a_single_cell_that_is_missing_cannot_be_tested() -> None:
    assert table("..", 14, Complete()).outcome is NOT_TESTABLE


def test_example_14_39_of_61_is_63_per_cent_only_when_cut_off() -> None:
    judgement = share("39 av 61 (63 %)")
    assert (judgement.outcome, judgement.cut_off) == (DISAGREES, True)
    assert swedish(judgement.nearest) == "63,93"
    assert not share("39 av 61 (64 %)").cut_off


def test_example_15_408_causes_of_544_cases_leave_136_without() -> None:
    assert table("408", 544, Multiple()).outcome is MAY_AGREE
    assert cases_without(cells("408"), exact(544)) == 136


def test_example_16_rows_of_another_unit_are_never_handed_over_for_comparison() -> None:
    """Units are the caller's: the effects alone make their own total and say nothing of 175."""
    effects = cells("54", "64", "10")
    assert judge_sum(effects, exact(128), Complete()).outcome is AGREES
    assert share("62 av 175 (35 %)").outcome is AGREES


@pytest.mark.parametrize(
    ("text", "outcome", "cut_off"),
    [
        ("6 av 61 (9 %)", DISAGREES, True),
        ("4 av 10 (40 %)", AGREES, False),
        ("215 av 544 (39,5 %)", AGREES, False),
        ("85 av 719 (12 %)", AGREES, False),
        ("593 av 719 (82,5 %)", AGREES, False),
        ("149 av 175 (85 %)", AGREES, False),
        ("12 av 175 (knappt 7 %)", MAY_AGREE, False),
        ("36 av 113 (32 %)", AGREES, False),
        ("84 av 137 (61 %)", AGREES, False),
    ],
)
def test_the_shares_of_the_real_reports_come_out_as_their_comments_say(
    text: str, outcome: Outcome, *, cut_off: bool
) -> None:
    judgement = share(text)
    assert (judgement.outcome, judgement.cut_off) == (outcome, cut_off)
