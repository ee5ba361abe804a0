"""A case: the files, the options and the numbers planted in it; kept as JSON to be tried again."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from fuzz.numbers import FORMS, make

if TYPE_CHECKING:
    from random import Random

REPORT: Final = "rapport.yaml"


@dataclass(frozen=True, slots=True)
class Case:
    """What one execution is about.

    Attributes:
        kind: how it was made.
        files: by name; a lone report is read from standard input, several lie in a folder.
        in_folder: whether they do.
        words: a command line to be run in that folder; empty for a run without one.
        only: rules that the run is narrowed to.
        final: every report is read as finished.
        planted: the ten figures of each personal identity number that was put into the files.
    """

    kind: str
    files: tuple[tuple[str, bytes], ...]
    in_folder: bool = False
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    final: bool = False
    planted: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(len(content) for _, content in self.files)

    def kept(self) -> str:
        """The case as JSON."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        files = [[name, base64.b64encode(content).decode()] for name, content in self.files]
        return json.dumps({**fields, "files": files}, indent=1) + "\n"

    @classmethod
    def of(cls, kept: str) -> Case:
        """A case from its JSON."""
        data = json.loads(kept)
        files = tuple((name, base64.b64decode(content)) for name, content in data.pop("files"))
        data = {name: tuple(one) if isinstance(one, list) else one for name, one in data.items()}
        return cls(files=files, **data)


def of_report(content: bytes, kind: str = "report", name: str = REPORT) -> Case:
    """A lone report."""
    return Case(kind, ((name, content),))


def planted(case: Case, random: Random) -> Case:
    """The case with a personal identity number somewhere in one of its files, or in its name."""
    at = random.randrange(len(case.files))
    name, content = case.files[at]
    made = make(random)
    number = random.choice(list(FORMS.values()))(made)
    if random.random() < 0.1 and not case.in_folder:
        name = f"{number} {name}"
    else:
        content = _put(content, number.encode(), random)
    files = (*case.files[:at], (name, content), *case.files[at + 1 :])
    return replace(case, files=files, planted=(*case.planted, made.birth + made.last))


def _put(content: bytes, number: bytes, random: Random) -> bytes:
    """Where a person could have written it: as a value, an item, a key, a comment or in a text."""
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    start, colon, rest = lines[at].partition(b": ")
    margin = start[: len(start) - len(start.lstrip())]
    match random.choice(("value", "item", "key", "comment", "text", "lines")):
        case "value":
            lines[at] = start + (colon or b": ") + number
        case "item":
            lines.insert(at, margin + b"- " + number)
        case "key":
            lines.insert(at, margin + number + b": 1")
        case "comment":
            lines[at] += b" # kund " + number
        case "text":
            lines[at] += b" kund " + number + b" ringde"
        case "lines":
            lines[at] = (
                start + (colon or b": ") + b"|\n" + margin + b"    kund\n" + margin + b"    "
            )
            lines[at] += number + b"\n" + margin + b"    " + rest
    return b"\n".join(lines)
