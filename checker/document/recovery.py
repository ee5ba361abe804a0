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
    from collections.abc import Mapping, Sequence

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
    moved: dict[int, int] = {}
    fault, spent = first, 0
    for _ in range(MAX_SYNTAX_ROUNDS):
        if fault.code == "tab":
            edge = -1  # nothing is blanked
            moved[fault.span.line] = moved.get(fault.span.line, 0) + _without_tabs(rest, fault)
        else:
            edge = _blank_out(rest, fault)
        start = _blank_out_what_is_read(rest, fault.span.line - 1)
        parsed = parse("\n".join(rest), rest, parser)
        builder = parsed.builder
        others = [other for other in builder.built.faults if not other.fatal]
        others += find_traps(rest, builder.built)
        found += [_as_written(other, moved) for other in others]
        if parsed.problem is None:
            break
        fault = explain(parsed.problem, rest, builder)
        spent += sum(map(len, rest[start : parsed.problem.line]))
        if _is_echo(rest, fault, edge) or spent > MAX_SYNTAX_CHARACTERS:
            break
        found.append(_as_written(fault, moved))
    return found


def _without_tabs(rest: list[str], fault: Fault) -> int:
    """Indent the line as it was meant to be: what stands on it is sound.

    Returns:
        By how many columns that has moved what stands on the line.
    """
    index = fault.span.line - 1
    above = next((line for line in reversed(rest[:index]) if line.strip()), "")
    dashes = len(above) - len(above.lstrip(" -"))
    opens_block = above.rstrip().endswith(":")
    indent, text = dashes + 2 * opens_block, rest[index].strip()
    by = indent - (len(rest[index]) - len(rest[index].lstrip()))
    rest[index] = " " * indent + text.replace("\t", " ")
    return by


def _as_written(fault: Fault, moved: Mapping[int, int]) -> Fault:
    """A fault where it stands in the file, by how many columns the lines were moved since."""
    if not moved:
        return fault
    related = tuple((_moved_back(span, moved), words) for span, words in fault.related)
    return replace(fault, span=_moved_back(fault.span, moved), related=related)


def _moved_back(span: Span, moved: Mapping[int, int]) -> Span:
    return Span(
        span.line,
        max(span.column - moved.get(span.line, 0), 1),
        span.end_line,
        max(span.end_column - moved.get(span.end_line, 0), 1),
    )


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
