"""Personal identity numbers: every form in which one is written, and how sure it is that it is one.

Folkbokföringslagen (1991:481) 18 § and lagen (2022:1697) om samordningsnummer 2 kap. 8 §: a date,
where a samordningsnummer adds 60 to the day, then three figures that are not all noughts and a
check digit, counted on the ten figures.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checker.privacy.reading import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.privacy.reading import Reading

SAMORDNING: Final = 60
_CENTURIES: Final = ("19", "20", "18")

# On a text as read: one kind of dash, and spaces for all that is white. What parts the figures of
# the date is the same sign throughout; before the last four a line may break, in a comment too.
_ROW: Final = re.compile(r"[0-9]+")
_WRITTEN: Final = re.compile(
    r"(?P<century>18|19|20)?(?P<year>[0-9]{2})(?P<inner>[-./_ ]?)"
    r"(?P<month>0[1-9]|1[0-2])(?P=inner)(?P<day>[0-9]{2})"
    r"(?P<gap>[ ]{0,2}[-+._/]?[ ]{0,2}"
    r"|[ ]{0,2}[-+]?[ ]{0,2}\n[ \n]{0,80}(?:\#[ ]{0,2}|[-+](?=[0-9]))?)"
    r"(?P<last>[0-9xX*\#?_]{4})(?![0-9*])"
    # What goes on as a date is no number: 2023-09-01 - 2024-08-31.
    r"(?!(?P<sign>[-./])[0-9xX]{1,2}(?P=sign)[0-9xX]{1,2}(?![0-9]))"
)


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


def find_numbers(text: str, latest: date | None = None) -> list[Number]:
    """What is written like a personal identity number, in the order of the text.

    Args:
        text: any text.
        latest: nobody whom the text is about is born later.
    """
    found: dict[tuple[int, int], Number] = {}
    for reading in readings(text):
        for match in _matches(reading.text):
            number = _number(match, reading, latest)
            if number is not None:
                found.setdefault((number.start, number.end), number)
    return [found[place] for place in sorted(found)]


def check_digit(figures: str) -> int:
    """The check digit of nine figures, by the modulus of ten: weights 2, 1, 2, 1 and so on."""
    doubled = (int(figure) * (2 - at % 2) for at, figure in enumerate(figures))
    return -sum(sum(divmod(product, 10)) for product in doubled) % 10


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every place where a number may stand, overlapping ones too."""
    for row in _ROW.finditer(text):  # many times quicker than to try at every character
        match = _WRITTEN.match(text, row.start())
        if match:
            yield match


def _number(match: re.Match[str], reading: Reading, latest: date | None) -> Number | None:
    births = _births(match)
    if not births or _is_unfinished(match):
        return None
    kind = _kind(match)
    if latest is not None and min(births) > latest:
        kind = Kind.ELSE
    digits = "".join(match.group("year", "month", "day", "last"))
    bare = len(match[0]) == len(digits)
    return Number(*reading.place(*match.span()), kind, digits, bare)


def _births(match: re.Match[str]) -> list[date]:
    """The days on which the holder can be born."""
    day = int(match["day"])
    day -= SAMORDNING if day > SAMORDNING else 0
    births = []
    for century in (match["century"],) if match["century"] else _CENTURIES:
        try:
            births.append(date(int(century + match["year"]), int(match["month"]), day))
        except ValueError:
            continue
    return births


def _is_unfinished(match: re.Match[str]) -> bool:
    """A date with marks behind it that stand for something else, as in a template."""
    sign = match["gap"].strip()
    return not match["last"].isdigit() and not sign and bool(match["gap"] or match["inner"])


def _kind(match: re.Match[str]) -> Kind:
    last, sign = match["last"], match["gap"].strip()
    only_white = bool(match["gap"]) and not sign
    if not last.isdigit():
        return Kind.HIDDEN
    if _is_range(match, sign):
        return Kind.ELSE
    figures = match["year"] + match["month"] + match["day"] + last
    is_right = last[:3] != "000" and check_digit(figures[:9]) == int(last[3])
    if (match["inner"] and only_white) or sign in {".", "/"}:
        # A date and a year beside each other are far commoner than a number in such a form.
        return Kind.LIKE if is_right and last[:2] not in {"19", "20"} else Kind.ELSE
    if is_right:
        return Kind.NUMBER
    return Kind.ELSE if only_white or match["inner"] not in {"", "-"} else Kind.LIKE


def _is_range(match: re.Match[str], sign: str) -> bool:
    """``20230101-1231``: from the first day of a month to the last of a later one."""
    if not match["century"] or match["inner"] or sign != "-" or match["day"] != "01":
        return False
    year, first = int(match["century"] + match["year"]), int(match["month"])
    month, day = int(match["last"][:2]), int(match["last"][2:])
    if not 1 <= month <= 12 or month == first:  # noqa: PLR2004 - the months of a year
        return False
    return day == monthrange(year if month > first else year + 1, month)[1]
