"""Every cell, share, change and date of a report is read once, from its source text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.cells import Kind
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.dates import parse_days

if TYPE_CHECKING:
    from checker.document.model import Route
    from tests.inner.conftest import Bench

TEXT = """\
rapport:
  period:
    från: 2024-01-01
    till: 2024-12-31
  upprättad: 12 mars 2025
  kommun: Ekerö
  omfattar:
    inte: hälso- och sjukvård
egenkontroll:
  brukarinflytande: Möten
avvikelser:
  totalt: 1 234
  föregående: minst 1000
  förändring: +2
  per_status:
    år: [2023, 2024]
    antal:
      A: [5, <5]
      B:
    totalt: [7, ..]
    föregående:
      A: 3
  per_kategori:
    nollor_döljs: ja
    streck_betyder: uppgift saknas
    antal:
      C: <5
      D: "-"
      E:
        - 3
  per_orsak:
    avrundat_till: 10
    streck_betyder: noll
    antal:
      F: 20
      G: "–"
  andelar:
    - gäller: Klara
      andel: 5 av 10 (50 %)
      föregående: 40 %
  analys: |
    Vi hade {avvikelser.totalt}.
planerade_åtgärder:
  - Ring
  - åtgärd: Skriv
    klart: 2025-05
    ansvarig: chef
"""


def name(route: Route) -> str:
    return ".".join(map(str, route))


def test_cells_are_read_by_what_their_table_says(bench: Bench) -> None:
    shape = bench.shape(TEXT)
    read = {
        name(route): (cell.interval, cell.kind, cell.text)
        for route, cell in shape.values.cells.items()
    }
    rows = "avvikelser.per_status"
    assert read == {
        "avvikelser.totalt": (exact(1234), Kind.EXACT, "1 234"),
        "avvikelser.föregående": (Interval(1000, None), Kind.AT_LEAST, "minst 1000"),
        f"{rows}.antal.A.0": (exact(5), Kind.EXACT, "5"),
        f"{rows}.antal.A.1": (Interval(1, 4), Kind.SUPPRESSED, "<5"),
        f"{rows}.totalt.0": (exact(7), Kind.EXACT, "7"),
        f"{rows}.totalt.1": (UNKNOWN, Kind.MISSING, ".."),
        f"{rows}.föregående.A": (exact(3), Kind.EXACT, "3"),
        "avvikelser.per_kategori.antal.C": (Interval(0, 4), Kind.SUPPRESSED, "<5"),
        "avvikelser.per_kategori.antal.D": (UNKNOWN, Kind.MISSING, "-"),
        "avvikelser.per_kategori.antal.E.0": (exact(3), Kind.EXACT, "3"),
        "avvikelser.per_orsak.antal.F": (Interval(15, 25), Kind.ROUNDED, "20"),
        "avvikelser.per_orsak.antal.G": (exact(0), Kind.EXACT, "–"),
    }


def test_what_one_table_says_does_not_hold_in_another(bench: Bench) -> None:
    shape = bench.shape(
        'avvikelser:\n  per_status:\n    streck_betyder: noll\n    antal: {A: "-"}\n'
        '  per_orsak:\n    antal: {A: "-"}\n'
    )
    assert [misfit.problem.route for misfit in shape.misfits] == [
        ("avvikelser", "per_orsak", "antal", "A")
    ]


@pytest.mark.parametrize(
    ("word", "low"), [("nollor_döljs: nej", 1), ("nollor_döljs:", 1), ("nollor_döljs: ja", 0)]
)
def test_a_hidden_figure_can_be_nought_only_where_the_table_says_so(
    bench: Bench, word: str, low: int
) -> None:
    shape = bench.shape(f"avvikelser:\n  per_status:\n    {word}\n    antal: {{A: <5}}\n")
    (cell,) = shape.values.cells.values()
    assert cell.interval == Interval(low, 4)


@pytest.mark.parametrize("word", ["avrundat_till:", "avrundat_till: 0"])
def test_a_table_that_rounds_to_nothing_is_read_as_printed(bench: Bench, word: str) -> None:
    shape = bench.shape(f"avvikelser:\n  per_status:\n    {word}\n    antal: {{A: 20}}\n")
    (cell,) = shape.values.cells.values()
    assert cell.interval == exact(20)


def test_shares_are_read(bench: Bench) -> None:
    shares = bench.shape(TEXT).values.shares
    assert {name(route): share.text for route, share in shares.items()} == {
        "avvikelser.andelar.0.andel": "5 av 10 (50 %)",
        "avvikelser.andelar.0.föregående": "40 %",
    }


def test_changes_are_read(bench: Bench) -> None:
    changes = bench.shape(TEXT).values.changes
    assert {name(route): change.text for route, change in changes.items()} == {
        "avvikelser.förändring": "+2"
    }


def test_dates_are_read(bench: Bench) -> None:
    dates = bench.shape(TEXT).values.dates
    assert {name(route): days for route, days in dates.items()} == {
        "rapport.period.från": parse_days("2024-01-01"),
        "rapport.period.till": parse_days("2024-12-31"),
        "rapport.upprättad": parse_days("2025-03-12"),
        "planerade_åtgärder.1.klart": parse_days("2025-05"),
    }


def test_a_date_that_is_a_number_is_read_as_written(bench: Bench) -> None:
    dates = bench.shape("rapport:\n  upprättad: 2024\n").values.dates
    assert dates == {("rapport", "upprättad"): parse_days("2024")}


def test_what_stands_empty_is_not_read(bench: Bench) -> None:
    shape = bench.shape("avvikelser:\n  totalt:\n  förändring: null\nrapport:\n  upprättad: ~\n")
    values = shape.values
    assert (values.cells, values.changes, values.dates) == ({}, {}, {})
    assert shape.misfits == ()


def test_what_does_not_fit_is_not_read(bench: Bench) -> None:
    shape = bench.shape("avvikelser:\n  totalt: true\n  föregående: 3\n")
    assert list(shape.values.cells) == [("avvikelser", "föregående")]
