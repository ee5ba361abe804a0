"""What a short run loads: starting is most of what it costs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checker.catalog import rule_files
from checker.compiled import COMPILED, digest
from checker.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Loaded = Callable[..., set[str]]

pytestmark = pytest.mark.usefixtures("desk")

# The package's own modules and the outermost name of every other, after all that is asked.
SCRIPT = """
import sys
from checker.cli.main import main
for words in sys.argv[1:]:
    main(words.split())
own = {name for name in sys.modules if name.startswith("checker")}
print(*sorted(own | {name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""
HEAVY = {"rich", "jsonschema", "referencing", "pydantic", "hypothesis", "pygments", "rpds"}


@pytest.fixture
def loaded(run: Call) -> Loaded:
    """The modules that command lines have loaded when they are done."""

    def names(*lines: str) -> set[str]:
        return set(run(*lines, script=SCRIPT).stderr.splitlines()[-1].split())

    return names


@pytest.fixture
def compiled() -> None:
    """Rules that were changed since they were compiled are read from their files, slowly."""
    rules = folder("rules")
    try:
        stored = json.loads((rules / COMPILED).read_text(encoding="utf-8"))
    except FileNotFoundError:
        stored = {}
    if stored.get("digest") != digest(rule_files(rules)):
        pytest.skip("rules/catalogue.json is not up to date: run python3 dev.py generate")


@pytest.mark.usefixtures("compiled")
def test_checking_loads_nothing_heavy_when_clean_when_wrong_and_when_unreadable(
    loaded: Loaded,
) -> None:
    found = loaded("check clean.yaml", "check error.yaml latin1.yaml missing.yaml", "rules")
    assert found & HEAVY == set()
    assert {"ruamel", "checker.engine"} <= found
    not_asked = {"checker.output.json_form", "checker.examples", "checker.narrowing", "checker.git"}
    assert found & (not_asked | {"subprocess"}) == set()


@pytest.mark.usefixtures("compiled")
def test_a_syntax_error_loads_nothing_heavy(loaded: Loaded) -> None:
    assert loaded("check syntax.yaml") & HEAVY == set()


@pytest.mark.usefixtures("compiled")
def test_the_json_form_loads_only_its_model(loaded: Loaded) -> None:
    assert loaded("check error.yaml --format json") & HEAVY <= {"pydantic"}


@pytest.mark.usefixtures("compiled")
def test_the_kravöversikt_loads_nothing_heavy_but_the_model_of_its_json(loaded: Loaded) -> None:
    forms = ("text", "markdown", "csv", "html")
    assert loaded(*(f"matrix clean.yaml --format {form}" for form in forms)) & HEAVY == set()
    assert loaded("matrix clean.yaml --format json") & HEAVY <= {"pydantic"}


@pytest.mark.usefixtures("compiled")
def test_a_wrong_shape_loads_only_what_explains_it(loaded: Loaded) -> None:
    assert loaded("check shape.yaml") & HEAVY <= {"jsonschema", "referencing", "rpds"}


@pytest.mark.usefixtures("compiled")
def test_colours_load_only_what_paints_them(loaded: Loaded) -> None:
    found = loaded("check clean.yaml --color always") & HEAVY
    assert "rich" in found
    assert found <= {"rich", "pygments"}


def test_what_needs_no_report_loads_no_parser_of_any_kind(loaded: Loaded) -> None:
    found = loaded("--version", "--help", "check --help", "rules --help", "nonsense", "")
    assert found & (HEAVY | {"ruamel", "_ruamel_yaml", "argparse"}) == set()
    assert found & {"checker.run", "checker.engine", "checker.catalog"} == set()


def test_importing_the_package_loads_next_to_nothing(run: Call) -> None:
    script = "import sys, checker; print(*(name for name in sys.modules if 'checker' in name))"
    assert run(script=script).stdout == "checker\n"
