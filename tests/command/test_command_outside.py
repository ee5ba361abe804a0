"""A municipality's own ruleset: the script for the installed wheel, run on this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import checker

OUTSIDE = Path(__file__).resolve().parents[1] / "outside"
HOME = Path(checker.__file__).parent.parent


def look(folder: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs the script on a municipality's folder."""
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(OUTSIDE / "check_own_rules.py"), str(folder)],
        env={**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1"},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_municipality_uses_its_own_rules(tmp_path: Path) -> None:
    done = look(OUTSIDE / "kommun", tmp_path)
    assert done.stdout == "The municipality's own rules work as installed.\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("egna_regler/KOM001.yaml", "severity: warning", "severity: error", "findings:"),
        ("kvalitetskoll.yaml", "severity: info", "severity: warning", "deviations in the matrix:"),
    ],
)
def test_the_script_sees_what_is_not_as_it_should_be(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    shutil.copytree(OUTSIDE / "kommun", tmp_path / "kommun")
    text = (tmp_path / "kommun" / file).read_text(encoding="utf-8")
    (tmp_path / "kommun" / file).write_text(text.replace(old, new), encoding="utf-8")
    done = look(tmp_path / "kommun", tmp_path)
    assert done.returncode == 1
    assert told in done.stdout.splitlines()
