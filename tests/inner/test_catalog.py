from __future__ import annotations

import json
import shutil
from dataclasses import replace
from inspect import unwrap
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from checker import compiled as module
from checker.catalog import Catalogue, UnknownRuleError, read_catalogue, rule_files
from checker.compiled import COMPILED, compiled_catalogue, default_catalogue, digest
from checker.registers import Point
from checker.resources import PACKAGE, folder, version
from checker.rule import Examples
from checker.rule_file import RuleFileError
from checker.sources import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.binding import Bound

SOURCES = """\
LAG-1:
  act: Lagen (2000:1)
  place: 1 §
  weight: law
  from: 2025-07-01
  to:
  text: Något ska göras.
  confidence: VERIFIED
LAG-2:
  act: Gamla lagen (1980:1)
  place: 1 §
  weight: law
  from: 1980-01-01
  to: 2025-06-30
  text: Något skulle göras.
  confidence: SECONDARY
"""
POINTS = """\
punkter:
  - id: BED001
    fråga: Är det så?
    varför: Maskinen vet inte.
    gäller: "**.analys"
"""
RULE = """\
id: {id}
name: {name}
title: En regel
basis: template
severity: warning
why: Därför.
fix: Skriv något.
check: placeholder
with:
  items: ["**.analys", "**.text"]
  marks: [todo]
  phrases: [kommer senare]
  longest: 3
message: Här står {{värde}}.
together: true
sources: [LAG-1]
examples:
  good: [{{name: bra, report: "a: 1"}}]
  bad: [{{name: dålig, report: "a: 2"}}]
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rule folder of our own that takes the place of the shipped one."""
    place = tmp_path / "rules"
    (place / "b").mkdir(parents=True)
    (place / "a").mkdir()
    (place / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (place / "judgement.yaml").write_text(POINTS, encoding="utf-8")
    write(place, "a/ZZZ001.yaml", "ZZZ001", "sista")
    write(place, "b/AAA001.yaml", "AAA001", "första")
    start, end = RULE.index("check:"), RULE.index("message:")
    builtin = RULE[:start] + "check: builtin\nwith:\n  code: tag\n" + RULE[end:]
    text = builtin.format(id="FRM001", name="tagg")
    (place / "a/FRM001.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "folder", lambda _name: place)
    return place


def write(place: Path, file: str, id_: str, name: str) -> None:
    (place / file).write_text(RULE.format(id=id_, name=name), encoding="utf-8")


def compile_into(place: Path) -> None:
    (place / COMPILED).write_text(compiled_catalogue(), encoding="utf-8")


def without_examples(bound: Bound) -> Bound:
    return replace(bound, rule=replace(bound.rule, examples=Examples(good=(), bad=())))


def ids(found: Catalogue) -> list[str]:
    return [bound.rule.id for bound in found.bound]


def test_a_catalogue_is_read_in_the_order_of_the_ids(rules: Path) -> None:
    found = read_catalogue(rules)
    assert ids(found) == ["AAA001", "FRM001", "ZZZ001"]
    assert list(found.sources) == ["LAG-1", "LAG-2"]
    assert found.points == (Point("BED001", "Är det så?", "Maskinen vet inte.", "**.analys"),)


def test_a_point_may_name_the_norms_that_it_comes_from(rules: Path) -> None:
    text = POINTS + "    källor: [LAG-2, LAG-1]\n"
    (rules / "judgement.yaml").write_text(text, encoding="utf-8")
    read = read_catalogue(rules)
    assert [point.sources for point in read.points] == [("LAG-2", "LAG-1")]
    compile_into(rules)
    assert default_catalogue().points == read.points


def test_what_reading_finds_is_known_by_its_code(rules: Path) -> None:
    found = read_catalogue(rules)
    assert {code: rule.id for code, rule in found.builtin.items()} == {"tag": "FRM001"}
    assert [bound.rule.id for bound in found.checking] == ["AAA001", "ZZZ001"]


def test_a_compiled_catalogue_is_the_same_as_one_that_is_read(rules: Path) -> None:
    read = read_catalogue(rules)
    compile_into(rules)
    compiled = default_catalogue()
    assert compiled.bound == tuple(without_examples(bound) for bound in read.bound)
    assert compiled.sources == read.sources
    assert compiled.points == read.points


def test_the_shipped_catalogue_is_the_same_compiled_and_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "rules"
    shutil.copytree(folder("rules"), place)
    monkeypatch.setattr(module, "folder", lambda _name: place)
    compile_into(place)
    monkeypatch.setattr(module, "read_catalogue", never)
    compiled = default_catalogue()
    read = read_catalogue(place)
    assert compiled.bound == tuple(without_examples(bound) for bound in read.bound)
    assert compiled.sources == read.sources
    assert compiled.points == read.points


def never(_rules: Path) -> Catalogue:
    raise AssertionError("the rule files were read")


def test_a_compiled_catalogue_is_used_as_long_as_no_rule_file_changes(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_into(rules)
    monkeypatch.setattr(module, "read_catalogue", never)
    assert ids(default_catalogue()) == ["AAA001", "FRM001", "ZZZ001"]


def test_line_ends_are_no_change(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_into(rules)
    for file in rules.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setattr(module, "read_catalogue", never)
    assert ids(default_catalogue()) == ["AAA001", "FRM001", "ZZZ001"]


def change_a_rule(rules: Path) -> None:
    file = rules / "a/ZZZ001.yaml"
    text = file.read_text(encoding="utf-8").replace("En regel", "En annan regel")
    file.write_text(text, encoding="utf-8")


def add_a_rule(rules: Path) -> None:
    write(rules, "b/BBB001.yaml", "BBB001", "ny")


def remove_a_rule(rules: Path) -> None:
    (rules / "a/ZZZ001.yaml").unlink()


def rename_a_rule_file(rules: Path) -> None:
    (rules / "a/ZZZ001.yaml").rename(rules / "a/ZZZ002.yaml")


def change_a_source(rules: Path) -> None:
    file = rules / "sources.yaml"
    text = file.read_text(encoding="utf-8").replace("SECONDARY", "VERIFIED")
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change", [change_a_rule, add_a_rule, remove_a_rule, rename_a_rule_file, change_a_source]
)
def test_the_files_are_read_when_they_have_changed(
    rules: Path, change: Callable[[Path], None]
) -> None:
    compile_into(rules)
    change(rules)
    read = read_catalogue(rules)
    found = default_catalogue()
    assert found == read
    assert found.bound[0].rule.examples.good != ()


@pytest.mark.parametrize("content", [None, "", "{", "{}", '{"digest": "0"}'])
def test_the_files_are_read_when_nothing_usable_is_compiled(
    rules: Path, content: str | None
) -> None:
    if content is not None:
        (rules / COMPILED).write_text(content, encoding="utf-8")
    assert ids(default_catalogue()) == ["AAA001", "FRM001", "ZZZ001"]


def test_the_compiled_form_is_json_without_examples(rules: Path) -> None:
    text = compiled_catalogue()
    stored = json.loads(text)
    assert text.endswith("}\n")
    assert list(stored) == ["digest", "rules", "sources", "points", "requirements"]
    assert stored["digest"] == digest(rule_files(rules))
    assert [rule["id"] for rule in stored["rules"]] == ["AAA001", "FRM001", "ZZZ001"]
    assert not any("examples" in rule for rule in stored["rules"])
    assert [(one["first"], one["last"]) for one in stored["sources"]] == [
        ("2025-07-01", None),
        ("1980-01-01", "2025-06-30"),
    ]


def test_a_digest_tells_where_a_name_ends_and_a_content_begins() -> None:
    one = digest({"a": b"bc", "d": b""})
    others = [digest({"ab": b"c", "d": b""}), digest({"a": b"b", "cd": b""}), digest({"a": b"bc"})]
    assert one not in others
    assert len(set(others)) == 3


def test_rule_files_are_the_yaml_files_below_the_folder(rules: Path) -> None:
    (rules / "notes.txt").write_text("x", encoding="utf-8")
    (rules / "mapp.yaml").mkdir()
    assert list(rule_files(rules)) == [
        "a/FRM001.yaml",
        "a/ZZZ001.yaml",
        "b/AAA001.yaml",
        "judgement.yaml",
        "sources.yaml",
    ]


@pytest.mark.parametrize("word", ["ZZZ001", "zzz001", "sista", "SISTA"])
def test_a_rule_is_found_by_id_or_name(rules: Path, word: str) -> None:
    found = read_catalogue(rules).find(word)
    assert found is not None
    assert found.id == "ZZZ001"


def test_what_no_rule_is_called_is_not_found(rules: Path) -> None:
    assert read_catalogue(rules).find("ZZZ") is None


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["ZZZ001"], ["FRM001", "ZZZ001"]),
        (["sista", "aaa001"], ["AAA001", "FRM001", "ZZZ001"]),
        ([], ["FRM001"]),
    ],
)
def test_a_narrowed_catalogue_still_tells_what_reading_finds(
    rules: Path, words: list[str], kept: list[str]
) -> None:
    whole = read_catalogue(rules)
    narrowed = whole.only(iter(words))
    assert ids(narrowed) == kept
    assert (narrowed.sources, narrowed.points) == (whole.sources, whole.points)


