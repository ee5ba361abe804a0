"""Shares as reports print them in one text, "6 av 61 (9 %)"."""

from __future__ import annotations

from dataclasses import dataclass

from checker.arithmetic.cells import AS_PRINTED, NOT_KNOWN, Cell, CellError, CellRules, parse_cell
from checker.arithmetic.hedges import opening
from checker.arithmetic.numerals import plain
from checker.arithmetic.percents import (
    SIGNS,
    Percent,
    ShareError,
    parse_percent,
)

_THAT_IS = ("det vill säga", "d.v.s.", "dvs.", "dvs")


@dataclass(frozen=True, slots=True)
class Share:
    """A share as printed; everything is None when it says that nothing is known.

    Attributes:
        text: as printed.
        count: the part.
        base: the whole, where the text has its number.
        of_total: whether the whole is "totalt", the total of the part of the report.
        percent: the percentage.
    """

    text: str
    count: Cell | None
    base: Cell | None
    of_total: bool
    percent: Percent | None


def parse_share(text: str, table: CellRules = AS_PRINTED) -> Share:
    """The share that a text prints (domain.md, "Shares").

    Understands ``N av M``, ``N/M`` and ``N av totalt``, each also as ``N av M (P %)``,
    ``N av M, P %`` and ``P % (N av M)``; ``P %`` alone; ``N (P %)`` and ``N, dvs P %``, which have
    no base; ``..`` and ``uppgift saknas``. N and M are any cell, P any percentage.

    Raises:
        ShareError: for every other text.
    """
    printed = plain(text)
    if printed in NOT_KNOWN:
        return Share(text, None, None, of_total=False, percent=None)
    part, share = _split(printed)
    percent = None if share is None else parse_percent(share)
    if part is None:
        return Share(text, None, None, of_total=False, percent=percent)
    count, base = _count_and_base(part)
    of_total = base == "totalt"
    try:
        whole = None if base is None or of_total else parse_cell(base, table)
        return Share(text, parse_cell(count, table), whole, of_total=of_total, percent=percent)
    except CellError as error:
        raise ShareError(error.code, error.message) from error


def _split(printed: str) -> tuple[str | None, str | None]:
    """The counts and the percentage of a share, as texts; None for what it has not."""
    outside, bracket, inside = printed.removesuffix(")").rpartition("(")
    if bracket and printed.endswith(")"):
        outside = outside.rstrip()
        return (inside, outside) if outside.endswith(SIGNS) else (outside, inside)
    if printed.endswith(SIGNS):
        part, comma, percent = printed.rpartition(", ")
        word, rest = opening(percent, _THAT_IS)
        return (part, rest) if word or (comma and _has_base(part)) else (None, printed)
    return (printed, None) if _has_base(printed) else (None, printed)


def _has_base(part: str) -> bool:
    return _count_and_base(part)[1] is not None


def _count_and_base(part: str) -> tuple[str, str | None]:
    for mark in (" av ", "/"):
        count, found, base = part.partition(mark)
        if found:
            return count.strip(), base.strip()
    return part, None
