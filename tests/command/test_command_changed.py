"""``check --changed-since``: which reports are judged, and that none is passed over by mistake."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]
    Git = Callable[..., str]
    Judged = Callable[..., list[str]]

REPORTS = ("annan-2025", "vår-2023", "vår-2024", "vår-2025")
OURS = ["rapporter/vår-2023.yaml", "rapporter/vår-2024.yaml", "rapporter/vår-2025.yaml"]
OTHER = ["rapporter/annan-2025.yaml"]
ALL = [*OTHER, *OURS]
EXCEPTION = """\
undantag:
  - regel: TAB001
    rapport: annan-2025.yaml
    ställe: avvikelser.totalt
    skäl: Siffran är tagen ur ett annat system.
    beslutat_av: SAS
"""
RULESET = "extends: default\nrules:\n  AND002:\n    severity: error\n    reason: Vi vill.\n"


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch) -> Git:
    """git, with no settings but its own and no program of anybody's."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "SAS")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "sas@example.org")
    program = shutil.which("git") or pytest.fail("the tests need git")

    def asked(*words: str, where: Path | None = None) -> str:
        done = subprocess.run(  # noqa: S603 - a whole path, no shell
            [program, "-c", "protocol.file.allow=always", *words],
            cwd=where,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    return asked


@pytest.fixture
def home(
    git: Git, files: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A repository with four reports on ``main``, of two boards, and a branch that is out."""
    home = tmp_path / "förråd"
    (home / "rapporter").mkdir(parents=True)
    monkeypatch.chdir(home)
    git("init", "--quiet", "--initial-branch=main")
    for name in REPORTS:
        board, _, year = name.partition("-")
        (home / f"rapporter/{name}.yaml").write_bytes(a_report(files, board, year))
    save(git, "fyra rapporter")
    git("switch", "--quiet", "--create", "gren")
    return home


@pytest.fixture
def judged(call: Call) -> Judged:
    """The reports that are judged, those of the folder if no path is named."""

    def named(*words: str, since: str = "main") -> list[str]:
        paths = words or ("rapporter",)
        done = call("check", *paths, "--changed-since", since, "--format", "json")
        assert done.stdout, done.stderr
        return [report["file"] for report in json.loads(done.stdout)["reports"]]

    return named


def a_report(files: Mapping[str, bytes], board: str, year: str) -> bytes:
    text = files["clean.yaml"].decode().replace("Socialnämnd00", f"Nämnden {board}")
    text = text.replace("2026-", f"{int(year) + 1}-").replace("2025", year)
    return text.encode()


def save(git: Git, message: str = "ändring") -> None:
    git("add", "--all", "--force")
    git("commit", "--quiet", "--allow-empty", "--message", message)


def note(path: str) -> None:
    """A change that no rule has a word about."""
    with Path(path).open("a", encoding="utf-8") as file:
        file.write("# en rad till\n")


def write(path: str, content: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, encoding="utf-8")


class TestNothingChanged:
    def test_no_report_is_judged_which_is_told_and_is_no_pass(self, call: Call, home: Path) -> None:
        done = call("check", "rapporter", "--changed-since", "main")
        assert (done.returncode, done.stderr, home.name) == (3, "", "förråd")
        assert done.stdout.splitlines() == [
            "Ingen rapport har ändrats sedan main, så ingen kontrollerades.",
            "",
            "Kontrollen gäller det som har ändrats sedan main. 4 oförändrade rapporter lästes",
            "bara för att jämföra.",
            "Kvalitetskoll 0.1.0 · standardreglerna (204) · inga avsteg · inga undantag",
            (
                "Kunde inte kontrolleras (4 oförändrade rapporter utelämnade)."
                " Ingen rapport har ändrats sedan main"
            ),
        ]

    @pytest.mark.usefixtures("home")
    def test_json_says_it_too(self, call: Call) -> None:
        done = call("check", "rapporter", "--changed-since", "main", "--format", "json")
        told = json.loads(done.stdout)
        assert told["narrowed"] == {"since": "main", "left_out": 4, "reason": None, "gone": []}
        assert (done.returncode, told["exit_code"], told["verdict"]["code"]) == (3, 3, "not_tested")
        assert done.stderr == told["verdict"]["text"] + "\n"

    @pytest.mark.usefixtures("home")
    def test_without_the_option_nothing_is_narrowed(self, call: Call) -> None:
        done = call("check", "rapporter", "--format", "json")
        assert json.loads(done.stdout)["narrowed"] is None

    @pytest.mark.usefixtures("home")
    def test_a_missing_named_file_still_weighs_more(self, call: Call) -> None:
        done = call("check", "rapporter", "saknas.yaml", "--changed-since", "main")
        assert done.returncode == 2

    @pytest.mark.usefixtures("home")
    def test_an_empty_folder_is_still_called_empty(self, call: Call, tmp_path: Path) -> None:
        (tmp_path / "förråd/tom").mkdir()
        done = call("check", "tom", "--changed-since", "main")
        assert done.returncode == 3
        assert done.stdout.startswith("Ingen rapport att kontrollera: tom har inga filer")


@pytest.mark.usefixtures("home")
class TestAChangedReport:
    def test_that_is_saved(self, git: Git, judged: Judged) -> None:
        note(OTHER[0])
        save(git)
        assert judged() == OTHER

    def test_that_is_staged(self, git: Git, judged: Judged) -> None:
        note(OTHER[0])
        git("add", OTHER[0])
        assert judged() == OTHER

    def test_that_is_only_written(self, judged: Judged) -> None:
        note(OTHER[0])
        assert judged() == OTHER

    def test_that_is_saved_and_changed_back_is_as_it_was(self, git: Git, judged: Judged) -> None:
        note(OTHER[0])
        save(git)
        git("checkout", "main", "--", OTHER[0])
        assert judged() == []

    def test_that_is_new_and_unknown_to_git(
        self, files: Mapping[str, bytes], judged: Judged
    ) -> None:
        Path("rapporter/ny.yaml").write_bytes(a_report(files, "ny", "2025"))
        assert judged() == ["rapporter/ny.yaml"]

    def test_that_git_ignores_is_none(self, files: Mapping[str, bytes], judged: Judged) -> None:
        write(".gitignore", "utkast/\n")
        write("rapporter/utkast/ny.yaml", a_report(files, "ny", "2025").decode())
        assert judged() == []
        assert judged("rapporter/utkast/ny.yaml") == []

    def test_that_git_ignores_and_yet_keeps(self, git: Git, judged: Judged) -> None:
        write(".gitignore", "*.yaml\n")
        save(git)
        assert judged() == []
        note(OTHER[0])
        assert judged() == OTHER

    def test_under_its_new_name(self, git: Git, judged: Judged) -> None:
        git("mv", OTHER[0], "rapporter/nytt namn.yaml")
        assert judged() == ["rapporter/nytt namn.yaml"]

    def test_with_another_ending_when_it_is_named(self, git: Git, judged: Judged) -> None:
        git("mv", OTHER[0], "rapporter/annan.txt")
        assert judged("rapporter/annan.txt") == ["rapporter/annan.txt"]
        save(git)
        git("branch", "nu")
        assert judged("rapporter/annan.txt", since="nu") == []

    @pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
    def test_that_git_was_told_not_to_look_at(self, git: Git, judged: Judged, flag: str) -> None:
        git("update-index", flag, OTHER[0])
        note(OTHER[0])
        assert judged() == OTHER

    def test_that_is_in_conflict(self, git: Git, judged: Judged) -> None:
        note(OTHER[0])
        save(git)
        git("switch", "--quiet", "--create", "annan", "main")
        write(OTHER[0], "format: kvalitetsrapport/1\n")
        save(git)
        with pytest.raises(subprocess.CalledProcessError):
            git("merge", "gren")
        assert judged() == OTHER

    def test_that_another_changed_on_the_branch_itself_is_none(
        self, git: Git, judged: Judged
    ) -> None:
        note(OTHER[0])
        save(git)
        git("switch", "--quiet", "main")
        note(OURS[0])
        save(git)
        git("switch", "--quiet", "gren")
        assert judged() == OTHER

    def test_of_which_two_branches_have_come_by_two_ways(self, git: Git, judged: Judged) -> None:
        note(OTHER[0])
        save(git)
        git("branch", "b")
        git("switch", "--quiet", "main")
        note(OURS[0])
        save(git)
        git("branch", "a")
        git("merge", "--quiet", "--no-edit", "b")
        git("switch", "--quiet", "gren")
        git("merge", "--quiet", "--no-edit", "a")
        assert len(git("merge-base", "--all", "main", "HEAD").split()) == 2
        assert judged() == ALL

    def test_is_judged_as_in_a_whole_run(self, call: Call, judged: Judged) -> None:
        text = Path(OURS[2]).read_text(encoding="utf-8").replace("totalt: 40", "totalt: 41")
        write(OURS[2], text)
        assert judged() == OURS
        words = ("check", "rapporter", "--today", "2026-11-22", "--format", "json")
        narrowed = json.loads(call(*words, "--changed-since", "main").stdout)
        whole = json.loads(call(*words).stdout)
        for key in ("findings", "not_run", "not_testable"):
            assert narrowed[key] == [one for one in whole[key] if one["file"] in OURS], key
        assert [one["file"] for one in narrowed["findings"]] == [OURS[2]]
        assert narrowed["reports"] == whole["reports"][1:]
        assert [one["previous"] for one in narrowed["reports"]] == [None, *OURS[:2]]

    def test_and_the_verdict_says_how_many_were_left_out(self, call: Call) -> None:
        def verdict(*words: str) -> str:
            done = call("check", "rapporter", "--changed-since", "main", *words)
            return done.stdout.splitlines()[-1].partition(". ")[0]

        note(OTHER[0])
        told = "Inget att rätta (delvis kontrollerad, 3 oförändrade rapporter utelämnade)"
        assert verdict() == told
        note(OURS[0])
        assert verdict() == "Inget att rätta"
        assert verdict("--only", "TAB001") == "Inget att rätta (delvis kontrollerad)"

    def test_and_the_others_are_not_told_of(self, call: Call, git: Git) -> None:
        text = Path(OURS[0]).read_text(encoding="utf-8").replace("totalt: 40", "totalt: 41")
        write(OURS[0], text)
        write("rapporter/trasig.yaml", 'a: "\n')
        save(git)
        git("branch", "nu")
        note(OTHER[0])
        done = call("check", "rapporter", "--changed-since", "nu")
        assert (done.returncode, "TAB001" in done.stdout, "trasig" in done.stdout) == (
            (0, False, False)
        )


@pytest.mark.usefixtures("home")
class TestAReportThatAnotherIsComparedWith:
    def test_has_changed(self, judged: Judged) -> None:
        note(OURS[1])
        assert judged() == OURS
        assert judged(OURS[2]) == [OURS[2]]
        assert judged(OTHER[0]) == []

    def test_is_gone_which_is_told(self, call: Call, judged: Judged) -> None:
        Path(OURS[1]).unlink()
        assert judged() == [OURS[0], OURS[2]]
        assert judged(OURS[2]) == [OURS[2]]
        done = call("check", "rapporter", "--changed-since", "main")
        told = f"Finns inte längre sedan main: {OURS[1]}. Det som jämfördes med dem kontrolleras."
        assert done.stderr == f"kvalitetskoll: {told}\n"

    def test_has_moved_away(self, git: Git, judged: Judged) -> None:
        Path("arkiv").mkdir()
        git("mv", OURS[1], "arkiv/gammal.txt")
        save(git)
        assert judged() == [OURS[0], OURS[2]]

    def test_lies_in_another_folder(self, git: Git, judged: Judged) -> None:
        Path("rapporter/äldre").mkdir()
        git("mv", OURS[1], "rapporter/äldre/2024.yaml")
        save(git)
        git("branch", "nu")
        note("rapporter/äldre/2024.yaml")
        assert judged(since="nu") == [OURS[0], OURS[2], "rapporter/äldre/2024.yaml"]

    def test_has_become_another_boards(self, judged: Judged) -> None:
        text = Path(OURS[1]).read_text(encoding="utf-8").replace("Nämnden vår", "Nämnden annan")
        write(OURS[1], text)
        assert judged() == ALL

    def test_has_become_unreadable(self, judged: Judged) -> None:
        write(OURS[1], 'a: "\n')
        assert judged() == OURS

    def test_is_known_by_the_boards_former_name(self, git: Git, judged: Judged) -> None:
        text = Path(OURS[2]).read_text(encoding="utf-8")
        new = text.replace("nämnd: Nämnden vår", "nämnd: Den nya\n  tidigare_namn: Nämnden vår")
        write(OURS[2], new)
        save(git)
        git("branch", "nu")
        note(OURS[1])
        assert judged(OURS[2], since="nu") == [OURS[2]]

    def test_was_named_to_compare_with(self, git: Git, judged: Judged, tmp_path: Path) -> None:
        Path("arkiv").mkdir()
        git("mv", OURS[1], "arkiv/2024.yaml")
        save(git)
        git("branch", "nu")
        words = (OURS[2], "--previous", "arkiv/2024.yaml")
        assert judged(*words, since="nu") == []
        note("arkiv/2024.yaml")
        assert judged(*words, since="nu") == [OURS[2]]
        outside = shutil.copy("arkiv/2024.yaml", tmp_path / "utanför.yaml")
        assert judged(OURS[2], "--previous", str(outside), since="gren") == [OURS[2]]

    def test_was_a_link_which_cannot_be_followed_back(
        self, git: Git, call: Call, judged: Judged
    ) -> None:
        Path("rapporter/länk.yaml").symlink_to("vår-2024.yaml")
        save(git)
        git("branch", "nu")
        Path("rapporter/länk.yaml").unlink()
        assert judged(since="nu") == ALL
        told = call("check", "rapporter", "--changed-since", "nu").stdout
        flat = " ".join(told.split())
        reason = "en länk eller ett förråd i förrådet har ändrats sedan nu"
        assert f"Alla rapporter kontrolleras ändå, för {reason}." in flat

    def test_is_no_longer_kept_by_git(self, git: Git, call: Call, home: Path) -> None:
        blob = git("rev-parse", f"main:{OURS[1]}").strip()
        note(OURS[1])
        save(git)
        (home / ".git/objects" / blob[:2] / blob[2:]).unlink()
        done = call("check", "rapporter", "--changed-since", "main", "--format", "json")
        told = json.loads(done.stdout)
        assert [one["file"] for one in told["reports"]] == ALL
        reason = "git har inte kvar vad de filer innehöll som har ändrats sedan main"
        assert told["narrowed"] == {"since": "main", "left_out": 0, "reason": reason, "gone": []}

    def test_held_many_megabytes_in_all(
        self, git: Git, judged: Judged, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("checker.changed.MAX_AT_ONCE", 100)
        for path in (*OTHER, OURS[0]):
            text = Path(path).read_text(encoding="utf-8")
            write(path, text.replace("Nämnden", "Ett nytt namn för nämnden"))
        assert judged() == ALL
        monkeypatch.setattr("checker.changed.MAX_BYTES", 100)
        assert judged() == [OTHER[0], OURS[0]]
        assert git("status", "--porcelain").count("\n") == 2


@pytest.mark.usefixtures("home")
class TestExceptions:
    @pytest.fixture(autouse=True)
    def excepted(self, home: Path, git: Git) -> None:
        write("annat/undantag.yaml", "undantag: []\n")
        Path("annat/djup").mkdir()
        shutil.copy(home / OTHER[0], "annat/djup/a.yaml")
        write("rapporter/undantag.yaml", EXCEPTION)
        save(git)
        git("branch", "nu")

    def test_that_have_changed_govern_their_folder_alone(self, judged: Judged) -> None:
        assert judged("rapporter", "annat", since="nu") == []
        note("rapporter/undantag.yaml")
        assert judged("rapporter", "annat", since="nu") == ALL

    def test_govern_the_folders_below(self, judged: Judged) -> None:
        note("annat/undantag.yaml")
        assert judged("rapporter", "annat", since="nu") == ["annat/djup/a.yaml"]

    def test_are_gone(self, judged: Judged) -> None:
        Path("rapporter/undantag.yaml").unlink()
        assert judged(since="nu") == ALL

    def test_are_new_and_unknown_to_git(self, judged: Judged) -> None:
        assert judged() == ALL
        write("annat/djup/undantag.yaml", "undantag: []\n")
        assert judged("annat", since="nu") == ["annat/djup/a.yaml"]

    def test_are_ignored_so_that_git_cannot_say(self, judged: Judged) -> None:
        write(".gitignore", "annat/djup/undantag.yaml\n")
        write("annat/djup/undantag.yaml", "undantag: []\n")
        assert judged("annat", since="nu") == ["annat/djup/a.yaml"]

    def test_lie_where_a_link_leads(self, git: Git, judged: Judged) -> None:
        Path("annat/undantag.yaml").rename("annat/alla.txt")
        Path("annat/undantag.yaml").symlink_to("alla.txt")
        save(git)
        git("branch", "länk")
        assert judged("annat", since="länk") == []
        note("annat/alla.txt")
        assert judged("annat", since="länk") == ["annat/djup/a.yaml"]

    def test_and_the_way_that_git_makes_files(self, judged: Judged) -> None:
        write("annat/.gitattributes", "*.yaml working-tree-encoding=UTF-16\n")
        assert judged("rapporter", "annat", since="nu") == ["annat/djup/a.yaml"]


REASON = "regeluppsättningen har ändrats sedan main"


class TestTheRuleset:
    @pytest.fixture(autouse=True)
    def with_rules(self, home: Path, git: Git, files: Mapping[str, bytes]) -> None:
        write("kvalitetskoll.yaml", RULESET + "rules_folder: regler\n")
        write("regler/EGN001.yaml", files["rules_good/EGN001.yaml"].decode())
        git("switch", "--quiet", "main")
        save(git)
        git("switch", "--quiet", "gren")
        git("merge", "--quiet", "--ff-only", "main")
        assert home == Path.cwd()

    @pytest.fixture
    def reason(self, call: Call) -> Callable[..., str | None]:
        def told(*words: str) -> str | None:
            done = call("check", "rapporter", "--changed-since", "main", "--format", "json", *words)
            result = json.loads(done.stdout)
            judged = [one["file"] for one in result["reports"]]
            assert judged in ([], ALL), judged
            assert bool(judged) is bool(result["narrowed"]["reason"])
            reason: str | None = result["narrowed"]["reason"]
            return reason

        return told

    def test_that_is_as_it_was_judges_nothing_anew(self, reason: Callable[..., str | None]) -> None:
        assert reason() is None
        assert reason("--ruleset", "kvalitetskoll.yaml") is None

    def test_that_has_changed(self, reason: Callable[..., str | None]) -> None:
        note("kvalitetskoll.yaml")
        assert reason() == REASON
        assert reason("--ruleset", "kvalitetskoll.yaml") == REASON

    def test_that_is_gone(self, reason: Callable[..., str | None]) -> None:
        Path("kvalitetskoll.yaml").unlink()
        assert reason() == REASON

    def test_that_is_new(self, reason: Callable[..., str | None]) -> None:
        write("rapporter/kvalitetskoll.yaml", RULESET)
        assert reason() == REASON

    def test_whose_own_rule_has_changed(self, reason: Callable[..., str | None]) -> None:
        note("regler/EGN001.yaml")
        assert reason() == REASON
        assert reason("--ruleset", "kvalitetskoll.yaml") == REASON

    def test_whose_own_rule_is_new_or_gone(self, reason: Callable[..., str | None]) -> None:
        text = Path("regler/EGN001.yaml").read_text(encoding="utf-8")
        write("regler/EGN002.yaml", text.replace("EGN001", "EGN002").replace("vår-", "er-"))
        assert reason() == REASON
        Path("regler/EGN001.yaml").unlink()
        assert reason() == REASON

    def test_of_the_branch_that_the_change_goes_into(
        self, git: Git, reason: Callable[..., str | None], tmp_path: Path
    ) -> None:
        note("kvalitetskoll.yaml")
        note("regler/EGN001.yaml")
        save(git)
        for folder in (tmp_path / "utanför", Path("grund")):
            shutil.copytree("regler", folder / "regler")
            for name in ("kvalitetskoll.yaml", "regler/EGN001.yaml"):
                write(str(folder / name), git("show", f"main:{name}"))
            ruleset = str(folder / "kvalitetskoll.yaml")
            assert reason("--ruleset", ruleset) is None
            note(str(folder / "regler/EGN001.yaml"))
            assert reason("--ruleset", ruleset) == REASON

    def test_of_somewhere_else_that_was_never_saved_as_a_ruleset(
        self, git: Git, reason: Callable[..., str | None], tmp_path: Path
    ) -> None:
        write("annan.yaml", RULESET)
        git("switch", "--quiet", "main")
        save(git)
        git("switch", "--quiet", "gren")
        git("merge", "--quiet", "--ff-only", "main")
        write(str(tmp_path / "kvalitetskoll.yaml"), RULESET)
        assert reason("--ruleset", str(tmp_path / "kvalitetskoll.yaml")) == REASON
        assert reason("--ruleset", "annan.yaml") is None


class TestWhereTheFilesLie:
    @pytest.mark.parametrize(
        "name",
        [
            "med mellanslag.yaml",
            "ny\nrad.yaml",
            "\"citat\" 'tecken'.yaml",
            "-streck.yaml",
            "tab\tb.yaml",
            "e\u0301 som två tecken.yaml",
            "ogiltig \udcff.yaml",
            ":(glob)*.yaml",
        ],
        ids=ascii,
    )
    def test_a_report_may_be_called_anything(
        self, home: Path, git: Git, call: Call, name: str
    ) -> None:
        new = os.fsencode(f"rapporter/{name}")
        shutil.copy(OTHER[0].encode(), new)
        words = ("check", "rapporter", "--changed-since", "main", "--format", "json")
        assert len(json.loads(call(*words).stdout)["reports"]) == 2  # the other is its twin
        save(git)
        git("branch", "nu")
        words = ("check", "rapporter", "--changed-since", "nu", "--format", "json")
        assert json.loads(call(*words).stdout)["reports"] == []
        with Path(os.fsdecode(new)).open("ab") as file:
            file.write(b"#\n")
        assert len(json.loads(call(*words).stdout)["reports"]) == 2
        assert home.is_dir()

    def test_the_working_folder_may_be_any(
        self, home: Path, judged: Judged, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        note(OTHER[0])
        monkeypatch.chdir(home / "rapporter")
        assert judged(".") == ["annan-2025.yaml"]
        monkeypatch.chdir(tmp_path)
        assert judged("förråd/rapporter") == ["förråd/rapporter/annan-2025.yaml"]
        (tmp_path / "länk").symlink_to("förråd")
        assert judged("länk/rapporter") == ["länk/rapporter/annan-2025.yaml"]

    @pytest.mark.usefixtures("home")
    def test_a_link_to_a_changed_file_has_changed(self, git: Git, judged: Judged) -> None:
        Path(OTHER[0]).rename("rapporter/innehåll.txt")
        Path(OTHER[0]).symlink_to("innehåll.txt")
        save(git)
        git("branch", "nu")
        assert judged(since="nu") == []
        text = Path(OTHER[0]).read_text(encoding="utf-8").replace("annan", "vår")
        write("rapporter/innehåll.txt", text)
        assert judged(since="nu") == ALL

    def test_names_that_differ_in_case_alone_are_taken_for_the_same(
        self, home: Path, git: Git, judged: Judged
    ) -> None:
        shutil.copytree(home / "rapporter", home / "RAPPORTER")
        save(git)
        git("branch", "nu")
        assert judged("rapporter", since="nu") == []
        note("RAPPORTER/annan-2025.yaml")
        assert judged("rapporter", since="nu") == OTHER

    def test_a_repository_in_the_repository_is_always_judged(
        self, home: Path, git: Git, judged: Judged
    ) -> None:
        (home / "rapporter/inre").mkdir()
        shutil.copy(OTHER[0], "rapporter/inre/a.yaml")
        git("init", "--quiet", where=home / "rapporter/inre")
        inner = ["rapporter/inre/a.yaml"]
        assert judged() == [*OTHER, *inner]
        write(".gitignore", "inre/\n")
        assert judged() == [*OTHER, *inner]

    def test_a_submodule_is_judged_from_outside_and_narrowed_from_within(
        self, home: Path, git: Git, judged: Judged, tmp_path: Path
    ) -> None:
        inner = tmp_path / "inre"
        git("clone", "--quiet", str(home), str(inner))
        git("submodule", "--quiet", "add", str(inner), "del")
        git("branch", "annan", where=home / "del")
        save(git)
        git("branch", "nu")
        names = [f"del/{name}" for name in ALL]
        assert judged("del", since="annan") == []
        assert judged(".", since="nu") == sorted([*ALL, *names])
        git("rm", "--quiet", "-rf", "del")
        assert judged(".", since="nu") == ALL

    def test_a_working_copy_beside_the_first(
        self, home: Path, git: Git, judged: Judged, tmp_path: Path
    ) -> None:
        git("worktree", "add", "--quiet", str(tmp_path / "två"), "main")
        os.chdir(tmp_path / "två")
        assert judged() == []
        note(OTHER[0])
        assert judged() == OTHER
        os.chdir(home)

    @pytest.mark.usefixtures("home")
    def test_without_a_path_the_usual_folder_is_narrowed(
        self, home: Path, git: Git, call: Call
    ) -> None:
        (home / "rapporter").rename(home / "reports_yaml")
        save(git)
        done = call("check", "--changed-since", "gren", "--format", "json")
        assert json.loads(done.stdout)["narrowed"]["left_out"] == 4
        assert done.returncode == 3


class TestWhatGitIsNotLeftTo:
    """Nothing that a repository, a user or a hook has set is run, or leads elsewhere."""

    def test_programs_that_the_repository_names_are_never_run(
        self, home: Path, git: Git, judged: Judged
    ) -> None:
        trap = home / "fälla"
        write(str(trap), f"#!/bin/sh\ntouch '{home}/utlöst'\n")
        trap.chmod(0o755)
        hooks = home / ".git/hooks"
        hooks.mkdir(exist_ok=True)
        for hook in ("post-index-change", "fsmonitor-watchman"):
            shutil.copy(trap, hooks / hook)
        write(".gitattributes", "*.yaml diff=egen\n")
        for name in ("core.fsmonitor", "diff.external", "diff.egen.command", "diff.egen.textconv"):
            git("config", name, str(trap))
        git("config", "core.pager", str(trap))
        git("config", "pager.diff", "true")
        note(OTHER[0])
        assert judged() == ALL
        assert not (home / "utlöst").exists()

    def test_what_a_hook_has_set_leads_nowhere_else(
        self, home: Path, judged: Judged, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        note(OTHER[0])
        for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"):
            monkeypatch.setenv(name, str(tmp_path / "ingenstans"))
        monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
        monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
        assert judged() == OTHER
        assert home.is_dir()

    def test_the_users_taste_in_output_changes_nothing(
        self, home: Path, git: Git, judged: Judged
    ) -> None:
        taste = {
            "color.ui": "always",
            "diff.renames": "copies",
            "diff.noprefix": "true",
            "diff.relative": "true",
            "diff.orderFile": "saknas",
            "diff.ignoreSubmodules": "all",
            "core.quotePath": "true",
            "core.abbrev": "5",
            "status.showUntrackedFiles": "no",
        }
        for name, value in taste.items():
            git("config", name, value)
        git("mv", OTHER[0], "rapporter/å ny.yaml")
        assert judged() == ["rapporter/å ny.yaml"]
        assert home.is_dir()

    def test_a_replaced_version_is_not_taken_for_the_real_one(
        self, git: Git, judged: Judged, home: Path
    ) -> None:
        note(OTHER[0])
        save(git)
        git("replace", "main", "gren")
        assert judged() == OTHER
        assert home.is_dir()

    def test_nothing_is_written_in_the_repository(
        self, git: Git, judged: Judged, home: Path
    ) -> None:
        Path(OTHER[0]).touch()  # git would note in its index that the content is the same
        before = (home / ".git/index").read_bytes()
        assert judged() == []
        assert (home / ".git/index").read_bytes() == before
        assert git("status", "--porcelain") == ""

    def test_a_program_in_the_working_folder_is_never_taken_for_git(
        self, home: Path, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("git", f"#!/bin/sh\ntouch '{home}/utlöst'\n")
        Path("git").chmod(0o755)
        monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
        done = call("check", "rapporter", "--changed-since", "main")
        assert not (home / "utlöst").exists()
        assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {MISSING}\n")


MISSING = "--changed-since behöver programmet git, som inte finns här."
FETCH = "Ange en gren, en tagg eller en sparad version som är hämtad, till exempel origin/main."
HISTORY = (
    "Förrådet är hämtat utan hela sin historik. Hämta den med git fetch --unshallow, i GitHub"
    " Actions med fetch-depth: 0 och i GitLab med GIT_DEPTH: 0."
)


class TestWhatCannotBeAsked:
    """Each is one Swedish sentence and exit code 2; git's own words are never passed on."""

    @pytest.fixture
    def refused(self, call: Call) -> Callable[..., str]:
        def said(*words: str, since: str = "main", path: str = "rapporter", **given: bytes) -> str:
            done = call("check", path, *words, "--changed-since", since, **given)
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith("kvalitetskoll: ")
            assert done.stderr.count("\n") == 1
            return done.stderr.removeprefix("kvalitetskoll: ").removesuffix("\n")

        return said

    @pytest.mark.usefixtures("home")
    @pytest.mark.parametrize(
        ("rev", "shown"),
        [
            ("finns-inte", "finns-inte"),
            ("0123456789abcdef", "0123456789abcdef"),
            ("main..gren", "main..gren"),
            ("main:rapporter", "main:rapporter"),
            ("main^{tree}", "main^{tree}"),
            ("main\0", "main\\x00"),
            ("ma\nin", "ma\\x0ain"),
            ("\x1b[31m", "\\x1b[31m"),
            ("ogiltig \udcff", "ogiltig \\udcff"),
            ("x" * 501, "x" * 59 + "…"),
        ],
        ids=ascii,
    )
    def test_a_revision_that_is_none(
        self, refused: Callable[..., str], rev: str, shown: str
    ) -> None:
        assert refused(since=rev) == f"{shown} i --changed-since finns inte i förrådet. {FETCH}"

    @pytest.mark.usefixtures("home")
    @pytest.mark.parametrize("rev", ["--output=/tmp/x", "-x", "---", "-"])
    def test_a_revision_that_looks_like_an_option(self, call: Call, rev: str) -> None:
        done = call("check", "rapporter", f"--changed-since={rev}")
        told = f"{rev} i --changed-since finns inte i förrådet. {FETCH}"
        assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {told}\n")

    @pytest.mark.usefixtures("home")
    @pytest.mark.parametrize("rev", ["", " "])
    def test_a_revision_that_is_empty(self, refused: Callable[..., str], rev: str) -> None:
        assert refused(since=rev) == "--changed-since behöver ett värde."

    @pytest.mark.usefixtures("home")
    def test_a_name_of_a_branch_and_of_a_tag(
        self, git: Git, refused: Callable[..., str], judged: Judged
    ) -> None:
        note(OTHER[0])
        save(git)
        git("tag", "main")
        git("config", "core.warnAmbiguousRefs", "false")
        told = (
            "main i --changed-since kan betyda flera saker. Skriv hela namnet, till exempel"
            " refs/heads/main, eller hela numret."
        )
        assert refused() == told
        assert judged(since="refs/heads/main") == OTHER
        assert judged(since="refs/tags/main") == []

    @pytest.mark.usefixtures("home")
    def test_a_short_number_of_two_versions(self, git: Git, refused: Callable[..., str]) -> None:
        tree = git("rev-parse", "HEAD^{tree}").strip()
        seen: dict[str, int] = {}
        prefix = ""
        for number in range(2000):  # two of so many begin with the same four figures
            content = f"tree {tree}\nauthor a <a> {number} +0000\ncommitter a <a> 0 +0000\n\n"
            Path("c").write_text(content, encoding="utf-8")
            digest = _digest(content)
            if digest[:4] in seen:
                prefix = digest[:4]
                for one in (seen[prefix], number):
                    text = f"tree {tree}\nauthor a <a> {one} +0000\ncommitter a <a> 0 +0000\n\n"
                    Path("c").write_text(text, encoding="utf-8")
                    git("hash-object", "-t", "commit", "-w", "c")
                break
            seen[digest[:4]] = number
        assert refused(since=prefix).startswith(f"{prefix} i --changed-since kan betyda flera")

    def test_two_histories_that_never_met(
        self, home: Path, git: Git, refused: Callable[..., str]
    ) -> None:
        git("switch", "--quiet", "--orphan", "ny")
        (home / "rapporter").mkdir(exist_ok=True)
        save(git)
        told = "main i --changed-since och det som kontrolleras har ingen gemensam historik."
        assert refused() == told

    def test_a_history_that_was_not_fetched(
        self,
        home: Path,
        git: Git,
        refused: Callable[..., str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        note(OTHER[0])
        save(git)
        git("switch", "--quiet", "main")
        note(OURS[0])
        save(git)
        words = ("clone", "--quiet", "--depth=1", "--branch=gren")
        git(*words, f"file://{home}", str(tmp_path / "ensam"))
        git(*words, "--no-single-branch", f"file://{home}", str(tmp_path / "grund"))
        monkeypatch.chdir(tmp_path / "ensam")
        told = f"origin/main i --changed-since finns inte i förrådet. {HISTORY}"
        assert refused(since="origin/main") == told
        monkeypatch.chdir(tmp_path / "grund")
        told = "origin/main i --changed-since och det som kontrolleras har ingen gemensam historik."
        assert refused(since="origin/main") == f"{told} {HISTORY}"

    def test_a_repository_without_anything_saved(
        self, git: Git, refused: Callable[..., str], tmp_path: Path
    ) -> None:
        git("init", "--quiet", "--initial-branch=main", str(tmp_path / "ny"))
        told = "Förrådet har ingen sparad version än, så det finns inget att jämföra med."
        assert refused(path=str(tmp_path / "ny")) == told

    @pytest.mark.usefixtures("git")
    def test_no_repository(
        self, desk: Path, refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
        told = f"--changed-since behöver ett förråd i git, och {desk} ligger inte i något."
        assert refused(path="clean.yaml") == f"{told} Kör utan valet."
        assert refused(path="finns/inte.yaml") == f"{told} Kör utan valet."

    def test_a_repository_without_files(
        self, home: Path, git: Git, refused: Callable[..., str], tmp_path: Path
    ) -> None:
        git("clone", "--quiet", "--bare", str(home), str(tmp_path / "bar"))
        told = "hör till ett förråd utan arbetsfiler. Kör i en vanlig kopia av förrådet."
        assert refused(path=str(tmp_path / "bar")) == f"{tmp_path / 'bar'} {told}"
        assert refused(path=str(home / ".git")) == f"{home / '.git'} {told}"

    def test_a_broken_repository(self, home: Path, git: Git, refused: Callable[..., str]) -> None:
        (home / ".git/index").write_bytes(b"trasigt")
        told = f"git kan inte läsa förrådet. Kör git status i {home} och se vad som är fel."
        assert refused() == told
        with pytest.raises(subprocess.CalledProcessError):
            git("status")

    def test_a_path_outside_the_repository(
        self, home: Path, refused: Callable[..., str], tmp_path: Path
    ) -> None:
        outside = shutil.copy(OTHER[0], tmp_path / "utanför.yaml")
        told = f"{outside} ligger utanför förrådet {home}, så git kan inte säga vad som har ändrats"
        assert refused(str(outside)) == f"{told} där."
        Path("rapporter/länk.yaml").symlink_to(outside)
        told = f"rapporter/länk.yaml ligger utanför förrådet {home}, så git kan inte säga"
        assert refused("rapporter/länk.yaml").startswith(told)

    @pytest.mark.usefixtures("home")
    def test_standard_input(self, refused: Callable[..., str]) -> None:
        told = "Standard in kan inte jämföras med --changed-since. Ange filer eller mappar."
        assert refused("-", stdin=b"a: 1\n") == told

    @pytest.mark.usefixtures("home")
    def test_no_git(
        self, refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        assert refused() == MISSING
        (tmp_path / "git").write_bytes(b"\0 inget program")
        (tmp_path / "git").chmod(0o755)
        assert refused() == MISSING

    @pytest.mark.usefixtures("home")
    def test_a_git_that_never_answers(
        self, refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        write(str(tmp_path / "git"), "#!/bin/sh\nexec sleep 100\n")
        (tmp_path / "git").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr("checker.git.SECONDS", 0.1)
        assert refused() == "git svarade inte inom 120 sekunder. Kör utan --changed-since."

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
    def test_a_repository_of_somebody_else(
        self, home: Path, refused: Callable[..., str], judged: Judged, git: Git
    ) -> None:
        note(OTHER[0])
        for path in (home, home / ".git"):
            os.chown(path, 12345, 12345)
        told = (
            "Förrådet ägs av en annan användare, så git läser det inte. Litar du på det: kör"
            " git config --global --add safe.directory följt av förrådets mapp."
        )
        assert refused() == told
        os.environ |= {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory"}
        os.environ["GIT_CONFIG_VALUE_0"] = str(home)
        try:
            assert judged() == OTHER
        finally:
            for name in ("COUNT", "KEY_0", "VALUE_0"):
                del os.environ[f"GIT_CONFIG_{name}"]
        assert git("--version")


def _digest(content: str) -> str:
    import hashlib

    whole = f"commit {len(content)}\0{content}".encode()
    return hashlib.sha1(whole, usedforsecurity=False).hexdigest()
