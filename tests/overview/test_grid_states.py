"""Each state of a requirement, in the report as a whole and in its areas: the exact words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checker.overview.page import Place, State
from checker.privacy.stand_ins import STAND_INS
from checker.result import Crash, Waived
from tests.overview.gridded import CATALOGUE, answers, report, row_of, tables

RISKS, COMPLAINTS, MEASURES, IVO = "KRAV030", "KRAV041", "KRAV076", "KRAV077"
CO_OPERATION, BOARD = "KRAV021", "KRAV001"
BY_AREA = """\
    verksamhetsområden:
      - namn: Vuxna
        riskanalys:
          risker:
            - risk: Vikarier saknar behörighet
      - namn: Äldreomsorg
"""


def test_what_stands_in_the_report_is_answered_on_its_line() -> None:
    assert answers("riskanalys:\n  risker:\n    - risk: Brand\n", RISKS) == ["redovisas, rad 9"]


def test_what_the_template_demands_and_nobody_wrote_is_not_answered() -> None:
    assert answers("sammanfattning:\n  text: Året.\n", RISKS) == ["redovisas inte"]


def test_what_nobody_demands_is_not_required() -> None:
    assert answers("sammanfattning:\n  text: Året.\n", CO_OPERATION) == ["krävs inte"]


def test_a_reason_is_told_with_its_line_and_without_its_full_stop() -> None:
    text = "riskanalys:\n  ej_aktuellt: Nämnden bildades i november.\n"
    assert answers(text, RISKS) == ["ej aktuellt: Nämnden bildades i november (rad 9)"]


def test_a_reason_is_masked_and_cut() -> None:
    number = STAND_INS["{tio siffror}"]
    text = f"samverkan:\n  ej_aktuellt: Se {number}. {'Lång text ' * 40}\n"
    (said,) = answers(text, CO_OPERATION)
    assert number not in said
    assert said.endswith("… (rad 9)")
    assert len(said) < 240


@pytest.mark.parametrize(
    "text", ["samverkan:\n", "samverkan:\n  text:\n", "samverkan:\n  ej_aktuellt:\n"]
)
def test_what_stands_empty_or_without_its_reason_is_empty(text: str) -> None:
    assert answers(text, CO_OPERATION) == ["tomt, rad 9"]


def test_what_only_a_person_can_judge_is_left_to_her_where_there_is_something_to_judge() -> None:
    text = "avvikelser:\n  totalt: 3\n  analys: Alla gäller natten.\n"
    assert answers(text, "BED001") == ["kräver bedömning, rad 11"]
    assert answers(text, "BED003") == ["krävs inte"]


def test_what_a_text_may_define_is_left_to_a_person_unless_it_is_defined_in_its_place() -> None:
    text = "avvikelser:\n  text: Med avvikelse menas en händelse.\n"
    assert answers(text, "KRAV043") == ["kräver bedömning, rad 10"]
    text += "  räknas_in:\n    - utebliven insats\n"
    assert answers(text, "KRAV043") == ["redovisas, rad 11"]


def test_a_misspelt_part_could_not_be_tested_and_is_not_missing() -> None:
    (said,) = answers("riskanalis:\n  text: Vi bedömer risker.\n", RISKS)
    assert said.startswith("kunde inte kontrolleras")


def test_a_part_of_the_wrong_kind_could_not_be_tested() -> None:
    assert answers("riskanalys: 3\n", RISKS) == ["kunde inte kontrolleras, rad 9 · 1 påpekande"]


def test_a_rule_that_could_not_be_run_is_told_beside_the_answer() -> None:
    text = """\
        lex_sarah:
          ärenden:
            - nr: "1"
              inkom: 2024-02-30
              beslut: 2024-03-01
        """
    assert answers(text, "KRAV078") == ["kunde inte kontrolleras, rad 11 · redovisas, rad 13"]
    assert answers(text.replace("02-30", "02-28"), "KRAV078") == ["redovisas, rad 12 och 13"]


def test_a_case_that_cannot_be_read_leaves_it_open_whether_it_answers() -> None:
    text = """\
        lex_sarah:
          ärenden:
            - nr: "1"
              bedömning: missförhållande
              åtgärder:
                genomförda:
                  - Ny rutin
            - nr: "2"
              bedömning: missförhållande
              åtgärder: 3
        """
    (said,) = answers(text, MEASURES)
    assert said == "kunde inte kontrolleras i 1 av 2, rad 18"


def test_a_file_that_is_no_report_could_not_be_tested_at_all() -> None:
    found = tables(report("a: [\n"))
    table = found["requirements_1"]
    assert [one.title for one in table.columns] == ["Nr", "Krav", "Källa", "Hela rapporten"]
    states = {cell.state for row in table.rows for cell in row.cells[3:]}
    assert states == {State.NOT_TESTED}
    assert table.notes[0] == "Filen går inte att läsa som en rapport. Se påpekandena om den."


def test_every_case_is_asked_and_those_without_an_answer_are_counted() -> None:
    text = """\
        lex_sarah:
          ärenden:
            - nr: "1"
              bedömning: allvarligt missförhållande
              ivo:
                anmäld: ja
                datum: 2024-05-02
            - nr: "2"
              bedömning: allvarligt missförhållande
              ivo:
                anmäld: uppgift saknas
            - nr: "3"
              bedömning: missförhållande
        """
    assert answers(text, IVO) == ["redovisas inte i 1 av 2, rad 19"]
    # The one that has no date yet is an information of its own.
    assert answers(text.replace("uppgift saknas", "ja"), IVO) == [
        "redovisas i alla 2, rad 14 och 19 · 1 påpekande"
    ]
    assert answers(text, "KRAV075") == ["redovisas i alla 3, rad 12, 17 och 21"]


def test_a_case_that_stands_empty_where_it_is_asked_is_empty() -> None:
    text = 'lex_sarah:\n  ärenden:\n    - nr: "1"\n      bedömning:\n'
    assert answers(text, "KRAV075") == ["tomt, rad 12"]
    assert answers(text.replace("      bedömning:\n", ""), "KRAV075") == ["redovisas inte, rad 11"]


def test_without_a_serious_case_no_word_of_ivo_is_required() -> None:
    assert answers("lex_sarah:\n  rapporter:\n    inkomna: 0\n", IVO) == ["krävs inte"]


def test_other_rules_findings_are_told_beside_the_answer() -> None:
    text = """\
        lex_sarah:
          ärenden:
            - nr: "1"
              bedömning: allvarligt missförhållande
              ivo:
                anmäld: nej
        """
    assert answers(text, IVO) == ["redovisas, rad 14 · 1 påpekande"]


def test_findings_about_figures_are_told_with_the_part_that_holds_them() -> None:
    text = """\
        avvikelser:
          totalt: 5
          per_status:
            antal:
              Avslutad: 9
              Pågående: 3
          analys: Alla gäller natten.
        """
    assert answers(text, "KRAV042") == ["redovisas, rad 9 · 1 påpekande"]
    assert answers(text, COMPLAINTS) == ["redovisas inte"]
    assert answers(text, "KRAV044") == ["redovisas, rad 10, 12 och 15"]


def test_a_placeholder_is_told_with_the_part_that_holds_it() -> None:
    text = "samverkan:\n  text: TODO\n"
    assert answers(text, CO_OPERATION) == ["redovisas, rad 9 · 1 påpekande"]
    assert answers(text, "KRAV050") == ["kräver bedömning"]
    todo = answers(text, CO_OPERATION, status="utkast")
    assert todo == ["redovisas, rad 9 · 1 att göra"]


def test_in_a_draft_what_is_missing_is_missing_all_the_same() -> None:
    assert answers("sammanfattning:\n  text: Året.\n", RISKS, status="utkast") == ["redovisas inte"]
    notes = tables(report("a: 1\n", status="utkast"))["requirements_1"].notes
    assert notes[1] == ("Rapporten är ett utkast: det som inte redovisas kan vara kvar att skriva.")


def test_each_area_answers_for_itself_and_the_whole_sums_them_up() -> None:
    assert answers(BY_AREA, RISKS) == [
        "redovisas inte i 1 av 2 verksamhetsområden, rad 14",
        "redovisas, rad 11",
        "redovisas inte",
    ]
    both = BY_AREA + "        riskanalys:\n          ej_aktuellt: Görs nästa år\n"
    assert answers(both, RISKS) == [
        "redovisas i 1 av 2 verksamhetsområden, rad 11",
        "redovisas, rad 11",
        "ej aktuellt: Görs nästa år (rad 15)",
    ]


def test_what_is_answered_for_the_whole_is_not_missing_in_an_area() -> None:
    text = f"{BY_AREA}    riskanalys:\n      text: Risker bedöms gemensamt.\n"
    assert answers(text, RISKS) == [
        "redovisas, rad 15 · 1 påpekande",
        "redovisas, rad 11",
        "redovisas för hela rapporten, rad 15",
    ]


def test_what_stands_empty_for_the_whole_is_empty_for_an_area_that_says_nothing() -> None:
    assert answers(BY_AREA + "    riskanalys:\n", RISKS) == [
        "tomt, rad 15",
        "redovisas, rad 11",
        "tomt för hela rapporten, rad 15",
    ]


def test_the_head_of_the_report_answers_for_its_areas() -> None:
    assert answers(BY_AREA, BOARD) == [
        "redovisas, rad 4",
        *["redovisas för hela rapporten, rad 4"] * 2,
    ]


def test_areas_that_cannot_be_read_leave_it_open_whether_the_part_is_missing() -> None:
    (said,) = answers("verksamhetsområden: Vuxna\n", RISKS)
    assert said == "kunde inte kontrolleras, rad 9 · 1 påpekande"
    two = "verksamhetsområden:\n  - namn: Vuxna\n    riskanalys:\n      text: Ja.\n  - 3\n"
    assert answers(two, RISKS)[2] == "kunde inte kontrolleras, rad 13"


def test_a_cell_leads_to_its_places() -> None:
    table = tables(report(BY_AREA))["requirements_1"]
    whole, adults, _ = row_of(table, RISKS)
    place = Place("namn.yaml", 11, ("verksamhetsområden", 0, "riskanalys"))
    assert adults.places == (place,)
    assert adults.state is State.ANSWERED
    assert whole.state is State.NOT_ANSWERED
    assert [(one.key, one.title) for one in table.columns[3:]] == [
        ("r1", "Hela rapporten"),
        ("r1a1", "Vuxna"),
        ("r1a2", "Äldreomsorg"),
    ]


def test_an_exception_is_told_with_its_reason_beside_what_is_answered() -> None:
    judged = report("riskanalys:\n  text: Risker bedöms.\n")
    (finding,) = (one for one in judged.findings if one.rule == "DEL015")
    span = finding.span
    waived = Waived(finding, "Återgivet som det är tryckt.", "SAS", None, "undantag.yaml", span)
    left = tuple(one for one in judged.findings if one is not finding)
    (cell,) = row_of(
        tables(replace(judged, findings=left, waived=(waived,)))["requirements_1"], RISKS
    )
    assert cell.text == "undantag: Återgivet som det är tryckt (rad 9) · redovisas, rad 9"
    assert cell.state is State.EXCEPTED


def test_what_an_exception_excuses_for_the_whole_is_not_missing_in_its_areas() -> None:
    judged = report(BY_AREA + "    riskanalys:\n")
    (finding,) = (one for one in judged.findings if one.rule == "DEL004")
    waived = Waived(finding, "Ny nämnd", "SAS", None, "undantag.yaml", finding.span)
    left = tuple(one for one in judged.findings if one is not finding)
    found = tables(replace(judged, findings=left, waived=(waived,)))["requirements_1"]
    cells = row_of(found, RISKS)
    assert [one.text for one in cells] == [
        "undantag: Ny nämnd (rad 15) · tomt, rad 15",
        "redovisas, rad 11",
        "undantag för hela rapporten, rad 15",
    ]
    assert [one.state for one in cells] == [State.EXCEPTED, State.ANSWERED, State.EXCEPTED]


def test_sources_of_the_same_act_and_weight_are_told_together() -> None:
    table = tables(report("a: 1\n"))["requirements_1"]
    (row,) = (one for one in table.rows if one.cells[0].text == "KRAV020")
    assert row.cells[2].text == (
        "SOSFS 2011:9 4 kap. 2 §, 4 kap. 3 § och 4 kap. 4 § (föreskrift, enligt sekundärkälla)"
    )


def test_an_exception_for_a_missing_part_is_not_counted_as_missing_in_the_whole() -> None:
    judged = report(BY_AREA)
    (finding,) = (one for one in judged.findings if one.rule == "DEL004")
    until = date(2027, 1, 1)
    waived = Waived(finding, "Ny enhet", "SAS", until, "undantag.yaml", finding.span)
    left = tuple(one for one in judged.findings if one is not finding)
    excused = replace(judged, findings=left, waived=(waived,))
    found = tables(excused)
    assert [one.text for one in row_of(found["requirements_1"], RISKS)] == [
        "redovisas i 1 av 2 verksamhetsområden, rad 11",
        "redovisas, rad 11",
        "undantag: Ny enhet (rad 14) · redovisas inte",
    ]
    before = tables(judged)["counts"].rows[2].cells[7].text
    assert int(found["counts"].rows[2].cells[7].text) == int(before) - 1


def test_a_rule_that_broke_down_leaves_its_requirement_untested() -> None:
    crash = Crash("DEL015", "namn.yaml", "ValueError")
    judged = report("riskanalys:\n  risker:\n    - risk: Brand\n")
    found = tables(judged, crashes=(crash,))["requirements_1"]
    (cell,) = row_of(found, RISKS)
    assert cell.text == "kunde inte kontrolleras · redovisas, rad 9"
    assert row_of(found, BOARD)[0].text == "redovisas, rad 4"
    elsewhere = tables(judged, crashes=(replace(crash, file="annan.yaml"),))["requirements_1"]
    assert row_of(elsewhere, RISKS)[0].text == "redovisas, rad 9"


def test_an_area_that_has_no_part_in_a_breakdown_says_nothing_of_it() -> None:
    crash = Crash("GRA002", "namn.yaml", "ValueError")
    text = BY_AREA + "        externa_granskningar:\n          text: Ingen kom.\n"
    found = tables(report(text), crashes=(crash,))["requirements_1"]
    assert [one.text for one in row_of(found, "KRAV038")] == [
        "kunde inte kontrolleras i 1 av 2 verksamhetsområden, rad 15",
        "krävs inte",
        "kunde inte kontrolleras · redovisas, rad 15",
    ]


def test_a_demand_that_a_rule_set_has_turned_off_is_no_demand() -> None:
    kept = tuple(one for one in CATALOGUE.bound if one.rule.id not in {"DEL004", "LEX003"})
    less = replace(CATALOGUE, bound=kept)
    text = 'lex_sarah:\n  ärenden:\n    - nr: "1"\n      bedömning: missförhållande\n'
    found = tables(report(text, catalogue=less), catalogue=less)["requirements_1"]
    assert row_of(found, RISKS)[0].text == "krävs inte"
    assert row_of(found, "KRAV076")[0].text == "krävs inte"
    text += "      åtgärder:\n        genomförda:\n          - Ny rutin\n"
    text += "riskanalys:\n  risker:\n    - risk: Brand\n"
    found = tables(report(text, catalogue=less), catalogue=less)["requirements_1"]
    assert row_of(found, RISKS)[0].text == "redovisas, rad 16"
    assert row_of(found, "KRAV076")[0].text == "redovisas, rad 14"


def test_the_sources_are_those_of_the_reports_period() -> None:
    def source(first: str, last: str) -> str:
        table = tables(report("a: 1\n", first=first, last=last))["requirements_1"]
        (row,) = (one for one in table.rows if one.cells[0].text == IVO)
        return row.cells[2].text

    assert source("2024-01-01", "2024-12-31") == (
        "SoL (2001:453) 14 kap. 7 § (lag, gällde 2011-07-01–2025-06-30, enligt sekundärkälla); "
        "LSS 24 f § (lag)"
    )
    assert source("2026-01-01", "2026-12-31") == (
        "SoL (2025:400) 27 kap. 6 § (lag); LSS 24 f § (lag)"
    )
    assert source("2001-01-01", "2001-12-31") == "mallen"


def test_of_a_period_with_one_day_that_day_decides_which_norms_are_shown() -> None:
    table = tables(report("a: 1\n", last="okänd"))["requirements_1"]
    (row,) = (one for one in table.rows if one.cells[0].text == IVO)
    assert row.cells[2].text.startswith("SoL (2001:453) 14 kap. 7 §")
    assert "2025:400" not in row.cells[2].text


def test_a_norm_that_was_not_in_force_leaves_nothing_untested() -> None:
    text = """\
        lex_sarah:
          ärenden:
            - nr: "1"
              inkom: 2011-02-01
              bedömning: allvarligt missförhållande
              ivo:
                anmäld: ja
                datum: 2011-03-01
        """
    # The law came on the 1st of July, after the case; in the first year it was not there at all.
    assert answers(text, IVO, first="2011-01-01", last="2011-12-31") == ["redovisas, rad 15"]
    assert answers(text, IVO, first="2001-01-01", last="2001-12-31") == ["redovisas, rad 15"]


def test_one_part_with_content_outweighs_another_that_is_not_applicable() -> None:
    text = "synpunkter:\n  ej_aktuellt: Registreras gemensamt.\n"
    assert answers(text, "KRAV044") == ["ej aktuellt: Registreras gemensamt (rad 9)"]
    assert answers(text + "avvikelser:\n  totalt: 3\n", "KRAV044") == ["redovisas, rad 12"]


def test_an_exception_where_nothing_is_required_stands_alone() -> None:
    judged = report("avvikelser:\n  totalt: 3\n")
    finding = replace(judged.findings[0], rule="EVB001", route=("ej_verkställda_beslut",))
    waived = Waived(finding, "Talet är känt.", "SAS", None, "undantag.yaml", finding.span)
    found = tables(replace(judged, waived=(waived, waived)))
    (cell,) = row_of(found["requirements_1"], "KRAV080")
    assert cell.text == "undantag: Talet är känt (rad 1) och 1 undantag till"
    assert found["counts"].rows[0].cells[-2].text == "2"


def test_what_no_norm_asks_for_is_said_to_have_none() -> None:
    table = tables(report("a: 1\n"))["requirements_1"]
    sources = {row.cells[0].text: row.cells[2].text for row in table.rows if len(row.cells) > 1}
    assert sources[BOARD] == "mallen"
    assert sources["KRAV006"] == "ingen norm anger det"
    assert not [one for one in sources.values() if "6 kap. 1 §" in one and "SOSFS 2011:9" in one]
