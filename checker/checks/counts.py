"""Checks of stated numbers against what is listed, balanced or told elsewhere in the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import Interval, exact
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.declared import YES
from checker.figures import figure_at, in_words
from checker.finding import Judged, Problem
from checker.report import Item, has_content
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import read_table
from checker.text import listed, normal
from checker.totals import total_of
from checker.unfit import require_some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.checks.kinds import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCount:
    """A stated number of things against the list of them.

    Attributes:
        stated: dotted path to the number.
        listed: dotted path to the list; with ``in_part`` from the part that holds the item.
        match: only listed things that have the item's values in those of these fields that it has.
        in_part: how many levels up the part with the list is.
        called: what is counted, for a message.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    stated: str
    listed: str
    called: str
    match: tuple[str, ...] = ()
    in_part: int = 0


def stated_count(item: Item, ask: StatedCount) -> Iterator[Problem | Judged]:
    """As many are listed as stated, unless the list is declared to be a selection."""
    figure = figure_at(item.at(ask.stated))
    holder = Item(item.report, item.route[: len(item.route) - ask.in_part])
    listing = holder.at(ask.listed)
    if figure is None or normal(holder.text("visar_delar")) == YES:
        return
    if not has_content(holder.get(ask.listed)):
        yield Judged(figure.route, Outcome.NOT_TESTABLE, "det finns ingen lista att räkna")
        return
    wanted = {name: text for name in ask.match if (text := normal(item.text(name)))}
    fitting = [
        one
        for one in listing.items
        if all(normal(one.text(name)) == value for name, value in wanted.items())
    ]
    agrees = figure.interval.contains(len(fitting))
    outcome = Outcome.AGREES if figure.interval.is_exact else Outcome.MAY_AGREE
    yield Judged(figure.route, outcome if agrees else Outcome.DISAGREES)
    if not agrees:
        words = {
            "vad": ask.called,
            "angivet": shown(figure.cell.text),
            "antal": swedish(len(fitting)),
            "slag": ", ".join(shown(item.text(name)) for name in wanted),
        }
        yield Problem(figure.route, words, ((listing.route, "listan"),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Numbers that must balance.

    Attributes:
        left: fields whose sum is one side.
        right: fields whose sum is the other.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    def __post_init__(self) -> None:
        """Both sides have a number."""
        require_some(self, "left", "right")


def balance(item: Item, ask: Balance) -> Iterator[Problem | Judged]:
    """Both sides can be equal; judged only when every number is stated."""
    names = (*ask.left, *ask.right)
    figures = {name: figure_at(item.at(name)) for name in names}
    known = {name: figure for name, figure in figures.items() if figure}
    if not known:
        return
    if len(known) < len(names):
        missing = listed([name for name in names if name not in known])
        yield Judged(item.route, Outcome.NOT_TESTABLE, f"det saknas tal för {missing}")
        return
    left = _sum([known[name].interval for name in ask.left])
    right = _sum([known[name].interval for name in ask.right])
    if left.meet(right) is None:
        yield Judged(item.route, Outcome.DISAGREES)
        words = {"vänster": _side(item, ask.left), "höger": _side(item, ask.right)}
        words |= {"in": in_words(left), "ut": in_words(right)}
        last = known[ask.right[-1]].route
        related = tuple((known[name].route, name) for name in names if known[name].route != last)
        yield Problem(last, words, related)
        return
    exactly = left.is_exact and right.is_exact
    yield Judged(item.route, Outcome.AGREES if exactly else Outcome.MAY_AGREE)


def area_rows(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """A row that bears an area's name tells what the area's own part tells."""
    table = read_table(item)
    if table is None or len(item.route) < 2 or not table.counts_as_the_part:  # noqa: PLR2004
        return
    part = str(item.route[-2])
    areas = {normal(area.text("namn")): area for area in item.report.areas}
    for row in table.rows:
        area, figure = areas.get(normal(row.name)), row.figures[table.current]
        claim = total_of(area.at(part)) if area and has_content(area.get(part)) else None
        if figure is None or claim is None:
            continue
        if figure.interval.meet(claim.interval) is None:
            yield Judged(figure.route, Outcome.DISAGREES)
            words = {"område": shown(row.name), "här": shown(figure.cell.text)}
            words |= {"där": in_words(claim.interval)}
            yield Problem(figure.route, words, ((claim.route, "områdets egen del"),))
        else:
            exactly = figure.interval.is_exact and claim.interval.is_exact
            yield Judged(figure.route, Outcome.AGREES if exactly else Outcome.MAY_AGREE)


def _sum(intervals: list[Interval]) -> Interval:
    whole = exact(0)
    for interval in intervals:
        whole = whole + interval
    return whole


def _side(item: Item, names: tuple[str, ...]) -> str:
    return " + ".join(shown(item.text(name)) for name in names)
