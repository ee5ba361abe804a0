"""A check of how the number of a föreskrift is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.finding import Problem
from checker.paragraphs import paragraphs
from checker.rule import FORBID
from checker.shown import shown
from checker.unfit import UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item

_NUMBER = re.compile(r"[12]\d{3}:\d{1,4}", re.ASCII)
_SIGN = r"\s?[:;./–-]\s?"
# Slips for the two series; any other series may have the same number for something else.
_SLIPS = frozenset(
    {
        *("sosfs", "sofs", "sosf", "sossf", "sofsf", "ssofs", "soss", "sosff", "soffs", "sossfs"),
        *("sfs", "hslf", "hslf-fs", "hslffs", "hslf-sf", "hlsf-fs", "hsfl-fs"),
    }
)
_WORD_BEFORE = re.compile(r"([\w-]+)?[.:,]?\s{0,2}\(?$")
# "SOSFS 2011:9 och 2011:5": the series is said once for both.
_AND_MANY = r"\s+(?:\d{4}:\d{1,3}(?:,|\s+och|\s+samt|\s+eller)\s+){1,4}$"
_NO_NORM = frozenset(
    {
        *("dnr", "diarienummer", "diarienr", "nr", "nummer", "ärende", "ärendet", "prop"),
        *("proposition", "sou", "ds", "bilaga", "tabell", "figur", "sida", "kl", "rskr"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """How numbers of föreskrifter are written.

    Attributes:
        series: the series of each known number.
        about: words, one of which must stand near a number without its series.
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    series: dict[str, str]
    about: tuple[str, ...]

    def __post_init__(self) -> None:
        """Each number can be looked for as it is: it is no pattern."""
        if not all(map(_NUMBER.fullmatch, self.series)):
            raise UnfitError("series", "series ska ha nummer som 2011:9")


def numbering(item: Item, ask: Numbering) -> Iterator[Problem]:
    """The number of a föreskrift is written with its series and a colon."""
    for paragraph in paragraphs(str(item.value)):
        near = any(word in paragraph.text.casefold() for word in ask.about)
        for number, series in ask.series.items():
            year, _, own = number.partition(":")
            as_written = rf"{re.escape(year)}({_SIGN})0?{re.escape(own)}"
            pattern = rf"(?<![\w:/.–-]){as_written}(?![\w]|[:/.–-]\w)"
            for found in re.finditer(pattern, paragraph.text):
                left = paragraph.text[: found.start()][-80:]
                if found[1] == ":" and re.search(rf"{re.escape(series)}{_AND_MANY}", left):
                    continue
                before = _WORD_BEFORE.search(left[-20:])
                word = (before and before[1]) or ""
                if _is_slip(word, series, found[1].strip(), near=near):
                    prefix = f"{word} " if word.casefold() in _SLIPS else ""
                    words = {
                        "citat": shown(" ".join(f"{prefix}{found[0]}".split())),
                        "rätt": f"{series} {number}",
                    }
                    yield Problem(item.route, words, text_line=paragraph.line_at(found.start()))


def _is_slip(word: str, series: str, sign: str, *, near: bool) -> bool:
    """Whether what stands before a number shows that its föreskrift is meant, wrongly written."""
    if word.casefold() == series.casefold():
        return sign != ":"
    if word.casefold() in _SLIPS:
        return word.casefold() != "sfs" or near
    plain = word.islower() or not word or word.istitle()
    return near and sign == ":" and plain and word.casefold() not in _NO_NORM
