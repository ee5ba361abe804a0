"""What a report answers where a rule asks each of many, such as each lex Sarah case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.checks.fields import EachHas, is_asked
from checker.overview.answer import Answer
from checker.overview.page import State
from checker.report import Item, UnsoundError, has_content

if TYPE_CHECKING:
    from checker.binding import Bound
    from checker.document.model import Route
    from checker.overview.scopes import Scope


def each_answer(rule: Bound, ask: EachHas, scope: Scope) -> Answer | None:
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
                # Neither told nor filled in: the rule has a reason not to ask this one.
                good += _filled(item, ask)
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


def _filled(item: Item, ask: EachHas) -> list[Route]:
    """The first of the fields that answers, if any does."""
    routes = (item.at(one).route for one in (*ask.any_of, *ask.all_of))
    return [route for route in routes if has_content(item.report.value_at(route))][:1]


def _share(count: int, total: int) -> str:
    return f"i {count} av {total}" if total > 1 else ""
