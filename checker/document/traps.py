"""What YAML accepts in silence although the author meant something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checker.document.line import glued_dash, glued_key
from checker.document.model import Fault, Span
from checker.document.objections import colon_without_space, dash_without_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document.built import Built, Plain
    from checker.document.frame import Frame
    from checker.document.model import Route

_CUT: Final = re.compile(r"#(?=\w)")  # "##" and "#----" are drawn lines, not a text that was cut
_HEADER_WITH_DIGIT: Final = re.compile(r"[|>][-+]?[0-9]")
_CELL: Final = re.compile(
    r"""(?:(?:ca|cirka|drygt|knappt|nära)\ )?
    (?:[<>≤≥]=?\s?)?
    [-+]?\d[\d\s.,]*
    (?:[-–][\d\s.,]+)?
    %? | \.\. | [-–]""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST_TO_SPLIT: Final = 2
# Lists of short names, not of sentences: columns and rows of tables, and the kinds of provider.
_LABEL_LISTS: Final = frozenset({"kolumner", "varav", "år", "delsummor", "utförare"})


def suspects(text: str) -> frozenset[int]:
    """The lines, from 1, with a number sign that a space precedes and a word follows."""
    found: set[int] = set()
    line, counted_to = 1, 0
    for match in _CUT.finditer(text) if "#" in text else ():
        at = match.start()
        if text[at - 1 : at] in {" ", "\t"}:
            line += text.count("\n", counted_to, at)
            counted_to = at
            found.add(line)
    return frozenset(found)


def find_traps(lines: Sequence[str], built: Built) -> Iterator[Fault]:
    """Faults in what was built."""
    for plain in built.plain:
        yield from _plain(lines, plain)
    for route, style in built.styles.items():
        if style in "|>":
            yield from _block_text(lines, route, Span(*built.values[route]))
    for frame in built.flow:
        if frame.mapping is None:
            yield from _flow_list(built, frame)
        else:
            yield from _flow_mapping(lines, built, frame)


def _plain(lines: Sequence[str], plain: Plain) -> Iterator[Fault]:
    first, _, last, end = plain.place
    is_empty = plain.place[:2] == plain.place[2:]
    for number in range(first, last + 1) if not is_empty else ():
        if number != plain.beside:
            yield from _swallowed(lines[number - 1], number, plain.route)
    rest = lines[last - 1][end - 1 :]
    found = _CUT.search(rest)
    if found and rest[: found.start()].strip() in {"", ":"}:
        span = Span(last, end + found.start(), last, end + len(rest.rstrip()))
        # A text that is cut can still be judged; one that is gone cannot.
        yield Fault("comment-cut", span, route=plain.route if is_empty else None)


def _swallowed(written: str, number: int, route: Route) -> Iterator[Fault]:
    """A line of its own that was meant as an entry or an item, and became text."""
    colon, dash = glued_key(written), glued_dash(written)
    if colon is not None:
        yield colon_without_space(number, colon, route)
    elif dash is not None:
        yield dash_without_space(number, dash, route)
    elif written.lstrip().startswith("- "):
        span = Span(number, len(written) - len(written.lstrip()) + 1, number, len(written) + 1)
        yield Fault("indentation", span, route=route)


def _block_text(lines: Sequence[str], route: Route, span: Span) -> Iterator[Fault]:
    if span.line == span.end_line:
        header = lines[span.line - 1][span.column - 1 :]
        if _HEADER_WITH_DIGIT.match(header):
            yield Fault("block-header", span, route=route)
    for number in range(span.line + 1, span.end_line + 1):
        written = lines[number - 1]
        text = written.lstrip()
        if text.startswith("# "):
            column = len(written) - len(text) + 1
            end = len(written.rstrip()) + 1
            yield Fault("comment-in-text", Span(number, column, number, end))


def _flow_mapping(lines: Sequence[str], built: Built, frame: Frame) -> Iterator[Fault]:
    """The first key without a value: a comma, or a reference in braces, was meant as text."""
    for key, value in (frame.mapping or {}).items():
        place = built.keys[(*frame.route, key)]
        after = lines[place[2] - 1][place[3] - 1 :].lstrip()
        if value is None and not after.startswith(":"):
            is_reference = len(frame.mapping or ()) == 1 and after.startswith("}")
            code = "brace-first" if is_reference else "flow-key-without-value"
            yield Fault(code, Span(*place), route=frame.route)
            return


def _flow_list(built: Built, frame: Frame) -> Iterator[Fault]:
    """Prose in brackets that has a comma: the comma made two items of it."""
    is_of_labels = not _LABEL_LISTS.isdisjoint(frame.route[-2:])  # delsummor has its lists by row
    if is_of_labels or len(frame.items) < _FEWEST_TO_SPLIT:
        return
    plain = [
        item
        for index, item in enumerate(frame.items)
        if isinstance(item, str) and (*frame.route, index) not in built.styles
    ]
    if any(" " in item and not _CELL.fullmatch(item) for item in plain):
        yield Fault("flow-comma-text", Span(*frame.start, *frame.end), route=frame.route)
