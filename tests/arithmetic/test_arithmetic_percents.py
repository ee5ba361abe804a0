from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic.outcome import Outcome
from checker.arithmetic.percents import Percent, ShareError, parse_percent, percents_make_whole

LONGEST_MESSAGE = 200


def half_units(tenths: int) -> Fraction:
    """A number of twentieths, so that 39.45 can be written without a decimal point: 789."""
    return Fraction(tenths, 20)


@pytest.mark.parametrize(
    "text", ["39,5 %", "39,5%", "39,5 procent", "39,5\u00a0%", " 39,5  % ", "39,5 PROCENT"]
)
def test_a_percentage_reaches_half_a_unit_of_its_last_decimal_both_ways(text: str) -> None:
    assert parse_percent(text) == Percent(
        text, half_units(789), half_units(791), 1, half_units(790), exact_form=True
    )


@pytest.mark.parametrize(
    ("text", "value", "reach", "decimals"),
    [
        ("40 %", Fraction(40), Fraction(1, 2), 0),
        ("40,0 %", Fraction(40), Fraction(1, 20), 1),
        ("40,00 %", Fraction(40), Fraction(1, 200), 2),
        ("0 %", Fraction(0), Fraction(1, 2), 0),
        ("0,5 %", Fraction(1, 2), Fraction(1, 20), 1),
        ("100 %", Fraction(100), Fraction(1, 2), 0),
        ("1 250 %", Fraction(1250), Fraction(1, 2), 0),
    ],
)
def test_printed_decimals_are_the_precision(
    text: str, value: Fraction, reach: Fraction, decimals: int
) -> None:
    percent = parse_percent(text)
    assert (percent.low, percent.high) == (value - reach, value + reach)
    assert (percent.value, percent.decimals, percent.exact_form) == (value, decimals, True)
    assert percent.unit == 2 * reach


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ca 3 %", Fraction(2), Fraction(4)),
        ("cirka 90%", Fraction(85), Fraction(95)),
        ("omkring 40 procent", Fraction(35), Fraction(45)),
        ("ungefär 39,5 %", Fraction(77, 2), Fraction(81, 2)),
        ("ca 100 %", Fraction(50), Fraction(150)),
        ("ca 40,0 %", Fraction(35), Fraction(45)),
        ("knappt 7 %", Fraction(6), Fraction(7)),
        ("nära 7 %", Fraction(6), Fraction(7)),
        ("drygt 7 %", Fraction(7), Fraction(8)),
        ("knappt 40 %", Fraction(30), Fraction(40)),
        ("drygt 39,5 %", half_units(790), half_units(792)),
        ("drygt 39,50 %", half_units(790), half_units(792)),
        ("ca 0 %", Fraction(-1), Fraction(1)),
        ("drygt 0,0 %", Fraction(0), Fraction(1, 10)),
    ],
)
def test_a_hedge_reaches_as_far_as_the_last_digit_that_is_not_zero(
    text: str, low: Fraction, high: Fraction
) -> None:
    percent = parse_percent(text)
    assert (percent.low, percent.high) == (low, high)
    assert not percent.exact_form


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "empty", "Här saknas en andel."),
        ("39.5 %", "decimal_point", "Skriv decimalkomma i stället för punkt, till exempel 39,5 %."),
        ("ca 39.5 procent", "decimal_point", "Skriv decimalkomma i stället för punkt"),
        ("39,5", "no_percent_sign", "Skriv % eller procent efter talet, till exempel 39,5 %"),
        ("39.5", "no_percent_sign", "Skriv % eller procent efter talet"),
        ("40", "no_percent_sign", "Skriv % eller procent efter talet"),
        ("ca 40", "no_percent_sign", "Skriv % eller procent efter talet"),
        ("1 234", "no_percent_sign", "Skriv % eller procent efter talet"),
        ("4 procentenheter", "points", "Procentenheter är skillnaden mellan två procenttal"),
        ("4 %-enheter", "points", "Procentenheter är skillnaden"),
        ("+4 %", "signed", "En andel skrivs utan plus och minus."),
        ("-4 %", "signed", "En andel skrivs utan plus och minus."),
        ("\u22124 %", "signed", "En andel skrivs utan plus och minus."),
        ("%", "unreadable", "Texten går inte att läsa som en andel. Skriv till exempel 39,5 %"),
        ("ca %", "unreadable", "Texten går inte att läsa som en andel."),
        (",5 %", "unreadable", "Texten går inte att läsa som en andel."),
        ("39, %", "unreadable", "Texten går inte att läsa som en andel."),
        ("3, 5 %", "unreadable", "Texten går inte att läsa som en andel."),
        ("08 %", "unreadable", "Texten går inte att läsa som en andel."),
        ("12 34 %", "unreadable", "Texten går inte att läsa som en andel."),
        ("1000000000 %", "unreadable", "Texten går inte att läsa som en andel."),
        ("5,0123456789 %", "unreadable", "Texten går inte att läsa som en andel."),
        ("5 % av alla", "unreadable", "Texten går inte att läsa som en andel."),
        ("fem procent", "unreadable", "Texten går inte att läsa som en andel."),
        ("9" * 200_000 + "%", "unreadable", "Texten går inte att läsa som en andel."),
    ],
)
def test_a_text_that_is_no_percentage_is_refused_with_what_to_write(
    text: str, code: str, words: str
) -> None:
    with pytest.raises(ShareError) as caught:
        parse_percent(text)
    assert (caught.value.code, caught.value.message[: len(words)]) == (code, words)
    assert caught.value.message.endswith(".")
    assert len(caught.value.message) <= LONGEST_MESSAGE


def test_nine_digits_and_nine_decimals_are_still_a_percentage() -> None:
    assert parse_percent("123456789,123456789 %").decimals == 9


def whole(*texts: str) -> Outcome:
    return percents_make_whole([parse_percent(text) for text in texts]).outcome


def test_a_distribution_with_a_hedge_can_only_perhaps_make_the_whole() -> None:
    assert whole("61 %", "39 %") is Outcome.AGREES
    assert whole("ca 60 %", "39 %") is Outcome.MAY_AGREE
    assert whole("ca 60 %", "34 %") is Outcome.DISAGREES


def test_an_empty_distribution_cannot_be_tested() -> None:
    assert whole() is Outcome.NOT_TESTABLE


def test_both_ends_of_a_distribution_can_just_reach_the_whole() -> None:
    assert whole("49,5 %", "49,5 %", "0,9 %") is Outcome.AGREES
    assert whole("49,5 %", "49,5 %", "0,8 %") is Outcome.DISAGREES
    assert whole("50,5 %", "49,5 %", "0,1 %") is Outcome.AGREES
    assert whole("50,5 %", "49,5 %", "0,2 %") is Outcome.DISAGREES
    assert whole("50 %", "49 %") is whole("50 %", "51 %") is Outcome.AGREES
    assert whole("50 %", "48 %") is whole("50 %", "52 %") is Outcome.DISAGREES


def test_no_share_of_a_distribution_is_below_zero() -> None:
    assert whole("101 %", "0 %", "0 %") is Outcome.DISAGREES


def test_a_distribution_tells_what_it_can_add_up_to() -> None:
    judgement = percents_make_whole([parse_percent("33 %")] * 3)
    assert (judgement.low, judgement.high) == (Fraction(195, 2), Fraction(201, 2))
