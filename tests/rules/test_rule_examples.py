"""Every example of every rule, run: the rules' own tests."""

from __future__ import annotations

import pytest

from checker.binding import Bound
from checker.catalog import Catalogue, read_catalogue
from checker.examples import differences, findings
from checker.resources import folder
from checker.rule import Example, names_in

CATALOGUE: Catalogue = read_catalogue(folder("rules"))
GOOD = [(bound, one) for bound in CATALOGUE.bound for one in bound.rule.examples.good]
BAD = [(bound, one) for bound in CATALOGUE.bound for one in bound.rule.examples.bad]


def called(value: object) -> str:
    if isinstance(value, Bound):
        return value.rule.id
    return value.name if isinstance(value, Example) else str(value)


@pytest.mark.parametrize(("bound", "example"), GOOD, ids=called)
def test_a_good_example_passes(bound: Bound, example: Example) -> None:
    assert differences(bound, example, CATALOGUE) == []
    assert "# <- " not in example.report


@pytest.mark.parametrize(("bound", "example"), BAD, ids=called)
def test_a_bad_example_is_flagged_at_exactly_its_lines(bound: Bound, example: Example) -> None:
    assert differences(bound, example, CATALOGUE) == []


@pytest.mark.parametrize(("bound", "example"), BAD, ids=called)
def test_a_message_is_filled_in_and_is_a_sentence(bound: Bound, example: Example) -> None:
    told = [one for one in findings(bound, example, CATALOGUE) if one.rule == bound.rule.id]
    assert told
    for finding in told:
        for text in (finding.message, finding.help):
            assert text.strip().endswith((".", "?", "!")), text
            assert "  " not in text
        assert not any("{" + name + "}" in finding.message for name in names_in(bound.rule.message))
