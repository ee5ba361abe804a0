"""What a short run loads: starting is most of what it costs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checker.catalog import COMPILED, digest, rule_files
from checker.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Loaded = Callable[..., set[str]]

pytestmark = pytest.mark.usefixtures("desk")

# The package's own modules and the outermost name of every other.
SCRIPT = """
import sys
from checker.cli.main import main
main(sys.argv[1:])
own = {name for name in sys.modules if name.startswith("checker")}
print(*sorted(own | {name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""
HEAVY = {"rich", "jsonschema", "referencing", "pydantic", "hypothesis", "pygments", "rpds"}


@pytest.fixture
def loaded(run: Call) -> Loaded:
    """The modules that a command line has loaded when it is done."""

    def names(*words: str) -> set[str]:
        return set(run(*words, script=SCRIPT).stderr.splitlines()[-1].split())

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
def test_checking_a_clean_report_loads_nothing_heavy(loaded: Loaded) -> None:
    found = loaded("check", "clean.yaml")
    assert found & HEAVY == set()
    assert {"ruamel", "checker.engine"} <= found
    assert "checker.output.json_form" not in found


@pytest.mark.usefixtures("compiled")
def test_finding_something_loads_nothing_heavy(loaded: Loaded) -> None:
    assert loaded("check", "error.yaml", "syntax.yaml", "latin1.yaml", "missing.yaml") & HEAVY == set()


@pytest.mark.usefixtures("compiled")
def test_the_json_form_loads_only_its_model(loaded: Loaded) -> None:
    assert loaded("check", "error.yaml", "--format", "json") & HEAVY <= {"pydantic"}


@pytest.mark.usefixtures("compiled")
def test_a_wrong_shape_loads_only_what_explains_it(loaded: Loaded) -> None:
    allowed = {"jsonschema", "referencing", "rpds"}
    assert loaded("check", "shape.yaml") & HEAVY <= allowed


@pytest.mark.usefixtures("compiled")
def test_colours_load_only_what_paints_them(loaded: Loaded) -> None:
    found = loaded("check", "clean.yaml", "--color", "always") & HEAVY
    assert "rich" in found
    assert found <= {"rich", "pygments"}


@pytest.mark.usefixtures("compiled")
def test_the_table_of_rules_loads_nothing_heavy(loaded: Loaded) -> None:
    assert loaded("rules") & HEAVY == set()


@pytest.mark.parametrize(
    "words", [("--version",), ("--help",), ("check", "--help"), ("nonsense",)], ids=" ".join
)
def test_what_needs_no_report_loads_no_parser(loaded: Loaded, words: tuple[str, ...]) -> None:
    found = loaded(*words)
    assert found & (HEAVY | {"ruamel", "_ruamel_yaml", "argparse"}) == set()
    assert "checker.run" not in found


def test_wrong_use_loads_no_parser(loaded: Loaded) -> None:
    assert loaded("check", "--nonsense") & HEAVY == set()


def test_the_package_itself_is_light(run: Call) -> None:
    script = "import sys, checker; print(*(set(sys.modules) & {'ruamel', 'pydantic', 'checker.run'}))"
    assert run(script=script).stdout == "\n"
