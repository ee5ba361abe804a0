"""Hostile values, keys, file names and rule texts: no form lets anything of it act."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.finding import Citation, Related
from checker.result import Crash, NotRun, NotTestable, Refused, Waived
from checker.rule_file import RuleFileError
from checker.ruleset.model import Deviation, Ruleset
from checker.run import run
from fuzz.numbers import FORMS, make
from tests.forms.checked import read_gitlab, read_json, read_junit, read_sarif
from tests.forms.conftest import TODAY
from tests.inner.conftest import Bench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.result import Result

BENCH = Bench()
HOSTILE = {
    "controls": "a\x00\x07\x08\x0b\x0c\x7f\x85b",
    "ansi": "\x1b[31mröd\x1b[0m",
    "osc": "\x1b]8;;https://ond.example\x07hit\x1b]8;;\x07",
    "bidi": "\u202eabc\u2066def\u2069\u200b",
    "surrogates": "\ud800 \udfff",
    "forbidden in XML": "\ufffe\uffff",
    "line breaks": "a\r\nb\u2028c\u2029d\x0be",
    "CDATA": "]]> <![CDATA[x]]> <!DOCTYPE a> &lt; &#0; <?x?>",
    "quotes": '"\'`\\"',
    "commands": "::error::x ##[error]x ##vso[task.complete]x",
    "attachment": "[[ATTACHMENT|/etc/passwd]]",
    "markup": "[a](javascript:x) <script>x</script> ![b](x) {0} {{1}}",
}
COMMANDS = re.compile(r"::|##")
ATTACHMENT = re.compile(r"\[\[")  # GitLab and Azure Pipelines fetch the file that it names
READERS: dict[str, Callable[[Result], object]] = {
    "json": read_json,
    "sarif": read_sarif,
    "gitlab": read_gitlab,
}
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
MACHINES = ["json", "sarif", "gitlab", "junit"]


def texts(data: object) -> Iterator[str]:
    """Every text that a reader gets, keys too."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(key)
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)
    elif isinstance(data, str):
        yield data


def shown_in(form: str, result: Result) -> list[str]:
    """Every text of a form as its reader has it; each form fits its grammar."""
    if form == "junit":
        root = read_junit(result)
        inside = [one.text or "" for one in root.iter()]
        return inside + [value for one in root.iter() for value in one.attrib.values()]
    return list(texts(READERS[form](result)))


def steering(form: str, texts: list[str]) -> list[str]:
    """The texts with something in them that steers whoever shows or reads them."""
    ours = {"\n"} if form in {"junit", "sarif"} else set()  # between rows of one text
    found = []
    for text in texts:
        unseen = {mark for mark in set(text) - ours if unicodedata.category(mark) in UNSEEN}
        attached = form == "junit" and ATTACHMENT.search(text)
        if unseen or attached or COMMANDS.search(text):
            found.append(text)
    return found


def held(text: str) -> Result:
    """A result with a text wherever something foreign can stand."""
    words: dict[str, Any] = {"message": text, "help": text, "crumbs": text, "route": (text, 0)}
    finding = BENCH.finding(**words, citations=(Citation(text, text),))
    place = finding.span
    related = (Related("namn.yaml", place, (text,), text),)
    rule = BENCH.rule(title=text, why=text, fix=text, message=text, sources=("LAG-1",))
    source = BENCH.source(act=text, text=text)
    report = BENCH.report_result(
        BENCH.finding(**words, related=related),
        BENCH.finding(**words, todo=True),
        waived=(Waived(finding, text, text, None, "undantag.yaml", place),),
        not_run=(NotRun("TST001", text, "namn.yaml", place, (text,), text),),
        not_testable=(NotTestable("TST001", text, "namn.yaml", place, (text,), text),),
        path=f"mapp/{text}.yaml".replace("\0", ""),
    )
    deviation = Deviation("TST001", text, text, 1, off=True)
    return BENCH.result(
        report,
        catalogue=BENCH.catalogue(rule, sources=(source,)),
        refused=(Refused("borta.yaml", text),),
        crashes=(Crash("TST001", "namn.yaml", "ValueError"),),
        ruleset=Ruleset("kvalitetskoll.yaml", deviations=(deviation,)),
    )


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_a_result_holds_nothing_in_a_form_steers(form: str, kind: str) -> None:
    if kind == "surrogates" and form == "sarif":
        pytest.skip("a path holds bytes, and these surrogates stand for none")
    assert steering(form, shown_in(form, held(HOSTILE[kind]))) == []


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
@settings(max_examples=30)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_nor_does_any_text_at_all(form: str, text: str) -> None:
    assert steering(form, shown_in(form, held(f"a{text}"))) == []


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit"])
@pytest.mark.parametrize("way", FORMS)
def test_no_number_comes_out_of_a_form_whatever_holds_it(form: str, way: str) -> None:
    for seed in range(2):
        made = make(Random(seed))
        told = shown_in(form, held(f"Hon är {FORMS[way](made)}."))
        assert not [text for text in told if made.last in re.sub(r"[0-9a-f]{32}", "", text)]


