"""What is asked for, as a whole: no rule is left out, and every row has its words and its norms."""

from __future__ import annotations

import re

from checker.catalog import read_catalogue
from checker.finding import Basis
from checker.resources import folder

CATALOGUE = read_catalogue(folder("rules"))
REQUIREMENTS = CATALOGUE.requirements
ROWS = [row for group in REQUIREMENTS.groups for row in group.requirements]
FORBIDDEN = re.compile(r"\b(uppfyll\w*|anmärkning\w*|pröva\w*|godkän\w*|röjande\w*|varning\w*)\b")


def test_every_rule_that_asks_for_something_belongs_to_a_requirement() -> None:
    # Rules of form and arithmetic ask for nothing; all others have a row, or a reason why not.
    asking = {one.rule.id for one in CATALOGUE.bound if one.rule.basis is not Basis.CONSISTENCY}
    left_out = sorted(asking - REQUIREMENTS.rules)
    assert left_out == [], f"give these rules a row in rules/requirements.yaml: {left_out}"


def test_what_a_rule_demands_is_demanded_by_its_row() -> None:
    presence = {one.rule.id for one in CATALOGUE.checking if one.rule.check == "part_present"}
    assert presence - {row.demanded_by for row in ROWS} == set()


def test_no_rule_demands_two_rows() -> None:
    demanding = [row.demanded_by for row in ROWS if row.demanded_by]
    assert len(set(demanding)) == len(demanding)


def test_every_question_to_a_person_has_its_row() -> None:
    asked = [(row.id, row.text) for row in ROWS if row.point]
    assert asked == [(one.id, one.question) for one in CATALOGUE.points]


def test_the_rows_stand_in_the_order_of_their_numbers() -> None:
    numbers = [row.id for row in ROWS if not row.point]
    assert numbers == sorted(numbers)


def test_a_row_says_what_it_asks_for_and_never_that_it_is_fulfilled() -> None:
    for row in ROWS:
        assert row.text[0].isupper(), row.id
        assert row.text.endswith("?") == bool(row.point), row.id
        assert not row.text.endswith("."), row.id
        assert not FORBIDDEN.search(row.text), row.id
    for rule, reason in REQUIREMENTS.everywhere.items():
        assert reason.endswith("."), rule


def test_every_norm_that_a_row_names_may_be_printed() -> None:
    named = {source for row in ROWS for source in row.sources}
    assert [one for one in sorted(named) if not CATALOGUE.sources[one].citable] == []


def test_the_chapters_of_the_regulation_come_first_and_the_questions_last() -> None:
    assert [group.key for group in REQUIREMENTS.groups] == [
        "scope",
        "chapter_3",
        "chapter_4",
        "chapter_5",
        "staff",
        "chapter_7",
        "lex_sarah",
        "not_executed",
        "privacy",
        "human",
    ]
