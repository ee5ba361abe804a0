"""A text as an eye reads it: plain figures, one kind of dash and space, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[int, int]
"""Where a piece of a text begins and ends."""

_ORDINARY: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\nåäöÅÄÖé§…”’")
_DASHES: Final = frozenset("-\u2043\u2212\u02d7\u2796")
# What people blot figures out with.
_BLOTS: Final = {"\u00d7": "x", "\u2022": "*", "\u25cf": "*", "\u2588": "*", "\u25a0": "*"}
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
# The escapes of double quotes, and the sign that a text goes on in the next line.
_ESCAPE: Final = re.compile(
    r"\\(?:x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})"
    r"|(?P<wrap>\n[ \t]*)|(?P<letter>[0abefvtnrNLP_ ]))"
)
_LETTERS: Final = {"t": " ", "n": "\n", "r": "\n", "N": "\n", "L": "\n", "P": "\n", "_": " "}


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
    if "\\" in text and _ESCAPE.search(text):
        resolved, places = _resolved(text)
        inner = _read(resolved)
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


def _resolved(text: str) -> tuple[str, list[Place]]:
    """The text with its escapes as the characters that they stand for, and where each stands."""
    marks: list[str] = []
    places: list[Place] = []
    done = 0
    for escape in _ESCAPE.finditer(text):
        marks += text[done : escape.start()]
        places += ((at, at + 1) for at in range(done, escape.start()))
        meant = _meant(escape)
        marks += meant
        places += [escape.span()] * len(meant)
        done = escape.end()
    marks += text[done:]
    places += ((at, at + 1) for at in range(done, len(text)))
    return "".join(marks), places


def _meant(escape: re.Match[str]) -> str:
    code = escape["two"] or escape["four"] or escape["eight"]
    if not code:
        return _LETTERS.get(escape["letter"] or "", "")
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else ""  # noqa: PLR2004 - Unicode's end
