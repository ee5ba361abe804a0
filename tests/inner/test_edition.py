"""What is kept of a report for the next one."""

from __future__ import annotations

import pickle
from fractions import Fraction
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.interval import Interval, exact
from checker.extract import edition_of, identity_of
from checker.resources import folder

if TYPE_CHECKING:
    from checker.edition import Edition
    from tests.inner.conftest import Bench

HEAD = """\
rapport:
  kommun: Ekerö
  nämnd: Socialnämnden
  period:
    från: 2024-01-01
    till: 2024-12-31
"""


def edition(bench: Bench, text: str) -> Edition:
    report = bench.report(HEAD + dedent(text))
    identity = identity_of(report)
    assert identity is not None
    return edition_of(report, identity)


def test_totals_are_kept_by_area_and_part(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        avvikelser:
          totalt: 443
        synpunkter:
          per_kategori:
            antal:
              Bemötande: 3
              Beröm: <5
        verksamhetsområden:
          - namn: Vuxna
            avvikelser:
              totalt: ca 120
        """,
    )
    area = ("verksamhetsområden", "Vuxna", "avvikelser")
    assert {key: (one.interval, one.place.span.line) for key, one in found.totals.items()} == {
        ("avvikelser",): (exact(443), 8),
        ("synpunkter",): (Interval(4, 7), 11),
        area: (Interval(115, 125), 17),
    }


def test_rows_of_the_reports_own_year_are_kept(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        synpunkter:
          per_kategori:
            år: [2023, 2024]
            antal:
              Bemötande: [343, 237]
              Beröm: [204, ..]
              Övrigt: [1, null]
            totalt: [547, 386]
        """,
    )
    (table,) = found.tables.values()
    assert list(found.tables) == [("synpunkter", "per_kategori")]
    assert (table.unit, table.total and table.total.interval) == ("synpunkter", exact(386))
    assert {name: one.interval for name, one in table.rows.items()} == {
        "Bemötande": exact(237),
        "Beröm": Interval(0, None),
    }


@pytest.mark.parametrize(
    "table",
    [
        "per_kategori:\n    kolumner: [SoL, LSS]\n    antal:\n      A: [1, 2]\n",
        "per_kategori:\n    avser: läget vid årets slut\n    antal:\n      A: 1\n",
        "per_kategori:\n    period:\n      från: 2024-06-01\n    antal:\n      A: 1\n",
        "period:\n    från: 2024-06-01\n  per_kategori:\n    antal:\n      A: 1\n",
        "per_kategori:\n    antal:\n      A: många\n",
        "tabeller:\n    - antal:\n        A: 1\n",
        "tabeller:\n" + 2 * "    - rubrik: T\n      antal:\n        A: 1\n",
    ],
    ids=["two-way", "stock", "own period", "part's period", "unreadable", "nameless", "same name"],
)
def test_a_table_that_no_other_year_can_be_compared_with_is_left_out(
    bench: Bench, table: str
) -> None:
    assert edition(bench, "avvikelser:\n  " + table).tables == {}


def test_a_table_says_what_it_counts(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        avvikelser:
          per_effekt:
            räknar: Åtgärder
            antal:
              A: 1
          tabeller:
            - rubrik: Per dag
              antal:
                B: 2
        """,
    )
    assert {key: one.unit for key, one in found.tables.items()} == {
        ("avvikelser", "per_effekt"): "åtgärder",
        ("avvikelser", "tabeller", "Per dag"): "avvikelser",
    }


def test_a_share_is_kept_as_printed_and_as_counted(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        avvikelser:
          totalt: 200
          andelar:
            - gäller: Printed
              andel: 36 %
            - gäller: Counted
              andel: 50 av totalt
            - gäller: Both
              andel: 39 av 61 (63 %)
            - gäller: Unknown
              andel: ..
            - gäller: Of nothing
              andel: 0 av 0
            - gäller: Another time
              andel: 3 %
              period:
                från: 2024-06-01
        """,
    )
    shares = {key[-1]: one for key, one in found.shares.items()}
    half, quarter = Fraction(1, 2), Fraction(25)
    assert {name: one.percents for name, one in shares.items()} == {
        "Printed": ((36 - half, 36 + half),),
        "Counted": ((quarter, quarter),),
        "Both": ((63 - half, 63 + half), (Fraction(3900, 61), Fraction(3900, 61))),
        "Unknown": (),
        "Of nothing": (),
    }
    assert (shares["Both"].text, shares["Both"].place.span.line) == ("39 av 61 (63 %)", 15)


