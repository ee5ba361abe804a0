"""An own rule may point any check at any place: none breaks down where it finds something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.binding import Bound, bind_trusted
from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.engine import judge

RULES = default_catalogue()
REPORT = Path(__file__).resolve().parents[2] / "reports_yaml/exempelkommun-2026.yaml"
DOCUMENT = read_document(REPORT.read_bytes(), "rapport.yaml")
BUILTIN = tuple(one for one in RULES.bound if one.code)
POINTED = [one for one in RULES.bound if not one.code and "items" in one.rule.parameters]
WITH_OTHERS = [
    pytest.param(one, name, id=f"{one.rule.id}-{name}")
    for one in RULES.bound
    for name in ("unless_any", "if_any", "unless_empty", "parts", "texts")
    if not one.code and one.rule.parameters.get(name)
]


def crashes(bound: Bound, **parameters: list[str]) -> list[str]:
    rule = replace(bound.rule, parameters={**bound.rule.parameters, **parameters}, opt_in=False)
    catalogue = replace(RULES, bound=(*BUILTIN, bind_trusted(rule)))
    _, broken = judge(DOCUMENT, catalogue, final=True)
    return [one.trace for one in broken]


@pytest.mark.parametrize("bound", POINTED, ids=lambda one: one.rule.id)
def test_a_check_holds_at_every_place_of_a_report(bound: Bound) -> None:
    assert crashes(bound, items=["**"]) == []


@pytest.mark.parametrize(("bound", "name"), WITH_OTHERS)
def test_a_check_holds_whatever_it_depends_on(bound: Bound, name: str) -> None:
    assert crashes(bound, **{name: ["**"]}) == []
