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
        count: the part; None where only its percentage is printed.
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
    ``N av M, P %`` and ``P % (N av M)``; ``P %`` alone; ``P % av M`` and ``P % av totalt``, which
    have no count; ``N (P %)`` and ``N, dvs P %``, which have no base; ``..`` and ``uppgift
    saknas``. N and M are any cell, P any percentage.

    Raises:
        ShareError: for every other text.
    """
    printed = plain(text)
    if printed in NOT_KNOWN:
        return Share(text, None, None, of_total=False, percent=None)
    before, of, after = printed.partition(" av ")
    if of and before.endswith(SIGNS):
        return _share(text, None, after, before, table)
    part, share = _split(printed)
    count, base = (None, None) if part is None else _count_and_base(part)
    return _share(text, count, base, share, table)


def _share(
    text: str, count: str | None, base: str | None, percent: str | None, table: CellRules
) -> Share:
    """The share of what its parts print, None for what it has not."""
    of_total = base == "totalt"
    read = None if percent is None else parse_percent(percent)
    try:
        part = None if count is None else parse_cell(count, table)
        whole = None if base is None or of_total else parse_cell(base, table)
    except CellError as error:
        raise ShareError(error.code, error.message) from error
    return Share(text, part, whole, of_total=of_total, percent=read)


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
