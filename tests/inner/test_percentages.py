"""Percentages without counts in a report: what is told, where, in which words, and what counts."""

from __future__ import annotations

from functools import cache
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.outcome import Outcome
from checker.catalog import Catalogue, read_catalogue
from checker.engine import judge
from checker.examples import document
from checker.resources import folder
from checker.rule import Example

if TYPE_CHECKING:
    from checker.result import ReportResult

AGREES, MAY_AGREE, DISAGREES, NOT_TESTABLE = Outcome


@cache
def catalogue() -> Catalogue:
    return read_catalogue(folder("rules"))


def judged(report: str) -> ReportResult:
    result, crashes = judge(document(Example(name="x", report=report)), catalogue())
    assert crashes == ()
    return result


def share(text: str, total: str = "") -> ReportResult:
    lines = [total, "andelar:", "  - gäller: Besvarade i tid", f"    andel: {text}"]
    return judged("synpunkter:\n" + indent("\n".join(filter(None, lines)), "  "))


def survey(*lines: str) -> ReportResult:
    head = "egenkontroll:\n  brukarundersökning:\n    enkäter:\n      - namn: Enkät\n"
    return judged(head + indent("\n".join(lines), "        "))


def told(result: ReportResult) -> list[tuple[str, str, str]]:
    """What the rules of shares tell: the rule, the key that it stands at, the message."""
    return [
        (one.rule, str(one.route[-1]), one.message)
        for one in result.findings
        if one.rule.startswith("AND")
    ]


def untested(result: ReportResult) -> list[str]:
    return [one.reason for one in result.not_testable]


def test_the_two_nearest_possible_shares_are_told() -> None:
    result = share("35 % av 8")
    message = (
        "Av 8 kan det inte bli 35 %: 2 av 8 är 25 % och 3 av 8 är 37,5 %. "
        "Rätta procenttalet eller antalet."
    )
    assert told(result) == [("AND004", "andel", message)]
    assert result.arithmetic == {DISAGREES: 1}


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("101 % av 8", "Av 8 kan det inte bli 101 %: 8 av 8 är 100 %."),
        (
            "45 % av 3-5",
            "Av ett antal som är mellan 3 och 5 kan det inte bli 45 %: 2 av 5 är 40 % och",
        ),
        (
            "4 (95 %)",
            "4 kan inte vara 95 % av ett helt antal: 4 av 5 är 80 % och 4 av 4 är 100 %.",
        ),
        (
            "<3 (70 %)",
            "Ett antal som är mellan 1 och 2 kan inte vara 70 % av ett helt antal: 2 av 3 är",
        ),
        ("0 (95 %)", "0 kan inte vara 95 % av ett helt antal: inget antal ger det."),
        ("33,34 % av 300", "Av 300 kan det inte bli 33,34 %: 100 av 300 är 33,333 % och"),
        ("35,13 % av 300", "Av 300 kan det inte bli 35,13 %: 105 av 300 är 35 % och"),
    ],
)
def test_an_impossible_share_is_told_in_words(text: str, begins: str) -> None:
    ((rule, key, message),) = told(share(text))
    assert (rule, key) == ("AND004", "andel")
    assert message.startswith(begins)


def test_a_share_of_the_total_points_to_the_total() -> None:
    result = share("90 % av totalt", "totalt: 8")
    (finding,) = [one for one in result.findings if one.rule == "AND004"]
    assert [(one.route[-1], one.message) for one in finding.related] == [("totalt", "totalen")]


@pytest.mark.parametrize("text", ["37 % av 8", "38 % av 8", "4 (29 %)", "ca 40 % av 8"])
def test_a_possible_share_may_agree_and_is_counted_once(text: str) -> None:
    result = share(text)
    assert told(result) == []
    assert result.arithmetic == {MAY_AGREE: 1}


@pytest.mark.parametrize(
    ("text", "total", "reason"),
    [
        ("35 %", "", "andelen har inget antal att räkna på"),
        ("35 % av 100", "", "andelen har inget antal att räkna på"),
        ("35 % av 0", "", "andelen har inget antal att räkna på"),
        ("35 % av ..", "", "andelen har inget antal att räkna på"),
        ("35 % av totalt", "", "delen har ingen total att räkna på"),
        ("4 av totalt", "", "delen har ingen total att räkna på"),
        ("4 av totalt (29 %)", "", "delen har ingen total att räkna på"),
        ("215 (40 %)", "", "andelen säger inte vad den är en del av"),
    ],
)
def test_what_could_not_have_failed_is_not_called_tested(
    text: str, total: str, reason: str
) -> None:
    result = share(text, total)
    assert told(result) == []
    assert (untested(result), result.arithmetic) == ([reason], {NOT_TESTABLE: 1})


def test_a_share_of_an_unknown_total_can_still_be_impossible() -> None:
    ((rule, _, message),) = told(share("4 av totalt (95 %)"))
    assert (rule, message[:33]) == ("AND004", "4 kan inte vara 95 % av ett helt ")


def test_a_cut_off_share_without_its_count_is_a_slip() -> None:
    result = share("66 % av 3")
    message = (
        "2 av 3 är 66,67 %, men här står 66 %. Decimalerna är avhuggna; avrunda till närmaste tal."
    )
    assert told(result) == [("AND002", "andel", message)]
    assert result.arithmetic == {DISAGREES: 1}


