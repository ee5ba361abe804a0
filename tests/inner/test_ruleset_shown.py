"""A ruleset in the text form, in the catalogue and on a rule's page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checker.finding import Severity
from checker.output.lines import UNICODE, plain
from checker.output.rule_markdown import rule_index, rule_markdown
from checker.output.rule_page import rule_page
from checker.output.rule_table import rule_table
from checker.output.text import text
from checker.ruleset.model import Deviation, Parameter, Ruleset

if TYPE_CHECKING:
    from tests.inner.conftest import Bench

ERROR, WARNING = Severity.ERROR, Severity.WARNING
PLAIN = Deviation("TST001", "En regel", "Mallen är ny.", 4)


@pytest.mark.parametrize(
    ("deviation", "words"),
    [
        (replace(PLAIN, off=True), "avstängd"),
        (replace(PLAIN, on=True), "tillval som är påslaget"),
        (replace(PLAIN, severity=(WARNING, ERROR)), "fel i stället för se över"),
        (
            replace(PLAIN, parameters=(Parameter("fewest", 3, 5), Parameter("most", 9, 8))),
            "fewest 5 i stället för 3, most 8 i stället för 9",
        ),
        (
            replace(PLAIN, on=True, severity=(WARNING, ERROR)),
            "tillval som är påslaget, fel i stället för se över",
        ),
    ],
)
def test_a_deviation_in_words(deviation: Deviation, words: str) -> None:
    assert deviation.words == words


def test_the_text_form_lists_every_deviation_with_its_reason(bench: Bench) -> None:
    ruleset = Ruleset("kvalitetskoll.yaml", "", (replace(PLAIN, off=True),), ("EGN001",))
    rows = plain(text(bench.result(bench.report_result(), ruleset=ruleset))).splitlines()
    start = rows.index("Avsteg från standardreglerna (1)")
    assert rows[start:] == [
        "Avsteg från standardreglerna (1)",
        "  • TST001 (En regel): avstängd.",
        "     Skäl: Mallen är ny. (kvalitetskoll.yaml rad 4)",
        "",
        "Kvalitetskoll 1.2.3 · 3 regler enligt kvalitetskoll.yaml · 1 egen regel · 1",
        "avsteg · inga undantag",
        "Inget att rätta (1 avsteg)",
    ]


def test_a_narrowed_run_names_both_reasons_for_caution(bench: Bench) -> None:
    ruleset = Ruleset("kvalitetskoll.yaml", "", (replace(PLAIN, off=True),))
    result = bench.result(bench.report_result(), ruleset=ruleset, only=("TST002",))
    assert result.verdict_text == "Inget att rätta (delvis kontrollerad, 1 avsteg)"


def test_a_rule_that_is_run_only_on_request_is_shown_as_one(bench: Bench) -> None:
    rule = bench.rule(opt_in=True)
    catalogue = bench.catalogue(rule)
    assert "TST001   fel        En regel (tillval)\n" in plain(rule_table(catalogue, 80, UNICODE))
    page = " ".join(plain(rule_page(rule, [], 80, UNICODE)).split())
    assert "· Tillval: körs bara där en regeluppsättning slår på den" in page
    assert " · tillval\n" in rule_markdown(rule, [])
    assert "| En regel (tillval) |" in rule_index(catalogue)
    assert bench.judge("avvikelser: {analys: }\n", rule).findings == ()


def test_a_rule_that_is_turned_off_is_shown_as_such(bench: Bench) -> None:
    catalogue = replace(bench.catalogue(bench.rule()), off=frozenset({"TST001"}))
    table = plain(rule_table(catalogue, 80, UNICODE))
    assert "TST001   fel        En regel (avstängd)\n" in table
