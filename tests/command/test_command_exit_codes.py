"""The contract of the exit codes: one table, the same in every form and in every surrounding."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

import checker
from checker.cli.arguments import CHECK_FORMS, MATRIX_FORMS
from checker.compiled import default_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

ROOT = Path(checker.__file__).parent.parent

CLEAR, REMARKS = "Inget att rätta", "Klar med påpekanden"
WRONG, UNTESTED = "Behöver rättas", "Kunde inte kontrolleras"
DRAFT = "Utkast: 1 del återstår"
PARTLY = " (delvis kontrollerad"
VERDICTS = (CLEAR, REMARKS, WRONG, UNTESTED, "Utkast: ")
SHOWN = ""  # what was asked for is shown, and there is no verdict
UNWRITTEN = "Kan inte skriva "
GONE = "Finns inte längre sedan old: saved/gone.yaml."
UNUSABLE = "Filen går inte att använda. "
OUR_FAULT = "Internt fel (ZeroDivisionError)."

# Circumstances that no command line brings about by itself.
BROKEN = "a check breaks down"
BREAKDOWN = "the program breaks down"
STOPPED = "Ctrl-C during the run"
NO_GIT = "git is not there"
CLOSED = "standard input is closed"
PIPED = "standard input holds a report with an error"
NO_FOLDER = "an empty working folder"


@dataclass(frozen=True, slots=True)
class Row:
    """A situation.

    Attributes:
        line: the command line, on a desk with small reports and a repository with a history.
        code: the exit code.
        says: how the verdict begins; without a verdict, the sentence on standard error.
        given: a circumstance.
        also: how a hint on standard error begins that stands beside the verdict.
    """

    name: str
    line: str
    code: int
    says: str
    given: str = ""
    also: str = ""


CONTRACT = (
    # 0: checked, and nothing at or above the level.
    Row("a clean report", "check clean.yaml", 0, CLEAR),
    Row("a warning", "check warning.yaml", 0, REMARKS),
    Row("a piece of information", "check info.yaml", 0, CLEAR),
    Row("an error that never fails", "check error.yaml --fail-on never", 0, WRONG),
    Row("a warning that never fails", "check warning.yaml --fail-on never", 0, REMARKS),
    Row("a warning below the level", "check warning.yaml --fail-on error", 0, REMARKS),
    Row("information below the level", "check info.yaml --fail-on warning", 0, CLEAR),
    Row("a draft with only to-dos", "check draft.yaml", 0, DRAFT),
    Row("to-dos at the lowest level", "check draft.yaml --fail-on info", 0, DRAFT),
    Row("an error outside --only", "check error.yaml --only AND002", 0, CLEAR + PARTLY),
    Row("a report named twice", "check clean.yaml ./clean.yaml", 0, CLEAR),
    Row(
        "several outputs",
        "check clean.yaml --output json=/dev/null --output text=/dev/null",
        0,
        CLEAR,
    ),
    Row("a broken check that is not asked for", "check clean.yaml --only TAB001", 0, CLEAR, BROKEN),
    Row("a changed clean report", "check saved/clean.yaml --changed-since empty", 0, CLEAR),
    Row(
        "changed errors that never fail",
        "check saved --changed-since old --fail-on never",
        0,
        WRONG + PARTLY,
        also=GONE,
    ),
    # 1: findings at or above the level, and what a file is.
    Row("an error", "check error.yaml", 1, WRONG),
    Row("an error above the level", "check error.yaml --fail-on info", 1, WRONG),
    Row("a warning at the level", "check warning.yaml --fail-on warning", 1, REMARKS),
    Row("a warning above the level", "check warning.yaml --fail-on info", 1, REMARKS),
    Row("information at the level", "check info.yaml --fail-on info", 1, CLEAR),
    Row("a draft with an error", "check draft_error.yaml", 1, WRONG),
    Row("a draft read as finished", "check draft.yaml --final", 1, WRONG),
    Row("that draft with an error, finished", "check draft_error.yaml --final", 1, WRONG),
    Row("an error inside --only", "check error.yaml --only TAB001", 1, WRONG + PARTLY),
    Row("a YAML syntax error", "check syntax.yaml", 1, UNTESTED),
    Row("a syntax error outside --only", "check syntax.yaml --only TAB001", 1, UNTESTED),
    Row("not UTF-8", "check latin1.yaml", 1, UNTESTED),
    Row("UTF-16", "check utf16.yaml", 1, UNTESTED),
    Row("a zip file called .yaml", "check word.yaml", 1, UNTESTED),
    Row("an empty file", "check empty.yaml", 1, UNTESTED),
    Row("nothing but a comment", "check comment.yaml", 1, UNTESTED),
    Row("a list at the top", "check list.yaml", 1, UNTESTED),
    Row("no format", "check no_format.yaml", 1, UNTESTED),
    Row("another format", "check other_format.yaml", 1, UNTESTED),
    Row("nested too deep", "check deep.yaml", 1, UNTESTED),
    Row("ten gigabytes", "check huge.yaml", 1, UNTESTED),
    Row("the wrong shape", "check shape.yaml", 1, WRONG),
    Row("a folder with an error in it", "check both", 1, WRONG),
    Row("a clean report and an unreadable one", "check clean.yaml syntax.yaml", 1, UNTESTED),
    Row("an error from standard input", "check -", 1, WRONG, PIPED),
    Row(
        "an error and several outputs",
        "check error.yaml --output json=/dev/null --output text=/dev/null",
        1,
        WRONG,
    ),
    Row(
        "a changed report with an error",
        "check saved --changed-since old",
        1,
        WRONG + PARTLY,
        also=GONE,
    ),
    Row(
        "an error in what is named of it",
        "check saved/error.yaml --changed-since old",
        1,
        WRONG,
        also=GONE,
    ),
    # 2: wrong use. A file that was named and is not there has a verdict all the same.
    Row("a missing named file", "check missing.yaml", 2, UNTESTED),
    Row("an empty name", "check ''", 2, UNTESTED),
    Row("a file used as a folder", "check clean.yaml/inner.yaml", 2, UNTESTED),
    Row("a named FIFO", "check fifo.yaml", 2, UNTESTED),
    Row("a named device", "check /dev/null", 2, UNTESTED),
    Row(
        "a missing report to compare with", "check clean.yaml --previous missing.yaml", 2, UNTESTED
    ),
    Row("a missing file that never fails", "check missing.yaml --fail-on never", 2, UNTESTED),
    Row("a closed standard input", "check -", 2, "Standard in är stängd", CLOSED),
    Row("an unknown option", "check clean.yaml --nonsense", 2, "Valet --nonsense finns inte."),
    Row("a shortened option", "check clean.yaml --fin", 2, "Valet --fin finns inte."),
    Row("an option without its value", "check clean.yaml --only", 2, "--only behöver ett värde."),
    Row("an option with an empty value", "check clean.yaml --ruleset=", 2, "--ruleset behöver"),
    Row("an unknown level", "check clean.yaml --fail-on fatal", 2, "--fail-on ska vara "),
    Row("an unknown form", "check clean.yaml --format xml", 2, "--format ska vara "),
    Row("an unknown rule in --only", "check clean.yaml --only NIX999", 2, "Regeln NIX999 finns"),
    Row("a day that is none", "check clean.yaml --today 2026-02-30", 2, "--today ska vara "),
    Row("no time at all", "check clean.yaml --timeout 0", 2, "--timeout ska vara "),
    Row("a time of nothing", "check clean.yaml --timeout", 2, "--timeout behöver ett värde"),
    Row("an unknown form of output", "check clean.yaml --output xml=out.xml", 2, "--output ska"),
    Row("an output without a form", "check clean.yaml --output out.json", 2, "--output ska vara"),
    Row("an output without a file", "check clean.yaml --output json=", 2, "--output ska vara"),
    Row("an output onto a dash", "check clean.yaml --output json=-", 2, "--output skriver till"),
    Row("a missing ruleset", "check clean.yaml --ruleset missing.yaml", 2, UNUSABLE),
    Row("a ruleset that is a report", "check clean.yaml --ruleset clean.yaml", 2, UNUSABLE),
    Row("exceptions that do not load", "check excepted", 2, UNUSABLE),
    Row(
        "an output into no folder",
        "check clean.yaml --output json=no/such/out",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "an output into a file",
        "check clean.yaml --output json=error.yaml/out",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "an output onto a folder",
        "check clean.yaml --output json=nothing",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "an output onto a report that is read",
        "check clean.yaml --output json=clean.yaml",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "an output onto the ruleset",
        "check clean.yaml --output json=kvalitetskoll.yaml",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "an output onto a full disk",
        "check clean.yaml --output json=/dev/full",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "an output into a pipe that nobody reads",
        "check clean.yaml --output json=fifo.yaml",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row(
        "one of two outputs failing",
        "check clean.yaml --output json=/dev/null --output text=nothing",
        2,
        CLEAR,
        also=UNWRITTEN,
    ),
    Row("a revision that is none", "check saved --changed-since none", 2, "none i --changed-since"),
    Row(
        "a revision like an option",
        "check saved --changed-since=--all",
        2,
        "--all i --changed-since",
    ),
    Row(
        "no repository", "check clean.yaml --changed-since old", 2, "--changed-since behöver ett fö"
    ),
    Row(
        "a path outside the repository",
        "check saved clean.yaml --changed-since old",
        2,
        "clean.yaml ligger utanför",
    ),
    Row("standard input and a revision", "check - --changed-since old", 2, "Standard in kan inte"),
    Row(
        "a revision without git",
        "check saved --changed-since old",
        2,
        "--changed-since behöver pr",
        NO_GIT,
    ),
    Row(
        "nothing changed and a missing file",
        "check saved saved/missing.yaml --changed-since now",
        2,
        UNTESTED,
    ),
    # 2 over 1.
    Row("an error and a missing file", "check error.yaml missing.yaml", 2, UNTESTED),
    Row(
        "an error and a failing output",
        "check error.yaml --output json=no/such/out",
        2,
        WRONG,
        also=UNWRITTEN,
    ),
    # 2 over 3.
    Row("an empty folder and a missing file", "check nothing missing.yaml", 2, UNTESTED),
    Row(
        "an empty folder and a failing output",
        "check nothing --output json=no/such/out",
        2,
        UNTESTED,
        also=UNWRITTEN,
    ),
    # 3: nothing else went wrong, and no report was judged.
    Row("an empty named folder", "check nothing", 3, UNTESTED),
    Row("a folder with nothing but ours", "check ours", 3, UNTESTED),
    Row("an unreadable report that never fails", "check syntax.yaml --fail-on never", 3, UNTESTED),
    Row("no path and no usual folder", "check", 3, UNTESTED, NO_FOLDER),
    Row("nothing changed", "check saved --changed-since now", 3, UNTESTED),
    Row(
        "nothing changed in what is named",
        "check saved/clean.yaml --changed-since old",
        3,
        UNTESTED,
        also=GONE,
    ),
    Row(
        "a broken check on what is unchanged",
        "check saved --changed-since now",
        3,
        UNTESTED,
        BROKEN,
    ),
    # 4: our own fault. What we gave up on (time) has a table in test_command_timeout.py.
    Row("a broken check", "check clean.yaml", 4, UNTESTED, BROKEN),
    Row("a breakdown around the checks", "check clean.yaml", 4, OUR_FAULT, BREAKDOWN),
    # 4 over 2 over 1, and over 3.
    Row("a broken check and an error", "check error.yaml", 4, UNTESTED, BROKEN),
    Row("a broken check that never fails", "check clean.yaml --fail-on never", 4, UNTESTED, BROKEN),
    Row("a broken check and a missing file", "check error.yaml missing.yaml", 4, UNTESTED, BROKEN),
    Row(
        "a broken check and a failing output",
        "check clean.yaml --output json=no/such/out",
        4,
        UNTESTED,
        BROKEN,
        UNWRITTEN,
    ),
    Row(
        "a broken check and an unreadable file", "check clean.yaml syntax.yaml", 4, UNTESTED, BROKEN
    ),
    Row(
        "a broken check on what has changed",
        "check saved --changed-since empty",
        4,
        UNTESTED,
        BROKEN,
    ),
    Row(
        "a breakdown and wrong use", "check clean.yaml --nonsense", 2, "Valet --nonsense", BREAKDOWN
    ),
    # 130.
    Row("Ctrl-C", "check clean.yaml", 130, SHOWN, STOPPED),
    Row(
        "Ctrl-C with an error and an output",
        "check error.yaml --output json=no/such/out",
        130,
        SHOWN,
        STOPPED,
    ),
    # matrix: judges nothing.
    Row("the kravöversikt", "matrix clean.yaml", 0, SHOWN),
    Row("the kravöversikt of an error", "matrix error.yaml", 0, SHOWN),
    Row("the kravöversikt of two, one unreadable", "matrix clean.yaml syntax.yaml", 0, SHOWN),
    Row("the kravöversikt of a missing file", "matrix clean.yaml missing.yaml", 2, SHOWN),
    Row(
        "the kravöversikt with an unknown option",
        "matrix clean.yaml --only TAB001",
        2,
        "Valet --only",
    ),
    Row(
        "the kravöversikt and a failing output",
        "matrix clean.yaml --output csv=no/such/out",
        2,
        SHOWN,
        also=UNWRITTEN,
    ),
    Row("the kravöversikt of nothing", "matrix nothing", 3, SHOWN),
    Row("the kravöversikt of what cannot be read", "matrix syntax.yaml", 3, SHOWN),
    Row("the kravöversikt and a broken check", "matrix clean.yaml", 4, SHOWN, BROKEN),
    Row("the kravöversikt and a breakdown", "matrix clean.yaml", 4, OUR_FAULT, BREAKDOWN),
    Row("the kravöversikt and Ctrl-C", "matrix clean.yaml", 130, SHOWN, STOPPED),
    # explain.
    Row("a rule's page", "explain TAB001", 0, SHOWN),
    Row("a rule's page with a report", "explain TAB001 error.yaml", 0, SHOWN),
    Row("the page of a section", "explain 2025:400§27", 2, "Lagrummet 2025:400§27 finns inte"),
    Row("the page of an unknown rule", "explain NIX999", 2, "Regeln NIX999 finns inte."),
    Row("the page of no rule", "explain", 2, "REGEL saknas."),
    Row("the pages of two rules", "explain TAB001 TAB002", 2, "TAB002 går inte att läsa"),
    Row("a rule's page and a breakdown", "explain TAB001", 4, OUR_FAULT, BREAKDOWN),
    Row("a rule's page and Ctrl-C", "explain TAB001", 130, SHOWN, STOPPED),
    # rules.
    Row("the catalogue", "rules", 0, SHOWN),
    Row("own rules that hold", "rules --test rules_good", 0, SHOWN),
    Row("own rules with a failing example", "rules --test rules_failing", 1, SHOWN),
    Row("own rules with a broken file", "rules --test rules_broken", 2, UNUSABLE),
    Row("own rules with a syntax error", "rules --test rules_syntax", 2, UNUSABLE),
    Row("own rules without rules", "rules --test nothing", 2, "Mappen nothing har inga"),
    Row("own rules in no folder", "rules --test missing", 2, "Mappen missing finns inte."),
    Row("own rules in a file", "rules --test clean.yaml", 2, "Mappen clean.yaml finns inte."),
    Row("the catalogue by a missing ruleset", "rules --ruleset missing.yaml", 2, UNUSABLE),
    Row("the catalogue and a breakdown", "rules", 4, OUR_FAULT, BREAKDOWN),
    Row("the catalogue and Ctrl-C", "rules", 130, SHOWN, STOPPED),
    # No command, or one that is none.
    Row("the help", "--help", 0, SHOWN),
    Row("the version", "--version", 0, SHOWN),
    Row("the help of a command", "check --nonsense --help", 0, SHOWN),
    Row("no command", "", 2, SHOWN),
    Row("an unknown command", "chekc clean.yaml", 2, "Kommandot chekc finns inte."),
)
FORMS = {"check": CHECK_FORMS, "matrix": MATRIX_FORMS, "rules": CHECK_FORMS[:2]}


def forms_of(row: Row) -> tuple[str, ...]:
    """The forms that a situation can be told in; one of its own where it chooses none."""
    command = row.line.split()[0] if row.line else ""
    return FORMS.get(command, ("",)) if "--format" not in row.line else ("",)


def words_of(row: Row, form: str) -> list[str]:
    words = [word.strip("'") for word in row.line.split()]
    return [*words, "--format", form] if form else words


every_form = pytest.mark.parametrize(
    ("row", "form"),
    [
        pytest.param(row, form, id=f"{row.name}-{form}")
        for row in CONTRACT
        for form in forms_of(row)
    ],
)


@pytest.fixture(autouse=True)
def desk(
    files: Mapping[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Every file, an empty folder, a FIFO and a repository; made once, for nothing writes there."""
    folder = tmp_path_factory.getbasetemp() / "contract"
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    if not folder.exists():
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        (folder / "nothing").mkdir()
        (folder / "excepted").mkdir()
        shutil.copy(folder / "clean.yaml", folder / "excepted")
        (folder / "excepted/undantag.yaml").write_bytes(b"undantag: ja\n")
        with (folder / "huge.yaml").open("wb") as huge:
            huge.truncate(10 * 1024**3)
        os.mkfifo(folder / "fifo.yaml")
        _history(folder, folder / "saved")
    monkeypatch.chdir(folder)
    return folder


