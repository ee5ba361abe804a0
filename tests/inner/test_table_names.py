"""Names in a table: doubled columns, and rows that are named but not there."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from checker.schema.shape import Shape
    from tests.inner.conftest import Bench

TABLE = "avvikelser.per_status"


def shape(bench: Bench, text: str) -> Shape:
    return bench.shape("avvikelser:\n  per_status:\n" + indent(text, "    "))


def told(found: Shape) -> list[tuple[str, str, dict[str, str]]]:
    return [
        (one.code, ".".join(map(str, one.problem.route)), dict(one.problem.values))
        for one in found.misfits
    ]


def broken(found: Shape) -> list[str]:
    return sorted(".".join(map(str, route)) for route in found.broken)


@pytest.mark.parametrize(
    ("key", "names", "place", "name"),
    [
        ("år", "[2023, 2024, 2023]", 2, "2023"),
        ("år", "[2023, 2023, 2024]", 1, "2023"),
        ("kolumner", "[SoL, LSS, sol]", 2, "sol"),
        ("kolumner", "[SoL, ' SoL ', LSS]", 1, " SoL "),
    ],
)
def test_the_second_of_two_columns_alike_is_told(
    bench: Bench, key: str, names: str, place: int, name: str
) -> None:
    found = shape(bench, f"{key}: {names}\nantal:\n  A: [1, 2, 3]\n")
    assert told(found) == [
        ("column-twice", f"{TABLE}.{key}.{place}", {"kolumn": name, "nyckel": key})
    ]
    assert broken(found) == [f"{TABLE}.{key}"]
    ((first, words),) = found.misfits[0].problem.related
    assert (first[-1], words) == (0, "står redan här")


@pytest.mark.parametrize(
    "line", ["år: [2023, 2024]", "år: [null, null]", "kolumner: ['', '']", "kolumner: [A, B]"]
)
def test_columns_that_differ_or_are_not_filled_in_yet_are_let_be(bench: Bench, line: str) -> None:
    assert shape(bench, f"{line}\nantal:\n  A: [1, 2]\n").misfits == ()


NO_ROW = "någon sådan rad finns inte"


@pytest.mark.parametrize(
    ("text", "place", "values"),
    [
        ("varav: [Berom]", "varav.0", ("varav", "Berom", NO_ROW, "Menade du ”Beröm”?")),
        ("varav: [beröm, X]", "varav.1", ("varav", "X", NO_ROW, "Rätta namnet eller ta bort det.")),
        (
            "radsumma: {Beröm: 1, Berömm: 2}",
            "radsumma.Berömm",
            ("radsumma", "Berömm", NO_ROW, "Menade du ”Beröm”?"),
        ),
        (
            "delsummor: {Kritk: [Beröm]}",
            "delsummor.Kritk",
            ("delsummor", "Kritk", NO_ROW, "Menade du ”Kritik”?"),
        ),
        (
            "delsummor: {Kritik: [Beröm, Brm]}",
            "delsummor.Kritik.1",
            ("delsummor", "Brm", NO_ROW, "Menade du ”Beröm”?"),
        ),
        (
            "delsummor: {Kritik: [kritik, Beröm]}",
            "delsummor.Kritik",
            (
                "delsummor",
                "Kritik",
                "raden kan inte ingå i sin egen summa",
                "Ta bort den ur listan.",
            ),
        ),
    ],
)
def test_a_name_that_is_no_row_is_told_with_the_row_that_was_meant(
    bench: Bench, text: str, place: str, values: tuple[str, ...]
) -> None:
    found = shape(bench, f"{text}\nantal:\n  Kritik: 3\n  Beröm: 3\n")
    words = dict(zip(("nyckel", "namn", "fel", "förslag"), values, strict=True))
    assert told(found) == [("unknown-row", f"{TABLE}.{place}", words)]
    assert broken(found) == [f"{TABLE}.{place}"]


def test_where_there_are_columns_a_name_may_be_one_of_them(bench: Bench) -> None:
    rows = "kolumner: [K, M]\nantal:\n  A: [1, 2]\n"
    assert shape(bench, f"{rows}varav: [k, a]\n").misfits == ()
    (only,) = shape(bench, f"{rows}varav: [Kvinnor]\n").misfits
    assert only.problem.values["fel"] == "någon sådan rad eller kolumn finns inte"
    (other,) = shape(bench, f"{rows}delsummor: {{A: [K]}}\n").misfits
    assert other.problem.values["namn"] == "K"


def test_sub_totals_that_hold_each_other_are_all_told(bench: Bench) -> None:
    found = shape(
        bench,
        "delsummor: {A: [B, D], B: [C], C: [A], E: [A]}\nantal: {A: 1, B: 1, C: 1, D: 0, E: 1}\n",
    )
    assert [one.problem.values["namn"] for one in found.misfits] == ["A", "B", "C"]


@pytest.mark.parametrize(
    "text",
    [
        "varav: [X]\nantal:\n",
        "varav: [X]\n",
        "varav:\nantal: {A: 1}\n",
        "varav: [null]\nantal: {A: 1}\n",
        "delsummor:\nantal: {A: 1}\n",
        "delsummor: {A: }\nantal: {A: 1}\n",
        "delsummor: {A: [B, B]}\nantal: {A: 1, B: 1}\n",
    ],
)
def test_a_template_that_is_not_filled_in_yet_is_let_be(bench: Bench, text: str) -> None:
    assert shape(bench, text).misfits == ()


def test_a_name_is_shown_safely(bench: Bench) -> None:
    number = "64" + "0823-" + "32" + "34"
    (only,) = shape(bench, f"varav: [{number}]\nantal: {{A: 1}}\n").misfits
    assert only.problem.values["namn"] == "ÅÅMMDD-XXXX"
