"""The catalogue, as ``rules`` shows it: a table for people, JSON for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.output import words
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.catalog import Catalogue

ID = 9
LEVEL = 11


def rule_table(catalogue: Catalogue, width: int, signs: Signs) -> list[Line]:
    """One row a rule: id, level, title."""
    return list(_rows(catalogue, width, signs))


def rules_json(catalogue: Catalogue) -> str:
    """The catalogue as a JSON list."""
    rules = [
        {
            "id": bound.rule.id,
            "name": bound.rule.name,
            "title": bound.rule.title,
            "basis": bound.rule.basis.value,
            "severity": bound.rule.severity.value,
            "when_draft": bound.rule.when_draft,
            "sources": list(bound.rule.sources),
            "check": bound.rule.check,
            "opt_in": bound.rule.opt_in,
            "off": bound.rule.id in catalogue.off,
        }
        for bound in catalogue.bound
    ]
    return json.dumps(rules, ensure_ascii=True, indent=2) + "\n"


def _rows(catalogue: Catalogue, width: int, signs: Signs) -> Iterator[Line]:
    for bound in catalogue.bound:
        rule = bound.rule
        lead = (
            Part(f"{rule.id:<{ID}}", "bold"),
            Part(f"{words.SEVERITIES[rule.severity]:<{LEVEL}}", words.STYLES[rule.severity]),
        )
        title = rule.title
        title += " (tillval)" if rule.opt_in else ""
        title += " (avstängd)" if rule.id in catalogue.off else ""
        yield from wrapped(signs.plain(title), width, " " * (ID + LEVEL), lead)
    yield EMPTY
    yield line(f"{len(catalogue.bound)} regler. Läs mer: kvalitetskoll explain REGEL", "dim")
