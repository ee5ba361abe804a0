from __future__ import annotations

import pytest

from checker.arithmetic.cells import Cell, CellError, CellRules, Kind, parse_cell
from checker.arithmetic.interval import UNKNOWN, Interval, exact

LONGEST_MESSAGE = 200  # what the door for foreign text lets through whole


@pytest.mark.parametrize(
    ("text", "count"), [("12", 12), ("0", 0), ("1 234", 1234), ("27\u00a0872", 27872)]
)
def test_a_whole_number_is_exact(text: str, count: int) -> None:
    assert parse_cell(text) == Cell(text, exact(count), Kind.EXACT)


@pytest.mark.parametrize(
    "text",
    [
        "<5",
        "< 5",
        "färre än 5",
        "Färre än 5",
        "fa\u0308rre än 5",
        "mindre än 5",
        "under 5",
        "högst 4",
        "≤4",
        "<=4",
        "<= 4",
    ],
)
def test_a_suppressed_count_is_from_one_up(text: str) -> None:
    assert parse_cell(text) == Cell(text, Interval(1, 4), Kind.SUPPRESSED)


@pytest.mark.parametrize("text", ["<5", "färre än 5", "högst 4"])
def test_a_suppressed_count_can_be_zero_where_zeros_are_hidden_too(text: str) -> None:
    cell = parse_cell(text, CellRules(zeros_hidden=True))
    assert cell == Cell(text, Interval(0, 4), Kind.SUPPRESSED)


def test_hidden_zeros_change_no_printed_number() -> None:
    assert parse_cell("0", CellRules(zeros_hidden=True)).interval == exact(0)


def test_the_smallest_suppressed_count_is_one() -> None:
    assert parse_cell("<2").interval == parse_cell("högst 1").interval == exact(1)


@pytest.mark.parametrize("text", ["<1", "<0", "färre än 1", "högst 0", "under 1"])
@pytest.mark.parametrize("zeros_hidden", [True, False])
def test_a_suppressed_count_that_only_zero_fits_is_refused(
    text: str, *, zeros_hidden: bool
) -> None:
    with pytest.raises(CellError) as caught:
        parse_cell(text, CellRules(zeros_hidden=zeros_hidden))
    assert caught.value.code == "nothing_hidden"
    assert caught.value.message == "Det finns inget antal så litet utom noll; skriv 0."


@pytest.mark.parametrize("text", ["10-19", "10–19", "10 – 19", "10 -19", "10\u201119"])
def test_a_class_has_both_its_ends(text: str) -> None:
    assert parse_cell(text) == Cell(text, Interval(10, 19), Kind.CLASS)


def test_a_class_may_hold_one_number_and_thousands() -> None:
    assert parse_cell("5-5").interval == exact(5)
    assert parse_cell("1 000–1 999").interval == Interval(1000, 1999)


@pytest.mark.parametrize("text", ["≥10", ">=10", ">= 10", "minst 10", "Minst 10"])
def test_at_least_has_no_end(text: str) -> None:
    assert parse_cell(text) == Cell(text, Interval(10, None), Kind.AT_LEAST)


@pytest.mark.parametrize("text", ["fler än 5", "mer än 5", "över 5", ">5"])
def test_more_than_begins_at_the_next_number(text: str) -> None:
    assert parse_cell(text) == Cell(text, Interval(6, None), Kind.AT_LEAST)


@pytest.mark.parametrize(
    "text", ["ca 120", "ca. 120", "Cirka 120", "omkring 120", "ungefär 120", "ca\u00a0120"]
)
def test_about_reaches_half_a_unit_of_the_last_digit_that_counts(text: str) -> None:
    assert parse_cell(text) == Cell(text, Interval(115, 125), Kind.ROUNDED)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ca 3", 2, 4),
        ("ca 123", 122, 124),
        ("ca 1", 0, 2),
        ("ca 0", 0, 1),
        ("ca 10", 5, 15),
        ("ca 1 000", 500, 1500),
        ("ca 1 050", 1045, 1055),
        ("knappt 120", 110, 120),
        ("nära 120", 110, 120),
        ("drygt 120", 120, 130),
        ("knappt 7", 6, 7),
        ("drygt 7", 7, 8),
        ("knappt 0", 0, 0),
        ("drygt 0", 0, 1),
    ],
)
def test_hedged_counts_reach_as_far_as_their_last_digit(text: str, low: int, high: int) -> None:
    assert parse_cell(text) == Cell(text, Interval(low, high), Kind.ROUNDED)


