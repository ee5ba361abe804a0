from __future__ import annotations

import pytest

from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import (
    AtMost,
    Complete,
    Multiple,
    Relation,
    Truncated,
    hidden,
    row_limit,
)
from checker.arithmetic.sums import SumJudgement, cases_without, judge_sum

HIDDEN = Interval(1, 4)
ROWS = [exact(21), exact(14), exact(9), HIDDEN]


def verdict(
    cells: list[Interval], total: Interval, relation: Relation, rest: Interval | None = None
) -> tuple[Outcome, int]:
    judgement = judge_sum(cells, total, relation, rest)
    return judgement.outcome, judgement.mend


def test_exact_rows_that_make_the_total_agree() -> None:
    judgement = judge_sum([exact(284), exact(260)], exact(544), Complete())
    assert judgement == SumJudgement(Outcome.AGREES, low=544, high=544, mend=0, room=1)


@pytest.mark.parametrize(("total", "mend"), [(543, 1), (545, -1), (44, 500)])
def test_exact_rows_that_do_not_make_the_total_tell_what_would_mend_it(
    total: int, mend: int
) -> None:
    judgement = judge_sum([exact(284), exact(260)], exact(total), Complete())
    assert judgement == SumJudgement(Outcome.DISAGREES, low=544, high=544, mend=mend, room=1)


@pytest.mark.parametrize("total", [45, 46, 47, 48])
def test_a_total_within_reach_may_agree(total: int) -> None:
    judgement = judge_sum(ROWS, exact(total), Complete())
    assert judgement == SumJudgement(Outcome.MAY_AGREE, low=45, high=48, mend=0, room=4)


@pytest.mark.parametrize(("total", "mend"), [(44, 1), (49, -1)])
def test_a_total_just_out_of_reach_disagrees(total: int, mend: int) -> None:
    assert verdict(ROWS, exact(total), Complete()) == (Outcome.DISAGREES, mend)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (Interval(40, 44), (Outcome.DISAGREES, 1)),
        (Interval(40, 45), (Outcome.MAY_AGREE, 0)),
        (Interval(48, 55), (Outcome.MAY_AGREE, 0)),
        (Interval(49, 55), (Outcome.DISAGREES, -1)),
        (Interval(48, None), (Outcome.MAY_AGREE, 0)),
        (Interval(49, None), (Outcome.DISAGREES, -1)),
    ],
)
def test_a_total_that_is_an_interval_must_meet_the_sum(
    total: Interval, expected: tuple[Outcome, int]
) -> None:
    assert verdict(ROWS, total, Complete()) == expected


def test_an_interval_on_either_side_never_agrees_for_certain() -> None:
    assert verdict([exact(5)], Interval(5, 6), Complete()) == (Outcome.MAY_AGREE, 0)
    assert verdict([Interval(5, 6)], exact(5), Complete()) == (Outcome.MAY_AGREE, 0)


def test_a_stated_remainder_is_added_to_the_rows() -> None:
    assert verdict([exact(5)], exact(8), Complete(), exact(3)) == (Outcome.AGREES, 0)
    assert verdict([exact(5)], exact(8), Complete(), exact(2)) == (Outcome.DISAGREES, -1)
    assert verdict([exact(5)], exact(8), Complete(), HIDDEN) == (Outcome.MAY_AGREE, 0)


def test_rows_with_one_missing_leave_the_total_open_upwards() -> None:
    judgement = judge_sum([exact(4), UNKNOWN], exact(5), Complete())
    assert judgement == SumJudgement(Outcome.MAY_AGREE, low=4, high=None, mend=0, room=None)
    assert verdict([exact(4), UNKNOWN], exact(3), Complete()) == (Outcome.DISAGREES, 1)


@pytest.mark.parametrize(
    "relation", [Complete(), AtMost(), Multiple(), Multiple(exact(0)), Truncated(at_least=10)]
)
def test_without_a_total_or_without_rows_nothing_can_be_tested(relation: Relation) -> None:
    assert verdict([exact(4)], UNKNOWN, relation) == (Outcome.NOT_TESTABLE, 0)
    assert verdict([], exact(4), relation) == (Outcome.NOT_TESTABLE, 0)
    assert verdict([UNKNOWN, UNKNOWN], exact(4), relation) == (Outcome.NOT_TESTABLE, 0)


