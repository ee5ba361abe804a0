from __future__ import annotations

import pytest

from checker.arithmetic.bounds import Bounds, Budget, OutOfBudgetError
from checker.arithmetic.equations import Equation, contradiction, makes, within
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.linked import BUDGET, Ranges, core, nearest, ranges, solvable
from checker.arithmetic.repair import _refuted, repaired
from checker.arithmetic.search import _searched, solution

HIDDEN = Interval(1, 4)
DIGIT = Interval(0, 9)
PAIR = [makes([0, 1], 4), makes([2, 3], 5), makes([0, 2], 6), makes([1, 3], 7)]

# Rows 1 to 3 make 118: at most 81 of it in columns 4 to 6, and columns 1 to 3 make only 36.
SIDE = range(6)
MARGINS = [40, 39, 39, 12, 12, 12, 12, 12, 12, 40, 39, 39]
CORNER = [DIGIT] * 36 + [exact(it) for it in MARGINS] + [UNKNOWN]
SQUARE = [
    *(makes(range(6 * row, 6 * row + 6), 36 + row) for row in SIDE),
    *(makes(range(column, 36, 6), 42 + column) for column in SIDE),
    makes(range(36, 42), 48),
    makes(range(42, 48), 48),
]
# Each two of three make a sum: no path leads from one equation to the next with the right sign.
TRIANGLE = [makes([0, 1], 3), makes([1, 2], 4), makes([0, 2], 5)]


def triangle(*sums: int) -> list[Interval]:
    return [DIGIT, DIGIT, DIGIT, *map(exact, sums)]


def settled(counts: list[Interval], links: list[Equation]) -> Bounds:
    bounds = Bounds(counts, links, Budget(BUDGET))
    assert bounds.settle()
    return bounds


def test_addends_make_a_whole_or_are_within_it() -> None:
    assert makes([2, 5], 7) == Equation(((2, 1), (5, 1), (7, -1)), 0, 0)
    assert within([2, 5], 7) == Equation(((2, 1), (5, 1), (7, -1)), None, 0)


def test_a_budget_can_be_spent_to_its_end_and_no_further() -> None:
    budget = Budget(3)
    budget.spend(3)
    assert budget.left == 0
    with pytest.raises(OutOfBudgetError):
        budget.spend(1)


def test_without_a_budget_nothing_is_settled() -> None:
    counts = [HIDDEN] * 4 + [exact(it) for it in (5, 5, 8, 2)]
    assert solvable(counts, PAIR, budget=0) is None
    assert ranges(counts, PAIR, [0], budget=0) == Ranges({0: HIDDEN}, proved=False)
    assert nearest(counts, PAIR, 4, 9, budget=0) is None
    assert core([*counts[:7], exact(3)], PAIR, budget=0) is None


@pytest.mark.parametrize(
    ("counts", "links", "truth"),
    [
        (CORNER, SQUARE, False),
        (triangle(3, 3, 4), TRIANGLE, True),
        (triangle(3, 3, 3), TRIANGLE, False),
        ([HIDDEN] * 4 + [exact(it) for it in (6, 5, 7, 4)], PAIR, True),
    ],
)
def test_a_smaller_budget_settles_less_but_never_otherwise(
    counts: list[Interval], links: list[Equation], *, truth: bool
) -> None:
    found = [solvable(counts, links, budget) for budget in range(0, 2000, 7)]
    assert set(found) == {None, truth}
    assert found[-1] is truth
    unsettled = [one for one in found if one is None]
    assert found[: len(unsettled)] == unsettled


def test_ranges_within_a_small_budget_are_never_narrower_than_the_truth() -> None:
    counts = triangle(5, 6, 7)
    truth = ranges(counts, TRIANGLE, range(3))
    assert truth == Ranges({0: exact(3), 1: exact(2), 2: exact(4)}, proved=True)
    for budget in range(0, 400, 3):
        found = ranges(counts, TRIANGLE, range(3), budget)
        assert found is not None
        for number, one in truth.of.items():
            assert found.of[number].meet(one) == one
        assert not found.proved or found == truth


def test_a_contradiction_within_a_small_budget_has_perhaps_equations_to_spare() -> None:
    sizes = set()
    for budget in range(0, 6000, 50):
        found = core(CORNER, SQUARE, budget)
        if found is not None:
            assert solvable(CORNER, [SQUARE[one] for one in found]) is False
            sizes.add(len(found))
    assert min(sizes) < max(sizes)


