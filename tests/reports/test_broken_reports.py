"""The published reports broken by script: each slip gives exactly the findings that it should.

What should come is written by hand from the rules, not from what the program says. Here are the
tools, the words of the rules and Ekerö's report; ``test_broken_reports_2.py`` has Göteborg's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from checker.catalog import read_catalogue
from checker.document.reader import read_document
from checker.engine import judge
from checker.finding import Severity
from checker.resources import folder
from checker.verdict import Verdict

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

Lines = list[tuple[int | None, str]]  # each with its number in the shipped file, if it has one
Edit = Callable[[Lines], Lines]

REPORTS = Path(__file__).resolve().parents[2] / "reports_yaml"
CATALOGUE = read_catalogue(folder("rules"))
COMMENT = re.compile(r"(^|\s)#.*")
WORD = re.compile(r"(?m)^(?P<rule>[A-Z]{3,4}\d*\+?) (?P<severity>\w+) +(?P<words>.*(?:\n .*)*)")

# What each rule says; with a plus sign, what it says of several places in one finding.
WORDS = {
    found["rule"]: (Severity(found["severity"]), " ".join(found["words"].split()))
    for found in WORD.finditer("""
AND001 error    Andelen stämmer inte: {} av {} är {}. Rätta andelen, antalet eller det hela.
AND002 warning  {} av {} är {}, men här står {}. Decimalerna är avhuggna; avrunda till närmaste tal.
AND002+ warning {} andelar är avhuggna i stället för avrundade. I den första står {}, men det är {}.
                Avrunda till närmaste tal.
AND003 error    Fördelningen blir mellan {} och {} procent, också när avrundningen räknas med. Den
                ska bli 100. Rätta det tal som är fel eller lägg till gruppen som saknas.
AND004 error    {}: {}. Rätta procenttalet eller antalet.
AND005 error    Procenttalen i fördelningen går inte ihop med {} svar: {}.{} Rätta det tal som är
                fel.
AND006 warning  Procenttalen i fördelningen går inte ihop med {} svar: {}. {}
ANT005 error    Antalet kontrollområden är angivet till {}, men i listan finns {}. Rätta antalet
                eller listan, eller skriv visar_delar: ja.
ANT006 error    Antalet granskningar ({}) är angivet till {}, men i listan finns {}. Rätta antalet
                eller listan, eller skriv visar_delar: ja.
ATG001+ info    {} planerade åtgärder eller utvecklingsområden har ingen uppgift under ansvarig
                eller klart. Skriv gärna vem som ansvarar och när det ska vara klart; ingen regel
                kräver det.
ATG002 info     Uppföljningen av förra årets åtgärder {}. Skriv gärna hur det gick, eller skälet
                under ej_aktuellt; ingen regel kräver det.
EVB002 info     Delen {} säger inte under per_insats vilka insatser besluten gäller. Skriv det
                gärna; ingen regel kräver det i den här rapporten.
DEL error       {}. Mallen kräver den; lag och föreskrift kräver arbetet, inte rapporten.
DEL011 warning  Delen {} står tom. Mallen kräver innehåll, eller ett skäl under ej_aktuellt.
DEL012 error    Skälet efter {} saknas. Mallen kräver ett skäl när en del inte redovisas.
DEL013+ warning {} delar har siffror eller ärenden men ingen analys, den första är {}. Mallen kräver
                att rapporten säger vad de betyder.
DEL014 error    ”{}” är en platshållare. Mallen kräver att uppgiften fylls i, eller att raden tas
                bort.
DEL015 info     Delen {} beskriver arbetssättet men ingen risk. Skriv gärna vilka ni fann; ingen
                regel kräver det.
DEL015+ info    På {} ställen beskriver delen {} arbetssättet men ingen risk. Skriv gärna vilka ni
                fann; ingen regel kräver det.
FORM015 error   Raden är indragen på ett sätt som inte passar raderna före.
FORM029 error   Nyckeln {} står redan tidigare på samma nivå. Bara den första räknas.
FORM037 error   Kommatecknet har delat texten: det som står här blir en nyckel utan värde.
FORM038 error   Kommatecknet har delat texten i flera uppgifter.
FORM041 error   Ett ensamt streck går inte att läsa. Skriv 0 om det är noll, eller .. om uppgift
                saknas.
FORM101 error   Nyckeln {} är okänd här. Menade du {}?
FORM104 error   Under {} kan det inte stå ”{}”. {}
FORM109 error   Antalet är skrivet ”{}”. {}
FORM110 error   Andelen är skriven ”{}”. {}
FORM113 error   Raden {} har {} tal, men tabellens antal kolumner är {}. De ska vara lika många.
GRA001 warning  Granskningen gav kritik, men här står varken en åtgärd eller ett skäl till att ingen
                behövs. Mallen kräver ett av dem.