def test_a_remainder_alone_is_something_to_test() -> None:
    assert verdict([], exact(4), Complete(), exact(4)) == (Outcome.AGREES, 0)
    assert verdict([], exact(4), Complete(), exact(5)) == (Outcome.DISAGREES, 1)
    assert verdict([UNKNOWN], exact(4), Complete(), exact(5)) == (Outcome.DISAGREES, 1)


def test_rows_that_allow_every_total_are_no_test() -> None:
    assert verdict([exact(0), UNKNOWN], exact(4), Complete()) == (Outcome.NOT_TESTABLE, 0)
    assert verdict([exact(0)], exact(4), AtMost()) == (Outcome.NOT_TESTABLE, 0)
    assert verdict([exact(0)], exact(0), Multiple()) == (Outcome.NOT_TESTABLE, 0)


def test_rows_of_zero_and_a_total_of_zero_agree() -> None:
    assert verdict([exact(0), exact(0)], exact(0), Complete()) == (Outcome.AGREES, 0)
    assert verdict([exact(0), exact(0)], exact(1), Complete()) == (Outcome.DISAGREES, -1)


def test_a_subset_is_at_most_the_total() -> None:
    judgement = judge_sum([exact(5), HIDDEN], exact(6), AtMost())
    assert judgement == SumJudgement(Outcome.MAY_AGREE, low=6, high=None, mend=0, room=None)
    assert verdict([exact(5), HIDDEN], exact(5), AtMost()) == (Outcome.DISAGREES, 1)
    assert verdict([exact(5), HIDDEN], exact(500), AtMost()) == (Outcome.MAY_AGREE, 0)
    assert verdict([exact(5)], exact(6), AtMost(), exact(2)) == (Outcome.DISAGREES, 1)


CAUSES = [exact(9), exact(7), exact(6), HIDDEN]


def test_no_cell_of_a_multiple_choice_is_more_than_the_total() -> None:
    judgement = judge_sum(CAUSES, exact(9), Multiple())
    assert judgement == SumJudgement(Outcome.MAY_AGREE, low=9, high=None, mend=0, room=None)
    assert verdict(CAUSES, exact(8), Multiple()) == (Outcome.DISAGREES, 1)
    assert verdict([Interval(3, 9)], exact(3), Multiple()) == (Outcome.MAY_AGREE, 0)


def test_a_stated_number_without_any_bounds_a_multiple_choice_both_ways() -> None:
    stated = Multiple(Interval(2, 3))
    judgement = judge_sum(CAUSES, exact(14), stated)
    assert judgement == SumJudgement(Outcome.MAY_AGREE, low=11, high=29, mend=0, room=19)
    assert verdict(CAUSES, exact(10), stated) == (Outcome.DISAGREES, 1)
    assert verdict(CAUSES, exact(11), stated) == (Outcome.MAY_AGREE, 0)
    assert verdict(CAUSES, exact(29), stated) == (Outcome.MAY_AGREE, 0)
    assert verdict(CAUSES, exact(30), stated) == (Outcome.DISAGREES, -1)


def test_a_number_without_that_is_not_known_bounds_nothing_upwards() -> None:
    assert verdict(CAUSES, exact(1000), Multiple(UNKNOWN)) == (Outcome.MAY_AGREE, 0)
    assert verdict(CAUSES, exact(8), Multiple(UNKNOWN)) == (Outcome.DISAGREES, 1)


def test_further_choices_in_a_remainder_raise_only_the_end() -> None:
    stated = Multiple(exact(0))
    assert verdict(CAUSES, exact(28), stated, exact(2)) == (Outcome.MAY_AGREE, 0)
    assert verdict(CAUSES, exact(29), stated, exact(2)) == (Outcome.DISAGREES, -1)
    assert verdict(CAUSES, exact(9), stated, exact(2)) == (Outcome.MAY_AGREE, 0)


def test_a_choice_in_a_remainder_is_made_by_some_case() -> None:
    assert verdict([exact(0)], exact(0), Multiple(), exact(2)) == (Outcome.DISAGREES, 1)
    assert verdict([exact(0)], exact(1), Multiple(), exact(2)) == (Outcome.MAY_AGREE, 0)
    assert verdict([exact(0)], exact(2), Multiple(exact(2)), exact(2)) == (Outcome.DISAGREES, 1)


def test_a_single_exact_choice_agrees() -> None:
    assert verdict([exact(9)], exact(9), Multiple(exact(0))) == (Outcome.AGREES, 0)


