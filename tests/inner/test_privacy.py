from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.privacy import mask

MASKED = "ÅÅMMDD-XXXX"
# Composed here, so that no file of the project holds a whole number. The birth date is that of
# Skatteverket's published example.
BIRTH = "64" + "0823"
LAST = "32" + "34"
LONG_BIRTH = "19" + BIRTH


@pytest.mark.parametrize(
    "sign",
    [
        "-",
        "+",
        "\u2010",  # hyphen
        "\u2011",  # no-break hyphen
        "\u2012",
        "\u2013",  # en dash
        "\u2014",
        "\u2015",
        "\u2212",  # minus
        " ",
        "\t",
        "\u00a0",  # no-break space
        "\u202f",  # narrow no-break space
        " - ",
        "- ",
        " \u2013",
        "",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("birth", [BIRTH, LONG_BIRTH])
def test_a_personal_identity_number_is_masked_whatever_stands_in_it(birth: str, sign: str) -> None:
    assert mask(f"Om {birth}{sign}{LAST}.") == f"Om {MASKED}."


def test_a_coordination_number_is_masked() -> None:
    for day in (61, 75, 91):
        assert mask(f"6408{day}-{LAST}") == mask(f"196408{day}{LAST}") == MASKED


@pytest.mark.parametrize("day", ["00", "32", "60", "92", "99"])
def test_a_day_that_neither_kind_of_number_can_have_is_left_alone(day: str) -> None:
    text = f"6408{day}-{LAST}"
    assert mask(text) == text


@pytest.mark.parametrize("month", ["00", "13", "20", "99"])
def test_a_month_that_does_not_exist_is_left_alone(month: str) -> None:
    text = f"64{month}23-{LAST}"
    assert mask(text) == text


@pytest.mark.parametrize("century", ["18", "19", "20"])
def test_the_long_form_begins_with_one_of_three_centuries(century: str) -> None:
    assert mask(f"{century}{BIRTH}{LAST}") == MASKED


@pytest.mark.parametrize("century", ["16", "17", "21"])
def test_other_first_figures_are_no_century(century: str) -> None:
    text = f"{century}{BIRTH}{LAST}"
    assert mask(text) == text


def test_a_short_number_may_begin_like_a_century() -> None:
    for short in ("201231", "191231", "181231"):
        assert mask(f"{short}-{LAST}") == MASKED


def test_a_leap_day_counts_in_whichever_century_has_it() -> None:
    assert mask(f"000229-{LAST}") == MASKED
    assert mask(f"040229-{LAST}") == MASKED
    assert mask(f"030229-{LAST}") == f"030229-{LAST}"


def test_the_check_digit_does_not_matter() -> None:
    for last in range(10):
        assert mask(f"{BIRTH}-{LAST[:3]}{last}") == MASKED


def test_every_number_in_a_text_is_masked_and_nothing_else() -> None:
    text = f"({BIRTH}-{LAST}),{LONG_BIRTH}{LAST};x{BIRTH}{LAST}y 12"
    assert mask(text) == f"({MASKED}),{MASKED};x{MASKED}y 12"


@pytest.mark.parametrize("extra", ["1{}", "{}1"])
def test_a_longer_row_of_figures_is_no_number(extra: str) -> None:
    text = extra.format(BIRTH + LAST)
    assert mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "N163-1047/23",
        "N163- 0557/22",
        "8.5-29206/2014",
        "SN 2014/0047",
        "ON 2019/0026 53515",
        "SCN-2015-0180",
        "2016/34-NF-107",
        "KS-2014/742.912",
        "VON/2022:00276",
        "SN/2020:1",
        "3.1.3-148/2013",
        "2001:453",
        "2025:400",
        "SOSFS 2011:9",
        "HSLF-FS 2025:21",
        "2023-09-01",
        "2023-09-01 – 2024-08-31",
        "212000-1355",
        "16212000" + "1355",
        "2002-1054",
        "978-91-7555-148-7",
        "2014-1-24",
        "08-530 611 60",
        "070-1740605",
        "+46 70 174 06 05",
        "701 48",
        "82 834",
        "1 109",
        "11 kap. 1 a §",
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", ["20230101" + "-1231", "20210901" + "-0831"])
def test_a_compact_range_of_dates_is_masked_for_it_can_be_a_childs_number(text: str) -> None:
    assert mask(text) == MASKED


@pytest.mark.parametrize("between", ["\u00ad", "\u200b", "\n", "-\n", "\u2009"], ids=ascii)
def test_a_number_parted_by_what_a_reader_does_not_see_is_masked(between: str) -> None:
    assert LAST not in mask(f"{BIRTH}{between}{LAST}")


@given(
    st.dates(date(1840, 1, 1), date(2039, 12, 31)),
    st.integers(0, 9999),
    st.sampled_from(["-", "+", "–", " ", ""]),
    st.booleans(),
    st.booleans(),
)
def test_every_date_with_four_figures_is_masked(
    born: date,
    last: int,
    sign: str,
    long: bool,  # noqa: FBT001
    coordination: bool,  # noqa: FBT001
) -> None:
    day = born.day + (60 if coordination else 0)
    year = f"{born.year:04}" if long else f"{born.year % 100:02}"
    assert mask(f"{year}{born.month:02}{day:02}{sign}{last:04}") == MASKED


@given(st.text("0123456789-+ –\u00a0", max_size=40))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)
