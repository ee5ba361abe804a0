"""Lex Sarah cases and the report's period in whole reports, judged by all rules together.

Each report is complete but for what a test adds: the findings asked about are all there are.
"""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from checker.catalog import read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.finding import Severity
from checker.resources import folder

CATALOGUE = read_catalogue(folder("rules"))
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
SUBJECTS = ("LEX", "RAP00", "DEL008", "DEL011")
HEAD = """\
format: kvalitetsrapport/1
status: {status}
rapport:
  kommun: Exempelkommun
  nämnd: Socialnämnden
  period:
    från: 2024-01-01
    till: 2024-12-31
  upprättad: 2025-02-10
"""
# A case that no rule has anything to say of; a test adds or replaces a field.
CASE = {
    "nr": "2024-1",
    "inträffade": "2024-02",
    "inkom": "2024-02-12",
    "händelser": "[Ett besök uteblev]",
    "orsaker": "[Brist i planering]",
    "konsekvenser": "Den enskilde fick vänta.",
    "bedömning": "missförhållande",
    "åtgärder": "{genomförda: [Ny rutin]}",
}


def case(**fields: str | None) -> str:
    """A case as YAML; None leaves a field out."""
    kept = {key: value for key, value in {**CASE, **fields}.items() if value is not None}
    (first, number), *others = kept.items()
    lines = [f"- {first}: {number}", *(f"  {key}: {value}" for key, value in others)]
    return "\n".join(lines) + "\n"


def cases(*written: str) -> str:
    return "lex_sarah:\n  ärenden:\n" + indent("".join(written), "    ")


def told(text: str, status: str = "fastställd", head: str = HEAD) -> list[str]:
    """What the rules of the subject say, each with its line, its severity and its words."""
    whole = head.format(status=status) + dedent(text)
    result, crashes = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    assert crashes == ()
    lines = whole.splitlines()
    return [
        f"{one.rule} {'att göra' if one.todo else one.severity} "
        f"| {lines[one.span.line - 1].strip()} | {one.message}"
        for one in result.findings
        if one.rule.startswith(SUBJECTS)
    ]


def with_period(first: str, last: str, *more: str) -> str:
    lines = (f"    från: {first}", f"    till: {last}", *(f"    {line}" for line in more))
    period = "    från: 2024-01-01\n    till: 2024-12-31"
    return HEAD.replace(period, "\n".join(lines)).replace("upprättad: 2025-02-10", "upprättad:")


def test_a_complete_case_gives_nothing() -> None:
    assert told(cases(case())) == []


SHORT = "Perioden 2024-03-01–2024-12-31 är 10 månader, inte tolv månader, och rapporten säger inte "
SHORT += "varför. Enligt det allmänna rådet bör den gälla ett kalenderår, men det är inget krav. "
SHORT += "Skriv skälet under förklaring."
SPLIT = "Perioden 2023-09-01–2024-08-31 är tolv månader men inget kalenderår, och den har inget "
SPLIT += "namn. Det är inget fel; skriv gärna vad den kallas efter benämning."


@pytest.mark.parametrize(
    ("head", "status", "found"),
    [
        (with_period("2024-01-01", "2024-12-31"), "fastställd", []),
        (with_period("2023-09-01", "2024-08-31", "benämning: kvalitetsår"), "fastställd", []),
        (
            with_period("2023-09-01", "2024-08-31"),
            "fastställd",
            [f"RAP005 info | period: | {SPLIT}"],
        ),
        (
            with_period("2024-03-01", "2024-12-31"),
            "fastställd",
            [f"RAP004 warning | period: | {SHORT}"],
        ),
        (
            with_period("2024-03-01", "2024-12-31"),
            "utkast",
            [f"RAP004 att göra | period: | {SHORT}"],
        ),
        (with_period("2024-03-01", "2024-12-31", "förklaring: Ny nämnd."), "fastställd", []),
        (with_period("2024-03", "2025-02", "benämning: verksamhetsår"), "fastställd", []),
        (
            with_period("2024-12-31", "2024-01-01"),
            "fastställd",
            [
                (
                    "RAP003 error | till: 2024-01-01 | Periodens slut, 2024-01-01, ligger före "
                    "periodens början, 2024-12-31. Minst ett av datumen är fel."
                )
            ],
        ),
    ],
)
def test_the_period_is_twelve_months_or_explained(head: str, status: str, found: list[str]) -> None:
    text = "lex_sarah:\n  text: Inga rapporter kom in.\n"
    assert told(text, status, head) == found


