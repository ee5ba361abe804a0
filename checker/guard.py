"""The privacy guard: personal identity numbers and birth dates anywhere in a report file.

The text itself is read, comments and all, whether or not it is YAML or a report; then the values
that YAML makes of it, where a number may have come together that stands nowhere in one piece.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from checker.document.limits import MAX_FAULTS
from checker.document.model import Fault, Span
from checker.document.points import Points
from checker.privacy.details import find_details
from checker.privacy.numbers import Kind, Number, find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.document.model import Document, Route, Value

CODES: Final = {
    Kind.NUMBER: "personal-number",
    Kind.LIKE: "personal-number-like",
    Kind.HIDDEN: "birth-date",
}
BIRTH: Final = "ett födelsedatum"
BLOTTED: Final = "ett personnummer där de sista siffrorna är dolda"
BARE: Final = (
    "tio siffror som är ett giltigt personnummer (är det ett telefonnummer, skriv det med"
    " bindestreck)"
)
REFUSED: Final = 1024**2
"""Characters of a refused file that are read: no real one is as long, and it fails anyway."""
_START: Final = Span(1, 1, 1, 1)
_FEWEST: Final = 10  # characters, for a number
_FIGURE: Final = re.compile(r"\d")  # most texts have none, and need no closer look


def guard(
    document: Document, latest: date | None = None, most: int | None = None
) -> Iterator[Fault]:
    """What a report file holds that tells who a person is, each number once.

    Args:
        document: any file, readable or not.
        latest: the last day of the report's period, if known: nobody in it is born later.
        most: how many characters are read, of the text and of its values; None for all.
    """
    yield from islice(_all(document, latest, most), MAX_FAULTS)


def in_name(name: str) -> Iterator[Fault]:
    """A personal identity number in the name of a file, or of a folder on the way to it.

    Args:
        name: as it was given, before anything was masked.
    """
    for number in find_numbers(name):
        if number.kind is Kind.NUMBER:
            yield Fault("number-in-name", _START, {"vad": _called(number)})


def first_number(document: Document) -> Span | None:
    """Where the first valid personal identity number stands, in a file that is no report."""
    return next((one.span for one in guard(document) if one.code == CODES[Kind.NUMBER]), None)


def _all(document: Document, latest: date | None, most: int | None) -> Iterator[Fault]:
    text = "\n".join(document.lines)[:most]
    where = Points(document)
    written = (one for one in find_numbers(text, latest) if one.kind in CODES)
    numbers = list(islice(written, MAX_FAULTS))
    for number in numbers:
        span = where.span(number.start, number.end)
        yield _fault(number, span, where.route(span))
    for birth in find_details(text, "birth"):
        if not any(one.start < birth.end and birth.start < one.end for one in numbers):
            span = where.span(birth.start, birth.end)
            yield Fault(CODES[Kind.HIDDEN], span, {"vad": BIRTH}, where.route(span))
    told = {(where.span(one.start, one.end).line, one.digits) for one in numbers}
    for route, value, is_key in _within(_values(document.data), most):
        for number in find_numbers(value, latest):
            span = document.keys[route] if is_key else document.values[route]
            rows = range(span.line, span.end_line + 1)
            if number.kind in CODES and not any((row, number.digits) in told for row in rows):
                yield _fault(number, span, route)


def _fault(number: Number, span: Span, route: Route) -> Fault:
    return Fault(CODES[number.kind], span, {"vad": _called(number)}, route)


def _called(number: Number) -> str:
    if number.kind is Kind.HIDDEN:
        return BLOTTED
    if number.is_samordning:
        return "ett samordningsnummer"
    return BARE if number.is_bare else "ett personnummer"


def _within(
    values: Iterator[tuple[Route, str, bool]], most: int | None
) -> Iterator[tuple[Route, str, bool]]:
    """As many of the values as are no longer than that together."""
    total = 0
    for route, value, is_key in values:
        total += len(value)
        if most is not None and total > most:
            return
        yield route, value, is_key


def _values(data: Value) -> Iterator[tuple[Route, str, bool]]:
    """Keys and values that may hold a number, as texts, each with its route and if it is a key."""
    stack: list[tuple[Route, Value]] = [((), data)]
    while stack:
        route, value = stack.pop()
        if isinstance(value, dict):
            for key, child in value.items():
                if len(key) >= _FEWEST and _FIGURE.search(key):
                    yield (*route, key), key, True
                stack.append(((*route, key), child))
        elif isinstance(value, list):
            stack += [((*route, at), child) for at, child in enumerate(value)]
        elif value is not None:
            text = str(value)
            if len(text) >= _FEWEST and _FIGURE.search(text):
                yield route, text, False
