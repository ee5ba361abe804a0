"""The shipped rules of tables and changes together: each slip is told once, and in these words."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.outcome import Outcome
from checker.catalog import read_catalogue
from checker.engine import judge
from checker.examples import document
from checker.resources import folder
from checker.rule import Example

if TYPE_CHECKING:
    from checker.result import ReportResult

CATALOGUE = read_catalogue(folder("rules"))
FOLDERS = ("TAB", "JMF", "AND", "FORM", "ANT")


def judged(text: str) -> ReportResult:
    example = Example(name="prov", report=dedent(text))
    result, crashes = judge(document(example), CATALOGUE)
    assert crashes == ()
    return result


def told(text: str) -> list[tuple[int, str, str]]:
    return [
        (one.span.line, one.rule, one.message)
        for one in judged(text).findings
        if one.rule.startswith(FOLDERS)
    ]


def untested(text: str) -> list[tuple[str, int, str]]:
    return [(one.rule, one.span.line, one.reason) for one in judged(text).not_testable]


# --- years ---


def test_a_doubled_year_is_one_finding_and_the_table_is_not_judged() -> None:
    text = """\
        synpunkter:
          totalt: 99
          föregående: 5
          förändring: +94
          per_kategori:
            år: [2023, 2024, 2024]
            antal:
              Bemötande: [1, 2, 3]
            totalt: [4, 5, 6]
        """
    assert told(text) == [
        (
            6,
            "TAB013",
            (
                "Kolumnen ”2024” står två gånger under år. Rätta den ena, eller ta bort den ur "
                "listan och ur varje rad."
            ),
        )
    ]
    reasons = {one.rule: one.reason for one in judged(text).not_run}
    assert reasons["TAB001"] == "uppgiften går inte att läsa: se påpekandet på rad 6"


@pytest.mark.parametrize("years", ["[2024, 2023]", "[2023, 2024]"])
def test_the_parts_total_is_that_of_the_latest_year(years: str) -> None:
    row = "[12, 10]" if years == "[2024, 2023]" else "[10, 12]"
    text = f"""\
        synpunkter:
          totalt: 13
          per_kategori:
            år: {years}
            antal:
              Bemötande: {row}
        """
    assert told(text) == [
        (
            2,
            "TAB001",
            (
                "Raderna för 2024 i per_kategori ger 12 tillsammans, men totalen är 13, alltså "
                "1 för hög. Rätta totalen eller den rad som är fel."
            ),
        )
    ]


def test_a_table_of_another_year_is_told_and_compared_with_nothing() -> None:
    text = """\
        synpunkter:
          totalt: 13
          föregående: 14
          förändring: -1
          per_kategori:
            år: [2022, 2023]
            antal:
              Bemötande: [10, 12]
        """
    assert told(text) == [
        (
            6,
            "TAB014",
            (
                "Tabellens senaste år är 2023, men rapporten gäller 2024. Rätta årtalet, lägg till "
                "kolumnen som saknas, eller skriv tabellens egen period."
            ),
        )
    ]


def test_figures_of_another_year_are_no_missing_figures() -> None:
    text = """\
        synpunkter:
          förändring: minskat
          per_kategori:
            år: [2022, 2023]
            antal:
              Bemötande: [12, 10]
        """
    assert [one[:2] for one in told(text)] == [(4, "TAB014")]


def test_a_year_further_back_is_not_the_year_before() -> None:
    text = """\
        synpunkter:
          förändring: +2
          per_kategori:
            år: [2020, 2024]
            antal:
              Bemötande: [10, 11]
        """
    assert told(text) == []
    assert ("JMF001", 2, "bara ett av de två talen är känt") in untested(text)


# --- stocks ---


def test_quarters_as_columns_are_summed_down_but_never_across() -> None:
    text = """\
        ej_verkställda_beslut:
          totalt: 52
          per_insats:
            kolumner: [Q1, Q2]
            antal:
              Kontaktfamilj: [14, 15]
              Boende: [17, 20]
            radsumma:
              Kontaktfamilj: 15
              Boende: 37
            kolumnsumma: [31, 36]
            totalt: 40
        """
    assert [one[:2] for one in told(text)] == [(11, "TAB009")]
    over_time = "läget vid flera tidpunkter läggs inte ihop"
    assert untested(text) == [
        ("TAB009", 9, over_time),
        ("TAB009", 10, over_time),
        ("TAB009", 12, over_time),
    ]


def test_quarters_as_rows_are_summed_across_but_never_down() -> None:
    text = """\
        ej_verkställda_beslut:
          totalt: 52
          per_lagrum:
            kolumner: [SoL, LSS]
            antal:
              kv 1: [14, 15]
              kv 2: [17, 20]
            radsumma:
              kv 1: 29
              kv 2: 38
            kolumnsumma: [20, 30]
        """
    assert [one[:2] for one in told(text)] == [(10, "TAB009")]
    assert [one[:2] for one in untested(text)] == [("TAB009", 11), ("TAB009", 11)]


def test_a_total_or_a_sub_total_of_quarters_is_not_tested_and_that_is_shown() -> None:
    text = """\
        ej_verkställda_beslut:
          per_kvartal:
            delsummor:
              Halvåret: [Kvartal 1, Kvartal 2]
            antal:
              Kvartal 1: 31
              Kvartal 2: 35
              Halvåret: 40
            totalt: 52
        """
    over_time = "läget vid flera tidpunkter läggs inte ihop"
    assert told(text) == []
    assert untested(text) == [("TAB001", 9, over_time), ("TAB015", 8, over_time)]


def test_a_state_by_category_makes_the_tables_own_total_and_no_other() -> None:
    text = """\
        ej_verkställda_beslut:
          totalt: 84
          per_lagrum:
            avser: vid årets slut
            antal:
              SoL: 31
              LSS: 7
            totalt: 39
        """
    assert [one[:2] for one in told(text)] == [(8, "TAB001")]


# --- sub-totals ---

UNITS = """\
    avvikelser:
      totalt: {total}
      per_enhet:
        delsummor:
          Hemtjänst: [Norr, Söder]
          Äldre: [Hemtjänst, Boende]
        antal:
          Norr: 45
          Söder: 31
          Hemtjänst: {care}
          Boende: 14
          Äldre: {old}
          Myndighet: 10
    """


def test_sub_totals_of_sub_totals_are_summed_and_the_total_has_each_row_once() -> None:
    assert told(UNITS.format(total=100, care=76, old=90)) == []


def test_a_wrong_sub_total_is_told_where_it_stands() -> None:
    assert told(UNITS.format(total=100, care=76, old=91)) == [
        (
            12,
            "TAB015",
            (
                "Raderna i delsumman ”Äldre” ger 90 tillsammans, men delsumman är 91, alltså 1 för "
                "hög. Rätta delsumman eller den rad som är fel."
            ),
        )
    ]


def test_a_total_that_counts_the_sub_totals_too_is_wrong() -> None:
    assert [one[:2] for one in told(UNITS.format(total=266, care=76, old=90))] == [(2, "TAB001")]


def test_a_sub_total_without_figures_is_told_as_not_tested() -> None:
    text = """\
        avvikelser:
          per_enhet:
            delsummor:
              S: [A]
              T: [B]
              U:
            antal:
              A: 1
              S: ..
              B: ..
              T: 2
              U: 3
        """
    assert [one for one in untested(text) if one[0] == "TAB015"] == [
        ("TAB015", 9, "uppgifterna är för osäkra för att något tal ska kunna vara fel"),
        ("TAB015", 11, "uppgifterna är för osäkra för att något tal ska kunna vara fel"),
        ("TAB015", 12, "raderna saknar antal"),
    ]


@pytest.mark.parametrize(("total", "lines"), [(19, []), (27, []), (28, [11]), (11, [11])])
def test_a_case_in_several_rows_is_in_their_sub_total_once_or_more(
    total: int, lines: list[int]
) -> None:
    text = f"""\
        avvikelser:
          totalt: 25
          per_orsak:
            flera_möjliga: ja
            delsummor:
              Personal: [Kompetens, Tid]
            antal:
              Teknik: 5
              Kompetens: 12
              Tid: 15
              Personal: {total}
        """
    assert [line for line, rule, _ in told(text) if rule == "TAB015"] == lines
    assert [rule for _, rule, _ in told(text) if rule not in {"TAB015", "TAB006"}] == []


def test_two_slices_may_share_a_row() -> None:
    text = """\
        avvikelser:
          totalt: 10
          per_enhet:
            delsummor:
              Norr: [A, B]
              Äldre: [B, C]
            antal: {A: 2, B: 3, C: 5, Norr: 5, Äldre: 8}
        """
    assert told(text) == []


def test_a_two_way_table_may_be_multi_select() -> None:
    text = """\
        avvikelser:
          totalt: 30
          per_orsak:
            flera_möjliga: ja
            kolumner: [SoL, LSS]
            antal: {Rutiner: [12, 5], Kompetens: [9, 3]}
        """
    assert told(text) == []


# --- the period before ---


def test_three_places_for_the_period_before_are_each_held_against_the_firmest() -> None:
    text = """\
        avvikelser:
          föregående: 443
          per_status:
            år: [2024, 2023]
            antal:
              Avslutad: [500, 400]
              Pågående: [44, 44]
            totalt: [544, 444]
            föregående: 443
        """
    assert told(text) == [
        (
            8,
            "JMF006",
            (
                "Delen har två olika tal för förra perioden: förra periodens tal för delen säger "
                "443, men totalen för 2023 i per_status säger 444. Rätta det tal som är fel."
            ),
        )
    ]


@pytest.mark.parametrize("reason", ["jämförs_inte", "ändrad_efteråt"])
@pytest.mark.parametrize("margin", ["  ", "    "])
def test_a_reason_on_the_part_or_on_the_table_accepts_the_difference(
    reason: str, margin: str
) -> None:
    lines = ["avvikelser:", "  föregående: 443"]
    lines += ["  per_status:", "    antal: {A: 544}", "    föregående: 444"]
    place = 2 if margin == "  " else 5
    text = "\n".join([*lines[:place], f"{margin}{reason}: Systemet byttes.", *lines[place:]]) + "\n"
    assert told("\n".join(lines) + "\n")[0][1] == "JMF006"
    assert told(text) == []


def test_a_reason_why_years_differ_excuses_no_difference_within_the_year() -> None:
    text = """\
        avvikelser:
          jämförs_inte: Systemet byttes.
          totalt: 10
          per_status:
            antal: {A: 9}
            totalt: 9
        """
    assert [one[:2] for one in told(text)] == [(6, "TAB010")]


def test_the_rows_before_are_held_against_the_total_before() -> None:
    text = """\
        avvikelser:
          föregående: 288
          per_status:
            antal:
              Avslutad: 300
              Pågående: 12
            föregående:
              avslutad: 282
              Pågående: 18
              Borttagen: 400
        """
    assert told(text) == [
        (
            7,
            "TAB017",
            (
                "Förra perioden var raderna i per_status tillsammans 300, men totalen var bara "
                "288. Rätta det tal som är fel."
            ),
        )
    ]


def test_rows_that_count_something_else_or_moments_have_no_total_before() -> None:
    actions = """\
        avvikelser:
          föregående: 20
          per_effekt:
            räknar: åtgärder
            antal: {Förbättring: 30}
            föregående: {Förbättring: 25}
        """
    assert told(actions) == []
    assert untested(actions) == [
        ("TAB001", 3, "tabellen har ingen total i samma enhet"),
        ("TAB017", 6, "förra periodens total är inte känd"),
    ]
    moments = """\
        ej_verkställda_beslut:
          föregående: 20
          per_kvartal:
            antal: {Kvartal 1: 30}
            föregående: {Kvartal 1: 25}
        """
    assert told(moments) == []
    assert untested(moments) == []


# --- changes ---


def test_a_tables_change_is_held_against_its_own_figures() -> None:
    text = """\
        avvikelser:
          totalt: 20
          föregående: 20
          per_effekt:
            räknar: åtgärder
            förändring: tre fler
            antal:
              Förbättring: 100
              Ingen effekt: 24
            föregående: 120
          per_kategori:
            räknar: åtgärder
            förändring: ökat något
            år: [2024, 2023]
            antal:
              Förbättring: [100, 101]
        """
    assert told(text) == [
        (
            6,
            "JMF001",
            (
                "Här står tre fler, men antalet är 124 och var 120 förra perioden: förändringen "
                "är +4. Rätta förändringen eller det antal som är fel."
            ),
        ),
        (
            13,
            "JMF002",
            (
                "Här står ökat något, men antalet är 100 och var 101 förra perioden. Ändra ordet "
                "eller rätta det antal som är fel."
            ),
        ),
    ]


def test_a_part_that_is_not_compared_speaks_for_its_tables_too() -> None:
    text = """\
        avvikelser:
          jämförs_inte: Systemet byttes.
          per_effekt:
            räknar: åtgärder
            förändring: +3
            antal: {Förbättring: 124}
            föregående: 120
        """
    assert told(text) == []


def test_points_of_a_count_are_told_once_and_not_as_untested() -> None:
    text = """\
        avvikelser:
          totalt: 312
          föregående: 288
          förändring: +8 procentenheter
        """
    assert told(text) == [
        (
            4,
            "JMF007",
            (
                "Här står +8 procentenheter, men det här är ett antal och ingen andel. Skriv "
                "förändringen i antal eller i procent."
            ),
        )
    ]
    assert untested(text) == []


@pytest.mark.parametrize(
    ("now", "before", "change", "mend"),
    [
        (
            *("32 %", "28 %", "+4 %"),
            "Skillnaden är 4 procentenheter. Skriv +4 procentenheter eller +14 %.",
        ),
        (
            *("32 %", "28 %", "+14 procentenheter"),
            "Skillnaden är 4 procentenheter. Skriv +4 procentenheter eller +14 %.",
        ),
        (
            *("39,5 %", "36,0 %", "+3,5 %"),
            "Skillnaden är 3,5 procentenheter. Skriv +3,5 procentenheter eller +9,7 %.",
        ),
        (
            *("28,0 %", "29,0 %", "-1 %"),
            "Skillnaden är 1 procentenhet. Skriv \u22121 procentenhet eller \u22123,4 %.",
        ),
        ("32 %", "28 %", "+9 %", "Ändra förändringen eller rätta den andel som är fel."),
        ("32 %", "28 %", "minskat", "Ändra förändringen eller rätta den andel som är fel."),
    ],
)
def test_points_and_per_cent_taken_for_each_other_are_said_to_be_that(
    now: str, before: str, change: str, mend: str
) -> None:
    text = f"""\
        avvikelser:
          andelar:
            - gäller: Pågående
              andel: {now}
              föregående: {before}
              förändring: {change}
        """
    assert [(line, rule) for line, rule, _ in told(text)] == [(6, "JMF005")]
    assert told(text)[0][2].endswith(mend)


# --- areas ---

AREA = """\
    avvikelser:
      totalt: {whole}
    verksamhetsområden:
      - namn: Vuxna
        avvikelser:
          totalt: {area}
    """


@pytest.mark.parametrize(
    ("whole", "area", "outcome"),
    [
        ("16", "16", Outcome.AGREES),
        ("16", "15", Outcome.AGREES),
        ("16", "17", Outcome.DISAGREES),
        ("<5", "4", Outcome.MAY_AGREE),
        ("<5", "5", Outcome.DISAGREES),
        ("16", "≥10", Outcome.MAY_AGREE),
        ("..", "17", Outcome.NOT_TESTABLE),
        ("16", "..", Outcome.NOT_TESTABLE),
    ],
)
def test_an_area_is_at_most_the_whole(whole: str, area: str, outcome: Outcome) -> None:
    result = judged(AREA.format(whole=whole, area=area))
    assert result.arithmetic == {outcome: 1}


def test_an_area_that_is_more_than_the_whole_is_told_at_its_figure() -> None:
    assert told(AREA.format(whole=16, area=17)) == [
        (6, "TAB018", "Området har 17, men hela nämnden har bara 16. Rätta det tal som är fel.")
    ]


def test_rows_of_the_whole_board_are_no_stated_total() -> None:
    text = """\
        avvikelser:
          per_status:
            antal: {Avslutad: 16}
        verksamhetsområden:
          - namn: Vuxna
            avvikelser:
              totalt: 17
        """
    assert told(text) == []
