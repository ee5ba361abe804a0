"""Cells of a table: the texts that stand for a count, and the interval of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Literal

from checker.arithmetic.errors import UnreadableError
from checker.arithmetic.hedges import HEDGES, hedged, longest_first, opening
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.numerals import ceiling, floor, parse_count, plain
from checker.arithmetic.refusals import DASHES, refusal

NOT_KNOWN = frozenset({"..", "uppgift saknas"})
"""The texts for a figure that is not known."""

_AT_MOST = {"<": 1, "färre än": 1, "mindre än": 1, "under": 1, "<=": 0, "≤": 0, "högst": 0}
_AT_LEAST = {">": 1, "fler än": 1, "mer än": 1, "över": 1, ">=": 0, "≥": 0, "minst": 0}
_OPENINGS = longest_first((*_AT_MOST, *_AT_LEAST, *HEDGES))
_DASH = frozenset(DASHES)
_BETWEEN = re.compile(f" ?[{DASHES}] ?")


class CellError(UnreadableError):
    """A text that is no count; see UnreadableError for its code and Swedish message."""


class Kind(Enum):
    """How a count is printed."""

    EXACT = "exact"
    SUPPRESSED = "suppressed"
    CLASS = "class"
    AT_LEAST = "at_least"
    ROUNDED = "rounded"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CellRules:
    """What a table says about its own cells.

    Attributes:
        zeros_hidden: whether ``<5`` can stand for 0 too; else a zero is printed as 0.
        dash: what a lone dash stands for; None when the table does not say.
        rounded_to: the unit that all plain numbers are rounded to, at least 1 (else ValueError).
    """

    zeros_hidden: bool = False
    dash: Literal["noll", "uppgift saknas"] | None = None
    rounded_to: int | None = None

    def __post_init__(self) -> None:
        """Refuse a unit that cannot be rounded to."""
        if self.rounded_to is not None and self.rounded_to < 1:
            raise ValueError("numbers are rounded to 1 or more")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed, and what it stands for."""

    text: str
    interval: Interval
    kind: Kind


AS_PRINTED = CellRules()
"""The rules of a table that says nothing about its cells."""


def parse_cell(text: str, table: CellRules = AS_PRINTED) -> Cell:
    """What a cell stands for (arithmetic.md, "A cell is an integer interval").

    Understands ``12``, ``1 234``, ``<5`` and ``färre än 5``, ``högst 4``, ``10-19``, ``≥10`` and
    ``minst 10``, ``fler än 5``, ``ca 120`` and the other hedges, ``..`` and ``uppgift saknas``;
    a dash only where the table says what it means. "Högst 4" hides what ``<5`` hides.

    Raises:
        CellError: for every other text.
    """
    kind, interval = _read(plain(text), table)
    return Cell(text, interval, kind)


def _read(printed: str, table: CellRules) -> tuple[Kind, Interval]:
    if (count := parse_count(printed)) is not None:
        return _number(count, table)
    if printed in NOT_KNOWN or (printed in _DASH and table.dash == "uppgift saknas"):
        return Kind.MISSING, UNKNOWN
    if printed in _DASH and table.dash == "noll":
        return Kind.EXACT, exact(0)
    return _worded(printed, table)


def _worded(printed: str, table: CellRules) -> tuple[Kind, Interval]:
    word, rest = opening(printed, _OPENINGS)
    if word in _AT_MOST:
        return Kind.SUPPRESSED, _hidden(_count(rest) - _AT_MOST[word], table)
    if word in _AT_LEAST:
        return Kind.AT_LEAST, Interval(_count(rest) + _AT_LEAST[word], None)
    if word in HEDGES:
        return Kind.ROUNDED, _stretch(*hedged(HEDGES[word], Fraction(_count(rest))))
    if printed[:1].isdigit() and len(ends := _BETWEEN.split(printed, maxsplit=1)) > 1:
        return Kind.CLASS, _class(*(_count(end) for end in ends))
    raise CellError(*refusal(printed))


def _number(count: int, table: CellRules) -> tuple[Kind, Interval]:
    if table.rounded_to is None:
        return Kind.EXACT, exact(count)
    half = Fraction(table.rounded_to, 2)
    return Kind.ROUNDED, _stretch(count - half, count + half)


def _count(printed: str) -> int:
    count = parse_count(printed)
    if count is None:
        raise CellError(*refusal(printed))
    return count


def _hidden(most: int, table: CellRules) -> Interval:
    if most < 1:
        raise CellError("nothing_hidden", "Det finns inget antal så litet utom noll; skriv 0.")
    return Interval(0 if table.zeros_hidden else 1, most)


def _class(low: int, high: int) -> Interval:
    if high < low:
        raise CellError("reversed", "Skriv det minsta talet först, till exempel 10–19.")
    return Interval(low, high)


def _stretch(low: Fraction, high: Fraction) -> Interval:
    return Interval(max(ceiling(low), 0), floor(high))