GRA002 warning  Datumet för granskningen, {}, ligger utanför rapportens period, {}.
GRA003 warning  Granskningen visade en brist, men här står varken en åtgärd eller ett skäl till att
                ingen behövs. Mallen kräver ett av dem.
JMF001 error    Här står {}, men antalet är {} och var {} förra perioden: förändringen är {}. Rätta
                förändringen eller det antal som är fel.
JMF002 warning  Här står {}, men antalet är {} och var {} förra perioden. Ändra ordet eller rätta
                det antal som är fel.
JMF003+ warning {} delar säger att något har förändrats, men varken periodens eller förra periodens
                antal är utskrivet. Skriv dem under totalt och föregående.
JMF004+ info    I {} delar står en förändring, men det ena av de två antalen är inte utskrivet.
                Skriv det under föregående eller totalt.
JMF005 warning  Här står {}, men andelen är {} och var {} förra gången. Ändra förändringen eller
                rätta den andel som är fel.
JMF006 error    Delen har två olika tal för förra perioden: {} säger {}, men {} säger {}. Rätta det
                tal som är fel.
JMF007 warning  Här står {}, men det här är ett antal och ingen andel. Skriv förändringen i antal
                eller i procent.
LEX001 error    Ärende {} har ingen bedömning. Mallen kräver en; är utredningen inte klar, skriv
                utredning pågår.
LEX003 error    Rapporten redovisar inga åtgärder i ärende {}. Mallen kräver minst en, eller en
                hänvisning till ett annat ärende.
LEX004 error    Ärende {} är bedömt som allvarligt, eller som en påtaglig risk för det, men enligt
                rapporten är det inte anmält till IVO. Det ska snarast anmälas till IVO; ingen annan
                tar emot en sådan anmälan.
LEX005 error    Rapporten säger inte om ärende {} har anmälts till IVO. Mallen kräver det för ett
                allvarligt ärende; skriv anmäld: ja eller nej.
LEX006 error    Det finns inget ärende ”{}” i rapporten. Menade du {}? Rätta numret eller skriv
                åtgärderna här.
LEX007 error    Här hänvisas till ärende ”{}”, men det har inga egna åtgärder. Skriv åtgärderna där
                eller hänvisa till rätt ärende.
LEX017 warning  Ärende {} är anmält till IVO men bedömt som {}, alltså inte som allvarligt. Se efter
                att båda uppgifterna stämmer; det är tillåtet att anmäla för säkerhets skull.
LEX019 info     I ärende {} har anmälan till IVO inget datum. Ingen regel kräver att rapporten
                visar det; skriv gärna när den gjordes.
LEX019+ info    I {} allvarliga ärenden har anmälan till IVO inget datum. Ingen regel kräver att
                rapporten visar det; skriv gärna när den gjordes.
LEX021 error    Här hänvisas till ärende ”{}”, men hänvisningarna leder tillbaka hit och inget av
                ärendena har egna åtgärder. Skriv åtgärderna i ett av dem.
LEX023 info     I ärende {} står inget under konsekvenser. Ingen regel kräver att rapporten
                berättar vad det innebar för den enskilde; är det utelämnat för att ingen ska
                kännas igen behöver inget ändras.
LEX023+ info    I {} ärenden står inget under konsekvenser. Ingen regel kräver att rapporten
                berättar vad det innebar för den enskilde; är det utelämnat för att ingen ska
                kännas igen behöver inget ändras.
LEX024 info     I ärende {} står inget under orsaker. Ingen regel kräver att rapporten visar
                orsaken; utredningen ska göra det.
LEX024+ info    I {} ärenden står inget under orsaker. Ingen regel kräver att rapporten visar
                orsaken; utredningen ska göra det.
LEX025 info     I ärende {} står inget under inträffade. Ingen regel kräver att rapporten visar när
                det hände; en grov tid räcker, som våren 2024.
LEX025+ info    I {} ärenden står inget under inträffade. Ingen regel kräver att rapporten visar
                när det hände; en grov tid räcker, som våren 2024.
LEX026+ info    I {} ärenden står inget under inkom. Ingen regel kräver att det syns här när
                rapporten kom in; månaden eller året räcker.
LEX008+ info    {} ärenden är bedömda som risk för missförhållande och läses som påtaglig risk för
                missförhållande. Det är inget fel; skriv påtaglig om det är vad som menas.
LEX009 error    Datumet för {} ({}) kommer före datumet för {} ({}). Rätta det datum som är fel.
LEX011 warning  Beslutet i ärende {} har datumet {}, men rapportens period är {}. Rätta datumet,
                eller flytta ärendet till den rapport som det hör till.
