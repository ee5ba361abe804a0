"""A check of the chapters that running text cites: does the act have as many?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.citations import citations
from checker.finding import Problem
from checker.rule import FORBID
from checker.shown import shown
from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapters:
    """How many chapters acts have.

    Attributes:
        chapters: the number of them by act; an act with none has sections only.
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    chapters: dict[str, int]


def no_such_chapter(item: Item, ask: Chapters) -> Iterator[Problem]:
    """A cited chapter exists."""
    for cited in citations(str(item.value)):
        most = ask.chapters.get(cited.act)
        if most is None or all(chapter <= most for chapter, _ in cited.places):
            continue
        has = counted(most, "kapitel", "kapitel") if most else "inga kapitel, bara paragrafer"
        words = {"citat": shown(cited.printed), "akt": shown(cited.act), "har": has}
        yield Problem(item.route, words, text_line=cited.line)
