from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.finding import Basis, Severity
from checker.rule import names_in, worded

if TYPE_CHECKING:
    from tests.inner.conftest import Bench


@pytest.mark.parametrize("word", ["LEX003", "lex003", "bedömt-ärende", "BEDÖMT-ÄRENDE"])
def test_a_rule_is_called_by_its_id_or_its_name(bench: Bench, word: str) -> None:
    assert bench.rule(id="LEX003", name="bedömt-ärende").is_called(word)


@pytest.mark.parametrize("word", ["", "LEX", "LEX0033", "bedömt", "Bedömt ärende"])
def test_a_rule_is_called_by_nothing_else(bench: Bench, word: str) -> None:
    assert not bench.rule(id="LEX003", name="bedömt-ärende").is_called(word)


def test_the_names_that_a_message_asks_for_are_known() -> None:
    assert names_in("Här {a} och {b c}, {{d}}. {} {a} {e") == {"a", "b c", "d", ""}


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("Inga namn.", "Inga namn."),
        ("{a} och {b} och {a}", "1 och {a} och 1"),
        ("{okänt} {a}", "{okänt} 1"),
        ("{a!r} {a.b} {a[0]} {0} {}", "{a!r} {a.b} {a[0]} {0} {}"),
        ("{{a}}", "{1}"),
        ("{a", "{a"),
    ],
)
def test_a_message_knows_plain_names_and_nothing_else(template: str, message: str) -> None:
    assert worded(template, {"a": "1", "b": "{a}"}) == message


@pytest.mark.parametrize(
    ("basis", "highest", "is_norm"),
    [
        (Basis.LAW, Severity.ERROR, True),
        (Basis.REGULATION, Severity.ERROR, True),
        (Basis.GENERAL_ADVICE, Severity.WARNING, True),
        (Basis.TEMPLATE, Severity.ERROR, False),
        (Basis.CONSISTENCY, Severity.ERROR, False),
        (Basis.PRIVACY, Severity.ERROR, False),
        (Basis.PRACTICE, Severity.INFO, False),
    ],
)
def test_a_basis_has_a_highest_severity_and_some_stand_on_a_norm(
    basis: Basis,
    highest: Severity,
    is_norm: bool,  # noqa: FBT001
) -> None:
    assert (basis.highest, basis.is_norm) == (highest, is_norm)


def test_an_error_is_worse_than_a_warning_and_that_than_an_information() -> None:
    assert [one.rank for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)] == [0, 1, 2]
