"""What a report answers to a requirement, in the report as a whole or in one area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.checks.fields import EachHas
from checker.overview.answer import Answer
from checker.overview.each_answer import each_answer
from checker.overview.page import State
from checker.report import NOT_APPLICABLE, Item, UnsoundError, has_content
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.binding import Bound
    from checker.document.model import Route
    from checker.overview.scopes import Scope
    from checker.requirement import Requirement

NOT_PLAIN = set('*["')


def answer(row: Requirement, rule: Bound | None, scope: Scope) -> Answer | None:
    """What the scope itself says to a requirement; None where nothing stands there.

    Args:
        row: the requirement.
        rule: the rule that demands an answer, where one does.
        scope: of whom it is asked.
    """
    if rule and isinstance(rule.parameters, EachHas):
        return each_answer(rule, rule.parameters, scope)
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


def _to_judge(selectors: tuple[str, ...], scope: Scope) -> Answer | None:
    """What is written there, only a person can judge."""
    items = scope.select(selectors)
    routes = tuple(one.route for one in items if _sound(one) and has_content(one.value))
    if routes:
        return Answer(State.HUMAN, routes)
    broken = tuple(one.route for one in items if not _sound(one))
    return Answer(State.NOT_TESTED, broken) if broken else None


def _sound(item: Item) -> bool:
    try:
        item.require()
    except UnsoundError:
        return False
    return True
