"""A judged requirement in words: its state, where it is answered, and what is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.page import STATES, Cell, State
from checker.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.document.model import Route
    from checker.overview.answer import Answer
    from checker.overview.page import Place
    from checker.overview.rows import Judged

MOST_LINES = 3
FOR_THE_WHOLE = "för hela rapporten"


def cell(one: Judged) -> Cell:
    """As it is read in the table."""
    remarks = one.remarks
    said = _said(one.answer, one)
    answered = _places(one, one.answer.routes)
    if remarks.excused:
        places = _places(one, remarks.excused)
        more = len(remarks.excused) - 1
        also = f" och {counted(more, 'undantag', 'undantag')} till" if more else ""
        text = f"{STATES[State.EXCEPTED]}: {remarks.reason}{_in_brackets(places)}{also}"
    elif one.state is State.NOT_TESTED and one.answer.state is not State.NOT_TESTED:
        places = _places(one, remarks.untested)
        text = STATES[State.NOT_TESTED] + _at(places)
    else:
        return Cell(said + remarks.words, one.state, answered)
    # Beside an exception, that nothing else is there goes without saying.
    said = "" if one.answer.state is State.NOT_REQUIRED else f" · {said}"
    return Cell(text + said + remarks.words, one.state, _once((*places, *answered)))


def _said(answer: Answer, one: Judged) -> str:
    places = _places(one, answer.routes)
    words = [STATES[answer.state], answer.share, FOR_THE_WHOLE if one.whole else ""]
    text = " ".join(filter(None, words))
    if answer.reason:
        return f"{text}: {answer.reason}{_in_brackets(places)}"
    # What an area lacks stands on no line; its place leads to the area.
    return text if answer.routes == (one.scope.route,) else text + _at(places)


def _at(places: tuple[Place, ...]) -> str:
    return f", {_lines(places)}" if places else ""


def _in_brackets(places: tuple[Place, ...]) -> str:
    return f" ({_lines(places)})" if places else ""


def _lines(places: tuple[Place, ...]) -> str:
    lines = [str(number) for number in dict.fromkeys(one.line for one in places)]
    if len(lines) <= MOST_LINES:
        return f"rad {listed(lines)}"
    return f"rad {lines[0]} och {len(lines) - 1} ställen till"


def _places(one: Judged, routes: Iterable[Route]) -> tuple[Place, ...]:
    """The report as a whole stands nowhere: its first line says nothing."""
    places = {one.scope.place(route) for route in routes if route}
    return tuple(sorted(places, key=lambda place: place.line))


def _once(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))
