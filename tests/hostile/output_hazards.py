"""Hostile text: what would steer a terminal, a CI system, a page or a spreadsheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.command.conftest import CLEAN
from tests.hostile.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

# The word tells what came from here: no output may hold it right after a sign that steers.
PWNED = "pwned"
TEXTS = {
    "a colour": f"\x1b[31m{PWNED}\x1b[0m",
    "a cleared screen": f"\x1b[2J\x1b[H{PWNED}",
    "a title": f"\x1b]0;{PWNED}\x07",
    "a link of a terminal": f"\x1b]8;;http://x\x1b\\{PWNED}",
    "a clipboard": f"\x1b]52;c;{PWNED}\x07",
    "an eight-bit escape": f"\x9b31m{PWNED}\x9d0;{PWNED}\x9c",
    "backspaces": f"ok\b\b{PWNED}\x7f",
    "a line feed": f"a\n::error::{PWNED}",
    "a carriage return": f"a\r::error::{PWNED}",
    "separators": f"a\u2028::{PWNED}::\u2029::{PWNED}::\x85::{PWNED}::",
    "an override": f"\u202e{PWNED}\u202c\u2066{PWNED}\u2069",
    "marks of direction": f"\u200e\u200f\u061c{PWNED}",
    "zero width": f"pw\u200bn\u200ced\ufeff\u2060{PWNED}",
    "tags of Unicode": f"{PWNED}\U000e0041\U000e007f",
    "private and unassigned": f"\ue000\U0010ffff\u0378{PWNED}",
    "a command to GitHub": f"::{PWNED}::hej",
    "a command with properties": f"::{PWNED} file=a,line=1::hej",
    "an old command": f"##[{PWNED}]hej",
    "a command to Azure": f"##vso[{PWNED}.setvariable variable=a]b",
    "commands in pieces": f":::{PWNED}::: ###[{PWNED}]",
    "a token of a step": f"::stop-commands::{PWNED}",
    "markup of rich": f"[/][bold]{PWNED}[/bold] :smile: [link=file:///etc/passwd]{PWNED}[/link]",
    "a script": f"<script>{PWNED}(1)</script>",
    "an attribute": f"\" onmouseover='{PWNED}(1)' x=\"",
    "a style": f"</style><style>*{{background:url(//x/{PWNED})}}",
    "an entity": f"&lt;{PWNED}&gt;&#0;&{PWNED};",
    "CDATA": f"]]><{PWNED}>",
    "a formula": f'=HYPERLINK("http://x","{PWNED}")',
    "a formula with a call": f"@SUM({PWNED})|' /C calc'!A0",
    "Markdown": f"[{PWNED}](javascript:alert(1)) | `x` | ![x](http://x) | @{PWNED} #1",
    "a table of Markdown": f"| {PWNED} |\\n|---|",
    "percent signs": f"%0A::error::{PWNED}%25%s%n%(x)s",
    "a template": f"{{{{{PWNED}}}}} ${{{{ github.token }}}} {{0.__class__}} {{x!r}}",
    "a shell": f"$(id) `id` ; rm -rf / # {PWNED}",
    "a path": f"../../../../etc/passwd\\..\\{PWNED}",
    "an address": f"http://127.0.0.1:9/{PWNED}",
    "quotes": f"'\"`´‘’“”\\{PWNED}",
    "emoji and marks": f"👩‍👩‍👧‍👦 Z̸̛͎͚a̷l̵g̴o̶ {PWNED}",
    "a long word": PWNED * 2_000,
}
# A name of a file can hold none of these two.
UNNAMEABLE = str.maketrans({"/": "∕", "\0": "0"})
LONGEST_NAME = 120


def cases() -> Iterator[Case]:
    """Each text in the values and keys of a report, and in the name of its file."""
    for name, text in TEXTS.items():
        yield Case(f"{name} in values and keys", content=_everywhere(text), refused=False)
        file = f"{text.translate(UNNAMEABLE)[: LONGEST_NAME // 2]}.yaml"
        yield Case(f"{name} in the name", 0, CLEAN, file=f"./{file}", refused=False)
        yield Case(f"{name} in the name of nothing", 2, paths=(f"./borta {file}",))
    dashes = ("-", "--", "--help.yaml", "-rf.yaml", "--output=json=x.yaml", "--debug.yaml")
    for file in dashes[2:]:
        yield Case(f"a file called {file}", 0, CLEAN, file=f"./{file}", refused=False)
        yield Case(f"{file} after dashes", 0, CLEAN, file=file, paths=("--", file), refused=False)
    yield Case("a name of a home", 2, paths=("~/rapport.yaml",))
    yield Case("a name with a NUL", 2, paths=("rap\0port.yaml",))
    yield Case("an empty name", 2, paths=("",))
    yield Case("an address as a name", 2, paths=("http://127.0.0.1:9/rapport.yaml",))
    yield Case("a name of 5,000 letters", 2, paths=("a" * 5_000 + ".yaml",))
    yield Case("a name that is no text", 2, paths=("rapport\udcff.yaml",))


def _everywhere(text: str) -> str:
    """As values, names, keys, wrong values and a repeated key; JSON's escapes are YAML's."""
    quoted = json.dumps(text)
    report = CLEAN.replace("Exempelkommun", quoted).replace("Kvalitetsrapport 2025", quoted)
    report = report.replace("Brist i dokumentation", quoted).replace(
        "läge: genomförd", f"läge: {quoted}"
    )
    report = report.replace("totalt: 40", f"totalt: {quoted}")
    return f"{report}{quoted}: 1\n{quoted}: 2\navsnitt:\n  - rubrik: {quoted}\n    {quoted}: x\n"
