"""The examples in docs/exempel are the outputs that the other tests hold against their grammars."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.output.forms import FORMS
from tests.forms.checked import written

if TYPE_CHECKING:
    from types import ModuleType

    from checker.result import Result

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/generate.py"
MACHINES = ("json", "sarif", "junit", "gitlab")


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_form_has_an_example_and_a_row_in_the_list(generate: ModuleType) -> None:
    files = generate.example_files()
    page = files.pop("docs/exempel/README.md")
    assert len(files) == len(FORMS)
    for name in files:
        assert f"]({Path(name).name})" in page
    assert set(FORMS) <= set(generate.EXAMPLES)


def test_the_examples_are_the_same_wherever_they_are_made(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = generate.example_files()
    monkeypatch.chdir(tmp_path)
    assert generate.example_files() == before
    assert not [name for name, text in before.items() if str(generate.ROOT) in text]


@pytest.mark.parametrize("name", MACHINES)
def test_an_example_is_what_was_held_against_its_grammar(
    generate: ModuleType, name: str, made_up: Result
) -> None:
    ending, _ = generate.EXAMPLES[name]
    files = generate.example_files()
    assert files[f"docs/exempel/kvalitetsrapport.{ending}"] == written(name, made_up)
