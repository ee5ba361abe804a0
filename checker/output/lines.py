"""Lines of styled text: what the text form is made of before it is painted."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Style: TypeAlias = Literal["", "error", "warning", "info", "todo", "ok", "dim", "bold", "source"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line in one style."""

    text: str
    style: Style = ""


Line: TypeAlias = tuple[Part, ...]
EMPTY: Line = ()
PLAIN_WIDTH = 80  # where no terminal says how wide it is
SEPARATORS = "·›>-"
GLUE = "\ue000"  # a private sign that no wrapping takes for a space, and that no text holds


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that are not letters.

    Attributes:
        instead: what stands instead of a sign, one for one, so that no line changes its length.
    """

    bar: str
    caret: str
    under: str
    gap: str
    heavy: str
    light: str
    item: str
    instead: dict[int, int]

    def plain(self, text: str) -> str:
        """A text with its signs in this set."""
        return text.translate(self.instead)


UNICODE = Signs("│", "^", "─", "⋮", "━", "─", "•", {})
ASCII = Signs("|", "^", "-", ":", "=", "-", "*", str.maketrans("›·–—…”“’•", '>---.""\'*'))


def line(text: str, style: Style = "") -> Line:
    """A line of one part."""
    return (Part(text, style),)


def wrapped(
    text: str, width: int, indent: str, lead: Line = (), style: Style = ""
) -> Iterator[Line]:
    """A paragraph of at most that width; ``lead`` stands first on its first line."""
    taken = sum(len(part.text) for part in lead)
    first = " " * taken or indent
    for sign in SEPARATORS:  # a line never begins with one
        text = text.replace(f" {sign} ", f"{GLUE}{sign} ")
    wrapped_rows = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    rows = [row.replace(GLUE, " ") for row in wrapped_rows]
    for number, row in enumerate(rows):
        if number == 0 and lead:
            yield (*lead, Part(row[taken:], style))
        else:
            yield line(row, style)
    if not rows and lead:
        yield lead


def plain(lines: list[Line]) -> str:
    """The lines as text without styles."""
    return "".join("".join(part.text for part in one).rstrip() + "\n" for one in lines)
