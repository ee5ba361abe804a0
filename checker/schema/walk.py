"""One walk over a report along its schema: does each value fit, and what kind of value is it?

The schema keeps to few keywords (no oneOf, no anyOf), so that every place has one definition and
the walk can follow it. It gives the answer yes or no that jsonschema gives (a property test holds
them together); jsonschema is asked why, and only when the answer is no.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.document.model import Route, Value

Schema = dict[str, Any]
FILE = "kvalitetsrapport.schema.json"
_REFERENCE = "#/$defs/"
_TYPES: dict[type, frozenset[str]] = {
    type(None): frozenset({"null"}),
    bool: frozenset({"boolean"}),
    str: frozenset({"string"}),
    int: frozenset({"integer", "number"}),
    float: frozenset({"number"}),
    list: frozenset({"array"}),
    dict: frozenset({"object"}),
}


@dataclass(frozen=True, slots=True)
class Visit:
    """A value met on the walk.

    Attributes:
        kind: the last definition in ``$defs`` that its schema leads to; empty when to none.
        fits: whether the value itself fits; what lies below it is visited by itself.
    """

    route: Route
    value: Value
    kind: str
    fits: bool


@cache
def report_schema() -> Schema:
    """The schema of a report."""
    text = (folder("schemas") / FILE).read_text(encoding="utf-8")
    schema: Schema = json.loads(text)
    return schema


def walk(data: Value) -> Iterator[Visit]:
    """Visits every value that the schema knows of, parents first, in the order of the text."""
    schema = report_schema()
    waiting: list[tuple[Route, Value, Schema]] = [((), data, schema)]
    while waiting:
        route, value, here = waiting.pop()
        kind, definition = _resolved(here, schema["$defs"])
        yield Visit(route, value, kind, _fits(value, definition))
        waiting.extend(reversed(list(_below(route, value, definition))))


def _resolved(schema: Schema, definitions: Mapping[str, Schema]) -> tuple[str, Schema]:
    kind = ""
    while "$ref" in schema:
        name = schema["$ref"].removeprefix(_REFERENCE)
        kind = name
        schema = definitions[name]
    return kind, schema


def _below(route: Route, value: Value, schema: Schema) -> Iterator[tuple[Route, Value, Schema]]:
    if isinstance(value, dict):
        for key, child in value.items():
            below = allowed(key, schema)
            if isinstance(below, dict):
                yield (*route, key), child, below
    elif isinstance(value, list) and "items" in schema:
        for index, child in enumerate(value):
            yield (*route, index), child, schema["items"]


def allowed(key: str, schema: Schema) -> Schema | bool:
    """The schema of a key; False where none is allowed, True where anything is."""
    known: Schema | None = schema.get("properties", {}).get(key)
    if known is not None:
        return known
    for pattern, below in schema.get("patternProperties", {}).items():
        if re.search(pattern, key):
            found: Schema = below
            return found
    rest: Schema | bool = schema.get("additionalProperties", True)
    return rest


def _fits(value: Value, schema: Schema) -> bool:
    types = schema.get("type")
    if types is not None and not _is_one_of(value, types if isinstance(types, list) else [types]):
        return False
    if "enum" in schema and not _is_listed(value, schema["enum"]):
        return False
    if "minimum" in schema and _is_number(value) and value < schema["minimum"]:
        return False
    if isinstance(value, dict):
        if any(name not in value for name in schema.get("required", ())):
            return False
        return all(allowed(key, schema) is not False for key in value)
    return True


def _is_listed(value: Value, allowed: list[Value]) -> bool:
    return any(value == one and isinstance(value, bool) == isinstance(one, bool) for one in allowed)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_one_of(value: Value, types: list[str]) -> bool:
    if isinstance(value, float) and value.is_integer():
        return "number" in types or "integer" in types
    return not _TYPES[type(value)].isdisjoint(types)
