"""When the program itself breaks down or is stopped: told as our fault, never a pass."""

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

pytestmark = pytest.mark.usefixtures("shared_desk")


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


# A signal that arrives while Python starts would be Python's own affair; whoever runs the tests in
# the background may have turned it off.
WAITING = """
import signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)
from checker.cli.main import main
import checker.cli.check
threading.Timer(0.1, lambda: (sys.stdout.write("ready\\n"), sys.stdout.flush())).start()
sys.exit(main(["check", "-"]))
"""


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
