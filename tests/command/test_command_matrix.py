"""``kvalitetskoll matrix``: the forms, the files, the exit codes; it shows and judges nothing."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from checker.cli.help import MATRIX
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.usefixtures("desk")

DAY = ("--today", "2026-11-22")
FORMS = ("text", "markdown", "csv", "json", "html")
ALL_FORMS = "text, markdown, csv, json eller html"
BEGINS = {
    "text": "━━━",
    "markdown": "# Kravöversikt\n",
    "csv": "\ufeffKravöversikt\r\n",
    "json": '{\n  "version": 1,\n',
    "html": '<!DOCTYPE html>\n<html lang="sv">\n',
}
SECRECY = "Arbetsmaterial. Ska sekretessgranskas innan det lämnas ut."
UNREADABLE = "kunde inte kontrolleras: filen går inte att läsa som rapport"
every_form = pytest.mark.parametrize("form", FORMS)


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


def as_text(content: str) -> str:
    """A form's text, as JSON shows it too."""
    return content.encode().decode("unicode_escape") if content.isascii() else content


@every_form
def test_every_form_begins_with_what_it_is_about_and_that_it_is_working_material(
    call: Call, form: str
) -> None:
    done = call("matrix", "clean.yaml", "--format", form, *DAY)
    assert (done.returncode, done.stderr) == (Exit.OK, "")
    assert done.stdout.startswith(BEGINS[form])
    for told in (SECRECY, "clean.yaml", "2026-11-22"):
        assert told in as_text(done.stdout)
    assert "inte att det som krävs är gjort" in as_text(done.stdout).replace("\n", " ")


def test_without_a_form_the_text_is_shown(call: Call) -> None:
    as_is = call("matrix", "clean.yaml", *DAY).stdout
    assert as_is == call("matrix", "clean.yaml", "--format", "text", *DAY).stdout
    assert "  clean.yaml\n    Exempelkommun · Socialnämnd00 · kvalitetsrapport" in as_is


def test_a_file_holds_what_standard_output_would_have_shown(call: Call, out: Path) -> None:
    files = [("--output", f"{form}={out / form}") for form in FORMS]
    done = call("matrix", "both", *DAY, *(word for pair in files for word in pair))
    assert (done.returncode, done.stderr) == (Exit.OK, "")
    for form in FORMS:
        expected = call("matrix", "both", "--format", form, "--color", "never", *DAY).stdout
        assert (out / form).read_bytes() == expected.encode(), form


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
@pytest.mark.parametrize("form", ["csv", "html"])
def test_what_is_meant_for_a_file_is_utf_8_on_any_standard_output(
    run: Call, form: str, encoding: str
) -> None:
    words = ("matrix", "clean.yaml", "--format", form, *DAY)
    done = run(*words, env={"PYTHONIOENCODING": encoding}, encoding="utf-8")
    assert (done.returncode, done.stderr) == (Exit.OK, "")
    assert done.stdout.startswith(BEGINS[form].replace("\r\n", "\n"))
    assert SECRECY in done.stdout


def test_the_csv_keeps_its_mark_and_its_line_ends_on_standard_output(call: Call) -> None:
    content = call("matrix", "clean.yaml", "--format", "csv").stdout
    assert content.startswith("\ufeff")
    assert content.count("\r\n") == content.count("\n") > 4
    rows = list(csv.reader(io.StringIO(content[1:], newline=""), delimiter=";"))
    assert rows[0] == ["Kravöversikt"]
    assert ["Rapport", "clean.yaml"] in [row[:2] for row in rows]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("clean.yaml",), Exit.OK),
        (("error.yaml",), Exit.OK),
        (("draft_error.yaml",), Exit.OK),
        (("draft_error.yaml", "--final"), Exit.OK),
        (("clean.yaml", "syntax.yaml"), Exit.OK),
        (("syntax.yaml",), Exit.NOTHING_JUDGED),
        (("nothing",), Exit.NOTHING_JUDGED),
        ((), Exit.NOTHING_JUDGED),
        (("missing.yaml",), Exit.USAGE),
        (("clean.yaml", "missing.yaml"), Exit.USAGE),
        (("fifo.yaml",), Exit.USAGE),
        (("clean.yaml", "--previous", "missing.yaml"), Exit.USAGE),
        (("clean.yaml", "--output", "csv=nix/a.csv"), Exit.USAGE),
    ],
)
@every_form
def test_the_exit_code_does_not_follow_the_findings(
    call: Call, words: tuple[str, ...], code: Exit, form: str
) -> None:
    done = call("matrix", *words, "--format", form)
    assert done.returncode == code
    assert done.stdout.startswith(BEGINS[form])


@pytest.mark.parametrize("name", ["syntax.yaml", "word.yaml", "latin1.yaml", "list.yaml"])
def test_a_file_that_is_no_report_is_told_and_the_others_are_shown(call: Call, name: str) -> None:
    told = json.loads(call("matrix", "clean.yaml", name, "--format", "json").stdout)
    reports = {one["file"]: one for one in told["reports"]}
    assert reports["clean.yaml"]["read"]
    assert not reports[name]["read"]
    assert reports[name]["text"].startswith(UNREADABLE)


