"""From parser events to plain data with a place for every key and value, in one loop.

No recursion: the depth of a file must never become the depth of our own calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checker.document.built import Built, Plain
from checker.document.frame import Frame
from checker.document.keys import identity, nfc
from checker.document.limits import MAX_DEPTH, MAX_KEYS
from checker.document.model import Fault, Span
from checker.document.objections import (
    Stop,
    UnclearNameError,
    another_document,
    bad_escape,
    bad_key,
    bad_property,
    beyond,
    no_mapping,
    nothing,
    second_key,
)
from checker.document.places import (
    block_text_place,
    first_character,
    is_whole_name,
    place_of,
)
from checker.document.scalars import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.document.model import Route, Value
    from checker.document.places import Place, Point

_BLOCK_STYLES: Final = frozenset("|>")
_REMEMBERED: Final = 10_000  # keys; a report has some hundred, and no file gets to fill the memory


class Builder:
    """A document being put together.

    A *refused* node (anchor, tag, alias) leaves None, with its place. An entry without a usable
    key, or with a key that stood before, is *dropped*: it leaves nothing. What lies inside either
    is walked for faults and leaves nothing.
    """

    def __init__(self, lines: Sequence[str], suspects: frozenset[int]) -> None:
        """Begin with nothing.

        Args:
            lines: the text.
            suspects: the lines, from 1, where a plain text may have been cut.
        """
        self.built = Built()
        self.last_scalar: Any = None  # tells an unclosed quotation mark from other errors
        self._lines = lines
        self._suspects = suspects
        self._stack: list[Frame] = []
        self._names: dict[str, tuple[str, str]] = {}  # sound keys: they come again and again
        self._begun = False
        self.handlers: dict[str, Callable[[Any], None]] = {
            "ScalarEvent": self._scalar,
            "AliasEvent": self._alias,
            "MappingStartEvent": self._open,
            "SequenceStartEvent": self._open,
            "MappingEndEvent": self._close,
            "SequenceEndEvent": self._close,
            "DocumentStartEvent": self._document,
            "DocumentEndEvent": _pass,
            "StreamStartEvent": _pass,
            "StreamEndEvent": self._end,
        }
        """What to do with an event, by the name of its class; it may raise Stop."""

    def open_bracket(self) -> Point | None:
        """Where the innermost bracket or brace stands that is not closed yet."""
        return next((frame.start for frame in reversed(self._stack) if frame.style), None)

    def _document(self, event: Any) -> None:
        # A second "..." is nothing to libyaml; the pure parser begins a document and objects.
        if self._begun and not self._lines[event.end_mark.line].startswith("..."):
            raise Stop(another_document(event))
        self._begun = True

    def _end(self, _event: Any) -> None:
        if self.built.data is None and not any(fault.fatal for fault in self.built.faults):
            raise Stop(nothing())

    def _scalar(self, event: Any) -> None:
        self.last_scalar = event
        if not self._stack:
            if event.anchor is not None and not is_whole_name(self._lines, event):
                raise UnclearNameError(event)
            raise Stop(no_mapping(self._lines, event))
        frame = self._stack[-1]
        if event.anchor is not None or event.ctag is not None:
            self._refused_scalar(frame, event)
        elif frame.wants_key:
            self._key(frame, event)
        elif event.style:
            self._quoted(frame, event)
        else:
            self._plain(frame, event)

    def _refused_scalar(self, frame: Frame, event: Any) -> None:
        end = (event.end_mark.line + 1, event.end_mark.column + 1)
        if frame.wants_key:
            self._refuse(event, frame.route)
            frame.unusable_key(end)
        else:
            span = self._refuse(event, frame.next_value()[0])
            self.built.put(frame, None, (span.line, span.column, *end))

    def _key(self, frame: Frame, event: Any) -> None:
        place = place_of(event)
        names = self._names.get(event.value)
        if names is None:
            name = nfc(event.value)
            compared = identity(name)
            fault = bad_key(self._lines, event, compared, frame.route)
            if fault is not None:
                self.built.add(fault)
                frame.unusable_key(place[2:])
                return
            names = (name, compared)
            if len(self._names) < _REMEMBERED:
                self._names[event.value] = names
        name, compared = names
        first = frame.seen.setdefault(compared, place)
        if first is not place:
            self._second_key(frame, name, compared, place)
            return
        frame.wants_key = False
        frame.end = place[2:]
        frame.key = name
        if not frame.dropped:
            if len(self.built.keys) >= MAX_KEYS:
                raise Stop(beyond("nodes", Span(*place), MAX_KEYS))
            frame.key_route = (*frame.route, name)
            self.built.keys[frame.key_route] = place

    def _second_key(self, frame: Frame, name: str, compared: str, place: Place) -> None:
        stored = (key for key in frame.mapping or () if identity(key) == compared)
        route = frame.route if frame.dropped else (*frame.route, next(stored))
        self.built.add(second_key(name, Span(*place), route, Span(*frame.seen[compared])))
        frame.unusable_key(place[2:], route)

    def _plain(self, frame: Frame, event: Any) -> None:
        text = event.value
        start, end = event.start_mark, event.end_mark
        place: Place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if frame.mapping is None:
            beside = place[0]
        else:
            beside = frame.end[0]
            if not text:
                place = (*frame.end, *frame.end)  # the parsers disagree; ours: the end of the key
        value: Value = resolve(text)
        if isinstance(value, str):
            value = nfc(value)
        route = self.built.put(frame, value, place)
        if route is None:
            return
        if value is not None and not isinstance(value, str):
            self.built.texts[route] = text
        if beside in self._suspects or (place[2] != beside and not frame.style):
            self.built.plain.append(Plain(route, place, beside))

    def _quoted(self, frame: Frame, event: Any) -> None:
        in_block = event.style in _BLOCK_STYLES
        place = block_text_place(self._lines, event) if in_block else place_of(event)
        value: Value = nfc(event.value)
        fault = bad_escape(event, frame.next_value()[0])
        if fault is not None:
            self.built.add(fault)
            value = None
        self.built.put(frame, value, place, event.style)

    def _alias(self, event: Any) -> None:
        if not is_whole_name(self._lines, event):
            raise UnclearNameError(event)
        place = place_of(event)
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            self.built.add(Fault("alias", Span(*place), route=()))
            raise Stop(no_mapping(self._lines, event))
        if not frame.wants_key:
            self.built.add(Fault("alias", Span(*place), route=frame.next_value()[0]))
            self.built.put(frame, None, place)
            return
        self.built.add(Fault("alias", Span(*place), route=frame.route))
        frame.unusable_key(place[2:])

    def _open(self, event: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise Stop(beyond("depth", first_character(event), MAX_DEPTH))
        parent = self._stack[-1] if self._stack else None
        if parent is None:
            frame = Frame(event, (), dropped=False)
        elif parent.wants_key:
            self.built.add(Fault("complex-key", first_character(event), route=parent.route))
            frame = Frame(event, parent.route, dropped=True)
            frame.is_key = True
        else:
            route, dropped = parent.next_value()
            frame = Frame(event, route, dropped=dropped)
        if event.anchor is not None or event.ctag is not None:
            span = self._refuse(event, frame.route)
            frame.start = (span.line, span.column)
            frame.dropped = frame.refused = True
        if parent is None and frame.mapping is None:
            raise Stop(no_mapping(self._lines, event))
        self._stack.append(frame)

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        if frame.style:
            frame.end = (event.end_mark.line + 1, event.end_mark.column + 1)
            if not frame.dropped:
                self.built.flow.append(frame)
        parent = self._stack[-1] if self._stack else None
        value: Value = frame.items if frame.mapping is None else frame.mapping
        if parent is None:
            self.built.data = None if frame.refused else frame.mapping
            self.built.values[()] = (*frame.start, *frame.end)
            if frame.style:
                self.built.styles[()] = frame.style
        elif frame.is_key:
            parent.unusable_key(frame.end)
        else:
            place = (*frame.start, *frame.end)
            self.built.put(parent, None if frame.refused else value, place, frame.style)

    def _refuse(self, event: Any, route: Route) -> Span:
        if event.anchor is not None and not is_whole_name(self._lines, event):
            raise UnclearNameError(event)
        fault = bad_property(self._lines, event, route, top=not self._stack)
        self.built.add(fault)
        return fault.span


def _pass(_event: Any) -> None:
    """The event says nothing about the content."""
