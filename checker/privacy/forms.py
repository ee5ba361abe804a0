"""The forms in which a personal identity number is written, and the days that its date can be."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMORDNING: Final = 60
_CENTURIES: Final = ("19", "20", "18")

_MORE: Final = re.compile(r"[-/.: ][0-9]")
# Two figures at the beginning of a row, and where a month should stand: it is many times quicker
# to look for that first.
_START: Final = re.compile(r"[0-9]{2}(?<![0-9]{3})(?=(?:[0-9]{2})?[-./_ ]?[01][0-9])")
# On a text as read: one kind of dash, and spaces for all that is white. What parts the figures of
# the date is the same sign throughout; before the last four a line may break, in a comment too.
_AFTER_CENTURY: Final = (
    r"(?P<year>[0-9]{2})(?P<inner>[-./_ ]?)"
    r"(?P<month>0[1-9]|1[0-2])(?P=inner)(?P<day>[0-9]{2})"
    r"(?P<gap>[ ]{0,2}[-+._/]{0,2}[ ]{0,2}"
    r"|[ ]{0,2}[-+]{0,2}[ ]{0,2}(?:\n[ ]{0,80}){1,3}(?:\#[ ]{0,2}|[-+](?=[0-9]))?)"
    r"(?P<last>[0-9xX*\#?_]{4})(?![0-9])"
    # What goes on as a date is no number: 2023-09-01 - 2024-08-31.
    r"(?!(?<=(?:19|20|xx|XX)[0-9xX]{2})(?P<sign>[-./])[0-9xX]{1,2}(?P=sign)[0-9xX]{1,2}(?![0-9]))"
)
_WRITTEN: Final = re.compile(r"(?P<century>18|19|20)?" + _AFTER_CENTURY)
_SHORT: Final = re.compile(r"(?P<century>)" + _AFTER_CENTURY)


def written(text: str) -> Iterator[re.Match[str]]:
    """Every place of a text as read where figures are written so, overlapping ones too."""
    for start in _START.finditer(text):
        match = _WRITTEN.match(text, start.start())
        if match:
            yield _without_century(match) or match


def _without_century(match: re.Match[str]) -> re.Match[str] | None:
    """Ten figures in bold, **1904121234**: the last are no blots, nor the first a century."""
    if not match["century"] or match["last"].isdigit():
        return None
    short = _SHORT.match(match.string, match.start())
    return short if short and short["last"].isdigit() else None


def births(match: re.Match[str]) -> list[date]:
    """The days on which the holder can be born."""
    day = int(match["day"])
    day -= SAMORDNING if day > SAMORDNING else 0
    if not 1 <= day <= 31:  # noqa: PLR2004 - the days of a month
        return []
    born = []
    for century in (match["century"],) if match["century"] else _CENTURIES:
        try:
            born.append(date(int(century + match["year"]), int(match["month"]), day))
        except ValueError:
            continue
    return born


def is_unfinished(match: re.Match[str]) -> bool:
    """A date with marks behind it that stand for something else, as in a template."""
    sign = match["gap"].strip()
    return not match["last"].isdigit() and not sign and bool(match["gap"] or match["inner"])


def is_grown_on(match: re.Match[str]) -> bool:
    """Whether it is part of something longer: of a case number, of a code with letters."""
    text, start, end = match.string, match.start(), match.end()
    before = text[start - 1] if start else " "
    return before in "-./_" or before.isalpha() or text[end : end + 1].isalpha()


def goes_on(match: re.Match[str]) -> bool:
    """Whether more figures follow at once, as in a telephone number."""
    return _MORE.match(match.string, match.end()) is not None
