"""What else points at a person: birth dates, addresses of e-mail, telephone and reservnummer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from checker.privacy.reading import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

Sort: TypeAlias = Literal["birth", "email", "phone", "reserve"]

_MONTHS: Final = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
)
_DAY: Final = (
    r"(?:(?:18|19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:18|19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    rf"|[0-3]?[0-9][ ](?:{_MONTHS})[ ](?:18|19|20)[0-9]{{2}}"
    r"|[0-3]?[0-9]/[01]?[0-9][ ]?-?[ ]?(?:18|19|20)[0-9]{2})(?![0-9])"
)
# Where an office is reached, and no person: an address of e-mail before its @, and numbers that
# stand for no place and no subscriber.
_OFFICE: Final = (
    "registrator|registratur|diarie[a-z]{0,12}|info|kontakt|kontaktcenter|kundtjanst|kommun|kommunen"
    "|social[a-z]{1,30}|dataskydd[a-z]{0,12}|lexsarah|reception|vaxeln?"
)
_OFFICE_CODES: Final = "10|20|200|77[0-9]"
# On a text as read; a bound on every repetition keeps each linear.
_PATTERNS: Final[dict[Sort, re.Pattern[str]]] = {
    # Combining marks are not read, so that ö may have come apart.
    "birth": re.compile(
        r"[fF](?<!\w[fF])(?:[öo](?:dd|ddes|delsedatum|delsedag|delsetid)|(?<!\.[fF])\.)"
        rf"[ \n]?:?[ \n]{{0,3}}(?:den[ \n])?(?P<what>{_DAY})",
    ),
    "email": re.compile(
        rf"(?<![\w.+-])(?!(?i:{_OFFICE})@)(?P<what>"
        r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})(?!\w)"
    ),
    # An area code, a sign or a space, and groups of two or three; or a mobile number in a row.
    "phone": re.compile(
        rf"(?P<what>[+0](?<![\w/.:-].)(?!(?:(?<=0)|46[ ]?(?:\(0\))?)(?:{_OFFICE_CODES})[-/ ])(?:"
        r"(?:(?<=\+)46[ ]?(?:\(0\)[ ]?)?[1-9][0-9]{0,2}"
        # "08 12 16 20" are hours: Stockholm has groups of three first.
        r"|(?<=0)(?:8(?![ ][0-9]{2}[ ])|[1-9][0-9]{1,2}))"
        r"[ ]?[-/ ][ ]?(?=(?:[ ]?[0-9]){5})[0-9]{2,3}(?:[ ]?[0-9]{2,3}){1,3}+"
        r"|(?:(?<=\+)46[ ]?|(?<=0))7[0-9]{8}))(?![-/:.]?\w)"
    ),
    # Stockholm; a birth date with a letter among its last four signs (Västra Götaland, Värmland,
    # Skåne); the national form, where letters take the place of the century.
    "reserve": re.compile(
        r"(?<!\w)(?P<what>99(?:19|20)[0-9]{2}[0-9]{6}"
        r"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])-?"
        r"(?!X{4})(?=[0-9]{0,3}[A-Z])[0-9A-Z]{3}[0-9]"
        r"|[A-Z]{2}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9A-Z]{2}[0-9A-Z][0-9])"
        r"(?!\w)"
    ),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """Something that points at a person, and where it stands."""

    sort: Sort
    start: int
    end: int


def find_details(text: str, *sorts: Sort) -> Iterator[Detail]:
    """What points at a person in a text: of these sorts, or of all."""
    for reading in readings(text):
        for sort in sorts or _PATTERNS:
            for match in _PATTERNS[sort].finditer(reading.text):
                yield Detail(sort, *reading.place(*match.span("what")))
