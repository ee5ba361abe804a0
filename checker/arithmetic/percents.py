"""Printed percentages: what they stand for, and what a distribution of them adds up to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.arithmetic.errors import Refusal, UnreadableError, first_refusal
from checker.arithmetic.hedges import HEDGES, hedged, longest_first, opening
from checker.arithmetic.numerals import MOST_DIGITS, parse_count, plain
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.refusals import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = ("%", "procent")
"""What a percentage ends with."""

_HEDGES = longest_first(HEDGES)
_NUMBER = re.compile(rf"(?P<whole>[0-9 ]+)(?:,(?P<part>[0-9]{{1,{MOST_DIGITS}}}))? ?(?:%|procent)")

_REFUSALS = (
    Refusal(
        "empty",
        r"",
        "Här saknas en andel. Skriv till exempel 39,5 %, eller .. när den är okänd.",
    ),
    Refusal(
        "points",
        r".*(?:procentenhet|% ?-?enhet).*",
        "Procentenheter är skillnaden mellan två procenttal och kan inte vara en andel. Skriv "
        "till exempel 39,5 %.",
    ),
    Refusal(
        "decimal_point",
        r"[^.]*[0-9]\.[0-9]+ ?(?:%|procent)",
        "Skriv decimalkomma i stället för punkt, till exempel 39,5 %.",
    ),
    Refusal(
        "signed",
        rf"[{DASHES}+].*",
        "En andel skrivs utan plus och minus. Skriv till exempel 39,5 %, och skillnaden mot förra "
        "gången som förändring.",
    ),
    Refusal(
        "no_percent_sign",
        r"[^%0-9]*[0-9][0-9 ]*(?:[.,][0-9]+)?",
        "Skriv % eller procent efter talet, till exempel 39,5 %, eller antalet och det hela, till "
        "exempel 6 av 61.",
    ),
    Refusal(
        "unreadable",
        r".*",
        "Texten går inte att läsa som en andel. Skriv till exempel 39,5 %, ca 40 %, 6 av 61 eller "
        "6 av 61 (9 %).",
    ),
)


class ShareError(UnreadableError):
    """A text that is no share; see UnreadableError for its code and Swedish message."""


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage as printed, and the closed interval that it stands for.

    Attributes:
        text: as printed.
        low: the least value, in per cent; below 0 where rounding alone allows it.
        high: the greatest.
        decimals: how many decimals are printed.
        value: the printed number itself.
        exact_form: whether it is printed without a hedge such as ca or knappt.
    """

    text: str
    low: Fraction
    high: Fraction
    decimals: int
    value: Fraction
    exact_form: bool

    @property
    def unit(self) -> Fraction:
        """The unit of the last decimal printed."""
        return Fraction(1, 10**self.decimals)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a distribution can be 100 per cent, and what its percentages can add up to."""

    outcome: Outcome
    low: Fraction
    high: Fraction


def parse_percent(text: str) -> Percent:
    """The percentage that a text prints (arithmetic.md, "Percent").

    Understands ``39,5 %``, ``39,5%``, ``40 procent`` and hedges before them. It may exceed 100.

    Raises:
        ShareError: for every other text.
    """
    printed = plain(text)
    word, rest = opening(printed, _HEDGES)
    number = _NUMBER.fullmatch(rest)
    count = parse_count(number["whole"]) if number else None
    if number is None or count is None:
        refusal = first_refusal(printed, _REFUSALS)
        raise ShareError(refusal.code, refusal.message)
    part = number["part"] or ""
    decimals = len(part)
    value = count + Fraction(int(part or "0"), 10**decimals)
    half = Fraction(1, 2 * 10**decimals)
    low, high = value - half, value + half
    if word:
        low, high = hedged(HEDGES[word], value, decimals)
    return Percent(text, low, high, decimals, value, exact_form=not word)


def percents_make_whole(percents: Sequence[Percent]) -> Judgement:
    """Whether the shares of a distribution can add up to 100 (arithmetic.md, example 8).

    Every share is within its rounding and never below 0. AGREES when all are printed without a
    hedge, NOT_TESTABLE when there are none.
    """
    low = sum((max(percent.low, Fraction(0)) for percent in percents), Fraction(0))
    high = sum((percent.high for percent in percents), Fraction(0))
    if not percents:
        outcome = Outcome.NOT_TESTABLE
    elif not low <= 100 <= high:  # noqa: PLR2004 - the whole
        outcome = Outcome.DISAGREES
    elif all(percent.exact_form for percent in percents):
        outcome = Outcome.AGREES
    else:
        outcome = Outcome.MAY_AGREE
    return Judgement(outcome, low, high)
