"""Checks of running text: references to numbers, and shares that it states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from checker.arithmetic.statements import statements
from checker.checks.shares import Shares, Stated, judged
from checker.finding import Problem
from checker.lookup import NoNumber, Number, look_up
from checker.lost import Nothing
from checker.prose import references, replaced
from checker.report import Item, UnsoundError
from checker.rule import FORBID
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.finding import Judged
    from checker.report import Report

UNTOLD = "…"  # stands for a number that nobody knows, and is never read as one


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """References in any running text of the report.

    Attributes:
        finds: ``nothing`` (they lead nowhere) or ``no_number`` (to something that is none).
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    finds: Literal["nothing", "no_number"]


def referring(report: Report) -> Iterator[Item]:
    """The texts that refer to numbers."""
    return (Item(report, route) for route in report.values.referring)


def number_reference(item: Item, ask: References) -> Iterator[Problem]:
    """Every reference leads to a number."""
    unsound: UnsoundError | None = None
    for reference in references(str(item.value)):
        try:
            found = look_up(item, reference.path)
        except UnsoundError as error:
            unsound = unsound or error
            continue
        words = {"hänvisning": f"{{{shown(reference.path)}}}"}
        if isinstance(found, Nothing) and ask.finds == "nothing":
            words |= {"fattas": found.missing, "var": found.where, "förslag": found.advice}
            yield Problem(item.route, words, text_line=reference.line)
        elif isinstance(found, NoNumber) and ask.finds == "no_number":
            words |= {"står": found.holds, "förslag": found.advice}
            yield Problem(item.route, words, text_line=reference.line)
    if unsound:
        raise unsound


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedShares:
    """Shares in any running text of the report.

    Attributes:
        finds: ``wrong`` or ``cut_off`` (a percentage that was truncated instead of rounded).
    """

    __pydantic_config__ = FORBID

    items: ClassVar[tuple[str, ...]] = ()
    finds: Literal["wrong", "cut_off"] = "wrong"


def stating(report: Report) -> Iterator[Item]:
    """The texts that state shares."""
    return (Item(report, route) for route in report.values.stating)


def share_in_text(item: Item, ask: StatedShares) -> Iterator[Problem | Judged]:
    """A share in a text agrees with its count and base."""
    unsound: list[UnsoundError] = []

    def number(path: str) -> str:
        try:
            found = look_up(item, path)
        except UnsoundError as error:
            unsound.append(error)
            return UNTOLD
        return found.printed if isinstance(found, Number) else UNTOLD

    shares = Shares(items=(), finds=ask.finds)
    for one in statements(replaced(str(item.value), number)):
        counts = one.count.interval, one.base.interval
        for told in judged(Stated(*counts, one.percent, item.route, ()), shares):
            yield replace(told, text_line=one.line) if isinstance(told, Problem) else told
    if unsound:
        raise unsound[0]
