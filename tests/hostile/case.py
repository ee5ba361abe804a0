"""A hostile input: what lies in a folder, what is asked, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from tests.command.conftest import CLEAN

if TYPE_CHECKING:
    from pathlib import Path

Content: TypeAlias = str | bytes | Callable[[], str | bytes]
NAME = "rapport.yaml"


@dataclass(frozen=True)
class Case:
    """A hostile input.

    Attributes:
        name: what it is.
        code: the exit code.
        content: of the report; made when it is needed, for some are large.
        files: other files, by name.
        put: makes what is no plain file.
        file: the name of the report.
        paths: what is named; default the report.
        heavy: run in a process of its own, with its memory measured.
        refused: it is not judged, and must be cheap.
        told: what the text form says of it, somewhere.
    """

    name: str
    code: int = 1
    content: Content | None = None
    files: Mapping[str, Content] = field(default_factory=dict)
    put: Callable[[Path], None] | None = None
    file: str = NAME
    paths: tuple[str, ...] = ()
    heavy: bool = False
    refused: bool = True
    told: str = ""

    def build(self, folder: Path) -> list[str]:
        """Makes the files; gives the paths to name."""
        contents: dict[str, Content] = dict(self.files)
        if self.content is not None:
            contents[self.file] = self.content
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(content))
        if self.put:
            self.put(folder)
        return list(self.paths or (self.file,))


def _bytes(content: Content) -> bytes:
    made = content() if callable(content) else content
    return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made


def after(extra: str) -> str:
    """A report in order, and something after it."""
    return CLEAN + extra


def instead(old: str, new: str) -> str:
    """A report in order but for one place."""
    if old not in CLEAN:
        raise ValueError(old)
    return CLEAN.replace(old, new, 1)
