"""The lex Sarah cases of a report or an area, counted: serious, open, without measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.declared import YES
from checker.extract import OPEN
from checker.overview.case_follows import BOXES, REFERENCE
from checker.overview.cases import SERIOUS
from checker.overview.page import MISSING, STATES, Cell, State
from checker.report import NOT_APPLICABLE, UnsoundError, has_content
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.overview.scopes import Scope
    from checker.report import Item

UNFOUNDED = "inget missförhållande"
TOLD_IVO = frozenset({"ja", "nej"})
MEASURES = (*(f"åtgärder.{box}" for box in BOXES), REFERENCE)
PARTS = ("lex_sarah",)
STATED = ("rapporter.inkomna", "antal_ärenden", "totalt")


def is_serious(case: Item) -> bool:
    """Assessed as serious, or as a risk for it."""
    return normal(case.text("bedömning")) in SERIOUS


def is_silent_on_ivo(case: Item) -> bool:
    """Serious, and nothing is said of whether IVO knows."""
    return is_serious(case) and normal(case.text("ivo.anmäld")) not in TOLD_IVO


def is_open(case: Item) -> bool:
    """Still being investigated."""
    return normal(case.text("bedömning")) == OPEN


def lacks_measures(case: Item) -> bool:
    """Assessed as a missförhållande or a risk for one, with neither measures nor a reference."""
    if normal(case.text("bedömning")) in {"", OPEN, UNFOUNDED}:
        return False
    return not any(has_content(case.get(one)) for one in MEASURES)


KINDS: tuple[tuple[str, str, Callable[[Item], bool]], ...] = (
    ("cases", "Ärenden", lambda _: True),
    ("serious", "Allvarliga", is_serious),
    ("silent_on_ivo", "Allvarliga utan besked om IVO", is_silent_on_ivo),
    ("open", "Pågående", is_open),
    ("without_measures", "Bedömda utan åtgärder", lacks_measures),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many; at least so many where some could not be read, or only some are shown."""

    number: int
    least: bool

    def __str__(self) -> str:
        """``3``, or ``minst 3``."""
        return f"minst {self.number}" if self.least else str(self.number)


def case_cells(scopes: Iterable[Scope], *, common: Scope | None = None) -> list[Cell]:
    """A cell for each kind of case.

    Args:
        scopes: where to count.
        common: the report as a whole, which tells an area's cases too.
    """
    within = tuple(scopes)
    parts = [part for scope in within for part in scope.select(PARTS)]
    if not any(has_content(part.value) for part in parts):
        told = common is not None and any(map(_tells_cases, common.select(PARTS)))
        return [Cell("för hela rapporten" if told else MISSING) for _ in KINDS]
    if all(map(_is_not_applicable, parts)):
        return [Cell(STATES[State.NOT_APPLICABLE], State.NOT_APPLICABLE) for _ in KINDS]
    if not any(map(_tells_cases, parts)):
        return [Cell(MISSING) for _ in KINDS]
    cases = [case for scope in within for case in scope.select(("lex_sarah.ärenden[*]",))]
    least = any(map(_has_more, parts))
    return [_cell(cases, is_one, within[0], least=least) for _, _, is_one in KINDS]


def _cell(cases: list[Item], is_one: Callable[[Item], bool], scope: Scope, *, least: bool) -> Cell:
    known = []
    for case in cases:
        try:
            case.require()
            if is_one(case):
                known.append(case.route)
        except UnsoundError:
            least = True
    return Cell(str(Count(len(known), least)), places=tuple(map(scope.place, known)))


def _tells_cases(part: Item) -> bool:
    """Whether the part lists cases, or says that there were none."""
    return _lists_cases(part) or _stated(part) == {True}


def _lists_cases(part: Item) -> bool:
    value = part.value
    return isinstance(value, dict) and has_content(value.get("ärenden"))


def _has_more(part: Item) -> bool:
    """Whether there are, or may be, cases that it does not list."""
    try:
        shows_some = normal(part.text("visar_delar")) == YES
        part.at("ärenden").require()
    except UnsoundError:
        return True
    return shows_some or (not _lists_cases(part) and False in _stated(part))


def _stated(part: Item) -> set[bool]:
    """Of each figure that says how many cases or reports there were: whether it is none."""
    cells = part.report.values.cells
    found = (cells.get(part.at(one).route) for one in STATED)
    return {one.interval.is_exact and one.interval.low == 0 for one in found if one}


def _is_not_applicable(part: Item) -> bool:
    value = part.value
    return isinstance(value, dict) and has_content(value.get(NOT_APPLICABLE))
