"""More wrong is never fewer findings; what is unknown or missing is told, and told once."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document.reader import read_document
from checker.finding import Severity
from checker.verdict import Verdict
from fuzz.numbers import make
from fuzz.reports import heading
from fuzz.strategies import broken_trees, trees
from tests.properties.judging import SHIPPED, catalogue, count, judged, plain, seeds, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from checker.result import ReportResult
    from checker.rule import Rule

some = settings(derandomize=True, max_examples=20)
WHOLE: dict[str, Any] = read_document(SHIPPED[0], "rapport.yaml").data or {}
any_tree = st.one_of(trees, broken_trees, st.just(WHOLE))
UNKNOWN = "qqzzqq"  # near no key of the format
Tree = dict[str, Any]


def unknown_key(tree: Tree, _: Random) -> None:
    tree[UNKNOWN] = "x"


def grounded(tree: Tree) -> Tree:
    """With the parts that get a fault: one that begins to be there is told in another way."""
    tree = deepcopy(tree)
    add(tree, "avsnitt", {"rubrik": "Först", "text": "Här står något."})
    add(tree, "planerade_åtgärder", {"åtgärd": "Utbilda alla", "ansvarig": "Chef", "klart": "2026"})
    tree["lex_sarah"] = {"ärenden": [{"nr": "A-1", "bedömning": "inget missförhållande"}]}
    return tree


def personal_number(tree: Tree, random: Random) -> None:
    made = make(random)
    add(tree, "avsnitt", {"rubrik": "Ny", "text": f"Kund {made.birth}-{made.last} ringde."})


def part_of_the_wrong_kind(tree: Tree, _: Random) -> None:
    add(tree, "bilagor", {"namn": {"x": 1}})


def case_without_measures(tree: Tree, _: Random) -> None:
    add(tree["lex_sarah"], "ärenden", {"nr": "NY-1", "bedömning": "allvarligt missförhållande"})


def measure_of_nothing(tree: Tree, _: Random) -> None:
    add(tree, "planerade_åtgärder", {"åtgärd": "", "ansvarig": None})


def reference_to_nothing(tree: Tree, _: Random) -> None:
    add(tree, "avsnitt", {"rubrik": "Ny", "text": "Det var {finns.inte.alls} i år."})


def placeholder(tree: Tree, _: Random) -> None:
    add(tree, "avsnitt", {"rubrik": "Ny", "text": "TODO"})


def total_that_does_not_add_up(tree: Tree, _: Random) -> None:
    add(tree, "avsnitt", {"rubrik": "Ny", "tabeller": [{"antal": {"A": 1, "B": 2}, "totalt": 9}]})


ADDED: list[Callable[[Tree, Random], None]] = [
    *(unknown_key, personal_number, part_of_the_wrong_kind, case_without_measures),
    *(measure_of_nothing, reference_to_nothing, placeholder, total_that_does_not_add_up),
]


def add(tree: Tree, key: str, item: Any) -> None:
    """Puts an item last in a list, which is made where there is none."""
    items = tree.get(key)
    tree[key] = [*items, item] if isinstance(items, list) else [item]


def worse(before: ReportResult, after: ReportResult) -> bool:
    order = list(Verdict)
    return order.index(after.verdict) >= order.index(before.verdict)


@pytest.mark.parametrize("fault", ADDED, ids=lambda one: one.__name__)
@some
@given(tree=any_tree, random=seeds)
def test_one_more_fault_is_one_more_finding_and_no_better_verdict(
    fault: Callable[[Tree, Random], None], tree: Tree, random: Random
) -> None:
    faulty = grounded(tree)
    fault(faulty, random)
    before, after = judged(plain(grounded(tree))), judged(plain(faulty))
    assert count(after) >= count(before)
    assert worse(before, after)
    if before.judged and not any(one.route == () for one in before.findings):
        assert told(after) - told(before)


@some
@given(trees, seeds)
def test_an_unknown_key_is_told_once_and_at_its_line(tree: Tree, random: Random) -> None:
    tree = deepcopy(tree)
    tree["rapport"] = heading(random)
    tree["rapport"]["beslut"] = {}
    here = random.choice([tree, tree["rapport"], tree["rapport"]["beslut"]])
    here[UNKNOWN] = "x"
    report = judged(plain(tree))
    found = [(one.rule, one.span.line) for one in report.findings if one.route[-1:] == (UNKNOWN,)]
    lines = report.document.lines
    assert found == [("FORM101", next(at for at, one in enumerate(lines, 1) if UNKNOWN in one))]


REQUIRED = [one.rule for one in catalogue().checking if one.rule.check == "part_present"]


@pytest.mark.parametrize("rule", REQUIRED, ids=lambda one: one.id)
def test_a_required_part_that_is_taken_away_is_told_as_an_error(rule: Rule) -> None:
    first_steps = {part.partition(".")[0] for part in rule.parameters["parts"]}
    tree = deepcopy(WHOLE)
    for here in (tree, *tree.get("verksamhetsområden", ())):
        for key in set(here) - {"format", "status", "rapport", "verksamhetsområden", "namn"}:
            if key in first_steps or "*" in first_steps:
                del here[key]
    before = {one.rule for one in judged(plain(WHOLE), final=True).findings}
    after = [one for one in judged(plain(tree), final=True).findings if one.rule == rule.id]
    assert rule.id not in before
    assert {one.severity for one in after} == {Severity.ERROR}


@some
@given(any_tree)
def test_what_a_draft_is_told_the_finished_report_is_told_too(tree: Tree) -> None:
    drafted = judged(plain({**tree, "status": "utkast"}))
    finished = judged(plain({**tree, "status": "utkast"}), final=True)
    assert {one[:2] + one[3:] for one in told(drafted)} <= {
        one[:2] + one[3:] for one in told(finished)
    }
    assert not any(one.todo for one in finished.findings)
    assert finished.count(Severity.ERROR) >= drafted.count(Severity.ERROR)
