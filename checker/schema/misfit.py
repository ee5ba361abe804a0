"""Why a report does not fit its schema: jsonschema's answers as problems of our own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.finding import Problem
from checker.schema.walk import allowed, report_schema
from checker.shown import shown
from checker.text import listed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Document, Route, Value

FORMAT = "format"
LONGEST_VERSION = 9
MOST_GUESSES = 100
KNOWN_FORMATS = ("kvalitetsrapport/1",)
_KINDS = {
    "object": "en uppställning med nycklar",
    "array": "en lista med bindestreck",
    "string": "en text",
    "integer": "ett heltal",
    "number": "ett tal",
    "boolean": "true eller false",
}
_TEXTS = {
    "cell": "ett antal",
    "cell_eller_rad": "ett antal",
    "datum": "ett datum",
    "datum_eller_text": "ett datum",
    "andelsvarde": "en andel",
    "forandring": "en förändring",
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A deviation from the shape.

    Attributes:
        code: names the rule file that words it.
        problem: where, and what its message needs.
        broken: routes that cannot be trusted because of it.
    """

    code: str
    problem: Problem
    broken: tuple[Route, ...]


def misfits(document: Document) -> Iterator[Misfit]:
    """Each deviation from the schema, once, with jsonschema's verdict put in our words."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    # An empty registry: the default one would fetch what a $ref names.
    validator = Draft202012Validator(report_schema(), registry=Registry())
    for error in validator.iter_errors(document.data):
        route: Route = tuple(error.absolute_path)
        schema: dict[str, Any] = error.schema
        match error.validator:
            case "additionalProperties" if _is_split_text(error.instance, schema):
                yield Misfit(
                    "colon-split-text", Problem(route, {"nyckel": _named(route)}), (route,)
                )
            case "additionalProperties":
                yield from _unknown_keys(route, error.instance, schema)
            case "required":
                yield from _missing_keys(route, error.instance, schema)
            case "type":
                yield _wrong_type(route, error.instance, schema, document)
            case _:
                yield _wrong_value(route, error.instance, schema, document)


def format_misfit(document: Document) -> Misfit | None:
    """What is wrong with the ``format:`` line; then the file is not judged as a report."""
    data = document.data or {}
    if FORMAT not in data:
        near = nearest(FORMAT, data)
        values = {"förslag": f" Menade du {FORMAT} i stället för {shown(near)}?" if near else ""}
        return Misfit("no-format", Problem((FORMAT,), values), ((FORMAT,),))
    stated = data[FORMAT]
    if stated in KNOWN_FORMATS:
        return None
    text = document.text((FORMAT,)) or _what(stated)
    values = {"format": shown(text), "kända": listed(KNOWN_FORMATS)}
    code = "newer-format" if _is_newer(text) else "unknown-format"
    return Misfit(code, Problem((FORMAT,), values), ((FORMAT,),))


def _is_newer(stated: str) -> bool:
    name, _, number = stated.partition("/")
    known, _, latest = KNOWN_FORMATS[-1].partition("/")
    is_number = number.isdecimal() and len(number) <= LONGEST_VERSION
    return name == known and is_number and int(number) > int(latest)


def _is_split_text(value: dict[str, Value], schema: dict[str, Any]) -> bool:
    """Whether a text that could have been a plain one was parted by a colon in it."""
    return (
        "string" in schema.get("type", ())
        and len(value) == 1
        and not any(nearest(key, schema.get("properties", {})) for key in value)
    )


def _unknown_keys(
    route: Route, value: dict[str, Value], schema: dict[str, Any]
) -> Iterator[Misfit]:
    known = schema.get("properties", {})
    unknown = [key for key in value if allowed(key, schema) is False]
    for number, key in enumerate(unknown):
        if number >= MOST_GUESSES:  # this is no report with slips: guessing would take seconds
            values = {"nyckel": shown(key), "förslag": _suggestion(None, None, schema)}
            yield Misfit("unknown-key", Problem((*route, key), values), ((*route, key),))
            continue
        near = nearest(key, (name for name in known if name not in value))
        twin = None if near else nearest(key, known)
        hint = _suggestion(near, twin, schema) if near or twin else _place(key, schema)
        values = {"nyckel": shown(key), "förslag": hint or _suggestion(near, twin, schema)}
        broken = ((*route, key), (*route, near)) if near else ((*route, key),)
        yield Misfit("unknown-key", Problem((*route, key), values), broken)


def _place(key: str, schema: dict[str, Any]) -> str:
    """Where a key belongs that stands in the wrong place; nothing when nobody can tell."""
    whole = report_schema()
    if key in whole["properties"] and schema is not whole:
        return "Den hör hemma längst till vänster, eller direkt i ett verksamhetsområde."
    if "array" in schema.get("type", ()):
        return "Här ska det stå en lista, med ett bindestreck framför varje punkt."
    if schema is whole["$defs"]["tabell"]:
        return "Är det en rad i tabellen ska den stå under antal, två mellanslag längre in."
    return ""


def _suggestion(near: str | None, twin: str | None, schema: dict[str, Any]) -> str:
    known = schema.get("properties", {})
    if near:
        return f"Menade du {near}?"
    if twin:
        return f"Nyckeln {twin} finns redan här."
    if len(known) <= 8:  # noqa: PLR2004 - a list that a person still reads
        return f"Här kan det stå {listed(list(known), 'eller')}."
    return "Ta bort den, eller skriv uppgiften under avsnitt med en egen rubrik."


def _missing_keys(
    route: Route, value: dict[str, Value], schema: dict[str, Any]
) -> Iterator[Misfit]:
    for key in schema["required"] if not _is_split_text(value, schema) else ():
        if key not in value and not _has_near(key, value, schema):
            place = (*route, key)
            yield Misfit("missing-key", Problem(place, {"nyckel": key}), (place,))


def _has_near(key: str, value: dict[str, Value], schema: dict[str, Any]) -> bool:
    """Whether a misspelt key stands for the missing one: that mistake is told already."""
    known = schema.get("properties", {})
    free = [name for name in known if name not in value]
    return any(nearest(other, free) == key for other in value if other not in known)


def _wrong_type(route: Route, value: Value, schema: dict[str, Any], document: Document) -> Misfit:
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    scalar_wanted = {"string", "integer"} & set(wanted)
    key = _named(route)
    style = document.styles.get(route, "")
    if isinstance(value, dict) and scalar_wanted and style == "{":
        return Misfit("braces-for-text", Problem(route, {"nyckel": key}), (route,))
    if isinstance(value, dict) and scalar_wanted and len(value) == 1:
        return Misfit("colon-split-text", Problem(route, {"nyckel": key}), (route,))
    kinds = [_KINDS[kind] for kind in wanted if kind in _KINDS]
    if "string" in wanted:  # a text may be a number; saying so would only confuse
        kinds = [words for words in kinds if words not in {_KINDS["integer"], _KINDS["number"]}]
        kinds = [_value_kind(schema) if words == _KINDS["string"] else words for words in kinds]
    if isinstance(value, str) and "object" in wanted and ":" in value and " " not in value:
        return Misfit("no-space-after-colon", Problem(route, {"nyckel": key}), (route,))
    values = {"nyckel": key, "väntat": listed(kinds, "eller"), "är": _what(value)}
    return Misfit("wrong-type", Problem(route, values), (route,))


def _value_kind(schema: dict[str, Any]) -> str:
    """What a text stands for here: an antal, a datum, an andel, or just a text."""
    definitions = report_schema()["$defs"]
    names = (name for name in _TEXTS if definitions.get(name) == schema)
    return _TEXTS.get(next(names, ""), _KINDS["string"])


def _wrong_value(route: Route, value: Value, schema: dict[str, Any], document: Document) -> Misfit:
    stated = document.text(route) or ""
    if "enum" not in schema:
        values = {"nyckel": _named(route), "värde": shown(stated), "minst": str(schema["minimum"])}
        return Misfit("too-small", Problem(route, values), (route,))
    allowed = [str(one) for one in schema["enum"] if one is not None]
    near = nearest(stated, allowed)
    choices = f"Skriv {listed([f'”{one}”' for one in allowed], 'eller')}."
    values = {
        "nyckel": _named(route),
        "värde": shown(stated or _what(value)),
        "förslag": f"Menade du ”{near}”?" if near else choices,
    }
    return Misfit("unknown-value", Problem(route, values), (route,))


def _named(route: Route) -> str:
    return shown(next((step for step in reversed(route) if isinstance(step, str)), "rapporten"))


def _what(value: Value) -> str:
    match value:
        case None:
            return "tomt"
        case dict():
            return "en uppställning med nycklar"
        case list():
            return "en lista"
        case bool():
            return "true" if value else "false"
        case str():
            return "en text" if value.strip() else "tomt"
        case _:
            return "ett tal"
