"""The published schemas of settings take what loads and refuse what does not, where they can."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from checker.compiled import default_catalogue
from checker.document.reader import read_document
from checker.exceptions.reading import ExceptionsFile, read_waivers
from checker.rule_file import RuleFileError
from checker.ruleset.loading import RulesetFile, load_ruleset

if TYPE_CHECKING:
    from types import ModuleType

RULES = default_catalogue()
SCRIPT = Path(__file__).resolve().parents[2] / "scripts/generate.py"
CHANGE = "extends: default\nrules:\n  RIM001: {{{}}}\n"
ENTRY = """\
undantag:
  - regel: TAB001
    rapport: a.yaml
    ställe: avvikelser.totalt
    skäl: Tryckt.
    beslutat_av: SAS
"""


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def accepts(generate: ModuleType, model: type, text: str) -> bool:
    schema = json.loads(generate.settings_schema(model))
    data = read_document(text.encode(), "fil.yaml", traps=False).data
    return Draft202012Validator(schema, registry=Registry()).is_valid(data)


def loads(read: str, text: str, folder: Path) -> bool:
    try:
        if read == "ruleset":
            (folder / "kvalitetskoll.yaml").write_text(text, encoding="utf-8")
            load_ruleset(str(folder / "kvalitetskoll.yaml"), RULES)
        else:
            document = read_document(text.encode(), "undantag.yaml", traps=False)
            read_waivers(document, str(folder), RULES)
    except RuleFileError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("extends: default\n", True),
        ("extends: default\nrules:\nreports:\nrules_folder:\n", True),
        (CHANGE.format("parameters: {shortest: 90}, reason: Kort."), True),
        (CHANGE.format("severity: info, off: false, reason: Så."), True),
        ("extends: annat\n", False),
        ("rules: {}\n", False),
        ("extends: default\nrule: {}\n", False),
        ("extends: default\nrules: []\n", False),
        ("extends: default\nreports: 7\n", False),
        (CHANGE.format("off: ja, reason: Nej."), False),
        (CHANGE.format("off: 1, reason: Nej."), False),
        (CHANGE.format("severity: fel, reason: Nej."), False),
        (CHANGE.format("parameters: {shortest: true}, reason: Nej."), False),
        (CHANGE.format('parameters: {shortest: "90"}, reason: Nej.'), False),
        (CHANGE.format("parameters: [shortest], reason: Nej."), False),
        (CHANGE.format("severity: info"), False),
        (CHANGE.format("severity: info, reason: 7"), False),
        (CHANGE.format("severity: info, reason: "), False),
        (CHANGE.format("severity: info, reason: ' '"), False),
        ("extends: default\nrules: {RIM001: nej}\n", False),
    ],
)
def test_of_rulesets(generate: ModuleType, tmp_path: Path, text: str, *, good: bool) -> None:
    assert loads("ruleset", text, tmp_path) is good
    assert accepts(generate, RulesetFile, text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (ENTRY, True),
        ("undantag: []\n", True),
        (ENTRY + "    till: 2027-12-31\n", True),
        (ENTRY + "    till:\n", True),
        ("undantag:\n", False),
        ("undantag: {a: b}\n", False),
        ("undantag: [TAB001]\n", False),
        (ENTRY + "mer: 1\n", False),
        (ENTRY + "    slut: x\n", False),
        (ENTRY + "    till: 2027\n", False),
        (ENTRY + "    till: nästa år\n", False),
        (ENTRY.replace("    skäl: Tryckt.\n", ""), False),
        *(
            (ENTRY.replace(word, empty), False)
            for word in (
                "TAB001",
                "a.yaml",
                "avvikelser.totalt",
                "Tryckt.",
                "SAS",
            )
            for empty in ("", '" "', "7")
        ),
    ],
)
def test_of_exceptions(generate: ModuleType, tmp_path: Path, text: str, *, good: bool) -> None:
    assert loads("exceptions", text, tmp_path) is good
    assert accepts(generate, ExceptionsFile, text) is good
