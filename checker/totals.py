"""The total of a part, now and before: stated under it or in a table, or computed from rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from checker.arithmetic.interval import Interval, total
from checker.arithmetic.relations import Complete
from checker.figures import Figure, figure_at
from checker.shown import shown
from checker.tables import Table, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Route
    from checker.report import Item

Time: TypeAlias = Literal["now", "before"]
LEX_SARAH, CASES = "lex_sarah", "antal_ärenden"
EARLIER = "föregående"
# What says why a figure of the period before may differ.
REASONS = ("jämförs_inte", "ändrad_efteråt")


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


def claims(part: Item, time: Time = "now") -> Iterator[Claim]:
    """Every place that says what the part's total is, the firmest first.

    Args:
        part: what counts something.
        time: the period itself, or the one before.

    Raises:
        UnsoundError: one of them could not be read.
    """
    stated = figure_at(part.at("totalt" if time == "now" else EARLIER))
    if stated:
        words = "totalen för delen" if time == "now" else "förra periodens tal för delen"
        yield Claim(stated.interval, stated.route, words, stated=True)
    cases = figure_at(part.at(CASES)) if time == "now" and part.name == LEX_SARAH else None
    if cases:
        yield Claim(cases.interval, cases.route, f"uppgiften {CASES}", stated=True)
    told = [
        list(table_claims(table, time)) for table in tables_of(part) if table.counts_as_the_part
    ]
    for found in told:
        yield from (claim for claim in found if claim.stated)
    # The rows of the period are tested against a total of the part in a rule of their own.
    if time == "before" or not stated:
        for found in told:
            yield from (claim for claim in found if not claim.stated)


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
    return next(claims(part, "before"), None)


def table_claims(table: Table, time: Time) -> Iterator[Claim]:
    """Every place of a table that says what its own total is, the firmest first.

    Raises:
        UnsoundError: one of them could not be read.
    """
    name = shown(table.item.name)
    if time == "before" and not isinstance(table.item.get(EARLIER), list | dict):
        stated = figure_at(table.item.at(EARLIER))
        if stated:
            words = f"förra periodens tal i {name}"
            yield Claim(stated.interval, stated.route, words, stated=True)
    column = table.current if time == "now" else table.earlier
    if column is None:
        return
    year = f" för {shown(table.columns[column])}" if time == "before" else ""
    printed = table.totals[0 if table.is_two_way else column]
    if printed:
        words = f"totalen{year} i {name}"
        yield Claim(printed.interval, printed.route, words, stated=True)
        # With a total of its own a table's rows are tested against that, in a rule of its own.
    elif isinstance(table.relation_of(column), Complete) and not table.is_stock:
        figures = _whole(table, column)
        if figures:
            interval = total([figure.interval for figure in figures])
            place = table.item.at("antal").route
            yield Claim(interval, place, f"raderna{year} i {name}", stated=False)


def _whole(table: Table, column: int) -> list[Figure]:
    """The cells that make up the whole of a time; none when one is left empty.

    Where cases without a row are known for one year, only that year reaches this.
    """
    without = [table.without] if table.without else []
    columns = table.kept_columns() if table.is_two_way else [column]
    cells = [row.figures[index] for row in table.rows if row.is_added for index in columns]
    figures = [cell for cell in cells if cell]
    return [*figures, *without] if len(figures) == len(cells) else []
