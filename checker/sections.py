"""Chapters and sections of acts, read from print and printed: ``14 kap. 3–7 §§``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

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
PLACES = re.compile(rf"{_PLACE}(?:{_AND}{_PLACE}){{0,6}}")
_PIECE = re.compile(
    rf"(?:(?P<chapters>{_LIST})\s?{_KAP}|(?<!\w){_KAP}\s?(?P<chapter>{_NUMBER}))"
    rf"|(?P<before>{_LIST})\s?{_SIGN}|{_SIGN}\s?(?P<after>{_LIST})|(?P<short>{_SHORT})"
)
_STEP = re.compile(
    rf"(?P<range>{_RANGE})?(?:{_AND})?(?P<digits>[0-9]{{1,3}})?\s?(?P<letter>[a-z](?!\w))?"
)


def places(text: str) -> tuple[Place, ...]:
    """The chapters and sections that ``14 kap. 3–7 §§ och 27 kap.`` names, ranges written out."""
    found: list[Place] = []
    chapter, whole = 0, list[int]()  # the chapter that sections belong to, those with none so far
    for piece in _PIECE.finditer(text):
        if inside := piece["chapters"] or piece["chapter"]:
            found += [(one, "") for one in whole]
            whole = [int(one) for one in _steps(inside) if one.isdigit()]
            chapter = whole[-1] if whole else 0
        elif piece["short"]:
            first, _, section = piece["short"].partition(":")
            found.append((int(first), section.replace(" ", "")))
        else:
            found += [(one, "") for one in whole[:-1]]
            found += [(chapter, one) for one in _steps(piece["before"] or piece["after"])]
            whole = []
    return (*found, *((one, "") for one in whole))


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
