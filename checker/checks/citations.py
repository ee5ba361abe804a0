"""Checks of the law that running text cites: did it stand there, then, and was it in force?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from checker.citations import Cited, citations, in_print, paragraphs, places
from checker.finding import Problem
from checker.report import PERIOD, Item, UnsoundError
from checker.rule import FORBID
from checker.shown import shown
from checker.times import all_dated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.citations import Place
    from checker.dates import Days
    from checker.report import Report

DAY = timedelta(days=1)
# What shows that a writer knows which of the two acts is meant, or speaks of another time.
_LAW = r"(?:\w*lag(?:en|ens|ar|stiftning\w*)?|sol|lydelsen?|bestämmels\w+|regler\w*)\b"
_AWARE = re.compile(
    rf"upphäv|upphör|upphörde|\b(?:ny|nya|äldre|gamla|tidigare|dåvarande)\s+{_LAW}|2025:400"
    r"|1 juli 2025|2025-07-01|2025-06-30|30 juni 2025|halvårsskiftet|övergångs|\bträd\w+ i kraft"
    r"|ikraft|numera|\bflytta|\bersat|\bersätt|\bmotsvar",
    re.IGNORECASE,
)
_AWARE_IN_SENTENCE = re.compile(
    r"\b(?:tidigare|gamla|dåvarande|förra|före|innan|fram till|till och med|t\.o\.m\.|nya|gällde"
    r"|inför|kommande|kommer|blir)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d:])(?:19|20)\d\d(?![\d:])")
_EARLY_IN_YEAR = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|våren?|vintern|första halvåret)\s+(\d{4})",
    re.IGNORECASE,
)
_WRITTEN = (("rapport", "upprättad"), ("rapport", "beslut", "datum"))
PLANS = frozenset({"planerade_åtgärder", "utvecklingsområden", "planerade", "föreslagna"})


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
        part: a part of the report whose texts are about it without saying so.
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
    part: str = ""
    partly: bool = False
    grace: int = 0

    def __post_init__(self) -> None:
        """The day is a day, and every place can be read."""
        date.fromisoformat(self.since)
        if not all(map(places, (*self.moved, *filter(None, self.moved.values())))):
            raise ValueError("places as 14 kap. 3 §")

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
        around = [_unnumbered(cited, text) for text in (cited.sentence, cited.paragraph)]
        if _is_aware(*around) or not _is_wrong(item, ask, cited.paragraph):
            continue
        new = list(dict.fromkeys(targets[place] for place in named if targets[place]))
        words = {"citat": shown(cited.printed), "rätt": _told(new, ask)}
        is_one = len(new) == 1 and not ask.partly and all(section for _, section in places(new[0]))
        norms = tuple(new) if is_one else (ask.by,)
        yield Problem(item.route, words, text_line=cited.line, norms=norms)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealedAct:
    """Mentions of an act by its number after it was repealed.

    Attributes:
        number: as ``2001:453``.
        since: the day from which it is repealed.
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    number: str
    since: str


def repealed_act(item: Item, ask: RepealedAct) -> Iterator[Problem]:
    """A repealed act is told to be repealed."""
    name = re.compile(
        r"(?:(?:SoL|[Ss]ocialtjänstlag\w*)\s)?\(?(?:SFS\s?)?"
        rf"(?<![\d:]){re.escape(ask.number)}(?!\d)\)?"
    )
    for paragraph in paragraphs(str(item.value)):
        for found in name.finditer(paragraph.text):
            if _is_aware(paragraph.text) or not _is_after(item, ask.since, 0, paragraph.text):
                continue
            printed = shown(" ".join(found[0].split()))
            line = paragraph.line_at(found.start())
            yield Problem(item.route, {"citat": printed}, text_line=line)


def _is_about(item: Item, cited: Cited, ask: MovedCitation) -> bool:
    if not ask.about:
        return True
    if _holds(cited.sentence, ask.about):
        return not _holds(cited.sentence, ask.not_about)
    return ask.part in item.route and not _holds(cited.paragraph, ask.not_about)


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = " ".join(text.split()).casefold()
    return any(word in folded for word in words)


def _unnumbered(cited: Cited, text: str) -> str:
    """The text without the citation's own number, which shows no knowledge of the change."""
    bare = cited.printed.replace(cited.number, "") if cited.number else cited.printed
    return " ".join(text.split()).replace(cited.printed, bare)


def _is_aware(*texts: str) -> bool:
    """Whether the writer shows to know of the change; the nearest text first."""
    return bool(_AWARE_IN_SENTENCE.search(texts[0])) or any(map(_AWARE.search, texts))


def _is_wrong(item: Item, ask: MovedCitation, text: str) -> bool:
    if ask.finds == "left":
        return _is_after(item, ask.since, ask.grace, text)
    return _is_before(item, ask.since, text)


def _is_after(item: Item, since: str, grace: int, text: str) -> bool:
    """Whether what a text tells of surely lies after a change: its own dates, and the report's."""
    period, day = _period(item), date.fromisoformat(since) - timedelta(days=grace)
    own = all_dated(item.report, item.route)
    if period.last < day or (own or period).first < day:
        return False
    told = [int(year) for year in _YEAR.findall(text)]
    early = [int(year) for year in _EARLY_IN_YEAR.findall(text)]
    return all(year >= day.year for year in told) and day.year not in early


def _is_before(item: Item, since: str, text: str) -> bool:
    """Whether a text surely was written, and what it tells of took place, before a change."""
    report, day = item.report, date.fromisoformat(since)
    period, own = _period(item), all_dated(report, item.route)
    written = [report.values.dates.get(route) for route in _WRITTEN]
    ends = [days.last for days in (period, own, *written) if days]
    # What ended on the day before was written after it.
    if any(end + DAY >= day for end in ends) or PLANS & set(item.route):
        return False
    return all(int(year) < day.year for year in _YEAR.findall(text))


def _period(item: Item) -> Days:
    """The report's period.

    Raises:
        UnsoundError: it is not known.
    """
    if item.report.period is None:
        raise UnsoundError(PERIOD)
    return item.report.period


def _told(new: list[str], ask: MovedCitation) -> str:
    """Where it stands instead; several places as one, unless one says more than its section."""
    if not new:
        return "en annan paragraf"
    found = [place for text in new for place in places(text)]
    return f"{new[0] if len(new) == 1 else in_print(found)} {ask.act}"
