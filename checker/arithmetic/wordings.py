"""Words of change: the directions that running text gives, and the words that may stand by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Direction: TypeAlias = Literal["up", "down", "same"]

_COMPARED: dict[str, Direction] = {
    **dict.fromkeys(("fler", "flera", "mer", "högre", "större"), "up"),
    **dict.fromkeys(("färre", "mindre", "lägre"), "down"),
}
_VERBS: dict[str, Direction] = {
    **dict.fromkeys(("ökat", "ökar", "ökade", "ökad", "stigit", "växt", "gått upp"), "up"),
    **dict.fromkeys(("fördubblats", "fördubblat", "tredubblats", "tredubblat"), "up"),
    **dict.fromkeys(("minskat", "minskar", "minskade", "minskad", "sjunkit", "gått ner"), "down"),
    **dict.fromkeys(("gått ned", "halverats", "halverat"), "down"),
}
_NOUNS: dict[str, Direction] = {
    **dict.fromkeys(("ökning", "uppgång", "fördubbling"), "up"),
    **dict.fromkeys(("minskning", "nedgång", "halvering"), "down"),
}
_SAME = ("oförändrat", "oförändrad", "oförändrade", "samma", "lika många", "ingen förändring")
# How much; never a word that turns the direction (inte), or takes it back (nästan, knappt).
_ADVERBS = (
    *("drastiskt", "något", "kraftigt", "lite", "lite grann", "lätt", "marginellt", "tydligt"),
    *("betydligt", "rejält", "väsentligt", "avsevärt", "mycket", "svagt", "stadigt", "markant"),
    *("påtagligt", "successivt", "snabbt", "långsamt", "litet", "ytterligare", "stort"),
)
_ADJECTIVES = (
    *("liten", "mindre", "stor", "större", "kraftig", "viss", "marginell", "svag", "tydlig"),
    *("lätt", "drastisk", "markant", "betydande", "påtaglig", "fortsatt", "rejäl", "avsevärd"),
)
_BEFORE = (
    *("förra året", "förra perioden", "föregående år", "föregående period", "fjolåret", "i fjol"),
    *("året före", "året innan", "perioden före", "perioden innan"),
)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"  # in any order, for the whole text must match


# With nothing after them the words compare with the period before; another time is no such claim.
_TAIL = rf"(?: (?:än|sedan|mot|jämfört med) {_any(_BEFORE)})?"
_HAS = r"(?:(?:antalet |det )?har )?"
_TURN = re.compile(
    rf"{_HAS}(?:{_any(_ADVERBS)} )?(?P<word>{_any((*_VERBS, *_COMPARED))})"
    rf"(?: {_any(_ADVERBS)})?{_TAIL}"
)
_NAMED = re.compile(rf"(?:en )?(?:{_any(_ADJECTIVES)} ){{0,2}}(?P<word>{_any(_NOUNS)}){_TAIL}")
_STILL = re.compile(rf"(?:är )?(?:helt |precis )?{_any(_SAME)}(?: antal)?(?: som {_any(_BEFORE)})?")
_MEASURED = re.compile(
    rf"(?P<size>.+) (?P<word>{_any(_COMPARED)}){_TAIL}"
    rf"|{_HAS}(?P<verb>{_any(_VERBS)}) med (?P<by>.+?){_TAIL}"
)


def direction_of(printed: str) -> Direction | None:
    """The way that a text in lower case says that something went; None when it says none.

    Understands a word of direction, with a word of degree on either side and the period before
    behind it: ``kraftigt ökat``, ``en viss minskning``, ``färre än förra året``. A comparison
    with any other time, and "nästan oförändrat", are not understood: they claim something else.
    """
    turn = _TURN.fullmatch(printed) or _NAMED.fullmatch(printed)
    if turn:
        return {**_VERBS, **_COMPARED, **_NOUNS}[turn["word"]]
    return "same" if _STILL.fullmatch(printed) else None


def measured(printed: str) -> tuple[str, Direction] | None:
    """How much, and which way: ``två fler``, ``12 % färre än förra året``, ``ökat med 24``."""
    found = _MEASURED.fullmatch(printed)
    if found is None:
        return None
    word = found["word"] or found["verb"]
    return found["size"] or found["by"], {**_VERBS, **_COMPARED}[word]
