"""Göteborg's report beside a made-up one of the year before: they agree, until one is changed.

What should come is written by hand. The report of the year before is ours and never existed; what
the published report says of that year stands in it, and the rest is invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.catalog import read_catalogue
from checker.corpus import Corpus, Member, Origin
from checker.document.reader import read_document
from checker.engine import judge, judge_among, read_report
from checker.finding import Severity
from checker.resources import folder
from tests.reports.test_broken_reports import REPORTS, Edit, Lines, add, cut, line_at, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.result import ReportResult

OLD = Path(__file__).parent / "predecessors" / "goteborg-nordost-2023.yaml"
NEW = REPORTS / "goteborg-nordost-2024.yaml"
RULES = tuple(f"JMF10{number}" for number in range(1, 9))
ALL_RULES = {*RULES, "LEX014", "KORP001"}
CATALOGUE = read_catalogue(folder("rules")).only(ALL_RULES)

CHILDREN, SUPPORT = "- namn: Barn- och ungdomsvård", "- namn: Ekonomiskt bistånd"
ADULTS = "- namn: Vuxna"
DEVIATIONS = f"{CHILDREN} » avvikelser:"
OF_SUPPORT = f"{SUPPORT} » avvikelser:"
FOLLOWED = f"{CHILDREN} » förra_årets_åtgärder:"
PLAN = f"{CHILDREN} » planerade_åtgärder: » - Behålla, utbilda och rekrytera medarbetare"
THIRD = "- åtgärd: Ta till vara enskildas uppfattning genom synpunkter, Västermodellen…"
NUMBERED = put(PLAN, "- {åtgärd: Behålla medarbetare, nr: B1}")
REASON = "ändrad_efteråt: Två avvikelser var registrerade dubbelt."
OTHER_SCOPE = "jämförs_inte: Enheten flyttades till en annan nämnd."
WITHOUT_NUMBER = "planerade åtgärder i gammal.yaml har inget nr och gick inte att jämföra"
CORRECT = "Rätta talet, eller skriv skälet under ändrad_efteråt eller jämförs_inte."
CORRECT_SHARE = CORRECT.replace("talet", "andelen")


@dataclass(frozen=True)
class Found:
    """A finding; ``{}`` in its words is the line in the old report where ``there`` stands."""

    rule: str
    line: str
    words: str
    there: str = ""


@dataclass(frozen=True)
class Case:
    """What is changed in the two reports, and what should come of it."""

    name: str
    new: Sequence[Edit] = ()
    old: Sequence[Edit] = ()
    found: Sequence[Found] = ()
    not_run: dict[str, str] = field(default_factory=lambda: {"JMF104": f"10 {WITHOUT_NUMBER}"})


def total(line: str, here: object, there: object, place: str) -> Found:
    words = f"Här står att antalet var {here} förra perioden, men i förra rapporten är det {there}"
    return Found("JMF101", line, f"{words} (gammal.yaml rad {{}}). {CORRECT}", place)


def row(line: str, name: str, here: object, there: object, place: str) -> Found:
    words = f"Här står att ”{name}” var {here} förra perioden, men i förra rapporten är det {there}"
    return Found("JMF102", line, f"{words} (gammal.yaml rad {{}}). {CORRECT}", place)


def share(line: str, here: str, there: str, place: str) -> Found:
    words = (
        f"Här står att andelen var {here} förra perioden, men enligt förra rapporten (gammal.yaml"
    )
    return Found("JMF103", line, f"{words} rad {{}}) var den {there}. {CORRECT_SHARE}", place)


def lost(rule: str, line: str, numbers: str) -> Found:
    words = {
        "JMF104": "Bland de åtgärder som förra rapporten (gammal.yaml) planerade finns nr "
        f"{numbers}, men här finns ingen uppföljning med samma nr. Skriv hur det gick, eller läge: "
        "utgår.",
        "LEX014": f"Enligt förra rapporten (gammal.yaml) pågick utredningen i ärende {numbers}, "
        "men här finns inget ärende med samma nr. Lägg till det, och skriv hur det gick.",
    }
    return Found(rule, line, words[rule])


def nothing_compared(reason: str) -> dict[str, str]:
    rules = ("JMF101", "JMF102", "JMF103", "JMF104", "JMF107", "JMF108", "LEX014")
    return dict.fromkeys(rules, reason)


CASES = [
    Case("nothing"),
    Case(
        "a total of the year before that is another here",
        new=[put("föregående: 443", "föregående: 434")],
        found=[total("föregående: 434", 434, 443, "totalt: 443")],
    ),
    Case(
        "a total of the year before that was another there",
        old=[put("totalt: 15", "totalt: 16")],
        found=[total("föregående: 15", 15, 16, "totalt: 16")],
    ),
    Case(
        "a restated total with its reason",
        new=[put("föregående: 443", "föregående: 441"), add("föregående: 441", REASON)],
    ),
    Case(
        "a restated total without a reason",
        new=[put("föregående: 443", "föregående: 441"), add("föregående: 441", "ändrad_efteråt:")],
        found=[total("föregående: 441", 441, 443, "totalt: 443")],
    ),
    Case(
        "another scope, with its reason on the part, which holds for its tables and shares too",
        new=[add("föregående: 443", OTHER_SCOPE)],
        old=[
            put("totalt: 443", "totalt: 900"),
            put("Förbättring: 121", "Förbättring: 300"),
            put("andel: 160 av totalt (36 %)", "andel: 70 %"),
        ],
    ),
    Case(
        "a total that was hidden and can be the one told now",
        old=[put(f"{SUPPORT} » avvikelser_i_vårdsamverkan: » totalt: 0", "totalt: ca 1")],
    ),
    Case(
        "a total that was hidden and cannot be it",
        old=[put(f"{SUPPORT} » avvikelser_i_vårdsamverkan: » totalt: 0", "totalt: <5")],
        found=[
            total(
                f"{SUPPORT} » avvikelser_i_vårdsamverkan: » föregående: 0",
                *(0, "mellan 1 och 4", f"{SUPPORT} » totalt: <5"),
            )
        ],
    ),
    Case(
        "an area that was called something else then",
        old=[
            put(SUPPORT, "- namn: Försörjningsstöd"),
            put("Förbättring: 238", "Förbättring: 1"),
        ],
    ),
    Case(
        "a row under föregående",
        old=[put("Går inte att avgöra: 210", "Går inte att avgöra: 201")],
        found=[
            row(
                f"{OF_SUPPORT} » föregående: » Går inte att avgöra: 210",
                *("Går inte att avgöra", 210, 201, "Går inte att avgöra: 201"),
            )
        ],
    ),
    Case(
        "a row that was called something else is not compared",
        old=[put("Förbättring: 121", "Blev bättre: 12")],
    ),
    Case(
        "a table that counted something else is not compared",
        old=[
            put(f"{DEVIATIONS} » räknar: åtgärder", "räknar: händelser"),
            put("Förbättring: 121", "Förbättring: 99"),
        ],
    ),
    Case(
        "a table of another time is not compared",
        old=[
            add(f"{DEVIATIONS} » räknar: åtgärder", "period:", "  från: 2023-01-01"),
            put("Förbättring: 121", "Förbättring: 99"),
        ],
    ),
    Case(
        "a share printed otherwise, where its count says what is told now",
        old=[put("andel: 160 av totalt (36 %)", "andel: 160 av totalt (36,12 %)")],
    ),
    Case(
        "a share that is another",
        old=[put("andel: 183 av totalt (28 %)", "andel: 170 av totalt (26 %)")],
        found=[
            share(
                f"{OF_SUPPORT} » föregående: 28 %",
                *("28 %", "170 av totalt (26 %)", "andel: 170 av totalt (26 %)"),
            )
        ],
    ),
    Case(
        "a share here that is another",
        new=[put("föregående: 36 %", "föregående: 38 %")],
        found=[
            share(
                f"{DEVIATIONS} » föregående: 38 %",
                *("38 %", "160 av totalt (36 %)", "andel: 160 av totalt (36 %)"),
            )
        ],
    ),
    Case(
        "a step that the report before gainsays",
        old=[put(f"{SUPPORT} » totalt: 18", "totalt: 17")],
        found=[
            Found(
                "JMF107",
                f"{SUPPORT} » synpunkter: » förändring: +2",
                "Här står +2, men antalet är 20 och var 17 enligt förra rapporten (gammal.yaml "
                "rad {}): förändringen är +3. Rätta förändringen eller periodens "
                "antal.",
                f"{SUPPORT} » totalt: 17",
            )
        ],
    ),
    Case(
        "a word that the report before gainsays",
        old=[put("totalt: 141", "totalt: 241")],
        found=[
            Found(
                "JMF108",
                f"{ADULTS} » avvikelser: » förändring: ökat",
                "Här står ökat, men antalet är 175 och var 241 enligt förra rapporten (gammal.yaml "
                "rad {}). Ändra ordet eller rätta det antal som är fel.",
                "totalt: 241",
            )
        ],
    ),
    Case(
        "a word that the rows of the report before gainsay",
        old=[put("Utförande av tjänst: 38", "Utförande av tjänst: 2"), cut("Bemötande: 14")],
        found=[
            Found(
                "JMF108",
                f"{CHILDREN} » synpunkter: » förändring: minskat",
                "Här står minskat, men antalet är 15 och var 14 enligt förra rapporten "
                "(gammal.yaml rad {}). Ändra ordet eller rätta det antal som är fel.",
                f"{CHILDREN} » synpunkter: » antal:",
            )
        ],
    ),
    Case(
        "a word that hidden rows of the report before bear out",
        old=[put("Utförande av tjänst: 38", "Utförande av tjänst: <5"), cut("Bemötande: 14")],
    ),
    Case(
        "a planned measure with a number that nobody follows up",
        old=[NUMBERED],
        found=[lost("JMF104", FOLLOWED, "B1")],
        not_run={"JMF104": f"9 {WITHOUT_NUMBER}"},
    ),
    Case(
        "a planned measure with a number that another area follows up",
        old=[NUMBERED],
        new=[put("- åtgärd: Göra rutiner välkända och säkra att de följs", "- nr: b1")],
        not_run={"JMF104": f"9 {WITHOUT_NUMBER}"},
    ),
    Case(
        "two planned measures, both lost, are one finding",
        old=[NUMBERED, add(THIRD, "  nr: B3")],
        found=[lost("JMF104", FOLLOWED, "B1 och B3")],
        not_run={"JMF104": f"8 {WITHOUT_NUMBER}"},
    ),
    Case(
        "a follow-up of a number that was not planned",
        old=[NUMBERED],
        new=[put(f"{FOLLOWED} » läge: pågår", "nr: B1"), add(THIRD, "  nr: B2")],
        found=[
            Found(
                "JMF105",
                f"{THIRD} » nr: B2",
                "Förra rapporten (gammal.yaml) har ingen planerad åtgärd med nr B2; där finns B1. "
                "Rätta numret om det är felskrivet.",
            )
        ],
        not_run={"JMF104": f"9 {WITHOUT_NUMBER}"},
    ),
    Case(
        "an open case that is gone",
        old=[put("- nr: BoU-1", "- nr: BoU-99")],
        found=[lost("LEX014", f"{CHILDREN} » lex_sarah: » ärenden:", "BoU-99")],
    ),
    Case(
        "an open case without a number",
        old=[put("- nr: BoU-1", "- lagrum: SoL")],
        not_run={
            "JMF104": f"10 {WITHOUT_NUMBER}",
            "LEX014": "1 öppet ärende i gammal.yaml har inget nr och gick inte att jämföra",
        },
    ),
    Case(
        "reports carried over that are not those that were open",
        new=[
            add(
                f"{CHILDREN} » lex_sarah: » förändring: ökat",
                *("rapporter:", "  kvar_från_förra_perioden: 3"),
            )
        ],
        found=[
            Found(
                "JMF106",
                "kvar_från_förra_perioden: 3",
                "Under kvar_från_förra_perioden står 3, men enligt förra "
                "rapporten pågick 2 när den perioden slutade (gammal.yaml rad {}). Rätta talet, "
                "eller skriv skälet under ändrad_efteråt.",
                "pågår: 2",
            )
        ],
    ),
    Case(
        "a broken figure there is left out",
        old=[put("totalt: 443", "totalt: många"), put("Förbättring: 238", "Förbättring: 283")],
        found=[
            row(
                f"{OF_SUPPORT} » föregående: » Förbättring: 238",
                *("Förbättring", 238, 283, "Förbättring: 283"),
            )
        ],
    ),
    Case(
        "another length",
        old=[put("från: 2022-09-01", "från: 2023-03-01")],
        not_run=nothing_compared(
            "gammal.yaml gäller 6 månader och den här rapporten 12 månader; bara lika långa tider "
            "jämförs"
        ),
    ),
    Case(
        "a draft",
        old=[put("status: fastställd", "status: utkast")],
        not_run=nothing_compared("gammal.yaml är ett utkast, och utkast jämförs inte"),
    ),
    Case(
        "another board",
        old=[put("nämnd: Socialnämnd Nordost", "nämnd: Socialnämnd Centrum")],
        not_run=nothing_compared(
            "ingen rapport från samma kommun och nämnd, av samma slag, för 2022-09-01–2023-08-31 "
            "finns här"
        ),
    ),
    Case(
        "a board that has changed its name, and says so",
        old=[put("nämnd: Socialnämnd Nordost", "nämnd: Socialnämnd Centrum")],
        new=[add("nämnd: Socialnämnd Nordost", "tidigare_namn: SOCIALNÄMND CENTRUM")],
    ),
    Case(
        "a year that lies further back",
        old=[
            put("från: 2022-09-01", "från: 2021-09-01"),
            put("till: 2023-08-31", "till: 2022-08-31"),
        ],
        not_run=nothing_compared(
            "ingen rapport från samma kommun och nämnd, av samma slag, för 2022-09-01–2023-08-31 "
            "finns här"
        ),
    ),
    Case(
        "a period here that cannot be read",
        new=[put("till: 2024-08-31", "till: sista augusti")],
        not_run=nothing_compared("rapportens period är inte känd"),
    ),
]


@cache
def lines_of(file: Path) -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(file.read_text(encoding="utf-8").splitlines(), start=1))


def edited(file: Path, edits: Sequence[Edit]) -> Lines:
    lines: Lines = list(lines_of(file))
    for edit in edits:
        lines = edit(lines)
    return lines


def member(lines: Lines, name: str, origin: Origin) -> Member:
    text = "".join(f"{line}\n" for _, line in lines)
    report = read_report(read_document(text.encode(), name)).report
    assert report is not None
    return Member(report, origin)


def judged(new: Lines, old: Lines) -> ReportResult:
    own = member(new, "ny.yaml", Origin.JUDGED)
    corpus = Corpus([own, member(old, "gammal.yaml", Origin.BESIDE)])
    reading = read_report(own.report.document)
    result, crashes = judge_among(reading, CATALOGUE, corpus.neighbours(own))
    assert crashes == ()
    return result


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_change_gives_exactly_its_findings(case: Case) -> None:
    new, old = edited(NEW, case.new), edited(OLD, case.old)
    result = judged(new, old)
    got = [
        (one.rule, one.span.line, one.message) for one in result.findings if one.rule in ALL_RULES
    ]
    wanted = [
        (
            one.rule,
            line_at(new, one.line) + 1,
            one.words.format(line_at(old, one.there) + 1 if one.there else ""),
        )
        for one in case.found
    ]
    assert got == wanted
    not_run = {one.rule: one.reason for one in result.not_run}
    assert not_run == case.not_run


def test_what_was_compared_is_counted_and_what_was_not_is_told() -> None:
    result = judged(edited(NEW, ()), edited(OLD, ()))
    assert (result.previous, result.not_compared) == ("gammal.yaml", "")
    told = {outcome.value: count for outcome, count in result.arithmetic.items()}
    assert told == {"agrees": 12, "may_agree": 2, "not_testable": 1}
    assert [(one.rule, one.span.line, one.reason) for one in result.not_testable] == [
        ("JMF103", 333, "förra rapporten har ingen andel som gäller precis samma sak")
    ]


def test_a_finding_shows_the_place_in_the_other_file() -> None:
    old = edited(OLD, [put("totalt: 443", "totalt: 444")])
    (finding,) = judged(edited(NEW, ()), old).findings
    (place,) = finding.related
    assert (place.file, place.span.line, place.message) == (
        "gammal.yaml",
        line_at(old, "totalt: 444") + 1,
        "444",
    )
    assert place.route == ("verksamhetsområden", 0, "avvikelser", "totalt")


def test_the_made_up_report_goes_together_by_itself() -> None:
    document = read_document(OLD.read_bytes(), OLD.name)
    result, crashes = judge(document, read_catalogue(folder("rules")))
    assert crashes == ()
    # It is made for comparing: most that a report tells is left out, and nothing else is wrong.
    wrong = [one for one in result.findings if one.severity is not Severity.INFO]
    assert {one.rule[:3] for one in wrong} == {"DEL", "RAP"}
