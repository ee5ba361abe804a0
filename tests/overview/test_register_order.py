"""In what order the cases stand, how many days they took, and the sums of them."""

from __future__ import annotations

from datetime import date, timedelta
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.arithmetic.interval import Interval
from checker.dates import Days, parse_days
from checker.overview.case_days import days_between
from checker.overview.cases import ASSESSED, RISK_AS_PRINTED, SERIOUS
from checker.overview.page import MISSING, State
from checker.overview.register import register
from tests.overview.small_reports import cells, head, judged, report
from tests.overview.test_register import UNTESTED, listed

FIRST = date(2023, 12, 1)
PRINTED = (*ASSESSED, RISK_AS_PRINTED, "inget missförhållande", "utredning pågår", "")
dates = st.integers(0, 800).map(lambda days: FIRST + timedelta(days))
coarse = dates.flatmap(
    lambda day: st.sampled_from([str(day), f"{day:%Y-%m}", f"{day:%Y}", f"våren {day:%Y}"])
)


def case(number: object, assessment: str, received: str = "") -> str:
    return f"- nr: {number}\n  bedömning: {assessment}\n  inkom: {received}\n"


def days(*fields: str, year: int = 2024, more: str = "") -> str:
    text = "- nr: 1\n" + "".join(f"  {field}\n" for field in fields)
    table, _ = register(report(listed(text) + more, year))
    return cells(table, table.rows[0])["days"]


def order(text: str) -> list[str]:
    table, _ = register(report(text))
    return [cells(table, row)["number"] for row in table.rows]


def test_serious_cases_come_first_then_the_oldest_open_then_the_rest_by_date() -> None:
    text = listed(
        case("rest-2", "missförhållande", "2024-02"),
        case("open-2", "utredning pågår", "2024-05-02"),
        case("rest-undated", "inget missförhållande"),
        case("serious-2", "påtaglig risk för allvarligt missförhållande", "2024-06-01"),
        case("open-1", "utredning pågår", "2024-05-01"),
        case("unread", "ganska illa"),
        case("rest-1", "", "2024-01-31"),
        case("open-undated", "utredning pågår"),
        case("serious-1", "allvarligt missförhållande", "2023"),
        "- nr: rest-3\n  bedömning: missförhållande\n  beslut: 2024-03\n",
    )
    assert order(text) == [
        *("serious-1", "serious-2", "unread", "open-1", "open-2", "open-undated"),
        *("rest-1", "rest-2", "rest-3", "rest-undated"),
    ]


@given(st.lists(st.tuples(st.sampled_from(PRINTED), st.just("") | coarse), max_size=9))
def test_no_case_stands_before_one_that_matters_more_and_none_is_lost(
    told: list[tuple[str, str]],
) -> None:
    text = listed(*(case(index, *one) for index, one in enumerate(told)))
    found = [int(number) for number in order(text)]
    assert sorted(found) == list(range(len(told)))

    def rank(index: int) -> tuple[int, date, date, int]:
        assessment, received = told[index]
        when = parse_days(received) if received else Days(date.max, date.max)
        group = 0 if assessment in SERIOUS else 1 if assessment == "utredning pågår" else 2
        return group, when.first, when.last, index

    assert found == sorted(found, key=rank)


def test_the_cases_of_several_reports_stand_in_one_order() -> None:
    older = head(2023) + listed(case(1, "utredning pågår", "2023-11-01"))
    newer = head(2024) + listed(
        case(1, "missförhållande", "2023-11-01"), case(2, "allvarligt missförhållande")
    )
    table, sums = register(judged(older, newer))
    told = [(row["report"], row["number"]) for row in (cells(table, row) for row in table.rows)]
    assert told == [("b.yaml", "2"), ("a.yaml", "1"), ("b.yaml", "1")]
    assert [[cell.text for cell in row.cells] for row in sums.rows] == [
        ["a.yaml"],
        [MISSING, "0", "0", "0", "0", "0", "1", "0", "0", "1"],
        ["Totalt", "0", "0", "0", "0", "0", "1", "0", "0", "1"],
        ["b.yaml"],
        [MISSING, "1", "0", "1", "0", "0", "0", "0", "0", "2"],
        ["Totalt", "1", "0", "1", "0", "0", "0", "0", "0", "2"],
    ]