def test_planned_measures_are_kept_by_number_wherever_they_stand(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        planerade_åtgärder:
          - Utan nummer
          - åtgärd: Med nummer
            nr: 2024-1
          -
        riskanalys:
          utvecklingsområden:
            - åtgärd: Också
              nr: 7
        verksamhetsområden:
          - namn: Vuxna
            planerade_åtgärder:
              - åtgärd: I ett område
                nr: V1
        lex_sarah:
          ärenden:
            - nr: 1
              åtgärder:
                planerade:
                  - åtgärd: I ett ärende
                    nr: X
        """,
    )
    assert {(one.number, one.area, one.place.span.line) for one in found.plans} == {
        ("2024-1", "", 10),
        ("7", "", 15),
        ("V1", "Vuxna", 20),
    }
    assert [one.area for one in found.unnumbered_plans] == [""]


def test_the_words_and_ids_of_plans_are_kept_in_the_order_of_the_text(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        avvikelser:
          utvecklingsområden:
            - Först
        planerade_åtgärder:
          - |
            Sedan,   på
            två rader
          - åtgärd: Sist
            id: S1
          - åtgärd: [Går, inte, att, läsa]
            nr: 4
          -
        """,
    )
    assert [(one.text, one.id, one.number) for one in found.measures] == [
        ("Först", "", ""),
        ("Sedan, på två rader", "", ""),
        ("Sist", "S1", ""),
        ("", "", "4"),
    ]


def test_open_cases_and_pending_reports_are_kept(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        lex_sarah:
          rapporter:
            pågår: 2
          ärenden:
            - nr: 1
              bedömning: utredning pågår
            - nr: 2
              bedömning: missförhållande
            - id: LS-3
              bedömning: utredning pågår
            - bedömning: utredning pågår
        """,
    )
    assert [one.number for one in found.open_cases] == ["1", "LS-3"]
    assert found.open_without_number == 1
    assert {key: one.interval for key, one in found.pending.items()} == {("lex_sarah",): exact(2)}


def test_broken_parts_are_left_out_and_the_rest_is_kept(bench: Bench) -> None:
    found = edition(
        bench,
        """\
        avvikelser:
          totalt: många
        synpunkter:
          totalt: 3
        planerade_åtgärder:
          - åtgärd: A
            nr: [1, 2]
          - åtgärd: B
            nr: 2
        """,
    )
    assert list(found.totals) == [("synpunkter",)]
    assert [one.number for one in found.plans] == ["2"]


def test_two_areas_of_one_name_are_both_left_out(bench: Bench) -> None:
    area = "  - namn: Vuxna\n    synpunkter:\n      totalt: 3\n"
    assert edition(bench, "verksamhetsområden:\n" + area + area).totals == {}


def test_an_edition_is_small_and_holds_no_document(bench: Bench) -> None:
    text = (folder("rules").parent / "reports_yaml/goteborg-nordost-2024.yaml").read_text("utf-8")
    report = bench.report(text)
    identity = identity_of(report)
    assert identity is not None
    whole = pickle.dumps(edition_of(report, identity))
    assert len(whole) < 36_000  # its figures by name, and where each stands
    assert b"checker.report" not in whole
    assert b"checker.document.model Document" not in whole


def test_a_list_of_many_shares_is_read_in_one_go(bench: Bench) -> None:
    text = "avvikelser:\n  andelar:\n" + "".join(
        f"    - gäller: Andel {number}\n      andel: 3 %\n" for number in range(3000)
    )
    assert len(edition(bench, text).shares) == 3000
