"""The gate that the templates and the action make: what passes, and what nobody can soften.

Every shell step is run for real, in a clone with a base branch and a change.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.integrations.ci_systems import SYSTEMS
from tests.integrations.desk import (
    BAD,
    DRAFT,
    GOOD,
    REPORT,
    RULES,
    SOFT_RULES,
    WITHOUT_RISKS,
    Desk,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.integrations.ci_systems import Done
    from tests.integrations.conftest import Installed

    Make = Callable[..., Desk]

pytestmark = pytest.mark.timeout(600)  # most of it is pip's

EXCEPTION = """\
undantag:
  - regel: TAB001
    rapport: 2026.yaml
    ställe: ej_verkställda_beslut.totalt
    skäl: Återgivet som det är tryckt.
    beslutat_av: kvalitetsutvecklare
"""
OWN_RULES = "extends: default\nrules_folder: regler\n"
OWN_RULE = """\
id: EGN001
name: vår-egen-regel
title: Rapporten har ingen text om samverkan
basis: template
severity: error
why: Vår egen mall kräver den.
fix: Skriv texten.
check: each_has
with:
  items: [samverkan]
  all_of: [beslutad_av_nämnden]
message: Vår mall vill att nämnden har beslutat om samverkan.
examples:
  good: [{name: bra, report: "samverkan: {beslutad_av_nämnden: ja}"}]
  bad: [{name: fel, report: "samverkan: {text: Vi möts.}  # <- EGN001"}]
"""
HOSTILE_BRANCH = "main;touch${IFS}hackad;$(touch${IFS}hackad)"

systems = pytest.mark.parametrize("system", SYSTEMS)


@pytest.fixture
def desk(tmp_path: Path) -> Make:
    """Makes a desk in the test's own folder."""

    def made(base: Any, change: Any, **how: Any) -> Desk:
        return Desk(tmp_path, base, change, **how)

    return made


@pytest.fixture
def checked(desk: Make, installed: Installed) -> Callable[..., Done]:
    """Runs a system on a base branch and a change, with the program at hand."""

    def run(system: str, files: Any, change: Any, /, how: Any = None, **variables: str) -> Done:
        made = desk(files, change, **(how or {}))
        return SYSTEMS[system].run(made, installed.program, **variables)

    return run


def found(done: Done) -> Any:
    """The JSON result that a job has left."""
    return json.loads((done.results / "kvalitetskoll.json").read_text(encoding="utf-8"))


def rules_of(done: Done) -> set[str]:
    return {one["rule"] for one in found(done)["findings"] if one["severity"] == "error"}


