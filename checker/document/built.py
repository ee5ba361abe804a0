"""What has been built of a document so far: its data, its places and its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.document.limits import MAX_FAULTS, MAX_NODES
from checker.document.model import Span
from checker.document.objections import Stop, beyond

if TYPE_CHECKING:
    from checker.document.frame import Frame
    from checker.document.model import Fault, Route, Value
    from checker.document.places import Place


class Plain(NamedTuple):
    """A text without quotes that deserves a second look when all is read."""

    route: Route
    place: Place
    beside: int
    """The line on which its key or dash stands."""


class Built:
    """Data, places and faults; what the traps look at is kept apart.

    Attributes:
        data: the top mapping, once it is closed.
        keys: the places of keys.
        values: the places of values.
        texts: the source of numbers and truth values.
        styles: how values are written, where not plain or block style.
        faults: what the parser accepts and we do not.
        plain: texts without quotes that lie on several lines, or that a comment may have cut.
        flow: mappings and lists in braces and brackets.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.data: dict[str, Value] | None = None
        self.keys: dict[Route, Place] = {}
        self.values: dict[Route, Place] = {}
        self.texts: dict[Route, str] = {}
        self.styles: dict[Route, str] = {}
        self.faults: list[Fault] = []
        self.plain: list[Plain] = []
        self.flow: list[Frame] = []

    def put(self, frame: Frame, value: Value, place: Place, style: str = "") -> Route | None:
        """Store a value in the frame that it belongs to; its route, or None if it is dropped.

        Raises:
            Stop: there are too many.
        """
        frame.end = place[2:]
        mapping = frame.mapping
        if mapping is None:
            if frame.dropped:
                return None
            route: Route = (*frame.route, len(frame.items))
            frame.items.append(value)
        else:
            frame.wants_key = True
            if frame.dropped or frame.key is None:
                return None
            route = frame.key_route
            mapping[frame.key] = value
        if len(self.values) >= MAX_NODES:
            raise Stop(beyond("nodes", Span(*place), MAX_NODES))
        self.values[route] = place
        if style:
            self.styles[route] = style
        return route

    def add(self, fault: Fault) -> None:
        """One fault more.

        Raises:
            Stop: there are too many.
        """
        if len(self.faults) >= MAX_FAULTS:
            raise Stop(beyond("fault-limit", fault.span, MAX_FAULTS))
        self.faults.append(fault)
