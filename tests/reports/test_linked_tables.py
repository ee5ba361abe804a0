"""Figures that hang together, told through whole reports: contradictions, and what gives away."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.engine import judge

if TYPE_CHECKING:
    from checker.result import ReportResult

CATALOGUE = default_catalogue()
LINKED = ("TAB019", "SEK001", "SEK002", "SEK003")
HEAD = "format: kvalitetsrapport/1\n"


def judged(text: str, *rules: str) -> ReportResult:
    document = read_document((dedent(text) + HEAD).encode(), "rapport.yaml")
    catalogue = CATALOGUE.only(rules) if rules else CATALOGUE
    result, crashes = judge(document, catalogue)
    assert crashes == ()
    return result


def told(text: str, *rules: str) -> list[tuple[int, str, str]]:
    """Line, rule and message of what the rules about linked figures find."""
    found = judged(text, *(rules or LINKED)).findings
    return [(one.span.line, one.rule, one.message) for one in found]


def errors(text: str) -> list[tuple[int, str]]:
    """Line and rule of all that all rules find wrong about figures."""
    found = judged(text).findings
    return [(one.span.line, one.rule) for one in found if one.rule[:3] in {"TAB", "AND", "JMF"}]


def test_rows_over_a_limit_and_a_status_table_contradict_each_other() -> None:
    text = """\
        avvikelser:
          per_kategori:
            visar_minst: 10
            antal:
              Dokumentation: 102
              Samverkan: 45
          per_status:
            antal:
              Avslutad: 84
              Pågående: 60
    """
    assert told(text) == [
        (
            10,
            "TAB019",
            (
                "Talen går inte ihop när raderna i per_kategori och raderna i per_status läses "
                "tillsammans, fast de kan stämma var för sig. Den minsta ändring som räcker är "
                "till exempel raden ”Pågående”, från 60 till 63."
            ),
        )
    ]
    assert told(text.replace("Pågående: 60", "Pågående: 63")) == []


@pytest.mark.parametrize(("women", "wrong"), [(48, False), (49, True)])
def test_a_total_that_only_one_table_gives_binds_the_others(women: int, *, wrong: bool) -> None:
    """The first table allows 46 to 48, for each of its hidden rows is 1 or 2."""
    text = f"""\
        synpunkter:
          per_kategori:
            antal:
              Bemötande: 44
              Information: <3
              Tillgänglighet: <3
          per_kön:
            visar_delar: ja
            antal:
              Kvinnor: {women}
    """
    assert bool(told(text, "TAB019")) is wrong


def test_two_tables_that_disagree_are_told_once_by_the_rule_about_totals() -> None:
    text = """\
        avvikelser:
          per_kategori:
            antal:
              Dokumentation: 30
              Samverkan: 12
          per_status:
            antal:
              Avslutad: 30
              Pågående: 13
    """
    assert errors(text) == [(7, "TAB010")]


def test_a_wrong_share_of_a_computed_total_is_told_once_by_the_rule_about_shares() -> None:
    text = """\
        synpunkter:
          per_kategori:
            antal:
              Bemötande: 30
              Information: 17
          andelar:
            - gäller: Besvarade i tid
              andel: 29 av totalt (70 %)
    """
    assert errors(text) == [(8, "AND001")]


def test_what_is_told_already_does_not_hide_another_contradiction() -> None:
    text = """\
        avvikelser:
          totalt: 50
          per_status:
            antal:
              Avslutad: 30
              Pågående: 12
        synpunkter:
          per_kategori:
            visar_minst: 5
            antal:
              Bemötande: 31
              Information: 17
          per_utförare:
            antal:
              Egen regi: 30
              Privata utförare: 12
    """
    assert errors(text) == [(2, "TAB002"), (16, "TAB019")]


def test_tables_of_another_unit_time_or_moment_are_never_tied_together() -> None:
    text = """\
        avvikelser:
          per_status:
            antal:
              Avslutad: 30
              Pågående: 12
          per_effekt:
            räknar: åtgärder
            visar_minst: 1
            antal:
              Förbättring: 54
          per_kategori:
            period:
              från: 2023-01-01
              till: 2024-12-31
            visar_minst: 1
            antal:
              Dokumentation: 99
          per_kvartal:
            avser: vid kvartalets slut
            visar_minst: 1
            antal:
              Kvartal 1: 88
    """
    assert told(text) == []


def test_areas_of_the_same_name_as_a_row_share_its_figure() -> None:
    text = """\
        avvikelser:
          totalt: 30
          per_område:
            antal:
              Barn: 21
              Vuxna: <10
        verksamhetsområden:
          - namn: Vuxna
            avvikelser:
              per_kategori:
                visar_minst: 4
                antal:
                  Dokumentation: 8
                  Samverkan: 4
    """
    assert [(line, rule) for line, rule, _ in told(text, "TAB019")] == [(13, "TAB019")]
    assert told(text.replace("Dokumentation: 8", "Dokumentation: 5"), "TAB019") == []


def test_example_3_the_only_hidden_row_is_given_away_by_the_total() -> None:
    text = """\
        avvikelser:
          totalt: 47
          per_kategori:
            antal:
              A: 21
              B: 14
              C: 9
              D: <5
    """
    assert told(text) == [
        (
            8,
            "SEK002",
            (
                "Den dolda siffran i raden ”D” går att räkna ut av raderna och totalen i "
                "per_kategori. Dölj en siffra till, slå ihop rader, eller skriv ut talet om det "
                "inte behöver döljas."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("total", "rule"),
    [
        *((14, "SEK002"), (15, "SEK003"), (16, None), (17, None), (18, None)),
        *((19, "SEK003"), (20, "SEK002")),
    ],
)
def test_example_4_two_hidden_rows_protect_each_other_as_long_as_three_values_are_left(
    total: int, rule: str | None
) -> None:
    text = f"""\
        avvikelser:
          totalt: {total}
          per_kategori:
            antal:
              A: 12
              B: <5
              C: <5
    """
    assert [(line, found) for line, found, _ in told(text)] == ([(6, rule)] if rule else [])


def test_example_5_both_margins_pin_all_four_hidden_cells() -> None:
    text = """\
        avvikelser:
          per_kategori:
            kolumner: [SoL, LSS]
            antal:
              A: [<5, <5]
              B: [<5, <5]
            radsumma:
              A: 5
              B: 5
            kolumnsumma: [8, 2]
    """
    assert told(text) == [
        (
            5,
            "SEK002",
            (
                "4 dolda siffror går att räkna ut. Den första, i raden ”A” för SoL, går att räkna "
                "ut av kolumnen SoL i per_kategori. Dölj fler siffror, slå ihop rader, eller "
                "skriv ut talen om de inte behöver döljas."
            ),
        )
    ]
    assert told(text.replace("[8, 2]", "[5, 5]")) == []


def test_a_figure_that_contradicts_is_no_figure_that_is_given_away() -> None:
    text = """\
        avvikelser:
          totalt: 60
          per_kategori:
            antal:
              A: 21
              B: <5
    """
    assert told(text) == []
    assert errors(text) == [(2, "TAB001")]


def test_a_survey_gives_its_hidden_number_of_answers_away_by_the_rate() -> None:
    """Of any number asked, 38 % is 3 of 8 and nothing else below 5; 50 % is 1, 2, 3 or 4."""
    text = """\
        egenkontroll:
          brukarundersökning:
            enkäter:
              - namn: Boendestöd
                utskickade: 8
                svar: <5
                svarsfrekvens: 38 %
    """
    assert [(line, rule) for line, rule, _ in told(text)] == [(6, "SEK001")]
    assert told(text.replace("utskickade: 8", "utskickade: ..").replace("38 %", "50 %")) == []


def test_four_reports_of_lex_sarah_give_the_fifth_away() -> None:
    text = """\
        lex_sarah:
          rapporter:
            kvar_från_förra_perioden: 2
            inkomna: 9
            avslutade: 8
            pågår: <5
    """
    assert [(line, rule) for line, rule, _ in told(text)] == [(6, "SEK002")]
    assert told(text.replace("avslutade: 8", "avslutade:")) == []
