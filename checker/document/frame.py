"""One open mapping or list while a document is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.document.model import Route, Value
    from checker.document.places import Place, Point


class Frame:
    """A mapping or a list whose end has not come yet.

    Attributes:
        mapping: what is read so far, if it is a mapping; None if it is a list.
        items: what is read so far, if it is a list.
        route: where it stands; if it leaves nothing, the nearest route that faults in it can name.
        start: where it begins.
        end: where its last key or value ends.
        style: ``[``, ``{`` or nothing for block style.
        dropped: whether it leaves no data and no places.
        refused: whether None stands for it.
        is_key: whether it stands where a key should.
        seen: the keys so far, if it is a mapping, as they are compared, with their places.
        wants_key: whether the next node of a mapping is a key.
        key: the name of the entry being read; None if the entry is dropped.
        key_route: the route of that entry, or the one that faults in it can name.
    """

    __slots__ = (
        "dropped",
        "end",
        "is_key",
        "items",
        "key",
        "key_route",
        "mapping",
        "refused",
        "route",
        "seen",
        "start",
        "style",
        "wants_key",
    )

    def __init__(self, event: Any, route: Route, *, dropped: bool) -> None:
        """Open it at the mark of an event."""
        start = event.start_mark
        self.start: Point = (start.line + 1, start.column + 1)
        self.end: Point = self.start
        self.route = self.key_route = route
        self.dropped = dropped
        self.refused = self.is_key = False
        self.key: str | None = None
        self.mapping: dict[str, Value] | None = None
        self.wants_key = event.__class__.__name__ == "MappingStartEvent"
        if self.wants_key:
            self.mapping = {}
            self.seen: dict[str, Place] = {}
            self.style = "{" if event.flow_style else ""
        else:
            self.items: list[Value] = []
            self.style = "[" if event.flow_style else ""

    def next_value(self) -> tuple[Route, bool]:
        """The route of the next value, or the one that faults in it can name; is it dropped?"""
        if self.mapping is not None:
            return self.key_route, self.dropped or self.key is None
        if self.dropped:
            return self.route, True
        return (*self.route, len(self.items)), False

    def unusable_key(self, end: Point, route: Route | None = None) -> None:
        """A key has been read, and its entry is dropped."""
        self.wants_key = False
        self.key = None
        self.key_route = self.route if route is None else route
        self.end = end
