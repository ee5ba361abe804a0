"""The junit form: a case for each rule, and none that looks passed without being so."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.document.model import Span
from checker.finding import Severity
from checker.result import Crash, NotRun, Refused, Waived
from checker.ruleset.model import Deviation, Ruleset
from tests.forms.checked import read_junit
from tests.inner.conftest import Bench

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from checker.finding import Finding
    from checker.result import Result

BENCH = Bench()
OURS = "Det är vårt fel, inte rapportens."
NOTHING = "Här finns ingen mapp reports_yaml. Ange den fil eller mapp som ska kontrolleras."


def suite(result: Result, name: str) -> ET.Element:
    (found,) = (each for each in read_junit(result) if each.get("name") == name)
    return found


def case(result: Result, rule: str, name: str = "namn.yaml") -> ET.Element:
    cases = suite(result, name).iter("testcase")
    (found,) = (each for each in cases if str(each.get("name")).startswith(f"{rule} "))
    return found


def status(found: ET.Element) -> str:
    return next((each.tag for each in found if each.tag != "system-out"), "passed")


def lines(found: ET.Element, tag: str) -> list[str]:
    return str(found.findtext(tag)).strip("\n").split("\n")


def judged(*findings: Finding, **changes: Any) -> Result:
    rule = BENCH.rule(name="regel", id="TST001")
    catalogue = BENCH.catalogue(rule, BENCH.rule(id="TST002", name="regel-två"))
    report = BENCH.report_result(*findings, path="mapp/namn.yaml", **changes)
    return BENCH.result(report, catalogue=catalogue)


def test_the_made_up_report_has_a_suite_for_each_file_and_a_case_for_each_rule(
    made_up: Result,
) -> None:
    root = read_junit(made_up)
    assert [(each.get("name"), each.get("tests")) for each in root] == [
        ("kvalitetsrapport-2024.yaml", "202"),
        ("kvalitetsrapport-2025.yaml", "202"),
        ("undantag.yaml", "3"),
    ]
    names = [str(each.get("name"))[:7].strip() for each in root[1].iter("testcase")]
    exceptions = {"UND001", "UND002", "UND003"}
    asked = {bound.rule.id for bound in made_up.catalogue.bound if bound.rule.opt_in}
    ids = {bound.rule.id for bound in made_up.catalogue.bound} - exceptions - asked
    assert set(names) == ids
    assert Counter(status(each) for each in root.iter("testcase")) == {
        "passed": 304,
        "failure": 6,
        "skipped": 97,
    }


def test_an_error_fails_its_rule_and_says_where_and_how_to_mend(made_up: Result) -> None:
    found = case(made_up, "JMF101", "kvalitetsrapport-2025.yaml")
    assert found.attrib == {
        "classname": "kvalitetsrapport-2025.yaml",
        "name": "JMF101 Förra periodens antal är ett annat i förra rapporten",
        "time": "0",
        "file": "kvalitetsrapport-2025.yaml",
        "line": "36",
    }
    assert found[0].get("type") == "fel"
    assert str(found[0].get("message")).startswith("Här står att antalet var 50 förra perioden, ")
    first, second, third, last = lines(found, "failure")
    assert first == "kvalitetsrapport-2025.yaml rad 36, kolumn 15, synpunkter › föregående"
    assert second == f"fel: {found[0].get('message')}"
    assert third == "jfr kvalitetsrapport-2024.yaml rad 35: 52"
    assert last.startswith("Så här: Rätta talet till det som står i förra rapporten.")
    cited = lines(case(made_up, "LEX004", "kvalitetsrapport-2025.yaml"), "failure")[-1]
    assert cited.startswith("Källor: Socialtjänstlagen (2001:453), 14 kap. 7 § (lag, gällde ")


def test_what_is_no_error_passes_with_its_words_as_output(made_up: Result) -> None:
    for rule, label in (("KOM001", "se över: Risken 1"), ("ATG001", "upplysning: 5 planerade")):
        found = case(made_up, rule, "kvalitetsrapport-2025.yaml")
        assert status(found) == "passed"
        assert lines(found, "system-out")[1].startswith(label)
    todo = case(made_up, "RAP010", "kvalitetsrapport-2025.yaml")
    assert status(todo) == "passed"
    assert lines(todo, "system-out")[1].startswith("att göra: Rapporten visar inte")


def test_what_is_excused_is_skipped_with_its_reason(made_up: Result) -> None:
    found = case(made_up, "TAB001", "kvalitetsrapport-2025.yaml")
    assert found[0].get("message") == (
        "Undantag: Systemet räknar två avvikelser som saknar kategori. Det byts ut under våren."
    )
    assert lines(found, "skipped")[-1] == (
        "Beslutat av: verksamhetschef, till 2026-12-31 (undantag.yaml rad 8)"
    )
    endless = case(made_up, "AND001", "kvalitetsrapport-2024.yaml")
    assert lines(endless, "skipped")[-1].startswith(
        "Beslutat av: kvalitetsutvecklare, utan sista dag"
    )


def test_what_was_not_run_is_skipped_with_its_reason(made_up: Result) -> None:
    found = case(made_up, "RIM003", "kvalitetsrapport-2025.yaml")
    assert found[0].tag == "skipped"
    assert found[0].get("message") == (
        "Kunde inte köras överallt: uppgiften går inte att läsa: se påpekandet på rad 58, rad 58."
    )
    off = case(made_up, "ATG002", "kvalitetsrapport-2024.yaml")
    assert off[0].get("message") == (
        "Avstängd i regeluppsättningen. Skäl: Uppföljningen står i nämndens egen åtgärdsplan."
    )
    nothing = case(made_up, "EVB001", "kvalitetsrapport-2024.yaml")
    assert nothing[0].get("message") == "Rapporten har inget som regeln gäller."


def test_the_suite_has_the_verdict_the_deviations_and_what_is_left_to_people(
    made_up: Result,
) -> None:
    found = suite(made_up, "kvalitetsrapport-2025.yaml")
    told = [(each.get("name"), each.get("value")) for each in found.iter("property")]
    assert told[:3] == [
        ("resultat", "Behöver rättas"),
        ("version", "0.0.0"),
        ("datum", "2026-11-22"),
    ]
    assert [name for name, _ in told[3:]] == ["avsteg", "avsteg", "avsteg", "jämförd med"]
    first, *rest = lines(found, "system-out")
    assert first == "Behöver rättas."
    assert len(rest) == 4
    assert rest[0].startswith("Kräver bedömning av en människa: ")


def test_findings_about_exceptions_have_a_suite_of_their_own(made_up: Result) -> None:
    found = suite(made_up, "undantag.yaml")
    assert [(str(each.get("name"))[:6], status(each)) for each in found] == [
        ("UND001", "passed"),
        ("UND002", "passed"),
        ("UND003", "passed"),
    ]
    assert [each.get("line") for each in found] == ["19", "22", None]
    assert found[2].findtext("system-out") is None


def test_a_rule_with_several_errors_and_other_findings_is_one_case() -> None:
    found = case(
        judged(
            BENCH.finding(),
            BENCH.finding(message="Också fel."),
            BENCH.finding(severity=Severity.WARNING, message="Kanske."),
        ),
        "TST001",
    )
    assert found[0].get("message") == "Något är fel. (och 1 till)"
    assert lines(found, "failure").count("Så här: Rätta det.") == 2
    assert lines(found, "system-out")[1] == "se över: Kanske."
    assert (found.get("classname"), found.get("file")) == ("namn.yaml", "mapp/namn.yaml")


def test_a_crash_outweighs_what_was_found_and_nothing_is_lost() -> None:
    waived = Waived(
        BENCH.finding(), "Tryckt.", "SAS", date(2026, 12, 31), "u.yaml", Span(2, 1, 2, 3)
    )
    result = judged(BENCH.finding(), waived=(waived,))
    crashes = (Crash("TST001", "namn.yaml", "ValueError"),)
    found = case(
        BENCH.result(*result.reports, catalogue=result.catalogue, crashes=crashes), "TST001"
    )
    assert status(found) == "error"
    assert lines(found, "error")[:3] == [
        "Regeln TST001 gick sönder på namn.yaml (ValueError). Det är vårt fel, inte rapportens.",
        "namn.yaml rad 1, kolumn 1, avvikelser",
        "fel: Något är fel.",
    ]
    assert "Skäl: Tryckt." in lines(found, "system-out")


def test_a_crash_on_another_report_is_told_there() -> None:
    reports = (BENCH.report_result(), BENCH.report_result(file="annan.yaml"))
    crashes = (Crash("TST001", "annan.yaml", "ValueError"),)
    result = BENCH.result(*reports, crashes=crashes)
    assert [status(case(result, "TST001", name)) for name in ("namn.yaml", "annan.yaml")] == [
        "passed",
        "error",
    ]


def test_a_failure_keeps_what_was_excused_and_not_run_beside_it() -> None:
    waived = Waived(BENCH.finding(), "Tryckt.", "SAS", None, "u.yaml", Span(2, 1, 2, 3))
    skipped = NotRun("TST001", "skäl", "namn.yaml", Span(7, 1, 7, 1))
    found = case(judged(BENCH.finding(), waived=(waived,), not_run=(skipped,)), "TST001")
    assert status(found) == "failure"
    assert lines(found, "system-out")[-1] == "skäl, rad 7"
    assert "Skäl: Tryckt." in lines(found, "system-out")


def test_of_a_file_that_is_no_report_no_rule_passes() -> None:
    result = judged(BENCH.finding(rule="TST002"), judged=False)
    cases = list(suite(result, "namn.yaml").iter("testcase"))
    assert {status(each) for each in cases} == {"failure", "skipped"}
    assert status(case(result, "TST002")) == "failure"
    assert case(result, "TST001")[0].get("message") == (
        "Filen gick inte att läsa som rapport, så regeln kördes inte."
    )


def test_what_went_wrong_outside_every_report_is_an_error() -> None:
    result = BENCH.result(
        refused=(Refused("borta.yaml", "filen finns inte."),),
        crashes=(Crash("", "b.yaml", "KeyError"),),
    )
    (only,) = read_junit(result)
    assert [(each.get("name"), each[0].tag, each[0].get("message")) for each in only[1:3]] == [
        ("borta.yaml går att läsa", "error", "borta.yaml: filen finns inte."),
        (
            "b.yaml kontrolleras",
            "error",
            f"Kontrollen gick sönder på b.yaml (KeyError). {OURS}",
        ),
    ]
    (nothing,) = read_junit(BENCH.result())
    assert nothing[1][0].get("message") == NOTHING
    assert nothing.findtext("system-out") == "\nKunde inte kontrolleras\n"


def test_narrowed_to_some_rules_only_those_and_reading_have_cases() -> None:
    result = judged()
    narrowed = BENCH.result(*result.reports, catalogue=result.catalogue, only=("TST002",))
    names = [str(each.get("name"))[:6] for each in read_junit(narrowed).iter("testcase")]
    assert [name for name in names if not name.startswith("FRM")] == ["TST002"]
    (told,) = (each for each in read_junit(narrowed).iter("property") if each.get("name") == "bara")
    assert told.get("value") == "TST002"


def test_a_rule_that_is_off_or_asked_for_has_a_case_only_where_it_is_run() -> None:
    asked = BENCH.rule(id="TST003", name="regel-tre", opt_in=True)
    catalogue = BENCH.catalogue(BENCH.rule(), asked)
    off = Ruleset("k.yaml", deviations=(Deviation("TST001", "En regel", "Vi vill.", 3, off=True),))
    report = BENCH.report_result()
    for only, told in (((), {"TST001": "skipped"}), (("TST003",), {"TST003": "passed"})):
        result = BENCH.result(report, catalogue=catalogue, ruleset=off, only=only)
        found = {
            str(each.get("name"))[:6]: status(each)
            for each in read_junit(result)[0].iter("testcase")
        }
        assert {name: each for name, each in found.items() if name.startswith("TST")} == told


def test_two_files_with_the_same_name_when_masked_are_two_suites() -> None:
    reports = (BENCH.report_result(path=path) for path in ("a.yaml", "b.yaml"))
    root = read_junit(BENCH.result(*reports))
    assert [each.get("name") for each in root] == ["namn.yaml", "namn.yaml (2)"]
    assert [next(each.iter("testcase")).get("file") for each in root] == ["a.yaml", "b.yaml"]
