"""What remains in a lex Sarah case as the report tells it: facts, and never what should be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.extract import OPEN
from checker.overview.case_follows import BOXES, NO_SUCH, REFERENCE, measures_in, referred
from checker.overview.cases import ASSESSED, SERIOUS
from checker.overview.page import MISSING, Cell, State
from checker.overview.reading import UNTESTED, one_line, place_of
from checker.report import UnsoundError
from checker.shown import shown
from checker.text import counted, normal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from checker.document.model import Route
    from checker.overview.cases import Case

    Fact: TypeAlias = tuple[str, Route]

NOTHING_REMAINS = "inget enligt rapporten"
LEFT = {
    "föreslagna": ("föreslagen åtgärd", "föreslagna åtgärder"),
    "planerade": ("planerad åtgärd", "planerade åtgärder"),
    "pågående": ("pågående åtgärd", "pågående åtgärder"),
}


def remains(case: Case) -> Cell:
    """What remains, one thing after the other."""
    told: list[str] = []
    places, state = [], None
    for called, read in (("bedömning", _assessed), ("åtgärder", _measures), ("IVO", _ivo)):
        try:
            for words, route in read(case):
                told.append(words)
                places.append(place_of(case.item.report, route))
        except UnsoundError as unsound:
            told.append(f"{called} {UNTESTED}")
            places.append(place_of(case.item.report, unsound.route))
            state = State.NOT_TESTED
    return Cell("; ".join(told) or NOTHING_REMAINS, state, tuple(dict.fromkeys(places)))


def _assessed(case: Case) -> Iterator[Fact]:
    place = case.item.at("bedömning")
    place.require()
    if case.assessment == OPEN:
        yield OPEN, place.route
    elif case.assessment == MISSING:
        yield "bedömning saknas", place.route


def _measures(case: Case) -> Iterator[Fact]:
    item = case.item
    counts = {box: measures_in(item, box) for box in BOXES}
    reference = item.text(REFERENCE)
    if case.assessment in ASSESSED and not any(counts.values()) and not reference:
        yield "åtgärder saknas", item.at("åtgärder").route
    if reference:
        missing = "" if referred(item) else f" {NO_SUCH}"
        yield f"se ärende {shown(one_line(reference))}{missing}", item.at(REFERENCE).route
    for box, (one, many) in LEFT.items():
        if counts[box]:
            yield counted(counts[box], one, many), item.at(f"åtgärder.{box}").route


def _ivo(case: Case) -> Iterator[Fact]:
    answer, outcome = (case.item.at(f"ivo.{name}") for name in ("anmäld", "utfall"))
    reported, ended = (normal(case.item.text(f"ivo.{name}")) for name in ("anmäld", "utfall"))
    if case.assessment in SERIOUS and reported not in {"ja", "nej"}:
        yield "besked om IVO saknas", answer.route
    elif case.assessment in SERIOUS and reported == "nej":
        yield "inte anmält till IVO", answer.route
    elif reported == "ja" and not case.item.text("ivo.datum"):
        yield "datum för anmälan till IVO saknas", case.item.at("ivo.datum").route
    if ended == "pågår":
        yield "pågår hos IVO", outcome.route
    elif reported == "ja" and not ended:
        yield "utfall hos IVO saknas", outcome.route