@pytest.mark.parametrize(
    ("unit", "text", "interval"),
    [
        (10, "120", Interval(115, 125)),
        (10, "0", Interval(0, 5)),
        (5, "120", Interval(118, 122)),
        (1, "120", exact(120)),
        (100, "1 200", Interval(1150, 1250)),
    ],
)
def test_a_table_of_rounded_numbers_widens_each_of_them(
    unit: int, text: str, interval: Interval
) -> None:
    assert parse_cell(text, CellRules(rounded_to=unit)) == Cell(text, interval, Kind.ROUNDED)


def test_a_table_of_rounded_numbers_widens_nothing_else() -> None:
    assert parse_cell("<5", CellRules(rounded_to=10)).interval == Interval(1, 4)


def test_numbers_cannot_be_rounded_to_nothing() -> None:
    with pytest.raises(ValueError, match="rounded to 1 or more"):
        CellRules(rounded_to=0)


@pytest.mark.parametrize("text", ["..", " .. ", "uppgift saknas", "Uppgift saknas"])
def test_what_is_missing_can_be_anything(text: str) -> None:
    assert parse_cell(text) == Cell(text, UNKNOWN, Kind.MISSING)


@pytest.mark.parametrize("text", ["-", "–", "—", "\u2212"])
def test_a_dash_is_what_its_table_says(text: str) -> None:
    zero = parse_cell(text, CellRules(dash="noll"))
    missing = parse_cell(text, CellRules(dash="uppgift saknas"))
    assert zero == Cell(text, exact(0), Kind.EXACT)
    assert missing == Cell(text, UNKNOWN, Kind.MISSING)


@pytest.mark.parametrize("dash", ["noll", "uppgift saknas"])
def test_a_declared_dash_makes_nothing_of_an_empty_cell(dash: str) -> None:
    rules = CellRules(dash="noll") if dash == "noll" else CellRules(dash="uppgift saknas")
    with pytest.raises(CellError) as caught:
        parse_cell("", rules)
    assert caught.value.code == "empty"


