"""How the cells of a table relate to its total, and what total they then allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.arithmetic.interval import UNKNOWN, Interval, exact, total

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Complete:
    """Every case is in one cell: the sum equals the total."""


@dataclass(frozen=True, slots=True)
class AtMost:
    """A subset ("varav"), or a table about whose rest nothing is known."""


@dataclass(frozen=True, slots=True)
class Multiple:
    """A case can be in several cells; each cell is at most the total.

    Attributes:
        without: the cases in no cell, where the table states them; then all others are in some.
    """

    without: Interval | None = None


@dataclass(frozen=True, slots=True)
class Truncated:
    """Only the larger categories are shown.

    Attributes:
        at_least: shown are rows of at least this; a hidden category is smaller.
        over: shown are rows above this; a hidden category is at most this.
        largest: shown are the largest; a hidden category is at most the smallest shown.
        left_out: how many categories are hidden, where that is known.

    Raises:
        ValueError: for a negative number.
    """

    at_least: int | None = None
    over: int | None = None
    largest: bool = False
    left_out: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no limit on counts."""
        numbers = (self.at_least, self.over, self.left_out)
        if any(number is not None and number < 0 for number in numbers):
            raise ValueError("a limit on counts is not negative")


Relation: TypeAlias = Complete | AtMost | Multiple | Truncated


def allowed(cells: Sequence[Interval], rest: Interval, relation: Relation) -> Interval:
    """The totals that the cells allow (arithmetic.md, "Relations, declared per table").

    Args:
        cells: the rows.
        rest: what is known to be in no row; exactly 0 when there is no such remainder.
        relation: what the table declares.
    """
    added = total((*cells, rest))
    if isinstance(relation, AtMost):
        return Interval(added.low, None)
    if isinstance(relation, Truncated):
        return added + hidden(cells, relation)
    if isinstance(relation, Multiple):
        # A choice in the rest is some case's, but how many share a case is not known.
        largest = max((cell.low for cell in cells), default=0) or min(rest.low, 1)
        if relation.without is None:
            return Interval(largest, None)
        return Interval(largest + relation.without.low, (added + relation.without).high)
    return added


def hidden(cells: Sequence[Interval], relation: Truncated) -> Interval:
    """What the categories that a truncated table leaves out add up to.

    Nothing, where a hidden category must be 0, however many there are.
    """
    limits = [] if relation.over is None else [relation.over]
    if relation.at_least is not None:
        limits.append(max(relation.at_least - 1, 0))
    if relation.largest:
        limits.extend(cell.high for cell in cells if cell.high is not None)
    most = min(limits, default=None)
    if most == 0 or relation.left_out == 0:
        return exact(0)
    if most is None or relation.left_out is None:
        return UNKNOWN
    return Interval(0, most).times(relation.left_out)


def row_limit(cell: Interval, relation: Truncated) -> Literal["inside", "equal", "outside"]:
    """Whether a row breaks the limit that its own table declares.

    "outside" when no possible value keeps it; "equal" when the table shows rows over a number and
    the row can be that number but no more: the wording is at fault, a warning.
    """
    if cell.high is None:
        return "inside"
    if relation.at_least is not None and cell.high < relation.at_least:
        return "outside"
    if relation.over is None or cell.high > relation.over:
        return "inside"
    return "equal" if cell.high == relation.over else "outside"
