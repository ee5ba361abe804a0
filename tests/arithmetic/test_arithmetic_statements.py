"""Shares in running text: what is found, and what only looks like one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import judge_share
from checker.arithmetic.statements import may_state, statements

if TYPE_CHECKING:
    from checker.arithmetic.statements import Statement


def found(text: str) -> list[tuple[int, str, str, str]]:
    return [(one.line, one.count.text, one.base.text, one.percent.text) for one in statements(text)]


def verdict(one: Statement) -> Outcome:
    return judge_share(one.count.interval, one.base.interval, one.percent).outcome


def outcomes(text: str) -> list[Outcome]:
    return [verdict(one) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("6 av 61 (9 %)", ("6", "61", "9 %")),
        ("6 av 61 (9%)", ("6", "61", "9%")),
        ("6 av 61(9 procent)", ("6", "61", "9 procent")),
        ("Plan saknas i 6 av 61 (9,8 %) ärenden.", ("6", "61", "9,8 %")),
        ("Plan saknas i 6 av 61, 9 %.", ("6", "61", "9 %")),
        ("Plan saknas i 6 av 61, 9 procent, och det är fler än i fjol.", ("6", "61", "9 procent")),
        ("Några (6 av 61, 9 procent) saknar plan.", ("6", "61", "9 procent")),
        ("Plan saknas i 6 av 61, 9 procent", ("6", "61", "9 procent")),
        ("Plan saknas i 9 procent (6 av 61).", ("6", "61", "9 procent")),
        ("Plan saknas i knappt 10 % (6 av 61).", ("6", "61", "knappt 10 %")),
        ("Ca 40 av 61 (66 %) svarade.", ("ca 40", "61", "66 %")),
        ("40 av cirka 60 (drygt 66 %) svarade.", ("40", "cirka 60", "drygt 66 %")),
        ("Färre, <5 av 7 (43 %), svarade.", ("<5", "7", "43 %")),
        ("Tolv av tjugo är många; tolv av 40 (30 %) är färre.", ("12", "40", "30 %")),
        ("En av sju (14 %) svarade.", ("1", "7", "14 %")),
        ("1 234 av 12\u00a0345 (10 %)", ("1 234", "12 345", "10 %")),
        ("Kvinnor – 5 av 61 (8 %) – svarade.", ("5", "61", "8 %")),
        ("Andelen sjönk från 30 % till 10 % (6 av 61).", ("6", "61", "10 %")),
        ("Under 2024: 6 av 61 (10 %).", ("6", "61", "10 %")),
        ("tva\u030a av sju (29 %)", ("2", "7", "29 %")),
    ],
)
def test_a_share_with_count_base_and_percentage_is_found(
    text: str, stated: tuple[str, str, str]
) -> None:
    assert found(text) == [(0, *stated)]


@pytest.mark.parametrize(
    "text",
    [
        # another form
        "6 av 61 anmälningar (9 %)",
        "6 av totalt (9 %)",
        "6 av totalt 61 (9 %)",
        "6 av 61",
        "9 % av 61",
        "6 av 61 (9)",
        "6 av 61 (9 % i fjol)",
        "6 av 61 (förra året 9 %)",
        "6 av 61 9 %",
        "6 av 61,9 %",
        "9 % (6 av 61 ärenden)",
        "6/61 (9 %)",
        "007 av 61 (9 %)",
        # a number that is a part of another
        "3,5 av 5 (70 %)",
        "3 av 4,5 (70 %)",
        "1/5 av 61 (9 %)",
        "2024-01-06 av 61 (9 %)",
        "3–6 av 61 (9 %)",
        "3 – 6 av 61 (9 %)",
        "mellan 3 och 6 av 61 (9 %)",
        "två eller tre av 61 (9 %)",
        "6 av 61-70 (9 %)",
        "−6 av 61 (9 %)",
        "3 av 4 av 8 (70 %)",
        "6 av 61, 9–10 procent.",
        "8–9 procent (6 av 61)",
        "mellan 8 och 9 procent (6 av 61)",
        "År 2024 600 av 6100 (9 %)",
        # a percentage of something else
        "3 av 8, 40 procent av tiden",
        "3 av 8, 40 procent\nav tiden",
        "punkt 3 av 7, 50 procent av den är klar",
        "3 av 8, 4 procentenheter.",
        "3 av 8, 4 %-enheter.",
        "3 av 8 (4 procentenheter)",
        "3 av 8, 10 procent fler än i fjol",
        "2 av 3 (SoL 14 kap.)",
        "1 av 10 (se bilaga)",
        "5 av 7 dagar",
        # a place in an order
        "Punkt 3 av 7 (50 %)",
        "Steg 2 av 5, 60 procent.",
        "Fråga 3, 4 av 7 (80 %)",
        # a limit, a change, an aim
        "Över 40 av 61 (65 %)",
        "fler än 40 av 61 (65 %)",
        "upp till 40 av 61 (65 %)",
        "≥10 av 61 (15 %)",
        "Andelen ökade med 12 procent (40 av 61).",
        "Andelen har minskat 12 procent (40 av 61).",
        "Minskningen blev 20 procent (48 av 60).",
        "Det är en ökning på 2 procent (48 av 60).",
        "+12 % (40 av 61)",
        "Målet är 90 procent (40 av 61).",
        "Kravet på minst en plan, 100 procent (40 av 61), är inte nått.",
        "Förra årets tal står inom parentes. I år 18 av 24 (63 %).",
        # two sentences, two points of a list
        "Vi frågade 40 av 61\n\n(9 %) svarade",
        "- 40 av\n- 61 (9 %)",
        "6 av\n\n61 (9 %)",
    ],
)
def test_what_only_looks_like_a_share_is_let_be(text: str) -> None:
    assert found(text) == []


def test_a_line_break_counts_as_a_space_and_the_first_line_is_told() -> None:
    text = "Först.\n\n  - Sedan 6\n    av 61\n    (9 %).\n  - Sist 9 procent\n    (6 av 61)."
    assert found(text) == [(2, "6", "61", "9 %"), (5, "6", "61", "9 procent")]


def test_several_shares_in_a_sentence_are_all_found() -> None:
    text = "Det gällde 12 av 20 (60 %) respektive 5 av 8, 62 %, men 7 % (6 av 86) i fjol."
    assert [one[1:] for one in found(text)] == [
        ("12", "20", "60 %"),
        ("5", "8", "62 %"),
        ("6", "86", "7 %"),
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("nio av tio (92 %)", Outcome.MAY_AGREE),
        ("nio av tio (84 %)", Outcome.DISAGREES),
        ("två av tre (68 %)", Outcome.MAY_AGREE),
        ("en av tre (68 %)", Outcome.DISAGREES),
        ("två av tolv (18 %)", Outcome.DISAGREES),
        ("drygt 8 av 10 (83 %)", Outcome.MAY_AGREE),
        ("drygt 8 av 10 (72 %)", Outcome.DISAGREES),
        ("8 av 10 (83 %)", Outcome.DISAGREES),
        ("ca 40 av 61 (66 %)", Outcome.MAY_AGREE),
        ("ca 40 av 61 (80 %)", Outcome.DISAGREES),
        ("0 av 0 (0 %)", Outcome.NOT_TESTABLE),
    ],
)
def test_a_proportion_in_plain_words_is_the_nearest_and_not_a_count(
    text: str, outcome: Outcome
) -> None:
    assert outcomes(text) == [outcome]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nio av tio (92 %)", 87, 97),  # 92 and half a tenth of the whole on either side
        ("ca 40 av 61 (66 %)", 66 - Fraction(50, 61), 66 + Fraction(50, 61)),
        ("ca 4 av 1 000 (0,4 %)", Fraction("0.35"), Fraction("0.45")),
        ("ca 0 av 0 (40 %)", -10, 90),
    ],
)
def test_a_way_of_speaking_is_as_wide_as_half_a_count(
    text: str, low: Fraction, high: Fraction
) -> None:
    (statement,) = statements(text)
    percent = statement.percent
    assert (percent.low, percent.high, percent.exact_form) == (low, high, False)


@pytest.mark.parametrize(
    "text", ["40 % i år", "40 procent", "av 61", "3 av 8", "den 4 avslutades", ""]
)
def test_a_text_without_a_percentage_of_something_needs_no_search(text: str) -> None:
    assert not may_state(text)


def test_what_brackets_say_is_let_be_where_they_are_explained_and_the_rest_is_read() -> None:
    text = "Förra årets siffror inom parentes. Det var 3 av 8 (40 %), och sedan 5 av 8, 62 %."
    assert [one[1:] for one in found(text)] == [("5", "8", "62 %")]


def test_each_share_is_told_on_its_own_line() -> None:
    text = "Först\nvar 3 av 8 (40 %)\noch 5 av 8\n(62 %).\n\nSedan\n7 av 8 (88 %).\n- 1 av 8 (12 %)"
    assert [one.line for one in statements(text)] == [1, 2, 6, 7]


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int, int]:
    base = draw(st.integers(1, 500))
    return draw(st.integers(0, base)), base, draw(st.integers(0, 2))


FORMS = ("{n} av {m} ({p} %)", "Det var {n} av {m}, {p} procent.", "Det var {p} % ({n} av {m}).")
forms = st.sampled_from(FORMS)


@given(counts(), forms)
def test_a_rightly_rounded_share_is_never_flagged(figures: tuple[int, int, int], form: str) -> None:
    n, m, decimals = figures
    text = form.format(n=swedish(n), m=swedish(m), p=swedish(Fraction(100 * n, m), decimals))
    assert outcomes(text) == [Outcome.AGREES]


@given(counts(), forms)
def test_a_share_one_unit_beyond_its_rounding_is_flagged(
    figures: tuple[int, int, int], form: str
) -> None:
    n, m, decimals = figures
    unit = Fraction(1, 10**decimals)
    share = Fraction(100 * n, m)
    rounded = (share + unit / 2) // unit * unit
    for percent in (rounded + unit, rounded - unit):
        if percent < 0 or abs(percent - share) == unit / 2:  # half-way may be rounded either way
            continue
        whole, part = divmod(percent / unit, 10**decimals)
        text = f"{whole},{int(part):0{decimals}}" if decimals else f"{whole}"
        assert outcomes(form.format(n=n, m=m, p=text)) == [Outcome.DISAGREES], text


@given(st.text("0123456789 ,.()%-–<\navprocentcaeöå{}", max_size=80))
def test_any_text_is_searched_and_a_quick_look_misses_nothing(text: str) -> None:
    lines = [one.line for one in statements(text)]
    assert lines == sorted(lines)
    assert all(line <= text.count("\n") for line in lines)
    assert may_state(text) or not lines
