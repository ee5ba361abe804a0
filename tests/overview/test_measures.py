"""Last year's plan, this year's follow-up and this year's plan on one line each."""

from __future__ import annotations

from textwrap import dedent

import pytest

from checker.overview.measures import measures
from checker.overview.page import MISSING, State
from tests.overview.small_reports import LINES_BEFORE, cells, head, judged, lines

UNTESTED = "kunde inte kontrolleras"
NOT_FOUND = "hittades inte"
BEFORE = """\
planerade_åtgärder:
  - åtgärd: Införa larm
    nr: 1
  - Utbilda alla
  - åtgärd: Se över rutiner
    id: rutiner
avvikelser:
  totalt: 3
  utvecklingsområden:
    - Registrera mer
"""


def rows(now: str, before: str | None = BEFORE) -> list[list[str]]:
    """The rows of this year's report without the column that names it."""
    texts = [head(2024) + dedent(now)] + ([head(2023) + dedent(before)] if before else [])
    (table,) = measures(judged(*texts))
    told = [cells(table, row) for row in table.rows]
    ours = [row for row in told if row.pop("report", "a.yaml") == "a.yaml"]
    return [list(row.values()) for row in ours]


def test_each_measure_stands_once_joined_by_number_id_or_words() -> None:
    now = """\
        förra_årets_åtgärder:
          - åtgärd: Larmet
            nr: 1
            läge: genomförd
            effekt: önskad
            ansvarig: Chefen
          - åtgärd: "utbilda  ALLA "
            läge: pågår
            effekt: inte önskad
          - åtgärd: Rutinerna
            id: Rutiner
          - åtgärd: Ingen minns
            läge: utgår
        planerade_åtgärder:
          - åtgärd: Utbilda alla
            ansvarig: Enhetschef
            klart: våren 2025
          - åtgärd: Något nytt
            nr: 1
        """
    missing = [MISSING] * 2
    assert rows(now) == [
        [
            *("gemensamt", "1", "Införa larm", "Larmet", "genomförd", "önskad"),
            *(NOT_FOUND, "Chefen", MISSING),
        ],
        [
            *("gemensamt", MISSING, "Utbilda alla", "utbilda ALLA", "pågår", "inte önskad"),
            *("Utbilda alla", "Enhetschef", "våren 2025"),
        ],
        ["gemensamt", MISSING, "Se över rutiner", "Rutinerna", *missing, NOT_FOUND, *missing],
        ["gemensamt", MISSING, "Registrera mer", *[NOT_FOUND] * 4, *missing],
        ["gemensamt", MISSING, NOT_FOUND, "Ingen minns", "utgår", MISSING, NOT_FOUND, *missing],
        ["gemensamt", "1", *[NOT_FOUND] * 4, "Något nytt", *missing],
    ]


def test_without_the_report_before_that_is_said_once_and_the_cells_are_missing() -> None:
    now = "förra_årets_åtgärder:\n  - åtgärd: A\nplanerade_åtgärder:\n  - a\n  - B\n"
    missing = [MISSING] * 2
    assert rows(now, before=None) == [
        ["gemensamt", MISSING, MISSING, "A", *missing, "a", *missing],
        ["gemensamt", MISSING, MISSING, *[NOT_FOUND] * 3, "B", *missing],
    ]
    (table,) = measures(judged(head() + now))
    (note,) = [one for one in table.notes if "finns inte här" in one]
    assert note == (
        "Förra rapporten finns inte här: ingen rapport från samma kommun och nämnd, av samma "
        "slag, för 2023-01-01–2023-12-31 finns här."
    )


def test_the_report_before_is_named() -> None:
    (table,) = measures(judged(head(2024), head(2023)))
    assert "a.yaml: förra rapporten är b.yaml (2023-01-01–2023-12-31)." in table.notes
    assert any(one.startswith("b.yaml: förra rapporten finns inte här: ") for one in table.notes)


def test_each_cell_says_where_it_is_from() -> None:
    now = "förra_årets_åtgärder:\n  - åtgärd: Utbilda alla\n    läge: pågår\n"
    (table,) = measures(judged(head(2024) + now, head(2023) + BEFORE))
    row = next(one for one in table.rows if cells(table, one)["status"] == "pågår")
    before, followed, status = (LINES_BEFORE + line for line in (4, 2, 3))
    at = [[], [], [followed, before], [before], [followed], [status], *[[]] * 4]
    assert lines(row) == at
    assert row.cells[3].places[0].file == "b.yaml"
    assert row.cells[3].places[0].route[:2] == ("planerade_åtgärder", 1)