def test_a_response_rate_is_tested_with_the_one_number_that_is_there() -> None:
    asked = survey("utskickade: 13", "svarsfrekvens: 35 %")
    message = (
        "Av 13 kan det inte bli 35 %: 4 av 13 är 30,77 % och 5 av 13 är 38,46 %. "
        "Rätta procenttalet eller antalet."
    )
    assert told(asked) == [("AND004", "svarsfrekvens", message)]
    handed_out = survey("utlämnade: 13", "svarsfrekvens: 38 %")
    assert (told(handed_out), handed_out.arithmetic) == ([], {MAY_AGREE: 1})
    many = survey("svar: 27 872", "svarsfrekvens: 39,8 %")
    assert untested(many) == ["det står inte hur många som tillfrågades"]
    neither = survey("svarsfrekvens: 39,8 %")
    assert untested(neither) == ["andelen har inget antal att räkna på"]


GROUPS = ("fördelning:", "  Kvinnor: 60 %", "  Män: 40 %")
ANSWERS = ("fördelning:", "  Ja: 62 %", "  Nej: 12 %", "  Delvis: 12 %", "  Vet inte: 12 %")


def test_a_distribution_that_fewer_answers_explain_is_something_to_look_at() -> None:
    result = survey("svar: 36", *GROUPS)
    message = (
        "Procenttalen i fördelningen går inte ihop med 36 svar: 60 % går inte att få, för 21 av 36 "
        "är 58,33 % och 22 av 36 är 61,11 %. Antingen är ett tal fel, eller så svarade högst 35 på "
        "frågan; skriv i så fall hur många under svar_på_frågan."
    )
    assert told(result) == [("AND006", "fördelning", message)]
    (finding,) = [one for one in result.findings if one.rule == "AND006"]
    assert [(one.route[-1], one.message) for one in finding.related] == [
        ("svar", "svar"),
        ("Kvinnor", "går inte att få"),
        ("Män", "går inte att få"),
    ]
    assert result.arithmetic == {AGREES: 1, DISAGREES: 1}


def test_to_say_how_many_answered_the_question_settles_it() -> None:
    result = survey("svar: 36", "svar_på_frågan: 35", *GROUPS)
    assert (told(result), result.arithmetic) == ([], {AGREES: 1, MAY_AGREE: 1})
    ((rule, _, message),) = told(survey("svar: 36", "svar_på_frågan: 34", *GROUPS))
    assert rule == "AND005"
    assert message == (
        "Procenttalen i fördelningen går inte ihop med 34 svar: 60 % går inte att få, för 20 av 34 "
        "är 58,82 % och 21 av 34 är 61,76 %. Rätta det tal som är fel."
    )


def test_example_12_says_what_the_groups_make_together() -> None:
    ((rule, key, message),) = told(survey("svar_på_frågan: 26", *ANSWERS))
    assert (rule, key) == ("AND005", "fördelning")
    assert message == (
        "Procenttalen i fördelningen går inte ihop med 26 svar: var för sig är de möjliga, men "
        "grupperna blir tillsammans 25. Rätta det tal som är fel."
    )
    assert told(survey("svar: ca 26", *ANSWERS))[0][:1] == ("AND006",)
    ((_, _, message),) = told(survey("svar_på_frågan: 25-26", *ANSWERS))
    assert "mellan 25 och 26 svar: inget antal däremellan ger alla på en gång." in message


def test_what_no_number_of_answers_explains_is_an_error() -> None:
    ((rule, _, message),) = told(survey("svar: 8", "fördelning:", "  Ja: 65 %", "  Nej: 35 %"))
    assert rule == "AND005"
    assert "Det går inte ihop heller om färre svarade på frågan. Rätta det tal" in message


def test_one_mistake_in_a_distribution_is_told_once() -> None:
    too_little = survey("svar: 36", "fördelning:", "  Ja: 60 %", "  Nej: 30 %")
    assert [rule for rule, _, _ in told(too_little)] == ["AND003"]
    assert too_little.arithmetic == {DISAGREES: 1}
    own_counts = survey("svar: 36", "fördelning:", "  Ja: 21 av 35 (60 %)", "  Nej: 40 %")
    assert (told(own_counts), own_counts.arithmetic) == ([], {AGREES: 2})
    own_base = survey("svar: 36", "fördelning:", "  Ja: 60 % av 35", "  Nej: 41 % av 35")
    assert [(rule, key) for rule, key, _ in told(own_base)] == [("AND004", "Nej")]


def test_an_unknown_row_can_be_anything() -> None:
    rows = ("fördelning:", "  Ja: 61 %", "  Nej: ..")
    result = survey("svar: 36", *rows)
    assert (told(result), result.arithmetic) == ([], {NOT_TESTABLE: 1, MAY_AGREE: 1})
    assert [rule for rule, _, _ in told(survey("svar: 37", *rows))] == ["AND006"]


def test_a_distribution_of_no_stated_number_is_left_to_its_sum() -> None:
    result = survey(*GROUPS)
    assert (told(result), result.arithmetic) == ([], {AGREES: 1})
    unbounded = survey("svar: minst 30", *GROUPS)
    assert untested(unbounded) == ["antalet svar är noll eller för osäkert för att räkna på"]


def test_more_answers_to_a_question_than_to_the_survey_is_an_error() -> None:
    ((rule, key, message),) = told(survey("svar: 36", "svar_på_frågan: 63"))
    assert (rule, key) == ("AND001", "svar_på_frågan")
    assert "63 av 36 är mer än hela antalet" in message


def test_a_number_that_cannot_be_read_stops_only_what_needs_it() -> None:
    lines = ("utskickade: 113", "svar: 36", "svarsfrekvens: 62 %", "svar_på_frågan: –")
    result = survey(*lines, *GROUPS)
    assert [rule for rule, _, _ in told(result)] == ["AND001"]
    rules = {one.rule for one in result.not_run if one.rule.startswith("AND")}
    assert rules == {"AND001", "AND005", "AND006"}
