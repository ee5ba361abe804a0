"""The judgements against exhaustive search over small numbers, by the words of arithmetic.md."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.arithmetic.interval import UNKNOWN, Interval, exact
from checker.arithmetic.numerals import parse_count, swedish
from checker.arithmetic.outcome import Outcome
from checker.arithmetic.parts import count_exists, jointly_reachable, judge_share, reachable
from checker.arithmetic.percents import parse_percent
from checker.arithmetic.relations import AtMost, Complete, Multiple, Relation, Truncated
from checker.arithmetic.sums import cases_without, judge_sum

if TYPE_CHECKING:
    from collections.abc import Iterator

HORIZON = 30  # no bounded total of the small tables below comes near it
law = settings(max_examples=300, deadline=None, derandomize=True)


@st.composite
def intervals(draw: st.DrawFn, most: int) -> Interval:
    low = draw(st.integers(0, most))
    return Interval(low, draw(st.integers(low, min(low + 3, most))))


def values(interval: Interval) -> range:
    end = HORIZON if interval.high is None else min(interval.high, HORIZON)
    return range(interval.low, end + 1)


limits = st.none() | st.integers(0, 4)
relations = st.one_of(
    st.just(Complete()),
    st.just(AtMost()),
    st.builds(Multiple, st.none() | intervals(4)),
    st.builds(Truncated, limits, limits, st.booleans(), st.none() | st.integers(0, 2)),
)


def totals(cells: tuple[int, ...], rest: int, relation: Relation) -> Iterator[int]:
    """Every total up to the horizon that these very counts allow."""
    added = sum(cells) + rest
    match relation:
        case Complete():
            yield added
        case AtMost():
            yield from range(added, HORIZON + 1)
        case Multiple(without=None):
            yield from range(max(*cells, min(rest, 1)), HORIZON + 1)
        case Multiple(without=without) if without is not None:
            for none in values(without):
                yield from range(max(*cells, min(rest, 1)) + none, added + none + 1)
        case Truncated():
            yield from (added + hidden for hidden in hidden_sums(cells, relation))


def hidden_sums(cells: tuple[int, ...], relation: Truncated) -> Iterator[int]:
    """Every sum of hidden categories that obey the table's limit."""
    kept = [
        size
        for size in range(HORIZON + 1)
        if (relation.at_least is None or size < relation.at_least)
        and (relation.over is None or size <= relation.over)
        and (not relation.largest or size <= min(cells))
    ]
    yield 0  # a category may be hidden because it is empty
    if relation.left_out is None:
        yield from range(HORIZON + 1) if max(kept, default=0) else ()
    else:
        yield from (sum(sizes) for sizes in product(kept, repeat=relation.left_out))


@law
@given(st.lists(intervals(4), min_size=1, max_size=3), intervals(14), relations, intervals(2))
def test_a_sum_is_judged_as_exhaustive_search_judges_it(
    cells: list[Interval], total: Interval, relation: Relation, rest: Interval
) -> None:
    allowed = {
        number
        for counts in product(*map(values, cells))
        for left in values(rest)
        for number in totals(counts, left, relation)
        if number <= HORIZON
    }
    judgement = judge_sum(cells, total, relation, rest)

    assert allowed == set(values(Interval(judgement.low, judgement.high)))
    if allowed == set(range(HORIZON + 1)):
        assert judgement.outcome is Outcome.NOT_TESTABLE
    elif not allowed.intersection(values(total)):
        assert judgement.outcome is Outcome.DISAGREES
    elif len(allowed) == len(values(total)) == 1:
        assert judgement.outcome is Outcome.AGREES
    else:
        assert judgement.outcome is Outcome.MAY_AGREE
    assert judgement.room == (None if judgement.high is None else len(allowed))


@law
@given(st.lists(intervals(4), min_size=1, max_size=3), intervals(20), relations)
def test_the_mend_is_the_smallest_change_that_makes_the_total_agree(
    cells: list[Interval], total: Interval, relation: Relation
) -> None:
    judgement = judge_sum(cells, total, relation)
    if judgement.outcome is not Outcome.DISAGREES:
        assert judgement.mend == 0
        return
    may_be = Interval(judgement.low, judgement.high)
    mends = [
        change
        for change in range(-HORIZON, HORIZON + 1)
        if any(may_be.contains(number + change) for number in values(total))
    ]
    assert judgement.mend == min(mends, key=abs)