@pytest.mark.parametrize(
    ("first", "last", "rules"),
    [
        ("2023-03-01", "2024-02-29", {"RAP005"}),
        ("2023-03-01", "2024-02-28", {"RAP004"}),
        ("2024-02-01", "2025-01-31", {"RAP005"}),
        ("2024-01-02", "2024-12-31", {"RAP004"}),
        ("2024-01-01", "2024-12-30", {"RAP004"}),
        ("2024", "2024", set()),
        ("2024-01", "2024-12-31", set()),
        ("2024-02", "2024-12", {"RAP004"}),
        ("2023", "2024", {"RAP005"}),
        ("2023", "2025", {"RAP004"}),
        ("våren 2023", "våren 2024", {"RAP005"}),
        ("9999-01-01", "9999-12-31", set()),
    ],
)
def test_a_period_with_coarse_ends_is_told_only_when_it_cannot_be_a_year(
    first: str, last: str, rules: set[str]
) -> None:
    found = told("lex_sarah:\n  text: Inga.\n", head=with_period(first, last))
    assert {one.split()[0] for one in found} == rules


@pytest.mark.parametrize("last", ["2023-12-31", "", "i december"])
def test_a_period_that_is_not_known_has_no_length(last: str) -> None:
    head = with_period("2024-01-01", last)
    whole = head.format(status="fastställd") + cases(case())
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    found = {(one.rule, one.reason) for one in result.not_run if one.rule.startswith("RAP00")}
    assert {rule for rule, _ in found} >= {"RAP004", "RAP005"}
    assert not {"RAP004", "RAP005"} & {one.rule for one in result.findings}


def test_a_date_too_early_is_told_beside_its_nearest_neighbour() -> None:
    text = cases(case(inträffade="2024-04", inkom="2024-05-02", beslut="2024-03-20"))
    assert told(text) == [
        (
            "LEX009 error | beslut: 2024-03-20 | Datumet för beslutet (2024-03-20) kommer före "
            "datumet för rapporten (2024-05-02). Rätta det datum som är fel."
        )
    ]


def test_a_date_after_the_report_is_one_error_for_the_case_and_nothing_else() -> None:
    text = cases(case(inkom="2025-11-20", utredning_klar="2025-12-01", beslut="2025-12-11"))
    assert told(text) == [
        (
            "LEX015 error | inkom: 2025-11-20 | I ärende 2024-1 är datumet för rapporten "
            "2025-11-20, men hela rapporten skrevs senast 2025-02-10. Rätta det datum som är fel."
        )
    ]


def test_a_wrong_day_of_the_report_is_one_finding_for_all_its_cases() -> None:
    head = HEAD.replace("2025-02-10", "2024-02-10")
    text = cases(*(case(nr=nr, inkom="2024-02-12", beslut="2024-03") for nr in ("A", "B", "C")))
    whole = head.format(status="fastställd") + text
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    (found,) = (one for one in result.findings if one.rule == "LEX015")
    assert found.message == (
        "I 3 ärenden ligger ett datum efter den dag då hela rapporten senast skrevs, 2024-02-10. "
        "Rätta den dagen eller ärendenas datum."
    )
    assert [one.message for one in found.related] == [
        "beslutet",
        "B: rapporten 2024-02-12",
        "C: rapporten 2024-02-12",
    ]


