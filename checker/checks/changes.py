"""Checks of what is said to have changed: words and steps against the two figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from checker.arithmetic.differences import difference, judge_change
from checker.arithmetic.interval import UNKNOWN
from checker.arithmetic.numerals import swedish
from checker.arithmetic.outcome import Outcome
from checker.checks.before import elsewhere, previous_of
from checker.checks.earlier import NO_TOTAL, OWN_TIME, wrong_before
from checker.figures import in_words
from checker.finding import Judged, Problem
from checker.keyed import has_own_period, key_of
from checker.rule import FORBID
from checker.shown import shown
from checker.tables import UNITS, part_of, read_table, tables_of
from checker.totals import REASONS, earlier_total, table_claims, total_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.arithmetic.changes import Change
    from checker.arithmetic.interval import Interval
    from checker.checks.kinds import Where
    from checker.report import Item
    from checker.totals import Claim, Time

CHANGE = "förändring"
NOTHING_COULD_FAIL = "talen är för osäkra för att någon förändring ska kunna vara fel"
NOT_COMPARED, CHANGED = REASONS
TIMES: tuple[Time, ...] = ("now", "before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Which changes to look at.

    Attributes:
        stated_as: ``word`` (ökat), ``step`` (+2, +62 %) or ``any``.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    stated_as: Literal["word", "step", "any"]


def change_of_total(item: Item, ask: Changes) -> Iterator[Problem | Judged]:
    """The change of a part, or of a table, agrees with its total now and before."""
    change = stated_change(item, ask)
    # Points are told for what they are, by a rule of its own.
    if change is None or change.points or _part_is_not_compared(item):
        return
    now, before = _totals(item)
    if now is None or before is None:
        if ask.stated_as != "word":
            yield from _one_known(item, change, now, before)
        return
    outcome = judge_change(change, now.interval, before.interval)
    reason = NOTHING_COULD_FAIL if outcome is Outcome.NOT_TESTABLE else ""
    yield Judged(item.at(CHANGE).route, outcome, reason)
    if outcome is Outcome.DISAGREES and not _fits_report(item, change, now, before):
        related = ((now.route, "nu"), (before.route, "förra perioden"))
        yield Problem(item.at(CHANGE).route, _words(change, now.interval, before.interval), related)


def _fits_report(item: Item, change: Change, now: Claim, before: Claim) -> bool:
    """Whether only the earlier figure is wrong, as the report before shows."""
    part = item if item.name in UNITS else part_of(item)
    if part is None or before.route not in wrong_before(part):
        return False
    told = previous_of(part).totals[key_of(part) or ()]
    return judge_change(change, now.interval, told.interval) is not Outcome.DISAGREES


def _one_known(
    item: Item, change: Change, now: Claim | None, before: Claim | None
) -> Iterator[Problem | Judged]:
    """Of one figure it can still be seen that nothing grows by more than it is in the end."""
    place, known = item.at(CHANGE).route, now or before
    low, high = difference(now.interval if now else UNKNOWN, before.interval if before else UNKNOWN)
    by = change.by
    if known is None or by is None or _is_between(low, by, high):
        reason = "bara ett av de två talen är känt" if known else "inget av de två talen är känt"
        yield Judged(place, Outcome.NOT_TESTABLE, reason)
        return
    yield Judged(place, Outcome.DISAGREES)
    words = {
        "förändring": shown(change.text),
        "nu": in_words(now.interval) if now else "okänt",
        "förra": in_words(before.interval) if before else "okänt",
        "rätt": f"högst {high:+d}" if now else f"minst {low:+d}",
    }
    yield Problem(place, words, ((known.route, "nu" if now else "förra perioden"),))


def _is_between(low: int | None, by: int, high: int | None) -> bool:
    return (low is None or low <= by) and (high is None or by <= high)


def change_since_report(item: Item, ask: Changes) -> Iterator[Problem | Judged]:
    """A part's change agrees with the report before, where this one does not print its figure."""
    change, now, before = stated_change(item, ask), total_of(item), earlier_total(item)
    printed = before is not None and before.interval != UNKNOWN
    if change is None or now is None or printed or item.text(CHANGED):
        return
    previous = previous_of(item)
    told = previous.totals.get(key_of(item) or ())
    place = item.at(CHANGE).route
    if told is None or has_own_period(item):
        yield Judged(place, Outcome.NOT_TESTABLE, NO_TOTAL if told is None else OWN_TIME)
        return
    outcome = judge_change(change, now.interval, told.interval)
    yield Judged(place, outcome, NOTHING_COULD_FAIL if outcome is Outcome.NOT_TESTABLE else "")
    if outcome is Outcome.DISAGREES:
        words = _words(change, now.interval, told.interval)
        words |= {"fil": previous.file, "rad": str(told.place.span.line)}
        there = (elsewhere(previous, told.place, in_words(told.interval)),)
        yield Problem(place, words, ((now.route, "nu"),), elsewhere=there)


