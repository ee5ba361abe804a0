"""The lex Sarah register: every case of every report in one table, and the sums of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.overview.case_days import days_of
from checker.overview.case_fields import area, consequence, decided, events, field, number, texts
from checker.overview.case_follows import BOXES, ivo, measures, refers_to
from checker.overview.case_order import in_order
from checker.overview.case_remains import remains
from checker.overview.case_sums import sums
from checker.overview.cases import Case, cases_of
from checker.overview.hidden import are_several
from checker.overview.page import Cell, Column, Row, Table
from checker.overview.reading import area_cell, guarded, untested
from checker.shown import LONG, shown

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
    cells = (guarded(item.report, partial(read, item)) for read in READERS)
    return Row((*file, *cells, remains(case)))


READERS: tuple[Callable[[Item], Cell], ...] = (
    number,
    area,
    field("lagrum"),
    field("utförare"),
    field("inkom"),
    decided,
    days_of,
    field("antal_rapporter"),
    events,
    texts("händelser"),
    texts("orsaker"),
    consequence,
    field("bedömning"),
    *(measures(box) for box in BOXES),
    refers_to,
    field("ivo.anmäld"),
    ivo("datum"),
    ivo("utfall"),
)
"""One for each column but the last."""
