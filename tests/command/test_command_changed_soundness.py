"""Whatever is changed: what ``--changed-since`` leaves out would have come out as it did before."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

BOARDS = ("Nämnden A", "Nämnden B", "Nämnden C")
NAMES = [f"{folder}/{number}.yaml" for folder in ("ett", "två") for number in range(4)]
LISTS = ("findings", "waived", "not_run", "not_testable")
EXCEPTION = """\
undantag:
  - regel: TAB001
    rapport: {report}
    ställe: avvikelser.totalt
    skäl: Siffran är tagen ur ett annat system.
    beslutat_av: SAS
"""


def a_report(text: str, draw: random.Random) -> str:
    """A report of some board and year, with a total that is wrong now and then."""
    year = draw.randrange(2022, 2026)
    board = draw.choice(BOARDS)
    former = f"\n  tidigare_namn: {draw.choice(BOARDS)}" if draw.random() < 0.2 else ""
    text = text.replace("Socialnämnd00", board + former)
    text = text.replace("2026-", f"{year + 1}-").replace("2025", str(year))
    text = text.replace("totalt: 40", f"totalt: {draw.choice((40, 40, 41, 45, 80))}")
    return text if draw.random() < 0.9 else text + 'slut: "\n'


def edit(text: str, draw: random.Random) -> None:
    """One change of any kind."""
    name = Path(draw.choice(NAMES))
    match draw.choice(("write", "write", "note", "remove", "move", "except", "unexcept", "rule")):
        case "write":
            name.write_text(a_report(text, draw), encoding="utf-8")
        case "note" if name.exists():
            name.write_text(name.read_text(encoding="utf-8") + "# en rad till\n", encoding="utf-8")
        case "remove":
            name.unlink(missing_ok=True)
        case "move" if name.exists():
            name.rename(name.with_name(f"flyttad-{draw.randrange(9)}.yaml"))
        case "except":
            content = EXCEPTION.format(report=name.name)
            (name.parent / "undantag.yaml").write_text(content, encoding="utf-8")
        case "unexcept":
            (name.parent / "undantag.yaml").unlink(missing_ok=True)
        case "rule" if draw.random() < 0.2:
            rule = "extends: default\nrules:\n  AND002: {severity: error, reason: Vi vill.}\n"
            Path("kvalitetskoll.yaml").write_text(rule, encoding="utf-8")


def told(done: CompletedProcess[str]) -> dict[str, Any]:
    """What a run says of each report, by its file."""
    result = json.loads(done.stdout)
    assert (result["crashes"], result["refused"]) == ([], [])
    return {
        one["file"]: (
            one,
            *([two for two in result[key] if two["file"] == one["file"]] for key in LISTS),
        )
        for one in result["reports"]
    }


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.timeout(120)
def test_what_is_left_out_is_as_it_was_and_what_is_judged_is_as_in_a_whole_run(
    call: Call,
    files: Mapping[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    program = shutil.which("git") or pytest.fail("the tests need git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    draw, text = random.Random(seed), files["clean.yaml"].decode()

    def git(*words: str) -> None:
        name = ("-c", "user.name=SAS", "-c", "user.email=sas@example.org")
        subprocess.run([program, *name, *words], check=True)  # noqa: S603 - a whole path

    for name in NAMES:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(a_report(text, draw), encoding="utf-8")
    for _ in range(3):
        edit(text, draw)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "först")
    words = ("check", "ett", "två", "--today", "2026-11-22", "--format", "json")
    before = told(call(*words))
    for number in range(draw.randrange(1, 4)):
        edit(text, draw)
        if number == 1:
            git("add", "--all")
            git("commit", "--quiet", "--allow-empty", "--message", "sedan")
    now = told(call(*words))
    base = ("--changed-since", "HEAD" if "sedan" not in _log(program) else "HEAD~1")
    narrowed = told(call(*words, *base))
    assert narrowed == {file: now[file] for file in narrowed}
    left_out = now.keys() - narrowed.keys()
    assert {file: now[file] for file in left_out} == {file: before[file] for file in left_out}


def _log(program: str) -> str:
    done = subprocess.run(  # noqa: S603 - a whole path
        [program, "log", "--format=%s"], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout
