"""The summary of a step in GitHub Actions: added to, never written over, and never too large."""

from __future__ import annotations

import os
import shlex
import sys
from subprocess import CompletedProcess, run
from typing import TYPE_CHECKING, Self

import pytest

from checker.cli import summary
from checker.output import forms
from tests.forms.runners import commands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.output.forms import Manner
    from checker.result import Result

    Call = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.usefixtures("desk")

AS_GITHUB = ("--format", "github", "--today", "2026-11-22")
UNWRITTEN = "Kan inte skriva stegets sammanfattning (GITHUB_STEP_SUMMARY): "
VERDICT = "Behöver rättas. 1 punkt kräver bedömning av en människa"
PAGE = "# Behöver rättas\n\nEtt fel.\n"
SHORTENED = (
    "\n\nSammanfattningen är avkortad, för GitHub tar emot högst 1 MiB från ett steg."
    " Hela resultatet står i stegets logg.\n"
)
MIB = 1_048_576
NUMBER = f"{64}{'0823'}-{'32'}{'34'}"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the Markdown form gives, in a list of one, so that a test can change it."""
    pages = [PAGE]

    def markdown(_result: Result, _manner: Manner) -> str:
        return pages[0]

    monkeypatch.setitem(forms.FORMS, "markdown", markdown)
    return pages


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: list[str]) -> Path:
    """The file of a step's summary, empty as the runner makes it."""
    del page
    file = tmp_path / "step_summary_1"
    file.touch()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_the_whole_result_is_written_there(call: Call, step: Path) -> None:
    done = call("check", "error.yaml", *AS_GITHUB)
    assert done.returncode == 1
    assert step.read_text(encoding="utf-8") == PAGE
    assert done.stderr == f"{VERDICT}\n"


def test_what_stands_there_already_stays_and_is_kept_apart(call: Call, step: Path) -> None:
    step.write_text("Från ett annat program", encoding="utf-8")
    call("check", "error.yaml", *AS_GITHUB)
    call("check", "clean.yaml", *AS_GITHUB)
    assert step.read_text(encoding="utf-8") == f"Från ett annat program\n{PAGE}\n{PAGE}"


def test_it_is_written_once_however_the_form_is_asked_for(
    call: Call, step: Path, tmp_path: Path
) -> None:
    file = f"github={tmp_path}/log.txt"
    call("check", "error.yaml", "--output", file)
    assert step.read_text(encoding="utf-8") == PAGE
    step.write_bytes(b"")
    call("check", "error.yaml", *AS_GITHUB, "--output", file)
    assert step.read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize("form", ["text", "json", "azure"])
def test_with_other_forms_it_is_left_alone(call: Call, step: Path, form: str) -> None:
    assert call("check", "error.yaml", "--format", form).returncode == 1
    assert step.read_bytes() == b""


