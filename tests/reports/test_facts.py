"""The published reports hold what was printed: counts and sums that anyone can find in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checker.document.reader import read_document
from checker.report import Item, Report
from checker.schema.shape import read_shape

FOLDER = Path(__file__).resolve().parents[2] / "reports_yaml"


def report(name: str) -> Report:
    document = read_document((FOLDER / f"{name}.yaml").read_bytes(), name)
    shape = read_shape(document)
    assert (document.faults, shape.misfits) == ((), ())
    return Report(document, shape.values, shape.broken)


NORDOST, EKERO = report("goteborg-nordost-2024"), report("ekero-2020")


def summed(table: Item) -> int:
    rows = table.get("antal")
    assert isinstance(rows, dict)
    return sum(value for value in rows.values() if isinstance(value, int))


def area(name: str) -> Item:
    return next(one for one in NORDOST.areas if one.text("namn") == name)


def test_nordost_has_the_printed_lex_sarah_cases() -> None:
    cases = {one.text("namn"): len(one.at("lex_sarah.ärenden").items) for one in NORDOST.areas}
    assert cases == {"Barn- och ungdomsvård": 13, "Ekonomiskt bistånd": 17, "Vuxna": 13}
    found = NORDOST.select("**.lex_sarah.ärenden[*]")
    assert Counter(case.text("bedömning") for case in found) == {
        "missförhållande": 27,
        "risk för missförhållande": 14,
        "allvarligt missförhållande": 2,
    }


@pytest.mark.parametrize(
    ("name", "total", "shown", "causes", "closed"),
    [
        ("Barn- och ungdomsvård", "544", 537, 408, 284),
        ("Ekonomiskt bistånd", "719", 703, 898, 634),
        ("Vuxna", "175", 148, 236, 151),
    ],
)
def test_nordost_has_the_printed_deviations(
    name: str, total: str, shown: int, causes: int, closed: int
) -> None:
    part = area(name).at("avvikelser")
    assert part.text("totalt") == total
    assert summed(part.at("per_kategori")) == shown
    assert summed(part.at("per_orsak")) == causes
    assert part.text("per_status.antal.Avslutad") == str(closed)
    assert summed(part.at("per_status")) == int(total)


def test_nordost_has_the_printed_reviews_each_with_date_and_number() -> None:
    reviews = list(NORDOST.select("**.externa_granskningar.poster[*]"))
    assert len(reviews) == 12
    assert all(one.text("datum") and one.text("diarienummer") for one in reviews)
    assert Counter(one.text("utfall") for one in reviews) == {
        "ingen kritik": 9,
        "kritik": 2,
        "": 1,
    }


def test_ekero_has_the_printed_tables() -> None:
    table = EKERO.root.at("synpunkter.per_kategori")
    assert table.get("år") == [2017, 2018, 2019, 2020]
    assert table.get("totalt") == [766, 559, 547, 386]
    assert summed(EKERO.root.at("avvikelser.per_kategori")) == 321
    assert EKERO.root.get("ej_verkställda_beslut.per_lagrum.antal") == {"SoL": 56, "LSS": 28}


def test_ekero_has_the_printed_surveys() -> None:
    surveys = {one.text("svar"): one for one in EKERO.select("**.enkäter[*]") if one.text("svar")}
    assert {svar: one.text("svarsfrekvens") for svar, one in surveys.items()} == {
        "72": "42,6 %",
        "250": "70,4 %",
        "36": "32 %",
    }
    assert surveys["36"].text("utskickade") == "113"
    assert [one.text("svar") for one in surveys["36"].at("tidigare").items] == ["84"]


@pytest.mark.parametrize(
    ("number", "date"),
    [
        ("N163-1047/23", "2024-01-02"),
        ("N163-0450/24", "2024-07-17"),
        ("N163-1347/23", "2023-11-10"),
        ("N163-1523/23", "2023-12-21"),
        ("N163-0753/24", "2024-05-31"),
        ("N163-0819/24", "2024-06-17"),
        ("N163-1042/24", "2024-08-08"),
        ("N163-0424/24", "2024-04-04"),
        ("N163-1351/23", "2023-11-20"),
        ("N163-1365/23", "2023-11-17"),
        ("N163-0904", "2024-07-03"),
        ("N163-0557/22", "2024-01-16"),
    ],
)
def test_nordost_has_each_review_of_its_day(number: str, date: str) -> None:
    found = [
        one.text("datum")
        for one in NORDOST.select("**.externa_granskningar.poster[*]")
        if one.text("diarienummer") == number
    ]
    assert found == [date]


@pytest.mark.parametrize(
    ("name", "shares"),
    [
        (
            "Barn- och ungdomsvård",
            ["6 av 61 (9 %)", "39 av 61 (63 %)", "4 av 10 (40 %)", "215 av totalt (39,5 %)"],
        ),
        (
            "Ekonomiskt bistånd",
            ["50 %", "53 av 54", "85 av totalt (12 %)", "593 av totalt (82,5 %)"],
        ),
        ("Vuxna", ["2 av 5", "1 av 4", "149 av totalt (85 %)", "12 av totalt (knappt 7 %)"]),
    ],
)
def test_nordost_has_the_printed_shares(name: str, shares: list[str]) -> None:
    printed = {one.report.document.text(one.route) for one in area(name).select("**.andel")}
    assert set(shares) <= printed


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_both_parsers_read_a_report_alike(file: Path) -> None:
    content = file.read_bytes()
    c, pure = (read_document(content, file.name, parser=name) for name in ("c", "pure"))
    assert c.data == pure.data
    assert dict(c.keys) == dict(pure.keys)
    assert dict(c.values) == dict(pure.values)
    assert dict(c.texts) == dict(pure.texts)
