"""What the forms for machines share: every finding of a run, the worst first, with its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output.machine import Placed, paths, worst_first
from checker.result import Waived
from checker.settings import SettingsResult

if TYPE_CHECKING:
    from tests.inner.conftest import Bench


def test_every_finding_of_a_run_is_there_the_worst_first_and_what_is_excused_last(
    bench: Bench,
) -> None:
    rare = bench.finding(rule="TST003", severity=Severity.INFO)
    unsure = bench.finding(rule="TST002", severity=Severity.WARNING)
    todo = bench.finding(rule="TST001", todo=True)
    wrong, unreadable = bench.finding(file="c.yaml"), bench.finding(file="b.yaml")
    excused = Waived(todo, "skäl", "nämnden", None, "undantag.yaml", todo.span)
    outside = bench.finding(rule="UND001", file="undantag.yaml", severity=Severity.WARNING)
    settings = SettingsResult("undantag.yaml", bench.document(""), (outside,), "x/undantag.yaml")
    result = bench.result(
        bench.report_result(rare, unsure, todo, file="a.yaml", path="x/a.yaml", waived=(excused,)),
        bench.report_result(wrong, file="c.yaml", path="x/c.yaml"),
        bench.report_result(unreadable, file="b.yaml", path="", judged=False),
        settings=(settings,),
    )
    assert worst_first(result) == [
        Placed(unreadable, "", judged=False),
        Placed(wrong, "x/c.yaml"),
        Placed(unsure, "x/a.yaml"),
        Placed(outside, "x/undantag.yaml"),
        Placed(rare, "x/a.yaml"),
        Placed(todo, "x/a.yaml"),
        Placed(excused.finding, "x/a.yaml", waived=excused),
    ]
    assert paths(result) == {
        "a.yaml": "x/a.yaml",
        "c.yaml": "x/c.yaml",
        "undantag.yaml": "x/undantag.yaml",
    }
