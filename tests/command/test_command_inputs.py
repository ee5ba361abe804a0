"""What a path names: files, folders, links and standard input."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.corpus import FROM_STDIN, NONE_FOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Names = Callable[..., list[str]]

YEAR_BEFORE = "2024-01-01–2024-12-31"

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def judged(call: Call) -> Names:
    """The names of the reports that a call of check judged, in the order of the result."""

    def named(*words: str, stdin: bytes = b"") -> list[str]:
        done = call("check", *words, "--format", "json", stdin=stdin)
        return [report["file"] for report in json.loads(done.stdout)["reports"]]

    return named


@pytest.fixture
def copy(desk: Path) -> Callable[[str], Path]:
    """Puts a clean report at a path below the desk."""

    def put(name: str) -> Path:
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(desk / "clean.yaml", desk / name))

    return put


class TestFolders:
    def test_every_yaml_file_below_is_taken_in_the_order_of_names(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        for name in ("b.yml", "a.yaml", "sub/deep/c.yaml", "sub/ä.yaml", "Z.yaml", "10.yaml"):
            copy(f"mapp/{name}")
        assert judged("mapp") == [
            f"mapp/{name}"
            for name in ("10.yaml", "Z.yaml", "a.yaml", "b.yml", "sub/deep/c.yaml", "sub/ä.yaml")
        ]

    def test_the_order_of_the_paths_does_not_matter(self, judged: Names) -> None:
        assert judged("error.yaml", "both", "clean.yaml") == judged(
            "clean.yaml", "error.yaml", "both"
        )

    def test_dot_folders_and_our_own_files_are_skipped(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        copy("ours/rapport.yaml")
        copy("ours/sub/.dold/rapport.yaml")
        copy("ours/sub/kvalitetskoll.yaml")
        assert judged("ours") == ["ours/rapport.yaml"]

    def test_a_dot_folder_that_is_named_is_read(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        copy(".dold/rapport.yaml")
        assert judged(".dold") == [".dold/rapport.yaml"]

    def test_other_endings_are_left_alone(self, judged: Names, copy: Callable[[str], Path]) -> None:
        for name in ("a.txt", "b.yaml.bak", "c.json", "yaml", "d.yaml~"):
            copy(f"mapp/{name}")
        assert judged("mapp") == []

    def test_a_named_file_may_have_any_ending(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        copy("rapport.txt")
        assert judged("rapport.txt") == ["rapport.txt"]

    def test_a_file_without_a_format_is_told_and_not_skipped(self, call: Call, desk: Path) -> None:
        (desk / "both" / "other.yaml").write_bytes(b"inget: annat\n")
        done = call("check", "both", "--format", "json")
        found = json.loads(done.stdout)["findings"]
        assert {"both/other.yaml", "both/error.yml"} == {one["file"] for one in found}

    def test_a_folder_called_like_a_file_is_a_folder(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        copy("mapp/inner.yaml/a.yaml")
        assert judged("mapp") == ["mapp/inner.yaml/a.yaml"]

    def test_a_subfolder_that_cannot_be_listed_is_told(
        self, call: Call, copy: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy("mapp/a.yaml")
        copy("mapp/stängd/b.yaml")
        scandir = os.scandir

        def refusing(path: str) -> object:
            if os.fspath(path).endswith("stängd"):
                raise PermissionError(13, "Permission denied", path)
            return scandir(path)

        monkeypatch.setattr("os.scandir", refusing)
        done = call("check", "mapp")
        assert done.returncode == 2
        assert "stängd" in done.stdout


class TestLinks:
    def test_a_link_out_of_the_folder_is_not_followed(
        self, judged: Names, desk: Path, copy: Callable[[str], Path]
    ) -> None:
        copy("mapp/a.yaml")
        (desk / "mapp/out.yaml").symlink_to(desk / "error.yaml")
        (desk / "mapp/passwd.yaml").symlink_to("/etc/passwd")
        (desk / "mapp/outer").symlink_to(desk / "both")
        assert judged("mapp") == ["mapp/a.yaml"]

    def test_a_link_inside_the_folder_is_the_same_file(
        self, judged: Names, desk: Path, copy: Callable[[str], Path]
    ) -> None:
        copy("mapp/a.yaml")
        (desk / "mapp/b.yaml").symlink_to("a.yaml")
        (desk / "mapp/again").symlink_to(".")
        assert judged("mapp") == ["mapp/a.yaml"]

    def test_a_folder_may_be_named_by_a_link(self, judged: Names, desk: Path) -> None:
        (desk / "link").symlink_to("both")
        assert len(judged("link")) == 2

    def test_a_link_to_itself_does_not_stop_the_others(self, call: Call, desk: Path) -> None:
        (desk / "both/round.yaml").symlink_to("round.yaml")
        done = call("check", "both")
        assert done.returncode != 4
        assert "TAB001" in done.stdout


class TestTwice:
    def test_a_file_named_twice_is_judged_once(self, judged: Names, desk: Path) -> None:
        names = ("clean.yaml", "./clean.yaml", str(desk / "clean.yaml"), "both/../clean.yaml")
        assert judged(*names) == ["clean.yaml"]

    def test_a_folder_and_a_file_in_it_are_judged_once(self, judged: Names) -> None:
        assert judged("both/clean.yaml", "both", "both/error.yml") == [
            "both/clean.yaml",
            "both/error.yml",
        ]

    def test_a_link_and_its_file_are_judged_once(self, judged: Names, desk: Path) -> None:
        (desk / "link.yaml").symlink_to("clean.yaml")
        assert len(judged("link.yaml", "clean.yaml")) == 1

    def test_standard_input_named_twice_is_judged_once(
        self, judged: Names, files: Mapping[str, bytes]
    ) -> None:
        assert judged("-", "-", stdin=files["clean.yaml"]) == ["standard in"]


class TestStandardInput:
    @pytest.mark.parametrize(
        ("name", "code"), [("clean.yaml", 0), ("error.yaml", 1), ("latin1.yaml", 1)]
    )
    def test_it_is_judged_like_a_file(
        self, call: Call, files: Mapping[str, bytes], name: str, code: int
    ) -> None:
        words = ("check", "--format", "json")
        done = call(*words, "-", "--stdin-filename", name, stdin=files[name])
        assert done.returncode == code
        piped, read = (json.loads(one.stdout) for one in (done, call(*words, name)))
        # Only why there is no report to compare with is another: standard input lies in no folder.
        why = [{two.pop("reason") for two in one["not_run"]} for one in (piped, read)]
        assert why in ([set(), set()], [{FROM_STDIN}, {NONE_FOUND.format(period=YEAR_BEFORE)}])
        told = [two.pop("not_compared") for one in (piped, read) for two in one["reports"]]
        assert told in ([None, None], [FROM_STDIN, NONE_FOUND.format(period=YEAR_BEFORE)])
        assert piped == read

    def test_it_has_a_name_of_its_own(self, judged: Names, files: Mapping[str, bytes]) -> None:
        assert judged("-", stdin=files["clean.yaml"]) == ["standard in"]
        name = "reports_yaml/min rapport.yaml"
        assert judged("-", "--stdin-filename", name, stdin=files["clean.yaml"]) == [name]

    def test_its_name_cannot_steer_a_terminal(self, call: Call) -> None:
        name = "a\x1b]0;x\x07\n::error::b.yaml"
        done = call("check", "-", "--stdin-filename", name, stdin=b"a: 1\n")
        assert "a\\x1b]0;x\\x07\\x0a: :error: :b.yaml" in done.stdout
        assert "\x1b" not in done.stdout

    def test_it_stands_beside_files(self, judged: Names, files: Mapping[str, bytes]) -> None:
        assert judged("both", "-", stdin=files["error.yaml"]) == [
            "both/clean.yaml",
            "both/error.yml",
            "standard in",
        ]

    def test_nothing_on_it_is_an_empty_file(self, call: Call) -> None:
        done = call("check", "-")
        assert (done.returncode, "Kunde inte kontrolleras" in done.stdout) == (1, True)

    def test_too_much_on_it_is_a_finding(self, call: Call) -> None:
        done = call("check", "-", stdin=b"#" * (10 * 1024 * 1024 + 1))
        assert done.returncode == 1
        assert "10 MB" in done.stdout

    def test_a_real_pipe_is_read_to_its_end(self, run: Call, files: Mapping[str, bytes]) -> None:
        done = run("check", "-", input=files["error.yaml"].decode())
        assert (done.returncode, "TAB001" in done.stdout, done.stderr) == (1, True, "")

    def test_one_that_is_closed_is_an_unreadable_file(self, call: Call) -> None:
        assert call("check", "-", stdin=None).returncode == 2

    def test_a_file_called_dash_can_still_be_named(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        copy("-")
        assert judged("./-") == ["-"]


class TestShownNames:
    def test_a_file_below_the_working_folder_is_shown_from_there(
        self, judged: Names, desk: Path
    ) -> None:
        names = ("both/clean.yaml", "./both/clean.yaml", str(desk / "both/clean.yaml"))
        assert [judged(name) for name in names] == [["both/clean.yaml"]] * 3

    def test_a_file_elsewhere_is_shown_as_it_was_named(
        self, judged: Names, desk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(desk / "nothing")
        assert judged("../both/clean.yaml") == ["../both/clean.yaml"]
        assert judged(str(desk / "both/clean.yaml")) == [str(desk / "both/clean.yaml")]

    def test_the_place_of_the_working_folder_does_not_change_the_result(
        self, call: Call, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        words = ("check", "both", "--format", "json", "--today", "2026-11-22")
        here = call(*words).stdout
        shutil.copytree(desk / "both", tmp_path / "någon annanstans/both")
        monkeypatch.chdir(tmp_path / "någon annanstans")
        assert call(*words).stdout == here

    def test_without_a_path_the_usual_folder_is_judged(self, judged: Names, desk: Path) -> None:
        (desk / "both").rename(desk / "reports_yaml")
        assert judged() == ["reports_yaml/clean.yaml", "reports_yaml/error.yml"]


class TestTheCommandLine:
    def test_options_may_stand_before_the_paths(self, judged: Names) -> None:
        assert judged("--final", "clean.yaml", "error.yaml") == ["clean.yaml", "error.yaml"]

    def test_options_may_stand_after_the_paths(self, judged: Names) -> None:
        assert judged("clean.yaml", "error.yaml", "--final") == ["clean.yaml", "error.yaml"]

    def test_options_may_stand_between_the_paths(self, judged: Names) -> None:
        assert judged("clean.yaml", "--final", "error.yaml") == ["clean.yaml", "error.yaml"]

    def test_a_path_after_two_dashes_may_look_like_an_option(
        self, judged: Names, copy: Callable[[str], Path]
    ) -> None:
        copy("--final.yaml")
        assert judged("--format", "json", "--", "--final.yaml") == ["--final.yaml"]

    def test_a_rule_may_be_named_by_its_name(self, call: Call) -> None:
        by_id = call("check", "error.yaml", "--only", "TAB001").stdout
        assert call("check", "error.yaml", "--only", "rader-ger-inte-totalen").stdout == by_id
        page = call("explain", "TAB001").stdout
        assert call("explain", "rader-ger-inte-totalen").stdout == page

    def test_a_provision_may_be_named_by_its_id_or_as_it_is_cited(self, call: Call) -> None:
        by_id = call("explain", "SoL-2025-27-5")
        assert by_id.stdout.startswith("SoL-2025-27-5\n  Socialtjänstlagen (2025:400), 27 kap. 5 §")
        assert call("explain", "27 kap. 5 § SoL").stdout == by_id.stdout
        both = call("explain", "14 kap. 3 § SoL").stdout
        assert "\n\nSoL-2001-14-3\n" in both

    def test_several_rules_may_be_named(self, call: Call) -> None:
        words = ("--only", "TAB001", "--only", "AND002", "--format", "json")
        told = json.loads(call("check", "error.yaml", "warning.yaml", *words).stdout)
        assert {one["rule"] for one in told["findings"]} == {"TAB001", "AND002"}
        assert sorted(told["ruleset"]["only"]) == ["AND002", "TAB001"]

    def test_the_day_is_used_for_nothing_but_the_day(self, call: Call) -> None:
        words = ("check", "error.yaml", "--format", "json", "--today")
        old, new = (json.loads(call(*words, day).stdout) for day in ("1999-01-01", "2099-12-31"))
        assert (old.pop("date"), new.pop("date")) == ("1999-01-01", "2099-12-31")
        assert old == new
