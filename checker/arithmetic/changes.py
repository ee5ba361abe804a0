"""What a report says has changed, in a word or a step, read from its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.arithmetic.errors import Refusal, UnreadableError, first_refusal
from checker.arithmetic.numerals import WORDS, parse_count, plain
from checker.arithmetic.percents import SIGNS, Percent, ShareError, parse_percent
from checker.arithmetic.refusals import DASHES
from checker.arithmetic.wordings import direction_of, measured

if TYPE_CHECKING:
    from fractions import Fraction

    from checker.arithmetic.wordings import Direction

_POINTS = ("procentenheter", "procentenhet", "%-enheter", "%-enhet")

_REFUSALS = (
    Refusal(
        "empty",
        r"",
        "Här saknas en förändring. Skriv till exempel ökat, minskat, oförändrat, +2 eller -3.",
    ),
    Refusal(
        "no_sign",
        r"[0-9].*",
        "Skriv + eller - framför talet, till exempel +2 eller -3.",
    ),
    Refusal(
        "decimal_point",
        r"[^.]*[0-9]\.[0-9]+ ?(?:%|procent).*",
        "Skriv decimalkomma i stället för punkt, till exempel +3,5 %.",
    ),
    Refusal(
        "decimal",
        rf"[{DASHES}+] ?[0-9][0-9 ]*[.,][0-9]+",
        "Ett antal ändras alltid med ett helt tal. Skriv till exempel +2, eller +2,5 % när det är "
        "procent.",
    ),
    Refusal(
        "unreadable",
        r".*",
        "Texten går inte att läsa som en förändring. Skriv ökat, minskat, oförändrat eller till "
        "exempel +2, -3, +62 % eller +4 procentenheter.",
    ),
)


class ChangeError(UnreadableError):
    """A text that is no change; see UnreadableError for its code and Swedish message."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change as printed; of ``by``, ``percent`` and ``points`` at most one is given.

    Attributes:
        text: as printed.
        direction: where to; "same" also for a change of 0.
        by: the change of the count, with its sign.
        percent: the change in per cent of what was before, with its sign.
        points: the change of a percentage, in percentage points, with its sign.
    """

    text: str
    direction: Direction
    by: int | None = None
    percent: Percent | None = None
    points: Percent | None = None


def parse_change(text: str) -> Change:
    """The change that a text prints (format.yaml, ``förändring``).

    Understands ``ökat``, ``minskat``, ``oförändrat`` and words like them (wordings.py), ``+2``,
    ``-3``, ``+62 %`` and ``+4 procentenheter``, with a hyphen, a dash or a minus sign, and the
    same steps in words: ``två fler``, ``minskat med 3 %``.

    Raises:
        ChangeError: for every other text.
    """
    printed = plain(text)
    if direction := direction_of(printed):
        return Change(text, direction)
    sign, size = printed[:1], printed[1:]
    if sign and sign in "+" + DASHES:
        step = _step(text, size, 1 if sign == "+" else -1)
    else:
        told = measured(printed)
        number = str(WORDS.get(told[0], told[0])) if told else ""
        step = _step(text, number, 1 if told and told[1] == "up" else -1)
    if step:
        return step
    refusal = first_refusal(printed, _REFUSALS)
    raise ChangeError(refusal.code, refusal.message)


def _step(text: str, size: str, factor: int) -> Change | None:
    """A change of a size, times 1 or -1; None when it is no size."""
    if (by := parse_count(size)) is not None:
        return Change(text, _direction(factor * by), by=factor * by)
    if (points := _percent(text, size, _POINTS, factor)) is not None:
        return Change(text, _direction(points.value), points=points)
    if (percent := _percent(text, size, SIGNS, factor)) is not None:
        return Change(text, _direction(percent.value), percent=percent)
    return None


def _percent(text: str, size: str, endings: tuple[str, ...], factor: int) -> Percent | None:
    """A percentage with one of the endings, times 1 or -1; None when the text is none."""
    for ending in endings:
        if size.endswith(ending):
            try:
                percent = parse_percent(size.removesuffix(ending) + "%")
            except ShareError:
                return None
            low, high = sorted((factor * percent.low, factor * percent.high))
            return replace(percent, text=text, low=low, high=high, value=factor * percent.value)
    return None


def _direction(value: int | Fraction) -> Direction:
    if value == 0:
        return "same"
    return "up" if value > 0 else "down"
