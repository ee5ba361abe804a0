"""What a report answers to a requirement, in the report as a whole or in one area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.checks.fields import EachHas, is_asked
from checker.overview.page import State
from checker.report import NOT_APPLICABLE, Item, UnsoundError, has_content
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.binding import Bound
    from checker.document.model import Route
    from checker.overview.scopes import Scope
    from checker.requirements import Requirement

NOT_PLAIN = set('*["')


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands there.

    Attributes:
        routes: where.
        reason: why it is not applicable.
        share: how many of all places, in words.
    """

    state: State
    routes: tuple[Route, ...] = ()
    reason: str = ""
    share: str = ""


def answer(row: Requirement, rule: Bound | None, scope: Scope) -> Answer | None:
    """What the scope itself says to a requirement; None where nothing stands there.

    Args:
        row: the requirement.
        rule: the rule that demands an answer, where one does.
        scope: of whom it is asked.
    """
    if rule and isinstance(rule.parameters, EachHas):
        return _each(rule, rule.parameters, scope)
    return _one(row.answers, scope) or _to_judge(row.judged_at, scope)


def _one(selectors: tuple[str, ...], scope: Scope) -> Answer | None:
    """One place with content is an answer; so is a reason why there is none."""
    found: dict[State, list[Route]] = {}
    reason = ""
    for state, item, why in _seen(selectors, scope):
        found.setdefault(state, []).append(item.route)
        reason = reason or why
    order = (State.ANSWERED, State.NOT_APPLICABLE, State.NOT_TESTED, State.EMPTY)
    for state in order:
        if state in found:
            why = reason if state is State.NOT_APPLICABLE else ""
            return Answer(state, tuple(found[state]), why)
    return None


def _seen(selectors: tuple[str, ...], scope: Scope) -> Iterator[tuple[State, Item, str]]:
    """Each place that there is, or that cannot be read, with its state and its reason."""
    for selector in selectors:
        if selector and not NOT_PLAIN & set(selector) and not _sound(scope.item.at(selector)):
            # A key that is misspelt stands nowhere, yet it is not missing.
            yield State.NOT_TESTED, scope.item.at(selector), ""
            continue
        for item in scope.select((selector,)):
            yield _state(item)


def _state(item: Item) -> tuple[State, Item, str]:
    if not _sound(item):
        return State.NOT_TESTED, item, ""
    part = item.parent if item.route[-1:] == (NOT_APPLICABLE,) else item
    if isinstance(part.value, dict) and NOT_APPLICABLE in part.value:
        why = part.value[NOT_APPLICABLE]
        if has_content(why):
            return State.NOT_APPLICABLE, part, shown(str(why).strip().rstrip("."), LONG)
    return (State.ANSWERED if has_content(part.value) else State.EMPTY), part, ""


def _each(rule: Bound, ask: EachHas, scope: Scope) -> Answer | None:
    """Each item that the rule asks about must have what it asks for."""
    good: list[Route] = []
    lacking: list[Route] = []
    broken: list[Route] = []
    for item in scope.items_of(rule):
        try:
            item.require()
            if not is_asked(item, ask):
                continue
            problem = next(iter(rule.check.run(item, ask)), None)
            if problem:
                lacking.append(problem.route)
            else:
                good.append(_filled(item, ask))
        except UnsoundError as unsound:
            broken.append(unsound.route)
    total = len(good) + len(lacking) + len(broken)
    if lacking:
        report = scope.report
        empty = all(route in report.document.keys for route in lacking)
        empty = empty and not any(has_content(report.value_at(route)) for route in lacking)
        state = State.EMPTY if empty else State.NOT_ANSWERED
        return Answer(state, tuple(lacking), share=_share(len(lacking), total))
    if broken:
        return Answer(State.NOT_TESTED, tuple(broken), share=_share(len(broken), total))
    share = f"i alla {total}" if total > 1 else ""
    return Answer(State.ANSWERED, tuple(good), share=share) if good else None


def _filled(item: Item, ask: EachHas) -> Route:
    """The first of the fields that answers."""
    fields = (item.at(one) for one in (*ask.any_of, *ask.all_of))
    value_at = item.report.value_at
    return next(one.route for one in fields if has_content(value_at(one.route)))


def _to_judge(selectors: tuple[str, ...], scope: Scope) -> Answer | None:
    """What is written there, only a person can judge."""
    items = scope.select(selectors)
    routes = tuple(one.route for one in items if _sound(one) and has_content(one.value))
    if routes:
        return Answer(State.HUMAN, routes)
    broken = tuple(one.route for one in items if not _sound(one))
    return Answer(State.NOT_TESTED, broken) if broken else None


def _share(count: int, total: int) -> str:
    return f"i {count} av {total}" if total > 1 else ""


def _sound(item: Item) -> bool:
    try:
        item.require()
    except UnsoundError:
        return False
    return True
