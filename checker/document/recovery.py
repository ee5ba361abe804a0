"""The syntax faults after the first: faulty lines are blanked out, the rest is read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checker.document.limits import (
    MAX_BYTES_PURE,
    MAX_SYNTAX_CHARACTERS,
    MAX_SYNTAX_ROUNDS,
)
from checker.document.line import read_line
from checker.document.model import Span
from checker.document.parsing import parse
from checker.document.syntax import explain
from checker.document.traps import find_traps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.document.model import Fault
    from checker.document.parsing import Choice

# Faults that name no certain cause: directly behind lines that were blanked out they may well be
# caused by that.
_VAGUE: Final = frozenset({"syntax", "indentation", "line-without-key", "bracket-open"})


def further_faults(lines: Sequence[str], first: Fault, parser: Choice) -> list[Fault]:
    """What else can be found in a text with a syntax fault, of any kind.

    Args:
        lines: the text.
        first: its first syntax fault.
        parser: the parser that is asked for.
    """
    found: list[Fault] = []
    if sum(map(len, lines)) > MAX_BYTES_PURE:  # no report; each round would take seconds
        return found
    rest = list(lines)
    shifts: dict[int, int] = {}
    fault, spent = first, 0
    for _ in range(MAX_SYNTAX_ROUNDS):
        if fault.code == "tab":
            edge = -1
            shifts[fault.span.line] = _without_tabs(rest, fault)
        else:
            edge = _blank_out(rest, fault)
        start = _blank_out_what_is_read(rest, fault.span.line - 1)
        parsed = parse("\n".join(rest), rest, parser)
        builder = parsed.builder
        others = [other for other in builder.built.faults if not other.fatal]
        found += _as_written((*others, *find_traps(rest, builder.built)), shifts)
        if parsed.problem is None:
            break
        fault = explain(parsed.problem, rest, builder)
        spent += sum(map(len, rest[start : parsed.problem.line]))
        if _is_echo(rest, fault, edge) or spent > MAX_SYNTAX_CHARACTERS:
            break
        found += _as_written([fault], shifts)
    return found


def _as_written(faults: Iterable[Fault], shifts: Mapping[int, int]) -> Iterator[Fault]:
    """The faults where they stand in the text, whose lines may have been indented anew."""
    for fault in faults:
        span = fault.span
        column = span.column - shifts.get(span.line, 0)
        end = span.end_column - shifts.get(span.end_line, 0)
        yield replace(fault, span=Span(span.line, column, span.end_line, end))


def _without_tabs(rest: list[str], fault: Fault) -> int:
    """Indent the line as it was meant to be: what stands on it is sound. How far it moved."""
    index = fault.span.line - 1
    above = next((line for line in reversed(rest[:index]) if line.strip()), "")
    dashes = len(above) - len(above.lstrip(" -"))
    opens_block = above.rstrip().endswith(":")
    words = rest[index].strip().replace("\t", " ")
    before = len(rest[index]) - len(rest[index].lstrip())
    rest[index] = " " * (dashes + 2 * opens_block) + words
    return dashes + 2 * opens_block - before


def _blank_out(rest: list[str], fault: Fault) -> int:
    """Blank out the faulty line with what belongs to it; the index of the next line with words."""
    index = fault.span.line - 1
    margin = read_line(rest[index]).indent if index < len(rest) else 0
    deepest = margin if fault.code == "indentation" else margin + 1
    while index < len(rest):
        rest[index] = ""
        index += 1
        if index < len(rest) and rest[index].strip() and read_line(rest[index]).indent < deepest:
            break
    return index


def _blank_out_what_is_read(rest: list[str], index: int) -> int:
    """Blank out the top-level entries before a line, which are known to be sound."""
    start = min(index, len(rest) - 1)
    while start > 0 and not _begins_entry(rest[start]):
        start -= 1
    rest[:start] = [""] * start
    return start


def _begins_entry(written: str) -> bool:
    return written[:1] not in {"", " ", "\t", "-", "#"} and read_line(written).key is not None


def _is_echo(rest: Sequence[str], fault: Fault, edge: int) -> bool:
    """Whether a fault is not new, or comes from the blanking itself."""
    index = fault.span.line - 1
    is_blank = index >= len(rest) or not rest[index].strip()
    return is_blank or (fault.code in _VAGUE and index <= edge)
