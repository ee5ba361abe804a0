"""The made-up report that every form is shown with holds a finding of every kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.finding import Severity

if TYPE_CHECKING:
    from checker.result import Result


def test_it_has_findings_of_every_severity_and_todos(made_up: Result) -> None:
    kinds = Counter("todo" if one.todo else one.severity.value for one in made_up.findings)
    assert kinds == {"error": 6, "warning": 6, "info": 4, "todo": 4}


def test_some_findings_have_many_places_and_some_places_lie_in_other_files(made_up: Result) -> None:
    assert sorted(one.places for one in made_up.findings if one.places > 1) == [2, 2, 2, 2, 3, 5]
    (elsewhere,) = (
        one for one in made_up.findings if any(each.file != one.file for each in one.related)
    )
    assert (elsewhere.rule, elsewhere.severity) == ("JMF101", Severity.ERROR)


def test_something_is_waived_and_something_is_not_run_or_not_testable(made_up: Result) -> None:
    assert [(one.finding.rule, str(one.until)) for one in made_up.waived] == [
        ("AND001", "None"),
        ("TAB001", "2026-12-31"),
    ]
    reports = {one.file: one for one in made_up.reports}
    assert list(reports) == ["kvalitetsrapport-2024.yaml", "kvalitetsrapport-2025.yaml"]
    second = reports["kvalitetsrapport-2025.yaml"]
    assert {one.reason for one in second.not_run} >= {
        "uppgiften går inte att läsa: se påpekandet på rad 58"
    }
    assert [one.reason for one in second.not_testable] == [
        "det saknas tal för kvar_från_förra_perioden och pågår"
    ]


def test_the_rules_deviate_and_the_exceptions_themselves_have_findings(made_up: Result) -> None:
    assert [one.rule for one in made_up.ruleset.deviations] == ["DEL011", "ATG002", "RIM001"]
    assert made_up.ruleset.own == ("KOM001",)
    (settings,) = made_up.settings
    assert [one.rule for one in settings.findings] == ["UND001", "UND002"]


def test_laws_are_cited_and_people_are_asked(made_up: Result) -> None:
    cited = {one.rule for one in made_up.findings if one.citations}
    assert {"LEX003", "LEX004", "DEL013"} <= cited
    assert sum(len(one.points) for one in made_up.reports) == 5
