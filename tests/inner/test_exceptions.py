"""Exceptions applied: one for each place, before findings are put together, never adding one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.compiled import default_catalogue
from checker.document.model import Span
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.examples import TODAY
from checker.exceptions.gathering import Waivers
from checker.exceptions.model import NONE, Excuses, Waiver
from checker.exceptions.reading import read_waivers
from checker.finding import Severity
from checker.output import json_form, text
from checker.output.lines import plain
from checker.verdict import Exit, Verdict
from checker.waiving import places, settings_results

if TYPE_CHECKING:
    from datetime import date

    from checker.result import ReportResult, Result
    from tests.inner.conftest import Bench

RULES = default_catalogue()
PARTS = ("riskanalys", "egenkontroll", "synpunkter", "avvikelser")
FOUR = "".join(f"{part}: {{analys: }}\n" for part in PARTS)
ONE = "avvikelser: {analys: }\n"
SEED = Path(__file__).resolve().parents[2] / "reports_yaml/goteborg-nordost-2024.yaml"
READ = read_report(read_document(SEED.read_bytes(), SEED.name))


def waiver(place: str, rule: str = "TST001", until: date | None = None) -> Waiver:
    span = Span(2, 12, 2, 18)
    why = ("Så tryckt.", "kvalitetsutvecklare", until, "undantag.yaml", span, ("undantag", 0))
    return Waiver(rule, "namn.yaml", place, *why)


def excuses(*waivers: Waiver) -> Excuses:
    return Excuses({(one.rule, one.place): one for one in waivers})


def judged(bench: Bench, text: str, *waivers: Waiver, **changes: object) -> ReportResult:
    catalogue = bench.catalogue(bench.rule(**changes))
    report, _ = judge_among(read_report(bench.document(text)), catalogue, ALONE, excuses(*waivers))
    return report


def lines(report: ReportResult) -> list[tuple[int, int]]:
    """The line and the number of places of each finding."""
    return [(one.span.line, one.places) for one in report.findings if one.rule == "TST001"]


def test_a_finding_that_is_excused_is_waived_and_no_finding(bench: Bench) -> None:
    report = judged(bench, ONE, waiver("avvikelser.analys"))
    assert lines(report) == []
    [one] = report.waived
    told = (one.finding.rule, one.finding.span.line, one.finding.message)
    assert told == ("TST001", 1, "Här är analys tom.")
    assert (one.reason, one.decided_by, one.until) == ("Så tryckt.", "kvalitetsutvecklare", None)
    assert (one.file, one.span.line) == ("undantag.yaml", 2)


def test_the_same_finding_at_many_places_takes_as_many_exceptions(bench: Bench) -> None:
    assert lines(judged(bench, FOUR)) == [(1, 4)]
    assert lines(judged(bench, FOUR, waiver("egenkontroll.analys"))) == [(1, 1), (3, 1), (4, 1)]
    together = judged(bench, FOUR, waiver("riskanalys.analys"), together=True)
    assert lines(together) == [(2, 3)]
    assert [one.finding.span.line for one in together.waived] == [1]
    all_four = judged(bench, FOUR, *(waiver(f"{part}.analys") for part in PARTS), together=True)
    assert (lines(all_four), len(all_four.waived)) == ([], 4)


def test_findings_at_one_place_are_excused_together(bench: Bench) -> None:
    twice = "planerade_åtgärder:\n" + "  - nr: 1\n    åtgärd:\n" * 2
    place = waiver("planerade_åtgärder[nr=1].åtgärd")
    report = judged(bench, twice, place, parameters={"items": ["**.åtgärd"]})
    assert (lines(report), [one.finding.span.line for one in report.waived]) == ([], [3, 5])


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("synpunkter.analys", "TST001"),
        ("avvikelser", "TST001"),
        ("avvikelser.analys", "TST002"),
        ("Avvikelser.analys", "TST001"),
    ],
)
def test_another_place_or_rule_is_not_excused(bench: Bench, place: str, rule: str) -> None:
    report = judged(bench, ONE, waiver(place, rule))
    assert (lines(report), report.waived) == ([(1, 1)], ())


def test_a_name_matches_however_its_letters_are_stored(bench: Bench) -> None:
    decomposed = "verksamhetsområden:\n  - namn: Va\u030ard\n    avvikelser: {analys: }\n"
    assert len(lines(judged(bench, decomposed))) == 1
    place = waiver("verksamhetsområden[namn=Vård].avvikelser.analys")
    assert lines(judged(bench, decomposed, place)) == []


def test_a_to_do_of_a_draft_can_be_excused(bench: Bench) -> None:
    report = judged(bench, "status: utkast\n" + ONE, waiver("avvikelser.analys"), when_draft="todo")
    assert (report.todos, len(report.waived)) == (0, 1)


def test_a_number_in_a_row_is_excused_by_its_column(bench: Bench) -> None:
    table = "avvikelser:\n  år: [2023, 2024]\n  antal:\n    Fall: [3, 4]\n  totalt: [5, 6]\n"
    report = bench.report(table)
    assert [
        report.identity(("avvikelser", *route))
        for route in (("antal", "Fall", 1), ("totalt", 0), ("år", 1), ("antal", "Fall", 2))
    ] == [
        "avvikelser.antal.Fall[år=2024]",
        "avvikelser.totalt[år=2023]",
        "avvikelser.år[år=2024]",
        "avvikelser.antal.Fall[2]",
    ]
    two_way = bench.report("t:\n  kolumner: [SoL, LSS]\n  antal:\n    Fall: [3, 4]\n")
    assert two_way.identity(("t", "antal", "Fall", 1)) == "t.antal.Fall[kolumner=LSS]"


def found_places(report: ReportResult) -> set[tuple[str, str, int]]:
    """Rule, place and line of all that was found, those put together one by one."""
    return {
        (one.rule, place, span.line)
        for one in report.findings
        for place, span in places(one, report)
    }


WHOLE, _ = judge_among(READ, RULES, ALONE, NONE)
PLACES = sorted(found_places(WHOLE))


@settings(max_examples=15)
@given(st.sets(st.sampled_from(PLACES)))
def test_exceptions_take_away_what_they_name_and_add_nothing(
    chosen: set[tuple[str, str, int]],
) -> None:
    waivers = [waiver(place, rule) for rule, place, _ in chosen]
    report, _ = judge_among(READ, RULES, ALONE, excuses(*waivers))
    named = {(rule, place) for rule, place, _ in chosen}
    assert found_places(report) == {one for one in PLACES if one[:2] not in named}
    waived = {(one.finding.rule, one.finding.span.line) for one in report.waived}
    assert waived == {(rule, line) for rule, place, line in PLACES if (rule, place) in named}


ENTRY = """\
undantag:
  - regel: {rule}
    rapport: rapport.yaml
    ställe: {place}
    skäl: Så tryckt.
    beslutat_av: kvalitetsutvecklare
    till: {until}
