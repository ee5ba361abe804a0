"""One text, one parse: the fast parser first, the exact one when it objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from checker.document.building import Builder
from checker.document.events import c_available, events
from checker.document.limits import MAX_BYTES_PURE
from checker.document.objections import Stop
from checker.document.traps import suspects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document.events import Parser
    from checker.document.model import Fault

Choice: TypeAlias = Literal["auto", "c", "pure"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A parser's objection, in its own words, which are never shown; lines and columns from 1."""

    words: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a parse left.

    Attributes:
        builder: what was built until the end, or until the text could not be read on.
        problem: the parser's objection.
        stop: our own.
    """

    builder: Builder
    problem: Problem | None = None
    stop: Fault | None = None


def chosen(parser: Choice) -> Parser:
    """The parser to begin with."""
    if parser == "auto":
        return "c" if c_available() else "pure"
    return parser


def parse(text: str, lines: Sequence[str], parser: Choice) -> Parsed:
    """The text as built from events; never raises.

    libyaml is of 2016 and refuses some valid YAML, such as ``[SOSFS 2011:9]``: what it refuses is
    given to the pure parser, which also says more clearly what is wrong.
    """
    first = chosen(parser)
    doubtful = suspects(text)
    parsed = _run(text, Builder(lines, doubtful), first)
    if parsed.problem and parser == "auto" and first == "c" and len(text) <= MAX_BYTES_PURE:
        return _run(text, Builder(lines, doubtful), "pure")
    return parsed


def _run(text: str, builder: Builder, parser: Parser) -> Parsed:
    try:
        handlers = builder.handlers
        for event in events(text, parser):
            handlers[event.__class__.__name__](event)
    except Stop as stop:
        return Parsed(builder, stop=stop.fault)
    except ImportError:  # our installation, not the file
        raise
    except Exception as error:  # noqa: BLE001 - the parsers raise far more than their own errors
        return Parsed(builder, problem=_problem(error, builder))
    return Parsed(builder)


def _problem(error: Exception, builder: Builder) -> Problem:
    line, column = _place(getattr(error, "problem_mark", None) or _last_mark(builder))
    context_line, context_column = _place(getattr(error, "context_mark", None))
    return Problem(
        words=str(getattr(error, "problem", None) or ""),
        context=str(getattr(error, "context", None) or ""),
        line=line,
        column=column,
        context_line=context_line or line,
        context_column=context_column or column,
    )


def _last_mark(builder: Builder) -> Any:
    return builder.last_scalar.end_mark if builder.last_scalar is not None else None


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
