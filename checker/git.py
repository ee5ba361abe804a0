"""git asked about a repository: nothing of the repository's own is run, shown or fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

from checker.links import real_path
from checker.shown import LONG, shown

SECONDS = 120  # for one question; a repository of reports is answered in less than one
MAX_REVISION = 500  # characters; the longest name of a branch that git can store is 255 bytes
# What a repository or a user may have set, and what would run programs, fetch, write or guess.
_SETTINGS = (
    "core.fsmonitor=false",
    "core.untrackedCache=false",
    "core.warnAmbiguousRefs=true",
    "core.hooksPath=/dev/null",
    "protocol.allow=never",
)
_OPTIONS = (
    *("--no-pager", "--no-optional-locks", "--no-replace-objects"),
    *(word for one in _SETTINGS for word in ("-c", one)),
)
_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
# Hooks set GIT_DIR, GIT_INDEX_FILE and more, for another repository than ours perhaps; where git
# finds its settings is the user's own affair, and safe.directory stands there.
_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")

MISSING = "--changed-since behöver programmet git, som inte finns här."
NO_REPOSITORY = (
    "--changed-since behöver ett förråd i git, och {folder} ligger inte i något. Kör utan valet."
)
NO_FILES = "{folder} hör till ett förråd utan arbetsfiler. Kör i en vanlig kopia av förrådet."
OWNER = (
    "Förrådet ägs av en annan användare, så git läser det inte. Litar du på det: kör"
    " git config --global --add safe.directory följt av förrådets mapp."
)
SLOW = f"git svarade inte inom {SECONDS} sekunder. Kör utan --changed-since."
UNREADABLE = "git kan inte läsa förrådet. Kör git status i {folder} och se vad som är fel."
SHALLOW = (
    " Förrådet är hämtat utan hela sin historik. Hämta den med git fetch --unshallow, i GitHub"
    " Actions med fetch-depth: 0 och i GitLab med GIT_DEPTH: 0."
)
UNKNOWN = "{rev} i --changed-since finns inte i förrådet."
FETCH = " Ange en gren, en tagg eller en sparad version som är hämtad, till exempel origin/main."
AMBIGUOUS = (
    "{rev} i --changed-since kan betyda flera saker. Skriv hela namnet, till exempel"
    " refs/heads/main, eller hela numret."
)
NOTHING_SAVED = "Förrådet har ingen sparad version än, så det finns inget att jämföra med."
NO_BASE = "{rev} i --changed-since och det som kontrolleras har ingen gemensam historik."


class GitError(Exception):
    """What was asked cannot be answered; the message is a Swedish sentence, never git's own."""


class _RefusedError(Exception):
    """git ended with another code than 0."""

    def __init__(self, code: int, said: bytes) -> None:
        super().__init__(said)
        self.said = said
        self.is_none = code == 1 and not said


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with files to look at.

    Attributes:
        top: its outermost folder, links followed.
    """

    top: str

    def ask(self, *words: str, given: bytes = b"", may_be_none: bool = False) -> bytes:
        """What git answers.

        Args:
            words: the command and its options.
            given: on its standard input.
            may_be_none: that there is nothing, which some commands say by ending with 1, is an
                answer too.

        Raises:
            GitError: it could not.
        """
        try:
            return _answer(self.top, words, given)
        except _RefusedError as error:
            if may_be_none and error.is_none:
                return b""
            raise GitError(_told(error.said, self.top)) from None

    def bases(self, rev: str) -> tuple[str, ...]:
        """The versions from which a revision and what is checked out have both come.

        Raises:
            GitError: there is no such revision, or none from which both have come.
        """
        if not rev.strip():
            raise GitError("--changed-since behöver ett värde.")
        if rev.startswith("-") or "\0" in rev or len(rev) > MAX_REVISION:
            raise GitError(UNKNOWN.format(rev=shown(rev)) + FETCH)
        head = self._commit("HEAD", NOTHING_SAVED)
        since = self._commit(rev, UNKNOWN.format(rev=shown(rev)) + (self._cut_off() or FETCH))
        found = self.ask("merge-base", "--all", since, head, may_be_none=True).decode().split()
        if not found:
            raise GitError(NO_BASE.format(rev=shown(rev)) + self._cut_off())
        return tuple(found)

    def _commit(self, rev: str, otherwise: str) -> str:
        words = ("rev-parse", "--verify", "--end-of-options", f"{rev}^{{commit}}")
        done = _run(self.top, words)
        if b" is ambiguous" in done.stderr:
            raise GitError(AMBIGUOUS.format(rev=shown(rev)))
        if done.returncode:
            raise GitError(otherwise)
        return done.stdout.decode().strip()

    def _cut_off(self) -> str:
        """What to do where the history was not fetched whole; empty where it was."""
        return SHALLOW if self.ask("rev-parse", "--is-shallow-repository") == b"true\n" else ""


def repository_of(folder: str) -> Repository:
    """The repository that a folder lies in.

    Raises:
        GitError: in none that git can and may read, or git is not there.
    """
    name = shown(folder, LONG)
    try:
        if _answer(folder, ("rev-parse", "--is-inside-work-tree")) != b"true\n":
            raise GitError(NO_FILES.format(folder=name))
        top = _answer(folder, ("rev-parse", "--show-toplevel"))
    except _RefusedError as error:
        raise GitError(_told(error.said, folder)) from None
    return Repository(real_path(os.fsdecode(top.removesuffix(b"\n"))))


def _answer(folder: str, words: tuple[str, ...], given: bytes = b"") -> bytes:
    done = _run(folder, words, given)
    if done.returncode:
        raise _RefusedError(done.returncode, done.stderr)
    return done.stdout


def _run(
    folder: str, words: tuple[str, ...], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    # One that is found by way of the working folder may have come with the reports.
    if program is None or not os.path.isabs(program):  # noqa: PTH117 - a name, not a path yet
        raise GitError(MISSING)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    try:
        return subprocess.run(  # noqa: S603 - no shell, a whole path, and options of our own
            [program, "-C", folder, *_OPTIONS, *words],
            env={**kept, **_QUIET},
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(SLOW) from None
    except OSError:
        raise GitError(MISSING) from None


def _told(said: bytes, folder: str) -> str:
    """What git has said, in a sentence of ours."""
    if b"safe.directory" in said:
        return OWNER
    told = NO_REPOSITORY if b"not a git repository" in said else UNREADABLE
    return told.format(folder=shown(folder, LONG))
