"""Laws of masking: what is found is masked, once is enough, and what is masked cannot be read."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.catalog import Catalogue, read_catalogue
from checker.document.model import Span
from checker.document.reader import read_document
from checker.engine import judge
from checker.output.frame import frame
from checker.output.lines import ASCII
from checker.privacy import mask
from checker.privacy.details import find_details
from checker.privacy.masking import HIDDEN, STRETCH, _replaced, concealed, without_details
from checker.privacy.numbers import Kind, find_numbers
from checker.privacy.reading import readings
from checker.resources import folder
from checker.shown import shown, shown_trace

if TYPE_CHECKING:
    from tests.privacy.conftest import Workshop

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
BIRTH, LAST = "64" + "0823", "32" + "34"
WATCHDOG = 120  # seconds; a few on a quiet machine, hours where the cost grows with the square
# What numbers are made of, and what may come between: signs, spaces, escapes, unseen marks.
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(BIRTH, LAST, f"19{BIRTH}", "1964-08-23", "2023-09-01", "0101", "12", "1", "6408"),
                *("-", "--", "+", "–", " ", "  ", "\n", "\n    ", ".", "/", "_", "X", "****", "#"),
                *("\\x2d", "\\u0036", "\\\n", "\\", "\u00ad", "\u200b", "\ufeff", "\x00", "a", ","),
                *("６", "٦", "𝟔", "@", "född ", "+46 ", "08-", "\u0308"),
            ]
        ),
        st.text("0123456789-+ –\u00a0\\xu\n*", max_size=6),
    ),
    max_size=9,
).map("".join)


def digits(text: str) -> str:
    """The figures of a text, whatever they are written with."""
    figures = (unicodedata.digit(mark, None) for mark in unicodedata.normalize("NFKC", text))
    return "".join(str(figure) for figure in figures if figure is not None)


@given(PIECES)
@example(f"{BIRTH}-{LAST}")
@example(f"{BIRTH}-{LAST}-12-10")
@example(f"**{BIRTH}-{LAST}**")
@example(f"2023-09-01 - 2024-08-31-{LAST}")
@example(f"\\x{BIRTH}-{LAST}")
def test_what_is_found_is_masked_and_once_is_enough(text: str) -> None:
    masked = mask(text)
    assert list(find_numbers(masked)) == []
    assert mask(masked) == masked
    assert (masked == text) is (list(find_numbers(text)) == [])


@given(PIECES)
def test_what_stands_between_numbers_is_left_as_it_is(text: str) -> None:
    left = re.escape(mask(text)).replace(re.escape(HIDDEN), r"[\s\S]+?")
    assert re.fullmatch(left, text)


@given(PIECES)
def test_a_place_is_a_piece_of_the_text_and_holds_the_ten_figures(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
        if number.kind is not Kind.HIDDEN and "\\" not in text:
            assert digits(text[number.start : number.end]).endswith(number.digits)


@given(PIECES)
def test_a_reading_knows_where_each_of_its_characters_stood(text: str) -> None:
    for reading in readings(text):
        places = [reading.place(at, at + 1) for at in range(len(reading.text))]
        assert all(start < end for start, end in places)
        assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(st.lists(PIECES.map(lambda text: text.replace("\n", " ")), max_size=6))
@example([f"född {BIRTH}", f"{BIRTH}-", f"   {LAST} kim@exempel.se"])
def test_no_line_of_a_frame_shows_a_number_or_what_else_points_at_a_person(
    lines: list[str],
) -> None:
    safe = [concealed(lines, at) for at in range(len(lines))]
    assert not any("\n" in line for line in safe)
    for line in safe:
        assert list(find_numbers(line)) == []
        assert not [one for one in find_details(line) if one.sort != "birth"]
    assert all(
        new == old or "[dolt]" in new or HIDDEN in new for new, old in zip(safe, lines, strict=True)
    )


def test_a_number_parted_by_a_line_break_is_hidden_on_both_lines() -> None:
    lines = ["x", f"a {BIRTH}-", f"  {LAST} b", f"{BIRTH} c", "d kim@exempel.se"]
    safe = [concealed(lines, at) for at in range(5)]
    assert safe == ["x", f"a {HIDDEN}", f"{HIDDEN} b", f"{BIRTH} c", "d [dolt]"]


def test_a_number_over_five_lines_is_hidden_on_each() -> None:
    lines = [f"a {BIRTH}-", "", "", f"  {LAST} b", "c"]
    assert [concealed(lines, at) for at in range(5)] == [
        f"a {HIDDEN}",
        HIDDEN,
        HIDDEN,
        f"{HIDDEN} b",
        "c",
    ]


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ([(1, 3)], "a*\ne"),
        ([(3, 4), (0, 1)], "*bc*e"),
        ([(0, 3), (1, 2), (2, 4)], "*e"),
        ([(0, 3), (3, 5)], "**"),
        ([], "abc\ne"),
    ],
)
def test_places_that_overlap_are_hidden_as_one(places: list[tuple[int, int]], left: str) -> None:
    assert _replaced("abc\ne", places, "*") == left


def test_what_is_hidden_over_several_lines_is_hidden_on_each() -> None:
    text = "a\nb\nc\nd"
    assert _replaced(text, [(0, 3), (2, 5)], "*", keep_lines=True) == "*\n*\n*\nd"
    assert _replaced(text, [(0, 3), (2, 5)], "*") == "*\nd"


def test_a_long_line_without_a_number_is_cut_where_the_stretch_is() -> None:
    line = "x" * STRETCH + "y" * STRETCH + "z" * 10
    assert concealed([line], 0) == "x" * STRETCH
    assert concealed([line], 0, 5) == "x" * (STRETCH - 5) + "y" * 5
    assert concealed([line], 0, STRETCH + 5) == "y" * (STRETCH - 5) + "z" * 5


def test_a_long_line_with_a_number_is_also_cut_where_a_number_may_be_cut() -> None:
    number, hidden = f" {BIRTH}-{LAST} ", f" {HIDDEN} "
    before, after = "x" * 9_000, "y" * (STRETCH - 9_000 - len(number))
    line = before + number + after + "z" * STRETCH
    assert concealed([line[:STRETCH]], 0) == before + hidden + after
    assert concealed([line], 0) == before + hidden + after[:-500]
    moved = before[10:] + hidden + after + "z" * 10
    assert concealed([line], 0, 10) == moved[500:-500]
    assert concealed([line[: STRETCH + 10]], 0, 10) == moved[500:]


def test_lines_around_are_read_as_far_as_a_number_can_reach() -> None:
    far = "y" * STRETCH
    assert concealed([f"{far} {BIRTH}-", f"{LAST} b"], 1) == f"{HIDDEN} b"
    assert concealed([f"a {BIRTH}-", f"{LAST} {far}"], 0) == f"a {HIDDEN}"


@pytest.mark.parametrize("seed", [1, random.SystemRandom().randrange(2**32)], ids=["one", "fresh"])
def test_no_form_of_a_number_can_be_read_once_it_is_masked(workshop: Workshop, seed: int) -> None:
    dice = random.Random(seed)
    around = ("{}", "om {}, igen", "a{}b", "**{}**", "({})", "{}*", "'{}'", "x: {} # y", "\n{}\n")
    for round_ in range(100):
        made = workshop.make(dice)
        for form in workshop.forms.values():
            text = around[round_ % len(around)].format(form(made))
            for out in (mask(text), shown(text), shown_trace(ValueError(text))):
                assert made.last not in digits(out), seed
                assert made.birth not in digits(out), seed
                assert HIDDEN in out


@pytest.mark.timeout(WATCHDOG)
@pytest.mark.parametrize(
    "text",
    [
        *("1 " * 100_000, "20231231 " * 20_000, "\\x31" * 50_000, "1\u200b" * 100_000),
        *(f"{BIRTH}\n\n\n" * 20_000, f"{BIRTH}-" * 30_000, "a" * 200_000, "a." * 100_000),
        *("0 1" * 60_000, "f. " * 60_000, "– 1" * 60_000, "+46 (0)" * 30_000),
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_a_hostile_text_is_read_to_its_end(text: str) -> None:
    masked = mask(text)
    assert list(find_numbers(masked)) == []
    assert all(text[one.start : one.end] for one in find_details(text))


@pytest.mark.timeout(WATCHDOG)
@pytest.mark.parametrize(
    "around", ["{}", "a: [\n{}", "a: |\n  {}"], ids=["line", "broken", "foreign"]
)
@pytest.mark.parametrize(
    "text", [f"{BIRTH} 1111 ", f"{BIRTH}-", "1234567890", "f. ", f"f. {BIRTH} ", "20231231 "]
)
def test_a_hostile_file_that_is_refused_is_drawn(text: str, around: str) -> None:
    """Of ten MiB: what is drawn of it, too."""
    rows = [text * (190_000 // len(text))] * 54 if "\n" in around else [text * (10**7 // len(text))]
    data = around.format("\n  ".join(rows)).encode()
    document = read_document(data, "r.yaml")
    result, _ = judge(document, CATALOGUE)
    lines = [
        row for one in result.findings for row in frame(one, document.lines, 80, ASCII, "error")
    ]
    assert not result.judged
    assert lines


def test_a_refused_file_of_a_size_that_people_write_is_read_to_its_end() -> None:
    text = "a: [\n" + "# lugnt\n" * 100_000 + f"# {BIRTH}-{LAST}\n"
    result, _ = judge(read_document(text.encode(), "r.yaml"), CATALOGUE)
    assert [one.span.line for one in result.findings if one.rule == "PERS001"] == [100_002]


@pytest.mark.parametrize(
    "fill", ["x", f"{BIRTH}-{LAST} ", f"\\U0000003{BIRTH[0]}{BIRTH[1:]}-{LAST} "]
)
@pytest.mark.parametrize("away", range(0, 40, 3))
def test_no_stretch_of_a_very_long_line_shows_half_a_number(fill: str, away: int) -> None:
    before = fill * (STRETCH // len(fill))
    line = f"{'x' * away} {before} {BIRTH}-{LAST} {fill * STRETCH}"
    for begin in (0, 5, STRETCH // 2, STRETCH):
        safe = concealed([line], 0, begin)
        assert BIRTH not in safe
        assert LAST[:3] not in safe


def test_a_place_far_out_in_a_long_line_is_drawn_where_it_stands() -> None:
    line = "y" * (STRETCH * 2) + " fel " + "z" * STRETCH
    at = line.index("fel") + 1
    finding = judge(read_document(b"a: [\n", "r.yaml"), CATALOGUE)[0].findings[0]
    marked = replace(finding, span=Span(1, at, 1, at + 3), related=())
    above, below = (
        "".join(part.text for part in row) for row in frame(marked, (line,), 60, ASCII, "error")
    )
    assert above[below.index("^") : below.rindex("^") + 1] == "fel"


def test_the_figures_of_a_number_are_in_no_repr() -> None:
    (number,) = find_numbers(f"{BIRTH}-{LAST}")
    assert LAST not in repr(number)


@pytest.mark.parametrize("after", ["\u200b", "\x1b", "\u00ad\u00ad", "\\x41", "\u200b "])
def test_what_nobody_sees_behind_a_number_is_no_part_of_it(after: str) -> None:
    for text in (f"{BIRTH}-{LAST}", f"{BIRTH}-{LAST[:3]}\\x3{LAST[3]}", f"{BIRTH}\u200b{LAST}"):
        assert mask(f"a {text}{after}") == f"a {HIDDEN}{after}"


def test_a_text_that_is_copied_elsewhere_points_at_nobody() -> None:
    text = f"Född {BIRTH}-{LAST}; född 2012-03-04, kim@exempel.se, 070-174 06 05 i enheten."
    hidden = f"Född {HIDDEN}; född [dolt], [dolt], [dolt] i enheten."
    assert without_details(text) == hidden
