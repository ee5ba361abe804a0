"""The templates, the action, the hooks and the Dockerfile: schemas, linters and promises.

The schemas are those that check-jsonschema carries, from schemastore.org, gitlab-org/gitlab and
microsoft/azure-pipelines-vscode.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.integrations.ci_systems import (
    ACTION_FILE,
    ACTION_SCRIPTS,
    AZURE_FILE,
    AZURE_SCRIPTS,
    GITHUB_FILE,
    GITHUB_SCRIPTS,
    GITLAB_FILE,
    SYSTEMS,
    read,
)
from tests.integrations.conftest import PARTS
from tests.integrations.desk import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.timeout(120)

TEMPLATES = (GITHUB_FILE, GITLAB_FILE, AZURE_FILE)
HOOKS_FILE = ROOT / ".pre-commit-hooks.yaml"
DOCKERFILE = ROOT / "Dockerfile"
SCHEMAS = [
    pytest.param(ACTION_FILE, "github-actions", "runs:", "körs:", id="action"),
    pytest.param(GITHUB_FILE, "github-workflows", "runs-on:", "kör-på:", id="github"),
    pytest.param(GITLAB_FILE, "gitlab-ci", "when: always", "when: alltid", id="gitlab"),
    pytest.param(AZURE_FILE, "azure-pipelines", "fetchDepth:", "djup:", id="azure"),
]


def tool(name: str, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """A tool of the test group, run as a process of its own."""
    beside = shutil.which(name, path=sysconfig.get_path("scripts"))
    command = beside or shutil.which(name)
    if not command:
        pytest.skip(f"{name} is not installed")
    return subprocess.run(  # noqa: S603 - our own words
        [command, *words], input=given, capture_output=True, encoding="utf-8", check=False
    )


def against(schema: str, file: Path) -> subprocess.CompletedProcess[str]:
    # The patterns of the Azure schema are written for regular expressions without the flag u.
    how = ("--regex-variant", "nonunicode", "--builtin-schema", f"vendor.{schema}")
    return tool("check-jsonschema", *how, str(file))


@pytest.mark.parametrize(("file", "schema", "right", "wrong"), SCHEMAS)
def test_a_file_fits_its_public_schema_and_would_not_with_a_slip(
    tmp_path: Path, file: Path, schema: str, right: str, wrong: str
) -> None:
    done = against(schema, file)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout
    text = file.read_text(encoding="utf-8")
    (tmp_path / file.name).write_text(text.replace(right, wrong), encoding="utf-8")
    assert against(schema, tmp_path / file.name).returncode == 1


def test_pre_commit_takes_the_hooks() -> None:
    done = tool("pre-commit", "validate-manifest", str(HOOKS_FILE))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("system", SYSTEMS)
def test_shellcheck_finds_nothing_in_the_steps(system: str) -> None:
    one = SYSTEMS[system]
    for script in one.scripts:
        # RUNNER_TEMP and its like are the system's own, and set where the step is run.
        done = tool("shellcheck", f"--shell={one.shell}", "-", given=script)
        assert (done.returncode, done.stdout) == (0, "")


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    done = tool("hadolint", str(DOCKERFILE))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_step_stops_at_the_first_fault(system: str) -> None:
    for script in SYSTEMS[system].scripts:
        assert script.startswith(("set -euo pipefail\n", "set -eu\n"))


@pytest.mark.parametrize("script", [*GITHUB_SCRIPTS, *ACTION_SCRIPTS, *AZURE_SCRIPTS])
def test_nothing_from_outside_is_put_into_a_script_as_text(script: str) -> None:
    assert "${{" not in script
    assert script not in AZURE_SCRIPTS or "$(" not in script  # the macros of Azure


def used(value: Any) -> Iterator[str]:
    """Every action that a file uses."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from [one] if key == "uses" else used(one)
    elif isinstance(value, list):
        for one in value:
            yield from used(one)


@pytest.mark.parametrize("file", [ACTION_FILE, GITHUB_FILE], ids=lambda one: one.name)
def test_the_actions_of_others_are_pinned_and_say_their_version(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = list(used(read(file)))
    assert len(found) >= 2
    for one in found:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one)
        assert re.search(rf"uses: {one} # v\d+\.\d+\.\d+\n", text)


def test_the_github_template_has_no_rights_and_no_secrets() -> None:
    workflow = read(GITHUB_FILE)
    assert set(workflow["on"]) == {"pull_request", "push"}
    assert workflow["permissions"] == {"contents": "read"}
    gate, upload = workflow["jobs"]["kontroll"], workflow["jobs"]["sarif"]
    assert "permissions" not in gate
    assert gate["steps"][0]["with"] == {"fetch-depth": 0, "persist-credentials": False}
    # The job that may write runs nothing but what it downloads to send on.
    assert upload["permissions"] == {"contents": "read", "security-events": "write"}
    assert [key for step in upload["steps"] for key in step if key == "run"] == []
    assert "secrets." not in GITHUB_FILE.read_text(encoding="utf-8")


def test_results_are_kept_though_the_step_fails() -> None:
    keep = read(GITHUB_FILE)["jobs"]["kontroll"]["steps"][-1]
    assert keep["if"] == "${{ !cancelled() }}"
    assert keep["with"]["path"] == "${{ runner.temp }}/kontroll/resultat/"
    job = read(GITLAB_FILE)["kvalitetskoll"]
    assert job["artifacts"]["when"] == "always"
    assert "allow_failure" not in job
    *_, tests, files = read(AZURE_FILE)["jobs"][0]["steps"]
    assert [tests["condition"], files["condition"]] == ["succeededOrFailed()"] * 2


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda one: one.name)
def test_every_template_reads_reports_as_finished(file: Path) -> None:
    assert file.read_text(encoding="utf-8").count(" check --final --ruleset ") == 1


def test_the_image_is_built_of_what_the_wheel_needs_and_nothing_else() -> None:
    rows = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if not row.startswith("#")] == [
        *("*", *(f"!{part}" for part in PARTS), "**/__pycache__")
    ]


def test_the_image_runs_the_program_as_nobody_without_a_shell() -> None:
    rows = DOCKERFILE.read_text(encoding="utf-8").splitlines()
    assert 'ENTRYPOINT ["kvalitetskoll"]' in rows
    assert [row for row in rows if row.startswith("USER ")] == ["USER 10001:10001"]


def test_the_source_archive_holds_them_all() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"templates", "action.yml", "Dockerfile", ".dockerignore"} <= set(included)
    assert ".pre-commit-hooks.yaml" in included
