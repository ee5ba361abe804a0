"""The core schema of YAML 1.2, and what it does not resolve."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document.scalars import resolve


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null_is_written_in_five_ways(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(("text", "value"), [("true", True), ("False", False), ("TRUE", True)])
def test_truth_values_have_three_casings(text: str, value: bool) -> None:  # noqa: FBT001
    assert resolve(text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("+2", 2),
        ("0123", 123),
        ("-0", 0),
        ("0o17", 15),
        ("0xFf", 255),
        ("9" * 20, int("9" * 20)),
        ("0x" + "f" * 20, int("f" * 20, 16)),
    ],
)
def test_integers_are_decimal_octal_or_hexadecimal(text: str, value: int) -> None:
    assert resolve(text) == value
    assert isinstance(resolve(text), int)


@pytest.mark.parametrize(
    ("text", "value"),
    [("12.50", 12.5), ("1.", 1.0), (".5", 0.5), ("-1.5e3", -1500.0), ("1e3", 1000.0), ("+.5", 0.5)],
)
def test_floats_are_finite(text: str, value: float) -> None:
    assert resolve(text) == value
    assert isinstance(resolve(text), float)


@pytest.mark.parametrize(
    "text",
    [
        *("ja", "nej", "no", "on", "off", "yes", "y", "n", "Ja", "NO", "tRUE", "nULL"),
        *(".inf", "-.inf", ".nan", ".Inf", "1e400", "-1e999"),
        *("1_000", "1,5", "12:30", "2024-01-01", "2024-02-30", "0b1", "0o8", "0xg", "-0x1"),
        *("-", "+", ".", "-.", "e5", ".e5", "1e", "1e+", "-_", "..", "1.2.3", "<5", "10-19"),
        "9" * 21,
        "9" * 5000,
        "0x" + "f" * 21,
        "1 234",
        "١٢",  # digits of another script
        "27\u00a0872",
    ],
)
def test_everything_else_is_a_text(text: str) -> None:
    assert resolve(text) == text


@given(st.text())
def test_any_text_resolves_to_itself_or_to_something_finite(text: str) -> None:
    value = resolve(text)
    assert value == text or value is None or abs(value) < float("inf")  # type: ignore[arg-type]
