"""A repository of reports with a base branch and a change, as a CI system has checked it out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
GOOD = (ROOT / "reports_yaml/exempelkommun-2026.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("\n      Kontaktperson: 9\n", "\n      Kontaktperson: 8\n")  # TAB001
_RISKS = GOOD[GOOD.index("\nriskanalys:") : GOOD.index("\nej_verkställda_beslut:")]
WITHOUT_RISKS = GOOD.replace(_RISKS, "")
DRAFT = WITHOUT_RISKS.replace("\nstatus: färdig", "\nstatus: utkast")
RULES = "extends: default\n"
SOFT_RULES = (
    "extends: default\nrules:\n  DEL004: {off: true, reason: Vi skriver ingen riskanalys.}\n"
)
REPORT = "rapporter/2026.yaml"


class Desk:
    """A clone with the change checked out.

    Attributes:
        work: the clone.
        temporary: the folder that the CI system gives a job.
        branch: the name of the base branch.
    """

    def __init__(
        self,
        folder: Path,
        base: Mapping[str, str | bytes],
        change: Mapping[str, str | bytes | None],
        *,
        branch: str = "main",
        shallow: bool = False,
    ) -> None:
        """Makes both branches, and clones what a CI system clones.

        Args:
            folder: an empty folder.
            base: the files of the base branch.
            change: what the change makes of them; None deletes a file.
            branch: the name of the base branch.
            shallow: only the change is fetched, without its history.
        """
        origin, self.work, self.temporary = folder / "origin", folder / "work", folder / "temp"
        self.branch = branch
        self.temporary.mkdir(parents=True)
        git(folder, "init", "--quiet", "--initial-branch", branch, str(origin))
        _write(origin, {"LÄSMIG.txt": "Rapporter.\n", **base})
        _commit(origin, "Grunden")
        git(origin, "checkout", "--quiet", "-b", "andring")
        _write(origin, change)
        _commit(origin, "Ändringen")
        which = ("--depth", "1", "--branch", "andring") if shallow else ()
        git(folder, "clone", "--quiet", *which, f"file://{origin}", str(self.work))
        git(self.work, "checkout", "--quiet", "--detach", "origin/andring")


def git(folder: Path, *words: str) -> None:
    """Runs git, free from the settings of whoever runs the tests."""
    subprocess.run(["git", "-C", str(folder), *words], env=environment(), check=True)  # noqa: S603, S607 - our own words


def environment() -> dict[str, str]:
    """What every process of a job gets, wherever the tests are run."""
    kept = ("PATH", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
    person = {"NAME": "Test", "EMAIL": "test@example.invalid"}
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        **{
            f"GIT_{who}_{key}": word
            for key, word in person.items()
            for who in ("AUTHOR", "COMMITTER")
        },
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LANG": "C.UTF-8",
    }


def _write(folder: Path, files: Mapping[str, str | bytes | None]) -> None:
    for name, content in files.items():
        file = folder / name
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def _commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
