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
    lines += [Line(followed=one) for one in _unmatched(lines, followed, KEYS, _put_followed)]
    lines += [Line(planned=one) for one in _unmatched(lines, planned, LASTING, _put_planned)]
    return lines


def _unmatched(
    lines: list[Line],
    found: Iterable[Said],
    keys: tuple[str, ...],
    put: Callable[[Line, Said], bool],
) -> list[Said]:
    """Puts each on the line that it belongs to; gives back what belongs to none."""
    left = list(found)
    for key in keys:
        for same_area in (True, False):
            left = [
                said
                for said in left
                if not any(_fits(line, said, key, same_area) and put(line, said) for line in lines)
            ]
    return left


def _put_followed(line: Line, said: Said) -> bool:
    if line.followed:
        return False
    line.followed = said
    return True


def _put_planned(line: Line, said: Said) -> bool:
    if line.planned:
        return False
    line.planned = said
    return True


def _fits(line: Line, said: Said, key: str, same_area: bool) -> bool:  # noqa: FBT001 - one of two
    wanted = normal(getattr(said, key))
    if not wanted or said.area is None:
        return False
    for one in line.told:
        if one.area is None or normal(getattr(one, key)) != wanted:
            continue
        ours, theirs = normal(said.area), normal(one.area)
        if ours == theirs if same_area else not (ours and theirs):
            return True
    return False
