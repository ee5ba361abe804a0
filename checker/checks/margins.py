"""The check of two-way tables: cells, margins and the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import AtMost, Complete, Multiple
from checker.checks.sums import NO_TOTAL, Addends, in_no_row, judged_sum, not_over_time, parts_total
from checker.figures import figures_at
from checker.finding import Judged, Problem
from checker.shown import shown
from checker.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from checker.checks.kinds import Where
    from checker.document.model import Route
    from checker.figures import Figure
    from checker.report import Item
    from checker.tables import Table


def two_way(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """In a two-way table the cells make the margins, and the margins make the whole."""
    table = read_table(item)
    if table is None or not table.is_two_way:
        return
    columns = figures_at(item.at("kolumnsumma"), len(table.columns))
    found = [*_across(table), *_down(table, columns)]
    yield from found
    yield from _whole(table, columns, {one.route for one in found if isinstance(one, Problem)})


def _across(table: Table) -> Iterator[Problem | Judged]:
    """A table may leave out rows, never columns: across it always adds up."""
    stated = [(row, figure) for row in table.rows if (figure := table.row_sum(row))]
    if table.stock_along == "columns":
        yield from not_over_time([figure for _, figure in stated])
        return
    for row, figure in stated:
        where = f" för {shown(row.name)}"
        cells = [row.figures[index] for index in table.kept_columns()]
        yield from judged_sum(table, Addends(cells, Complete()), figure, where)
        for index in sorted(table.subset_columns()):
            if cell := row.figures[index]:
                yield from judged_sum(table, Addends([cell], AtMost()), figure, where)


def _down(table: Table, columns: Sequence[Figure | None]) -> Iterator[Problem | Judged]:
    """The cells of a column make its sum, as the table declares."""
    if table.stock_along == "rows":
        yield from not_over_time(columns)
        return
    for index, name in enumerate(table.columns):
        if stated := columns[index]:
            where = f" för {shown(name)}"
            addends = Addends(table.column(index), table.relation_down, table.rest_down)
            yield from judged_sum(table, addends, stated, where)


def _whole(
    table: Table, columns: Sequence[Figure | None], wrong: AbstractSet[Route]
) -> Iterator[Problem | Judged]:
    """The margins of a two-way table, or else its cells, make its total.

    A margin that is told to be wrong is not tested once more.
    """
    whole, kept = table.totals[0] or parts_total(table), table.kept_columns()
    if table.is_stock:
        yield from not_over_time(table.totals)
        return
    if whole is None:
        yield Judged(table.item.route, Outcome.NOT_TESTABLE, NO_TOTAL)
        return
    for index in sorted(table.subset_columns()):
        if part := columns[index]:
            where = f" för {shown(table.columns[index])}"
            yield from judged_sum(table, Addends([part], AtMost()), whole, where)
    sums = [table.row_sum(row) for row in table.rows if row.is_added]
    by_rows = all(one and one.route not in wrong for one in sums)
    if any(columns) and not any(one and one.route in wrong for one in columns):
        # Those in no row may be in a column or in none.
        margins = Addends([columns[index] for index in kept], Complete(), table.rest_down)
        found = list(judged_sum(table, margins, whole))
        yield from found
        if not by_rows or any(isinstance(one, Problem) for one in found):
            return
    cells = sums if by_rows else [cell for index in kept for cell in table.column(index)]
    exactly = by_rows or isinstance(table.relation, Multiple)
    relation = table.relation if exactly else table.relation_down
    yield from judged_sum(table, Addends(cells, relation, in_no_row(table)), whole)
