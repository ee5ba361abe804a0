"""The figures on top of the kravöversikt, and the reports beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.finding import Severity
from checker.overview.counts import COLUMNS
from checker.overview.grid import grid
from checker.overview.page import Place, State, Table
from checker.result import Crash, Refused
from tests.overview.gridded import CATALOGUE, report, result_of, tables, told

CASES = [one.key for one in COLUMNS].index("cases")
FIVE = slice(CASES, CASES + 5)
TWO_AREAS = """\
    lex_sarah:
      analys: Se områdena.
    verksamhetsområden:
      - namn: Vuxna
        lex_sarah:
          ärenden:
            - nr: "1"
              bedömning: allvarligt missförhållande
              åtgärder:
                se_ärende: "2"
            - nr: "2"
              bedömning: påtaglig risk för allvarligt missförhållande
              ivo:
                anmäld: nej
            - nr: "3"
              bedömning: utredning pågår
            - nr: "4"
              bedömning: inget missförhållande
      - namn: Äldreomsorg
        lex_sarah:
          ärenden:
            - nr: "5"
              bedömning: missförhållande
      - namn: Barn
"""


def counts(text: str, **changes: str) -> Table:
    return tables(report(text, **changes))["counts"]  # type: ignore[arg-type]


def cases(text: str) -> list[list[str]]:
    return [told(row)[FIVE] for row in counts(text).rows]


def figures(table: Table, row: int = 0) -> dict[str, str]:
    return dict(zip((one.key for one in COLUMNS), told(table.rows[row]), strict=True))


def test_cases_are_counted_for_the_report_and_for_each_area() -> None:
    assert cases(TWO_AREAS) == [
        ["5", "2", "1", "1", "2"],
        ["4", "2", "1", "1", "1"],
        ["1", "0", "0", "0", "1"],
        ["uppgift saknas"] * 5,
    ]
    table = counts(TWO_AREAS)
    assert [told(row)[:2] for row in table.rows] == [
        ["namn.yaml", "Hela rapporten"],
        ["namn.yaml", "Vuxna"],
        ["namn.yaml", "Äldreomsorg"],
        ["namn.yaml", "Barn"],
    ]


def test_a_count_leads_to_its_cases() -> None:
    serious = counts(TWO_AREAS).rows[1].cells[CASES + 1]
    route = ("verksamhetsområden", 0, "lex_sarah", "ärenden", 0)
    assert serious.places[0] == Place("namn.yaml", 15, route)
    assert len(serious.places) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("avvikelser:\n  totalt: 3\n", "uppgift saknas"),
        ("lex_sarah:\n  text: Arbetet fortgår.\n", "uppgift saknas"),
        ("lex_sarah:\n  rapporter:\n    inkomna: 4\n", "uppgift saknas"),
        ("lex_sarah:\n  rapporter:\n    inkomna: 0\n", "0"),
        ("lex_sarah:\n  antal_ärenden: 0\n", "0"),
        ("lex_sarah:\n  rapporter:\n    inkomna: <5\n", "uppgift saknas"),
        ("lex_sarah:\n  ej_aktuellt: Ingen verksamhet.\n", "ej aktuellt"),
        ('lex_sarah:\n  visar_delar: ja\n  ärenden:\n    - nr: "1"\n', "minst 1"),
        ('lex_sarah:\n  ärenden:\n    - nr: "1"\n    - 3\n', "minst 1"),
    ],
)
def test_the_number_of_cases_says_what_is_known(text: str, said: str) -> None:
    assert cases(text)[0][0] == said


def test_a_case_whose_assessment_cannot_be_read_may_be_any() -> None:
    text = 'lex_sarah:\n  ärenden:\n    - nr: "1"\n      bedömning: förskräckligt\n'
    assert cases(text) == [["1", *["minst 0"] * 4]]


def test_an_area_whose_cases_are_told_for_the_whole_says_so() -> None:
    text = 'lex_sarah:\n  ärenden:\n    - nr: "1"\nverksamhetsområden:\n  - namn: Vuxna\n'
    assert cases(text)[1] == ["för hela rapporten"] * 5


def test_an_area_that_tells_of_reports_but_not_of_cases_makes_the_sum_a_least() -> None:
    text = TWO_AREAS + "        lex_sarah:\n          rapporter:\n            inkomna: 4\n"
    assert [row[0] for row in cases(text)] == ["minst 5", "4", "1", "uppgift saknas"]


def test_what_is_unanswered_in_the_areas_is_the_reports_sum() -> None:
    table = counts(TWO_AREAS)
    own = [int(figures(table, row)["unanswered"]) for row in range(4)]
    # Seven parts in each area and the results in one; two analyses, two measures, one word of IVO;
    # and for the whole report that somebody has read it for secrecy's sake.
    assert own == [27 + 1, 7 + 3, 7 + 2, 7 + 1]
    # Of the ten parts that the template demands, this tells of deviations, results and a summary.
    assert figures(counts("avvikelser:\n  totalt: 0\n"))["unanswered"] == str(7 + 1)


def test_findings_are_counted_by_severity_in_the_areas_that_they_are_about() -> None:
    table = counts(TWO_AREAS)
    found = [figures(table, row) for row in range(4)]
    assert [one["errors"] for one in found] == ["27", "11", "8", "8"]
    # The two analyses are one finding, which is told in both of its areas; the other warning is
    # that nobody has read the report for secrecy's sake.
    assert [one["warnings"] for one in found] == ["2", "1", "1", "0"]
    judged = report(TWO_AREAS)
    notes = [one for one in judged.findings if one.severity is Severity.INFO]
    assert found[0]["notes"] == str(len(notes))


def test_a_draft_has_things_to_do_instead_of_errors() -> None:
    finished = counts("avvikelser:\n  totalt: 0\n")
    draft = counts("avvikelser:\n  totalt: 0\n", status="utkast")
    keys = ("errors", "todo", "unanswered")
    assert [figures(finished)[key] for key in keys] == ["7", "0", "8"]
    assert [figures(draft)[key] for key in keys] == ["0", "8", "8"]


def test_questions_to_a_person_are_as_many_as_the_verdict_says() -> None:
    judged = report(TWO_AREAS)
    table = tables(judged)["counts"]
    assert figures(table)["human"] == str(len(judged.points)) == "4"
    assert [figures(table, row)["human"] for row in (1, 2, 3)] == ["3", "2", "1"]


def test_what_could_not_be_reckoned_with_is_counted_where_it_stands() -> None:
    text = """\
        verksamhetsområden:
          - namn: Vuxna
            synpunkter:
              per_kategori:
                antal:
                  Beröm: 4
                  Klagomål: ..
          - namn: Barn
        """
    judged = report(text)
    table = tables(judged)["counts"]
    assert [figures(table, row)["not_tested"] for row in range(3)] == [
        str(len(judged.not_testable)),
        str(len(judged.not_testable)),
        "0",
    ]
    assert judged.not_testable


def test_that_no_earlier_report_is_there_is_no_fault_of_this_one() -> None:
    judged = report("avvikelser:\n  totalt: 0\n")
    assert judged.not_run
    table = tables(judged)["counts"]
    assert figures(table)["not_tested"] == "0"


def test_what_could_not_be_judged_has_a_row_too() -> None:
    result = result_of(
        report("a: [\n", name="trasig.yaml"), crashes=(Crash("", "krasch.yaml", "ValueError"),)
    )
    twice = (*result.crashes, Crash("DEL004", "trasig.yaml", "ValueError"))
    refused = (Refused("borta.yaml", "filen finns inte"),)
    result = replace(result, refused=refused, crashes=twice)
    table = grid(result, CATALOGUE)[0]
    assert [told(row)[:3] for row in table.rows] == [
        ["trasig.yaml", "Hela rapporten", "kunde inte kontrolleras"],
        ["borta.yaml", "Hela rapporten", "kunde inte kontrolleras"],
        ["krasch.yaml", "Hela rapporten", "kunde inte kontrolleras"],
    ]
    assert {cell.state for row in table.rows for cell in row.cells[2:]} == {State.NOT_TESTED}


def test_several_reports_have_a_table_each_and_one_beside_each_other() -> None:
    one = report("samverkan:\n  text: Ja.\n", name="ett.yaml")
    other = report("samverkan:\n", name="två.yaml")
    found = tables(one, other)
    assert list(found) == ["counts", "summary", "requirements_1", "requirements_2"]
    assert [row.cells[0].text for row in found["counts"].rows] == ["ett.yaml", "två.yaml"]
    columns = [(one.key, one.title) for one in found["summary"].columns]
    assert columns == [("group", "Krav"), ("r1", "ett.yaml"), ("r2", "två.yaml")]
    assert told(found["summary"].rows[2]) == [
        "SOSFS 2011:9, 4 kap. – processer, rutiner och samverkan",
        "redovisas 1 · krävs inte 4",
        "tomt 1 · krävs inte 4",
    ]
    assert [one.key for one in found["requirements_2"].columns[3:]] == ["r2"]


def test_one_report_has_no_summary() -> None:
    assert list(tables(report("a: 1\n"))) == ["counts", "requirements_1"]


def test_no_column_is_named_twice_and_every_row_is_as_wide_as_its_table() -> None:
    for table in tables(report(TWO_AREAS), report("a: 1\n", name="b.yaml")).values():
        keys = [one.key for one in table.columns]
        assert len(set(keys)) == len(keys)
        widths = {len(row.cells) for row in table.rows if row.kind == "row"}
        assert widths == {len(keys)}
        assert all(cell.text for row in table.rows for cell in row.cells)
        assert not any("%" in cell.text for row in table.rows for cell in row.cells)
