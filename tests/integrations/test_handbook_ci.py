"""What the handbook's page for CI shows, run or held against the schema of what it is for."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.integrations.ci_systems import ACTION_FILE, read
from tests.integrations.desk import (
    BAD,
    GOOD,
    REPORT,
    ROOT,
    SOFT_RULES,
    WITHOUT_RISKS,
    Desk,
    environment,
)
from tests.integrations.test_ci_files import HOOKS_FILE, against, tool

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integrations.conftest import Installed

pytestmark = pytest.mark.timeout(600)  # most of it is pip's

PAGE = (ROOT / "docs/handbok/ci.md").read_text(encoding="utf-8")
WORKFLOW, HOOKS = re.findall(r"```yml\n(.*?)```", PAGE, re.DOTALL)
[STEP] = [one for one in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) if "mktemp" in one]


def test_the_workflow_with_the_action_fits_its_schema_and_the_inputs_of_the_action(
    tmp_path: Path,
) -> None:
    file = tmp_path / "kontroll.yml"
    file.write_text(WORKFLOW, encoding="utf-8")
    done = against("github-workflows", file)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")
    given = read(file)["jobs"]["kontroll"]["steps"][-1]["with"]
    inputs = read(ACTION_FILE)["inputs"]
    assert set(given) <= set(inputs)
    assert {name for name, one in inputs.items() if one.get("required")} <= set(given)


def test_the_hooks_are_ours_and_pre_commit_takes_them(tmp_path: Path) -> None:
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(HOOKS, encoding="utf-8")
    done = tool("pre-commit", "validate-config", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    [repo] = read(file)["repos"]
    assert [one["id"] for one in repo["hooks"]] == [one["id"] for one in read(HOOKS_FILE)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({REPORT: GOOD}, 0),
        ({REPORT: BAD}, 1),
        ({REPORT: WITHOUT_RISKS, "kvalitetskoll.yaml": SOFT_RULES}, 1),
    ],
)
def test_the_shell_for_other_systems_is_a_gate_too(
    tmp_path: Path, installed: Installed, change: dict[str, str], code: int
) -> None:
    base: dict[str, str | bytes] = {
        f"kontroll/{installed.wheel.name}": installed.wheel.read_bytes(),
        "kontroll/versioner.txt": installed.versions,
    }
    desk = Desk(tmp_path, base, change)
    where = {"TMPDIR": str(desk.temporary), "HOME": str(desk.temporary)}
    done = subprocess.run(  # noqa: S603 - our own page
        ["/bin/sh", "-c", STEP],
        cwd=desk.work,
        env={**environment(), **installed.offline, **where},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert (desk.work / "resultat.xml").read_text(encoding="utf-8").startswith("<?xml")
