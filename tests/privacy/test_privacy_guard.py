"""What the guard tells of a file: what it is, where it stands, each number once."""

from __future__ import annotations

from datetime import date

import pytest

from checker.document.limits import MAX_FAULTS
from checker.document.model import Fault, Span
from checker.document.reader import read_document
from checker.guard import BARE, BIRTH, BLOTTED, first_number, guard, in_name
from checker.privacy.numbers import check_digit

BORN = "64" + "0823"
LAST = f"323{check_digit(BORN + '323')}"
WRONG = f"323{(check_digit(BORN + '323') + 1) % 10}"
MOVED = "64" + "0883"
NUMBER, MISTYPED = f"{BORN}-{LAST}", f"{BORN}-{WRONG}"
SAMORDNING = f"{MOVED}-323{check_digit(MOVED + '323')}"
LATER = f"20{'20'}0101-000{check_digit('200101000')}"
ESCAPED = f"\\x3{BORN[0]}{BORN[1:]}-{LAST}"
PLAIN = "ett personnummer"


def found(
    text: str, latest: date | None = None, most: int | None = None
) -> list[tuple[str, tuple[int, ...], str, object]]:
    faults = guard(read_document(text.encode(), "r.yaml"), latest, most)
    told: list[tuple[str, tuple[int, ...], str, object]] = []
    for one in faults:
        assert (one.related, one.fatal, list(one.values)) == ((), False, ["vad"])
        place = (one.span.line, one.span.column, one.span.end_line, one.span.end_column)
        told.append((one.code, place, one.values["vad"], one.route))
    return told


@pytest.mark.parametrize(
    ("text", "code", "place", "vad", "route"),
    [
        (f"a: {NUMBER}\n", "personal-number", (1, 4, 1, 15), PLAIN, ("a",)),
        (f"a: {BORN}{LAST}\n", "personal-number", (1, 4, 1, 14), BARE, ("a",)),
        (
            f"a: {SAMORDNING}\n",
            "personal-number",
            (1, 4, 1, 15),
            "ett samordningsnummer",
            ("a",),
        ),
        (f"a: {MISTYPED}\n", "personal-number-like", (1, 4, 1, 15), PLAIN, ("a",)),
        (f"# {BORN}-XXXX\na: 1\n", "birth-date", (1, 3, 1, 14), BLOTTED, ()),
        ("a: född 1964-08-23\n", "birth-date", (1, 9, 1, 19), BIRTH, ("a",)),
        (f"a: född {NUMBER}\n", "personal-number", (1, 9, 1, 20), PLAIN, ("a",)),
        (f"{NUMBER}: 1\n", "personal-number", (1, 1, 1, 12), PLAIN, (NUMBER,)),
        (f"a: [\n {NUMBER}\n", "personal-number", (2, 2, 2, 13), PLAIN, ()),
        (f"a: >\n  {BORN}-\n  {LAST}\n", "personal-number", (2, 3, 3, 7), PLAIN, ("a",)),
        (f'a: "x{ESCAPED}"\n', "personal-number", (1, 6, 1, 20), PLAIN, ("a",)),
    ],
)
def test_what_stands_in_the_text_is_told_where_it_stands(
    text: str, code: str, place: tuple[int, ...], vad: str, route: object
) -> None:
    assert found(text) == [(code, place, vad, route)]


@pytest.mark.parametrize(
    ("text", "place", "vad", "route"),
    [
        (f"a: 0x{int(BORN + LAST):x}\n", (1, 4, 1, 15), BARE, ("a",)),
        (f"b: 1\na:\n  - 0x{int(BORN + LAST):x}\n", (3, 5, 3, 16), BARE, ("a", 0)),
        (f"a: 0x{int(BORN + LAST):x}\nb:\n  - x\n", (1, 4, 1, 15), BARE, ("a",)),
    ],
)
def test_what_only_comes_together_in_a_value_is_told_with_the_value(
    text: str, place: tuple[int, ...], vad: str, route: object
) -> None:
    assert found(text) == [("personal-number", place, vad, route)]


