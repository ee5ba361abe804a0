"""From a parser's objection to a fault that an author understands.

The parsers say where they stopped, seldom what is wrong, and each in its own words: the code is
found from the line as it is written, so that both lead to the same fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checker.document.case import Case
from checker.document.line import glued_dash, glued_key, read_line
from checker.document.objections import colon_without_space, dash_without_space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.document.building import Builder
    from checker.document.model import Fault
    from checker.document.parsing import Problem

_HEADER_WITH_DIGIT: Final = re.compile(r"[|>][-+]?[0-9]")
_NUMBER: Final = re.compile(r"[\d<>≤≥.][\d\s.,%<>=–-]*")
_RESERVED: Final = frozenset("%@`&*!,?-[>|")
_NOTHING: Final = re.compile(r"\s*(?:#.*)?")
_CLOSING: Final = frozenset("]}")
_QUOTES: Final = ("'", '"')


def explain(problem: Problem, lines: Sequence[str], builder: Builder) -> Fault:
    """The fault behind a problem; the kinds are tried in order, and the last one always fits.

    Args:
        problem: the parser's objection.
        lines: the text; a parser that stops at its end stands behind the last line.
        builder: how far it came.
    """
    case = Case(problem, lines, builder)
    for kind in _KINDS:
        fault = kind(case)
        if fault is not None:
            return fault
    line = min(problem.line, max(len(lines), 1)) or 1
    column = min(problem.column or 1, len(case.written(line)) + 1)
    return case.fault("syntax", line, column)


def _no_key(case: Case) -> Fault | None:
    if "simple key" not in case.problem.context:
        return None
    number = case.problem.context_line
    return _glued(case, number) or _whole_line(case, "line-without-key", number)


def _tab(case: Case) -> Fault | None:
    margin = len(case.text) - len(case.text.lstrip())
    found = case.text.find("\t")
    if case.character == "\t":
        found = case.problem.column - 1
    elif not 0 <= found < margin:
        return None
    return case.fault("tab", case.problem.line, found + 1, width=1)


def _percent_line(case: Case) -> Fault | None:
    if "document start" not in case.problem.words:
        return None
    for number in range(case.problem.line, 0, -1):
        if case.written(number).startswith("%"):
            return case.fault("reserved-character", number, 1, width=1, tecken="%")
    return _whole_line(case, "indentation", case.problem.line)


def _block_header(case: Case) -> Fault | None:
    line, column = case.problem.context_line, case.problem.context_column
    if "block scalar" not in case.problem.context or case.problem.line != line:
        return None
    is_greater = case.written(line).startswith(">", column - 1)
    return case.fault("greater-than-first" if is_greater else "text-beside-bar", line, column)


def _open_quote(case: Case) -> Fault | None:
    unfinished = "end of stream" in case.problem.words or "document " in case.problem.words
    if "quoted scalar" not in case.problem.context or not unfinished:
        return None
    return case.fault("quote-open", case.problem.context_line, case.problem.context_column, width=1)


def _backslash(case: Case) -> Fault | None:
    if "quoted scalar" in case.problem.context:
        found = case.text.rfind("\\", 0, case.problem.column)
    elif not case.problem.words:  # the pure parser fails on \U00110000 and says nothing
        found = case.text.find("\\", case.problem.column)
    else:
        return None
    return case.fault("backslash", case.problem.line, found + 1, width=1) if found >= 0 else None


def _colon(case: Case) -> Fault | None:
    if "mapping values" not in case.problem.words or case.text.startswith("---"):
        return None
    number, column = case.problem.line, case.problem.column
    line = case.line
    if line.value.startswith("{") and case.is_behind("}"):
        return case.fault("brace-first", number, line.column)
    if line.key is not None and line.column > column:  # it is the first colon on its line
        above = case.before(number)
        same_margin = read_line(case.written(above)).indent == line.indent
        glued = _glued(case, above) if same_margin else None
        if same_margin and not glued and (opening := _opening_without_colon(case, above)):
            return _whole_line(case, "line-without-key", opening)
        if glued or len(line.key.split()) == 1 or _NUMBER.fullmatch(line.value):
            return glued or _whole_line(case, "indentation", number)
    return case.fault("colon-in-text", number, column, width=1)


def _opening_without_colon(case: Case, number: int) -> int | None:
    """The first line of a block, when it lacks its colon and so became a text."""
    margin = read_line(case.written(number)).indent
    while True:
        line = read_line(case.written(number))
        if line.key is not None or line.indent != margin or not line.value or line.value[0] == "-":
            return None
        above = case.before(number)
        if case.written(above).rstrip().endswith(":"):
            return number
        number = above


def _open_bracket(case: Case) -> Fault | None:
    line, column = case.problem.context_line, case.problem.context_column
    if "flow sequence" not in case.problem.context and "flow mapping" not in case.problem.context:
        opened = case.builder.open_bracket()
        if case.text[case.problem.column - 1 :].strip() or opened is None:
            return None
        line, column = opened
    elif case.problem.line == line and case.character and case.character not in _CLOSING:
        return None
    return _bracket(case, line, column)


def _closing_bracket(case: Case) -> Fault | None:
    if case.character not in _CLOSING:
        return None
    return _bracket(case, case.problem.line, case.problem.column)


def _bracket(case: Case, line: int, column: int) -> Fault:
    written = case.written(line)[column - 1 : column]
    return case.fault("bracket-open", line, column, width=1, tecken=written)


def _reserved(case: Case) -> Fault | None:
    said = (
        "cannot start any token",
        "entries are not allowed",
        "keys are not allowed",
        "node content",
        "undefined tag handle",
    )
    if any(words in case.problem.words for words in said):
        line, column = case.problem.line, case.problem.column
    elif case.problem.context.endswith((" alias", " anchor", " tag")):
        line, column = case.problem.context_line, case.problem.context_column
    else:
        return None
    character = case.written(line)[column - 1 : column]
    if character not in _RESERVED:
        return None
    opened = case.builder.open_bracket()
    if opened and character == "-" and column <= read_line(case.written(line)).indent + 1:
        return _bracket(case, *opened)
    if character == ">":
        return case.fault("greater-than-first", line, column)
    if character == "-" and _NOTHING.fullmatch(case.written(line), column):
        return case.fault("lone-dash", line, column, width=1)
    return case.fault("reserved-character", line, column, width=1, tecken=character)


def _quote_above(case: Case) -> Fault | None:
    """A quotation mark that was closed by what the author meant as the next opening one."""
    last = case.builder.last_scalar
    if last is None or last.style not in _QUOTES:
        return None
    if not last.start_mark.line + 1 < case.problem.line == last.end_mark.line + 1:
        return None
    return case.fault("quote-open", last.start_mark.line + 1, last.start_mark.column + 1, width=1)


def _tail(case: Case) -> Fault | None:
    """Something stands behind a value that was complete."""
    line, number = case.line, case.problem.line
    if case.at_start or case.problem.column < line.column:
        return None
    if line.value.startswith("{"):
        return case.fault("brace-first", number, line.column) if case.is_behind("}") else None
    if line.value.startswith(_QUOTES):
        return case.fault("text-after-quote", number, case.problem.column)
    if line.value[:1] in _RESERVED and (line.value[0] != "[" or case.is_behind("]")):
        return case.fault("reserved-character", number, line.column, width=1, tecken=line.value[0])
    return None


def _margin(case: Case) -> Fault | None:
    if not case.at_start or not case.text.strip():
        return None
    if glued := _glued(case, case.problem.line):
        return glued
    above = case.before(case.problem.line)
    header = read_line(case.written(above))
    if _HEADER_WITH_DIGIT.match(header.value):
        return case.fault("greater-than-first", above, header.column)
    if header.indent == case.line.indent and (glued := _glued(case, above)):
        return glued  # a comment ended what was taken for a text
    return _whole_line(case, "indentation", case.problem.line)


def _glued(case: Case, number: int) -> Fault | None:
    written = case.written(number)
    colon, dash = glued_key(written), glued_dash(written)
    if colon is not None:
        return colon_without_space(number, colon)
    return dash_without_space(number, dash) if dash is not None else None


def _whole_line(case: Case, code: str, number: int) -> Fault:
    return case.fault(code, number, read_line(case.written(number)).indent + 1)


_KINDS: Final[tuple[Callable[[Case], Fault | None], ...]] = (
    _no_key,
    _tab,
    _percent_line,
    _block_header,
    _open_quote,
    _backslash,
    _colon,
    _open_bracket,
    _closing_bracket,
    _reserved,
    _quote_above,
    _tail,
    _margin,
)
