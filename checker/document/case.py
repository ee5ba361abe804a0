"""A parser's objection, with what is needed to judge it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.document.line import Line, read_line
from checker.document.model import Fault, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document.building import Builder
    from checker.document.parsing import Problem


@dataclass(frozen=True, slots=True)
class Case:
    """A problem, with what is needed to judge it."""

    problem: Problem
    lines: Sequence[str]
    builder: Builder

    def written(self, number: int) -> str:
        """A line, by its number from 1; nothing beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @property
    def text(self) -> str:
        """The line at which the parser stopped."""
        return self.written(self.problem.line)

    @property
    def line(self) -> Line:
        """The same, taken apart."""
        return read_line(self.text)

    @property
    def character(self) -> str:
        """The character at which it stopped."""
        return self.text[self.problem.column - 1 : self.problem.column]

    @property
    def at_start(self) -> bool:
        """Whether that is the first one on its line."""
        return self.problem.column <= self.line.indent + 1

    def is_behind(self, bracket: str) -> bool:
        """Whether the parser stopped behind a bracket that closes what the value began with."""
        return bracket in self.text[self.line.column - 1 : self.problem.column - 1]

    def before(self, number: int) -> int:
        """The nearest line above another that holds more than a comment; 0 if there is none."""
        number -= 1
        while number > 0 and self.written(number).lstrip()[:1] in {"", "#"}:
            number -= 1
        return number

    def fault(self, code: str, line: int, column: int, *, width: int = 0, **values: str) -> Fault:
        """A fatal fault from a place to the end of the line, or of a given width."""
        end = column + width if width else max(len(self.written(line).rstrip()) + 1, column)
        return Fault(code, Span(line, column, line, end), values, fatal=True)
