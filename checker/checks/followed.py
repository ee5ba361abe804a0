"""Checks of what one report leaves to the next: planned measures, open cases, and its own name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.checks.before import adjacent_of, elsewhere
from checker.checks.presence import PartPresent, part_present
from checker.declared import YES
from checker.finding import Problem, Related
from checker.keyed import area_of
from checker.report import NOT_APPLICABLE, NotComparedError, has_content
from checker.rule import FORBID
from checker.shown import LONG, shown
from checker.text import counted, listed, normal
from checker.unfit import require_some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.checks.kinds import Where
    from checker.document.model import Route
    from checker.edition import Edition, Numbered
    from checker.report import Item

FOLLOW_UPS, CASES = "förra_årets_åtgärder", "lex_sarah.ärenden"
PLANS = ("planerad åtgärd", "planerade åtgärder")
EMPTY, ABSENT = "står tom", "saknas"
SELECTION = "listan över ärenden är ett urval (visar_delar), så ett öppet ärende kan vara utelämnat"
OPEN_CASES = ("öppet ärende", "öppna ärenden")
MOST_NAMED = 10
"""So many files are named: a folder of copies is one mistake, and no list without end."""
WITHOUT = "{antal} i {fil} har inget nr och gick inte att jämföra"


def plans_followed_up(item: Item, _ask: Where) -> Iterator[Problem]:
    """Each numbered measure that the report before planned is followed up, by its number.

    Where nothing at all is followed up, a rule of its own says so, once and without the numbers.
    """
    previous, root = adjacent_of(item), item.report.root
    for place, lost in _by_place(root, _not_followed_up(root, previous.plans), FOLLOW_UPS):
        if _follows_up(place) and not place.text(NOT_APPLICABLE):
            yield _lost(place, lost, previous)
    _tell_the_rest(PLANS, previous, len(previous.unnumbered_plans))


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Where the follow-up of last year's measures is looked for.

    Attributes:
        plans: whether the report before is known to have planned any.
        parts: of what a rule of its own asks for one, the follow-up among them: what that rule
            tells is not told again.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    plans: Literal["known", "unknown"]
    parts: tuple[str, ...]

    def __post_init__(self) -> None:
        """That rule asks for something."""
        require_some(self, "parts")


def follow_up(item: Item, ask: FollowUp) -> Iterator[Problem]:
    """What was planned last year is followed up at all."""
    root = item.report.root
    told = {one.route for one in part_present(root, PartPresent(parts=ask.parts, called=""))}
    if ask.plans == "known":
        yield from _planned_and_forgotten(root, adjacent_of(item), told)
        return
    try:
        adjacent_of(item)
    except NotComparedError:
        yield from _without_follow_up(root, told)


def _planned_and_forgotten(root: Item, previous: Edition, told: set[Route]) -> Iterator[Problem]:
    lost = [*_not_followed_up(root, previous.plans), *previous.unnumbered_plans]
    for place, many in _by_place(root, lost, FOLLOW_UPS):
        if not _follows_up(place) and place.route not in told:
            words = {"läge": _state(place), "fil": previous.file}
            words["planerade"] = counted(len(many), "åtgärd", "åtgärder")
            related = tuple(elsewhere(previous, one.place, PLANS[0]) for one in many[:MOST_NAMED])
            yield Problem(place.route, words, elsewhere=related)


def _without_follow_up(root: Item, told: set[Route]) -> Iterator[Problem]:
    found = list(root.select(f"**.{FOLLOW_UPS}"))
    for one in found:
        if not _answers(one) and one.route not in told:
            yield Problem(one.route, {"läge": EMPTY, "fil": "", "planerade": ""})
    if not found and len(told) < max(1, len(root.report.areas)):
        yield Problem(root.at(FOLLOW_UPS).route, {"läge": ABSENT, "fil": "", "planerade": ""})


def _not_followed_up(root: Item, plans: Iterable[Numbered]) -> list[Numbered]:
    known = {normal(one.text("nr")) for one in root.select(f"**.{FOLLOW_UPS}[*]")}
    return [one for one in plans if normal(one.number) not in known]


def _follows_up(place: Item) -> bool:
    """Whether anything is followed up there; for the whole report, in any of its areas too."""
    everywhere = place.parent.select(f"**.{FOLLOW_UPS}") if not place.route[:-1] else (place,)
    return any(_answers(one) for one in everywhere)


def _answers(place: Item) -> bool:
    place.require()
    value = place.report.value_at(place.route)
    return has_content(value) or (isinstance(value, dict) and NOT_APPLICABLE in value)


def _state(place: Item) -> str:
    holder = place.parent.value
    return EMPTY if isinstance(holder, dict) and place.name in holder else ABSENT


def planned_before(item: Item, _ask: Where) -> Iterator[Problem]:
    """What is followed up under a number was planned under it in the report before."""
    number = item.text("nr")
    if not number:
        return
    previous = adjacent_of(item)
    if not previous.plans:
        _tell_the_rest(PLANS, previous, len(previous.unnumbered_plans))
    elif normal(number) not in {normal(one.number) for one in previous.plans}:
        numbers = [shown(one.number) for one in previous.plans[:5]]
        more = " med flera" if len(previous.plans) > len(numbers) else ""
        words = {"nr": shown(number), "fil": previous.file, "finns": listed(numbers) + more}
        yield Problem(item.at("nr").route, words)


def cases_kept(item: Item, _ask: Where) -> Iterator[Problem]:
    """Each case that was still open in the report before is in this one, by its number."""
    previous = adjacent_of(item)
    missing = [one for one in previous.open_cases if normal(one.number) not in item.report.cases]
    for place, lost in _by_place(item.report.root, missing, CASES):
        if normal(place.parent.text("visar_delar")) == YES:
            raise NotComparedError(SELECTION)
        yield _lost(place, lost, previous)
    _tell_the_rest(OPEN_CASES, previous, previous.open_without_number)


def only_one(item: Item, _ask: Where) -> Iterator[Problem]:
    """No other report has the same names and the same period."""
    twins = item.report.neighbours.twins
    if twins:
        related = tuple(
            Related(one.file, one.place.span, one.place.route, "samma period")
            for one in twins[:MOST_NAMED]
        )
        files = [shown(one.file, LONG) for one in twins[:MOST_NAMED]]
        if rest := len(twins) - len(files):
            files.append(counted(rest, "fil till", "filer till"))
        words = {"filer": listed(files)}
        yield Problem(item.at("period").route, words, elsewhere=related)


def _by_place(
    root: Item, lost: Iterable[Numbered], dotted: str
) -> Iterator[tuple[Item, list[Numbered]]]:
    """What is lost, by where it should stand: in its area or, if the part is there, in common."""
    areas = {name: area for area in root.report.areas if (name := area_of(area))}
    found: dict[str, list[Numbered]] = {}
    for one in lost:
        area = areas.get(one.area)
        own = area is not None and has_content(area.get(dotted))
        common = area is None or (not own and has_content(root.get(dotted)))
        found.setdefault("" if common else one.area, []).append(one)
    for name, many in found.items():
        yield (areas[name] if name else root).at(dotted), many


def _lost(place: Item, lost: list[Numbered], previous: Edition) -> Problem:
    words = {"nr": listed([shown(one.number) for one in lost]), "fil": previous.file}
    related = tuple(elsewhere(previous, one.place, f"nr {shown(one.number)}") for one in lost)
    return Problem(place.route, words, elsewhere=related)


def _tell_the_rest(words: tuple[str, str], previous: Edition, count: int) -> None:
    """Ends with what could not be compared, if anything.

    Raises:
        NotComparedError: some had no number.
    """
    if count:
        told = WITHOUT.format(antal=counted(count, *words), fil=previous.file)
        raise NotComparedError(told)
