"""Numbers as Swedish print writes them, read and written."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_DIGITS = 9
"""Longer numbers are no counts of a municipality; personal identity numbers have ten or more."""

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

WORDS: Mapping[str, int] = MappingProxyType(
    {
        "noll": 0,
        "en": 1,
        "ett": 1,
        "två": 2,
        "tre": 3,
        "fyra": 4,
        "fem": 5,
        "sex": 6,
        "sju": 7,
        "åtta": 8,
        "nio": 9,
        "tio": 10,
        "elva": 11,
        "tolv": 12,
    }
)
"""The numbers that running text writes in words."""

_COUNT = re.compile(r"0|[1-9][0-9]*|[1-9][0-9]{0,2}(?: [0-9]{3})+")


def plain(text: str) -> str:
    """A text for comparison: NFC, lower case, every run of any white space as one space.

    No-break, thin and narrow spaces are white space. Takes any text and never fails.
    """
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def parse_count(text: str) -> int | None:
    """The whole number that a text prints, or None when it prints none.

    Understands ``1234`` and ``1 234`` with an ordinary, no-break, thin or narrow space before
    each group of three. A sign, a leading zero, a wrongly placed space, digits of other scripts
    and more than nine digits are not a count. Source: arithmetic.md, "A cell".
    """
    printed = plain(text)
    digits = printed.replace(" ", "")
    if _COUNT.fullmatch(printed) is None or len(digits) > MOST_DIGITS:
        return None
    return int(digits)


def swedish(value: int | Fraction, decimals: int = 2) -> str:
    """A number in Swedish print: ``1234``, ``12 345`` (no-break space), ``63,93``, ``−4``.

    Args:
        value: any whole number or fraction.
        decimals: at most so many, at least 0; halves are rounded away from zero, trailing zeros
            left out.
    """
    scale = 10**decimals
    scaled = (abs(Fraction(value)) * scale + Fraction(1, 2)) // 1
    whole, part = divmod(scaled, scale)
    grouped = f"{whole:,}".replace(",", NO_BREAK_SPACE)
    printed = str(whole) if len(str(whole)) <= 4 else grouped  # noqa: PLR2004 - 1234 has no space
    fraction = str(part).rjust(decimals, "0").rstrip("0")
    sign = MINUS if value < 0 and scaled else ""
    return sign + printed + ("," + fraction if fraction else "")


def ceiling(value: Fraction) -> int:
    """The least whole number that is not below the value."""
    return -(-value // 1)


def floor(value: Fraction) -> int:
    """The greatest whole number that is not above the value."""
    return value // 1
