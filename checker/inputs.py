"""Which files a run is about: files, folders and standard input, read safely."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.document.opening import Unreadable, read_bytes
from checker.document.reader import read_document, too_large_document
from checker.files import LEADS_OUT, REASONS, relative_name, shown_name
from checker.guard import in_name
from checker.links import real_path
from checker.resources import folder as rules_folder
from checker.result import Refused
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from checker.document.model import Document

DEFAULT_FOLDER = "reports_yaml"
ENDINGS = (".yaml", ".yml")
OURS = frozenset({"kvalitetskoll.yaml", "undantag.yaml"})
STDIN = "-"
UNLISTED = "mappen går inte att läsa."


@dataclass(frozen=True, slots=True)
class Stdin:
    """What standard input held, and the name that was given for it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Input:
    """The content of a file, and where it came from.

    Attributes:
        given: the file's name as it was given.
        content: None for what is larger than a report may be.
        path: of its file; ``-`` for standard input.
        is_named: the file itself was named, not a folder that holds it.
    """

    given: str
    content: bytes | None = field(repr=False)
    path: str
    is_named: bool

    @property
    def name(self) -> str:
        """The file's name as it is shown."""
        return shown(self.given, LONG)

    def document(self) -> Document:
        """The file as read; what its name tells is a fault of it, and not shown again."""
        if self.content is None:
            read = too_large_document(self.name)
        else:
            read = read_document(self.content, self.name)
        return replace(read, faults=(*read.faults, *in_name(self.given)))


def collect(
    paths: Iterable[str],
    stdin: Stdin | None = None,
    seen: set[str] | None = None,
    own_rules: str = "",
) -> Iterator[Input | Refused]:
    """The files that paths name, each once, folders in the order of their names.

    Args:
        paths: files and folders; ``-`` for ``stdin``.
        stdin: what standard input held.
        seen: the real paths of the files that have been read; it grows.
        own_rules: a folder that holds rules of the ruleset and no reports.
    """
    seen = set() if seen is None else seen
    for path in paths:
        if not path or "\0" in path:
            yield Refused(shown(path) or "''", REASONS["missing"])
            continue
        for file in (path,) if path == STDIN and stdin else _files(path, own_rules):
            real = STDIN if file == STDIN else real_path(str(file))
            if real in seen:
                continue
            seen.add(real)
            if isinstance(file, Refused):
                yield file
                continue
            if file == STDIN and stdin:
                yield Input(stdin.name, stdin.content, STDIN, is_named=True)
            else:
                yield _read(file, is_named=file == path)


def files_of(paths: Iterable[str]) -> set[str]:
    """The real paths of all files that paths name: what a run reads, and must never write."""
    named = (path for path in paths if path and "\0" not in path)
    found = (file for path in named for file in _files(path))
    return {real_path(file) for file in found if isinstance(file, str)}


def folders_of(paths: Iterable[str], own_rules: str = "") -> Iterator[str]:
    """The folders that paths name, and those below them where reports are looked for."""
    for path in paths:
        if path and "\0" not in path and os.path.isdir(path):  # noqa: PTH112 - long names
            for folder, _ in _walk(path, own_rules, []):
                yield folder


def _files(path: str, own_rules: str = "") -> Iterator[str | Refused]:
    """The files below a path; a folder that cannot be listed is told, never passed over."""
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        yield path
        return
    root = real_path(path)
    unlisted: list[OSError] = []
    for folder, names in _walk(path, own_rules, unlisted):
        for name in sorted(names):
            file = os.path.join(folder, name)  # noqa: PTH118 - the name as it was given
            if not name.endswith(ENDINGS) or name in OURS:
                continue
            if Path(real_path(file)).is_relative_to(root):
                yield file
            else:
                yield Refused(shown_name(file), LEADS_OUT)
    for error in unlisted:
        yield Refused(shown_name(str(error.filename)), UNLISTED)


def _walk(path: str, own_rules: str, unlisted: list[OSError]) -> Iterator[tuple[str, list[str]]]:
    """A folder and those below it, each with the names of its files."""
    left_out = {_mark(str(one)) for one in (rules_folder("rules"), own_rules) if one}
    for folder, folders, names in os.walk(path, onerror=unlisted.append, followlinks=False):
        folders[:] = sorted(name for name in folders if _is_listed(folder, name, left_out))
        yield folder, names


def _is_listed(parent: str, name: str, left_out: Container[tuple[int, int]]) -> bool:
    """Dot-folders and folders of rules hold no reports."""
    whole = os.path.join(parent, name)  # noqa: PTH118 - as above
    return not name.startswith(".") and _mark(whole) not in left_out


def _mark(folder: str) -> tuple[int, int]:
    """What tells a folder from every other, by whatever links it is reached; zeros for none.

    To follow the links of a name instead takes longer the deeper it lies.
    """
    try:
        found = os.stat(folder)  # noqa: PTH116 - long names
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _read(file: str, *, is_named: bool) -> Input | Refused:
    name = relative_name(file)
    try:
        return Input(name, read_bytes(file), file, is_named)
    except Unreadable as problem:
        # Too large is what the file is: a finding. The rest is a name that cannot be used.
        if problem.code == "too-large":
            return Input(name, None, file, is_named)
        return Refused(shown_name(file), REASONS[problem.code])
