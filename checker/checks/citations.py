"""A check of the law that running text cites: did it stand there, then?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from checker.checks.then import is_after, is_before, knows_it_comes, knows_it_ended
from checker.citations import Cited, citations
from checker.finding import Problem
from checker.report import Item
from checker.rule import FORBID
from checker.sections import in_print, places
from checker.shown import shown
from checker.unfit import UnfitError, require_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.report import Report
    from checker.sections import Place


def citing(report: Report) -> Iterator[Item]:
    """The texts that may cite an act."""
    return (Item(report, route) for route in report.values.citing)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedCitation:
    """Citations of what stands elsewhere since an act was replaced.

    Attributes:
        finds: ``left`` (the old place, used after) or ``early`` (the new one, used before).
        act: as the recogniser names it.
        number: what the act may be numbered in the citation; another number names another act.
        since: the day of the change.
        by: the place of the norm that made it, which is cited where no single section tells where
            to look.
        moved: the new place of each old one; for ``early`` the old place of each new one, or
            nothing where we do not know it for sure.
        about: words, one of which the sentence must hold, where the place means something else
            in the other act.
        not_about: words that tell that it does.
        within: a part of the report whose texts are about it without saying so.
        partly: one of several cited places is enough.
        grace: so many days of a period may lie before the change.
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    finds: Literal["left", "early"]
    act: str
    number: str = ""
    since: str
    by: str = ""
    moved: dict[str, str]
    about: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    within: str = ""
    partly: bool = False
    grace: int = 0

    def __post_init__(self) -> None:
        """The day is a day, and every place can be read."""
        require_day(self, "since")
        if not all(map(places, (*self.moved, *filter(None, self.moved.values())))):
            raise UnfitError("moved", "moved ska ha ställen som 14 kap. 3 §")

    def targets(self) -> dict[Place, str]:
        """The new place of each old one."""
        return {place: new for old, new in self.moved.items() for place in places(old)}


def moved_citation(item: Item, ask: MovedCitation) -> Iterator[Problem]:
    """A cited place stands where it says for the time that the text is about."""
    targets = ask.targets()
    for cited in citations(str(item.value)):
        named = [place for place in cited.places if place in targets]
        enough = named and (ask.partly or len(named) == len(cited.places))
        is_act = cited.act == ask.act and cited.number in {"", ask.number}
        if not is_act or not enough or not _is_about(item, cited, ask):
            continue
        if not _is_wrong(item, cited, ask):
            continue
        new = list(dict.fromkeys(targets[place] for place in named if targets[place]))
        words = {"citat": shown(cited.printed), "rätt": _told(new, ask)}
        is_one = len(new) == 1 and not ask.partly and all(section for _, section in places(new[0]))
        norms = tuple(new) if is_one else (ask.by,)
        yield Problem(item.route, words, text_line=cited.line, norms=norms)


def _is_about(item: Item, cited: Cited, ask: MovedCitation) -> bool:
    if not ask.about:
        return True
    if _holds(cited.sentence, ask.about):
        return not _holds(cited.sentence, ask.not_about)
    return ask.within in item.route and not _holds(cited.paragraph, ask.not_about)


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = " ".join(text.split()).casefold()
    return any(word in folded for word in words)


def _unnumbered(cited: Cited, text: str) -> str:
    """The text without the citation's own number, which shows no knowledge of the change."""
    bare = cited.printed.replace(cited.number, "") if cited.number else cited.printed
    return " ".join(text.split()).replace(cited.printed, bare)


def _is_wrong(item: Item, cited: Cited, ask: MovedCitation) -> bool:
    """Whether it surely is of the wrong time, and the writer does not say so."""
    sentence, paragraph = (_unnumbered(cited, text) for text in (cited.sentence, cited.paragraph))
    if ask.finds == "left":
        is_known = knows_it_ended(sentence, paragraph)
        return not is_known and is_after(item, ask.since, ask.grace, cited.paragraph)
    return not knows_it_comes(sentence, paragraph) and is_before(item, ask.since, cited.paragraph)


def _told(new: list[str], ask: MovedCitation) -> str:
    """Where it stands instead; several places as one, unless one says more than its section."""
    if not new:
        return "en annan paragraf"
    found = [place for text in new for place in places(text)]
    return f"{new[0] if len(new) == 1 else in_print(found)} {ask.act}"
