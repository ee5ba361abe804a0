"""What covers a provision: a rule that rests on it, or a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.coverage import coverage, faults
from checker.registers import Point

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from tests.inner.conftest import Bench

POINT = Point("BED001", "Är det så?", "Maskinen vet inte.", "**.analys", ("LAG-1",))


def catalogue(
    bench: Bench, *, cited: bool = False, asked: bool = False, mark: str = ""
) -> Catalogue:
    source = bench.source(coverage=mark, reason="Därför." if mark else "")
    rule = bench.rule(sources=("LAG-1",) if cited else ())
    return bench.catalogue(rule, sources=[source], points=[POINT] if asked else [])


def test_a_provision_that_a_rule_rests_on_needs_no_reason(bench: Bench) -> None:
    assert faults(catalogue(bench, cited=True)) == []


def test_a_provision_with_a_reason_needs_no_rule(bench: Bench) -> None:
    assert faults(catalogue(bench, mark="judgement")) == []
    assert faults(catalogue(bench, mark="outside")) == []


def test_a_provision_with_neither_is_told(bench: Bench) -> None:
    told = ["LAG-1: ingen regel bygger på den; skriv coverage och reason."]
    assert faults(catalogue(bench)) == told
    assert faults(catalogue(bench, asked=True)) == told


def test_a_provision_with_both_is_told_with_its_rules(bench: Bench) -> None:
    told = ["LAG-1: TST001 bygger på den; ta bort coverage och reason."]
    assert faults(catalogue(bench, cited=True, mark="outside")) == told


def test_what_a_person_is_asked_about_is_not_outside(bench: Bench) -> None:
    assert faults(catalogue(bench, asked=True, mark="judgement")) == []
    told = ["LAG-1: BED001 frågar om den; coverage ska vara judgement."]
    assert faults(catalogue(bench, asked=True, mark="outside")) == told


def test_a_rule_about_citations_rests_on_no_provision(bench: Bench) -> None:
    parameters = {"number": "2001:453", "since": "2025-07-01"}
    rule = bench.rule(check="repealed_act", parameters=parameters, message="x", sources=("LAG-1",))
    made = bench.catalogue(rule, sources=[bench.source()])
    (one,) = coverage(made)
    assert (one.rules, one.citing) == ((), (rule,))
    assert faults(made) == ["LAG-1: ingen regel bygger på den; skriv coverage och reason."]
    marked = replace(made, sources={"LAG-1": bench.source(coverage="outside", reason="Därför.")})
    assert faults(marked) == []