def test_bounds_alone_do_not_see_what_only_all_lines_show_together() -> None:
    settled(CORNER, SQUARE)
    assert solvable(CORNER, SQUARE) is False
    one_less = [*CORNER[:36], exact(39), *CORNER[37:45], exact(39), *CORNER[46:]]
    assert solvable(one_less, SQUARE) is True
    assert ranges(CORNER, SQUARE, [0]) is None


@pytest.mark.parametrize(
    ("factor", "hollow"), [(1, frozenset[int]()), (2, frozenset([0])), (3, frozenset([0]))]
)
def test_a_count_of_which_only_the_ends_are_possible_is_hollow(
    factor: int, hollow: frozenset[int]
) -> None:
    counts = [UNKNOWN, Interval(0, 1)]
    found = ranges(counts, [Equation(((0, 1), (1, -factor)))], [0])
    assert found == Ranges({0: Interval(0, factor)}, proved=True, hollow=hollow)


def test_counts_whose_bounds_contradict_each_other_have_no_ranges() -> None:
    assert ranges([exact(2), exact(3), exact(6)], [makes([0, 1], 2)], [0]) is None


def test_an_equation_that_narrowed_but_is_not_needed_is_left_out_of_the_conflict() -> None:
    counts = [Interval(0, 100), Interval(0, 8), exact(0)]
    links = [
        Equation(((0, 1),), 3, 3),
        Equation(((0, 1), (2, 1)), 4, 4),
        Equation(((0, 1), (1, 1)), 10, 10),  # the first is at least 2
    ]
    bounds = Bounds(counts, links, Budget(BUDGET))
    assert not bounds.settle()
    assert bounds.used == {0, 1, 2}
    assert core(counts, links) == [0, 1]


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ([(5, None), (3, None), (None, 4)], (0, 2)),
        ([(3, None), (5, None), (None, 4)], (1, 2)),
        ([(None, 4), (5, None)], (1, 0)),
        ([(5, None), (None, 5)], None),
        ([(3, None), (None, 4), (3, None), (None, 2)], (0, 3)),
    ],
)
def test_the_same_sum_that_must_be_more_and_less_is_a_contradiction(
    links: list[tuple[int | None, int | None]], found: tuple[int, int] | None
) -> None:
    sums = ((0, 1), (1, -1))
    assert contradiction([Equation(sums, *ends) for ends in links]) == found
    other = [Equation(((number, 1),), *ends) for number, ends in enumerate(links)]
    assert contradiction(other) is None


def test_the_conflict_of_a_corner_is_named_without_a_line_to_spare() -> None:
    found = core(CORNER, SQUARE)
    assert found is not None
    assert not solvable(CORNER, [SQUARE[one] for one in found])
    for one in found:
        assert solvable(CORNER, [SQUARE[other] for other in found if other != one])


def test_the_sums_of_rows_and_columns_that_differ_contradict_each_other() -> None:
    margins = [exact(it) for it in (6, 5, 7, 5)]
    assert solvable([*[HIDDEN] * 4, *margins], PAIR) is False
    whole = [*PAIR, makes([4, 5], 8), makes([6, 7], 8)]
    counts = [*[HIDDEN] * 4, *margins, UNKNOWN]
    assert not Bounds(counts, whole, Budget(BUDGET)).settle()
    assert core(counts, whole) in ([4, 5], [0, 1, 2, 3])


def test_what_no_path_settles_is_searched() -> None:
    assert repaired(settled(triangle(3, 3, 3), TRIANGLE), [0] * 6) == (None, False)
    assert solvable(triangle(3, 3, 3), TRIANGLE) is False
    assert core(triangle(3, 3, 3), TRIANGLE) == [0, 1, 2]
    assert solution(settled(triangle(3, 3, 4), TRIANGLE)) == [2, 1, 2, 3, 3, 4]
    assert ranges(triangle(3, 3, 3), TRIANGLE, [0]) is None


def test_what_has_no_end_refutes_nothing() -> None:
    twice = [Equation(((0, 2), (1, 2)), 4, None)]
    assert repaired(settled([UNKNOWN, UNKNOWN], twice), [0, 0]) == (None, False)
    assert solvable([UNKNOWN, UNKNOWN], twice) is True