def test_numbers_of_two_areas_are_not_mixed_up() -> None:
    area = "  - namn: {}\n    {}:\n      - åtgärd: {}\n        nr: 1\n"
    before = "verksamhetsområden:\n" + "".join(
        area.format(name, "planerade_åtgärder", f"Plan {name}") for name in ("A", "B")
    )
    now = "verksamhetsområden:\n" + "".join(
        area.format(name, "förra_årets_åtgärder", f"Uppföljd {name}") for name in ("B", "A")
    )
    assert [row[:4] for row in rows(now, before)] == [
        ["B", "1", "Plan B", "Uppföljd B"],
        ["A", "1", "Plan A", "Uppföljd A"],
    ]


def test_what_was_common_may_be_followed_up_in_an_area() -> None:
    now = """\
        verksamhetsområden:
          - namn: Vuxna
            förra_årets_åtgärder:
              - åtgärd: Larm
                nr: 1
          - namn: Barn
            förra_årets_åtgärder:
              - åtgärd: Ett larm till
                nr: 1
        """
    told = [row[:4] for row in rows(now, "planerade_åtgärder:\n  - åtgärd: Larm\n    nr: 1\n")]
    assert told == [
        ["Vuxna", "1", "Larm", "Larm"],
        ["Barn", "1", NOT_FOUND, "Ett larm till"],
    ]


def test_a_measure_of_the_same_area_goes_first() -> None:
    area = "verksamhetsområden:\n  - namn: Vuxna\n    {}:\n      - åtgärd: {}\n        nr: 1\n"
    common = "{}:\n  - åtgärd: {}\n    nr: 1\n"
    before = common.format("planerade_åtgärder", "Allas")
    before += area.format("planerade_åtgärder", "De vuxnas")
    now = common.format("förra_årets_åtgärder", "Allas larm")
    now = area.format("förra_årets_åtgärder", "De vuxnas larm") + now
    assert [row[:4] for row in rows(now, before)] == [
        ["gemensamt", "1", "Allas", "Allas larm"],
        ["Vuxna", "1", "De vuxnas", "De vuxnas larm"],
    ]


def test_an_area_that_is_gone_comes_last() -> None:
    area = "  - namn: {}\n    {}:\n      - åtgärd: {}\n"
    areas = [area.format(name, "planerade_åtgärder", f"Plan {name}") for name in ("B", "A")]
    before = "verksamhetsområden:\n" + "".join(areas) + BEFORE
    now = "verksamhetsområden:\n" + area.format("A", "förra_årets_åtgärder", "plan a")
    now += area.format("C", "planerade_åtgärder", "Plan C")
    told = [row[0] for row in rows(now, before)]
    assert told == [*["gemensamt"] * 4, "A", "C", "B"]


def test_plans_with_the_same_words_have_a_line_each() -> None:
    now = "planerade_åtgärder:\n  - utbilda alla\n  - Utbilda alla\n"
    told = [(row[2], row[6]) for row in rows(now) if row[6] != NOT_FOUND]
    assert told == [("Utbilda alla", "utbilda alla"), (NOT_FOUND, "Utbilda alla")]


def test_a_measure_with_the_same_words_twice_is_joined_twice() -> None:
    before = "planerade_åtgärder:\n  - Utbilda\n  - Utbilda\n"
    now = "förra_årets_åtgärder:\n  - åtgärd: Utbilda\n    läge: pågår\n  - åtgärd: Utbilda\n"
    assert [row[2:5] for row in rows(now, before)] == [
        ["Utbilda", "Utbilda", "pågår"],
        ["Utbilda", "Utbilda", MISSING],
    ]


def test_a_plan_that_bears_another_number_this_year_tells_both() -> None:
    before = "planerade_åtgärder:\n  - åtgärd: Larm\n    nr: 4\n"
    now = "planerade_åtgärder:\n  - åtgärd: Larm\n    nr: 1\n"
    assert [row[1:3] for row in rows(now, before)] == [["4 (nu 1)", "Larm"]]