def test_lex_maria_is_not_looked_for_in_a_list_that_cannot_be_read() -> None:
    whole = HEAD.format(status="fastställd") + "lex_sarah:\n  räknas_in: lex Maria\n"
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    assert [one.reason for one in result.not_run if one.rule == "LEX022"] == [
        "uppgiften går inte att läsa: se påpekandet på rad 11"
    ]


def test_in_a_draft_the_reports_own_date_is_still_to_be_set() -> None:
    text = cases(case(utredning_klar="2025-02-11"))
    (found,) = told(text, "utkast")
    assert found.startswith("LEX015 att göra | utredning_klar: 2025-02-11 | ")


@pytest.mark.parametrize(
    ("own", "date", "late"),
    [
        ("  upprättad: 2025-02-10", "2025-02-10", False),
        ("  upprättad: 2025-02-10", "2025-02-11", True),
        ("  upprättad: 2025-02", "2025-02-28", False),
        ("  upprättad: 2025-02", "2025-03", True),
        ("  upprättad: 2025-02-10", "våren 2025", False),
        ("  upprättad: 2025-02-10\n  beslut:\n    datum: 2025-03-04", "2025-03-04", False),
        ("  upprättad: 2025-02-10\n  beslut:\n    datum: 2025-03-04", "2025-03-05", True),
        ("  upprättad: 2025-03-04\n  beslut:\n    datum: 2025-02-10", "2025-03-04", False),
        ("  beslut:\n    datum: 2025-03-04", "2025-03-05", True),
        ("  upprättad:", "2035-03-05", False),
    ],
)
def test_a_date_is_too_late_when_it_surely_comes_after_both_days_of_the_report(
    own: str,
    date: str,
    late: bool,  # noqa: FBT001
) -> None:
    head = HEAD.replace("  upprättad: 2025-02-10", own)
    found = told(cases(case(utredning_klar=date)), head=head)
    assert [one.split()[0] for one in found] == ["LEX015"] * late


def test_a_report_whose_own_date_cannot_be_read_is_not_compared_with_it() -> None:
    head = HEAD.replace("upprättad: 2025-02-10", "upprättad: i mars")
    whole = head.format(status="fastställd") + cases(case(beslut="2035-03-05"))
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    assert "LEX015" not in {one.rule for one in result.findings}
    assert {(one.rule, one.reason) for one in result.not_run if one.rule == "LEX015"} == {
        ("LEX015", "uppgiften går inte att läsa: se påpekandet på rad 9")
    }


def serious(**fields: str | None) -> str:
    return case(**{"bedömning": "allvarligt missförhållande", **fields})


@pytest.mark.parametrize(
    ("reported", "ready", "latest"),
    [
        ("2024-02-13", "2024-04-13", ""),
        ("2024-02-13", "2024-04-14", "2024-04-13"),
        ("2024-06-30", "2024-08-31", "2024-08-30"),
        ("2024-07-31", "2024-09-30", ""),
        ("2024-07-31", "2024-10-01", "2024-09-30"),
        ("2024-07", "2024-09", ""),
        ("2024-07", "2024-10", "2024-09-30"),
        ("våren 2024", "2024-08", ""),
        ("våren 2024", "hösten 2024", ""),
        ("våren 2024", "2024-09-01", "2024-08-30"),
    ],
)
def test_an_unfinished_investigation_is_handed_in_within_two_months(
    reported: str, ready: str, latest: str
) -> None:
    ivo = f"{{anmäld: ja, datum: {reported}}}"
    found = told(cases(serious(utredning_klar=ready, ivo=ivo)))
    assert found == [
        (
            f"LEX016 warning | utredning_klar: {ready} | Utredningen i ärende 2024-1 blev klar "
            f"{ready}, men ärendet anmäldes till IVO {reported}. Då skulle den ha lämnats senast "
            f"{latest}, två månader efter anmälan. Se över datumen."
        )
    ] * bool(latest)


