"""What authors write wrongly: one fault, on the line where it is, whatever the parser says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.document.limits import MAX_BYTES_PURE, MAX_SYNTAX_ROUNDS
from checker.document.model import Span

if TYPE_CHECKING:
    from tests.document.conftest import Found, Read

BOTH = pytest.mark.parametrize("parser", ["c", "pure"])


SLIPS = [
    # colon in a text
    ("a: 1\ntitel: A: B\nc: 2\n", ("colon-in-text", 2, 9)),
    ("titel: A: B", ("colon-in-text", 1, 9)),
    ("a:\n  - b: c: d\n", ("colon-in-text", 2, 9)),
    ('a: "x": y\n', ("colon-in-text", 1, 7)),
    ("a: se {b} om c: d\n", ("colon-in-text", 1, 15)),
    ("a: b:\n  - c\n", ("colon-in-text", 1, 5)),
    ("text: Det här är en lång\n  text med kolon: så här\n", ("colon-in-text", 2, 17)),
    # greater than
    ("antal: >=5\nb: 1\n", ("greater-than-first", 1, 8)),
    ("antal: >10\n", ("greater-than-first", 1, 8)),
    ("antal: > 5\nb: 1\n", ("greater-than-first", 1, 8)),
    ("antal: >5 st\n", ("greater-than-first", 1, 8)),
    ("antal: >0\n", ("greater-than-first", 1, 8)),
    ("antal: >5\n  x\n", ("greater-than-first", 1, 8)),
    ("a:\n  - >=5\n", ("greater-than-first", 2, 5)),
    ("text: | Årets arbete\n", ("text-beside-bar", 1, 7)),
    ("text: |Årets\n  arbete\n", ("text-beside-bar", 1, 7)),
    # tabs
    ("a:\n\tb: 1\n", ("tab", 2, 1)),
    ("a:\n  b: 1\n\tc: 2\n", ("tab", 3, 1)),
    ("\ta: 1\n", ("tab", 1, 1)),
    ("a:\n  - \tb: 1\n", ("tab", 2, 5)),
    ("a: 1\n\t# c\nb: 2\n", ("tab", 2, 1)),
    ("a: |\n  x\n\ty\n", ("tab", 3, 1)),
    ("a:\n  b:\n   \tc: 1\n", ("tab", 3, 4)),
    # what may not stand first
    ("a: @b\n", ("reserved-character", 1, 4)),
    ("a: %5\n", ("reserved-character", 1, 4)),
    ("a: `x`\n", ("reserved-character", 1, 4)),
    ("a:\n  - @b\n", ("reserved-character", 2, 5)),
    ("@a: 1\n", ("reserved-character", 1, 1)),
    ("%: 5\nb: 1\n", ("reserved-character", 1, 1)),
    ("a: 1\n%b: 2\n", ("reserved-character", 2, 1)),
    ("a: *bold* text\n", ("reserved-character", 1, 4)),
    ("a: *\n", ("reserved-character", 1, 4)),
    ("a: &\n", ("reserved-character", 1, 4)),
    ("a: !viktigt! läs\n", ("reserved-character", 1, 4)),
    ("a: !<\n", ("reserved-character", 1, 4)),
    ("a: ,b\n", ("reserved-character", 1, 4)),
    ("a: ?\n", ("reserved-character", 1, 4)),
    ("a: - b\n", ("reserved-character", 1, 4)),
    ("a: -\n", ("lone-dash", 1, 4)),
    ("a: - # c\n", ("lone-dash", 1, 4)),
    ("!viktigt! läs: 1\n", ("reserved-character", 1, 1)),
    ("!< x: 1\n", ("reserved-character", 1, 1)),
    ("a: [x] y\n", ("reserved-character", 1, 4)),
    ("a: [x, !viktigt! y]\n", ("reserved-character", 1, 8)),
    ("a: [b,\n [- c]]\n", ("reserved-character", 2, 3)),
    ('a: "x" ? b\n', ("reserved-character", 1, 8)),
    ("a: &x ? b\n", ("reserved-character", 1, 7)),
    ("a: &x *\n", ("reserved-character", 1, 7)),
    ("a: !t &\n", ("reserved-character", 1, 7)),
    ("a: &x !viktigt! b\n", ("reserved-character", 1, 7)),
    ("--- ? a: b\n", ("reserved-character", 1, 5)),
    # missing spaces and colons
    ("a: 1\nnyckel:värde\nb: 2\n", ("colon-without-space", 2, 7)),
    ("a:\n  nyckel:värde\n  b: 1\n", ("colon-without-space", 2, 9)),
    ("a: 1\nb:2", ("colon-without-space", 2, 2)),
    ("a:\n  b:2 # c\n  c: 3\n", ("colon-without-space", 2, 4)),
    ("a:\n  b:2\n  # c\n  c: 3\n", ("colon-without-space", 2, 4)),
    ("a:1\nb:2\n", ("colon-without-space", 1, 2)),
    ("a: 1\nper_status:x\n", ("colon-without-space", 2, 11)),
    ("a:\n  b: 1\n  -x\n  c: 2\n", ("dash-without-space", 3, 3)),
    ("a: 1\nb\nc: 2\n", ("line-without-key", 2, 1)),
    ("a: 1\nrubrik #4: x\nb: 1\n", ("line-without-key", 2, 1)),
    ("text: Början\noch slutet\nb: 1\n", ("line-without-key", 2, 1)),
    ("a: 1\nIVO:s beslut\nb: 1\n", ("line-without-key", 2, 1)),
    # indentation
    ("a: 1\n b: 2\n", ("indentation", 2, 2)),
    ("kommun: Ekerö\n    nämnd: X\n", ("indentation", 2, 5)),
    ("a:\n  Två ord: 12\n   Tre ord till: 13\n", ("indentation", 3, 4)),
    ("a:\n    b: 1\n  c: 2\n", ("indentation", 3, 3)),
    ("a:\n  - x\n - y\n", ("indentation", 3, 2)),
    ("  a: 1\nb: 2\n", ("indentation", 2, 1)),
    ("a:\n  - b: 1\n   c: 2\n", ("indentation", 3, 4)),
    ("a: |\n    x\n  y\nb: 1\n", ("indentation", 3, 3)),
    ('a: "x"\n   b: 1\n', ("indentation", 2, 4)),
    ("a:\n  - x\n  b: 1\n", ("indentation", 3, 3)),
    ("a: 1\n- b\n", ("indentation", 2, 1)),
    ("a: [1]\n  - b\n", ("indentation", 2, 3)),
    # quotation marks
    ('a: "x\nb: 1\n', ("quote-open", 1, 4)),
    ("a: 'x\nb: 1\n", ("quote-open", 1, 4)),
    ('"a: 1\n', ("quote-open", 1, 1)),
    ('a: "x\n\n---\nb', ("quote-open", 1, 4)),
    ('a: "x\nb: "y"\n', ("quote-open", 1, 4)),
    ('a: 1\nb: "x\nc: 1\nd: så kallad "z" här\n', ("quote-open", 2, 4)),
    ('a: "Vård" i hemmet\n', ("text-after-quote", 1, 11)),
    ("a: 'it's'\nb: 1\n", ("text-after-quote", 1, 8)),
    ('a: "G:\\Vård"\n', ("backslash", 1, 7)),
    ('a: "c:\\users"\nb: 1\n', ("backslash", 1, 7)),
    ('a: "G:\\Vård \\övrigt"\n', ("backslash", 1, 7)),
    ('a: "x\\ty\\q"\n', ("backslash", 1, 9)),
    ('a: "\\U00110000"\n', ("backslash", 1, 5)),
    ('a: "\\U00110000 \\t"\n', ("backslash", 1, 5)),
    ('"a\\tb": "\\U00110000"\n', ("backslash", 1, 10)),
    ("%\na: 1\n", ("reserved-character", 1, 1)),
    ("a: 1\n% x\n", ("reserved-character", 2, 1)),
    ('b: 1\na: "x\\UFFFFFFFF"\n', ("backslash", 2, 6)),
    # brackets
    ("a: [1, 2\nb: 3\n", ("bracket-open", 1, 4)),
    ("a: {b: 1\nc: 2\n", ("bracket-open", 1, 4)),
    ("a: [1, 2", ("bracket-open", 1, 4)),
    ("a: [1, 2,", ("bracket-open", 1, 4)),
    ("a: {b:\n", ("bracket-open", 1, 4)),
    ("a: {b: [\n", ("bracket-open", 1, 8)),
    ("a: [1, 2}\n", ("bracket-open", 1, 4)),
    ("a: [\n  - b\n  - c\n", ("bracket-open", 1, 4)),
    ("a: 1\n? b\n- c\n: - d\n", ("indentation", 3, 1)),
    ("a: [5, >=10]\n", ("greater-than-first", 1, 8)),
    ("a: ]\n", ("bracket-open", 1, 4)),
    ("a: [1, 2]]\n", ("bracket-open", 1, 10)),
    ("a: {ref} kom in\nb: 1\n", ("brace-first", 1, 4)),
    ("a:\n  - {b.c} och {d}\n", ("brace-first", 2, 5)),
    ("a: {b.c}, text\nb: 1\n", ("brace-first", 1, 4)),
    ("a: {} x: y\n", ("brace-first", 1, 4)),
    ("a: {b.c}: x\n", ("brace-first", 1, 4)),
    # and what has no better name
    ('a: {b: "c" d}\n', ("syntax", 1, 12)),
    ("a: ['b' 'c']\n", ("syntax", 1, 9)),
    ("--- {a: 1}: 2\n", ("syntax", 1, 11)),
]
# The others reach to the end of their line.
OF_ONE_CHARACTER = {
    "backslash",
    "bracket-open",
    "colon-in-text",
    "colon-without-space",
    "dash-without-space",
    "lone-dash",
    "quote-open",
    "reserved-character",
    "tab",
}


@BOTH
@pytest.mark.parametrize(("text", "place"), SLIPS)
def test_a_slip_is_one_fault_at_its_place(
    read: Read, found: Found, parser: str, text: str, place: Any
) -> None:
    assert found(text, parser) == [place]
    document = read(text, parser)
    assert document.data is None
    assert document.faults[0].fatal


@BOTH
@pytest.mark.parametrize(("text", "place"), SLIPS)
def test_a_slip_covers_one_character_or_the_rest_of_its_line(
    read: Read, parser: str, text: str, place: Any
) -> None:
    code, line, column = place
    rest = len(text.split("\n")[line - 1].rstrip()) + 1
    end = column + 1 if code in OF_ONE_CHARACTER else rest
    (fault,) = read(text, parser).faults
    assert fault.span == Span(line, column, line, end)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: @b\n", {"tecken": "@"}),
        ("a: [1\n", {"tecken": "["}),
        ("a: }\n", {"tecken": "}"}),
        ("a: [x] y\n", {"tecken": "["}),
        ("a: 1\n%b: 2\n", {"tecken": "%"}),
        ("a: *bold* text\n", {"tecken": "*"}),
        ("a: b: c\n", {}),
    ],
)
def test_a_fault_tells_the_character_and_nothing_of_the_text(
    read: Read, text: str, values: Any
) -> None:
    assert dict(read(text).faults[0].values) == values


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: b: c\n", (1, 6)),
        ("a: 1\n  b: 2  \n", (2, 7)),
        ("a: >=5  \n", (1, 7)),
        ('a: "x\n', (1, 5)),
        ("a: 1\nb\n", (2, 2)),
    ],
)
def test_a_fault_ends_with_its_character_or_its_line(read: Read, text: str, end: Any) -> None:
    span = read(text).faults[0].span
    assert (span.end_line, span.end_column) == end


@BOTH
def test_a_comment_after_a_glued_dash_changes_nothing(found: Found, parser: str) -> None:
    assert found("a:\n  -x # c\n  -y\n", parser) == [
        ("dash-without-space", 2, 3),
        ("dash-without-space", 3, 3),
    ]


def test_all_slips_are_found_not_only_the_first(found: Found) -> None:
    text = (
        "titel: A: B\n"
        "lista:\n"
        "  - Utreda: SoL: x\n"
        "  - Dokumentera: LSS: y\n"
        "  - bra: 1\n"
        "    \tb: 2\n"
        'q: "x\n'
        "r: @b\n"
        "s: >=5\n"
        "t: 1\n"
        "t: 2\n"
        "u: se punkt #4\n"
        "v: *x\n"
    )
    assert found(text) == [
        ("colon-in-text", 1, 9),
        ("colon-in-text", 3, 16),
        ("colon-in-text", 4, 21),
        ("tab", 6, 5),
        ("quote-open", 7, 4),
        ("reserved-character", 8, 4),
        ("greater-than-first", 9, 4),
        ("duplicate-key", 11, 1),
        ("comment-cut", 12, 13),
        ("alias", 13, 4),
    ]


def test_what_belongs_to_a_faulty_line_is_not_judged_by_itself(found: Found) -> None:
    text = "a:\n  - namn: A: B\n    text: x\n      y: z: w\n\n    q: 1\n  - c: d: e\nb: 1\n"
    assert found(text) == [("colon-in-text", 2, 12), ("colon-in-text", 7, 9)]


def test_lines_that_share_a_wrong_indentation_are_one_fault(found: Found) -> None:
    text = "a:\n  b: 1\n   c: 2\n   d: 3\n  e: f: g\n"
    assert found(text) == [("indentation", 3, 4), ("colon-in-text", 5, 7)]


def test_the_search_stops_when_it_only_finds_its_own_traces(found: Found) -> None:
    text = "a: 1\nlöpande text\nsom någon har klistrat in\nutan indrag\nb: c: d\n"
    assert found(text) == [("line-without-key", 2, 1)]


def test_the_search_has_an_end(found: Found) -> None:
    assert len(found("a: b: c\n" * 500)) == MAX_SYNTAX_ROUNDS + 1


def test_the_search_is_not_begun_in_a_file_that_is_no_report(found: Found) -> None:
    text = "a: b: c\n" + "# fyllnad\n" * (MAX_BYTES_PURE // 9) + "d: e: f\n"
    assert found(text) == [("colon-in-text", 1, 5)]


def test_the_search_gives_up_when_it_has_read_enough(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.document.recovery.MAX_SYNTAX_CHARACTERS", 50)
    text = "a:\n" + "  b: c: d # fyllnad\n" * 20
    assert len(found(text)) < 20


def test_a_fault_that_the_parser_met_before_it_stumbled_on_the_same_line_is_not_told(
    found: Found,
) -> None:
    assert found("a: {b.c} text\nb: *x y\n") == [
        ("brace-first", 1, 4),
        ("reserved-character", 2, 4),
    ]


def test_faults_of_other_kinds_are_told_beside_syntax(read: Read, found: Found) -> None:
    text = "a: &x 1\nb: 1\nb: 2\nc: [ett, två ord]\nd: e: f\ng: &y 1\n"
    assert found(text) == [
        ("anchor", 1, 4),
        ("duplicate-key", 3, 1),
        ("flow-comma-text", 4, 4),
        ("colon-in-text", 5, 5),
        ("anchor", 6, 4),
    ]
    assert read(text).data is None


def test_a_tab_is_named_where_it_stands_before_another_slip(found: Found) -> None:
    assert found('a: "x\n\ty" z\n') == [("quote-open", 1, 4), ("tab", 2, 1)]


def test_a_limit_met_during_the_search_ends_it(found: Found) -> None:
    assert found("a: b: c\nd: " + "[" * 100 + "]" * 100 + "\ne: f: g\n") == [
        ("colon-in-text", 1, 5)
    ]


@BOTH
def test_a_backslash_may_be_the_first_sign_of_its_line(found: Found, parser: str) -> None:
    assert ("backslash", 2, 1) in found('a: "x\n\\q"\n', parser)


def test_an_error_without_a_place_stands_where_the_parser_came(found: Found) -> None:
    assert found('a: "x\n  \\UFFFFFFFF"\n', "pure") == [("syntax", 1, 2)]


def test_a_surrogate_never_reaches_the_data(read: Read) -> None:
    document = read('a: "\\ud800"\nb: 1\n')
    assert [fault.code for fault in document.faults] == ["control-character"]
    assert document.data == {"a": None, "b": 1}


@BOTH
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a:\n  totalt 101\n  b: 1\n  c: 2\nd: 3\n", [("line-without-key", 2, 3)]),
        ("a:\n  x\n  b: 1\n", [("line-without-key", 2, 3)]),
        ("a:  \n  ett\n  b: 1\n", [("line-without-key", 2, 3)]),
        ("a:\n    ett\n  två\n  b: 1\n", [("indentation", 4, 3)]),
        ("a:\n  ett\n  två\n  b: 1\n", [("line-without-key", 2, 3)]),
        ("a:\n  # rubrik:\n  text\n  b: 1\n", [("line-without-key", 3, 3)]),
        ("a:\n\n  # rubrik\n  text\n\n  b: 1\n", [("line-without-key", 4, 3)]),
        ("a:\n  b: text\n    mer\n    c: 1\n", [("indentation", 4, 5)]),
        ("a:\n  -3\n  b: 1\n", [("indentation", 3, 3)]),
        (
            "a:\n  b:2\n    c: 3\n",
            [("colon-without-space", 2, 4), ("indentation", 3, 5)],
        ),
    ],
)
def test_the_first_line_of_a_block_that_lacks_its_colon_is_the_one_that_is_told(
    found: Found, parser: str, text: str, places: Any
) -> None:
    assert found(text, parser) == places


@BOTH
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a:\n\tb: c: d\n", [("tab", 2, 1), ("colon-in-text", 2, 6)]),
        ("a:\n  - x: 1\n  \ty: c: d\n", [("tab", 3, 3), ("colon-in-text", 3, 8)]),
        ("a:\n\t\t\tb: *x\n  b: 1\n", [("tab", 2, 1), ("duplicate-key", 3, 3)]),
        ("a:\n\tb:\n\t\tc: d: e\n", [("tab", 2, 1), ("tab", 3, 1), ("colon-in-text", 3, 7)]),
        ("a:  \n\tb: 1\n  c: d: e\n", [("tab", 2, 1), ("colon-in-text", 3, 7)]),
        ("a:\n\tb:\tc: d\n", [("tab", 2, 1), ("colon-in-text", 2, 6)]),
        ("a:\n\t-\tb: 1\n", [("tab", 2, 1)]),
        ("a:\n\tb\n  c: 1\n", [("tab", 2, 1), ("line-without-key", 2, 2)]),
        ("a:\n\tb: 1\n   c: 2\n", [("tab", 2, 1), ("indentation", 3, 4)]),
        ("a:\n\tb: [x,\n\t c: y]\nb: 1: 2\n", [("tab", 2, 1), ("colon-in-text", 4, 5)]),
    ],
)
def test_what_else_is_wrong_on_a_line_with_a_tab_has_its_place_as_written(
    found: Found, parser: str, text: str, places: Any
) -> None:
    assert found(text, parser) == places


@BOTH
def test_what_is_wrong_on_a_line_with_a_tab_covers_what_it_covers_there(
    read: Read, parser: str
) -> None:
    faults = read("a:\n\tb: 1\n\tb: 2\n  b: *x\nc: d: e\n", parser).faults
    assert [(fault.code, fault.span) for fault in faults] == [
        ("tab", Span(2, 1, 2, 2)),
        ("tab", Span(3, 1, 3, 2)),
        ("duplicate-key", Span(4, 3, 4, 4)),
        ("alias", Span(4, 6, 4, 8)),
        ("colon-in-text", Span(5, 5, 5, 6)),
    ]
    first = ((Span(2, 2, 2, 3), "här står den första"),)
    assert [fault.related for fault in faults] == [(), (), first, (), ()]
    assert read("a:\n\tb: c: d\n", parser).faults[1].span == Span(2, 6, 2, 7)
