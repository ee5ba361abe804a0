from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.outcome import Outcome
from checker.dates import Days
from checker.document.model import Span
from checker.finding import Citation, Related, Severity
from checker.output import words
from checker.output.lines import ASCII, UNICODE, Part, Signs, plain
from checker.output.text import text
from checker.registers import Point
from checker.result import Crash, Heading, NotRun, NotTestable, Refused
from checker.verdict import Verdict

if TYPE_CHECKING:
    from checker.result import ReportResult, Result
    from tests.inner.conftest import Bench

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
PLACE = Span(2, 11, 2, 12)


def shown(result: Result, width: int = 80, signs: Signs = UNICODE) -> list[str]:
    return plain(text(result, width, signs)).splitlines()


def part(rows: list[str], first: str, last: str) -> list[str]:
    """The rows from one that begins with some words to the one before another."""
    start = next(number for number, row in enumerate(rows) if row.startswith(first))
    end = next(
        (number for number, row in enumerate(rows) if number > start and row.startswith(last)), None
    )
    return rows[start:end]


def test_a_report_is_told_whole(bench: Bench) -> None:
    finding = bench.finding(
        message="Totalen är fel.",
        help="Rätta den.",
        span=PLACE,
        route=("avvikelser", "totalt"),
        crumbs="avvikelser › totalt",
        citations=(Citation("Lagen (2000:1), 1 § (lag)", "Lagen 1 § (lag)"),) * 2,
    )
    heading = Heading(
        "Titel",
        "kvalitetsberättelse",
        "Ekerö",
        "Socialnämnden",
        "fastställd",
        Days(date(2024, 1, 1), date(2024, 12, 31)),
    )
    report = bench.report_result(
        finding,
        heading=heading,
        rules_run=7,
        not_applicable=("A", "B"),
        arithmetic=Counter({Outcome.AGREES: 1, Outcome.DISAGREES: 2}),
        previous="förra.yaml",
    )
    assert shown(bench.result(report)) == [
        "━" * 80,
        "namn.yaml",
        "Ekerö · Socialnämnden · kvalitetsberättelse · 2024-01-01–2024-12-31 · fastställd",
        "",
        "Fel (1)",
        "",
        "  fel  Totalen är fel.",
        "     TST001 · rad 2 · avvikelser › totalt",
        "     2 │   totalt: 3",
        "       │           ^",
        "     Så här: Rätta den.",
        "     Källor: Lagen 1 § (lag); Lagen 1 § (lag)",
        "",
        "─" * 80,
        "Resultat       Behöver rättas",
        "Påpekanden     1 fel · 0 att se över · 0 upplysningar",
        "Räknekontroll  1 stämmer · 0 kan stämma · 2 stämmer inte · 0 kunde inte",
        "               kontrolleras",
        "Förra året     jämförd med förra.yaml",
        "Regler         7 körda · 2 hade inget att gälla",
        "Människa       0 punkter kräver bedömning av en människa",
        "",
        "Kvalitetskoll 1.2.3 · standardreglerna (3) · inga avsteg · inga undantag",
        "Behöver rättas",
    ]


def test_the_worst_stands_first_and_what_is_to_do_last(bench: Bench) -> None:
    report = bench.report_result(
        bench.finding(severity=INFO, message="i"),
        bench.finding(todo=True, message="t"),
        bench.finding(severity=WARNING, message="v1"),
        bench.finding(severity=ERROR, message="f"),
        bench.finding(severity=WARNING, message="v2"),
        draft=True,
    )
    rows = shown(bench.result(report))
    kept = [row for row in rows if row.endswith(")") or (row[:2] == "  " and row[2:3].isalpha())]
    assert kept[:9] == [
        "Fel (1)",
        "  fel  f",
        "Se över (2)",
        "  se över  v1",
        "  se över  v2",
        "Upplysningar (1)",
        "  upplysning  i",
        "Att göra (1)",
        "  att göra  t",
    ]


def test_an_information_is_told_without_a_frame(bench: Bench) -> None:
    finding = bench.finding(
        severity=INFO, message="Bra att veta.", span=PLACE, crumbs="avvikelser › totalt"
    )
    rows = shown(bench.result(bench.report_result(finding)))
    assert part(rows, "Upplysningar", "─") == [
        "Upplysningar (1)",
        "",
        "  upplysning  Bra att veta.",
        "     TST001 · rad 2 · avvikelser › totalt",
        "",
    ]


