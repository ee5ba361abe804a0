"""The shell steps of our templates, run as the CI systems run them.

Only what a system itself supplies is made up here: the variables that it sets, the temporary
folder, the shell that it starts, and the values of its expressions. Sources: "Workflow syntax for
GitHub Actions" and "Metadata syntax" (docs.github.com), "Predefined CI/CD variables"
(docs.gitlab.com), "Use predefined variables" (learn.microsoft.com/azure/devops/pipelines).
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from tests.integrations.desk import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from tests.integrations.desk import Desk

GITHUB_FILE = ROOT / "templates/ci/github-actions.yml"
GITLAB_FILE = ROOT / "templates/ci/gitlab-ci.yml"
AZURE_FILE = ROOT / "templates/ci/azure-pipelines.yml"
ACTION_FILE = ROOT / "action.yml"
BASH = ("bash", "--noprofile", "--norc")
STRICT_BASH = (*BASH, "-eo", "pipefail")
EXPRESSION = re.compile(r"\$\{\{ (inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))? \}\}")


@dataclass(frozen=True)
class Done:
    """What a job came to.

    Attributes:
        log: what it said on both streams.
        results: the folder with the files that it left.
        outputs: those of the action.
    """

    code: int
    log: str
    results: Path
    outputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class System:
    """One of our templates.

    Attributes:
        run: runs its steps on a desk. A program that is given takes the place of the step that
            installs one. Variables go before those that the system sets; an empty one is unset.
        scripts: every piece of shell in it.
        shell: the shell that its words are for.
        own: the file among the results that only this system reads.
    """

    run: Callable[..., Done]
    scripts: tuple[str, ...]
    shell: str
    own: str


def read(file: Path) -> Any:
    """A YAML file as plain data."""
    return YAML(typ="safe").load(file)


def _github(desk: Desk, program: Path | None = None, **variables: str) -> Done:
    env = {"GITHUB_BASE_REF": desk.branch, **_github_files(desk), **read(GITHUB_FILE)["env"]}
    home = desk.temporary / "kontroll"
    code, log = _run(STRICT_BASH, _with(GITHUB_SCRIPTS, program, home), desk, _over(env, variables))
    return Done(code, log, home / "resultat")


def _azure(desk: Desk, program: Path | None = None, **variables: str) -> Done:
    env = {
        "BUILD_REASON": "PullRequest",
        "SYSTEM_PULLREQUEST_TARGETBRANCH": f"refs/heads/{desk.branch}",
        "AGENT_TEMPDIRECTORY": str(desk.temporary),
        **read(AZURE_FILE)["variables"],
    }
    home = desk.temporary / "kontroll"
    code, log = _run(BASH, _with(AZURE_SCRIPTS, program, home), desk, _over(env, variables))
    return Done(code, log, home / "resultat")


def _gitlab(desk: Desk, program: Path | None = None, **variables: str) -> Done:
    env = {
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": desk.branch,
        "CI_MERGE_REQUEST_PROJECT_ID": "1",
        "CI_PROJECT_ID": "1",
        "TMPDIR": str(desk.temporary),
        **read(GITLAB_FILE)["variables"],
    }
    fetch, install, check = GITLAB_SCRIPTS
    if program:
        install = f'ln -s "{program}" "$hem/program"\n'
    # The lines of before_script and script are run one after the other in the same shell.
    code, log = _run(("sh",), [fetch + install + check], desk, _over(env, variables))
    return Done(code, log, desk.work / "kvalitetskoll-resultat")


def _action(desk: Desk, program: Path | None = None, **variables: str) -> Done:
    action = read(ACTION_FILE)
    inputs = {name: str(one.get("default", "")) for name, one in action["inputs"].items()}
    inputs |= {"paths": "rapporter", "constraints": "kontroll/versioner.txt"}
    inputs |= {name.replace("_", "-"): word for name, word in variables.items() if name.islower()}
    system = {
        "GITHUB_BASE_REF": desk.branch,
        **_github_files(desk),
        "GITHUB_ACTION_PATH": str(ROOT),
    }
    upper = {name: word for name, word in variables.items() if not name.islower()}
    system = _over(system, upper)
    outputs: dict[str, dict[str, str]] = {}
    code, log = 0, ""

    def value(text: str) -> str:
        def one(found: re.Match[str]) -> str:
            if found[1] == "inputs":
                return inputs[found[2]]
            return outputs.get(found[2], {}).get(found[3], "")

        return EXPRESSION.sub(one, text)

    for number, step in enumerate(one for one in action["runs"]["steps"] if "run" in one):
        home = value("${{ steps.grund.outputs.home }}")
        script = step["run"]
        if program and "pip install" in script:
            script = f'ln -s "{program}" "{home}/program"\n'
        file = desk.temporary / f"output-{number}"
        file.touch()
        env = {name: value(text) for name, text in step.get("env", {}).items()}
        code, told = _run(
            STRICT_BASH, [script], desk, {**system, **env, "GITHUB_OUTPUT": str(file)}
        )
        log += told
        rows = file.read_text(encoding="utf-8").splitlines()
        outputs[step.get("id", str(number))] = dict(row.split("=", 1) for row in rows)
        if code:
            break
    told_outputs = {name: value(one["value"]) for name, one in action["outputs"].items()}
    home = value("${{ steps.grund.outputs.home }}")
    return Done(code, log, desk.temporary / home / "resultat", told_outputs)


def _over(system: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """What a system sets, with variables instead that a test gives; an empty one is unset."""
    return {name: word for name, word in {**system, **given}.items() if word or name not in given}


def _github_files(desk: Desk) -> dict[str, str]:
    (desk.temporary / "summary.md").touch()
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_STEP_SUMMARY": str(desk.temporary / "summary.md"),
        "RUNNER_TEMP": str(desk.temporary),
    }


def _with(scripts: Iterable[str], program: Path | None, home: Path) -> list[str]:
    """The steps, with a program that is at hand instead of the step that installs one."""
    fetch, install, check = scripts
    return [fetch, f'ln -s "{program}" "{home}/program"\n' if program else install, check]


def _run(
    shell: tuple[str, ...], scripts: Iterable[str], desk: Desk, env: Mapping[str, str]
) -> tuple[int, str]:
    """Runs steps until one fails; the exit code, and all that was said."""
    code, log = 0, ""
    python = desk.temporary / "bin/python"  # what a step before has put on the path
    if not python.exists():
        python.parent.mkdir()
        python.symlink_to(getattr(sys, "_base_executable", sys.executable))
    whole = {**environment(), "HOME": str(desk.temporary), **env}
    whole["PATH"] = f"{python.parent}:{whole['PATH']}"
    for number, script in enumerate(scripts):
        file = desk.temporary / f"step-{number}.sh"
        file.write_text(script, encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own templates
            [*shell, str(file)],
            cwd=desk.work,
            env=whole,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        code, log = done.returncode, log + done.stdout
        if code:
            break
    return code, log


def _pieces(steps: Iterable[Mapping[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(step[key] for step in steps if key in step)


GITHUB_SCRIPTS = _pieces(read(GITHUB_FILE)["jobs"]["kontroll"]["steps"], "run")
AZURE_SCRIPTS = _pieces(read(AZURE_FILE)["jobs"][0]["steps"], "bash")
_JOB = read(GITLAB_FILE)["kvalitetskoll"]
GITLAB_SCRIPTS = (*_JOB["before_script"], *_JOB["script"])
ACTION_SCRIPTS = _pieces(read(ACTION_FILE)["runs"]["steps"], "run")
SYSTEMS = {
    "github": System(_github, GITHUB_SCRIPTS, "bash", "kvalitetskoll.sarif"),
    "gitlab": System(_gitlab, ("".join(GITLAB_SCRIPTS),), "sh", "gitlab.json"),
    "azure": System(_azure, AZURE_SCRIPTS, "bash", "junit.xml"),
    "action": System(_action, ACTION_SCRIPTS, "bash", "kvalitetskoll.sarif"),
}
