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


def mask(text: str) -> str:
    """The text with every possible personal identity number replaced by ``ÅÅMMDD-XXXX``.

    Masks on form and date alone, without the check digit: a mistyped number is still a
    person's, and masking one number too many harms nobody.
    """
    if len(text) < _FEWEST:
        return text
    return _replaced(text, ((one.start, one.end) for one in find_numbers(text)), HIDDEN)


def concealed(lines: Sequence[str], at: int) -> str:
    """A line of a file as it may be shown.

    Beside numbers, those too that a line break parts, no line shows a birth date, an address of
    e-mail, a telephone number or a reservnummer: a code frame is for what is wrong, not for whom.

    Args:
        lines: the lines of the file.
        at: the line's place among them, from 0.
    """
    first = max(0, at - _AROUND)
    text = "\n".join(lines[first : at + _AROUND + 1])
    details = ((one.start, one.end) for one in find_details(text))
    text = _replaced(text, details, CONCEALED, keep_lines=True)
    numbers = ((one.start, one.end) for one in find_numbers(text))
    return _replaced(text, numbers, HIDDEN, keep_lines=True).split("\n")[at - first]


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
