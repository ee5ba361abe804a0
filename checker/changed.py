"""What has changed in the files of a repository since another line of its history was left."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.document.limits import MAX_BYTES
from checker.git import GitError, repository_of
from checker.links import real_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.git import Repository

MAX_AT_ONCE = 4 * MAX_BYTES  # of old content held at the same time
# What git calls an ordinary file, nothing at all, and a repository in the repository.
ORDINARY, NEW, REPOSITORY = ("100644", "100755"), "000000", "160000"
_DIFF = (
    *("diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"),
    *("--no-color", "--ignore-submodules=dirty", "-O/dev/null", "--end-of-options"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that is other than it was, or that is gone.

    Attributes:
        path: from the top of the repository.
        mode: what it was, as git says it; ``000000`` for what was not there.
        blob: where git keeps what it held.
    """

    path: str
    mode: str
    blob: str

    @property
    def name(self) -> str:
        """Its own name, without folders."""
        return self.path.rpartition("/")[2]

    @property
    def is_new(self) -> bool:
        """Whether there was nothing by this name."""
        return self.mode == NEW

    @property
    def is_ordinary(self) -> bool:
        """Whether it was an ordinary file, whose old content git can show."""
        return self.mode in ORDINARY

    @property
    def is_repository(self) -> bool:
        """Whether it was a repository of its own."""
        return self.mode == REPOSITORY


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between the files as they lie there and the versions that they came from.

    Attributes:
        entries: what git knew and is other now.
        same: the names of what git knows and is as it was.
        other: the names of everything else that git does not ignore.
    """

    repository: Repository
    bases: tuple[str, ...]
    entries: tuple[Entry, ...]
    same: frozenset[str]
    other: frozenset[str]

    def holds(self, path: str) -> bool:
        """Whether a path, its links followed, lies in the repository."""
        return _name(self.repository, real_path(path)) is not None

    def is_same(self, path: str) -> bool:
        """Whether git knows a file and it is as it was, by its own name and where a link leads."""
        names = self.names(path)
        return all(name in self.same for name in names)

    def is_other(self, path: str) -> bool:
        """Whether git knows a path as changed, gone or new, by its name or where a link leads."""
        return any(name in self.other for name in self.names(path))

    def is_entry(self, path: str) -> bool:
        """Whether a path is what git knew as something else, by its name or where a link leads."""
        return not self.names(path).isdisjoint(folded(entry.path) for entry in self.entries)

    def entries_below(self, folder: str) -> Iterator[Entry]:
        """What git knew otherwise, in a folder and those below it."""
        above = _name(self.repository, real_path(folder))
        for entry in self.entries:
            if above == "" or (above and folded(entry.path).startswith(f"{above}/")):
                yield entry

    def entries_in(self, folder: str) -> Iterator[Entry]:
        """The same directly in a folder."""
        above = _name(self.repository, real_path(folder))
        for entry in self.entries:
            if above == folded(entry.path.rpartition("/")[0]):
                yield entry

    def differing(self, paths: Iterable[str]) -> set[str]:
        """Those that are other than they were, or may be; what git ignores is not among them."""
        found: set[str] = set()
        unknown: dict[str, str] = {}
        for path in paths:
            if self.is_other(path) or self._is_within_another(path):
                found.add(path)
            elif not self.is_same(path):
                unknown[path] = os.path.relpath(real_path(path), self.repository.top)
        return found | self._not_ignored(unknown)

    def old_contents(self, entries: Iterable[Entry]) -> Iterator[bytes]:
        """What changed files held; left out is what would have been too large for a report.

        Raises:
            GitError: git cannot say it.
        """
        blobs = sorted({one.blob for one in entries if one.is_ordinary})
        sizes = self._sizes(blobs)
        batch: list[str] = []
        held = 0
        for blob in (one for one in blobs if sizes[one] <= MAX_BYTES):
            if held + sizes[blob] > MAX_AT_ONCE:
                yield from self._contents(batch, sizes)
                batch, held = [], 0
            batch.append(blob)
            held += sizes[blob]
        yield from self._contents(batch, sizes)

    def held(self, content: bytes, name: str = "") -> bool:
        """Whether each version that the files came from held a file with this content.

        Args:
            content: the bytes.
            name: the file's own; empty for any YAML file.
        """
        return all(
            _blob(content, len(base)) in _blobs(self.repository, base, name) for base in self.bases
        )

    def names(self, path: str) -> set[str]:
        """What a path is called from the top, as it is named and with its links followed."""
        folder, name = os.path.split(path)
        # A link that stands in the name of the folder leads to the same file.
        named = os.path.join(real_path(folder), name)  # noqa: PTH118 - as it was named
        found = {_name(self.repository, one) for one in (named, real_path(path))}
        return {one if one is not None else "" for one in found}

    def _is_within_another(self, path: str) -> bool:
        """Whether another repository lies between: of what is in it this one knows nothing."""
        top = self.repository.top
        folder = os.path.dirname(real_path(path))  # noqa: PTH120 - long names
        while len(folder) > len(top):
            if os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118 - as above
                return True
            folder = os.path.dirname(folder)  # noqa: PTH120 - as above
        return False

    def _not_ignored(self, unknown: dict[str, str]) -> set[str]:
        """Those of some paths that git has no word about: none was told to leave them alone."""
        if not unknown:
            return set()
        given = b"".join(os.fsencode(name) + b"\0" for name in unknown.values())
        try:
            told = self.repository.ask(
                "check-ignore", "-z", "--stdin", given=given, may_be_none=True
            )
        except GitError:
            return set(unknown)
        ignored = set(told.split(b"\0"))
        return {path for path, name in unknown.items() if os.fsencode(name) not in ignored}

    def _sizes(self, blobs: list[str]) -> dict[str, int]:
        told = self.repository.ask("cat-file", "--batch-check", given=_lines(blobs))
        found = [line.split() for line in told.decode().splitlines()]
        if any(len(words) != 3 for words in found):  # noqa: PLR2004 - name, type, size; or "missing"
            raise GitError("git har inte kvar det som de ändrade filerna innehöll.")
        return {name: int(size) for name, _, size in found}

    def _contents(self, blobs: list[str], sizes: dict[str, int]) -> Iterator[bytes]:
        if not blobs:
            return
        told = self.repository.ask("cat-file", "--batch", given=_lines(blobs))
        at = 0
        for blob in blobs:
            at = told.index(b"\n", at) + 1
            yield told[at : at + sizes[blob]]
            at += sizes[blob] + 1


def changes_since(rev: str, folder: str) -> Changes:
    """What has changed since a branch, a tag or a version was left behind.

    Compared is what lies in the folders now, whether it is saved in git or not, with the versions
    from which both the revision and what is checked out have come (``git merge-base --all``).

    Args:
        rev: the revision.
        folder: one in the repository.

    Raises:
        GitError: git cannot say.
    """
    repository = repository_of(folder)
    bases = repository.bases(rev)
    told = [repository.ask(*_DIFF, base, "--") for base in bases]
    entries = tuple(dict.fromkeys(entry for one in told for entry in _entries(one)))
    same, other = _listed(
        repository.ask("ls-files", "-z", "-v", "--cached", "--others", "--exclude-standard")
    )
    other |= {folded(entry.path) for entry in entries}
    return Changes(repository, bases, entries, frozenset(same - other), frozenset(other))


def folded(name: str) -> str:
    """A name in the form in which names are compared: some systems tell no case or accent apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _entries(told: bytes) -> Iterator[Entry]:
    """Reads ``git diff --raw -z``: ``:old new blob blob letter``, NUL, the name, NUL."""
    fields = told.split(b"\0")
    for head, name in zip(fields[::2], fields[1::2], strict=False):
        mode, _, blob, *_ = head.decode().removeprefix(":").split()
        yield Entry(os.fsdecode(name), mode, blob)


