"""How text is drawn: colours, simple signs, and terminals that cannot show everything."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checker
from checker.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Screen = Callable[..., str]

pytestmark = pytest.mark.usefixtures("desk")

ROOT = Path(checker.__file__).parent.parent
ESCAPE = "\x1b["
ESCAPES = re.compile(r"\x1b\[[\d;]*m")
SWEDISH = set("åäöÅÄÖé§")  # the section sign stands in every citation, and in Latin-1


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(call: Call, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """What a terminal is sent; ``call`` has put the catalogue in place."""
    del call
    for name in ("NO_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)

    def drawn(*words: str, **environment: str) -> str:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        terminal = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdout", terminal)
            main(list(words))
        return terminal.getvalue()

    return drawn


def signs(text: str) -> set[str]:
    """What is neither ASCII nor a Swedish letter."""
    return {sign for sign in text if not sign.isascii()} - SWEDISH


class TestColours:
    def test_a_terminal_gets_them(self, screen: Screen) -> None:
        assert ESCAPE in screen("check", "error.yaml")

    def test_a_pipe_does_not(self, call: Call) -> None:
        assert ESCAPE not in call("check", "error.yaml").stdout

    def test_a_pipe_does_when_they_are_asked_for(self, call: Call) -> None:
        assert ESCAPE in call("check", "error.yaml", "--color", "always").stdout

    def test_a_terminal_does_not_when_they_are_declined(self, screen: Screen) -> None:
        assert ESCAPE not in screen("check", "error.yaml", "--color", "never")

    @pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_a_terminal_does_not_when_the_environment_declines_them(
        self, screen: Screen, environment: dict[str, str]
    ) -> None:
        for words in (("check", "error.yaml"), ("rules",), ("explain", "TAB001")):
            assert ESCAPE not in screen(*words, **environment)

    def test_an_empty_no_color_declines_nothing(self, screen: Screen) -> None:
        assert ESCAPE in screen("check", "error.yaml", NO_COLOR="")

    @pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_always_goes_over_the_environment(
        self, screen: Screen, environment: dict[str, str]
    ) -> None:
        drawn = screen("check", "error.yaml", "--color", "always", **environment)
        assert "31m" in drawn

    @pytest.mark.parametrize(
        "words", [("check", "error.yaml"), ("check", "both"), ("rules",), ("explain", "TAB001")]
    )
    def test_colours_change_nothing_but_the_colours(
        self, call: Call, words: tuple[str, ...]
    ) -> None:
        plain = call(*words, "--color", "never").stdout.splitlines()
        coloured = ESCAPES.sub("", call(*words, "--color", "always").stdout).splitlines()
        assert [row.rstrip() for row in coloured] == plain

    def test_the_json_form_has_none(self, screen: Screen) -> None:
        assert ESCAPE not in screen("check", "error.yaml", "--format", "json", "--color", "always")

    def test_a_file_has_none(self, screen: Screen, tmp_path: Path) -> None:
        screen("check", "error.yaml", "--color", "always", "--output", f"text={tmp_path}/a.txt")
        assert ESCAPE not in (tmp_path / "a.txt").read_text(encoding="utf-8")

    def test_what_looks_like_markup_in_a_report_is_text(self, call: Call, desk: Path) -> None:
        text = (desk / "clean.yaml").read_text(encoding="utf-8")
        line = '"[bold]fet[/] :smile: [link=file:///etc/passwd]": 1\n'
        (desk / "markup.yaml").write_text(text + line, encoding="utf-8")
        drawn = ESCAPES.sub("", call("check", "markup.yaml", "--color", "always").stdout)
        assert "[bold]fet[/] :smile: [link=file:///etc/passwd]" in drawn


class TestSimpleSigns:
    @pytest.mark.parametrize(
        "words",
        [
            ("check", "."),
            ("check", "both", "draft.yaml", "--final"),
            ("check", "error.yaml", "--only", "TAB001"),
            ("rules",),
            ("explain", "TAB001"),
            ("explain", "LEX003"),
            ("explain", "FORM101"),
            ("explain", "SoL-2025-27-5"),
        ],
    )
    def test_nothing_else_is_left_but_swedish_letters(
        self, call: Call, words: tuple[str, ...]
    ) -> None:
        done = call(*words, "--ascii")
        assert done.stdout
        assert signs(done.stdout + done.stderr) == set()

    def test_without_them_there_are_others(self, call: Call) -> None:
        assert signs(call("check", "error.yaml").stdout) >= {"│", "━", "·"}

    def test_nothing_else_is_left_of_the_shipped_reports(self, call: Call) -> None:
        done = call("check", str(ROOT / "reports_yaml"), "--ascii")
        assert signs(done.stdout) == set()

    def test_a_file_has_them_too(self, call: Call, tmp_path: Path) -> None:
        call("check", "error.yaml", "--ascii", "--output", f"text={tmp_path}/a.txt")
        assert signs((tmp_path / "a.txt").read_text(encoding="utf-8")) == set()

    def test_the_mark_still_stands_below_what_it_marks(self, call: Call, desk: Path) -> None:
        text = (desk / "warning.yaml").read_text(encoding="utf-8")
        two_rows = "- gäller: Besvarade i tid\n      andel: 6 av 61 (9 %)"
        assert two_rows in text
        one_row = "- {gäller: Besvarade…, andel: 6 av 61 (9 %)}"
        text = text.replace(two_rows, one_row).replace("nämnd: Social", "nämnd: Punkt")
        (desk / "dots.yaml").write_text(text, encoding="utf-8")
        rows = call("check", "dots.yaml", "--ascii").stdout.splitlines()
        marked = next(number for number, row in enumerate(rows) if "^" in row)
        assert rows[marked - 1][rows[marked].index("^") :].startswith("6 av 61")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
    ids=["an ASCII stream", "the C locale"],
)
def test_a_stream_that_knows_only_ascii_gets_simple_signs_and_no_crash(
    run: Call, environment: dict[str, str]
) -> None:
    done = run("check", "error.yaml", env=environment)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.isascii()
    assert " 36 |   totalt: 41" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Beh\\xf6ver r\\xe4ttas")


def test_the_c_locale_with_its_coercion_is_utf_8(run: Call) -> None:
    done = run("check", "error.yaml", env={"LC_ALL": "C"})
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1].startswith("Behöver rättas")


def test_an_ascii_stream_takes_wrong_use_json_and_colours_too(run: Call) -> None:
    ascii_stream = {"PYTHONIOENCODING": "ascii"}
    assert run("check", "--ö", env=ascii_stream).stderr.startswith("kvalitetskoll: Valet --\\xf6")
    done = run("check", "error.yaml", "--format", "json", env=ascii_stream)
    assert (done.returncode, done.stderr[:5]) == (1, "Beh\\x")
    done = run("check", "error.yaml", "--color", "always", env=ascii_stream)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_latin_1_stream_gets_its_letters_and_simple_signs(run: Call) -> None:
    done = run("check", "error.yaml", env={"PYTHONIOENCODING": "latin-1"}, encoding="latin-1")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("Behöver rättas")
    assert " 36 |   totalt: 41" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_name_that_is_no_text_is_shown_and_judged(call: Call, desk: Path) -> None:
    name = os.fsdecode(b"r\xe5pport\x1b[31m.yaml")
    (desk / name).write_bytes((desk / "error.yaml").read_bytes())
    done = call("check", name)
    assert done.returncode == 1
    assert "r\\udce5pport\\x1b[31m.yaml" in done.stdout


@pytest.mark.parametrize("columns", ["1", "40", "80", "200", "nonsense"])
def test_any_width_of_terminal_will_do(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    done = call("check", "error.yaml")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("Behöver rättas")
