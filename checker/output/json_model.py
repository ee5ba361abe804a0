"""The JSON result, version 1: a contract with whoever reads it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

Severity: TypeAlias = Literal["error", "warning", "info"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tool(_Model):
    """Who wrote this."""

    name: Literal["kvalitetskoll"] = "kvalitetskoll"
    version: str


class Parameter(_Model):
    """A number that a ruleset gives a rule."""

    name: str
    was: int
    now: int


class Deviation(_Model):
    """What a ruleset makes of a rule."""

    rule: str
    off: bool
    on: bool
    severity: Severity | None = Field(description="The one instead; null for the default one.")
    parameters: list[Parameter]
    reason: str
    line: int = Field(ge=1)


class Ruleset(_Model):
    """Which rules were used."""

    file: str | None = Field(description="The ruleset file; null for the default rules.")
    rules: int = Field(description="How many rules there are, those turned off left out.")
    only: list[str] = Field(description="The rules that the run was narrowed to.")
    off: list[str] = Field(description="Rules that the ruleset turns off.")
    changed: list[str] = Field(description="Rules that the ruleset changes or turns on.")
    own: list[str] = Field(description="Rules that the ruleset adds.")
    deviations: list[Deviation] = Field(description="Each of these changes, with its reason.")


class Narrowed(_Model):
    """A run that judges only the reports that have changed."""

    since: str = Field(description="The revision of git.")
    left_out: int = Field(ge=0, description="Reports that were read and not judged.")
    reason: str | None = Field(description="Why all were judged all the same; null if not.")
    gone: list[str] = Field(description="YAML files that are no more.")


class Verdict(_Model):
    """The verdict, as a code and in words."""

    code: Literal["clear", "clear_with_remarks", "needs_correction", "draft", "not_tested"]
    text: str


class Arithmetic(_Model):
    """How the arithmetical checks came out."""

    agrees: int
    may_agree: int
    disagrees: int
    not_testable: int


class Summary(_Model):
    """Counts over all reports."""

    reports: int
    error: int
    warning: int
    info: int
    todo: int
    human: int = Field(description="Points that a person must judge.")
    waived: int = Field(description="Findings that exceptions excuse.")
    arithmetic: Arithmetic


class Place(_Model):
    """Where something stands. Lines and columns count from 1, the end is exclusive."""

    file: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    path: str = Field(description="JSON Pointer.")


class Related(Place):
    """A place that belongs to a finding."""

    message: str


class Finding(Place):
    """Something that somebody should look at."""

    rule: str
    name: str
    severity: Severity
    basis: Literal[
        "law", "regulation", "general_advice", "template", "consistency", "privacy", "practice"
    ]
    message: str
    help: str
    todo: bool
    places: int = Field(ge=1, description="How many places it is about.")
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)
    crumbs: str = Field(description="The place in words.")
    related: list[Related]
    sources: list[str]
    fingerprint: str


class Exempting(_Model):
    """Where an exception stands."""

    file: str
    line: int = Field(ge=1)


class Waived(Finding):
    """A finding that an exception excuses."""

    reason: str
    decided_by: str = Field(description="A role.")
    until: str | None = Field(description="The last day; null for no end.")
    exception: Exempting


class Period(_Model):
    """The first and the last day."""

    first: str
    last: str


class Report(_Model):
    """One report and its verdict."""

    file: str
    verdict: Verdict
    draft: bool
    period: Period | None
    previous: str | None = Field(description="The file of the report that it was compared with.")
    not_compared: str | None = Field(description="Why there was none; null where there was.")
    title: str
    municipality: str
    board: str
    error: int
    warning: int
    info: int
    todo: int
    waived: int
    rules_run: int
    not_applicable: list[str]
    human: list[str] = Field(description="What a person must judge.")
    arithmetic: Arithmetic


class NotRun(Place):
    """A rule that was not run at a place, and why."""

    rule: str
    reason: str


class Refused(_Model):
    """A named file that could not be read."""

    file: str
    reason: str


class Crash(_Model):
    """A check that broke down."""

    rule: str
    file: str
    error: str


class GivenUp(_Model):
    """A file that took longer than it may; what was found until then is among the rest."""

    file: str
    seconds: float = Field(description="The limit, which --timeout sets.")
    reason: str


class Document(_Model):
    """The whole result."""

    version: Literal[1] = 1
    tool: Tool
    date: str = Field(description="The day of the run.")
    ruleset: Ruleset
    verdict: Verdict
    exit_code: int
    partial: bool
    final: bool = Field(description="Whether every report was read as finished.")
    narrowed: Narrowed | None = Field(description="To what has changed; null for all reports.")
    summary: Summary
    reports: list[Report]
    findings: list[Finding]
    waived: list[Waived]
    not_run: list[NotRun]
    not_testable: list[NotRun]
    refused: list[Refused]
    crashes: list[Crash]
    given_up: list[GivenUp]
