"""Citations in running text: ``14 kap. 3 § SoL``, found only where the act is named beside it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOL, LSS = "SoL", "LSS"
Place: TypeAlias = tuple[int, str]  # chapter (0: the act has none) and section ("": all of it)

# "i" after a number is a letter only before a section sign: "6 i §", but "§ 6 i SoL".
_LETTER = r"(?:[a-hj-z]|i(?=\s?(?:§|[,–-])))(?!\w)"
_NUMBER = rf"(?<![\w:])[0-9]{{1,3}}(?:\s?{_LETTER}|(?![\w:]))"
_RANGE = r"\s?(?:[–—-]|till(?:\soch\smed)?(?!\w)|t\.?\s?o\.?\s?m\.?)\s?"
_AND = r"\s?(?:,|(?:och|samt|eller|respektive|resp\.)(?!\w))\s?"
_LIST = rf"{_NUMBER}(?:(?:{_RANGE}|{_AND})(?:{_NUMBER}|{_LETTER})){{0,12}}"
_SIGN = r"(?:§{1,2}|paragraf(?:en|erna)?(?!\w))"
_SECTIONS = rf"(?:{_LIST}\s?{_SIGN}|{_SIGN}\s?{_LIST})"
_KAP = r"kap(?:itlet|itel|\.)?(?![^\W\d])"
_CHAPTERS = rf"(?:{_LIST}\s?{_KAP}|(?<!\w){_KAP}\s?{_NUMBER})"
_WHERE = r"(?:första|andra|tredje|fjärde|femte|sista)\s(?:stycket|st\.|meningen|punkten)"
_SHORT = r"(?<![\w:])[0-9]{1,2}:[0-9]{1,2}(?:\s?[a-z](?!\w))?(?![\w:])"  # 14:3
_PLACE = rf"(?:{_CHAPTERS}(?:,?\s?{_SECTIONS})?|{_SECTIONS}|{_SHORT})(?:\s{_WHERE})?"
_PLACES = re.compile(rf"{_PLACE}(?:{_AND}{_PLACE}){{0,6}}")

_NUMBERED = r"(?:,?\s?\(?(?:SFS\s?)?(?P<number>[0-9]{4}:[0-9]{1,4})(?![0-9])\)?)?"
_ACT = (
    rf"(?:(?P<sol>[Ss][Oo][Ll]|[Ss]ocialtjänstlag(?:ens?)?)(?!:\w|[\w-]){_NUMBERED}"
    r"|(?P<lss>LSS(?![\w-])|[Ll]agen\s\(1993:387\)|[Ll]agen\som\sstöd\soch\sservice)"
    r"|(?P<rules>(?:SOSFS|HSLF-FS)\s?[0-9]{4}:[0-9]{1,3})(?![0-9])"
    r"|(?P<other>[A-ZÅÄÖ]{2,6}|\w*(?:lagen?|balken?|förordningen|ordningen|konventionen"
    r"|direktivet|föreskrift\w*)|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ])(?!\w))"
)
_KIND = r"(?:gamla|äldre|tidigare|dåvarande|nya|nuvarande|gällande|upphävda)"
_AFTER = re.compile(rf"\s?(?:,?\s?(?:i|ur|av|enligt)\s(?:den\s)?)?(?:\(?{_KIND}\s)?(?:då\s)?{_ACT}")
_BEFORE = re.compile(rf"(?<![\w-]){_ACT}\s?(?P<comma>,)?:?\s?\(?$")
_SERIES = re.compile(r"[A-Z-]+|[0-9:]+")
_REACH = 80  # so many characters before a place the name of its act can begin

_PARAGRAPH = re.compile(r"\n(?=[^\S\n]*(?:\n|[-–—*•]\s))")
_SENTENCE = re.compile(
    r"(?<!kap\.)(?<!st\.)(?<!p\.)(?<!enl\.)(?<!resp\.)(?<=[.!?])\s+(?=[\"”(]?[A-ZÅÄÖ])"
)
_PIECE = re.compile(
    rf"(?:(?P<chapters>{_LIST})\s?{_KAP}|(?<!\w){_KAP}\s?(?P<chapter>{_NUMBER}))"
    rf"|(?P<before>{_LIST})\s?{_SIGN}|{_SIGN}\s?(?P<after>{_LIST})|(?P<short>{_SHORT})"
)
_STEP = re.compile(
    rf"(?P<range>{_RANGE})?(?:{_AND})?(?P<digits>[0-9]{{1,3}})?\s?(?P<letter>[a-z](?!\w))?"
)


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


def may_cite(text: str) -> bool:
    """A quick look: whether it is worth while to search the text for citations."""
    return "§" in text or ":" in text or "kap" in text or "20" in text


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text in one form of Unicode, in its order."""
    line = 0
    for one in _PARAGRAPH.split(unicodedata.normalize("NFC", text)):
        yield Paragraph(one, line)
        line += one.count("\n") + 1


