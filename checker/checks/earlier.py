"""Checks of figures of the period before against the report of that period."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from checker.arithmetic.outcome import Outcome
from checker.checks.before import (
    TOO_UNSURE,
    adjacent_of,
    compared,
    differing,
    is_explained,
    previous_of,
)
from checker.checks.kinds import Where
from checker.extract import is_of_the_period, percents_of, unit_of
from checker.figures import figure_at, figures_at
from checker.finding import Judged, Problem
from checker.keyed import has_own_period, key_of
from checker.periods import a_year_before
from checker.report import Item, NotComparedError, UnsoundError
from checker.shown import shown
from checker.tables import UNITS, part_of, read_table
from checker.text import exact
from checker.totals import earlier_total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.document.model import Route
    from checker.edition import Edition, ToldTable
    from checker.figures import Figure
    from checker.report import Report
    from checker.tables import Table

EARLIER = "föregående"
OWN_TIME = "uppgiften har en egen period och jämfördes inte med förra rapporten"
NO_TOTAL = "förra rapporten har inget antal för delen att jämföra med"
NO_TABLE = "förra rapporten har ingen tabell som motsvarar den här och räknar samma sak"
NO_ROW = "raden jämfördes inte: förra rapportens tabell har ingen rad som heter precis så"
NO_SHARE = "förra rapporten har ingen andel som gäller precis samma sak"
NO_PENDING = "förra rapporten säger inte hur många rapporter som pågick"


def total_before(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """A part's total for the period before is what that period's report says."""
    claim = earlier_total(item)
    # What only its rows tell is compared row by row.
    if claim is None or not claim.stated or is_explained(item.report, claim.route):
        return
    previous = previous_of(item)
    told = previous.totals.get(key_of(item) or ())
    of_the_year_before = EARLIER in claim.route or _is_a_year_before(previous, item.report)
    if has_own_period(item) or told is None or not of_the_year_before:
        yield Judged(claim.route, Outcome.NOT_TESTABLE, NO_TOTAL if told is None else OWN_TIME)
        return
    yield from compared(claim.route, claim.interval, told, previous)


def rows_before(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """A table's rows for the period before are what that period's report says."""
    table = read_table(item)
    if table is None or table.is_two_way or is_explained(item.report, item.route):
        return
    earlier = {row.name: _row_before(table, index) for index, row in enumerate(table.rows)}
    stated = {name: figure for name, figure in earlier.items() if figure}
    if not stated:
        return
    previous = previous_of(item)
    told = _counterpart(table, previous)
    if isinstance(told, str):
        yield Judged(item.route, Outcome.NOT_TESTABLE, told)
        return
    for name, figure in stated.items():
        row = told.rows.get(exact(name))
        if row is None:
            yield Judged(figure.route, Outcome.NOT_TESTABLE, NO_ROW)
            continue
        words = {"kategori": shown(name)}
        yield from compared(figure.route, figure.interval, row, previous, **words)


def share_before(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """A share of the period before is what that period's report says, as precisely as printed."""
    place = item.at(EARLIER)
    place.require()
    stated = item.report.values.shares.get(place.route)
    if stated is None or is_explained(item.report, item.route):
        return
    previous = previous_of(item)
    told = previous.shares.get(key_of(item) or ())
    if has_own_period(item) or told is None:
        yield Judged(place.route, Outcome.NOT_TESTABLE, NO_SHARE if told is None else OWN_TIME)
        return
    here = percents_of(stated, None)
    if not here or not told.percents:
        yield Judged(place.route, Outcome.NOT_TESTABLE, TOO_UNSURE)
        return
    # Printed or counted: a percentage that was rounded with care may be taken from either.
    if any(low <= most and least <= high for low, high in here for least, most in told.percents):
        yield Judged(place.route, Outcome.MAY_AGREE)
        return
    yield Judged(place.route, Outcome.DISAGREES)
    words = {"här": shown(stated.text), "där": shown(told.text)}
    yield differing(place.route, words, told.place, previous)


def pending_before(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """As many lex Sarah reports were left from the period before as were open when it ended."""
    figure = figure_at(item.at("rapporter.kvar_från_förra_perioden"))
    if figure is None or is_explained(item.report, item.route):
        return
    previous = adjacent_of(item)
    told = previous.pending.get(key_of(item) or ())
    if told is None:
        yield Judged(figure.route, Outcome.NOT_TESTABLE, NO_PENDING)
        return
    yield from compared(figure.route, figure.interval, told, previous)


def wrong_before(item: Item) -> list[Route]:
    """Which figures of a part, or of a table and its part, the report before shows to be wrong.

    What else can be said of them is then left unsaid: one mistake, one finding.
    """
    part = item if item.name in UNITS else part_of(item)
    found = _problems(total_before, part) if part else []
    return found if part == item else found + _problems(rows_before, item)


def is_told(table: Item) -> bool:
    """Whether the report before shows what is wrong in a table's own column of its period."""
    return any(route[: len(table.route)] == table.route for route in wrong_before(table))


def _problems(
    check: Callable[[Item, Where], Iterator[Problem | Judged]], item: Item
) -> list[Route]:
    with suppress(NotComparedError, UnsoundError):
        found = check(item, Where(items=()))
        return [one.route for one in found if isinstance(one, Problem)]
    return []


def _row_before(table: Table, index: int) -> Figure | None:
    """A row's figure for the period before: in the year's column, or under ``föregående``."""
    row = table.rows[index]
    if table.earlier is not None:
        return row.figures[table.earlier]
    if len(table.columns) > 1:
        return None
    stated = table.item.at(EARLIER).child(row.name)
    stated.require()
    return figures_at(stated, 1)[0]


def _counterpart(table: Table, previous: Edition) -> ToldTable | str:
    """The same table in the report before; or, in words, why there is none."""
    item = table.item
    if not is_of_the_period(table):
        return OWN_TIME
    if table.earlier is not None and not _is_a_year_before(previous, item.report):
        return OWN_TIME
    told = previous.tables.get(key_of(item) or ())
    return told if told and told.unit == unit_of(item) else NO_TABLE


def _is_a_year_before(previous: Edition, report: Report) -> bool:
    """Whether a column of the year before is of the time of the report before."""
    return report.period is not None and (previous.identity.period == a_year_before(report.period))
