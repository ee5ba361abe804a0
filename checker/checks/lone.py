"""Checks of percentages with one number or none: can whole numbers make them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.arithmetic.lone import LoneJudgement, judge_with_base, judge_with_count
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.figures import in_words
from checker.finding import Judged, Problem
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.interval import Interval
    from checker.arithmetic.percents import Percent
    from checker.document.model import Route


@dataclass(frozen=True, slots=True)
class Lone:
    """A share that lacks its count, its base or both.

    Attributes:
        untold: why it could not be tested, when it could not.
        of_total: its base is a total, here one that is not known: to be possible proves nothing.
    """

    count: Interval | None
    base: Interval | None
    percent: Percent | None
    route: Route
    untold: str
    related: tuple[tuple[Route, str], ...] = ()
    of_total: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether no number stands with it."""
        return self.count is None and self.base is None and not self.of_total


def lone_percentage(lone: Lone, finds: str) -> Iterator[Problem | Judged]:
    """A percentage is possible with the one number that it stands with.

    What is cut off instead of rounded is a slip here too, told where such slips are told.
    """
    if finds == "wrong":
        return
    verdict = _verdict(lone)
    if finds == "impossible":
        untold = lone.untold if verdict.outcome is Outcome.NOT_TESTABLE else ""
        yield Judged(lone.route, verdict.outcome, untold)
    is_slip = verdict.cut_off is not None
    if verdict.outcome is Outcome.DISAGREES and is_slip == (finds == "cut_off"):
        yield Problem(lone.route, _words(lone, verdict), lone.related)


def _words(lone: Lone, verdict: LoneJudgement) -> dict[str, str]:
    printed = shown(lone.percent.text) if lone.percent else ""
    decimals = decimals_of(lone.percent)
    if verdict.cut_off:
        return {
            "procent": printed,
            "antal": swedish(verdict.cut_off.count),
            "av": swedish(verdict.cut_off.whole),
            "rätt": f"{swedish(verdict.cut_off.ratio, decimals)} %",
        }
    claim = f"Av {_number(lone.base)} kan det inte bli {printed}" if lone.base else ""
    if lone.count:
        many = _number(lone.count)
        claim = f"{many[0].upper()}{many[1:]} kan inte vara {printed} av ett helt antal"
    return {"omöjligt": claim, "närmast": nearest_words(verdict, decimals)}


def _number(interval: Interval) -> str:
    words = in_words(interval)
    return words if interval.is_exact else f"ett antal som är {words}"


def decimals_of(percent: Percent | None) -> int:
    """One more than printed, so that what differs is seen to."""
    return max(percent.decimals + 1, 2) if percent else 0


def _verdict(lone: Lone) -> LoneJudgement:
    if lone.percent is None:
        return LoneJudgement(Outcome.NOT_TESTABLE)
    if lone.base is not None:
        return judge_with_base(lone.percent, lone.base)
    if lone.count is None:
        return LoneJudgement(Outcome.NOT_TESTABLE)
    verdict = judge_with_count(lone.percent, lone.count)
    if lone.of_total and verdict.outcome is Outcome.MAY_AGREE:
        return LoneJudgement(Outcome.NOT_TESTABLE)
    return verdict


def nearest_words(verdict: LoneJudgement, decimals: int) -> str:
    """``2 av 8 är 25 % och 3 av 8 är 37,5 %``."""
    parts = [
        f"{swedish(part.count)} av {swedish(part.whole)} är {swedish(part.ratio, decimals)} %"
        for part in verdict.nearest
    ]
    return " och ".join(parts) or "inget antal ger det"
