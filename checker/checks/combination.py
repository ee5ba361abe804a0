"""A check of what together can point at a person: exact age or day, sex and unit in one case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checker.checks.conditions import label
from checker.finding import Problem
from checker.privacy.details import find_details
from checker.rule import FORBID
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """What together can point at somebody.

    Attributes:
        texts: dotted paths of the fields that tell what happened.
        unit: the dotted path of the field that names the unit.
        day: the dotted path of the field that dates it.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    texts: tuple[str, ...]
    unit: str
    day: str


_MONTHS: Final = "jan|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec"
_AGE: Final = re.compile(
    r"\b[0-9]{1,3}[- ]?åri(?:g|ga|gt|ng|ngen|ngs)\b"
    r"|\b[0-9]{1,3} (?:år|månader|veckor) gam(?:mal|malt|la)\b|[(,] ?[0-9]{1,3} år ?[),.]"
)
_ISO: Final = r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"
_DATE: Final = re.compile(rf"\b{_ISO}\b|\b[0-3]?[0-9] (?:{_MONTHS})\w*\b")
# "Man" alone is also "one", and "far" is what one does badly: only with a word that tells.
_SEX: Final = re.compile(
    r"\b(?:mannen|kvinn(?:a|an|ans)|pojk(?:e|en|ens)|flick(?:a|an|ans)|kille\w?|tjej(?:en)?"
    r"|sonen|dotter\w?|mamma\w?|pappa\w?|modern|fadern|hustrun|maken|makan|hon|henne|hennes|han"
    r"|honom|hans|(?:en|sin|hans|hennes|årig|äldre|yngre|ung|gammal)"
    r" (?:man|far|mor|son|make|maka))\b",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"\b(?:[Ee]nheten|[Aa]vdelningen|\w*[Bb]oendet|[Gg]ruppbostaden|[Ss]ervicebostaden"
    r"|[Hh]emtjänsten|[Ss]kolan|[Ff]örskolan|HVB-hemmet) [A-ZÅÄÖ]\w+"
)


def combination(item: Item, ask: Combination) -> Iterator[Problem]:
    """Exact age or day, sex and unit do not all stand in one case."""
    text = "\n".join(_texts(item, ask.texts))
    exact_day = re.fullmatch(_ISO, item.text(ask.day)) or _DATE.search(_without_births(text))
    found = {
        "exakt ålder": bool(_AGE.search(text)),
        "exakt datum": bool(exact_day),
        "kön": bool(_SEX.search(text)),
        "enhet": bool(item.text(ask.unit) or _UNIT.search(text)),
    }
    is_exact = found["exakt ålder"] or found["exakt datum"]
    if is_exact and found["kön"] and found["enhet"]:
        told = [name for name, stands in found.items() if stands]
        yield Problem(item.route, {"vad": label(item), "uppgifter": listed(told)})


def _without_births(text: str) -> str:
    """The text without birth dates, which the privacy guard tells by themselves."""
    for one in find_details(text, "birth"):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _texts(item: Item, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        value = item.get(path)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield text
