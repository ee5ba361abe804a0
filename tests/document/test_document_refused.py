"""What YAML allows and a report does not: each with its places, and reading goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.document.model import Span

if TYPE_CHECKING:
    from tests.document.conftest import Found, Read

BOTH = pytest.mark.parametrize("parser", ["c", "pure"])


@BOTH
@pytest.mark.parametrize(
    ("text", "places", "data"),
    [
        ("a: &x 1\nb: 2\n", [("anchor", 1, 4)], {"a": None, "b": 2}),
        ("a: &x\n  c: 1\nb: 2\n", [("anchor", 1, 4)], {"a": None, "b": 2}),
        ("a: &x\nb: 2\n", [("anchor", 1, 4)], {"a": None, "b": 2}),
        ("a:\n  - &x 1\n  - 2\n", [("anchor", 2, 5)], {"a": [None, 2]}),
        ("&x a: 1\nb: 2\n", [("anchor", 1, 1)], {"b": 2}),
        ("a: *x\nb: 2\n", [("alias", 1, 4)], {"a": None, "b": 2}),
        ("a:\n  - *x\n  - 2\n", [("alias", 2, 5)], {"a": [None, 2]}),
        ("*x : 1\nb: 2\n", [("alias", 1, 1)], {"b": 2}),
        ("a: !x 1\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("a: !!str 5\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("a: !!binary |\n  x\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("a: ! x\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("a: !x\n  - 1\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("!!str a: 1\nb: 2\n", [("tag", 1, 1)], {"b": 2}),
        ("a: !t &x 1\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("a: &x !t 1\nb: 2\n", [("anchor", 1, 4)], {"a": None, "b": 2}),
        ("a: !t\n  &x 1\nb: 2\n", [("tag", 1, 4)], {"a": None, "b": 2}),
        ("a: [!t &x b, 2]\n", [("tag", 1, 5)], {"a": [None, 2]}),
        ("a:\n  <<: {c: 1}\n  b: 2\n", [("merge-key", 2, 3)], {"a": {"b": 2}}),
        ("<<: 1\nb: 2\n", [("merge-key", 1, 1)], {"b": 2}),
        ("'<<': 1\n", [], {"<<": 1}),
        ("? [a, b]\n: 1\nb: 2\n", [("complex-key", 1, 3)], {"b": 2}),
        ("? {a: 1}\n: {c: 1}\nb: 2\n", [("complex-key", 1, 3)], {"b": 2}),
        ("? - a\n: 1\nb: 2\n", [("complex-key", 1, 3)], {"b": 2}),
        ("{[a]: 1, b: 2}\n", [("complex-key", 1, 2)], {"b": 2}),
        ("'': 1\nb: 2\n", [("empty-key", 1, 1)], {"b": 2}),
        ("' \u00ad': 1\nb: 2\n", [("empty-key", 1, 1)], {"b": 2}),
        ("a: 1\n?\n: 1\n", [("empty-key", 2, 1)], {"a": 1}),
        ("? # c\n: 1\nb: 2\n", [("empty-key", 1, 1)], {"b": 2}),
        ('"\\0": 1\nb: 2\n', [("control-character", 1, 1)], {"b": 2}),
        ('a: "x\\u2028y"\nb: 2\n', [("control-character", 1, 4)], {"a": None, "b": 2}),
        ('a: "\\n\\t\\u00e5"\n', [], {"a": "\n\tå"}),
        ("%YAML 1.1\n---\na: no\n", [("directive", 1, 1)], {"a": "no"}),
        ("%YAML 1.3\n---\na: 1\n", [("directive", 1, 1)], {"a": 1}),
        ("%TAG ! x\n# c\n---\na: 1\n", [("directive", 1, 1)], {"a": 1}),
        ("%YAML 1.2\n%YAML 1.2\n---\na: 1\n", [("directive", 2, 1)], {"a": 1}),
        ("%YAML 1.2\na: 1\n", [("directive", 1, 1)], {"a": 1}),
    ],
)
def test_a_refused_construct_leaves_nothing_and_the_rest_is_read(
    read: Read, parser: str, text: str, places: Any, data: Any
) -> None:
    document = read(text, parser)
    assert [(fault.code, fault.span.line, fault.span.column) for fault in document.faults] == places
    assert document.data == data


@BOTH
@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("a:\n  b: *x\n", [("a", "b")]),
        ("a:\n  - &x c\n", [("a", 0)]),
        ("a: !t\n  - *x\n  - b: 1\n    b: 2\n", [("a",), ("a",), ("a",)]),
        ("a:\n  *x : 1\n", [("a",)]),
        ("a:\n  <<: *x\n", [("a",), ("a",)]),
        ("a:\n  ? [b, *x]\n  : &y 1\n", [("a",), ("a",), ("a",)]),
        ("a:\n  b: 1\n  b:\n    - *x\n", [("a", "b"), ("a", "b")]),
        ("a: [x, {b: *x}]\n", [("a", 1, "b")]),
        ("a:\n  '': 1\n", [("a",)]),
        ('a:\n  b: "\\0"\n', [("a", "b")]),
        ('a:\n  "\\0": 1\n', [("a",)]),
    ],
)
def test_a_fault_names_what_cannot_be_trusted(
    read: Read, parser: str, text: str, routes: Any
) -> None:
    assert [fault.route for fault in read(text, parser).faults] == routes


@BOTH
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x 1\n", (1, 4, 1, 6)),
        ("a: !!str 'b'\n", (1, 4, 1, 9)),
        ("a: [&x b, 2]\n", (1, 5, 1, 7)),
        ("a: !t\n  &x 1\n", (1, 4, 1, 6)),
        ("a: &xy\n  !t 1\n", (1, 4, 1, 7)),
        ("a: &xy  !t 1\n", (1, 4, 1, 7)),
        ("a: !t  &xy 1\n", (1, 4, 1, 6)),
        ("a: *xyz\n", (1, 4, 1, 8)),
        ("a:\n  <<: 1\n", (2, 3, 2, 5)),
        ("? [a, b]\n: 1\n", (1, 3, 1, 4)),
        ("'': 1\n", (1, 1, 1, 3)),
        ("a: 1\n?\n: 1\n", (2, 1, 2, 2)),
        ("a: 1\n?", (2, 1, 2, 2)),
        ("a: 1\n? # c\n\n", (2, 1, 2, 2)),
        ('a: "\\0"\n', (1, 4, 1, 8)),
        ("%YAML 1.1  \n---\na: no\n", (1, 1, 1, 10)),
        ("a: 1\nåäö: 2\nåäö: 3\n", (3, 1, 3, 4)),
    ],
)
def test_a_fault_covers_what_is_refused_and_no_more(
    read: Read, parser: str, text: str, place: Any
) -> None:
    assert [fault.span for fault in read(text, parser).faults] == [Span(*place)]


@BOTH
def test_a_refused_scalar_reaches_to_its_end(read: Read, parser: str) -> None:
    document = read("a: &x 1\nb: !t 'två\n  rader'\n? &y c\n: 1\n", parser)
    assert document.values["a",] == Span(1, 4, 1, 8)
    assert document.values["b",] == Span(2, 4, 3, 9)
    assert list(document.values) == [("a",), ("b",), ()]


@BOTH
def test_what_is_refused_has_its_place_and_what_lies_in_it_has_none(
    read: Read, parser: str
) -> None:
    document = read("a: &x\n  c: [1]\nb: 1\nb: {d: 2}\n", parser)
    assert list(document.keys) == [("a",), ("b",)]
    assert dict(document.values) == {
        ("a",): Span(1, 4, 2, 9),
        ("b",): Span(3, 4, 3, 5),
        (): Span(1, 1, 4, 10),
    }
    assert document.styles == {}
    assert document.texts == {("b",): "1"}


@BOTH
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a", "a"),
        ("å", "a\u030a"),
        ("1", "'1'"),
        ("ab", "a\u00adb"),
        ("a b", "a\u00a0b"),
        ("fi", "ﬁ"),
        ("½ tim", "1\u20442 tim"),
        ("'a b'", '"a b"'),
    ],
)
def test_keys_that_look_the_same_are_the_same_and_the_first_counts(
    read: Read, parser: str, first: str, second: str
) -> None:
    document = read(f"x:\n  {first}: 1\n  c: 2\n  {second}: 3\n", parser)
    (fault,) = document.faults
    assert (fault.code, fault.span.line, fault.fatal) == ("duplicate-key", 4, False)
    assert [(span.line, label) for span, label in fault.related] == [(2, "här står den första")]
    assert fault.route is not None
    assert document.value(fault.route) == 1
    assert document.keys[fault.route].line == 2


@BOTH
def test_a_key_that_comes_three_times_points_to_the_first_each_time(
    read: Read, parser: str
) -> None:
    faults = read("a: 1\na: 2\na: 3\n", parser).faults
    assert [(fault.span.line, fault.related[0][0].line) for fault in faults] == [(2, 1), (3, 1)]


@pytest.mark.parametrize(
    ("one", "other"), [("a", "A"), ("1", "1.0"), ("true", "True"), ("1", "01")]
)
def test_keys_that_look_different_are_different(read: Read, one: str, other: str) -> None:
    assert read(f"{one}: 1\n{other}: 2\n").faults == ()


def test_the_same_key_on_different_levels_is_no_fault(read: Read) -> None:
    assert read("a:\n  a: 1\nb:\n  - a: 1\n  - a: 2\n").faults == ()


def test_no_value_and_no_identity_number_is_ever_among_the_words_of_a_fault(read: Read) -> None:
    number = "19" + "121212" + "-1212"
    text = f"{number}: hemligt\n{number}: hemligare\n" + "x" * 90 + ": 1\n" + "x" * 90 + ": 2\n"
    values = [dict(fault.values) for fault in read(text).faults]
    assert values == [{"nyckel": "ÅÅMMDD-XXXX"}, {"nyckel": "x" * 39 + "…"}]


@BOTH
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ("empty", 1, 1)),
        ("\n\n", ("empty", 1, 1)),
        ("# bara en kommentar\n", ("empty", 1, 1)),
        ("---\n", ("empty", 1, 1)),
        ("---\n...\n", ("empty", 1, 1)),
        ("text\n", ("not-mapping", 1, 1)),
        ("\n  |\n  text\n", ("not-mapping", 2, 3)),
        ("''", ("not-mapping", 1, 1)),
        ("- a\n- b\n", ("not-mapping", 1, 1)),
        ("- nyckel:värde\n", ("not-mapping", 1, 1)),
        ("\n[a, b]\n", ("not-mapping", 2, 1)),
        ("!t &x text", ("not-mapping", 1, 1)),
        ("nyckel:värde\n", ("colon-without-space", 1, 7)),
        ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1)),
        ("a: 1\n...\n%YAML 1.2\n---\nb: 2\n", ("several-documents", 4, 1)),
    ],
)
def test_a_file_that_is_no_report_is_refused_as_a_whole(
    read: Read, found: Found, parser: str, text: str, place: Any
) -> None:
    document = read(text, parser)
    assert found(text, parser) == [place]
    assert document.faults[0].fatal
    assert document.data is None
    assert not document.readable
    assert dict(document.values) == {}


@BOTH
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (1, 1, 1, 1)),
        ("\n  två ord  \nmer\n", (2, 3, 2, 10)),
        ("  - a\n", (1, 3, 1, 6)),
        ("nyckel:värde\n", (1, 7, 1, 8)),
        ("a: 1\n---\nb: 2\n", (2, 1, 2, 4)),
    ],
)
def test_what_a_file_is_instead_of_a_report_has_its_place(
    read: Read, parser: str, text: str, place: Any
) -> None:
    assert [fault.span for fault in read(text, parser).faults] == [Span(*place)]


def test_a_second_document_without_dashes_has_its_first_character_as_its_place(read: Read) -> None:
    assert read("a: 1\n...\nbcd: 2\n").faults[0].span == Span(3, 1, 3, 2)


@BOTH
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("*x", [("alias", 1, 1), ("not-mapping", 1, 1)]),
        ("&x [a]", [("anchor", 1, 1), ("not-mapping", 1, 1)]),
        ("--- !t\na: 1\n", [("tag", 1, 5)]),
        ("&x\na: 1\na: 2\n", [("anchor", 1, 1), ("duplicate-key", 3, 1)]),
    ],
)
def test_a_mark_on_the_top_leaves_nothing_to_judge(
    read: Read, found: Found, parser: str, text: str, places: Any
) -> None:
    assert found(text, parser) == places
    assert read(text, parser).data is None


def test_a_second_document_without_dashes_is_found_by_the_pure_parser(found: Found) -> None:
    assert found("a: 1\n...\nb: 2\n") == [("several-documents", 3, 1)]
    assert found("a: 1\n...\nb: 2\n", "c") == [("indentation", 3, 1)]


def test_the_end_of_a_document_may_stand_twice_for_libyaml(read: Read, found: Found) -> None:
    assert read("a: 1\n...\n\n...\n").data == {"a": 1}
    assert found("a: 1\n...\n\n...\n", "pure") == [("indentation", 4, 1)]


@pytest.mark.parametrize("text", ["*a: 1\n", "a: 1\n*b: 2\n"])
def test_a_colon_in_the_name_of_an_alias_is_settled_by_the_pure_parser(
    read: Read, text: str
) -> None:
    assert not read(text).readable


@pytest.mark.parametrize("text", ["a: &b:c d\n", "&b:c d", "a: [&b:c d]\n"])
def test_a_colon_in_the_name_of_an_anchor_is_settled_by_the_pure_parser(
    read: Read, text: str
) -> None:
    assert read(text).faults == read(text, "pure").faults
    assert not read(text, "c").readable


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &b:c d\n", ("reserved-character", 1, 4)),
        ("a: [&b:c d]\n", ("syntax", 1, 5)),
        ("a: 1\n*b: 2\n", ("indentation", 2, 1)),
    ],
)
def test_without_the_pure_parser_such_a_name_is_a_fault_at_its_place(
    found: Found, text: str, place: Any
) -> None:
    assert found(text, "c") == [place]
