"""References in running text: found and replaced, looked up, and judged at their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.outcome import Outcome
from checker.lookup import NoNumber, Number, look_up
from checker.lost import Nothing
from checker.prose import Reference, references, replaced, stray_braces
from checker.report import Item, UnsoundError

if TYPE_CHECKING:
    from checker.lookup import Found
    from checker.rule import Rule
    from tests.inner.conftest import Bench


# --- the text itself ---


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("Vi fick {synpunkter.totalt}.", ["synpunkter.totalt"]),
        ("{ synpunkter.totalt\t}", ["synpunkter.totalt"]),
        ("{a} och {b.c}", ["a", "b.c"]),
        ("{a.b.Post, inkommen (ny) - nr 2}", ["a.b.Post, inkommen (ny) - nr 2"]),
        ("{a.Beslut enl. SoL}", ["a.Beslut enl. SoL"]),
        ("{{a.b}}", []),
        ("{{{a.b}}}", ["a.b"]),
        ("{a.b}}", ["a.b"]),
        ("{se även a.b}", []),
        ("{a. b}", []),
        ("{a..b}", []),
        ("{.a}", []),
        ("{}", []),
        ("{a.\nb}", []),
        ("{a.b", []),
    ],
)
def test_a_reference_is_keys_with_dots_between_single_braces(text: str, paths: list[str]) -> None:
    assert [one.path for one in references(text)] == paths


def test_a_reference_knows_its_line() -> None:
    assert references("Först\n{a} och\n\n {b.c}") == (Reference("a", 1), Reference("b.c", 3))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{a.b} {{så}} {c d}", [0]),
        ("{a.b}}", [0]),
        ("{{a}", [0]),
        ("}\n{a.b}\n{ {", [0, 2]),
        ("{a.\nb}", [0, 1]),
    ],
)
def test_every_brace_is_doubled_a_references_or_stray(text: str, lines: list[int]) -> None:
    assert list(stray_braces(text)) == lines


def test_a_reader_gets_numbers_for_references_and_single_braces_for_doubled() -> None:
    text = "{{x}} {a.b} av { c } {d e}"
    assert replaced(text, lambda path: f"<{path}>") == "{x} <a.b> av <c> {d e}"


# --- what a path leads to ---

REPORT = """\
avvikelser:
  totalt: 1 234
  föregående: ..
  förändring: +2
  per_status:
    år: [2023, 2024]
    antal:
      A: [5, <5]
  per_kategori:
    avrundat_till: 10
    nollor_döljs: ja
    antal:
      Post, inkommen: <5
      Enl. SoL: 20
      Enl: 30
      Beslut enl. SoL, barn: 40
  andelar:
    - gäller: Klara
      andel: 5 av 10 (50 %)
  tabeller:
    - rubrik: En
      kommentar: Här.
  kommentar: Siffrorna är preliminära.
  analys: Här.
synpunkter:
  totalt:
  per_status:
    antal:
      A: 3
      B: 4
lex_sarah:
  per_lagrum:
    antal:
      SoL: <5
      LSS: 2
ej_verkställda_beslut:
  totalt: ca 20
  per_lagrum:
    antal:
      SoL: ..
verksamhetsområden:
  - namn: Vuxna
    avvikelser:
      per_status:
        antal:
          A: 8
          B: 9
    synpunkter:
      per_enhet:
        visar_minst: 10
        antal:
          Norr: 12
  - namn: Barn- och ungdomsvård
    riskanalys:
      text: Här.
    avvikelser_i_vårdsamverkan:
      totalt: 2
  - namn:
    ej_verkställda_beslut:
      föregående: 2
