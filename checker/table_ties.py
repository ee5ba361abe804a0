"""The equations of a table: rows, columns, margins and totals, as its relation ties them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.cells import Kind
from checker.arithmetic.equations import Equation, makes, within
from checker.arithmetic.relations import AtMost, Multiple, Truncated, hidden
from checker.figures import Figure, figure_at, figures_at
from checker.network import Net, Number
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document.model import Document, Route
    from checker.tables import Relation, Row, Table

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
        rows = [row for row in self.table.rows if not row.is_subset]
        without = self._without() if index == self.table.current else []
        relation = self.table.relation_of(index)
        printed = "raderna och totalen" if self.net.numbers[total].route else "raderna"
        words = f"{printed} i {self.title}"
        self._relate([self.cell(row, index) for row in rows], total, without, relation, words)
        for row in self.table.rows:
            part = self.cell(row, index) if row.is_subset else None
            if part is not None:
                self.net.tie(within([part], total), words)

    def two_way(self, whole: int | None) -> None:
        """The cells make the margins, and the margins the whole."""
        table = self.table
        total = self._total(table.totals[0], whole)
        kept = [i for i in range(len(table.columns)) if i not in table.subset_columns()]
        rows = [row for row in table.rows if not row.is_subset]
        sums = table.item.at("radsumma")
        margins = []
        for row in table.rows:
            name = f"raden ”{row.name}” i {self.title}"
            stated = figure_at(sums.child(row.name))
            margin = self._number(stated, f"radsumman för ”{row.name}”")
            cells = [self._known(self.cell(row, index)) for index in kept]
            self.net.tie(makes(cells, margin), name)
            for index in table.subset_columns():
                part = self.cell(row, index)
                if part is not None:
                    self.net.tie(within([part], margin), name)
            if not row.is_subset:
                margins.append(margin)
        columns = []
        for index, stated in enumerate(
            figures_at(table.item.at("kolumnsumma"), len(table.columns))
        ):
            name = f"kolumnen {table.columns[index]} i {self.title}"
            margin = self._number(stated, f"kolumnsumman för {table.columns[index]}")
            column = [self.cell(row, index) for row in rows]
            self._relate(column, margin, [], table.relation, name)
            if index in kept:
                columns.append(margin)
        without = self._without()
        words = f"summorna i {self.title}"
        self._relate(margins, total, without, table.relation, words)
        if not without:
            self.net.tie(makes(columns, total), words)

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
        for name in given:
            figure = figures_at(place.child(name), 1)[0]
            if figure:
                found[name] = self._number(figure, f"förra periodens tal för ”{name}”")
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

    def _relate(
        self,
        cells: Sequence[int | None],
        total: int,
        without: list[int],
        relation: Relation,
        words: str,
    ) -> None:
        """Rows and their total (arithmetic.md, "Relations, declared per table")."""
        numbers = [self._known(cell) for cell in cells]
        net = self.net
        match relation:
            case AtMost():
                net.tie(within([*numbers, *without], total), words)
            case Multiple():
                stated = without if relation.without else []
                for number in numbers:
                    net.tie(within([number, *stated], total), words)
                if stated:
                    all_in = makes([*numbers, *stated], total)
                    net.tie(Equation(all_in.terms, 0, None), words)
            case Truncated():
                rest = self._rest(numbers, relation, words)
                net.tie(makes([*numbers, *without, *rest], total), words)
            case _:
                net.tie(makes([*numbers, *without], total), words)

    def _rest(self, numbers: list[int], relation: Truncated, words: str) -> list[int]:
        """What the rows that are not shown add up to; nothing where they must be 0."""
        interval = hidden([self.net.numbers[number].interval for number in numbers], relation)
        if interval.high == 0:
            return []
        rest = self.net.add(Number(interval, f"de rader som inte visas i {self.title}"))
        if relation.largest and relation.left_out is not None:
            for number in numbers:
                smallest = Equation(((rest, 1), (number, -relation.left_out)), None, 0)
                self.net.tie(smallest, words)
        return [rest]