# What a report file can hold: libyaml takes escapes for what may not stand there as it is.
REPORT = """\
format: kvalitetsrapport/1
status: "{text}"
"{text}": {{a: 1}}
rapport:
  titel: "{text}"
  kommun: "{text}"
  nämnd: Socialnämnden
  period: {{från: 2025-01-01, till: 2025-12-31}}
avvikelser:
  totalt: 3
  per_kategori:
    antal: {{"{text}": 1, "b{text}": "{text}"}}
lex_sarah:
  ärenden:
    - nr: "{text}"
      bedömning: allvarligt missförhållande
      ivo: {{anmäld: nej}}
"""


def escaped(text: str) -> str:
    """A text as it can be written between quotes in YAML."""
    plain = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(f"\\U{ord(mark):08x}" for mark in plain)


@pytest.mark.parametrize("form", MACHINES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_that_a_report_holds_steers(
    form: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = REPORT.format(text=escaped(HOSTILE[kind]))
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    result = run(["a.yaml"], today=TODAY)
    assert result.findings
    assert steering(form, shown_in(form, result)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("form", MACHINES)
@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "surrogates"])
def test_no_name_of_a_file_steers(
    form: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = HOSTILE[kind].replace("\0", "").replace("/", "") + ".yaml"
    for folder in (".", "mapp" + os.fsdecode(b"\xe5\xff")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text("format: kvalitetsrapport/1\n", encoding="utf-8")
    result = run(["."], today=TODAY)
    assert len(result.reports) == 2
    assert steering(form, shown_in(form, result)) == []


RULE = """\
id: KOM001
name: egen-regel
title: "{text} titel"
basis: practice
severity: info
why: "{text} varför"
fix: "{text} så här"
check: each_has
with:
  items: ["avvikelser"]
  all_of: [ansvarig]
message: "{text} meddelande {{vad}}"
examples:
  good:
    - name: bra
      report: |
        avvikelser: {{totalt: 1, ansvarig: Enhetschef}}
  bad:
    - name: dålig
      report: |
        avvikelser: {{totalt: 1}}  # <- KOM001
"""


REFUSED = {"controls", "ansi", "osc", "surrogates", "forbidden in XML", "line breaks"}


def with_own_rule(text: str, folder: Path) -> Result:
    """A run with a rule of a municipality's own that has a text in all its words."""
    (folder / "regler").mkdir()
    rule = RULE.format(text=escaped(text))
    (folder / "regler" / "KOM001.yaml").write_text(rule, encoding="utf-8")
    ruleset = "extends: default\nrules_folder: regler\n"
    (folder / "kvalitetskoll.yaml").write_text(ruleset, encoding="utf-8")
    report = "format: kvalitetsrapport/1\nstatus: färdig\navvikelser:\n  totalt: 3\n"
    (folder / "a.yaml").write_text(report, encoding="utf-8")
    return run(["a.yaml"], today=TODAY)


@pytest.mark.parametrize("form", MACHINES)
@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind not in REFUSED])
def test_no_text_of_a_municipalitys_own_rule_steers(
    form: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = with_own_rule(re.sub(r"[{}]", "", HOSTILE[kind]), tmp_path)
    (finding,) = (one for one in result.findings if one.rule == "KOM001")
    assert "meddelande" in finding.message
    assert steering(form, shown_in(form, result)) == []


@pytest.mark.parametrize("kind", sorted(REFUSED - {"surrogates"}))
def test_a_rule_with_control_characters_does_not_load(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuleFileError, match=r"regler/KOM001\.yaml:3: filen går inte att läsa"):
        with_own_rule(HOSTILE[kind], tmp_path)


def test_what_is_written_is_one_json_text_that_any_reader_takes(made_up: Result) -> None:
    assert json.loads(json.dumps(read_json(made_up))) == read_json(made_up)