@pytest.mark.parametrize(
    ("received", "decided", "expected"),
    [
        ("2024-02-28", "2024-03-01", "2"),
        ("2023-02-28", "2023-03-01", "1"),
        ("2024-01-01", "2025-01-01", "366"),
        ("2024-05-05", "2024-05-05", "0"),
        ("2024-02", "2024-03-01", "1–29"),
        ("2023-02", "2023-03-01", "1–28"),
        ("2024-02-10", "2024-02", "0–19"),
        ("2024-02", "2024-02", "0–28"),
        ("2023", "2024-02-01", "32–396"),
        ("våren 2024", "2024-08-01", "32–213"),
        ("12 januari 2024", "2024-01-31", "19"),
        ("1900-01-01", "2024-01-01", "45\u00a0290"),
        ("2024-03-02", "2024-03-01", f"{UNTESTED}: ärendet slutar innan det börjar"),
        ("2024-03-02", "2024-02", f"{UNTESTED}: ärendet slutar innan det börjar"),
        ("", "2024-03-01", MISSING),
        ("2024-03-01", "", MISSING),
        ("i våras", "2024-03-01", UNTESTED),
        ("2024-03-01", "2024-02-30", UNTESTED),
    ],
)
def test_days_run_to_the_decision_as_exactly_as_the_dates_tell(
    received: str, decided: str, expected: str
) -> None:
    fields = (f"inkom: {received}", f"beslut: {decided}", "bedömning: missförhållande")
    assert days(*fields).replace(" ", "\u00a0") == expected.replace(" ", "\u00a0")


def test_days_run_to_the_end_of_the_investigation_where_no_decision_is_told() -> None:
    assert days("inkom: 2024-01-01", "utredning_klar: 2024-01-31") == "30"
    both = ("inkom: 2024-01-01", "utredning_klar: 2024-01-31", "beslut: 2024-02-01")
    assert days(*both) == "31"
    table, _ = register(report(listed("- utredning_klar: 2024-01-31\n")))
    assert cells(table, table.rows[0])["decided"] == "utredningen klar 2024-01-31"


@pytest.mark.parametrize(
    ("received", "year", "expected"),
    [
        ("2024-12-31", 2024, "0"),
        ("2023-12-31", 2024, "366"),
        ("2022-12-31", 2023, "365"),
        ("2024-12", 2024, "0–30"),
        ("2024", 2024, "0–365"),
        ("2023-06-30", 2024, "550"),
        ("", 2024, MISSING),
        ("2025-01-01", 2024, f"{UNTESTED}: rapporten kom in efter periodens slut"),
    ],
)
def test_open_days_run_to_the_end_of_the_period(received: str, year: int, expected: str) -> None:
    found = days(f"inkom: {received}", "bedömning: utredning pågår", year=year)
    assert found == expected


def test_open_days_run_to_the_end_of_the_period_of_the_part() -> None:
    period = "  period:\n    från: 2024-01-01\n    till: 2024-08-31\n"
    fields = ("inkom: 2024-08-01", "bedömning: utredning pågår")
    assert days(*fields, more=period) == "30"


def test_an_open_case_with_an_end_is_not_counted() -> None:
    words = f"{UNTESTED}: utredningen sägs pågå, men har ett slutdatum"
    assert days("inkom: 2024-01-01", "beslut: 2024-02-01", "bedömning: utredning pågår") == words


def test_open_days_need_a_period_that_can_be_read() -> None:
    text = listed(case(1, "utredning pågår", "2024-01-01"))
    whole = head()
    for period, told in (
        ("", MISSING),
        ("  period:\n    från: 2024-01-01\n    till: snart\n", UNTESTED),
        ("  period:\n    från: 2024-12-31\n    till: 2024-01-01\n", UNTESTED),
    ):
        table, _ = register(judged(whole[: whole.index("  period:")] + period + text))
        assert cells(table, table.rows[0])["days"] == told