def _history(desk: Path, saved: Path) -> None:
    """``empty`` has no report, ``old`` has one that is gone, ``now`` is what lies there."""
    program = shutil.which("git") or pytest.fail("the contract needs git")
    name = ("-c", "user.name=SAS", "-c", "user.email=sas@example.org")
    saved.mkdir()

    def git(*words: str) -> None:
        subprocess.run([program, *name, *words], cwd=saved, check=True)  # noqa: S603 - a whole path

    def save(tag: str) -> None:
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message", tag)
        git("tag", tag)

    git("init", "--quiet")
    save("empty")
    shutil.copy(desk / "clean.yaml", saved)
    shutil.copy(desk / "warning.yaml", saved / "gone.yaml")
    save("old")
    (saved / "gone.yaml").unlink()
    shutil.copy(desk / "error.yaml", saved)
    save("now")


@pytest.fixture
def bring_about(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str], None]:
    """Brings about a circumstance; ``call`` comes first, for it puts the rules in place."""
    del call

    def brought_about(given: str) -> None:
        if given == BROKEN:
            catalogue = _with_broken_check("AND002")
            for place in ("run", "cli.matrix"):
                monkeypatch.setattr(f"checker.{place}.default_catalogue", lambda: catalogue)
        elif given in {BREAKDOWN, STOPPED}:
            error = ZeroDivisionError("hemlighet") if given == BREAKDOWN else KeyboardInterrupt()
            for place in ("running.run", "rules.ruleset_of", "explain.ruleset_of"):
                monkeypatch.setattr(f"checker.cli.{place}", _raising(error))
        elif given == NO_GIT:
            monkeypatch.setenv("PATH", str(tmp_path))
        elif given == NO_FOLDER:
            monkeypatch.chdir(tmp_path)

    return brought_about


