"""The check of hidden figures: whether a reader can compute what is printed as ``<5``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.linked import BUDGET, ranges
from checker.arithmetic.outcome import Outcome
from checker.finding import Judged, Problem, Related
from checker.linking import LAST_YEAR, joined_net
from checker.rule import FORBID
from checker.shown import LONG, shown
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval
    from checker.network import Net
    from checker.report import Item, Report

TOO_MUCH = "de dolda siffrorna hänger ihop på för många sätt för att hinna räknas igenom"
MOST_EXPLAINED = 60  # equations that are tried one by one for which of them give a figure away


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Which hidden figures to look at.

    Attributes:
        counts: ``persons``, ``others`` (cases, deviations and so on) or ``any``.
        known: ``exactly``, or ``nearly``: fewer values are left than ``fewest``, but not one only.
        fewest: how many values a hidden figure must be able to have.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    counts: Literal["persons", "others", "any"]
    known: Literal["exactly", "nearly"]
    fewest: int = 1


@dataclass(frozen=True, slots=True)
class _Found:
    """A hidden figure of which more is known, or may be, than it prints.

    Attributes:
        number: which it is in the net.
        known: what it can be, as far as is known, and whether it is one of the ends of that.
        narrowed: it is known more closely than printed; otherwise time did not suffice to see.
        ties: the equations that it hangs together with.
    """

    number: int
    known: tuple[Interval, bool]
    narrowed: bool
    ties: tuple[int, ...]

    @property
    def values(self) -> int:
        """How many values it can have; 0 when there is no end to them."""
        left, hollow = self.known
        if left.high is None:
            return 0
        return 2 if hollow else left.high - left.low + 1


def hidden(item: Item, ask: Hidden) -> Iterator[Problem | Judged]:
    """No hidden figure can be computed from all that is published."""
    net, own = joined_net(item.report)
    for one in _hidden(item.report):
        number = net.numbers[one.number]
        if ask.counts != "any" and number.persons != (ask.counts == "persons"):
            continue
        exactly = ask.known == "exactly"
        if one.values == 1 if exactly else one.narrowed and 1 < one.values < ask.fewest:
            yield from _problem(net, own, one)
        elif exactly and not one.narrowed and number.route and one.number < own:
            yield Judged(number.route, Outcome.NOT_TESTABLE, TOO_MUCH)


@lru_cache(maxsize=1)
def _hidden(report: Report) -> tuple[_Found, ...]:
    """The hidden figures that are in some equation; the rules of one report all ask for them."""
    net, own = joined_net(report)
    found = []
    for ties in net.clusters():
        numbers = net.numbers_in(ties)
        wanted = [number for number in numbers if net.numbers[number].hides]
        if not wanted or all(number >= own for number in numbers):
            continue
        system = net.system(ties)
        read = ranges(system.counts, system.equations, [system.place[one] for one in wanted])
        if read is None:
            continue  # the figures contradict each other, which is told elsewhere
        for number in wanted:
            left = read.of[system.place[number]]
            hollow = system.place[number] in read.hollow
            narrowed = hollow or left != net.numbers[number].interval
            if narrowed or not read.proved:
                found.append(_Found(number, (left, hollow), narrowed, tuple(ties)))
    return tuple(found)


def _problem(net: Net, own: int, found: _Found) -> Iterator[Problem]:
    """Where the figure stands; one of another report stands where this report gives it away."""
    why = _reason(net, found)
    involved = net.numbers_in(why)
    number, theirs = net.numbers[found.number], found.number >= own
    here = [net.numbers[one] for one in involved if one < own and net.numbers[one].route]
    route = next((one.route for one in here), None) if theirs else number.route
    if route is None:
        return
    ways = list(dict.fromkeys(shown(net.ties[tie].words) for tie in why))
    words = {
        "vad": shown(number.name, LONG) + (f" i {LAST_YEAR}" if theirs else ""),
        "hur": "uppgiften här" if theirs else listed(ways),
        "värden": str(found.values),
    }
    related = tuple(
        (one.route, shown(one.text)) for one in here if one.route and one.route != route
    )
    before = [net.numbers[one] for one in involved if one >= own]
    elsewhere = tuple(
        Related(one.file, one.span, one.route, shown(one.text))
        for one in before
        if one.span and one.route
    )
    yield Problem(route, words, related, elsewhere=elsewhere)


def _reason(net: Net, found: _Found) -> list[int]:
    """As few of the ties as are needed to find the figure out as closely."""
    kept = _near(net, found)
    if len(kept) > MOST_EXPLAINED:
        return kept
    for tie in tuple(kept):
        others = [one for one in kept if one != tie]
        if _tells(net, found, others):
            kept = others
    return kept


def _near(net: Net, found: _Found) -> list[int]:
    """One tie that tells it, or else all that are so few steps away that they do."""
    numbers = {found.number}
    near: list[int] = []
    while len(near) < len(found.ties):
        wider = [tie for tie in found.ties if numbers.intersection(net.numbers_in([tie]))]
        if not near:
            alone = next((tie for tie in wider if _tells(net, found, [tie])), None)
            if alone is not None:
                return [alone]
        near = wider
        if _tells(net, found, near):
            break
        numbers.update(one for one in net.numbers_in(near) if not net.is_exact(one))
    return near


def _tells(net: Net, found: _Found, ties: list[int]) -> bool:
    """Whether these ties alone tell as much of the figure."""
    system = net.system(ties)
    at = system.place.get(found.number)
    if at is None:
        return False
    read = ranges(system.counts, system.equations, [at], BUDGET // 10)
    return read is not None and (read.of[at], at in read.hollow) == found.known
