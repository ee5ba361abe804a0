"""From bytes to text: UTF-8, or a fault that says what the file is instead."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.decoding import control_character, decode
from checker.document.limits import MAX_FAULTS
from checker.document.model import Fault, Span
from checker.document.reader import read_document


def only_fault(data: bytes) -> Fault:
    document = read_document(data, "rapport.yaml")
    (fault,) = document.faults
    assert fault.fatal
    assert (document.name, document.data) == ("rapport.yaml", None)
    return fault


def refused(data: bytes) -> Fault:
    """The fault of a file that gives no text at all."""
    assert decode(data) == ("", (only_fault(data),))
    assert read_document(data, "rapport.yaml").lines == ()
    return only_fault(data)


def place(fault: Fault) -> tuple[int, int]:
    return fault.span.line, fault.span.column


def test_a_byte_order_mark_is_accepted_and_not_counted() -> None:
    document = read_document(codecs.BOM_UTF8 + b"a: 1\n", "rapport.yaml")
    assert document.data == {"a": 1}
    assert document.keys["a",] == Span(1, 1, 1, 2)
    assert document.lines == ("a: 1",)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_with_a_mark_are_named(name: str) -> None:
    fault = refused("\ufeffa: 1\n".encode(name))
    assert (fault.code, dict(fault.values)) == ("encoding", {"kodning": name[:6].upper()})
    assert fault.span == Span(1, 1, 1, 1)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_named(name: str) -> None:
    fault = refused("format: kvalitetsrapport/1\nå: ä\n".encode(name))
    assert (fault.code, dict(fault.values)) == ("encoding", {"kodning": "UTF-16"})
    assert fault.span == Span(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\0a" * 21 + b"a\0", "encoding"),
        (b"\0a" * 20 + b"a\0", "file-type"),  # a zero in twenty at the other places: too many
        (b"\0a" * 40 + b"aa" * 18, "encoding"),
        (b"\0a" * 40 + b"aa" * 20, "file-type"),  # a third of all bytes: too few
        (b"a\0" * 40 + b"aa" * 18, "encoding"),
    ],
)
def test_utf_16_is_known_by_zeros_at_every_second_place(data: bytes, code: str) -> None:
    assert refused(data).code == code


@pytest.mark.parametrize(("zeros", "code"), [(20, "control-character"), (21, "file-type")])
def test_a_file_of_which_more_than_a_fifth_is_zeros_is_no_text(zeros: int, code: str) -> None:
    faults = read_document(b"a" * (100 - zeros) + bytes(zeros), "x").faults
    assert {fault.code for fault in faults} == {code}


def test_only_the_beginning_of_a_file_is_looked_at_for_zeros() -> None:
    faults = read_document(b"a" * 4096 + bytes(4096), "x").faults
    assert {fault.code for fault in faults} == {"control-character"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("cp1252", "Windows-1252 eller Latin-1"),
        ("latin-1", "Windows-1252 eller Latin-1"),
        ("cp850", "DOS (CP437 eller CP850)"),
        ("cp437", "DOS (CP437 eller CP850)"),
        ("mac_roman", "Mac Roman"),
    ],
)
def test_old_encodings_are_guessed_from_the_swedish_letters(name: str, shown: str) -> None:
    fault = refused("titel: x\nnämnd: Sociala nämnden för åtgärder\n".encode(name))
    assert (fault.code, dict(fault.values)) == ("encoding", {"kodning": shown})
    assert fault.span == Span(2, 2, 2, 3)


def test_one_foreign_byte_in_utf_8_has_its_place_counted_in_characters() -> None:
    fault = refused("a: 1\nÄÖ – ".encode() + b"\xe5: 2\n")
    assert place(fault) == (2, 6)
    assert dict(fault.values) == {"kodning": "Windows-1252 eller Latin-1"}


def test_an_empty_first_line_is_counted_too() -> None:
    assert refused(b"\n\xe5: 1\n").span == Span(2, 1, 2, 2)


def test_bytes_without_swedish_letters_are_guessed_to_be_the_commonest() -> None:
    assert dict(only_fault(b"a: \x96\n").values) == {"kodning": "Windows-1252 eller Latin-1"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "en PDF-fil"),
        (b"PK\x03\x04\x14\x00", "en Word- eller Excelfil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "en äldre Word- eller Excelfil"),
        (b"{\\rtf1\\ansi", "ett RTF-dokument"),
        (b"\n <!DOCTYPE html>", "en webbsida (HTML)"),
        (codecs.BOM_UTF8 + b"<HTML lang=sv>", "en webbsida (HTML)"),
        (b'<?xml version="1.0"?>', "en XML-fil"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "en binärfil"),
        (bytes(100), "en binärfil"),
    ],
)
def test_other_kinds_of_files_are_known_by_their_content(data: bytes, kind: str) -> None:
    fault = refused(data)
    assert (fault.code, dict(fault.values)) == ("file-type", {"slag": kind})
    assert fault.span == Span(1, 1, 1, 1)


@pytest.mark.parametrize(
    "character",
    [*"\x00\x01\x07\x08\x0b\x0c\x0e\x1f\x7f\x80\x84\x86\x9f\ufeff\ufffe\uffff"],
)
def test_a_control_character_is_refused_with_its_place(character: str) -> None:
    fault = only_fault(f"a: 1\nåäö: x{character}y\n".encode())
    assert (fault.code, fault.span) == ("control-character", Span(2, 7, 2, 8))
    assert dict(fault.values) == {"tecken": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("character", [*"\r\x85\u2028\u2029"])
def test_an_odd_line_break_is_refused_with_its_place(character: str) -> None:
    fault = only_fault(f"a: 1\nb: x{character}y\n".encode())
    assert (fault.code, fault.span) == ("line-separator", Span(2, 5, 2, 6))


def test_each_refused_character_has_its_own_place_and_nothing_is_read() -> None:
    document = read_document("a: \x07\n\nb: \u2028 \x0c\n".encode(), "rapport.yaml")
    assert [(fault.code, *place(fault)) for fault in document.faults] == [
        ("control-character", 1, 4),
        ("line-separator", 3, 4),
        ("control-character", 3, 6),
    ]
    assert document.data is None
    assert document.lines[2].startswith("b: ")


def test_more_refused_characters_than_anybody_reads_are_not_listed() -> None:
    assert len(read_document(b"a: x\x07\n" * 5000, "x").faults) == MAX_FAULTS


def test_tabs_line_feeds_and_windows_line_ends_are_text() -> None:
    assert decode(b"a: x\ty\r\nb: 1\n") == ("a: x\ty\r\nb: 1\n", ())


def test_a_character_beyond_the_first_plane_is_one_column() -> None:
    document = read_document("😀: 1\n".encode(), "rapport.yaml")
    assert document.values["😀",] == Span(1, 4, 1, 5)


def test_control_characters_are_looked_for_in_values_too() -> None:
    assert control_character("vanlig text\n") is None
    assert control_character("a\ud800") == "U+D800"


@given(st.binary())
def test_any_bytes_give_a_text_or_a_fatal_fault(data: bytes) -> None:
    text, faults = decode(data)
    assert all(fault.fatal for fault in faults)
    assert faults or text.encode() == data.removeprefix(codecs.BOM_UTF8)
