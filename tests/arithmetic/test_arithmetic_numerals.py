from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic.numerals import WORDS, ceiling, floor, parse_count, plain, swedish


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("12", 12),
        ("1234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u2009234", 1234),
        ("1\u202f234", 1234),
        ("12 345 678", 12345678),
        ("  12 ", 12),
        ("999999999", 999999999),
        ("999 999 999", 999999999),
    ],
)
def test_a_printed_whole_number_is_read(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-3",
        "+3",
        "08",
        "00",
        "0 123",
        "12 34",
        "1234 567",
        "1 2345",
        "12,5",
        "12.5",
        "1_000",
        "1e3",
        "tolv",
        "²",
        "١٢",
        "1000000000",
        "1 000 000 000",
        "9" * 5000,
    ],
)
def test_what_prints_no_whole_number_is_none(text: str) -> None:
    assert parse_count(text) is None


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (7, "7"),
        (1234, "1234"),
        (9999, "9999"),
        (10000, "10\u00a0000"),
        (12345, "12\u00a0345"),
        (1234567, "1\u00a0234\u00a0567"),
        (-4, "\u22124"),
        (-12345, "\u221212\u00a0345"),
        (Fraction(3900, 61), "63,93"),
        (Fraction(75, 2), "37,5"),
        (Fraction(40), "40"),
        (Fraction(1, 200), "0,01"),
        (Fraction(-1, 200), "\u22120,01"),
        (Fraction(1, 201), "0"),
        (Fraction(-1, 201), "0"),
        (Fraction(19999, 2), "9999,5"),
        (Fraction(1005, 100), "10,05"),
    ],
)
def test_numbers_are_printed_the_swedish_way(value: int | Fraction, printed: str) -> None:
    assert swedish(value) == printed


@pytest.mark.parametrize(
    ("decimals", "printed"), [(0, "10\u00a0000"), (1, "9999,6"), (2, "9999,58"), (3, "9999,579")]
)
def test_a_number_is_rounded_to_the_decimals_asked_for(decimals: int, printed: str) -> None:
    assert swedish(Fraction(9999579, 1000), decimals) == printed


def test_whole_numbers_keep_their_last_zeros_without_decimals() -> None:
    assert swedish(120, 0) == "120"


def test_number_words_go_from_noll_to_tolv() -> None:
    assert set(WORDS.values()) == set(range(13))
    assert WORDS["ett"] == WORDS["en"] == 1
    assert (WORDS["noll"], WORDS["sju"], WORDS["tolv"]) == (0, 7, 12)


def test_a_plain_text_is_composed_lower_case_and_evenly_spaced() -> None:
    assert plain(" Fa\u0308rre\u00a0\u2009än  5\t") == "färre än 5"


@pytest.mark.parametrize(
    ("value", "below", "above"),
    [
        (Fraction(5, 2), 2, 3),
        (Fraction(-5, 2), -3, -2),
        (Fraction(3), 3, 3),
    ],
)
def test_a_fraction_lies_between_its_floor_and_its_ceiling(
    value: Fraction, below: int, above: int
) -> None:
    assert floor(value) == below
    assert ceiling(value) == above
