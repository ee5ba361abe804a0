"""What rows and columns are called by time."""

from __future__ import annotations

from datetime import date

import pytest

from checker.dates import Days
from checker.times import is_at_most_a_year, is_time, is_year_of, latest


@pytest.mark.parametrize(
    "name",
    [
        *("Kvartal 1", "kvartal 4", "Q1", "q3", "kv 1", "Kv. 2", "kv4", "K1", "1:a kvartalet"),
        *("Första kvartalet", "fjärde kvartalet", "Kvartal 1 2024", "Q1-24", "2024 Q1", "Q1/2024"),
        *("januari", "Jan", "jan-mars", "januari – mars", "Mars 2024", "31 mars", "den 30 juni"),
        *(
            "31/12",
            "31 december 2024",
            "2024",
            "2024-03",
            "2024-03-31",
            "Tertial 1",
            "T2",
            "halvår 1",
        ),
        *("första halvåret", "vecka 12", "v. 7"),
    ],
)
def test_a_year_or_a_piece_of_one_is_a_time(name: str) -> None:
    assert is_time(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", "SoL", "LSS", "Kvartalssamtal", "Kvartal 5", "Q", "Kvartal", "12", "3120", "Marsvin"),
        *("Bemötande 1", "Väntat mer än 31 dagar", "Juni boende", "Q1 och Q2", "q" * 100_000),
    ],
)
def test_everything_else_is_none(name: str) -> None:
    assert not is_time(name)


@pytest.mark.parametrize(
    ("years", "place"),
    [((), None), ((None,), None), ((2024, 2023), 0), ((2023, None, 2024), 2), ((None, 2020), 1)],
)
def test_the_latest_year_has_a_place(years: tuple[int | None, ...], place: int | None) -> None:
    assert latest(years) == place


def test_a_split_year_is_called_by_either_of_its_two() -> None:
    split = Days(date(2023, 9, 1), date(2024, 8, 31))
    assert [year for year in range(2020, 2027) if is_year_of(year, split)] == [2023, 2024]


@pytest.mark.parametrize(
    ("last", "fits"),
    [(date(2024, 8, 31), True), (date(2024, 12, 31), True), (date(2025, 1, 1), False)],
)
def test_a_column_of_a_year_holds_no_longer_period(
    last: date,
    fits: bool,  # noqa: FBT001
) -> None:
    assert is_at_most_a_year(Days(date(2024, 1, 1), last)) is fits
