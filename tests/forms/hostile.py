"""What a stranger may write in any place of a report, in hope that somebody obeys it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

REPORT = Path(__file__).parent / "report"
YEAR = "kvalitetsrapport-2025.yaml"

WORDS = {
    "a GitHub command": "::error::x",
    "a GitHub command with properties": "::add-mask file=a,line=1::x",
    "a GitHub command after white": " \u00a0\u2003::stop-commands::x",
    "a GitHub command after a return": "a\r::set-env name=A::x",
    "a GitHub command after a line feed": "a\n::add-path::x",
    "a GitHub command after a next line": "a\x85::add-path::x\u2028::add-path::x",
    "a GitHub command after nothing that is drawn": "\u200b\ufeff::error::x",
    "a GitHub command with an accent of no width": ":\ufe0f:error::x",
    "a GitHub command escaped": "%0A::error::x%0D",
    "half a GitHub command": ":error::x",
    "colons": ":",
    "many colons": ":::::::::error::::x",
    "an old GitHub command": "##[add-mask]x",
    "an old GitHub command with a soft hyphen": "#\u00ad#[error]x",
    "half an old GitHub command": "#[error]x",
    "a hash": "#",
    "an Azure command": "##vso[task.setvariable variable=a;]b",
    "the end of an Azure command": "x;type=error;]b##vso[task.complete result=Failed;]",
    "half an Azure command": "#vso[task.complete]x",
    "an Azure section": "##[section]Starting: a",
    "a TeamCity message": "##teamcity[buildStop comment='a']",
    "a GitLab section": "section_start:12:a\r\x1b[0K",
    "a GitLab section without escapes": "section_end:12:a[collapsed=true]",
    "the end of a property": "a,line=99,title=b::c",
    "colours": "\x1b[31mröd\x1b[0m\x9b1m",
    "a hyperlink": "\x1b]8;;http://a.se\x07a\x1b]8;;\x1b\\",
    "a cleared screen": "\x1b[2J\x1b[H\x08\x08\x07\x00",
    "bidi": "\u202egod\u202c\u2066\u2069\u200f\u061c",
    "nothing that is drawn": "a\u200b\u200d\u2060\u00ad\ufeff\u034f\u115f\u3164\U000e0101",
    "private and unassigned": "\ue000\uffff\U0010ffff\U000e0041",
    "tabs and feeds": "a\tb\x0bc\x0cd",
    "rich markup": "[/][bold]fet[/bold][link=file:///etc/passwd]a[/link]",
    "an emoji in words": ":smile: :warning:",
    "HTML": "<script>alert(1)</script>&lt;</td>",
    "Markdown": "`a` [a](http://a.se) ![a](b) | # @anna",
    "a formula": "=cmd|' /C calc'!A0",
    "braces": "{vad} {0} {vad.__class__} %s %(a)s",
    "quotes": "'\"”\\",
    "long": "##::" * 100,
}


def quoted(text: str) -> str:
    """A text as YAML in double quotes."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(mark: str) -> str:
    if mark in '"\\':
        return f"\\{mark}"
    return mark if mark.isprintable() else f"\\U{ord(mark):08x}"


def plant(folder: Path, text: str) -> None:
    """Writes the made-up report into a folder with a text in every place that takes one.

    Args:
        folder: where; the report's own file is named by the text, too.
        text: what.
    """
    name = file_name(text)
    for file in REPORT.rglob("*.yaml"):
        content = file.read_text(encoding="utf-8")
        is_report = file.name.startswith("kvalitetsrapport")
        for old, new in _places(text if is_report else _readable(text), name).items():
            content = content.replace(old, new)
        place = folder / file.relative_to(REPORT)
        place = place.with_name(name) if file.name == YEAR else place
        place.parent.mkdir(exist_ok=True)
        place.write_text(content, encoding="utf-8")


def _places(text: str, name: str) -> dict[str, str]:
    """What is replaced, and by what."""
    value = quoted(text)
    told = text.replace("{", "(")  # a message may ask for nothing but what its check gives
    return {
        "Kvalitetsrapport 2025": value,
        "kommun: Exempelkommun": f"kommun: {value}",
        "nämnd: Socialnämnden": f"nämnd: {value}",
        "text: Arbetet följer": f"text: {quoted(text + ' Arbetet följer')} #",
        "{personal.enkät}": f"{{{_plain(text)}}}",
        "risk: Besök uteblir under semestern": f"risk: {value}",
        "  granskning:": f"  {value}:",
        "Tillgänglighet:": f"{value}:",
        "Brist i dokumentation:": f"{quoted(text + 'a')}:",
        "Avslutad: många": f"{value}: {quoted(text + '1')}",
        "nr: 2025-1": f"nr: {value}",
        "effekt: okänd": f"effekt: {value}",
        "förändring: +10": f"förändring: {value}",
        "andel: 29 av 44 (65 %)": f"andel: {quoted('29 av 44 (65 %) ' + text)}",
        "gäller: Besvarade inom tio dagar": f"gäller: {value}",
        "läge: pågår": f"läge: {value}  # {_plain(text)}",
        "anmäld: nej": f"anmäld: nej\n        {value}: {value}",
        f"rapport: {YEAR}": f"rapport: {quoted(_readable(name))}",
        "beslutat_av: verksamhetschef": f"beslutat_av: {quoted('a' + text)}",
        "skäl: Systemet räknar två": f"skäl: {quoted(text + ' räknar två')} #",
        "reason: Nämnden har": f"reason: {quoted(text + ' har')} #",
        "title: Risken har ingen ansvarig": f"title: {quoted(text + ' har ingen')}",
        "why: Kommunens": f"why: {quoted(text + ' mall')} #",
        "fix: Skriv vilken": f"fix: {quoted(text + ' vilken')} #",
        '"**.riskanalys.risker[*]"': '"**.lex_sarah.ärenden[*]"',  # which are called by their nr
        "all_of: [ansvarig]": "all_of: [orsaker]",
        # A value beside a value, and between our own marks: together they may be a command.
        "message: Risken {vad}": f"message: {quoted(told + '{vad}{vad}:{vad}#{vad}')} #",
        "name: ingen roll": f"name: {quoted(text + ' roll')}",
    }


def _readable(text: str) -> str:
    """What a file of ours may hold: one with control characters is not read."""
    refused = {"Cc", "Cn", "Zl", "Zp"}
    return "".join(
        mark for mark in text if unicodedata.category(mark) not in refused and mark != "\ufeff"
    )


def file_name(text: str) -> str:
    """A text as the name of a file, as far as one may be."""
    return text.replace("/", "-").replace("\0", "")[:80] + ".yaml"


def _plain(text: str) -> str:
    """A text where YAML reads to the end of the line."""
    return "".join(mark if mark.isprintable() else " " for mark in text).replace(" #", "#")
