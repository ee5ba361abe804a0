"""The form for Azure Pipelines: logging commands that list the findings, the rest as plain text."""

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

LEVELS: dict[Severity | None, str] = {Severity.ERROR: "error", Severity.WARNING: "warning"}
WORDS = {"error": "fel", "warning": "att se över"}


def azure(result: Result, manner: Manner) -> str:
    """A result as logging commands, the worst first.

    Azure Pipelines knows errors and warnings only: the rest are plain lines, for ``task.debug`` is
    seen by nobody who has not asked for it. It lists the first ten of each (microsoft/
    azure-pipelines-tasks, issue 11841). No ``task.complete`` is given: the exit code alone says
    how the step went, the same as in every form. The commands are those that ``Command.TryParse``
    in microsoft/azure-pipelines-agent reads.

    Args:
        result: of the run.
        manner: the exit code, and which signs to draw with.
    """
    found = annotated(result, manner)
    rows = [_command(one) if one.severity in LEVELS else _plain(one) for one in found]
    levels = Counter(LEVELS[one.severity] for one in found if one.severity in LEVELS)
    rest = left_out(levels, WORDS, "på körningens sida")
    last = f"Azure Pipelines visar {rest}. Alla står i loggen ovan.\n" if rest else ""
    return "".join(f"{row}\n" for row in rows) + the_rest(result, manner) + last


def _command(one: Annotation) -> str:
    properties = "".join(f"{name}={_escaped(value)};" for name, value in _properties(one))
    return f"##vso[task.logissue {properties}]{_escaped(_told(one))}"


def _properties(one: Annotation) -> Iterator[tuple[str, str]]:
    yield "type", LEVELS[one.severity]
    if one.file and one.span:
        yield "sourcepath", one.file
        yield "linenumber", str(one.span.line)
        yield "columnnumber", str(one.span.column)
    if one.rule:
        yield "code", one.rule


def _plain(one: Annotation) -> str:
    label = one.severity.words if one.severity else "att göra"
    return f"{label.capitalize()}: {one.place}: {one.title}: {_told(one)}"


def _told(one: Annotation) -> str:
    return " ".join((*one.words, *([f"Gäller {one.crumbs}."] if one.crumbs else [])))


def _escaped(text: str) -> str:
    """As ``CommandStringConvertor.Escape`` of the agent writes it, in properties and in data."""
    text = text.replace("%", "%AZP25").replace(";", "%3B").replace("]", "%5D")
    return text.replace("\r", "%0D").replace("\n", "%0A")