@pytest.mark.parametrize(("word", "near"), [("AAA002", "AAA001"), ("sist", "sista"), ("x", None)])
def test_a_catalogue_cannot_be_narrowed_to_a_rule_that_is_not_there(
    rules: Path, word: str, near: str | None
) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        read_catalogue(rules).only(["sista", word])
    assert (caught.value.word, caught.value.near) == (word, near)


@pytest.mark.parametrize(
    ("id_", "name", "twin"), [("ZZZ001", "annan", "ZZZ001"), ("BBB001", "sista", "sista")]
)
def test_an_id_or_a_name_that_stands_in_two_files_is_refused(
    rules: Path, id_: str, name: str, twin: str
) -> None:
    write(rules, "b/BBB001.yaml", id_, name)
    with pytest.raises(RuleFileError) as caught:
        read_catalogue(rules)
    assert str(caught.value) == f"b/BBB001.yaml:1: {twin} finns redan i en annan regelfil."


def test_a_code_that_two_files_word_is_refused(rules: Path) -> None:
    text = (rules / "a/FRM001.yaml").read_text(encoding="utf-8")
    text = text.replace("FRM001", "FRM002").replace("tagg", "tagg-igen")
    (rules / "b/FRM002.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_catalogue(rules)
    assert str(caught.value) == "b/FRM002.yaml:1: tag finns redan i en annan regelfil."


@pytest.mark.parametrize("file", ["sources.yaml", "judgement.yaml"])
def test_a_register_that_is_no_yaml_is_told_with_its_line(rules: Path, file: str) -> None:
    (rules / file).write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_catalogue(rules)
    assert str(caught.value) == f"{file}:2: filen går inte att läsa (duplicate-key)."


def test_a_rule_file_that_does_not_load_stops_the_whole(rules: Path) -> None:
    file = rules / "a/ZZZ001.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "extra: 1\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        default_catalogue()
    assert str(caught.value) == "a/ZZZ001.yaml:20: nyckeln extra är okänd."


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "sources.yaml",
            SOURCES.replace("weight: law", "weight: lag"),
            f"1: LAG-1: weight är inget av {', '.join(WEIGHTS)}.",
        ),
        (
            "sources.yaml",
            SOURCES.replace("to: 2025-06-30", "to: 2025-06-31"),
            "9: LAG-2: to är inget datum som 2025-07-01.",
        ),
        ("sources.yaml", "LAG-1: x\n", "1: LAG-1 ska vara en uppställning med nycklar."),
        ("sources.yaml", None, "1: filen finns inte."),
        ("judgement.yaml", "punkter:\n  - id: BED001\n", "2: nyckeln fråga saknas."),
        ("judgement.yaml", "annat: 1\n", "1: nyckeln punkter saknas."),
        ("judgement.yaml", "punkter: x\n", "1: punkter ska vara en lista."),
        (
            "judgement.yaml",
            POINTS + "    extra: 1\n",
            "6: nyckeln extra är okänd.",
        ),
        (
            "judgement.yaml",
            POINTS.replace("**.analys", "**.a[["),
            "5: Väljaren i gäller går inte att läsa.",
        ),
        (
            "judgement.yaml",
            POINTS + "    källor: [LAG-1, LAG-3]\n",
            "6: Källan LAG-3 finns inte i sources.yaml.",
        ),
        (
            "sources.yaml",
            SOURCES + "  successor: LAG-3\n",
            "9: LAG-2: LAG-3 finns inte.",
        ),
        (
            "sources.yaml",
            SOURCES + "  coverage: nobody\n  reason: Därför.\n",
            "9: LAG-2: coverage är inget av judgement, outside.",
        ),
        (
            "sources.yaml",
            SOURCES + "  coverage: judgement\n",
            "9: LAG-2: coverage och reason ska stå tillsammans.",
        ),
        ("judgement.yaml", None, "1: filen finns inte."),
    ],
)
def test_a_register_that_does_not_fit_is_told(
    rules: Path, file: str, text: str | None, told: str
) -> None:
    (rules / file).unlink()
    if text is not None:
        (rules / file).write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_catalogue(rules)
    assert str(caught.value) == f"{file}:{told}"


