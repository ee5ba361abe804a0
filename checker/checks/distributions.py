"""Checks of distributions in percent: that they make 100, and that whole numbers make them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.distributions import counts_together, judge_distribution
from checker.arithmetic.lone import judge_with_base
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.percents import percents_make_whole
from checker.checks.lone import decimals_of, nearest_words
from checker.figures import figure_at, in_words
from checker.finding import Judged, Problem
from checker.rule import FORBID
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval
    from checker.arithmetic.percents import Percent
    from checker.checks.kinds import Where
    from checker.document.model import Route
    from checker.report import Item

DISTRIBUTION, ANSWERED = "fördelning", "svar_på_frågan"
IMPOSSIBLE = "går inte att få"
TOO_UNSURE = "antalet svar är noll eller för osäkert för att räkna på"


def distribution(item: Item, _ask: Where) -> Iterator[Problem | Judged]:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionCounts:
    """Which distributions to look at, and for what.

    Attributes:
        finds: ``impossible`` (no number of people makes it) or ``unexplained`` (the stated number
            does not, but fewer answers, or decimals that were cut off, would).
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    finds: Literal["impossible", "unexplained"]


def distribution_counts(item: Item, ask: DistributionCounts) -> Iterator[Problem | Judged]:
    """The percentages of a survey's distribution are those of a whole number of answers."""
    item.require_whole()
    answered = figure_at(item.parent.at(ANSWERED))
    people = answered or figure_at(item.parent.at("svar"))
    rows = _rows(item)
    if people is None or not rows:
        return
    verdict = judge_distribution(list(rows.values()), people.interval, or_fewer=not answered)
    if ask.finds == "impossible":
        untold = TOO_UNSURE if verdict.outcome is Outcome.NOT_TESTABLE else ""
        yield Judged(item.route, verdict.outcome, untold)
    if verdict.outcome is not Outcome.DISAGREES or verdict.proven != (ask.finds == "impossible"):
        return
    impossible = {
        route: alone
        for route, percent in rows.items()
        if percent and (alone := _alone(percent, people.interval))
    }
    words = {
        "av": in_words(people.interval),
        "varför": next(iter(impossible.values()), _together(rows, people.interval)),
        "färre": "" if answered else " Det går inte ihop heller om färre svarade på frågan.",
        "förklaring": _explanation(verdict.explained_by, people.interval),
    }
    related = (
        (people.route, str(people.route[-1])),
        *((route, IMPOSSIBLE) for route in impossible),
    )
    yield Problem(item.route, words, related)


def _rows(item: Item) -> dict[Route, Percent | None]:
    """The percentages of a distribution; none when it is told or judged elsewhere.

    A row with a base of its own is judged by itself, and a sum that is not 100 is told as that.
    """
    routes = [(*item.route, key) for key in item.value] if isinstance(item.value, dict) else []
    shares = {route: item.report.values.shares.get(route) for route in routes}
    if any(share and (share.base or share.of_total) for share in shares.values()):
        return {}
    rows = {route: share.percent if share else None for route, share in shares.items()}
    known = [percent for percent in rows.values() if percent]
    not_whole = percents_make_whole(known).outcome is Outcome.DISAGREES
    return {} if not known or (not_whole and len(known) == len(rows)) else rows


def _alone(percent: Percent, people: Interval) -> str:
    """Why a percentage is impossible on its own; nothing when it is not."""
    verdict = judge_with_base(percent, people)
    if verdict.outcome is not Outcome.DISAGREES:
        return ""
    nearest = nearest_words(verdict, decimals_of(percent))
    return f"{shown(percent.text)} går inte att få, för {nearest}"


def _together(rows: dict[Route, Percent | None], people: Interval) -> str:
    """Why percentages that are possible one by one are not so together."""
    counts = counts_together(list(rows.values()), people.low) if people.is_exact else None
    if counts is None:
        return "inget antal däremellan ger alla på en gång"
    return f"var för sig är de möjliga, men grupperna blir tillsammans {in_words(counts)}"


def _explanation(explained_by: int | None, people: Interval) -> str:
    """What else than a wrong number there may be; that only the author can know."""
    if explained_by is not None and people.contains(explained_by):
        return "Kanske är decimalerna avhuggna; avrunda då till närmaste tal."
    few = "inte alla" if explained_by is None else f"högst {swedish(explained_by)}"
    return (
        f"Antingen är ett tal fel, eller så svarade {few} på frågan; skriv i så fall hur många "
        f"under {ANSWERED}."
    )
