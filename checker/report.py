"""A report as checks see it: items at routes, with what could not be read marked off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.dates import Days
from checker.document.selector import Index, parse_selector
from checker.edition import ALONE, Neighbours
from checker.identity import identity, named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from checker.document.model import Document, Route, Value
    from checker.schema.values import Values

AREAS = "verksamhetsområden"
NOT_APPLICABLE = "ej_aktuellt"
DRAFT = "utkast"
PERIOD = ("rapport", "period")
# What a person calls an item by, first match first; never prose, which a result must not hold.
NAMING = ("nr", "namn", "gäller", "rubrik", "id")


class UnsoundError(Exception):
    """What a check wants to read could not be read; told once, elsewhere.

    Attributes:
        route: the broken place.
    """

    def __init__(self, route: Route) -> None:
        """Keeps the route."""
        super().__init__(route)
        self.route = route


class NotComparedError(Exception):
    """There is no other report to compare with.

    Attributes:
        reason: why, in Swedish.
    """

    def __init__(self, reason: str) -> None:
        """Keeps the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, eq=False)
class Report:
    """A readable report.

    Attributes:
        document: the file.
        values: its cells, shares, dates and changes, read.
        broken: routes that cannot be trusted; what lies at or below them is not judged.
        final: read as finished, whatever its status says.
        neighbours: the report before it, and others that claim to be the same.
    """

    document: Document
    values: Values
    broken: AbstractSet[Route]
    final: bool = False
    neighbours: Neighbours = ALONE

    @cached_property
    def root(self) -> Item:
        """The report itself."""
        return Item(self, ())

    @cached_property
    def areas(self) -> tuple[Item, ...]:
        """Its verksamhetsområden."""
        return tuple(self.select(f"{AREAS}[*]"))

    @cached_property
    def is_draft(self) -> bool:
        """Whether something missing is a to-do."""
        return not self.final and self.says_draft

    @property
    def says_draft(self) -> bool:
        """Whether it calls itself a draft: its figures may still change."""
        status = self.data.get("status")
        return isinstance(status, str) and status.strip().casefold() == DRAFT

    @cached_property
    def period(self) -> Days | None:
        """The report's period, when both its days can be read and follow on each other."""
        first, last = self.ends
        if not first or not last or first.first > last.last:
            return None
        return Days(first.first, last.last)

    @cached_property
    def ends(self) -> tuple[Days | None, Days | None]:
        """What is known of the period's first and last day."""
        dates = self.values.dates
        return dates.get((*PERIOD, "från")), dates.get((*PERIOD, "till"))

    @property
    def data(self) -> dict[str, Value]:
        """The top mapping."""
        return self.document.data or {}

    def select(self, selector: str, start: Route = ()) -> Iterator[Item]:
        """The items that a selector fits, those in broken places too."""
        parsed = parse_selector(selector)
        if not start:
            routes = parsed.select_from(self._index)
        else:
            try:
                routes = parsed.select(self.document.value(start), start)
            except (KeyError, IndexError, TypeError):
                return  # below what is not there is nothing
        for route in routes:
            yield Item(self, route)

    def value_at(self, route: Route) -> Value:
        """The value at a route; None where there is none."""
        try:
            return self.document.value(route)
        except (KeyError, IndexError, TypeError):
            return None

    @cached_property
    def _index(self) -> Index:
        return Index(self.document.data)

    @cached_property
    def broken_below(self) -> dict[Route, list[Route]]:
        """The broken routes at or below each route, in the order of the text."""
        found: dict[Route, list[Route]] = {}
        for route in sorted(self.broken, key=self.document.place):
            for end in range(len(route) + 1):
                found.setdefault(route[:end], []).append(route)
        return found

    @cached_property
    def tables(self) -> dict[Route, Any]:
        """The tables that have been read; what a table is, the layer above knows."""
        return {}

    @cached_property
    def names_in_lists(self) -> dict[Route, dict[int, str]]:
        """What tells the items of each list apart, for the lists that have been asked about."""
        return {}

    @cached_property
    def cases(self) -> dict[str, Item]:
        """The lex Sarah cases by what they are called, id or number, in lower case."""
        return {
            name.casefold(): case
            for case in self.root.select("**.lex_sarah.ärenden[*]")
            for key in ("id", "nr")
            if (name := case.text(key))
        }

    def heading(self, name: str) -> str:
        """A text of the ``rapport`` block, or nothing."""
        block = self.data.get("rapport")
        value = block.get(name) if isinstance(block, dict) else None
        return value if isinstance(value, str) else ""

    def crumbs(self, route: Route) -> str:
        """A route in words: ``Vuxna › avvikelser › per_status › totalt``."""
        words = []
        for length, step in enumerate(route, start=1):
            if isinstance(step, str):
                words.append(step)
            elif name := self._name(route[:length], NAMING):
                words[-1:] = [] if words and words[-1] == AREAS else words[-1:]
                words.append(name)
            else:
                words.append(str(step + 1))
        return " › ".join(words)

    def identity(self, route: Route) -> str:
        """The route with list positions replaced by names where there are any."""
        return identity(self.document, route)

    def _name(self, route: Route, keys: tuple[str, ...]) -> str | None:
        found = named(self.document, route, keys)
        return found[1] if found else None


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a report. Reading below it stops with UnsoundError where the shape is broken."""

    report: Report
    route: Route

    @property
    def value(self) -> Value:
        """The plain data."""
        return self.report.document.value(self.route)

    @property
    def name(self) -> str:
        """The last key of its route."""
        return next((step for step in reversed(self.route) if isinstance(step, str)), "rapporten")

    @property
    def crumbs(self) -> str:
        """Its place in words."""
        return self.report.crumbs(self.route)

    def at(self, dotted: str) -> Item:
        """The place that a dotted path leads to, whether or not anything stands there."""
        return Item(self.report, (*self.route, *dotted.split(".")))

    def child(self, key: str) -> Item:
        """The place of a key, which may hold a dot: a category's name is free."""
        return Item(self.report, (*self.route, key))

    def get(self, dotted: str) -> Value:
        """The value that a dotted path leads to; None where there is none."""
        place = self.at(dotted)
        place.require()
        return self.report.value_at(place.route)

    def text(self, dotted: str) -> str:
        """A scalar below it as written in the file; empty where there is none."""
        if self.get(dotted) is None:
            return ""
        return (self.report.document.text(self.at(dotted).route) or "").strip()

    def require(self) -> None:
        """Stops unless it is sound.

        Raises:
            UnsoundError: it, or something above it, is broken.
        """
        for end in range(len(self.route) + 1):
            if self.route[:end] in self.report.broken:
                raise UnsoundError(self.route[:end])

    def require_whole(self) -> None:
        """Stops unless it and all below it is sound.

        Raises:
            UnsoundError: something is broken.
        """
        self.require()
        for route in self.report.broken_below.get(self.route, ()):
            raise UnsoundError(route)

    def select(self, selector: str) -> Iterator[Item]:
        """The sound items below it that a selector fits."""
        for item in self.report.select(selector, self.route):
            item.require()
            yield item

    @property
    def parent(self) -> Item:
        """The mapping or list that holds it."""
        return Item(self.report, self.route[:-1])

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of a list, or none."""
        value = self.report.value_at(self.route)
        count = len(value) if isinstance(value, list) else 0
        return tuple(Item(self.report, (*self.route, index)) for index in range(count))


def has_content(value: Value) -> bool:
    """Whether there is anything: not null, not blank, and not a block of nothing but that."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict):
        return any(has_content(child) for child in value.values())
    if isinstance(value, list):
        return any(has_content(child) for child in value)
    return value is not None
