"""The check of figures that hang together: each may agree on its own, but not all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.linked import BUDGET, core, nearest, solvable
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.checks.told import told_by_others
from checker.finding import Judged, Problem
from checker.linking import net_of
from checker.shown import LONG, shown
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.checks.sums import Tables
    from checker.document.model import Route
    from checker.network import Net
    from checker.report import Item

TOO_MUCH = "tabellerna hänger ihop på för många sätt för att hinna räknas igenom"
MOST_MENDED = 40  # numbers that are tried for the smallest mend
NO_MEND = "Rätta något av de tal som visas."


def linked(item: Item, _ask: Tables) -> Iterator[Problem | Judged]:
    """All figures of a report that hang together can be true at once."""
    net = net_of(item.report)
    for ties in net.clusters():
        system = net.system(ties)
        possible = solvable(system.counts, system.equations)
        if possible is False:
            yield from _contradiction(item, net, ties)
        elif place := _place(net, _tested(net, ties)):
            reason = "" if possible else TOO_MUCH
            yield Judged(place, Outcome.MAY_AGREE if possible else Outcome.NOT_TESTABLE, reason)


def _contradiction(item: Item, net: Net, ties: list[int]) -> Iterator[Problem | Judged]:
    """What cannot be true at once, unless a rule about one equation tells of it already."""
    told: set[int] = set()
    while True:
        system = net.system(ties)
        found = core(system.counts, system.equations)
        if found is None:
            return
        clash = [ties[index] for index in found]
        place = _place(net, clash)
        if place and not told_by_others(item, net, clash):
            yield Judged(place, Outcome.DISAGREES)
            yield _problem(net, clash, place, told)
            return
        # What is told elsewhere must not hide a contradiction among the rest.
        told.update(clash)
        ties = [tie for tie in ties if tie not in told]


def _problem(net: Net, clash: list[int], place: Route, elsewhere: set[int]) -> Problem:
    words = listed(list(dict.fromkeys(shown(net.ties[tie].words) for tie in clash)))
    mended = _mend(net, clash, elsewhere)
    told = NO_MEND
    if mended:
        number, right = mended
        stated = net.numbers[number]
        place = stated.route or place
        told = (
            f"Den minsta ändring som räcker är till exempel {shown(stated.name, LONG)}, "
            f"från {shown(stated.text)} till {swedish(right)}."
        )
    related = tuple(
        (one.route, shown(one.text))
        for one in (net.numbers[number] for number in net.numbers_in(clash))
        if one.route and one.route != place
    )
    return Problem(place, {"vad": words, "rätt": told}, related)


def _mend(net: Net, clash: list[int], elsewhere: set[int]) -> tuple[int, int] | None:
    """A printed number that mends all ties by the smallest change, and what it would be.

    Not counting what is told elsewhere, and will be mended there.
    """
    best: tuple[int, int] | None = None
    printed = [
        number
        for number in reversed(net.numbers_in(clash))  # an equation has its total last
        if net.is_exact(number) and net.numbers[number].route
    ]
    for number in printed[:MOST_MENDED]:
        stated = net.numbers[number].interval.low
        ties = [tie for tie in net.tied_to(number) if tie not in elsewhere]
        system = net.system(ties, kept=[number])
        at = system.place[number]
        right = nearest(system.counts, system.equations, at, stated, BUDGET // 10)
        if right is not None and (
            best is None or abs(right - stated) < abs(best[1] - net.numbers[best[0]].interval.low)
        ):
            best = number, right
    return best


def _tested(net: Net, ties: list[int]) -> list[int]:
    """The ties that test each other; one with a number of its own that is free tests nothing."""
    kept = ties
    while True:
        shared = [number for tie in kept for number, _ in net.ties[tie].equation.terms]
        alone = {number for number in set(shared) if shared.count(number) == 1}
        free = {number for number in alone if net.numbers[number].interval.high is None}
        left = [
            tie
            for tie in kept
            if not free.intersection(number for number, _ in net.ties[tie].equation.terms)
        ]
        if left == kept:
            # What bears one name is one fact, which a rule of its own has counted.
            return kept if len({net.ties[tie].words for tie in kept}) > 1 else []
        kept = left


def _place(net: Net, ties: list[int]) -> Route | None:
    """The first printed number of some ties, a total where there is one; else what is printed."""
    numbers = [net.numbers[number].route for number in reversed(net.numbers_in(ties))]
    return next(filter(None, [*numbers, *(net.ties[tie].route for tie in ties)]), None)