@pytest.mark.parametrize(
    ("equation", "way", "refuted"),
    [
        (Equation(((0, 1),), 9, None), 1, False),
        (Equation(((0, 1),), 10, None), 1, True),
        (Equation(((0, 1),), None, 1), -1, False),
        (Equation(((0, 1),), None, 0), -1, True),
    ],
)
def test_equations_are_refuted_just_beyond_what_the_bounds_allow(
    equation: Equation, way: int, *, refuted: bool
) -> None:
    bounds = Bounds([Interval(1, 9)], [equation], Budget(BUDGET))
    assert _refuted(bounds, {0: way}) is refuted


def test_only_single_steps_are_taken() -> None:
    twice = [Equation(((0, 2), (1, 1)), 9, 9)]
    assert repaired(settled([Interval(0, 3), DIGIT], twice), [0, 3]) == ([0, 9], True)


def test_mending_one_equation_never_takes_another_too_far() -> None:
    links = [Equation(((0, 2), (2, 1)), 0, 3), Equation(((0, 1), (1, 1)), 3, 3)]
    values, known = repaired(settled([DIGIT, DIGIT, DIGIT], links), [0, 0, 2])
    assert known
    assert values is not None
    assert 2 * values[0] + values[2] <= 3
    assert values[0] + values[1] == 3


def test_a_guess_that_is_true_is_kept() -> None:
    counts = [HIDDEN] * 4 + [exact(it) for it in (6, 5, 7, 4)]
    for values in ([3, 3, 4, 1, 6, 5, 7, 4], [4, 2, 3, 2, 6, 5, 7, 4]):
        assert repaired(settled(counts, PAIR), values) == (values, True)
        assert solution(settled(counts, PAIR), values) == values


def test_a_guess_outside_the_bounds_is_brought_within_them() -> None:
    counts = [UNKNOWN, Interval(2, 5), exact(9)]
    values, known = repaired(settled(counts, [makes([0, 1], 2)]), [90, 0, 0])
    assert known
    assert values is not None
    assert values[0] + values[1] == 9
    assert 2 <= values[1] <= 5


def test_a_figure_beyond_every_end_is_never_proved() -> None:
    """One more than the other, and the other one more: bounds rise for ever."""
    rising = [Equation(((0, 1), (1, -1)), 1, 1), Equation(((1, 1), (0, -1)), 1, 1)]
    assert solvable([UNKNOWN, UNKNOWN], rising) is None
    assert ranges([UNKNOWN, UNKNOWN], rising, [0]) is not None


def test_that_nothing_bounds_a_count_is_proved_or_not_said() -> None:
    """The second of three is what the third has more than the first: 5, but no bounds show it."""
    links = [makes([0, 1], 2), Equation(((2, 1), (0, -1)), 5, 5)]
    found = ranges([UNKNOWN, UNKNOWN, UNKNOWN], links, [1])
    assert found is not None
    assert not found.proved
    free = ranges([UNKNOWN, HIDDEN, UNKNOWN], [makes([0, 1], 2)], [0, 1, 2])
    expected = {0: UNKNOWN, 1: HIDDEN, 2: Interval(1, None)}
    assert free == Ranges(expected, proved=True)


@pytest.mark.parametrize(
    ("stated", "expected"), [(0, 3), (2, 3), (3, 3), (5, 5), (7, 7), (8, 7), (99, 7), (-4, 3)]
)
def test_the_nearest_possible_value_is_the_stated_one_where_that_is_possible(
    stated: int, expected: int
) -> None:
    counts = [exact(2), Interval(1, 5), exact(50)]
    assert nearest(counts, [makes([0, 1], 2)], 2, stated) == expected


def test_of_two_values_that_are_equally_near_the_lower_is_told() -> None:
    links = [Equation(((0, 2), (1, -1)))]
    assert nearest([DIGIT, exact(0)], links, 1, 7) == 6
    assert nearest([DIGIT, exact(0)], links, 1, 8) == 8
    assert nearest([DIGIT, exact(0)], links, 1, 99) == 18


def test_the_nearest_value_can_lie_on_either_side_of_one_that_is_impossible() -> None:
    links = [Equation(((0, 3), (1, -1)))]
    found = [nearest([DIGIT, exact(0)], links, 1, stated) for stated in range(6, 13)]
    assert found == [6, 6, 9, 9, 9, 12, 12]
    both = [Equation(((0, 2), (1, 3), (2, -1)))]
    found = [nearest([DIGIT, DIGIT, exact(0)], both, 2, stated) for stated in (100, 44, 42, 1)]
    assert found == [45, 43, 42, 0]
    halves = [Equation(((0, 2), (1, 3), (2, -2)))]
    found = [nearest([DIGIT, DIGIT, exact(0)], halves, 2, stated) for stated in (100, 21, 1)]
    assert found == [21, 21, 1]


