"""Personal identity numbers: masking them wherever foreign text is about to be shown."""

from __future__ import annotations

import re
from datetime import date

HIDDEN = "ÅÅMMDD-XXXX"

# Folkbokföringslagen 18 § and lagen om samordningsnummer 2 kap. 8 §: a date, where a
# samordningsnummer adds 60 to the day, then three figures and a check digit. Any kind of dash,
# a plus sign (from the year of turning 100), space, marks that nobody sees, or nothing parts them.
_NUMBER = re.compile(
    r"(?<!\d)(?P<century>(?:18|19|20)?)(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,2}[-+\u2010-\u2015\u2212]?"
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,2}\d{4}(?!\d)"
)
_DASHED = re.compile(r"(?<![\d-])(?:18|19|20)\d\d-\d\d-\d\d[-+]?\d{4}(?![\d-])")
_SAMORDNING = 60


def mask(text: str) -> str:
    """The text with every possible personal identity number replaced by ``ÅÅMMDD-XXXX``.

    Masks on form and date alone, without the check digit: a mistyped number is still a
    person's, and masking one number too many harms nobody.
    """
    return _NUMBER.sub(_masked, _DASHED.sub(HIDDEN, text))


def _masked(found: re.Match[str]) -> str:
    day = int(found["day"])
    if day > _SAMORDNING:
        day -= _SAMORDNING
    for century in (found["century"] or "19", "20"):
        try:
            date(int(century + found["year"]), int(found["month"]), day)
        except ValueError:
            continue
        return HIDDEN
    return found[0]
