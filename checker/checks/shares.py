"""Checks of shares: count, base and percent against each other, with printed precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import count_exists, exceeds, judge_share
from checker.arithmetic.percents import Percent, percents_make_whole
from checker.figures import figure_at, in_words
from checker.finding import Judged, Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import part_of
from checker.totals import total_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval
    from checker.arithmetic.shares import Share
    from checker.document.model import Route
    from checker.report import Item

NO_COUNTS = "andelen har inget antal att räkna på"
OTHER_TIME = "andelen gäller en annan tid än delens total"
NO_BASE = "andelen säger inte vad den är en del av"
NO_TOTAL = "delen har ingen total att räkna på"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Which shares to look at, and for what.

    Attributes:
        finds: ``wrong`` or ``cut_off`` (a percentage that was truncated instead of rounded).
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["wrong", "cut_off"] = "wrong"


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
        return
    read = item.report.values.shares.get(item.route)
    if read is None:
        return
    stated = _with_base(item, read)
    if isinstance(stated, str):
        if ask.finds == "wrong" and (read.percent or read.of_total):
            yield Judged(item.route, Outcome.NOT_TESTABLE, stated)
        return
    yield from judged(stated, ask)


def _response_rate(item: Item, ask: Shares) -> Iterator[Problem | Judged]:
    """The rate against how many were asked and how many answered."""
    rate = item.at("svarsfrekvens")
    rate.require()
    read = item.report.values.shares.get(rate.route)
    answers = figure_at(item.at("svar"))
    asked = figure_at(item.at("utskickade")) or figure_at(item.at("utlämnade"))
    if read is None or read.percent is None:
        return
    if answers and asked:
        related = ((answers.route, "svar"), (asked.route, "tillfrågade"))
        whole = Stated(answers.interval, asked.interval, read.percent, rate.route, related)
        yield from judged(whole, ask)
    elif answers and answers.interval.is_exact and ask.finds == "wrong":
        yield from _possible(item, read.percent, answers.interval.low)
    elif ask.finds == "wrong":
        yield Judged(rate.route, Outcome.NOT_TESTABLE, NO_COUNTS)


def distribution(item: Item, _ask: Shares) -> Iterator[Problem | Judged]:
    """A distribution in percent makes 100."""
    item.require_whole()
    shares = item.report.values.shares
    routes = [(*item.route, key) for key in item.value] if isinstance(item.value, dict) else []
    percents = [shares[route].percent for route in routes if route in shares]
    known = [percent for percent in percents if percent]
    if len(known) < len(routes) or not known:
        yield Judged(item.route, Outcome.NOT_TESTABLE, "alla andelar är inte utskrivna")
        return
    outcome = percents_make_whole(known).outcome
    yield Judged(item.route, outcome)
    if outcome is Outcome.DISAGREES:
        low, high = sum(p.low for p in known), sum(p.high for p in known)
        words = {"låg": swedish(low), "hög": swedish(high)}
        related = tuple((route, shown(route[-1])) for route in routes)
        yield Problem(item.route, words, related)


def _with_base(item: Item, read: Share) -> Stated | str:
    """The share with its base; or, in words, why it has none."""
    if read.count is None:
        return NO_COUNTS
    if read.base is not None:
        return Stated(read.count.interval, read.base.interval, read.percent, item.route, ())
    if not read.of_total:
        return NO_BASE
    part = part_of(item)
    if item.parent.get("period") is not None:
        return OTHER_TIME
    claim = total_of(part) if part else None
    if claim is None:
        return NO_TOTAL
    related = ((claim.route, "totalen"),)
    return Stated(read.count.interval, claim.interval, read.percent, item.route, related)


def judged(stated: Stated, ask: Shares) -> Iterator[Problem | Judged]:
    """How a share comes out, and the problem that is looked for if that is there."""
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


def _possible(item: Item, percent: Percent, answers: int) -> Iterator[Problem | Judged]:
    """Without the number of asked: is there any that gives this percentage?"""
    rate = item.at("svarsfrekvens").route
    if count_exists(percent, answers) is not None:
        yield Judged(rate, Outcome.MAY_AGREE)
        return
    yield Judged(rate, Outcome.DISAGREES)
    words = {
        "procent": shown(percent.text),
        "antal": swedish(answers),
        "av": "ett helt antal tillfrågade",
        "rätt": f"aldrig {shown(percent.text)}",
        "står": "",
    }
    yield Problem(rate, words, ((item.at("svar").route, "svar"),))


def _words(stated: Stated, right: str) -> dict[str, str]:
    printed = shown(stated.percent.text) if stated.percent else ""
    return {
        "procent": printed,
        "står": f", men här står {printed}" if printed else "",
        "antal": in_words(stated.count),
        "av": in_words(stated.base),
        "rätt": right,
    }
