"""A rule as its file states it: what is asked, by what right, with examples."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from checker.finding import Basis, Severity
from checker.text import normal

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FORBID = {"extra": "forbid"}  # read by pydantic: an unknown key in a rule file is a mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A report, or a piece of one, that the rule must pass or fail.

    Attributes:
        name: what it shows.
        report: the text; flagged lines end with ``# <- RULE`` (``+2``: two lines further down).
        bytes: instead of a text, the bytes of the file in hexadecimal.
        repeat: how many times the text stands after itself, for what is too large to write out.
        line: instead of a mark, the line that must be flagged.
        period: the report's period, ``2024-01-01/2024-12-31``.
        status: the report's status; default fastställd.
        filename: the file's name, where it matters.
        bare: the text is a whole file; no head of a report is supplied.
        previous: the report of the year before; what it says itself of its head stands.
        files: other reports of the same run.
        exceptions: the ``undantag.yaml`` beside the report.
    """

    __pydantic_config__ = FORBID

    name: str
    report: str = ""
    bytes: str = ""
    repeat: int = 1
    line: int | None = None
    period: str = ""
    status: str = ""
    filename: str = ""
    bare: bool = False
    previous: str = ""
    files: tuple[str, ...] = ()
    exceptions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The examples of a rule; running them is its test and its documentation."""

    __pydantic_config__ = FORBID

    good: tuple[Example, ...]
    bad: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The whole numbers that a ruleset may give a parameter, both ends included."""

    __pydantic_config__ = FORBID

    min: int
    max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        id: stable for ever, never the paragraph's number.
        name: readable, accepted wherever the id is.
        when_draft: ``todo`` for what is missing, empty or a placeholder.
        parameters: what its file says under ``with``.
        message: one sentence or two, with plain ``{name}``.
        message_many: for one finding about several places, with ``{antal}``.
        label: what is written at each other place of a finding about several.
        together: all places in a report are one finding, however few.
        adjustable: the parameters that a ruleset may change, and within which numbers.
        opt_in: run only where a ruleset turns it on.
    """

    __pydantic_config__ = FORBID

    id: str
    name: str
    title: str
    basis: Basis
    severity: Severity
    why: str
    fix: str
    check: str
    message: str
    message_many: str = ""
    label: str = ""
    when_draft: Literal["finding", "todo"] = "finding"
    together: bool = False
    adjustable: dict[str, Range] = field(default_factory=dict)
    opt_in: bool = False
    sources: tuple[str, ...] = ()
    parameters: dict[str, Any] = field(default_factory=dict)
    examples: Examples = field(default_factory=lambda: Examples(good=(), bad=()))

    def is_called(self, word: str) -> bool:
        """Whether a person means this rule by a word: its id or its name."""
        return normal(word) in {normal(self.id), normal(self.name)}


def names_in(template: str) -> set[str]:
    """The ``{names}`` that a message asks for."""
    return set(PLACEHOLDER.findall(template))


def worded(template: str, values: dict[str, str]) -> str:
    """A message with its names filled in; nothing but plain ``{name}`` is understood."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), template)
