"""What the forms for machines share: files by path, the worst findings first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from os import fsencode
from typing import TYPE_CHECKING
from urllib.parse import quote

from checker.privacy import mask
from checker.privacy.masking import HIDDEN
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Finding
    from checker.result import Result, Waived

_DRIVE = re.compile(r"[A-Za-z]:/")


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding and the file that it is about.

    Attributes:
        path: of the file, from the working folder; empty where there is none.
        judged: False where the file could not be read as a report.
        waived: what excuses the finding; None for nothing.
    """

    finding: Finding
    path: str
    judged: bool = True
    waived: Waived | None = None

    @property
    def sort_key(self) -> tuple[bool, bool, int, tuple[str, int, int, str]]:
        """The worst first; to-dos after what is wrong, what is excused last."""
        finding = self.finding
        return self.waived is not None, finding.todo, finding.severity.rank, finding.sort_key


def worst_first(result: Result) -> list[Placed]:
    """Every finding of a run, those too that are excused."""
    return sorted(_placed(result), key=lambda one: one.sort_key)


def paths(result: Result) -> dict[str, str]:
    """The path of each file that was judged, by the name that it is shown with."""
    known = {one.file: one.path for one in result.settings}
    known |= {one.file: one.path for one in result.reports}
    return {name: path for name, path in known.items() if path}


def plain_path(name: str, path: str) -> str:
    """A file's own path where it can be written out as it is, else the name that it is shown with.

    Args:
        name: as it is shown.
        path: empty where it is not known.
    """
    return path if path and shown(path, len(path)) == path else name


def address(name: str, path: str) -> str:
    """The file as a URI (RFC 3986, RFC 8089), made of the bytes of its path.

    What is relative stays so. A name with a personal identity number is written as it is shown.

    Args:
        name: as it is shown.
        path: empty where it is not known.
    """
    raw = fsencode(path)
    if not path or HIDDEN in shown(path, len(path)):
        path, raw = name, name.encode("utf-8", "backslashreplace")
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_encoded(raw[2:])}"
    return f"file:///{_encoded(raw.lstrip(b'/'))}" if path.startswith("/") else _encoded(raw)


def _encoded(raw: bytes) -> str:
    uri = quote(raw)
    if mask(uri) == uri:
        return uri
    # The figures of an escape made a number of those that follow it.
    return "".join(f"%{one:02X}" if chr(one).isdecimal() else quote(bytes([one])) for one in raw)


def _placed(result: Result) -> Iterator[Placed]:
    for report in result.reports:
        for finding in report.findings:
            yield Placed(finding, report.path, report.judged)
        for waived in report.waived:
            yield Placed(waived.finding, report.path, waived=waived)
    for settings in result.settings:
        for finding in settings.findings:
            yield Placed(finding, settings.path)
