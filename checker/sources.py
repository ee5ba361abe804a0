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

    def _standing(self) -> str:
        parts = [WEIGHTS[self.weight]]
        if self.first and self.last:
            parts.append(f"gällde {self.first}\u2013{self.last}")
        elif self.first:
            parts.append(f"gäller från {self.first}")
        elif self.last:
            parts.append(f"gällde till {self.last}")
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
    )


def _day(key: str, name: str, value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{key}: {name} är inget datum som 2025-07-01") from None