def _listed(told: bytes) -> tuple[set[str], set[str]]:
    """Reads ``git ls-files -v -z``: what git keeps an eye on, and everything else."""
    same: set[str] = set()
    other: set[str] = set()
    for line in filter(None, told.split(b"\0")):
        tag, name = line[:1], folded(os.fsdecode(line[2:]))
        # H is what git compares; a small letter or S is what it was told never to look at.
        (same if tag == b"H" else other).add(name)
    return same, other


def _name(repository: Repository, path: str) -> str | None:
    """A path from the top of the repository, as names are compared; None outside it."""
    top = repository.top
    if path == top:
        return ""
    inside = top if top.endswith(os.sep) else top + os.sep
    if not path.startswith(inside):
        return None
    return folded(path.removeprefix(inside).replace(os.sep, "/"))


def _lines(blobs: list[str]) -> bytes:
    return "".join(f"{one}\n" for one in blobs).encode()


def _blob(content: bytes, digits: int) -> str:
    """What git calls some content (gitformat-pack): a digest of it behind its type and size."""
    kind = "sha1" if digits == hashlib.sha1(usedforsecurity=False).digest_size * 2 else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(content) + content).hexdigest()


def _blobs(repository: Repository, base: str, name: str) -> set[str]:
    """What git calls the content of the YAML files of a version, or of those with a name."""
    told = repository.ask("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", base)
    found = set()
    for line in filter(None, told.split(b"\0")):
        head, _, path = line.partition(b"\t")
        if os.fsdecode(path).rpartition("/")[2] == name or not name:
            found.add(head.split()[2].decode())
    return found
