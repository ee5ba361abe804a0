"""Hostile bytes: encodings, other kinds of file under the name of a report, refused characters."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

from tests.command.conftest import CLEAN
from tests.hostile.case import Case, after

if TYPE_CHECKING:
    from collections.abc import Iterator

ENCODINGS = (
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1", "cp1252"),
    *("cp437", "cp850", "mac-roman", "utf-7"),
)
REFUSED = {
    "NUL": "\0",
    "BEL": "\a",
    "ESC": "\x1b",
    "DEL": "\x7f",
    "CSI": "\x9b",
    "NEL": "\x85",
    "LS": "\u2028",
    "PS": "\u2029",
    "a mark": "\ufeff",
    "FFFE": "\ufffe",
    "FFFF": "\uffff",
    "a lone CR": "a\rb",
    "a surrogate": "\ud800",
}
BROKEN = {
    "a cut letter": b"\xc3",
    "an overlong slash": b"\xc0\xaf",
    "beyond Unicode": b"\xf5\x80\x80\x80",
    "a surrogate in bytes": b"\xed\xa0\x80",
    "a continuation alone": b"\x80\x80",
    "two bytes of nothing": b"\xff\xfe",
}


def cases() -> Iterator[Case]:
    """All of them."""
    for encoding in ENCODINGS:
        # UTF-7 is plain ASCII and valid YAML: what is wrong is what the words became.
        yield Case(f"a report in {encoding}", content=CLEAN.encode(encoding))
    for name, character in REFUSED.items():
        yield Case(f"{name} in a value", content=after(f"x: a{character}b\n"))
        yield Case(f"{name} in a comment", content=after(f"# a{character}b\n"))
    for name, content in BROKEN.items():
        yield Case(name, content=CLEAN.encode() + b"x: a" + content + b"b\n")
    yield from _other_kinds()
    yield Case("Windows line ends", 0, CLEAN.replace("\n", "\r\n"), refused=False)
    yield Case("a mark at the start", 0, "\ufeff" + CLEAN, refused=False)
    yield Case("two marks at the start", content="\ufeff\ufeff" + CLEAN)
    yield Case("Mac line ends", content=CLEAN.replace("\n", "\r"))
    yield Case("1,000 NULs", content=bytes(1_000))
    yield Case("10,000 control characters", content="\x01\n" * 10_000)
    yield Case("300,000 control characters", content=lambda: "\x01" * 300_000, heavy=True)
    yield Case("10 MiB of broken bytes", content=lambda: b"\xe5\n" * 5_000_000, heavy=True)
    yield Case("every byte", content=bytes(range(256)) * 40)


def _other_kinds() -> Iterator[Case]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 1_000)
    kinds = {
        "a Word file": packed.getvalue(),
        "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "a gzip file": gzip.compress(CLEAN.encode(), mtime=0),
        "RTF": b"{\\rtf1\\ansi hej}",
        "a web page": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
        "XML": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>',
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "a program": b"\x7fELF\x02\x01\x01" + bytes(300),
        "a script": b"#!/bin/sh\nrm -rf /\n",
        "a CSV file": b"namn;antal\n=cmd|' /C calc'!A0;1\n",
        "a log": b"2026-11-22 12:00:00 ERROR ::error::hej\n" * 50,
    }
    for name, content in kinds.items():
        yield Case(f"{name} called .yaml", content=content)
    bomb = gzip.compress(bytes(5_000_000), mtime=0)
    yield Case("a bomb in a gzip file", content=bomb)