def test_a_file_that_is_missing_is_told(call: Call) -> None:
    told = json.loads(call("matrix", "clean.yaml", "missing.yaml", "--format", "json").stdout)
    assert told["reports"][1] == {
        "file": "missing.yaml",
        "text": "kunde inte kontrolleras: filen finns inte",
        "read": False,
    }


def test_what_breaks_down_is_told_and_the_rest_is_shown(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_given: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("checker.run.judge_among", breaks)
    done = call("matrix", "clean.yaml")
    assert done.returncode == Exit.INTERNAL
    assert "clean.yaml\n    kunde inte kontrolleras: programmet gick sönder" in done.stdout
    assert "Något gick sönder" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "ZeroDivisionError" in call("matrix", "clean.yaml", "--debug").stderr


def test_ctrl_c_gives_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_given: object, **_named: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.cli.running.run", interrupted)
    done = call("matrix", "clean.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (Exit.INTERRUPTED, "", "")


def test_a_draft_is_read_as_finished_when_that_is_asked_for(call: Call) -> None:
    told = "Alla rapporter är lästa som färdiga, också utkast."
    assert told in call("matrix", "draft.yaml", "--final").stdout
    assert told not in call("matrix", "draft.yaml").stdout


def test_standard_input_is_read_under_its_name(call: Call, desk: Path) -> None:
    content = (desk / "clean.yaml").read_bytes()
    done = call("matrix", "-", "--stdin-filename", "från-webben.yaml", stdin=content)
    assert done.returncode == Exit.OK
    assert "  från-webben.yaml\n    Exempelkommun" in done.stdout
    assert call("matrix", "-", stdin=None).returncode == Exit.USAGE


def test_an_output_never_replaces_a_report_that_is_read(call: Call, desk: Path) -> None:
    before = (desk / "clean.yaml").read_bytes()
    for words in (("clean.yaml",), ("error.yaml", "--previous", "clean.yaml")):
        done = call("matrix", *words, "--output", "html=clean.yaml")
        assert done.returncode == Exit.USAGE
        assert (
            done.stderr
            == "kvalitetskoll: Kan inte skriva clean.yaml: det är en fil som kontrollen läser.\n"
        )
    assert (desk / "clean.yaml").read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_a_closed_standard_output_is_no_error(run: Call, closed: int, form: str) -> None:
    done = run("matrix", "clean.yaml", "--format", form, stdout=closed)
    assert (done.returncode, done.stderr) == (Exit.OK, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", ["text", "html"])
def test_a_full_disk_is_an_output_that_cannot_be_written(run: Call, form: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run("matrix", "clean.yaml", "--format", form, stdout=full)
    assert done.returncode == Exit.USAGE
    assert done.stderr == "kvalitetskoll: Det går inte att skriva till standard ut.\n"


def test_the_help_is_told(call: Call) -> None:
    done = call("matrix", "--help")
    assert (done.returncode, done.stdout, done.stderr) == (Exit.OK, MATRIX, "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--nonsense",), "Valet --nonsense finns inte. Se kvalitetskoll --help."),
        (("--finl",), "Valet --finl finns inte. Menade du --final?"),
        (("--fail-on", "info"), "Valet --fail-on finns inte. Se kvalitetskoll --help."),
        (
            ("--format", "xml"),
            f"--format ska vara {ALL_FORMS}, inte xml.",
        ),
        (
            ("--output", "sarif=a"),
            f"--output ska vara FORM=FIL, där FORM är {ALL_FORMS}, inte sarif=a.",
        ),
    ],
)
def test_wrong_use_is_answered_in_swedish(
    call: Call, words: tuple[str, ...], sentence: str
) -> None:
    done = call("matrix", *words)
    assert (done.returncode, done.stdout) == (Exit.USAGE, "")
    assert done.stderr == f"kvalitetskoll: {sentence}\n"


def test_a_near_command_is_suggested(call: Call) -> None:
    assert (
        call("matris").stderr == "kvalitetskoll: Kommandot matris finns inte. Menade du matrix?\n"
    )


def test_colours_are_drawn_only_where_they_are_wanted(call: Call) -> None:
    plain = call("matrix", "clean.yaml", "--color", "never").stdout
    coloured = call("matrix", "clean.yaml", "--color", "always").stdout
    assert "\x1b[" in coloured
    rows = re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines()
    assert [row.rstrip() for row in rows] == plain.splitlines()


def test_the_form_html_has_no_colours(call: Call) -> None:
    done = call("matrix", "clean.yaml", "--format", "html", "--color", "always")
    assert "\x1b" not in done.stdout


def test_simple_signs_leave_nothing_but_swedish_letters(call: Call) -> None:
    text = call("matrix", "clean.yaml", "both", "--ascii").stdout
    assert {sign for sign in text if not sign.isascii()} <= set("åäöÅÄÖé§")


@pytest.mark.parametrize("columns", ["1", "40", "80", "120", "300"])
def test_any_width_of_terminal_will_do(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = call("matrix", "clean.yaml").stdout
    assert text.split("\n")[0] == "━" * min(max(int(columns), 40), 120)


def test_two_runs_give_the_same_bytes(run: Call) -> None:
    for form in FORMS:
        words = ("matrix", "both", "shape.yaml", "--format", form, *DAY)
        runs = [run(*words, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")]
        assert runs[0] == runs[1]
