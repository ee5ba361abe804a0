from __future__ import annotations

from datetime import date

import pytest

from checker.dates import DateError, Days, parse_days


def days(first: str, last: str = "") -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


YEAR = days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-01-12", "2024-01-12", "2024-01-12"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("12 januari 2024", "2024-01-12", "2024-01-12"),
        ("1 december 2024", "2024-12-01", "2024-12-01"),
        ("juni 2024", "2024-06-01", "2024-06-30"),
        ("  12   Januari\n2024 ", "2024-01-12", "2024-01-12"),
        ("våren 2024", "2024-01-01", "2024-06-30"),
        ("Vår 2024", "2024-01-01", "2024-06-30"),
        ("sommaren 2024", "2024-05-01", "2024-09-30"),
        ("hösten 2024", "2024-07-01", "2024-12-31"),
        ("höst 2023", "2023-07-01", "2023-12-31"),
    ],
)
def test_a_printed_date_is_the_days_that_it_may_mean(text: str, first: str, last: str) -> None:
    assert parse_days(text) == days(first, last)


def test_every_month_has_its_name() -> None:
    names = (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    )
    read = [parse_days(f"7 {name} 2024") for name in names]
    assert read == [days(f"2024-{number:02}-07") for number in range(1, 13)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-13-01",
        "2024-00",
        "2024-02-30",
        "2023-02-29",
        "0000",
        "24-01-12",
        "2024-1-1",
        "2024-01-",
        "20240112",
        "2024/01/12",
        "12.1.2024",
        "31 april 2024",
        "0 maj 2024",
        "12 våren 2024",
        "vintern 2024",
        "löpande",
        "mitten av mars",
        "mars",
        "2024-01-01 – 2024-03-31",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_days(text)
    assert str(caught.value) == text


def test_a_day_is_exact_and_a_month_is_not() -> None:
    assert parse_days("2024-01-12").exact
    assert not parse_days("2024-01").exact


@pytest.mark.parametrize(
    ("text", "printed"),
    [("12 januari 2024", "2024-01-12"), ("januari 2024", "2024-01-01–2024-01-31")],
)
def test_days_are_written_as_one_day_or_two(text: str, printed: str) -> None:
    assert str(parse_days(text)) == printed


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2024-01-13", "2024-01-12", True),
        ("2024-01-12", "2024-01-12", False),
        ("2024-02", "2024-01-31", True),
        ("2024-02", "2024-02-01", False),
        ("2024-02-29", "2024-02", False),
        ("2024-03-01", "2024-02", True),
    ],
)
def test_a_date_is_surely_after_when_every_day_of_it_is(one: str, other: str, after: bool) -> None:  # noqa: FBT001
    assert parse_days(one).surely_after(parse_days(other)) is after


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("2023-12-31", True),
        ("2024-01-01", False),
        ("2024-12-31", False),
        ("2025-01-01", True),
        ("2023", True),
        ("2024", False),
        ("2025", True),
        ("2024-06", False),
    ],
)
def test_a_date_is_surely_outside_when_no_day_of_it_is_in_the_period(
    text: str,
    outside: bool,  # noqa: FBT001
) -> None:
    assert parse_days(text).surely_outside(YEAR) is outside
    assert parse_days(text).overlaps(YEAR) is not outside


def test_a_date_that_reaches_into_the_period_overlaps_it() -> None:
    broken_year = days("2023-09-01", "2024-08-31")
    assert broken_year.overlaps(YEAR)
    assert YEAR.overlaps(broken_year)
