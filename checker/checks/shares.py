"""Checks of shares: count, base and percent against each other, with printed precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import exceeds, judge_share
from checker.checks.distributions import ANSWERED, DISTRIBUTION
from checker.checks.lone import Lone, lone_percentage
from checker.figures import figure_at, in_words
from checker.finding import Judged, Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import part_of
from checker.totals import total_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval
    from checker.arithmetic.percents import Percent
    from checker.arithmetic.shares import Share
    from checker.document.model import Route
    from checker.report import Item

NO_COUNTS = "andelen har inget antal att räkna på"
OTHER_TIME = "andelen gäller en annan tid än delens total"
NO_BASE = "andelen säger inte vad den är en del av"
NO_TOTAL = "delen har ingen total att räkna på"
NOT_ASKED = "det står inte hur många som tillfrågades"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Which shares to look at, and for what.

    Attributes:
        finds: ``wrong``, ``cut_off`` (a percentage that was truncated instead of rounded) or
            ``impossible`` (a percentage that no whole number makes of its base, or of its count).
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["wrong", "cut_off", "impossible"] = "wrong"


@dataclass(frozen=True, slots=True)
class Stated:
    """A share with the counts that it is a share of, and where they stand."""

    count: Interval
    base: Interval
    percent: Percent | None
    route: Route
    related: tuple[tuple[Route, str], ...]


def share(item: Item, ask: Shares) -> Iterator[Problem | Judged]:
    """A printed share, or a survey's response rate, agrees with its count and base."""
    item.require()
    if isinstance(item.value, dict):
        yield from _response_rate(item, ask)
        if ask.finds == "wrong":
            yield from _answered(item, ask)
        return
    read = item.report.values.shares.get(item.route)
    if read is None:
        return
    stated = _with_base(item, read)
    if isinstance(stated, Stated):
        yield from judged(stated, ask)
    elif not stated.is_bare or (read.percent and item.parent.name != DISTRIBUTION):
        yield from lone_percentage(stated, ask.finds)


def _response_rate(item: Item, ask: Shares) -> Iterator[Problem | Judged]:
    """The rate against how many were asked and how many answered."""
    rate = item.at("svarsfrekvens")
    rate.require()
    read = item.report.values.shares.get(rate.route)
    answers = figure_at(item.at("svar"))
    asked = figure_at(item.at("utskickade")) or figure_at(item.at("utlämnade"))
    if read is None or read.percent is None:
        return
    figures = [(answers, "svar"), (asked, "tillfrågade")]
    related = tuple((figure.route, words) for figure, words in figures if figure)
    if answers and asked:
        whole = Stated(answers.interval, asked.interval, read.percent, rate.route, related)
        yield from judged(whole, ask)
        return
    count, base = (figure.interval if figure else None for figure, _ in figures)
    untold = NOT_ASKED if answers else NO_COUNTS
    yield from lone_percentage(
        Lone(count, base, read.percent, rate.route, untold, related), ask.finds
    )


def _answered(item: Item, ask: Shares) -> Iterator[Problem | Judged]:
    """Those who answered one question are among those who answered the survey."""
    some, answers = figure_at(item.at(ANSWERED)), figure_at(item.at("svar"))
    if some and answers:
        related = ((answers.route, "svar"),)
        yield from judged(Stated(some.interval, answers.interval, None, some.route, related), ask)


def _with_base(item: Item, read: Share) -> Stated | Lone:
    """The share with its base; or what there is of it."""
    count = read.count.interval if read.count else None
    base = read.base.interval if read.base else None
    related: tuple[tuple[Route, str], ...] = ()
    untold = NO_COUNTS if count is None else NO_BASE
    if read.of_total:
        part = part_of(item)
        other_time = item.parent.get("period") is not None
        claim = total_of(part) if part and not other_time else None
        if claim:
            base, related = claim.interval, ((claim.route, "totalen"),)
        else:
            untold = OTHER_TIME if other_time else NO_TOTAL
    if count and base:
        return Stated(count, base, read.percent, item.route, related)
    return Lone(count, base, read.percent, item.route, untold, related, read.of_total)


def judged(stated: Stated, ask: Shares) -> Iterator[Problem | Judged]:
    """How a share comes out, and the problem that is looked for if that is there."""
    if ask.finds == "impossible":
        return
    if exceeds(stated.count, stated.base):
        if ask.finds == "wrong":
            yield Judged(stated.route, Outcome.DISAGREES)
            yield Problem(stated.route, _words(stated, "mer än hela antalet"), stated.related)
        return
    if stated.percent is None:
        return
    verdict = judge_share(stated.count, stated.base, stated.percent)
    if ask.finds == "wrong":
        # Cut off instead of rounded is a slip, told by a rule of its own; it still disagrees.
        yield Judged(stated.route, verdict.outcome)
    if verdict.outcome is not Outcome.DISAGREES or verdict.cut_off != (ask.finds == "cut_off"):
        return
    nearest = swedish(verdict.nearest, max(stated.percent.decimals, 2))
    right = f"{nearest} %" if verdict.low == verdict.high else f"som närmast {nearest} %"
    yield Problem(stated.route, _words(stated, right), stated.related)


def _words(stated: Stated, right: str) -> dict[str, str]:
    printed = shown(stated.percent.text) if stated.percent else ""
    return {
        "procent": printed,
        "står": f", men här står {printed}" if printed else "",
        "antal": in_words(stated.count),
        "av": in_words(stated.base),
        "rätt": right,
    }
