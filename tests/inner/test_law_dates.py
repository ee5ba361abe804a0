"""The same report, dated before and after a change of law: its citations change as the law did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.document.reader import read_document
from checker.engine import NOT_IN_FORCE, NOT_IN_FORCE_THEN, judge, read_report
from checker.finding import Basis
from checker.resources import folder
from checker.sources import MEMORY
from checker.wording import Findings

if TYPE_CHECKING:
    from checker.result import ReportResult
    from tests.inner.conftest import Bench

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
CASES = """\
lex_sarah:
  ärenden:
    - nr: 1
      bedömning: allvarligt missförhållande
      ivo:
        anmäld: nej
    - nr: 2
      bedömning: påtaglig risk för allvarligt missförhållande
      åtgärder:
        planerade: [Ring]
"""
AREAS = "verksamhetsområden:\n  - namn: Vuxna\n"
ADVICE = (
    "SOSFS 2011:9 7 kap. 1 §, allmänna råd "
    "(allmänt råd, gäller från 2012-01-01, enligt sekundärkälla)"
)
LSS_E = "LSS 24 e § (lag, gäller från 2011-07-01)"
LSS_F = "LSS 24 f § (lag, gäller från 2011-07-01)"
OLD_5 = "SoL (2001:453) 14 kap. 6 § (lag, gällde 2011-07-01–2025-06-30, enligt sekundärkälla)"
OLD_6 = "SoL (2001:453) 14 kap. 7 § (lag, gällde 2011-07-01–2025-06-30, enligt sekundärkälla)"
NEW_5 = "SoL (2025:400) 27 kap. 5 § (lag, gäller från 2025-07-01)"
NEW_6 = "SoL (2025:400) 27 kap. 6 § (lag, gäller från 2025-07-01)"
LAST = "SOSFS 2011:5 5 kap. (i slutet) (föreskrift, gäller från 2011-07-01, enligt sekundärkälla)"


def judged(period: str, body: str, *rules: str) -> ReportResult:
    first, last = period.split("/")
    text = (
        "format: kvalitetsrapport/1\nstatus: färdig\nrapport:\n  kommun: K\n  nämnd: N\n"
        f"  period:\n    från: {first}\n    till: {last}\n{body}"
    )
    result, crashes = judge(read_document(text.encode(), "r.yaml"), CATALOGUE.only(rules))
    assert crashes == ()
    return result


def cited(period: str, body: str, rule: str) -> list[str]:
    (finding,) = judged(period, body, rule).findings
    return [citation.brief for citation in finding.citations]


@pytest.mark.parametrize(
    ("period", "of_remedy", "of_notice"),
    [
        ("2024-01-01/2024-12-31", [OLD_5], [OLD_6]),
        ("2024-07-01/2025-06-30", [OLD_5], [OLD_6]),
        ("2025-01-01/2025-12-31", [NEW_5, OLD_5], [NEW_6, OLD_6]),
        ("2025-06-30/2025-07-01", [NEW_5, OLD_5], [NEW_6, OLD_6]),
        ("2025-07-01/2026-06-30", [NEW_5], [NEW_6]),
        ("2026-01-01/2026-12-31", [NEW_5], [NEW_6]),
    ],
)
def test_the_same_report_cites_the_law_of_its_period(
    period: str, of_remedy: list[str], of_notice: list[str]
) -> None:
    assert cited(period, CASES, "LEX003") == [ADVICE, *of_remedy, LSS_E, LAST]
    assert cited(period, CASES, "LEX004") == [*of_notice, LSS_F]
    assert cited(period, CASES, "LEX005") == [ADVICE, *of_notice, LSS_F]
    assert cited(period, AREAS, "DEL008") == [*of_remedy, LSS_E, ADVICE]


@pytest.mark.parametrize(
    ("dates", "of_notice"),
    [
        ("inkom: 2025-03-01", [OLD_6]),
        ("inkom: 2025-06-30", [OLD_6]),
        ("inkom: 2025-07-01", [NEW_6]),
        ("inkom: 2025-06-01\n      beslut: 2025-09-01", [NEW_6]),
        ("inkom: 2025", [NEW_6, OLD_6]),
        ("verksamhet: Vuxna", [NEW_6, OLD_6]),
    ],
)
def test_a_dated_case_in_a_period_with_both_laws_cites_that_of_its_day(
    dates: str, of_notice: list[str]
) -> None:
    body = CASES.replace("nr: 1\n", f"nr: 1\n      {dates}\n")
    assert cited("2025-01-01/2025-12-31", body, "LEX004") == [*of_notice, LSS_F]


def test_a_rule_of_law_is_not_run_before_there_was_one_and_says_so() -> None:
    result = judged("2010-01-01/2010-12-31", CASES, "LEX004")
    assert [one for one in result.findings if one.rule == "LEX004"] == []
    assert [(one.rule, one.reason) for one in result.not_run] == [("LEX004", NOT_IN_FORCE)]


def test_a_dated_case_is_judged_by_a_law_that_came_within_the_period() -> None:
    early = CASES.replace("nr: 1\n", "nr: 1\n      inkom: 2011-05-01\n")
    result = judged("2011-01-01/2011-12-31", early, "LEX004")
    assert result.findings == ()
    reasons = [(one.rule, one.reason, one.span.line) for one in result.not_run]
    assert reasons == [("LEX004", NOT_IN_FORCE_THEN, 11)]
    late = CASES.replace("nr: 1\n", "nr: 1\n      inkom: 2011-08-01\n")
    assert [one.rule for one in judged("2011-01-01/2011-12-31", late, "LEX004").findings] == [
        "LEX004"
    ]


def test_a_rule_that_no_law_demands_runs_whatever_its_sources(bench: Bench) -> None:
    source = bench.source(first=date(2025, 7, 1))
    rule = bench.rule(basis=Basis.TEMPLATE, sources=("LAG-1",))
    body = (
        "avvikelser:\n  analys:\nrapport:\n  period:\n    från: 2024-01-01\n    till: 2024-12-31\n"
    )
    (finding,) = bench.judge(body, rule, sources=[source]).findings
    assert finding.citations == ()


PERIODS = [
    *(f"{year}-01-01/{year}-12-31" for year in range(2011, 2028)),
    *("2024-07-01/2025-06-30", "2025-07-01/2026-06-30", "2026-01-15/2027-01-14"),
]


@pytest.mark.parametrize("period", PERIODS)
def test_what_any_rule_could_cite_was_in_force_and_is_confirmed(period: str) -> None:
    first, last = map(date.fromisoformat, period.split("/"))
    text = f"format: kvalitetsrapport/1\nrapport:\n  period:\n    från: {first}\n    till: {last}\n"
    document = read_document(text.encode(), "r.yaml")
    report = read_report(document).report
    assert report is not None
    for bound in CATALOGUE.bound:
        cited = Findings(document, CATALOGUE, report).in_force(bound.rule, ())
        wanted = {
            key
            for key in bound.rule.sources
            if (source := CATALOGUE.sources[key]).confidence != MEMORY
            and (source.first or first) <= last
            and (source.last or last) >= first
        }
        assert {source.id for source in cited} == wanted, bound.rule.id


@pytest.mark.parametrize("period", PERIODS)
def test_whatever_a_rule_cites_was_in_force_and_is_confirmed(period: str) -> None:
    first, last = map(date.fromisoformat, period.split("/"))
    memory = {one.brief() for one in CATALOGUE.sources.values() if one.confidence == MEMORY}
    by_brief = {one.brief(): one for one in CATALOGUE.sources.values()}
    texts = (CASES, AREAS, "synpunkter:\n  totalt: 4\navvikelser:\n", "riskanalys:\n  text: x\n")
    told = 0
    for body in texts:
        for finding in judged(period, body, *(one.rule.id for one in CATALOGUE.checking)).findings:
            for citation in finding.citations:
                source = by_brief[citation.brief]
                told += 1
                assert citation.brief not in memory
                assert (source.first or first) <= last
                assert (source.last or last) >= first
                secondary = source.confidence == "SECONDARY"
                assert secondary == ("enligt sekundärkälla" in citation.full)
    assert told > 10
