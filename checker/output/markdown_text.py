"""Foreign text in Markdown: drawn as it is by GitHub, GitLab and Azure DevOps, never as markup."""

from __future__ import annotations

import re

# A backslash takes from a sign what CommonMark, or GFM, would read into it (CommonMark 0.31, 2.4).
_MARKS = re.compile(r"[\\`*_\[\]<>|~$&!{}^]|%(?=[\w\"])|(?<=[wW]{3})\.")
_START = re.compile(r"^(?:[-+=#/:]|\d+(?=[.)]))")  # a list, a line, a heading, a quick action
# What the pages themselves look for once the backslashes are gone; only a blank keeps that apart.
_PARTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"@(?=\S)",  # @name calls a person; a@b.se becomes a link
        r"#(?=[\w\"])",  # #3 links an issue
        r"\bGH-(?=\d)",  # the same on GitHub
        r":(?=//)",  # https:// becomes a link, on GitLab whatever stands before it
        r":(?=(?!\d+:)[\w+-]+:|100:|1234:)",  # :tada: becomes a picture; 12:30:45 does not
        r"\[\w+:(?=\S)",  # [issue:3] links an issue on GitLab
        r"[\[{](?=[+-])",  # {-so-} is struck out on GitLab
    )
)


def as_text(text: str) -> str:
    """A text that Markdown draws as it is: no markup, no link, no call to a person.

    A commit's number cannot be told from a figure: GitHub links one that is in the repository.

    Args:
        text: one line, masked and fit to be shown.
    """
    for pattern in _PARTED:
        text = pattern.sub(r"\g<0> ", text)
    return _START.sub(_at_start, _MARKS.sub(r"\\\g<0>", text.strip()))


def _at_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def row(cells: list[str]) -> str:
    """A row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"
