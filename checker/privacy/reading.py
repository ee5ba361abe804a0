"""A text as an eye reads it: plain figures, one kind of dash and space, nothing invisible."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checker.privacy.escapes import Place, has_escapes, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ORDINARY: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\nåäöÅÄÖé§…”’")
_DASHES: Final = frozenset("-\u2043\u2212\u02d7\u2796")
# What people blot figures out with.
_BLOTS: Final = {"\u00d7": "x", "\u2022": "*", "\u25cf": "*", "\u2588": "*", "\u25a0": "*"}
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})


class Reading(NamedTuple):
    """A text as read.

    Attributes:
        text: what is read.
        places: where each character of it stands; None where nothing has moved.
    """

    text: str
    places: Sequence[Place] | None

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of what is read stands in the text itself."""
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]


def readings(text: str) -> Iterator[Reading]:
    """The text as it stands and, where it has backslashes, with escapes resolved.

    Both, for nobody knows from a line alone whether a backslash stands in double quotes.
    """
    yield _read(text)
    if has_escapes(text):
        whole, places = resolved(text)
        inner = _read(whole)
        yield Reading(
            inner.text,
            [places[at[0]] for at in inner.places] if inner.places is not None else places,
        )


def _read(text: str) -> Reading:
    odd = set(text) - _ORDINARY
    if not odd:
        return Reading(text, None)
    table = {mark: _plain(mark) for mark in odd}
    if all(table.values()):
        return Reading(text.translate({ord(mark): to for mark, to in table.items()}), None)
    kept = [(at, seen) for at, mark in enumerate(text) if (seen := table.get(mark, mark))]
    return Reading("".join(seen for _, seen in kept), [(at, at + 1) for at, _ in kept])


@lru_cache(maxsize=4096)
def _plain(mark: str) -> str:
    """What one character is read as: one character, or nothing."""
    if mark in "\t\r":
        return " "
    if mark in "\x85\u2028\u2029":
        return "\n"
    same = unicodedata.normalize("NFKC", mark)
    mark = same if len(same) == 1 else mark
    figure = unicodedata.digit(mark, None)
    if figure is not None:
        return str(figure)
    category = unicodedata.category(mark)
    if category in _UNSEEN:
        return ""
    if category == "Pd" or mark in _DASHES:
        return "-"
    return " " if category == "Zs" else _BLOTS.get(mark, mark)
