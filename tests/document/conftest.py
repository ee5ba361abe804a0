"""Reading a text in one word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import pytest

from checker.document.model import Document
from checker.document.reader import read_document

Place: TypeAlias = tuple[str, int, int]
Read: TypeAlias = Callable[..., Document]
Found: TypeAlias = Callable[..., list[Place]]


def _document(text: str | bytes, parser: Literal["auto", "c", "pure"] = "auto") -> Document:
    content = text.encode() if isinstance(text, str) else text
    return read_document(content, "rapport.yaml", parser=parser)


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a text or bytes."""
    return _document


@pytest.fixture(scope="session")
def found() -> Found:
    """Reads, and tells each fault as (code, line, column)."""

    def tell(text: str | bytes, parser: Literal["auto", "c", "pure"] = "auto") -> list[Place]:
        faults = _document(text, parser).faults
        return [(fault.code, fault.span.line, fault.span.column) for fault in faults]

    return tell
