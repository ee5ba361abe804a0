"""The form for GitHub Actions, read as its runner reads it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.document.model import Span
from checker.finding import Related, Severity
from checker.output.forms import Manner, form
from checker.result import Crash, Refused
from checker.verdict import Exit
from tests.forms.runners import Command, commands, lines, openings

if TYPE_CHECKING:
    from checker.finding import Finding
    from checker.result import ReportResult, Result

GOLDEN = Path(__file__).parent / "golden" / "github.txt"
MANNER = Manner(Exit.FINDINGS)
# docs.github.com, workflow commands, and @actions/core command.ts: no raw , or : in a value.
LINE = re.compile(
    r"::(?:error|warning|notice)"
    r"(?: (?:file=[^,:\r\n]+,line=[1-9]\d*,endLine=[1-9]\d*"
    r"(?:,col=[1-9]\d*,endColumn=[1-9]\d*)?,)?title=[^,:\r\n]+)"
    r"::[^\r\n]+"
)
NUMBER = f"{64}{'0823'}-{'32'}{'34'}"


def told(result: Result, manner: Manner = MANNER) -> list[Command]:
    return commands(form("github", result, manner))


def with_findings(result: Result, *found: Finding, **changes: object) -> Result:
    """The last report alone, with these findings."""
    report: ReportResult = replace(result.reports[-1], findings=found, **changes)  # type: ignore[arg-type]
    return replace(result, reports=(report,), settings=())


@pytest.fixture
def finding(made_up: Result) -> Finding:
    """A plain error at one place."""
    return next(one for one in made_up.findings if one.rule == "FORM109")


def test_the_made_up_report_reads_as_it_was_judged_to_read(
    made_up: Result, pytestconfig: pytest.Config
) -> None:
    got = form("github", made_up, MANNER)
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(got, encoding="utf-8")
    assert got == GOLDEN.read_text(encoding="utf-8")


def test_every_line_that_begins_as_a_command_is_one_of_ours(made_up: Result) -> None:
    opened = openings(form("github", made_up, MANNER))
    assert len(opened) == 20
    assert [one for one in opened if not LINE.fullmatch(one)] == []


def test_the_runner_reads_every_finding_with_its_place_and_words(made_up: Result) -> None:
    read = told(made_up)
    level = {"error": "error", "warning": "warning", "info": "notice"}
    by_title = {(one.properties["title"], one.properties["line"]): one for one in read}
    assert len(read) == len(by_title) == len(made_up.findings)
    for one in made_up.findings:
        title = f"Att göra: {one.rule} {one.name}" if one.todo else f"{one.rule} {one.name}"
        command = by_title[title, str(one.span.line)]
        assert command.name == ("notice" if one.todo else level[one.severity])
        assert command.properties["file"] == one.file
        assert command.data.startswith(f"{one.message}\nSå här: {one.help}")
        assert f"\n{one.file} rad {one.span.line}" in command.data


def test_the_worst_comes_first_across_reports_and_exceptions(
    made_up: Result, finding: Finding
) -> None:
    late = replace(finding, file="ö.yaml")
    early = replace(finding, severity=Severity.INFO)
    reports = (
        replace(made_up.reports[0], findings=(early, replace(early, todo=True))),
        replace(made_up.reports[1], findings=(late,)),
    )
    names = [one.name for one in told(replace(made_up, reports=reports))]
    assert names == ["error", "warning", "warning", "notice", "notice"]
    whole = [one.name for one in told(made_up)]
    assert whole == ["error"] * 6 + ["warning"] * 6 + ["notice"] * 8


def test_a_todo_is_a_notice_after_all_that_counts_as_wrong(
    made_up: Result, finding: Finding
) -> None:
    todo, info = replace(finding, todo=True), replace(finding, severity=Severity.INFO)
    read = told(with_findings(made_up, todo, info))
    assert [(one.name, one.properties["title"]) for one in read] == [
        ("notice", "FORM109 oläsligt-antal"),
        ("notice", "Att göra: FORM109 oläsligt-antal"),
    ]


def test_columns_are_told_only_where_the_place_is_one_line(
    made_up: Result, finding: Finding
) -> None:
    one, two = (
        replace(finding, span=Span(3, 5, 3, 9)),
        replace(finding, span=Span(3, 5, 4, 2)),
    )
    first, second = told(with_findings(made_up, one, two))
    assert list(first.properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert [first.properties[name] for name in ("col", "endColumn")] == ["5", "9"]
    assert list(second.properties) == ["file", "line", "endLine", "title"]
    assert [second.properties[name] for name in ("line", "endLine")] == ["3", "4"]


@pytest.mark.parametrize(
    "text", ["50 %", "%25", "%0A", "%3A%2C", "a,b=c", "a: b", "a]b;c", "%AZP25"]
)
def test_the_runner_gets_back_what_was_written(
    made_up: Result, finding: Finding, text: str
) -> None:
    one = replace(finding, message=text, name=text)
    [read] = told(with_findings(made_up, one, path=f"mapp/{text}.yaml"))
    assert read.properties["file"] == f"mapp/{text}.yaml"
    assert read.properties["title"] == f"FORM109 {text}"
    assert read.data.split("\n")[0] == text


def test_a_path_is_whole_however_long_and_masked(made_up: Result, finding: Finding) -> None:
    folder = "mapp/" * 100
    [read] = told(with_findings(made_up, finding, path=f"{folder}a.yaml"))
    assert read.properties["file"] == f"{folder}a.yaml"
    [read] = told(with_findings(made_up, finding, path=f"{folder}{NUMBER}.yaml"))
    assert read.properties["file"] == f"{folder}ÅÅMMDD-XXXX.yaml"


def test_what_came_from_standard_input_stands_in_no_file(made_up: Result, finding: Finding) -> None:
    [read] = told(with_findings(made_up, finding, path=""))
    assert list(read.properties) == ["title"]
    assert read.data.endswith("rad 58 · avvikelser › per_status › antal › Avslutad")


def test_other_places_are_told_by_line_and_those_in_other_files_with_their_words(
    made_up: Result, finding: Finding
) -> None:
    here = Related(finding.file, Span(7, 1, 7, 2), (), "här")
    there = Related("annan.yaml", Span(8, 1, 8, 2), (), "där")
    one = replace(finding, related=(here, *[there] * 8))
    [read] = told(with_findings(made_up, one))
    places = [row for row in read.data.split("\n") if row.startswith("Jämför")]
    assert places == [
        "Jämför rad 7.",
        *["Jämför annan.yaml rad 8: där."] * 6,
        "Jämför också 2 ställen till i andra filer.",
    ]


def last_line(result: Result) -> str:
    return lines(form("github", result, MANNER))[-2]


def test_ten_of_each_level_are_shown_and_nothing_is_said_of_the_rest(
    made_up: Result, finding: Finding
) -> None:
    ten = [replace(finding, severity=one) for one in Severity for _ in range(10)]
    assert last_line(with_findings(made_up, *ten)).startswith("Behöver rättas")


def test_the_last_line_tells_how_many_are_not_shown_and_where_they_are(
    made_up: Result, finding: Finding
) -> None:
    many = {Severity.ERROR: 12, Severity.WARNING: 11, Severity.INFO: 9}
    found = [replace(finding, severity=one) for one, times in many.items() for _ in range(times)]
    result = with_findings(made_up, *found, *[replace(finding, todo=True)] * 4)
    assert last_line(result) == (
        "GitHub visar högst 10 av varje nivå vid raderna, så 2 fel, 1 att se över och 3"
        " upplysningar och delar att göra visas inte där. Alla står i loggen ovan, och hela"
        " resultatet i körningens sammanfattning (Summary)."
    )
    # They are told all the same: a log has no limit.
    assert Counter(one.name for one in told(result)) == {"error": 12, "warning": 11, "notice": 13}


def test_the_rest_of_the_result_is_plain_text(made_up: Result) -> None:
    rest = [row for row in lines(form("github", made_up, MANNER)) if not row.startswith("::")]
    text = "\n".join(rest)
    for words in (
        "Skäl: Återgivet som det är tryckt.",  # what is waived, and why
        "Det saknas tal för kvar_från_förra_perioden och pågår (rad 61)",
        "ATG002 (Förra årets åtgärder följs inte upp): avstängd.",
        "Är analysen en analys, och inte bara siffrorna återgivna i ord?",
    ):
        assert words in text
    assert rest[-2] == f"{made_up.verdict_text}"
    assert "Så här:" not in text
    assert "group" not in form("github", made_up, MANNER)


def test_the_signs_are_simple_where_that_is_wanted(made_up: Result) -> None:
    plain = form("github", made_up, replace(MANNER, ascii=True)).split("\n::")[-1].split("\n", 1)[1]
    assert set(plain) & set("━─•›·") == set()


def test_what_the_run_could_not_do_is_an_error_too(made_up: Result) -> None:
    result = replace(
        made_up,
        reports=(),
        settings=(),
        refused=(Refused("borta.yaml", "filen finns inte."),),
        crashes=(Crash("TAB001", "a.yaml", "ValueError"),),
    )
    assert [(one.name, one.properties, one.data) for one in told(result)] == [
        (
            "error",
            {"title": "Kontrollen blev inte klar"},
            "Det som hann hittas visas; loggen säger vad som hände.",
        ),
        ("error", {"title": "Filen gick inte att läsa"}, "borta.yaml: filen finns inte."),
    ]
    assert "Regeln TAB001 gick sönder på a.yaml (ValueError)." in form("github", result, MANNER)


def test_that_nothing_was_judged_is_an_error(made_up: Result) -> None:
    nothing = replace(made_up, reports=(), settings=(), paths=("tom",))
    [read] = told(nothing, Manner(Exit.NOTHING_JUDGED))
    assert (read.name, read.properties["title"]) == ("error", "Inget är kontrollerat")
    text = form("github", nothing, Manner(Exit.NOTHING_JUDGED))
    assert "Ingen rapport att kontrollera: tom har inga filer" in text
