"""A personal identity number, wherever it stands in a report, never comes out of the program.

The rules here put every word that a check gives into their messages, so that what a shipped rule
could show is shown.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from checker.checks.registry import BUILTIN, CHECKS
from checker.corpus import Corpus, Member, Origin
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.inputs import collect
from checker.output.forms import FORMS, Manner, form
from checker.output.lines import plain
from checker.output.text import text
from checker.result import Refused
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.catalog import Catalogue
    from checker.document.model import Document, Route
    from checker.edition import Neighbours
    from checker.engine import Reading
    from checker.result import Result
    from tests.inner.conftest import Bench

BIRTH, LAST = "64" + "0823", "32" + "34"
NUMBERS = (f"{BIRTH}-{LAST}", f"19{BIRTH}{LAST}")
# Without its sign and read as a number it loses the nought that it begins with.
YOUNG = "01" + "0203" + LAST
TOKEN = "@@"  # noqa: S105 - stands for the number while the report is built
REPORT: dict[str, Any] = {
    "format": "kvalitetsrapport/1",
    "status": "fastställd",
    "rapport": {
        "titel": "T",
        "kommun": "K",
        "nämnd": "N",
        "period": {"från": "2023-09-01", "till": "2024-08-31"},
        "upprättad": "2023-01-01",
    },
    "inledning": {"text": "Något med {klammer.", "analys": ""},
    "sammanfattning": {"text": "Av {avvikelser.x} gällde 3 av 4 (7 %) dem."},
    "samverkan": {"text": "Enligt 27 kap. 2 § SoL, 72 kap. SoL, SoL (2001:453) och SOFS 2011:9."},
    "avvikelser": {
        "totalt": 9,
        "föregående": 4,
        "förändring": "+2",
        "per_status": {"år": [2023, 2024], "antal": {"A": [1, 2], "B": [3, 4]}, "totalt": [9, 8]},
        "per_enhet": {
            "delsummor": {"J": ["K"]},
            "antal": {"J": 2, "K": 1},
            "föregående": {"K": 8},
            "förändring": "+2 procentenheter",
        },
        "per_kvartal": {"år": [2022], "antal": {"L": [1]}},
        "per_orsak": {
            "kolumner": ["X", "Y"],
            "antal": {"C": [1, 2]},
            "radsumma": {"C": 9},
            "kolumnsumma": [8, 8],
            "totalt": 7,
        },
        "per_kategori": {"visar_minst": 5, "antal": {"D": 1, "E": 99}, "totalt": 98},
        "per_effekt": {"visar_fler_än": 5, "antal": {"D": 1, "E": 5}},
        "per_skäl": {"flera_möjliga": "ja", "antal": {"F": 99, "G": 1}, "totalt": 8},
        "per_område": {"varav": ["I"], "antal": {"H": 2, "I": 5, "Vuxna": 3}, "utan_uppgift": 7},
        "andelar": [
            {
                "gäller": "g",
                "andel": "3 av 4 (7 %)",
                "föregående": "1 %",
                "förändring": "+9 procentenheter",
            }
        ],
        "per_bedömning": {"flera_möjliga": "ja", "antal": {"F": 1}, "totalt": 8},
    },
    "synpunkter": {"totalt": 3, "förändring": "ökat"},
    "avvikelser_i_vårdsamverkan": {
        "totalt": 0,
        "föregående": 4,
        "per_enhet": {"antal": {"K": 1}, "föregående": {"K": 8}},
    },
    "ej_verkställda_beslut": {
        "per_skäl": {"räknar": "barn", "antal": {"K": 5, "L": "<5"}, "totalt": 7},
        "per_insats": {"räknar": "barn", "visar_minst": 1, "antal": {"M": 9}},
        "per_lagrum": {"antal": {"N": 5, "O": "<5"}, "totalt": 7},
    },
    "lex_sarah": {
        "rapporter": {"kvar_från_förra_perioden": 1, "inkomna": 2, "avslutade": 3, "pågår": 9},
        "antal_ärenden": 9,
        "ärenden": [
            {"nr": "LS-1"},
            {"nr": "LS-1", "id": "i", "inkom": "2024-05-01", "beslut": "2024-04-01"},
            {"bedömning": "missförhållande", "åtgärder": {"se_ärende": "LS-2"}},
            {"nr": "LS-3", "inträffade": "2024-01-01", "utredning_klar": "2024-04-01"},
            {
                "åtgärder": {"se_ärende": "LS-1"},
                "ivo": {"anmäld": "ja"},
                "enhet": "G",
                "händelser": ["Skrev till a@b.se om kvinnan, 34-årig."],
            },
        ],
    },
    "egenkontroll": {
        "brukarundersökning": {
            "enkäter": [
                {
                    "namn": "e",
                    "svar": 3,
                    "utskickade": 7,
                    "svarsfrekvens": "9 %",
                    "fördelning": {"Ja": "50 %", "Nej": "20 %"},
                },
                {
                    "namn": "f",
                    "svar": 8,
                    "svar_på_frågan": 7,
                    "fördelning": {"Ja": "65 %", "Nej": "35 %"},
                },
            ]
        }
    },
    "verksamhetsområden": [
        {
            "namn": "Vuxna",
            "avvikelser": {"totalt": 77, "analys": "TODO"},
            "förra_årets_åtgärder": [{"åtgärd": "z", "nr": "P9", "effekt": "inte önskad"}],
        },
        {"namn": "Äldre", "avvikelser": {"totalt": 78, "analys": "TODO"}},
        {"namn": "Noll", "avvikelser": {"totalt": 0}},
    ],
    "planerade_åtgärder": ["Ring", {"åtgärd": "x", "klart": "2023-05", "ansvarig": "chef"}],
}
# Last year's report: every figure is another than the one that the report above tells of it.
# Some laws know the calendar year only.
CALENDAR = {
    **REPORT,
    "rapport": {
        **REPORT["rapport"],
        "slag": "Patientsäkerhetsberättelse",
        "period": {"från": "2024-01-01", "till": "2024-12-31"},
        "upprättad": "2025-03-14",
    },
}
PREVIOUS: dict[str, Any] = {
    "format": "kvalitetsrapport/1",
    "status": "fastställd",
    "rapport": {
        "kommun": "K",
        "nämnd": "N",
        "period": {"från": "2022-09-01", "till": "2023-08-31"},
    },
    "avvikelser": {
        "totalt": 50,
        "per_status": {"antal": {"A": 60, "B": 70}},
        "andelar": [{"gäller": "g", "andel": "80 %"}],
    },
    "synpunkter": {"totalt": 30},
    "lex_sarah": {
        "rapporter": {"pågår": 40},
        "ärenden": [{"nr": "LS-0", "bedömning": "utredning pågår"}],
    },
    "planerade_åtgärder": [{"åtgärd": "y", "nr": "P1"}],
    "verksamhetsområden": [
        {"namn": "Vuxna", "avvikelser": {"analys": "TODO"}},
        {"namn": "Äldre", "planerade_åtgärder": ["å"]},
    ],
}
BEFORE = read_document(json.dumps(PREVIOUS).encode(), "förra.yaml", traps=False)
ALL = ["**"]
PARAMETERS: dict[str, dict[str, Any]] = {
    "part_present": {"parts": ["bilagor"], "called": "bilagor"},
    "each_has": {"items": ALL, "any_of": ["saknas.x"]},
    "not_empty": {"items": ALL},
    "placeholder": {"items": ALL, "marks": ["todo"], "phrases": [], "longest": 9},
    "value_among": {"items": ALL, "field": "anmäld", "values": ["ja"]},
    "table_total": {
        "items": ["**.per_*"],
        "relations": ["complete", "truncated", "multiple", "at_most"],
    },
    "row_within_total": {"items": ["**.per_*"]},
    "multiple_rest": {"items": ["**.per_*"]},
    "row_limits": {"items": ["**.per_*"], "breaks": "outside"},
    "two_way": {"items": ["**.per_*"]},
    "subtotals": {"items": ["**.per_*"]},
    "tables_agree": {"items": ["**.avvikelser"], "time": "before"},
    "linked": {"items": [""]},
    "hidden": {"items": [""], "counts": "any", "known": "exactly"},
    "earlier_rows": {"items": ["**.per_*"]},
    "area_within_whole": {"items": ["verksamhetsområden[*].avvikelser"]},
    "share": {"items": ["**.andel", "**.enkäter[*]"], "finds": "wrong"},
    "distribution": {"items": ["**.fördelning"]},
    "distribution_counts": {"items": ["**.fördelning"], "finds": "impossible"},
    "stated_count": {
        "items": ["lex_sarah"],
        "stated": "antal_ärenden",
        "listed": "ärenden",
        "called": "ärenden",
    },
    "balance": {
        "items": ["**.rapporter"],
        "left": ["kvar_från_förra_perioden", "inkomna"],
        "right": ["avslutade", "pågår"],
    },
    "area_rows": {"items": ["**.per_område"]},
    "change_of_total": {"items": ["**.avvikelser"], "stated_as": "any"},
    "points_of_count": {"items": ["**.per_*"]},
    "change_of_share": {"items": ["**.andelar[*]"], "stated_as": "any"},
    "change_without_figures": {"items": ["**.synpunkter"], "missing": "one"},
    "date_order": {
        "items": ["**.ärenden[*]"],
        "fields": ["inkom", "beslut"],
        "names": ["inkom", "beslutades"],
    },
    "latest_year": {"items": ["**.per_*"]},
    "in_period": {"items": ["", "**.ärenden[*]"], "fields": ["rapport.upprättad"], "called": "x"},
    "unique": {"items": ["**.ärenden"], "field": "nr"},
    "reference": {"items": ["**.se_ärende"], "finds": "missing"},
    "number_reference": {"finds": "nothing"},
    "share_in_text": {"finds": "wrong"},
    "total_before": {"items": ["avvikelser"]},
    "rows_before": {"items": ["**.per_*"]},
    "share_before": {"items": ["**.andelar[*]"]},
    "pending_before": {"items": ["lex_sarah"]},
    "change_since_report": {"items": ["synpunkter"], "stated_as": "any"},
    "plans_followed_up": {"items": ["rapport"]},
    "within_months": {
        "items": ["**.ärenden[*]"],
        "start": "inträffade",
        "field": "utredning_klar",
        "months": 2,
    },
    "before_report": {"items": ["**.ärenden[*]"], "fields": ["beslut"], "names": ["beslutet"]},
    "whole_year": {"items": ["rapport.period"], "finds": "split_year", "any_of": ["benämning"]},
    "not_silent": {"items": ["**.lex_sarah"], "any_of": ["text"]},
    "kept_apart": {
        "items": ["**.lex_sarah"],
        "words": ["ls"],
        "denials": [],
        "lists": ["räknas_in"],
        "cases": "ärenden",
        "called_by": ["nr"],
    },
    "none_reported": {
        "part": "avvikelser_i_vårdsamverkan",
        "fields": ["totalt"],
        "unless_any": ["ärenden"],
    },
    "planned_before": {"items": ["**.förra_årets_åtgärder[*]"]},
    "cases_kept": {"items": ["rapport"]},
    "only_one": {"items": ["rapport"]},
    "part_answers": {"items": ["synpunkter"], "all_of": ["analys"]},
    "follow_up": {"items": ["rapport"], "plans": "known", "parts": ["genomförda_åtgärder"]},
    "taken_up": {"items": ["**.förra_årets_åtgärder[*]"], "effects": ["inte önskad"], "states": []},
    "same_text": {"items": [""], "texts": ["**.analys"], "shortest": 1},
    "same_as_before": {"items": ["**.analys"], "shortest": 1},
    "template_text": {"items": ALL, "model": "", "sentences": ["todo"]},
    "all_zero": {"items": [""], "parts": ["avvikelser"]},
    "deadline": {
        "items": ["rapport"],
        "kinds": ["patientsäkerhetsberättelse"],
        "field": "upprättad",
        "month": 3,
        "day": 1,
    },
    "moved_citation": {
        "finds": "early",
        "act": "SoL",
        "since": "2025-07-01",
        "moved": {"27 kap. 2 §": "14 kap. 3 §"},
    },
    "repealed_act": {"number": "2001:453", "since": "2012-01-01"},
    "numbering": {"series": {"2011:9": "SOSFS"}, "about": ["enligt"]},
    "no_such_chapter": {"chapters": {"SoL": 35}},
    "personal_detail": {"items": ["**"], "finds": "email"},
    "combination": {
        "items": ["**.ärenden[*]"],
        "texts": ["händelser"],
        "unit": "enhet",
        "day": "inträffade",
    },
}


def every_check(bench: Bench) -> Catalogue:
    rules = []
    for number, (name, check) in enumerate(sorted(CHECKS.items())):
        if name == BUILTIN or name not in PARAMETERS:
            continue
        words = " ".join(f"{word} {{{word}}}" for word in sorted(check.words))
        rule = bench.rule(
            id=f"TST{number:03}", name=name, check=name, parameters=PARAMETERS[name], message=words
        )
        rules.append(replace(rule, label=words, message_many=f"{words} {{antal}}"))
    return bench.catalogue(*rules)


def places(data: Any, route: Route = ()) -> Iterator[tuple[str, Route]]:
    if isinstance(data, dict):
        for key, child in data.items():
            if key != "format":
                yield "key", (*route, key)
                yield from places(child, (*route, key))
    elif isinstance(data, list):
        for index, child in enumerate(data):
            yield from places(child, (*route, index))
    else:
        yield "value", route


def planted(data: Any, what: str, route: Route, number: str) -> str:
    """The report as JSON, which is YAML, with a number written plainly at one place."""

    def built(here: Any, below: Route) -> Any:
        at_key = what == "key" and below[:-1] == route[:-1] and below == route
        if isinstance(here, dict):
            made = {}
            for key, child in here.items():
                name = TOKEN if what == "key" and (*below, key) == route else key
                made[name] = built(child, (*below, key))
            return made
        if isinstance(here, list):
            return [built(child, (*below, index)) for index, child in enumerate(here)]
        return TOKEN if below == route and not at_key else here

    whole = json.dumps(built(data, ()), ensure_ascii=False, indent=1)
    return whole.replace(f'"{TOKEN}"', number)


def beside(document: Document, previous: Document) -> tuple[Reading, Neighbours]:
    """A report with last year's, and with a twin."""
    reading, twin = read_report(document), read_report(document)
    if reading.report is None or twin.report is None:
        return reading, ALONE
    own = Member(reading.report, Origin.JUDGED)
    members = [own, Member(twin.report, Origin.BESIDE)]
    before = read_report(previous).report
    members += [Member(before, Origin.NAMED)] if before else []
    return reading, Corpus(members).neighbours(own)


