"""From problems to findings: words, places, norms and identity."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from checker.document.model import Fault, Span
from checker.engine import judge
from checker.finding import Basis, Finding, Problem, Related, Severity
from checker.report import Report
from checker.schema.shape import read_shape
from checker.sources import Source
from checker.wording import Findings

if TYPE_CHECKING:
    from checker.rule import Rule
    from tests.inner.conftest import Bench

TEXT = """\
avvikelser:
  totalt: 3
  analys: |
    Första raden.
    Andra raden.
lex_sarah:
  ärenden:
    - nr: LS-1
      händelser: [x]
    - händelser: [x]
    - händelser: [x]
    - händelser: [x]
"""
CASES = ("lex_sarah", "ärenden")


def findings(bench: Bench, rule: Rule, text: str = TEXT, **more: Any) -> Findings:
    document = bench.document(text)
    shape = read_shape(document)
    catalogue = bench.catalogue(rule, **more)
    return Findings(document, catalogue, Report(document, shape.values, shape.broken))


def worded(bench: Bench, rule: Rule, *problems: Problem, text: str = TEXT) -> tuple[Finding, ...]:
    found = findings(bench, rule, text)
    for problem in problems:
        found.add(rule, problem)
    return found.all()


# --- one problem ---


def test_a_problem_becomes_a_finding_with_words_and_places(bench: Bench) -> None:
    rule = bench.rule(message="{a} och {b}.", fix=" Gör så.\n", basis=Basis.TEMPLATE)
    problem = Problem(
        ("avvikelser", "totalt"), {"a": "1", "b": "{a}"}, (((*CASES, 0, "nr"), "här"),)
    )
    (finding,) = worded(bench, rule, problem)
    assert finding == Finding(
        rule="TST001",
        name="en-regel",
        severity=Severity.ERROR,
        basis=Basis.TEMPLATE,
        message="1 och {a}.",
        help="Gör så.",
        todo=False,
        file="namn.yaml",
        span=Span(2, 11, 2, 12),
        route=("avvikelser", "totalt"),
        crumbs="avvikelser › totalt",
        related=(Related("namn.yaml", Span(8, 11, 8, 15), (*CASES, 0, "nr"), "här"),),
        citations=(),
        fingerprint=finding.fingerprint,
        places=1,
        values={"a": "1", "b": "{a}"},
    )


def test_what_is_absent_is_told_at_the_key_above(bench: Bench) -> None:
    (finding,) = worded(bench, bench.rule(), Problem(("lex_sarah", "analys", "x")))
    assert finding.span == Span(6, 1, 6, 10)


def test_a_line_of_a_text_has_its_own_place(bench: Bench) -> None:
    (finding,) = worded(bench, bench.rule(), Problem(("avvikelser", "analys"), text_line=1))
    assert finding.span == Span(5, 5, 5, 17)


@pytest.mark.parametrize(
    ("status", "when_draft", "todo"),
    [
        ("utkast", "todo", True),
        ("utkast", "finding", False),
        ("färdig", "todo", False),
    ],
)
def test_in_a_draft_what_is_missing_is_to_do(
    bench: Bench,
    status: str,
    when_draft: Any,
    todo: bool,  # noqa: FBT001
) -> None:
    rule = bench.rule(when_draft=when_draft)
    (finding,) = worded(
        bench, rule, Problem(("avvikelser",)), text=f"status: {status}\navvikelser:\n"
    )
    assert finding.todo is todo


def test_a_fault_of_the_file_has_places_of_its_own(bench: Bench) -> None:
    found = findings(bench, bench.rule())
    found.add_fault(
        Fault(
            "duplicate-key",
            Span(9, 1, 9, 4),
            {"nyckel": "totalt"},
            ("avvikelser", "totalt"),
            ((Span(2, 1, 2, 4), "här står den första"),),
        )
    )
    (finding,) = found.all()
    assert finding.name == "duplicate-key"
    assert finding.message == "Läsfel duplicate-key: totalt {förslag}"
    assert (finding.span, finding.route) == (Span(9, 1, 9, 4), ("avvikelser", "totalt"))
    assert finding.crumbs == "avvikelser › totalt"
    place = ("avvikelser", "totalt")
    first = Related("namn.yaml", Span(2, 1, 2, 4), place, "här står den första")
    assert finding.related == (first,)


def test_a_fault_of_a_file_that_is_no_report_has_no_crumbs(bench: Bench) -> None:
    document = bench.document(TEXT)
    found = Findings(document, bench.catalogue())
    found.add_fault(Fault("empty", Span(1, 1, 1, 1)))
    (finding,) = found.all()
    assert (finding.crumbs, finding.route, finding.todo) == ("", (), False)


def test_a_name_in_the_crumbs_is_shown_safely(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "34"
    text = f"verksamhetsområden:\n  - namn: {number}\n    analys:\n"
    (finding,) = worded(
        bench, bench.rule(), Problem(("verksamhetsområden", 0, "analys")), text=text
    )
    assert finding.crumbs == "ÅÅMMDD-XXXX › analys"


# --- many places ---


def case(index: int) -> Problem:
    return Problem((*CASES, index), {"vad": f"ärende {index}"})


def test_three_places_are_three_findings(bench: Bench) -> None:
    found = worded(bench, bench.rule(), case(2), case(0), case(1))
    assert [(one.span.line, one.places, one.related) for one in found] == [
        (8, 1, ()),
        (10, 1, ()),
        (11, 1, ()),
    ]


def test_more_than_three_places_are_one_finding_with_the_first_in_front(bench: Bench) -> None:
    (finding,) = worded(
        bench, bench.rule(message="Något saknas."), case(3), case(1), case(0), case(2)
    )
    assert finding.message == "Något saknas. Samma sak gäller 3 ställen till."
    assert finding.places == 4
    assert (finding.span.line, finding.route) == (8, (*CASES, 0))
    assert [(one.span.line, one.route, one.message) for one in finding.related] == [
        (10, (*CASES, 1), "lex_sarah › ärenden › 2"),
        (11, (*CASES, 2), "lex_sarah › ärenden › 3"),
        (12, (*CASES, 3), "lex_sarah › ärenden › 4"),
    ]


def test_another_place_says_what_is_the_matter_there_when_it_is_something_else(
    bench: Bench,
) -> None:
    rule = bench.rule(message="{vad} saknas.")
    (finding,) = worded(bench, rule, *map(case, range(4)))
    assert [one.message for one in finding.related] == [
        "ärende 1 saknas.",
        "ärende 2 saknas.",
        "ärende 3 saknas.",
    ]


def test_a_rule_can_label_the_other_places(bench: Bench) -> None:
    rule = bench.rule(message="{vad} saknas.", label="{vad} också")
    (finding,) = worded(bench, rule, *map(case, range(4)))
    assert finding.related[0].message == "ärende 1 också"


def test_a_rule_can_word_many_places_itself(bench: Bench) -> None:
    rule = bench.rule(message="x", message_many="{antal} ärenden, först {vad}.")
    (finding,) = worded(bench, rule, *map(case, range(4)))
    assert finding.message == "4 ärenden, först ärende 0."


@pytest.mark.parametrize(("many", "places"), [(1, [1]), (2, [2]), (4, [4])])
def test_a_rule_can_have_all_its_places_told_together(
    bench: Bench, many: int, places: list[int]
) -> None:
    rule = bench.rule(together=True, message="x", message_many="{antal} ärenden.")
    found = worded(bench, rule, *map(case, range(many)))
    assert [one.places for one in found] == places
    assert found[0].message == ("x" if many == 1 else f"{many} ärenden.")


def test_the_first_places_own_related_ones_stay_in_front(bench: Bench) -> None:
    rule = bench.rule(together=True)
    first = Problem((*CASES, 0), related=((("avvikelser", "totalt"), "totalen"),))
    (finding,) = worded(bench, rule, first, case(1))
    assert [one.message for one in finding.related] == ["totalen", "lex_sarah › ärenden › 2"]


def test_findings_of_several_rules_stand_in_the_order_of_the_text(bench: Bench) -> None:
    one, other = bench.rule(id="TST001"), bench.rule(id="TST002", name="annan")
    document = bench.document(TEXT)
    found = Findings(document, bench.catalogue(one, other))
    found.add(other, Problem(("avvikelser",)))
    found.add(one, case(1))
    found.add(one, Problem(("avvikelser",)))
    assert [(each.rule, each.span.line) for each in found.all()] == [
        ("TST001", 1),
        ("TST002", 1),
        ("TST001", 10),
    ]


# --- fingerprints ---


def prints(bench: Bench, text: str, *problems: Problem, **changes: Any) -> list[str]:
    rule = bench.rule(together=False, **changes)
    return [finding.fingerprint for finding in worded(bench, rule, *problems, text=text)]


def test_a_fingerprint_does_not_know_lines_or_words(bench: Bench) -> None:
    problem = Problem((*CASES, 0), {"a": "1"})
    moved = "# en kommentar\n\n" + TEXT.replace("totalt: 3", "totalt: 4\n  föregående: 1")
    before = prints(bench, TEXT, problem)
    assert prints(bench, moved, problem) == before
    other = Problem((*CASES, 0), {"a": "2"})
    assert prints(bench, TEXT, other, message="Andra ord {a}.") == before


def test_a_fingerprint_follows_a_case_by_its_number(bench: Bench) -> None:
    text = "lex_sarah:\n  ärenden:\n    - nr: LS-0\n    - nr: LS-1\n"
    one = prints(bench, TEXT, Problem((*CASES, 0)))
    assert prints(bench, text, Problem((*CASES, 1))) == one
    assert prints(bench, text, Problem((*CASES, 0))) != one


def test_a_fingerprint_is_of_one_rule_one_file_one_place_and_one_time(bench: Bench) -> None:
    place = Problem((*CASES, 0))
    first, second = prints(bench, TEXT, place, place)
    others = [
        second,
        *prints(bench, TEXT, Problem((*CASES, 1))),
        *prints(bench, TEXT, place, id="TST002"),
    ]
    rule = bench.rule()
    document = bench.document(TEXT, "annan.yaml")
    shape = read_shape(document)
    found = Findings(document, bench.catalogue(rule), Report(document, shape.values, shape.broken))
    found.add(rule, place)
    others.append(found.all()[0].fingerprint)
    assert len({first, *others}) == 5
    assert all(len(one) == 32 and set(one) <= set("0123456789abcdef") for one in (first, *others))


# --- norms ---

OLD = Source(
    *("GAMMAL", "Socialtjänstlagen (2001:453)", "SoL", "14 kap. 6 §", "law"),
    *(date(2002, 1, 1), date(2025, 6, 30), "Text.", "VERIFIED"),
)
NEW = Source(
    *("NY", "Socialtjänstlagen (2025:400)", "SoL", "27 kap. 5 §", "law"),
    *(date(2025, 7, 1), None, "Text.", "VERIFIED"),
)
MEMORY = Source("MINNE", "Lag", "Lag", "1 §", "law", None, None, "Text.", "MEMORY")
CITED_OLD = "Socialtjänstlagen (2001:453), 14 kap. 6 § (lag, gällde 2002-01-01–2025-06-30)"
CITED_NEW = "Socialtjänstlagen (2025:400), 27 kap. 5 § (lag, gäller från 2025-07-01)"


def cited(bench: Bench, text: str, *route: str | int, **changes: Any) -> list[str]:
    rule = bench.rule(sources=("MINNE", "GAMMAL", "NY"), **changes)
    found = findings(bench, rule, text, sources=(OLD, NEW, MEMORY))
    found.add(rule, Problem(route))
    return [citation.full for citation in found.all()[0].citations]


PERIOD = "rapport:\n  period:\n    från: {}\n    till: {}\n"


@pytest.mark.parametrize(
    ("first", "last", "citations"),
    [
        ("2024-01-01", "2024-12-31", [CITED_OLD]),
        ("2025-07-01", "2026-06-30", [CITED_NEW]),
        ("2025-01-01", "2025-12-31", [CITED_OLD, CITED_NEW]),
        ("1999-01-01", "1999-12-31", []),
    ],
)
def test_the_norms_of_the_reports_period_are_cited(
    bench: Bench, first: str, last: str, citations: list[str]
) -> None:
    assert cited(bench, PERIOD.format(first, last), "avvikelser") == citations


def test_without_a_known_period_every_citable_norm_is_cited(bench: Bench) -> None:
    assert cited(bench, "avvikelser:\n", "avvikelser") == [CITED_OLD, CITED_NEW]


@pytest.mark.parametrize(
    ("name", "day", "citations"),
    [
        ("från", "2024-01-01", [CITED_OLD]),
        ("från", "2025-07-01", [CITED_NEW]),
        ("till", "2025-06-30", [CITED_OLD]),
        ("till", "2026", [CITED_NEW]),
    ],
)
def test_of_a_period_with_one_end_that_end_decides(
    bench: Bench, name: str, day: str, citations: list[str]
) -> None:
    text = f"rapport:\n  period:\n    {name}: {day}\n"
    assert cited(bench, text, "avvikelser") == citations


def test_a_citation_has_a_brief_form(bench: Bench) -> None:
    rule = bench.rule(sources=("NY",))
    found = findings(bench, rule, sources=(NEW,))
    found.add(rule, Problem(("avvikelser",)))
    (citation,) = found.all()[0].citations
    assert citation.brief == "SoL 27 kap. 5 § (lag, gäller från 2025-07-01)"


YEAR_2025 = PERIOD.format("2025-01-01", "2025-12-31")


@pytest.mark.parametrize("name", ["beslut", "inkom", "inträffade"])
@pytest.mark.parametrize(
    ("day", "citations"),
    [
        ("2025-03-14", [CITED_OLD]),
        ("2025-06-30", [CITED_OLD]),
        ("2025-07-01", [CITED_NEW]),
        ("2025-09", [CITED_NEW]),
        ("2025", [CITED_OLD, CITED_NEW]),
    ],
)
def test_what_is_dated_is_judged_by_the_norm_of_its_day(
    bench: Bench, name: str, day: str, citations: list[str]
) -> None:
    text = f"{YEAR_2025}lex_sarah:\n  ärenden:\n    - nr: 1\n      {name}: {day}\n"
    assert cited(bench, text, *CASES, 0, "ivo", "anmäld") == citations
    assert cited(bench, text, *CASES, 0) == citations
    assert cited(bench, text, "lex_sarah") == [CITED_OLD, CITED_NEW]


def test_the_decision_goes_before_the_day_that_a_case_came_in(bench: Bench) -> None:
    text = f"{YEAR_2025}lex_sarah:\n  ärenden:\n    - {{inkom: 2025-03-01, beslut: 2025-09-01}}\n"
    assert cited(bench, text, *CASES, 0) == [CITED_NEW]


def test_the_nearest_date_counts(bench: Bench) -> None:
    text = (
        f"{YEAR_2025}lex_sarah:\n  ärenden:\n    - beslut: 2025-03-01\n"
        "      ivo: {anmäld: ja, datum: 2025-09-01}\n"
    )
    assert cited(bench, text, *CASES, 0, "ivo", "anmäld") == [CITED_NEW]
    assert cited(bench, text, *CASES, 0, "åtgärder") == [CITED_OLD]


def test_a_case_from_before_the_law_is_not_judged_by_it(bench: Bench) -> None:
    rule = bench.rule(
        basis=Basis.LAW,
        sources=("NY",),
        check="each_has",
        parameters={"items": ["**.ärenden[*]"], "any_of": ["ivo"]},
        message="{fält} saknas.",
    )
    text = f"{YEAR_2025}lex_sarah:\n  ärenden:\n    - beslut: 2025-03-01\n"
    document = bench.document(text)
    result, _ = judge(document, bench.catalogue(rule, sources=(NEW,)))
    assert result.findings == ()
    assert [one.rule for one in result.not_run] == ["TST001"]


def test_a_case_from_before_the_period_is_judged_by_the_norm_of_its_day(bench: Bench) -> None:
    rule = bench.rule(
        basis=Basis.LAW,
        sources=("GAMMAL",),
        check="each_has",
        parameters={"items": ["**.ärenden[*]"], "any_of": ["ivo"]},
        message="{fält} saknas.",
    )
    period = PERIOD.format("2025-07-01", "2026-06-30")
    text = f"{period}lex_sarah:\n  ärenden:\n    - beslut: 2025-03-01\n"
    result, _ = judge(bench.document(text), bench.catalogue(rule, sources=(OLD,)))
    assert [one.full for finding in result.findings for one in finding.citations] == [CITED_OLD]


def test_a_number_in_the_help_of_a_rule_is_masked(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "35"
    rule = bench.rule(fix=f"Skriv inte {number}.")
    (finding,) = bench.judge("avvikelser:\n  analys:\n", rule).findings
    assert finding.help == "Skriv inte ÅÅMMDD-XXXX."
