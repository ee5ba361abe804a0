"""What is kept of a report for the one that follows it: plain data, no document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from checker.network import Net

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from checker.arithmetic.interval import Interval
    from checker.dates import Days
    from checker.document.model import Route, Span

Key: TypeAlias = tuple[str, ...]
"""A place by names alone, without list positions: what two years can have in common."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which report it is; the names in the form in which they are compared.

    Attributes:
        former_board: what the board was called before, where the report says so.
    """

    kommun: str
    board: str
    kind: str
    period: Days
    former_board: str = ""

    @property
    def names(self) -> tuple[str, str, str]:
        """All but the period."""
        return self.kommun, self.board, self.kind


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in that report."""

    span: Span
    route: Route


@dataclass(frozen=True, slots=True)
class ToldCount:
    """A number that the report tells."""

    interval: Interval
    place: Place


@dataclass(frozen=True, slots=True)
class ToldTable:
    """A table: its rows by name, and its total, each for the report's own period.

    Attributes:
        unit: what it counts.
    """

    unit: str
    rows: Mapping[str, ToldCount]
    total: ToldCount | None
    place: Place


@dataclass(frozen=True, slots=True)
class ToldShare:
    """A share: its text, and the percentages that it may stand for, printed and counted."""

    text: str
    percents: tuple[tuple[Fraction, Fraction], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ToldProse:
    """A running text: not its words, only what tells whether another is the same."""

    digest: str
    place: Place


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a list holds and a later report may refer to by its number.

    Attributes:
        number: as printed.
        area: the area that it stands in; empty for the report itself.
    """

    number: str
    area: str
    place: Place


@dataclass(frozen=True, slots=True)
class Plan(Numbered):
    """A planned measure; its number is empty where it has none.

    Attributes:
        id: as printed.
        text: its words on one line.
    """

    id: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A report as the next one sees it.

    Attributes:
        file: its name.
        totals: of each part that counts something.
        pending: how many lex Sarah reports were still open, by part.
        measures: all planned measures, in the order of the text.
        open_cases: the lex Sarah cases that were still being investigated and have a number.
        open_without_number: how many have none.
        proses: a digest of each longer analysis and conclusion: a result must hold no prose.
        net: its figures and how they hang together; what both years tell can be computed from.
    """

    file: str
    identity: Identity
    totals: Mapping[Key, ToldCount] = field(default_factory=dict)
    tables: Mapping[Key, ToldTable] = field(default_factory=dict)
    shares: Mapping[Key, ToldShare] = field(default_factory=dict)
    pending: Mapping[Key, ToldCount] = field(default_factory=dict)
    measures: tuple[Plan, ...] = ()
    open_cases: tuple[Numbered, ...] = ()
    open_without_number: int = 0
    proses: Mapping[Key, ToldProse] = field(default_factory=dict)
    net: Net = field(default_factory=Net)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The planned measures that have a number."""
        return tuple(one for one in self.measures if one.number)

    @property
    def unnumbered_plans(self) -> tuple[Plan, ...]:
        """Those that have none."""
        return tuple(one for one in self.measures if not one.number)


@dataclass(frozen=True, slots=True)
class Twin:
    """Another report with the same names and period."""

    file: str
    place: Place


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What lies around a report: the one before it, or why there is none, and its twins.

    Attributes:
        is_partial: the one before it may be among what there was no time to read.
    """

    previous: Edition | None = None
    reason: str = "ingen annan rapport är läst"
    twins: tuple[Twin, ...] = ()
    is_partial: bool = False


ALONE = Neighbours()
"""Of a report that is judged by itself."""