def test_an_end_that_is_impossible_is_passed_by_one_step_at_a_time() -> None:
    """Twice the one and thrice the other make 7 to 12, or 13: the ends are found between."""
    for whole, ends in ((13, (2, 5)), (12, (0, 6)), (7, (2, 2)), (11, (1, 4)), (10, (2, 5))):
        links = [Equation(((0, 2), (1, 3)), whole, whole)]
        found = ranges([DIGIT, DIGIT], links, [0])
        # Every third value is possible: 0, 3 and 6, but of 2 to 5 only the ends.
        hollow = frozenset([0]) if ends[1] - ends[0] == 3 else frozenset[int]()
        assert found == Ranges({0: Interval(*ends)}, proved=True, hollow=hollow)


def test_there_is_no_nearest_value_where_the_others_contradict_each_other() -> None:
    assert nearest([exact(3), exact(4), UNKNOWN], [within([1], 0)], 2, 5) is None
    assert nearest([*triangle(3, 3, 3), exact(1)], TRIANGLE, 6, 5) is None


@pytest.mark.parametrize(
    ("low", "high", "truth"),
    [(1, None, False), (0, None, True), (None, -1, False), (None, 0, True), (None, None, True)],
)
def test_an_equation_without_terms_may_have_one_end(
    low: int | None, high: int | None, *, truth: bool
) -> None:
    assert solvable([], [Equation((), low, high)]) is truth
    assert Bounds([], [Equation((), low, high)], Budget(BUDGET)).settle() is truth


@pytest.mark.parametrize(
    ("low", "high", "left"), [(None, 9, 99), (9, None, 99), (None, 8, 94), (10, None, 94)]
)
def test_an_equation_too_wide_to_narrow_anything_costs_one(
    low: int | None, high: int | None, left: int
) -> None:
    bounds = Bounds([DIGIT, DIGIT], [Equation(((0, 1), (1, 1)), low, high)], Budget(100))
    assert bounds.settle()
    assert bounds.budget.left == left


def test_an_equation_of_counts_that_are_known_costs_one() -> None:
    bounds = Bounds([exact(2), exact(3), exact(5)], [makes([0, 1], 2)], Budget(100))
    assert bounds.settle()
    assert bounds.budget.left == 99


def test_equations_without_terms_hold_or_do_not() -> None:
    assert solvable([exact(1)], [Equation(())]) is True
    assert solvable([exact(1)], [Equation((), low=1, high=None)]) is False
    assert core([exact(1)], [Equation(()), Equation((), low=1, high=None)]) == [1]


NARROWED: list[tuple[list[Interval], Equation, list[Interval]]] = [
    ([DIGIT], Equation(((0, 1),), 0, 8), [Interval(0, 8)]),
    ([DIGIT], Equation(((0, 1),), 1, None), [Interval(1, 9)]),
    ([DIGIT], Equation(((0, 2),), 3, 7), [Interval(2, 3)]),
    ([DIGIT], Equation(((0, -2),), -7, -3), [Interval(2, 3)]),
    ([DIGIT], Equation(((0, -2),), -8, -4), [Interval(2, 4)]),
    ([DIGIT, exact(4)], Equation(((0, 3), (1, -1)), None, 3), [Interval(0, 2), exact(4)]),
    ([UNKNOWN, exact(3)], makes([0], 1), [exact(3), exact(3)]),
    ([HIDDEN, UNKNOWN], makes([0], 1), [HIDDEN, HIDDEN]),
    ([UNKNOWN, exact(4)], within([0], 1), [Interval(0, 4), exact(4)]),
    ([exact(4), UNKNOWN], within([0], 1), [exact(4), Interval(4, None)]),
    ([UNKNOWN, UNKNOWN, exact(9)], makes([0, 1], 2), [DIGIT, DIGIT, exact(9)]),
    ([UNKNOWN, HIDDEN, UNKNOWN], makes([0, 1], 2), [UNKNOWN, HIDDEN, Interval(1, None)]),
    ([DIGIT, DIGIT, exact(17)], makes([0, 1], 2), [Interval(8, 9), Interval(8, 9), exact(17)]),
]


