"""Words: lists and likeness in Swedish."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIKENESS = 0.72  # tried on misspelt keys: "avikelser" finds its word, "bilaga" not "frågor"
DENIALS = frozenset({"ej", "icke", "inte", "inga", "ingen", "inget", "utan", "med"})
SHORT, LIKENESS_OF_SHORT = 4, 0.6  # one letter in three may be wrong: "ivå" finds "ivo"


def exact(text: str) -> str:
    """A name as such, however its letters are stored: NFC, without outer space."""
    return unicodedata.normalize("NFC", text).strip()


def normal(text: str) -> str:
    """The form in which texts are compared: NFC, without case and outer space."""
    return exact(text).casefold()


def flowing(text: str) -> str:
    """The form in which running texts are compared: line breaks and case say nothing."""
    return " ".join(normal(text).split())


def digest(text: str) -> str:
    """What tells whether two running texts are the same, without holding either."""
    from hashlib import sha256

    return sha256(flowing(text).encode()).hexdigest()


def is_blank(text: str) -> bool:
    """Whether a text says nothing: it has neither letter nor digit."""
    return not any(mark.isalnum() for mark in text)


def listed(words: Sequence[str], conjunction: str = "och") -> str:
    """``a, b och c``."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that the writer probably meant, if one is near enough and says no opposite."""
    known = {_plain(choice): choice for choice in choices if _denies(choice) == _denies(word)}
    likeness = LIKENESS if len(word) > SHORT else LIKENESS_OF_SHORT
    close = get_close_matches(_plain(word), known, n=1, cutoff=likeness)
    return known[close[0]] if close else None


def counted(number: int, one: str, many: str) -> str:
    """``1 fel``, ``2 fel``."""
    return f"{number} {one if number == 1 else many}"


def _denies(text: str) -> frozenset[str]:
    """The words in it that turn its meaning: a suggestion must never do that."""
    return DENIALS & set(text.casefold().split())


@lru_cache(maxsize=1024)
def _plain(word: str) -> str:
    """Without case, accents and word dividers, so that å for a or a hyphen is a small slip."""
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(
        "_" if mark in " -" else mark for mark in split if not unicodedata.combining(mark)
    )