def outputs(
    document: Document, catalogue: Catalogue, bench: Bench, previous: Document = BEFORE
) -> str:
    reading, neighbours = beside(document, previous)
    report, crashes = judge_among(reading, catalogue, neighbours)
    assert crashes == ()
    found = {one.rule for one in report.findings}  # the others' words are no part of this
    bound = tuple(one for one in catalogue.bound if one.rule.id in found)
    result = bench.result(report, catalogue=replace(catalogue, bound=bound))
    return plain(text(result, 200)) + machines(result)


def machines(result: Result) -> str:
    """All forms but the text, whose lines may part a number."""
    manner = Manner(Exit.OK)
    return "".join(form(name, result, manner) for name in FORMS if name != "text")


PLACES = list(places(REPORT))
PLACES_BEFORE = list(places(PREVIOUS))


def test_every_check_is_tried() -> None:
    assert set(PARAMETERS) == set(CHECKS) - {BUILTIN}


def in_turn(place: int) -> str:
    """One of the numbers for a place: which one must not matter, and all together take minutes."""
    return (*NUMBERS, YOUNG)[place % 3]


def test_the_report_gives_every_check_something_to_say(bench: Bench) -> None:
    silent = set(PARAMETERS)
    for data in (REPORT, CALENDAR):
        document = read_document(json.dumps(data).encode(), "namn.yaml", traps=False)
        reading, neighbours = beside(document, BEFORE)
        report, crashes = judge_among(reading, every_check(bench), neighbours)
        assert crashes == ()
        silent -= {finding.name for finding in report.findings}
    assert silent == set()


