"""What is known of the terminal, and writing to it: width, colour, signs, hints on stderr."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

from checker.output.lines import ASCII, PLAIN_WIDTH, UNICODE, Signs
from checker.output.paint import paint

if TYPE_CHECKING:
    from checker.cli.arguments import Look
    from checker.output.lines import Line

WIDEST = 120  # longer lines are hard to read


def width() -> int:
    """How wide text may be."""
    columns = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return min(columns, WIDEST)


def signs(look: Look) -> Signs:
    """The signs to draw with; simple ones also where the terminal cannot encode the others."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        "│⋮━›…•".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return ASCII if look.ascii else UNICODE


def show(lines: list[Line], look: Look) -> None:
    """Writes lines to standard output, in colour where that is wanted and seen."""
    paint(lines, sys.stdout, colour=_colour(look))


def put(content: str) -> None:
    """Writes what is meant for a file to standard output, byte for byte, in UTF-8."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # put in the place of a closed or borrowed standard output
        sys.stdout.write(content)
        return
    sys.stdout.flush()
    stream.write(content.encode())


def say(sentence: str, prefix: str = "kvalitetskoll: ") -> None:
    """Writes a hint to standard error; that nobody can read it is no reason to fail."""
    with contextlib.suppress(OSError):
        print(f"{prefix}{sentence}", file=sys.stderr, flush=True)  # noqa: T201 - the one place


def _colour(look: Look) -> bool:
    if look.color != "auto":
        return look.color == "always"
    silenced = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not silenced
