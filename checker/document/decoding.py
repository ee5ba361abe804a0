"""From bytes to text: UTF-8 and nothing else, with a guess at what the file is instead."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from checker.document.limits import MAX_FAULTS
from checker.document.model import Fault, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE_MARKS: Final = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_KINDS: Final = (
    (b"%pdf", "en PDF-fil"),
    (b"pk\x03\x04", "en Word- eller Excelfil"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "en äldre Word- eller Excelfil"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"<!doctype html", "en webbsida (HTML)"),
    (b"<html", "en webbsida (HTML)"),
    (b"<?xml", "en XML-fil"),
)

_SWEDISH: Final = (  # å, ä and ö in the encodings that Swedish files still come in
    (b"\xe5\xe4\xf6", "Windows-1252 eller Latin-1"),
    (b"\x86\x84\x94", "DOS (CP437 eller CP850)"),
    (b"\x8c\x8a\x9a", "Mac Roman"),
)

_BINARY_SHARE: Final = 0.2  # zeros among the first bytes: text in UTF-16, or no text at all
_SAMPLE: Final = 4096

# One class of characters: alternatives would cost a millisecond for each report.
_REFUSED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_REFUSED_OR_RETURN: Final = re.compile(f"{_REFUSED.pattern}|\r(?!\n)")
_LINE_BREAKS: Final = frozenset("\r\x85\u2028\u2029")


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file without its byte-order mark; fatal faults if it is no text for us."""
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return "", (_encoding_fault(Span(1, 1, 1, 1), encoding),)
    body = data.removeprefix(codecs.BOM_UTF8)
    kind = _kind(body)
    if kind is not None:
        return "", (_kind_fault(kind),)
    if body[:_SAMPLE].count(0) > _BINARY_SHARE * len(body[:_SAMPLE]):
        return "", (_zeros_fault(body[:_SAMPLE]),)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(body, error.start),)
    return text, tuple(islice(_refused_characters(text), MAX_FAULTS))


def control_character(text: str) -> str | None:
    """The name of a character that no report needs, if there is one; escapes can make them."""
    found = _REFUSED_OR_RETURN.search(text)
    return _character_name(found.group()) if found else None


def _kind(body: bytes) -> str | None:
    start = body[:_SAMPLE].lstrip()[:16].lower()
    return next((kind for sign, kind in _KINDS if start.startswith(sign)), None)


def _zeros_fault(sample: bytes) -> Fault:
    """UTF-16 without a mark: in Western text every second byte is zero, and only these."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 20 < max(even, odd) and max(even, odd) * 3 > len(sample):
        return _encoding_fault(Span(1, 1, 1, 1), "UTF-16")
    return _kind_fault("en binärfil")


def _not_utf8(body: bytes, start: int) -> Fault:
    line_start = body.rfind(b"\n", 0, start) + 1
    line = body.count(b"\n", 0, start) + 1
    column = len(body[line_start:start].decode("utf-8")) + 1
    return _encoding_fault(Span(line, column, line, column + 1), _guess(body))


def _guess(body: bytes) -> str:
    """By the bytes that are not UTF-8: those of a valid Ä would look like letters of DOS."""
    text = body.decode("utf-8", "surrogateescape")
    counted = [
        (sum(text.count(chr(0xDC00 + letter)) for letter in letters), name)
        for letters, name in _SWEDISH
    ]
    return max(counted, key=lambda pair: pair[0])[1]  # none at all: the first, by far commonest


def _refused_characters(text: str) -> Iterator[Fault]:
    line, line_start, counted_to = 1, 0, 0
    refused = _REFUSED_OR_RETURN if "\r" in text else _REFUSED
    for match in refused.finditer(text):
        at = match.start()
        newlines = text.count("\n", counted_to, at)
        if newlines:
            line += newlines
            line_start = text.rfind("\n", counted_to, at) + 1
        counted_to = at
        column = at - line_start + 1
        code = "line-separator" if match.group() in _LINE_BREAKS else "control-character"
        values = {"tecken": _character_name(match.group())}
        yield Fault(code, Span(line, column, line, column + 1), values, fatal=True)


def _character_name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _encoding_fault(span: Span, encoding: str) -> Fault:
    return Fault("encoding", span, {"kodning": encoding}, fatal=True)


def _kind_fault(kind: str) -> Fault:
    return Fault("file-type", Span(1, 1, 1, 1), {"slag": kind}, fatal=True)
