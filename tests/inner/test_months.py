"""Months are counted by the calendar, and the order of dates gives one finding for one mistake."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dates import months_later

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MONTHS = st.integers(0, 48)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-02-12", 2, "2024-04-12"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2024-12-30", 2, "2025-02-28"),
        ("2024-12-28", 2, "2025-02-28"),
        ("2024-07-31", 2, "2024-09-30"),
        ("2024-08-31", 2, "2024-10-31"),
        ("2024-11-30", 2, "2025-01-30"),
        ("2024-10-31", 2, "2024-12-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-01-31", 0, "2024-01-31"),
        ("9999-11-30", 1, "9999-12-30"),
        ("9999-11-30", 2, "9999-12-31"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(DAYS, MONTHS)
def test_the_day_is_kept_where_the_month_has_it_and_else_the_last_one_is_taken(
    day: date, months: int
) -> None:
    later = months_later(day, months)
    passed = (later.year - day.year) * 12 + later.month - day.month
    assert passed == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@given(DAYS, MONTHS)
def test_a_later_day_never_has_an_earlier_limit(day: date, months: int) -> None:
    following = day + timedelta(days=1)
    assert months_later(day, months) <= months_later(following, months)


@given(st.lists(DAYS, min_size=4, max_size=4, unique=True), st.integers(0, 3), DAYS)
def test_one_wrong_date_among_four_is_one_finding(
    bench: Bench, days: list[date], place: int, wrong: date
) -> None:
    fields = ["inträffade", "inkom", "utredning_klar", "beslut"]
    written = sorted(days)
    written[place] = wrong
    lines = "".join(f"      {name}: {day}\n" for name, day in zip(fields, written, strict=True))
    text = f"lex_sarah:\n  ärenden:\n    - nr: 1\n{lines}"
    rule = bench.rule(
        check="date_order",
        parameters={"items": ["**.ärenden[*]"], "fields": fields, "names": fields},
        message="{tidigare} {senare}",
    )
    assert len(bench.judge(text, rule).findings) == (written != sorted(written))


def test_two_dates_that_are_wrong_are_two_findings(bench: Bench) -> None:
    rule = bench.rule(
        check="date_order",
        parameters={
            "items": ["**.ärenden[*]"],
            "fields": ["inträffade", "inkom", "utredning_klar", "beslut"],
            "names": ["a", "b", "c", "d"],
        },
        message="{tidigare} {senare}",
    )
    text = """
    lex_sarah:
      ärenden:
        - inträffade: 2024-02-02
          inkom: 2024-01-01
          utredning_klar: 2024-05-05
          beslut: 2024-04-04
    """
    assert [one.message for one in bench.judge(text, rule).findings] == ["a b", "c d"]