@pytest.mark.parametrize(
    ("what", "route"),
    PLACES,
    ids=[f"{what} {'.'.join(map(str, route))}" for what, route in PLACES],
)
def test_a_number_comes_out_from_nowhere(bench: Bench, what: str, route: Route) -> None:
    number = in_turn(PLACES.index((what, route)))
    written = planted(REPORT, what, route, number)
    assert number in written
    document = read_document(written.encode(), "namn.yaml", traps=False)
    out = outputs(document, every_check(bench), bench)
    for part in (number, number[1:], number[:-1]):
        assert part not in out


@pytest.mark.parametrize("name", CALENDAR["rapport"])
def test_a_number_in_the_head_of_a_calendar_year_comes_out_from_nowhere(
    bench: Bench, name: str
) -> None:
    written = planted(CALENDAR, "value", ("rapport", name), NUMBERS[0])
    document = read_document(written.encode(), "namn.yaml", traps=False)
    assert NUMBERS[0] not in outputs(document, every_check(bench), bench)


@pytest.mark.parametrize("number", [*NUMBERS, YOUNG])
@pytest.mark.parametrize(
    "prose",
    [
        "Av {{avvikelser.{number}}} gällde",
        "Av {{{number}}} gällde",
        "Av {{{number}.x}} gällde",
        "Av {{avvikelser.totalt.{number}}} gällde",
        "Det var {number} av 61 (9 %) och 6 av {number} (9 %) samt 6 av 61 ({number} %).",
        "Enligt 72 kap. {number} § SoL, SoL ({number}) 72 kap. och 72 kap. 1 § SoL ({number}).",
        "Enligt SOFS 2011:9 {number}, SOFS {number} 2011:9 och {number} SOFS 2011:9.",
    ],
)
def test_a_number_in_a_reference_or_a_share_in_text_is_masked(
    bench: Bench, prose: str, number: str
) -> None:
    written = json.dumps({**REPORT, "sammanfattning": {"text": prose.format(number=number)}})
    document = read_document(written.encode(), "namn.yaml", traps=False)
    out = outputs(document, every_check(bench), bench)
    for part in (number, number[1:], number[:-1]):
        assert part not in out


