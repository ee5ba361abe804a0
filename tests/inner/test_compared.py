"""Judging among other reports: what stops, what is counted, and how it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.outcome import Outcome
from checker.binding import bind_trusted
from checker.checks.before import previous_of
from checker.checks.kinds import Check, Where
from checker.document.model import Span
from checker.edition import Edition, Identity, Neighbours
from checker.engine import judge, judge_among, read_report
from checker.examples import judged
from checker.finding import Judged, Problem, Related, Severity
from checker.output.lines import UNICODE, plain
from checker.output.rule_markdown import rule_markdown
from checker.output.rule_page import rule_page
from checker.output.text import text
from checker.rule import Example, Examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.binding import Bound
    from checker.report import Item
    from tests.inner.conftest import Bench

TEXT = """\
rapport:
  kommun: Ekerö
  nämnd: Socialnämnden
  period:
    från: 2024-01-01
    till: 2024-12-31
avvikelser:
  totalt: 3
synpunkter:
  totalt: 4
"""
REASON = "ingen annan rapport är läst"


def bound(bench: Bench, run: object) -> Bound:
    rule = bench.rule(parameters={"items": ["avvikelser", "synpunkter"]})
    check = Check(run, Where, frozenset())  # type: ignore[arg-type]
    return replace(bind_trusted(rule), check=check)


@pytest.mark.parametrize("parts", [{"avvikelser", "synpunkter"}, {"synpunkter"}])
def test_a_rule_without_anything_to_compare_with_is_not_run_once_in_the_report(
    bench: Bench, parts: set[str]
) -> None:
    def check(item: Item, _ask: Where) -> Iterator[Problem]:
        if item.name in parts:  # the other has nothing to say, which is no pass
            previous_of(item)
            yield Problem(item.route)

    catalogue = bench.catalogue()
    run = judge(bench.document(TEXT), catalogue)[0].rules_run
    catalogue = replace(catalogue, bound=(*catalogue.bound, bound(bench, check)))
    result, crashes = judge(bench.document(TEXT), catalogue)
    assert crashes == ()
    assert [(one.rule, one.reason, one.span.line, one.route) for one in result.not_run] == [
        ("TST001", REASON, 4, ("rapport", "period"))
    ]
    assert (result.findings, result.rules_run, result.not_applicable) == ((), run, ())
    assert (result.previous, result.not_compared) == ("", REASON)


def test_what_came_before_the_stop_stands_and_the_rule_was_run(bench: Bench) -> None:
    def check(item: Item, _ask: Where) -> Iterator[Judged]:
        if item.name == "avvikelser":
            yield Judged(item.route, Outcome.AGREES)
        previous_of(item)

    catalogue = bench.catalogue()
    run = judge(bench.document(TEXT), catalogue)[0].rules_run
    catalogue = replace(catalogue, bound=(*catalogue.bound, bound(bench, check)))
    result, _ = judge(bench.document(TEXT), catalogue)
    assert (result.arithmetic[Outcome.AGREES], result.rules_run) == (1, run + 1)
    assert [one.reason for one in result.not_run] == [REASON]


def test_a_report_is_told_what_it_was_compared_with(bench: Bench) -> None:
    reading = read_report(bench.document(TEXT))
    assert reading.report is not None
    assert reading.report.period is not None
    identity = Identity("ekerö", "socialnämnden", "", reading.report.period)
    neighbours = Neighbours(Edition("förra.yaml", identity), "")
    result, _ = judge_among(reading, bench.catalogue(), neighbours)
    assert (result.previous, result.not_compared) == ("förra.yaml", "")


def elsewhere(bench: Bench, count: int, severity: Severity) -> list[str]:
    related = tuple(
        Related("förra.yaml", Span(number, 1, number, 2), (), f"tal {number}")
        for number in range(1, count + 1)
    )
    finding = bench.finding(related=related, severity=severity)
    return plain(text(bench.result(bench.report_result(finding)))).splitlines()


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.INFO])
def test_places_in_another_file_are_told_by_file_and_line(bench: Bench, severity: Severity) -> None:
    rows = elsewhere(bench, 2, severity)
    assert [row for row in rows if "förra.yaml" in row] == [
        "     jfr förra.yaml rad 1: tal 1",
        "     jfr förra.yaml rad 2: tal 2",
    ]
    assert not [row for row in rows if "till" in row]


def test_of_many_places_in_other_files_the_first_are_told(bench: Bench) -> None:
    rows = elsewhere(bench, 9, Severity.ERROR)
    assert len([row for row in rows if "jfr förra.yaml" in row]) == 6
    assert "     och 3 ställen till i andra filer" in rows


EXAMPLE = Example(
    name="ett exempel",
    report="avvikelser:\n  totalt: 3\n",
    previous="synpunkter:\n  totalt: 1\n",
    files=("rapport:\n  nämnd: Omsorgsnämnden\n", ""),
)


def test_the_pages_of_a_rule_show_the_other_reports_of_its_examples(bench: Bench) -> None:
    rule = bench.rule(examples=Examples(good=(EXAMPLE,), bad=()))
    page = plain(rule_page(rule, [], 80, UNICODE))
    assert page.endswith(
        "Rätt: ett exempel\n"
        "  │ avvikelser:\n"
        "  │   totalt: 3\n"
        "  Förra rapporten:\n"
        "  │ synpunkter:\n"
        "  │   totalt: 1\n"
        "  En annan rapport i samma mapp:\n"
        "  │ rapport:\n"
        "  │   nämnd: Omsorgsnämnden\n"
        "  En annan rapport i samma mapp:\n"
        "  │ (samma kommun, nämnd och period)\n"
    )
    assert rule_markdown(rule, []).endswith(
        "```yaml\navvikelser:\n  totalt: 3\n```\n\nFörra rapporten:\n\n```yaml\nsynpunkter:\n"
        "  totalt: 1\n```\n\nEn annan rapport i samma mapp:\n\n```yaml\nrapport:\n"
        "  nämnd: Omsorgsnämnden\n```\n\nEn annan rapport i samma mapp:\n\n"
        "(samma kommun, nämnd och period)\n"
    )


@pytest.mark.parametrize(
    ("previous", "compared"),
    [
        ("avvikelser:\n  totalt: 1\n", "förra-året.yaml"),
        ("rapport:\n  slag: lex Sarah-rapport\n", ""),
        ("rapport:\n  period:\n    från: 2023-07-01\n    till: 2023-12-31\n", ""),
        ("status: utkast\n", ""),
        ("", ""),
    ],
    ids=["head supplied", "own kind", "own period", "own status", "none"],
)
def test_what_an_earlier_report_of_an_example_says_itself_stands(
    bench: Bench, previous: str, compared: str
) -> None:
    example = replace(EXAMPLE, previous=previous, files=())
    result, crashes = judged(example, bench.catalogue())
    assert crashes == ()
    assert result.previous == compared


def test_an_example_that_is_no_report_is_judged_by_itself(bench: Bench) -> None:
    example = Example(name="trasig", report="format: recept/1\n", bare=True, previous="a: 1\n")
    result, _ = judged(example, bench.catalogue())
    assert (result.judged, result.previous) == (False, "")
