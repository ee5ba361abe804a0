"""What small tables can be, found by trying every value: shares no reasoning with the program."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

HORIZON = 160
"""Further than any total that has an end; a total that can be this can be anything above."""


@dataclass(frozen=True)
class Printed:
    """A text of a table and every number that it may stand for, up to the horizon."""

    text: str
    values: range

    @property
    def endless(self) -> bool:
        return self.values[-1] >= HORIZON


def number(value: int) -> Printed:
    return Printed(str(value), range(value, value + 1))


def between(text: str, low: int, high: int = HORIZON) -> Printed:
    return Printed(text, range(low, high + 1))


MISSING = between("..", 0)


def suppressed(random: Random) -> Printed:
    limit = random.randint(2, 5)
    return random.choice(
        [between(f"<{limit}", 1, limit - 1), between(f"högst {limit}", 1, limit)],
    )


def classed(random: Random) -> Printed:
    low = random.randint(0, 6)
    high = low + random.randint(0, 4)
    return between(f"{low}–{high}", low, high)


def rounded(random: Random) -> Printed:
    """Single figures reach one both ways; tens reach five, or ten to one side."""
    value = random.choice([*range(1, 10), 10, 20])
    unit = 10 if value >= 10 else 1
    half = 5 if unit == 10 else 1
    return random.choice(
        [
            between(f"ca {value}", value - half, value + half),
            between(f"knappt {value}", value - unit, value),
            between(f"drygt {value}", value, value + unit),
        ]
    )


def open_ended(random: Random) -> Printed:
    low = random.randint(0, 6)
    return random.choice([MISSING, between(f"minst {low}", low), between(f"över {low}", low + 1)])


@dataclass(frozen=True)
class Rule:
    """How rows make a total, in the words of the table.

    Attributes:
        kind: complete, at_most, multiple or truncated.
        without: of a multiple choice, the cases in no row; None when nothing is said.
        hidden_most: of a truncated table, the greatest hidden category; None when nothing is said.
        as_smallest: of a truncated table, that no hidden category is above the smallest row.
        hidden_number: of a truncated table, how many are hidden; None when nothing is said.
    """

    kind: str
    without: Printed | None = None
    hidden_most: int | None = None
    as_smallest: bool = False
    hidden_number: int | None = None


def totals(rows: list[Printed], rest: Printed, rule: Rule) -> set[int]:
    """Every total up to the horizon that some values of the rows and the rest make."""
    return {
        total
        for values in product(*(row.values for row in rows))
        for left in rest.values
        for total in _made(values, left, rule)
        if total <= HORIZON
    }


def _made(values: tuple[int, ...], left: int, rule: Rule) -> Iterator[int]:
    added = sum(values) + left
    if rule.kind == "complete":
        yield added
    elif rule.kind == "at_most":
        yield from range(added, HORIZON + 1)
    elif rule.kind == "truncated":
        yield from (added + hidden for hidden in _hidden(min(values, default=HORIZON), rule))
    else:
        without = MISSING if rule.without is None else rule.without
        for cases in incidences(tuple(sorted(values)), left):
            yield from range(cases + without.values[0], cases + without.values[-1] + 1)


@cache
def _hidden(smallest: int, rule: Rule) -> frozenset[int]:
    """Every sum of hidden categories, each within what the table says of the hidden."""
    most = HORIZON if rule.hidden_most is None else rule.hidden_most
    if rule.as_smallest:
        most = min(most, smallest)
    sums = {0}
    rounds = HORIZON if rule.hidden_number is None else rule.hidden_number
    for _ in range(rounds if most else 0):
        longer = {one + size for one in sums for size in range(most + 1) if one + size <= HORIZON}
        if longer == sums:
            break
        sums = longer
    return frozenset(sums)


@cache
def incidences(rows: tuple[int, ...], others: int) -> frozenset[int]:
    """Every number of cases that can be in rows of these sizes, each case in at least one.

    A case is in a row once or not at all, and in any number of the others' further choices.
    """
    if not any(rows) and not others:
        return frozenset({0})
    found: set[int] = set()
    filled = [place for place, size in enumerate(rows) if size]
    for size in range(len(filled) + 1):
        for chosen in combinations(filled, size):
            fewer = tuple(sorted(one - (place in chosen) for place, one in enumerate(rows)))
            for taken in range(others + 1):
                if size or taken:
                    found |= {1 + more for more in incidences(fewer, others - taken)}
    return frozenset(found)


@dataclass(frozen=True)
class Share:
    """A printed percentage and the values that it stands for, in per cent."""

    text: str
    value: Fraction
    low: Fraction
    high: Fraction
    decimals: int
    hedged: bool


def percentage(random: Random, wished: Fraction | None = None) -> Share:
    """A printed percentage: near the wished one, or any at all."""
    decimals = random.choice([0, 0, 1])
    scale = 10**decimals
    near = Fraction(random.randint(0, 101)) if wished is None else wished
    digits = max(int(near * scale) + random.choice([0, 0, 0, 1, 1, -1]), 0)
    hedge = random.choice(["", "", "", "ca ", "knappt ", "drygt "])
    whole, part = divmod(digits, scale)
    text = f"{hedge}{whole}{f',{part}' if decimals else ''} %"
    value, zeros = Fraction(digits, scale), len(str(digits)) - len(str(digits).rstrip("0"))
    unit = Fraction(10**zeros if digits else 1, scale)
    half = Fraction(1, 2 * scale)
    low, high = {
        "": (value - half, value + half),
        "ca ": (value - max(unit / 2, Fraction(1)), value + max(unit / 2, Fraction(1))),
        "knappt ": (value - unit, value),
        "drygt ": (value, value + unit),
    }[hedge]
    return Share(text, value, low, high, decimals, hedged=bool(hedge))


def every_percentage(made: set[Fraction], share: Share) -> bool:
    """Whether every percentage of this many decimals, from 0 to 100, is rounded from one made."""
    half = Fraction(1, 2 * 10**share.decimals)
    steps = range(100 * 10**share.decimals + 1)
    ends = [(one * 2 * half - half, one * 2 * half + half) for one in steps]
    return len(made) * 2 >= len(ends) and all(
        any(low <= ratio <= high for ratio in made) for low, high in ends
    )


def ratios(parts: range, bases: range) -> set[Fraction]:
    """Every share, in per cent, of a part that is no more than its base."""
    return {Fraction(100 * part, base) for base in bases if base for part in parts if part <= base}


@dataclass(frozen=True)
class Square:
    """A table with both margins: the rows and columns of cells, each margin, and the whole.

    The counts are numbered as they are read: the cells row by row, the sums of the rows, the
    sums of the columns, the whole. The equations are: each row, each column, then the whole as
    the sum of the rows' sums and as that of the columns'.
    """

    size: int
    cells: tuple[Printed, ...]
    rows: tuple[Printed, ...]
    columns: tuple[Printed, ...]
    whole: Printed

    @property
    def counts(self) -> tuple[Printed, ...]:
        return (*self.cells, *self.rows, *self.columns, self.whole)

    @property
    def equations(self) -> list[tuple[list[int], int]]:
        side = range(self.size)
        cells = self.size**2
        rows, columns = [cells + one for one in side], [cells + self.size + one for one in side]
        return [
            *(([row * self.size + one for one in side], rows[row]) for row in side),
            *(([one * self.size + column for one in side], columns[column]) for column in side),
            (rows, cells + 2 * self.size),
            (columns, cells + 2 * self.size),
        ]

    def work(self) -> int:
        """How many choices of the cells there are to try."""
        tried = 1
        for cell in self.cells:
            tried *= len(cell.values)
        return tried

    def solutions(self) -> Iterator[tuple[int, ...]]:
        """Every value of every count that fulfils every equation."""
        for cells in product(*(cell.values for cell in self.cells)):
            rows, columns = self._sums(cells)
            made = (*cells, *rows, *columns, sum(cells))
            if all(one in printed.values for one, printed in zip(made, self.counts, strict=True)):
                yield made

    def fulfils(self, kept: set[int]) -> bool:
        """Whether some values fulfil the equations that are kept; the others say nothing."""
        return any(self._fits(cells, kept) for cells in product(*(it.values for it in self.cells)))

    def _sums(self, cells: tuple[int, ...]) -> tuple[list[int], list[int]]:
        rows = [sum(cells[at : at + self.size]) for at in range(0, len(cells), self.size)]
        return rows, [sum(cells[at :: self.size]) for at in range(self.size)]

    def _fits(self, cells: tuple[int, ...], kept: set[int]) -> bool:
        """Whether margins exist for these cells: without its equation, one is just as printed."""
        rows, columns = self._sums(cells)
        low, high = self.whole.values[0], self.whole.values[-1]
        for sums, margins, first, last in (
            (rows, self.rows, 0, 2 * self.size),
            (columns, self.columns, self.size, 2 * self.size + 1),
        ):
            least = most = 0
            for place, (made, margin) in enumerate(zip(sums, margins, strict=True), start=first):
                if place in kept and made not in margin.values:
                    return False
                least += made if place in kept else margin.values[0]
                most += made if place in kept else margin.values[-1]
            if last in kept:
                low, high = max(low, least), min(high, most)
        return low <= high