@systems
class TestReports:
    """What a change of a report comes to."""

    def test_a_good_report_passes_and_leaves_every_file(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        done = checked(system, {"kvalitetskoll.yaml": RULES}, {REPORT: GOOD})
        assert done.code == 0, done.log
        left = {one.name for one in done.results.iterdir()}
        assert left >= {"kvalitetskoll.json", "kvalitetskoll.html", SYSTEMS[system].own}
        assert found(done)["exit_code"] == 0
        assert found(done)["reports"][0]["file"] == REPORT

    def test_a_bad_report_is_stopped_and_leaves_the_same_files(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        done = checked(system, {"kvalitetskoll.yaml": RULES}, {REPORT: BAD})
        assert done.code == 1, done.log
        assert (rules_of(done), found(done)["exit_code"]) == ({"TAB001"}, 1)
        assert (done.results / SYSTEMS[system].own).stat().st_size > 0
        assert (done.results / "kvalitetskoll.html").stat().st_size > 0

    def test_a_draft_is_read_as_finished(self, checked: Callable[..., Done], system: str) -> None:
        done = checked(system, {}, {REPORT: DRAFT})
        assert (done.code, rules_of(done)) == (1, {"DEL004"}), done.log

    def test_an_empty_folder_never_passes(self, checked: Callable[..., Done], system: str) -> None:
        done = checked(system, {REPORT: GOOD}, {REPORT: None, "rapporter/LÄSMIG.txt": "Tomt.\n"})
        assert done.code == 3, done.log

    def test_nor_does_a_folder_that_is_gone(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        done = checked(system, {REPORT: GOOD}, {REPORT: None})
        assert done.code == 2, done.log


@systems
class TestSoftening:
    """A change is judged by the rules of the branch that it is for."""

    def test_the_rules_of_the_base_branch_are_used(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        done = checked(system, {"kvalitetskoll.yaml": SOFT_RULES}, {REPORT: WITHOUT_RISKS})
        assert (done.code, found(done)["ruleset"]["off"]) == (0, ["DEL004"]), done.log

    def test_a_change_does_not_soften_them(self, checked: Callable[..., Done], system: str) -> None:
        change = {REPORT: WITHOUT_RISKS, "kvalitetskoll.yaml": SOFT_RULES}
        done = checked(system, {"kvalitetskoll.yaml": RULES}, change)
        assert (done.code, rules_of(done)) == (1, {"DEL004"}), done.log
        assert found(done)["ruleset"]["deviations"] == []

    @pytest.mark.parametrize("name", ["kvalitetskoll.yaml", "rapporter/kvalitetskoll.yaml"])
    def test_nor_does_it_bring_rules_where_there_are_none(
        self, checked: Callable[..., Done], system: str, name: str
    ) -> None:
        done = checked(system, {}, {REPORT: WITHOUT_RISKS, name: SOFT_RULES})
        assert (done.code, rules_of(done)) == (1, {"DEL004"}), done.log
        assert found(done)["ruleset"]["file"] is None

    def test_nor_does_it_take_the_own_rules_away(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        base = {REPORT: GOOD, "kvalitetskoll.yaml": OWN_RULES, "regler/EGN001.yaml": OWN_RULE}
        change = {"kvalitetskoll.yaml": RULES, "regler/EGN001.yaml": None}
        done = checked(system, base, change)
        assert (done.code, rules_of(done)) == (1, {"EGN001"}), done.log

    def test_a_ruleset_that_nobody_could_use_afterwards_is_stopped(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        change = {REPORT: GOOD, "kvalitetskoll.yaml": "extends: ingenting\n"}
        done = checked(system, {"kvalitetskoll.yaml": RULES}, change)
        assert (done.code, found(done)["exit_code"]) == (2, 0), done.log
        assert "kvalitetskoll.yaml:1: extends ska vara default." in done.log

    def test_an_exception_counts_and_is_shown_so_that_somebody_can_refuse_it(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        change = {REPORT: BAD, "rapporter/undantag.yaml": EXCEPTION}
        done = checked(system, {"kvalitetskoll.yaml": RULES}, change)
        assert (done.code, rules_of(done)) == (0, set()), done.log
        [waived] = found(done)["waived"]
        told = (waived["rule"], waived["reason"], waived["exception"]["file"])
        assert told == ("TAB001", "Återgivet som det är tryckt.", "rapporter/undantag.yaml")


@systems
def test_the_program_of_the_base_branch_is_installed_and_nothing_of_the_change_is_run(
    desk: Make, installed: Installed, system: str
) -> None:
    wheel = f"kontroll/{installed.wheel.name}"
    base = {wheel: installed.wheel.read_bytes(), "kontroll/versioner.txt": installed.versions}
    trap = "import os\nos._exit(0)\n"
    change = {
        REPORT: BAD,
        wheel: b"not a wheel",
        "kontroll/versioner.txt": "pydantic==0.0.1\n",
        **{
            f"{name}.py": trap
            for name in ("venv", "pip", "json", "encodings", "checker", "sitecustomize")
        },
        "pip.conf": "[global]\nindex-url = https://example.invalid\n",
    }
    made = desk(base, change)
    done = SYSTEMS[system].run(made, **installed.offline)
    assert (done.code, rules_of(done)) == (1, {"TAB001"}), done.log


@systems
class TestBase:
    """Where the base branch is found, and what happens where it is not."""

    def test_outside_a_change_what_is_checked_out_is_the_base(
        self, checked: Callable[..., Done], system: str
    ) -> None:
        outside = {
            "GITHUB_BASE_REF": "",
            "GITHUB_EVENT_NAME": "push",
            "BUILD_REASON": "IndividualCI",
            "SYSTEM_PULLREQUEST_TARGETBRANCH": "",
            **dict.fromkeys(("CI_MERGE_REQUEST_IID", "CI_MERGE_REQUEST_PROJECT_ID"), ""),
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "",
        }
        change = {REPORT: WITHOUT_RISKS, "kvalitetskoll.yaml": SOFT_RULES}
        done = checked(system, {"kvalitetskoll.yaml": RULES}, change, **outside)
        assert (done.code, found(done)["ruleset"]["off"]) == (0, ["DEL004"]), done.log

    def test_the_name_of_a_branch_is_never_run(
        self, checked: Callable[..., Done], tmp_path: Path, system: str
    ) -> None:
        how = {"branch": HOSTILE_BRANCH}
        done = checked(system, {"kvalitetskoll.yaml": RULES}, {REPORT: GOOD}, how=how)
        assert done.code == 0, done.log
        assert list(tmp_path.rglob("hackad*")) == []


@pytest.mark.parametrize(("system", "code"), [("github", 128), ("azure", 128), ("action", 2)])
def test_a_base_that_is_not_fetched_stops_the_change(
    checked: Callable[..., Done], system: str, code: int
) -> None:
    base = {REPORT: GOOD, "kvalitetskoll.yaml": RULES}
    change = {"kvalitetskoll.yaml": SOFT_RULES}
    done = checked(system, base, change, how={"shallow": True})
    assert done.code == code, done.log
    assert not (done.results / "kvalitetskoll.json").exists()


@pytest.mark.parametrize("system", ["github", "action"])
def test_the_summary_of_the_step_has_the_whole_verdict(
    checked: Callable[..., Done], system: str
) -> None:
    done = checked(system, {}, {REPORT: BAD})
    summary = (done.results.parents[1] / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## Kvalitetskoll: Behöver rättas")
    assert summary.count("TAB001") >= 1


class TestGitlab:
    def test_the_base_branch_is_fetched_where_the_runner_has_not(
        self, checked: Callable[..., Done]
    ) -> None:
        base, change = {"kvalitetskoll.yaml": RULES}, {REPORT: BAD}
        done = checked("gitlab", base, change, how={"shallow": True})
        assert (done.code, rules_of(done)) == (1, {"TAB001"}), done.log

    def test_a_job_in_the_project_of_a_fork_is_refused(self, checked: Callable[..., Done]) -> None:
        done = checked("gitlab", {}, {REPORT: GOOD}, CI_PROJECT_ID="2")
        place = "Den ska startas i projektet som ändringen ska in i."
        told = f"Kontrollen körs i avgreningens projekt. {place}\n"
        assert (done.code, done.log) == (2, told)

    def test_results_that_a_change_brings_are_thrown_away(
        self, checked: Callable[..., Done]
    ) -> None:
        change = {REPORT: BAD, "kvalitetskoll-resultat/junit.xml": "<testsuites/>\n"}
        change |= {"kvalitetskoll-resultat/mer.txt": "Allt är bra.\n"}
        done = checked("gitlab", {}, change)
        assert (done.code, (done.results / "mer.txt").exists()) == (1, False)
        assert (done.results / "junit.xml").read_text(encoding="utf-8") != "<testsuites/>\n"


class TestAction:
    """What the inputs of the action do, and what it gives back."""

    def test_it_gives_the_verdict_the_exit_code_and_the_files(
        self, checked: Callable[..., Done]
    ) -> None:
        done = checked("action", {}, {REPORT: BAD})
        assert done.outputs == {
            "exit-code": "1",
            "verdict": "needs_correction",
            "folder": str(done.results),
            "sarif": str(done.results / "kvalitetskoll.sarif"),
        }
        assert "Grenen har ingen kvalitetskoll.yaml. Bara standardreglerna används." in done.log

    def test_every_form_is_written_under_a_name_of_its_own(
        self, checked: Callable[..., Done]
    ) -> None:
        forms = "json sarif junit github gitlab azure markdown html text"
        done = checked("action", {}, {REPORT: GOOD}, formats=forms)
        assert done.code == 0, done.log
        endings = "json sarif junit.xml github gitlab.json azure md html txt"
        written = {one.name for one in done.results.iterdir()}
        assert written == {f"kvalitetskoll.{ending}" for ending in endings.split()}

    def test_no_form_at_all_still_gives_the_verdict(self, checked: Callable[..., Done]) -> None:
        done = checked("action", {}, {REPORT: GOOD}, formats="")
        assert (done.outputs["verdict"], done.outputs["sarif"]) == ("clear", "")

    def test_several_paths_each_on_its_row(self, checked: Callable[..., Done]) -> None:
        second = BAD.replace("kommun: Exempelkommun", "kommun: Grannkommun")
        change = {"a b/2026.yaml": GOOD, "c/2026.yaml": second}
        done = checked("action", {}, change, paths="a b\n\nc\n")
        assert [one["file"] for one in found(done)["reports"]] == list(change)

    @pytest.mark.parametrize("path", ["--fail-on=never", "$(touch hackad)", "*"])
    def test_a_path_is_a_path_and_never_an_option_or_a_command(
        self, desk: Make, installed: Installed, path: str
    ) -> None:
        made = desk({}, {REPORT: BAD})
        done = SYSTEMS["action"].run(made, installed.program, paths=path)
        assert (done.code, done.outputs["exit-code"]) == (2, "2"), done.log
        assert found(done)["refused"] == [{"file": path, "reason": "filen finns inte."}]
        assert list(made.work.glob("hackad*")) == []

    @pytest.mark.parametrize(
        ("inputs", "code", "told"),
        [
            ({"paths": ""}, 2, "::error::paths är tom."),
            ({"final": "kanske"}, 2, "::error::final ska vara true eller false."),
            ({"fail_on": "ibland"}, 2, "--fail-on ska vara"),
            ({"formats": "pdf"}, 2, "--output ska vara FORM=FIL"),
            ({"ruleset": "$(touch hackad).yaml"}, 1, "Grenen har ingen $(touch hackad).yaml."),
            ({"rule_pages": "javascript:alert(1)"}, 2, "--rule-pages ska vara en adress"),
            ({"base": "borta"}, 2, "Sätt fetch-depth: 0 på actions/checkout."),
            ({"base": "main --output=hackad"}, 2, "Sätt fetch-depth: 0 på actions/checkout."),
            ({"GITHUB_EVENT_NAME": "pull_request_target"}, 2, "aldrig pull_request_target."),
        ],
    )
    def test_an_input_is_a_value_and_never_a_command(
        self, desk: Make, installed: Installed, inputs: Any, code: int, told: str
    ) -> None:
        made = desk({}, {REPORT: BAD})
        done = SYSTEMS["action"].run(made, installed.program, **inputs)
        assert (done.code, told in done.log) == (code, True), done.log
        assert list(made.work.glob("hackad*")) == []

    def test_a_draft_may_be_left_a_draft(self, checked: Callable[..., Done]) -> None:
        done = checked("action", {}, {REPORT: DRAFT}, final="false")
        assert (done.code, done.outputs["verdict"]) == (0, "draft"), done.log

    def test_the_lowest_level_that_stops_is_chosen(self, checked: Callable[..., Done]) -> None:
        assert checked("action", {}, {REPORT: BAD}, fail_on="never").code == 0

    def test_the_branch_may_be_named_where_the_event_does_not(
        self, checked: Callable[..., Done]
    ) -> None:
        change = {REPORT: WITHOUT_RISKS, "kvalitetskoll.yaml": SOFT_RULES}
        base = {"kvalitetskoll.yaml": RULES}
        done = checked("action", base, change, base="main", GITHUB_BASE_REF="")
        assert (done.code, rules_of(done)) == (1, {"DEL004"}), done.log