def test_a_compiled_catalogue_that_is_no_mapping_is_passed_over(rules: Path) -> None:
    (rules / COMPILED).write_text("[]", encoding="utf-8")
    assert ids(default_catalogue()) == ["AAA001", "FRM001", "ZZZ001"]


def test_the_shipped_folders_lie_beside_the_package_in_a_checkout() -> None:
    for name in ("rules", "schemas"):
        assert folder(name) == PACKAGE.parent / name


def test_the_shipped_folders_lie_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import resources

    package = tmp_path / "checker"
    (package / "_data" / "rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    found = unwrap(resources.folder)
    assert found("rules") == package / "_data" / "rules"
    with pytest.raises(FileNotFoundError, match=r"^schemas$"):
        found("schemas")


def test_the_version_is_that_of_the_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    from checker import resources

    monkeypatch.setattr(metadata, "version", {"kvalitetskoll": "7.8.9"}.__getitem__)
    assert unwrap(resources.version)() == "7.8.9"
    assert version() == resources.version()


def test_a_version_that_is_not_installed_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    from checker import resources

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert unwrap(resources.version)() == "okänd"


def test_the_requirements_are_compiled_whole(rules: Path) -> None:
    text = """\
        överallt:
          ZZZ001: Gäller vilken del som helst.
        grupper:
          - nyckel: first
            rubrik: Först
            krav:
              - id: KRAV001
                krav: Analys
                källor: [LAG-1]
                svar: ["**.analys"]
                regler: [AAA001]
              - fråga: BED001
        """
    (rules / "requirements.yaml").write_text(dedent(text), encoding="utf-8")
    compile_into(rules)
    read = read_catalogue(rules)
    found = default_catalogue()
    assert found.bound[0].rule.examples.good == ()  # from what is compiled
    assert found.requirements == read.requirements
    assert [row.id for row in read.requirements.groups[0].requirements] == ["KRAV001", "BED001"]
    assert read.only(["AAA001"]).requirements == read.requirements
