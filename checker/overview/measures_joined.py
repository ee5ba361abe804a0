"""Planned measures of two years and what became of them, brought together on lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.overview.page import Place
    from checker.report import Item

BY_NUMBER, BY_ID, BY_WORDS = "number", "id", "text"
KEYS = (BY_NUMBER, BY_ID, BY_WORDS)
LASTING = (BY_ID, BY_WORDS)
"""What joins this year's plan to last year's: its numbers are given anew."""


@dataclass(frozen=True, slots=True)
class Said:
    """A measure as one place tells it, in the author's words.

    Attributes:
        area: the area that it stands in; empty for what is common, None when it is not known.
        place: where it stands.
        item: itself, if it is in the report that is looked at.
        readable: False when its words could not be read.
    """

    number: str
    id: str
    text: str
    area: str | None
    place: Place
    item: Item | None = None
    readable: bool = True


@dataclass(slots=True)
class Line:
    """A measure: as planned last year, as followed up, and as planned now."""

    before: Said | None = None
    followed: Said | None = None
    planned: Said | None = None

    @property
    def told(self) -> tuple[Said, ...]:
        """What tells of it, this year's report first."""
        return tuple(one for one in (self.followed, self.planned, self.before) if one)

    @property
    def area(self) -> str | None:
        """The area; empty for what is common, None when no place that tells of it is known."""
        known = [one.area for one in self.told if one.area is not None]
        return next(filter(None, known), "" if known else None)


def joined(before: Iterable[Said], followed: Iterable[Said], planned: Iterable[Said]) -> list[Line]:
    """Each measure once: joined by number, by id or by the same words, in its area.

    What stands in an area and what is common to the report may be the same measure too.
    """
    lines = [Line(before=one) for one in before]
    lines += [Line(followed=one) for one in _unmatched(lines, followed, KEYS, "followed")]
    lines += [Line(planned=one) for one in _unmatched(lines, planned, LASTING, "planned")]
    return lines


def _unmatched(
    lines: list[Line], found: Iterable[Said], keys: tuple[str, ...], where: str
) -> list[Said]:
    """Puts each on the first free line that it fits; gives back what fits none."""
    left = list(found)
    for key in keys:
        known: dict[str, list[Line]] = {}
        for line in lines:
            for name in {normal(getattr(one, key)) for one in line.told}:
                known.setdefault(name, []).append(line)
        for fits in (_same_area, _common_area):
            waiting, left = left, []
            for said in waiting:
                wanted = normal(getattr(said, key))
                free = (one for one in known.get(wanted, ()) if getattr(one, where) is None)
                place = next((one for one in free if _near(one, said, fits)), None)
                if wanted and place:
                    setattr(place, where, said)
                else:
                    left.append(said)
    return left


def _near(line: Line, said: Said, fits: Callable[[str, str], bool]) -> bool:
    """Whether something on the line is of the same area, or common."""
    return any(
        fits(normal(said.area), normal(one.area))
        for one in line.told
        if said.area is not None and one.area is not None
    )


def _same_area(one: str, other: str) -> bool:
    return one == other


def _common_area(one: str, other: str) -> bool:
    return not (one and other)
