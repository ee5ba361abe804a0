"""Code frames in the text form, with what matters underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output.framing import framed
from checker.output.lines import Line, Part, Signs, line
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Finding
    from checker.output.framing import Frame, Row
    from checker.output.lines import Style

INDENT = "     "
BESIDE = 3  # the bar between a number and its line, with a blank on each side
FEWEST = 12  # words cut shorter than this say nothing


def frame(
    finding: Finding, source: tuple[str, ...], width: int, signs: Signs, style: Style
) -> Iterator[Line]:
    """The frame of a finding; nothing where the file has no such line."""
    found = framed(finding, source, width - len(INDENT) - BESIDE)
    previous = 0
    for row in found.rows:
        if previous and row.number > previous + 1:
            yield line(f"{INDENT}{'':>{found.gutter}} {signs.gap}", "dim")
        previous = row.number
        yield from _row(row, found, signs, style)
    if found.rest:
        rest = signs.plain(found.rest_words)
        yield line(f"{INDENT}{'':>{found.gutter}} {signs.gap} {rest}", "dim")


def _row(row: Row, found: Frame, signs: Signs, style: Style) -> Iterator[Line]:
    number = f"{INDENT}{row.number:>{found.gutter}} {signs.bar} "
    yield Part(number, "dim"), Part(signs.plain(row.text), "source" if row.primary else "dim")
    if not row.length:
        return
    sign = signs.caret if row.primary else signs.under
    lead = f"{INDENT}{'':>{found.gutter}} {signs.bar} {'':>{row.start}}"
    left = found.room - row.start - row.length - 1
    words = shown(row.words, left) if row.words and left >= FEWEST else ""
    yield (
        Part(lead, "dim"),
        Part(sign * row.length, style if row.primary else "dim"),
        Part(f" {signs.plain(words)}".rstrip(), "dim"),
    )
