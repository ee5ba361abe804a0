"""File names in the forms for machines: addresses, paths, and never a person's number."""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

import pytest

from checker.inputs import Stdin
from checker.output.machine import address, plain_path
from checker.run import run
from checker.shown import LONG, shown
from fuzz.numbers import FORMS, make
from tests.forms.checked import read_gitlab, read_junit, read_sarif
from tests.forms.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from checker.result import Result

MADE = [make(Random(seed)) for seed in range(20)]


def name(path: str) -> str:
    return shown(path, LONG)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("rapport.yaml", "rapport.yaml"),
        ("år/rapport 1.yaml", "%C3%A5r/rapport%201.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),  # else a would be a scheme
        ("a?b#c.yaml", "a%3Fb%23c.yaml"),
        ("a\\b.yaml", "a%5Cb.yaml"),
        ("a\x1b[31m\n.yaml", "a%1B%5B31m%0A.yaml"),
        (os.fsdecode(b"\xe5r.yaml"), "%E5r.yaml"),
        ("\u202eabc.yaml", "%E2%80%AEabc.yaml"),
        ("../annan/a.yaml", "../annan/a.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("//srv/a.yaml", "file:///srv/a.yaml"),
        ("C:/a b.yaml", "file:///C:/a%20b.yaml"),
        ("a" * 300 + ".yaml", "a" * 300 + ".yaml"),
    ],
)
def test_a_path_becomes_an_address_of_its_bytes(path: str, uri: str) -> None:
    assert address(name(path), path) == uri


def test_without_a_path_the_name_is_what_there_is() -> None:
    assert address("standard in", "") == "standard%20in"
    assert address(name("a\x1bb"), "") == "a%5Cx1bb"


@pytest.mark.parametrize("form", FORMS)
def test_a_number_in_a_name_is_in_no_address_and_no_path(form: str) -> None:
    for made in MADE:
        path = f"mapp {FORMS[form](made)}/{FORMS[form](made)}.yaml"
        for told in (address(name(path), path), plain_path(name(path), path)):
            assert made.last not in told
            assert "ÅÅMMDD-XXXX" in told or "%C3%85%C3%85MMDD-XXXX" in told


def test_the_figures_of_an_escape_make_no_number_of_those_that_follow() -> None:
    path = "\u0416" + "0823-" + "3234.yaml"  # its last byte is written %96
    assert address(name(path), path) == "%D0%96%30%38%32%33-%33%32%33%34.yaml"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("år/rapport 1.yaml", "år/rapport 1.yaml"),
        ("a" * 300, "a" * 300),  # longer than a name is shown, and as it is
        ("a\x1bb.yaml", "a\\x1bb.yaml"),
        ("::error::x.yaml", ": : error: : x.yaml"),
        (os.fsdecode(b"\xe5r.yaml"), "\\udce5r.yaml"),
        ("", "namn"),
    ],
)
def test_a_path_is_written_as_it_is_only_where_that_is_harmless(path: str, told: str) -> None:
    assert plain_path(name(path) if path else "namn", path) == told.replace(
        ": : error: : ", name("::error::")
    )


def forms_of(result: Result) -> tuple[list[str], list[str], list[str]]:
    """The files that each form names."""
    uris = [one["location"]["uri"] for one in read_sarif(result)["artifacts"]]
    paths = [one["location"]["path"] for one in read_gitlab(result)]
    cases = [str(one.get("file")) for one in read_junit(result).iter("testcase")]
    return uris, sorted(set(paths)), sorted(set(cases))


def test_a_file_in_the_folder_is_relative_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "år").mkdir()
    (tmp_path / "år" / "a.yaml").write_text("format: kvalitetsrapport/1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    there = (["%C3%A5r/a.yaml"], ["år/a.yaml"], ["år/a.yaml"])
    for named in (["år"], ["./år/a.yaml"], [str(tmp_path)]):
        assert forms_of(run(named, today=TODAY)) == there


def test_a_file_outside_the_folder_is_told_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("format: kvalitetsrapport/1\n", encoding="utf-8")
    (tmp_path / "mapp").mkdir()
    monkeypatch.chdir(tmp_path / "mapp")
    result = run(["../a.yaml"], today=TODAY)
    assert forms_of(result) == (["../a.yaml"], ["../a.yaml"], ["../a.yaml"])
    (location,) = (one["location"] for one in read_sarif(result)["artifacts"])
    assert "uriBaseId" not in location
    uris, paths, _ = forms_of(run([str(tmp_path / "a.yaml")], today=TODAY))
    assert (uris, paths) == ([f"file://{tmp_path}/a.yaml"], [f"{tmp_path}/a.yaml"])


def test_standard_input_is_named_as_it_is_shown() -> None:
    stdin = Stdin("standard in", b"format: kvalitetsrapport/1\n")
    uris, paths, cases = forms_of(run(["-"], stdin=stdin, today=TODAY, ruleset="default"))
    assert (uris, paths, cases) == (["standard%20in"], ["standard in"], ["standard in"])
