"""The total of a part: stated under it, stated in a table of it, or else computed from rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import Interval, total
from checker.arithmetic.relations import Complete
from checker.figures import Figure, figure_at, figures_at
from checker.tables import Table, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Route
    from checker.report import Item

LEX_SARAH, CASES = "lex_sarah", "antal_ärenden"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place says that a part's total is.

    Attributes:
        words: what the place is, for a reader.
        stated: printed as a total; otherwise computed from rows.
    """

    interval: Interval
    route: Route
    words: str
    stated: bool


def claims(part: Item) -> Iterator[Claim]:
    """Every place that says what the part's total for the period is, the firmest first.

    Raises:
        UnsoundError: one of them could not be read.
    """
    stated = figure_at(part.at("totalt"))
    if stated:
        yield Claim(stated.interval, stated.route, "totalen för delen", stated=True)
    cases = figure_at(part.at(CASES)) if part.name == LEX_SARAH else None
    if cases:
        yield Claim(cases.interval, cases.route, f"uppgiften {CASES}", stated=True)
    tables = [table for table in tables_of(part) if table.counts_as_the_part]
    for table in tables:
        figure = _own_total(table)
        if figure:
            words = f"totalen i {table.item.name}"
            yield Claim(figure.interval, figure.route, words, stated=True)
    for table in tables:
        # With a total of its own a table's rows are tested against that, in a rule of its own.
        if _own_total(table) is None and isinstance(table.relation, Complete) and not stated:
            figures = _whole(table)
            if figures:
                interval = total([figure.interval for figure in figures])
                words = f"raderna i {table.item.name}"
                yield Claim(interval, table.item.at("antal").route, words, stated=False)


def total_of(part: Item) -> Claim | None:
    """The part's total for the period, if the report tells it; no more is read than needed.

    Raises:
        UnsoundError: it could not be read.
    """
    return next(claims(part), None)


def earlier_total(part: Item) -> Claim | None:
    """The part's total for the period before, if the report tells it.

    Raises:
        UnsoundError: it could not be read.
    """
    figure = figure_at(part.at("föregående"))
    if figure:
        return Claim(figure.interval, figure.route, "förra periodens tal", stated=True)
    for table in tables_of(part):
        if table.counts_as_the_part and not table.is_two_way and table.current > 0:
            earlier = table.totals[table.current - 1]
            if earlier:
                return Claim(earlier.interval, earlier.route, "tabellens förra år", stated=True)
        if table.counts_as_the_part and len(table.columns) == 1:
            stated = figures_at(table.item.at("föregående"), 1)[0]
            if stated:
                return Claim(stated.interval, stated.route, "tabellens förra tal", stated=True)
    return None


def _own_total(table: Table) -> Figure | None:
    return table.totals[0 if table.is_two_way else table.current]


def _whole(table: Table) -> list[Figure]:
    """The cells that make up the whole for the period; none when one is left empty."""
    without = [table.without] if table.without else []
    columns = (
        [index for index in range(len(table.columns)) if index not in table.subset_columns()]
        if table.is_two_way
        else [table.current]
    )
    rows = [row for row in table.rows if not row.is_subset]
    cells = [row.figures[index] for row in rows for index in columns]
    figures = [cell for cell in cells if cell]
    return [*figures, *without] if len(figures) == len(cells) else []
