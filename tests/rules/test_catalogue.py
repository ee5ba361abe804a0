"""The catalogue as a whole: nothing is listed twice, left out, or without ground."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

import checker
from checker.catalog import Catalogue, read_catalogue
from checker.checks.registry import CHECKS
from checker.document.reader import read_document
from checker.finding import Basis
from checker.resources import folder
from checker.sources import CONFIDENCES, WEIGHTS

RULES = folder("rules")
CATALOGUE: Catalogue = read_catalogue(RULES)
CODES_IN = ("document/*.py", "schema/*.py", "exceptions/*.py", "guard.py")
# English that could slip into Swedish words, and words that the project does not use.
FORBIDDEN = re.compile(
    r"\b(the|error|warning|missing|invalid|expected|unknown|value|anmärkning\w*|pröva\w*|godkän\w*"
    r"|röjande\w*|varning\w*)\b|(?<=[\wåäö,;:] )Lex Sarah"
)


def texts(catalogue: Catalogue) -> list[tuple[str, str]]:
    fields = ("title", "why", "fix", "message", "message_many")
    return [(one.rule.id, getattr(one.rule, name)) for one in catalogue.bound for name in fields]


def test_every_rule_lies_in_a_file_of_its_own_id() -> None:
    files = {path.stem for path in RULES.glob("*/*.yaml")}
    assert files == {bound.rule.id for bound in CATALOGUE.bound}


def test_no_id_and_no_name_stands_twice() -> None:
    words = Counter(
        word.casefold() for one in CATALOGUE.bound for word in (one.rule.id, one.rule.name)
    )
    assert [word for word, times in words.items() if times > 1] == []


def test_every_check_is_used() -> None:
    assert set(CHECKS) == {bound.rule.check for bound in CATALOGUE.bound}


def test_every_code_that_reading_can_give_has_a_rule_and_no_rule_lacks_its_code() -> None:
    package = Path(str(checker.__file__)).parent
    sources = "".join(
        path.read_text(encoding="utf-8") for name in CODES_IN for path in sorted(package.glob(name))
    )
    for code in CATALOGUE.builtin:
        assert f'"{code}"' in sources, code
    given = set(re.findall(r'(?:Misfit|[Ff]ault|beyond)\(\s*"([a-z-]+)"', sources))
    assert given <= set(CATALOGUE.builtin), given - set(CATALOGUE.builtin)


@pytest.mark.parametrize(("rule", "text"), texts(CATALOGUE))
def test_the_words_are_swedish_and_the_projects_own(rule: str, text: str) -> None:
    found = FORBIDDEN.findall(text)
    assert found == [], rule


def test_a_norm_rule_rests_on_a_source_that_may_be_printed() -> None:
    for bound in CATALOGUE.bound:
        if bound.rule.basis.is_norm:
            assert any(CATALOGUE.sources[key].citable for key in bound.rule.sources), bound.rule.id


def test_a_template_rule_says_that_the_template_asks() -> None:
    for bound in CATALOGUE.bound:
        rule = bound.rule
        if rule.basis is Basis.TEMPLATE:
            assert "mall" in f"{rule.message} {rule.why}".casefold(), rule.id


def test_the_register_uses_its_own_words_only() -> None:
    for source in CATALOGUE.sources.values():
        assert source.weight in WEIGHTS
        assert source.confidence in CONFIDENCES
        assert source.text.strip().endswith(".")
        if source.first and source.last:
            assert source.first <= source.last


def test_a_source_from_memory_is_never_cited() -> None:
    memory = [one for one in CATALOGUE.sources.values() if one.confidence == "MEMORY"]
    assert memory
    assert not any(one.citable for one in memory)


@pytest.mark.parametrize("file", sorted(RULES.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_a_rule_file_fits_the_published_schema(file: Path) -> None:
    schema = json.loads((folder("schemas") / "rule.schema.json").read_text(encoding="utf-8"))
    document = read_document(file.read_bytes(), file.name, traps=False)
    validator = Draft202012Validator(schema, registry=Registry())
    assert [error.message for error in validator.iter_errors(document.data)] == []