def test_an_information_about_several_places_has_their_lines(bench: Bench) -> None:
    others = tuple(Related("namn.yaml", Span(line, 1, line, 2), (), "x") for line in (9, 7, 8))
    finding = bench.finding(severity=INFO, span=PLACE, related=others, places=3, crumbs="här")
    rows = shown(bench.result(bench.report_result(finding)))
    assert "     TST001 · rad 2, 7, 8" in rows


def test_something_to_do_of_low_weight_still_has_its_frame(bench: Bench) -> None:
    finding = bench.finding(severity=INFO, todo=True, span=PLACE, crumbs="")
    rows = shown(bench.result(bench.report_result(finding, draft=True)))
    assert part(rows, "Att göra", "─") == [
        "Att göra (1)",
        "",
        "  att göra  Något är fel.",
        "     TST001 · rad 2",
        "     2 │   totalt: 3",
        "       │           ^",
        "     Så här: Rätta det.",
        "",
    ]


@pytest.mark.parametrize(
    ("route", "has_frame"),
    [
        (("synpunkter",), False),
        (("avvikelser",), True),
        (("synpunkter", "totalt"), True),
        ((), True),
    ],
)
def test_what_the_whole_report_lacks_has_no_frame(
    bench: Bench,
    route: tuple[str, ...],
    has_frame: bool,  # noqa: FBT001
) -> None:
    finding = bench.finding(route=route, span=Span(1, 1, 1, 11))
    rows = shown(bench.result(bench.report_result(finding)))
    assert ("     1 │ avvikelser:" in rows) is has_frame


def test_what_was_not_tested_is_told_by_reason(bench: Bench) -> None:
    report = bench.report_result(
        not_testable=(
            NotTestable("A", "tabellen har ingen total", "namn.yaml", Span(9, 1, 9, 2), (), ""),
            NotTestable("B", "raderna saknar antal", "namn.yaml", Span(3, 1, 3, 2), (), ""),
            NotTestable("A", "tabellen har ingen total", "namn.yaml", Span(4, 1, 4, 2), (), ""),
            NotTestable("C", "tabellen har ingen total", "namn.yaml", Span(9, 1, 9, 2), (), ""),
        ),
        not_run=(
            NotRun("TST002", "uppgiften går inte att läsa", "namn.yaml", PLACE),
            NotRun("TST003", "ingen av regelns källor gällde", "namn.yaml", PLACE),
            NotRun("TST004", "uppgiften går inte att läsa", "namn.yaml", PLACE),
            NotRun("TST002", "uppgiften går inte att läsa", "namn.yaml", Span(5, 1, 5, 2)),
        ),
    )
    rows = shown(bench.result(report))
    assert part(rows, "Kunde inte", "─") == [
        "Kunde inte kontrolleras",
        "     Tabellen har ingen total (rad 4, 9)",
        "     Raderna saknar antal (rad 3)",
        "     TST002, TST004: uppgiften går inte att läsa",
        "     TST003: ingen av regelns källor gällde",
        "",
    ]
    assert "Regler         0 körda · 0 hade inget att gälla · 3 kunde inte köras överallt" in rows


def test_a_report_that_was_not_judged_has_a_short_block(bench: Bench) -> None:
    empty = bench.report_result(judged=False)
    assert part(shown(bench.result(empty)), "─", "Kvalitetskoll") == [
        "─" * 80,
        "Resultat       Kunde inte kontrolleras",
        "",
    ]
    found = bench.report_result(bench.finding(), judged=False)
    assert part(shown(bench.result(found)), "─", "Kvalitetskoll") == [
        "─" * 80,
        "Resultat       Kunde inte kontrolleras",
        "Påpekanden     1 fel · 0 att se över · 0 upplysningar",
        "",
    ]


def test_a_draft_counts_what_is_to_do(bench: Bench) -> None:
    report = bench.report_result(bench.finding(todo=True, places=2), draft=True)
    rows = shown(bench.result(report))
    assert "Resultat       Utkast: 2 delar återstår" in rows
    assert "Påpekanden     2 att göra · 0 fel · 0 att se över · 0 upplysningar" in rows
    assert rows[-1] == "Utkast: 2 delar återstår"


def test_several_reports_are_summed_up(bench: Bench) -> None:
    one = bench.report_result(bench.finding(severity=WARNING))
    other = bench.report_result(bench.finding(), bench.finding(severity=INFO), file="annan.yaml")
    rows = shown(bench.result(one, other))
    assert part(rows, "Sammanfattning", "Kvalitetskoll") == [
        "Sammanfattning",
        "  namn.yaml",
        "     Klar med påpekanden · 0 fel · 1 att se över · 0 upplysningar",
        "  annan.yaml",
        "     Behöver rättas · 1 fel · 0 att se över · 1 upplysning",
        "",
    ]
    assert rows[-1] == "Behöver rättas"
    assert "Sammanfattning" not in shown(bench.result(one))


