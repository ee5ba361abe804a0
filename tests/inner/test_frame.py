from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.model import Span
from checker.finding import Related
from checker.output.frame import frame
from checker.output.lines import ASCII, UNICODE, Part, plain

if TYPE_CHECKING:
    from checker.output.lines import Line, Signs
    from tests.inner.conftest import Bench

BIRTH = "64" + "0823"
LAST = "32" + "34"
SOURCE = (
    "avvikelser:",
    "  totalt: 10",
    "  per_status:",
    "    antal:",
    "      A: 3",
    "      B: 4",
)


def related(line: int, column: int, end: int, words: str, file: str = "namn.yaml") -> Related:
    return Related(file, Span(line, column, line, end), (), words)


def drawn(
    bench: Bench,
    span: Span,
    *others: Related,
    source: tuple[str, ...] = SOURCE,
    width: int = 80,
    signs: Signs = UNICODE,
) -> list[str]:
    finding = bench.finding(span=span, related=others)
    return plain(list(frame(finding, source, width, signs, "error"))).splitlines()


def test_a_place_is_underlined(bench: Bench) -> None:
    assert drawn(bench, Span(2, 11, 2, 13)) == [
        "     2 │   totalt: 10",
        "       │           ^^",
    ]


def test_the_parts_of_a_frame_have_styles(bench: Bench) -> None:
    finding = bench.finding(span=Span(2, 11, 2, 13))
    found: list[Line] = list(frame(finding, SOURCE, 80, UNICODE, "warning"))
    assert found == [
        (Part("     2 │ ", "dim"), Part("  totalt: 10", "source")),
        (Part("       │           ", "dim"), Part("^^", "warning"), Part("", "dim")),
    ]


def test_other_places_are_underlined_with_their_words(bench: Bench) -> None:
    others = (related(5, 10, 11, "första raden"), related(6, 10, 11, "andra raden"))
    assert drawn(bench, Span(2, 11, 2, 13), *others) == [
        "     2 │   totalt: 10",
        "       │           ^^",
        "       ⋮",
        "     5 │       A: 3",
        "       │          ─ första raden",
        "     6 │       B: 4",
        "       │          ─ andra raden",
    ]


def test_places_are_drawn_in_the_order_of_the_text(bench: Bench) -> None:
    assert drawn(bench, Span(5, 10, 5, 11), related(2, 11, 13, "totalen")) == [
        "     2 │   totalt: 10",
        "       │           ── totalen",
        "       ⋮",
        "     5 │       A: 3",
        "       │          ^",
    ]


def test_words_that_the_line_says_itself_are_not_repeated(bench: Bench) -> None:
    assert drawn(bench, Span(2, 11, 2, 13), related(5, 10, 11, "3"), related(6, 10, 11, "")) == [
        "     2 │   totalt: 10",
        "       │           ^^",
        "       ⋮",
        "     5 │       A: 3",
        "     6 │       B: 4",
    ]


def test_of_two_places_on_a_line_the_primary_is_underlined(bench: Bench) -> None:
    assert drawn(bench, Span(2, 11, 2, 13), related(2, 3, 9, "nyckeln")) == [
        "     2 │   totalt: 10",
        "       │           ^^",
    ]


def test_a_place_over_several_lines_is_underlined_on_its_first(bench: Bench) -> None:
    assert drawn(bench, Span(3, 3, 6, 11), source=(*SOURCE[:2], "  per_status:  ", "x")) == [
        "     3 │   per_status:",
        "       │   ^^^^^^^^^^^",
    ]


def test_an_empty_place_is_one_sign_wide(bench: Bench) -> None:
    assert drawn(bench, Span(4, 11, 4, 11)) == ["     4 │     antal:", "       │           ^"]


def test_line_numbers_stand_under_each_other(bench: Bench) -> None:
    source = tuple(f"a: {number}" for number in range(1, 121))
    assert drawn(bench, Span(9, 4, 9, 5), related(110, 4, 7, "här"), source=source) == [
        "       9 │ a: 9",
        "         │    ^",
        "         ⋮",
        "     110 │ a: 110",
        "         │    ─── här",
    ]


def test_six_other_places_are_drawn_and_the_rest_told(bench: Bench) -> None:
    source = tuple(f"a: {number}" for number in range(1, 11))
    others = [related(number, 4, 5, "också") for number in range(2, 11)]
    assert drawn(bench, Span(1, 4, 1, 5), *others[:7], source=source)[-2:] == [
        "       │    ─ också",
        "       ⋮ och rad 8",
    ]
    assert drawn(bench, Span(1, 4, 1, 5), *others, source=source)[-1] == (
        "       ⋮ och 3 ställen till: rad 8, 9, 10"
    )
    assert drawn(bench, Span(1, 4, 1, 5), *others[:6], source=source)[-1] == ("       │    ─ också")


def test_places_in_other_files_are_not_drawn(bench: Bench) -> None:
    assert drawn(bench, Span(2, 11, 2, 13), related(5, 10, 11, "där", "annan.yaml")) == [
        "     2 │   totalt: 10",
        "       │           ^^",
    ]


@pytest.mark.parametrize("line", [0, 7, 99])
def test_there_is_no_frame_of_a_line_that_is_not_there(bench: Bench, line: int) -> None:
    assert drawn(bench, Span(line, 1, line, 2)) == []
    assert drawn(bench, Span(2, 11, 2, 13), related(line, 1, 2, "x")) == [
        "     2 │   totalt: 10",
        "       │           ^^",
    ]


