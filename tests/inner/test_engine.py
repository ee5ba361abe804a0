"""One report judged: nothing is passed over in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.outcome import Outcome
from checker.binding import bind_trusted
from checker.dates import Days
from checker.engine import judge
from checker.finding import Basis, Severity
from checker.output.json_form import json_form
from checker.output.lines import plain
from checker.output.text import text
from checker.registers import Point
from checker.report import UnsoundError
from checker.result import Heading
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Problem
    from checker.report import Item
    from tests.inner.conftest import Bench

TEXT = """\
status: färdig
rapport:
  titel: Kvalitetsberättelse 2024
  slag: kvalitetsberättelse
  kommun: Ekerö
  nämnd: Socialnämnden
  period:
    från: 2024-01-01
    till: 2024-12-31
avvikelser:
  totalt: 3
  analys:
  per_status:
    antal: {A: 1, B: 2}
"""


def test_a_judged_report_tells_what_it_is_and_what_was_found(bench: Bench) -> None:
    result = bench.judge(TEXT, bench.rule())
    assert (result.file, result.judged, result.draft) == ("namn.yaml", True, False)
    assert result.heading == Heading(
        title="Kvalitetsberättelse 2024",
        kind="kvalitetsberättelse",
        kommun="Ekerö",
        board="Socialnämnden",
        status="färdig",
        period=Days(date(2024, 1, 1), date(2024, 12, 31)),
    )
    assert [(one.rule, one.span.line, one.message) for one in result.findings] == [
        ("TST001", 12, "Här är analys tom.")
    ]
    assert (result.not_run, result.not_applicable, result.not_testable) == ((), (), ())


def test_a_heading_that_is_no_text_is_left_out(bench: Bench) -> None:
    result = bench.judge("status: [1]\nrapport:\n  titel: 5\n")
    assert result.heading == Heading()


def test_a_draft_is_a_draft_unless_it_is_read_as_finished(bench: Bench) -> None:
    rule = bench.rule(when_draft="todo")
    text = TEXT.replace("färdig", "utkast")
    assert [one.todo for one in bench.judge(text, rule).findings] == [True]
    final = bench.judge(text, rule, final=True)
    assert (final.draft, [one.todo for one in final.findings]) == (False, [False])


def test_a_rule_that_finds_nothing_to_look_at_is_not_applicable(bench: Bench) -> None:
    rule = bench.rule(parameters={"items": ["**.ärenden[*]"]})
    result = bench.judge(TEXT, rule, bench.rule(id="TST002"))
    assert result.not_applicable == ("TST001",)
    assert bench.judge(TEXT).rules_run == len(bench.catalogue().builtin)
    assert result.rules_run == bench.judge(TEXT, bench.rule(id="TST002")).rules_run
    assert result.rules_run == bench.judge(TEXT).rules_run + 1


def test_a_rule_may_look_in_several_places(bench: Bench) -> None:
    rule = bench.rule(parameters={"items": ["**.analys", "**.text", "**.kommentar"]})
    text = TEXT + "samverkan:\n  text:\n"
    assert [one.span.line for one in bench.judge(text, rule).findings] == [12, 16]


def test_a_place_that_two_selectors_find_is_looked_at_once(bench: Bench) -> None:
    rule = bench.rule(parameters={"items": ["**.analys", "avvikelser.analys"]})
    assert len(bench.judge(TEXT, rule).findings) == 1


def test_what_is_broken_is_not_run_at_that_place_alone(bench: Bench) -> None:
    rule = bench.rule(check="tables_agree", parameters={"items": ["synpunkter", "avvikelser"]})
    text = TEXT + "synpunkter:\n  totalt: många\n"
    result = bench.judge(text, rule)
    assert [
        (one.rule, one.reason, one.file, one.span.line, one.route, one.crumbs)
        for one in result.not_run
    ] == [
        (
            "TST001",
            "uppgiften går inte att läsa: se påpekandet på rad 16",
            "namn.yaml",
            16,
            ("synpunkter",),
            "synpunkter",
        )
    ]
    assert result.rules_run == bench.judge(TEXT).rules_run + 1
    assert [one.name for one in result.findings] == ["unreadable-cell"]


def test_a_broken_place_stops_a_rule_once_however_much_lies_below(bench: Bench) -> None:
    rule = bench.rule(parameters={"items": ["avikelser.**", "avikelser"]})
    result = bench.judge("avikelser:\n  totalt: 3\n  analys: x\n", rule)
    assert [(one.rule, one.span.line) for one in result.not_run] == [("TST001", 1)]


def test_each_item_that_needs_a_broken_place_elsewhere_is_told(bench: Bench) -> None:
    broken = ("avvikelser", "totalt")

    def needs_it(_item: Item, _ask: object) -> Iterator[Problem]:
        raise UnsoundError(broken)
        yield

    bound = bind_trusted(bench.rule(parameters={"items": ["synpunkter", "**.analys"]}))
    bound = replace(bound, check=replace(bound.check, run=needs_it))
    catalogue = bench.catalogue()
    catalogue = replace(catalogue, bound=(bound, *catalogue.bound))
    text = "avvikelser:\n  totalt: x\nsynpunkter:\n  analys: x\n"
    result, crashes = judge(bench.document(text), catalogue)
    assert crashes == ()
    assert [(one.route, one.span.line) for one in result.not_run] == [
        (("synpunkter",), 2),
        (("synpunkter", "analys"), 2),
    ]


def test_a_rule_that_could_run_nowhere_was_not_run(bench: Bench) -> None:
    rule = bench.rule(check="tables_agree", parameters={"items": ["avvikelser"]})
    result = bench.judge("avvikelser:\n  totalt: x\n", rule)
    assert result.rules_run == len(bench.catalogue().builtin)
    assert result.not_applicable == ()
    assert [one.rule for one in result.not_run] == ["TST001"]


def test_a_rule_that_needs_the_period_says_so_when_it_is_not_known(bench: Bench) -> None:
    rule = bench.rule(
        check="in_period",
        parameters={"items": ["lex_sarah.ärenden[*]"], "fields": ["inkom"], "called": "ärendet"},
    )
    text = "lex_sarah:\n  ärenden:\n    - inkom: 2024-01-01\n"
    result = bench.judge(text, rule)
    assert [(one.rule, one.reason) for one in result.not_run] == [
        ("TST001", "rapportens period är inte känd")
    ]


def test_a_rule_on_a_norm_is_run_only_while_one_of_its_norms_is_in_force(bench: Bench) -> None:
    rule = bench.rule(basis=Basis.LAW, sources=("LAG-1", "LAG-2"))
    old = bench.source(last=date(2023, 12, 31))
    new = bench.source(id="LAG-2", first=date(2024, 12, 31))
    memory = replace(new, confidence="MEMORY")
    assert len(bench.judge(TEXT, rule, sources=(old, new)).findings) == 1
    for later in (replace(new, first=date(2025, 1, 1)), memory):
        result = bench.judge(TEXT, rule, sources=(old, later))
        assert result.findings == ()
        assert [(one.rule, one.reason, one.span.line, one.route) for one in result.not_run] == [
            ("TST001", "ingen av regelns källor gällde under rapportens period", 7, None)
        ]
        assert result.rules_run == bench.judge(TEXT).rules_run


@pytest.mark.parametrize("basis", [Basis.LAW, Basis.REGULATION, Basis.GENERAL_ADVICE])
def test_a_rule_on_a_norm_is_run_when_the_period_is_not_known(bench: Bench, basis: Basis) -> None:
    rule = bench.rule(basis=basis, severity=Severity.WARNING, sources=("LAG-1",))
    text = TEXT.replace("    till: 2024-12-31\n", "")
    result = bench.judge(text, rule, sources=(bench.source(last=date(1999, 1, 1)),))
    assert [one.rule for one in result.findings] == ["TST001"]
    assert result.not_run == ()


@pytest.mark.parametrize("basis", [Basis.TEMPLATE, Basis.CONSISTENCY, Basis.PRACTICE])
def test_a_rule_of_ours_needs_no_period(bench: Bench, basis: Basis) -> None:
    rule = bench.rule(basis=basis, severity=Severity.INFO, sources=("LAG-1",))
    result = bench.judge("avvikelser:\n  analys:\n", rule, sources=(bench.source(),))
    assert [one.rule for one in result.findings] == ["TST001"]


def test_checks_of_numbers_are_counted_by_how_they_come_out(bench: Bench) -> None:
    rule = bench.rule(check="tables_agree", parameters={"items": ["avvikelser", "synpunkter"]})
    text = TEXT.replace("antal: {A: 1, B: 2}", "antal: {A: 1}\n    totalt: 3")
    text += "synpunkter:\n  totalt: 4\n  per_status:\n    antal: {A: 1}\n    totalt: 5\n"
    result = bench.judge(text, rule)
    assert result.arithmetic == {Outcome.AGREES: 1, Outcome.DISAGREES: 1}
    assert result.not_testable == ()


def test_what_could_not_be_tested_is_told_with_its_reason(bench: Bench) -> None:
    rule = bench.rule(
        check="table_total", parameters={"items": ["**.per_*"], "relations": ("complete",)}
    )
    result = bench.judge("avvikelser:\n  per_status:\n    antal: {A: 1}\n", rule)
    assert result.arithmetic == {Outcome.NOT_TESTABLE: 1}
    (untested,) = result.not_testable
    assert (untested.rule, untested.file, untested.span.line) == ("TST001", "namn.yaml", 2)
    assert untested.route == ("avvikelser", "per_status")
    assert untested.crumbs == "avvikelser › per_status"
    assert untested.reason == "tabellen har ingen total i samma enhet"


def test_a_check_that_breaks_down_is_told_and_the_others_go_on(bench: Bench) -> None:
    def broken(_item: Item, _ask: object) -> Iterator[Problem]:
        raise ZeroDivisionError("640823 är en hemlighet")
        yield

    bound = bind_trusted(bench.rule())
    bad = replace(bound, check=replace(bound.check, run=broken))
    catalogue = bench.catalogue(bench.rule(id="TST002"))
    catalogue = replace(catalogue, bound=(bad, *catalogue.bound))
    result, crashes = judge(bench.document(TEXT), catalogue)
    (crash,) = crashes
    assert (crash.rule, crash.file, crash.error) == ("TST001", "namn.yaml", "ZeroDivisionError")
    whole = bench.result(result, crashes=crashes)
    assert "hemlighet" not in json_form(whole, Exit.INTERNAL) + plain(text(whole))
    assert [one.rule for one in result.findings] == ["TST002"]


@pytest.mark.parametrize("written", ["avvikelser: [\n", "- a\n", "avvikelser:\n\ttotalt: 3\n"])
def test_a_file_that_cannot_be_read_is_not_judged(bench: Bench, written: str) -> None:
    document = bench.document(written)
    codes = {fault.code for fault in document.faults}
    rules = [
        bench.rule(id=f"LAS{n:03}", name=code, check="builtin", parameters={"code": code})
        for n, code in enumerate(sorted(codes))
    ]
    result, crashes = judge(document, bench.catalogue(*rules, bench.rule()))
    assert crashes == ()
    assert not result.judged
    assert {one.name for one in result.findings} == codes
    assert result.rules_run == 0


def test_a_file_of_another_format_is_told_so_and_nothing_else(bench: Bench) -> None:
    from checker.document.reader import read_document

    document = read_document(b"format: annat/1\nanalys:\navikelser: x\nstatus: 5\n", "n.yaml")
    result, _ = judge(document, bench.catalogue(bench.rule()))
    assert not result.judged
    assert [(one.name, one.span.line) for one in result.findings] == [("unknown-format", 1)]


def test_a_fault_and_a_misfit_are_told_together_with_what_the_rules_find(bench: Bench) -> None:
    text = "avvikelser:\n  totalt: 3\n  totalt: 4\n  analys:\nstatus: klar\n"
    result = bench.judge(text, bench.rule())
    assert [(one.name, one.span.line) for one in result.findings] == [
        ("duplicate-key", 3),
        ("en-regel", 4),
        ("unknown-value", 5),
    ]


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        ("avvikelser:\n  analys: x\n", True),
        ("avvikelser:\n  analys:\n", False),
        ("avvikelser:\n  totalt: 3\n", False),
    ],
)
def test_a_point_for_people_applies_where_there_is_something_to_judge(
    bench: Bench,
    text: str,
    applies: bool,  # noqa: FBT001
) -> None:
    point = Point("BED001", "Är det så?", "Maskinen vet inte.", "**.analys")
    result, _ = judge(bench.document(text), bench.catalogue(points=(point,)))
    assert result.points == ((point,) if applies else ())
