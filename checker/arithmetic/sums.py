"""Whether the rows of a table and its total can both be true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic import interval
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import (
    Relation,
    allowed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class SumJudgement:
    """The verdict on a total.

    Attributes:
        outcome: the verdict.
        low: the least total that the rows allow.
        high: the greatest; None when nothing bounds it.
        mend: the smallest change of the stated total that makes it agree, with its sign; 0 unless
            the outcome is DISAGREES.
        room: how many totals the rows allow; None when nothing bounds them.
    """

    outcome: Outcome
    low: int
    high: int | None
    mend: int
    room: int | None


def judge_sum(
    cells: Sequence[Interval],
    total: Interval,
    relation: Relation,
    rest: Interval | None = None,
) -> SumJudgement:
    """Whether the rows can make the total (arithmetic.md, "Consistent iff the intervals meet").

    Exact for any independent cells. AGREES only when rows and total are exact and equal;
    NOT_TESTABLE when there are no rows and no rest, when the total can be anything, or when the
    rows allow every total.

    Args:
        cells: the rows; one that is missing is UNKNOWN.
        total: the stated total.
        relation: what the table declares.
        rest: what is known to be in no row: a remainder that is stated beside the table.
    """
    may_be = allowed(cells, rest or exact(0), relation)
    room = None if may_be.high is None else may_be.high - may_be.low + 1
    mend = _mend(may_be, total)
    no_rows = not cells and rest is None
    if no_rows or UNKNOWN in (total, may_be):
        outcome, mend = Outcome.NOT_TESTABLE, 0
    elif mend:
        outcome = Outcome.DISAGREES
    elif may_be.is_exact and total.is_exact:
        outcome = Outcome.AGREES
    else:
        outcome = Outcome.MAY_AGREE
    return SumJudgement(outcome, may_be.low, may_be.high, mend, room)


def cases_without(cells: Sequence[Interval], total: Interval) -> int:
    """How many cases at least are in no cell of a multi-select table.

    Source: arithmetic.md, "Relations" and example 15.
    """
    most = interval.total(cells).high
    return 0 if most is None else max(total.low - most, 0)


def _mend(may_be: Interval, stated: Interval) -> int:
    """What to add to the stated total to bring it within reach; 0 when it is."""
    if stated.high is not None and stated.high < may_be.low:
        return may_be.low - stated.high
    if may_be.high is not None and stated.low > may_be.high:
        return may_be.high - stated.low
    return 0
