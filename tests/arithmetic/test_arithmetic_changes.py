from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic.changes import Change, ChangeError, parse_change
from checker.arithmetic.differences import difference, judge_change, judge_points
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.percents import parse_percent

AGREES, MAY_AGREE, DISAGREES, NOT_TESTABLE = Outcome
LONGEST_MESSAGE = 200


@pytest.mark.parametrize(
    ("text", "direction"),
    [("ökat", "up"), ("minskat", "down"), ("oförändrat", "same"), (" Ökat ", "up")],
)
def test_a_word_is_a_direction(text: str, direction: str) -> None:
    change = parse_change(text)
    assert (change.text, change.direction) == (text, direction)
    assert (change.by, change.percent, change.points) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "by", "direction"),
    [
        ("+2", 2, "up"),
        ("+ 2", 2, "up"),
        ("+1", 1, "up"),
        ("-1", -1, "down"),
        ("-3", -3, "down"),
        ("\u22123", -3, "down"),
        ("–3", -3, "down"),
        ("+1 234", 1234, "up"),
        ("+0", 0, "same"),
        ("-0", 0, "same"),
    ],
)
def test_a_signed_number_is_a_step(text: str, by: int, direction: str) -> None:
    change = parse_change(text)
    assert (change.by, change.direction) == (by, direction)
    assert change.percent is change.points is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        *((text, "up") for text in ("fler", "mer", "högre", "ökning", "Ökad", "har ökat", "ökar")),
        *((text, "up") for text in ("kraftigt ökat", "ökat något", "lite fler", "en viss ökning")),
        *((text, "up") for text in ("en mindre ökning", "fördubblats", "fler än förra året")),
        *((text, "up") for text in ("antalet har ökat kraftigt", "ökat jämfört med året före")),
        *((text, "down") for text in ("färre", "mindre", "lägre", "minskning", "minskad")),
        *((text, "down") for text in ("minskat drastiskt", "lite färre", "Halverats", "sjunkit")),
        *((text, "down") for text in ("en större minskning", "något färre än föregående år")),
        *((text, "down") for text in ("har minskat sedan förra perioden", "gått ner")),
        *((text, "same") for text in ("oförändrad", "oförändrade", "samma", "lika många")),
        *((text, "same") for text in ("helt oförändrat", "samma antal som förra året")),
    ],
)
def test_a_word_with_its_degree_on_either_side_is_a_direction(text: str, direction: str) -> None:
    change = parse_change(text)
    assert (change.text, change.direction) == (text, direction)
    assert (change.by, change.percent, change.points) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        *("inte ökat", "ökat inte", "har varken ökat eller minskat", "ökat och minskat"),
        *("i stort sett oförändrat", "ungefär samma", "samma nivå", "knappt ökat", "något"),
        *("färre än någonsin", "fler än tidigare", "ökat sedan mätningen började", "bättre"),
        *("ökat ökat", "färre fler", "en fler ökning", "oförändrat något", "ökat,", "med"),
    ],
)
def test_words_that_claim_something_else_are_not_understood(text: str) -> None:
    with pytest.raises(ChangeError):
        parse_change(text)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("två fler", 2),
        ("3 färre", -3),
        ("tolv fler än förra året", 12),
        ("en mindre", -1),
        ("en mer", 1),
        ("ett färre", -1),
        ("1 234 fler", 1234),
        ("noll fler", 0),
        ("ökat med 24", 24),
        ("har minskat med tre sedan förra året", -3),
    ],
)
def test_a_step_may_be_told_in_words(text: str, by: int) -> None:
    change = parse_change(text)
    assert (change.text, change.by) == (text, by)
    assert change.direction == ("up" if by > 0 else "down" if by < 0 else "same")
    assert change.percent is change.points is None


def test_a_percentage_may_be_told_in_words() -> None:
    fewer = parse_change("12 % färre än förra året")
    assert fewer.percent is not None
    assert (fewer.percent.low, fewer.percent.high) == (Fraction(-25, 2), Fraction(-23, 2))
    more = parse_change("ökat med 3,5 procent")
    assert more.percent is not None
    assert more.percent.value == Fraction(7, 2)
    points = parse_change("4 procentenheter högre")
    assert points.points is not None
    assert points.points.value == 4
    assert points.percent is None


