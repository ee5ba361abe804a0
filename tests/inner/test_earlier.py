"""Figures of the period before: what is compared with the report of it, and what cannot be."""

from __future__ import annotations

from textwrap import dedent

import pytest

from checker.catalog import read_catalogue
from checker.checks.before import TOO_UNSURE
from checker.checks.earlier import NO_PENDING, NO_TABLE, NO_TOTAL, OWN_TIME
from checker.examples import judged
from checker.resources import folder
from checker.rule import Example

RULES = [f"JMF10{number}" for number in range(1, 9)]
CATALOGUE = read_catalogue(folder("rules")).only([*RULES, "LEX014", "ATG003"])


def told(new: str, old: str, period: str = "") -> tuple[list[tuple[str, int]], set[str]]:
    """The findings by rule and line, and why what was not compared could not be."""
    example = Example(name="", report=dedent(new), previous=dedent(old), period=period)
    result, crashes = judged(example, CATALOGUE)
    assert crashes == ()
    assert result.previous
    untold = {one.reason for one in result.not_testable} | {one.reason for one in result.not_run}
    return [(one.rule, one.span.line) for one in result.findings], untold


OWN = "  period:\n    från: 2024-06-01\n    till: 2024-08-31\n"
SHARE = "avvikelser:\n  andelar:\n    - gäller: A\n"
TABLE = "avvikelser:\n  per_status:\n    antal:\n      Pågår: 3\n"


@pytest.mark.parametrize(
    ("new", "old", "reason"),
    [
        ("avvikelser:\n  föregående: ..\n", "avvikelser:\n  totalt: 3\n", TOO_UNSURE),
        ("avvikelser:\n  föregående: 3\n", "avvikelser:\n  totalt: ..\n", TOO_UNSURE),
        ("avvikelser:\n  föregående: 3\n", "synpunkter:\n  totalt: 3\n", NO_TOTAL),
        (f"avvikelser:\n{OWN}  föregående: 4\n", "avvikelser:\n  totalt: 3\n", OWN_TIME),
        ("avvikelser:\n  föregående: 4\n", f"avvikelser:\n{OWN}  totalt: 3\n", NO_TOTAL),
        (TABLE + "    föregående:\n      Pågår: 4\n", "avvikelser:\n  totalt: 3\n", NO_TABLE),
        (
            TABLE + "    föregående:\n      Pågår: 4\n    period:\n      från: 2024-06-01\n",
            TABLE,
            OWN_TIME,
        ),
        (TABLE + "    föregående:\n      Pågår: 4\n    avser: läget i juni\n", TABLE, OWN_TIME),
        (
            SHARE + "      föregående: 3 %\n      period:\n        från: 2024-06-01\n",
            SHARE + "      andel: 9 %\n",
            OWN_TIME,
        ),
        (
            SHARE + "      föregående: ..\n",
            SHARE + "      andel: 9 %\n",
            TOO_UNSURE,
        ),
        (
            "lex_sarah:\n  rapporter:\n    kvar_från_förra_perioden: 3\n",
            "lex_sarah:\n  rapporter:\n    inkomna: 3\n",
            NO_PENDING,
        ),
        (
            f"synpunkter:\n{OWN}  totalt: 3\n  förändring: +9\n",
            "synpunkter:\n  totalt: 3\n",
            OWN_TIME,
        ),
        (
            "synpunkter:\n  totalt: 3\n  förändring: +9\n",
            "avvikelser:\n  totalt: 3\n",
            NO_TOTAL,
        ),
    ],
)
def test_what_cannot_be_compared_is_told_with_its_reason(new: str, old: str, reason: str) -> None:
    found, untold = told(new, old)
    assert found == []
    assert reason in untold


