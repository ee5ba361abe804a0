"""The rules of a run as SARIF describes rules: what, why, how to mend, and by what right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import words
from checker.output.markdown_text import as_text
from checker.shown import said, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.output.sarif_files import Object
    from checker.result import Result
    from checker.rule import Rule
    from checker.ruleset.model import Deviation

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
NAME, DESCRIPTION = 250, 1_000  # characters: GitHub takes 255 of a name and 1,024 of a text
# How GitHub orders what it shows; what a machine only suspects is information with us.
_PROBLEMS = {
    Severity.ERROR: ("error", "very-high"),
    Severity.WARNING: ("warning", "high"),
    Severity.INFO: ("recommendation", "medium"),
}


def rules(result: Result, pages: str) -> Iterator[Object]:
    """Every rule of the catalogue as a ``reportingDescriptor``, in the order of the catalogue.

    Args:
        result: of the run.
        pages: the address of the folder with a page for each default rule; empty for none.
    """
    changed = {one.rule: one for one in result.ruleset.deviations}
    for bound in result.catalogue.bound:
        rule = bound.rule
        sources = (result.catalogue.sources[key] for key in rule.sources)
        cited = [(one.citation(), one.text) for one in sources if one.citable]
        page = f"{pages}/{rule.id}.md" if pages and rule.id not in result.ruleset.own else ""
        yield {
            "id": rule.id,
            "name": shown(rule.name, NAME),
            "shortDescription": {"text": _short(rule.title)},
            "fullDescription": {"text": _short(rule.why)},
            "help": {"text": _text(rule, cited), "markdown": _markdown(rule, cited)},
            **({"helpUri": page} if page else {}),
            "defaultConfiguration": _default(rule, changed.get(rule.id)),
            "properties": _properties(rule),
        }


def overrides(result: Result) -> Iterator[Object]:
    """What the ruleset makes of the default rules, as ``configurationOverride``."""
    numbers = numbered(result)
    for one in result.ruleset.deviations:
        now: Object = {}
        if one.off or one.on:
            now["enabled"] = one.on
        if one.severity:
            now["level"] = LEVELS[one.severity[1]]
        if one.parameters:
            now["parameters"] = {"properties": {each.name: each.now for each in one.parameters}}
        yield {"descriptor": {"id": one.rule, "index": numbers[one.rule]}, "configuration": now}


def numbered(result: Result) -> dict[str, int]:
    """Each rule's place in the list."""
    return {bound.rule.id: number for number, bound in enumerate(result.catalogue.bound)}


def _default(rule: Rule, changed: Deviation | None) -> Object:
    severity, asked = rule.severity, rule.opt_in
    if changed:
        severity = changed.severity[0] if changed.severity else severity
        asked = asked or changed.on
    return {"enabled": not asked, "level": LEVELS[severity]}


def _properties(rule: Rule) -> Object:
    problem, precision = _PROBLEMS[rule.severity]
    return {
        "tags": ["kvalitetsrapport", words.BASES[rule.basis]],
        "basis": rule.basis.value,
        "whenDraft": rule.when_draft,
        "precision": precision,
        "problem.severity": problem,
    }


def _short(text: str) -> str:
    return shown(said(text), DESCRIPTION)


def _text(rule: Rule, cited: Iterable[tuple[str, str]]) -> str:
    parts = [f"Varför: {said(rule.why)}", f"Så här rättar du: {said(rule.fix)}"]
    rows = [f"- {said(name)}: {said(text)}" for name, text in cited]
    return "\n\n".join(parts + (["\n".join(["Källor:", *rows])] if rows else []))


def _markdown(rule: Rule, cited: Iterable[tuple[str, str]]) -> str:
    parts = [
        f"{as_text(said(rule.title))} (`{shown(rule.name, NAME)}`)",
        f"**Varför**\n\n{as_text(said(rule.why))}",
        f"**Så här rättar du**\n\n{as_text(said(rule.fix))}",
    ]
    rows = [f"* {as_text(said(name))}: {as_text(said(text))}" for name, text in cited]
    return "\n\n".join(parts + (["\n".join(["**Källor**", "", *rows])] if rows else []))
