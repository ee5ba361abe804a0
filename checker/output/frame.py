"""Code frames: the lines of a report that a finding is about, with what matters underlined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.output.lines import Line, Part, Signs, line
from checker.privacy.masking import STRETCH, concealed
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.document.model import Span
    from checker.finding import Finding
    from checker.output.lines import Style

MOST_RELATED = 6  # places drawn beside the primary one; the others are told by line number
INDENT = "     "
FEWEST = 12  # words cut shorter than this say nothing


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place to draw."""

    span: Span
    words: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class _Pen:
    """How the frame is drawn: the width of line numbers, the room beside them, signs, colour."""

    gutter: int
    room: int
    signs: Signs
    style: Style


def frame(
    finding: Finding, source: tuple[str, ...], width: int, signs: Signs, style: Style
) -> Iterator[Line]:
    """The frame of a finding; nothing where the file has no such line."""
    related = [one for one in finding.related if one.file == finding.file]
    marks = [_Mark(finding.span, "", is_primary=True)]
    marks += [_Mark(one.span, one.message, is_primary=False) for one in related[:MOST_RELATED]]
    marks = [mark for mark in marks if 0 < mark.span.line <= len(source)]
    if not marks:
        return
    gutter = max(len(str(mark.span.line)) for mark in marks)
    pen = _Pen(gutter, width - len(INDENT) - gutter - 3, signs, style)
    previous = 0
    for number in sorted({mark.span.line for mark in marks}):
        if previous and number > previous + 1:
            yield line(f"{INDENT}{'':>{gutter}} {signs.gap}", "dim")
        previous = number
        here = [mark for mark in marks if mark.span.line == number]
        begin = _begin(here, len(source[number - 1]))
        own = source[number - 1][begin : begin + STRETCH]
        here = [_moved(mark, begin) for mark in here]
        yield from _line(here, own, concealed(source, number - 1, begin), pen)
    yield from _the_rest([one.span.line for one in related[MOST_RELATED:]], pen)


def _begin(marks: list[_Mark], length: int) -> int:
    """Where to begin in a line: near what is drawn, where nobody would read the whole."""
    if length <= STRETCH:
        return 0
    return max(0, _drawn(marks).span.column - STRETCH // 2)


def _moved(mark: _Mark, by: int) -> _Mark:
    """The mark in a line of which the beginning has been left out."""
    span = mark.span
    moved = replace(span, column=span.column - by, end_column=span.end_column - by)
    return replace(mark, span=moved) if by else mark


def _drawn(marks: list[_Mark]) -> _Mark:
    """The mark of a line that is drawn, where there are several."""
    return next((one for one in marks if one.is_primary), marks[0])


def _line(marks: list[_Mark], source: str, masked: str, pen: _Pen) -> Iterator[Line]:
    mark = _drawn(marks)
    start, text = _window(masked, mark.span.column - 1, pen.room)
    whole = start + len(text) >= len(masked)
    safe = shown(text if whole else text[:-1] + "…", pen.room)[: pen.room]
    number = f"{INDENT}{mark.span.line:>{pen.gutter}} {pen.signs.bar} "
    yield Part(number, "dim"), Part(pen.signs.plain(safe), "source" if mark.is_primary else "dim")
    told = mark.words and mark.words not in text
    if masked != source or (whole and safe != text) or not (mark.is_primary or told):
        return
    offset = min(mark.span.column - 1 - start, pen.room - 1)
    length = _length(mark.span, source, len(text) - offset)
    sign = pen.signs.caret if mark.is_primary else pen.signs.under
    lead = f"{INDENT}{'':>{pen.gutter}} {pen.signs.bar} {'':>{offset}}"
    left = pen.room - offset - length - 1
    words = shown(mark.words, left) if told and left >= FEWEST else ""
    yield (
        Part(lead, "dim"),
        Part(sign * length, pen.style if mark.is_primary else "dim"),
        Part(f" {pen.signs.plain(words)}".rstrip(), "dim"),
    )


def _window(source: str, column: int, room: int) -> tuple[int, str]:
    """The part of a long line that holds the column, and where it begins."""
    if len(source) <= room:
        return 0, source
    start = max(0, min(column - 4, len(source) - room))
    if column < room // 2:
        start = 0
    return start, source[start : start + room]


def _length(span: Span, source: str, most: int) -> int:
    last = span.end_column if span.end_line == span.line else len(source.rstrip()) + 1
    return max(1, min(last - span.column, most))


def _the_rest(rows: list[int], pen: _Pen) -> Iterator[Line]:
    if not rows:
        return
    where = ", ".join(str(row) for row in rows)
    text = f"och {len(rows)} ställen till: rad {where}" if len(rows) > 1 else f"och rad {where}"
    text = pen.signs.plain(shown(text, pen.room))
    yield line(f"{INDENT}{'':>{pen.gutter}} {pen.signs.gap} {text}", "dim")
