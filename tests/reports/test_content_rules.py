"""What a report should hold: the pattern for authors with one thing missing, odd or copied.

The pattern has no finding at all, so what comes is what the change brought, by all the rules. What
should come is written by hand.
"""

from __future__ import annotations

from functools import cache, partial
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from checker.compiled import default_catalogue
from checker.corpus import Corpus, Member, Origin
from checker.document.reader import read_document
from checker.engine import judge_among, read_report
from checker.examples import judged as judged_example
from checker.finding import Severity
from checker.resources import folder
from checker.rule import Example
from checker.rule_file import read_rule
from checker.schema.walk import report_schema
from checker.text import flowing
from checker.verdict import Verdict
from tests.reports.test_broken_reports import (
    REPORTS,
    Found,
    Lines,
    Mutation,
    add,
    cases,
    check,
    cut,
    empty,
    line_at,
    put,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.report import Report
    from checker.result import ReportResult
    from checker.rule import Rule
    from tests.reports.test_broken_reports import Edit

PATTERN = "exempelkommun-2026"
broken = partial(Mutation, report=PATTERN)
REMARKS, CLEAR, DRAFT = Verdict.CLEAR_WITH_REMARKS, Verdict.CLEAR, Verdict.DRAFT

OLDER, FAMILY = "- namn: Äldreomsorg", "- namn: Individ- och familjeomsorg"
DECISIONS = "ej_verkställda_beslut:"
FOLLOWED, PLANNED = "förra_årets_åtgärder:", "planerade_åtgärder:"
RISK = "- risk: Hemtjänstbesök uteblir under semestern"
PLANS_ACT = "Hålla alla genomförandeplaner i hemtjänsten aktuella"
FINAL = put("status: färdig", "status: fastställd")
HALF = "Orsaken är oftast att ordinarie personal är borta"
LONG = f"{HALF} och att ingen har tagit över ansvaret för det som blev kvar."


def before(place: str, *texts: str) -> Edit:
    """More lines before this one, at its margin."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        more: Lines = [(None, text) for text in texts]
        return [*lines[:at], *more, *lines[at:]]

    return edited


def review(line: str, missing: str, *, todo: bool = False) -> Found:
    words = (
        "Rapporten visar inte att den är sekretessgranskad: under sekretessgranskad saknas "
        f"{missing}. Mallen kräver att en människa har läst hela rapporten, med roll och datum."
    )
    return Found("RAP010", line, Severity.WARNING, words, todo)


def decision(line: str, missing: str) -> Found:
    words = (
        f"Rapporten är fastställd, men uppgifter om när den skrevs och beslutades saknas: {missing}"
        ". Ingen regel kräver dem, men med dem går beslutet att hitta."
    )
    return Found("RAP011", line, Severity.INFO, words)


def risk(line: str, *, todo: bool = False) -> Found:
    words = (
        "Vid risken står varken en åtgärd eller ett skäl till att ingen behövs. Mallen kräver ett "
        "av dem."
    )
    return Found("DEL018", line, Severity.WARNING, words, todo)


def no_answer(line: str, part: str, *, todo: bool = False) -> Found:
    words = (
        f"Delen {part} säger varken hur många det var eller att inget hände. Mallen kräver ett "
        "antal, om så noll, eller en mening om det."
    )
    return Found("DEL017", line, Severity.WARNING, words, todo)


def plan(line: str, missing: str) -> Found:
    words = (
        f"En planerad åtgärd har ingen uppgift under {missing}. Skriv gärna vem som ansvarar och "
        "när det ska vara klart; ingen regel kräver det."
    )
    return Found("ATG001", line, Severity.INFO, words)


def not_again(line: str, said: str) -> Found:
    words = (
        f"Om den här åtgärden står {said}, men ingen planerad åtgärd ser ut att ta upp den. "
        "Planera den igen, eller skriv varför inte under kommentar; ingen regel kräver det."
    )
    return Found("ATG004", line, Severity.INFO, words)


def no_follow_up(line: str, state: str) -> Found:
    words = (
        f"Uppföljningen av förra årets åtgärder {state}. Skriv gärna hur det gick, eller skälet "
        "under ej_aktuellt; ingen regel kräver det."
    )
    return Found("ATG002", line, Severity.INFO, words)


def about_decisions(rule: str, what: str) -> Found:
    words = (
        f"Delen ej_verkställda_beslut säger inte under {what}. Skriv det gärna; ingen regel kräver "
        "det i den här rapporten."
    )
    return Found(rule, DECISIONS, Severity.INFO, words)


def same(line: str, here: str, there: str, rule: str = "RIM001") -> Found:
    last = {
        "RIM001": "Skriv vad som gäller för vart och ett, om de inte har samma förklaring; ingen "
        "regel kräver det.",
        "RIM002": "Intern kontroll och egenkontroll är inte samma sak; skriv gärna vad var och en "
        "visade.",
    }
    words = f"Samma text står under {here} och under {there}. {last[rule]}"
    return Found(rule, line, Severity.INFO, words)


MUTATIONS = [
    broken(
        "no word of a review for secrecy",
        [cut("sekretessgranskad:", 3)],
        [review("rapport:", "av och datum")],
        verdict=REMARKS,
    ),
    broken(
        "a review on a day that is not told",
        [cut("sekretessgranskad: » datum: 2026-08-20")],
        [review("sekretessgranskad:", "datum")],
        verdict=REMARKS,
    ),
    broken(
        "a review by nobody known",
        [put("av: SAS", "av: Uppgift saknas")],
        [review("av: Uppgift saknas", "av")],
        verdict=REMARKS,
    ),
    broken(
        "a draft that is not reviewed yet",
        [put("status: färdig", "status: utkast"), empty("sekretessgranskad:", 2)],
        [review("sekretessgranskad:", "av och datum", todo=True)],
        verdict=DRAFT,
    ),
    broken("a report that is decided and says when", [FINAL], verdict=CLEAR),
    broken(
        "a report that is decided, nobody knows where",
        [FINAL, cut("paragraf: § 84"), cut("upprättad: 2026-08-24")],
        [decision("rapport:", "upprättad och paragraf")],
        verdict=CLEAR,
    ),
    broken("a report that is not decided yet", [cut("beslut:", 4)], verdict=CLEAR),
    broken(
        "a risk that nothing is done about",
        [cut(f"{RISK} » åtgärd: Jämför…")],
        [risk(RISK)],
        verdict=REMARKS,
    ),
    broken(
        "a risk in a draft",
        [put("status: färdig", "status: utkast"), put(f"{RISK} » åtgärd: Jämför…", "åtgärd:")],
        [risk("åtgärd:", todo=True)],
        verdict=DRAFT,
    ),
    broken(
        "a risk that is lived with, for a reason",
        [put(f"{RISK} » åtgärd: Jämför…", "ingen_åtgärd_därför_att: Det händer nästan aldrig.")],
        verdict=CLEAR,
    ),
    broken(
        "a part that counts, with only its heading",
        [empty(DECISIONS, 18), add(DECISIONS, "  rubrik: Beslut som väntar")],
        [no_answer(DECISIONS, "ej_verkställda_beslut")],
        verdict=REMARKS,
    ),
    broken(
        "the same in a draft",
        [
            *(empty(DECISIONS, 18), add(DECISIONS, "  rubrik: Beslut som väntar")),
            put("status: färdig", "status: utkast"),
        ],
        [no_answer(DECISIONS, "ej_verkställda_beslut", todo=True)],
        verdict=DRAFT,
    ),
    broken(
        "an empty part is told by one rule",
        [empty(DECISIONS, 18)],
        [
            Found(
                "DEL011",
                DECISIONS,
                Severity.WARNING,
                "Delen ej_verkställda_beslut står tom. Mallen kräver innehåll, eller ett skäl under"
                " ej_aktuellt.",
            )
        ],
        verdict=REMARKS,
    ),
    *(
        broken(name, [empty(DECISIONS, 18), add(DECISIONS, f"  {answer}")], verdict=CLEAR)
        for name, answer in (
            ("nought is an answer", "totalt: 0"),
            ("words are an answer", "text: Inga beslut väntade."),
            ("a reason is an answer", "ej_aktuellt: Redovisas för fullmäktige varje kvartal."),
            ("an appendix is an answer", "bilaga: Statistikrapport"),
        )
    ),
    broken(
        "no reason why decisions wait",
        [cut("skäl:", 3)],
        [about_decisions("EVB001", "skäl varför besluten dröjer")],
        verdict=CLEAR,
    ),
    broken(
        "no kind of help that people wait for",
        [cut(f"{DECISIONS} » per_insats:", 4)],
        [about_decisions("EVB002", "per_insats vilka insatser besluten gäller")],
        verdict=CLEAR,
    ),
    broken(
        "one more decision by one of the laws",
        [put("LSS: 8", "LSS: 9")],
        [
            Found(
                "TAB001",
                f"{DECISIONS} » totalt: 23",
                Severity.ERROR,
                "Raderna i per_lagrum ger 24 tillsammans, men totalen är 23, alltså 1 för låg. "
                "Rätta totalen eller den rad som är fel.",
            )
        ],
    ),
    broken(
        "decisions by law and by kind of help, without a total, that differ",
        [
            *(put("LSS: 8", "LSS: 9"), cut(f"{DECISIONS} » totalt: 23")),
            *(cut("föregående: 27"), cut("förändring: -4")),
        ],
        [
            Found(
                "TAB010",
                f"{DECISIONS} » per_insats: » antal:",
                Severity.ERROR,
                "Delen har två olika totaler: raderna i per_lagrum säger 24, men raderna i "
                "per_insats säger 23. Rätta det tal som är fel.",
            )
        ],
    ),
    broken(
        "more decisions that were carried out than there were",
        [
            add(
                f"{DECISIONS} » totalt: 23",
                *("per_status:", "  visar_delar: ja", "  antal:", "    Verkställt: 25"),
            )
        ],
        [
            Found(
                "TAB003",
                f"{DECISIONS} » totalt: 23",
                Severity.ERROR,
                "Med de rader som visas i per_status måste totalen vara minst 25, men den är 23, "
                "alltså 2 för låg. Rätta totalen eller den rad som är fel.",
            )
        ],
    ),
    broken(
        "the number of decisions at the end of each quarter is no sum",
        [
            add(
                f"{DECISIONS} » totalt: 23",
                *("per_kvartal:", "  avser: vid kvartalets slut", "  antal:"),
                *("    Kvartal 1: 18", "    Kvartal 2: 20"),
            )
        ],
        verdict=CLEAR,
    ),
    broken(
        "a planned measure without a day",
        [cut("klart: 2026-10-31")],
        [plan(f"{PLANNED} » - åtgärd: Utse en reserv för mottagningen varje dag", "klart")],
        verdict=CLEAR,
    ),
    broken(
        "two planned measures, one with nobody and one with nothing",
        [
            cut("klart: 2026-10-31"),
            add(PLANNED, "  - Ringa alla som väntar"),
        ],
        [
            Found(
                "ATG001",
                "- Ringa alla som väntar",
                Severity.INFO,
                "2 planerade åtgärder eller utvecklingsområden har ingen uppgift under ansvarig "
                "eller klart. Skriv gärna vem som ansvarar och när det ska vara klart; ingen regel "
                "kräver det.",
            )
        ],
        verdict=CLEAR,
    ),
    broken(
        "last year's measures left out",
        [cut(FOLLOWED, 9)],
        [no_follow_up("format: kvalitetsrapport/1", "saknas")],
        verdict=CLEAR,
    ),
    broken(
        "last year's measures left empty",
        [empty(FOLLOWED, 8)],
        [no_follow_up(FOLLOWED, "står tom")],
        verdict=CLEAR,
    ),
    broken(
        "no measures last year, with a reason",
        [empty(FOLLOWED, 8), add(FOLLOWED, "  ej_aktuellt: Nämnden bildades i juli.")],
        verdict=CLEAR,
    ),
    broken(
        "a measure that did not help and is planned no more",
        [put(f"{PLANNED} » - åtgärd: {PLANS_ACT}", "- åtgärd: Ringa alla som väntar")],
        [not_again(f"- åtgärd: {PLANS_ACT}", "effekt: inte önskad")],
        verdict=CLEAR,
    ),
    broken(
        "a measure that did not help and is planned with a part of its words",
        [put(f"{PLANNED} » - åtgärd: {PLANS_ACT}", "- åtgärd: Korta genomförandeplanerna")],
        verdict=CLEAR,
    ),
    broken(
        "a measure that did not help and is given up, and why",
        [
            put(f"{PLANNED} » - åtgärd: {PLANS_ACT}", "- åtgärd: Ringa alla som väntar"),
            put(f"{FOLLOWED} » läge: pågår", "läge: utgår"),
        ],
        verdict=CLEAR,
    ),
    broken(
        "a measure that never began",
        [put(f"{FOLLOWED} » läge: genomförd", "läge: inte påbörjad"), cut("effekt: önskad")],
        [not_again("- åtgärd: Ta emot synpunkter på webben", "läge: inte påbörjad")],
        verdict=CLEAR,
    ),
    broken(
        "the same analysis in two areas, broken into other lines",
        [
            empty(f"{OLDER} » - gäller: Nöjda med hemtjänsten i stort » analys: | » analys: |", 2),
            put(
                f"{OLDER} » - gäller: Nöjda med hemtjänsten i stort » analys: | » analys: |",
                f"analys: {LONG}",
            ),
            empty(f"{FAMILY} » analys: |", 1),
            add(f"{FAMILY} » analys: |", f"  {HALF}", f"  {LONG.removeprefix(HALF).strip()}"),
        ],
        [
            same(
                f"analys: {LONG}",
                "Äldreomsorg › egenkontroll › analys",
                "Individ- och familjeomsorg › egenkontroll › analys",
            )
        ],
        verdict=CLEAR,
    ),
    broken(
        "the same short sentence in two areas",
        [
            empty(f"{OLDER} » - gäller: Nöjda med hemtjänsten i stort » analys: | » analys: |", 2),
            add(
                f"{OLDER} » - gäller: Nöjda med hemtjänsten i stort » analys: | » analys: |",
                "  Inga avvikelser.",
            ),
            empty(f"{FAMILY} » analys: |", 1),
            add(f"{FAMILY} » analys: |", "  Inga avvikelser."),
        ],
        verdict=CLEAR,
    ),
    broken(
        "the internal control told in the words of the self-checks",
        [
            before(
                "samverkan:",
                *("internkontroll:", f"  text: {LONG}", "egenkontroll:", f"  text: {LONG}"),
            )
        ],
        [same("internkontroll: » text…", "internkontroll › text", "egenkontroll › text", "RIM002")],
        verdict=CLEAR,
    ),
    broken(
        "a deficiency found at a contractor, and no more said",
        [
            before(
                "samverkan:",
                *("avtalsuppföljning:", "  poster:", "    - område: Städning"),
                "      utfall: brist",
            )
        ],
        [
            Found(
                "GRA004",
                "- område: Städning",
                Severity.WARNING,
                "Uppföljningen visade en brist, men här står varken en åtgärd eller ett skäl till "
                "att ingen behövs. Mallen kräver ett av dem.",
            )
        ],
        verdict=REMARKS,
    ),
]


@pytest.mark.parametrize("mutation", cases(MUTATIONS))
def test_a_slip_in_the_pattern_gives_exactly_its_findings(mutation: Mutation) -> None:
    check(mutation)


def shipped(*edits: Edit) -> Lines:
    text = (REPORTS / f"{PATTERN}.yaml").read_text(encoding="utf-8")
    lines: Lines = list(enumerate(text.splitlines(), start=1))
    for edit in edits:
        lines = edit(lines)
    return lines


def report_of(text: str, name: str) -> Report:
    report = read_report(read_document(text.encode(), name)).report
    assert report is not None
    return report


def judged(lines: Lines, previous: str = "") -> ReportResult:
    """The changed pattern, by all the rules, beside the report of the year before."""
    report = report_of("".join(f"{line}\n" for _, line in lines), "ny.yaml")
    members = [Member(report, Origin.JUDGED)]
    if previous:
        members.append(Member(report_of(HEAD + dedent(previous), "gammal.yaml"), Origin.BESIDE))
    neighbours = Corpus(members).neighbours(members[0])
    result, crashes = judge_among(read_report(report.document), default_catalogue(), neighbours)
    assert crashes == ()
    return result


def seen(result: ReportResult) -> list[tuple[int, str, str]]:
    return [(one.span.line, one.rule, one.message) for one in result.findings]


HEAD = """\
format: kvalitetsrapport/1
status: fastställd
rapport:
  slag: kvalitetsrapport
  kommun: Exempelkommun
  nämnd: Socialnämnden
  period:
    från: 2024-07-01
    till: 2025-06-30
"""
TWO_PLANS = """\
    planerade_åtgärder:
      - Ta emot synpunkter på webben
      - åtgärd: Hålla alla genomförandeplaner i hemtjänsten aktuella
        nr: 2025-2
    """
IN_AN_AREA = """\
    verksamhetsområden:
      - namn: Äldreomsorg
        planerade_åtgärder:
          - Korta väntan
    """
NOTHING_FOLLOWED = (
    "Förra rapporten (gammal.yaml) planerade {}, men uppföljningen {} här. Skriv hur det gick, "
    "eller skälet under ej_aktuellt."
)


def test_what_last_years_report_planned_and_nobody_follows_up_is_one_finding() -> None:
    lines = shipped(cut(FOLLOWED, 9))
    result = judged(lines, TWO_PLANS)
    words = NOTHING_FOLLOWED.format("2 åtgärder", "saknas")
    assert seen(result) == [(7, "ATG003", words)]
    (finding,) = result.findings
    assert (finding.severity, finding.todo) == (Severity.WARNING, False)
    there = [(one.file, one.span.line, one.message) for one in finding.related]
    assert there == [
        ("gammal.yaml", 13, "planerad åtgärd"),
        ("gammal.yaml", 11, "planerad åtgärd"),
    ]


def test_an_empty_follow_up_is_told_where_it_stands_and_is_owed_in_a_draft() -> None:
    lines = shipped(empty(FOLLOWED, 8), put("status: färdig", "status: utkast"))
    result = judged(lines, TWO_PLANS)
    words = NOTHING_FOLLOWED.format("2 åtgärder", "står tom")
    assert seen(result) == [(line_at(lines, FOLLOWED) + 1, "ATG003", words)]
    assert [one.todo for one in result.findings] == [True]
    assert result.verdict is DRAFT


def test_a_number_that_is_lost_among_others_is_told_by_its_number_only() -> None:
    lines = shipped()
    words = (
        "Bland de åtgärder som förra rapporten (gammal.yaml) planerade finns nr 2025-2, men här "
        "finns ingen uppföljning med samma nr. Skriv hur det gick, eller läge: utgår."
    )
    assert seen(judged(lines, TWO_PLANS)) == [(line_at(lines, FOLLOWED) + 1, "JMF104", words)]


def test_what_an_area_planned_may_be_followed_up_for_the_whole_board() -> None:
    assert seen(judged(shipped(), IN_AN_AREA)) == []


def test_what_an_area_planned_is_missed_in_the_area_when_only_another_follows_up() -> None:
    moved = (
        cut(FOLLOWED, 9),
        add(
            FAMILY,
            *("  förra_årets_åtgärder:", "    - åtgärd: Öppna en jour", "      läge: genomförd"),
        ),
    )
    lines = shipped(*moved)
    words = NOTHING_FOLLOWED.format("1 åtgärd", "saknas")
    found = seen(judged(lines, IN_AN_AREA))
    assert found == [(line_at(lines, OLDER) + 1, "ATG003", words)]


@pytest.mark.parametrize(
    "previous",
    ["planerade_åtgärder:\n  ej_aktuellt: Beslutas i höst.\n", "synpunkter:\n  totalt: 94\n"],
    ids=["nothing was planned, for a reason", "nothing is known to have been planned"],
)
def test_nothing_needs_to_be_followed_up_where_nothing_was_planned(previous: str) -> None:
    assert seen(judged(shipped(cut(FOLLOWED, 9)), previous)) == []


def test_a_report_right_before_that_is_a_draft_says_nothing_of_what_was_planned() -> None:
    draft = TWO_PLANS.replace("    planerade", "    status: utkast\n    planerade", 1)
    head = HEAD.replace("status: fastställd\n", "")
    report = report_of("".join(f"{line}\n" for _, line in shipped(cut(FOLLOWED, 9))), "ny.yaml")
    older = report_of(head + dedent(draft), "gammal.yaml")
    own = Member(report, Origin.JUDGED)
    neighbours = Corpus([own, Member(older, Origin.BESIDE)]).neighbours(own)
    result, _ = judge_among(read_report(report.document), default_catalogue(), neighbours)
    assert [(one.rule, one.span.line) for one in result.findings] == [("ATG002", 7)]


def test_last_years_analysis_word_for_word_is_pointed_at_without_its_words() -> None:
    previous = """\
        synpunkter:
          totalt: 94
          analys: |
            Flest synpunkter gäller hur insatsen utförs, ofta besök som flyttas utan besked.
            Att fler hör av sig kan bero på att det nu går att göra det på webben. Vi svarar
            snabbare än FÖRRA året.
        """
    lines = shipped()
    (finding,) = judged(lines, previous).findings
    assert (finding.rule, finding.span.line, finding.severity) == (
        "RIM004",
        line_at(lines, "synpunkter: » analys: |") + 1,
        Severity.INFO,
    )
    assert finding.message == (
        "Texten under synpunkter › analys är ord för ord densamma som i förra rapporten "
        "(gammal.yaml rad 12). Läs den mot årets siffror; ingen regel säger att den måste ändras."
    )
    assert [(one.file, one.span.line, one.message) for one in finding.related] == [
        ("gammal.yaml", 12, "samma text")
    ]
    assert judged(lines, previous.replace("snabbare", "fortare")).findings == ()


def test_the_pattern_under_another_name_is_the_templates_text_and_every_sentence_is_known() -> None:
    lines = shipped(put("kommun: Exempelkommun", "kommun: Storköping"))
    (finding,) = judged(lines).findings
    assert (finding.rule, finding.places) == ("RIM005", len(sentences()))
    assert finding.message == (
        f"På {len(sentences())} ställen står text ur mallen kvar, först en mening ur "
        "mönsterrapporten. Skriv vad som gäller hos er, eller ta bort raderna."
    )


def test_every_analysis_of_the_pattern_has_a_sentence_that_is_known_again() -> None:
    report = report_of("".join(f"{line}\n" for _, line in shipped()), "ny.yaml")
    known = [flowing(one) for one in sentences()]
    texts = [flowing(str(one.value)) for one in report.root.select("**.analys")]
    assert texts
    assert [text for text in texts if not any(one in text for one in known)] == []


def sentences() -> Sequence[str]:
    found: Sequence[str] = rule("rimlighet/RIM005").parameters["sentences"]
    return found


@cache
def rule(name: str) -> Rule:
    file = folder("rules") / f"{name}.yaml"
    return read_rule(read_document(file.read_bytes(), file.name, traps=False))


def test_a_missing_follow_up_leaves_to_the_rule_of_measures_what_that_rule_tells() -> None:
    theirs = rule("delar/DEL002").parameters["parts"]
    assert [rule(f"atgarder/{one}").parameters["parts"] for one in ("ATG002", "ATG003")] == [
        theirs,
        theirs,
    ]


def test_every_table_that_a_part_can_have_is_an_answer_of_how_many() -> None:
    definitions = report_schema()["$defs"]
    counting = {
        *definitions["del_med_antal"]["properties"],
        *definitions["ej_verkstallda_beslut"]["properties"],
    }
    asked = rule("delar/DEL017").parameters["any_of"]
    tables = {name for name in counting if name.startswith("per_")}
    assert {name.removesuffix(".antal") for name in asked if name.startswith("per_")} == tables
    assert {name for name in asked if not name.startswith("per_")} < counting


def content(report: str, rules: tuple[str, ...], status: str = "") -> list[tuple[int, str, str]]:
    """What these rules say of a piece of a report."""
    example = Example(name="", report=dedent(report), status=status)
    result, crashes = judged_example(example, default_catalogue().only(rules))
    assert crashes == ()
    return seen(result)


AREA_WITH_NOUGHTS = """\
      - namn: {}
        synpunkter:
          totalt: 0
        avvikelser:
          per_kategori:
            antal:
              Dokumentation: 0
"""


def test_noughts_everywhere_are_told_once_for_the_whole_report() -> None:
    report = "    verksamhetsområden:\n" + AREA_WITH_NOUGHTS.format("Vuxna")
    words = (
        "Alla antal i rapporten är noll, både synpunkter och avvikelser. Det kan stämma; "
        "kontrollera att siffrorna är införda."
    )
    assert content(report, ("RIM003",)) == [(3, "RIM003", words)]


def test_noughts_in_some_areas_are_told_for_those() -> None:
    areas = AREA_WITH_NOUGHTS.format("Vuxna") + AREA_WITH_NOUGHTS.format("Familjerätt")
    other = AREA_WITH_NOUGHTS.format("Barn").replace("totalt: 0", "totalt: <5")
    words = (
        "I 2 områden är alla antal noll, både synpunkter och avvikelser. Det kan stämma; "
        "kontrollera att siffrorna är införda."
    )
    report = "    verksamhetsområden:\n" + other + areas
    assert content(report, ("RIM003",)) == [(10, "RIM003", words)]
    one = "    verksamhetsområden:\n" + other + AREA_WITH_NOUGHTS.format("Vuxna")
    words = words.replace("I 2 områden är alla antal noll", "Alla antal i området Vuxna är noll")
    assert content(one, ("RIM003",)) == [(10, "RIM003", words)]


def test_a_number_that_cannot_be_read_is_not_taken_for_nought() -> None:
    unread = "Dokumentation: 0\n              Samverkan: många"
    report = "    verksamhetsområden:\n" + AREA_WITH_NOUGHTS.format("Vuxna")
    found = content(report.replace("Dokumentation: 0", unread), ("RIM003",))
    assert [one for _, one, _ in found] == ["FORM109"]


@pytest.mark.parametrize(
    ("slag", "done", "until", "late"),
    [
        ("patientsäkerhetsberättelse", "2025-03-02", "2024-12-31", True),
        ("Patientsäkerhets- och kvalitetsberättelse", "2025-03-02", "2024-12-31", True),
        ("kvalitets- och patientsäkerhetsberättelse", "april 2025", "2024-12-31", True),
        ("patientsäkerhetsberättelse", "mars 2025", "2024-12-31", False),
        ("patientsäkerhetsberättelse", "2025-03-01", "2024-12-31", False),
        ("patientsäkerhetsberättelse", "2025-06-01", "2024-08-31", False),
        ("kvalitetsberättelse", "2025-06-01", "2024-12-31", False),
    ],
)
def test_only_a_patient_safety_report_of_a_calendar_year_has_a_last_day(
    slag: str, done: str, until: str, *, late: bool
) -> None:
    report = f"""\
        rapport:
          slag: {slag}
          kommun: K
          nämnd: N
          upprättad: {done}
          period:
            från: 2024-01-01
            till: {until}
        """
    words = (
        f"Rapporten är en patientsäkerhetsberättelse upprättad {done}. Enligt lagen ska den finnas "
        "senast 2025-03-01."
    )
    assert content(report, ("RAP012",)) == ([(5, "RAP012", words)] if late else [])


def test_texts_that_can_be_read_are_compared_though_another_cannot() -> None:
    report = f"""\
        synpunkter:
          analys: {LONG}
        avvikelser:
          analys:
            - En lista
        lex_sarah:
          analys: {LONG}
        """
    example = Example(name="", report=dedent(report))
    result, _ = judged_example(example, default_catalogue().only(["RIM001"]))
    assert [(line, one) for line, one, _ in seen(result)] == [(2, "RIM001"), (4, "FORM103")]
    assert [(one.rule, one.reason) for one in result.not_run] == [
        ("RIM001", "uppgiften går inte att läsa: se påpekandet på rad 4")
    ]


def test_an_analysis_of_another_time_is_not_held_against_last_years() -> None:
    text = f"synpunkter:\n  totalt: 9\n  analys: {LONG}\n"
    own = "  period:\n    från: 2024-01-01\n    till: 2024-06-30\n"
    found = [
        judged_example(Example(name="", report=report, previous=text), default_catalogue())[0]
        for report in (text, text + own)
    ]
    told = [[one.span.line for one in each.findings if one.rule == "RIM004"] for each in found]
    assert told == [[3], []]
