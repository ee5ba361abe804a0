"""Words before a number that widen it: ca, knappt, drygt."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Hedge(Enum):
    """On which side of the printed number the true one lies."""

    AROUND = "around"
    BELOW = "below"
    ABOVE = "above"


HEDGES: Mapping[str, Hedge] = MappingProxyType(
    {
        "ca": Hedge.AROUND,
        "ca.": Hedge.AROUND,
        "cirka": Hedge.AROUND,
        "omkring": Hedge.AROUND,
        "ungefär": Hedge.AROUND,
        "knappt": Hedge.BELOW,
        "nära": Hedge.BELOW,
        "drygt": Hedge.ABOVE,
    }
)


def hedged(hedge: Hedge, value: Fraction, decimals: int = 0) -> tuple[Fraction, Fraction]:
    """The least and the greatest value that a hedged number stands for (arithmetic.md, "Percent").

    With u the unit of the last non-zero digit printed: ca x is x ± max(u/2, 1), knappt and nära x
    are [x - u, x], drygt x is [x, x + u]. For zero, u is the unit of the last digit printed.

    Args:
        hedge: which kind of word.
        value: the printed value, at least 0, with no more decimals than ``decimals``.
        decimals: how many decimals are printed, at least 0.
    """
    unit = _last_unit(value, decimals)
    if hedge is Hedge.BELOW:
        return value - unit, value
    if hedge is Hedge.ABOVE:
        return value, value + unit
    reach = max(unit * Fraction(1, 2), Fraction(1))
    return value - reach, value + reach


def _last_unit(value: Fraction, decimals: int) -> Fraction:
    unit = Fraction(1, 10**decimals)
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words in the order in which ``opening`` must try them."""
    return tuple(sorted(words, key=len, reverse=True))


def opening(printed: str, words: tuple[str, ...]) -> tuple[str, str]:
    """The first of the words that the text begins with, and what follows it; else "" and the text.

    A word with nothing after it opens nothing.
    """
    for word in words:
        rest = printed.removeprefix(word).lstrip()
        if rest and printed.startswith(word):
            return word, rest
    return "", printed
