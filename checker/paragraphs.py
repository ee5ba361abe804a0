"""Running text in pieces: its paragraphs and the sentences in them, each with its line."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile(r"\n(?=[^\S\n]*(?:\n|[-–—*•]\s))")
_SENTENCE = re.compile(
    r"(?<!kap\.)(?<!st\.)(?<!p\.)(?<!enl\.)(?<!resp\.)(?<=[.!?])\s+(?=[\"”(]?[A-ZÅÄÖ])"
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text, or an item of a list in it.

    Attributes:
        line: the line of the text on which it begins, from 0.
    """

    text: str
    line: int

    def line_at(self, place: int) -> int:
        """The line of the text, from 0, on which a character of the paragraph stands."""
        return self.line + bisect_right(self._breaks, place)

    def sentence_at(self, place: int) -> str:
        """The sentence that a character belongs to."""
        number = bisect_right(self._starts, place)
        first = self._starts[number - 1] if number else 0
        last = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[first:last]

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.end() for found in re.finditer("\n", self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [found.end() for found in _SENTENCE.finditer(self.text)]


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text in one form of Unicode, in its order."""
    line = 0
    for one in _BREAK.split(unicodedata.normalize("NFC", text)):
        yield Paragraph(one, line)
        line += one.count("\n") + 1
