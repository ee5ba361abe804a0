"""The repository's promises about itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "checker").rglob("*.py"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_the_generated_files_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/generate.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_what_it_is_and_is_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", ":", "?"))
    assert len(text.splitlines()) <= 300


def test_the_median_module_is_below_a_hundred_lines() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES)
    assert lengths[len(lengths) // 2] < 100


RECKONING = [path for path in MODULES if "checker.arithmetic" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("module", RECKONING, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_reckons_with_figures_holds_and_makes_no_float(module: Path) -> None:
    found = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    assert not [node for node in found if isinstance(node, ast.Div)]
    constants = [node.value for node in found if isinstance(node, ast.Constant)]
    assert not [value for value in constants if isinstance(value, float | complex)]
    names = {node.id for node in found if isinstance(node, ast.Name)}
    assert not names & {"float", "complex", "round", "pow"}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_command_of_the_readme_is_the_one_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    for command in ("python3 dev.py check", "python3 dev.py test"):
        assert f"$ {command}\n" in readme
        assert f"\n{command}" in script
