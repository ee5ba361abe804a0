"""The hooks, run by pre-commit itself from a clone of this project, in a repository of reports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.integrations.desk import BAD, GOOD, REPORT, ROOT, environment, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.integrations.conftest import Installed

    Once = Callable[[str, Callable[[Path], None]], Path]

pytestmark = pytest.mark.timeout(600)  # most of it is pip's

CONFIG = """\
repos:
  - repo: file://{project}
    rev: {commit}
    hooks:
      - id: kvalitetskoll
        args: [rapporter]
      - id: kvalitetskoll-regler
"""
RULE = """\
id: EGN001
name: vår-egen-regel
title: Åtgärden har ingen ansvarig
basis: template
severity: warning
why: Vår egen mall kräver en roll.
fix: Skriv en roll.
check: each_has
with:
  items: ["planerade_åtgärder[*]"]
  all_of: [ansvarig]
message: Åtgärden har ingen ansvarig.
examples:
  good: [{name: bra, report: "planerade_åtgärder: [{åtgärd: Gå, ansvarig: Chef}]"}]
  bad: [{name: fel, report: "planerade_åtgärder: [{åtgärd: Gå}]  # <- EGN001"}]
"""


class Reports:
    """A repository of reports with our hooks."""

    def __init__(self, folder: Path, env: dict[str, str], config: str) -> None:
        self.folder, self.env = folder, env
        git(folder.parent, "init", "--quiet", str(folder))
        self.put(".pre-commit-config.yaml", config)

    def put(self, name: str, text: str) -> None:
        """Writes a file and stages it."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        git(self.folder, "add", name)

    def run(self, *words: str) -> tuple[int, str]:
        """What pre-commit says of what is staged."""
        done = subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-m", "pre_commit", "run", "--color", "never", *words],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout


@pytest.fixture
def reports(tmp_path: Path, once: Once, source: Path, installed: Installed) -> Reports:
    """A repository whose hooks come from a clone of this project; pip needs no network."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")

    def make(folder: Path) -> None:
        project = folder / "project"
        shutil.copytree(source, project, ignore=shutil.ignore_patterns("done"))
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", project)
        git(folder, "init", "--quiet", str(project))
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", "Projektet")

    folder = once("hooks", make)
    head = (folder / "project/.git/HEAD").read_text().split()[-1]
    commit = (folder / "project/.git" / head).read_text().strip()
    env = {
        **environment(),
        "HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder / "cache"),
        **installed.offline,
        "PATH": f"{installed.program / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }
    config = CONFIG.format(project=folder / "project", commit=commit)
    return Reports(tmp_path / "rapportförråd", env, config)


def test_the_hooks_pass_what_is_right_and_stop_what_is_not(reports: Reports) -> None:
    reports.put(REPORT, GOOD)
    reports.put("regler/EGN001.yaml", RULE)
    code, told = reports.run("--all-files")
    rows = told.splitlines()
    assert code == 0, told
    passed = [row for row in rows if row.endswith("Passed")]
    assert [row.split(".")[0] for row in passed] == [
        "Kvalitetskoll kontrollerar rapporterna",
        "Kvalitetskoll kör exemplen i egna regler",
    ]

    reports.put(REPORT, BAD)
    code, told = reports.run("kvalitetskoll")
    assert code == 1
    assert "- exit code: 1\n" in told
    assert "TAB001 · rad 79 · ej_verkställda_beslut › totalt" in told

    reports.put("regler/EGN001.yaml", RULE.replace("  # <- EGN001", ""))
    code, told = reports.run("kvalitetskoll-regler")
    assert (code, "1 regel, 2 exempel, 1 som inte håller" in told) == (1, True), told


def test_the_whole_folder_is_checked_when_something_else_changes(reports: Reports) -> None:
    reports.put(REPORT, BAD)
    git(reports.folder, "commit", "--quiet", "--no-verify", "--message", "En rapport med fel")
    assert reports.run()[1].count("(no files to check)Skipped") == 2
    reports.put("kvalitetskoll.yaml", "extends: default\n")
    code, told = reports.run()
    assert (code, "TAB001" in told) == (1, True), told


def test_a_folder_without_reports_never_passes(reports: Reports) -> None:
    reports.put("rapporter/undantag.yaml", "undantag: []\n")
    code, told = reports.run("kvalitetskoll", "--all-files")
    assert (code, "- exit code: 3\n" in told) == (1, True), told
