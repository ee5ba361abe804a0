"""Where results go: standard output, files that are written whole, and pipes that are closed."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.usefixtures("desk")

DAY = ("--today", "2026-11-22")


def tree(folder: Path) -> dict[str, bytes | str]:
    """Everything below a folder, with the content of ordinary files."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else "other"
        for path in folder.rglob("*")
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def closed() -> Iterator[int]:
    """A pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


def test_the_json_on_standard_output_is_one_document_in_ascii(call: Call) -> None:
    done = call("check", "error.yaml", "--format", "json", *DAY)
    assert done.stdout.isascii()
    told = json.loads(done.stdout)
    assert (told["version"], told["date"], told["partial"]) == (1, "2026-11-22", False)
    assert told["verdict"]["code"] == "needs_correction"
    [finding] = told["findings"]
    assert (finding["rule"], finding["file"], finding["line"]) == ("TAB001", "error.yaml", 36)
    assert done.stderr == told["verdict"]["text"] + "\n"


def test_a_file_holds_what_standard_output_would_have_shown(call: Call, out: Path) -> None:
    shown = call("check", "error.yaml", "--color", "never").stdout
    as_json = call("check", "error.yaml", "--format", "json", *DAY).stdout
    outputs = ("--output", f"text={out}/a.txt", "--output", f"json={out}/a.json")
    done = call("check", "error.yaml", *outputs, *DAY)
    assert (done.returncode, done.stdout, done.stderr) == (1, shown, "")
    assert (out / "a.txt").read_text(encoding="utf-8") == shown
    assert (out / "a.json").read_text(encoding="utf-8") == as_json
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "a.txt"]


def test_the_same_form_can_be_written_to_several_files(call: Call, out: Path) -> None:
    files = [out / name for name in ("a.json", "b.json", "c.json")]
    words = [word for file in files for word in ("--output", f"json={file}")]
    assert call("check", "clean.yaml", *words).returncode == 0
    assert len({file.read_bytes() for file in files}) == 1


def test_an_output_may_have_an_equals_sign_in_its_name(call: Call, out: Path) -> None:
    assert call("check", "clean.yaml", "--output", f"json={out}/a=b.json").returncode == 0
    assert (out / "a=b.json").is_file()


def test_an_older_output_is_replaced_whole(call: Call, out: Path) -> None:
    (out / "a.txt").write_text("gammalt " * 10_000, encoding="utf-8")
    call("check", "clean.yaml", "--output", f"text={out}/a.txt")
    text = (out / "a.txt").read_text(encoding="utf-8")
    assert "gammalt" not in text
    assert text.splitlines()[-1].startswith("Inget att rätta")


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt(), ZeroDivisionError()])
def test_a_failing_write_leaves_the_older_file_and_nothing_else(
    call: Call, out: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (out / "a.json").write_bytes(b"gammalt")
    before = tree(out)

    def fails(*_given: object) -> NoReturn:
        raise error

    monkeypatch.setattr(Path, "replace", fails)
    done = call("check", "clean.yaml", "--output", f"json={out}/a.json")
    expected = {OSError: 2, KeyboardInterrupt: 130, ZeroDivisionError: 4}[type(error)]
    assert (done.returncode, tree(out)) == (expected, before)
    assert "Traceback" not in done.stderr


def test_a_failing_form_leaves_the_older_file_and_nothing_else(
    call: Call, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "a.txt").write_bytes(b"gammalt")

    def fails(*_given: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("checker.output.text.text", fails)
    assert call("check", "clean.yaml", "--output", f"text={out}/a.txt").returncode == 4
    assert tree(out) == {"a.txt": b"gammalt"}


def test_an_output_that_fails_is_told_in_one_swedish_sentence(call: Call, out: Path) -> None:
    done = call("check", "error.yaml", "--output", f"json={out}/nix/a.json")
    assert done.returncode == 2
    assert done.stderr.startswith("kvalitetskoll: Kan inte skriva ")
    assert done.stderr.endswith("/nix/a.json: mappen finns inte.\n")
    assert tree(out) == {}


def test_an_output_that_fails_does_not_hide_what_was_found(call: Call, out: Path) -> None:
    done = call("check", "error.yaml", "--output", f"json={out}/nix/a.json")
    assert done.returncode == 2
    assert "TAB001" in done.stdout


def test_an_output_never_replaces_a_report_that_is_read(call: Call, desk: Path) -> None:
    before = tree(desk)
    done = call("check", "clean.yaml", "--output", "json=clean.yaml")
    assert (done.returncode, tree(desk)) == (2, before)


def test_an_output_that_is_no_ordinary_file_is_never_replaced(call: Call, out: Path) -> None:
    os.mkfifo(out / "fifo")
    reader = os.open(out / "fifo", os.O_RDONLY | os.O_NONBLOCK)  # writing into it is right too
    call("check", "clean.yaml", "--output", f"json={out}/fifo")
    os.close(reader)
    assert stat.S_ISFIFO((out / "fifo").stat().st_mode)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_closed_standard_output_is_no_error(run: Call, closed: int, form: str) -> None:
    done = run("check", "clean.yaml", "--format", form, stdout=closed)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("words", [("--help",), ("rules",)])
def test_a_closed_standard_output_is_no_error_for_other_commands(
    run: Call, closed: int, words: tuple[str, ...]
) -> None:
    done = run(*words, stdout=closed)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_stops_after_one_line_is_no_error(run: Call) -> None:
    script = (
        "import subprocess, sys\n"
        "words = [sys.executable, '-m', 'checker', 'rules']\n"
        "rules = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)\n"
        "line = rules.stdout.readline()\n"
        "rules.stdout.close()\n"
        "said = rules.stderr.read()\n"
        "rules.stderr.close()\n"
        "sys.exit(0 if (bool(line), rules.wait(), said) == (True, 0, b'') else 1)\n"
    )
    assert run(script=script).returncode == 0


def test_a_closed_standard_output_does_not_turn_findings_into_a_pass(
    run: Call, closed: int
) -> None:
    assert run("check", "error.yaml", stdout=closed).returncode == 1


def test_a_closed_standard_output_is_no_error_in_colour(run: Call, closed: int) -> None:
    done = run("check", "clean.yaml", "--color", "always", stdout=closed)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_standard_error_loses_nothing_of_the_result(run: Call, closed: int) -> None:
    words = ("check", "error.yaml", "warning.yaml", "shape.yaml", "no_format.yaml", "syntax.yaml")
    done = run(*words, "--format", "json", stderr=closed)
    assert len(done.stdout) > 8192
    assert json.loads(done.stdout)["exit_code"] == 1
    assert done.returncode == 1


def test_a_closed_standard_error_does_not_change_the_code_of_wrong_use(
    run: Call, closed: int
) -> None:
    assert run("check", "--nonsense", stderr=closed).returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [("clean.yaml",), (".", "--format", "json")], ids=len)
def test_a_full_disk_is_an_output_that_cannot_be_written(run: Call, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run("check", *words, stdout=full)
    assert done.returncode == 2
    assert "Internt fel" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("check", "clean.yaml"),
        ("check", "."),
        ("check", "clean.yaml", "--format", "json"),
        ("check", "syntax.yaml", "shape.yaml", "fifo.yaml", "missing.yaml"),
        ("rules", "--test", "rules_good"),
        ("rules", "--test", "rules_broken"),
        ("explain", "TAB001"),
    ],
)
def test_nothing_is_written_beside_the_input(
    call: Call, desk: Path, words: tuple[str, ...]
) -> None:
    before = tree(desk)
    call(*words)
    assert tree(desk) == before


def test_a_process_leaves_nothing_beside_the_input_either(run: Call, desk: Path) -> None:
    before = tree(desk)
    assert run("check", "both").returncode == 1
    assert tree(desk) == before


def test_two_runs_give_the_same_bytes(run: Call) -> None:
    words = ("check", "both", "shape.yaml", "--format", "json", *DAY)
    runs = [run(*words, env={"PYTHONHASHSEED": seed}) for seed in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout
