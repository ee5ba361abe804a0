"""How CI systems and terminals read a log: what they would obey, found in any text of ours.

Written from how their own readers work, each named where it is followed; nothing is copied.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Unicode, DerivedCoreProperties.txt: Default_Ignorable_Code_Point, those that are no such category.
UNDRAWN = {
    *"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0",
    *map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
}
# rich's "bold red", "bold yellow" and so on, of sixteen colours; "default", and the end of each.
PALETTE = {"0", "1", "2", "39", "1;31", "1;32", "1;33", "1;35", "1;36"}
SGR = re.compile(r"\x1b\[([\d;]*)m")

# actions/runner, ActionCommandManager.cs: the commands that it registers.
GITHUB = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "echo", "stop-commands"),
    *("add-mask", "add-matcher", "remove-matcher", "add-path", "set-env", "set-output"),
    *("save-state", "internal-set-repo-path"),
}


@dataclass(frozen=True)
class Command:
    """What a system would do."""

    system: str
    name: str
    properties: dict[str, str]
    data: str


def lines(text: str) -> list[str]:
    """As .NET's StreamReader.ReadLine parts them: a lone carriage return ends a line, too."""
    return re.split(r"\r\n|\r|\n", text)


def commands(text: str) -> list[Command]:
    """Everything in a text that some system would take for a command, in its order."""
    return [one for line in lines(text) for one in _of_line(line)] + list(_gitlab(text))


def _of_line(line: str) -> Iterator[Command]:
    # IndexOf and StartsWith of .NET compare as a language does: what is not drawn is passed over.
    line = "".join(mark for mark in line if mark not in UNDRAWN and not _is_format(mark))
    for one in (_github(line) or _github_of_old(line), _azure(line), _teamcity(line)):
        if one:
            yield one


def _is_format(mark: str) -> bool:
    return unicodedata.category(mark) in {"Cf", "Cc"} and mark not in "\t\n\r"


def _github(line: str) -> Command | None:
    """ActionCommand.TryParseV2 of actions/runner: ``::name key=value,key=value::data``."""
    line = line.lstrip()
    if not line.startswith("::"):
        return None
    info, sign, data = line[2:].partition("::")
    name, _, listed = info.partition(" ")
    if not sign or name.lower() not in GITHUB:
        return None
    pairs = (one.split("=", 1) for one in listed.strip().split(",") if one)
    properties = {
        one[0]: _read(one[1], {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"})
        for one in pairs
        if len(one) == 2 and all(one)
    }
    return Command("github", name, properties, _read(data, {"%0D": "\r", "%0A": "\n", "%25": "%"}))


def _github_of_old(line: str) -> Command | None:
    """ActionCommand.TryParse of actions/runner: ``##[name key=value;]data``, anywhere in a line."""
    found = re.search(r"##\[([^\]]*)\](.*)", line)
    name, _, listed = found[1].partition(" ") if found else ("", "", "")
    # Azure Pipelines draws ##[section] and the like, whatever the word.
    return Command("##[", name, _semicolons(listed, {}), found[2]) if found else None


def _azure(line: str) -> Command | None:
    """Command.TryParse of microsoft/azure-pipelines-agent, ``##vso[area.event key=value;]data``.

    Escapes as CommandStringConvertor.Unescape there reads them, DECODE_PERCENTS being on.
    """
    start = line.find("##vso[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, listed = line[start + 6 : end].partition(" ")
    if len([one for one in name.split(".") if one]) != 2:
        return None
    escapes = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%AZP25": "%"}
    return Command("azure", name, _semicolons(listed, escapes), _read(line[end + 1 :], escapes))


def _semicolons(listed: str, escapes: dict[str, str]) -> dict[str, str]:
    pairs = (one.split("=", 1) for one in listed.split(";") if one)
    return {one[0]: _read(one[1], escapes) for one in pairs if len(one) == 2 and all(one)}


def _teamcity(line: str) -> Command | None:
    """jetbrains.com/help/teamcity/service-messages.html: ``##teamcity[name ...]``."""
    found = re.search(r"##teamcity\[(\w*)", line)
    return Command("teamcity", found[1], {}, "") if found else None


def _gitlab(text: str) -> Iterator[Command]:
    """build_trace_section_regex of GitLab's lib/gitlab/regex.rb; older viewers want no ESC."""
    for found in re.finditer(r"section_(start|end):(\d+):([a-zA-Z0-9_.-]+)", text):
        yield Command("gitlab", found[1], {}, found[3])


def _read(text: str, escapes: dict[str, str]) -> str:
    """In the order of the reader: the percent sign comes last."""
    for written, meant in escapes.items():
        text = text.replace(written, meant)
    return text


def openings(text: str) -> list[str]:
    """The lines that begin or hold what a command begins with, whether or not it is one."""
    return [
        line
        for line in lines(text)
        if line.lstrip().startswith("::") or re.search(r"##(\[|vso|teamcity)", line)
    ]


def steering(text: str, *, coloured: bool = False) -> list[str]:
    """What steers a terminal or hides from the eye, by its code; our own colours are let through.

    ECMA-48 (escape, C0, C1), Unicode's bidirectional and format characters, lone surrogates.
    """
    if coloured:
        text = SGR.sub(lambda found: "" if found[1] in PALETTE else found[0], text)
    found = {mark for mark in text if unicodedata.category(mark) in HIDDEN or mark in UNDRAWN}
    return sorted(f"{ord(mark):04x}" for mark in found - {"\n"})