@every_form
def test_the_contract(
    call: Call, files: Mapping[str, bytes], bring_about: Callable[[str], None], row: Row, form: str
) -> None:
    bring_about(row.given)
    stdin = {CLOSED: None, PIPED: files["error.yaml"]}.get(row.given, b"")
    done = call(*words_of(row, form), stdin=stdin)
    assert done.returncode == row.code
    assert "Traceback" not in done.stdout + done.stderr
    assert "hemlighet" not in done.stdout + done.stderr
    said = done.stderr.splitlines()
    hints = [line for line in said if line.startswith("kvalitetskoll: ")]
    if row.says.startswith(VERDICTS):
        shown = done.stdout.splitlines()[-1:] if form == "text" else [*set(said) - set(hints)]
        assert [line[: len(row.says)] for line in shown] == [row.says]
        assert (shown[0].startswith(VERDICTS), done.stdout != "") == (True, True)
        if form == "json":
            assert json.loads(done.stdout)["exit_code"] == row.code
        expected = [row.also] if row.also else []
    elif row.says:
        assert done.stdout == ""
        assert said == hints
        expected = [row.says]
    else:
        assert said == hints
        assert bool(done.stdout) is (row.code != 130)
        expected = [row.also] if row.also else []
    assert [line.removeprefix("kvalitetskoll: ") for line in hints] == [
        Beginning(one) for one in expected
    ]