@given(dates, dates, st.integers(0, 40), st.integers(0, 40))
def test_the_days_between_coarse_dates_are_what_some_days_of_them_give(
    start: date, end: date, more: int, most: int
) -> None:
    starts = [start + timedelta(days) for days in range(more + 1)]
    ends = [end + timedelta(days) for days in range(most + 1)]
    possible = [
        (last - first).days for first in starts for last in ends if (last - first).days >= 0
    ]
    found = days_between(Days(starts[0], starts[-1]), Days(ends[0], ends[-1]))
    assert found == (Interval(min(possible), max(possible)) if possible else None)


def test_cases_are_summed_by_area_and_assessment_and_never_reports() -> None:
    text = """\
lex_sarah:
  rapporter:
    inkomna: 14
  ärenden:
    - verksamhet: vuxna
      bedömning: utredning pågår
      antal_rapporter: 7
    - bedömning: inget missförhållande
    - verksamhet: Skola
      bedömning: illa
verksamhetsområden:
  - namn: Vuxna
    lex_sarah:
      ärenden:
        - bedömning: Allvarligt missförhållande
        - nr: 2
          verksamhet: Stöd
  - namn: Barn
    lex_sarah:
      ärenden:
        - bedömning: risk för missförhållande
        - bedömning: påtaglig risk för missförhållande
"""
    _, sums = register(report(text))
    assert [[cell.text for cell in row.cells] for row in sums.rows] == [
        ["vuxna", "0", "0", "0", "0", "0", "1", "1", "1", "3"],
        ["Skola", "0", "0", "0", "0", "0", "0", "0", "1", "1"],
        ["Barn", "0", "0", "0", "2", "0", "0", "0", "0", "2"],
        [MISSING, "0", "0", "0", "0", "1", "0", "0", "0", "1"],
        ["Totalt", "0", "0", "0", "2", "1", "1", "1", "2", "7"],
    ]
    assert sums.notes[1:] == (
        "1 är tryckta som ”risk för missförhållande”, som mallen läser som påtaglig risk.",
    )


@pytest.mark.parametrize(
    ("part", "note"),
    [
        (
            "antal_ärenden: 3\närenden:\n  - nr: 1\n",
            "rapporten anger 3 ärenden, men i listan står 1.",
        ),
        ("antal_ärenden: <5\närenden:\n  - nr: 1\n", ""),
        ("antal_ärenden: 0\n", "inga ärenden är listade."),
        ("rapporter:\n  inkomna: 2\n", "inga ärenden är listade."),
        ("ej_aktuellt: Inga rapporter kom in.\n", "ej aktuellt: Inga rapporter kom in."),
        (
            "visar_delar: ja\nantal_ärenden: 9\närenden:\n  - nr: 1\n",
            "listan är ett urval (visar_delar), så det kan finnas fler ärenden.",
        ),
        ("antal_ärenden: många\närenden:\n  - nr: 1\n", ""),
        ("ärenden: Tretton\n", ""),
        ("", ""),
    ],
)
def test_what_the_report_says_of_its_list_is_noted(part: str, note: str) -> None:
    text = "lex_sarah:\n" + indent(part, "  ")
    _, sums = register(report(text))
    assert sums.notes[1:] == ((f"lex_sarah: {note}",) if note else ())
    _, sums = register(judged(head() + text, head(2020)))
    assert sums.notes[1:] == ((f"a.yaml, lex_sarah: {note}",) if note else ())


def test_a_sum_is_no_more_than_what_could_be_read() -> None:
    text = listed(case(1, "missförhållande")) + (
        "verksamhetsområden:\n  - namn: Vuxna\n    lex_sarah:\n      ärenden: Många\n"
    )
    _, sums = register(report(text))
    assert [row.cells[0].text for row in sums.rows] == [MISSING, "Vuxna", "Totalt"]
    assert {cell.state for cell in sums.rows[1].cells[1:]} == {State.NOT_TESTED}
    assert [cell.text for cell in sums.rows[2].cells][3:5] == ["minst 1", "minst 0"]
