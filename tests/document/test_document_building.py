"""Data and places: what a text becomes, with both parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.document.model import Span

if TYPE_CHECKING:
    from tests.document.conftest import Read

BOTH = pytest.mark.parametrize("parser", ["c", "pure"])


def spans(places: Any) -> dict[Any, tuple[int, int, int, int]]:
    return {
        route: (span.line, span.column, span.end_line, span.end_column)
        for route, span in places.items()
    }


@BOTH
def test_keys_are_their_source_text_and_values_are_resolved(read: Read, parser: str) -> None:
    document = read("2019: 1\ntrue: ja\n~: x\nnull: 1.50\n'a b': true\n\"c\": null\n", parser)
    assert document.data == {
        "2019": 1,
        "true": "ja",
        "~": "x",
        "null": 1.5,
        "a b": True,
        "c": None,
    }
    assert document.texts == {("2019",): "1", ("null",): "1.50", ("a b",): "true"}
    assert document.faults == ()


@BOTH
def test_only_plain_scalars_are_resolved(read: Read, parser: str) -> None:
    document = read("a: '12'\nb: \"true\"\nc: |-\n  12\nd: >-\n  12\n", parser)
    assert document.data == {"a": "12", "b": "true", "c": "12", "d": "12"}
    assert document.styles == {("a",): "'", ("b",): '"', ("c",): "|", ("d",): ">"}
    assert document.texts == {}


@BOTH
def test_every_key_and_value_has_its_place(read: Read, parser: str) -> None:
    text = "a: 1\nå:\n  b: två ord  # kommentar\n  c:\n    - x\n    - d: 2\n      e: 3\n"
    document = read(text, parser)
    assert spans(document.keys) == {
        ("a",): (1, 1, 1, 2),
        ("å",): (2, 1, 2, 2),
        ("å", "b"): (3, 3, 3, 4),
        ("å", "c"): (4, 3, 4, 4),
        ("å", "c", 1, "d"): (6, 7, 6, 8),
        ("å", "c", 1, "e"): (7, 7, 7, 8),
    }
    assert spans(document.values) == {
        ("a",): (1, 4, 1, 5),
        ("å", "b"): (3, 6, 3, 13),
        ("å", "c", 0): (5, 7, 5, 8),
        ("å", "c", 1, "d"): (6, 10, 6, 11),
        ("å", "c", 1, "e"): (7, 10, 7, 11),
        ("å", "c", 1): (6, 7, 7, 11),
        ("å", "c"): (5, 5, 7, 11),
        ("å",): (3, 3, 7, 11),
        (): (1, 1, 7, 11),
    }


@BOTH
@pytest.mark.parametrize(
    ("text", "route", "place"),
    [
        ("a:\nb: 1\n", ("a",), (1, 2, 1, 2)),
        ("a:   # c\n\n\nb: 1\n", ("a",), (1, 2, 1, 2)),
        ("a:", ("a",), (1, 2, 1, 2)),
        ("'a' :\n", ("a",), (1, 4, 1, 4)),
        ("b:\n  a:\n\n\nc: 1\n", ("b", "a"), (2, 4, 2, 4)),
        ("b: {a, c: 1}\n", ("b", "a"), (1, 6, 1, 6)),
        ("b: {a: , c: 1}\n", ("b", "a"), (1, 6, 1, 6)),
        ("b:\n  -\n  - x\n", ("b", 0), (2, 4, 2, 4)),
        ("b:\n  - # c\n\n", ("b", 0), (2, 4, 2, 4)),
        ("? a\nb: 1\n", ("a",), (1, 4, 1, 4)),
    ],
)
def test_an_empty_value_lies_at_the_end_of_its_key_or_dash(
    read: Read, parser: str, text: str, route: Any, place: Any
) -> None:
    document = read(text, parser)
    assert spans(document.values)[route] == place
    assert document.value(route) is None


@BOTH
@pytest.mark.parametrize(
    ("text", "route", "place"),
    [
        ("a: ett\n  två\n\n  tre  # c\nb: 1\n", ("a",), (1, 4, 4, 6)),
        ("a:\n  ett\n  två\n", ("a",), (2, 3, 3, 6)),
        ('a: "ett\n  två"  # c\n', ("a",), (1, 4, 2, 7)),
        ("a: ''\n", ("a",), (1, 4, 1, 6)),
        ("a: 'it''s' # c\n", ("a",), (1, 4, 1, 11)),
        ("a: |\n  ett\n  två\n\n\nb: 1\n", ("a",), (1, 4, 3, 6)),
        ("a: |+\n  ett\n\n# c\nb: 1\n", ("a",), (1, 4, 2, 6)),
        ("a: |  # rubrik\n  ett\n    två  \n", ("a",), (1, 4, 3, 8)),
        ("a: |\n  ett", ("a",), (1, 4, 2, 6)),
        ("a: >-\n  ett\n \n", ("a",), (1, 4, 2, 6)),
        ("a: |  # tom\n\n\nb: 1\n", ("a",), (1, 4, 1, 5)),
        ("a: |-\n", ("a",), (1, 4, 1, 6)),
        ("a: [1, [2,\n  3]]  # c\n", ("a",), (1, 4, 2, 6)),
        ("a: [1, [2,\n  3]]  # c\n", ("a", 1), (1, 8, 2, 5)),
        ("a: {b: 1, c: {}}\n", ("a",), (1, 4, 1, 17)),
        ("a: {b: 1, c: {}}\n", ("a", "c"), (1, 14, 1, 16)),
        ("a: [b: 1]\n", ("a", 0), (1, 5, 1, 9)),
        ("a:\n- - x\n  - y\n- z\n", ("a", 0), (2, 3, 3, 6)),
        ("a:\n- - x\n  - y\n- z\n", ("a",), (2, 1, 4, 4)),
        ("a:\n  b:\n    c:\nd: 1\n", ("a",), (2, 3, 3, 6)),
        ("a:\n  - b: |\n      x\n\n\n  - c\n", ("a", 0), (2, 5, 3, 8)),
    ],
)
def test_places_of_long_values_and_containers(
    read: Read, parser: str, text: str, route: Any, place: Any
) -> None:
    assert spans(read(text, parser).values)[route] == place


@BOTH
def test_block_containers_have_no_style_and_flow_ones_have_a_bracket(
    read: Read, parser: str
) -> None:
    document = read("a: [1]\nb: {c: 1}\nd:\n  - e: 1\n", parser)
    assert document.styles == {("a",): "[", ("b",): "{"}


@BOTH
def test_a_report_in_braces_is_read(read: Read, parser: str) -> None:
    document = read('{"a": 1, "b": [1, 2]}', parser)
    assert document.data == {"a": 1, "b": [1, 2]}
    assert document.styles[()] == "{"
    assert document.values[()] == Span(1, 1, 1, 22)


@BOTH
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "end"])
def test_line_ends_and_the_last_line_make_no_difference(
    read: Read, parser: str, end: str, last: str
) -> None:
    plain = "a: 1\nb: |\n  ett\n  två\nc:\n  - x"
    document = read(plain.replace("\n", end) + (end if last else ""), parser)
    same = read(plain, parser)
    assert document.lines == same.lines == ("a: 1", "b: |", "  ett", "  två", "c:", "  - x")
    assert document.data == same.data
    assert dict(document.values) == dict(same.values)
    assert dict(document.keys) == dict(same.keys)


@BOTH
def test_keys_and_values_are_normalised_and_places_count_what_is_written(
    read: Read, parser: str
) -> None:
    document = read("a\u030a: o\u0308 \nb: 'a\u0308'\nc: |\n  a\u0308\n", parser)
    assert document.data == {"å": "ö", "b": "ä", "c": "ä\n"}
    assert document.keys["å",] == Span(1, 1, 1, 3)
    assert document.values["å",] == Span(1, 5, 1, 7)


@BOTH
def test_a_document_may_have_its_marks(read: Read, parser: str) -> None:
    document = read("%YAML 1.2 # så\n# hej\n---\na: 1\n...\n", parser)
    assert document.data == {"a": 1}
    assert document.faults == ()
    assert document.values["a",] == Span(4, 4, 4, 5)
    assert document.lines[0] == "%YAML 1.2 # så"


def test_places_can_be_asked_for_like_a_dictionary(read: Read) -> None:
    values = read("a: 1\nb: 2\n").values
    assert len(values) == 3
    assert list(values) == [("a",), ("b",), ()]
    assert ("b",) in values
    assert ("c",) not in values
    assert values.get(("c",)) is None
    with pytest.raises(KeyError):
        values["c",]