class Beginning(str):
    """Equal to whatever begins so."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and other.startswith(str(self))


def test_the_contract_has_every_code_and_every_command() -> None:
    assert {row.code for row in CONTRACT} == {0, 1, 2, 3, 4, 130}
    assert {row.line.split()[0] for row in CONTRACT if row.line} >= {"check", "matrix", "explain"}
    assert len({row.name for row in CONTRACT}) == len(CONTRACT)
    assert len({(row.line, row.given) for row in CONTRACT}) == len(CONTRACT)


SURROUNDINGS: dict[str, dict[str, str]] = {
    "as it is": {},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "narrow and in colour": {"COLUMNS": "20", "FORCE_COLOR": "1", "TERM": "xterm"},
}
# Every line in one process, each in another form: the codes, however the process was started.
SCRIPT = """
import functools, io, json, sys
import checker.compiled
from checker.cli.main import main
checker.compiled.default_catalogue = functools.cache(checker.compiled.default_catalogue)
codes = []
for words in json.load(sys.stdin):
    out, err = (io.TextIOWrapper(io.BytesIO(), sys.stdout.encoding) for _ in "ab")
    sys.stdout, sys.stderr = out, err
    codes.append(int(main(words)))
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
print(json.dumps(codes))
"""


@pytest.mark.parametrize("surrounding", [*SURROUNDINGS, "another working folder"])
def test_the_code_is_the_same_in_every_surrounding(run: Call, desk: Path, surrounding: str) -> None:
    rows = [row for row in CONTRACT if not row.given and not row.line.startswith("check -")]
    lines = []
    for number, row in enumerate(rows):
        forms = forms_of(row)
        words = words_of(row, forms[number % len(forms)])
        elsewhere = surrounding == "another working folder"
        lines.append([_from_below(desk, word) for word in words] if elsewhere else words)
    done = run(
        script=SCRIPT,
        env=SURROUNDINGS.get(surrounding, {}),
        input=json.dumps(lines),
        cwd=desk / "nothing" if surrounding == "another working folder" else desk,
        timeout=120,
    )
    codes = json.loads(done.stdout)
    assert {row.name: code for row, code in zip(rows, codes, strict=True)} == {
        row.name: row.code for row in rows
    }


def _from_below(desk: Path, word: str) -> str:
    form, sign, file = word.rpartition("=")
    there = file and not file.startswith("/") and (desk / file.split("/")[0]).exists()
    return f"{form}{sign}../{file}" if there else word


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "clean.yaml"), 0),
        (("check", "error.yaml"), 1),
        (("check", "--nonsense"), 2),
        (("check", "saved", "--changed-since", "none"), 2),
        (("check", "nothing"), 3),
        (("check", "saved", "--changed-since", "now"), 3),
    ],
)
def test_the_process_ends_with_the_code(run: Call, words: tuple[str, ...], code: int) -> None:
    assert run(*words).returncode == code


def test_the_shipped_reports_have_nothing_wrong_that_is_not_excused(call: Call) -> None:
    done = call("check", str(ROOT / "reports_yaml"), "--fail-on", "warning")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("Inget att rätta (14 undantag). ")


def _with_broken_check(rule: str) -> object:
    catalogue = default_catalogue()
    bound = tuple(
        replace(one, check=replace(one.check, run=_raising(ZeroDivisionError("hemlighet"))))
        if one.rule.id == rule
        else one
        for one in catalogue.bound
    )
    return replace(catalogue, bound=bound)


def _raising(error: BaseException) -> Callable[..., NoReturn]:
    def raises(*_given: object, **_named: object) -> NoReturn:
        raise error

    return raises