@pytest.mark.parametrize("period", [("2024-01-01", "2024-12-31"), ("2025-07-01", "2026-06-30")])
def test_the_two_months_rest_on_the_regulation_in_old_law_and_new(period: tuple[str, str]) -> None:
    head = with_period(*period, "benämning: år")
    year = period[1][:4]
    days = {"inträffade": f"{year}-01", "inkom": f"{year}-01-12", "utredning_klar": f"{year}-06-01"}
    text = cases(serious(**days, ivo=f"{{anmäld: ja, datum: {year}-02-01}}"))
    whole = head.format(status="fastställd") + text
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    (found,) = (one for one in result.findings if one.rule == "LEX016")
    assert [one.brief for one in found.citations] == [
        "SOSFS 2011:5 6 kap. (föreskrift, gäller från 2011-07-01, enligt sekundärkälla)"
    ]


@pytest.mark.parametrize(
    ("period", "act"),
    [
        (("2024-01-01", "2024-12-31"), "SoL (2001:453) 14 kap. 7 §"),
        (("2026-01-01", "2026-12-31"), "SoL (2025:400) 27 kap. 6 §"),
    ],
)
def test_the_law_behind_a_date_for_ivo_is_that_of_the_period(
    period: tuple[str, str], act: str
) -> None:
    text = cases(serious(inträffade=None, inkom=None, ivo="{anmäld: ja}"))
    whole = with_period(*period).format(status="fastställd") + text
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    (found,) = (one for one in result.findings if one.rule == "LEX019")
    shown = [one.brief.partition(" (lag")[0] for one in found.citations]
    assert shown == [act, "LSS 24 f §"]


ASSESSMENTS = {
    "inget missförhållande": (False, False),
    "risk för missförhållande": (False, True),
    "påtaglig risk för missförhållande": (False, True),
    "missförhållande": (False, True),
    "påtaglig risk för allvarligt missförhållande": (True, True),
    "allvarligt missförhållande": (True, True),
    "utredning pågår": (None, False),
}


def test_every_assessment_of_the_schema_is_tried() -> None:
    import json

    schema = json.loads((folder("schemas") / "kvalitetsrapport.schema.json").read_text("utf-8"))
    known = schema["$defs"]["arende"]["properties"]["bedömning"]["enum"]
    assert set(ASSESSMENTS) == {one for one in known if one}


@pytest.mark.parametrize(("assessed", "kind"), ASSESSMENTS.items())
def test_each_assessment_gives_its_findings_about_ivo_and_measures(
    assessed: str, kind: tuple[bool | None, bool]
) -> None:
    is_serious, needs_measures = kind
    expected = {
        "{anmäld: ja, datum: 2024-02}": {"LEX017"} if is_serious is False else set(),
        "{anmäld: ja}": {True: {"LEX019"}, False: {"LEX017"}, None: set()}[is_serious],
        "{anmäld: nej}": {"LEX004"} if is_serious else set(),
        "{anmäld: uppgift saknas}": {"LEX005"} if is_serious else set(),
        "{anmäld: nej, utfall: avslutat}": {"LEX004" if is_serious else "LEX018"},
        "{anmäld: uppgift saknas, datum: 2024-03}": {"LEX005" if is_serious else "LEX018"},
        "{kommentar: Inget är bestämt.}": {"LEX005"} if is_serious else set(),
    }
    for ivo, rules in expected.items():
        found = told(cases(case(bedömning=assessed, ivo=ivo)))
        assert {one.split()[0] for one in found} - {"LEX008"} == rules, ivo
    found = told(cases(case(bedömning=assessed, åtgärder=None)))
    assert ("LEX003" in {one.split()[0] for one in found}) is needs_measures


