"""Styled lines on a stream: plain, or in colour by way of rich."""

from __future__ import annotations

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
    console = Console(
        file=stream, force_terminal=True, markup=False, emoji=False, highlight=False, soft_wrap=True
    )
    for one in lines:
        console.print(Text.assemble(*((part.text, THEME.get(part.style, "")) for part in one)))
