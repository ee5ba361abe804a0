"""The names in a table: no column stands twice, and what is named among the rows is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Problem
from checker.schema.misfit import Misfit
from checker.shown import shown
from checker.text import nearest, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.document.model import Document, Route, Value

NO_ROW, NO_ROW_OR_COLUMN = "någon sådan rad finns inte", "någon sådan rad eller kolumn finns inte"
OF_ITSELF = "raden kan inte ingå i sin egen summa"


def misnamed(route: Route, table: Mapping[str, Value], document: Document) -> Iterator[Misfit]:
    """What is wrong with the names in a table; where it is, the table is read by no check."""
    for key in ("år", "kolumner"):
        yield from _doubled((*route, key), _texts((*route, key), table.get(key), document))
    rows = table.get("antal")
    if not isinstance(rows, dict) or not rows:
        return
    columns = _texts((*route, "kolumner"), table.get("kolumner"), document)
    choices = (*rows, *columns)
    why = NO_ROW_OR_COLUMN if columns else NO_ROW
    for place, name in _named((*route, "varav"), table.get("varav"), document):
        yield from _unknown(place, name, choices, why)
    for name in _keys(table.get("radsumma")):
        yield from _unknown((*route, "radsumma", name), name, tuple(rows), NO_ROW)
    yield from _subtotals((*route, "delsummor"), table.get("delsummor"), tuple(rows), document)


def _doubled(route: Route, names: Sequence[str]) -> Iterator[Misfit]:
    """A column that stands twice: nobody knows which of the two is meant."""
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if not name:
            continue
        seen = first.setdefault(normal(name), index)
        if seen != index:
            values = {"kolumn": shown(name), "nyckel": str(route[-1])}
            related = (((*route, seen), "står redan här"),)
            yield Misfit("column-twice", Problem((*route, index), values, related), (route,))


def _subtotals(
    route: Route, stated: Value, rows: Sequence[str], document: Document
) -> Iterator[Misfit]:
    members: dict[str, tuple[str, ...]] = {}
    for name in _keys(stated):
        yield from _unknown((*route, name), name, rows, NO_ROW)
        listed = stated[name] if isinstance(stated, dict) else None
        for place, member in _named((*route, name), listed, document):
            yield from _unknown(place, member, rows, NO_ROW)
            members[normal(name)] = (*members.get(normal(name), ()), normal(member))
    for name in _keys(stated):
        if _is_of_itself(normal(name), members):
            yield _misfit((*route, name), name, OF_ITSELF, "")


def _is_of_itself(name: str, members: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a sub-total is among its own rows, or among the rows of those."""
    waiting, seen = list(members.get(name, ())), set[str]()
    while waiting:
        one = waiting.pop()
        if one == name:
            return True
        if one not in seen:
            seen.add(one)
            waiting.extend(members.get(one, ()))
    return False


def _unknown(place: Route, name: str, choices: Sequence[str], why: str) -> Iterator[Misfit]:
    if normal(name) not in {normal(choice) for choice in choices}:
        near = nearest(name, choices)
        mend = f"Menade du ”{shown(near)}”?" if near else "Rätta namnet eller ta bort det."
        yield _misfit(place, name, why, mend)


def _misfit(place: Route, name: str, why: str, mend: str) -> Misfit:
    key = next(step for step in place if step in {"varav", "radsumma", "delsummor"})
    values = {"nyckel": str(key), "namn": shown(name), "fel": why}
    values["förslag"] = mend or "Ta bort den ur listan."
    return Misfit("unknown-row", Problem(place, values), (place,))


def _named(route: Route, stated: Value, document: Document) -> Iterator[tuple[Route, str]]:
    for index, name in enumerate(_texts(route, stated, document)):
        if name:
            yield (*route, index), name


def _texts(route: Route, stated: Value, document: Document) -> tuple[str, ...]:
    """The names in a list as they are written; an empty text where one is missing."""
    count = len(stated) if isinstance(stated, list) else 0
    return tuple(document.text((*route, index)) or "" for index in range(count))


def _keys(stated: Value) -> tuple[str, ...]:
    return tuple(stated) if isinstance(stated, dict) else ()
