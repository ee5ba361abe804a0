"""The escapes of YAML's double quotes, as the characters that they stand for."""

from __future__ import annotations

import re
from typing import Final

# The last is the sign that a text goes on in the next line.
ESCAPE: Final = re.compile(
    r"\\(?:x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})"
    r"|(?P<letter>[0abefvtnrNLP_ ])|\n[ \t]*)"
)
_LETTERS: Final = {"t": " ", "n": "\n", "r": "\n", "N": "\n", "L": "\n", "P": "\n", "_": " "}


def meant(escape: re.Match[str]) -> str:
    """The character that an escape stands for, or nothing."""
    code = escape["two"] or escape["four"] or escape["eight"]
    if not code:
        return _LETTERS.get(escape["letter"] or "", "")
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else ""  # noqa: PLR2004 - Unicode's end
