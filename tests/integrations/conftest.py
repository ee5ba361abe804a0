"""The program as it is installed from a wheel, made once for all tests here."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.integrations.desk import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Once = Callable[[str, Callable[[Path], None]], Path]

# What the wheel is built of, and what pre-commit reads.
PARTS = ("checker", "rules", "schemas", "pyproject.toml", "README.md", "LICENSE")


@dataclass(frozen=True)
class Installed:
    """The program, built and installed.

    Attributes:
        wheels: a folder with everything that is needed to build and install it without a network.
        program: a virtual environment with it.
        versions: what ``pip freeze`` says of what it is built on.
        wheel: the file of the program itself.
    """

    wheels: Path
    program: Path
    versions: str
    wheel: Path

    @property
    def offline(self) -> dict[str, str]:
        """What makes pip install it without a network, and without compiling what is run once."""
        return {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_NO_COMPILE": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once, however many processes run the tests."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder = base / name
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "done").exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                (folder / "done").touch()
        return folder

    return made


@pytest.fixture(scope="session")
def source(once: Once) -> Path:
    """A copy of what the program is built from, so that building leaves no trace in the project."""

    def make(folder: Path) -> None:
        for name in PARTS:
            if (ROOT / name).is_dir():
                shutil.copytree(
                    ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
                )
            else:
                shutil.copy(ROOT / name, folder / name)

    return once("source", make)


@pytest.fixture(scope="session")
def installed(once: Once, source: Path) -> Installed:
    """The program in a virtual environment, and the wheels that it was installed from."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    def make(folder: Path) -> None:
        wheels = str(folder / "wheels")
        needed = (*project["project"]["dependencies"], *project["build-system"]["requires"])
        fetched = _pip("wheel", "--retries", "0", "--wheel-dir", wheels, *needed)
        if fetched.returncode:
            pytest.skip("pip does not reach its index, so nothing can be installed")
        built = _pip("wheel", "--no-deps", *_offline(wheels), "--wheel-dir", wheels, str(source))
        assert built.returncode == 0, built.stdout
        base = getattr(sys, "_base_executable", sys.executable)
        subprocess.run([base, "-m", "venv", str(folder / "program")], check=True)  # noqa: S603 - our own Python
        pip = [str(folder / "program/bin/python"), "-m", "pip"]
        put = [*pip, "install", "--quiet", *_offline(wheels), "kvalitetskoll"]
        subprocess.run(put, check=True)  # noqa: S603 - our own words
        frozen = subprocess.run(  # noqa: S603 - our own words
            [*pip, "freeze", "--exclude", "kvalitetskoll"], check=True, stdout=subprocess.PIPE
        )
        (folder / "versioner.txt").write_bytes(frozen.stdout)

    folder = once("installed", make)
    [wheel] = (folder / "wheels").glob("kvalitetskoll-*.whl")
    versions = (folder / "versioner.txt").read_text(encoding="utf-8")
    return Installed(folder / "wheels", folder / "program", versions, wheel)


def _offline(wheels: str) -> tuple[str, ...]:
    return ("--no-index", "--find-links", wheels)


def _pip(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "pip", words[0], "--quiet", *words[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
