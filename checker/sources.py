"""The norms that rules cite: when they are in force, and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.dates import Days

WEIGHTS = {
    "law": "lag",
    "regulation": "föreskrift",
    "general_advice": "allmänt råd",
    "guidance": "vägledning",
    "practice": "praxis",
    "definition": "definition",
}
JUDGEMENT, OUTSIDE = COVERAGES = ("judgement", "outside")
VERIFIED, SECONDARY, MEMORY = CONFIDENCES = ("VERIFIED", "SECONDARY", "MEMORY")


@dataclass(frozen=True, slots=True)
class Source:
    """One provision.

    Attributes:
        act: the act's full name, as printed in a citation.
        short: its name where there is little room.
        place: chapter and paragraph.
        weight: a key of ``WEIGHTS``.
        first: the first day in force; None when the register does not know it.
        last: the last day in force; None while it is in force.
        text: what it says, in our own words.
        confidence: VERIFIED (read), SECONDARY (told by another source) or MEMORY (never printed).
        checked: the day on which the entry was last checked.
        how: how it was checked, in words.
        predecessor: the id of the provision of an older act that this one took over from.
        successor: the id of the provision that took over from this one.
        coverage: for what no rule rests on: ``judgement`` or ``outside``.
        reason: why, in Swedish.
    """

    id: str
    act: str
    short: str
    place: str
    weight: str
    first: date | None
    last: date | None
    text: str
    confidence: str
    checked: date | None = None
    how: str = ""
    predecessor: str = ""
    successor: str = ""
    coverage: str = ""
    reason: str = ""

    @property
    def citable(self) -> bool:
        """Whether it may be printed at all."""
        return self.confidence != MEMORY

    def in_force(self, period: Days) -> bool:
        """Whether it is in force on any day of the period."""
        starts_late = self.first is not None and self.first > period.last
        ended_before = self.last is not None and self.last < period.first
        return not starts_late and not ended_before

    def citation(self) -> str:
        """As printed: act, place, weight, dates, and how sure we are."""
        return f"{self.act}, {self.place} ({self._standing()})"

    def brief(self) -> str:
        """The same with the act's short name."""
        return f"{self.short} {self.place} ({self._standing()})"

    def standing_in(self, period: Days | None) -> str:
        """Weight and how sure we are; its dates only where it has not been in force throughout."""
        throughout = period and not self.last and (not self.first or self.first <= period.first)
        return self._standing(dated=not throughout)

    def dates(self) -> str:
        """When it is in force; nothing where it is and the register does not know since when."""
        if self.first and self.last:
            return f"gällde {self.first}\u2013{self.last}"
        if self.first:
            return f"gäller från {self.first}"
        return f"gällde till {self.last}" if self.last else ""

    def _standing(self, *, dated: bool = True) -> str:
        parts = [WEIGHTS[self.weight], *filter(None, [self.dates() if dated else ""])]
        if self.confidence == SECONDARY:
            parts.append("enligt sekundärkälla")
        return ", ".join(parts)


def read_source(key: str, entry: Mapping[str, object]) -> Source:
    """A source from its entry in the register.

    Raises:
        ValueError: a field is missing or has no allowed value; the message names it.
    """
    for name in ("act", "place", "weight", "text", "confidence"):
        if not isinstance(entry.get(name), str):
            raise ValueError(f"{key}: {name} saknas")  # noqa: TRY004 - a fault of the file
    if entry["weight"] not in WEIGHTS:
        raise ValueError(f"{key}: weight är inget av {', '.join(WEIGHTS)}")
    if entry["confidence"] not in CONFIDENCES:
        raise ValueError(f"{key}: confidence är inget av {', '.join(CONFIDENCES)}")
    coverage, reason = str(entry.get("coverage") or ""), str(entry.get("reason") or "")
    if coverage and coverage not in COVERAGES:
        raise ValueError(f"{key}: coverage är inget av {', '.join(COVERAGES)}")
    if bool(coverage) != bool(reason):
        raise ValueError(f"{key}: coverage och reason ska stå tillsammans")
    return Source(
        id=key,
        act=str(entry["act"]),
        short=str(entry.get("short") or entry["act"]),
        place=str(entry["place"]),
        weight=str(entry["weight"]),
        first=_day(key, "from", entry.get("from")),
        last=_day(key, "to", entry.get("to")),
        text=str(entry["text"]),
        confidence=str(entry["confidence"]),
        checked=_day(key, "checked", entry.get("checked")),
        how=str(entry.get("how") or ""),
        predecessor=str(entry.get("predecessor") or ""),
        successor=str(entry.get("successor") or ""),
        coverage=coverage,
        reason=reason,
    )


def _day(key: str, name: str, value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{key}: {name} är inget datum som 2025-07-01") from None