def test_a_column_of_the_year_before_is_not_the_half_year_before() -> None:
    new = """\
        synpunkter:
          per_kategori:
            år: [2023, 2024]
            antal:
              Bemötande: [3, 4]
        """
    old = """\
        rapport:
          period:
            från: 2023-07-01
            till: 2023-12-31
        synpunkter:
          per_kategori:
            antal:
              Bemötande: 2
        """
    assert told(new, old, "2024-01-01/2024-06-30") == ([], {OWN_TIME})
    whole_year = old.replace("07-01", "01-01")
    assert told(new, whole_year) == ([("JMF102", 5)], set())
    # A wrong row is told once, and not once more as the sum that it makes.
    printed = dedent(new) + "    totalt: [3, 4]\n"
    assert told(printed, whole_year) == ([("JMF102", 5), ("JMF101", 6)], set())
    assert told(printed, old, "2024-01-01/2024-06-30") == ([], {OWN_TIME})


def test_a_table_of_other_years_than_the_reports_is_not_compared() -> None:
    rows = "      Bemötande: [3, 4]\n"
    new = f"synpunkter:\n  per_kategori:\n    år: [2021, 2022]\n    antal:\n{rows}"
    old = "synpunkter:\n  per_kategori:\n    antal:\n      Bemötande: 2\n"
    assert told(new, old) == ([], {OWN_TIME})
    assert told(new.replace("2021, 2022", "2023, 2024"), old)[0] == [("JMF102", 5)]
    before = new.replace("2021, 2022", "2023, 2024")
    assert told(before, new) == ([], {NO_TABLE})


@pytest.mark.parametrize(
    "columns",
    ["kolumner: [SoL, LSS]", "år: [2020, 2024]"],
)
def test_one_earlier_figure_for_a_row_of_several_columns_is_not_compared(columns: str) -> None:
    new = f"""\
        synpunkter:
          per_kategori:
            {columns}
            antal:
              Bemötande: [3, 4]
            föregående:
              Bemötande: 9
        """
    old = "synpunkter:\n  per_kategori:\n    antal:\n      Bemötande: 2\n"
    assert told(new, old)[0] == []


PLANNED = """\
    verksamhetsområden:
      - namn: Vuxna
        planerade_åtgärder:
          - åtgärd: Göra rutiner kända
            nr: V1
    """
UNDER_ROOT = "förra_årets_åtgärder:\n  - åtgärd: Annat\n"
IN_AREA = "    förra_årets_åtgärder:\n      - åtgärd: Annat\n"


@pytest.mark.parametrize(
    ("new", "rule", "line"),
    [
        ("verksamhetsområden:\n  - namn: Vuxna\n" + IN_AREA + UNDER_ROOT, "JMF104", 3),
        ("verksamhetsområden:\n  - namn: Vuxna\n" + UNDER_ROOT, "JMF104", 3),
        ("verksamhetsområden:\n  - namn: Vuxna\n", "ATG003", 2),
        ("verksamhetsområden:\n  - namn: Barn\n" + IN_AREA + UNDER_ROOT, "JMF104", 5),
        ("verksamhetsområden:\n  - namn: Barn\n" + IN_AREA, "JMF104", 1),
        ("verksamhetsområden:\n  - namn: Barn\n" + IN_AREA + "  - namn: Vuxna\n", "ATG003", 5),
    ],
    ids=[
        *("the area follows up", "the report does", "nobody does", "the area is gone"),
        *("only another area does", "the area is there but does not"),
    ],
)
def test_a_lost_measure_is_told_once_where_it_should_have_been_followed_up(
    new: str, rule: str, line: int
) -> None:
    assert told(new, PLANNED) == ([(rule, line)], set())


def test_where_an_area_has_no_name_it_is_told_that_measures_could_not_be_followed() -> None:
    new = "verksamhetsområden:\n  - egenkontroll:\n      text: X\n" + UNDER_ROOT
    old = "planerade_åtgärder:\n  - åtgärd: A\n    nr: 1\n"
    unreadable = {"uppgiften går inte att läsa: se påpekandet på rad 2"}
    assert told(new, old) == ([("FORM102", 2)], unreadable)
