"""What a code frame holds: the lines of a report that a finding is about, safe to be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.privacy.masking import STRETCH, concealed
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document.model import Document, Span
    from checker.finding import Finding

MOST_RELATED = 6  # places drawn beside the primary one; the others are told by line number


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report.

    Attributes:
        text: as it may be shown.
        start: where in the text the place begins, from 0.
        length: how much of it is marked; 0 for nothing.
        words: about the place, not yet cut; empty where the line says them itself.
    """

    number: int
    text: str
    primary: bool
    start: int = 0
    length: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A code frame; without rows where the file has no such line.

    Attributes:
        gutter: the width of its line numbers.
        room: the width of its lines.
        rest: the lines that are not drawn.
    """

    rows: tuple[Row, ...]
    gutter: int = 0
    room: int = 0
    rest: tuple[int, ...] = ()

    @property
    def rest_words(self) -> str:
        """``och 2 ställen till: rad 7, 8``; empty for none."""
        if not self.rest:
            return ""
        where = ", ".join(map(str, self.rest))
        many = len(self.rest)
        text = f"och {many} ställen till: rad {where}" if many > 1 else f"och rad {where}"
        return shown(text, self.room)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place to draw."""

    span: Span
    words: str
    is_primary: bool


def framed(finding: Finding, source: tuple[str, ...], width: int) -> Frame:
    """The frame of a finding.

    Args:
        finding: whose places in its own file are drawn.
        source: the lines of the file.
        width: of a line and its number together.
    """
    related = [one for one in finding.related if one.file == finding.file]
    marks = [_Mark(finding.span, "", is_primary=True)]
    marks += [_Mark(one.span, one.message, is_primary=False) for one in related[:MOST_RELATED]]
    marks = [mark for mark in marks if 0 < mark.span.line <= len(source)]
    if not marks:
        return Frame(())
    gutter = max(len(str(mark.span.line)) for mark in marks)
    rest = tuple(one.span.line for one in related[MOST_RELATED:])
    rows = tuple(_rows(marks, source, width - gutter))
    return Frame(rows, gutter, width - gutter, rest)


def stands_somewhere(finding: Finding, document: Document) -> bool:
    """Whether there is a line to show: what the whole report lacks stands nowhere in it."""
    data = document.data
    return data is None or len(finding.route) != 1 or finding.route[0] in data


def _rows(marks: Sequence[_Mark], source: tuple[str, ...], room: int) -> Iterator[Row]:
    for number in sorted({mark.span.line for mark in marks}):
        here = [mark for mark in marks if mark.span.line == number]
        begin = _begin(here, len(source[number - 1]))
        own = source[number - 1][begin : begin + STRETCH]
        here = [_moved(mark, begin) for mark in here]
        yield _row(_drawn(here), own, concealed(source, number - 1, begin), room)


def _begin(marks: Sequence[_Mark], length: int) -> int:
    """Where to begin in a line: near what is drawn, where nobody would read the whole."""
    if length <= STRETCH:
        return 0
    return max(0, _drawn(marks).span.column - STRETCH // 2)


def _moved(mark: _Mark, by: int) -> _Mark:
    """The mark in a line of which the beginning has been left out."""
    span = mark.span
    moved = replace(span, column=span.column - by, end_column=span.end_column - by)
    return replace(mark, span=moved) if by else mark


def _drawn(marks: Sequence[_Mark]) -> _Mark:
    """The mark of a line that is drawn, where there are several."""
    return next((one for one in marks if one.is_primary), marks[0])


def _row(mark: _Mark, source: str, masked: str, room: int) -> Row:
    start, text = _window(masked, mark.span.column - 1, room)
    whole = start + len(text) >= len(masked)
    safe = shown(text if whole else text[:-1] + "…", room)[:room]
    row = Row(mark.span.line, safe, mark.is_primary)
    told = mark.words and mark.words not in text
    # What has been masked has moved: a mark would point at the wrong thing.
    if masked != source or (whole and safe != text) or not (mark.is_primary or told):
        return row
    offset = min(mark.span.column - 1 - start, room - 1)
    length = _length(mark.span, source, len(text) - offset)
    return replace(row, start=offset, length=length, words=mark.words if told else "")


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
