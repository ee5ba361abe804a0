"""One mistake is one finding: what last year's report shows to be wrong is told by nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from checker.compiled import default_catalogue
from checker.examples import judged
from checker.rule import Example

SUBJECTS = ("TAB", "JMF", "SEK", "AND")


@dataclass(frozen=True)
class Slip:
    """One wrong number, marked ``!``, beside what last year's report says."""

    name: str
    report: str
    previous: str
    rule: str


SLIPS = [
    Slip(
        "the part's earlier figure, when the year's column is right",
        """
avvikelser:
  föregående: 46 !
  per_kategori:
    år: [2023, 2024]
    antal:
      A: [15, 21]
      B: [32, 51]
    totalt: [47, 72]
""",
        "avvikelser:\n  totalt: 47\n",
        "JMF101",
    ),
    Slip(
        "the part's earlier figure, when the change is right",
        """
avvikelser:
  totalt: 72
  föregående: 46 !
  förändring: +25
""",
        "avvikelser:\n  totalt: 47\n",
        "JMF101",
    ),
    Slip(
        "the part's earlier figure, when the earlier rows are right",
        """
avvikelser:
  föregående: 37 !
  per_kategori:
    antal:
      A: 21
      B: 51
    föregående:
      A: 15
      B: 32
""",
        "avvikelser:\n  totalt: 47\n",
        "JMF101",
    ),
    Slip(
        "the total of the year before",
        """
avvikelser:
  per_kategori:
    år: [2023, 2024]
    antal:
      A: [15, 21]
      B: [32, 51]
    totalt: [46, 72] !
""",
        "avvikelser:\n  totalt: 47\n",
        "JMF101",
    ),
    Slip(
        "a row of the year before, when its total is right",
        """
avvikelser:
  per_kategori:
    år: [2023, 2024]
    antal:
      A: [51, 21] !
      B: [32, 51]
    totalt: [47, 72]
""",
        "avvikelser:\n  per_kategori:\n    antal:\n      A: 15\n      B: 32\n",
        "JMF102",
    ),
    Slip(
        "a row of the year before, when no total is printed in the table",
        """
avvikelser:
  föregående: 47
  per_kategori:
    år: [2023, 2024]
    antal:
      A: [51, 21] !
      B: [32, 51]
""",
        "avvikelser:\n  per_kategori:\n    antal:\n      A: 15\n      B: 32\n",
        "JMF102",
    ),
    Slip(
        "a row of the year before, when no total is printed at all",
        """
avvikelser:
  per_kategori:
    år: [2023, 2024]
    antal:
      A: [51, 21] !
      B: [32, 51]
""",
        "avvikelser:\n  per_kategori:\n    antal:\n      A: 15\n      B: 32\n",
        "JMF102",
    ),
    Slip(
        "an earlier row, when the part's earlier figure is right",
        """
avvikelser:
  föregående: 47
  per_kategori:
    antal:
      A: 21
      B: 51
    föregående:
      A: 51 !
      B: 32
""",
        "avvikelser:\n  totalt: 47\n  per_kategori:\n    antal:\n      A: 15\n      B: 32\n",
        "JMF102",
    ),
]


@cache
def found(report: str, previous: str) -> list[tuple[int, str]]:
    example = Example(name="fel", report=report, previous=previous)
    result, crashes = judged(example, default_catalogue())
    assert crashes == ()
    told = [one for one in result.findings if one.rule.startswith(SUBJECTS)]
    return [(one.span.line, one.rule) for one in told]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_number_that_last_years_report_shows_to_be_wrong_is_told_once(slip: Slip) -> None:
    line = next(n for n, text in enumerate(slip.report.split("\n"), start=1) if "!" in text)
    assert found(slip.report.replace(" !", ""), slip.previous) == [(line, slip.rule)]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_without_last_years_report_it_is_told_by_the_figures_themselves(slip: Slip) -> None:
    alone = found(slip.report.replace(" !", ""), "")
    # A row whose sum is not printed has nothing to be held against.
    assert bool(alone) == ("at all" not in slip.name)


def test_two_mistakes_are_two_findings() -> None:
    report = """
avvikelser:
  totalt: 72
  föregående: 46
  förändring: +30
"""
    assert found(report, "avvikelser:\n  totalt: 47\n") == [(4, "JMF101"), (5, "JMF001")]
