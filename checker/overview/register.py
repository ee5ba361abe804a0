"""The lex Sarah register: every case of every report in one table, and the sums of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish
from checker.declared import YES
from checker.keyed import area_of
from checker.overview.case_days import days_of, end_of
from checker.overview.case_remains import BOXES, NO_SUCH, REFERENCE, measures_in, referred, remains
from checker.overview.case_sums import sums
from checker.overview.cases import Case, cases_of, in_order
from checker.overview.page import Cell, Column, Row, Table
from checker.overview.reading import (
    NOTHING,
    are_several,
    area_cell,
    guarded,
    not_applicable,
    one_line,
    place_of,
    printed,
    sound,
    texts_of,
    untested,
)
from checker.report import has_content
from checker.shown import LONG, shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.overview.cases import Unread
    from checker.report import Item
    from checker.result import Result

SECRECY = (
    "Arbetsmaterial. Ska sekretessgranskas innan det lämnas ut: det som hände och dess orsak kan "
    "peka ut en enskild."
)
ORDER = (
    "Allvarliga ärenden står först, därefter de öppna med det äldsta överst, sedan övriga efter "
    "datum. Ett ärende vars bedömning inte gick att läsa står efter de allvarliga."
)
DAYS = (
    "Dagar räknas från det att rapporten kom in till beslutet, eller till den dag då utredningen "
    "blev klar; öppna ärenden räknas till periodens slut. Är ett datum grovt står det minsta och "
    "det största antalet."
)
CUT = (
    "Händelse och orsak är avkortade. Är antalet händelser inte angivet räknas raderna i listan. "
    "Kvarstår säger vad rapporten visar, inte vad som ska göras."
)
NOTES = (SECRECY, ORDER, DAYS, CUT)
NO_CASES = "Inga lex Sarah-ärenden står i det som har lästs."
REPORT = Column("report", "Rapport")
COLUMNS = (
    Column("number", "Nr"),
    Column("area", "Verksamhet"),
    Column("act", "Lagrum"),
    Column("provider", "Utförare"),
    Column("received", "Inkom"),
    Column("decided", "Beslut"),
    Column("days", "Dagar", number=True),
    Column("reports", "Rapporter", number=True),
    Column("events", "Händelser", number=True),
    Column("event", "Händelse"),
    Column("cause", "Orsak"),
    Column("consequence", "Konsekvens beskriven"),
    Column("assessment", "Bedömning"),
    Column("proposed", "Föreslagna åtgärder", number=True),
    Column("planned", "Planerade åtgärder", number=True),
    Column("ongoing", "Pågående åtgärder", number=True),
    Column("done", "Genomförda åtgärder", number=True),
    Column("refers_to", "Hänvisar till"),
    Column("ivo", "Anmält till IVO"),
    Column("ivo_date", "Datum för anmälan"),
    Column("ivo_outcome", "Utfall hos IVO"),
    Column("remains", "Kvarstår"),
)


def register(result: Result) -> tuple[Table, ...]:
    """The register of all cases, and how many there are by assessment and area."""
    cases = list(cases_of(result))
    several = are_several(result)
    rows = tuple(_row(case, several=several) for case in in_order(cases))
    table = Table(
        key="lex_sarah_register",
        title="Lex Sarah-register",
        columns=(REPORT, *COLUMNS) if several else COLUMNS,
        rows=rows,
        notes=NOTES if rows else (*NOTES, NO_CASES),
    )
    return table, sums(cases, result)


def _row(case: Case | Unread, *, several: bool) -> Row:
    file = (Cell(shown(case.file, LONG)),) if several else ()
    if not isinstance(case, Case):
        blank = untested(case.place)
        area = area_cell(case.area, case.place)
        return Row((*file, *(area if one.key == "area" else blank for one in COLUMNS)))
    item = case.item
    cells = (guarded(item.report, partial(read, item)) for read in _READERS)
    return Row((*file, *cells, remains(case)))


def _field(dotted: str) -> Callable[[Item], Cell]:
    return lambda item: printed(item, dotted)


def _number(item: Item) -> Cell:
    name = next((cell for key in ("nr", "id") if (cell := printed(item, key)).places), NOTHING)
    return Cell(name.text, places=(place_of(item.report, item.route),))


def _area(item: Item) -> Cell:
    own = item.text("verksamhet")
    names = dict.fromkeys(filter(None, map(one_line, (area_of(item), own))))
    if not names:
        return NOTHING
    route = item.at("verksamhet").route if own else item.route
    return Cell(shown(" › ".join(names)), places=(place_of(item.report, route),))


def _decided(item: Item) -> Cell:
    end = end_of(item)
    if end is None:
        return NOTHING
    told = printed(item, end.name)
    words = told.text if end.name == "beslut" else f"utredningen klar {told.text}"
    return Cell(words, places=told.places)


def _events(item: Item) -> Cell:
    """The number that is stated, else as many as are listed."""
    stated = printed(item, "antal_händelser")
    if stated.places:
        return stated
    listing = item.at("händelser")
    count = len(texts_of(listing))
    if not count:
        return NOTHING
    is_selection = normal(item.text("visar_delar")) == YES
    words = f"minst {swedish(count)}" if is_selection else swedish(count)
    return Cell(words, places=(place_of(item.report, listing.route),))


def _told(dotted: str) -> Callable[[Item], Cell]:
    """A list of texts, cut."""

    def read(item: Item) -> Cell:
        listing = item.at(dotted)
        texts = texts_of(listing)
        words = "; ".join(text.rstrip(".") for text in texts) if len(texts) > 1 else "".join(texts)
        places = (place_of(item.report, listing.route),)
        return Cell(shown(words), places=places) if words else NOTHING

    return read


def _consequence(item: Item) -> Cell:
    place = item.at("konsekvenser")
    place.require_whole()
    if not has_content(item.get("konsekvenser")):
        return Cell("nej")
    return Cell("ja", places=(place_of(item.report, place.route),))


def _measures(box: str) -> Callable[[Item], Cell]:
    """How many measures a box holds; an empty box says nothing, and is no nought."""

    def read(item: Item) -> Cell:
        count = measures_in(item, box)
        place = item.at(f"åtgärder.{box}")
        if count:
            return Cell(swedish(count), places=(place_of(item.report, place.route),))
        other = printed(item, REFERENCE)
        return Cell(f"se {other.text}", places=other.places) if other.places else NOTHING

    return read


def _refers_to(item: Item) -> Cell:
    told = printed(item, REFERENCE)
    if not told.places:
        return Cell("inget ärende")
    target = sound(partial(referred, item), item)
    if target is None:
        return Cell(f"{told.text} {NO_SUCH}", places=told.places)
    if target is item:
        return told
    return Cell(told.text, places=(*told.places, place_of(item.report, target.route)))


def _ivo(name: str) -> Callable[[Item], Cell]:
    """What followed on reporting to IVO; nothing does where it was not reported."""

    def read(item: Item) -> Cell:
        told, answer = printed(item, f"ivo.{name}"), printed(item, "ivo.anmäld")
        if not told.places and normal(answer.text) == "nej":
            return not_applicable("inte anmält", *answer.places)
        return told

    return read


_READERS: tuple[Callable[[Item], Cell], ...] = (
    _number,
    _area,
    _field("lagrum"),
    _field("utförare"),
    _field("inkom"),
    _decided,
    days_of,
    _field("antal_rapporter"),
    _events,
    _told("händelser"),
    _told("orsaker"),
    _consequence,
    _field("bedömning"),
    *(_measures(box) for box in BOXES),
    _refers_to,
    _field("ivo.anmäld"),
    _ivo("datum"),
    _ivo("utfall"),
)
"""One for each column but the last."""
