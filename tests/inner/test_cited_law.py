"""The law that a report cites: what the rules LAG tell, for every side of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.resources import folder

if TYPE_CHECKING:
    from checker.result import ReportResult

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
LAG = [one.rule.id for one in CATALOGUE.bound if one.rule.id.startswith("LAG")]
BEFORE, BOTH, AFTER = (
    "2024-01-01/2024-12-31",
    "2025-01-01/2025-12-31",
    "2026-01-01/2026-12-31",
)

ENDED = "upphävdes den 1 juli 2025. Sedan dess gäller socialtjänstlagen (2025:400)."


def judged(period: str, body: str) -> ReportResult:
    first, _, last = period.partition("/")
    days = f"  period:\n    från: {first}\n    till: {last}\n" if first else ""
    text = (
        "format: kvalitetsrapport/1\nstatus: färdig\nrapport:\n  kommun: K\n  nämnd: N\n"
        f"{days}{body}"
    )
    document = read_document(text.encode(), "r.yaml")
    result, crashes = judge(document, CATALOGUE.only(LAG))
    assert crashes == ()
    return result


def told(period: str, text: str, part: str = "lex_sarah") -> list[str]:
    found = judged(period, f"{part}:\n  text: |\n    {text}\n").findings
    return [f"{one.rule} {one.message}" for one in found]


@pytest.mark.parametrize(
    ("cited", "now"),
    [
        ("14 kap. 2 § SoL", "5 kap. 1 § andra stycket SoL"),
        ("14 kap. 3 § SoL", "27 kap. 2 § SoL"),
        ("14 kap. 4 § SoL", "27 kap. 3 § SoL"),
        ("14 kap. 5 § SoL", "27 kap. 4 § SoL"),
        ("SoL 14:6", "27 kap. 5 § SoL"),
        ("14 kap. 7 § socialtjänstlagen", "27 kap. 6 § SoL"),
        ("14 kap. 3–7 §§ SoL", "27 kap. 2–6 §§ SoL"),
        ("14 kap. 3 och 7 §§ SoL", "27 kap. 2 och 6 §§ SoL"),
        ("14 kap. 2-3 §§ SoL", "5 kap. 1 § och 27 kap. 2 § SoL"),
        ("14 kap. SoL", "27 kap. SoL"),
        ("14 kap. 3 § och 7 § SoL", "27 kap. 2 och 6 §§ SoL"),
        ("14 kap. 3 till och med 7 §§ SoL", "27 kap. 2–6 §§ SoL"),
    ],
)
def test_an_old_place_for_lex_sarah_is_told_with_the_new_one(cited: str, now: str) -> None:
    words = f"LAG001 {cited} heter sedan den 1 juli 2025 {now} när det gäller lex Sarah."
    assert told(AFTER, f"Missförhållanden rapporteras enligt {cited}.") == [words]
    assert told(BEFORE, f"Missförhållanden rapporteras enligt {cited}.") == []
    assert told(BOTH, f"Missförhållanden rapporteras enligt {cited}.") == []


@pytest.mark.parametrize(
    ("cited", "now"),
    [
        ("16 kap. 6 f § SoL", "34 kap. 1 § SoL"),
        ("16 kap 6f-i §§ SoL", "34 kap. 1–4 §§ SoL"),
        ("16 kap. 6 a § SoL", "34 kap. 5–10 §§ SoL"),
    ],
)
def test_an_old_place_for_decisions_not_carried_out_is_told(cited: str, now: str) -> None:
    words = f"LAG007 {cited} heter sedan den 1 juli 2025 {now}."
    assert told(AFTER, f"Vi rapporterar enligt {cited}.", "ej_verkställda_beslut") == [words]


@pytest.mark.parametrize(
    ("cited", "then"),
    [
        ("27 kap. 2 § SoL", "14 kap. 3 § SoL"),
        ("27 kap. 2-6 §§ SoL", "14 kap. 3–7 §§ SoL"),
        ("27 kap. SoL", "14 kap. SoL"),
        ("27 kap. 1 § SoL", "en annan paragraf"),
        ("19 kap. 1 § SoL", "en annan paragraf"),
        ("34 kap. 3 § SoL", "16 kap. 6 h § SoL"),
        ("17 kap. 10 § SoL", "7 kap. 6 § SoL"),
    ],
)
def test_a_place_that_was_not_there_yet_is_told_with_that_of_the_time(
    cited: str, then: str
) -> None:
    words = (
        f"LAG002 {cited} gäller först från den 1 juli 2025, efter rapportens period. "
        f"I den lag som gällde då är det {then}."
    )
    assert told(BEFORE, f"Det följer av {cited}.") == [words]
    assert told(BOTH, f"Det följer av {cited}.") == []
    assert told(AFTER, f"Det följer av {cited}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tidigare gällde 14 kap. 3 § SoL för lex Sarah.",
        "Lex Sarah regleras i 27 kap. SoL (före den 1 juli 2025 i 14 kap. SoL).",
        "Under 2024 kom två lex Sarah-rapporter in enligt 14 kap. 3 § SoL.",
        "I maj 2025 kom en lex Sarah-rapport in enligt 14 kap. 3 § SoL. Den nya lagen kom sedan.",
        "I maj 2025 kom en lex Sarah-rapport in enligt 14 kap. 3 § SoL.",
        "Lex Sarah: 14 kap. 3 § och 11 kap. 1 § SoL.",
        "Lex Sarah: 14 kap. 3 § i gamla SoL.",
        "Lex Sarah rapporteras enligt då gällande 14 kap. 3 § SoL.",
        "Lex Sarah-rapporten visade att journalen inte var förd enligt 14 kap. 3 § SoL.",
        "Det gäller 14 kap. 6 § SoL om hur dokumentationen utformas.",
        "Lex Sarah regleras i 24 b § LSS och 14 kap. 3 § OSL.",
        "Beslut enligt 4 kap. 1 § SoL gäller fortfarande.",
    ],
)
def test_a_writer_who_knows_what_is_meant_is_left_alone(text: str) -> None:
    assert told(AFTER, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Utbildningen handlade om dokumentation enligt 14 kap. 3 § SoL.",
        "Gallring sker enligt 16 kap. 1 § SoL.",
        "Barn får information enligt 3 kap. 3 § SoL.",
        "Verksamheten håller god kvalitet enligt 5 kap. 1 § SoL.",
        "Nämnden inleder utredning enligt 14 kap. 2 § SoL.",
        "Vi arbetar enligt 14 kap. 3 § SoL.",
    ],
)
def test_a_place_that_means_something_else_in_the_new_act_is_left_alone(text: str) -> None:
    assert told(AFTER, text, "samverkan") == []


@pytest.mark.parametrize(
    ("dates", "lines"),
    [
        ("inkom: 2025-10-01", [16]),
        ("inträffade: 2025-07-01\n      beslut: 2025-08-01", [17]),
        ("inkom: 2025-03-01", []),
        ("inträffade: 2025-06-01\n      beslut: 2025-08-01", []),
        ("verksamhet: Vuxna", []),
    ],
)
def test_what_holds_the_text_dates_it_in_a_period_with_both_acts(
    dates: str, lines: list[int]
) -> None:
    body = (
        "lex_sarah:\n  ärenden:\n    - nr: 1\n"
        f"      {dates}\n      bedömning: missförhållande\n      konsekvenser: |\n"
        "        Ingen fick skada.\n        Rapporterades enligt 14 kap. 3 § SoL.\n"
    )
    found = judged(BOTH, body).findings
    assert [(one.rule, one.span.line) for one in found] == [("LAG001", line) for line in lines]


def test_a_case_from_before_keeps_its_law_in_a_report_about_the_time_after() -> None:
    body = (
        "lex_sarah:\n  ärenden:\n    - nr: 1\n      inkom: 2025-06-20\n"
        "      konsekvenser: Rapporterades enligt 14 kap. 3 § SoL.\n"
    )
    assert judged(AFTER, body).findings == ()


def test_a_case_from_after_a_period_without_the_new_act_is_left_alone() -> None:
    body = (
        "lex_sarah:\n  ärenden:\n    - nr: 1\n      beslut: 2025-08-20\n"
        "      konsekvenser: Enligt {} ska det rapporteras.\n"
    )
    for cited in ("14 kap. 3 § SoL", "27 kap. 2 § SoL"):
        assert judged(BEFORE, body.format(cited)).findings == ()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Lex Sarah: 14 kap. 3 § SoL (2001:453).", ["LAG003"]),
        ("Lex Sarah: 14 kap. 3 § SoL (2025:400).", ["LAG001"]),
        ("Lex Sarah: 27 kap. 2 § SoL (2025:400).", []),
    ],
)
def test_the_acts_own_number_tells_which_of_the_two_is_meant(text: str, rules: list[str]) -> None:
    assert [one.partition(" ")[0] for one in told(AFTER, text)] == rules


@pytest.mark.parametrize(
    "text",
    ["Från 2025 följer vi 27 kap. SoL.", "Den nya lagen har lex Sarah i 27 kap. SoL."],
)
def test_a_report_may_look_ahead(text: str) -> None:
    assert told(BEFORE, text) == []


def test_a_report_about_a_time_that_ended_on_the_last_day_was_written_after_it() -> None:
    text = "Reglerna finns i 27 kap. SoL."
    assert told("2024-07-01/2025-06-30", text) == []
    assert len(told("2024-07-01/2025-06-29", text)) == 1


def test_a_plan_may_speak_of_a_law_to_come() -> None:
    body = "planerade_åtgärder:\n  - Skriv om rutinen efter 27 kap. SoL\n"
    assert judged(BEFORE, body).findings == ()


@pytest.mark.parametrize("written", ["2025-07-01", "2025-09-15"])
def test_a_report_that_was_written_after_the_change_may_cite_what_holds_now(written: str) -> None:
    body = f"  upprättad: {written}\nlex_sarah:\n  text: Reglerna finns i 27 kap. SoL.\n"
    assert judged(BEFORE, body).findings == ()
    assert judged(BEFORE, body.replace(written, "2025-03-01")).findings != ()


def test_the_provision_that_is_cited_wrongly_is_the_one_that_is_shown() -> None:
    (finding,) = judged(AFTER, "lex_sarah:\n  text: Lex Sarah finns i 14 kap. 3 § SoL.\n").findings
    assert [one.brief for one in finding.citations] == [
        "SoL (2025:400) 27 kap. 2 § (lag, gäller från 2025-07-01)"
    ]
    (finding,) = judged(AFTER, "lex_sarah:\n  text: Lex Sarah finns i 14 kap. SoL.\n").findings
    assert [one.brief for one in finding.citations] == [
        "SoL (2025:400) övergångsbestämmelserna, punkt 1–2 (lag, gäller från 2025-07-01)"
    ]
    (finding,) = judged(BEFORE, "lex_sarah:\n  text: Lex Sarah finns i 27 kap. 2 § SoL.\n").findings
    assert [one.brief for one in finding.citations] == [
        "SoL (2001:453) 14 kap. 3 § (lag, gällde 2011-07-01–2025-06-30, enligt sekundärkälla)"
    ]


def test_without_a_period_nobody_can_tell_and_it_is_said() -> None:
    result = judged("", "lex_sarah:\n  text: Lex Sarah finns i 14 kap. 3 § SoL.\n")
    assert [(one.rule, one.reason) for one in result.not_run] == [
        ("LAG001", "rapportens period är inte känd")
    ]
    assert result.findings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Arbetet följer SOFS 2011:9.", "LAG004 SOFS 2011:9 skrivs SOSFS 2011:9."),
        ("Arbetet följer SOSFS 2011.9.", "LAG004 SOSFS 2011.9 skrivs SOSFS 2011:9."),
        ("Arbetet följer SOSFS 2025:21.", "LAG004 SOSFS 2025:21 skrivs HSLF-FS 2025:21."),
        (
            "Enligt föreskriften om ledningssystem (2011:9) krävs det.",
            "LAG004 2011:9 skrivs SOSFS 2011:9.",
        ),
        (
            "Det står i 9 kap. 1 § SOSFS 2011:9.",
            "LAG005 9 kap. 1 § SOSFS 2011:9 finns inte: SOSFS 2011:9 har 8 kapitel.",
        ),
        (
            "Det står i 36 kap. SoL.",
            "LAG005 36 kap. SoL finns inte: SoL har 35 kapitel.",
        ),
        (
            "Det står i 5 kap. LSS.",
            "LAG005 5 kap. LSS finns inte: LSS har inga kapitel, bara paragrafer.",
        ),
        ("Vi följer socialtjänstlagen (2001:453).", f"LAG003 socialtjänstlagen (2001:453) {ENDED}"),
        ("SFS 2001:453 styr oss.", f"LAG003 SFS 2001:453 {ENDED}"),
    ],
)
def test_a_wrong_name_of_an_act_is_told_as_printed(text: str, message: str) -> None:
    assert told(AFTER, text, "inledning") == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Arbetet följer SOSFS 2011:9, sosfs 2011:9 och (SOSFS 2011:9).",
        "Föreskriften AFS 2011:9 och ärende SN 2011:9 är något annat.",
        "Föreskriften kom den 2011-9-15, dnr 2011:9 och KS/2011:9.",
        "Socialstyrelsens siffror 12011:9, 2011:90 och 2011:9:1.",
        "Mötet 2011:9 var långt.",
        "Socialtjänstlagen (2001:453) upphävdes vid halvårsskiftet.",
        "Lagen (2001:454) om behandling av personuppgifter och 12001:453.",
    ],
)
def test_a_right_name_and_a_number_of_something_else_are_left_alone(text: str) -> None:
    assert told(AFTER, text, "inledning") == []


@pytest.mark.parametrize(
    ("period", "count"),
    [
        ("2025-01-01/2025-12-31", 0),
        ("2025-12-14/2026-12-13", 0),
        ("2025-12-15/2026-12-14", 1),
        ("2026-01-01/2026-12-31", 1),
        ("2027-01-01/2027-12-31", 1),
    ],
)
def test_what_lss_took_out_of_lex_sarah_is_told_once_nearly_all_lies_after(
    period: str, count: int
) -> None:
    message = (
        "LAG006 Sedan den 15 januari 2026 gäller 24 g § LSS inte lex Sarah, men texten hänvisar "
        "till 24 a-24 g §§ LSS. Lex Sarah är 24 a–24 f §§ LSS."
    )
    assert told(period, "Reglerna finns i 24 a-24 g §§ LSS.") == [message] * count
