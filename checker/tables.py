"""Tables of counts as checks see them: rows, columns, totals, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checker.arithmetic.relations import AtMost, Complete, Multiple, Truncated
from checker.figures import Figure, figure_at, figures_at
from checker.report import Item, UnsoundError
from checker.text import SHORT, nearest, normal

if TYPE_CHECKING:
    from checker.document.model import Route

Relation: TypeAlias = Complete | AtMost | Multiple | Truncated
RELATIONS = {Complete: "complete", AtMost: "at_most", Multiple: "multiple", Truncated: "truncated"}
YES = "ja"
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
    """A category and its cells, one for each column; None where a cell is empty."""

    name: str
    route: Route
    figures: tuple[Figure | None, ...]
    is_subset: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table of counts.

    Attributes:
        columns: years or names; one unnamed column when it has neither.
        is_two_way: its columns are parts of a whole (``kolumner``), not years.
        totals: the stated total of each column; of a two-way table the only one, the whole.
        without: how many are in no row (``utan_uppgift``), where that is stated.
        limit: which rows it shows, where it does not show all.
    """

    item: Item
    columns: tuple[str, ...]
    is_two_way: bool
    rows: tuple[Row, ...]
    totals: tuple[Figure | None, ...]
    relation: Relation
    without: Figure | None
    limit: Truncated | None

    @property
    def kind(self) -> str:
        """The name of its relation, as rule files say it."""
        return RELATIONS[type(self.relation)]

    def column(self, index: int) -> list[Figure | None]:
        """The cells of a column, without subsets."""
        return [row.figures[index] for row in self.rows if not row.is_subset]

    def relation_of(self, index: int) -> Relation:
        """How a column's rows make its total; what has no row is told for the period's alone."""
        earlier = isinstance(self.relation, Multiple) and index != self.current
        return Multiple() if earlier else self.relation

    def subset_columns(self) -> set[int]:
        """The columns that only repeat a part of another (``varav``)."""
        return {index for index, name in enumerate(self.columns) if name in _names(self.item)}

    @property
    def current(self) -> int:
        """The column of the report's own period: the last year."""
        return len(self.columns) - 1

    @property
    def earlier(self) -> int | None:
        """The column of exactly the year before, where there is one."""
        year = self.columns[self.current]
        before = str(int(year) - 1) if year.isdecimal() and not self.is_two_way else None
        return self.columns.index(before) if before in self.columns else None

    @property
    def counts_as_the_part(self) -> bool:
        """Whether its whole is the part's total: the same unit and time, and no stock."""
        part = part_of(self.item)
        unit = normal(self.item.text("räknar"))
        same_unit = not unit or (part is not None and _is_word(unit, UNITS[part.name]))
        return same_unit and self.item.get("period") is None and not self.is_stock

    @property
    def is_stock(self) -> bool:
        """Whether it tells how things stood at several times, which no sum makes a year of."""
        quarterly = self.item.name == QUARTERS and STOCKS in self.item.route
        return quarterly or bool(self.item.text("avser"))


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
    years, names = item.get("år"), item.get("kolumner")
    columns = _columns(item.at("år" if years else "kolumner")) or ("",)
    two_way = not years and bool(names)
    subsets = _names(item)
    read = tuple(
        Row(
            name,
            (*item.route, "antal", name),
            figures_at(item.at("antal").child(name), len(columns)),
            name in subsets,
        )
        for name in rows
    )
    totals = figures_at(item.at("totalt"), 1 if two_way else len(columns))
    without = figure_at(item.at("utan_uppgift"))
    limit = _limit(item)
    relation = _relation(item, without, limit)
    return Table(item, columns, two_way, read, totals, relation, without, limit)


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


def _relation(item: Item, without: Figure | None, limit: Truncated | None) -> Relation:
    if normal(item.text("flera_möjliga")) == YES:
        # Rows that are not shown can hold any case: then it says nothing how many have no row.
        return Multiple(without.interval if without and limit is None else None)
    if normal(item.text("visar_delar")) == YES:
        return AtMost()
    return limit or Complete()


def _limit(item: Item) -> Truncated | None:
    left_out = _number(item, "utelämnade_kategorier")
    at_least, over = _number(item, "visar_minst"), _number(item, "visar_fler_än")
    largest = item.get("visar_största") is not None
    if at_least is None and over is None and not largest:
        return None
    return Truncated(at_least=at_least, over=over, largest=largest, left_out=left_out)


def _number(item: Item, key: str) -> int | None:
    value = item.get(key)
    return value if isinstance(value, int) else None


def _names(item: Item) -> set[str]:
    value = item.get("varav")
    return {str(name) for name in value} if isinstance(value, list) else set()
