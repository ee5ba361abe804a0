"""The contract of the exit codes: one table, the same for every form."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

import checker
from checker.compiled import default_catalogue
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    from checker.catalog import Catalogue

    Call = Callable[..., CompletedProcess[str]]

ROOT = Path(checker.__file__).parent.parent
PHRASES = (
    "Inget att rätta",
    "Klar med påpekanden",
    "Behöver rättas",
    "Utkast: ",
    "Kunde inte kontrolleras",
)

# What is checked, the code, and the verdict's beginning.
CHECKED = (
    ("a clean report", "clean.yaml", 0, "Inget att rätta"),
    ("a warning", "warning.yaml", 0, "Klar med påpekanden"),
    ("a piece of information", "info.yaml", 0, "Inget att rätta"),
    ("an error that never fails", "error.yaml --fail-on never", 0, "Behöver rättas"),
    ("a warning that never fails", "warning.yaml --fail-on never", 0, "Klar med påpekanden"),
    ("a warning below the level", "warning.yaml --fail-on error", 0, "Klar med påpekanden"),
    ("information below the level", "info.yaml --fail-on warning", 0, "Inget att rätta"),
    ("a draft with only to-dos", "draft.yaml", 0, "Utkast: 1 del återstår"),
    ("to-dos at the lowest level", "draft.yaml --fail-on info", 0, "Utkast: 1 del återstår"),
    ("an error outside --only", "error.yaml --only AND002", 0, "Inget att rätta (delvis"),
    ("an error", "error.yaml", 1, "Behöver rättas"),
    ("an error above the level", "error.yaml --fail-on info", 1, "Behöver rättas"),
    ("a warning at the level", "warning.yaml --fail-on warning", 1, "Klar med påpekanden"),
    ("a warning above the level", "warning.yaml --fail-on info", 1, "Klar med påpekanden"),
    ("information at the level", "info.yaml --fail-on info", 1, "Inget att rätta"),
    ("a draft with an error", "draft_error.yaml", 1, "Behöver rättas"),
    ("a draft read as finished", "draft.yaml --final", 1, "Behöver rättas"),
    ("that draft with an error, finished", "draft_error.yaml --final", 1, "Behöver rättas"),
    ("an error inside --only", "error.yaml --only TAB001", 1, "Behöver rättas (delvis"),
    ("a YAML syntax error", "syntax.yaml", 1, "Kunde inte kontrolleras"),
    ("a syntax error outside --only", "syntax.yaml --only TAB001", 1, "Kunde inte kontrolleras"),
    ("not UTF-8", "latin1.yaml", 1, "Kunde inte kontrolleras"),
    ("UTF-16", "utf16.yaml", 1, "Kunde inte kontrolleras"),
    ("a zip file called .yaml", "word.yaml", 1, "Kunde inte kontrolleras"),
    ("an empty file", "empty.yaml", 1, "Kunde inte kontrolleras"),
    ("nothing but a comment", "comment.yaml", 1, "Kunde inte kontrolleras"),
    ("a list at the top", "list.yaml", 1, "Kunde inte kontrolleras"),
    ("no format", "no_format.yaml", 1, "Kunde inte kontrolleras"),
    ("another format", "other_format.yaml", 1, "Kunde inte kontrolleras"),
    ("nested too deep", "deep.yaml", 1, "Kunde inte kontrolleras"),
    ("the wrong shape", "shape.yaml", 1, "Behöver rättas"),
    ("a folder with an error in it", "both", 1, "Behöver rättas"),
    ("a clean report and an unreadable one", "clean.yaml syntax.yaml", 1, "Kunde inte kontroll"),
    ("a missing named file", "missing.yaml", 2, "Kunde inte kontrolleras"),
    ("an error and a missing file", "error.yaml missing.yaml", 2, "Kunde inte kontrolleras"),
    ("a file used as a folder", "clean.yaml/inner.yaml", 2, "Kunde inte kontrolleras"),
    ("a named FIFO", "fifo.yaml", 2, "Kunde inte kontrolleras"),
    ("a missing file that never fails", "missing.yaml --fail-on never", 2, "Kunde inte kontroll"),
    ("an empty named folder", "nothing", 3, "Kunde inte kontrolleras"),
    ("a folder with nothing but ours", "ours", 3, "Kunde inte kontrolleras"),
    ("an unreadable report that never fails", "syntax.yaml --fail-on never", 3, "Kunde inte kont"),
)
every_checked = pytest.mark.parametrize(
    ("words", "code", "verdict"),
    [pytest.param(words.split(), *rest, id=name) for name, words, *rest in CHECKED],
)

OTHERS = (
    ("the help", "--help", 0),
    ("the version", "--version", 0),
    ("the help of a command", "check --nonsense --help", 0),
    ("a rule's page", "explain TAB001", 0),
    ("the catalogue", "rules", 0),
    ("the catalogue as JSON", "rules --format json", 0),
    ("own rules that hold", "rules --test rules_good", 0),
    ("own rules with a failing example", "rules --test rules_failing", 1),
    ("no command", "", 2),
    ("an unknown command", "chekc clean.yaml", 2),
    ("an unknown option", "check clean.yaml --nonsense", 2),
    ("a shortened option", "check clean.yaml --fin", 2),
    ("an unknown level", "check clean.yaml --fail-on fatal", 2),
    ("an unknown form", "check clean.yaml --format xml", 2),
    ("an unknown rule in --only", "check clean.yaml --only NIX999", 2),
    ("a day that is none", "check clean.yaml --today 2026-02-30", 2),
    ("an unknown form of output", "check clean.yaml --output xml=out.xml", 2),
    ("an output without a form", "check clean.yaml --output out.json", 2),
    ("an output without a file", "check clean.yaml --output json=", 2),
    ("an output into no folder", "check clean.yaml --output json=no/such/out.json", 2),
    ("an output into a file", "check clean.yaml --output json=error.yaml/out.json", 2),
    ("an output onto a folder", "check clean.yaml --output json=nothing", 2),
    ("an error and a failing output", "check error.yaml --output json=no/such/out.json", 2),
    ("the page of an unknown rule", "explain NIX999", 2),
    ("the page of a section that the register lacks", "explain 99§", 2),
    ("the page of no rule", "explain", 2),
    ("the pages of two rules", "explain TAB001 TAB002", 2),
    ("own rules with a broken file", "rules --test rules_broken", 2),
    ("own rules with a syntax error", "rules --test rules_syntax", 2),
    ("own rules without rules", "rules --test nothing", 2),
    ("own rules in no folder", "rules --test missing", 2),
    ("own rules in a file", "rules --test clean.yaml", 2),
)

pytestmark = pytest.mark.usefixtures("shared_desk")


@every_checked
def test_the_text_form_ends_with_the_verdict_and_its_code(
    call: Call, words: list[str], code: int, verdict: str
) -> None:
    done = call("check", *words)
    last = done.stdout.splitlines()[-1]
    assert (done.returncode, last[: len(verdict)], done.stderr) == (code, verdict, "")
    assert last.startswith(PHRASES)


@every_checked
def test_the_json_form_has_the_same_code_and_says_the_verdict_on_stderr(
    call: Call, words: list[str], code: int, verdict: str
) -> None:
    done = call("check", *words, "--format", "json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["exit_code"]) == (code, code)
    assert done.stderr == told["verdict"]["text"] + "\n"
    assert done.stderr.startswith(verdict)


@pytest.mark.parametrize(
    ("words", "code"), [pytest.param(words.split(), code, id=name) for name, words, code in OTHERS]
)
def test_what_else_can_be_asked_has_its_code(call: Call, words: list[str], code: int) -> None:
    done = call(*words)
    assert done.returncode == code
    if code == Exit.OK:
        assert (done.stdout != "", done.stderr) == (True, "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "clean.yaml"), 0),
        (("check", "error.yaml"), 1),
        (("check", "--nonsense"), 2),
        (("check", "nothing"), 3),
    ],
)
def test_the_process_ends_with_the_code(run: Call, words: tuple[str, ...], code: int) -> None:
    assert run(*words).returncode == code


def test_the_shipped_reports_have_nothing_wrong_that_is_not_excused(call: Call) -> None:
    done = call("check", str(ROOT / "reports_yaml"), "--fail-on", "warning")
    assert done.returncode == Exit.OK
    assert done.stdout.splitlines()[-1].startswith("Inget att rätta (14 undantag). ")


def test_ctrl_c_while_waiting_for_standard_input_gives_130_and_no_traceback(
    shared_desk: Path,
) -> None:
    waiting = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", WAITING],
        cwd=shared_desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert waiting.stdout
    assert waiting.stdout.readline() == b"ready\n"
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate(timeout=10)
    assert (waiting.returncode, out, err) == (130, b"", b"")


# A signal that arrives while Python starts would be Python's own affair.
WAITING = """
import sys, threading
from checker.cli.main import main
import checker.cli.check
threading.Timer(0.1, lambda: (sys.stdout.write("ready\\n"), sys.stdout.flush())).start()
sys.exit(main(["check", "-"]))
"""


def test_ctrl_c_during_the_run_gives_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.cli.running.run", raising(KeyboardInterrupt()))
    done = call("check", "clean.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


class TestABreakdown:
    """A check that breaks down is our fault, and never a pass."""

    @pytest.fixture(autouse=True)
    def broken(self, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        """``call`` comes first, for it puts the whole catalogue in place."""
        del call
        catalogue = with_broken_check(default_catalogue(), "AND002")
        monkeypatch.setattr("checker.run.default_catalogue", lambda: catalogue)

    def test_gives_4_and_shows_what_was_found(self, call: Call) -> None:
        done = call("check", "error.yaml")
        assert done.returncode == Exit.INTERNAL
        assert "TAB001 · rad 36" in done.stdout
        flat = " ".join(done.stdout.split())
        assert "Regeln AND002 gick sönder på error.yaml (ZeroDivisionError)." in flat
        assert "hemlighet" not in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr

    def test_is_told_in_json_as_partial(self, call: Call) -> None:
        done = call("check", "error.yaml", "clean.yaml", "--format", "json")
        told = json.loads(done.stdout)
        assert (done.returncode, told["exit_code"], told["partial"]) == (4, 4, True)
        assert {one["file"] for one in told["crashes"]} == {"clean.yaml", "error.yaml"}
        assert told["crashes"][0]["rule"] == "AND002"
        assert [one["rule"] for one in told["findings"]] == ["TAB001"]

    def test_weighs_more_than_a_missing_file_and_findings(self, call: Call) -> None:
        assert call("check", "error.yaml", "missing.yaml").returncode == Exit.INTERNAL

    def test_weighs_more_than_a_level_that_never_fails(self, call: Call) -> None:
        assert call("check", "clean.yaml", "--fail-on", "never").returncode == Exit.INTERNAL

    def test_weighs_more_than_a_failing_output(self, call: Call) -> None:
        done = call("check", "clean.yaml", "--output", "json=no/such/out.json")
        assert done.returncode == Exit.INTERNAL

    def test_is_never_called_clean(self, call: Call) -> None:
        last = call("check", "clean.yaml").stdout.splitlines()[-1]
        assert last.split(".")[0] != "Inget att rätta"

    def test_in_a_report_that_is_not_reached_by_the_check_is_none(self, call: Call) -> None:
        done = call("check", "clean.yaml", "--only", "TAB001")
        assert done.returncode == Exit.OK


def test_a_breakdown_outside_the_checks_gives_4_and_says_so(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.run.judge_among", raising(ZeroDivisionError("hemlighet")))
    done = call("check", "clean.yaml")
    assert done.returncode == Exit.INTERNAL
    assert "Kontrollen gick sönder på clean.yaml (ZeroDivisionError)." in done.stdout
    assert done.stdout.splitlines()[-1] == "Kunde inte kontrolleras"
    assert "hemlighet" not in done.stdout + done.stderr


def test_a_missing_key_inside_the_program_is_no_unknown_rule(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.run.judge_among", raising(KeyError("empty")))
    done = call("check", "clean.yaml")
    assert "Regeln empty finns inte" not in done.stderr
    assert done.returncode == Exit.INTERNAL


def test_a_breakdown_in_one_report_does_not_hide_the_others(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker.engine import Reading, judge_among

    def fragile(reading: Reading, *given: object) -> object:
        if reading.document.name == "warning.yaml":
            raise ZeroDivisionError
        return judge_among(reading, *given)  # type: ignore[arg-type]

    monkeypatch.setattr("checker.run.judge_among", fragile)
    done = call("check", "error.yaml", "warning.yaml")
    assert done.returncode == Exit.INTERNAL
    assert "TAB001" in done.stdout


def test_a_verdict_with_a_file_missing_is_not_that_of_a_clean_run(call: Call) -> None:
    done = call("check", "clean.yaml", "missing.yaml")
    assert done.returncode == Exit.USAGE
    assert done.stdout.splitlines()[-1].split(".")[0] != "Inget att rätta"


def test_without_a_path_and_without_the_usual_folder_nothing_is_judged(call: Call) -> None:
    assert call("check").returncode == Exit.NOTHING_JUDGED


class TestDebug:
    """``--debug`` shows where the program broke down, and changes nothing else."""

    def test_wrong_use_is_still_one_sentence_and_2(self, run: Call) -> None:
        done = run("check", "--nonsense", "--debug")
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)

    def test_a_breakdown_is_still_4(self, run: Call) -> None:
        script = (
            "import sys, checker.run\n"
            "from checker.cli.main import main\n"
            "checker.run.judge_among = None\n"
            "sys.exit(main(['check', 'clean.yaml', '--debug']))\n"
        )
        done = run(script=script)
        assert "Traceback" in done.stderr
        assert done.returncode == Exit.INTERNAL

    def test_findings_are_still_1(self, call: Call) -> None:
        assert call("check", "error.yaml", "--debug").returncode == Exit.FINDINGS


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("n" * 300 + ".yaml", id="a name too long for the system"),
        pytest.param("p/" * 3000, id="a path too long for the system"),
        pytest.param("round.yaml", id="a link that leads to itself"),
    ],
)
def test_a_name_that_the_system_refuses_is_a_missing_file(
    call: Call, desk: Path, name: str
) -> None:
    with suppress(OSError):
        (desk / "round.yaml").symlink_to("round.yaml")
    done = call("check", name, "error.yaml")
    assert done.returncode == Exit.USAGE
    assert "TAB001" in done.stdout


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def raises(*_given: object, **_named: object) -> NoReturn:
        raise error

    return raises


def with_broken_check(catalogue: Catalogue, rule: str) -> Catalogue:
    bound = tuple(
        replace(one, check=replace(one.check, run=raising(ZeroDivisionError("hemlighet"))))
        if one.rule.id == rule
        else one
        for one in catalogue.bound
    )
    return replace(catalogue, bound=bound)
