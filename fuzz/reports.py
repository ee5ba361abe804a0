"""Reports that follow the format: a walk of its schema, so that what is new there is tried too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from checker.schema.walk import report_schema
from fuzz.values import name, value

if TYPE_CHECKING:
    from random import Random

DEEPEST: Final = 8
MOST_RULES: Final = ("avvikelser", "lex_sarah", "synpunkter", "egenkontroll")
"""The parts that most rules are about."""

PERIODS: Final = (
    *(("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31"), ("2023-09-01", "2024-08-31")),
    *(("2025-01-01", "2025-06-30"), ("2019-01-01", "2019-12-31"), ("2025-12-31", "2025-01-01")),
)
YEARS: Final = ("2022", "2023", "2024", "2025", "1899")
BOARDS: Final = ("Socialnämnden", "Omsorgsnämnden", "Nämnden för å, ä och ö")


def report(random: Random) -> dict[str, Any]:
    """A report: some of its parts, each with some of what it may have."""
    made: dict[str, Any] = {"format": "kvalitetsrapport/1"}
    made |= {"status": random.choice(("färdig", "utkast", None))}
    if random.random() < 0.95:
        made["rapport"] = heading(random)
    parts = random.sample(_parts(), random.choice((1, 1, 1, 2, 3)))
    if random.random() < 0.4:
        parts.append(random.choice(MOST_RULES))
    for part in parts:
        made[part] = instance(report_schema()["properties"][part], random, 1)
    return made


def whole_report(random: Random) -> dict[str, Any]:
    """A report with every part."""
    made: dict[str, Any] = {"format": "kvalitetsrapport/1", "rapport": heading(random)}
    parts = {part: report_schema()["properties"][part] for part in _parts()}
    return made | {part: instance(schema, random, 1) for part, schema in parts.items()}


def heading(random: Random) -> dict[str, Any]:
    """What a report says of itself, mostly sound: without a period little is judged."""
    first, last = random.choice(PERIODS[:1] * 6 + PERIODS)
    made = {
        "titel": "Kvalitetsrapport",
        "kommun": "Exempelkommun",
        "nämnd": random.choice(BOARDS),
        "period": {"från": first, "till": last},
    }
    for key in random.sample(sorted(made), random.choice((0, 0, 0, 0, 1))):
        del made[key]
    if random.random() < 0.3:
        made |= instance(report_schema()["properties"]["rapport"], random, 1) or {}
    return made


def instance(schema: dict[str, Any], random: Random, depth: int, kind: str = "") -> Any:
    """Something that fits a schema of the format.

    Args:
        schema: a part of the report's schema.
        random: chooses.
        depth: how far in the report it stands.
        kind: the definition that it comes from.
    """
    if "$ref" in schema:
        kind = schema["$ref"].rpartition("/")[2]
        return instance(report_schema()["$defs"][kind], random, depth, kind)
    types = schema.get("type", ())
    if depth > DEEPEST or ("null" in types and random.random() < 0.03):
        return None
    if "object" in types and ("string" not in types or random.random() < 0.2):
        return _mapping(schema, random, depth)
    if "array" in types and "string" not in types:
        many = random.choice((0, 1, 1, 2, 2, 3))
        return [instance(schema["items"], random, depth + 1) for _ in range(many)]
    if "integer" in types and "string" not in types:
        return random.choice((schema.get("minimum", 0), 2, 5, 10, 2024, 2025))
    return random.choice(schema["enum"]) if "enum" in schema else value(kind, random)


def _mapping(schema: dict[str, Any], random: Random, depth: int) -> dict[str, Any]:
    known = schema.get("properties", {})
    free = schema.get("additionalProperties")
    years = schema.get("patternProperties", {})  # the one pattern of the format
    many = min(len(known), random.choice((1, 1, 2, 3, 5)))
    keys = {*schema.get("required", ()), *random.sample(sorted(known), many)}
    made = {key: instance(known[key], random, depth + 1) for key in known if key in keys}
    if isinstance(free, dict) and (not known or random.random() < 0.5):
        for _ in range(random.choice((1, 2, 2, 3, 4))):
            made[name(random)] = instance(free, random, depth + 1)
    for year in random.sample(YEARS, random.randint(0, 3)) if years else ():
        made[year] = instance(next(iter(years.values())), random, depth + 1)
    return _squared(made, random) if "antal" in made and random.random() < 0.9 else made


def _squared(table: dict[str, Any], random: Random) -> dict[str, Any]:
    """A table with as many cells in a row as it has columns: else its sums are never looked at."""
    columns = table.get("kolumner") or table.get("år")
    rows = table["antal"] if isinstance(table["antal"], dict) else {}
    many = len(columns) if isinstance(columns, list) else 0
    for row in rows:
        rows[row] = [value("cell", random) for _ in range(many)] or value("cell", random)
    return table


@cache
def _parts() -> list[str]:
    return sorted(set(report_schema()["properties"]) - {"format", "status", "rapport"})
