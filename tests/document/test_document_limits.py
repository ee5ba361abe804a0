"""Nothing in a file makes the reader slow, large or fall over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.document.limits import (
    MAX_BYTES,
    MAX_BYTES_PURE,
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_LINE,
    MAX_LINES,
)
from checker.document.model import Fault, Span
from checker.document.reader import read_document

if TYPE_CHECKING:
    from tests.document.conftest import Found, Read

WATCHDOG = pytest.mark.timeout(
    120
)  # seconds on a quiet machine; what it guards against takes hours
BOTH = pytest.mark.parametrize("parser", ["c", "pure"])


@WATCHDOG
@BOTH
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: " + "[" * 10_000, ("depth", 1, 4 + MAX_DEPTH - 1)),
        ("a:\n  " + "- " * 10_000, ("depth", 2, 3 + 2 * (MAX_DEPTH - 1))),
        ("a: " + "{b: " * 10_000, ("depth", 1, 4 + 4 * (MAX_DEPTH - 1))),
        ("a: " + "[" * 100_000, ("depth", 1, 4 + MAX_DEPTH - 1)),
    ],
)
def test_depth_is_refused_at_once(found: Found, parser: str, text: str, place: Any) -> None:
    assert found(text, parser) == [place]


@BOTH
def test_the_deepest_allowed_is_read(read: Read, parser: str) -> None:
    depth = MAX_DEPTH - 1  # the top mapping is one
    assert read("a: " + "[" * depth + "]" * depth, parser).readable
    assert not read("a: " + "[" * (depth + 1) + "]" * (depth + 1), parser).readable


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert read_document(b"a" * (MAX_BYTES + 1), "x").faults[0].code == "too-large"
    assert read_document(b"a" * MAX_BYTES, "x").faults[0].code == "line-length"
    monkeypatch.setattr("checker.document.reader.MAX_BYTES", 4)
    assert read_document(b"a: 1", "x").data == {"a": 1}
    assert read_document(b"a: 12", "x").data is None


def test_the_pure_parser_is_given_less() -> None:
    comment = b"# " + b"x" * 97 + b"\n"
    text = b"a: 1\n" + comment * (MAX_BYTES_PURE // 100)
    assert read_document(text[:MAX_BYTES_PURE], "x", parser="pure").data == {"a": 1}
    (fault,) = read_document(text + comment, "x", parser="pure").faults
    assert (fault.code, dict(fault.values)) == ("too-large", {"gräns": "256 kB"})
    assert read_document(text + comment, "x", parser="c").data == {"a": 1}


def test_a_line_may_have_so_many_characters_and_no_more(read: Read) -> None:
    assert read("a: " + "å" * (MAX_LINE - 3) + "\n").readable
    document = read("b: 1\na: " + "å" * (MAX_LINE - 2) + "\n")
    span = Span(2, MAX_LINE + 1, 2, MAX_LINE + 2)
    assert document.faults == (Fault("line-length", span, {"gräns": "200 000"}, fatal=True),)
    assert (document.name, len(document.lines), document.data) == ("rapport.yaml", 2, None)


def test_a_file_may_have_so_many_lines_and_no_more(read: Read) -> None:
    assert read("a: 1\n" + "\n" * (MAX_LINES - 1)).data == {"a": 1}
    document = read("a: 1\n" + "\n" * MAX_LINES)
    span = Span(1, 1, 1, 1)
    assert document.faults == (Fault("nodes", span, {"gräns": "500 000"}, fatal=True),)
    assert (document.name, document.lines, document.data) == ("rapport.yaml", (), None)


@BOTH
def test_a_file_may_have_so_many_values_and_no_more(
    read: Read, found: Found, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.document.built.MAX_NODES", 5)
    assert read("a: 1\nb: [2, 3, 4]\n", parser).readable
    assert found("a: 1\nb: [2, 3, 4, 5, 6]\nc: 1\n", parser) == [("nodes", 2, 17)]


@BOTH
def test_a_file_may_have_so_many_keys_and_no_more(
    read: Read, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.document.building.MAX_KEYS", 3)
    assert read("a: {b: 1}\nc: 2\n", parser).readable
    (fault,) = read("a: {b: 1}\nc: 2\nd: 3\n", parser).faults
    assert (fault.code, fault.span.line, fault.fatal) == ("nodes", 3, True)
    assert dict(fault.values) == {"gräns": "3"}


@BOTH
def test_keys_beyond_those_that_are_remembered_are_looked_at_as_carefully(
    found: Found, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.document.building._REMEMBERED", 1)
    text = "a: 1\nb: 1\na: 1\nb: 1\nb\u200b: 1\n"
    places = [("duplicate-key", 3, 1), ("duplicate-key", 4, 1), ("duplicate-key", 5, 1)]
    assert found(text, parser) == places


@BOTH
def test_faults_are_counted_to_a_thousand(read: Read, parser: str) -> None:
    document = read("a: 1\n" * (MAX_FAULTS + 500), parser)
    assert len(document.faults) == MAX_FAULTS + 1
    last = document.faults[-1]
    assert (last.code, last.span.line, last.fatal) == ("fault-limit", MAX_FAULTS + 2, True)
    assert dict(last.values) == {"gräns": "1 000"}
    assert document.data is None


def test_a_thousand_faults_are_still_a_report(read: Read) -> None:
    document = read("a: 1\n" * (MAX_FAULTS + 1))
    assert len(document.faults) == MAX_FAULTS
    assert document.readable


def test_faults_and_traps_together_are_counted_too(read: Read) -> None:
    text = "a: 1\n" * 600 + "b: |\n" + "  # x\n" * 600
    faults = read(text).faults
    assert len(faults) == MAX_FAULTS + 1
    assert [fault.code for fault in faults if fault.fatal] == ["fault-limit"]


@WATCHDOG
@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "a: !" + "x" * 190_000,
        "a: &" + "x" * 190_000,
        "a: " + "!t &a x, " * 20_000,
        "a: [" + "!t &a x," * 20_000 + "]",
        "a" + " " * 190_000 + "\nb: 1\n",
        "a: b" + ": " * 90_000,
        "a: '" + "x " * 90_000,
        "? " * 90_000,
        "%TAG !a! x\n" * 15_000 + "---\na: 1\n",
        "a: 1\n" + "b #\n" * 50_000,
        "a: |\n" + "\n" * 250_000,
        'a: "' + "\\u0007" * 30_000 + '"\n',
        "a: " + "- " * 90_000,
        "- " * 90_000 + "x:y\n",
        "a: [" + "1," * 20_000 + "\nb: 1\n",
    ],
    ids=range(15),
)
def test_hostile_text_is_read_or_refused_with_a_place(text: str, parser: Any) -> None:
    document = read_document(text.encode(), "x", parser=parser)
    assert document.readable or any(fault.fatal for fault in document.faults)
    assert all(1 <= fault.span.line <= len(document.lines) for fault in document.faults)
