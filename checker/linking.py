"""The net of a report: what its parts, tables, shares and changes say of the same things."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING

from checker.arithmetic.equations import Equation, within
from checker.figures import Figure, figure_at
from checker.keyed import area_of, has_own_period, key_of
from checker.network import Net, Number
from checker.report import Item, Report, UnsoundError
from checker.table_ties import Ties, is_of_persons
from checker.tables import UNITS, part_of, read_table
from checker.text import exact, normal
from checker.totals import CASES, LEX_SARAH, REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.changes import Change
    from checker.arithmetic.percents import Percent
    from checker.document.model import Route

NOW, BEFORE = "nu", "förra"
LAST_YEAR = "förra årets rapport"
BALANCE = ("kvar_från_förra_perioden", "inkomna", "avslutade", "pågår")


@lru_cache(maxsize=1)
def joined_net(report: Report) -> tuple[Net, int]:
    """The report's net with last year's tied to it, and how many numbers are the report's own."""
    net, previous = net_of(report), report.neighbours.previous
    own = len(net.numbers)
    if previous is None:
        return net, own
    both, moved = net.joined(previous.net, LAST_YEAR)
    for key, number in net.names.items():
        then = previous.net.names.get((NOW, *key[1:]))
        if key[0] == BEFORE and then is not None:
            both.same(number, then + moved, LAST_YEAR)
    return both, own


@lru_cache(maxsize=1)
def net_of(report: Report) -> Net:
    """All figures of a report that hang together; what cannot be read is left out."""
    linking = _Linking(report)
    for name in UNITS:
        for part in report.select(f"**.{name}"):
            with suppress(UnsoundError):
                linking.part(part)
    for item in report.select("**.tabeller[*]"):
        if part_of(item) is None and _is_sound(item):
            linking.table(item, {}, None)
    for item in report.select("**.enkäter[*]"):
        linking.survey(item)
    linking.areas()
    return linking.ties.net


