"""The faults that a document can have while it is built from events that a parser accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checker.document.decoding import control_character
from checker.document.line import glued_key
from checker.document.model import Fault, Span
from checker.document.places import empty_key_span, first_character, place_of, property_span
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document.model import Route

_LONGEST_KEY: Final = 40


class Stop(Exception):  # noqa: N818 - the file is at fault, not the program
    """The file cannot be read on; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__(fault.code)
        self.fault = fault


class UnclearNameError(Exception):
    """An anchor or alias whose name the parser ends too early; the pure parser does not."""

    def __init__(self, event: Any) -> None:
        """Keep the place as the parsers' own errors do."""
        super().__init__()
        self.problem_mark = event.start_mark


def bad_key(lines: Sequence[str], event: Any, compared: str, route: Route) -> Fault | None:
    """What makes a key unusable by itself."""
    if not event.style and event.value == "<<":
        return Fault("merge-key", Span(*place_of(event)), route=route)
    if not compared.strip():
        is_there = event.value or event.style
        span = Span(*place_of(event)) if is_there else empty_key_span(lines, event)
        return Fault("empty-key", span, route=route)
    return bad_escape(event, route)


def bad_escape(event: Any, route: Route) -> Fault | None:
    """A character that no report needs, written as an escape in double quotes."""
    character = control_character(event.value) if event.style == '"' else None
    if character is None:
        return None
    return Fault("control-character", Span(*place_of(event)), {"tecken": character}, route)


def second_key(key: str, span: Span, route: Route, first: Span) -> Fault:
    """A key that stood before; the values are nobody's business."""
    values = {"nyckel": shown(key, _LONGEST_KEY)}
    return Fault("duplicate-key", span, values, route, ((first, "här står den första"),))


def bad_property(lines: Sequence[str], event: Any, route: Route, *, top: bool) -> Fault:
    """An anchor or a tag; if the top mapping has it, nothing is left."""
    span = property_span(lines, event)
    is_tag = lines[span.line - 1].startswith("!", span.column - 1)
    return Fault("tag" if is_tag else "anchor", span, route=route, fatal=top)


def no_mapping(lines: Sequence[str], event: Any) -> Fault:
    """A file that is a text or a list, or nothing."""
    has_property = event.anchor is not None and getattr(event, "ctag", None) is not None
    line = property_span(lines, event).line if has_property else event.start_mark.line + 1
    is_text = event.__class__.__name__ == "ScalarEvent"
    if is_text and not event.value and not event.style:
        return nothing()
    written = lines[line - 1].rstrip()
    column = glued_key(written) if is_text else None
    if column is not None:
        return colon_without_space(line, column)
    start = len(written) - len(written.lstrip()) + 1
    return Fault("not-mapping", Span(line, start, line, len(written) + 1), fatal=True)


def colon_without_space(line: int, column: int, route: Route | None = None) -> Fault:
    """``nyckel:värde``; fatal unless it has a route, since then a parser took it for a text."""
    span = Span(line, column, line, column + 1)
    return Fault("colon-without-space", span, route=route, fatal=route is None)


def dash_without_space(line: int, column: int, route: Route | None = None) -> Fault:
    """``-post``; fatal unless it has a route, since then a parser took it for a text."""
    span = Span(line, column, line, column + 1)
    return Fault("dash-without-space", span, route=route, fatal=route is None)


def nothing() -> Fault:
    """A file without content."""
    return Fault("empty", Span(1, 1, 1, 1), fatal=True)


def another_document(event: Any) -> Fault:
    """A second document in the file."""
    line = event.end_mark.line + 1  # directives before the three dashes belong to the event
    span = Span(line, 1, line, 4) if event.explicit else first_character(event)
    return Fault("several-documents", span, fatal=True)


def beyond(code: str, span: Span, limit: int) -> Fault:
    """More than we read."""
    return Fault(code, span, {"gräns": f"{limit:,}".replace(",", " ")}, fatal=True)
