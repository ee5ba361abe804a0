"""Tables of counts as checks see them: rows, columns, totals, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.interval import Interval, exact
from checker.arithmetic.relations import AtMost, Multiple, Truncated
from checker.declared import RELATIONS, declared, limit_of, over_the_years
from checker.figures import Figure, figure_at, figures_at
from checker.report import Item, UnsoundError
from checker.text import SHORT, nearest, normal
from checker.times import is_at_most_a_year, is_time, is_year_of, latest, period_of

if TYPE_CHECKING:
    from checker.declared import Relation
    from checker.document.model import Route, Value

QUARTERS, STOCKS = "per_kvartal", "ej_verkställda_beslut"
REMARKS = ("kommentar", "text", "rubrik", "bilaga", "id")  # what no figure depends on
# What a part counts when its tables do not say (`räknar`).
UNITS = {
    "synpunkter": "synpunkter",
    "avvikelser": "avvikelser",
    "avvikelser_i_vårdsamverkan": "avvikelser",
    "ej_verkställda_beslut": "beslut",
    "lex_sarah": "ärenden",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A category and its cells, one for each column; None where a cell is empty.

    Attributes:
        is_subset: it repeats a part of another row (``varav``).
        is_subtotal: it is the sum of other rows (``delsummor``).
    """

    name: str
    route: Route
    figures: tuple[Figure | None, ...]
    is_subset: bool
    is_subtotal: bool = False

    @property
    def is_added(self) -> bool:
        """Whether the total counts it: what repeats other rows is not added once more."""
        return not self.is_subset and not self.is_subtotal


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A row that is the sum of other rows, which may be sub-totals themselves."""

    row: Row
    members: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of counts.

    Attributes:
        columns: years or names; one unnamed column when it has neither.
        years: the year of each column, in any order; empty when its columns are not years.
        is_two_way: its columns are parts of a whole (``kolumner``), not years.
        totals: the stated total of each column; of a two-way table the only one, the whole.
        without: how many are in no row (``utan_uppgift``), where that is stated.
        limit: which rows it shows, where it does not show all.
        subtotals: which rows are sums of others, and of which.
    """

    item: Item
    columns: tuple[str, ...]
    years: tuple[int | None, ...]
    is_two_way: bool
    rows: tuple[Row, ...]
    totals: tuple[Figure | None, ...]
    relation: Relation
    without: Figure | None
    limit: Truncated | None
    subtotals: tuple[Subtotal, ...]

    @property
    def kind(self) -> str:
        """The name of its relation, as rule files say it."""
        return RELATIONS[type(self.relation)]

    def column(self, index: int) -> list[Figure | None]:
        """The cells of a column that its total is made of."""
        return [row.figures[index] for row in self.rows if row.is_added]

    def relation_of(self, index: int) -> Relation:
        """How a column's rows make its total.

        What has no row is told for the period alone, and by its figures rows are left out.
        """
        if index == self.current:
            return self.relation
        if isinstance(self.relation, Multiple):
            return Multiple() if self.without else self.relation
        return AtMost() if self.without else over_the_years(self.relation)

    @property
    def relation_down(self) -> Relation:
        """How the cells of a two-way table's column make its sum.

        Which rows are left out is decided by their sums, and how many in each column have no row
        is not told.
        """
        relation = self.relation
        if isinstance(relation, Truncated):
            return replace(relation, largest=False)
        if isinstance(relation, Multiple) and relation.without:
            return Multiple(self.rest_down)
        return relation

    @property
    def rest_down(self) -> Interval:
        """How many of a two-way table's column may be in no row."""
        return Interval(0, self.without.interval.high) if self.without else exact(0)

    def subset_columns(self) -> set[int]:
        """The columns that only repeat a part of another (``varav``)."""
        subsets = _names(self.item.at("varav"))
        return {index for index, name in enumerate(self.columns) if normal(name) in subsets}

    def kept_columns(self) -> list[int]:
        """The columns of a two-way table that make the whole."""
        subsets = self.subset_columns()
        return [index for index in range(len(self.columns)) if index not in subsets]

    def row_sum(self, row: Row) -> Figure | None:
        """The stated sum of a two-way table's row.

        Raises:
            UnsoundError: it could not be read.
        """
        place, stated = self.item.at("radsumma"), self.item.get("radsumma")
        names = {normal(name): name for name in stated} if isinstance(stated, dict) else {}
        return figure_at(place.child(names.get(normal(row.name), row.name)))

    @property
    def current(self) -> int:
        """The column of the table's own period: the latest year, wherever it is written."""
        found = latest(self.years)
        return len(self.columns) - 1 if found is None else found

    @property
    def earlier(self) -> int | None:
        """The column of exactly the year before; years may be left out, or in any order."""
        year = self.years[self.current] if self.years else None
        return self.years.index(year - 1) if year and year - 1 in self.years else None

    @property
    def is_of_the_period(self) -> bool:
        """Whether its current column can be the period's: the latest year is the period's own."""
        year, period = self.years[self.current] if self.years else None, period_of(self.item)
        return not year or not period or (is_year_of(year, period) and is_at_most_a_year(period))

    @property
    def counts_as_the_part(self) -> bool:
        """Whether its whole is the part's total: the same unit and time, and no stock."""
        part = part_of(self.item)
        unit = normal(self.item.text("räknar"))
        same_unit = not unit or (part is not None and _is_word(unit, UNITS[part.name]))
        own_time = self.item.get("period") is not None or bool(self.item.text("avser"))
        return same_unit and not own_time and self.is_of_the_period and not self.is_stock

    @property
    def stock_along(self) -> Literal["rows", "columns"] | None:
        """Which way it tells how things stood at several times, which no sum makes a year of.

        In ``ej_verkställda_beslut`` a decision is reported again each quarter until it is carried
        out; elsewhere ``avser`` says that the figures are of moments.
        """
        if STOCKS not in self.item.route and not self.item.text("avser"):
            return None
        if self.is_two_way and any(is_time(name) for name in self.columns):
            return "columns"
        if self.item.name == QUARTERS or any(is_time(row.name) for row in self.rows):
            return "rows"
        return None

    @property
    def is_stock(self) -> bool:
        """Whether it tells how things stood at several times."""
        return self.stock_along is not None