def test_questions_for_people_are_asked_once(bench: Bench) -> None:
    points = [Point(f"BED00{n}", f"Fråga {n}?", "Därför.", "**") for n in (1, 2)]
    one = bench.report_result(points=(points[0], points[1]))
    other = bench.report_result(points=(points[1],), file="annan.yaml")
    rows = shown(bench.result(one, other))
    assert part(rows, "Det här kan bara", "━") == [
        "Det här kan bara en människa bedöma",
        "  • Fråga 1?",
        "  • Fråga 2?",
        "",
    ]
    assert "Människa       2 punkter kräver bedömning av en människa" in rows
    assert "Människa       1 punkt kräver bedömning av en människa" in rows
    assert rows[-1] == "Inget att rätta. 3 punkter kräver bedömning av en människa"


def test_a_file_that_was_refused_is_told(bench: Bench) -> None:
    rows = shown(bench.result(refused=(Refused("borta.yaml", "filen finns inte."),)))
    assert rows == [
        "  fel  borta.yaml: filen finns inte.",
        "",
        "Kvalitetskoll 1.2.3 · standardreglerna (3) · inga avsteg · inga undantag",
        "Kunde inte kontrolleras",
    ]


@pytest.mark.parametrize(("rule", "what"), [("TST001", "Regeln TST001"), ("", "Kontrollen")])
def test_a_check_that_broke_down_is_told_as_ours(bench: Bench, rule: str, what: str) -> None:
    rows = shown(bench.result(crashes=(Crash(rule, "namn.yaml", "ValueError"),)), 120)
    assert " ".join(" ".join(rows).split()).startswith(
        f"fel {what} gick sönder på namn.yaml (ValueError). Det är vårt fel, inte rapportens."
        " Det som hann hittas visas."
    )


def test_a_run_without_reports_says_where_it_looked(bench: Bench) -> None:
    rows = shown(bench.result(paths=("tom", "mapp")), 120)
    assert rows[0] == (
        "Ingen rapport att kontrollera: tom, mapp har inga filer som slutar på .yaml eller .yml."
    )
    assert shown(bench.result(), 120)[0] == (
        "Här finns ingen mapp reports_yaml. Ange den fil eller mapp som ska kontrolleras."
    )


def test_the_last_lines_say_which_rules_and_how_they_were_read(bench: Bench) -> None:
    result = bench.result(bench.report_result(), only=("TAB001", "TAB002"), final=True)
    *_, rules, verdict = shown(result, 120)
    assert rules == (
        "Kvalitetskoll 1.2.3 · bara TAB001, TAB002 · inga avsteg · inga undantag"
        " · alla rapporter lästa som färdiga"
    )
    assert verdict == "Inget att rätta (delvis kontrollerad)"


def test_a_heading_has_only_what_is_known(bench: Bench) -> None:
    report = bench.report_result(heading=Heading(title="Titel", kommun="Ekerö", status="utkast"))
    assert shown(bench.result(report))[2:4] == ["Ekerö · utkast", ""]
    assert shown(bench.result(bench.report_result()))[1:3] == ["namn.yaml", ""]


def test_the_parts_have_styles(bench: Bench) -> None:
    finding = bench.finding(severity=WARNING, span=PLACE)
    lines = text(bench.result(bench.report_result(finding)))
    assert (Part("Se över (1)", "warning"),) in lines
    assert (Part("  se över  ", "warning"), Part("Något är fel.", "")) in lines
    assert (Part("Resultat       ", "dim"), Part("Klar med påpekanden", "warning")) in lines
    assert lines[-1] == (Part("Klar med påpekanden", "warning"),)


@pytest.mark.parametrize(
    ("verdict", "style"),
    [
        (Verdict.CLEAR, "ok"),
        (Verdict.CLEAR_WITH_REMARKS, "warning"),
        (Verdict.DRAFT, "todo"),
        (Verdict.NEEDS_CORRECTION, "error"),
        (Verdict.NOT_TESTED, "error"),
    ],
)
def test_a_verdict_has_its_colour(verdict: Verdict, style: str) -> None:
    assert words.verdict_style(verdict) == style


# --- width and signs ---