@pytest.mark.parametrize(
    ("what", "route"),
    PLACES_BEFORE,
    ids=[f"{what} {'.'.join(map(str, route))}" for what, route in PLACES_BEFORE],
)
def test_a_number_in_the_report_before_comes_out_from_nowhere(
    bench: Bench, what: str, route: Route
) -> None:
    number = in_turn(PLACES_BEFORE.index((what, route)))
    document = read_document(json.dumps(REPORT).encode(), "namn.yaml", traps=False)
    written = planted(PREVIOUS, what, route, number)
    previous = read_document(written.encode(), "förra.yaml", traps=False)
    out = outputs(document, every_check(bench), bench, previous)
    for part in (number, number[1:], number[:-1]):
        assert part not in out


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_in_a_file_name_is_masked(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / f"{number}.yaml"
    file.write_text("format: kvalitetsrapport/1\navvikelser:\n  analys:\n", encoding="utf-8")
    (found,) = collect([str(file)])
    assert not isinstance(found, Refused)
    document = found.document()
    assert document.name == "ÅÅMMDD-XXXX.yaml"
    assert number not in outputs(document, bench.catalogue(bench.rule()), bench)
    (refused,) = collect([f"{number}-borta.yaml"])
    assert isinstance(refused, Refused)
    result = bench.result(refused=(refused,))
    assert number not in plain(text(result)) + machines(result)


@pytest.mark.parametrize(
    "written",
    [
        "avvikelser: [{number}\n",
        "{number}\n",
        "- {number}\n",
        "{number}: 1\n{number}: 2\n",
        "a: !{number} x\n",
        "a: &{number} x\n",
        "format: {number}\n",
        "avvikelser:{number}\n",
        "%{number}\n---\na: 1\n",
    ],
)
def test_a_number_in_a_file_that_cannot_be_read_is_masked(bench: Bench, written: str) -> None:
    for number in NUMBERS:
        document = read_document(written.format(number=number).encode(), "namn.yaml")
        codes = {fault.code for fault in document.faults} - set(bench.catalogue().builtin)
        rules = [
            bench.rule(
                id=f"LAS{place:03}",
                name=code,
                check=BUILTIN,
                parameters={"code": code},
                message="{key} {tecken} {ord} {förslag} {rad} {nyckel} {värde}",
            )
            for place, code in enumerate(sorted(codes))
        ]
        assert number not in outputs(document, bench.catalogue(*rules), bench)
