"""``kvalitetskoll.yaml`` as the command reads it: what is run, and what every form says of it."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

import checker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.usefixtures("desk")

RULES = """\
extends: default
rules:
  DEL011:
    severity: error
    reason: Nämnden vill att inga rubriker står tomma.
  LEX008:
    off: true
    reason: Kommunen använder de äldre orden.
"""
SECOND = """\
id: EGN002
name: vår-andra-regel
title: Samverkan står utan text
basis: template
severity: warning
why: Vår egen mall kräver en text om samverkan.
fix: Skriv hur nämnden samverkar.
check: each_has
with:
  items: [samverkan]
  all_of: [text]
message: Vår mall vill ha en text om samverkan.
examples:
  good: [{name: text, report: "samverkan: {text: Vi möts.}"}]
  bad: [{name: ingen text, report: "samverkan: {analys: Bra.}  # <- EGN002"}]
"""


@pytest.fixture
def put(desk: Path) -> Callable[..., None]:
    """Puts a text into a file of the desk."""

    def write(name: str, text: str) -> None:
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(dedent(text), encoding="utf-8")

    return write


@pytest.fixture
def own(desk: Path, put: Callable[..., None], files: dict[str, bytes]) -> Path:
    """A municipality's folder: a ruleset, two own rules and a report that breaks both."""
    put("kommun/kvalitetskoll.yaml", "extends: default\nreports: rapporter\nrules_folder: regler\n")
    put("kommun/regler/EGN001.yaml", files["rules_good/EGN001.yaml"].decode())
    put("kommun/regler/mer/EGN002.yaml", SECOND)
    report = files["clean.yaml"].decode()
    report = report.replace("    ansvarig: Verksamhetschef\n", "")
    report = report.replace("samverkan:\n  text:", "samverkan:\n  analys:")
    put("kommun/rapporter/2025.yaml", report)
    return desk / "kommun"


