from __future__ import annotations

import pytest

from checker.arithmetic.cells import CellRules, Kind, parse_cell
from checker.arithmetic.hedges import longest_first, opening
from checker.arithmetic.interval import Interval, exact
from checker.arithmetic.percents import ShareError, parse_percent
from checker.arithmetic.shares import Share, parse_share


def share(
    text: str, count: str = "", base: str = "", percent: str = "", *, of_total: bool = False
) -> Share:
    """The share that a text is expected to be, from the plain texts of its parts."""
    return Share(
        text,
        parse_cell(count) if count else None,
        parse_cell(base) if base else None,
        of_total=of_total,
        percent=parse_percent(percent) if percent else None,
    )


@pytest.mark.parametrize(
    "expected",
    [
        share("6 av 61", "6", "61"),
        share("6 av 61 (9 %)", "6", "61", "9 %"),
        share("6 av 61 (9%)", "6", "61", "9%"),
        share("6 av 61 (ca 9 %)", "6", "61", "ca 9 %"),
        share("215 av totalt", "215", of_total=True),
        share("215 av totalt (39,5 %)", "215", percent="39,5 %", of_total=True),
        share("12 av totalt (knappt 7 %)", "12", percent="knappt 7 %", of_total=True),
        share("53/54", "53", "54"),
        share("53 / 54", "53", "54"),
        share("53/54 (98 %)", "53", "54", "98 %"),
        share("39,5 %", percent="39,5 %"),
        share("ca 3 %", percent="ca 3 %"),
        share("6 av 61, 9 procent", "6", "61", "9 procent"),
        share("6 av totalt, 9 procent", "6", percent="9 procent", of_total=True),
        share("6 av 61, dvs 9,8 %", "6", "61", "9,8 %"),
        share("9 procent (6 av 61)", "6", "61", "9 procent"),
        share("9 % (6/61)", "6", "61", "9 %"),
        share("9 % (6 av totalt)", "6", percent="9 %", of_total=True),
        share("35 % av 8", base="8", percent="35 %"),
        share("35 procent av 8", base="8", percent="35 procent"),
        share("39,5 % av 1 234", base="1 234", percent="39,5 %"),
        share("ca 35 % av ca 220", base="ca 220", percent="ca 35 %"),
        share("35 % av ..", base="..", percent="35 %"),
        share("35 % av totalt", percent="35 %", of_total=True),
        share("<5 av 7 (43 %)", "<5", "7", "43 %"),
        share("färre än 5 av 10–19", "färre än 5", "10–19"),
        share(".. av 61 (9 %)", "..", "61", "9 %"),
        share("1 234 av 27 872 (4 %)", "1 234", "27 872", "4 %"),
        share("215, dvs 39,5 %", "215", percent="39,5 %"),
        share("215, dvs. 39,5 %", "215", percent="39,5 %"),
        share("215, det vill säga 39,5 %", "215", percent="39,5 %"),
        share("215 (39,5 %)", "215", percent="39,5 %"),
        share(".."),
        share("uppgift saknas"),
    ],
    ids=lambda expected: expected.text,
)
def test_a_share_is_read_as_printed(expected: Share) -> None:
    assert parse_share(expected.text) == expected


@pytest.mark.parametrize("text", ["6 AV 61 (9 %)", " 6\u00a0av 61 (9\u00a0%) ", "6 av 61(9 %)"])
def test_spaces_and_case_mean_nothing_in_a_share(text: str) -> None:
    read = parse_share(text)
    assert read.count is not None
    assert read.base is not None
    assert read.percent is not None
    assert (read.count.interval, read.base.interval) == (exact(6), exact(61))
    assert read.percent.value == 9
    assert read.text == text


def test_the_cells_of_a_share_can_follow_the_rules_of_a_table() -> None:
    read = parse_share("<5 av 7", CellRules(zeros_hidden=True))
    assert read.count is not None
    assert (read.count.interval, read.count.kind) == (Interval(0, 4), Kind.SUPPRESSED)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("12", "no_percent_sign"),
        ("39,5", "no_percent_sign"),
        ("39.5 %", "decimal_point"),
        ("+4 %", "signed"),
        ("4 procentenheter", "points"),
        ("6 av 61 (9)", "no_percent_sign"),
        ("6 av 61 (9.8 %)", "decimal_point"),
        ("6 av 61 ()", "empty"),
        ("6 av", "unreadable"),
        ("12, 5 %", "unreadable"),
        ("många", "unreadable"),
        ("6 av 61 9 %", "unreadable"),
        ("6 av 61 (9 %) ungefär", "unreadable"),
        ("6) av 61", "unreadable"),
        ("9 %)", "unreadable"),
        ("35 % av 8 (3 av 8)", "unreadable"),
        ("3 av 8 (35 % av 8)", "unreadable"),
        ("35 % av 12 %", "percent"),
        ("35 % av", "unreadable"),
        ("35 % av många", "unreadable"),
        ("35 %/8", "percent"),
        ("35.5 % av 8", "decimal_point"),
        ("9 % (12 %)", "percent"),
        ("- av 61", "dash"),
        ("6,5 av 61", "decimal"),
        ("27.872 av 82 834", "thousands_point"),
        ("6 av 061", "leading_zero"),
        ("3 av 5 av 7", "unreadable"),
        (" / 54", "empty"),
        ("<1 av 54", "nothing_hidden"),
    ],
)
def test_a_text_that_is_no_share_is_refused(text: str, code: str) -> None:
    with pytest.raises(ShareError) as caught:
        parse_share(text)
    assert caught.value.code == code
    assert caught.value.message.endswith(".")


def test_a_wrong_count_in_a_share_has_the_words_of_the_cell() -> None:
    with pytest.raises(ShareError) as caught:
        parse_share("27.872 av 82 834")
    assert caught.value.message == "27.872 läses som ett decimaltal; skriv 27\u00a0872."


@pytest.mark.parametrize("text", [", " * 100_000, " av " * 50_000, "(" * 200_000 + ")"])
def test_a_very_long_text_is_refused_at_once(text: str) -> None:
    with pytest.raises(ShareError):
        parse_share(text)


def test_the_longest_word_is_tried_first() -> None:
    words = longest_first(["ca", "cirka", "drygt", "i"])
    assert words == ("cirka", "drygt", "ca", "i")
    assert opening("cirka 5", words) == ("cirka", "5")
