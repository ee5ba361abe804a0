"""Whatever goes wrong in our own code, a stranger's file never stops the program."""

from __future__ import annotations

from typing import Any

import pytest

from checker.document.model import Fault, Span
from checker.document.reader import read_document


def fails(error: Exception) -> Any:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("place", ["reader.decode", "reader.parse", "reader.find_traps"])
def test_an_error_of_ours_is_a_fault_of_the_file_without_a_place(
    monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(f"checker.document.{place}", fails(RecursionError()))
    document = read_document(b"a: 1\n", "rapport.yaml")
    assert (document.name, document.data, document.lines) == ("rapport.yaml", None, ())
    assert document.faults == (Fault("syntax", Span(1, 1, 1, 1), fatal=True),)


def test_an_error_of_ours_while_the_parser_runs_stands_where_it_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("checker.document.building.resolve", fails(RecursionError()))
    document = read_document(b"a: 1\nb: 2\n", "rapport.yaml")
    assert document.lines == ("a: 1", "b: 2")
    assert document.faults[0] == Fault("syntax", Span(1, 5, 1, 5), fatal=True)


def test_a_library_that_is_missing_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.document.parsing.events", fails(ImportError("ruamel")))
    with pytest.raises(ImportError, match="ruamel"):
        read_document(b"a: 1\n", "rapport.yaml")
