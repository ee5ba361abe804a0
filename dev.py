"""Everything from a fresh clone: makes its own environment, then does what was asked.

    python3 dev.py check [...]   the program on reports_yaml/, or with what you give it;
                                 explain, rules and matrix in the same way
    python3 dev.py test [...]    the tests, with branch coverage
    python3 dev.py mutate [...]  small faults put into the code: which do the tests not see?
    python3 dev.py lint          ruff, mypy and the import layers
    python3 dev.py generate      the generated files; with --check: are they up to date?
    python3 dev.py wheel         the wheel, into dist/
    python3 dev.py fuzz [...]    inputs at random, see fuzz/README.md; --executions N, --seed K

Only the standard library: it runs before anything is installed. The environment lies in
``.venv/`` beside this file, one for each version of Python.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv" / f"py{sys.version_info.major}.{sys.version_info.minor}"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# Where every branch must have been taken: what reads a stranger's file, counts, and hides persons.
SURE = (
    *("checker/document/*", "checker/arithmetic/*", "checker/privacy/*", "checker/guard.py"),
    *("checker/shown.py", "checker/output/overview_clean.py", "checker/output/overview_csv.py"),
    *("checker/output/markdown_text.py", "checker/output/page_html.py"),
    *("checker/output/machine.py", "checker/output/github.py", "checker/output/azure.py"),
)
LINT = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter.cli", "lint"),
)


def main(words: list[str]) -> int:
    """Does what the first word asks."""
    task, rest = (words[0], words[1:]) if words else ("", [])
    match task:
        case "check" | "explain" | "rules" | "matrix" | "fuzz":
            install()
            return call("-m", *(words if task == "fuzz" else ("checker", *words)))
        case "test":
            install("test")
            whole = [] if rest else ["--cov"]
            code = call("-m", "pytest", "--numprocesses=auto", *whole, *rest)
            return code if rest or code else sure()
        case "lint":
            install("test", "lint")
            return max(lint(*command) for command in LINT)
        case "generate" | "mutate":
            install(*(("test", "mutation") if task == "mutate" else ()))
            return call(f"scripts/{task}.py", *rest)
        case "wheel":
            install("package")
            return call("-m", "build", "--wheel", "--outdir", "dist", *rest)
    print(__doc__)
    return 0 if task in {"-h", "--help"} else 2


def install(*groups: str) -> None:
    """Makes the environment and installs what is needed, once until pyproject.toml changes."""
    project = (ROOT / "pyproject.toml").read_bytes()
    needs = tomllib.loads(project.decode())["dependency-groups"]
    stamp = HOME / f"installed{'-'.join(('', *groups))}"
    digest = hashlib.sha256(project).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    if not PYTHON.is_file():
        make()
    wanted = [need for group in groups for need in needs[group]]
    print(f"Installing into {HOME.relative_to(ROOT)} ...", file=sys.stderr, flush=True)
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, "--editable", str(ROOT), *wanted), check=True)
    stamp.write_text(digest)


def make() -> None:
    """Makes a virtual environment; some systems leave out the part that brings pip along."""
    made = subprocess.run((sys.executable, "-m", "venv", str(HOME)), check=False)
    if made.returncode == 0:
        return
    subprocess.run(
        (sys.executable, "-m", "venv", "--clear", "--without-pip", str(HOME)), check=True
    )
    bring = (sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "pip")
    if subprocess.run(bring, check=False).returncode != 0:
        sys.exit("This Python has neither ensurepip nor pip: install python3-venv and try again.")


def sure() -> int:
    """Whether every branch was taken where it must have been."""
    return call("-m", "coverage", "report", "--fail-under=100", f"--include={','.join(SURE)}")


def lint(*command: str) -> int:
    """Runs one of the strict tools."""
    print("$", *command, flush=True)
    if command[0] == "importlinter.cli":
        code = "from importlinter.cli import lint_imports_command as run; run()"
        return call("-c", code)
    return call("-m", *command)


def call(*words: str) -> int:
    """Runs the environment's Python at the root and gives its exit code."""
    return subprocess.run((str(PYTHON), *words), cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
