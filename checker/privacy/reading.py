"""A text as an eye reads it: plain figures, one kind of dash and space, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final

from checker.privacy.escapes import ESCAPE, meant
from checker.privacy.shift import Shift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.privacy.shift import Place

_ORDINARY: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\nåäöÅÄÖé§…”’")
_DASHES: Final = frozenset("-\u2043\u2212\u02d7\u2796")
# What people blot figures out with.
_BLOTS: Final = {"\u00d7": "x", "\u2022": "*", "\u25cf": "*", "\u2588": "*", "\u25a0": "*"}
_MOST: Final = 1024**2  # characters: no report is as long, and a hostile one is not to cost minutes
_GONE: Final = "\0"
_ALL_GONE: Final = re.compile(f"{_GONE}+")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})


@dataclass(frozen=True)
class Reading:
    """A text as read.

    Attributes:
        text: what is read.
        makers: what has moved in it, the last first; reckoned only when somebody asks for a place.
    """

    text: str
    makers: tuple[Callable[[], Shift], ...] = ()

    @cached_property
    def _shifts(self) -> list[Shift]:
        return [make() for make in self.makers]

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of what is read stands in the text itself."""
        for shift in self._shifts:
            start, end = shift.place(start, end)
        return start, end


def readings(text: str) -> Iterator[Reading]:
    """The text as it stands and, where it has backslashes, with escapes resolved.

    Both, for nobody knows from a line alone whether a backslash stands in double quotes.
    """
    yield _read(text)
    if "\\" in text and len(text) <= _MOST:
        whole = ESCAPE.sub(meant, text)
        if whole != text:
            inner = _read(whole)
            yield Reading(inner.text, (*inner.makers, partial(Shift, ESCAPE, meant, text)))


def _read(text: str) -> Reading:
    odd = set(text) - _ORDINARY
    if not odd:
        return Reading(text)
    read = text.translate({ord(mark): _plain(mark) or _GONE for mark in odd})
    if _GONE not in read:
        return Reading(read)
    return Reading(read.replace(_GONE, ""), (partial(Shift, _ALL_GONE, _nothing, read),))


def _nothing(_: object) -> str:
    return ""


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
