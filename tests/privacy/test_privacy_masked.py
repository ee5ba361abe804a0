"""Laws of masking: what is found is masked, once is enough, and what is masked cannot be read."""

from __future__ import annotations

import random
import re
import time
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.privacy import mask
from checker.privacy.details import find_details
from checker.privacy.masking import HIDDEN, concealed
from checker.privacy.numbers import Kind, find_numbers
from checker.privacy.reading import readings
from checker.shown import shown, shown_trace

if TYPE_CHECKING:
    from tests.privacy.conftest import Workshop

BIRTH, LAST = "64" + "0823", "32" + "34"
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


@pytest.mark.parametrize(
    "text",
    [
        *("1 " * 100_000, "20231231 " * 20_000, "\\x31" * 50_000, "1\u200b" * 100_000),
        *(f"{BIRTH}\n\n\n" * 20_000, f"{BIRTH}-" * 30_000, "a" * 200_000, "a." * 100_000),
        *("0 1" * 60_000, "f. " * 60_000, "– 1" * 60_000, "+46 (0)" * 30_000),
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_a_hostile_text_is_read_in_a_moment(text: str) -> None:
    start = time.process_time()
    mask(text)
    list(find_details(text))
    assert time.process_time() - start < 2


def test_the_figures_of_a_number_are_in_no_repr() -> None:
    (number,) = find_numbers(f"{BIRTH}-{LAST}")
    assert LAST not in repr(number)


@pytest.mark.parametrize("after", ["\u200b", "\x1b", "\u00ad\u00ad", "\\x41", "\u200b "])
def test_what_nobody_sees_behind_a_number_is_no_part_of_it(after: str) -> None:
    for text in (f"{BIRTH}-{LAST}", f"{BIRTH}-{LAST[:3]}\\x3{LAST[3]}", f"{BIRTH}\u200b{LAST}"):
        assert mask(f"a {text}{after}") == f"a {HIDDEN}{after}"
