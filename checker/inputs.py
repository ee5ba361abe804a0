"""Which files a run is about: files, folders and standard input, read safely."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.document.opening import Unreadable, read_bytes
from checker.document.reader import read_document, too_large_document
from checker.result import Refused
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.document.model import Document
    from checker.document.opening import Reason

DEFAULT_FOLDER = "reports_yaml"
ENDINGS = (".yaml", ".yml")
OURS = frozenset({"kvalitetskoll.yaml", "undantag.yaml"})
STDIN = "-"


REASONS: dict[Reason, str] = {
    "missing": "filen finns inte.",
    "directory": "det är en mapp.",
    "not-a-file": "det är ingen vanlig fil.",
    "no-permission": "du har inte rätt att läsa filen.",
    "unreadable": "filen går inte att läsa.",
}


@dataclass(frozen=True, slots=True)
class Stdin:
    """What standard input held, and the name that it is shown by."""

    name: str
    content: bytes


def collect(paths: Iterable[str], stdin: Stdin | None = None) -> Iterator[Document | Refused]:
    """The documents that paths name, each file once, folders in the order of their names."""
    seen: set[str] = set()
    for path in paths:
        if path == STDIN and stdin is not None:
            yield read_document(stdin.content, stdin.name)
            continue
        for file in _files(Path(path)):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield _read(file)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    root = Path(os.path.realpath(path))
    for folder, folders, names in os.walk(path, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            inside = Path(os.path.realpath(file)).is_relative_to(root)
            if name.endswith(ENDINGS) and name not in OURS and inside:
                yield file


def _read(file: Path) -> Document | Refused:
    name = _shown_name(file)
    try:
        return read_document(read_bytes(file), name)
    except Unreadable as problem:
        # Too large is what the file is: a finding. The rest is a name that cannot be used.
        if problem.code == "too-large":
            return too_large_document(name)
        return Refused(name, REASONS[problem.code])


def _shown_name(file: Path) -> str:
    """Relative to the working folder where it lies below it, with forward slashes."""
    with suppress(ValueError):
        file = file.resolve().relative_to(Path.cwd().resolve())
    return shown(file.as_posix(), LONG)
