"""Citations in running text: ``14 kap. 3 § SoL``, found only where the act is named beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.paragraphs import paragraphs
from checker.sections import PLACES, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.sections import Place

SOL, LSS = "SoL", "LSS"

_NUMBERED = r"(?:,?\s?\(?(?:SFS\s?)?(?P<number>[0-9]{4}:[0-9]{1,4})(?![0-9])\)?)?"
_ACT = (
    rf"(?:(?P<sol>[Ss][Oo][Ll]|[Ss]ocialtjänstlag(?:ens?)?)(?!:\w|[\w-]){_NUMBERED}"
    r"|(?P<lss>LSS(?![\w-])|[Ll]agen\s\(1993:387\)|[Ll]agen\som\sstöd\soch\sservice)"
    r"|(?P<rules>(?:SOSFS|HSLF-FS)\s?[0-9]{4}:[0-9]{1,3})(?![0-9])"
    r"|(?P<other>[A-ZÅÄÖ]{2,6}|\w*(?:lagen?|balken?|förordningen|ordningen|konventionen"
    r"|direktivet|föreskrift\w*)|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ])(?!\w))"
)
_KIND = r"(?:gamla|äldre|tidigare|dåvarande|nya|nuvarande|gällande|upphävda)"
_AFTER = re.compile(rf"\s?(?:,?\s?(?:i|ur|av|enligt)\s(?:den\s)?)?(?:\(?(?:då\s)?{_KIND}\s)?{_ACT}")
_BEFORE = re.compile(rf"(?<![\w-]){_ACT}\s?(?P<comma>,)?:?\s?\(?$")
_SERIES = re.compile(r"[A-Z-]+|[0-9:]+")
_REACH = 80  # so many characters before a place the name of its act can begin


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation.

    Attributes:
        act: ``SoL``, ``LSS`` or the number of a föreskrift.
        number: the act's own number where it stands beside its name.
        places: chapters and sections.
        printed: as it stands, on one line.
        line: the line of the text on which it begins, from 0.
        sentence: the sentence that it stands in.
        paragraph: the paragraph.
    """

    act: str
    number: str
    places: tuple[Place, ...]
    printed: str
    line: int
    sentence: str
    paragraph: str


def may_cite(text: str) -> bool:
    """A quick look: whether it is worth while to search the text for citations."""
    return "§" in text or ":" in text or "kap" in text or "20" in text


def citations(text: str) -> Iterator[Cited]:
    """The citations of socialtjänstlagen, LSS and föreskrifter, in the order of the text.

    A place whose act is not named right beside it, or that stands between two acts, is passed
    over: nobody can tell what it cites. Source: law.md, section 9, ideas 4 to 6.
    """
    for paragraph in paragraphs(text):
        for found in PLACES.finditer(paragraph.text):
            before = _BEFORE.search(paragraph.text[max(found.start() - _REACH, 0) : found.start()])
            after = _AFTER.match(paragraph.text, found.end())
            named = places(found[0])
            act = _act(before, after, named)
            if act is None:
                continue
            name, number = act
            start = found.start() - (len(before[0]) if before and not after else 0)
            printed = paragraph.text[start : after.end() if after else found.end()]
            printed += ")" * (printed.count("(") - printed.count(")"))
            yield Cited(
                name,
                number,
                named,
                " ".join(printed.split()),
                paragraph.line_at(found.start()),
                paragraph.sentence_at(found.start()),
                paragraph.text,
            )


def _act(
    before: re.Match[str] | None, after: re.Match[str] | None, named: tuple[Place, ...]
) -> tuple[str, str] | None:
    """The act and its number; None where it is another, or where nobody can tell."""
    behind, ahead = _known(before), _known(after)
    if after:
        torn = behind and before and not before["comma"] and ahead and behind[0] != ahead[0]
        return None if torn else ahead
    # "SoL och LSS 14 kap." speaks of the one that has chapters.
    return None if behind and behind[0] == LSS and any(one for one, _ in named) else behind


def _known(found: re.Match[str] | None) -> tuple[str, str] | None:
    if found is None or found["other"]:
        return None
    if found["sol"]:
        return SOL, found["number"] or ""
    return (LSS, "") if found["lss"] else (" ".join(_SERIES.findall(found["rules"])), "")
