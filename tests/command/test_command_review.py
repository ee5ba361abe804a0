"""What a review of the program found once, and must not find again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "format: kvalitetsrapport/1\nstatus: fastställd\n"
    "rapport:\n  kommun: A\n  nämnd: B\n  period: {från: 2024-01-01, till: 2024-12-31}\n"
)


def check(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "checker", "check", *words],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def findings(folder: Path, *words: str) -> list[tuple[str, int, str]]:
    found = json.loads(check(folder, *words, "--format", "json").stdout)["findings"]
    return [(one["rule"], one["line"], one["message"]) for one in found]


def test_the_output_is_the_same_for_every_hash_seed(tmp_path: Path) -> None:
    rows = "".join(f"      {name}: x{number}\n" for number, name in enumerate("ABCD"))
    text = f"{HEAD}avvikelser:\n  totalt: 9\n  per_kategori:\n    antal:\n{rows}"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    outputs = {
        check(tmp_path, "a.yaml", "--format", "json", PYTHONHASHSEED=str(seed)).stdout
        for seed in range(5)
    }
    assert len(outputs) == 1


def test_only_a_rule_of_reading_is_told_as_a_part_of_the_check(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8")
    done = check(tmp_path, "a.yaml", "--only", "FORM001")
    assert done.stdout.splitlines()[-1] == "Inget att rätta (delvis kontrollerad)"


def test_an_output_never_replaces_a_report_whose_name_is_masked(tmp_path: Path) -> None:
    name = f"r {900101}-1234.yaml"
    (tmp_path / name).write_text(HEAD, encoding="utf-8")
    done = check(tmp_path, name, "--output", f"json={name}")
    assert done.returncode == 2
    assert (tmp_path / name).read_text(encoding="utf-8") == HEAD


def test_a_link_as_output_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "real.json").write_text("{}", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    check(tmp_path, "a.yaml", "--output", "json=link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))["version"] == 1


def test_a_link_out_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "out.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "in/b.yaml").symlink_to(tmp_path / "out.yaml")
    done = check(tmp_path, "in")
    assert done.returncode == 2
    assert "in/b.yaml: länken leder ut ur mappen" in done.stdout


def test_dates_are_not_passed_over_when_the_period_is_not_known(tmp_path: Path) -> None:
    text = HEAD.replace("  period: {från: 2024-01-01, till: 2024-12-31}\n", "") + (
        "externa_granskningar:\n  poster:\n    - granskare: IVO\n      datum: 1990-01-01\n"
    )
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    result = json.loads(check(tmp_path, "a.yaml", "--format", "json").stdout)
    told = {(one["rule"], one["reason"]) for one in result["not_run"]}
    assert ("GRA002", "rapportens period är inte känd") in told


@pytest.mark.parametrize(
    ("stated", "field"),
    [
        ("ej missförhållande", "bedömning"),
        ("inget allvarligt missförhållande", "bedömning"),
        ("avslutad utan kritik", "utfall"),
    ],
)
def test_a_suggestion_never_turns_the_meaning(tmp_path: Path, stated: str, field: str) -> None:
    place = f"      {field}: {stated}\n"
    if field == "utfall":
        place = f"      ivo:\n        utfall: {stated}\n"
    text = f"{HEAD}lex_sarah:\n  ärenden:\n    - nr: 1\n{place}"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (message,) = [words for rule, _, words in findings(tmp_path, "a.yaml") if rule == "FORM104"]
    for opposite in ("du ”missförhållande", "du ”allvarligt", "du ”avslutat med"):
        assert opposite not in message


def test_a_tab_hides_no_other_slip(tmp_path: Path) -> None:
    text = "lex_sarah:\n\ttext: a\n  x: &a 1\n  y: *a\nz: @x\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    told = {(rule, line) for rule, line, _ in findings(tmp_path, "a.yaml")}
    assert told == {("FORM014", 2), ("FORM033", 3), ("FORM034", 4), ("FORM024", 5)}


def test_many_references_are_followed_in_no_time(tmp_path: Path) -> None:
    cases = "".join(
        f"    - nr: {number}\n      åtgärder:\n        se_ärende: {number + 1}\n"
        for number in range(1500)
    )
    (tmp_path / "a.yaml").write_text(f"{HEAD}lex_sarah:\n  ärenden:\n{cases}", encoding="utf-8")
    told = {rule for rule, _, _ in findings(tmp_path, "a.yaml", "--only", "LEX006")}
    assert told == {"LEX006"}
