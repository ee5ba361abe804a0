"""The equations of a table: rows, columns, margins and totals, as its relation ties them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.cells import Kind
from checker.arithmetic.equations import Equation, makes, within
from checker.arithmetic.interval import exact
from checker.arithmetic.relations import Complete, Multiple
from checker.figures import Figure, figures_at
from checker.network import Net, Number
from checker.table_sums import Sum, related
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.declared import Relation
    from checker.document.model import Document, Route
    from checker.tables import Row, Table

PERSONS = frozenset(
    {"personer", "individer", "brukare", "klienter", "enskilda", "barn", "ungdomar", "unga"}
    | {"kvinnor", "män", "flickor", "pojkar", "äldre", "medarbetare", "anställda", "boende"}
)
SMALL = 9  # a class that ends here or earlier, such as 1-4, hides a small number like <5 does


def hides(figure: Figure) -> bool:
    """Whether a figure is printed so that a small number stays hidden."""
    high = figure.interval.high
    if figure.interval.is_exact or high is None:
        return False
    kind = figure.cell.kind
    return kind is Kind.SUPPRESSED or (kind is Kind.CLASS and high <= SMALL)


def is_of_persons(unit: str) -> bool:
    """Whether a unit (``räknar``) is persons."""
    return normal(unit) in PERSONS


class Ties:
    """The numbers and equations of tables as they are read into a net."""

    def __init__(self, document: Document) -> None:
        """Starts with an empty net."""
        self.net = Net()
        self._document = document
        self._known: dict[Route, int] = {}

    def figure(self, figure: Figure, name: str, *, persons: bool = False) -> int:
        """The number that a figure prints; one place in the report is one number."""
        if figure.route not in self._known:
            self._known[figure.route] = self.net.add(
                Number(
                    figure.interval,
                    name,
                    figure.cell.text,
                    self._document.name,
                    figure.route,
                    hides=hides(figure),
                    persons=persons,
                )
            )
        return self._known[figure.route]

    def table(
        self, table: Table, whole: int | None, earlier: int | None, *, persons: bool
    ) -> dict[str, tuple[int | None, int | None]]:
        """Ties a table; gives the number of each row, now and the period before.

        Args:
            table: a readable one, no stock.
            whole: the number of what it counts in the period, where other tables share it.
            earlier: the same for the period before.
            persons: whether it counts persons.
        """
        reading = _Reading(self, table, persons)
        if table.is_two_way:
            reading.two_way(whole)
            reading.earlier(earlier)
            return {}
        for index in range(len(table.columns)):
            role = whole if index == table.current else None
            reading.column(index, earlier if index == table.earlier else role)
        before = reading.earlier(earlier)
        if table.earlier is not None:
            before = {row.name: reading.cell(row, table.earlier) for row in table.rows}
        return {
            row.name: (reading.cell(row, table.current), before.get(row.name)) for row in table.rows
        }


class _Reading:
    """One table as it is read into the net."""

    def __init__(self, ties: Ties, table: Table, persons: bool) -> None:  # noqa: FBT001
        self.ties, self.net, self.document = ties, ties.net, table.item.report.document
        self.table, self.persons = table, persons
        title = table.item.text("rubrik")
        self.title = f"”{title}”" if title else table.item.name

    def cell(self, row: Row, index: int) -> int | None:
        figure = row.figures[index]
        if figure is None:
            return None
        column = self.table.columns[index]
        name = f"raden ”{row.name}”" + (f" för {column}" if column else "")
        return self.ties.figure(figure, name, persons=self.persons)

    def column(self, index: int, shared: int | None) -> None:
        """A column and its total, which may be what other tables count too."""
        total = self._total(self.table.totals[index], shared)
        without = self._without() if index == self.table.current else []
        printed = "raderna och totalen" if self.net.numbers[total].route else "raderna"
        words = f"{printed} i {self.title}"
        rows = [self.cell(row, index) for row in self.table.rows if row.is_added]
        relation = self.table.relation_of(index)
        rest = self._related(rows, total, without, relation, words)
        if index == self.table.current:
            for row in self.table.rows:
                self._limit(row, self.cell(row, index))
        for row in self.table.rows:
            part = self.cell(row, index) if row.is_subset else None
            if part is not None:
                self.net.tie(within([part], total), words)
        self._subtotals(index, relation, rest)

    def _limit(self, row: Row, number: int | None) -> None:
        """A row that is shown keeps the table's limit; one on the limit of "over" is a slip."""
        limit = self.table.limit
        least = max(limit.at_least or 0, limit.over or 0) if limit else 0
        if least and number is not None and not row.is_subset:
            self.net.tie(Equation(((number, 1),), least, None), f"gränsen i {self.title}")

    def _subtotals(self, index: int, relation: Relation, rest: int | None) -> None:
        """Sums of rows; what they leave out is among all that the table leaves out."""
        if isinstance(relation, Multiple):
            relation = Multiple(exact(0))  # a case in several of the rows is one in their sum
        elif rest is None:
            relation = Complete()
        rests = []
        for found in self.table.subtotals:
            margin = self._known(self.cell(found.row, index))
            members = [self.cell(row, index) for row in found.members]
            words = f"delsumman ”{found.row.name}”"
            left_out = self._related(members, margin, [], relation, words)
            rests += [left_out] if left_out is not None else []
        if rest is None or not rests:
            return
        members_of = [row.name for found in self.table.subtotals for row in found.members]
        apart = len(members_of) == len(set(members_of))
        for group in [rests] if apart else [[one] for one in rests]:
            self.net.tie(within(group, rest), f"delsummorna i {self.title}")

    def two_way(self, whole: int | None) -> None:
        """The cells make the margins, and the margins the whole; but no sum runs over time."""
        table = self.table
        along = table.stock_along
        # How many of a column are in no row, where the table says how many are in none in all.
        without, nowhere = self._without(), []
        if without and not along:
            nowhere = [self.net.unprinted("utan rad") for _ in table.columns]
        margins = {} if along == "columns" else {row.name: self._across(row) for row in table.rows}
        columns = []
        if along != "rows":
            columns = [self._down(i, nowhere[i : i + 1]) for i in range(len(table.columns))]
        if along:
            return
        total = self._total(table.totals[0], whole)
        words = f"summorna i {self.title}"
        rows = [margins[row.name] for row in table.rows if row.is_added]
        self._related(rows, total, without, table.relation, words)
        kept = [columns[index] for index in table.kept_columns()]
        if without:
            nowhere = [nowhere[index] for index in table.kept_columns()]
            neither = self.net.unprinted("utan rad och kolumn")
            self.net.tie(makes([*nowhere, neither], without[0]), words)
            kept.append(neither)
        self.net.tie(makes(kept, total), words)
        if not isinstance(table.relation, Multiple):
            for index in table.subset_columns():
                self._part_down(columns[index], index, rows, total)

    def _part_down(self, margin: int, index: int, rows: list[int], total: int) -> None:
        """What a column that is part of the others has besides its cells is part of the rest."""
        cells = [self.cell(row, index) for row in self.table.rows if row.is_added]
        known = [cell for cell in cells if cell is not None]
        if len(known) == len(cells):
            terms = [(number, 1) for number in (margin, *rows)]
            terms += [(number, -1) for number in (total, *known)]
            words = f"kolumnen {self.table.columns[index]} i {self.title}"
            self.net.tie(Equation(tuple(terms), None, 0), words)

    def _across(self, row: Row) -> int:
        """A row and its sum: a table may leave out rows, never columns."""
        words, kept = f"raden ”{row.name}” i {self.title}", self.table.kept_columns()
        margin = self._number(self.table.row_sum(row), f"radsumman för ”{row.name}”")
        self.net.tie(makes([self._known(self.cell(row, i)) for i in kept], margin), words)
        self._limit(row, margin)
        for index in self.table.subset_columns():
            part = self.cell(row, index)
            if part is not None:
                self.net.tie(within([part], margin), words)
        return margin

    def _down(self, index: int, nowhere: list[int]) -> int:
        """A column and its sum; perhaps some of it are in no row."""
        name = self.table.columns[index]
        stated = figures_at(self.table.item.at("kolumnsumma"), len(self.table.columns))[index]
        margin = self._number(stated, f"kolumnsumman för {name}")
        cells = [self.cell(row, index) for row in self.table.rows if row.is_added]
        words, relation = f"kolumnen {name} i {self.title}", self.table.relation_down
        rest = self._related(cells, margin, nowhere, relation, words)
        self._subtotals(index, relation, rest)
        return margin

    def earlier(self, total: int | None) -> dict[str, int | None]:
        """The figures for the period before that stand beside the table."""
        item = self.table.item
        place, given = item.at("föregående"), item.get("föregående")
        words = f"föregående i {self.title}"
        if not isinstance(given, dict):
            figure = figures_at(place, 1)[0]
            if figure and total is not None:
                self.net.same(self._number(figure, words), total, words)
            return {}
        found = {}
        names = {normal(row.name): row.name for row in self.table.rows if row.is_added}
        for name in given:
            figure = figures_at(place.child(name), 1)[0]
            if figure and normal(name) in names:
                number = self._number(figure, f"förra periodens tal för ”{name}”")
                found[names[normal(name)]] = number
        if total is not None:
            many = isinstance(self.table.relation, Multiple)
            for group in [[number] for number in found.values()] if many else [found.values()]:
                self.net.tie(within(group, total), words)
        return dict(found)

    def _total(self, stated: Figure | None, shared: int | None) -> int:
        total = (
            self._number(stated, f"totalen i {self.title}") if stated or shared is None else shared
        )
        if shared is not None:
            self.net.same(total, shared, f"totalen i {self.title} och delens total")
        return total

    def _without(self) -> list[int]:
        figure = self.table.without
        if figure is None:
            return []
        return [self.ties.figure(figure, "utan_uppgift", persons=self.persons)]

    def _number(self, figure: Figure | None, name: str) -> int:
        if figure is None:
            return self.net.unprinted(name)
        return self.ties.figure(figure, name, persons=self.persons)

    def _known(self, number: int | None) -> int:
        """An empty cell is no zero: what it would have been is not known."""
        return self.net.unprinted("en tom cell") if number is None else number

    def _related(
        self,
        cells: Sequence[int | None],
        total: int,
        without: list[int],
        relation: Relation,
        words: str,
    ) -> int | None:
        numbers = [self._known(cell) for cell in cells]
        return related(self.net, Sum(numbers, total, without, relation), words, self.title)
