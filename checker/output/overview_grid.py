"""A table on a screen: how wide its columns may be, and the lines of a row."""

from __future__ import annotations

import re
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from checker.output.lines import GLUE, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.output.lines import Line, Style
    from checker.overview.page import Table

GAP = "  "
_LINE = re.compile(r"(?<=\brad) (?=\d)")
NARROW = 18  # a column of text is never squeezed below this: its lines would be too many


def widths(table: Table, texts: list[list[str]], width: int) -> list[int] | None:
    """The width of each column, the widest giving way; None where the table does not fit."""
    columns: list[list[str]] = [[column.title] for column in table.columns]
    for row, cells in zip(table.rows, texts, strict=True):
        if row.kind != "group":
            for column, cell in zip(columns, cells, strict=True):
                column.append(cell)
    room = [max(1, *(len(cell) for cell in column)) for column in columns]
    least = [
        min(whole, max(NARROW, _longest_word(column)))
        for whole, column in zip(room, columns, strict=True)
    ]
    excess = sum(room) + len(GAP) * (len(room) - 1) - width
    if sum(room) - sum(least) < excess:
        return None
    for _ in range(excess):
        widest = max(range(len(room)), key=lambda at: (room[at] > least[at], room[at]))
        room[widest] -= 1
    return room


def _longest_word(column: list[str]) -> int:
    return max((len(word) for cell in column for word in cell.split()), default=0)


def fields(
    cells: Sequence[str], room: Sequence[int], numbers: Sequence[bool], styles: Sequence[Style]
) -> Iterator[Line]:
    """A row of cells, each wrapped in its column; numbers stand to the right."""
    wrapped = [_wrapped(cell, wide) for cell, wide in zip(cells, room, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        parts: list[Part] = []
        for piece, wide, number, style in zip(pieces, room, numbers, styles, strict=True):
            parts.append(Part(f"{piece:>{wide}}" if number else f"{piece:<{wide}}", style))
            parts.append(Part(GAP))
        yield tuple(parts[:-1])


def _wrapped(cell: str, wide: int) -> list[str]:
    """The lines of a cell; ``rad`` and its number stay together."""
    glued = _LINE.sub(GLUE, cell)
    rows = textwrap.wrap(glued, wide, break_long_words=False, break_on_hyphens=False)
    return [row.replace(GLUE, " ") for row in rows] or [""]