@pytest.mark.parametrize(
    ("cells", "total", "without"),
    [
        ([exact(408)], exact(544), 136),
        ([exact(408)], exact(409), 1),
        ([exact(408)], exact(408), 0),
        ([exact(408)], exact(300), 0),
        ([exact(404), HIDDEN], Interval(410, 420), 2),
        ([exact(404), UNKNOWN], exact(544), 0),
    ],
)
def test_cases_without_any_are_at_least_those_that_the_choices_cannot_cover(
    cells: list[Interval], total: Interval, without: int
) -> None:
    assert cases_without(cells, total) == without


@pytest.mark.parametrize(
    ("relation", "most"),
    [
        (Truncated(at_least=10, left_out=3), 27),
        (Truncated(over=10, left_out=3), 30),
        (Truncated(largest=True, left_out=3), 36),
        (Truncated(at_least=10, over=10, left_out=3), 27),
        (Truncated(at_least=20, largest=True, left_out=3), 36),
        (Truncated(at_least=10), None),
        (Truncated(over=10), None),
        (Truncated(largest=True), None),
        (Truncated(left_out=3), None),
        (Truncated(), None),
        (Truncated(at_least=10, left_out=0), 0),
        (Truncated(left_out=0), 0),
        (Truncated(at_least=1), 0),
        (Truncated(over=0), 0),
        (Truncated(at_least=0), 0),
        (Truncated(at_least=1, left_out=3), 0),
    ],
)
def test_what_a_truncated_table_hides_is_bounded_by_its_limit(
    relation: Truncated, most: int | None
) -> None:
    assert hidden([exact(45), Interval(8, 12)], relation) == Interval(0, most)


def test_the_smallest_shown_bounds_what_is_hidden_only_where_it_is_known() -> None:
    relation = Truncated(largest=True, left_out=2)
    assert hidden([UNKNOWN, exact(12)], relation) == Interval(0, 24)
    assert hidden([UNKNOWN], relation) == UNKNOWN
    assert hidden([], relation) == UNKNOWN


@pytest.mark.parametrize("relation", [{"at_least": -1}, {"over": -1}, {"left_out": -1}])
def test_a_negative_limit_is_refused(relation: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="not negative"):
        Truncated(
            at_least=relation.get("at_least"),
            over=relation.get("over"),
            left_out=relation.get("left_out"),
        )


@pytest.mark.parametrize(
    ("cell", "relation", "where"),
    [
        (exact(10), Truncated(at_least=10), "inside"),
        (exact(9), Truncated(at_least=10), "outside"),
        (Interval(8, 10), Truncated(at_least=10), "inside"),
        (HIDDEN, Truncated(at_least=10), "outside"),
        (exact(11), Truncated(over=10), "inside"),
        (exact(10), Truncated(over=10), "equal"),
        (exact(9), Truncated(over=10), "outside"),
        (Interval(8, 11), Truncated(over=10), "inside"),
        (Interval(8, 10), Truncated(over=10), "equal"),
        (Interval(8, 9), Truncated(over=10), "outside"),
        (UNKNOWN, Truncated(at_least=10), "inside"),
        (Interval(3, None), Truncated(over=10), "inside"),
        (exact(0), Truncated(largest=True), "inside"),
        (exact(0), Truncated(), "inside"),
        (exact(9), Truncated(at_least=10, over=9), "outside"),
    ],
)
def test_a_row_keeps_the_limit_of_its_table_or_breaks_it(
    cell: Interval, relation: Truncated, where: str
) -> None:
    assert row_limit(cell, relation) == where


def test_the_larger_categories_of_001_leave_a_possible_rest() -> None:
    assert verdict([exact(537)], exact(544), Truncated(at_least=10)) == (Outcome.MAY_AGREE, 0)
    assert verdict([exact(703)], exact(719), Truncated(over=10)) == (Outcome.MAY_AGREE, 0)
    assert verdict([exact(537)], exact(536), Truncated(at_least=10)) == (Outcome.DISAGREES, 1)


def test_a_truncated_table_that_hides_nothing_is_complete() -> None:
    assert verdict([exact(9)], exact(9), Truncated(left_out=0)) == (Outcome.AGREES, 0)
    assert verdict([exact(9)], exact(10), Truncated(at_least=1)) == (Outcome.DISAGREES, -1)
    assert verdict([exact(9)], exact(12), Truncated(left_out=0), exact(3)) == (Outcome.AGREES, 0)
