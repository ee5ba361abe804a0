"""Words that stand for personal identity numbers in examples, so that no page holds a number."""

from __future__ import annotations

from checker.privacy.forms import SAMORDNING
from checker.privacy.numbers import check_digit

# Skatteverket's published example; with its century, a hundred years back: nobody living has it.
_BORN, _SERIAL = "64" + "0823", "323"
_LAST = f"{_SERIAL}{check_digit(_BORN + _SERIAL)}"
_MOVED = str(int(_BORN) + SAMORDNING)
STAND_INS = {
    "{personnummer}": f"{_BORN}-{_LAST}",
    "{tio siffror}": _BORN + _LAST,
    "{tolv siffror}": f"18{_BORN}{_LAST}",
    "{samordningsnummer}": f"18{_MOVED}-{_SERIAL}{check_digit(_MOVED + _SERIAL)}",
    "{fel kontrollsiffra}": f"{_BORN}-{_SERIAL}{(check_digit(_BORN + _SERIAL) + 1) % 10}",
}


def filled(text: str) -> str:
    """An example's text with a number for each word that stands for one."""
    for word, number in STAND_INS.items():
        text = text.replace(word, number)
    return text