def test_ascii_signs_leave_nothing_else(bench: Bench) -> None:
    others = (related(5, 10, 11, "första › raden…"),)
    found = drawn(bench, Span(2, 11, 2, 13), *others, signs=ASCII)
    assert found == [
        "     2 |   totalt: 10",
        "       |           ^^",
        "       :",
        "     5 |       A: 3",
        "       |          - första > raden.",
    ]


# --- long lines ---

LONG = "text: " + " ".join(f"ord{number:03}" for number in range(60))
ROOM = 80 - 5 - 1 - 3


def test_a_line_that_just_fits_is_whole(bench: Bench) -> None:
    source = "a" * ROOM
    assert drawn(bench, Span(1, 1, 1, 3), source=(source,)) == [
        f"     1 │ {source}",
        "       │ ^^",
    ]


def test_the_beginning_of_a_long_line_is_shown_when_the_place_is_there(bench: Bench) -> None:
    assert drawn(bench, Span(1, 7, 1, 13), source=(LONG,)) == [
        f"     1 │ {LONG[: ROOM - 1]}…",
        "       │       ^^^^^^",
    ]
    assert drawn(bench, Span(1, ROOM // 2, 1, ROOM // 2 + 1), source=(LONG,))[0].endswith(
        f"{LONG[: ROOM - 1]}…"
    )


def test_a_long_line_is_cut_around_the_place(bench: Bench) -> None:
    column = LONG.index("ord030") + 1
    start = column - 1 - 4
    assert drawn(bench, Span(1, column, 1, column + 6), source=(LONG,)) == [
        f"     1 │ {LONG[start : start + ROOM - 1]}…",
        "       │     ^^^^^^",
    ]


def test_the_end_of_a_long_line_is_shown_when_the_place_is_there(bench: Bench) -> None:
    column = LONG.index("ord059") + 1
    assert drawn(bench, Span(1, column, 1, column + 6), source=(LONG,)) == [
        f"     1 │ {LONG[-ROOM:]}",
        f"       │ {' ' * (ROOM - 6)}^^^^^^",
    ]


def test_a_long_place_is_underlined_to_the_edge(bench: Bench) -> None:
    assert drawn(bench, Span(1, 1, 1, len(LONG) + 1), source=(LONG,))[1] == (
        f"       │ {'^' * ROOM}"
    )


# --- what must not be seen ---


def test_a_masked_line_is_not_underlined(bench: Bench) -> None:
    source = f"namn: {BIRTH}-{LAST} x"
    assert drawn(bench, Span(1, 7, 1, 18), source=(source,)) == ["     1 │ namn: ÅÅMMDD-XXXX x"]


def test_a_line_with_hidden_marks_is_not_underlined(bench: Bench) -> None:
    source = "namn: a\u200bb\x1b[31m"
    assert drawn(bench, Span(1, 7, 1, 9), source=(source,)) == ["     1 │ namn: a\\u200bb\\x1b[31m"]


def test_the_words_beside_a_place_are_shown_safely(bench: Bench) -> None:
    found = drawn(bench, Span(1, 1, 1, 2), related(5, 10, 11, f"{BIRTH}-{LAST}\x1b"))
    assert found[-1] == "       │          ─ ÅÅMMDD-XXXX\\x1b"


def test_no_part_of_a_personal_number_stands_at_the_edge_of_a_cut_line(bench: Bench) -> None:
    for before in range(140):
        source = "a" * before + f" {BIRTH}-{LAST} " + "b" * 140
        for column in (1, before + 2, before + 20, before + 60, 280):
            for row in drawn(bench, Span(1, column, 1, column + 1), source=(source,)):
                assert BIRTH[2:] not in row
                assert LAST not in row
                assert f"{BIRTH}-{LAST[:3]}" not in row


# --- width ---

PRINTABLE = st.text(st.sampled_from("abc åäö:-–…0123456789"), min_size=1, max_size=200)


@given(PRINTABLE, st.integers(1, 200), st.integers(0, 80), st.sampled_from([80, 120]))
def test_a_frame_is_never_wider_than_asked(
    bench: Bench, source: str, column: int, length: int, width: int
) -> None:
    column = min(column, len(source))
    for signs in (UNICODE, ASCII):
        span = Span(1, column, 1, column + length)
        for row in drawn(bench, span, source=(source,), width=width, signs=signs):
            assert len(row) <= width


@pytest.mark.parametrize(
    ("source", "signs"),
    [("#" * 200, UNICODE), ("a\u200b" * 100, ASCII)],
)
def test_a_line_that_grows_when_it_is_made_safe_is_no_wider(
    bench: Bench, source: str, signs: Signs
) -> None:
    for row in drawn(bench, Span(1, 1, 1, 2), source=(source,), signs=signs):
        assert len(row) <= 80


def test_the_words_beside_a_place_are_no_wider(bench: Bench) -> None:
    source = ("a: 1", "b: " + "x" * 60 + " 12345")
    for row in drawn(
        bench, Span(1, 4, 1, 5), related(2, 65, 70, "totalen i per_status"), source=source
    ):
        assert len(row) <= 80


def test_a_place_behind_a_full_line_is_no_wider(bench: Bench) -> None:
    source = ("a" * ROOM,)
    for row in drawn(bench, Span(1, ROOM + 1, 1, ROOM + 2), source=source):
        assert len(row) <= 80


def test_the_words_beside_a_place_are_cut_to_the_room(bench: Bench) -> None:
    found = drawn(bench, Span(1, 1, 1, 2), related(5, 10, 11, "ord " * 40))
    assert found[-1] == "       │          ─ " + ("ord " * 40)[:59].rstrip() + "…"
    assert all(len(row) <= 80 for row in found)
