"""Each end of each interval from both sides: the end is possible, the number beyond it is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic.cells import AS_PRINTED, CellRules, parse_cell
from checker.arithmetic.changes import parse_change
from checker.arithmetic.differences import judge_change, judge_points
from checker.arithmetic.equations import makes, within
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.linked import ranges, solvable
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import count_exists, jointly_reachable, judge_share
from checker.arithmetic.percents import parse_percent, percents_make_whole
from checker.arithmetic.ratios import hull, nearest
from checker.arithmetic.relations import (
    AtMost,
    Complete,
    Multiple,
    Relation,
    Truncated,
    row_limit,
)
from checker.arithmetic.sums import cases_without, judge_sum

NO_END = 999_999_999
HIDDEN = Interval(1, 4)


def makes_total(cells: list[Interval], total: int, relation: Relation) -> bool:
    return judge_sum(cells, exact(total), relation).outcome is not Outcome.DISAGREES


@pytest.mark.parametrize(
    ("text", "table", "low", "high"),
    [
        ("12", AS_PRINTED, 12, 12),
        ("1 234", AS_PRINTED, 1234, 1234),
        ("<5", AS_PRINTED, 1, 4),
        ("<5", CellRules(zeros_hidden=True), 0, 4),
        ("färre än 5", AS_PRINTED, 1, 4),
        ("mindre än 5", AS_PRINTED, 1, 4),
        ("under 5", AS_PRINTED, 1, 4),
        ("högst 5", AS_PRINTED, 1, 5),
        ("högst 5", CellRules(zeros_hidden=True), 0, 5),
        ("<=5", AS_PRINTED, 1, 5),
        ("≤5", AS_PRINTED, 1, 5),
        ("10–19", AS_PRINTED, 10, 19),
        ("≥10", AS_PRINTED, 10, None),
        (">=10", AS_PRINTED, 10, None),
        ("minst 10", AS_PRINTED, 10, None),
        (">10", AS_PRINTED, 11, None),
        ("över 10", AS_PRINTED, 11, None),
        ("fler än 10", AS_PRINTED, 11, None),
        ("mer än 10", AS_PRINTED, 11, None),
        ("ca 120", AS_PRINTED, 115, 125),
        ("ca 7", AS_PRINTED, 6, 8),
        ("cirka 100", AS_PRINTED, 50, 150),
        ("omkring 30", AS_PRINTED, 25, 35),
        ("ungefär 101", AS_PRINTED, 100, 102),
        ("knappt 120", AS_PRINTED, 110, 120),
        ("nära 7", AS_PRINTED, 6, 7),
        ("drygt 120", AS_PRINTED, 120, 130),
        ("120", CellRules(rounded_to=10), 115, 125),
        ("120", CellRules(rounded_to=5), 118, 122),
        ("3", CellRules(rounded_to=10), 0, 8),
        ("..", AS_PRINTED, 0, None),
        ("-", CellRules(dash="noll"), 0, 0),
        ("-", CellRules(dash="uppgift saknas"), 0, None),
    ],
)
def test_the_ends_of_a_cell(text: str, table: CellRules, low: int, high: int | None) -> None:
    cells = [parse_cell(text, table).interval]
    assert makes_total(cells, low, Complete())
    assert low == 0 or not makes_total(cells, low - 1, Complete())
    assert makes_total(cells, NO_END if high is None else high, Complete())
    assert high is None or not makes_total(cells, high + 1, Complete())


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("40 %", 790, 810),
        ("39,5 %", 789, 791),
        ("40,0 %", 799, 801),
        ("0 %", 0, 10),
        ("0,0 %", 0, 1),
        ("100 %", 1990, 2000),
        ("ca 40 %", 700, 900),
        ("ca 41 %", 800, 840),
        ("ca 39,5 %", 770, 810),
        ("ca 40,0 %", 700, 900),
        ("ca 100 %", 1000, 2000),
        ("knappt 40 %", 600, 800),
        ("knappt 41 %", 800, 820),
        ("nära 39,5 %", 788, 790),
        ("drygt 40 %", 800, 1000),
        ("drygt 41 %", 820, 840),
        ("drygt 39,5 %", 790, 792),
        ("drygt 39,50 %", 790, 792),
    ],
)
def test_the_ends_of_a_percentage(text: str, least: int, most: int) -> None:
    """Of 2000, where one is half a tenth of a per cent."""
    percent, base = parse_percent(text), exact(2000)
    for count, agrees in ((least, True), (least - 1, False), (most, True), (most + 1, False)):
        if 0 <= count <= base.low:
            outcome = judge_share(exact(count), base, percent).outcome
            assert (outcome is not Outcome.DISAGREES) == agrees, count


ROWS = [exact(20), Interval(8, 12)]


@pytest.mark.parametrize(
    ("cells", "relation", "low", "high"),
    [
        ([exact(20), HIDDEN, Interval(10, 19)], Complete(), 31, 43),
        ([exact(20), UNKNOWN], Complete(), 20, None),
        ([exact(20), HIDDEN], AtMost(), 21, None),
        ([exact(9), HIDDEN], Multiple(), 9, None),
        ([exact(9), HIDDEN], Multiple(exact(0)), 9, 13),
        ([exact(9), HIDDEN], Multiple(Interval(2, 3)), 11, 16),
        ([exact(9), HIDDEN], Multiple(UNKNOWN), 9, None),
        (ROWS, Truncated(at_least=8, left_out=3), 28, 53),
        (ROWS, Truncated(over=7, left_out=3), 28, 53),
        (ROWS, Truncated(largest=True, left_out=3), 28, 68),
        (ROWS, Truncated(at_least=8), 28, None),
        (ROWS, Truncated(over=7), 28, None),
        (ROWS, Truncated(largest=True), 28, None),
        (ROWS, Truncated(left_out=3), 28, None),
        (ROWS, Truncated(left_out=0), 28, 32),
        (ROWS, Truncated(at_least=1), 28, 32),
        (ROWS, Truncated(over=0), 28, 32),
    ],
)
def test_the_ends_of_a_total(
    cells: list[Interval], relation: Relation, low: int, high: int | None
) -> None:
    assert makes_total(cells, low, relation)
    assert not makes_total(cells, low - 1, relation)
    assert makes_total(cells, NO_END if high is None else high, relation)
    assert high is None or not makes_total(cells, high + 1, relation)


@pytest.mark.parametrize("low", [0, 8])
@pytest.mark.parametrize(
    ("relation", "high", "where"),
    [
        (Truncated(at_least=10), 9, "outside"),
        (Truncated(at_least=10), 10, "inside"),
        (Truncated(over=10), 9, "outside"),
        (Truncated(over=10), 10, "equal"),
        (Truncated(over=10), 11, "inside"),
        (Truncated(over=10), None, "inside"),
    ],
)
def test_the_ends_of_what_a_row_may_be(
    low: int, relation: Truncated, high: int | None, where: str
) -> None:
    assert row_limit(Interval(low, high), relation) == where


@pytest.mark.parametrize(
    ("text", "meets"), [("20 %", True), ("20,4 %", False), ("80 %", True), ("79,6 %", False)]
)
def test_the_ends_of_what_two_wide_counts_can_make(text: str, *, meets: bool) -> None:
    count, base = Interval(205, 477), Interval(600, 1000)
    assert hull(count, base) == (Fraction(41, 2), Fraction(159, 2))
    outcome = judge_share(count, base, parse_percent(text)).outcome
    assert (outcome is not Outcome.DISAGREES) == meets


@pytest.mark.parametrize(
    ("count", "base", "ratio", "found"),
    [
        (Interval(3, None), Interval(1, 3), 50, 100),
        (Interval(3, None), Interval(1, 4), 80, 75),
        (Interval(3, 4), Interval(1, 3), 10, 100),
        (Interval(1, 3), Interval(2, None), 120, 100),
    ],
)
def test_the_nearest_ratio_is_of_a_whole_that_holds_the_part(
    count: Interval, base: Interval, ratio: int, found: int
) -> None:
    assert nearest(count, base, Fraction(ratio)) == found


@pytest.mark.parametrize(
    ("count", "outcome", "cut_off"),
    [
        (189, Outcome.DISAGREES, False),
        (190, Outcome.AGREES, False),
        (200, Outcome.AGREES, False),
        (210, Outcome.AGREES, False),
        (211, Outcome.DISAGREES, True),
        (219, Outcome.DISAGREES, True),
        (220, Outcome.DISAGREES, False),
    ],
)
def test_a_percentage_cut_off_to_10_was_at_least_10_and_less_than_11(
    count: int, outcome: Outcome, *, cut_off: bool
) -> None:
    judged = judge_share(exact(count), exact(2000), parse_percent("10 %"))
    assert (judged.outcome, judged.cut_off) == (outcome, cut_off)


@pytest.mark.parametrize(("base", "agrees"), [(66, False), (67, True), (200, True), (201, False)])
def test_the_ends_of_the_bases_that_one_is_a_per_cent_of(base: int, *, agrees: bool) -> None:
    percent = parse_percent("1 %")
    assert (judge_share(exact(1), exact(base), percent).outcome is Outcome.AGREES) == agrees
    reaching = judge_share(exact(1), Interval(base, base + 1), percent).outcome
    assert (reaching is Outcome.MAY_AGREE) == (agrees or base == 66)
    assert count_exists(percent, 1) == 67


@pytest.mark.parametrize(
    ("base", "texts", "reachable"),
    [
        (200, ("33 %", "66 %"), True),  # at most 67 + 133
        (201, ("33 %", "66 %"), False),
        (200, ("34 %", "67 %"), True),  # at least 67 + 133
        (199, ("34 %", "67 %"), False),
    ],
)
def test_the_ends_of_what_joint_percentages_add_up_to(
    base: int, texts: tuple[str, ...], *, reachable: bool
) -> None:
    assert jointly_reachable([parse_percent(text) for text in texts], base) == reachable


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (("50 %", "49 %"), True),  # at most 50,5 + 49,5
        (("50 %", "49 %", "0,0 %"), True),
        (("50 %", "48,9 %"), False),
        (("50 %", "51 %"), True),
        (("50 %", "51,1 %"), False),
        (("knappt 60 %", "50 %"), True),  # at least 50 + 49,5
        (("knappt 60 %", "51 %"), False),
        (("drygt 40 %", "50 %"), True),  # at most 50 + 50,5
        (("drygt 40 %", "49 %"), False),
    ],
)
def test_the_ends_of_what_percentages_add_up_to(texts: tuple[str, ...], *, whole: bool) -> None:
    judged = percents_make_whole([parse_percent(text) for text in texts])
    assert (judged.outcome is not Outcome.DISAGREES) == whole


@pytest.mark.parametrize(
    ("text", "agrees"),
    [("oförändrat", False), ("+1", True), ("+7", True), ("+8", False), ("ökat", True)],
)
def test_the_ends_of_a_difference(text: str, *, agrees: bool) -> None:
    outcome = judge_change(parse_change(text), Interval(5, 8), HIDDEN)
    assert (outcome is not Outcome.DISAGREES) == agrees


@pytest.mark.parametrize(("now", "agrees"), [(298, False), (299, True), (301, True), (302, False)])
def test_the_ends_of_a_change_in_per_cent(now: int, *, agrees: bool) -> None:
    outcome = judge_change(parse_change("+50 %"), exact(now), exact(200))
    assert (outcome is Outcome.AGREES) == agrees


@pytest.mark.parametrize(
    ("now", "before", "text", "agrees"),
    [
        ("39,5 %", "35,9 %", "+3 procentenheter", True),  # at least 3,5
        ("39,6 %", "35,9 %", "+3 procentenheter", False),
        ("39,4 %", "36,0 %", "+4 procentenheter", True),  # at most 3,5
        ("39,3 %", "36,0 %", "+4 procentenheter", False),
    ],
)
def test_the_ends_of_a_change_in_percentage_points(
    now: str, before: str, text: str, *, agrees: bool
) -> None:
    outcome = judge_points(parse_change(text), parse_percent(now), parse_percent(before))
    assert (outcome is not Outcome.DISAGREES) == agrees


@pytest.mark.parametrize(("total", "without"), [(12, 0), (13, 0), (14, 1)])
def test_the_end_of_the_cases_that_choices_can_cover(total: int, without: int) -> None:
    assert cases_without([exact(9), HIDDEN], exact(total)) == without


PAIR = [makes([0, 1], 4), makes([2, 3], 5), makes([0, 2], 6), makes([1, 3], 7)]


@pytest.mark.parametrize(
    ("counts", "number", "low", "high"),
    [
        ([HIDDEN] * 4 + [exact(it) for it in (5, 5, 8, 2)], 0, 4, 4),
        ([HIDDEN] * 4 + [exact(it) for it in (5, 5, 8, 2)], 1, 1, 1),
        ([HIDDEN] * 4 + [exact(it) for it in (6, 5, 7, 4)], 0, 3, 4),
        ([HIDDEN] * 4 + [exact(it) for it in (6, 5, 7, 4)], 3, 1, 2),
        ([HIDDEN] * 4 + [exact(6), exact(5), exact(7), UNKNOWN], 7, 4, 4),
        ([HIDDEN] * 4 + [exact(6), exact(5), UNKNOWN, UNKNOWN], 6, 3, 8),
        ([UNKNOWN, HIDDEN, HIDDEN, HIDDEN] + [UNKNOWN] * 4, 0, 0, None),
        ([UNKNOWN, HIDDEN, HIDDEN, HIDDEN] + [UNKNOWN] * 4, 4, 1, None),
    ],
)
def test_the_ends_of_a_range(
    counts: list[Interval], number: int, low: int, high: int | None
) -> None:
    found = ranges(counts, PAIR, [number])
    assert found is not None
    assert (found.of, found.proved) == ({number: Interval(low, high)}, True)
    widened = [*counts[:number], UNKNOWN, *counts[number + 1 :]]
    for value, possible in ((low, True), (low - 1, False), (NO_END, high is None)):
        if value >= 0:
            stated = [*widened[:number], exact(value), *widened[number + 1 :]]
            kept = counts[number].contains(value) and solvable(stated, PAIR)
            assert kept is possible, value
    if high is not None:
        for value in (high, high + 1):
            stated = [*widened[:number], exact(value), *widened[number + 1 :]]
            kept = counts[number].contains(value) and solvable(stated, PAIR)
            assert kept is (value == high), value


def test_the_ends_of_a_part_of_a_whole() -> None:
    parts = within([0, 1], 2)
    assert solvable([HIDDEN, HIDDEN, exact(2)], [parts])
    assert not solvable([HIDDEN, HIDDEN, exact(1)], [parts])
    found = ranges([HIDDEN, UNKNOWN, exact(9)], [parts], [0, 1])
    assert found is not None
    assert found.of == {0: HIDDEN, 1: Interval(0, 8)}