class TestChanges:
    def test_the_verdict_and_its_tail_name_the_ruleset_and_every_change(
        self, call: Call, put: Callable[..., None]
    ) -> None:
        put("kvalitetskoll.yaml", RULES)
        rows = call("check", "clean.yaml").stdout.splitlines()
        start = rows.index("Avsteg från standardreglerna (2)")
        told = " ".join(" ".join(rows[start:]).split())
        assert "• DEL011 (" in told
        assert "): fel i stället för se över. Skäl: Nämnden vill att inga rubriker" in told
        assert "): avstängd. Skäl: Kommunen använder de äldre orden. (kvalitetskoll.yaml" in told
        assert "enligt kvalitetskoll.yaml · 2 avsteg · inga undantag" in told
        assert rows[-1].startswith("Inget att rätta (2 avsteg)")
        assert max(map(len, rows[:-1])) <= 80

    def test_the_json_form_has_them_all(self, call: Call, put: Callable[..., None]) -> None:
        put("kvalitetskoll.yaml", RULES)
        done = call("check", "clean.yaml", "--format", "json")
        ruleset = json.loads(done.stdout)["ruleset"]
        plain = json.loads(call("check", "both", "--format", "json").stdout)["ruleset"]["rules"]
        assert ruleset["rules"] == plain
        assert (ruleset["file"], ruleset["off"], ruleset["changed"], ruleset["own"]) == (
            *("kvalitetskoll.yaml", ["LEX008"]),
            *(["DEL011"], []),
        )
        assert ruleset["deviations"] == [
            {
                "rule": "DEL011",
                "off": False,
                "on": False,
                "severity": "error",
                "parameters": [],
                "reason": "Nämnden vill att inga rubriker står tomma.",
                "line": 3,
            },
            {
                "rule": "LEX008",
                "off": True,
                "on": False,
                "severity": None,
                "parameters": [],
                "reason": "Kommunen använder de äldre orden.",
                "line": 6,
            },
        ]
        assert done.stderr.startswith("Inget att rätta (2 avsteg)")

    def test_a_raised_rule_fails_the_run(
        self, call: Call, put: Callable[..., None], files: dict[str, bytes]
    ) -> None:
        text = files["clean.yaml"].decode()
        put(
            "clean.yaml",
            text.replace("egenkontroll:\n", "egenkontroll:\n  brukarundersökning:\n"),
        )
        assert call("check", "clean.yaml").returncode == 0
        put("kvalitetskoll.yaml", RULES)
        done = call("check", "clean.yaml", "--format", "json")
        [one] = json.loads(done.stdout)["findings"]
        assert (done.returncode, one["rule"], one["severity"]) == (1, "DEL011", "error")

    def test_a_ruleset_of_the_base_branch_goes_before_the_one_in_the_change(
        self, call: Call, put: Callable[..., None]
    ) -> None:
        """A change must not soften its own gate."""
        put("base/kvalitetskoll.yaml", "extends: default\n")
        put("kvalitetskoll.yaml", "extends: default\nrules: {AND002: {severity: nej}}\n")
        done = call("check", "warning.yaml", "--ruleset", "base/kvalitetskoll.yaml")
        assert "enligt base/kvalitetskoll.yaml" in " ".join(done.stdout.split())
        assert done.returncode == 0
        assert call("check", "warning.yaml").returncode == 2

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (
                "extends: default\nrules:\n  SEK001: {off: true, reason: Nej}\n",
                "kvalitetskoll.yaml:3: SEK001 rör sekretess och kan inte stängas av.",
            ),
            ("extends: allt\n", "kvalitetskoll.yaml:1: extends ska vara default."),
        ],
    )
    def test_what_does_not_load_gives_2_and_no_verdict(
        self, call: Call, put: Callable[..., None], text: str, sentence: str
    ) -> None:
        put("kvalitetskoll.yaml", text)
        for words in (["check", "clean.yaml"], ["rules"], ["explain", "TAB001"]):
            done = call(*words)
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr == f"kvalitetskoll: Filen går inte att använda. {sentence}\n"

    def test_a_ruleset_that_is_not_there_gives_2(self, call: Call) -> None:
        done = call("check", "clean.yaml", "--ruleset", "borta.yaml")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(" borta.yaml:1: filen finns inte.\n")

    def test_an_empty_name_is_no_wish_for_the_default_rules(
        self, call: Call, put: Callable[..., None]
    ) -> None:
        """A variable that is not set must not turn the municipality's rules off."""
        put("kvalitetskoll.yaml", RULES)
        for command in ("check", "matrix"):
            done = call(command, "clean.yaml", "--ruleset", "")
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr == "kvalitetskoll: --ruleset behöver ett värde.\n"

    def test_the_word_default_goes_before_a_ruleset_that_a_change_adds(
        self, call: Call, put: Callable[..., None]
    ) -> None:
        def told(*words: str) -> Any:
            return json.loads(call(*words, "--format", "json").stdout)

        put("kvalitetskoll.yaml", RULES)
        plain = ("--ruleset", "default")
        assert told("check", "clean.yaml")["ruleset"]["off"] == ["LEX008"]
        ruleset = told("check", *plain, "clean.yaml")["ruleset"]
        assert (ruleset["file"], ruleset["deviations"]) == (None, [])
        for words, off in (((), ["LEX008"]), (plain, [])):
            assert [one["id"] for one in told("rules", *words) if one["off"]] == off

    def test_an_output_is_never_written_over_it(self, call: Call, own: Path) -> None:
        (own / "kvalitetskoll.yaml").rename(own / "annat.yaml")
        for name in ("annat.yaml", "regler/EGN001.yaml"):
            words = ("--ruleset", "kommun/annat.yaml", "--output", f"json=kommun/{name}")
            done = call("check", "kommun/rapporter", *words)
            assert done.returncode == 2
            assert f"kommun/{name}: det är en fil som kontrollen läser." in done.stderr


