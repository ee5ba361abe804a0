"""Two parsers, one result."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.document import events
from checker.document.limits import MAX_BYTES_PURE
from checker.document.reader import _read, read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Document
    from tests.document.conftest import Read

PIECES = [
    *("a", "b: ", "c:", "å", "a\u030a", "ﬁ: ", "k\u00ad: ", "1", "1.5", "~", "null", "true"),
    *("\n", "\n  ", "\n    ", "\n   ", "\n\n", "\r\n", " ", "\t"),
    *("- ", "-", "- - ", "? ", ": ", "<<: ", "[", "]", "{", "}", ", "),
    *('"x"', "'y'", '"', "'", '"\\u0007"', "|", ">", "|2", ">-", "|+", ">5", "\n  x\n"),
    *("&a ", "*a", "*a ", "!t ", "!!str ", "# c", " #c", "@", "%", "---\n", "...\n", "%YAML 1.2\n"),
    *("key: value\n", "- item\n", "  sub: x\n", "{ref}", "39,5", "nyckel:värde\n", "-x\n"),
]
CODES_OF_PARSERS = {
    *("tab", "indentation", "colon-in-text", "colon-without-space", "dash-without-space"),
    *("line-without-key", "quote-open", "text-after-quote", "bracket-open", "brace-first"),
    *("reserved-character", "greater-than-first", "text-beside-bar", "backslash", "syntax"),
}

names = st.sampled_from(["a", "b", "å", "två ord", "2019", "'q'", "text", "<<"])
plain = st.sampled_from(
    ["1", "39,5", "<5", "..", "ca 220", "ja", "x #4", "två\n      rader", "''", '"q"', "", "&a x"]
)


def mappings(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(names, children), min_size=1, max_size=4)


trees = st.recursive(
    plain, lambda children: mappings(children) | st.lists(children, max_size=3), max_leaves=12
)


def written(tree: Any, indent: int) -> str:
    """A tree of mappings (pairs) and lists as block YAML."""
    margin = " " * indent
    if isinstance(tree, str):
        return f" {tree}\n"
    lines = [
        f"{margin}{entry[0]}:{written(entry[1], indent + 2)}"
        if isinstance(entry, tuple)
        else f"{margin}-{written(entry, indent + 2)}"
        for entry in tree
    ]
    return "\n" + "".join(lines)


def refused_by_parser(document: Document) -> bool:
    return any(fault.fatal and fault.code in CODES_OF_PARSERS for fault in document.faults)


def parts(document: Document) -> tuple[Any, ...]:
    return (
        document.data,
        dict(document.keys),
        dict(document.values),
        dict(document.texts),
        dict(document.styles),
        document.faults,
        document.lines,
    )


def agree(text: str) -> bool:
    """Whether both parsers accept a text; if so, they must give the same."""
    content = text.encode()
    fast = _read(content, "x", "c", traps=True)
    exact = _read(content, "x", "pure", traps=True)
    if refused_by_parser(fast) or refused_by_parser(exact):
        return False
    assert parts(fast) == parts(exact)
    return True


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@example("!t \n      &a åc:# - item\n")
@example("{\n? a\n,\n?\n}\n")
@example("a: \n \n cd# \n  ef\n")
@example("&a:@ &b b\n*b :*a\n")
@example("a: 1\n? \n: &a !t\n")
@example("a: 1\n...\n...\n")
def test_what_both_parsers_accept_they_read_alike(text: str) -> None:
    agree(text)


@settings(max_examples=200)
@given(mappings(trees))
def test_generated_reports_are_read_alike(tree: Any) -> None:
    agree(written(tree, 0).lstrip("\n"))


def test_an_ordinary_report_is_accepted_by_both() -> None:
    assert agree("a: 1\nb:\n  - c: |\n      x\n    d: [1, 2]\n  - två\n    rader\ne:\n")


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_every_place_lies_in_it(text: str) -> None:
    document = _read(text.encode("utf-8", "replace"), "x", "auto", traps=True)
    for fault in document.faults:
        assert 1 <= fault.span.line <= max(len(document.lines), 1)
        written_line = document.lines[fault.span.line - 1] if document.lines else ""
        assert 1 <= fault.span.column <= len(written_line) + 1
        assert (fault.span.line, fault.span.column) <= (fault.span.end_line, fault.span.end_column)
    spans = [*document.keys.values(), *document.values.values()]
    assert all((s.line, s.column) <= (s.end_line, s.end_column) for s in spans)


@given(st.binary(max_size=60))
def test_any_bytes_can_be_read(data: bytes) -> None:
    document = _read(data, "x", "auto", traps=True)
    assert document.readable or any(fault.fatal for fault in document.faults)


def test_the_fast_parser_is_taken_where_it_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def watch(text: str, parser: Any) -> Iterator[Any]:
        taken.append(parser)
        return events.events(text, parser)

    monkeypatch.setattr("checker.document.parsing.events", watch)
    assert events.c_available() or sys.implementation.name != "cpython"
    assert read_document(b"a: 1\n", "x").data == {"a": 1}
    assert taken == ["c" if events.c_available() else "pure"]


def test_without_the_fast_parser_the_pure_one_gives_the_same(
    monkeypatch: pytest.MonkeyPatch, read: Read
) -> None:
    text = "a: 1\nb: [x, y]\nc:\n  - d:\n"
    usual = read(text)
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert not events.c_available()
    assert parts(read(text)) == parts(usual)
    assert parts(read("a: b: c\n")) != parts(usual)
    (fault,) = read_document(b" " * (MAX_BYTES_PURE + 1), "x").faults
    assert fault.code == "too-large"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: [SOSFS 2011:9, SoL]\n", {"a": ["SOSFS 2011:9", "SoL"]}),
        ("a: {b: SOSFS 2011:9}\n", {"a": {"b": "SOSFS 2011:9"}}),
    ],
)
def test_valid_text_that_libyaml_refuses_is_read_by_the_pure_parser(
    read: Read, text: str, data: Any
) -> None:
    assert not read(text, "c").readable
    assert read(text, "auto").data == read(text, "pure").data == data


def test_a_text_too_large_for_the_pure_parser_gets_the_word_of_the_fast_one(read: Read) -> None:
    text = "a: [SOSFS 2011:9, SoL]\n" + "# fyllnad\n" * (MAX_BYTES_PURE // 10)
    assert not read(text).readable


@pytest.mark.parametrize("text", ["a:\tb\n", "a: 1\n...\n...\n"])
def test_what_only_libyaml_accepts(read: Read, text: str) -> None:
    assert read(text, "c").readable
    assert not read(text, "pure").readable


def test_an_error_of_our_own_is_a_fault_of_the_file_and_not_a_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: bytes) -> None:
        raise RuntimeError

    monkeypatch.setattr("checker.document.reader.decode", fail)
    document = read_document(b"a: 1\n", "x")
    assert [(fault.code, fault.fatal) for fault in document.faults] == [("syntax", True)]


def test_importing_the_reader_imports_no_yaml_library() -> None:
    program = (
        "import sys, checker.document.reader as r\n"
        "before = {m.partition('.')[0] for m in sys.modules}\n"
        "assert not before & {'ruamel', '_ruamel_yaml', 'pydantic', 'jsonschema', 'rich'}, before\n"
        "assert r.read_document(b'a: 1', 'x').data == {'a': 1}\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603
