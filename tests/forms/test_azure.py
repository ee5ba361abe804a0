"""The form for Azure Pipelines, read as its agent reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.finding import Severity
from checker.output.forms import Manner, form
from checker.result import Refused
from checker.verdict import Exit
from tests.forms.runners import Command, commands, lines, openings

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.result import Result

GOLDEN = Path(__file__).parent / "golden" / "azure.txt"
MANNER = Manner(Exit.FINDINGS)
# learn.microsoft.com, logging commands, and CommandStringConvertor.cs: no raw ; or ] in a value.
LINE = re.compile(
    r"##vso\[task\.logissue type=(?:error|warning);"
    r"(?:sourcepath=[^;\]\r\n]+;linenumber=[1-9]\d*;columnnumber=[1-9]\d*;)?"
    r"(?:code=[A-Z]+\d+;)?\][^;\]\r\n]+"
)


def told(result: Result, manner: Manner = MANNER) -> list[Command]:
    return commands(form("azure", result, manner))


def with_findings(result: Result, *found: Finding, path: str = "a.yaml") -> Result:
    """The last report alone, with these findings."""
    report = replace(result.reports[-1], findings=found, path=path)
    return replace(result, reports=(report,), settings=())


@pytest.fixture
def finding(made_up: Result) -> Finding:
    """A plain error at one place."""
    return next(one for one in made_up.findings if one.rule == "FORM109")


def test_the_made_up_report_reads_as_it_was_judged_to_read(
    made_up: Result, pytestconfig: pytest.Config
) -> None:
    got = form("azure", made_up, MANNER)
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(got, encoding="utf-8")
    assert got == GOLDEN.read_text(encoding="utf-8")


def test_every_line_that_holds_a_command_is_one_of_ours(made_up: Result) -> None:
    opened = openings(form("azure", made_up, MANNER))
    assert len(opened) == 12
    assert [one for one in opened if not LINE.fullmatch(one)] == []


def test_the_agent_reads_every_error_and_warning_the_worst_first(made_up: Result) -> None:
    counting = [one for one in made_up.findings if not one.todo]
    wanted = [
        (one.severity.value, one.file, str(one.span.line), str(one.span.column), one.rule)
        for severity in (Severity.ERROR, Severity.WARNING)
        for one in counting
        if one.severity is severity
    ]
    names = ("type", "sourcepath", "linenumber", "columnnumber", "code")
    assert [tuple(one.properties[name] for name in names) for one in told(made_up)] == wanted
    assert {one.name for one in told(made_up)} == {"task.logissue"}


def test_the_rest_is_told_in_plain_lines_with_its_kind_and_place_first(made_up: Result) -> None:
    rows = lines(form("azure", made_up, MANNER))
    info = [row for row in rows if row.startswith("Upplysning: ")]
    todo = [row for row in rows if row.startswith("Att göra: ")]
    assert [row[:60] for row in info][:1] == [
        "Upplysning: kvalitetsrapport-2025.yaml rad 65: LEX023 ärende"
    ]
    assert (len(info), len(todo)) == (4, 4)
    assert rows.index(todo[-1]) < rows.index(next(row for row in rows if row.startswith("━")))


def test_a_sentence_tells_what_how_and_where(made_up: Result, finding: Finding) -> None:
    [read] = told(with_findings(made_up, replace(finding, message="Fel.", help="Rätta.")))
    assert read.data == ("Fel. Så här: Rätta. Gäller avvikelser › per_status › antal › Avslutad.")


@pytest.mark.parametrize("text", ["50 %", "%3B", "%AZP25", "%0A", "a;b=c", "a]b", "a: b,c"])
def test_the_agent_gets_back_what_was_written(made_up: Result, finding: Finding, text: str) -> None:
    one = replace(finding, message=text, crumbs="")
    [read] = told(with_findings(made_up, one, path=f"mapp/{text}.yaml"))
    assert read.properties["sourcepath"] == f"mapp/{text}.yaml"
    assert read.data == f"{text} Så här: {one.help}"


def test_how_the_step_went_is_left_to_the_exit_code(made_up: Result) -> None:
    assert "task.complete" not in form("azure", made_up, MANNER)
    assert form("azure", made_up, MANNER) == form("azure", made_up, Manner(Exit.OK))


def test_the_last_line_tells_how_many_are_not_shown(made_up: Result, finding: Finding) -> None:
    ten = [replace(finding, severity=one) for one in Severity for _ in range(10)]
    assert lines(form("azure", with_findings(made_up, *ten), MANNER))[-2].startswith("Behöver")
    result = with_findings(made_up, *ten, finding, finding)
    assert lines(form("azure", result, MANNER))[-2] == (
        "Azure Pipelines visar högst 10 av varje nivå på körningens sida, så 2 fel visas"
        " inte där. Alla står i loggen ovan."
    )
    assert len(told(result)) == 22


def test_what_the_run_could_not_do_is_an_error_without_a_place(made_up: Result) -> None:
    refused = (Refused("borta.yaml", "filen finns inte."),)
    [read] = told(replace(made_up, reports=(), settings=(), refused=refused))
    assert (read.properties, read.data) == ({"type": "error"}, "borta.yaml: filen finns inte.")