def citations(text: str) -> Iterator[Cited]:
    """The citations of socialtjänstlagen, LSS and föreskrifter, in the order of the text.

    A place whose act is not named right beside it, or that stands between two acts, is passed
    over: nobody can tell what it cites. Source: law.md, section 9, ideas 4 to 6.
    """
    for paragraph in paragraphs(text):
        for found in _PLACES.finditer(paragraph.text):
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


def places(text: str) -> tuple[Place, ...]:
    """The chapters and sections that ``14 kap. 3–7 §§ och 27 kap.`` names, ranges written out."""
    found: list[Place] = []
    chapters: list[str] = []
    for piece in _PIECE.finditer(text):
        if inside := piece["chapters"] or piece["chapter"]:
            found += [(int(one), "") for one in chapters if one.isdigit()]
            chapters = _steps(inside)
            continue
        if piece["short"]:
            chapter_of, _, section = piece["short"].partition(":")
            found.append((int(chapter_of), section.replace(" ", "")))
            continue
        chapter = int(chapters[-1]) if chapters and chapters[-1].isdigit() else 0
        found += [(chapter, one) for one in _steps(piece["before"] or piece["after"])]
        chapters = chapters[:-1] if len(chapters) > 1 else []
    return (*found, *((int(one), "") for one in chapters if one.isdigit()))


def in_print(all_of: Iterable[Place]) -> str:
    """Places as they are printed: ``27 kap. 2–6 §§``."""
    by_chapter: dict[int, list[str]] = {}
    for chapter, section in all_of:
        by_chapter.setdefault(chapter, []).append(section)
    return listed([_chapter(chapter, sections) for chapter, sections in by_chapter.items()])


def _chapter(chapter: int, sections: list[str]) -> str:
    named = [re.sub(r"(?<=\d)(?=[a-z])", " ", one) for one in sections if one]
    lead = f"{chapter} kap." if chapter else ""
    if not named:
        return lead
    plain = [int(one) for one in named if one.isdigit()]
    in_row = len(plain) == len(named) and plain == list(range(plain[0], plain[0] + len(plain)))
    words = f"{named[0]}–{named[-1]}" if in_row and len(named) > 1 else listed(named)
    return f"{lead} {words} {'§§' if len(named) > 1 else '§'}".strip()


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


def _steps(text: str) -> list[str]:
    """``24 a–24 c, e`` as 24a, 24b, 24c, 24e."""
    steps: list[str] = []
    for step in _STEP.finditer(text):
        if not step["digits"] and not step["letter"]:
            continue
        digits = step["digits"] or re.sub(r"\D", "", steps[-1] if steps else "")
        one = digits + (step["letter"] or "")
        steps += [*_between(steps[-1], one), one] if step["range"] and steps else [one]
    return steps


def _between(first: str, last: str) -> list[str]:
    """What a range leaves out: whole numbers, or letters of the same number."""
    if first.isdigit() and last.isdigit():
        return [str(one) for one in range(int(first) + 1, int(last))]
    if first[:-1] == last[:-1]:
        return [first[:-1] + chr(one) for one in range(ord(first[-1]) + 1, ord(last[-1]))]
    return []