def test_reported_though_not_serious_is_something_to_look_at() -> None:
    text = cases(case(ivo="{anmäld: ja, datum: 2024-03}"))
    assert told(text) == [
        (
            "LEX017 warning | bedömning: missförhållande | Ärende 2024-1 är anmält till IVO men "
            "bedömt som missförhållande, alltså inte som allvarligt. Se efter att båda uppgifterna "
            "stämmer; det är tillåtet att anmäla för säkerhets skull."
        )
    ]


def test_no_word_of_a_report_to_ivo_and_yet_its_outcome_is_a_contradiction() -> None:
    text = cases(case(ivo="{anmäld: nej, diarienummer: 3.1.1-12/2024}"))
    assert told(text) == [
        (
            "LEX018 error | ivo: {anmäld: nej, diarienummer: 3.1.1-12/2024} | För ärende 2024-1 "
            "står anmäld: nej, men där finns också datum, diarienummer eller utfall för en anmälan "
            "till IVO. Båda kan inte stämma; rätta det som är fel."
        )
    ]


def linked(*pairs: tuple[str, str]) -> str:
    """Cases that refer to another, or have measures of their own where there is no other."""
    found = (
        case(nr=number, åtgärder=f"{{se_ärende: {other}}}" if other else "{planerade: [Rutin]}")
        for number, other in pairs
    )
    return cases(*found)


@pytest.mark.parametrize(
    ("pairs", "rules"),
    [
        ([("A", ""), ("B", "A")], []),
        ([("A", "B"), ("B", "")], []),
        ([("A", ""), ("B", "A"), ("C", "B")], ["LEX020 C"]),
        ([("A", "B"), ("B", "C"), ("C", "D"), ("D", "")], ["LEX020 A", "LEX020 B"]),
        ([("A", "A")], ["LEX021 A"]),
        ([("A", "B"), ("B", "A")], ["LEX021 A"]),
        ([("B", "A"), ("A", "B")], ["LEX021 B"]),
        ([("A", "B"), ("B", "C"), ("C", "A"), ("D", "A")], ["LEX021 A"]),
        ([("D", "B"), ("A", "B"), ("B", "A")], ["LEX021 A"]),
        ([("A", "B"), ("B", "A"), ("C", "D"), ("D", "C")], ["LEX021 A", "LEX021 C"]),
        ([("A", "B"), ("B", "X")], ["LEX006 B"]),
    ],
)
def test_a_reference_that_leads_on_or_round_is_told_once(
    pairs: list[tuple[str, str]], rules: list[str]
) -> None:
    text = linked(*pairs)
    whole = HEAD.format(status="fastställd") + text
    result, _ = judge(read_document(whole.encode(), "r.yaml"), CATALOGUE)
    subject = {"LEX006", "LEX007", "LEX020", "LEX021"}
    found = [one for one in result.findings if one.rule in subject]
    assert [f"{one.rule} {one.crumbs.split(' › ')[2]}" for one in found] == rules


def test_a_reference_that_leads_on_names_the_case_that_has_the_measures() -> None:
    text = linked(("A", ""), ("B", "A"), ("C", "B"))
    assert told(text) == [
        (
            "LEX020 warning | åtgärder: {se_ärende: B} | Här hänvisas till ärende ”B”, som själv "
            "hänvisar vidare. Åtgärderna står i ärende ”A”; hänvisa dit."
        )
    ]


def test_a_chain_whose_last_case_has_no_measures_is_told_at_its_end() -> None:
    text = cases(
        case(nr="A", åtgärder=None),
        case(nr="B", åtgärder="{se_ärende: A}"),
        case(nr="C", åtgärder="{se_ärende: B}"),
    )
    assert [one.split(" | ")[:2] for one in told(text)] == [
        ["LEX003 error", "- nr: A"],
        ["LEX007 error", "åtgärder: {se_ärende: A}"],
    ]


