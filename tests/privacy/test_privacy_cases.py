"""What may not stand in a lex Sarah case: told on its own line, and nowhere else."""

from __future__ import annotations

import pytest

from checker.catalog import Catalogue, read_catalogue
from checker.engine import judge
from checker.examples import document
from checker.resources import folder
from checker.rule import Example

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
CASE = "lex_sarah:\n  ärenden:\n    - nr: 2024-1\n"


def told(rule: str, report: str) -> list[tuple[int, str]]:
    result, crashes = judge(document(Example(name="x", report=report)), CATALOGUE.only([rule]))
    assert crashes == ()
    return [(one.span.line, one.message) for one in result.findings if one.rule == rule]


def test_a_telephone_number_that_yaml_reads_as_a_number_is_told() -> None:
    ((line, message),) = told("PERS006", f"{CASE}      konsekvenser: 070{1740605}\n")
    assert line == 4
    assert message == (
        "Under konsekvenser i ett lex Sarah-ärende står ett telefonnummer, som kan peka ut en"
        " person. Ta bort det."
    )


def test_two_addresses_on_one_line_are_told_once_and_on_two_lines_twice() -> None:
    text = "      konsekvenser: |\n        a@b.se c@d.se\n        Inget.\n        e@f.se\n"
    assert [line for line, _ in told("PERS005", CASE + text)] == [5, 7]


@pytest.mark.parametrize(
    ("lines", "uppgifter"),
    [
        (("En 84-årig kvinna.",), "exakt ålder, kön och enhet"),
        (("En kvinna (84 år) föll.",), "exakt ålder, kön och enhet"),
        (("Pojken, 3 månader gammal, var hos sin mamma.",), "exakt ålder, kön och enhet"),
        (("En 15-åring och hans bror.", "Det var den 4 mars."), "exakt ålder, exakt datum, kön"),
        (("Flickan hämtades 2024-03-04.",), "exakt datum, kön och enhet"),
    ],
)
def test_what_together_can_point_at_somebody_is_named_but_not_repeated(
    lines: tuple[str, ...], uppgifter: str
) -> None:
    text = "".join(f"        - {line}\n" for line in lines)
    ((line, message),) = told("PERS007", f"{CASE}      enhet: Norr\n      händelser:\n{text}")
    assert line == 3
    assert message.startswith(f"I ärende 2024-1 står {uppgifter}")


@pytest.mark.parametrize(
    "line",
    [
        "En 84-årig person föll.",
        "Kvinnan väntade i 3 år på ett beslut.",
        "Man väntade till den 4 mars.",
        "Barn for illa, och far illa, sedan 2024-03-04.",
        "En äldre kvinna föll i mars 2024.",
        "Hennes två-årsplan följdes inte.",
        "Hennes skuld var 120512 kronor.",
    ],
)
def test_one_or_two_of_them_are_not_told(line: str) -> None:
    report = (
        f"{CASE}      enhet: Norr\n      inkom: 2024-01-12\n      händelser:\n        - {line}\n"
    )
    assert told("PERS007", report) == []
