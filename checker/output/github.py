"""The form for GitHub Actions: workflow commands that mark lines, then the rest as plain text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output.annotations import annotated, left_out, the_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.output.annotations import Annotation
    from checker.output.forms import Manner
    from checker.result import Result

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
NOTICE = "notice"
NEW_LINE = "\n"
WORDS = {"error": "fel", "warning": "att se över", NOTICE: "upplysningar och delar att göra"}


def github(result: Result, manner: Manner) -> str:
    """A result as workflow commands, the worst first.

    GitHub draws ten annotations of each level a step, and fifty a job, in the order in which they
    come (actions/toolkit, docs/problem-matchers.md). The commands are those that
    ``ActionCommand.TryParseV2`` in actions/runner reads, and that ``command.ts`` in @actions/core
    writes. There is no group, for a group is folded and hides what it holds.

    Args:
        result: of the run.
        manner: the exit code, and which signs to draw with.
    """
    found = annotated(result, manner)
    rows = [_command(one) for one in found]
    rest = left_out(Counter(map(_level, found)), WORDS, "vid raderna")
    whole = "Alla står i loggen ovan, och hela resultatet i körningens sammanfattning (Summary)."
    last = f"GitHub visar {rest}. {whole}\n" if rest else ""
    return "".join(f"{row}\n" for row in rows) + the_rest(result, manner) + last


def _level(one: Annotation) -> str:
    return LEVELS.get(one.severity, NOTICE) if one.severity else NOTICE


def _command(one: Annotation) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(one))
    where = " · ".join(filter(None, (one.place, one.crumbs)))
    rows = (*one.words, where) if where else one.words
    return f"::{_level(one)} {properties}::{_data(NEW_LINE.join(rows))}"


def _properties(one: Annotation) -> Iterator[tuple[str, str]]:
    if one.file and one.span:
        span = one.span
        yield "file", one.file
        yield "line", str(span.line)
        yield "endLine", str(span.end_line)
        # The runner throws columns away, and says so, where the lines are two.
        if span.line == span.end_line:
            yield "col", str(span.column)
            yield "endColumn", str(span.end_column)
    yield "title", one.title if one.severity else f"Att göra: {one.title}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
