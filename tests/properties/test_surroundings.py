"""What surrounds a run changes nothing of what is found: machine, folder, order, earlier runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker
from checker.cli.arguments import CHECK_FORMS
from checker.document.events import c_available
from checker.document.reader import _read
from checker.run import run
from checker.verdict import Exit
from fuzz.reports import whole_report
from fuzz.strategies import broken_files, files, hostile_files
from fuzz.writing import written
from tests.properties.judging import SHIPPED, judged, shipped, told_at

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME = Path(checker.__file__).parent.parent
some = settings(derandomize=True, max_examples=15)
any_file = st.one_of(files, broken_files, hostile_files, shipped)
SURROUNDINGS: dict[str, Mapping[str, str]] = {
    "hash seed": {"PYTHONHASHSEED": "4711"},
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "1"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "width": {"COLUMNS": "80", "TERM": "dumb"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def called(folder: Path, form: str, env: Mapping[str, str], where: Path | None = None) -> Any:
    """The command as a process; exit code and output."""
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HOME), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "checker", "check", "--today=2026-11-22", f"--format={form}"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, str(folder)],
        cwd=where or folder.parent,
        env={**plain, "PYTHONUTF8": "1", **env},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shipped reports, and two with everything in them."""
    found = tmp_path_factory.mktemp("hem") / "rapporter"
    found.mkdir()
    for number, content in enumerate((*SHIPPED, *map(made_report, (1, 2)))):
        (found / f"{number}.yaml").write_bytes(content)
    return found


@cache
def made_report(seed: int) -> bytes:
    random = Random(seed)
    return written(whole_report(random), random)


@pytest.fixture(scope="module")
def usual(folder: Path) -> dict[str, Any]:
    return {form: called(folder, form, {}) for form in ("text", "json")}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("env", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_every_byte_is_the_same_on_another_machine(
    env: Mapping[str, str], form: str, folder: Path, usual: dict[str, Any]
) -> None:
    code, text = called(folder, form, env)
    assert (code, text) == usual[form]
    assert len(text) > 10_000


@pytest.mark.timeout(120)
def test_from_another_folder_only_the_names_of_the_files_differ(
    folder: Path, usual: dict[str, Any], tmp_path: Path
) -> None:
    code, text = called(folder, "json", {}, tmp_path)
    there, here = json.loads(text), json.loads(usual["json"][1])
    assert code == usual["json"][0]
    assert there["verdict"] == here["verdict"]
    assert [(one["rule"], one["line"], one["message"]) for one in there["findings"]] == [
        (one["rule"], one["line"], one["message"]) for one in here["findings"]
    ]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("form", CHECK_FORMS)
def test_the_exit_code_and_the_files_of_other_forms_are_the_same_in_every_form(
    form: str, folder: Path, usual: dict[str, Any]
) -> None:
    assert called(folder, form, {})[0] == usual["json"][0] == Exit.FINDINGS


@settings(
    derandomize=True, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(contents=st.lists(any_file, min_size=2, max_size=3), random=st.randoms())
def test_the_order_of_the_paths_changes_nothing(
    contents: list[bytes], random: Random, tmp_path: Path
) -> None:
    paths = []
    for number, content in enumerate(contents):
        paths.append(str(tmp_path / f"{number}.yaml"))
        Path(paths[-1]).write_bytes(content)
    in_order = run(paths)
    random.shuffle(paths)
    shuffled = run(paths)
    assert [told_at(one) for one in shuffled.reports] == [told_at(one) for one in in_order.reports]
    assert [one.file for one in shuffled.reports] == [one.file for one in in_order.reports]
    assert shuffled.verdict is in_order.verdict


@some
@given(any_file, st.lists(any_file, max_size=3))
def test_what_was_judged_before_in_the_same_process_changes_nothing(
    content: bytes, before: list[bytes]
) -> None:
    first = told_at(judged(content))
    for other in before:
        judged(other)
    assert told_at(judged(content)) == first


@pytest.mark.skipif(not c_available(), reason="libyaml is not here: there is but one parser")
@some
@given(st.one_of(files, broken_files))
def test_both_parsers_lead_to_the_same_findings(content: bytes) -> None:
    assert _read(content, "x", "c", traps=True).readable
    assert told_at(judged(content, parser="c")) == told_at(judged(content, parser="pure"))
