"""Every cell, share, date and change of a report, read once from its source text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from checker.arithmetic.cells import Cell, CellError, CellRules, parse_cell
from checker.arithmetic.changes import Change, ChangeError, parse_change
from checker.arithmetic.percents import ShareError
from checker.arithmetic.shares import Share, parse_share
from checker.arithmetic.statements import may_state, statements
from checker.citations import may_cite
from checker.dates import DateError, Days, parse_days
from checker.finding import Problem
from checker.prose import references, replaced, stray_braces
from checker.schema.misfit import Misfit
from checker.schema.names import misnamed
from checker.shown import shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.document.model import Document, Route, Value
    from checker.schema.walk import Visit

TABLE = "tabell"
TOTALS = frozenset({"totalt", "total", "totalsumma", "summa", "totalt antal", "summa totalt"})
DASHES: dict[str, Literal["noll", "uppgift saknas"]] = {
    "noll": "noll",
    "uppgift saknas": "uppgift saknas",
}
PROSE = frozenset({"textvarde", "text_eller_lista", "atgard", "brukarinflytande"})


@dataclass(slots=True)
class Values:
    """The values of a report by route; what could not be read is absent.

    Attributes:
        referring: where running text refers to numbers.
        stating: where running text states shares, or would with numbers for its references.
        citing: where running text may cite an act.
    """

    cells: dict[Route, Cell] = field(default_factory=dict)
    shares: dict[Route, Share] = field(default_factory=dict)
    changes: dict[Route, Change] = field(default_factory=dict)
    dates: dict[Route, Days] = field(default_factory=dict)
    referring: list[Route] = field(default_factory=list)
    stating: list[Route] = field(default_factory=list)
    citing: list[Route] = field(default_factory=list)


class Reader:
    """Reads values along the walk."""

    def __init__(self, document: Document) -> None:
        """Starts with nothing read."""
        self.document = document
        self.values = Values()
        self._rules: dict[Route, CellRules] = {}

    def enter(self, visit: Visit) -> None:
        """Remembers what a table says of its cells, also where something else in it is wrong."""
        if visit.kind == TABLE and isinstance(visit.value, dict):
            self._rules[visit.route] = _cell_rules(visit.value)

    def read(self, visit: Visit) -> Iterator[Misfit]:
        """Reads one visited value; yields what is wrong with how it is written."""
        if visit.kind == TABLE and isinstance(visit.value, dict):
            yield from _row_lengths(visit.route, visit.value)
            yield from _total_rows(visit.route, visit.value)
            yield from misnamed(visit.route, visit.value, self.document)
        if isinstance(visit.value, dict | list | None):
            return
        text = self.document.text(visit.route) or ""
        match visit.kind:
            case "cell" | "cell_eller_rad" | "cell_rad_eller_kategorier":
                rules = self._rules_for(visit.route)
                store: dict[Route, Any] = self.values.cells
                yield from _stored(
                    store,
                    visit.route,
                    text,
                    lambda text: parse_cell(text, rules),
                    "unreadable-cell",
                )
            case "andelsvarde":
                yield from _stored(
                    self.values.shares, visit.route, text, parse_share, "unreadable-share"
                )
            case "forandring":
                found = _stored(
                    self.values.changes, visit.route, text, parse_change, "unreadable-change"
                )
                # Words that no table knows ("nästan oförändrat") are let be, and not judged.
                yield from found if any(mark.isdigit() for mark in text) else _let_be(found)
            case "datum":
                yield from _stored(
                    self.values.dates, visit.route, text, parse_days, "unreadable-date"
                )
            case "datum_eller_text":
                # "löpande" and "mitten av mars" are answers too; only a date is compared.
                yield from _let_be(_stored(self.values.dates, visit.route, text, parse_days, ""))
            case kind if kind in PROSE:
                yield from self._prose(visit.route, str(visit.value))

    def _prose(self, route: Route, text: str) -> Iterator[Misfit]:
        """Braces in prose are kept for references to numbers: ``{avvikelser.totalt}``."""
        if "{" in text or "}" in text:
            for line in stray_braces(text):
                yield Misfit("reserved-braces", Problem(route, {}, text_line=line), ())
            if references(text):
                self.values.referring.append(route)
        if may_state(text) and any(statements(replaced(text, lambda _: "1"))):
            self.values.stating.append(route)
        if may_cite(text):
            self.values.citing.append(route)

    def _rules_for(self, route: Route) -> CellRules:
        for end in range(len(route), 0, -1):
            if route[:end] in self._rules:
                return self._rules[route[:end]]
        return CellRules()


def _stored(
    store: dict[Route, Any], route: Route, text: str, parse: Callable[[str], Any], code: str
) -> Iterator[Misfit]:
    try:
        store[route] = parse(text)
    except (CellError, ShareError, ChangeError) as error:
        values = {"värde": shown(text), "förklaring": shown(error.message, 200)}
        yield Misfit(code, Problem(route, values), (route,))
    except DateError:
        yield Misfit(code, Problem(route, {"värde": shown(text)}), (route,))


def _let_be(found: Iterator[Misfit]) -> Iterator[Misfit]:
    """Reads, and tells nothing of what could not be read."""
    for _ in found:
        pass
    return iter(())


def _cell_rules(table: dict[str, Value]) -> CellRules:
    rounded = table.get("avrundat_till")
    dash = table.get("streck_betyder")  # anything at all, such as a list
    return CellRules(
        zeros_hidden=table.get("nollor_döljs") == "ja",
        dash=DASHES.get(dash) if isinstance(dash, str) else None,
        rounded_to=rounded if isinstance(rounded, int) and rounded > 0 else None,
    )


def _row_lengths(route: Route, table: dict[str, Value]) -> Iterator[Misfit]:
    """Rows must be as long as the columns that they stand under."""
    columns = table.get("år") or table.get("kolumner") or []
    if not isinstance(columns, list):
        return  # told for what it is
    count = len(columns)
    rows = table.get("antal")
    for name, row in rows.items() if isinstance(rows, dict) else ():
        if isinstance(row, list) or (count and row is not None):
            yield from _row_length((*route, "antal", name), name, row, count)
    for name in ("totalt", "kolumnsumma", "föregående"):
        value = table.get(name)
        single = name == "totalt" and bool(table.get("år")) and count > 1
        if isinstance(value, list) or (single and value is not None):
            yield from _row_length((*route, name), name, value, count)


def _row_length(place: Route, name: str, row: Value, count: int) -> Iterator[Misfit]:
    length = len(row) if isinstance(row, list) else 1
    if not count or length != count:
        code = "row-length" if count else "row-without-columns"
        values = {"rad": shown(name), "antal": str(length), "kolumner": str(count)}
        yield Misfit(code, Problem(place, values), (place,))


def _total_rows(route: Route, table: dict[str, Value]) -> Iterator[Misfit]:
    """A total among the rows or the columns would be counted once more."""
    columns = table.get("kolumner")
    for index, name in enumerate(columns if isinstance(columns, list) else ()):
        if normal(str(name)) in TOTALS:
            place = (*route, "kolumner", index)
            yield Misfit("total-column", Problem(place, {"kolumn": shown(name)}), (route,))
    rows = table.get("antal")
    for name in rows if isinstance(rows, dict) else ():
        if normal(name) in TOTALS:
            place = (*route, "antal", name)
            yield Misfit("total-row", Problem(place, {"rad": shown(name)}), (place,))