def _words(change: Change, now: Interval, before: Interval) -> dict[str, str]:
    return {
        "förändring": shown(change.text),
        "nu": in_words(now),
        "förra": in_words(before),
        "rätt": _step(change, now, before),
    }


def _totals(item: Item) -> tuple[Claim | None, Claim | None]:
    if item.name in UNITS:
        return total_of(item), earlier_total(item)
    table = read_table(item)
    if table is None:
        return None, None
    now, before = (next(table_claims(table, time), None) for time in TIMES)
    part = part_of(item)
    if part and table.counts_as_the_part:
        return now or total_of(part), before or earlier_total(part)
    return now, before


def _part_is_not_compared(item: Item) -> bool:
    part = part_of(item)
    return part is not None and bool(part.text(NOT_COMPARED))


def _step(change: Change, now: Interval, before: Interval) -> str:
    """The change that the two figures make, in the form that the author used."""
    low, high = difference(now, before)
    if low is None or low != high:
        return "en annan"
    if change.percent is None or not before.low:
        return signed(Fraction(low), 0)
    percent = Fraction(100 * low, before.low)
    return f"{signed(percent, max(change.percent.decimals, 1))} %"


def signed(value: Fraction, decimals: int) -> str:
    """``+2``, ``−3,5``."""
    return f"{'+' if value > 0 else ''}{swedish(value, decimals)}"


def points_of_count(item: Item, _ask: Where) -> Iterator[Problem]:
    """The change of a count is not given in percentage points, which compare shares."""
    place = item.at(CHANGE)
    place.require()
    change = item.report.values.changes.get(place.route)
    if change and change.points:
        yield Problem(place.route, {"förändring": shown(change.text)})


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFigures:
    """A change that is told without figures.

    Attributes:
        missing: ``both`` figures, or only ``one`` of them.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    missing: Literal["one", "both"]


def change_without_figures(item: Item, ask: MissingFigures) -> Iterator[Problem]:
    """A change that is claimed can be seen in two figures."""
    change = item.report.values.changes.get(item.at(CHANGE).route)
    if change is None or item.text(NOT_COMPARED):
        return
    now, before = total_of(item), earlier_total(item)
    steps = change.by is not None or change.percent is not None
    # A step and one figure give the other: both are told.
    missing = [now, before].count(None) - (1 if steps and (now or before) else 0)
    if missing != {"one": 1, "both": 2}[ask.missing]:
        return
    # A table whose years are told to be wrong may well print what seems to be missing.
    if all(table.is_of_the_period for table in tables_of(item)):
        which = "förra periodens antal" if now else "periodens antal"
        words = {"förändring": shown(change.text), "del": item.name, "vilket": which}
        yield Problem(item.at(CHANGE).route, words)


def stated_change(item: Item, ask: Changes) -> Change | None:
    """The change that an item states, if it is of the kind that is asked for and to be judged."""
    place = item.at(CHANGE)
    place.require()
    change = item.report.values.changes.get(place.route)
    if change is None or item.text(NOT_COMPARED):
        return None
    is_word = change.by is None and change.percent is None and change.points is None
    return change if ask.stated_as == "any" or is_word == (ask.stated_as == "word") else None
