"""Styled lines on a stream: plain, or in colour by way of rich."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, TextIO

from checker.output.lines import plain

if TYPE_CHECKING:
    from checker.output.lines import Line

THEME = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "todo": "bold magenta",
    "ok": "bold green",
    "dim": "dim",
    "bold": "bold",
    "source": "default",
}


def paint(lines: list[Line], stream: TextIO, *, colour: bool) -> None:
    """Writes the lines; rich is imported only where there is something to colour."""
    if not colour:
        stream.write(plain(lines))
        return
    from rich.console import Console
    from rich.text import Text

    # Only Text is printed: markup, emoji and highlighting would read commands out of a report.
    # Sixteen colours into memory: whether colour is wanted has been decided, and a closed pipe
    # is for the command to judge.
    painted = StringIO()
    console = Console(
        file=painted,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        no_color=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
    )
    for one in lines:
        console.print(Text.assemble(*((part.text, THEME.get(part.style, "")) for part in one)))
    stream.write(painted.getvalue())