@pytest.mark.parametrize(("counts", "equation", "narrowed"), NARROWED)
def test_an_equation_narrows_its_counts_as_far_as_it_goes_and_no_further(
    counts: list[Interval], equation: Equation, narrowed: list[Interval]
) -> None:
    bounds = settled(counts, [equation])
    assert [*map(Interval, bounds.low, bounds.high)] == narrowed
    assert bounds.used == ({0} if narrowed != counts else set())


@pytest.mark.parametrize(("budget", "left"), [(8, 0), (9, 1), (7, None)])
def test_each_look_at_an_equation_costs_one_and_each_term_one(
    budget: int, left: int | None
) -> None:
    """Three terms are narrowed, then looked at again."""
    bounds = Bounds([DIGIT, DIGIT, exact(3)], [makes([0, 1], 2)], Budget(budget))
    if left is None:
        with pytest.raises(OutOfBudgetError):
            bounds.settle()
    else:
        assert bounds.settle()
        assert bounds.budget.left == left


def test_a_guess_costs_one_for_each_count_and_each_term_on_the_way() -> None:
    for budget, guess in ((3, [1, 2, 3]), (6, [0, 0, 3])):
        for short in (0, 1):
            bounds = settled([DIGIT, DIGIT, exact(3)], [makes([0, 1], 2)])
            bounds.budget.left = budget - short
            if short:
                with pytest.raises(OutOfBudgetError):
                    repaired(bounds, guess)
            else:
                assert repaired(bounds, guess)[1]
                assert bounds.budget.left == 0


def test_a_path_that_comes_back_to_its_beginning_mends_nothing() -> None:
    """Two equations that share their counts: what one gains by the other, it loses again."""
    counts = [Interval(0, 2), Interval(1, 5), Interval(2, 3), Interval(0, 1)]
    links = [
        Equation(((0, 2), (1, 1), (2, 1), (3, 3)), 9, 9),
        Equation(((3, 2), (2, 3), (0, -1), (1, -1)), 5, 7),
        Equation(((3, 1), (2, 3), (0, -1), (1, 1)), 9, None),
    ]
    found = ranges(counts, links, range(4))
    assert found is not None
    assert found.proved


def test_a_count_can_be_restricted_to_its_ends_and_not_beyond() -> None:
    bounds = settled([DIGIT, UNKNOWN], [])
    assert bounds.restrict(0, 9, 20)
    assert (bounds.low[0], bounds.high[0]) == (9, 9)
    assert not bounds.restrict(0, 10, None)
    assert not bounds.restrict(0, 0, 8)
    assert bounds.restrict(1, 3, None)
    assert bounds.restrict(1, 0, 3)
    assert (bounds.low[1], bounds.high[1]) == (3, 3)


def test_how_far_an_equation_is_from_its_goal_is_known_only_where_it_has_one_and_an_end() -> None:
    links = [makes([0, 1], 2), within([0], 1), makes([0], 3), makes([3], 0)]
    bounds = Bounds([HIDDEN, DIGIT, exact(7), UNKNOWN], links, Budget(BUDGET))
    assert [bounds.need(one) for one in range(4)] == [(6, 12), None, None, None]


def test_search_alone_finds_the_one_solution_among_very_many() -> None:
    for wanted in ((9, 0, 9), (0, 9, 0), (4, 5, 6), (0, 0, 1)):
        sums = (wanted[0] + wanted[1], wanted[1] + wanted[2], wanted[0] + wanted[2])
        bounds = settled(triangle(*sums), TRIANGLE)
        assert _searched(bounds) == [*wanted, *sums]
        assert ranges(triangle(*sums), TRIANGLE, range(3)) == Ranges(
            {number: exact(value) for number, value in enumerate(wanted)}, proved=True
        )


def test_steps_are_undone_in_full() -> None:
    bounds = settled([HIDDEN] * 4 + [exact(it) for it in (6, 5, 7, 4)], PAIR)
    before = (bounds.low.copy(), bounds.high.copy(), [bounds.need(one) for one in range(4)])
    mark = bounds.mark()
    assert bounds.restrict(0, 4, 4)
    assert bounds.settle()
    assert bounds.low[1] == bounds.high[1] == 2
    bounds.undo(mark)
    assert (bounds.low, bounds.high, [bounds.need(one) for one in range(4)]) == before
    assert bounds.settle()
    assert bounds.low == before[0]