LEX012 warning  Enligt datumet kom ärende {} in {}, men rapportens period är {}. Rätta datumet,
                skriv när beslutet fattades, eller flytta ärendet till den rapport som det hör till.
RAP001 error    Rapporten anger inte hela sin period: {} saknas. Mallen kräver både första och sista
                dagen.
RAP010 warning  Rapporten visar inte att den är sekretessgranskad: under sekretessgranskad saknas
                {}. Mallen kräver att en människa har läst hela rapporten, med roll och datum.
RAP011 info     Rapporten är fastställd, men uppgifter om när den skrevs och beslutades saknas: {}.
                Ingen regel kräver dem, men med dem går beslutet att hitta.
RAP003 error    Periodens slut, {}, ligger före periodens början, {}. Minst ett av datumen är fel.
RIM001 info     Samma text står under {} och under {}. Skriv vad som gäller för vart och ett, om de
                inte har samma förklaring; ingen regel kräver det.
SEK002 warning  Den dolda siffran i {} går att räkna ut av raderna och totalen i {}. Dölj en siffra
                till, slå ihop rader, eller skriv ut talet om det inte behöver döljas.
TAB001 error    Raderna{} ger {} tillsammans, men totalen är {}, alltså {}. Rätta totalen eller den
                rad som är fel.
TAB002 error    Raderna{} ger {} tillsammans, men totalen är {}, alltså {}. Rätta totalen eller den
                rad som är fel.
TAB003 error    Med de rader som visas i {} måste totalen vara {}, men den är {}, alltså {}. Rätta
                totalen eller den rad som är fel.
TAB005 error    Raden ”{}” är {}, men totalen är bara {}. Rätta raden eller totalen.
TAB006 info     Minst {} av {} har ingen rad här, för raderna ger {} tillsammans. Det är inget fel;
                skriv antalet under utan_uppgift om ni vet det.
TAB007 error    Raden ”{}” är {} och därmed mindre än tabellens egen gräns, som är {}. Rätta raden
                eller gränsen.
TAB008 warning  Raden ”{}” är {}, men tabellen säger att den bara visar rader som är fler än {}.
                Skriv visar_minst: 10 i stället.
TAB011 error    Raden ”{}” är {}, men områdets egen del säger {}. Rätta det tal som är fel.
TAB013 error    Kolumnen ”{}” står två gånger under {}. Rätta den ena, eller ta bort den ur listan
                och ur varje rad.
TAB014 warning  Tabellens senaste år är {}, men rapporten gäller {}. Rätta årtalet, lägg till
                kolumnen som saknas, eller skriv tabellens egen period.
TAB015 error    Raderna i delsumman ”{}” ger {} tillsammans, men delsumman är {}, alltså {}. Rätta
                delsumman eller den rad som är fel.
TAB018 error    Området har {}, men hela nämnden har bara {}. Rätta det tal som är fel.
""")
}


@dataclass(frozen=True)
class Found:
    """A finding that should come, on the line that ``line_at`` finds."""

    rule: str
    line: str
    severity: Severity
    message: str
    todo: bool = False


@dataclass(frozen=True)
class Mutation:
    """A slip, and what it does to the findings of the report."""

    name: str
    edit: Sequence[Edit]
    new: Sequence[Found] = ()
    gone: Sequence[Found] = ()
    verdict: Verdict = Verdict.NEEDS_CORRECTION
    draft: bool = False  # both the report and the broken one
    report: str = ""


def told(rule: str, line: str, *values: object, todo: bool = False) -> Found:
    """What a rule says on a line; the rules of absent parts (DEL001-DEL010) have the same words."""
    severity, words = WORDS[rule] if rule in WORDS else WORDS["DEL"]
    assert words.count("{}") == len(values), rule
    return Found(rule.removesuffix("+"), line, severity, words.format(*values), todo)


def line_at(lines: Lines, place: str) -> int:
    """The index of ``a line » a later one``: the first stands once, each other is the next such.

    A comment behind a line is no part of it; a part that ends with … is how a line begins.
    """
    index, bare = -1, [COMMENT.sub("", text).strip() for _, text in lines]
    for number, part in enumerate(place.split(" » ")):
        start = part.removesuffix("…")
        same = str.startswith if start != part else str.__eq__
        hits = [at for at, text in enumerate(bare) if at > index and same(text, start)]
        if not hits or (number == 0 and len(hits) > 1):
            raise LookupError(f"{len(hits)} lines are {part!r}, looking for {place!r}")
        index = hits[0]
    return index


def margin(text: str) -> int:
    return len(text) - len(text.lstrip())


def put(place: str, text: str, *, right: int = 0) -> Edit:
    """Another line in place of this one, at its margin or so many steps to the right of it."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        number, old = lines[at]
        new = " " * (margin(old) + right) + text
        if COMMENT.sub("", old) == new:
            raise LookupError(f"{place!r} is not changed")
        return [*lines[:at], (number, new), *lines[at + 1 :]]

    return edited


