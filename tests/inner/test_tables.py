"""Stated numbers, the tables that they stand in, and how a table hangs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.relations import AtMost, Complete, Multiple, Truncated
from checker.figures import figure_at, figures_at, in_words
from checker.report import UnsoundError
from checker.tables import Table, part_of, read_table, tables_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.declared import Relation
    from checker.figures import Figure
    from tests.inner.conftest import Bench


def table(bench: Bench, *lines: str, name: str = "per_status", part: str = "avvikelser") -> Table:
    text = f"{part}:\n  {name}:\n" + "".join(f"    {line}\n" for line in lines)
    found = read_table(bench.item(text, part, name))
    assert found is not None
    return found


def numbers(figures: Sequence[Figure | None]) -> list[str | None]:
    return [figure.cell.text if figure else None for figure in figures]


# --- figures ---

FIGURES = """\
avvikelser:
  totalt: 3
  per_status:
    år: [2022, 2023, 2024]
    antal:
      A: [1, <5, 3]
      B: [1, .., ]
      C:
    totalt: 7
"""
ROWS = ("avvikelser", "per_status", "antal")


def test_a_single_number_has_its_place(bench: Bench) -> None:
    figure = figure_at(bench.item(FIGURES, "avvikelser", "totalt"))
    assert figure is not None
    assert (figure.interval, figure.route) == (exact(3), ("avvikelser", "totalt"))


def test_there_is_no_figure_where_nothing_is_stated(bench: Bench) -> None:
    for route in (("avvikelser", "föregående"), (*ROWS, "C"), (*ROWS,), ("x", "y", "z")):
        assert figure_at(bench.item(FIGURES, *route)) is None


def test_a_row_has_a_figure_for_each_column(bench: Bench) -> None:
    item = bench.item(FIGURES, *ROWS, "A")
    figures = figures_at(item, 3)
    assert numbers(figures) == ["1", "<5", "3"]
    assert [figure.route for figure in figures if figure] == [(*ROWS, "A", n) for n in range(3)]
    assert numbers(figures_at(item, 2)) == ["1", "<5"]
    assert numbers(figures_at(item, 4)) == ["1", "<5", "3", None]


def test_an_empty_cell_is_no_figure(bench: Bench) -> None:
    assert numbers(figures_at(bench.item(FIGURES, *ROWS, "B"), 3)) == ["1", "..", None]
    assert figures_at(bench.item(FIGURES, *ROWS, "C"), 3) == (None, None, None)
    assert figures_at(bench.item(FIGURES, "synpunkter", "totalt"), 2) == (None, None)


def test_a_single_number_is_that_of_the_first_column(bench: Bench) -> None:
    item = bench.item(FIGURES, "avvikelser", "totalt")
    assert numbers(figures_at(item, 3)) == ["3", None, None]


def test_a_figure_that_could_not_be_read_stops(bench: Bench) -> None:
    item = bench.item("avvikelser:\n  totalt: många\n", "avvikelser", "totalt")
    with pytest.raises(UnsoundError):
        figure_at(item)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (exact(12), "12"),
        (exact(12345), "12\u00a0345"),
        (Interval(45, 48), "mellan 45 och 48"),
        (Interval(0, 12345), "mellan 0 och 12\u00a0345"),
        (Interval(10, None), "minst 10"),
        (UNKNOWN, "minst 0"),
    ],
)
def test_an_interval_is_said_in_words(interval: Interval, words: str) -> None:
    assert in_words(interval) == words


# --- rows and columns ---


def test_a_plain_table_has_one_column_without_a_name(bench: Bench) -> None:
    found = table(bench, "antal:", "  A: 1", "  B:", "  C: <5", "totalt: 7")
    assert found.columns == ("",)
    assert not found.is_two_way
    assert found.current == 0
    assert [(row.name, row.route, numbers(row.figures), row.is_subset) for row in found.rows] == [
        ("A", (*ROWS, "A"), ["1"], False),
        ("B", (*ROWS, "B"), [None], False),
        ("C", (*ROWS, "C"), ["<5"], False),
    ]
    assert numbers(found.totals) == ["7"]


def test_years_are_columns_and_the_latest_is_the_reports_own(bench: Bench) -> None:
    found = table(bench, "år: [2022, 2023]", "antal:", "  A: [1, 2]", "totalt: [1, 2]")
    assert found.columns == ("2022", "2023")
    assert found.years == (2022, 2023)
    assert not found.is_two_way
    assert found.current == 1
    assert numbers(found.column(1)) == ["2"]
    assert numbers(found.totals) == ["1", "2"]


@pytest.mark.parametrize(
    ("years", "current", "earlier"),
    [
        ("[2022, 2023, 2024]", 2, 1),
        ("[2024, 2023, 2022]", 0, 1),
        ("[2023, 2024, 2022]", 1, 0),
        ("[2020, 2024]", 1, None),
        ("[2024, 2020, 2022]", 0, None),
        ("[2024]", 0, None),
        ("[null, 2024]", 1, None),
        ("[2024, null]", 0, None),
        ("[null, null]", 1, None),
    ],
)
def test_the_year_before_is_exactly_that_wherever_it_is_written(
    bench: Bench, years: str, current: int, earlier: int | None
) -> None:
    row = f"  A: [{', '.join('1' * (years.count(',') + 1))}]"
    found = table(bench, f"år: {years}", "antal:", row)
    assert (found.current, found.earlier) == (current, earlier)


def test_without_years_there_is_no_year_before(bench: Bench) -> None:
    assert table(bench, "antal:", "  A: 1").earlier is None
    assert table(bench, "kolumner: [2023, 2024]", "antal:", "  A: [1, 2]").earlier is None


YEAR_2024 = "rapport: {period: {från: 2024-01-01, till: 2024-12-31}}\n"
SPLIT_YEAR = "rapport: {period: {från: 2023-09-01, till: 2024-08-31}}\n"
TWO_YEARS = "rapport: {period: {från: 2023-01-01, till: 2024-12-31}}\n"


@pytest.mark.parametrize(
    ("head", "lines", "same"),
    [
        (YEAR_2024, "år: [2023, 2024]", True),
        (YEAR_2024, "år: [2022, 2023]", False),
        (YEAR_2024, "år: [2024, 2025]", False),
        (YEAR_2024, "år: [null, null]", True),
        (SPLIT_YEAR, "år: [2022, 2023]", True),
        (SPLIT_YEAR, "år: [2023, 2024]", True),
        (SPLIT_YEAR, "år: [2021, 2022]", False),
        (TWO_YEARS, "år: [2023, 2024]", False),
        ("", "år: [2019, 2020]", True),
        ("rapport: {period: {från: 2024-01-01}}\n", "år: [2019, 2020]", True),
        (YEAR_2024, "kolumner: [2019, 2020]", True),
        (SPLIT_YEAR, "period: {från: 2020-01-01, till: 2020-12-31}\n    år: [2019, 2020]", True),
        (YEAR_2024, "period: {från: 2020-01-01, till: 2020-12-31}\n    år: [2023, 2024]", False),
    ],
)
def test_the_latest_year_is_the_periods_own_or_the_table_is_not(
    bench: Bench,
    head: str,
    lines: str,
    same: bool,  # noqa: FBT001
) -> None:
    text = f"{head}avvikelser:\n  per_status:\n    {lines}\n    antal: {{A: [1, 2]}}\n"
    found = read_table(bench.item(text, "avvikelser", "per_status"))
    assert found is not None
    assert found.is_of_the_period is same
    assert found.counts_as_the_part is (same and "\n" not in lines)


def test_a_part_may_have_a_period_of_its_own_and_its_tables_have_it_too(bench: Bench) -> None:
    part = "  period: {från: 2023-01-01, till: 2023-12-31}\n  per_status:\n    "
    text = f"{YEAR_2024}avvikelser:\n{part}år: [2022, 2023]\n    antal: {{A: [1, 2]}}\n"
    found = read_table(bench.item(text, "avvikelser", "per_status"))
    assert found is not None
    assert found.counts_as_the_part


def test_named_columns_make_a_two_way_table_with_one_total(bench: Bench) -> None:
    found = table(
        bench, "kolumner: [Kvinnor, Män, 3]", "antal:", "  A: [1, 2, 3]", "totalt: 6", "varav: [3]"
    )
    assert found.columns == ("Kvinnor", "Män", "3")
    assert found.is_two_way
    assert numbers(found.totals) == ["6"]
    assert found.subset_columns() == {2}


def test_years_go_before_names(bench: Bench) -> None:
    found = table(bench, "år: [2024]", "kolumner: [K]", "antal:", "  A: [1]")
    assert (found.columns, found.is_two_way) == (("2024",), False)


@pytest.mark.parametrize(
    "line",
    [
        "år:",
        "år: []",
        "kolumner: []",
    ],
)
def test_columns_that_are_not_told_are_one(bench: Bench, line: str) -> None:
    found = table(bench, line, "antal:", "  A: 1")
    assert (found.columns, found.is_two_way) == (("",), False)


def test_a_varav_row_is_a_subset_and_in_no_column(bench: Bench) -> None:
    found = table(bench, "varav: [B, 2020]", "antal:", "  A: 5", "  B: 2", "  2020: 1")
    assert [row.is_subset for row in found.rows] == [False, True, True]
    assert numbers(found.column(0)) == ["5"]
    assert found.subset_columns() == set()


def test_names_are_compared_without_case_and_as_they_are_written(bench: Bench) -> None:
    found = table(bench, "varav: [b, 08]", "antal:", "  A: 5", "  B: 2", "  08: 1")
    assert [row.is_subset for row in found.rows] == [False, True, True]


def test_a_sub_total_is_known_with_its_rows_and_is_in_no_column(bench: Bench) -> None:
    found = table(
        bench,
        *("delsummor:", "  AB: [a, B]", "  ABC: [AB, C]"),
        *("antal:", "  ABC: 6", "  AB: 3", "  A: 1", "  B: 2", "  C: 3"),
    )
    assert [(one.row.name, [member.name for member in one.members]) for one in found.subtotals] == [
        ("ABC", ["AB", "C"]),
        ("AB", ["A", "B"]),
    ]
    assert [row.is_subtotal for row in found.rows] == [True, True, False, False, False]
    assert numbers(found.column(0)) == ["1", "2", "3"]
    assert not any(row.is_subset for row in found.rows)


def test_a_sub_total_whose_rows_are_not_told_is_not_added_either(bench: Bench) -> None:
    found = table(bench, "delsummor:", "  S:", "antal:", "  A: 1", "  S: 1")
    assert [(one.row.name, one.members) for one in found.subtotals] == [("S", ())]
    assert numbers(found.column(0)) == ["1"]


def test_a_table_without_sub_totals_has_none(bench: Bench) -> None:
    assert table(bench, "antal:", "  A: 1").subtotals == ()
    assert table(bench, "delsummor:", "antal:", "  A: 1").subtotals == ()


@pytest.mark.parametrize(
    "text",
    [
        "avvikelser:\n  per_status:\n",
        "avvikelser:\n  per_status:\n    antal:\n",
        "avvikelser:\n  per_status:\n    antal: {}\n",
        "avvikelser:\n  per_status:\n    ej_aktuellt: inga\n",
        "avvikelser:\n  per_status: {}\n",
        "avvikelser:\n",
    ],
)
def test_there_is_no_table_without_rows(bench: Bench, text: str) -> None:
    assert read_table(bench.item(text, "avvikelser", "per_status")) is None


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("  B: många", ("antal", "B")),
        ("  Totalt: 1", ("antal", "Totalt")),
        ("vader: x", ("vader",)),
    ],
)
def test_a_table_with_something_that_cannot_be_read_stops(
    bench: Bench, line: str, broken: tuple[str, ...]
) -> None:
    text = f"avvikelser:\n  per_status:\n    antal:\n      A: 1\n    {line}\n"
    with pytest.raises(UnsoundError) as caught:
        read_table(bench.item(text, "avvikelser", "per_status"))
    assert caught.value.route == ("avvikelser", "per_status", *broken)


@pytest.mark.parametrize("line", ["komentar: x", "rubirk: x", "bilga: 1", "idd: x", "txt: x"])
def test_a_slip_in_a_remark_does_not_stop_a_table(bench: Bench, line: str) -> None:
    assert numbers(table(bench, line, "antal:", "  A: 1").column(0)) == ["1"]


def test_what_is_broken_beside_a_table_does_not_stop_it(bench: Bench) -> None:
    text = "avvikelser:\n  totalt: x\n  per_status:\n    antal: {A: 1}\n  per_orsak: 5\n"
    found = read_table(bench.item(text, "avvikelser", "per_status"))
    assert found is not None
    assert numbers(found.column(0)) == ["1"]


def test_a_table_that_is_broken_itself_stops(bench: Bench) -> None:
    with pytest.raises(UnsoundError) as caught:
        read_table(bench.item("avvikelser:\n  per_status: 5\n", "avvikelser", "per_status"))
    assert caught.value.route == ("avvikelser", "per_status")


# --- relations ---


@pytest.mark.parametrize(
    ("lines", "relation", "kind"),
    [
        ((), Complete(), "complete"),
        (("utan_uppgift: 3",), Complete(), "complete"),
        (("flera_möjliga: nej", "visar_delar: nej"), Complete(), "complete"),
        (("utelämnade_kategorier: 0",), Complete(), "complete"),
        (("utelämnade_kategorier: 3",), Truncated(left_out=3), "truncated"),
        (("visar_delar: ja",), AtMost(), "at_most"),
        (("visar_delar: ja", "visar_minst: 10"), AtMost(), "at_most"),
        (("flera_möjliga: ja",), Multiple(), "multiple"),
        (("flera_möjliga: ja", "utan_uppgift: 3"), Multiple(exact(3)), "multiple"),
        (("flera_möjliga: ja", "utan_uppgift: .."), Multiple(UNKNOWN), "multiple"),
        (("flera_möjliga: ja", "utan_uppgift: 3", "visar_minst: 2"), Multiple(), "multiple"),
        (("flera_möjliga: ja", "visar_delar: ja"), Multiple(), "multiple"),
        (("visar_minst: 10",), Truncated(at_least=10), "truncated"),
        (("visar_minst: 0",), Truncated(at_least=0), "truncated"),
        (("visar_fler_än: 10",), Truncated(over=10), "truncated"),
        (("visar_största: 5",), Truncated(largest=True), "truncated"),
        (
            ("visar_minst: 10", "visar_fler_än: 3", "utelämnade_kategorier: 4"),
            Truncated(at_least=10, over=3, left_out=4),
            "truncated",
        ),
    ],
)
def test_a_table_says_how_its_rows_make_its_total(
    bench: Bench, lines: tuple[str, ...], relation: Relation, kind: str
) -> None:
    found = table(bench, *lines, "antal:", "  A: 1")
    assert (found.relation, found.kind) == (relation, kind)


def test_what_is_in_no_row_is_kept(bench: Bench) -> None:
    found = table(bench, "utan_uppgift: 3", "antal:", "  A: 1")
    assert found.without is not None
    assert found.without.interval == exact(3)
    assert found.without.route == ("avvikelser", "per_status", "utan_uppgift")
    assert table(bench, "antal:", "  A: 1").without is None


def test_which_rows_are_shown_is_kept_though_a_case_can_be_in_several(bench: Bench) -> None:
    found = table(bench, "flera_möjliga: ja", "visar_minst: 10", "antal:", "  A: 11")
    assert found.limit == Truncated(at_least=10)
    assert table(bench, "antal:", "  A: 1").limit is None


def test_what_has_no_row_is_told_for_the_last_column_alone(bench: Bench) -> None:
    found = table(
        bench, "flera_möjliga: ja", "utan_uppgift: 3", "år: [2023, 2024]", "antal:", "  A: [1, 2]"
    )
    assert found.relation_of(0) == Multiple()
    assert found.relation_of(1) == Multiple(exact(3))
    whole = table(bench, "utan_uppgift: 3", "år: [2024, 2023]", "antal:", "  A: [1, 2]")
    assert (whole.relation_of(0), whole.relation_of(1)) == (Complete(), AtMost())
    cut = table(bench, "visar_minst: 3", "år: [2023, 2024]", "antal:", "  A: [4, 4]")
    # A row is shown for what it is in the period, whatever it was the year before.
    assert (cut.relation_of(0), cut.relation_of(1)) == (AtMost(), Truncated(at_least=3))


# --- what a table counts ---


@pytest.mark.parametrize(
    ("part", "unit"),
    [
        ("synpunkter", "synpunkter"),
        ("avvikelser", "avvikelser"),
        ("avvikelser", "Avvikelser "),
        ("avvikelser_i_vårdsamverkan", "avvikelser"),
        ("ej_verkställda_beslut", "beslut"),
        ("lex_sarah", "ärenden"),
    ],
)
def test_a_table_counts_what_its_part_counts(bench: Bench, part: str, unit: str) -> None:
    assert table(bench, "antal:", "  A: 1", part=part).counts_as_the_part
    assert table(bench, f'räknar: "{unit}"', "antal:", "  A: 1", part=part).counts_as_the_part


@pytest.mark.parametrize(
    ("part", "unit", "same"),
    [
        ("avvikelser", "avvikelse", True),
        ("ej_verkställda_beslut", "beslut", True),
        ("lex_sarah", "ärende", True),
        ("avvikelser", "avvikelserna", False),
        ("avvikelser", "a", False),
        ("avvikelser", "avv", False),
    ],
)
def test_a_unit_may_be_named_in_another_form(
    bench: Bench,
    part: str,
    unit: str,
    same: bool,  # noqa: FBT001
) -> None:
    found = table(bench, f"räknar: {unit}", "antal:", "  A: 1", part=part)
    assert found.counts_as_the_part is same


@pytest.mark.parametrize(
    "line",
    [
        "räknar: åtgärder",
        "avser: vid årets slut",
        "period:\n      från: 2024-01-01\n      till: 2024-06-30",
    ],
)
def test_a_table_of_another_unit_time_or_state_does_not(bench: Bench, line: str) -> None:
    assert not table(bench, line, "antal:", "  A: 1").counts_as_the_part


def test_a_table_outside_every_part_counts_nothing_of_a_part(bench: Bench) -> None:
    text = "samverkan:\n  tabeller:\n    - {räknar: möten, antal: {A: 1}}\n    - {antal: {A: 1}}\n"
    first, second = tables_of(bench.item(text, "samverkan"))
    assert not first.counts_as_the_part
    assert second.counts_as_the_part


def test_how_things_stood_each_quarter_is_a_stock(bench: Bench) -> None:
    lines = ("antal:", "  Kvartal 1: 3")
    quarters = table(bench, *lines, name="per_kvartal", part="ej_verkställda_beslut")
    assert quarters.is_stock
    assert not quarters.counts_as_the_part
    reasons = ("antal:", "  Ingen plats: 3")
    others = table(bench, *reasons, name="per_skäl", part="ej_verkställda_beslut")
    assert not others.is_stock
    flow = table(bench, *lines, name="per_kvartal", part="avvikelser")
    assert not flow.is_stock
    assert table(bench, "avser: den 31 december", *lines).is_stock
    moment = table(bench, "avser: den 31 december", *reasons)
    assert (moment.is_stock, moment.counts_as_the_part) == (False, False)


@pytest.mark.parametrize(
    ("lines", "along"),
    [
        (("antal:", "  Q1: 3", "  Q2: 4"), "rows"),
        (("antal:", "  kv 1: 3", "  kv 2: 4"), "rows"),
        (("antal:", "  31 mars: 3", "  30 juni: 4", "  Årets slut: 4"), "rows"),
        (("kolumner: [kvartal 1, kvartal 2]", "antal:", "  SoL: [3, 4]"), "columns"),
        (("kolumner: [Q1, Q2, Läget nu]", "antal:", "  SoL: [3, 4, 5]"), "columns"),
        (("kolumner: [SoL, LSS]", "antal:", "  Kvartal 1: [3, 4]"), "rows"),
        (("kolumner: [SoL, LSS]", "antal:", "  Ingen plats: [3, 4]"), None),
        (("år: [2023, 2024]", "antal:", "  SoL: [3, 4]"), None),
        (("år: [2023, 2024]", "antal:", "  Q1: [3, 4]"), "rows"),
    ],
)
def test_quarters_of_decisions_are_a_stock_whichever_way_they_stand(
    bench: Bench, lines: tuple[str, ...], along: str | None
) -> None:
    assert table(bench, *lines, name="per_skäl", part="ej_verkställda_beslut").stock_along == along
    assert table(bench, *lines, name="per_skäl", part="avvikelser").stock_along is None
    dated = table(bench, "avser: vid kvartalets slut", *lines, part="avvikelser")
    assert dated.stock_along == along
    assert dated.is_stock is (along is not None)


@pytest.mark.parametrize(
    ("route", "part"),
    [
        (("avvikelser", "per_status"), ("avvikelser",)),
        (("avvikelser", "tabeller", 0), ("avvikelser",)),
        (
            ("verksamhetsområden", 1, "lex_sarah", "per_orsak"),
            ("verksamhetsområden", 1, "lex_sarah"),
        ),
        (("avvikelser",), None),
        (("samverkan", "tabeller", 0), None),
        ((), None),
    ],
)
def test_the_part_of_a_table_is_the_nearest_that_counts_something(
    bench: Bench, route: tuple[str | int, ...], part: tuple[str | int, ...] | None
) -> None:
    found = part_of(bench.item("avvikelser:\n", *route))
    assert (found.route if found else None) == part


def test_the_tables_of_a_part_are_its_own_and_those_with_a_heading(bench: Bench) -> None:
    text = """\
    avvikelser:
      tabeller:
        - rubrik: a
          antal: {A: 1}
        - rubrik: tom
      per_status:
        antal: {B: 1}
      per_orsak:
      analys: x
    """
    assert [found.item.route for found in tables_of(bench.item(text, "avvikelser"))] == [
        ("avvikelser", "per_status"),
        ("avvikelser", "tabeller", 0),
    ]


@pytest.mark.parametrize("name", ["A", "Kap. 11", "a.b"])
def test_the_sum_of_a_row_is_tested_whatever_the_row_is_called(bench: Bench, name: str) -> None:
    rule = bench.rule(
        check="two_way", parameters={"items": ["**.per_*"]}, message="{totalt} {summa}"
    )
    text = f"""\
    avvikelser:
      per_status:
        kolumner: [K, M]
        antal: {{{name}: [1, 2]}}
        radsumma: {{{name}: 9}}
        totalt: 3
    """
    assert "9 3" in [finding.message for finding in bench.judge(text, rule).findings]
