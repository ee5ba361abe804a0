"""Directives (``%YAML``, ``%TAG``) are ours to judge: the parsers would change their ways by them.

``%YAML 1.1`` turns no into false and 12:30 into a number in some libraries, many ``%TAG`` lines
cost quadratic time, and ``%YAML 1.3`` makes one parser fail without a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checker.document.model import Fault, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIRECTIVE: Final = re.compile(r"%[A-Za-z]+(?:[ \t]|$)")
_YAML_1_2: Final = re.compile(r"%YAML[ \t]+1\.2[ \t]*(?:[ \t]#.*)?$")
_DOCUMENT_START: Final = re.compile(r"---(?:\s|$)")


def without_directives(lines: Sequence[str]) -> tuple[list[str] | None, list[Fault]]:
    """The lines with directives blanked out, or None if there are none; and what is refused."""
    found: list[int] = []
    after = ""
    for index, line in enumerate(lines):
        if _DIRECTIVE.match(line):
            found.append(index)
        elif line.strip() and not line.lstrip().startswith("#"):
            after = line
            break
    if not found:
        return None, []
    read = list(lines)
    faults = []
    for index in found:
        written = lines[index].rstrip()
        read[index] = ""
        is_first = index == found[0]
        if not (is_first and _YAML_1_2.match(written) and _DOCUMENT_START.match(after)):
            faults.append(Fault("directive", Span(index + 1, 1, index + 1, len(written) + 1)))
    return read, faults