class _Linking:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.ties = Ties(report.document)
        self.net = self.ties.net
        self.totals: dict[tuple[str, str], int] = {}

    def part(self, part: Item) -> None:
        """A part's total, the one before, its change, its tables and its shares."""
        stated, before = figure_at(part.at("totalt")), figure_at(part.at("föregående"))
        cases = figure_at(part.at(CASES)) if part.name == LEX_SARAH else None
        name = part.name
        total = self._number(stated or cases, "delens total")
        if stated and cases:
            self.net.same(self._number(cases, CASES), total, f"totalen och {CASES}")
        earlier = self._number(before, "förra periodens tal")
        self.totals[normal(area_of(part)), name] = total
        self._name(total, earlier, part)
        change = self.report.values.changes.get(part.at("förändring").route)
        if change and not part.text("jämförs_inte"):
            self._change(change, total, earlier, part.at("förändring").route)
        wholes = {UNITS[name]: total}
        for item in (one for name in ("per_*", "tabeller[*]") for one in _sound(part, name)):
            self.table(item, wholes, earlier)
        for item in _sound(part, "andelar[*]"):
            self._share(item, total if item.get("period") is None else None)
        if name == LEX_SARAH:
            self._reports(part)

    def table(self, item: Item, wholes: dict[str, int], earlier: int | None) -> None:
        """A table, tied to the total of what it counts; tables of the same unit share that."""
        table = read_table(item)
        if table is None or (table.is_stock and not table.is_two_way):
            return
        if item.get("period") is not None or item.text("avser"):
            wholes = {}  # what is of another time is tied to nothing beside it
        part = part_of(item)
        unit = normal(item.text("räknar"))
        own = UNITS[part.name] if part else ""
        counted = own if table.counts_as_the_part else unit if unit != own else ""
        if counted and counted not in wholes:
            wholes[counted] = self.net.unprinted(f"antalet {counted}")
        explained = any(one.text(name) for one in (item, part or item) for name in REASONS)
        before = earlier if table.counts_as_the_part else self.net.unprinted("förra periodens tal")
        before = None if explained else before
        persons = is_of_persons(unit)
        read = self.ties.table(table, wholes.get(counted), before, persons=persons)
        change = self.report.values.changes.get(item.at("förändring").route)
        if change and counted and before is not None:
            self._change(change, wholes[counted], before, item.at("förändring").route)
        if part is None:
            return
        for row, (now, then) in read.items():
            self._name(now, then, item, unit, exact(row))

    def areas(self) -> None:
        """A row that bears an area's name tells what the area's own part tells."""
        names = {normal(area.text("namn")) for area in self.report.areas if _is_sound(area)}
        for name in UNITS:
            for item in self.report.select(f"{name}.per_område"):
                table = read_table(item) if _is_sound(item) else None
                if table is None or not table.counts_as_the_part or table.is_two_way:
                    continue
                for row in table.rows:
                    figure = row.figures[table.current]
                    own = self.totals.get((normal(row.name), name))
                    if normal(row.name) in names and figure and own is not None:
                        words = f"raden ”{row.name}” och områdets egen del"
                        self.net.same(self.ties.figure(figure, ""), own, words)

    def survey(self, item: Item) -> None:
        """How many were asked, how many answered, and the response rate."""
        if not _is_sound(item):
            return
        answers = figure_at(item.at("svar"))
        asked = figure_at(item.at("utskickade")) or figure_at(item.at("utlämnade"))
        rate = self.report.values.shares.get(item.at("svarsfrekvens").route)
        if answers is None or asked is None:
            return
        part = self.ties.figure(answers, "antalet svar", persons=True)
        whole = self.ties.figure(asked, "antalet tillfrågade", persons=True)
        percent = rate.percent if rate else None
        self._part_of(part, whole, percent, "svaren och de tillfrågade")

    def _reports(self, part: Item) -> None:
        """The reports that were left and came in are those that were closed or go on."""
        figures = [figure_at(part.at(f"rapporter.{name}")) for name in BALANCE]
        if all(figures):
            numbers = [
                self._number(figure, f"rapporter, {name}")
                for figure, name in zip(figures, BALANCE, strict=True)
            ]
            left, came, closed, open_ = numbers
            equation = Equation(((left, 1), (came, 1), (closed, -1), (open_, -1)))
            self.net.tie(equation, "rapporterna som kom in och avslutades")

    def _share(self, item: Item, total: int | None) -> None:
        for key in ("andel", "föregående"):
            place = item.at(key)
            share = self.report.values.shares.get(place.route)
            if share is None or share.count is None:
                continue
            name = f"andelen ”{item.text('gäller')}”"
            count = self.ties.figure(Figure(share.count, place.route), name)
            base = total if share.of_total and key == "andel" else None
            if share.base is not None:
                base = self.net.add(Number(share.base.interval, f"det hela i {name}"))
            if base is None:
                continue
            self._part_of(count, base, share.percent, name)

    def _change(self, change: Change, now: int, before: int, route: Route) -> None:
        words = f"förändringen {change.text}"
        if change.by is not None:
            self.net.tie(Equation(((now, 1), (before, -1)), change.by, change.by), words, route)
        elif change.percent:
            percent: Percent = change.percent
            self._ratio(now, before, 100 + percent.low, 100 + percent.high, words)

    def _part_of(self, part: int, whole: int, percent: Percent | None, words: str) -> None:
        """A part of a whole, and the percentage that it is printed as."""
        if percent is None:
            self.net.tie(within([part], whole), words)
            return
        words = f"procenttalet {percent.text}"
        self.net.tie(within([part], whole), words)
        self._ratio(part, whole, percent.low, min(percent.high, Fraction(100)), words)

    def _ratio(self, part: int, whole: int, low: Fraction, high: Fraction, words: str) -> None:
        """The part is between two percentages of the whole."""
        low = max(low, Fraction(0))
        scale = lcm(low.denominator, high.denominator)
        least = ((part, 100 * scale), (whole, -int(low * scale)))
        most = ((part, 100 * scale), (whole, -int(high * scale)))
        kept = tuple(term for term in least if term[1])
        self.net.tie(Equation(kept, 0, None), words)
        self.net.tie(Equation(tuple(term for term in most if term[1]), None, 0), words)

    def _number(self, figure: Figure | None, name: str) -> int:
        return self.ties.figure(figure, name) if figure else self.net.unprinted(name)

    def _name(self, now: int | None, before: int | None, place: Item, *rest: str) -> None:
        """Gives the numbers names by which the reports of the years beside can find them."""
        key = key_of(place)
        places = [place, part_of(place) or place]
        if key is None or has_own_period(place) or any(one.text("avser") for one in places):
            return
        if now is not None:
            self.net.names[NOW, *key, *rest] = now
        if before is not None and not any(one.text(name) for one in places for name in REASONS):
            self.net.names[BEFORE, *key, *rest] = before


def _sound(part: Item, selector: str) -> Iterator[Item]:
    return (item for item in part.report.select(selector, part.route) if _is_sound(item))


def _is_sound(item: Item) -> bool:
    try:
        item.require_whole()
    except UnsoundError:
        return False
    return True
