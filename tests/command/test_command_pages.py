"""``check`` writes its pages as UTF-8 wherever it is run, and the verdict beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "tests/forms/report"


def check(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "checker", "check", "--today", "2026-11-22", *words, "."]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=REPORT, env=env, capture_output=True, check=False)  # noqa: S603 - our own program


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("markdown", "## Kvalitetskoll: Behöver rättas (3 avsteg, 2 undantag)\n"),
        ("html", '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'),
    ],
)
def test_a_page_is_utf_8_also_where_the_terminal_is_not(form: str, start: str) -> None:
    done = check("--format", form, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    page = done.stdout.decode("utf-8")
    assert page.startswith(start)
    assert "sekretessgranskad" in page
    verdict = "Behöver rättas (3 avsteg, 2 undantag). 5 punkter kräver bedömning av en människa"
    assert done.stderr.decode("latin-1").strip() == verdict
    assert done.returncode == 1


def test_a_page_in_a_file_is_the_one_on_standard_output(tmp_path: Path) -> None:
    address = ("--rule-pages", "https://exempel.se/regler/")
    for form in ("markdown", "html"):
        file = tmp_path / form
        done = check("--format", form, "--output", f"{form}={file}", *address)
        assert file.read_bytes() == done.stdout
        assert b"https://exempel.se/regler/LEX004.md" in done.stdout