def test_a_part_that_is_not_applicable_is_told_with_its_reason() -> None:
    now = "förra_årets_åtgärder:\n  ej_aktuellt: Nämnden är ny.\n"
    (table,) = measures(judged(head(2024) + now, head(2023) + BEFORE))
    followed = {row.cells[4] for row in table.rows if row.cells[0].text == "a.yaml"}
    assert {(cell.text, cell.state) for cell in followed} == {
        ("ej aktuellt: Nämnden är ny.", State.NOT_APPLICABLE)
    }
    assert "a.yaml: förra_årets_åtgärder: ej aktuellt: Nämnden är ny." in table.notes


def test_the_reason_of_an_area_is_told_of_its_own_measures_alone() -> None:
    areas = "verksamhetsområden:\n  - namn: Vuxna\n    {}  - namn: Barn\n    {}"
    plan = "planerade_åtgärder:\n      - {}\n"
    before = areas.format(plan.format("A"), plan.format("B"))
    now = areas.format("förra_årets_åtgärder:\n      ej_aktuellt: Ny chef.\n", "samverkan:\n")
    assert [row[3] for row in rows(now, before)] == ["ej aktuellt: Ny chef.", NOT_FOUND]


def test_a_common_reason_is_told_of_every_area_and_of_its_own_part_alone() -> None:
    plan = "verksamhetsområden:\n  - namn: Vuxna\n    planerade_åtgärder:\n      - A\n"
    rest = "verksamhetsområden:\n  - namn: Vuxna\n"
    waived = "{}:\n  ej_aktuellt: Därför.\n"
    (row,) = rows(rest + waived.format("förra_årets_åtgärder"), plan)
    assert (row[3], row[6]) == ("ej aktuellt: Därför.", NOT_FOUND)
    (row,) = rows(rest + waived.format("planerade_åtgärder"), plan)
    assert (row[3], row[6]) == (NOT_FOUND, "ej aktuellt: Därför.")


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("förra_årets_åtgärder: Alla är klara\n", 1),
        ("förra_årets_åtgärder:\n  - Utbilda alla\n", 2),
        ("verksamhetsområden:\n  - Vuxna\n", 2),
    ],
)
def test_where_follow_ups_cannot_be_read_nothing_is_said_to_be_lost(now: str, line: int) -> None:
    (table,) = measures(judged(head(2024) + now, head(2023) + BEFORE))
    found = [row for row in table.rows if row.cells[3].places]
    told = [row.cells[4] for row in found if row.cells[0].text == "a.yaml"]
    assert len(told) == 4
    assert {(cell.text, cell.state) for cell in told} == {(UNTESTED, State.NOT_TESTED)}
    assert {place.line for cell in told for place in cell.places} == {LINES_BEFORE + line}
    assert any(one.endswith(f": {UNTESTED}.") for one in table.notes)


def test_an_unreadable_plan_has_a_row_of_its_own() -> None:
    now = "planerade_åtgärder:\n  - - Två\n    - nivåer\n  - åtgärd: A\n    klart: [1]\n  -\n"
    assert rows(now, before=None) == [
        ["gemensamt", MISSING, MISSING, *[NOT_FOUND] * 3, UNTESTED, *[UNTESTED] * 2],
        ["gemensamt", MISSING, MISSING, *[NOT_FOUND] * 3, "A", MISSING, UNTESTED],
    ]


def test_a_file_that_is_no_report_stands_in_the_table() -> None:
    (table,) = measures(judged("a: b\n"))
    (row,) = table.rows
    assert {(cell.text, cell.state) for cell in row.cells} == {(UNTESTED, State.NOT_TESTED)}


def test_numbers_of_persons_are_masked_and_nothing_leaves_the_table_empty() -> None:
    person = "64" + "0823" + "-" + "32" + "34"
    text = f"planerade_åtgärder:\n  - åtgärd: Ring {person}\n    nr: {person}\n    id: {person}\n"
    (table,) = measures(judged(head(2024) + text, head(2023) + text))
    words = " ".join(cell.text for row in table.rows for cell in row.cells)
    assert person not in words
    assert "Ring ÅÅMMDD-XXXX" in words
    (table,) = measures(judged(head(2024)))
    assert table.rows == ()
    assert table.notes[-1] == ("Inga planerade eller uppföljda åtgärder står i det som har lästs.")
