"""Pieces of text that have broken out of terminals, CI systems, markup, YAML or spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

STEERING: Final = (  # terminals: ECMA-48 control sequences, OSC 8 links, bidi (UAX 9)
    *("\x1b[31m", "\x1b]8;;http://a.example\x07länk", "\x1b]0;x\x07", "\x1b[2J", "\x9b1m", "\x90"),
    *("\x00", "\x07", "\x08", "\x0b", "\x0c", "\x7f", "\x85", "\r", "\r\n", "\t"),
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\u2028", "\u2029", "\ufeff", "\u00ad"),
    *(
        "\ue000",
        "\uffff",
        "\U000e0041",
        "\U0001f600",
        "a\u0300\u0301",
        "\u0130",
        "ﬁ",
        "Å",
        "A\u030a",
    ),
)
COMMANDS: Final = (  # workflow and logging commands of GitHub, Azure Pipelines, GitLab, TeamCity
    *("::error::x", "::error file=a,line=1::x", "::set-output name=a::b", "::add-mask::a"),
    *("::stop-commands::x", "::", ":", "##[error]x", "##[group]x", "##", "#", "%0A::error::x"),
    *("##vso[task.setvariable variable=a]b", "##vso[task.complete result=Failed]", "##VSO[x]y"),
    *("section_start:1:a[collapsed=true]", "##teamcity[x]", "%25", "%0D%0A", ",line=2", "%AZP25"),
)
MARKUP: Final = (  # rich, HTML, XML, Markdown, spreadsheet formulas
    *("[link=file:///etc/passwd]x[/link]", "[/]", "[bold]", "[red]x", ":smile:", "\\[x]"),
    *("<script>alert(1)</script>", "</td></table>", "<!--", "-->", '" onclick="x', "' x='"),
    *("<img src=x onerror=y>", "</style>", "&lt;", "&amp", "&", "&#x1b;", "<![CDATA[", "]]>", "<?"),
    *("|", "`", "```", "[a](javascript:b)", "![a](http://a.example)", "\\", "@anna", "#12", "<b>"),
    *(
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@A1",
        "\uff1d1",
        ";",
        '"',
        "'",
        "~~",
        "$x$",
        "# a",
    ),
    *("{{x}}", "{0}", "{antal.__class__}", "%s", "%(x)s", "${x}", "$(x)", "https://a.example"),
)
YAML: Final = (  # YAML 1.2, and what 1.1 made of plain scalars
    *(
        "- ",
        "-",
        "? ",
        "?",
        ": ",
        ":",
        "<<: ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
        "|",
        ">",
        "|2-",
        ">+",
    ),
    *(
        "&a ",
        "*a",
        "&a [*a]",
        "!t ",
        "!!str ",
        "!!python/object:a ",
        "!!binary x",
        "!",
        "# c",
        " #c",
    ),
    *("@", "`", "%", "%YAML 1.1\n", "%TAG ! a\n", "---\n", "...\n", "\n", "\n\n", "\n  ", "\n    "),
    *('"', "'", '"\\u0007"', '"\\ud800"', '"\\U00110000"', '"a\\\nb"', "''", '""', "~", "null"),
    *("true", "no", "on", "1_000", "0x1f", "0o17", "1e400", ".inf", "-.nan", "12:30:45", "1" * 25),
    *("2024-02-30", "2024-01-01T00:00:00Z", "=", "\t", "key: value\n", "- item\n", "x" * 300),
)
ALL: Final = (*STEERING, *COMMANDS, *MARKUP, *YAML)


def hostile(random: Random) -> str:
    """A few pieces after each other, with ordinary text between them."""
    pieces = [random.choice(ALL) for _ in range(random.randint(1, 3))]
    return random.choice(("", " ", "a", "ö ")).join(pieces)