REFUSED = {
    "": ("empty", "Här saknas ett antal. Skriv talet, 0 när det inte finns några, eller .. när"),
    "   ": ("empty", "Här saknas ett antal."),
    "10-": ("empty", "Här saknas ett antal."),
    "-": ("dash", "Ett streck kan betyda både noll och att uppgift saknas. Skriv 0 eller .. i"),
    "–": ("dash", "Ett streck kan betyda"),
    "--": ("dash", "Ett streck kan betyda"),
    ".": ("dots", "Skriv två punkter (..) när uppgift saknas."),
    "...": ("dots", "Skriv två punkter (..) när uppgift saknas."),
    "…": ("dots", "Skriv två punkter (..) när uppgift saknas."),
    "1_000": ("underscore", "1_000 har understreck; skriv 1000."),
    "27_872": ("underscore", "27_872 har understreck; skriv 27\u00a0872."),
    "08": ("leading_zero", "08 börjar med en nolla; skriv 8."),
    "0123": ("leading_zero", "0123 börjar med en nolla; skriv 123."),
    "01-09": ("leading_zero", "01 börjar med en nolla; skriv 1."),
    "<05": ("leading_zero", "05 börjar med en nolla; skriv 5."),
    "0o10": ("foreign_base", "0o10 är skrivet på datorns sätt. Skriv antalet med vanliga siffror"),
    "0x1F": ("foreign_base", "0x1f är skrivet på datorns sätt."),
    "0b11": ("foreign_base", "0b11 är skrivet på datorns sätt."),
    "12.50": ("decimal", "12.50 är ett decimaltal, men ett antal är alltid ett helt tal."),
    "12,5": ("decimal", "12,5 är ett decimaltal, men ett antal är alltid ett helt tal."),
    "ca 12,5": ("decimal", "12,5 är ett decimaltal"),
    "0.500": ("decimal", "0.500 är ett decimaltal"),
    "27.872": ("thousands_point", "27.872 läses som ett decimaltal; skriv 27\u00a0872."),
    "1.234.567": (
        "thousands_point",
        "1.234.567 läses som ett decimaltal; skriv 1\u00a0234\u00a0567.",
    ),
    "123.456.789": (
        "thousands_point",
        "123.456.789 läses som ett decimaltal; skriv 123\u00a0456\u00a0789.",
    ),
    "12345678,9": ("decimal", "12345678,9 är ett decimaltal"),
    "1,000": ("thousands_comma", "1,000 läses som ett decimaltal; skriv 1000."),
    "-3": ("negative", "-3 är mindre än noll, men det är aldrig ett antal."),
    "−3": ("negative", "−3 är mindre än noll"),
    "– 3": ("negative", "– 3 är mindre än noll"),
    "-12,5": ("negative", "-12,5 är mindre än noll"),
    "5--3": ("negative", "-3 är mindre än noll"),
    "+2": ("plus", "+2 är en förändring. Skriv antalet utan plustecken"),
    "12 %": ("percent", "Här ska ett antal stå, inte procent. Skriv till exempel 12."),
    "12%": ("percent", "Här ska ett antal stå, inte procent."),
    "<5 %": ("percent", "Här ska ett antal stå, inte procent."),
    "39,5 procent": ("percent", "Här ska ett antal stå, inte procent."),
    "12 34": (
        "grouping",
        "Mellanslagen i 12 34 står fel. Skriv tre siffror efter varje mellanslag",
    ),
    "1234 567": ("grouping", "Mellanslagen i 1234 567 står fel."),
    "fem": ("word", "Skriv antalet med siffror: 5."),
    "Noll": ("word", "Skriv antalet med siffror: 0."),
    "12 st": ("unit", "Skriv bara talet, utan ord efter det: 12."),
    "12 st.": ("unit", "Skriv bara talet, utan ord efter det: 12."),
    "1 234 avvikelser": ("unit", "Skriv bara talet, utan ord efter det: 1234."),
    "19-10": ("reversed", "Skriv det minsta talet först, till exempel 10–19."),
    "10-9": ("reversed", "Skriv det minsta talet först"),
    "1000000000": ("too_large", "Talet har fler än nio siffror, och så stort är inget antal här."),
    "1 000 000 000": ("too_large", "Talet har fler än nio siffror"),
    "<1000000000": ("too_large", "Talet har fler än nio siffror"),
    "1.000.000.000": ("too_large", "Talet har fler än nio siffror"),
    "-1000000000": ("too_large", "Talet har fler än nio siffror"),
    "hej": (
        "unreadable",
        "Texten går inte att läsa som ett antal. Skriv till exempel 12, <5, 10–19",
    ),
    "ca": ("unreadable", "Texten går inte att läsa som ett antal."),
    "<": ("unreadable", "Texten går inte att läsa som ett antal."),
    "ca <5": ("unreadable", "Texten går inte att läsa som ett antal."),
    "1e3": ("unreadable", "Texten går inte att läsa som ett antal."),
    "12 (5)": ("unreadable", "Texten går inte att läsa som ett antal."),
    "12 + 5": ("unreadable", "Texten går inte att läsa som ett antal."),
    "övergrepp 5": ("unreadable", "Texten går inte att läsa som ett antal."),
    "två eller fler": ("unreadable", "Texten går inte att läsa som ett antal."),
    "２": ("unreadable", "Texten går inte att läsa som ett antal."),
}


@pytest.mark.parametrize(("text", "code", "words"), [(text, *why) for text, why in REFUSED.items()])
def test_a_text_that_is_no_count_is_refused_with_what_to_write(
    text: str, code: str, words: str
) -> None:
    with pytest.raises(CellError) as caught:
        parse_cell(text)
    assert (caught.value.code, caught.value.message[: len(words)]) == (code, words)
    assert caught.value.message.endswith(".")
    assert len(caught.value.message) <= LONGEST_MESSAGE
    assert str(caught.value) == caught.value.message


@pytest.mark.parametrize("form", ["19{}-{}", "{}-{}", "19{}{}", "19{} {}", "{}{} st"])
def test_a_personal_identity_number_is_refused_and_never_quoted(form: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_cell(form.format("121212", "1212"))
    assert "1212" not in caught.value.message


@pytest.mark.parametrize("text", ["9" * 200_000, "1 " * 100_000, "-" * 200_000, "a-" * 100_000])
def test_a_very_long_text_is_refused_at_once(text: str) -> None:
    with pytest.raises(CellError):
        parse_cell(text)
