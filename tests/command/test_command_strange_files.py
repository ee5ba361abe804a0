"""Files that are no ordinary ones, in every place where a file can be named: told, and survived."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import socket
import struct
import termios
import threading
from typing import TYPE_CHECKING

import pytest

from checker.files import LEADS_OUT, REASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.timeout(120)]

GIGABYTE = 1024**3
PIPE = 64 * 1024  # what a pipe holds on Linux (pipe(7))
ROUND = "filen går inte att läsa."
# What a file can be, and why it is not read.
STRANGE = {
    "dangling.yaml": REASONS["missing"],
    "device.yaml": REASONS["not-a-file"],
    "fifo.yaml": REASONS["not-a-file"],
    "round.yaml": ROUND,
    "socket.yaml": REASONS["not-a-file"],
}


@pytest.fixture
def strange(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one of each."""
    folder = desk / "strange"
    folder.mkdir()
    monkeypatch.chdir(folder)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.yaml")
    monkeypatch.chdir(desk)
    (folder / "dangling.yaml").symlink_to("missing.yaml")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "round.yaml").symlink_to("again.yaml")
    (folder / "again.yaml").symlink_to("again.yaml")
    os.mkfifo(folder / "fifo.yaml")
    return folder


def sparse(path: Path) -> None:
    """A file of ten gigabytes that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(10 * GIGABYTE)


def refused(done: CompletedProcess[str]) -> dict[str, str]:
    return {one["file"]: one["reason"] for one in json.loads(done.stdout)["refused"]}


class TestAReport:
    @pytest.mark.parametrize("name", sorted(STRANGE))
    def test_that_is_named_and_no_ordinary_file(self, call: Call, strange: Path, name: str) -> None:
        done = call("check", f"strange/{name}", "clean.yaml", "--format", "json")
        assert refused(done) == {f"strange/{name}": STRANGE[name]}
        assert (done.returncode, strange.is_dir()) == (2, True)
        assert [one["file"] for one in json.loads(done.stdout)["reports"]] == ["clean.yaml"]

    def test_among_others_in_a_folder(self, call: Call, strange: Path) -> None:
        (strange / "folder.yaml").mkdir()
        shutil.copy("clean.yaml", strange / "a.yaml")
        done = call("check", "strange", "--format", "json")
        expected = {**STRANGE, "again.yaml": ROUND, "device.yaml": LEADS_OUT}
        del expected["round.yaml"]  # it leads to the other, which is told of
        assert refused(done) == {f"strange/{name}": why for name, why in expected.items()}
        assert [one["file"] for one in json.loads(done.stdout)["reports"]] == ["strange/a.yaml"]
        assert done.returncode == 2

    @pytest.mark.parametrize("path", ["/dev/null", "/dev/zero", "/dev/full"])
    def test_that_is_a_device(self, call: Call, path: str) -> None:
        done = call("check", path, "--format", "json")
        assert (done.returncode, refused(done)) == (2, {path: "det är ingen vanlig fil."})

    def test_of_ten_gigabytes_is_a_finding(self, call: Call, desk: Path) -> None:
        sparse(desk / "both/huge.yaml")
        done = call("check", "both", "--only", "AND002", "--format", "json")
        told = json.loads(done.stdout)
        assert [(one["file"], one["line"], one["message"]) for one in told["findings"]] == [
            ("both/huge.yaml", 1, "Filen är större än 10 MB och läses inte.")
        ]
        assert done.returncode == 1

    @pytest.mark.parametrize("how", ["missing", "directory", "no-permission"])
    def test_that_is_another_when_it_is_read_than_when_it_was_listed(
        self, call: Call, desk: Path, monkeypatch: pytest.MonkeyPatch, how: str
    ) -> None:
        from checker.document.opening import Unreadable, read_bytes

        def meanwhile(path: str) -> bytes:
            if path.endswith("clean.yaml"):
                (desk / path).unlink()
                if how == "directory":
                    (desk / path).mkdir()
                if how == "no-permission":
                    raise Unreadable("no-permission")
            return read_bytes(path)

        monkeypatch.setattr("checker.inputs.read_bytes", meanwhile)
        done = call("check", "both", "--format", "json")
        assert refused(done) == {"both/clean.yaml": REASONS[how]}  # type: ignore[index]
        told = json.loads(done.stdout)
        assert [one["file"] for one in told["findings"]] == ["both/error.yml"]
        assert (done.returncode, told["exit_code"]) == (2, 2)

    def test_whose_link_may_not_be_read_breaks_nothing(
        self, call: Call, desk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (desk / "both/other.yaml").symlink_to("/proc/1/root/etc/passwd")
        readlink = os.readlink

        def refusing(path: str, **given: int) -> str:
            if os.fspath(path).startswith("/proc"):  # as Linux does for other people's processes
                raise PermissionError(13, "Permission denied", path)
            return readlink(path, **given)

        monkeypatch.setattr("os.readlink", refusing)
        done = call("check", "both", "--format", "json")
        told = json.loads(done.stdout)
        assert (done.returncode, told["crashes"]) == (2, [])
        assert list(refused(done)) == ["both/other.yaml"]
        assert [one["file"] for one in told["findings"]] == ["both/error.yml"]

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("ny\nrad.yaml", "names/ny\\x0arad.yaml"),
            ("-streck.yaml", "names/-streck.yaml"),
            ("ogiltig \udcff.yaml", "names/ogiltig \\udcff.yaml"),
            ("\x1b]0;x\x07.yaml", "names/\\x1b]0;x\\x07.yaml"),
            ("::error::.yaml", "names/: :error: :.yaml"),
            ("å" * 120 + ".yaml", "names/" + "å" * 120 + ".yaml"),
        ],
        ids=ascii,
    )
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_may_have_any_name(
        self, run: Call, desk: Path, name: str, shown: str, form: str
    ) -> None:
        (desk / "names").mkdir()
        shutil.copy(b"clean.yaml", os.fsencode(f"names/{name}"))
        done = run("check", "names", "--format", form)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False)
        if form == "json":
            assert [one["file"] for one in json.loads(done.stdout)["reports"]] == [shown]
        else:
            assert done.stdout.splitlines()[1] == shown


class TestAFileOfSettings:
    @pytest.mark.parametrize("name", sorted(STRANGE))
    @pytest.mark.parametrize("ours", ["undantag.yaml", "kvalitetskoll.yaml"])
    def test_that_is_no_ordinary_one_stops_the_run(
        self, call: Call, strange: Path, name: str, ours: str
    ) -> None:
        shutil.copy("clean.yaml", strange / "a.yaml")
        (strange / name).rename(strange / ours)
        reason = LEADS_OUT if name == "device.yaml" else STRANGE[name]
        done = call("check", "strange/a.yaml")
        told = f"kvalitetskoll: Filen går inte att använda. strange/{ours}:1: {reason}\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", told)

    @pytest.mark.parametrize("name", sorted(STRANGE))
    @pytest.mark.usefixtures("strange")
    def test_that_is_named(self, call: Call, name: str) -> None:
        done = call("check", "clean.yaml", "--ruleset", f"strange/{name}")
        told = f"Filen går inte att använda. strange/{name}:1: {STRANGE[name]}"
        assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {told}\n")

    def test_of_ten_gigabytes(self, call: Call, desk: Path) -> None:
        sparse(desk / "both/undantag.yaml")
        done = call("check", "both")
        told = "Filen går inte att använda. both/undantag.yaml:1: filen är för stor."
        assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {told}\n")

    @pytest.mark.parametrize("name", sorted(STRANGE.keys() - {"round.yaml"}))
    def test_among_own_rules(self, call: Call, strange: Path, name: str) -> None:
        (strange / "rules").mkdir()
        (strange / name).rename(strange / "rules/EGN001.yaml")
        reason = LEADS_OUT if name == "device.yaml" else STRANGE[name]
        done = call("rules", "--test", "strange/rules")
        told = f"Filen går inte att använda. strange/rules/EGN001.yaml:1: {reason}"
        assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {told}\n")

    @pytest.mark.parametrize("name", sorted(STRANGE))
    @pytest.mark.usefixtures("strange")
    def test_a_report_to_compare_with(self, call: Call, name: str) -> None:
        done = call("check", "clean.yaml", "--previous", f"strange/{name}", "--format", "json")
        assert (done.returncode, refused(done)) == (2, {f"strange/{name}": STRANGE[name]})


class TestAnOutput:
    @pytest.fixture
    def out(self, tmp_path: Path) -> Path:
        (tmp_path / "out").mkdir()
        return tmp_path / "out"

    @pytest.fixture
    def reader(self, out: Path) -> Iterator[Callable[[], bytes]]:
        """Somebody who reads ``out/fifo``, but not before it is full; gives what was read."""
        os.mkfifo(out / "fifo")
        handle = os.open(out / "fifo", os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(handle, True)
        read: list[bytes] = []

        def read_all() -> None:
            full = struct.pack("i", PIPE)
            while fcntl.ioctl(handle, termios.FIONREAD, bytes(4)) != full:
                threading.Event().wait(0.001)
            while piece := os.read(handle, 1000):
                read.append(piece)

        thread = threading.Thread(target=read_all, daemon=True)
        thread.start()

        def done() -> bytes:
            thread.join()
            return b"".join(read)

        yield done
        os.close(handle)

    def test_into_a_pipe_is_whole_however_slowly_it_is_read(
        self, call: Call, desk: Path, out: Path, reader: Callable[[], bytes]
    ) -> None:
        names = [f"both/{number}.yaml" for number in range(40)]
        for name in names:
            shutil.copy(desk / "clean.yaml", desk / name)
        words = ("check", "both", "--today", "2026-11-22", "--format", "json")
        done = call(*words, "--output", f"json={out}/fifo")
        assert len(done.stdout) > 2 * PIPE
        assert reader() == done.stdout.encode()
        assert done.returncode == 1

    def test_into_a_pipe_that_nobody_reads_is_told_at_once(self, call: Call, out: Path) -> None:
        os.mkfifo(out / "fifo")
        done = call("check", "clean.yaml", "--output", f"json={out}/fifo")
        told = f"kvalitetskoll: Kan inte skriva {out}/fifo: det går inte.\n"
        assert (done.returncode, done.stderr) == (2, told)

    @pytest.mark.parametrize("second", ["a", "../out/a", "link"])
    def test_two_of_them_never_go_to_the_same_file(
        self, call: Call, out: Path, second: str
    ) -> None:
        (out / "link").symlink_to("a")
        words = ("--output", f"json={out}/a", "--output", f"text={out}/{second}")
        done = call("check", "clean.yaml", *words)
        told = f"kvalitetskoll: Kan inte skriva {out}/{second}: en annan --output skriver dit.\n"
        assert (done.returncode, done.stderr) == (2, told)
        assert json.loads((out / "a").read_text(encoding="utf-8"))["version"] == 1

    def test_two_of_them_may_be_thrown_away(self, call: Call) -> None:
        words = ("--output", "json=/dev/null", "--output", "text=/dev/null")
        assert call("check", "clean.yaml", *words).returncode == 0

    @pytest.mark.parametrize("stream", ["stdout", "stderr"])
    def test_never_goes_to_the_file_that_a_stream_goes_to(
        self, run: Call, out: Path, stream: str
    ) -> None:
        with (out / "log").open("wb") as log:
            done = run("check", "clean.yaml", "--output", f"json={out}/log", **{stream: log})
        shown = (out / "log").read_text(encoding="utf-8")
        verdict = shown if stream == "stdout" else done.stdout
        said = shown if stream == "stderr" else done.stderr
        assert verdict.splitlines()[-1].startswith("Inget att rätta")
        told = "dit går redan utskriften; välj dess form med --format."
        assert (done.returncode, said) == (2, f"kvalitetskoll: Kan inte skriva {out}/log: {told}\n")

    @pytest.mark.parametrize("file", ["/dev/stdout", "/dev/fd/1"])
    def test_never_goes_into_the_pipe_of_standard_output(self, run: Call, file: str) -> None:
        done = run("check", "clean.yaml", "--output", f"json={file}")
        assert (done.returncode, "{" in done.stdout) == (2, False)

    def test_of_a_dash_is_no_file_of_that_name(self, call: Call, desk: Path) -> None:
        done = call("check", "clean.yaml", "--output", "json=-")
        told = "--output skriver till filer; det som skrivs ut väljs med --format."
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"kvalitetskoll: {told}\n")
        assert not (desk / "-").exists()
        assert call("check", "clean.yaml", "--output", "json=./-").returncode == 0
        assert (desk / "-").exists()

    @pytest.mark.parametrize(
        "words", [("both/clean.yaml",), ("clean.yaml", "--previous", "both/clean.yaml")]
    )
    def test_never_replaces_what_a_report_is_compared_with(
        self, call: Call, desk: Path, words: tuple[str, ...]
    ) -> None:
        before = (desk / "both/error.yml").read_bytes()
        done = call("check", *words, "--output", "text=both/error.yml")
        told = "Kan inte skriva both/error.yml: det är en fil som kontrollen läser."
        assert (done.returncode, done.stderr) == (2, f"kvalitetskoll: {told}\n")
        assert (desk / "both/error.yml").read_bytes() == before

    def test_onto_another_name_of_a_report_leaves_the_report(self, call: Call, desk: Path) -> None:
        (desk / "nothing/hard.json").hardlink_to(desk / "clean.yaml")
        before = (desk / "clean.yaml").read_bytes()
        assert call("check", "clean.yaml", "--output", "json=nothing/hard.json").returncode == 0
        assert (desk / "clean.yaml").read_bytes() == before


@pytest.mark.parametrize("words", ["check {}", "matrix {}", "explain TAB001 {}"])
def test_every_command_survives_each_of_them(call: Call, strange: Path, words: str) -> None:
    for name in STRANGE:
        done = call(*words.format(f"strange/{name}").split())
        assert (done.returncode, "Internt fel" in done.stderr) == (2, False), name
    assert strange.is_dir()
