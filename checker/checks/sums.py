"""Checks of tables: rows against totals and sub-totals, margins, limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.interval import UNKNOWN, Interval, exact, total
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import Complete, Multiple, row_limit
from checker.arithmetic.sums import cases_without, judge_sum
from checker.figures import Figure, figure_at, figures_at, in_words
from checker.finding import Judged, Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import Table, part_of, read_table
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.report import Item
    from checker.tables import Relation

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
        yield from _not_over_time(table.totals)
        return
    for index, name in enumerate(table.columns):
        cells = table.column(index)
        figures = _filled(cells)
        stated = table.totals[index] or (_parts_total(table) if index == table.current else None)
        if stated is None or not figures:
            yield Judged(item.route, Outcome.NOT_TESTABLE, NO_TOTAL if figures else NO_ROWS)
            continue
        if isinstance(table.relation, Multiple) and _above(figures, stated):
            continue  # told by the rule about single rows
        rest = _in_no_row(table) if index == table.current else None
        where = f" för {shown(name)}" if name else ""
        yield from _judged(table, cells, table.relation_of(index), stated, where, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Parameters of a check that needs only to know which tables."""

    __pydantic_config__ = FORBID

    items: tuple[str, ...]


def row_within_total(item: Item, _ask: Tables) -> Iterator[Problem | Judged]:
    """No row of a multi-select table, and no subset, is larger than the total."""
    table = read_table(item)
    if table is None or table.is_two_way:
        return
    for index in range(len(table.columns)):
        stated = table.totals[index] or (_parts_total(table) if index == table.current else None)
        if stated is None:
            continue
        for row in table.rows:
            figure = row.figures[index]
            several = isinstance(table.relation, Multiple)
            # A sub-total may count a case once for each of its rows.
            single = not row.is_subtotal if several else row.is_subset
            if single and figure and _above([figure], stated):
                words = {"rad": shown(row.name), "antal": _many(figure), "totalt": _many(stated)}
                yield Problem(figure.route, words, ((stated.route, "totalen"),))
                yield Judged(figure.route, Outcome.DISAGREES)


def multiple_rest(item: Item, _ask: Tables) -> Iterator[Problem]:
    """In a multi-select table whose rows are fewer than the cases, some cases have no row."""
    table = read_table(item)
    if table is None or table.is_two_way or not isinstance(table.relation, Multiple):
        return
    stated = table.totals[table.current] or _parts_total(table)
    cells = table.column(table.current)
    figures = _filled(cells)
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
        words = {"summa": in_words(summed), "totalt": _many(stated), "antal": swedish(rest)}
        yield Problem(item.at("antal").route, words, ((stated.route, "totalen"),))


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
    sums = _row_sums(table)
    for row in table.rows:
        figures = [row.figures[table.current]]
        if table.is_two_way:
            stated = sums[row.name]
            figures = [stated] if stated else [row.figures[i] for i in table.kept_columns()]
        many = total([figure.interval if figure else UNKNOWN for figure in figures])
        if row.is_subset or row_limit(many, table.limit) != ask.breaks:
            continue
        key = "visar_fler_än" if table.limit.at_least is None else "visar_minst"
        one = figures[0] if len(figures) == 1 else None
        words = {
            "rad": shown(row.name),
            "antal": _many(one) if one else in_words(many),
            "gräns": shown(table.item.text(key)),
        }
        place = one.route if one else row.route
        yield Problem(place, words, ((item.at(key).route, "tabellens gräns"),))


def two_way(item: Item, _ask: Tables) -> Iterator[Problem | Judged]:
    """In a two-way table the cells make the margins, and the margins make the whole."""
    table = read_table(item)
    if table is None or not table.is_two_way:
        return
    kept = table.kept_columns()
    row_sums = _row_sums(table)
    column_sums = figures_at(item.at("kolumnsumma"), len(table.columns))
    # A table may leave out rows, never columns: across it always adds up, down it as declared.
    if table.stock_along == "columns":
        yield from _not_over_time(tuple(row_sums.values()))
    else:
        for row in table.rows:
            stated = row_sums[row.name]
            if stated:
                where = f" för {shown(row.name)}"
                cells = [row.figures[i] for i in kept]
                yield from _judged(table, cells, Complete(), stated, where)
    if table.stock_along == "rows":
        yield from _not_over_time(column_sums)
    else:
        for index, name in enumerate(table.columns):
            stated = column_sums[index]
            if stated:
                where = f" för {shown(name)}"
                cells, relation = table.column(index), table.relation_down
                yield from _judged(table, cells, relation, stated, where, table.rest_down)
    yield from _whole(table, kept, row_sums, column_sums)


