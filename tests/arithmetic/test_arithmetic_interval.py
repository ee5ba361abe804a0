from __future__ import annotations

import pytest

from checker.arithmetic.interval import UNKNOWN, Interval, exact, total

FROM_TEN = Interval(10, None)


def test_an_exact_number_has_one_value() -> None:
    assert exact(12) == Interval(12, 12)
    assert exact(12).is_exact
    assert not Interval(12, 13).is_exact
    assert not FROM_TEN.is_exact


def test_what_is_not_known_can_be_any_count() -> None:
    assert Interval(0, None) == UNKNOWN


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (-1, None), (4, 3)])
def test_bounds_that_are_negative_or_reversed_are_refused(low: int, high: int | None) -> None:
    with pytest.raises(ValueError, match=r"^a count is not negative$|^an interval ends"):
        Interval(low, high)


def test_bounds_add() -> None:
    assert Interval(1, 4) + Interval(10, 19) == Interval(11, 23)


@pytest.mark.parametrize(("one", "other"), [(FROM_TEN, Interval(1, 4)), (Interval(1, 4), FROM_TEN)])
def test_a_sum_with_something_unbounded_is_unbounded(one: Interval, other: Interval) -> None:
    assert one + other == Interval(11, None)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Interval(1, 4), Interval(4, 9), Interval(4, 4)),
        (Interval(1, 4), Interval(5, 9), None),
        (Interval(5, 9), Interval(1, 4), None),
        (Interval(1, 9), Interval(3, 5), Interval(3, 5)),
        (FROM_TEN, Interval(1, 10), Interval(10, 10)),
        (FROM_TEN, Interval(1, 9), None),
        (FROM_TEN, Interval(12, None), Interval(12, None)),
    ],
)
def test_intervals_meet_where_both_allow_a_number(
    one: Interval, other: Interval, both: Interval | None
) -> None:
    assert one.meet(other) == both
    assert other.meet(one) == both


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (Interval(2, 4), (2, 3, 4), (1, 5, -3)),
        (FROM_TEN, (10, 11, 10**9), (9, 0)),
        (exact(0), (0,), (-1, 1)),
    ],
)
def test_an_interval_contains_both_of_its_ends(
    interval: Interval, inside: tuple[int, ...], outside: tuple[int, ...]
) -> None:
    assert all(interval.contains(number) for number in inside)
    assert not any(interval.contains(number) for number in outside)


@pytest.mark.parametrize(
    ("interval", "number", "nearest"),
    [
        (Interval(2, 4), 1, 2),
        (Interval(2, 4), 3, 3),
        (Interval(2, 4), 5, 4),
        (FROM_TEN, -1, 10),
        (FROM_TEN, 99, 99),
    ],
)
def test_a_number_outside_is_moved_to_the_nearest_end(
    interval: Interval, number: int, nearest: int
) -> None:
    assert interval.clamp(number) == nearest


def test_a_multiple_multiplies_both_ends() -> None:
    assert Interval(1, 4).times(3) == Interval(3, 12)
    assert FROM_TEN.times(2) == Interval(20, None)


def test_nothing_of_anything_is_zero() -> None:
    assert UNKNOWN.times(0) == exact(0)


def test_a_negative_multiple_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^a count is not negative$"):
        UNKNOWN.times(-1)


def test_the_total_of_intervals_adds_them_all() -> None:
    assert total([exact(21), Interval(1, 4), exact(14)]) == Interval(36, 39)


def test_the_total_of_nothing_is_zero() -> None:
    assert total([]) == exact(0)
