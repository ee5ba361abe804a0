"""Whether a text surely speaks of the time after a change of law, or of the time before it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.report import PERIOD, UnsoundError
from checker.times import all_dated

if TYPE_CHECKING:
    from checker.dates import Days
    from checker.report import Item

DAY = timedelta(days=1)
# What shows that a writer knows which of the two acts is meant, or speaks of another time.
_LAW = r"(?:\w*lag(?:en|ens|ar|stiftning\w*)?|sol|lydelsen?|bestämmels\w+|regler\w*)\b"
_AWARE = re.compile(
    rf"upphäv|upphör|upphörde|\b(?:ny|nya|äldre|gamla|tidigare|dåvarande)\s+{_LAW}|2025:400"
    r"|1 juli 2025|2025-07-01|2025-06-30|30 juni 2025|halvårsskiftet|övergångs|\bträd\w+ i kraft"
    r"|ikraft|numera|\bflytta|\bersat|\bersätt(?:s|er)\b|\bmotsvar",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"\b(?:tidigare|gamla|dåvarande|då gällande|gällde|förra|före|innan|fram till)\b", re.IGNORECASE
)
_OF_AFTER = re.compile(r"\b(?:nya?|inför|kommande|kommer|blir|väntas|gäller från)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d:])(?:19|20)\d\d(?![\d:])")
_EARLY_IN_YEAR = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|våren?|vintern|första halvåret)\s+(\d{4})",
    re.IGNORECASE,
)
_WRITTEN = (("rapport", "upprättad"), ("rapport", "beslut", "datum"))
PLANS = frozenset({"planerade_åtgärder", "utvecklingsområden", "planerade", "föreslagna"})


def knows_it_ended(sentence: str, paragraph: str) -> bool:
    """Whether a writer shows to know that something has been replaced."""
    return bool(_OF_BEFORE.search(sentence) or _AWARE.search(paragraph))


def knows_it_comes(sentence: str, paragraph: str) -> bool:
    """Whether a writer shows to know that something is yet to come."""
    return bool(_OF_AFTER.search(sentence) or _AWARE.search(paragraph))


def is_after(item: Item, since: str, grace: int, text: str) -> bool:
    """Whether what a text tells of surely lies after a change: its own dates, and the report's."""
    period, day = _period(item), date.fromisoformat(since) - timedelta(days=grace)
    own = all_dated(item.report, item.route)
    if period.last < day or (own or period).first < day:
        return False
    told = [int(year) for year in _YEAR.findall(text)]
    early = [int(year) for year in _EARLY_IN_YEAR.findall(text)]
    return all(year >= day.year for year in told) and day.year not in early


def is_before(item: Item, since: str, text: str) -> bool:
    """Whether a text surely was written, and what it tells of took place, before a change."""
    report, day = item.report, date.fromisoformat(since)
    period, own = _period(item), all_dated(report, item.route)
    written = [report.values.dates.get(route) for route in _WRITTEN]
    ends = [days.last for days in (period, own, *written) if days]
    # What ended on the day before was written after it.
    if any(end + DAY >= day for end in ends) or PLANS & set(item.route):
        return False
    return all(int(year) < day.year for year in _YEAR.findall(text))


def _period(item: Item) -> Days:
    """The report's period.

    Raises:
        UnsoundError: it is not known.
    """
    if item.report.period is None:
        raise UnsoundError(PERIOD)
    return item.report.period