def _row_sums(table: Table) -> dict[str, Figure | None]:
    """The stated sum of each row of a two-way table."""
    place, stated = table.item.at("radsumma"), table.item.get("radsumma")
    names = {normal(name): name for name in stated} if isinstance(stated, dict) else {}
    return {
        row.name: figure_at(place.child(names.get(normal(row.name), row.name)))
        for row in table.rows
    }


def _whole(
    table: Table,
    kept: Sequence[int],
    row_sums: Mapping[str, Figure | None],
    column_sums: Sequence[Figure | None],
) -> Iterator[Problem | Judged]:
    """The margins of a two-way table, or else its cells, make its total."""
    whole = table.totals[0] or _parts_total(table)
    if table.is_stock:
        yield from _not_over_time(table.totals)
        return
    if whole is None:
        yield Judged(table.item.route, Outcome.NOT_TESTABLE, NO_TOTAL)
        return
    sums = [row_sums[row.name] for row in table.rows if row.is_added]
    by_rows, by_columns = all(sums), any(column_sums)
    if by_columns:
        # Those in no row may be in a column or in none.
        cells = [column_sums[i] for i in kept]
        found = list(_judged(table, cells, Complete(), whole, "", table.rest_down))
        yield from found
        if not by_rows or any(isinstance(one, Problem) for one in found):
            return
    cells = sums if by_rows else [cell for i in kept for cell in table.column(i)]
    exactly = by_rows or isinstance(table.relation, Multiple)
    relation = table.relation if exactly else table.relation_down
    yield from _judged(table, cells, relation, whole, "", _in_no_row(table))


def _in_no_row(table: Table) -> Interval | None:
    """What the rows lack of the total; a multi-select table's relation knows it by itself."""
    several = isinstance(table.relation, Multiple)
    return table.without.interval if table.without and not several else None


def subtotals(item: Item, _ask: Tables) -> Iterator[Problem | Judged]:
    """In every column a sub-total is the sum of its rows."""
    table = read_table(item)
    if table is None:
        return
    # A case in several of the rows is one case in their sum.
    several = isinstance(table.relation, Multiple)
    for found in table.subtotals:
        if table.stock_along == "rows":
            yield from _not_over_time(found.row.figures)
            continue
        for index, name in enumerate(table.columns):
            stated = found.row.figures[index]
            cells = [member.figures[index] for member in found.members]
            if stated is None or not _filled(cells):
                reason = NO_ROWS if stated else NO_SUBTOTAL
                yield Judged(found.row.route, Outcome.NOT_TESTABLE, reason)
                continue
            where = f" för {shown(name)}" if name else ""
            relation = table.relation_down if table.is_two_way else table.relation_of(index)
            if several:
                relation = Multiple(exact(0))
            for told in _judged(table, cells, relation, stated, where):
                if isinstance(told, Problem):
                    yield replace(told, values={**told.values, "rad": shown(found.row.name)})
                else:
                    yield told


def _not_over_time(stated: Sequence[Figure | None]) -> Iterator[Judged]:
    """A figure for several moments may be their mean, their last or each case once: no sum."""
    for figure in _filled(stated):
        yield Judged(figure.route, Outcome.NOT_TESTABLE, OVER_TIME)


def _judged(
    table: Table,
    cells: Sequence[Figure | None],
    relation: Relation,
    stated: Figure,
    where: str,
    rest: Interval | None = None,
) -> Iterator[Problem | Judged]:
    """An empty cell is no zero: what it would have been is not known."""
    intervals = [cell.interval if cell else UNKNOWN for cell in cells]
    verdict = judge_sum(intervals, stated.interval, relation, rest)
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
            "totalt": _many(stated),
            "summa": in_words(Interval(verdict.low, verdict.high)),
            "skillnad": f"{many} för hög" if verdict.mend < 0 else f"{many} för låg",
        },
        tuple((figure.route, _many(figure)) for figure in _filled(cells)),
    )


def _filled(cells: Sequence[Figure | None]) -> list[Figure]:
    return [cell for cell in cells if cell]


def _parts_total(table: Table) -> Figure | None:
    """The total that the part states, if the table counts the same thing."""
    part = part_of(table.item)
    if part is None or not table.counts_as_the_part:
        return None
    return figure_at(part.at("totalt"))


def _above(figures: Sequence[Figure], stated: Figure) -> bool:
    high = stated.interval.high
    return high is not None and any(figure.interval.low > high for figure in figures)


def _many(figure: Figure) -> str:
    return swedish(figure.interval.low) if figure.interval.is_exact else shown(figure.cell.text)
