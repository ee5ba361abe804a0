"""The lex Sarah cases of a run: what each is assessed as, and where some may be hidden."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from checker.extract import OPEN
from checker.keyed import area_of
from checker.overview.hidden import hiding, unread
from checker.overview.page import MISSING, Place
from checker.overview.reading import UNTESTED, one_line, place_of, sound
from checker.report import Item
from checker.shown import shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.dates import Days
    from checker.report import Report
    from checker.result import Result

PART, LIST = "lex_sarah", "ärenden"
SERIOUS = ("allvarligt missförhållande", "påtaglig risk för allvarligt missförhållande")
RISK, RISK_AS_PRINTED = "påtaglig risk för missförhållande", "risk för missförhållande"
ASSESSED = (*SERIOUS, "missförhållande", RISK)
ASSESSMENTS = (*ASSESSED, "inget missförhållande", OPEN, MISSING, UNTESTED)
ENDS = ("beslut", "utredning_klar")


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a report.

    Attributes:
        assessment: one of ASSESSMENTS.
        area: the area that it stands in, else its verksamhet; fit to be shown, empty for none.
    """

    item: Item
    assessment: str
    area: str

    @property
    def file(self) -> str:
        """The report's file."""
        return self.item.report.document.name

    def date(self, name: str) -> Days | None:
        """A date of it, if one can be read."""
        place = self.item.at(name)
        return sound(lambda: self._date(place), None)

    def _date(self, place: Item) -> Days | None:
        place.require()
        return place.report.values.dates.get(place.route)


@dataclass(frozen=True, slots=True)
class Unread:
    """A place where cases may stand that nobody can read.

    Attributes:
        area: the area that it stands in; fit to be shown.
    """

    place: Place
    area: str = UNTESTED

    @property
    def file(self) -> str:
        """The report's file."""
        return self.place.file


def cases_of(result: Result) -> Iterator[Case | Unread]:
    """Every case in the order of the reports, and every place that may hide some."""
    for one in result.reports:
        if one.report:
            yield from _cases_in(one.report)
    yield from (Unread(place) for place in unread(result))


def _cases_in(report: Report) -> Iterator[Case | Unread]:
    found = [_case(item) for item in report.select(f"**.{PART}.{LIST}[*]")]
    yield from found
    for route in hiding(report, ((PART,), (PART, LIST)), (case.item for case in found)):
        area = sound(partial(area_of, Item(report, route)), "")
        yield Unread(place_of(report, route), shown(one_line(area)) or UNTESTED)


def _case(item: Item) -> Case:
    area = sound(partial(area_of, item), UNTESTED)
    own = sound(partial(item.text, "verksamhet"), UNTESTED)
    return Case(item, sound(partial(_assessment, item), UNTESTED), shown(one_line(area or own)))


def _assessment(item: Item) -> str:
    printed = normal(item.text("bedömning"))
    if printed == RISK_AS_PRINTED:
        return RISK
    return printed if printed in ASSESSMENTS else MISSING
