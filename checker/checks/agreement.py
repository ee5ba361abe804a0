"""Checks of one figure told in several places: now, for the period before, and by areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.interval import UNKNOWN, Interval, total
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.relations import Multiple
from checker.checks.before import previous_of
from checker.checks.counts import area_rows
from checker.checks.earlier import wrong_before
from checker.checks.kinds import Where
from checker.checks.sums import NOTHING_COULD_FAIL
from checker.figures import figure_at, in_words
from checker.finding import Judged, Problem
from checker.keyed import area_of, key_of
from checker.report import Item
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import part_of, read_table
from checker.text import normal
from checker.totals import EARLIER, REASONS, Time, claims, earlier_total, table_claims, total_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Route
    from checker.totals import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Which total must be the same wherever it is told.

    Attributes:
        time: the total of the period, or of the one before.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    time: Time = "now"


def tables_agree(item: Item, ask: Told) -> Iterator[Problem | Judged]:
    """All places that tell a part's total tell the same."""
    told = [
        claim
        for claim in claims(item, ask.time)
        if ask.time == "now" or not _is_explained(Item(item.report, claim.route), item)
    ]
    for claim in told[1:]:
        if told[0].interval.meet(claim.interval) is None:
            yield Judged(claim.route, Outcome.DISAGREES)
            if ask.time == "before" and _is_settled(item, told[0], claim):
                continue
            words = {"här": in_words(claim.interval), "där": in_words(told[0].interval)}
            words |= {"vad": claim.words, "mot": told[0].words}
            yield Problem(claim.route, words, ((told[0].route, told[0].words),))
        else:
            yield _agreeing(claim.route, told[0].interval, claim.interval)


def earlier_rows(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """The rows of the period before are at most its total; what is gone since has no row."""
    stated, table = item.get(EARLIER), read_table(item)
    if table is None or table.is_stock or not isinstance(stated, dict):
        return
    place = item.at(EARLIER)
    names = {normal(row.name) for row in table.rows if row.is_added}
    rows = [(name, figure_at(place.child(name))) for name in stated if normal(name) in names]
    figures = [(name, figure) for name, figure in rows if figure]
    part = part_of(item)
    before = next(table_claims(table, "before"), None)
    if before is None and part and table.counts_as_the_part:
        before = earlier_total(part)
    if not figures or (before and _is_explained(Item(item.report, before.route), part or item)):
        return
    if before is None or before.interval.high is None:
        yield Judged(place.route, Outcome.NOT_TESTABLE, "förra periodens total är inte känd")
        return
    told = [(f"raden ”{shown(name)}”", figure.interval) for name, figure in figures]
    if not isinstance(table.relation, Multiple):
        added = total([figure.interval for _, figure in figures])
        told = [(f"raderna i {shown(item.name)} tillsammans", added)]
    above = [(what, many) for what, many in told if many.low > before.interval.high]
    yield Judged(place.route, Outcome.DISAGREES if above else Outcome.MAY_AGREE)
    if above and wrong_before(item):
        return
    for what, many in above:
        words = {"vad": what, "antal": in_words(many), "totalt": in_words(before.interval)}
        yield Problem(place.route, words, ((before.route, before.words),))


def area_within_whole(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
    """What an area tells of a part is no more than what the whole board has."""
    whole = item.report.root.at(item.name)
    mine, all_of_them = total_of(item), total_of(whole)
    if mine is None or all_of_them is None or not all_of_them.stated:
        return
    if item.get("period") is not None or whole.get("period") is not None:
        return
    if normal(item.text("avser")) != normal(whole.text("avser")):
        return
    most = all_of_them.interval.high
    if UNKNOWN in (mine.interval, all_of_them.interval) or most is None:
        yield Judged(mine.route, Outcome.NOT_TESTABLE, NOTHING_COULD_FAIL)
    elif mine.interval.low > most:
        words = {"här": in_words(mine.interval), "där": in_words(all_of_them.interval)}
        yield Judged(mine.route, Outcome.DISAGREES)
        if _has_wrong_row(whole, area_of(item)):
            return
        yield Problem(mine.route, words, ((all_of_them.route, "hela nämndens total"),))
    else:
        surely = mine.interval.high is not None and mine.interval.high <= all_of_them.interval.low
        yield Judged(mine.route, Outcome.AGREES if surely else Outcome.MAY_AGREE)


def _is_settled(part: Item, first: Claim, other: Claim) -> bool:
    """Whether the report before shows which of two figures of its period is wrong."""
    if first.route in wrong_before(part):
        there = previous_of(part).totals[key_of(part) or ()]
        return there.interval.meet(other.interval) is not None
    table = Item(part.report, other.route[:-1])
    return not other.stated and bool(wrong_before(table))


def _has_wrong_row(whole: Item, area: str) -> bool:
    """Whether the board's own table of the areas is told to differ from the area."""
    found = area_rows(whole.at("per_område"), Where(items=()))
    rows = [str(one.route[-1]) for one in found if isinstance(one, Problem)]
    return normal(area) in map(normal, rows)


def _agreeing(route: Route, one: Interval, other: Interval) -> Judged:
    exact = one.is_exact and other.is_exact
    return Judged(route, Outcome.AGREES if exact else Outcome.MAY_AGREE)


def _is_explained(place: Item, part: Item) -> bool:
    """Whether the part, or what in it holds a figure, says why the figure may differ."""
    ends = range(len(part.route), len(place.route) + 1)
    holders = [Item(place.report, place.route[:end]) for end in ends]
    return any(holder.text(reason) for holder in holders for reason in REASONS)