@law
@given(st.lists(intervals(4), min_size=1, max_size=3), intervals(14))
def test_cases_without_are_the_fewest_that_any_choice_leaves(
    cells: list[Interval], total: Interval
) -> None:
    fewest = min(
        max(cases - sum(counts), 0)
        for counts in product(*map(values, cells))
        for cases in values(total)
    )
    assert cases_without(cells, total) == fewest


percents = st.one_of(
    st.integers(0, 104).map(lambda whole: f"{whole} %"),
    st.tuples(st.integers(0, 100), st.integers(0, 9)).map(lambda it: f"{it[0]},{it[1]} %"),
    st.tuples(st.sampled_from(["ca", "knappt", "drygt"]), st.integers(0, 100)).map(
        lambda it: f"{it[0]} {it[1]} %"
    ),
)


def shares(count: Interval, base: Interval) -> set[Fraction]:
    return {
        Fraction(100 * part, whole)
        for whole in values(base)
        for part in values(count)
        if whole > 0 and part <= whole
    }


@law
@given(intervals(12), intervals(12), percents)
def test_a_share_is_judged_as_exhaustive_search_judges_it(
    count: Interval, base: Interval, text: str
) -> None:
    percent = parse_percent(text)
    judgement = judge_share(count, base, percent)
    made = shares(count, base)
    if not made:
        nothing = base == exact(0) and count.contains(0)
        assert judgement.outcome is (Outcome.NOT_TESTABLE if nothing else Outcome.DISAGREES)
        return
    assert (judgement.low, judgement.high) == (min(made), max(made))

    fits = any(percent.low <= ratio <= percent.high for ratio in made)
    if count.is_exact or base.is_exact:
        assert fits == (judgement.outcome is not Outcome.DISAGREES)
        wished = min(percent.value, Fraction(100))
        assert judgement.nearest == min(made, key=lambda ratio: (abs(ratio - wished), ratio))
        end = percent.value + percent.unit
        cut = any(percent.value <= ratio < end for ratio in made) and percent.exact_form
        assert judgement.cut_off == (cut and not fits)
    else:
        assert judgement.outcome is not Outcome.DISAGREES or not fits
    if judgement.outcome is Outcome.AGREES:
        assert len(made) == 1
        assert fits
        assert percent.exact_form


@law
@given(percents, st.integers(1, 40))
def test_a_percentage_is_reachable_when_some_count_makes_it(text: str, base: int) -> None:
    percent = parse_percent(text)
    counts = (Fraction(100 * count, base) for count in range(base + 1))
    assert reachable(percent, base) == any(percent.low <= it <= percent.high for it in counts)


@law
@given(st.lists(percents, min_size=1, max_size=3), st.integers(1, 12))
def test_percentages_are_jointly_reachable_when_counts_of_them_make_the_base(
    texts: list[str], base: int
) -> None:
    read = [parse_percent(text) for text in texts]
    fits = [
        [it for it in range(base + 1) if percent.low <= Fraction(100 * it, base) <= percent.high]
        for percent in read
    ]
    assert jointly_reachable(read, base) == any(sum(counts) == base for counts in product(*fits))


@law
@given(percents, st.integers(0, 2))
def test_the_base_that_a_count_needs_is_the_smallest_of_all(text: str, count: int) -> None:
    percent = parse_percent(text)
    widest = 2000 * count + 1  # where the count is half a unit of 0,0 %
    found = (
        base
        for base in range(max(count, 1), widest + 1)
        if percent.low * base <= 100 * count <= min(percent.high, Fraction(100)) * base
    )
    assert count_exists(percent, count) == next(found, None)


@law
@given(st.lists(intervals(4), min_size=1, max_size=4), relations)
def test_a_total_that_is_missing_is_never_judged(cells: list[Interval], relation: Relation) -> None:
    assert judge_sum(cells, UNKNOWN, relation).outcome is Outcome.NOT_TESTABLE


@law
@given(st.integers(0, 999_999_999))
def test_every_count_that_is_printed_is_read_back(count: int) -> None:
    assert parse_count(swedish(count)) == count
