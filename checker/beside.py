"""The files that lie beside those that are judged, to compare with: never judged or told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.document.opening import Unreadable, read_bytes
from checker.inputs import ENDINGS, OURS
from checker.links import real_path
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Board:
    """A board of a kommun, under each of its names, in the form in which names are compared."""

    kommun: str
    names: frozenset[str]

    def is_named_in(self, text: str) -> bool:
        """Whether a text, in that form, can be of a report of the board."""
        return self.kommun in text and any(name in text for name in self.names)


def beside(boards: Mapping[str, Iterable[Board]], seen: set[str]) -> Iterator[tuple[str, bytes]]:
    """The other YAML files of folders that may be reports of the same boards: path and content.

    Args:
        boards: by folder, those that are reported on by what is judged there.
        seen: the real paths of the files that have been read; it grows.
    """
    for folder, named in boards.items():
        for file in files_in(folder):
            real = real_path(file)
            if real in seen or not Path(real).is_relative_to(real_path(folder or ".")):
                continue
            seen.add(real)
            try:
                content = read_bytes(file)
            except Unreadable:
                continue
            # Reading YAML is what costs: a report names its kommun and its board in the text.
            text = normal(content.decode("utf-8", "ignore"))
            if any(board.is_named_in(text) for board in named):
                yield file, content


def files_in(folder: str) -> list[str]:
    """The YAML files directly in a folder, in the order of their names."""
    try:
        names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - the name as it was given
    except OSError:
        return []
    return [
        os.path.join(folder, name)  # noqa: PTH118 - the name as it was given
        for name in names
        if name.endswith(ENDINGS) and name not in OURS and not name.startswith(".")
    ]
