"""How a table's rows make its total, as the table itself declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from checker.arithmetic.relations import AtMost, Complete, Multiple, Truncated, hidden
from checker.text import normal

if TYPE_CHECKING:
    from checker.figures import Figure
    from checker.report import Item

Relation: TypeAlias = Complete | AtMost | Multiple | Truncated
RELATIONS = {Complete: "complete", AtMost: "at_most", Multiple: "multiple", Truncated: "truncated"}
YES = "ja"


def declared(item: Item, without: Figure | None, limit: Truncated | None) -> Relation:
    """What the table says of its rows and its total."""
    if normal(item.text("flera_möjliga")) == YES:
        # Rows that are not shown can hold any case: then it says nothing how many have no row.
        shows_all = limit is None or hidden((), limit).high == 0
        return Multiple(without.interval if without and shows_all else None)
    if normal(item.text("visar_delar")) == YES:
        return AtMost()
    return limit or Complete()


def over_the_years(relation: Relation) -> Relation:
    """The same for a column of another year: which rows are shown is decided by the latest."""
    return AtMost() if isinstance(relation, Truncated) else relation


def limit_of(item: Item) -> Truncated | None:
    """Which rows a table shows, where it does not show all."""
    left_out = _number(item, "utelämnade_kategorier")
    at_least, over = _number(item, "visar_minst"), _number(item, "visar_fler_än")
    largest = item.get("visar_största") is not None
    if at_least is None and over is None and not largest and not left_out:
        return None
    return Truncated(at_least=at_least, over=over, largest=largest, left_out=left_out)


def _number(item: Item, key: str) -> int | None:
    value = item.get(key)
    return value if isinstance(value, int) else None
