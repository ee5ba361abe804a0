"""Göteborg's report broken by script: each slip gives exactly the findings that it should."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from checker.verdict import Verdict
from tests.reports.test_broken_reports import (
    DASH,
    Mutation,
    add,
    cases,
    check,
    cut,
    empty,
    expected,
    judged,
    put,
    readable,
    told,
)

REPORT = "goteborg-nordost-2024"
broken = partial(Mutation, report=REPORT)

CHILDREN, SUPPORT = "- namn: Barn- och ungdomsvård", "- namn: Ekonomiskt bistånd"
ADULTS = "- namn: Vuxna"
DEVIATIONS = f"{CHILDREN} » avvikelser:"
SECOND_MEASURE = "- nr: BoU-2 » - Kompetensutveckling i dokumentation."
REVIEWS = f"{ADULTS} » externa_granskningar: » poster:"

# What the report gives as it was published.
CUT_OFF = told("AND002+", "andel: 6 av 61 (9 %)", 2, "9 %", "9,84 %")
NO_SURVEY = told("DEL011", f"{ADULTS} » brukarundersökning:", "brukarundersökning")
NO_RISKS = told("DEL015+", f"{CHILDREN} » riskanalys:", 3, "riskanalys")
NO_FIGURES = told("JMF003+", f"{CHILDREN} » lex_sarah: » förändring: ökat", 3)
ONE_FIGURE = told("JMF004+", f"{CHILDREN} » synpunkter: » förändring: minskat", 2)
NO_IVO = told("LEX005", "- nr: BoU-3 » anmäld: uppgift saknas", "BoU-3")
ONLY_RISK = told("LEX008+", "- nr: BoU-1 » bedömning: risk för missförhållande", 14)
FIRST = "- nr: BoU-1"
NO_EFFECT, NO_REASON = told("LEX023+", FIRST, 41), told("LEX024+", "- nr: BoU-3", 20)
NO_TIME, NO_ARRIVAL = told("LEX025+", FIRST, 43), told("LEX026+", FIRST, 43)
NO_DAY = told("LEX019", "- nr: EB-4 » ivo:", "EB-4")
NO_CAUSE = told("TAB006", f"{CHILDREN} » per_orsak: » antal:", 136, 544, 408)
ON_THE_LIMIT = told("TAB008", "Samverkan - intern: 10", "Samverkan - intern", 10, 10)
NO_REVIEW = told("RAP010", "rapport:", "av och datum")
NO_DECISION = told("RAP011", "rapport:", "upprättad, datum, paragraf och diarienummer")
NO_ONE_RESPONSIBLE = told("ATG001+", "- Fortsätta införa de nya reglerna om barn i skyddat…", 14)
IN_CHILDREN, IN_SUPPORT, IN_ADULTS = (
    f"{area} › lex_sarah › analys"
    for area in ("Barn- och ungdomsvård", "Ekonomiskt bistånd", "Vuxna")
)
OF_CASES = f"{CHILDREN} » lex_sarah: » analys: |"
SAME_ANALYSIS = told("RIM001", OF_CASES, IN_CHILDREN, f"{IN_SUPPORT} och {IN_ADULTS}")
SAME_IN_TWO = told("RIM001", OF_CASES, IN_CHILDREN, IN_SUPPORT)
IN_AREAS = (
    *(CUT_OFF, NO_SURVEY, NO_RISKS, NO_FIGURES, ONE_FIGURE),
    *(NO_IVO, ONLY_RISK, NO_CAUSE, ON_THE_LIMIT, NO_ONE_RESPONSIBLE, SAME_ANALYSIS),
    *(NO_EFFECT, NO_REASON, NO_TIME, NO_ARRIVAL, NO_DAY),
)
ALL = (*IN_AREAS, NO_REVIEW, NO_DECISION)

NO_RISKS_IN_TWO = told("DEL015+", f"{CHILDREN} » riskanalys:", 2, "riskanalys")
NO_ANALYSIS_OF_RISKS = told("DEL004", ADULTS, "Delen riskanalys saknas för Vuxna")
OF_545 = [
    told("TAB002", "totalt: 545", " i per_status", 544, 545, "1 för hög"),
    told("AND001", "andel: 215 av totalt…", 215, 545, "39,45 %, men här står 39,5 %"),
    told("TAB006", f"{CHILDREN} » per_orsak: » antal:", 137, 545, 408),
]

MUTATIONS = [
    broken("a total of 544 that is 545", [put("totalt: 544", "totalt: 545")], OF_545, [NO_CAUSE]),
    broken(
        "a total in a draft: what is wrong stays wrong",
        [put("totalt: 544", "totalt: 545")],
        OF_545,
        [NO_CAUSE],
        draft=True,
    ),
    broken(
        "a total of 22 that is 23",
        [put("totalt: 22", "totalt: 23")],
        [told("TAB001", "totalt: 23", " i per_område", 22, 23, "1 för hög")],
    ),
    broken(
        "an area's row that its own part gainsays",
        [put("Ekonomiskt bistånd: 6", "Ekonomiskt bistånd: 7")],
        [
            told("TAB001", "totalt: 22", " i per_område", 23, 22, "1 för låg"),
            told("TAB011", "Ekonomiskt bistånd: 7", "Ekonomiskt bistånd", 7, 6),
        ],
    ),
    broken(
        "an area's total that all its tables gainsay",
        [put(f"{CHILDREN} » totalt: 6", "totalt: 7")],
        [
            told("TAB001", "totalt: 7", " i per_rapportör", 6, 7, "1 för hög"),
            told("TAB001", "totalt: 7", " i per_kategori", 6, 7, "1 för hög"),
            told("TAB011", "Barn- och ungdomsvård: 6", "Barn- och ungdomsvård", 6, 7),
        ],
    ),
    broken(
        "an area with more than the whole board is told once, at the board's own row for it",
        [
            put(f"{CHILDREN} » avvikelser_i_vårdsamverkan: » totalt: 6", "totalt: 26"),
            put(f"{CHILDREN} » Förvaltningen: 5", "Förvaltningen: 25"),
            put(
                f"{CHILDREN} » Organisation/regler/resurser: 4", "Organisation/regler/resurser: 24"
            ),
        ],
        [
            told("TAB011", "Barn- och ungdomsvård: 6", "Barn- och ungdomsvård", 6, 26),
        ],
    ),
    broken(
        "a change in words that the figures gainsay",
        [put(f"{DEVIATIONS} » förändring: ökat", "förändring: minskat drastiskt")],
        [
            told(
                *("JMF002", f"{DEVIATIONS} » förändring: minskat drastiskt"),
                *("minskat drastiskt", 544, 443),
            )
        ],
    ),
    broken(
        "a step in words that the figures gainsay",
        [put(f"{DEVIATIONS} » förändring: ökat", "förändring: 100 fler än förra året")],
        [
            told(
                *("JMF001", f"{DEVIATIONS} » förändring: 100 fler än förra året"),
                *("100 fler än förra året", 544, 443, "+101"),
            )
        ],
    ),
    broken(
        "a change in words that nobody can judge",
        [put(f"{DEVIATIONS} » förändring: ökat", "förändring: i stort sett oförändrat")],
    ),
    broken(
        "a category of a complete table",
        [put("Organisation: 9", "Organisation: 8")],
        [told("TAB001", "totalt: 10", " i per_kategori", 9, 10, "1 för hög")],
    ),
    broken(
        "a category that is more than a truncated table can hold",
        [put("Dokumentation - allmän: 102", "Dokumentation - allmän: 202")],
        [told("TAB003", "totalt: 544", "per_kategori", "minst 637", 544, "93 för låg")],
    ),
    broken(
        "a row below the limit",
        [put("Övergrepp, självskada, hot: 13", "Övergrepp, självskada, hot: 9")],
        [told("TAB007", "Övergrepp, självskada, hot: 9", "Övergrepp, självskada, hot", 9, 10)],
    ),
    broken(
        "the row on the limit made right",
        [put("Samverkan - intern: 10", "Samverkan - intern: 11")],
        gone=[ON_THE_LIMIT],
    ),
    broken(
        "a status row",
        [put("Pågående: 85", "Pågående: 86")],
        [told("TAB002", "totalt: 719", " i per_status", 720, 719, "1 för låg")],
    ),
    broken(
        "a cause with more than there are cases",
        [put("Brister i implementering: 65", "Brister i implementering: 265")],
        [told("TAB005", "Brister i implementering: 265", "Brister i implementering", 265, 175)],
    ),
    broken(
        "a percentage that is wrong",
        [put("andel: 149 av totalt (85 %)", "andel: 149 av totalt (86 %)")],
        [told("AND001", "andel: 149 av totalt…", 149, 175, "85,14 %, men här står 86 %")],
    ),
    broken(
        "a part that is more than the whole",
        [put("andel: 53 av 54", "andel: 55 av 54")],
        [told("AND001", "andel: 55 av 54", 55, 54, "mer än hela antalet")],
    ),
    broken(
        "one percentage that was cut off made right",
        [put("andel: 6 av 61 (9 %)", "andel: 6 av 61 (10 %)")],
        [told("AND002", "andel: 39 av 61 (63 %)", 39, 61, "63,93 %", "63 %")],
        [CUT_OFF],
    ),
    broken(
        "an earlier number that gainsays the word",
        [put("föregående: 443", "föregående: 643")],
        [told("JMF002", "föregående: 643 » förändring: ökat", "ökat", 544, 643)],
    ),
    broken(
        "+2 that is +3, where nothing else tells",
        [put(f"{SUPPORT} » synpunkter: » förändring: +2", "förändring: +3")],
    ),
    broken(
        "+2 that is +3, where the earlier number is known",
        [
            put(f"{SUPPORT} » synpunkter: » förändring: +2", "förändring: +3"),
            add("förändring: +3", "föregående: 18"),
        ],
        [told("JMF001", "förändring: +3", "+3", 20, 18, "+2")],
    ),
    broken("one of two measures removed", [cut(SECOND_MEASURE)]),
    broken(
        "the only measure of a case removed",
        [empty("- nr: BoU-1 » föreslagna:", 1)],
        [told("LEX003", "- nr: BoU-1 » åtgärder:", "BoU-1")],
    ),
    broken(
        "all measures of a case removed, to which another case refers",
        [cut("- nr: EB-4 » åtgärder:", 11)],
        [told("LEX003", "- nr: EB-4", "EB-4"), told("LEX007", "se_ärende: EB-4", "EB-4")],
    ),
    broken(
        "a reference to a case that does not exist",
        [put("se_ärende: EB-4", "se_ärende: EB-44")],
        [told("LEX006", "se_ärende: EB-44", "EB-44", "EB-4")],
    ),
    broken(
        "an assessment removed",
        [cut("- nr: BoU-4 » bedömning: missförhållande")],
        [
            told("LEX001", "- nr: BoU-4", "BoU-4"),
            told("LEX023+", FIRST, 40),
            told("LEX024+", "- nr: BoU-3", 19),
            told("LEX025+", FIRST, 42),
        ],
        [NO_EFFECT, NO_REASON, NO_TIME],
    ),
    broken(
        "an assessment raised to serious, with IVO unknown",
        [put("- nr: BoU-4 » bedömning: missförhållande", "bedömning: allvarligt missförhållande")],
        [told("LEX005", "- nr: BoU-4", "BoU-4")],
    ),
    broken(
        "a serious case that was reported to IVO",
        [put("anmäld: uppgift saknas", "anmäld: ja")],
        [told("LEX019+", "- nr: BoU-3 » ivo:", 2)],
        gone=[NO_IVO, NO_DAY],
        verdict=Verdict.CLEAR_WITH_REMARKS,
    ),
    broken(
        "a serious case that was not reported to IVO, in a draft",
        [put("anmäld: uppgift saknas", "anmäld: nej")],
        [told("LEX004", "anmäld: nej", "BoU-3")],
        [replace(NO_IVO, todo=True)],
        draft=True,
    ),
    broken(
        "the same in a draft that has no period yet",
        [put("anmäld: uppgift saknas", "anmäld: nej"), cut("period:", 4)],
        [
            told("LEX004", "anmäld: nej", "BoU-3"),
            told("RAP001", "rapport:", "från och till", todo=True),
        ],
        [replace(NO_IVO, todo=True)],
        draft=True,
    ),
    broken(
        "a review's date moved out of the period",
        [put("datum: 2024-07-17", "datum: 2024-09-17")],
        [told("GRA002", "datum: 2024-09-17", "2024-09-17", "2023-09-01–2024-08-31")],
    ),
    broken(
        "a review deleted",
        [cut("diarienummer: N163-0450/24 » - granskare: IVO", 7)],
        [told("ANT006", "antal: 7", "IVO, ingen kritik", 7, 6)],
    ),
    broken(
        "criticism without a remedy",
        [cut("diarienummer: N163-0557/22 » viktigast_att_åtgärda: |", 3)],
        [told("GRA001", f"{REVIEWS} » - granskare: IVO")],
    ),
    broken(
        "a part's key misspelt",
        [put(DEVIATIONS, "avikelser:")],
        [told("FORM101", "avikelser:", "avikelser", "avvikelser")],
        [NO_CAUSE],
    ),
    broken(
        "the key of all areas misspelt",
        [put("verksamhetsområden:", "verksamhetsområde:")],
        [told("FORM101", "verksamhetsområde:", "verksamhetsområde", "verksamhetsområden")],
        IN_AREAS,
    ),
    broken(
        "an assessment's key misspelt",
        [put("- nr: V-2 » bedömning: missförhållande", "bedöming: missförhållande")],
        [
            told("FORM101", "bedöming: missförhållande", "bedöming", "bedömning"),
            told("LEX023+", FIRST, 40),
            told("LEX024+", "- nr: BoU-3", 19),
            told("LEX025+", FIRST, 42),
        ],
        [NO_EFFECT, NO_REASON, NO_TIME],
    ),
    broken(
        "the key of IVO misspelt",
        [put("- nr: EB-4 » ivo:", "ivå:")],
        [told("FORM101", "ivå:", "ivå", "ivo")],
        [NO_DAY],
    ),
    broken(
        "the key of a table's rows misspelt",
        [put(f"{CHILDREN} » per_status: » antal:", "antall:")],
        [told("FORM101", "antall:", "antall", "antal")],
    ),
    broken(
        "the key of a table's remark misspelt, and a row wrong",
        [
            add(f"{CHILDREN} » per_status:", "  komentar: Läget den sista augusti."),
            put("Pågående: 260", "Pågående: 261"),
        ],
        [
            told("FORM101", "komentar: Läget…", "komentar", "kommentar"),
            told("TAB002", "totalt: 544", " i per_status", 545, 544, "1 för låg"),
        ],
    ),
    broken(
        "a part deleted in one area",
        [cut(f"{ADULTS} » riskanalys:", 8)],
        [NO_ANALYSIS_OF_RISKS, NO_RISKS_IN_TWO],
        [NO_RISKS],
    ),
    broken(
        "a part deleted in a draft: something left to do",
        [cut(f"{ADULTS} » riskanalys:", 8)],
        [replace(NO_ANALYSIS_OF_RISKS, todo=True), NO_RISKS_IN_TWO],
        [NO_RISKS],
        Verdict.DRAFT,
        draft=True,
    ),
    broken(
        "a part deleted that was counted with others",
        [cut(f"{ADULTS} » lex_sarah:", 148)],
        [
            told("DEL008", ADULTS, "Delen lex Sarah saknas för Vuxna"),
            told("LEX008+", ONLY_RISK.line, 7),
            told("JMF003+", NO_FIGURES.line, 2),
            told("LEX023+", FIRST, 29),
            told("LEX024+", "- nr: BoU-3", 15),
            told("LEX025+", FIRST, 30),
            told("LEX026+", FIRST, 30),
            SAME_IN_TWO,
        ],
        [ONLY_RISK, NO_FIGURES, NO_EFFECT, NO_REASON, NO_TIME, NO_ARRIVAL, SAME_ANALYSIS],
    ),
    broken(
        "a part emptied",
        [empty(f"{SUPPORT} » synpunkter:", 12)],
        [
            told(
                "DEL006",
                f"{SUPPORT} » synpunkter:",
                "Delen synpunkter och klagomål står tom för Ekonomiskt bistånd",
            )
        ],
    ),
    broken(
        "a part that is not applicable, with a reason",
        [
            empty(f"{ADULTS} » riskanalys:", 7),
            add(f"{ADULTS} » riskanalys:", "  ej_aktuellt: Görs våren 2025, i det nya området."),
        ],
        [NO_RISKS_IN_TWO],
        [NO_RISKS],
    ),
    broken(
        "a part that is not applicable, without a reason",
        [
            empty(f"{ADULTS} » riskanalys:", 7),
            add(f"{ADULTS} » riskanalys:", "  ej_aktuellt:"),
        ],
        [told("DEL012", "ej_aktuellt:", "ej_aktuellt"), NO_RISKS_IN_TWO],
        [NO_RISKS],
    ),
    broken(
        "the empty survey gets its reason",
        [add(f"{ADULTS} » brukarundersökning:", "  ej_aktuellt: Görs våren 2025.")],
        gone=[NO_SURVEY],
    ),
    broken(
        "a word that the template does not have",
        [put(f"{REVIEWS} » utfall: kritik", "utfall: allvarlig kritik")],
        [
            told(
                "FORM104",
                "utfall: allvarlig kritik",
                "utfall",
                "allvarlig kritik",
                "Skriv ”kritik”, ”ingen kritik” eller ”rekommendation”.",
            )
        ],
    ),
    broken(
        "a category twice",
        [add("Pågående: 260", "Pågående: 260")],
        [told("FORM029", "Avslutad: 284 » Pågående: 260 » Pågående: 260", "Pågående")],
    ),
    broken(
        "a placeholder",
        [
            empty(f"{ADULTS} » lex_sarah: » analys: |", 2),
            put(f"{ADULTS} » lex_sarah: » analys: |", "analys: Kompletteras senare."),
        ],
        [told("DEL014", "analys: Kompletteras senare.", "Kompletteras senare."), SAME_IN_TWO],
        [SAME_ANALYSIS],
    ),
    broken(
        "the period reversed",
        [put("från: 2023-09-01", "från: 2024-09-01")],
        [told("RAP003", "till: 2024-08-31", "2024-08-31", "2024-09-01")],
    ),
    broken(
        "the period removed",
        [cut("period:", 4)],
        [told("RAP001", "rapport:", "från och till")],
    ),
    broken(
        "the whole report as a draft",
        [put("status: fastställd", "status: utkast")],
        [replace(one, todo=True) for one in (NO_IVO, NO_SURVEY, NO_REVIEW)],
        [NO_IVO, NO_SURVEY, NO_REVIEW, NO_DECISION],
        Verdict.DRAFT,
    ),
    broken(
        "a measure at a margin that YAML cannot read",
        [put(SECOND_MEASURE, "- Kompetensutveckling.", right=-1)],
        [told("FORM015", "- Kompetensutveckling.")],
        ALL,
        Verdict.NOT_TESTED,
    ),
    broken(
        "a measure at a margin that makes it a part of the one before",
        [put(SECOND_MEASURE, "- Kompetensutveckling.", right=2)],
        [told("FORM015", "- Kompetensutveckling.")],
    ),
    broken(
        "events in brackets",
        [
            empty("- nr: BoU-8 » händelser:", 1),
            put("- nr: BoU-8 » händelser:", "händelser: [Brist i jourhem, hög alkoholkonsumtion]"),
        ],
        [told("FORM038", "händelser: [Brist i jourhem…")],
    ),
    broken(
        "a number with a decimal point",
        [put("Avslutad: 634", "Avslutad: 634.0")],
        [
            told(
                "FORM109",
                "Avslutad: 634.0",
                "634.0",
                "634.0 är ett decimaltal, men ett antal är alltid ett helt tal. Skriv till "
                "exempel 12, eller ca 12 när antalet är ungefärligt.",
            )
        ],
    ),
    broken(
        "a dash for a number",
        [put("Beröm: ..", "Beröm: –")],
        [told("FORM109", "Beröm: –", "–", DASH)],
    ),
    broken(
        "a hyphen for a number, which YAML cannot read",
        [put("Beröm: ..", "Beröm: -")],
        [told("FORM041", "Beröm: -")],
        ALL,
        Verdict.NOT_TESTED,
    ),
    broken(
        "a number that cannot be read, and elsewhere a percentage that is wrong",
        [
            put("Samverkan intern: 35", "Samverkan intern: –"),
            put("andel: 215 av totalt (39,5 %)", "andel: 215 av totalt (41,2 %)"),
        ],
        [
            told("FORM109", "Samverkan intern: –", "–", DASH),
            told("AND001", "andel: 215 av totalt…", 215, 544, "39,52 %, men här står 41,2 %"),
        ],
    ),
    broken(
        "a number that cannot be read, and elsewhere a word that the numbers gainsay",
        [put("Förbättring: 121", "Förbättring: –"), put("föregående: 443", "föregående: 643")],
        [
            told("FORM109", "Förbättring: –", "–", DASH),
            told("JMF002", "föregående: 643 » förändring: ökat", "ökat", 544, 643),
        ],
    ),
]


@pytest.mark.parametrize("mutation", cases(MUTATIONS))
def test_a_slip_in_goteborgs_report_gives_exactly_its_findings(mutation: Mutation) -> None:
    check(mutation)


def test_goteborgs_report_is_broken_in_more_than_twenty_ways() -> None:
    assert len({one.name for one in MUTATIONS}) == len(MUTATIONS) > 20


def test_goteborgs_report_as_published_gives_what_the_slips_are_compared_with() -> None:
    lines, found, _ = judged(REPORT, ())
    assert readable(found, lines) == expected(ALL, lines)