def long_report(bench: Bench) -> ReportResult:
    source = "avvikelser:\n  analys: " + "ord " * 60 + "\n  totalt: 3\n"
    finding = bench.finding(
        message="Det här är en ganska lång mening om något – eller annat – som är fel. " * 3,
        help="Så här gör du › på ett sätt · eller ett annat… " * 4,
        span=Span(2, 150, 2, 153),
        route=("avvikelser", "analys"),
        crumbs=" › ".join(["verksamhetsområden", "Vuxna och äldre", "avvikelser"] * 3),
        related=tuple(
            Related("namn.yaml", Span(line, 3, line, 9), (), "totalen för delen – hela")
            for line in range(1, 12)
        ),
        citations=(Citation("x", "SoL 3 kap. 1 § (lag, gäller från 2025-07-01)"),) * 4,
    )
    note = replace(finding, severity=INFO, places=12)
    return bench.report_result(
        finding,
        note,
        replace(finding, todo=True),
        text=source,
        draft=True,
        heading=Heading(
            "T", "kvalitetsberättelse", "En kommun", "En nämnd med långt namn", "utkast"
        ),
        not_run=(NotRun("TST002", "uppgiften går inte att läsa: " * 4, "namn.yaml", PLACE),),
        not_testable=(
            NotTestable("A", "det finns ingen lista att räkna " * 4, "namn.yaml", PLACE, (), ""),
        ),
        points=(
            Point("BED001", "Är analysen en analys, och inte bara siffrorna? " * 3, "x", "**"),
        ),
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_no_line_of_a_report_is_wider_than_asked(bench: Bench, width: int, signs: Signs) -> None:
    result = bench.result(long_report(bench), refused=(Refused("borta.yaml", "filen " * 30),))
    *rows, verdict = shown(result, width, signs)
    assert verdict == "Kunde inte kontrolleras. 1 punkt kräver bedömning av en människa"
    assert max(map(len, rows)) == width


@pytest.mark.parametrize("width", [80, 120])
def test_a_summary_is_no_wider_than_asked(bench: Bench, width: int) -> None:
    todos = [bench.finding(todo=True)] * 12
    report = bench.report_result(*todos, *[bench.finding(severity=WARNING)] * 10, draft=True)
    rows = shown(bench.result(report, report), width)
    summary = part(rows, "Sammanfattning", "Kvalitetskoll")
    assert max(map(len, summary)) <= width


def test_a_narrow_terminal_gets_forty_columns(bench: Bench) -> None:
    rows = shown(bench.result(bench.report_result()), 3)
    assert rows[0] == "━" * 40


def test_ascii_signs_leave_only_letters(bench: Bench) -> None:
    report = long_report(bench)
    whole = bench.result(report, report, crashes=(Crash("TST001", "namn.yaml", "ValueError"),))
    out = "".join(shown(whole, 80, ASCII))
    assert {mark for mark in out if not mark.isascii()} <= set("åäöÅÄÖé§")
    assert "=" * 80 in shown(whole, 80, ASCII)
    assert "-" * 80 in shown(whole, 80, ASCII)


def test_people_are_shown_swedish_words() -> None:
    assert list(words.SEVERITIES.values()) == ["fel", "se över", "upplysning"]
    assert list(words.BASES.values()) == [
        *("lag", "föreskrift", "allmänt råd", "mall", "räknekontroll och form", "sekretess"),
        "praxis",
    ]
    assert list(words.STYLES.values()) == ["error", "warning", "info"]


def test_of_very_many_findings_a_hundred_are_shown_and_all_counted(bench: Bench) -> None:
    found = [bench.finding(message=f"nr {number}") for number in range(103)]
    found.append(bench.finding(severity=WARNING, message="sist"))
    rows = shown(bench.result(bench.report_result(*found)))
    assert [row for row in rows if row.startswith("  fel  nr ")][-1] == "  fel  nr 99"
    assert "Fel (103)" in rows
    assert "  3 till visas inte här. Formen json har alla." in rows
    assert part(rows, "Se över (1)", "─") == [
        "Se över (1)",
        "",
        "  1 till visas inte här. Formen json har alla.",
        "",
    ]
    assert "Påpekanden     103 fel · 1 att se över · 0 upplysningar" in rows


def test_of_very_many_reasons_why_nothing_was_tested_a_hundred_are_shown(bench: Bench) -> None:
    untested = tuple(NotRun("TST001", f"skäl {number}", "a", PLACE) for number in range(102))
    rows = shown(bench.result(bench.report_result(not_run=untested)))
    assert "     TST001: skäl 99" in rows
    assert "     TST001: skäl 100" not in rows
    assert "     2 till visas inte här. Formen json har alla." in rows
