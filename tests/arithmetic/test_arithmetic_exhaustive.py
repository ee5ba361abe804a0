"""Random small tables, judged by the program and by trying every value: they never differ.

``pytest tests/arithmetic/test_arithmetic_exhaustive.py --cases 100`` tries a hundred times as many,
and with ``--log-cli-level INFO`` says how many had each verdict.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from random import Random, SystemRandom
from typing import TYPE_CHECKING

import pytest

from checker.arithmetic.bounds import Bounds, Budget
from checker.arithmetic.cells import parse_cell
from checker.arithmetic.equations import Equation, makes
from checker.arithmetic.interval import Interval, exact
from checker.arithmetic.linked import BUDGET, core, nearest, ranges, solvable
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import jointly_reachable, judge_share, reachable
from checker.arithmetic.percents import parse_percent
from checker.arithmetic.ratios import Stretch, counts_of
from checker.arithmetic.relations import AtMost, Complete, Multiple, Relation, Truncated
from checker.arithmetic.search import _searched
from checker.arithmetic.sums import judge_sum
from tests.arithmetic import brute_force
from tests.arithmetic.brute_force import HORIZON, MISSING, Printed, Rule, Share, Square

if TYPE_CHECKING:
    from collections.abc import Callable

FIXED, FRESH = 80, 20  # how many cases of each kind with known seeds, and with new ones each run
WORK = 4000  # choices of cells in one linked table; beyond it another is drawn
FAR = 200  # a cell that is missing is tried up to here; half as far is as good as without an end

LOG = logging.getLogger(__name__)


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> list[int]:
    times = int(request.config.getoption("--cases"))
    fresh = SystemRandom().randrange(10**6, 10**9)
    return [*range(FIXED * times), *range(fresh, fresh + FRESH * times)]


POSSIBLE_OR_NOT = {"possible", "impossible"}


def possible(found: object) -> str:
    return "possible" if found else "impossible"


def told(kind: str, verdicts: Counter[str], expected: set[str]) -> None:
    """Says how many had each verdict; without both sides of it, nothing was proved."""
    LOG.info("%s: %s", kind, dict(verdicts))
    assert expected <= set(verdicts)


# --- one sum ---


@dataclass(frozen=True)
class Sum:
    rows: list[Printed]
    rest: Printed | None
    total: Printed
    rule: Rule


def drawn(random: Random, choices: str) -> Printed:
    """A cell of one of the kinds: exact, suppressed, in a class, rounded, without an end."""
    match random.choice(choices):
        case "s":
            return brute_force.suppressed(random)
        case "c":
            return brute_force.classed(random)
        case "r":
            return brute_force.rounded(random)
        case "o":
            return brute_force.open_ended(random)
    return brute_force.number(random.randint(0, 9))


def rows(random: Random, choices: str) -> list[Printed]:
    drawn_rows = [drawn(random, choices) for _ in range(random.randint(1, 3))]
    if len([row for row in drawn_rows if row.endless]) > 1:
        return rows(random, choices)
    return drawn_rows


def some_sum(random: Random, cells: list[Printed], rule: Rule, rest: Printed | None = None) -> Sum:
    """A sum with a total near what the cells make."""
    near = sum(random.choice(row.values[:20]) for row in cells) + random.randint(-3, 4)
    total = brute_force.number(max(near, 0))
    if random.random() < 0.3:
        total = drawn(random, "scro")
    return Sum(cells, rest, total, rule)


def exact_cells(random: Random) -> Sum:
    return some_sum(random, rows(random, "e"), Rule("complete"))


def with_suppressed(random: Random) -> Sum:
    return some_sum(random, rows(random, "ess"), Rule("complete"))


def with_classes(random: Random) -> Sum:
    return some_sum(random, rows(random, "ecc"), Rule("complete"))


def with_rounded(random: Random) -> Sum:
    return some_sum(random, rows(random, "err"), Rule("complete"))


def with_no_end(random: Random) -> Sum:
    return some_sum(random, rows(random, "eso"), Rule("complete"))


def with_a_rest(random: Random) -> Sum:
    cells = rows(random, "esc") if random.random() < 0.9 else []
    return some_sum(random, cells, Rule("complete"), drawn(random, "esco"))


def at_most(random: Random) -> Sum:
    rest = random.choice([None, drawn(random, "es")])
    return some_sum(random, rows(random, "escro"), Rule("at_most"), rest)


def truncated(random: Random) -> Sum:
    most = random.choice([None, random.randint(0, 4)])
    rule = Rule(
        "truncated",
        hidden_most=most,
        as_smallest=most is None or random.random() < 0.3,
        hidden_number=random.choice([None, 0, 1, 2, 3]),
    )
    rest = random.choice([None, None, drawn(random, "es")])
    return some_sum(random, rows(random, "esc"), rule, rest)


def multiple(random: Random) -> Sum:
    rule = Rule("multiple", without=random.choice([None, drawn(random, "esc"), MISSING]))
    rest = random.choice([None, None, brute_force.number(random.randint(0, 2))])
    low = [brute_force.number(random.randint(0, 5)), brute_force.between("<4", 1, 3)]
    cells = [random.choice([*low, brute_force.between("2–4", 2, 4)]) for _ in range(3)]
    return some_sum(random, cells[: random.randint(1, 3)], rule, rest)


SUMS = [
    exact_cells,
    with_suppressed,
    with_classes,
    with_rounded,
    with_no_end,
    with_a_rest,
    at_most,
    truncated,
    multiple,
]


def read(printed: Printed) -> Interval:
    return parse_cell(printed.text).interval


def relation(rule: Rule, random: Random) -> Relation:
    """The rule as the table declares it; a limit of hidden categories in either of its wordings."""
    if rule.kind == "complete":
        return Complete()
    if rule.kind == "at_most":
        return AtMost()
    if rule.kind == "multiple":
        return Multiple(None if rule.without is None else read(rule.without))
    most = rule.hidden_most
    if most is not None and random.random() < 0.5:
        return Truncated(at_least=most + 1, largest=rule.as_smallest, left_out=rule.hidden_number)
    return Truncated(over=most, largest=rule.as_smallest, left_out=rule.hidden_number)


def verdict(case: Sum, reached: set[int]) -> tuple[Outcome, int]:
    """What the words of the four verdicts say, and the least change of the total that mends it."""
    stated = set(case.total.values)
    everything = set(range(HORIZON + 1))
    if (not case.rows and case.rest is None) or everything in (stated, reached):
        return Outcome.NOT_TESTABLE, 0
    if not stated & reached:
        mend = min((there - here for there in reached for here in stated), key=abs)
        return Outcome.DISAGREES, mend
    only_one = len(stated) == len(reached) == 1
    return (Outcome.AGREES if only_one else Outcome.MAY_AGREE), 0


@pytest.mark.parametrize("draw", SUMS, ids=lambda draw: draw.__name__)
def test_a_total_is_judged_as_trying_every_value_judges_it(
    draw: Callable[[Random], Sum], seeds: list[int]
) -> None:
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        random = Random(seed)
        case = draw(random)
        reached = brute_force.totals(case.rows, case.rest or brute_force.number(0), case.rule)
        outcome, mend = verdict(case, reached)
        judged = judge_sum(
            [read(row) for row in case.rows],
            read(case.total),
            relation(case.rule, random),
            None if case.rest is None else read(case.rest),
        )
        low, high = min(reached), None if HORIZON in reached else max(reached)
        room = None if high is None else len(reached)
        found = (judged.outcome, judged.mend, judged.low, judged.high, judged.room)
        assert found == (outcome, mend, low, high, room), f"seed {seed}: {case}"
        verdicts[outcome.value] += 1
    likely = "agrees" if draw is exact_cells else "may_agree"
    told(draw.__name__, verdicts, {likely, "disagrees"})


# --- shares ---


def some_share(random: Random) -> tuple[Printed, Printed, Share]:
    part, base = drawn(random, "eescro"), drawn(random, "eescro")
    if part.endless or random.random() < 0.5:
        base = brute_force.number(random.randint(0, 30))
    if random.random() < 0.1:
        base = brute_force.number(random.randint(98, 102))
        most = random.randint(97, 103)
        part = brute_force.between(f"0–{most}", 0, most)
    made = sorted(brute_force.ratios(part.values[:9], base.values[:9])) or [Fraction(50)]
    return part, base, brute_force.percentage(random, random.choice([*made, None]))


def test_a_share_is_judged_as_trying_every_part_and_base_judges_it(seeds: list[int]) -> None:
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        part, base, share = some_share(Random(seed))
        # All of a base beyond is below the percentage; one of 2000 is half of the least, 0,1 %.
        furthest = int(100 * part.values[-1] / max(share.low, Fraction(1, 20)))
        first = base.values[0]
        bases = range(first, max(first, furthest) + 2) if base.endless else base.values
        case = f"seed {seed}: {part} of {base} is {share}"
        judged = judge_share(read(part), read(base), parse_percent(share.text))
        made = brute_force.ratios(part.values, bases)
        if base.values == range(1) and 0 in part.values:
            expected = Outcome.NOT_TESTABLE
        elif not any(share.low <= ratio <= share.high for ratio in made):
            expected = Outcome.DISAGREES
        elif MISSING.values in (part.values, base.values) or brute_force.every_percentage(
            made, share
        ):
            expected = Outcome.NOT_TESTABLE
        else:
            single = len(part.values) == len(base.values) == 1 and not share.hedged
            expected = Outcome.AGREES if single else Outcome.MAY_AGREE
        assert judged.outcome is expected, case
        if made and not base.endless:
            assert (judged.low, judged.high) == (min(made), max(made)), case
        if made and not (base.endless and share.value == 0):
            wished = min(share.value, Fraction(100))
            near = min(made, key=lambda ratio: (abs(ratio - wished), ratio))
            assert judged.nearest == near, case
        verdicts[judged.outcome.value] += 1
    told("share", verdicts, {one.value for one in Outcome})


# --- linked tables ---


def margin(random: Random, true: int) -> Printed:
    """A true number as a table may print it."""
    low = max(true - random.randint(0, 2), 0)
    high = true + random.randint(0, 2)
    exactly = [brute_force.number(true)] * 5
    hidden = [brute_force.between("<5", 1, 4)] if 1 <= true <= 4 else []
    missing = replace(MISSING, values=range(FAR + 1))
    return random.choice(
        [*exactly, *hidden, brute_force.between(f"{low}–{high}", low, high), missing]
    )


def square(random: Random, size: int) -> Square:
    """A table with true margins, one of which may be printed a little wrong."""
    wrong = random.choice([0, 0, 1, 1, -1, 2])
    cells, true = [], []
    for _ in range(size**2):
        kind = random.choice("eessscr") if random.random() < 0.95 else "o"
        cell = drawn(random, kind)
        while not cell.endless and cell.values[-1] > 10:
            cell = drawn(random, kind)
        if cell.endless:
            cell = Printed(cell.text, range(cell.values[0], FAR + 1))
        cells.append(cell)
        true.append(random.choice(cell.values[:5]))
    sums = [sum(true[at : at + size]) for at in range(0, size**2, size)]
    sums += [sum(true[at::size]) for at in range(size)]
    sums.append(sum(true))
    sums[random.randrange(len(sums))] += wrong
    margins = [margin(random, max(one, 0)) for one in sums]
    table = Square(size, tuple(cells), tuple(margins[:size]), tuple(margins[size:-1]), margins[-1])
    return table if table.work() <= WORK else square(random, size)


def hidden_square(random: Random) -> Square:
    """A table with all cells hidden and any margins that make the same whole."""
    tight = [brute_force.between("0–1", 0, 1), brute_force.between("<3", 1, 2)]
    wide = [*tight, brute_force.between("<4", 1, 3), brute_force.number(random.randint(0, 3))]
    cells = tuple(random.choice(random.choice([tight, wide])) for _ in range(9))
    rows = [random_sum(random, cells[at : at + 3]) for at in (0, 3, 6)]
    columns = [random_sum(random, cells[at::3]) for at in range(3)]
    if sum(rows) != sum(columns) or (table := printed_square(cells, rows, columns)).work() > WORK:
        return hidden_square(random)
    return table


def random_sum(random: Random, cells: tuple[Printed, ...]) -> int:
    return random.randint(sum(it.values[0] for it in cells), sum(it.values[-1] for it in cells))


def printed_square(cells: tuple[Printed, ...], rows: list[int], columns: list[int]) -> Square:
    printed = [[brute_force.number(one) for one in sums] for sums in (rows, columns)]
    return Square(3, cells, tuple(printed[0]), tuple(printed[1]), brute_force.number(sum(rows)))


def two_by_two(random: Random) -> Square:
    return square(random, 2)


def three_by_three(random: Random) -> Square:
    return square(random, 3)


def equations(table: Square) -> list[Equation]:
    return [makes(addends, whole) for addends, whole in table.equations]


def reach(values: set[int]) -> Interval:
    return Interval(min(values), None if max(values) > FAR // 2 else max(values))


@pytest.mark.parametrize(
    "draw", [two_by_two, three_by_three, hidden_square], ids=lambda draw: draw.__name__
)
def test_a_linked_table_is_judged_as_trying_every_value_judges_it(
    draw: Callable[[Random], Square], seeds: list[int]
) -> None:
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        random = Random(seed)
        table = draw(random)
        case = f"seed {seed}: {table}"
        counts, links = [read(one) for one in table.counts], equations(table)
        solutions = list(table.solutions())
        assert solvable(counts, links) is bool(solutions), case
        found = ranges(counts, links, range(len(counts)))
        if solutions:
            assert found is not None, case
            assert found.proved, case
            expected = [reach(set(values)) for values in zip(*solutions, strict=True)]
            assert [found.of[number] for number in range(len(counts))] == expected, case
            assert core(counts, links) is None, case
        else:
            assert found is None, case
            core_is_minimal(table, core(counts, links), case)
        nearest_is_nearest(random, table, counts, case)
        verdicts[possible(solutions)] += 1
        if not solutions and Bounds(counts, links, Budget(BUDGET)).settle():
            verdicts["impossible, but not by bounds alone"] += 1
    told(draw.__name__, verdicts, POSSIBLE_OR_NOT)


def core_is_minimal(table: Square, kept: list[int] | None, case: str) -> None:
    assert kept is not None, case
    assert not table.fulfils(set(kept)), f"{case}: {kept}"
    for one in kept:
        assert table.fulfils(set(kept) - {one}), f"{case}: {kept} without {one}"


def nearest_is_nearest(random: Random, table: Square, counts: list[Interval], case: str) -> None:
    number = random.randrange(len(table.cells), len(counts))
    stated = random.randint(0, 20)
    margins = list(table.counts)
    margins[number] = replace(MISSING, values=range(3 * FAR))
    cells, size = len(table.cells), table.size
    free = replace(
        table,
        rows=tuple(margins[cells : cells + size]),
        columns=tuple(margins[cells + size : -1]),
        whole=margins[-1],
    )
    could_be = {values[number] for values in free.solutions()}
    expected = min(could_be, key=lambda value: (abs(value - stated), value), default=None)
    assert nearest(counts, equations(table), number, stated) == expected, f"{case}: {number}"


def some_equations(random: Random) -> tuple[list[Interval], list[Equation]]:
    """A few equations with any factors, some with ends that bounds alone do not rule out."""
    counts = [Interval(low, low + random.randint(0, 5)) for low in random.choices(range(3), k=4)]
    links = []
    for _ in range(random.randint(1, 4)):
        chosen = random.sample(range(4), random.randint(1, 4))
        terms = tuple((number, random.choice([-2, -1, 1, 1, 2, 3])) for number in chosen)
        near = sum(
            factor * random.randint(counts[it].low, counts[it].high or 0) for it, factor in terms
        )
        low = random.choice([None, near, near])
        high = random.choice([None, low, low, near + random.randint(0, 2)])
        links.append(Equation(terms, low, high))
    return counts, links


def test_any_small_equations_are_judged_as_trying_every_value_judges_them(
    seeds: list[int],
) -> None:
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        random = Random(seed)
        counts, links = some_equations(random)

        def kept(values: tuple[int, ...], some: list[Equation]) -> bool:
            sums = [(one, sum(factor * values[it] for it, factor in one.terms)) for one in some]
            return all(
                (one.low is None or one.low <= made) and (one.high is None or made <= one.high)
                for one, made in sums
            )

        every = list(product(*(range(it.low, (it.high or 0) + 1) for it in counts)))
        solutions = [values for values in every if kept(values, links)]
        case = f"seed {seed}: {counts}, {links}"
        assert solvable(counts, links) is bool(solutions), case
        found, clash = ranges(counts, links, range(4)), core(counts, links)
        bounds = Bounds(counts, links, Budget(BUDGET))
        if bounds.settle():
            verdicts[f"{possible(solutions)}, not by bounds alone"] += 1
            found_one = _searched(bounds)
            assert bool(found_one) == bool(solutions), case
            assert found_one is None or tuple(found_one) in solutions, case
        if solutions:
            assert found is not None, case
            assert found.proved, case
            for number, values in enumerate(zip(*solutions, strict=True)):
                assert found.of[number] == Interval(min(values), max(values)), case
            assert clash is None, case
        else:
            assert found is None, case
            assert clash is not None, case
            some = [links[one] for one in clash]
            assert not any(kept(values, some) for values in every), case
            for one in some:
                others = [other for other in some if other is not one]
                assert any(kept(values, others) for values in every), case
        verdicts[possible(solutions)] += 1
    told("equations", verdicts, POSSIBLE_OR_NOT)


# --- shares and table together ---


def test_shares_and_rows_of_one_table_are_judged_together(seeds: list[int]) -> None:
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        random = Random(seed)
        true = [random.randint(0, 9) for _ in range(random.randint(2, 3))]
        base = max(sum(true) + random.choice([0, 0, 0, 1, -1]), 1)
        cells = [drawn(random, "essc") for _ in true]
        shares = [
            random.choice([None, brute_force.percentage(random, Fraction(100 * one, base))])
            for one in true
        ]
        case = f"seed {seed}: {cells} of {base}, {shares}"

        def fits(values: tuple[int, ...], shares: list[Share | None], base: int) -> bool:
            return sum(values) == base and all(
                share is None or share.low <= Fraction(100 * value, base) <= share.high
                for value, share in zip(values, shares, strict=True)
            )

        expected = any(
            fits(values, shares, base) for values in product(*(cell.values for cell in cells))
        )
        assert together(cells, shares, base) is expected, case
        verdicts[possible(expected)] += 1

        alone = [share for share in shares if share is not None]
        printed = [parse_percent(share.text) for share in alone]
        choices = list(product(range(base + 1), repeat=len(alone)))
        some = not alone or any(fits(values, list(alone), base) for values in choices)
        assert jointly_reachable(printed, base) is some, case
        for share, percent in zip(alone, printed, strict=True):
            one = any(share.low <= Fraction(100 * it, base) <= share.high for it in range(base + 1))
            assert reachable(percent, base) is one, case
    told("shares and rows", verdicts, POSSIBLE_OR_NOT)


def together(cells: list[Printed], shares: list[Share | None], base: int) -> bool | None:
    """Each row meets what its share says of it; then the rows must make the base."""
    counts = []
    for cell, share in zip(cells, shares, strict=True):
        interval: Interval | None = read(cell)
        if share is not None:
            percent = parse_percent(share.text)
            by_share = counts_of(base, Stretch(percent.low, min(percent.high, Fraction(100))))
            interval = by_share and by_share.meet(read(cell))
        if interval is None:
            return False
        counts.append(interval)
    return solvable([*counts, exact(base)], [makes(range(len(cells)), len(cells))])
