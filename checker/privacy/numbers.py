"""Personal identity numbers: every form in which one is written, and how sure it is that it is one.

Folkbokföringslagen (1991:481) 18 § and lagen (2022:1697) om samordningsnummer 2 kap. 8 §: a date,
where a samordningsnummer adds 60 to the day, then three figures that are not all noughts and a
check digit, counted on the ten figures.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checker.privacy.forms import SAMORDNING, births, goes_on, is_grown_on, is_unfinished, written
from checker.privacy.reading import readings

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from checker.privacy.reading import Reading

# Each figure doubled, the figures of the product added.
_DOUBLED: Final = str.maketrans("0123456789", "0246813579")


class Kind(Enum):
    """How sure it is that figures are a personal identity number."""

    NUMBER = auto()
    """The date exists and the check digit is right."""
    LIKE = auto()
    """The date exists, but the check digit is wrong, or the figures are oddly parted."""
    HIDDEN = auto()
    """A birth date with some or all of the last four figures blotted out."""
    ELSE = auto()
    """Something that looks the same: a range of dates, two figures after each other."""


@dataclass(frozen=True, slots=True)
class Number:
    """What is written like a personal identity number; its figures never show in a repr.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        digits: its ten figures.
        is_bare: ten figures and nothing between them.
    """

    start: int
    end: int
    kind: Kind
    digits: str = field(repr=False)
    is_bare: bool = False

    @property
    def is_samordning(self) -> bool:
        """Whether it is a samordningsnummer."""
        return int(self.digits[4:6]) > SAMORDNING


def find_numbers(text: str, latest: date | None = None) -> Iterator[Number]:
    """What is written like a personal identity number, each place once.

    Args:
        text: any text.
        latest: nobody whom the text is about is born later.
    """
    told = set()
    for reading in readings(text):
        for match in written(reading.text):
            number = _number(match, reading, latest)
            if number is not None and (number.start, number.end) not in told:
                told.add((number.start, number.end))
                yield number


def check_digit(figures: str) -> int:
    """The check digit of nine figures, by the modulus of ten: weights 2, 1, 2, 1 and so on."""
    weighed = figures[::2].translate(_DOUBLED) + figures[1::2]
    return -sum(map(int, weighed)) % 10


def _number(match: re.Match[str], reading: Reading, latest: date | None) -> Number | None:
    born = births(match)
    if not born or is_unfinished(match):
        return None
    kind = _kind(match)
    if latest is not None and min(born) > latest:
        kind = Kind.ELSE
    digits = "".join(match.group("year", "month", "day", "last"))
    bare = len(match[0]) == len(digits)
    return Number(*reading.place(*match.span()), kind, digits, bare)


def _kind(match: re.Match[str]) -> Kind:
    last, sign = match["last"], match["gap"].strip()
    only_white = bool(match["gap"]) and not sign
    if not last.isdigit():
        return Kind.HIDDEN
    if _is_range(match, sign):
        return Kind.ELSE
    figures = match["year"] + match["month"] + match["day"] + last
    is_right = last[:3] != "000" and check_digit(figures[:9]) == int(last[3])
    is_apart = only_white or match["gap"].startswith(" ")
    parted = (is_apart and match["inner"]) or (only_white and goes_on(match))
    if parted or set(sign) & set("./"):
        # A date and a year, a count or a telephone number beside each other are commoner.
        return Kind.LIKE if is_right and last[:2] not in {"19", "20"} else Kind.ELSE
    if is_right:
        return Kind.NUMBER
    if only_white or match["inner"] not in {"", "-"} or is_grown_on(match) or _is_mobile(match):
        return Kind.ELSE
    return Kind.LIKE


def _is_mobile(match: re.Match[str]) -> bool:
    """``0701740605``: far commoner than a mistyped number of somebody born in 2007."""
    return not match["century"] and not match["gap"] and match[0].startswith("070")


def _is_range(match: re.Match[str], sign: str) -> bool:
    """``20230101-1231``: from the first day of a month to the last of a later one."""
    if not match["century"] or match["inner"] or sign != "-" or match["day"] != "01":
        return False
    year, first = int(match["century"] + match["year"]), int(match["month"])
    month, day = int(match["last"][:2]), int(match["last"][2:])
    if not 1 <= month <= 12 or month == first:  # noqa: PLR2004 - the months of a year
        return False
    return day == monthrange(year if month > first else year + 1, month)[1]
