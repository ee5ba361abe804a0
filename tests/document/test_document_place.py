"""Where a route stands, also when nothing stands there; and which route a place in the text has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from checker.document.line import Line, read_line
from checker.document.model import Span
from checker.document.points import Points

if TYPE_CHECKING:
    from tests.document.conftest import Read

REPORT = """\
rapport:
  nämnd: Vård
  belopp: 1.50
  tom:
  inget: []
lista:
  - namn: A
    antal: 3
  - - x
  -
text: |
  ett

    två ord
\x20\x20\x20
vikt: >
  rad
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        # what is written has its own place
        (("rapport", "nämnd"), (2, 10, 2, 14)),
        (("rapport", "inget"), (5, 10, 5, 12)),
        (("lista", 0, "antal"), (8, 12, 8, 13)),
        (("text",), (11, 7, 14, 12)),
        # a block and an empty value: their key
        (("rapport",), (1, 1, 1, 8)),
        (("rapport", "tom"), (4, 3, 4, 6)),
        (("lista",), (6, 1, 6, 6)),
        # an item has no key: the first in it, else itself
        (("lista", 0), (7, 5, 7, 9)),
        (("lista", 1), (9, 5, 9, 8)),
        (("lista", 1, 0), (9, 7, 9, 8)),
        (("lista", 2), (10, 4, 10, 4)),
        # what is absent: the nearest that is there
        (("rapport", "saknas"), (1, 1, 1, 8)),
        (("rapport", "saknas", 0, "djupt"), (1, 1, 1, 8)),
        (("rapport", "nämnd", "djupare"), (2, 3, 2, 8)),
        (("lista", 0, "saknas"), (7, 5, 7, 9)),
        (("lista", 7), (6, 1, 6, 6)),
        (("lista", 7, "saknas"), (6, 1, 6, 6)),
        (("saknas",), (1, 1, 1, 8)),
        ((), (1, 1, 1, 8)),
    ],
)
def test_a_route_stands_where_a_reader_looks_for_it(read: Read, route: Any, place: Any) -> None:
    assert read(REPORT).place(route) == Span(*place)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (0, (12, 3, 12, 6)),
        (1, (13, 1, 13, 1)),
        (2, (14, 5, 14, 12)),
        (3, (15, 4, 15, 4)),
        (99, (17, 3, 17, 6)),
    ],
)
def test_a_line_of_a_text_with_a_bar_has_its_words_as_its_place(
    read: Read, line: int, place: Any
) -> None:
    assert read(REPORT).place(("text",), text_line=line) == Span(*place)


@pytest.mark.parametrize(
    ("route", "place"), [(("vikt",), (16, 7, 17, 6)), (("rapport", "nämnd"), (2, 10, 2, 14))]
)
def test_a_line_of_any_other_text_is_not_looked_for(read: Read, route: Any, place: Any) -> None:
    assert read(REPORT).place(route, text_line=0) == Span(*place)


def test_a_document_keeps_its_name(read: Read) -> None:
    assert read(REPORT).name == "rapport.yaml"


def test_a_report_in_braces_stands_where_it_begins(read: Read) -> None:
    document = read('{"a": 1}\n')
    assert document.place(()) == Span(1, 1, 1, 9)
    assert document.place(("saknas",)) == Span(1, 2, 1, 5)


def test_what_was_never_written_has_no_place_of_its_own(read: Read) -> None:
    document = read("# c\nb: 1\n")
    supplied = replace(document, data={"format": "x", **(document.data or {})})
    assert supplied.place(()) == Span(2, 1, 2, 2)
    assert replace(document, data={"format": "x"}, keys={}, values={}).place(()) == (
        Span(1, 1, 1, 1)
    )


def test_in_a_file_that_cannot_be_read_everything_stands_on_the_first_line(read: Read) -> None:
    document = read("a: b: c\n")
    assert document.place(()) == document.place(("a",)) == Span(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("route", "text"),
    [
        (("rapport", "nämnd"), "Vård"),
        (("rapport", "belopp"), "1.50"),
        (("lista", 0, "antal"), "3"),
        (("rapport", "tom"), None),
        (("rapport", "inget"), None),
        (("rapport",), None),
    ],
)
def test_a_scalar_is_told_as_it_is_written(read: Read, route: Any, text: str | None) -> None:
    assert read(REPORT).text(route) == text


@pytest.mark.parametrize(
    ("route", "error"), [(("saknas",), KeyError), (("lista", 9), IndexError), (("a", 1), TypeError)]
)
def test_a_value_that_is_not_there_is_an_error(read: Read, route: Any, error: Any) -> None:
    with pytest.raises(error):
        read("a: 1\nlista: []\n").value(route)


def test_a_stretch_of_the_whole_text_has_its_lines_and_columns(read: Read) -> None:
    points = Points(read("a: 1\r\nå:\n\n  b: x\n"))
    text = "a: 1\nå:\n\n  b: x"
    assert points.span(0, 1) == Span(1, 1, 1, 2)
    assert points.span(3, 4) == Span(1, 4, 1, 5)
    assert points.span(4, 5) == Span(1, 5, 2, 1)
    assert points.span(text.index("b"), len(text)) == Span(4, 3, 4, 7)
    assert points.span(3, text.index("b") + 1) == Span(1, 4, 4, 4)


@pytest.mark.parametrize(
    ("line", "column", "route"),
    [
        (1, 1, ()),
        (2, 1, ("a",)),
        (2, 4, ("a",)),
        (4, 2, ("å",)),
        (4, 3, ("å", "b")),
        (9, 1, ("å", "b")),
    ],
)
def test_a_place_in_the_text_has_the_route_of_the_key_before_it(
    read: Read, line: int, column: int, route: Any
) -> None:
    points = Points(read("# c\na: 1\nå:\n  b: x\n"))
    assert points.route(Span(1, 1, 1, 2)) == ()
    assert points.route(Span(line, column, line, column + 1)) == route


def test_a_file_without_keys_has_no_routes(read: Read) -> None:
    assert Points(read("text\n")).route(Span(1, 1, 1, 2)) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", Line(0, None, "", 1)),
        ("  a: b  ", Line(2, "a", "b", 6)),
        ("  - a b: c", Line(2, "a b", "c", 10)),
        ("'a: b': c", Line(0, "'a: b'", "c", 9)),
        ("a:  ", Line(0, "a", "", 5)),
        (" # a: b", Line(1, None, "# a: b", 2)),
    ],
)
def test_a_line_is_taken_apart_as_the_eye_reads_it(text: str, line: Line) -> None:
    assert read_line(text) == line
