"""What a place in a report is called, so that it is the same place when rows are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.document.model import Document, Route, Value

# What an item is called by in an identity: an author's own words are no identity.
NAMES = ("id", "nr", "namn", "rubrik")
COLUMNS = ("år", "kolumner")  # what the numbers of a row stand under, by the table that holds it


def identity(document: Document, route: Route) -> str:
    """The route with list positions replaced by names where there are any."""
    parts: list[str] = []
    for length, step in enumerate(route, start=1):
        if isinstance(step, str):
            parts.append(f".{step}")
            continue
        found = named(document, route[:length], NAMES) or _column(document, route[:length], step)
        parts.append(f"[{'='.join(found)}]" if found else f"[{step}]")
    return "".join(parts).lstrip(".")


def named(document: Document, route: Route, keys: tuple[str, ...]) -> tuple[str, str] | None:
    """The first of some keys that an item has, and what stands there."""
    value = _value(document, route)
    if isinstance(value, dict):
        for key in keys:
            if isinstance(value.get(key), str | int):
                return key, document.text((*route, key)) or str(value[key])
    return None


def _column(document: Document, route: Route, position: int) -> tuple[str, str] | None:
    """The column of a number in a row."""
    if isinstance(_value(document, route), dict | list):
        return None
    for end in range(len(route) - 2, 0, -1):
        table = _value(document, route[:end])
        for key in COLUMNS if isinstance(table, dict) else ():
            columns = table.get(key) if isinstance(table, dict) else None
            if isinstance(columns, list) and position < len(columns):
                place = (*route[:end], key, position)
                return key, document.text(place) or str(columns[position])
    return None


def _value(document: Document, route: Route) -> Value:
    try:
        return document.value(route)
    except (KeyError, IndexError, TypeError):
        return None