@pytest.mark.parametrize(
    ("text", "low", "value", "high", "direction"),
    [
        ("+62 %", Fraction(123, 2), 62, Fraction(125, 2), "up"),
        ("-4 %", Fraction(-9, 2), -4, Fraction(-7, 2), "down"),
        ("\u22124,0 procent", Fraction(-81, 20), -4, Fraction(-79, 20), "down"),
        ("-knappt 7 %", Fraction(-7), -7, Fraction(-6), "down"),
        ("+0 %", Fraction(-1, 2), 0, Fraction(1, 2), "same"),
        ("+0,5 %", Fraction(9, 20), Fraction(1, 2), Fraction(11, 20), "up"),
        ("-0,5 %", Fraction(-11, 20), Fraction(-1, 2), Fraction(-9, 20), "down"),
    ],
)
def test_a_signed_percentage_keeps_its_sign(
    text: str, low: Fraction, value: int | Fraction, high: Fraction, direction: str
) -> None:
    change = parse_change(text)
    assert change.percent is not None
    assert (change.percent.low, change.percent.high) == (low, high)
    assert change.percent.value == value
    assert change.direction == direction
    assert (change.by, change.points) == (None, None)
    assert change.percent.text == text


@pytest.mark.parametrize(
    "text", ["+4 procentenheter", "+4 procentenhet", "+4 %-enheter", "+4%-enhet"]
)
def test_percentage_points_are_no_percentage(text: str) -> None:
    change = parse_change(text)
    assert change.points is not None
    assert (change.points.low, change.points.high) == (Fraction(7, 2), Fraction(9, 2))
    assert (change.by, change.percent) == (None, None)
    assert change.direction == "up"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "empty", "Här saknas en förändring. Skriv till exempel ökat, minskat, oförändrat, +2"),
        ("2", "no_sign", "Skriv + eller - framför talet, till exempel +2 eller -3."),
        ("62 %", "no_sign", "Skriv + eller - framför talet"),
        ("+3.5 %", "decimal_point", "Skriv decimalkomma i stället för punkt, till exempel +3,5 %."),
        ("-3.5 procentenheter", "decimal_point", "Skriv decimalkomma i stället för punkt"),
        ("+2,5", "decimal", "Ett antal ändras alltid med ett helt tal. Skriv till exempel +2"),
        ("\u22122.5", "decimal", "Ett antal ändras alltid med ett helt tal."),
        ("+", "unreadable", "Texten går inte att läsa som en förändring. Skriv ökat, minskat"),
        ("+%", "unreadable", "Texten går inte att läsa som en förändring."),
        ("+08", "unreadable", "Texten går inte att läsa som en förändring."),
        ("+två", "unreadable", "Texten går inte att läsa som en förändring."),
        ("nästan oförändrat", "unreadable", "Texten går inte att läsa som en förändring."),
        ("3 färre än 2019", "no_sign", "Skriv + eller - framför talet"),
        ("ökat med ca 10", "unreadable", "Texten går inte att läsa som en förändring."),
        ("..", "unreadable", "Texten går inte att läsa som en förändring."),
        ("e2", "unreadable", "Texten går inte att läsa som en förändring."),
        ("+" * 200_000, "unreadable", "Texten går inte att läsa som en förändring."),
    ],
)
def test_a_text_that_is_no_change_is_refused_with_what_to_write(
    text: str, code: str, words: str
) -> None:
    with pytest.raises(ChangeError) as caught:
        parse_change(text)
    assert (caught.value.code, caught.value.message[: len(words)]) == (code, words)
    assert caught.value.message.endswith(".")
    assert len(caught.value.message) <= LONGEST_MESSAGE


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (exact(20), exact(18), (2, 2)),
        (exact(18), exact(20), (-2, -2)),
        (Interval(1, 4), Interval(10, 19), (-18, -6)),
        (Interval(10, None), exact(4), (6, None)),
        (exact(4), Interval(10, None), (None, -6)),
        (UNKNOWN, UNKNOWN, (None, None)),
    ],
)
def test_a_difference_reaches_from_least_to_greatest(
    now: Interval, before: Interval, expected: tuple[int | None, int | None]
) -> None:
    assert difference(now, before) == expected


