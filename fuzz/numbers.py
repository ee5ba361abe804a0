"""Personal identity numbers made while a program runs, so that none stands in a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

FIRST, LAST = date(1925, 1, 1), date(2023, 12, 31)
# Twice a figure, its own figures added: what the check digit is counted with.
DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
FULL_WIDTH = str.maketrans("0123456789-", "".join(map(chr, (*range(0xFF10, 0xFF1A), 0xFF0D))))
ARABIC = str.maketrans("0123456789", "".join(map(chr, range(0x660, 0x66A))))
BOLD = str.maketrans("0123456789", "".join(map(chr, range(0x1D7CE, 0x1D7D8))))


@dataclass(frozen=True)
class Made:
    """A number in its parts: ``19`` ``640823`` and the last four, which no file holds."""

    century: str
    birth: str
    last: str

    @property
    def dated(self) -> str:
        """The day as 1964-08-23."""
        year, month, day = self.birth[:2], self.birth[2:4], self.birth[4:]
        return f"{self.century}{year}-{month}-{day}"


def weigh(nine: str) -> int:
    """The check digit, reckoned in another way than the program does."""
    odd, even = nine[::2], nine[1::2]
    return (10 - (sum(DOUBLED[int(one)] for one in odd) + sum(map(int, even))) % 10) % 10


def make(random: Random) -> Made:
    """A number with a date that exists and a right check digit; one in five a samordningsnummer."""
    while True:
        born = FIRST + timedelta(days=random.randrange((LAST - FIRST).days + 1))
        day = born.day + (60 if random.random() < 0.2 else 0)
        birth, serial = f"{born:%y%m}{day:02}", f"{random.randrange(1, 1000):03}"
        made = Made(f"{born:%Y}"[:2], birth, f"{serial}{weigh(birth + serial)}")
        # 20230101 and 1231 with a dash between are let through, as a range of dates.
        if not (day == 1 and made.last[:2] <= "12" and made.last[2:] >= "28"):
            return made


FORMS: dict[str, Callable[[Made], str]] = {
    "dash": lambda one: f"{one.birth}-{one.last}",
    "plus": lambda one: f"{one.birth}+{one.last}",
    "century and dash": lambda one: f"{one.century}{one.birth}-{one.last}",
    "ten figures": lambda one: f"{one.birth}{one.last}",
    "twelve figures": lambda one: f"{one.century}{one.birth}{one.last}",
    "en dash": lambda one: f"{one.birth}\u2013{one.last}",
    "hyphen": lambda one: f"{one.birth}\u2010{one.last}",
    "no-break hyphen": lambda one: f"{one.century}{one.birth}\u2011{one.last}",
    "minus": lambda one: f"{one.birth}\u2212{one.last}",
    "space": lambda one: f"{one.birth} {one.last}",
    "no-break space": lambda one: f"{one.century}{one.birth}\u00a0{one.last}",
    "dash and spaces": lambda one: f"{one.birth} \u2013 {one.last}",
    "soft hyphen": lambda one: f"{one.birth}\u00ad{one.last}",
    "zero width": lambda one: f"{one.birth}\u200b-\u2060{one.last}",
    "zero width inside": lambda one: f"{one.birth[:3]}\u200d{one.birth[3:]}-{one.last}",
    "date with dashes": lambda one: f"{one.dated}-{one.last}",
    "underscore": lambda one: f"{one.birth}_{one.last}",
    "full width": lambda one: f"{one.birth}-{one.last}".translate(FULL_WIDTH),
    "arabic figures": lambda one: f"{one.birth}-{one.last}".translate(ARABIC),
    "bold figures": lambda one: f"{one.century}{one.birth}{one.last}".translate(BOLD),
}