"""
REPORT = """\
avvikelser:
  totalt: 13
  per_kategori:
    antal:
      Fall: 5
      Läkemedel: 7
"""


def upkeep(text: str, report: str = REPORT, only: str = "TAB001") -> list[tuple[str, int, str]]:
    """Rule, line and message of what is said of exceptions."""
    head = f"format: kvalitetsrapport/1\nrapport:\n  kommun: A\n  nämnd: B\n{report}"
    reading = read_report(read_document(head.encode(), "rapport.yaml"))
    catalogue = RULES.only([only])
    document = read_document(text.encode(), "undantag.yaml", traps=False)
    waivers = Waivers.of([read_waivers(document, "", RULES)])
    told, crashes = judge_among(reading, catalogue, ALONE, waivers.excuses("rapport.yaml", TODAY))
    results = settings_results(waivers, {"rapport.yaml": told}, crashes, catalogue, TODAY)
    return [(one.rule, one.span.line, one.message) for result in results for one in result.findings]


def entry(rule: str = "TAB001", place: str = "avvikelser.totalt", until: str = "") -> str:
    return ENTRY.format(rule=rule, place=place, until=until)


def test_of_an_exception_that_is_used_nothing_is_said() -> None:
    assert upkeep(entry()) == []
    assert upkeep(entry(until="2026-01-01")) == []


def test_an_exception_that_has_ended_is_told_at_its_last_day() -> None:
    told = "Undantaget från TAB001 gällde till 2025-12-31, och räknas inte längre."
    assert upkeep(entry(until="2025-12-31")) == [("UND001", 7, told)]


def test_an_exception_that_is_not_used_is_told_with_what_may_be_meant() -> None:
    told = "Undantaget behövs inte: TAB001 har inget påpekande på det här stället."
    near = f"{told} Menade du avvikelser.totalt?"
    assert upkeep(entry(place="synpunkter.helt.annat")) == [("UND002", 4, told)]
    assert upkeep(entry(place="avvikelse.totalt")) == [("UND002", 4, near)]
    assert upkeep(entry(), REPORT.replace("13", "12")) == [("UND002", 4, told)]


def test_what_may_be_meant_is_looked_for_so_many_times_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("checker.exceptions.upkeep.MOST_HINTS", 1)
    second = entry(place="avvikelse.total").split("\n", 1)[1]
    told = [message for _, _, message in upkeep(entry(place="avvikelse.totalt") + second)]
    assert ["Menade du" in message for message in told] == [True, False]


def test_of_a_rule_that_was_not_run_nothing_can_be_said() -> None:
    assert upkeep(entry("TAB008")) == []
    assert upkeep(entry("TAB008", until="2025-12-31")) == []
    assert upkeep(entry("JMF101"), only="JMF101", report=REPORT + "  föregående: 9\n") == []
    broken = REPORT.replace("Fall: 5", "Fall: [5, {a: 6}]")
    assert upkeep(entry(place="synpunkter.totalt"), broken) == []


def test_a_report_that_could_not_be_judged_says_nothing_of_its_exceptions() -> None:
    assert upkeep(entry(), 'a: "aldrig stängt\n') == []


def test_an_exception_for_a_file_that_is_not_there_is_told() -> None:
    told = "Undantaget gäller borta.yaml, men den filen finns inte i mappen."
    assert upkeep(entry().replace("rapport.yaml", "borta.yaml")) == [("UND003", 3, told)]


def test_findings_about_exceptions_keep_their_fingerprint_when_entries_are_moved() -> None:
    def prints(text: str) -> set[str]:
        document = read_document(text.encode(), "undantag.yaml", traps=False)
        waivers = Waivers.of([read_waivers(document, "", RULES)])
        results = settings_results(waivers, {}, (), RULES, TODAY)
        return {one.fingerprint for result in results for one in result.findings}

    one = entry(place="a").removeprefix("undantag:\n")
    two = entry(place="b").removeprefix("undantag:\n")
    assert prints("undantag:\n" + one + two) == prints("undantag:\n" + two + one)
    assert prints("undantag:\n" + two) < prints("undantag:\n" + one + two)


def run_of(bench: Bench, *, warned: bool = False) -> Result:
    report = judged(bench, FOUR, *(waiver(f"{part}.analys") for part in PARTS))
    document = read_document(entry(until="2025-12-31").encode(), "undantag.yaml", traps=False)
    waivers = Waivers.of([read_waivers(document, "", RULES)])
    told = tuple(settings_results(waivers, {}, (), RULES, TODAY)) if warned else ()
    return bench.result(report, settings=told)


def test_the_verdict_counts_exceptions_and_what_is_amiss_with_them(bench: Bench) -> None:
    clear, warned = run_of(bench), run_of(bench, warned=True)
    assert (clear.verdict, clear.verdict_text) == (Verdict.CLEAR, "Inget att rätta (4 undantag)")
    assert warned.verdict is Verdict.CLEAR_WITH_REMARKS
    assert clear.exit_code(Severity.INFO) is Exit.OK
    assert warned.exit_code(Severity.WARNING) is Exit.FINDINGS
    assert warned.exit_code(Severity.ERROR) is Exit.OK
    assert [one.rule for one in warned.findings] == ["UND003"]


def test_exceptions_alone_are_no_judged_report(bench: Bench) -> None:
    assert bench.result(settings=run_of(bench, warned=True).settings).verdict is Verdict.NOT_TESTED


def test_the_text_form_lists_every_exception(bench: Bench) -> None:
    report = judged(bench, "avvikelser:\n  analys:\n", waiver("avvikelser.analys", until=TODAY))
    rows = plain(text.text(bench.result(report))).splitlines()
    start = rows.index("Undantag (1)")
    assert rows[start : start + 11] == [
        "Undantag (1)",
        "  • TST001 · rad 2 · avvikelser › analys",
        "     Påpekandet: Här är analys tom.",
        "     Skäl: Så tryckt.",
        "     Beslutat av: kvalitetsutvecklare, till 2026-01-01 (undantag.yaml rad 2)",
        "",
        "─" * 80,
        "Resultat       Inget att rätta",
        "Påpekanden     0 fel · 0 att se över · 0 upplysningar",
        "Undantag       1 påpekande räknas inte, av skäl som står ovan",
        "Räknekontroll  0 stämmer · 0 kan stämma · 0 stämmer inte · 0 kunde inte",
    ]
    assert rows[-2:] == [
        "Kvalitetskoll 1.2.3 · standardreglerna (3) · inga avsteg · 1 undantag",
        "Inget att rätta (1 undantag)",
    ]


def test_the_json_form_tells_what_was_waived_by_whom_and_why(bench: Bench) -> None:
    import json

    report = judged(bench, "avvikelser:\n  analys:\n", waiver("avvikelser.analys", until=TODAY))
    data = json.loads(json_form.json_form(bench.result(report), Exit.OK))
    [one] = data["waived"]
    assert (one["rule"], one["file"], one["line"], one["path"]) == (
        *("TST001", "namn.yaml", 2),
        "/avvikelser/analys",
    )
    assert (one["reason"], one["decided_by"], one["until"]) == (
        *("Så tryckt.", "kvalitetsutvecklare"),
        "2026-01-01",
    )
    assert one["exception"] == {"file": "undantag.yaml", "line": 2}
    assert (data["summary"]["waived"], data["reports"][0]["waived"]) == (1, 1)
    assert data["findings"] == []
