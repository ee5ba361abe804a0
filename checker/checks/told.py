"""Whether a contradiction between figures is told already, by a rule about one equation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.checks import agreement, changes, counts, earlier, margins, rows, shares, sums
from checker.checks.kinds import Where
from checker.declared import RELATIONS
from checker.finding import Problem
from checker.linking import BALANCE
from checker.report import Item, NotComparedError, UnsoundError
from checker.tables import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from checker.document.model import Route
    from checker.network import Net

    _Check: TypeAlias = tuple[Callable[..., Iterator[object]], object]

SHARES, SURVEYS, REPORTS = "andelar", "enkäter", "rapporter"

_ANY = Where(items=())
_CHANGES = (changes.change_of_total, changes.Changes(items=(), stated_as="any"))
_OF_TABLES = (
    (sums.table_total, sums.TableTotal(items=(), relations=tuple(RELATIONS.values()))),
    (rows.row_within_total, _ANY),
    (margins.two_way, _ANY),
    (sums.subtotals, _ANY),
    (rows.row_limits, rows.RowLimit(items=(), breaks="outside")),
    (counts.area_rows, Where(items=())),
    (agreement.earlier_rows, Where(items=())),
    (earlier.rows_before, Where(items=())),
    _CHANGES,
)
_OF_PARTS = (
    (agreement.tables_agree, agreement.Told(items=(), time="now")),
    (agreement.tables_agree, agreement.Told(items=(), time="before")),
    (earlier.total_before, Where(items=())),
    _CHANGES,
)
_OF_SHARES = (
    (shares.share, shares.Shares(items=(), finds="wrong")),
    (shares.share, shares.Shares(items=(), finds="cut_off")),
)
_OF_REPORTS = ((counts.balance, counts.Balance(items=(), left=BALANCE[:2], right=BALANCE[2:])),)


def told_by_others(item: Item, net: Net, ties: Iterable[int]) -> bool:
    """Whether one of the rules about single equations finds something in what ties are about."""
    return any(isinstance(found, Problem) for found in _findings(item, net, ties))


def _findings(item: Item, net: Net, ties: Iterable[int]) -> Iterator[object]:
    routes = (net.numbers[number].route for number in net.numbers_in(ties))
    places = {place: None for route in routes if route for place in _places(item, route)}
    for place in places:
        for check, ask in _checks(place):
            try:
                yield from check(place, ask)
            except (NotComparedError, UnsoundError):
                continue  # that rule tells nothing there


def _checks(place: Item) -> tuple[_Check, ...]:
    if place.name in UNITS:
        return _OF_PARTS
    if place.name == REPORTS:
        return _OF_REPORTS
    return _OF_SHARES if {SHARES, SURVEYS}.intersection(place.route) else _OF_TABLES


def _places(item: Item, route: Route) -> Iterator[Item]:
    """The part, the table, the survey and the share that a number stands in."""
    for end, step in enumerate(route, start=1):
        if step in {*UNITS, REPORTS} or str(step).startswith("per_"):
            yield Item(item.report, route[:end])
        elif step in {"tabeller", SURVEYS}:
            yield Item(item.report, route[: end + 1])
        elif step == SHARES:
            yield Item(item.report, route[: end + 2])
