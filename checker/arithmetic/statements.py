"""Shares in running text: "6 av 61 (9 %)", found only where nothing else can be meant."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from checker.arithmetic.cells import Kind
from checker.arithmetic.hedges import HEDGES, longest_first
from checker.arithmetic.numerals import WORDS, plain
from checker.arithmetic.percents import ShareError
from checker.arithmetic.refusals import DASHES
from checker.arithmetic.shares import parse_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.cells import Cell
    from checker.arithmetic.percents import Percent

_HEDGE = "|".join(map(re.escape, longest_first(HEDGES)))
_WORD = "|".join(longest_first(WORDS))
_DIGITS = r"[0-9]{1,3}(?:[^\S\n][0-9]{3}){1,2}|[0-9]{1,9}"
_COUNT = rf"(?:(?:(?:{_HEDGE})\s+)?(?:{_DIGITS}|{_WORD})|<\s?[0-9]{{1,9}})"
_PERCENT = rf"(?:(?:{_HEDGE})\s+)?[0-9]{{1,9}}(?:,[0-9]{{1,9}})?\s?(?:%|procent)"
_PART = rf"{_COUNT}\s+av\s+{_COUNT}"
_SHARE = re.compile(
    # What stands right before a number may make it a part of another: 3,5 or 2–5 or −2.
    r"(?<![^\s(\"”'’«»*_])(?:"
    rf"(?P<bracketed>{_PART}\s*\({_PERCENT}\))"
    # "3 av 8, 40 procent av tiden" speaks of something else.
    rf"|(?P<listed>{_PART},\s+{_PERCENT}(?=\s*(?:[.,;)]|$)))"
    rf"|(?P<first>{_PERCENT}\s*\({_PART}\))"
    r")",
    re.IGNORECASE,
)
_BREAK = re.compile(rf"\n(?=[^\S\n]*(?:\n|[{DASHES}*•]\s))")
_NUMBER_WORD = re.compile(rf"\b(?:{_WORD})\b")
# "Nio av tio (92 %)" says a proportion in plain words, and not that there were ten.
_SPOKEN = re.compile(rf"(?:{_WORD}) av (?:tre|fyra|fem|tio)\b")
_OTHER_IN_BRACKETS = re.compile(r"\b(?:inom|i)\s+parentes", re.IGNORECASE)
_AIM = re.compile(r"\b(?:mål|krav)[^.!?]*$", re.IGNORECASE)
_END_OF_NUMBER = re.compile(r"[0-9§],?$")

_NEAR = 200  # so far back, in characters, a word still bears on a number
_JOINING = re.compile(rf"och|eller|till|à|respektive|resp\.?|[{DASHES}]")
# "Över 40 av 61 (66 %)" gives the share of 40, or of the true number: nobody can tell.
_LIMIT = re.compile(
    r"än|under|över|högst|minst|max|maximalt|minimum|nästan|närmare|runt|kring|mellan|uppemot"
    r"|inemot|bortåt|åtminstone|av|plus|minus"
)
# "Punkt 3 av 7" is the third.
_ORDINAL = re.compile(
    r"avsnitt|betyg|bilaga|dag|del|delmål|enhet|etapp|fas|figur|fråga|grupp|indikator|kap\.?"
    r"|kapitel|kvartal|mål|månad|mätning|nivå|nr\.?|nummer|område|omgång|p\.|poäng|punkt|rad|sida"
    r"|skala|steg|tabell|vecka|år"
)
# "Ökade med 12 % (40 av 61)" tells how much, and not what 40 of 61 is.
_CHANGE = re.compile(
    r"med|öka(?:de|t|r)|ökning(?:en)?|minska(?:de|t|r)|minskning(?:en)?|sjönk|sjunkit|steg|stigit"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A share that a text states.

    Attributes:
        line: the line of the text on which it begins, from 0.
        count: the part.
        base: the whole.
        percent: the percentage; wider than its rounding where the counts are a way of speaking.
    """

    line: int
    count: Cell
    base: Cell
    percent: Percent


def may_state(text: str) -> bool:
    """A quick look: whether it is worth while to search the text for shares."""
    return ("%" in text or "procent" in text) and "av" in text


def statements(text: str) -> Iterator[Statement]:
    """The shares that a text states with count, base and percentage, in the order of the text.

    Understands ``N av M (P %)``, ``N av M, P %`` and ``P % (N av M)``, with ``procent`` for the
    sign, number words and hedges; a line break counts as a space. Says nothing of a form that
    can mean something else. Source: arithmetic.md, "The same fact stated twice".
    """
    text = unicodedata.normalize("NFC", text)
    in_brackets = _OTHER_IN_BRACKETS.search(text) is None
    line = 0
    for paragraph in _BREAK.split(text):
        for found in _SHARE.finditer(paragraph):
            if found["bracketed"] and not in_brackets:
                continue
            before = paragraph[max(found.start() - _NEAR, 0) : found.start()]
            if _is_sure(before, is_percent=bool(found["first"])):
                yield from _read(found[0], line + paragraph.count("\n", 0, found.start()))
        line += paragraph.count("\n") + 1


def _is_sure(before: str, *, is_percent: bool) -> bool:
    """Whether what stands before the first number leaves it as it is."""
    words = [word.lstrip("(\"”'’«»*_").casefold() for word in before.split()[-2:]]
    earlier, last = ["", "", *words][-2:]
    if _is_number(last) or (_JOINING.fullmatch(last) and _is_number(earlier)):
        return False
    if _LIMIT.fullmatch(last) or _ORDINAL.fullmatch(last) or (earlier, last) == ("upp", "till"):
        return False
    is_change = any(map(_CHANGE.fullmatch, (earlier, last)))  # "minskningen blev", "ökning på"
    return not is_percent or not (is_change or _AIM.search(before))


def _is_number(word: str) -> bool:
    return word in WORDS or _END_OF_NUMBER.search(word) is not None


def _read(printed: str, line: int) -> Iterator[Statement]:
    printed = plain(printed)
    try:
        share: Any = parse_share(_NUMBER_WORD.sub(lambda word: str(WORDS[word[0]]), printed))
    except ShareError:  # 007 is no number
        return
    # Each form that is looked for has all three; the type cannot know.
    count, base, percent = share.count, share.base, share.percent
    if count.kind is Kind.ROUNDED or _SPOKEN.match(printed):
        percent = _widened(percent, base.interval.low)
    yield Statement(line, count, base, percent)


def _widened(percent: Percent, base: int) -> Percent:
    """The percentage when the counts are the nearest way to say it: drygt 8 av 10 (83 %)."""
    reach = Fraction(50, max(base, 1))
    low, high = percent.value - reach, percent.value + reach
    return replace(
        percent, low=min(low, percent.low), high=max(high, percent.high), exact_form=False
    )
