"""What takes too long is given up on, told as our limit, and is never a pass."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from checker import deadline
from checker.cli.arguments import CHECK_FORMS, MATRIX_FORMS
from checker.compiled import default_catalogue
from checker.deadline import Allowance
from checker.document.reader import read_document
from checker.limits import MAX_TIMEOUT, TIMEOUT
from checker.run import run as run_checks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from checker.catalog import Catalogue
    from checker.report import Item

    Call = Callable[..., CompletedProcess[str]]

pytestmark = [pytest.mark.timeout(300, method="thread"), pytest.mark.usefixtures("shared_desk")]

HEAVY = "TAB003"  # run after TAB001, which finds the error of error.yaml
NEXT = "TAB004"
REMEDY = (
    "Det är vår tidsgräns, inte ett fel i rapporten. Det som hann hittas visas. Ge mer tid med"
    " --timeout SEKUNDER."
)
TOO_LONG = f"{{}} tog över 60 sekunder att kontrollera, och vi gav upp. {REMEDY}"


def endlessly(*_given: object, **_named: object) -> NoReturn:
    while True:
        pass


class Quick(Allowance):
    """A minute that takes a fraction of a second."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__(seconds)
        if self._left:
            self._left /= 200


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.gathering.Allowance", Quick)


@pytest.fixture
def heavy_rule(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that never ends on the reports of one board, that of error.yaml."""
    del call  # it sets the catalogue too, and must come first
    catalogue = with_check(default_catalogue(), HEAVY, only_on_error)
    monkeypatch.setattr("checker.run.default_catalogue", lambda: catalogue)


def only_on_error(item: Item, _ask: object) -> list[Any]:
    if item.report.document.name == "error.yaml":
        endlessly()
    return []


def with_check(catalogue: Catalogue, rule: str, run: Callable[..., Any]) -> Catalogue:
    bound = tuple(
        replace(one, check=replace(one.check, run=run)) if one.rule.id == rule else one
        for one in catalogue.bound
    )
    return replace(catalogue, bound=bound)


@pytest.mark.usefixtures("heavy_rule")
class TestARuleWithoutEnd:
    def test_gives_4_and_shows_what_was_found_before(self, call: Call) -> None:
        done = call("check", "error.yaml")
        flat = " ".join(done.stdout.split())
        assert (done.returncode, done.stderr) == (4, "")
        assert "TAB001 · rad 36" in done.stdout
        assert TOO_LONG.format("error.yaml") in flat
        assert "Resultat Kunde inte kontrolleras Påpekanden 1 fel" in flat
        assert done.stdout.splitlines()[-1].startswith("Kunde inte kontrolleras. ")

    def test_says_which_rules_were_not_run_to_their_end(self, call: Call) -> None:
        told = json.loads(call("check", "error.yaml", "--format", "json").stdout)
        reason = "tiden tog slut innan regeln var klar"
        rules = [one["rule"] for one in told["not_run"] if one["reason"] == reason]
        every = [one.rule.id for one in default_catalogue().checking]
        assert rules == every[every.index(HEAVY) :]
        assert NEXT in rules

    def test_is_told_in_json_as_partial(self, call: Call) -> None:
        done = call("check", "error.yaml", "clean.yaml", "--format", "json")
        told = json.loads(done.stdout)
        assert (done.returncode, told["exit_code"], told["partial"]) == (4, 4, True)
        assert told["given_up"] == [
            {"file": "error.yaml", "seconds": 60.0, "reason": TOO_LONG.format("error.yaml")}
        ]
        assert [one["rule"] for one in told["findings"]] == ["TAB001"]
        assert told["verdict"]["code"] == "not_tested"

    def test_does_not_keep_the_others_from_being_judged(self, call: Call) -> None:
        files = ("clean.yaml", "error.yaml", "warning.yaml")
        told = json.loads(call("check", *files, "--format", "json").stdout)
        verdicts = {one["file"]: one["verdict"]["code"] for one in told["reports"]}
        assert verdicts == {
            "clean.yaml": "clear",
            "error.yaml": "not_tested",
            "warning.yaml": "clear_with_remarks",
        }
        assert [one["file"] for one in told["given_up"]] == ["error.yaml"]

    @pytest.mark.parametrize("form", CHECK_FORMS)
    def test_is_4_and_told_in_every_form(self, call: Call, form: str) -> None:
        done = call("check", "error.yaml", "--fail-on", "never", "--format", form)
        assert done.returncode == 4
        assert "60 sekunder" in " ".join(done.stdout.split())
        assert "Kunde inte kontrolleras" in done.stdout + done.stderr

    def test_weighs_more_than_a_missing_file_and_an_output_that_fails(self, call: Call) -> None:
        output = ("--output", "json=no/such/out.json")
        assert call("check", "error.yaml", "missing.yaml", *output).returncode == 4

    def test_takes_nothing_when_it_is_not_asked_for(self, call: Call) -> None:
        assert call("check", "error.yaml", "--only", "TAB001").returncode == 1

    @pytest.mark.parametrize("form", MATRIX_FORMS)
    def test_is_4_in_every_form_of_the_matrix(self, call: Call, form: str) -> None:
        done = call("matrix", "error.yaml", "clean.yaml", "--format", form)
        # JSON writes letters as escapes, Markdown puts a backslash before signs.
        plain = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), done.stdout)
        flat = " ".join(plain.replace("\\", "").split())
        assert done.returncode == 4
        assert f"Översikten är inte hel. {TOO_LONG.format('error.yaml')}" in flat

    def test_the_matrix_never_says_that_such_a_rule_was_answered(self, call: Call) -> None:
        told = json.loads(call("matrix", "error.yaml", "--format", "json").stdout)
        (counts,) = [one for one in told["tables"] if one["key"] == "counts"]
        (row,) = counts["rows"]
        assert int(row["cells"]["not_tested"]["text"]) > 0


class TestReadingWithoutEnd:
    @pytest.fixture(autouse=True)
    def heavy_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def read(content: bytes, name: str) -> object:
            return endlessly() if name == "warning.yaml" else read_document(content, name)

        monkeypatch.setattr("checker.inputs.read_document", read)
        monkeypatch.setattr("checker.gathering.read_document", read)

    def test_gives_4_and_judges_the_others(self, call: Call) -> None:
        done = call("check", "warning.yaml", "error.yaml", "--format", "json")
        told = json.loads(done.stdout)
        assert done.returncode == 4
        assert [one["file"] for one in told["reports"]] == ["error.yaml"]
        assert [one["rule"] for one in told["findings"]] == ["TAB001"]
        assert [one["reason"] for one in told["given_up"]] == [TOO_LONG.format("warning.yaml")]

    def test_of_the_only_report_is_no_empty_run(self, call: Call) -> None:
        done = call("check", "warning.yaml")
        assert done.returncode == 4
        assert "Ingen rapport att kontrollera" not in done.stdout
        assert done.stdout.splitlines()[-1] == "Kunde inte kontrolleras"

    def test_is_a_row_in_the_matrix(self, call: Call) -> None:
        done = call("matrix", "warning.yaml", "clean.yaml")
        flat = " ".join(done.stdout.split())
        assert done.returncode == 4
        told = "kunde inte kontrolleras: tiden tog slut, och det är vår gräns"
        assert f"warning.yaml {told}" in flat

    @pytest.mark.parametrize("named", [["--previous", "warning.yaml"], []], ids=["named", "beside"])
    def test_of_what_a_report_is_compared_with_is_never_green(
        self, call: Call, desk: Path, files: dict[str, bytes], named: list[str]
    ) -> None:
        # Beside it lies what may be a report of the same board.
        (desk / "clean.yaml").write_bytes(files["warning.yaml"].replace(b"(9 %)", b"(10 %)"))
        done = call("check", "clean.yaml", *named, "--format", "json")
        told = json.loads(done.stdout)
        assert (done.returncode, told["verdict"]["code"], told["partial"]) == (
            4,
            "not_tested",
            True,
        )
        assert [one["verdict"]["code"] for one in told["reports"]] == ["not_tested"]
        reason = "det som rapporterna jämförs med tog över 60 sekunder."
        assert told["given_up"] == [
            {
                "file": "warning.yaml",
                "seconds": 60.0,
                "reason": f"warning.yaml hann inte läsas: {reason} {REMEDY}",
            }
        ]
        lost = "warning.yaml och andra rapporter hann inte läsas, och den förra kan vara en av dem"
        assert {one["reason"] for one in told["not_run"]} == {lost}


def test_comparing_takes_of_the_time_of_the_report(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.corpus.Corpus.neighbours", endlessly)
    told = json.loads(call("check", "error.yaml", "--format", "json").stdout)
    assert [one["reason"] for one in told["given_up"]] == [TOO_LONG.format("error.yaml")]
    assert [one["verdict"]["code"] for one in told["reports"]] == ["not_tested"]


def test_the_search_for_personal_numbers_is_limited_too(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.engine.guard", endlessly)
    told = json.loads(call("check", "error.yaml", "syntax.yaml", "--format", "json").stdout)
    assert [one["file"] for one in told["given_up"]] == ["error.yaml", "syntax.yaml"]
    guards = {"PERS001", "PERS002", "PERS003"}
    assert guards <= {one["rule"] for one in told["not_run"] if one["file"] == "error.yaml"}
    assert [one["file"] for one in told["findings"]] == ["syntax.yaml"]


def test_an_explanation_with_such_a_report_says_so(call: Call, heavy_rule: None) -> None:
    del heavy_rule
    catalogue = with_check(default_catalogue(), HEAVY, only_on_error)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checker.cli.explain.read_catalogue", lambda _folder: catalogue)
        done = call("explain", HEAVY, "error.yaml")
    told = "error.yaml tog över 60 sekunder att kontrollera, och vi gav upp."
    assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {told}\n")


def test_in_a_thread_the_time_is_asked_for_between_items(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del desk
    now = [0.0]
    seen: list[str] = []

    def slow(item: Item, _ask: object) -> list[Any]:
        seen.append(item.report.document.name)
        now[0] += 61
        return []

    catalogue = with_check(default_catalogue(), "TAB001", slow)
    monkeypatch.setattr("checker.run.default_catalogue", lambda: catalogue)
    monkeypatch.setattr("checker.gathering.Allowance", Allowance)
    monkeypatch.setattr(deadline, "monotonic", lambda: now[0])
    results = []
    thread = threading.Thread(target=lambda: results.append(run_checks(["clean.yaml"])))
    thread.start()
    thread.join()
    (result,) = results
    assert [one.file for one in result.given_up] == ["clean.yaml"]
    assert seen == ["clean.yaml"]
    assert (result.partial, result.verdict) == (True, "not_tested")


class TestTheOption:
    @pytest.mark.parametrize("command", ["check", "matrix"])
    def test_says_how_long(self, call: Call, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
        asked: list[float | None] = []

        class Noting(Allowance):
            def __init__(self, seconds: float | None) -> None:
                asked.append(seconds)
                super().__init__(seconds)

        monkeypatch.setattr("checker.gathering.Allowance", Noting)
        for words in ((), ("--timeout", "7"), (f"--timeout={MAX_TIMEOUT}",)):
            call(command, "clean.yaml", *words)
        # The report itself, and what it is compared with.
        assert asked == [TIMEOUT, TIMEOUT, 7, 7, MAX_TIMEOUT, MAX_TIMEOUT]

    @pytest.mark.parametrize("command", ["check", "matrix"])
    @pytest.mark.parametrize(
        ("word", "shown"),
        [
            *(
                (word, word)
                for word in ("0", "00", "-1", "+5", "1.5", "1,5", "1e3", "1_0", "sextio")
            ),
            *((word, word) for word in ("86401", "9" * 30, "nan", "inf", "٣", "²")),
            (" 5", " 5"),
            ("5\x1b[2J", r"5\x1b[2J"),
        ],
    )
    def test_is_a_whole_number_of_seconds(
        self, call: Call, command: str, word: str, shown: str
    ) -> None:
        done = call(command, "clean.yaml", f"--timeout={word}")
        told = f"--timeout ska vara hela sekunder från 1 till 86400, inte {shown}."
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"kvalitetskoll: {told}\n"

    def test_needs_a_value(self, call: Call) -> None:
        done = call("check", "clean.yaml", "--timeout")
        assert (done.returncode, done.stderr) == (
            2,
            "kvalitetskoll: --timeout behöver ett värde.\n",
        )

    @pytest.mark.parametrize("command", ["check", "matrix"])
    def test_is_in_the_help_with_what_it_is_otherwise(self, call: Call, command: str) -> None:
        flat = " ".join(call(command, "--help").stdout.split())
        told = f"--timeout SEKUNDER så länge får en rapport ta, annars ger vi upp den: {TIMEOUT} ("
        assert told in flat


ENDLESS = """\
import sys
from dataclasses import replace
import checker.run as run
from checker.cli.main import main
from checker.compiled import default_catalogue

def endlessly(item, ask):
    if item.report.document.name == "error.yaml":
        while True:
            pass
    return []

whole = default_catalogue()
bound = tuple(
    replace(one, check=replace(one.check, run=endlessly)) if one.rule.id == "TAB003" else one
    for one in whole.bound
)
run.default_catalogue = lambda: replace(whole, bound=bound)
sys.exit(main(sys.argv[1:]))
"""


def test_a_real_process_gives_up_and_goes_on(run: Call) -> None:
    words = ("check", "error.yaml", "clean.yaml", "--timeout", "5")
    done = run(*words, script=ENDLESS, timeout=250)
    flat = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (4, "")
    assert "error.yaml tog över 5 sekunder att kontrollera, och vi gav upp." in flat
    assert "TAB001 · rad 36" in done.stdout
    assert "clean.yaml Exempelkommun" in flat
