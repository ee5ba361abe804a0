"""Checks of tables: rows against totals, sub-totals and limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.arithmetic.interval import UNKNOWN, Interval, exact, total
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import Multiple
from checker.arithmetic.sums import cases_without, judge_sum
from checker.checks.earlier import is_told
from checker.figures import Figure, figure_at, in_words
from checker.finding import Judged, Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import Table, part_of, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.checks.kinds import Where
    from checker.declared import Relation
    from checker.report import Item

NO_TOTAL = "tabellen har ingen total i samma enhet"
NO_ROWS = "raderna saknar antal"
NO_SUBTOTAL = "delsumman har inget tal"
OVER_TIME = "läget vid flera tidpunkter läggs inte ihop"
NOTHING_COULD_FAIL = "uppgifterna är för osäkra för att något tal ska kunna vara fel"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTotal:
    """Rows against the total.

    Attributes:
        relations: which tables: complete, truncated, multiple or at_most.
        not_named: tables that another rule looks at.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    relations: tuple[str, ...]
    not_named: tuple[str, ...] = ()


def table_total(item: Item, ask: TableTotal) -> Iterator[Problem | Judged]:
    """In every column the rows can make the total."""
    table = None if item.name in ask.not_named else read_table(item)
    if table is None or table.is_two_way or table.kind not in ask.relations:
        return
    if table.is_stock:
        yield from not_over_time(table.totals)
        return
    for index, name in enumerate(table.columns):
        cells = table.column(index)
        figures = filled(cells)
        stated = table.totals[index] or (parts_total(table) if index == table.current else None)
        if stated is None or not figures:
            yield Judged(item.route, Outcome.NOT_TESTABLE, NO_TOTAL if figures else NO_ROWS)
            continue
        if isinstance(table.relation, Multiple) and is_above(figures, stated):
            continue  # told by the rule about single rows
        rest = in_no_row(table) if index == table.current else None
        where = f" för {shown(name)}" if name else ""
        addends = Addends(cells, table.relation_of(index), rest)
        told = judged_sum(table, addends, stated, where)
        if index == table.earlier and is_told(item):
            told = (one for one in told if isinstance(one, Judged))
        yield from told


def multiple_rest(item: Item, _ask: Where) -> Iterator[Problem]:
    """In a multi-select table whose rows are fewer than the cases, some cases have no row."""
    table = read_table(item)
    if table is None or table.is_two_way or not isinstance(table.relation, Multiple):
        return
    stated = table.totals[table.current] or parts_total(table)
    cells = table.column(table.current)
    figures = filled(cells)
    known = table.relation.without
    if (
        stated is None
        or len(figures) < len(cells)
        or (known is not None and known.high is not None)
    ):
        return
    rest = cases_without([figure.interval for figure in figures], stated.interval)
    if rest > 0:
        summed = total([figure.interval for figure in figures])
        words = {"summa": in_words(summed), "totalt": as_printed(stated), "antal": swedish(rest)}
        yield Problem(item.at("antal").route, words, ((stated.route, "totalen"),))


def in_no_row(table: Table) -> Interval | None:
    """What the rows lack of the total; a multi-select table's relation knows it by itself."""
    several = isinstance(table.relation, Multiple)
    return table.without.interval if table.without and not several else None


def subtotals(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """In every column a sub-total is the sum of its rows."""
    table = read_table(item)
    if table is None:
        return
    # A case in several of the rows is one case in their sum.
    several = isinstance(table.relation, Multiple)
    for found in table.subtotals:
        if table.stock_along == "rows":
            yield from not_over_time(found.row.figures)
            continue
        for index, name in enumerate(table.columns):
            stated = found.row.figures[index]
            cells = [member.figures[index] for member in found.members]
            if stated is None or not filled(cells):
                reason = NO_ROWS if stated else NO_SUBTOTAL
                yield Judged(found.row.route, Outcome.NOT_TESTABLE, reason)
                continue
            where = f" för {shown(name)}" if name else ""
            relation = table.relation_down if table.is_two_way else table.relation_of(index)
            if several:
                relation = Multiple(exact(0))
            for told in judged_sum(table, Addends(cells, relation), stated, where):
                if isinstance(told, Problem):
                    yield replace(told, values={**told.values, "rad": shown(found.row.name)})
                else:
                    yield told


def not_over_time(stated: Sequence[Figure | None]) -> Iterator[Judged]:
    """A figure for several moments may be their mean, their last or each case once: no sum."""
    for figure in filled(stated):
        yield Judged(figure.route, Outcome.NOT_TESTABLE, OVER_TIME)


@dataclass(frozen=True, slots=True)
class Addends:
    """What is to make a total; an empty cell is no zero: what it would have been is not known.

    Attributes:
        rest: what is known to be in none of the cells.
    """

    cells: Sequence[Figure | None]
    relation: Relation
    rest: Interval | None = None


def judged_sum(
    table: Table, addends: Addends, stated: Figure, where: str = ""
) -> Iterator[Problem | Judged]:
    """Whether the addends can make the stated figure."""
    cells = addends.cells
    intervals = [cell.interval if cell else UNKNOWN for cell in cells]
    verdict = judge_sum(intervals, stated.interval, addends.relation, addends.rest)
    reason = NOTHING_COULD_FAIL if verdict.outcome is Outcome.NOT_TESTABLE else ""
    yield Judged(stated.route, verdict.outcome, reason)
    if verdict.outcome is not Outcome.DISAGREES:
        return
    many = swedish(abs(verdict.mend))
    yield Problem(
        stated.route,
        {
            "kolumn": where,
            "tabell": shown(table.item.text("rubrik") or table.item.name),
            "totalt": as_printed(stated),
            "summa": in_words(Interval(verdict.low, verdict.high)),
            "skillnad": f"{many} för hög" if verdict.mend < 0 else f"{many} för låg",
        },
        tuple((figure.route, as_printed(figure)) for figure in filled(cells)),
    )


def filled(cells: Sequence[Figure | None]) -> list[Figure]:
    """The cells that hold a figure."""
    return [cell for cell in cells if cell]


def parts_total(table: Table) -> Figure | None:
    """The total that the part states, if the table counts the same thing."""
    part = part_of(table.item)
    if part is None or not table.counts_as_the_part:
        return None
    return figure_at(part.at("totalt"))


def is_above(figures: Sequence[Figure], stated: Figure) -> bool:
    """Whether one of the figures is surely greater than a stated one."""
    high = stated.interval.high
    return high is not None and any(figure.interval.low > high for figure in figures)


def as_printed(figure: Figure) -> str:
    """A figure for a message."""
    return swedish(figure.interval.low) if figure.interval.is_exact else shown(figure.cell.text)
