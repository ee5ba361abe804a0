"""The equations of rows and their total, as the relation that a table declares ties them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.equations import Equation, makes, within
from checker.arithmetic.relations import AtMost, Multiple, Truncated, hidden
from checker.network import Number

if TYPE_CHECKING:
    from checker.declared import Relation
    from checker.network import Net

ENDLESS = 10**9  # more rows than any table leaves out


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers of a net that make a total.

    Attributes:
        without: what is in no row, where the table says it.
    """

    rows: list[int]
    total: int
    without: list[int]
    relation: Relation


def related(net: Net, made: Sum, words: str, title: str) -> int | None:
    """Ties rows and their total (arithmetic.md, "Relations, declared per table").

    Gives the number of what is in rows that are not shown, where there can be any.
    """
    relation, rest = made.relation, None
    if isinstance(relation, Multiple):
        for row in made.rows:
            net.tie(within([row, *made.without], made.total), words)
        if relation.without is not None:
            every = makes([*made.rows, *made.without], made.total)
            net.tie(Equation(every.terms, 0, None), words)
        return None
    if isinstance(relation, AtMost):
        rest = net.unprinted(f"de rader som inte visas i {title}")
    elif isinstance(relation, Truncated):
        rest = _rest(net, made.rows, relation, words, title)
    more = [] if rest is None else [rest]
    net.tie(makes([*made.rows, *made.without, *more], made.total), words)
    return rest


def _rest(net: Net, rows: list[int], relation: Truncated, words: str, title: str) -> int | None:
    """What the rows that are not shown add up to; nothing where they must be 0."""
    interval = hidden([net.numbers[row].interval for row in rows], relation)
    if interval.high == 0:
        return None
    rest = net.add(Number(interval, f"de rader som inte visas i {title}"))
    if relation.largest:
        # However many are left out, they are nothing where the smallest that is shown is.
        most = ENDLESS if relation.left_out is None else relation.left_out
        for row in rows:
            net.tie(Equation(((rest, 1), (row, -most)), None, 0), words)
    return rest
