"""How long linked tables take to judge, beside a solver of integer programmes: run by hand.

    python benchmarks/linked_tables.py [repeats]

Prints a table in Markdown; README.md beside this file says what its figures mean.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from random import Random
from statistics import median
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from checker.arithmetic.equations import Equation, makes
from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.linked import BUDGET, Ranges, ranges, solvable

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

SIZES = ((10, 4), (20, 10), (200, 10))
HIDDEN = (10, 50, 100)
KINDS = ("loose", "tight", "margin", "whole", "corner")
ASKED = 10  # of how many hidden cells both solvers are asked the range
REPEATS = 5
SUPPRESSED = Interval(1, 4)
VERDICTS = {True: "possible", False: "impossible", None: "ej prövbar"}


@dataclass(frozen=True)
class Table:
    """Counts, what links them, and which cells are hidden."""

    counts: list[Interval]
    links: list[Equation]
    hidden: list[int]


def table(rows: int, columns: int, share: int, kind: str) -> Table:
    """A table with both margins; so many per cent of its cells are ``<5``.

    ``loose`` and ``tight`` are possible. In a ``tight`` one the upper right quarter is as great as
    it can be and the lower left as small. A ``margin`` is one more than its row can be; the rows'
    sums make one more than the columns' (``whole``); the upper half of a tight table is together
    one too many (``corner``), which no line shows by itself.
    """
    random = Random(rows * columns + share)
    cells = rows * columns
    hidden = sorted(random.sample(range(cells), cells * share // 100))
    true = [random.choice((0, 2, 7, 12, 30)) for _ in range(cells)]
    for cell in hidden:
        upper, left = cell // columns < rows // 2, cell % columns < columns // 2
        true[cell] = random.randint(1, 4)
        if kind in {"tight", "corner"}:
            true[cell] = random.choice((2, 3)) if upper == left else 4 if upper else 1
    across = [range(row * columns, (row + 1) * columns) for row in range(rows)]
    down = [range(column, cells, columns) for column in range(columns)]
    sums = [sum(true[cell] for cell in line) for line in (*across, *down)]
    free = [cell for cell in hidden if true[cell] in {2, 3}] or hidden
    if kind == "margin":
        sums[0] += 1 + sum(4 - true[cell] for cell in across[0] if cell in hidden)
    if kind in {"whole", "corner"}:
        sums[free[0] // columns] += 1
    if kind == "corner":
        sums[rows + free[-1] % columns] += 1
    links = [makes(line, cells + number) for number, line in enumerate((*across, *down))]
    whole = cells + rows + columns
    links += [makes(range(cells, cells + rows), whole), makes(range(cells + rows, whole), whole)]
    counts = [exact(value) for value in true]
    for cell in hidden:
        counts[cell] = SUPPRESSED
    return Table([*counts, *map(exact, sums), UNKNOWN], links, hidden)


class Peer:
    """The same questions put to HiGHS, through scipy: integers, the same bounds and equations."""

    def __init__(self, asked: Table) -> None:
        """Writes the equations as a sparse matrix."""
        entries = [
            (number, count, factor)
            for number, link in enumerate(asked.links)
            for count, factor in link.terms
        ]
        places, counts, factors = zip(*entries, strict=True)
        shape = (len(asked.links), len(asked.counts))
        self._size = shape[1]
        self._links = LinearConstraint(csr_array((factors, (places, counts)), shape=shape), 0, 0)
        highs = [np.inf if it.high is None else it.high for it in asked.counts]
        self._bounds = Bounds([it.low for it in asked.counts], highs)

    def solvable(self) -> bool | None:
        """Whether there are values."""
        return self._least(np.zeros(self._size)) is not None

    def ranges(self, wanted: list[int]) -> dict[int, Interval] | None:
        """The least and the greatest value of each wanted count."""
        found = {}
        for count in wanted:
            aim = np.zeros(self._size)
            aim[count] = 1
            low, high = self._least(aim), self._least(-aim)
            if low is None or high is None:
                return None
            found[count] = Interval(round(low), round(-high))
        return found

    def _least(self, aim: np.ndarray) -> float | None:
        done = milp(
            aim, constraints=self._links, bounds=self._bounds, integrality=np.ones_like(aim)
        )
        return None if done.x is None else float(done.fun)


def timed(ask: Callable[[], Answer], repeats: int) -> tuple[Answer, float]:
    """The answer, and the median of the milliseconds of processor time."""
    taken = []
    for _ in range(repeats):
        begun = time.process_time()
        answer = ask()
        taken.append(1000 * (time.process_time() - begun))
    return answer, median(taken)


def told(found: Ranges | None) -> str:
    """The verdict on a question of ranges, and how many of them have but one value."""
    if found is None:
        return "impossible"
    alone = sum(one.is_exact for one in found.of.values())
    return f"{alone} of {len(found.of)} known" if found.proved else "ej prövbar"


def row(rows: int, columns: int, share: int, kind: str, repeats: int) -> str:
    """One row of the printed table: each question put to both, and what they answered."""
    asked = table(rows, columns, share, kind)
    counts, links = asked.counts, asked.links
    some = asked.hidden[:: max(len(asked.hidden) // ASKED, 1)][:ASKED]
    verdict, ours = timed(lambda: solvable(counts, links), repeats)
    theirs, peer = timed(lambda: Peer(asked).solvable(), repeats)
    ends, ours_ends = timed(lambda: ranges(counts, links, some), repeats)
    their_ends, peer_ends = timed(lambda: Peer(asked).ranges(some), 1)
    every, ours_every = timed(lambda: ranges(counts, links, asked.hidden), repeats)
    if verdict is not None and verdict is not theirs:
        raise AssertionError(f"{rows} x {columns}, {share} %, {kind}: {verdict}, not {theirs}")
    if (ends is None or ends.proved) and (ends and ends.of) != their_ends:
        raise AssertionError(f"{rows} x {columns}, {share} %, {kind}: {ends}, not {their_ends}")
    cells = (
        f"{rows} x {columns}",
        f"{share} %",
        kind,
        VERDICTS[verdict],
        f"{ours:.1f}",
        f"{ours / peer:.2f}",
        told(ends),
        f"{ours_ends:.1f}",
        f"{ours_ends / peer_ends:.2f}",
        told(every),
        f"{ours_every:.1f}",
    )
    return f"| {' | '.join(cells)} |"


def main(words: list[str]) -> None:
    """Prints the table, a row as soon as it is known."""
    repeats = int(words[0]) if words else REPEATS
    heads = "table, hidden, kind, solvable, ms, of HiGHS, some ranges, ms, of HiGHS, all ranges, ms"
    print(f"Budget {BUDGET}; median of {repeats}, processor time.\n")
    print(f"| {' | '.join(heads.split(', '))} |")
    print("|---" * 11 + "|")
    for rows, columns in SIZES:
        for share in HIDDEN:
            for kind in KINDS:
                print(row(rows, columns, share, kind, repeats), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
