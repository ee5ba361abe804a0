"""Masking: what tells who a person is goes out of a text before anybody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.privacy.details import find_details
from checker.privacy.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HIDDEN = "ÅÅMMDD-XXXX"
CONCEALED = "[dolt]"
_AROUND = 3  # lines: a number does not go on further than that
_FEWEST = 10  # characters, for a number
STRETCH = 20_000  # characters of a line: none that people write is as long
_EDGE = 500  # characters where a stretch is cut, for a number may be cut there too


def mask(text: str) -> str:
    """The text with every possible personal identity number replaced by ``ÅÅMMDD-XXXX``.

    Masks on form and date alone, without the check digit: a mistyped number is still a
    person's, and masking one number too many harms nobody.
    """
    if len(text) < _FEWEST:
        return text
    return _replaced(text, ((one.start, one.end) for one in find_numbers(text)), HIDDEN)


def without_details(text: str) -> str:
    """A text of a case as it may be copied elsewhere: with nothing that points at a person."""
    text = mask(text)  # first: a birth date would else be taken out of its number
    return _replaced(text, ((one.start, one.end) for one in find_details(text)), CONCEALED)


def concealed(lines: Sequence[str], at: int, begin: int = 0) -> str:
    """A line of a file as it may be shown, or a stretch of it where it is very long.

    Beside numbers, those too that a line break parts, no line shows a birth date, an address of
    e-mail, a telephone number or a reservnummer: a code frame is for what is wrong, not for whom.

    Args:
        lines: the lines of the file.
        at: the line's place among them, from 0.
        begin: where in the line the stretch begins.
    """
    first, end = max(0, at - _AROUND), begin + STRETCH
    before = [line[-STRETCH:] for line in lines[first:at]]
    after = [line[:STRETCH] for line in lines[at + 1 : at + _AROUND + 1]]
    own = lines[at][begin:end]
    text = "\n".join((*before, own, *after))
    details = ((one.start, one.end) for one in find_details(text))
    text = _replaced(text, details, CONCEALED, keep_lines=True)
    numbers = ((one.start, one.end) for one in find_numbers(text))
    safe = _replaced(text, numbers, HIDDEN, keep_lines=True).split("\n")[at - first]
    if safe == own:
        return own
    return safe[_EDGE if begin else 0 : -_EDGE if end < len(lines[at]) else None]


def _replaced(
    text: str, places: Iterable[tuple[int, int]], by: str, *, keep_lines: bool = False
) -> str:
    """The text with something else at some places; if so wanted, on each line of such a place."""
    parts, done = [], 0
    for start, end in sorted(places):
        if end <= done:
            continue
        if start >= done:
            parts += [text[done:start], by]
        if keep_lines:
            parts += [f"\n{by}"] * text.count("\n", max(start, done), end)
        done = end
    return "".join((*parts, text[done:]))
