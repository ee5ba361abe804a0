"""Where the pieces of a text stood before others were replaced in it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

Place: TypeAlias = tuple[int, int]
"""Where a piece of a text begins and ends."""


class Shift:
    """What tells where a piece of the new text stood in the old one."""

    def __init__(
        self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str], old: str
    ) -> None:
        """Follows a replacement.

        Args:
            pattern: what was replaced.
            by: by what: one character, or none.
            old: the text before.
        """
        # Where each stretch begins in the new text and in the old; arrays, for a hostile file
        # can have millions of them.
        self._new, self._old = array("q"), array("q")
        new = done = 0
        for match in pattern.finditer(old):
            start, end = match.span()
            if start > done:
                self._begin(new, done)
                new += start - done
            self._begin(new, start)
            new += len(by(match))
            done = end
        self._begin(new, done)
        self._begin(new + len(old) - done, len(old))

    def place(self, start: int, end: int) -> Place:
        """Where a piece of the new text, of one character at least, stood in the old one."""
        first = bisect_right(self._new, start) - 1
        last = bisect_right(self._new, end - 1) - 1
        if end == self._new[last + 1]:  # to the end of all that one character stands for
            stop = self._old[last + 1]
        else:
            stop = self._old[last] + end - self._new[last]
        return self._old[first] + start - self._new[first], stop

    def _begin(self, new: int, old: int) -> None:
        self._new.append(new)
        self._old.append(old)
