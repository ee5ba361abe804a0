"""What places say that a part's total is, the firmest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import totals
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.report import UnsoundError
from checker.tables import read_table
from checker.totals import Claim, earlier_total, total_of

if TYPE_CHECKING:
    from checker.document.model import Route
    from checker.report import Item
    from tests.inner.conftest import Bench

PART = "avvikelser"


def part(bench: Bench, text: str, name: str = PART) -> Item:
    block = "".join(f"  {line}\n" for line in text.strip("\n").split("\n"))
    return bench.item(f"{name}:\n{block}", name)


def claims(item: Item) -> list[Claim]:
    return list(totals.claims(item))


def told(found: list[Claim]) -> list[tuple[Interval, str]]:
    return [(claim.interval, claim.words) for claim in found]


def test_a_stated_total_goes_first_and_rows_then_say_nothing(bench: Bench) -> None:
    item = part(
        bench,
        "per_status:\n  antal: {A: 1, B: 2}\nper_orsak:\n  antal: {C: 3}\n  totalt: 3\ntotalt: 3",
    )
    assert claims(item) == [
        Claim(exact(3), (PART, "totalt"), "totalen för delen", stated=True),
        Claim(exact(3), (PART, "per_orsak", "totalt"), "totalen i per_orsak", stated=True),
    ]


def test_totals_of_tables_go_before_sums_of_rows(bench: Bench) -> None:
    item = part(
        bench, "per_status:\n  antal: {A: 1, B: 2}\nper_orsak:\n  antal: {C: 3}\n  totalt: 4"
    )
    assert claims(item) == [
        Claim(exact(4), (PART, "per_orsak", "totalt"), "totalen i per_orsak", stated=True),
        Claim(exact(3), (PART, "per_status", "antal"), "raderna i per_status", stated=False),
    ]
    assert total_of(item) == claims(item)[0]


def test_the_rows_of_every_table_tell_where_no_total_is_stated(bench: Bench) -> None:
    item = part(bench, "per_status:\n  antal: {A: 1, B: <5}\nper_orsak:\n  antal: {C: 3}")
    assert told(claims(item)) == [
        (Interval(2, 5), "raderna i per_status"),
        (exact(3), "raderna i per_orsak"),
    ]


def test_what_is_in_no_row_is_added_to_the_rows(bench: Bench) -> None:
    item = part(bench, "per_status:\n  utan_uppgift: 12\n  antal: {A: 60, B: 28}")
    assert told(claims(item)) == [(exact(100), "raderna i per_status")]


def test_a_subset_is_not_added_once_more(bench: Bench) -> None:
    item = part(bench, "per_status:\n  varav: [B]\n  antal: {A: 60, B: 28}")
    assert told(claims(item)) == [(exact(60), "raderna i per_status")]


@pytest.mark.parametrize(
    "line",
    [
        "visar_delar: ja",
        "visar_minst: 1",
        "flera_möjliga: ja",
        "räknar: åtgärder",
        "avser: vid årets slut",
        "period: {från: 2024-01-01, till: 2024-06-30}",
    ],
)
def test_rows_that_do_not_make_the_whole_say_nothing_of_it(bench: Bench, line: str) -> None:
    assert claims(part(bench, f"per_status:\n  {line}\n  antal: {{A: 1}}")) == []


@pytest.mark.parametrize("line", ["visar_delar: ja", "visar_minst: 1", "flera_möjliga: ja"])
def test_the_total_of_such_a_table_is_a_total_all_the_same(bench: Bench, line: str) -> None:
    item = part(bench, f"per_status:\n  {line}\n  antal: {{A: 1}}\n  totalt: 9")
    assert told(claims(item)) == [(exact(9), "totalen i per_status")]


@pytest.mark.parametrize("line", ["räknar: åtgärder", "avser: vid årets slut"])
def test_a_total_of_something_else_is_no_total_of_the_part(bench: Bench, line: str) -> None:
    item = part(bench, f"per_status:\n  {line}\n  antal: {{A: 1}}\n  totalt: 9")
    assert claims(item) == []


def test_an_empty_cell_leaves_the_rows_without_a_sum(bench: Bench) -> None:
    assert claims(part(bench, "per_status:\n  antal: {A: 1, B: }")) == []


def test_a_figure_that_is_not_known_leaves_the_sum_open(bench: Bench) -> None:
    item = part(bench, "per_status:\n  antal: {A: 4, B: ..}")
    assert told(claims(item)) == [(Interval(4, None), "raderna i per_status")]


def test_of_several_years_the_last_is_the_reports(bench: Bench) -> None:
    item = part(bench, "per_status:\n  år: [2023, 2024]\n  antal: {A: [1, 2], B: [3, 4]}")
    assert told(claims(item)) == [(exact(6), "raderna i per_status")]
    stated = part(bench, "per_status:\n  år: [2023, 2024]\n  antal: {A: [1, 2]}\n  totalt: [5, 7]")
    assert told(claims(stated)) == [(exact(7), "totalen i per_status")]
    assert claims(stated)[0].route == (PART, "per_status", "totalt", 1)


def test_an_empty_cell_in_an_earlier_year_does_not_matter(bench: Bench) -> None:
    item = part(bench, "per_status:\n  år: [2023, 2024]\n  antal: {A: [null, 2]}")
    assert told(claims(item)) == [(exact(2), "raderna i per_status")]


def test_a_two_way_table_is_summed_over_all_columns_but_subsets(bench: Bench) -> None:
    lines = "per_status:\n  kolumner: [K, M, U]\n  varav: [U, B]\n"
    item = part(bench, lines + "  antal: {A: [1, 2, 1], B: [1, 1, 1]}")
    assert told(claims(item)) == [(exact(3), "raderna i per_status")]
    stated = part(bench, lines + "  antal: {A: [1, 2, 1], B: [1, 1, 1]}\n  totalt: 4")
    assert told(claims(stated)) == [(exact(4), "totalen i per_status")]


def test_a_table_with_a_heading_is_named_by_its_list(bench: Bench) -> None:
    item = part(bench, "tabeller:\n  - {rubrik: a, antal: {A: 1}, totalt: 2}")
    assert told(claims(item)) == [(exact(2), "totalen i tabeller")]


def test_the_number_of_cases_is_a_total_of_lex_sarah(bench: Bench) -> None:
    item = part(bench, "antal_ärenden: 3\nper_orsak:\n  antal: {A: 3}", "lex_sarah")
    assert told(claims(item))[0] == (exact(3), "uppgiften antal_ärenden")


def test_a_part_without_figures_has_no_total(bench: Bench) -> None:
    item = part(bench, "analys: x")
    assert claims(item) == []
    assert total_of(item) is None
    assert earlier_total(item) is None


def test_a_total_that_is_not_known_is_told_as_that(bench: Bench) -> None:
    found = total_of(part(bench, "totalt: .."))
    assert found is not None
    assert found.interval == UNKNOWN


def test_no_more_is_read_than_the_firmest_that_is_told(bench: Bench) -> None:
    item = part(bench, "totalt: 3\nper_status:\n  antal: {A: många}")
    assert total_of(item) == Claim(exact(3), (PART, "totalt"), "totalen för delen", stated=True)
    with pytest.raises(UnsoundError):
        claims(item)


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("totalt: många", ("totalt",)),
        ("per_status:\n  antal: {A: många}", ("per_status", "antal", "A")),
    ],
)
def test_a_total_that_cannot_be_read_stops(bench: Bench, text: str, route: Route) -> None:
    with pytest.raises(UnsoundError) as caught:
        total_of(part(bench, text))
    assert caught.value.route == (PART, *route)


# --- the period before ---


def test_the_total_before_is_stated_under_the_part(bench: Bench) -> None:
    item = part(
        bench,
        "föregående: 18\nper_status:\n  år: [2023, 2024]\n  antal: {A: [1, 2]}\n  totalt: [1, 2]",
    )
    assert earlier_total(item) == Claim(
        exact(18), (PART, "föregående"), "förra periodens tal för delen", stated=True
    )


def test_or_it_is_the_total_of_the_year_before_in_a_table(bench: Bench) -> None:
    item = part(
        bench, "per_status:\n  år: [2022, 2023, 2024]\n  antal: {A: [1, 2, 3]}\n  totalt: [7, 8, 9]"
    )
    assert earlier_total(item) == Claim(
        exact(8), (PART, "per_status", "totalt", 1), "totalen för 2023 i per_status", stated=True
    )


def test_or_the_figure_before_of_a_table(bench: Bench) -> None:
    item = part(bench, "per_status:\n  antal: {A: 3}\n  föregående: 5")
    assert earlier_total(item) == Claim(
        exact(5),
        (PART, "per_status", "föregående"),
        "förra periodens tal i per_status",
        stated=True,
    )


def test_or_the_rows_of_the_year_before_where_every_cell_is_filled(bench: Bench) -> None:
    item = part(bench, "per_status:\n  år: [2024, 2023]\n  antal: {A: [1, 2], B: [3, <5]}")
    assert earlier_total(item) == Claim(
        Interval(3, 6), (PART, "per_status", "antal"), "raderna för 2023 i per_status", stated=False
    )


def test_every_place_tells_the_period_before_the_stated_first(bench: Bench) -> None:
    item = part(
        bench,
        "per_status:\n  år: [2023, 2024]\n  antal: {A: [1, 2]}\n"
        "per_orsak:\n  föregående: 7\n  år: [2023, 2024]\n  antal: {B: [5, 6]}\n"
        "  totalt: [8, 6]\nföregående: 9",
    )
    assert told(list(totals.claims(item, "before"))) == [
        (exact(9), "förra periodens tal för delen"),
        (exact(7), "förra periodens tal i per_orsak"),
        (exact(8), "totalen för 2023 i per_orsak"),
        (exact(1), "raderna för 2023 i per_status"),
    ]


def test_a_sub_total_is_not_added_once_more(bench: Bench) -> None:
    lines = "per_status:\n  delsummor: {S: [A, B]}\n  år: [2023, 2024]\n"
    item = part(bench, lines + "  antal: {A: [1, 2], B: [3, 4], S: [4, 6]}")
    assert told(claims(item)) == [(exact(6), "raderna i per_status")]
    assert told(list(totals.claims(item, "before"))) == [
        (exact(4), "raderna för 2023 i per_status")
    ]


def test_a_year_that_is_not_the_reports_tells_nothing_of_the_part(bench: Bench) -> None:
    head = "rapport: {period: {från: 2024-01-01, till: 2024-12-31}}\n"
    text = (
        f"{head}{PART}:\n  per_status: {{år: [2022, 2023], antal: {{A: [1, 2]}}, totalt: [1, 2]}}"
    )
    item = bench.item(text, PART)
    assert claims(item) == list(totals.claims(item, "before")) == []


def test_a_table_tells_its_own_total_whatever_it_counts(bench: Bench) -> None:
    text = "per_effekt:\n  räknar: åtgärder\n  antal: {A: 3}\n  föregående: 5"
    table = read_table(part(bench, text).at("per_effekt"))
    assert table is not None
    assert told(list(totals.table_claims(table, "now"))) == [(exact(3), "raderna i per_effekt")]
    assert told(list(totals.table_claims(table, "before"))) == [
        (exact(5), "förra periodens tal i per_effekt")
    ]


def test_how_things_stood_is_never_summed_over_time(bench: Bench) -> None:
    text = "per_kvartal:\n  antal: {Kvartal 1: 3, Kvartal 2: 4}"
    table = read_table(part(bench, text, "ej_verkställda_beslut").at("per_kvartal"))
    assert table is not None
    assert list(totals.table_claims(table, "now")) == []


@pytest.mark.parametrize(
    "text",
    [
        "per_status:\n  antal: {A: 3}\n  föregående: {A: 5}",
        "per_status:\n  år: [2024]\n  antal: {A: [3]}\n  totalt: [3]",
        "per_status:\n  år: [2023, 2024]\n  antal: {A: [null, 3]}",
        "per_status:\n  år: [2020, 2024]\n  antal: {A: [2, 3]}\n  totalt: [2, 3]",
        "per_status:\n  år: [2023, 2024]\n  utan_uppgift: 1\n  antal: {A: [2, 3]}",
        "per_status:\n  år: [2023, 2024]\n  visar_minst: 1\n  antal: {A: [2, 3]}",
        "per_status:\n  kolumner: [K, M]\n  antal: {A: [2, 3]}\n  totalt: 5",
        "per_status:\n  kolumner: [K, M]\n  antal: {A: [2, 3]}\n  föregående: [4, 5]",
        "per_status:\n  räknar: åtgärder\n  antal: {A: 3}\n  föregående: 5",
        "per_status:\n  avser: nu\n  år: [2023, 2024]\n  antal: {A: [2, 3]}\n  totalt: [2, 3]",
    ],
)
def test_nothing_else_is_a_total_of_the_period_before(bench: Bench, text: str) -> None:
    assert earlier_total(part(bench, text)) is None


def test_the_first_table_that_tells_it_does(bench: Bench) -> None:
    item = part(
        bench,
        "per_status:\n  antal: {A: 3}\nper_orsak:\n  år: [2023, 2024]\n  antal: {B: [4, 3]}\n"
        "  totalt: [4, 3]\nper_kategori:\n  antal: {C: 3}\n  föregående: 6",
    )
    found = earlier_total(item)
    assert found is not None
    assert found.interval == exact(4)


def test_a_figure_before_that_cannot_be_read_stops(bench: Bench) -> None:
    with pytest.raises(UnsoundError):
        earlier_total(part(bench, "föregående: många"))


def test_an_empty_list_of_columns_breaks_nothing(bench: Bench) -> None:
    assert total_of(part(bench, "per_status:\n  kolumner: []\n  antal: {A: 1}")) is not None
