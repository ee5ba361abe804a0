"""Checks of the rows of tables one by one: within the total, and within the table's limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.interval import UNKNOWN, total
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import Multiple, row_limit
from checker.checks.sums import as_printed, is_above, parts_total
from checker.figures import in_words
from checker.finding import Judged, Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.checks.kinds import Where
    from checker.report import Item


def row_within_total(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """No row of a multi-select table, and no subset, is larger than the total."""
    table = read_table(item)
    if table is None or table.is_two_way:
        return
    for index in range(len(table.columns)):
        stated = table.totals[index] or (parts_total(table) if index == table.current else None)
        if stated is None:
            continue
        for row in table.rows:
            figure = row.figures[index]
            several = isinstance(table.relation, Multiple)
            # A sub-total may count a case once for each of its rows.
            single = not row.is_subtotal if several else row.is_subset
            if single and figure and is_above([figure], stated):
                words = {
                    "rad": shown(row.name),
                    "antal": as_printed(figure),
                    "totalt": as_printed(stated),
                }
                yield Problem(figure.route, words, ((stated.route, "totalen"),))
                yield Judged(figure.route, Outcome.DISAGREES)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLimit:
    """Rows against the table's own limit.

    Attributes:
        breaks: ``outside`` for a certain break, ``equal`` for a row on the limit of "over".
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    breaks: Literal["outside", "equal"]


def row_limits(item: Item, ask: RowLimit) -> Iterator[Problem]:
    """Every row of a truncated table obeys the limit that the table states.

    A row is shown for what it is in the period and in all columns that make a whole; and what
    repeats a part of other rows is no category of its own.
    """
    table = read_table(item)
    if table is None or table.limit is None:
        return
    for row in table.rows:
        figures = [row.figures[table.current]]
        if table.is_two_way:
            stated = table.row_sum(row)
            figures = [stated] if stated else [row.figures[i] for i in table.kept_columns()]
        many = total([figure.interval if figure else UNKNOWN for figure in figures])
        if row.is_subset or row_limit(many, table.limit) != ask.breaks:
            continue
        key = "visar_fler_än" if table.limit.at_least is None else "visar_minst"
        one = figures[0] if len(figures) == 1 else None
        words = {
            "rad": shown(row.name),
            "antal": as_printed(one) if one else in_words(many),
            "gräns": shown(table.item.text(key)),
        }
        place = one.route if one else row.route
        yield Problem(place, words, ((item.at(key).route, "tabellens gräns"),))
