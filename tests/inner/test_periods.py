"""Which period comes before another, and how long periods are."""

from __future__ import annotations

from datetime import date

import pytest

from checker.dates import Days
from checker.periods import a_year_before, comes_right_before, length, same_length


def days(text: str) -> Days:
    first, last = (date.fromisoformat(day) for day in text.split("/"))
    return Days(first, last)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024-01-01/2024-12-31", "2023-01-01/2023-12-31"),
        ("2023-09-01/2024-08-31", "2022-09-01/2023-08-31"),
        ("2024-01-01/2024-06-30", "2023-01-01/2023-06-30"),
        ("2024-04-01/2024-06-30", "2023-04-01/2023-06-30"),
        ("2024-01-01/2024-08-31", "2023-01-01/2023-08-31"),
        # The end of February, with and without a leap day.
        ("2023-03-01/2024-02-29", "2022-03-01/2023-02-28"),
        ("2024-03-01/2025-02-28", "2023-03-01/2024-02-29"),
        ("2024-02-01/2024-02-29", "2023-02-01/2023-02-28"),
        ("2024-02-01/2024-02-28", "2023-02-01/2023-02-28"),
        ("2025-02-01/2025-02-28", "2024-02-01/2024-02-29"),
        ("2024-02-29/2024-03-28", "2023-03-01/2023-03-28"),
    ],
)
def test_a_year_before_has_the_same_days(period: str, before: str) -> None:
    assert a_year_before(days(period)) == days(before)


@pytest.mark.parametrize("period", ["0001-01-01/0001-12-31", "2024-01-01/9999-12-31"])
def test_nothing_comes_before_the_calendar_or_can_follow_it(period: str) -> None:
    assert a_year_before(days(period)) is None


@pytest.mark.parametrize(
    ("earlier", "later", "right_before"),
    [
        ("2023-01-01/2023-12-31", "2024-01-01/2024-12-31", True),
        ("2023-07-01/2024-02-29", "2024-03-01/2024-08-31", True),
        ("2023-01-01/2023-12-30", "2024-01-01/2024-12-31", False),
        ("2023-01-01/2024-01-01", "2024-01-01/2024-12-31", False),
        ("2024-01-01/2024-12-31", "2023-01-01/2023-12-31", False),
        ("2024-01-01/9999-12-31", "2024-01-01/2024-12-31", False),
    ],
)
def test_one_comes_right_before_another(earlier: str, later: str, *, right_before: bool) -> None:
    assert comes_right_before(days(earlier), days(later)) is right_before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2023-01-01/2023-12-31", "2024-01-01/2024-12-31", True),  # 365 and 366 days
        ("2024-01-01/2024-06-30", "2023-07-01/2023-12-31", True),  # 182 and 184
        ("2024-01-15/2024-02-14", "2024-02-15/2024-03-14", True),
        ("2024-01-01/2024-03-31", "2024-04-01/2024-06-30", True),
        ("2024-01-01/2024-12-31", "2023-07-01/2023-12-31", False),
        ("2024-01-02/2024-12-31", "2023-01-02/2023-12-31", False),  # 365 and 364 days
        ("2024-01-03/2024-01-12", "2024-03-03/2024-03-12", True),
        ("2024-01-01/2024-01-31", "2024-03-02/2024-04-01", True),  # a month, and 31 days
        ("2024-01-01/9999-12-31", "2024-01-01/2024-12-31", False),
    ],
)
def test_whole_months_are_compared_as_months_and_all_else_as_days(
    one: str, other: str, *, same: bool
) -> None:
    assert same_length(days(one), days(other)) is same
    assert same_length(days(other), days(one)) is same


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024-01-01/2024-12-31", "12 månader"),
        ("2024-02-01/2024-02-29", "1 månad"),
        ("2024-02-01/2024-02-28", "28 dagar"),
        ("2024-05-05/2024-05-05", "1 dag"),
        ("2023-01-01/2024-06-30", "18 månader"),
    ],
)
def test_a_length_in_words(period: str, words: str) -> None:
    assert length(days(period)) == words