def add(place: str, *texts: str) -> Edit:
    """More lines after this one, at its margin."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        more: Lines = [(None, " " * margin(lines[at][1]) + text) for text in texts]
        return [*lines[: at + 1], *more, *lines[at + 1 :]]

    return edited


def cut(place: str, count: int = 1, *, keep: int = 0) -> Edit:
    """Without this line and all that lies below it, so many lines; ``keep=1`` keeps the line."""

    def edited(lines: Lines) -> Lines:
        at = line_at(lines, place)
        end = at + 1
        while end < len(lines) and (
            not lines[end][1] or margin(lines[end][1]) > margin(lines[at][1])
        ):
            end += 1
        while not lines[end - 1][1]:
            end -= 1
        if end - at - keep != count:
            raise LookupError(f"{place!r} has {end - at - keep} lines, not {count}")
        return lines[: at + keep] + lines[end:]

    return edited


def empty(place: str, count: int) -> Edit:
    """The line alone, without the so many lines below it."""
    return cut(place, count, keep=1)


DRAFT = (put("status: fastställd", "status: utkast"),)


class Seen(NamedTuple):
    """A finding as it came."""

    line: int
    rule: str
    severity: Severity
    todo: bool
    message: str


@cache
def judged(report: str, edits: tuple[Edit, ...]) -> tuple[Lines, Counter[Seen], Verdict]:
    """The lines of an edited report, its findings and its verdict."""
    shipped = (REPORTS / f"{report}.yaml").read_text(encoding="utf-8")
    lines: Lines = list(enumerate(shipped.splitlines(), start=1))
    for edit in edits:
        lines = edit(lines)
    text = "".join(f"{line}\n" for _, line in lines)
    result, crashes = judge(read_document(text.encode(), f"{report}.yaml"), CATALOGUE)
    assert crashes == ()
    found = Counter(
        Seen(one.span.line, one.rule, one.severity, one.todo, one.message)
        for one in result.findings
    )
    return lines, found, result.verdict


def readable(findings: Counter[Seen], lines: Lines) -> list[str]:
    return [
        f"{rule} {severity}{' to do' if todo else ''}, {line} {lines[line - 1][1].strip()}: {words}"
        for line, rule, severity, todo, words in sorted(findings.elements())
    ]


def expected(findings: Sequence[Found], lines: Lines) -> list[str]:
    placed = Counter(
        Seen(line_at(lines, one.line) + 1, one.rule, one.severity, one.todo, one.message)
        for one in findings
    )
    return readable(placed, lines)


def check(mutation: Mutation) -> None:
    """Exactly these findings are new, exactly those are gone, and the verdict is this."""
    status = DRAFT if mutation.draft else ()
    whole, before, _ = judged(mutation.report, status)
    lines, after, verdict = judged(mutation.report, (*status, *mutation.edit))
    new, gone = expected(mutation.new, lines), expected(mutation.gone, whole)
    now_at = {number: at for at, (number, _) in enumerate(lines, start=1) if number}
    moved = {one: one._replace(line=now_at.get(one.line, 0)) for one in before}
    kept = Counter(one for one in before.elements() if moved[one] in after)
    assert readable(after - Counter(moved[one] for one in kept.elements()), lines) == new
    assert readable(before - kept, whole) == gone
    assert verdict == mutation.verdict


def cases(mutations: Sequence[Mutation]) -> list[ParameterSet]:
    """The mutations as parameters; each named by what it breaks."""
    return [pytest.param(one, id=one.name) for one in mutations]


broken = partial(Mutation, report="ekero-2020")

# What the report gives as it was published.
NO_RISKS = told("DEL015", "riskanalys:", "riskanalys")
NO_ANALYSIS = told("DEL013+", "synpunkter:", 3, "synpunkter")
NO_MEASURES = told("LEX003", "- nr: 2020-1", "2020-1")
NO_FACTS = [told(rule, "- nr: 2020-1", "2020-1") for rule in ("LEX023", "LEX024", "LEX025")]
NO_DAY = told("LEX019", "- nr: 2020-1 » ivo:", "2020-1")
NO_REVIEW = told("RAP010", "rapport:", "av och datum")
NO_DECISION = told("RAP011", "rapport:", "datum, paragraf och diarienummer")
OF_CONTENT = (
    *(NO_REVIEW, NO_DECISION, told("ATG002", "format: kvalitetsrapport/1", "saknas")),
    told("ATG001+", "- Kartlägga de processer för myndighet som återstår…", 12),
    told("EVB002", "ej_verkställda_beslut:", "ej_verkställda_beslut"),
)
ALL = (NO_RISKS, NO_ANALYSIS, NO_MEASURES, *NO_FACTS, NO_DAY, *OF_CONTENT)

COMPLAINTS, EARLIER = "synpunkter:", "förra periodens tal för delen"
SUBTOTAL = (
    *("  delsummor:", "    Dokumentation:"),
    *("      - Utebliven/bristfällig dokumentation", "      - Dataskydd"),
)
CASE, AREA, SURVEY = "- nr: 2020-1", "- namn: Äldreomsorg", "utskickade: 113"
ASSESSED = "bedömning: allvarligt missförhållande"
PERIOD = "2020-01-01–2020-12-31"
NO_PART = [
    told("DEL004", f"- namn: {area}", f"Delen riskanalys saknas för {area}")
    for area in ("Äldreomsorg", "Personer med funktionsnedsättning", "Individ- och familjeomsorg")
]

DASH = (
    "Ett streck kan betyda både noll och att uppgift saknas. Skriv 0 eller .. i stället, eller "
    "ange i tabellen vad strecket betyder."
)
MUTATIONS = [
    broken(
        "a total of 321 that is 322",
        [put("totalt: 321", "totalt: 322")],
        [told("TAB001", "totalt: 322", " i per_kategori", 321, 322, "1 för hög")],
    ),
    broken(
        "a total of 84 that is 85",
        [put("totalt: 84", "totalt: 85")],
        [told("TAB001", "totalt: 85", " i per_lagrum", 84, 85, "1 för hög")],
    ),
    broken(
        "the last year's total of 386 that is 387",
        [put("totalt: [766…", "totalt: [766, 559, 547, 387]")],
        [told("TAB001", "totalt: [766, 5…", " för 2020 i per_kategori", 386, 387, "1 för hög")],
    ),
    broken(
        "an earlier year's total",
        [put("totalt: [766…", "totalt: [766, 560, 547, 386]")],
        [told("TAB001", "totalt: [766, 5…", " för 2018 i per_kategori", 559, 560, "1 för hög")],
    ),
    broken(
        "a year written twice, on which much else depends",
        [put("år: [2017, 2018, 2019, 2020]", "år: [2017, 2018, 2020, 2020]")],
        [told("TAB013", "år: [2017, 2018, 2020, 2020]", 2020, "år")],
    ),
    broken(
        "the columns the other way about, so that the oldest year is called the latest",
        [
            put("år: [2017, 2018, 2019, 2020]", "år: [2020, 2019, 2018, 2017]"),
        ],
        [told("JMF002", f"{COMPLAINTS} » förändring: minskat", "minskat", 766, 559)],
    ),
    broken(
        "a figure for the year before that the table gainsays",
        [add(f"{COMPLAINTS} » förändring: minskat", "föregående: 574")],
        [told("JMF006", "totalt: [766…", EARLIER, 574, "totalen för 2019 i per_kategori", 547)],
    ),
    broken(
        "a figure for the year before that was mended since",
        [
            add(
                f"{COMPLAINTS} » förändring: minskat",
                *("föregående: 574", "ändrad_efteråt: Dubbletter togs bort."),
            )
        ],
    ),
    broken(
        "a sub-total that is one too many",
        [
            add("Dataskydd: 33", "Dokumentation: 47"),
            add("avvikelser: » per_kategori:", *SUBTOTAL),
        ],
        [told("TAB015", "Dokumentation: 47", "Dokumentation", 46, 47, "1 för hög")],
    ),
    broken(
        "a sub-total that is right, and is not added to the total",
        [
            add("Dataskydd: 33", "Dokumentation: 46"),
            add("avvikelser: » per_kategori:", *SUBTOTAL),
        ],
    ),
    broken(
        "a change in points of a number that is compared with nothing",
        [add("avvikelser: » föregående: 6", "förändring: +4 procentenheter")],
        [told("JMF007", "avvikelser: » förändring: +4 procentenheter", "+4 procentenheter")],
    ),
    broken(
        "a category",
        [put("Dataskydd: 33", "Dataskydd: 23")],
        [told("TAB001", "totalt: 321", " i per_kategori", 311, 321, "10 för hög")],
    ),
    broken(
        "a category one year",
        [put("Bemötande: [32, 51, 33, 21]", "Bemötande: [32, 51, 33, 22]")],
        [told("TAB001", "totalt: [766…", " för 2020 i per_kategori", 387, 386, "1 för låg")],
    ),
    broken(
        "a row that lacks a year",
        [put("Övrigt: [71, 77, 67, 53]", "Övrigt: [71, 77, 67]")],
        [told("FORM113", "Övrigt: [71, 77, 67]", "Övrigt", 3, 4)],
    ),
    broken("a category that is not known", [put("Integritet: 1", "Integritet: ..")]),
    broken(
        "a category that is hidden, and given away by the others",
        [put("Integritet: 1", "Integritet: <5")],
        [told("SEK002", "Integritet: <5", "raden ”Integritet”", "per_kategori")],
    ),
    broken(
        "a dash for a number",
        [put("Integritet: 1", "Integritet: –")],
        [told("FORM109", "Integritet: –", "–", DASH)],
    ),
    broken(
        "a category twice",
        [add("Dataskydd: 33", "Dataskydd: 33")],
        [told("FORM029", "Samverkan: 8 » Dataskydd: 33 » Dataskydd: 33", "Dataskydd")],
    ),
    broken(
        "a number of answers that no number of asked and no distribution can give",
        [put("svar: 72", "svar: 73")],
        [
            told(
                "AND004",
                "svarsfrekvens: 42,6 %",
                "73 kan inte vara 42,6 % av ett helt antal",
                "73 av 172 är 42,44 % och 73 av 171 är 42,69 %",
            ),
            told(
                "AND006",
                "svarsfrekvens: 42,6 % » fördelning:",
                73,
                "61 % går inte att få, för 44 av 73 är 60,27 % och 45 av 73 är 61,64 %",
                "Antingen är ett tal fel, eller så svarade högst 72 på frågan; skriv i så fall hur "
                "många under svar_på_frågan.",
            ),
        ],
    ),
    broken(
        "a number of answers",
        [put("svar: 36", "svar: 46")],
        [told("AND001", "svarsfrekvens: 32 %", 46, 113, "40,71 %, men här står 32 %")],
    ),
    broken(
        "a response rate cut off instead of rounded",
        [put("svarsfrekvens: 32 %", "svarsfrekvens: 31 %")],
        [told("AND002", "svarsfrekvens: 31 %", 36, 113, "31,86 %", "31 %")],
    ),
    broken(
        "a response rate that gainsays the word too",
        [put("svarsfrekvens: 32 %", "svarsfrekvens: 62 %")],
        [
            told("AND001", "svarsfrekvens: 62 %", 36, 113, "31,86 %, men här står 62 %"),
            told("JMF005", f"{SURVEY} » förändring: minskat", "minskat", "62 %", "61 %"),
        ],
    ),
    broken(
        "a distribution of 101 in rounded numbers, which only 200 answers or 400 can give",
        [put("Kvinnor: 61 %", "Kvinnor: 62 %")],
        [
            told(
                "AND005",
                "svarsfrekvens: 42,6 % » fördelning:",
                72,
                "var för sig är de möjliga, men grupperna blir tillsammans 73",
                " Det går inte ihop heller om färre svarade på frågan.",
            )
        ],
    ),
    broken(
        "a distribution of 101 in rounded numbers, of 200 answers",
        [
            put("svar: 72", "svar: 200"),
            put("svarsfrekvens: 42,6 %", "svarsfrekvens: 40 %"),
            put("Kvinnor: 61 %", "Kvinnor: 62 %"),
        ],
    ),
    broken(
        "a distribution of 102",
        [put("Kvinnor: 61 %", "Kvinnor: 63 %")],
        [told("AND003", "svarsfrekvens: 42,6 % » fördelning:", 101, 103)],
    ),
    broken(
        "a number with a point for thousands",
        [put("svar: 27 872", "svar: 27.872")],
        [
            told(
                "FORM109",
                "svar: 27.872",
                "27.872",
                "27.872 läses som ett decimaltal; skriv 27\N{NO-BREAK SPACE}872.",
            )
        ],
    ),
    broken(
        "a percentage with a decimal point",
        [put("svarsfrekvens: 42,6 %", "svarsfrekvens: 42.6 %")],
        [
            told(
                "FORM110",
                "svarsfrekvens: 42.6 %",
                "42.6 %",
                "Skriv decimalkomma i stället för punkt, till exempel 39,5 %.",
            )
        ],
    ),
    broken(
        "a percentage in braces",
        [
            empty("svar: 72 » riket:", 2),
            put("svar: 72 » riket:", "riket: {svar: 27 872, svarsfrekvens: 39,8 %}"),
        ],
        [told("FORM037", "riket: {svar: 27 872, svarsfrekvens: 39,8 %}")],
    ),
    broken(
        "a total that cannot be read: if it is 0 the part needs no analysis, and nobody knows",
        [put("totalt: 321", "totalt: –")],
        [
            told("FORM109", "totalt: –", "–", DASH),
            told("DEL013+", "synpunkter:", 2, "synpunkter"),
        ],
        gone=[NO_ANALYSIS],
    ),
    broken(
        "a word that gainsays the numbers",
        [put("förändring: ökat", "förändring: minskat")],
        [told("JMF002", "föregående: 31 » förändring: minskat", "minskat", 84, 31)],
    ),
    broken("a step that is the difference", [put("förändring: ökat", "förändring: +53")]),
    broken(
        "a step that is not the difference",
        [put("förändring: ökat", "förändring: +62")],
        [told("JMF001", "förändring: +62", "+62", 84, 31, "+53")],
    ),
    broken(
        "a word that gainsays the columns",
        [put("totalt: [766… » förändring: minskat", "förändring: ökat")],
        [told("JMF002", "totalt: [766… » förändring: ökat", "ökat", 386, 547)],
    ),
    broken(
        "a stated number of areas that the list does not have",
        [cut("antal_kontrollområden: 8 » visar_delar: ja")],
        [told("ANT005", "antal_kontrollområden: 8", 8, 2)],
    ),
    broken(
        "a shortcoming without a remedy",
        [cut("viktigast_att_åtgärda: Höja…")],
        [told("GRA003", "- område: Social…")],
    ),
    broken(
        "the case gets a measure",
        [add(f"{CASE} » {ASSESSED}", "åtgärder:", "  genomförda:", "    - Rutinen är ändrad.")],
        gone=[NO_MEASURES],
        verdict=Verdict.CLEAR_WITH_REMARKS,
    ),
    broken(
        "the case refers to one that does not exist",
        [add(f"{CASE} » {ASSESSED}", "åtgärder:", "  se_ärende: 2020-2")],
        [told("LEX006", "se_ärende: 2020-2", "2020-2", "2020-1")],
        gone=[NO_MEASURES],
    ),
    broken(
        "the case refers to itself",
        [add(f"{CASE} » {ASSESSED}", "åtgärder:", "  se_ärende: 2020-1")],
        [told("LEX021", "se_ärende: 2020-1", "2020-1")],
        gone=[NO_MEASURES],
    ),
    broken(
        "the assessment removed",
        [cut(ASSESSED)],
        [told("LEX001", CASE, "2020-1")],
        gone=[NO_MEASURES, *NO_FACTS, NO_DAY],
    ),
    broken(
        "a case that was none after all",
        [put(ASSESSED, "bedömning: inget missförhållande")],
        [
            told(
                "LEX017",
                "bedömning: inget missförhållande",
                *("2020-1", "inget missförhållande"),
            )
        ],
        gone=[NO_MEASURES, *NO_FACTS[:2], NO_DAY],
        verdict=Verdict.CLEAR_WITH_REMARKS,
    ),
    broken(
        "a serious case that was not reported to IVO",
        [put("anmäld: ja", "anmäld: nej")],
        [told("LEX004", "anmäld: nej", "2020-1")],
        gone=[NO_DAY],
    ),
    broken(
        "a serious case that says nothing of IVO",
        [cut("anmäld: ja")],
        [told("LEX005", "ivo:", "2020-1")],
        gone=[NO_DAY],
    ),
    broken(
        "a decision before the case and the period",
        [add(ASSESSED, "beslut: 2019-12-01")],
        [
            told("LEX009", "beslut: 2019-12-01", "beslutet", "2019-12-01", "rapporten", "2020"),
        ],
    ),
    broken(
        "events in brackets",
        [
            empty(f"{CASE} » händelser:", 1),
            put(f"{CASE} » händelser:", "händelser: [Begränsning i hemmet, hot mot den enskilde]"),
        ],
        [told("FORM038", "händelser: [Begränsning i hemmet, hot mot den enskilde]")],
    ),
    broken(
        "a part's key misspelt",
        [put("avvikelser:", "avikelser:")],
        [
            told("FORM101", "avikelser:", "avikelser", "avvikelser"),
            told("DEL013+", "synpunkter:", 2, "synpunkter"),
        ],
        gone=[NO_ANALYSIS],
    ),
    broken(
        "an assessment's key misspelt",
        [put(ASSESSED, "bedöming: allvarligt missförhållande")],
        [told("FORM101", "bedöming: allvarligt missförhållande", "bedöming", "bedömning")],
        gone=[NO_MEASURES, *NO_FACTS, NO_DAY],
    ),
    broken(
        "a necessary key misspelt",
        [put("- gäller: Kartlagda arbetsprocesser", "- gäler: Kartlagda arbetsprocesser")],
        [told("FORM101", "- gäler: Kartlagda arbetsprocesser", "gäler", "gäller")],
    ),
    broken(
        "the key of the report's own block misspelt",
        [put("rapport:", "rappport:")],
        [told("FORM101", "rappport:", "rappport", "rapport")],
        gone=[NO_REVIEW, NO_DECISION],
    ),
    broken(
        "a word that the template does not have",
        [put("utfall: avslutat", "utfall: klart")],
        [
            told(
                "FORM104",
                "utfall: klart",
                "utfall",
                "klart",
                "Skriv ”pågår”, ”avslutat”, ”avslutat utan kritik” eller ”avslutat med kritik”.",
            )
        ],
    ),
    broken(
        "a placeholder",
        [put("iakttagelse: Godkänt resultat.", "iakttagelse: Text kommer.")],
        [told("DEL014", "iakttagelse: Text kommer.", "Text kommer.")],
    ),
    broken(
        "a required part of the whole board deleted",
        [cut("riskanalys:", 6)],
        NO_PART,
        gone=[NO_RISKS],
    ),
    broken(
        "the same in a draft: something left to do",
        [cut("riskanalys:", 6)],
        [replace(one, todo=True) for one in NO_PART],
        gone=[NO_RISKS],
        verdict=Verdict.DRAFT,
        draft=True,
    ),
    broken(
        "a required part of the whole board emptied",
        [empty("riskanalys:", 5)],
        [told("DEL004", "riskanalys:", "Delen riskanalys står tom")],
        gone=[NO_RISKS],
    ),
    broken(
        "a required part deleted in one area",
        [cut(f"{AREA} » genomförda_åtgärder:", 3)],
        [told("DEL002", AREA, "Redovisningen av vidtagna åtgärder saknas för Äldreomsorg")],
    ),
    broken(
        "a required part emptied in one area",
        [empty(f"{AREA} » genomförda_åtgärder:", 2)],
        [
            told(
                "DEL002",
                f"{AREA} » genomförda_åtgärder:",
                "Redovisningen av vidtagna åtgärder står tom för Äldreomsorg",
            )
        ],
    ),
    broken(
        "a part that is not applicable, with a reason",
        [
            empty("riskanalys:", 5),
            add("riskanalys:", "  ej_aktuellt: Nämnden bildades i november."),
        ],
        gone=[NO_RISKS],
    ),
    broken(
        "a survey that is not applicable, without a reason",
        [put("ej_aktuellt: Gjordes 2019 och görs igen hösten 2021.", "ej_aktuellt:")],
        [told("DEL012", "ej_aktuellt:", "ej_aktuellt")],
    ),
    broken(
        "the period reversed",
        [put("till: 2020-12-31", "till: 2019-12-31")],
        [told("RAP003", "till: 2019-12-31", "2019-12-31", "2020-01-01")],
    ),
    broken(
        "the period's first day removed",
        [cut("från: 2020-01-01")],
        [told("RAP001", "period:", "från")],
    ),
    broken(
        "the period a year later",
        [put("från: 2020-01-01", "från: 2021-01-01"), put("till: 2020-12-31", "till: 2021-12-31")],
        [
            told("LEX012", "inkom: 2020", "2020-1", "2020", "2021-01-01–2021-12-31"),
            told("TAB014", "år: [2017, 2018, 2019, 2020]", 2020, 2021),
        ],
    ),
    broken(
        "a total in a draft: what is wrong stays wrong",
        [put("totalt: 321", "totalt: 322")],
        [told("TAB001", "totalt: 322", " i per_kategori", 321, 322, "1 för hög")],
        draft=True,
    ),
    broken(
        "an action at a margin that YAML cannot read",
        [put("- Upphandla…", "- Upphandla ett digitalt system", right=1)],
        [
            told(
                "FORM015",
                "- Upphandla ett digitalt system » - Utbilda…",
            )
        ],
        gone=ALL,
        verdict=Verdict.NOT_TESTED,
    ),
]


@pytest.mark.parametrize("mutation", cases(MUTATIONS))
def test_a_slip_in_ekeros_report_gives_exactly_its_findings(mutation: Mutation) -> None:
    check(mutation)


@pytest.mark.parametrize(
    "edit",
    [
        put("totalt: 999", "totalt: 1"),
        put("totalt: 321", "totalt: 321"),
        put("visar_delar: ja", "visar_delar: nej"),
        cut("riskanalys:", 5),
        empty("riskanalys:", 6),
        add("period: » nämnd: Socialnämnden", "kommun: Ekerö kommun"),
    ],
)
def test_an_edit_that_does_not_fit_the_report_fails(edit: Edit) -> None:
    with pytest.raises(LookupError):
        judged("ekero-2020", (edit,))


def test_the_report_of_ekero_is_broken_in_more_than_twenty_ways() -> None:
    assert len({one.name for one in MUTATIONS}) == len(MUTATIONS) > 20


def test_ekeros_report_as_published_gives_what_the_slips_are_compared_with() -> None:
    lines, found, _ = judged("ekero-2020", ())
    assert readable(found, lines) == expected(ALL, lines)