def test_a_number_that_only_comes_together_in_a_key_is_told_with_the_key() -> None:
    day = f"19{BORN[:2]}/{BORN[2:4]}/{BORN[4:]}"
    written = day.replace("/", "\\/")
    assert found(f'a:\n  "{written}-{LAST}": 1\n') == [
        ("personal-number", (2, 3, 2, 22), PLAIN, ("a", f"{day}-{LAST}"))
    ]


def test_a_number_is_told_each_time_it_stands_in_the_text_and_not_again_for_its_value() -> None:
    text = f"a: {NUMBER} {NUMBER}\nb: '{NUMBER}'\nc: 0x{int(BORN + LAST):x}\n"
    assert [(place[:2], route) for _, place, _, route in found(text)] == [
        ((1, 4), ("a",)),
        ((1, 16), ("a",)),
        ((2, 5), ("b",)),
        ((3, 4), ("c",)),
    ]


def test_a_number_in_a_value_is_told_though_the_next_line_has_it_too() -> None:
    text = f"a: 0x{int(BORN + LAST):x}\nb: {NUMBER}\n"
    assert [place[:2] for _, place, _, _ in found(text)] == [(2, 4), (1, 4)]


def test_nobody_in_a_report_is_born_after_its_period() -> None:
    text = f"a: {LATER}\nb: 0x{int(LATER.replace('-', '')):x}\nc: {NUMBER}\n"
    lines = [place[0] for _, place, _, _ in found(text)]
    assert lines == [1, 3, 2]  # first what stands in the text, then what stands in the values
    assert [place[0] for _, place, _, _ in found(text, date(2019, 12, 31))] == [3]
    assert [place[0] for _, place, _, _ in found(text, date(2020, 1, 1))] == lines


def test_so_many_characters_are_read_of_the_text_and_no_more() -> None:
    text = f"# x\n# {NUMBER}\n"
    assert [len(found(text, most=most)) for most in (16, 17)] == [0, 1]


def test_so_many_characters_are_read_of_the_values_and_no_more() -> None:
    text = f"a: 0x{int(BORN + LAST):x}\nb: {'y' * 9}\nc: {'1' * 12}\n"
    assert len(found(text)) == 1
    assert [len(found(text, most=most)) for most in (9, 10, 21, 22)] == [0, 0, 0, 1]


def test_more_numbers_than_anybody_reads_are_not_listed() -> None:
    assert len(found(f"# {NUMBER}\n" * (MAX_FAULTS + 5))) == MAX_FAULTS
    assert len(found("# född 1964-08-23\n" * (MAX_FAULTS + 5))) == MAX_FAULTS
    text = f"# {NUMBER}\n# född 1964-08-23\n" * (MAX_FAULTS - 1)
    assert len(found(text)) == MAX_FAULTS


@pytest.mark.parametrize(
    ("name", "vad"),
    [
        (f"{NUMBER}.yaml", PLAIN),
        (f"rapporter/{BORN}{LAST}/r.yaml", BARE),
        (f"{SAMORDNING}.yaml", "ett samordningsnummer"),
    ],
)
def test_a_number_in_a_name_is_told_on_the_first_line(name: str, vad: str) -> None:
    assert list(in_name(name)) == [Fault("number-in-name", Span(1, 1, 1, 1), {"vad": vad})]


@pytest.mark.parametrize("name", [f"{MISTYPED}.yaml", f"{BORN}-XXXX.yaml", "1964-08-23.yaml"])
def test_what_only_looks_like_a_number_may_stand_in_a_name(name: str) -> None:
    assert list(in_name(name)) == []


def test_a_number_behind_another_in_a_name_is_told_too() -> None:
    assert [one.values["vad"] for one in in_name(f"{MISTYPED} {NUMBER}")] == [PLAIN]


def test_the_first_valid_number_of_a_file_is_found() -> None:
    document = read_document(f"# {MISTYPED}\n# {NUMBER}\n# {NUMBER}\n".encode(), "r.yaml")
    assert first_number(document) == Span(2, 3, 2, 14)
    assert first_number(read_document(f"a: {MISTYPED}\n".encode(), "r.yaml")) is None