def judged(text: str, now: Interval | int, before: Interval | int) -> Outcome:
    one = exact(now) if isinstance(now, int) else now
    other = exact(before) if isinstance(before, int) else before
    return judge_change(parse_change(text), one, other)


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("ökat", 544, 443, AGREES),
        ("ökat", 444, 443, AGREES),
        ("ökat", 443, 443, DISAGREES),
        ("ökat", 442, 443, DISAGREES),
        ("minskat", 386, 547, AGREES),
        ("minskat", 546, 547, AGREES),
        ("minskat", 547, 547, DISAGREES),
        ("minskat", 548, 547, DISAGREES),
        ("oförändrat", 5, 5, AGREES),
        ("oförändrat", 6, 5, DISAGREES),
        ("oförändrat", 4, 5, DISAGREES),
    ],
)
def test_words_agree_with_two_counts(text: str, now: int, before: int, outcome: Outcome) -> None:
    assert judged(text, now, before) is outcome


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("ökat", Interval(1, 4), 3, NOT_TESTABLE),
        ("ökat", Interval(1, 4), 4, DISAGREES),
        ("minskat", Interval(1, 4), 4, MAY_AGREE),
        ("oförändrat", Interval(1, 4), 4, MAY_AGREE),
        ("minskat", Interval(1, 4), 1, DISAGREES),
        ("ökat", Interval(1, 4), 1, MAY_AGREE),
        ("oförändrat", Interval(1, 4), 1, MAY_AGREE),
        ("oförändrat", Interval(1, 4), 5, DISAGREES),
        ("minskat", Interval(1, 4), 5, MAY_AGREE),
        ("ökat", Interval(10, None), 4, MAY_AGREE),
        ("minskat", Interval(10, None), 4, DISAGREES),
        ("oförändrat", Interval(10, None), 10, MAY_AGREE),
        ("oförändrat", Interval(10, None), 9, DISAGREES),
        ("oförändrat", 10, Interval(10, None), MAY_AGREE),
        ("ökat", 10, Interval(10, None), DISAGREES),
        ("minskat", 9, Interval(10, None), MAY_AGREE),
        ("minskat", Interval(10, None), Interval(10, None), NOT_TESTABLE),
        ("ökat", UNKNOWN, 4, NOT_TESTABLE),
        ("ökat", 4, UNKNOWN, NOT_TESTABLE),
    ],
)
def test_words_may_agree_with_unsure_counts(
    text: str, now: Interval | int, before: Interval | int, outcome: Outcome
) -> None:
    assert judged(text, now, before) is outcome


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("+2", 20, 18, AGREES),
        ("+2", 20, 17, DISAGREES),
        ("+2", 20, 19, DISAGREES),
        ("-3", 4, 7, AGREES),
        ("+0", 4, 4, AGREES),
        ("+2", Interval(1, 4), 2, MAY_AGREE),
        ("+2", Interval(1, 4), 3, DISAGREES),
        ("-1", Interval(1, 4), 2, MAY_AGREE),
        ("-2", Interval(1, 4), 2, DISAGREES),
        ("+2", Interval(10, None), 8, MAY_AGREE),
        ("+2", Interval(10, None), 7, DISAGREES),
        ("-2", 8, Interval(10, None), MAY_AGREE),
        ("-1", 8, Interval(10, None), DISAGREES),
        ("+2", Interval(10, None), Interval(10, None), NOT_TESTABLE),
        ("+2", UNKNOWN, 4, NOT_TESTABLE),
        ("+2", 4, UNKNOWN, NOT_TESTABLE),
    ],
)
def test_steps_agree_with_the_difference(
    text: str, now: Interval | int, before: Interval | int, outcome: Outcome
) -> None:
    assert judged(text, now, before) is outcome


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("+62 %", 26, 16, AGREES),
        ("+63 %", 26, 16, AGREES),
        ("+61 %", 26, 16, DISAGREES),
        ("+64 %", 26, 16, DISAGREES),
        ("+62,5 %", 26, 16, AGREES),
        ("-50 %", 4, 8, AGREES),
        ("-100 %", 0, 8, AGREES),
        ("+200 %", 24, 8, AGREES),
        ("+0 %", 8, 8, AGREES),
        ("+ca 60 %", 26, 16, MAY_AGREE),
        ("-4 %", 8, 8, DISAGREES),
        ("+5 %", 8, 0, NOT_TESTABLE),
        ("-150 %", 0, 8, DISAGREES),
        ("-150 %", 8, Interval(1, 8), DISAGREES),
        ("-150 %", 0, Interval(1, 8), DISAGREES),
        ("-100 %", 0, Interval(1, 8), MAY_AGREE),
        ("-100 %", 1, Interval(1, 200), MAY_AGREE),
        ("-100 %", 1, Interval(1, 199), DISAGREES),
        ("-knappt 100 %", 1, Interval(1, 199), MAY_AGREE),
        ("+300 %", Interval(1, 4), 1, MAY_AGREE),
        ("+301 %", Interval(1, 4), 1, DISAGREES),
        ("+50 %", Interval(1, 4), 1, DISAGREES),
        ("+300 %", Interval(1, 4), Interval(1, 4), MAY_AGREE),
        ("+301 %", Interval(1, 4), Interval(1, 4), DISAGREES),
        ("-75 %", Interval(1, 4), Interval(1, 4), MAY_AGREE),
        ("-76 %", Interval(1, 4), Interval(1, 4), DISAGREES),
        ("+5 %", Interval(10, None), Interval(10, None), NOT_TESTABLE),
        ("+100 %", Interval(10, None), Interval(4, 5), MAY_AGREE),
        ("+99 %", Interval(10, None), Interval(4, 5), DISAGREES),
        ("+5 %", 8, UNKNOWN, NOT_TESTABLE),
    ],
)
def test_percentages_agree_with_their_printed_precision(
    text: str, now: Interval | int, before: Interval | int, outcome: Outcome
) -> None:
    assert judged(text, now, before) is outcome


