"""No word of a rule file or a report becomes a regular expression, which could take for ever."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.inner.conftest import Bench

HOME = Path(checker.__file__).parent
FUNCTIONS = {
    "compile",
    "match",
    "fullmatch",
    "search",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
}
# Patterns that come by another name, each of our own making.
OURS = {
    ("arithmetic/errors.py", "refusal.pattern"): "a table of ours",
    ("cli/arguments.py", "pattern"): "a table of ours",
    ("output/markdown_text.py", "pattern"): "a table of ours",
    ("schema/walk.py", "pattern"): "our schema",
}


def made() -> Iterator[tuple[str, int, ast.expr, ast.Module]]:
    """What every call of the module ``re`` in the program makes its pattern from."""
    for path in sorted(HOME.rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(HOME).as_posix()
        for node in ast.walk(module):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr in FUNCTIONS
            ):
                yield name, node.lineno, node.args[0], module


def is_constant(pattern: ast.AST, module: ast.Module) -> bool:
    """Whether a pattern is made of nothing but what the program itself says."""
    if isinstance(pattern, ast.Call) and ast.unparse(pattern.func) == "re.escape":
        return True
    if isinstance(pattern, ast.Name) and not pattern.id.strip("_").isupper():
        values = [
            node.value
            for node in ast.walk(module)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == pattern.id
        ]
        return bool(values) and all(is_constant(one, module) for one in values)
    parts: list[ast.AST] = list(ast.iter_child_nodes(pattern))
    if isinstance(pattern, ast.Call):  # of a function of the module, as a pattern is put together
        parts = [*pattern.args]
    return all(is_constant(one, module) for one in parts)


def test_every_pattern_is_the_programs_own() -> None:
    foreign = {
        (name, ast.unparse(pattern))
        for name, _, pattern, module in made()
        if not is_constant(pattern, module)
    }
    assert foreign == set(OURS)


@pytest.mark.timeout(60)  # seconds; as a pattern it would take for ever
def test_a_parameter_that_looks_like_a_pattern_is_a_text(bench: Bench) -> None:
    parameters = {"series": {"2011:9": "(a+)+(b+)+$"}, "about": ["råd"]}
    rule = bench.rule(check="numbering", parameters=parameters, message="{citat}: {rätt}")
    text = f"sammanfattning:\n  text: |\n    {'a' * 60} SOFS 2011:9 är ett råd.\n"
    (finding,) = bench.judge(text, rule).findings
    assert finding.message == "SOFS 2011:9: (a+)+(b+)+$ 2011:9"
