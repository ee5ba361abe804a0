"""A report made into an edition: what the next year's report is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.arithmetic.ratios import hull
from checker.edition import (
    Edition,
    Identity,
    Numbered,
    Place,
    Plan,
    ToldCount,
    ToldProse,
    ToldShare,
    ToldTable,
)
from checker.figures import figure_at
from checker.keyed import area_of, has_own_period, key_of
from checker.linking import net_of
from checker.report import UnsoundError, has_content
from checker.tables import UNITS, part_of, read_table
from checker.text import digest, exact, normal
from checker.totals import total_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction
    from typing import TypeVar

    from checker.arithmetic.interval import Interval
    from checker.arithmetic.shares import Share
    from checker.document.model import Route
    from checker.edition import Key
    from checker.figures import Figure
    from checker.report import Item, Report
    from checker.tables import Table

    Told = TypeVar("Told")

OPEN = "utredning pågår"
PARTS = tuple(f"**.{name}" for name in UNITS)
TABLES = ("**.per_*", "**.tabeller[*]")
SHARES = ("**.andelar[*]",)
LEX_SARAH = ("**.lex_sarah",)
CASES = ("**.lex_sarah.ärenden[*]",)
PLANS = ("**.planerade_åtgärder[*]", "**.utvecklingsområden[*]")

PROSES = ("**.analys", "**.slutsatser.text")


def identity_of(report: Report) -> Identity | None:
    """Which report it is; None when kommun, nämnd or period is not known."""
    block = report.root.at("rapport")
    try:
        kommun, board, kind, former = (
            normal(block.text(name)) for name in ("kommun", "nämnd", "slag", "tidigare_namn")
        )
    except UnsoundError:
        return None
    if not report.period or not kommun or not board:
        return None
    return Identity(kommun, board, kind, report.period, former)


def edition_of(report: Report, identity: Identity) -> Edition:
    """What the next report is compared with; what could not be read is left out."""
    plans = sorted(_sound(report, PLANS, _plan), key=lambda one: one.place.span)
    cases = list(_sound(report, CASES, _open_case))
    return Edition(
        file=report.document.name,
        identity=identity,
        totals=_keyed(report, PARTS, _total),
        tables=_keyed(report, TABLES, _table),
        shares=_keyed(report, SHARES, _share),
        pending=_keyed(report, LEX_SARAH, _pending),
        measures=tuple(plans),
        open_cases=tuple(one for one in cases if one.number),
        open_without_number=sum(1 for one in cases if not one.number),
        proses=_keyed(report, PROSES, _prose),
        net=net_of(report).for_next(report.document),
    )


def unit_of(table: Item) -> str:
    """What a table counts: what it says, or what its part counts."""
    part = part_of(table)
    return normal(table.text("räknar")) or (UNITS[part.name] if part else "")


def is_of_the_period(table: Table) -> bool:
    """Whether a table tells of the report's own period, and not of a day or another time."""
    at_a_time = table.is_stock or bool(table.item.text("avser"))
    return table.is_of_the_period and not at_a_time and not has_own_period(table.item)


def percents_of(share: Share, total: Interval | None) -> tuple[tuple[Fraction, Fraction], ...]:
    """The percentages that a share may stand for: as printed, and as its counts make it.

    Args:
        share: as printed; one that says "uppgift saknas" has none.
        total: the whole, for a share of "totalt".
    """
    found = [(share.percent.low, share.percent.high)] if share.percent else []
    base = share.base.interval if share.base else total
    if share.count and base and base.high != 0:
        low, high = hull(share.count.interval, base)
        found += [(low, high)] if high is not None else []
    return tuple(found)


def _sound(
    report: Report, selectors: tuple[str, ...], read: Callable[[Item], Told | None]
) -> Iterator[Told]:
    for selector in selectors:
        for item in report.select(selector):
            try:
                item.require()
                told = read(item)
            except UnsoundError:
                continue
            if told is not None:
                yield told


def _keyed(
    report: Report, selectors: tuple[str, ...], read: Callable[[Item], Told | None]
) -> dict[Key, Told]:
    """What is about the report's own period, by names that tell it apart."""

    def keyed(item: Item) -> tuple[Key, Told] | None:
        key = None if has_own_period(item) else key_of(item)
        told = read(item) if key else None
        return (key, told) if key and told is not None else None

    return dict(_sound(report, selectors, keyed))


def _total(part: Item) -> ToldCount | None:
    claim = total_of(part)
    return ToldCount(claim.interval, _place(part, claim.route)) if claim else None


def _table(item: Item) -> ToldTable | None:
    table = read_table(item)
    if table is None or table.is_two_way or not is_of_the_period(table):
        return None
    rows = {exact(row.name): row.figures[table.current] for row in table.rows}
    total = table.totals[table.current]
    return ToldTable(
        unit=unit_of(item),
        rows={name: _count(item, figure) for name, figure in rows.items() if figure},
        total=_count(item, total) if total else None,
        place=_place(item, item.route),
    )


def _share(item: Item) -> ToldShare | None:
    route = item.at("andel").route
    item.at("andel").require()
    share = item.report.values.shares.get(route)
    if share is None:
        return None
    part = part_of(item)
    claim = total_of(part) if share.of_total and part else None
    percents = percents_of(share, claim.interval if claim else None)
    return ToldShare(share.text, percents, _place(item, route))


def _pending(part: Item) -> ToldCount | None:
    figure = figure_at(part.at("rapporter.pågår"))
    return _count(part, figure) if figure else None


def _prose(item: Item) -> ToldProse | None:
    text = item.parent.text(item.name)
    return ToldProse(digest(text), _place(item, item.route)) if text else None


def measure_text(item: Item) -> str:
    """The words of a measure on one line, whether it is a sentence or has fields.

    Raises:
        UnsoundError: they cannot be read.
    """
    item.require()
    words = item.report.document.text(item.route) or item.text("åtgärd")
    return " ".join(words.split())


def _plan(item: Item) -> Plan | None:
    if not has_content(item.value):
        return None
    place = _place(item, item.at("nr").route)
    own_id, words = (
        _readable(read) for read in (lambda: item.text("id"), lambda: measure_text(item))
    )
    return Plan(item.text("nr"), area_of(item), place, own_id, words)


def _readable(read: Callable[[], str]) -> str:
    """A text, or nothing: a plan is a plan also when its words cannot be read."""
    try:
        return read()
    except UnsoundError:
        return ""


def _open_case(item: Item) -> Numbered | None:
    is_open = normal(item.text("bedömning")) == OPEN
    return _numbered(item, "nr", "id") if is_open else None


def _numbered(item: Item, *keys: str) -> Numbered:
    number = next(filter(None, (item.text(key) for key in keys)), "")
    return Numbered(number, area_of(item), _place(item, item.at(keys[0]).route))


def _count(item: Item, figure: Figure) -> ToldCount:
    return ToldCount(figure.interval, _place(item, figure.route))


def _place(item: Item, route: Route) -> Place:
    return Place(item.report.document.place(route), route)