def test_two_areas_with_a_case_of_the_same_number_do_not_make_a_circle() -> None:
    text = "verksamhetsområden:\n"
    for area, measures in (("Vuxna", "{se_ärende: 2}"), ("Barn", "{planerade: [Rutin]}")):
        own = cases(case(nr="1", åtgärder=measures), case(nr="2"))
        text += f"  - namn: {area}\n" + indent(own, "    ")
    assert told(text) == []


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("räknas_in:\n    - lex Maria", "- lex Maria"),
        ("räknas_in:\n    - Lex  Maria-anmälningar", "- Lex  Maria-anmälningar"),
        ("per_kategori:\n    antal:\n      Lex Maria: 2", "Lex Maria: 2"),
        ("per_kategori:\n    antal:\n      Lex Maria: <5", "Lex Maria: <5"),
        ("per_lagrum:\n    antal:\n      PSL: 2\n      SoL: 3", "PSL: 2"),
        ("per_kategori:\n    antal:\n      Lex Maria: 0\n      SoL: 3", ""),
        ("per_kategori:\n    antal:\n      Ej lex Maria: 2", ""),
        ("per_kategori:\n    räknar: åtgärder\n    antal:\n      Lex Maria: 2", ""),
        ("räknas_in:\n    - allt utom lex Maria", ""),
        ("per_enhet:\n    antal:\n      Mariagården: 2\n      Epslunda: 1", ""),
        ("text: Två händelser anmäldes enligt lex Maria.", ""),
    ],
)
def test_lex_maria_is_not_counted_as_lex_sarah(part: str, line: str) -> None:
    found = told(f"lex_sarah:\n  {part}\n")
    assert [one.split(" | ")[:2] for one in found if one.startswith("LEX022")] == [
        ["LEX022 warning", line]
    ] * bool(line)


FACTS = ("LEX023", "LEX024", "LEX025", "LEX026")
CONSEQUENCES = (
    "I {} ärenden står inget under konsekvenser. Ingen regel kräver att rapporten berättar "
)
CONSEQUENCES += "vad det innebar för den enskilde; är det utelämnat för att ingen ska kännas igen "
CONSEQUENCES += "behöver inget ändras."
CAUSES = "I {} ärenden står inget under orsaker. Ingen regel kräver att rapporten visar orsaken; "
CAUSES += "utredningen ska göra det."
TIMES = "I {} ärenden står inget under inträffade. Ingen regel kräver att rapporten visar när det "
TIMES += "hände; en grov tid räcker, som våren 2024."
ARRIVALS = "I {} ärenden står inget under inkom. Ingen regel kräver att det syns här när rapporten "
ARRIVALS += "kom in; månaden eller året räcker."


def test_what_is_missing_in_cases_is_one_information_of_each_kind() -> None:
    bare = dict.fromkeys(("inträffade", "inkom", "orsaker", "konsekvenser"))
    text = cases(
        *(case(nr=str(number), **bare) for number in range(1, 5)),
        case(nr="5", bedömning="utredning pågår", **bare),
        case(nr="6", bedömning="inget missförhållande", **bare),
    )
    assert [one.split(" | ")[2] for one in told(text)] == [
        CONSEQUENCES.format(4),
        CAUSES.format(4),
        TIMES.format(5),
        ARRIVALS.format(6),
    ]
    lines = [one.split(" | ")[:2] for one in told(text)]
    assert lines == [[f"{rule} info", "- nr: 1"] for rule in FACTS]


