"""The check of figures that hang together: each may agree on its own, but not all at once."""

from __future__ import annotations

from dataclasses import dataclass
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

    from checker.checks.kinds import Where
    from checker.document.model import Route
    from checker.network import Net
    from checker.report import Item

TOO_MUCH = "tabellerna hänger ihop på för många sätt för att hinna räknas igenom"
MOST_MENDING = 10_000  # terms of the equations in which one number after another is tried
NO_MEND = "Rätta något av de tal som visas."


def linked(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """All figures of a report that hang together can be true at once."""
    net = net_of(item.report)
    clashes: list[_Clash] = []
    for ties in net.clusters():
        system = net.system(ties)
        possible = solvable(system.counts, system.equations)
        if possible is False:
            clashes += _clash(item, net, ties)
        elif place := _place(net, _tested(net, ties)):
            reason = "" if possible else TOO_MUCH
            yield Judged(place, Outcome.MAY_AGREE if possible else Outcome.NOT_TESTABLE, reason)
    seen: set[int] = set()
    # One wrong figure can be in several contradictions: the plainest of them tells it.
    for clash in sorted(clashes, key=lambda one: len(one.ties)):
        printed = {one for one in net.numbers_in(clash.ties) if net.numbers[one].route}
        yield Judged(clash.place, Outcome.DISAGREES)
        if not printed & seen:
            yield _problem(net, clash)
        seen |= printed


@dataclass(frozen=True, slots=True)
class _Clash:
    """Ties that cannot all hold, none of them to spare.

    Attributes:
        place: a figure in them.
        elsewhere: ties that are told to be broken elsewhere.
    """

    ties: list[int]
    place: Route
    elsewhere: frozenset[int]


def _clash(item: Item, net: Net, ties: list[int]) -> Iterator[_Clash]:
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
            yield _Clash(clash, place, frozenset(told))
            return
        # What is told elsewhere must not hide a contradiction among the rest.
        told.update(clash)
        ties = [tie for tie in ties if tie not in told]


def _problem(net: Net, clash: _Clash) -> Problem:
    words = listed(list(dict.fromkeys(shown(net.ties[tie].words) for tie in clash.ties)))
    mended, place, told = _mend(net, clash), clash.place, NO_MEND
    if mended:
        stated = net.numbers[mended.number]
        place = stated.route or place
        lead = "Den minsta ändring" if mended.smallest else "En ändring"
        told = (
            f"{lead} som räcker är till exempel {shown(stated.name, LONG)}, "
            f"från {shown(stated.text)} till {swedish(mended.right)}."
        )
    related = tuple(
        (one.route, shown(one.text))
        for one in (net.numbers[number] for number in net.numbers_in(clash.ties))
        if one.route and one.route != place
    )
    return Problem(place, {"vad": words, "rätt": told}, related)


@dataclass(frozen=True, slots=True)
class _Mend:
    """A number that can be changed so that all ties hold, and what it would be.

    Attributes:
        smallest: no other number that is printed exactly needs a smaller change.
    """

    number: int
    right: int
    smallest: bool


def _mend(net: Net, clash: _Clash) -> _Mend | None:
    """The smallest change that is found, leaving out what will be mended elsewhere."""
    printed = [
        number
        for number in reversed(net.numbers_in(clash.ties))  # an equation has its total last
        if net.is_exact(number) and net.numbers[number].route
    ]
    found: list[tuple[int, int, int]] = []
    work, tried = 0, 0
    for number in printed:
        stated = net.numbers[number].interval.low
        ties = [tie for tie in net.tied_to(number) if tie not in clash.elsewhere]
        system = net.system(ties, kept=[number])
        at = system.place[number]
        right = nearest(system.counts, system.equations, at, stated, BUDGET // 10)
        if right is not None:
            found.append((abs(right - stated), number, right))
        tried += 1
        work += sum(len(equation.terms) for equation in system.equations)
        if work > MOST_MENDING:
            break
    if not found:
        return None
    _, number, right = min(found, key=lambda one: one[0])
    return _Mend(number, right, smallest=tried == len(printed))


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