@pytest.mark.parametrize("value", [None, ""])
def test_without_the_variable_nothing_is_written_and_nothing_is_said(
    call: Call, step: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    if value is not None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", value)
    done = call("check", "error.yaml", *AS_GITHUB)
    assert (done.returncode, done.stderr) == (1, f"{VERDICT}\n")
    assert step.read_bytes() == b""


def unwritten(done: CompletedProcess[str]) -> str:
    """Why the summary was not written; all else must be as always."""
    assert done.returncode == 2
    assert [one.name for one in commands(done.stdout)] == ["error"]
    verdict, told = done.stderr.splitlines()
    assert verdict == VERDICT
    assert told.startswith(f"kvalitetskoll: {UNWRITTEN}")
    return told.removeprefix(f"kvalitetskoll: {UNWRITTEN}")


def test_a_file_that_is_missing_is_not_made(call: Call, step: Path) -> None:
    step.unlink()
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == "filen finns inte."
    assert not step.exists()


def test_a_folder_is_told(call: Call, step: Path) -> None:
    step.unlink()
    step.mkdir()
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == "det är en mapp."


def test_a_link_is_not_followed(call: Call, step: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"other")
    step.unlink()
    step.symlink_to(other)
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == "det är en länk."
    assert other.read_bytes() == b"other"


@pytest.mark.timeout(120)
@pytest.mark.parametrize("is_read", [False, True])
def test_a_fifo_holds_nobody_up(call: Call, step: Path, *, is_read: bool) -> None:
    step.unlink()
    os.mkfifo(step)
    reader = os.open(step, os.O_RDONLY | os.O_NONBLOCK) if is_read else None
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == "det är ingen vanlig fil."
    if reader is not None:
        assert os.read(reader, 100) == b""
        os.close(reader)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_not_be_written_is_told(call: Call, step: Path) -> None:
    step.chmod(0o444)
    told = unwritten(call("check", "error.yaml", *AS_GITHUB))
    assert told == "du har inte rätt att skriva i filen."


@pytest.mark.parametrize(
    ("number", "reason"),
    [(13, "du har inte rätt att skriva i filen."), (28, "disken är full."), (5, "det går inte.")],
)
def test_any_other_trouble_is_told(
    call: Call, step: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    opened = os.open

    def broken(file: str, flags: int, *more: int) -> int:
        if file == str(step):
            raise OSError(number, "English words")
        return opened(file, flags, *more)

    monkeypatch.setattr("checker.cli.summary.os.open", broken)
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == reason


def test_a_disk_that_fills_up_on_the_way_leaves_nothing_half_written(
    call: Call, step: Path, page: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    step.write_bytes(b"before\n")
    page[0] = "a\n" * 1000
    opened = os.fdopen

    class Full:
        """A disk with room for ten bytes."""

        def __init__(self, handle: int, *how: object, **more: object) -> None:
            self.stream = opened(handle, *how, **more)  # type: ignore[call-overload]

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_error: object) -> None:
            self.stream.close()

        def write(self, content: bytes) -> int:
            if len(content) < 2000:
                raise OSError(28, "No space left on device")
            return int(self.stream.write(content[:10]))

        def truncate(self, size: int) -> None:
            self.stream.truncate(size)

    monkeypatch.setattr("checker.cli.summary.os.fdopen", Full)
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == "disken är full."
    assert step.read_bytes() == b"before\n"


def test_what_cannot_be_a_name_is_told(
    call: Call, step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert step.exists()
    words = {**os.environ, "GITHUB_STEP_SUMMARY": "a\0b"}
    monkeypatch.setattr("checker.cli.summary.os.environ", words)
    assert unwritten(call("check", "error.yaml", *AS_GITHUB)) == "det går inte."


@pytest.mark.parametrize("name", ["error.yaml", "ours/undantag.yaml", "ours/kvalitetskoll.yaml"])
def test_no_file_of_the_run_is_added_to(
    call: Call, desk: Path, step: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert step.exists()
    before = (desk / name).read_bytes()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
    told = unwritten(call("check", "error.yaml", *AS_GITHUB))
    assert told == "det är en fil som kontrollen läser."
    assert (desk / name).read_bytes() == before


def test_a_crash_is_worse_than_a_summary_that_fails(
    call: Call, step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step.unlink()

    def broken(*_arguments: object, **_more: object) -> None:
        raise ValueError

    monkeypatch.setattr("checker.run.judge_among", broken)
    assert call("check", "error.yaml", *AS_GITHUB).returncode == 4


class TestSize:
    """docs.github.com, job summaries: 1 MiB a step; the runner throws a larger one away whole."""

    def test_what_just_fits_is_whole(self, call: Call, step: Path, page: list[str]) -> None:
        page[0] = "a" * (MIB - 1) + "\n"
        assert call("check", "error.yaml", *AS_GITHUB).returncode == 1
        assert step.read_text(encoding="utf-8") == page[0]

    def test_what_does_not_is_cut_after_a_line_and_says_so(
        self, call: Call, step: Path, page: list[str]
    ) -> None:
        page[0] = "åäö å\n" * 200_000
        assert call("check", "error.yaml", *AS_GITHUB).returncode == 1
        text = step.read_text(encoding="utf-8")
        assert MIB - 10 <= len(text.encode()) <= MIB
        kept, sentence, rest = text.partition(SHORTENED)
        assert (set(kept.split("\n")), sentence, rest) == ({"åäö å", ""}, SHORTENED, "")
        assert kept.endswith("\n")

    def test_what_stands_there_already_takes_room(
        self, call: Call, step: Path, page: list[str]
    ) -> None:
        step.write_bytes(b"b" * (MIB - 500))
        page[0] = "a\n" * 1000
        assert call("check", "error.yaml", *AS_GITHUB).returncode == 1
        text = step.read_text(encoding="utf-8")
        assert len(text.encode()) <= MIB
        assert text.startswith("b" * (MIB - 500) + "\na\na\n")
        assert text.endswith("a\n" + SHORTENED)

    @pytest.mark.parametrize("left", [0, 1, 100])
    def test_where_there_is_no_room_left_nothing_is_written_and_that_is_told(
        self, call: Call, step: Path, left: int
    ) -> None:
        step.write_bytes(b"b" * (MIB - left))
        if left == 100:  # room for the page
            assert call("check", "error.yaml", *AS_GITHUB).returncode == 1
            return
        told = unwritten(call("check", "error.yaml", *AS_GITHUB))
        assert told == "den är redan så stor som GitHub tar emot (1 MiB)."
        assert step.stat().st_size == MIB - left


def as_a_step(script: str, folder: Path, **environment: str) -> CompletedProcess[str]:
    """A step of the kind ``run``, as GitHub starts it: ``bash -eo pipefail``."""
    words = {**os.environ, "GITHUB_ACTIONS": "true", **environment}
    return run(  # noqa: S603 - our own words
        ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=words,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not os.path.exists("/bin/bash"), reason="needs bash")  # noqa: PTH110 - a path
@pytest.mark.parametrize(("file", "code"), [("error.yaml", 1), ("clean.yaml", 0)])
def test_a_step_ends_as_the_check_does_and_has_its_marks_and_summary(
    desk: Path, step: Path, file: str, code: int
) -> None:
    start = f"{shlex.quote(sys.executable)} -m checker check {file} --final"
    script = f"{start} --format github --output markdown=page.md\necho efteråt\n"
    root = summary.__file__.removesuffix("checker/cli/summary.py")
    done = as_a_step(script, desk, GITHUB_STEP_SUMMARY=str(step), PYTHONPATH=root)
    assert done.returncode == code
    assert ("efteråt" in done.stdout) == (code == 0)
    assert [one.name for one in commands(done.stdout + done.stderr)] == ["error"] * code
    page = step.read_text(encoding="utf-8")
    assert page == (desk / "page.md").read_text(encoding="utf-8")
    assert VERDICT[14:].strip(". ") in page


def test_no_personal_number_is_told_when_the_summary_cannot_be_written(
    call: Call, step: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", f"{step.parent}/{NUMBER}")
    done = call("check", "error.yaml", *AS_GITHUB)
    assert done.returncode == 2
    assert NUMBER not in done.stdout + done.stderr
