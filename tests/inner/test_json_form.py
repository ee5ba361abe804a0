from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry

from checker.arithmetic.outcome import Outcome
from checker.dates import Days
from checker.document.model import Span
from checker.finding import Basis, Citation, Related, Severity
from checker.output.json_form import json_form, pointer, result_schema
from checker.registers import Point
from checker.result import Crash, Heading, NotRun, NotTestable, Refused
from checker.verdict import Exit

if TYPE_CHECKING:
    from checker.document.model import Route
    from checker.result import Result
    from tests.inner.conftest import Bench


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(result_schema())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, registry=Registry())


def form(result: Result, code: Exit = Exit.OK) -> dict[str, Any]:
    text = json_form(result, code)
    assert text.isascii()
    assert text.endswith("}\n")
    data: dict[str, Any] = json.loads(text)
    assert list(validator().iter_errors(data)) == []
    return data


def test_a_result_without_reports(bench: Bench) -> None:
    assert form(bench.result(), Exit.NOTHING_JUDGED) == {
        "version": 1,
        "tool": {"name": "kvalitetskoll", "version": "1.2.3"},
        "date": "2026-11-22",
        "ruleset": {
            "file": None,
            "rules": 3,
            "only": [],
            "off": [],
            "changed": [],
            "own": [],
            "deviations": [],
        },
        "verdict": {"code": "not_tested", "text": "Kunde inte kontrolleras"},
        "exit_code": 3,
        "partial": False,
        "final": False,
        "narrowed": None,
        "summary": {
            "reports": 0,
            "error": 0,
            "warning": 0,
            "info": 0,
            "todo": 0,
            "human": 0,
            "waived": 0,
            "arithmetic": {"agrees": 0, "may_agree": 0, "disagrees": 0, "not_testable": 0},
        },
        "reports": [],
        "findings": [],
        "waived": [],
        "not_run": [],
        "not_testable": [],
        "refused": [],
        "crashes": [],
        "given_up": [],
    }


def test_a_result_with_everything(bench: Bench) -> None:
    finding = bench.finding(
        severity=Severity.WARNING,
        basis=Basis.TEMPLATE,
        message="Åtgärd saknas.",
        span=Span(3, 5, 4, 9),
        route=("lex_sarah", "ärenden", 0, "a/b~c"),
        crumbs="lex_sarah › LS-1",
        places=2,
        related=(Related("namn.yaml", Span(7, 3, 7, 8), ("avvikelser", 1), "också"),),
        citations=(Citation("Lagen (2000:1), 1 § (lag)", "Lagen 1 § (lag)"),),
        fingerprint="ab" * 16,
    )
    outcomes = Counter({Outcome.AGREES: 1, Outcome.MAY_AGREE: 2, Outcome.DISAGREES: 3})
    outcomes[Outcome.NOT_TESTABLE] = 4
    report = bench.report_result(
        finding,
        bench.finding(todo=True, places=3),
        bench.finding(severity=Severity.INFO),
        draft=True,
        heading=Heading(
            "Titel",
            "slag",
            "Ekerö",
            "Nämnden",
            "utkast",
            Days(date(2024, 1, 1), date(2024, 12, 31)),
        ),
        not_run=(
            NotRun("TST002", "skäl", "namn.yaml", Span(1, 2, 1, 3), ("a",), "a"),
            NotRun("TST003", "period", "namn.yaml", Span(1, 1, 1, 1)),
        ),
        not_applicable=("TST004",),
        not_testable=(NotTestable("TST005", "ingen total", "namn.yaml", Span(2, 1, 2, 2), (), ""),),
        rules_run=7,
        arithmetic=outcomes,
        points=(Point("BED001", "Är det så?", "Därför.", "**"),),
    )
    data = form(
        bench.result(
            report,
            bench.report_result(file="annan.yaml", judged=False, arithmetic=Counter(outcomes)),
            only=("TST001",),
            refused=(Refused("borta.yaml", "filen finns inte."),),
            crashes=(Crash("TST006", "namn.yaml", "ValueError"),),
        ),
        Exit.INTERNAL,
    )
    assert data["ruleset"]["only"] == ["TST001"]
    assert data["exit_code"] == 4
    assert data["partial"] is True
    assert data["verdict"]["code"] == "not_tested"
    assert data["summary"] == {
        "reports": 2,
        "error": 0,
        "warning": 1,
        "info": 1,
        "todo": 3,
        "human": 1,
        "waived": 0,
        "arithmetic": {"agrees": 2, "may_agree": 4, "disagrees": 6, "not_testable": 8},
    }
    first, second = data["reports"]
    assert first == {
        "file": "namn.yaml",
        "verdict": {"code": "draft", "text": "Utkast: 3 delar återstår"},
        "draft": True,
        "period": {"first": "2024-01-01", "last": "2024-12-31"},
        "previous": None,
        "not_compared": None,
        "title": "Titel",
        "municipality": "Ekerö",
        "board": "Nämnden",
        "error": 0,
        "warning": 1,
        "info": 1,
        "todo": 3,
        "waived": 0,
        "rules_run": 7,
        "not_applicable": ["TST004"],
        "human": ["Är det så?"],
        "arithmetic": {"agrees": 1, "may_agree": 2, "disagrees": 3, "not_testable": 4},
    }
    assert (second["file"], second["verdict"]["code"], second["period"]) == (
        *("annan.yaml", "not_tested"),
        None,
    )
    assert [one["message"] for one in data["findings"]] == [
        *("Något är fel.", "Något är fel.", "Åtgärd saknas."),
    ]
    assert data["findings"][2] == {
        "file": "namn.yaml",
        "line": 3,
        "column": 5,
        "path": "/lex_sarah/ärenden/0/a~1b~0c",
        "rule": "TST001",
        "name": "en-regel",
        "severity": "warning",
        "basis": "template",
        "message": "Åtgärd saknas.",
        "help": "Rätta det.",
        "todo": False,
        "places": 2,
        "end_line": 4,
        "end_column": 9,
        "crumbs": "lex_sarah › LS-1",
        "related": [
            {
                "file": "namn.yaml",
                "line": 7,
                "column": 3,
                "path": "/avvikelser/1",
                "message": "också",
            }
        ],
        "sources": ["Lagen (2000:1), 1 § (lag)"],
        "fingerprint": "ab" * 16,
    }
    assert data["not_run"] == [
        {
            "file": "namn.yaml",
            "line": 1,
            "column": 2,
            "path": "/a",
            "rule": "TST002",
            "reason": "skäl",
        },
        {
            "file": "namn.yaml",
            "line": 1,
            "column": 1,
            "path": "",
            "rule": "TST003",
            "reason": "period",
        },
    ]
    assert data["not_testable"] == [
        {
            "file": "namn.yaml",
            "line": 2,
            "column": 1,
            "path": "",
            "rule": "TST005",
            "reason": "ingen total",
        }
    ]
    assert data["refused"] == [{"file": "borta.yaml", "reason": "filen finns inte."}]
    assert data["crashes"] == [{"rule": "TST006", "file": "namn.yaml", "error": "ValueError"}]


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("severity", list(Severity))
def test_every_basis_and_severity_is_in_the_schema(
    bench: Bench, basis: Basis, severity: Severity
) -> None:
    finding = bench.finding(basis=basis, severity=severity)
    (only,) = form(bench.result(bench.report_result(finding)))["findings"]
    assert (only["basis"], only["severity"]) == (basis.value, severity.value)


def test_a_judged_report_fits_the_schema(bench: Bench) -> None:
    text = "status: klar\navvikelser:\n  föregående: många\n  analys:\n  totalt: 1\n  totalt: 2\n"
    data = form(bench.result(bench.judge(text, bench.rule())))
    assert [(one["line"], one["name"]) for one in data["findings"]] == [
        (1, "unknown-value"),
        (3, "unreadable-cell"),
        (4, "en-regel"),
        (6, "duplicate-key"),
    ]


@pytest.mark.parametrize(
    ("route", "path"),
    [
        ((), ""),
        (("a",), "/a"),
        (("a", 0, "b"), "/a/0/b"),
        (("a/b", "m~n", "~1", "/"), "/a~1b/m~0n/~01/~1"),
        (("", "a b"), "//a b"),
        (("å.ä[ö]",), "/å.ä[ö]"),
        (("a\x1b\u200b",), "/a\\x1b\\u200b"),
    ],
)
def test_a_route_is_a_json_pointer(route: Route, path: str) -> None:
    assert pointer(route) == path


@given(st.lists(st.text("ab~/01 .å", max_size=6) | st.integers(0, 99), max_size=5).map(tuple))
def test_a_json_pointer_leads_back_to_its_route(route: Route) -> None:
    path = pointer(route)
    steps = [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:]]
    assert steps == [str(step) for step in route]


def test_the_schema_is_of_the_version_and_refuses_what_it_does_not_know(bench: Bench) -> None:
    data = form(bench.result())
    for changed in (
        {**data, "version": 2},
        {**data, "extra": 1},
        {key: value for key, value in data.items() if key != "verdict"},
        {**data, "verdict": {"code": "godkänd", "text": "x"}},
    ):
        assert not validator().is_valid(changed)


def test_the_schema_is_json_in_swedish_and_english_letters() -> None:
    text = result_schema()
    assert text.endswith("}\n")
    assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert next(iter(json.loads(text))) == "$schema"
