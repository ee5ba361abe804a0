"""A requirement judged in the report as a whole and in each of its areas."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.checks.presence import PartPresent
from checker.overview.answer import Answer
from checker.overview.answers import answer
from checker.overview.page import State
from checker.overview.remarks import Remarks
from checker.report import AREAS

if TYPE_CHECKING:
    from checker.binding import Bound
    from checker.overview.remarks import Told
    from checker.overview.scopes import Scope
    from checker.requirement import Requirement

LACKING = frozenset({State.NOT_ANSWERED, State.EMPTY})
AREA_WORDS = "verksamhetsområden"
# What is said of the whole where only its areas answer: the first of these that one of them has.
_GRAVEST = (
    *(State.NOT_TESTED, State.NOT_ANSWERED, State.EMPTY, State.ANSWERED, State.EXCEPTED),
    *(State.NOT_APPLICABLE, State.HUMAN),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A requirement in a scope.

    Attributes:
        own: the scope answers, or lacks the answer, itself; else it shows what others say.
        whole: it shows what the report as a whole says.
    """

    answer: Answer
    scope: Scope
    remarks: Remarks = field(default_factory=Remarks)
    own: bool = False
    whole: bool = False

    @property
    def state(self) -> State:
        """The state that is shown: an exception and what could not be tested come first."""
        if self.remarks.excused:
            return State.EXCEPTED
        if self.remarks.untested or self.remarks.crashed:
            return State.NOT_TESTED
        return self.answer.state

    @property
    def lacks(self) -> bool:
        """Whether it is one of those without an answer."""
        return self.own and self.state in LACKING

    @property
    def counts_as(self) -> State:
        """What the whole is told of an area: an exception does not take its answer away."""
        excepted = self.state is State.EXCEPTED
        return self.answer.state if excepted and self.answer.state not in LACKING else self.state


def judged(
    row: Requirement, rule: Bound | None, scopes: tuple[Scope, ...], told: Told
) -> tuple[Judged, ...]:
    """A requirement in the report as a whole, and then in each area.

    Args:
        row: the requirement.
        rule: the rule that demands an answer; None also where a rule set has turned it off.
        scopes: the report as a whole first.
        told: what the rules say.
    """
    whole, *areas = scopes
    own = [answer(row, rule, scope) for scope in scopes]
    if own[0] is None and isinstance(getattr(rule, "parameters", None), PartPresent):
        own = [own[0], *(one or _missing(area) for one, area in zip(own[1:], areas, strict=True))]
        own[0] = _without_areas(whole) if len(own) == 1 else None
    common = own[0]
    at_whole = _for_areas(common, _remarks(row, common, whole, told))
    found = []
    for one, scope in zip(own[1:], areas, strict=True):
        said = one or at_whole or Answer(State.NOT_REQUIRED)
        remarks = _remarks(row, one, scope, told)
        found.append(
            Judged(said, scope, remarks, own=one is not None, whole=not one and bool(common))
        )
    said = common or _of_areas(found) or Answer(State.NOT_REQUIRED)
    remarks = _remarks(row, common, whole, told)
    return (Judged(said, whole, remarks, own=common is not None), *found)


def _remarks(row: Requirement, own: Answer | None, scope: Scope, told: Told) -> Remarks:
    parts = own.routes if own else ()
    remarks = told.of(row, parts, scope, lacking=own is not None and own.state in LACKING)
    # A rule that broke down is told where the requirement is judged, not once more for each area.
    return remarks if own or not scope.route else replace(remarks, crashed=False)


def _for_areas(common: Answer | None, remarks: Remarks) -> Answer | None:
    """What an area is told of the whole: what an exception excuses is not missing once more."""
    if common and remarks.excused and common.state in LACKING:
        return Answer(State.EXCEPTED, remarks.excused)
    return common


def _missing(area: Scope) -> Answer:
    return Answer(State.NOT_ANSWERED, (area.route,))


def _without_areas(whole: Scope) -> Answer:
    """Nothing is said, unless areas that could not be read say it."""
    broken = (AREAS,) in whole.report.broken
    return Answer(State.NOT_TESTED, ((AREAS,),)) if broken else Answer(State.NOT_ANSWERED)


def _of_areas(areas: list[Judged]) -> Answer | None:
    """What the areas say, told of the report as a whole."""
    own = [one for one in areas if one.own]
    for state in _GRAVEST:
        these = [one for one in own if one.counts_as is state]
        if these:
            routes = tuple(route for one in these for route in one.answer.routes)
            return Answer(state, routes, share=f"i {len(these)} av {len(areas)} {AREA_WORDS}")
    return None