def read_table(item: Item) -> Table | None:
    """A table, or None for one without rows; a dozen rules ask for each, and it is read once.

    Raises:
        UnsoundError: one of its cells, or a key of it, could not be read.
    """
    tables = item.report.tables
    if item.route not in tables:
        tables[item.route] = _read(item)
    table: Table | None = tables[item.route]
    return table


def _read(item: Item) -> Table | None:
    _require(item)
    rows = item.get("antal")
    if not isinstance(rows, dict) or not rows:
        return None
    stated, names = item.get("år"), item.get("kolumner")
    columns = _columns(item.at("år" if stated else "kolumner")) or ("",)
    years = _years(stated)
    two_way = not stated and bool(names)
    subsets, sums = _names(item.at("varav")), _subtotals(item)
    read = tuple(
        Row(
            name,
            (*item.route, "antal", name),
            figures_at(item.at("antal").child(name), len(columns)),
            is_subset=normal(name) in subsets,
            is_subtotal=normal(name) in sums,
        )
        for name in rows
    )
    totals = figures_at(item.at("totalt"), 1 if two_way else len(columns))
    without = figure_at(item.at("utan_uppgift"))
    limit = limit_of(item)
    relation = declared(item, without, limit)
    subtotals = tuple(
        Subtotal(row, tuple(one for one in read if normal(one.name) in sums[normal(row.name)]))
        for row in read
        if row.is_subtotal
    )
    return Table(item, columns, years, two_way, read, totals, relation, without, limit, subtotals)


def _years(stated: Value) -> tuple[int | None, ...]:
    years = stated if isinstance(stated, list) else []
    return tuple(year if isinstance(year, int) else None for year in years)


def _columns(item: Item) -> tuple[str, ...]:
    """The names of the columns as they are written."""
    document = item.report.document
    return tuple(document.text(one.route) or "" for one in item.items)


def _require(item: Item) -> None:
    """Stops where something that bears on the figures could not be read; a remark does not."""
    item.require()
    for route in item.report.broken_below.get(item.route, ()):
        key = route[len(item.route)]
        if not isinstance(key, str) or not nearest(key, REMARKS):
            raise UnsoundError(route)


def _is_word(unit: str, word: str) -> bool:
    """Whether a unit is a word, or a form of it: avvikelse for avvikelser."""
    return unit == word or (len(unit) > SHORT and word.startswith(unit))


def part_of(item: Item) -> Item | None:
    """The nearest part above an item that counts something: avvikelser, lex_sarah and so on."""
    for end in range(len(item.route) - 1, 0, -1):
        if item.route[end - 1] in UNITS:
            return Item(item.report, item.route[:end])
    return None


def tables_of(part: Item) -> list[Table]:
    """The readable tables of a part.

    Raises:
        UnsoundError: one of them could not be read.
    """
    found = (read_table(item) for name in ("per_*", "tabeller[*]") for item in part.select(name))
    return [table for table in found if table]


def _names(item: Item) -> frozenset[str]:
    """The names in a list, as they are compared."""
    return frozenset(normal(name) for name in _columns(item) if name)


def _subtotals(item: Item) -> dict[str, frozenset[str]]:
    """The names of the rows that each sub-total is the sum of."""
    stated = item.get("delsummor")
    place = item.at("delsummor")
    names = stated if isinstance(stated, dict) else {}
    return {normal(name): _names(place.child(name)) for name in names}
