"""The escapes of YAML's double quotes, as the characters that they stand for."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Place: TypeAlias = tuple[int, int]
"""Where a piece of a text begins and ends."""

# The escapes of double quotes, and the sign that a text goes on in the next line.
_ESCAPE: Final = re.compile(
    r"\\(?:x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})"
    r"|(?P<wrap>\n[ \t]*)|(?P<letter>[0abefvtnrNLP_ ]))"
)
_LETTERS: Final = {"t": " ", "n": "\n", "r": "\n", "N": "\n", "L": "\n", "P": "\n", "_": " "}


def has_escapes(text: str) -> bool:
    """Whether anything in a text may be an escape."""
    return "\\" in text and _ESCAPE.search(text) is not None


def resolved(text: str) -> tuple[str, list[Place]]:
    """The text with its escapes as the characters that they stand for, and where each stands."""
    marks: list[str] = []
    places: list[Place] = []
    done = 0
    for escape in _ESCAPE.finditer(text):
        marks += text[done : escape.start()]
        places += ((at, at + 1) for at in range(done, escape.start()))
        meant = _meant(escape)
        marks += meant
        places += [escape.span()] * len(meant)
        done = escape.end()
    marks += text[done:]
    places += ((at, at + 1) for at in range(done, len(text)))
    return "".join(marks), places


def _meant(escape: re.Match[str]) -> str:
    code = escape["two"] or escape["four"] or escape["eight"]
    if not code:
        return _LETTERS.get(escape["letter"] or "", "")
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else ""  # noqa: PLR2004 - Unicode's end
