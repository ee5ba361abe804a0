"""A failing case made small: files and lines are left out as long as it fails in the same way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.cases import Case

MOST: Final = 200
"""Attempts: enough for a small report, and soon over."""


def shrunk(case: Case, fails: Callable[[Case], bool]) -> Case:
    """A smaller case that still fails.

    Args:
        case: one that fails.
        fails: whether a case fails in the same way.
    """
    left = MOST
    for at in range(len(case.files)):
        size = max(case.files[at][1].count(b"\n"), 1)
        while size and left > 0:
            begin = 0
            while left > 0 and begin <= case.files[at][1].count(b"\n"):
                smaller = _without(case, at, begin, size)
                left -= 1
                if fails(smaller):
                    case = smaller
                else:
                    begin += size
            size //= 2
    return case


def _without(case: Case, at: int, begin: int, size: int) -> Case:
    name, content = case.files[at]
    lines = content.split(b"\n")
    del lines[begin : begin + size]
    files = (*case.files[:at], (name, b"\n".join(lines)), *case.files[at + 1 :])
    return replace(case, files=files)