def test_percentage_points_say_nothing_about_counts() -> None:
    assert judged("+4 procentenheter", 8, 4) is NOT_TESTABLE


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("+4 procentenheter", "40 %", "36 %", AGREES),
        ("+4 procentenheter", "39,5 %", "36 %", AGREES),
        ("+3 procentenheter", "39,5 %", "36 %", AGREES),
        ("+4 procentenheter", "39,4 %", "36 %", MAY_AGREE),
        ("+3,5 procentenheter", "39,5 %", "36,0 %", AGREES),
        ("+3,6 procentenheter", "39,5 %", "36,0 %", MAY_AGREE),
        ("+3,7 procentenheter", "39,5 %", "36,0 %", DISAGREES),
        ("+3,3 procentenheter", "39,5 %", "36,0 %", DISAGREES),
        ("+5 procentenheter", "40 %", "36 %", MAY_AGREE),
        ("+6 procentenheter", "40 %", "36 %", DISAGREES),
        ("+2 procentenheter", "40 %", "36 %", DISAGREES),
        ("-4 procentenheter", "36 %", "40 %", AGREES),
        ("-4 procentenheter", "40 %", "36 %", DISAGREES),
        ("+ca 4 procentenheter", "40 %", "36 %", MAY_AGREE),
        ("+4 procentenheter", "ca 40 %", "36 %", MAY_AGREE),
        ("+4 procentenheter", "40 %", "ca 36 %", MAY_AGREE),
    ],
)
def test_points_are_the_difference_of_two_percentages(
    text: str, now: str, before: str, outcome: Outcome
) -> None:
    assert judge_points(parse_change(text), parse_percent(now), parse_percent(before)) is outcome


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("ökat", "39,5 %", "36 %", AGREES),
        ("ökat", "36 %", "36 %", MAY_AGREE),
        ("ökat", "35 %", "36 %", DISAGREES),
        ("ökat", "35,0 %", "36 %", DISAGREES),
        ("minskat", "37,0 %", "36 %", DISAGREES),
        ("ökat", "ca 40 %", "36 %", MAY_AGREE),
        ("minskat", "48,4 %", "44,49 %", DISAGREES),
        ("minskat", "44,49 %", "48,4 %", AGREES),
        ("oförändrat", "63 %", "63 %", AGREES),
        ("oförändrat", "64 %", "63 %", MAY_AGREE),
        ("oförändrat", "65 %", "63 %", DISAGREES),
        ("oförändrat", "61 %", "63 %", DISAGREES),
    ],
)
def test_words_agree_with_two_percentages(
    text: str, now: str, before: str, outcome: Outcome
) -> None:
    assert judge_points(parse_change(text), parse_percent(now), parse_percent(before)) is outcome


@pytest.mark.parametrize(
    ("text", "now", "before", "outcome"),
    [
        ("+11 %", "40 %", "36 %", AGREES),
        ("+4 %", "40 %", "36 %", DISAGREES),
        ("+7 %", "40 %", "36 %", DISAGREES),
        ("+8 %", "40 %", "36 %", MAY_AGREE),
        ("+14 %", "40 %", "36 %", MAY_AGREE),
        ("+15 %", "40 %", "36 %", DISAGREES),
        ("-100 %", "0 %", "36 %", AGREES),
        ("-101 %", "0 %", "36 %", DISAGREES),
        ("-99 %", "0 %", "36 %", MAY_AGREE),
        ("+400 %", "2 %", "1 %", MAY_AGREE),
        ("+401 %", "2 %", "1 %", DISAGREES),
        ("+5000 %", "40 %", "ca 1 %", MAY_AGREE),
        ("+1875 %", "40 %", "ca 1 %", MAY_AGREE),
        ("+1874 %", "40 %", "ca 1 %", DISAGREES),
        ("-100 %", "ca 0 %", "36 %", MAY_AGREE),
        ("-101 %", "ca 0 %", "36 %", DISAGREES),
        ("+4 %", "40 %", "0 %", NOT_TESTABLE),
        ("+4", "40 %", "36 %", NOT_TESTABLE),
    ],
)
def test_a_percentage_of_a_percentage_is_relative(
    text: str, now: str, before: str, outcome: Outcome
) -> None:
    assert judge_points(parse_change(text), parse_percent(now), parse_percent(before)) is outcome


def test_a_change_holds_at_most_one_figure() -> None:
    assert parse_change("ökat") == Change("ökat", "up", by=None, percent=None, points=None)