class TestOwnRules:
    def test_a_municipality_checks_by_its_own_rules_too(
        self, call: Call, own: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(own)
        done = call("check")
        flat = " ".join(done.stdout.split())
        assert "EGN002 · rad " in flat
        assert "Åtgärden har ingen ansvarig. EGN001 · rad " in flat
        assert " · 2 egna regler · inga avsteg · inga undantag" in flat
        assert flat.count("regler/") == 0
        assert done.returncode == 0

    def test_so_does_the_library(self, own: Path) -> None:
        by_folder = checker.check(own)
        assert [one.file for one in by_folder.reports] == ["kommun/rapporter/2025.yaml"]
        assert by_folder.ruleset.own == ("EGN001", "EGN002")
        found = {one.rule for one in by_folder.findings}
        assert {"EGN001", "EGN002"} <= found
        report = own / "rapporter/2025.yaml"
        named = checker.check(report, ruleset=own / "kvalitetskoll.yaml")
        assert {one.rule for one in named.findings} == found

    def test_their_findings_can_be_excused(self, call: Call, own: Path) -> None:
        out = call("explain", "EGN002", "kommun/rapporter").stdout
        text = out[out.index("  undantag:\n") :].replace("skäl:", "skäl: Ingen samverkan.")
        text = text.replace("beslutat_av:", "beslutat_av: SAS")
        (own / "rapporter/undantag.yaml").write_text(text, encoding="utf-8")
        data = json.loads(call("check", "kommun", "--format", "json").stdout)
        assert [one["rule"] for one in data["waived"]] == ["EGN002"]
        assert "EGN002" not in {one["rule"] for one in data["findings"]}

    def test_the_catalogue_and_explain_know_them(self, call: Call, own: Path) -> None:
        file = str(own / "kvalitetskoll.yaml")
        listed = json.loads(call("rules", "--format", "json", "--ruleset", file).stdout)
        assert {"EGN001", "EGN002"} <= {one["id"] for one in listed}
        page = call("explain", "EGN002", "--ruleset", file).stdout
        assert page.startswith("EGN002  vår-andra-regel\nSamverkan står utan text\n")
        assert call("explain", "EGN002").returncode == 2

    def test_the_table_says_what_is_turned_off(self, call: Call, put: Callable[..., None]) -> None:
        put("kvalitetskoll.yaml", RULES)
        rows = " ".join(call("rules").stdout.split())
        assert rows.count("(avstängd)") == 1
        listed: list[dict[str, Any]] = json.loads(call("rules", "--format", "json").stdout)
        assert [one["id"] for one in listed if one["off"]] == ["LEX008"]
        assert [one["severity"] for one in listed if one["id"] == "DEL011"] == ["error"]

    def test_their_examples_are_run(self, call: Call, own: Path) -> None:
        done = call("rules", "--test", "kommun/regler")
        assert (done.returncode, done.stdout) == (0, "2 regler, 4 exempel, 0 som inte håller\n")
        (own / "regler/EGN003.yaml").write_text(SECOND.replace("  # <- EGN002", ""))
        assert call("rules", "--test", "kommun/regler").returncode == 2
        (own / "regler/EGN003.yaml").write_text(
            SECOND.replace("  # <- EGN002", "")
            .replace("EGN002", "EGN003")
            .replace("andra", "tredje")
        )
        done = call("rules", "--test", "kommun/regler")
        assert done.returncode == 1
        assert done.stdout.splitlines()[0] == "EGN003, ingen text: rad 1 gav EGN003"

    @pytest.mark.parametrize(
        ("old", "new", "sentence"),
        [
            (
                "severity: warning",
                "severity: fel",
                "5: severity ska vara error, warning eller info.",
            ),
            ("basis: template", "basis: law", "1: Grunden law kräver en källa som är läst eller"),
            ("EGN002\n", "TAB001\n", "1: TAB001 finns redan bland standardreglerna. Ge egna"),
            ("id: EGN002", 'id: "EGN002', "1: filen går inte att läsa"),
        ],
    )
    def test_a_rule_file_that_does_not_load_is_told_with_file_and_line(
        self, call: Call, own: Path, old: str, new: str, sentence: str
    ) -> None:
        (own / "regler/mer/EGN002.yaml").write_text(SECOND.replace(old, new, 1))
        for words in (["rules", "--test", "kommun/regler"], ["check", "kommun"]):
            done = call(*words)
            assert (done.returncode, done.stdout) == (2, "")
            assert f" kommun/regler/mer/EGN002.yaml:{sentence}" in done.stderr


class TestFolders:
    def test_without_a_path_the_folder_of_the_ruleset_is_checked(
        self, call: Call, put: Callable[..., None], files: dict[str, bytes]
    ) -> None:
        put("kvalitetskoll.yaml", "extends: default\nreports: both\n")
        put("reports_yaml/annan.yaml", files["clean.yaml"].decode())
        data = json.loads(call("check", "--format", "json").stdout)
        assert len(data["reports"]) == 2
        data = json.loads(call("check", "clean.yaml", "--format", "json").stdout)
        assert [one["file"] for one in data["reports"]] == ["clean.yaml"]

    def test_without_one_in_it_the_usual_folder_is(
        self, call: Call, put: Callable[..., None], files: dict[str, bytes]
    ) -> None:
        put("kvalitetskoll.yaml", "extends: default\n")
        put("reports_yaml/annan.yaml", files["clean.yaml"].decode())
        data = json.loads(call("check", "--format", "json").stdout)
        assert [one["file"] for one in data["reports"]] == ["reports_yaml/annan.yaml"]

    def test_a_folder_that_is_not_there_is_told(self, call: Call, put: Callable[..., None]) -> None:
        put("kvalitetskoll.yaml", "extends: default\nreports: borta\n")
        done = call("check")
        assert (done.returncode, "borta: filen finns inte." in done.stdout) == (2, True)


def test_a_real_process_uses_a_ruleset_and_exceptions(run: Call, own: Path) -> None:
    done = run("check", cwd=own)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 egna regler" in " ".join(done.stdout.split())
    (own / "kvalitetskoll.yaml").write_text("extends: allt\n")
    done = run("check", cwd=own)
    told = "kvalitetskoll: Filen går inte att använda. kvalitetskoll.yaml:1: "
    assert (done.returncode, done.stderr) == (2, f"{told}extends ska vara default.\n")