EMPTY = "säger inte om något rapporterades. Mallen vill ha ett svar: skriv antalet, också när det "
EMPTY += "är noll, eller en mening."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lex_sarah:\n  rapporter:\n    inkomna: 2\n", []),
        ("lex_sarah:\n  rapporter:\n    inkomna: ..\n", []),
        (
            "lex_sarah:\n  rubrik: Lex Sarah\n",
            [f"LEX027 warning | lex_sarah: | Delen lex Sarah {EMPTY}"],
        ),
        (
            "lex_sarah:\n",
            [
                (
                    "DEL008 error | lex_sarah: | Delen lex Sarah står tom. Mallen kräver den; lag "
                    "och föreskrift kräver arbetet, inte rapporten."
                )
            ],
        ),
        (
            (
                "lex_sarah:\n  text: Se områdena.\nverksamhetsområden:\n  - namn: Vuxna\n"
                "    lex_sarah:\n      rubrik: Lex Sarah\n"
            ),
            [f"LEX027 warning | lex_sarah: | Delen lex Sarah för Vuxna {EMPTY}"],
        ),
        (
            (
                "lex_sarah:\nverksamhetsområden:\n  - namn: Vuxna\n    lex_sarah:\n"
                "      rapporter:\n        inkomna: 2\n"
            ),
            [f"LEX027 warning | lex_sarah: | Delen lex Sarah {EMPTY}"],
        ),
        (
            (
                "verksamhetsområden:\n  - namn: Vuxna\n    lex_sarah:\n      text: En rapport.\n"
                "  - namn: Barn\n    lex_sarah:\n"
            ),
            [
                (
                    "DEL008 error | lex_sarah: | Delen lex Sarah står tom för Barn. Mallen kräver "
                    "den; lag och föreskrift kräver arbetet, inte rapporten."
                )
            ],
        ),
    ],
)
def test_a_part_that_stands_there_says_whether_anything_was_reported(
    text: str, found: list[str]
) -> None:
    assert told(text) == found


def test_four_areas_without_an_answer_are_one_finding() -> None:
    areas = "".join(
        f"  - namn: {name}\n    lex_sarah:\n      rubrik: Lex Sarah\n" for name in "ABCD"
    )
    text = f"lex_sarah:\n  text: Se områdena.\nverksamhetsområden:\n{areas}"
    assert told(text) == [
        (
            "LEX027 warning | lex_sarah: | För 4 områden säger delen lex Sarah inte om något "
            "rapporterades. Mallen vill ha ett svar: skriv antalet, också när det är noll, eller "
            "en mening."
        )
    ]


def test_in_a_draft_the_answer_is_still_to_be_written() -> None:
    (found,) = told("lex_sarah:\n  rubrik: Lex Sarah\n", "utkast")
    assert found.startswith("LEX027 att göra | lex_sarah: | ")


def test_nought_for_a_whole_board_is_an_information_without_blame() -> None:
    assert told("lex_sarah:\n  rapporter:\n    inkomna: 0\n") == [
        (
            "LEX028 info | inkomna: 0 | Inga rapporter enligt lex Sarah kom in i hela nämnden. Det "
            "kan stämma, och ingen regel kräver något antal; fundera på om alla känner till hur "
            "man rapporterar."
        )
    ]


@pytest.mark.parametrize(
    ("whole", "areas", "is_told"),
    [
        ("0", ("0", "0"), True),
        ("0", ("0", "1"), False),
        ("0", ("0", "<5"), False),
        ("0", ("0", ""), True),
        ("", ("0", "0"), True),
        ("", ("0", ""), False),
        ("3", ("0", "0"), False),
        ("", (), False),
    ],
)
def test_the_whole_board_has_nought_when_it_says_so_or_each_area_does(
    whole: str,
    areas: tuple[str, ...],
    is_told: bool,  # noqa: FBT001
) -> None:
    def part(count: str, margin: str) -> str:
        said = f"rapporter:\n    inkomna: {count}" if count else "text: Se bilagan."
        return indent(f"lex_sarah:\n  {said}\n", margin)

    text = part(whole, "") + ("verksamhetsområden:\n" if areas else "")
    for number, count in enumerate(areas, start=1):
        text += f"  - namn: Område {number}\n" + part(count, "    ")
    assert bool([one for one in told(text) if one.startswith("LEX028")]) is is_told