"""
TOP = ("avvikelser", "analys")
ADULTS = ("verksamhetsområden", 0, "synpunkter", "analys")
TABLE = ("avvikelser", "tabeller", 0, "kommentar")
CHILDREN = ("verksamhetsområden", 1, "riskanalys", "text")


def found(bench: Bench, path: str, place: tuple[str | int, ...] = TOP) -> Found:
    return look_up(Item(bench.report(REPORT), place), path)


@pytest.mark.parametrize(
    ("path", "place", "printed"),
    [
        ("avvikelser.totalt", TOP, "1234"),
        ("avvikelser.totalt", CHILDREN, "1234"),
        ("avvikelser.totalt", ADULTS, "17"),
        ("verksamhetsområden.Vuxna.avvikelser.totalt", CHILDREN, "17"),
        ("verksamhetsområden.Vuxna.avvikelser.per_status.antal.B", TOP, "9"),
        ("synpunkter.totalt", TOP, "7"),
        ("synpunkter.totalt", ADULTS, "7"),
        ("synpunkter.per_status.antal.A", TOP, "3"),
        ("verksamhetsomra\u030aden.Vuxna.avvikelser.totalt", TOP, "17"),
        # 20 in a table that rounds to tens, <5 in one that hides noughts too
        ("avvikelser.per_kategori.antal.Enl. SoL", TOP, "mellan 15 och 25"),
        ("avvikelser.per_kategori.antal.Post, inkommen", TOP, "mellan 0 och 4"),
        ("lex_sarah.per_lagrum.antal.SoL", TOP, "<5"),
        ("lex_sarah.antal_ärenden", TOP, "mellan 3 och 6"),
        ("ej_verkställda_beslut.totalt", TOP, "ca 20"),
    ],
)
def test_a_path_leads_to_a_number_in_the_area_or_else_in_the_report(
    bench: Bench, path: str, place: tuple[str | int, ...], printed: str
) -> None:
    assert found(bench, path, place) == Number(printed)


@pytest.mark.parametrize(
    ("path", "holds", "advice"),
    [
        ("avvikelser", "flera uppgifter", "Skriv hela vägen, till exempel {avvikelser.totalt}."),
        (
            "avvikelser.per_kategori",
            "flera uppgifter",
            "Skriv hela vägen, till exempel {avvikelser.per_kategori.antal.Post, inkommen}.",
        ),
        ("lex_sarah", "flera uppgifter", "Skriv hela vägen, till exempel {lex_sarah.totalt}."),
        ("lex_sarah.per_lagrum.antal", "flera uppgifter", "Skriv hela vägen fram till ett tal."),
        ("avvikelser.per_status.antal.A", "flera tal på en rad", "Skriv talet direkt i texten."),
        ("avvikelser.tabeller", "en lista", "Skriv hela vägen fram till ett tal."),
        (
            "avvikelser.föregående",
            "att uppgiften saknas (..)",
            "Skriv ut talet där, eller skriv i texten att uppgiften saknas.",
        ),
        (
            "avvikelser.kommentar",
            "en text",
            "Hänvisa till ett antal, eller skriv uppgiften direkt i texten.",
        ),
        (
            "avvikelser.förändring",
            "en förändring",
            "Hänvisa till ett antal, eller skriv uppgiften direkt i texten.",
        ),
    ],
)
def test_a_path_can_lead_to_what_is_no_number(
    bench: Bench, path: str, holds: str, advice: str
) -> None:
    assert found(bench, path) == NoNumber(holds, advice)


JOINT = "avvikelser_i_vårdsamverkan.totalt"
AREA = "i området, och inte heller direkt i rapporten"
WRITE_KEYS = "Skriv nycklarna på vägen dit, till exempel {avvikelser.totalt}."


@pytest.mark.parametrize(
    ("path", "place", "nothing"),
    [
        ("avikelser.totalt", TOP, Nothing("avikelser", "i rapporten", "Menade du avvikelser?")),
        ("avikelser.totalt", CHILDREN, Nothing("avikelser", AREA, "Menade du avvikelser?")),
        ("riskannalys.text", CHILDREN, Nothing("riskannalys", AREA, "Menade du riskanalys?")),
        ("bilaga", TOP, Nothing("bilaga", "i rapporten", WRITE_KEYS)),
        ("avvikelser.totlt", TOP, Nothing("totlt", "under avvikelser", "Menade du totalt?")),
        (
            "avvikelser.per_status.antal.C",
            TOP,
            Nothing("C", "under avvikelser › per_status › antal", "Där finns A."),
        ),
        (
            "avvikelser.per_kategori.antal.Enl SoL",
            TOP,
            Nothing("Enl SoL", "under avvikelser › per_kategori › antal", "Menade du Enl. SoL?"),
        ),
        (
            "avvikelser.veckor",
            TOP,
            Nothing(
                "veckor",
                "under avvikelser",
                "Där finns totalt, föregående, förändring, per_status och per_kategori med flera.",
            ),
        ),
        (
            "avvikelser.totalt.SoL",
            TOP,
            Nothing("SoL", "under avvikelser › totalt", "Där finns inget mer att hänvisa till."),
        ),
        (
            "avvikelser.per_kategori.antal.Beslut enl. SoL, bran",
            TOP,
            Nothing(
                "Beslut enl",
                "under avvikelser › per_kategori › antal",
                "Menade du Beslut enl. SoL, barn?",
            ),
        ),
        ("rubrik", TABLE, Nothing("rubrik", "i rapporten", WRITE_KEYS)),
        ("totalt", TABLE, Nothing("totalt", "i rapporten", "Menade du {avvikelser.totalt}?")),
        (JOINT, ADULTS, Nothing("avvikelser_i_vårdsamverkan", AREA, WRITE_KEYS)),
        (
            "ej_verkställda_beslut.föregående",
            TOP,
            Nothing(
                "föregående",
                "under ej_verkställda_beslut",
                "Där finns totalt och per_lagrum.",
            ),
        ),
        ("totalt", TOP, Nothing("totalt", "i rapporten", "Menade du {avvikelser.totalt}?")),
        (
            JOINT,
            TOP,
            Nothing(
                "avvikelser_i_vårdsamverkan",
                "i rapporten",
                f"Menade du {{verksamhetsområden.Barn- och ungdomsvård.{JOINT}}}?",
            ),
        ),
        (
            "verksamhetsområden.Vuxnas.avvikelser",
            TOP,
            Nothing("Vuxnas", "under verksamhetsområden", "Menade du Vuxna?"),
        ),
        (
            "verksamhetsområden.Vuxna.synpunkter.totalt",
            TOP,
            Nothing(
                "totalt",
                "under Vuxna › synpunkter",
                "Den går inte heller att räkna ut. Skriv ut den där, eller talet i texten.",
            ),
        ),
    ],
)
def test_a_path_that_breaks_off_tells_where_and_what_may_be_meant(
    bench: Bench, path: str, place: tuple[str | int, ...], nothing: Nothing
) -> None:
    assert found(bench, path, place) == nothing


def test_a_total_that_can_be_anything_is_not_computed(bench: Bench) -> None:
    text = "avvikelser:\n  analys: Här.\n  per_status:\n    antal:\n      A: ..\n      B: 2\n"
    advice = "Den går inte heller att räkna ut. Skriv ut den där, eller talet i texten."
    told = look_up(Item(bench.report(text), TOP), "avvikelser.totalt")
    assert told == Nothing("totalt", "under avvikelser", advice)


@pytest.mark.parametrize(
    ("area", "advice"),
    [
        ("namn: A\n    synpunkter:\n      totalt: tolv", WRITE_KEYS),
        ("namn:\n    synpunkter:\n      totalt: 2", WRITE_KEYS),
        (
            "namn: A\n    synpunkter:\n      totalt: 2",
            "Menade du {verksamhetsområden.A.synpunkter.totalt}?",
        ),
    ],
)
def test_only_an_area_that_can_be_read_and_named_is_suggested(
    bench: Bench, area: str, advice: str
) -> None:
    report = bench.report(f"avvikelser:\n  analys: Här.\nverksamhetsområden:\n  - {area}\n")
    told = look_up(Item(report, TOP), "synpunkter.totalt")
    assert told == Nothing("synpunkter", "i rapporten", advice)


def test_an_empty_number_is_nothing_to_refer_to(bench: Bench) -> None:
    item = Item(bench.report("avvikelser:\n  totalt:\n  analys: Här.\n"), TOP)
    advice = "Fyll i talet där, eller skriv det direkt i texten."
    assert look_up(item, "avvikelser.totalt") == NoNumber("ingenting", advice)


@pytest.mark.parametrize(
    ("text", "path", "broken"),
    [
        ("avvikelser:\n  totalt: tolv\n", "avvikelser.totalt", ("avvikelser", "totalt")),
        ("avikelser:\n  totalt: 12\n", "avvikelser.totalt", ("avvikelser",)),
        (
            "avvikelser:\n  per_status:\n    antal:\n      A: tolv\n",
            "avvikelser.totalt",
            ("avvikelser", "per_status", "antal", "A"),
        ),
    ],
)
def test_a_path_into_what_cannot_be_read_stops(
    bench: Bench, text: str, path: str, broken: tuple[str | int, ...]
) -> None:
    with pytest.raises(UnsoundError) as stopped:
        look_up(Item(bench.report(text), ("inledning", "text")), path)
    assert stopped.value.route == broken


# --- the checks, in a report ---


def rule(bench: Bench, check: str, finds: str, message: str) -> Rule:
    return bench.rule(check=check, parameters={"finds": finds}, message=message)


def shares(bench: Bench, finds: str = "wrong") -> Rule:
    return rule(bench, "share_in_text", finds, "{antal} av {av}: {rätt}{står}.")


def test_a_finding_stands_on_its_line_of_a_literal_text_only(bench: Bench) -> None:
    text = """\
    avvikelser:
      totalt: 61
      text: |
        Först.

        Det gällde {avvikelser.totlt}. Av dem
        gällde 6 av {avvikelser.totalt}
        (12 %).
      analys: >
        Det gällde {avvikelser.totlt}.

        Av dem gällde 6 av 61 (12 %).
    """
    missing = rule(bench, "number_reference", "nothing", "{hänvisning}: {fattas} {var}. {förslag}")
    told = [(one.span.line, one.message) for one in bench.judge(text, missing).findings]
    words = "{avvikelser.totlt}: totlt under avvikelser. Menade du totalt?"
    assert told == [(6, words), (9, words)]
    result = bench.judge(text, shares(bench))
    words = "6 av 61: 9,84 %, men här står 12 %."
    assert [(one.span.line, one.message) for one in result.findings] == [(7, words), (9, words)]
    assert result.arithmetic == {Outcome.DISAGREES: 2}


@pytest.mark.parametrize(
    "text",
    [
        "planerade_åtgärder:\n  - Vi ska nå fler än 6 personer; nu är det 6 av 61 (12 %).\n",
        "planerade_åtgärder:\n  - åtgärd: Nå fler än 6 av 61, 12 %.\n",
        "lex_sarah:\n  ärenden:\n    - nr: 1\n      händelser:\n        - 12 % (6 av 61) föll.\n",
        "egenkontroll:\n  brukarinflytande: Vi mötte 6 av 61 (12 %).\n",
        "inledning:\n  text: Vi mötte 6 av 61 (12 %).\n",
        "förra_årets_åtgärder:\n  - åtgärd: Ring\n    uppföljning: Vi ringde 6 av 61 (12 %).\n",
    ],
)
def test_every_running_text_is_read(bench: Bench, text: str) -> None:
    told = bench.judge(text, shares(bench)).findings
    expected = [] if "än 6 av" in text else ["6 av 61: 9,84 %, men här står 12 %."]
    assert [one.message for one in told] == expected


def test_a_share_in_its_own_field_is_not_told_again(bench: Bench) -> None:
    text = "synpunkter:\n  andelar:\n    - gäller: Klara\n      andel: 6 av 61 (12 %)\n"
    result = bench.judge(text, shares(bench))
    assert (result.findings, result.arithmetic, result.not_applicable) == ((), {}, ("TST001",))


def test_a_text_without_references_and_shares_gives_the_rules_nothing_to_do(bench: Bench) -> None:
    missing = rule(bench, "number_reference", "nothing", "{hänvisning}.")
    text = "inledning:\n  text: Hej {{du}}, 9 % av 61 är inte mycket.\n"
    assert bench.judge(text, missing).not_applicable == ("TST001",)
    assert bench.judge(text, shares(bench)).not_applicable == ("TST001",)


def test_what_cannot_be_read_leaves_the_rest_of_the_text_judged(bench: Bench) -> None:
    text = """\
    avvikelser:
      totalt: tolv
      text: |
        Det gällde 5 av {avvikelser.totalt} (12 %) och {avvikelser.totlt}.
        Sedan 6 av 61 (12 %).
    """
    missing = rule(bench, "number_reference", "nothing", "{hänvisning}: {fattas}.")
    for one, line in ((missing, 4), (shares(bench), 5)):
        result = bench.judge(text, one)
        assert [found.span.line for found in result.findings if found.rule == one.id] == [line]
        assert [(skipped.span.line, skipped.reason) for skipped in result.not_run] == [
            (2, "uppgiften går inte att läsa: se påpekandet på rad 2")
        ]


def test_a_share_of_a_number_that_leads_nowhere_is_not_judged(bench: Bench) -> None:
    text = """\
    avvikelser:
      totalt: ..
      text: Det gällde 6 av {avvikelser.totalt} (12 %) och 6 av {avvikelser.antal} (12 %).
    """
    result = bench.judge(text, shares(bench))
    assert (result.findings, result.arithmetic) == ((), {})
