"""The table of one report: each requirement, its norms, and what report and areas answer."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.overview.cell_words import cell
from checker.overview.page import STATES, Cell, Column, Row, State, Table
from checker.overview.scopes import WHOLE
from checker.shown import LONG, shown
from checker.text import listed

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.overview.sheets import Sheet
    from checker.requirement import Requirement
    from checker.result import ReportResult

BY_THE_TEMPLATE = "mallen"
NO_NORM = "ingen norm anger det"
NOTES = (
    "Redovisas betyder att svaret står i rapporten, inte att det som krävs är gjort.",
    "Lag och föreskrift kräver arbetet. Att rapporten visar det är ett råd eller mallens krav.",
    "Krävs inte betyder att varken mallen eller någon norm kräver svaret i rapporten.",
    "Datum står bara vid källor som har börjat eller slutat gälla efter periodens första dag.",
)
TURNED_OFF = (
    "Där kommunen har stängt av en regel står det under Källa: då krävs inte det som den krävde."
)


def requirements_table(one: Sheet, catalogue: Catalogue, number: int) -> Table:
    """The requirements and what the report and each of its areas answers."""
    result = one.result
    rows = []
    for group, requirements in one.rows:
        rows.append(Row((Cell(group.title),), "group"))
        for row, answers in requirements:
            cells = tuple(map(cell, answers)) or (Cell(STATES[State.NOT_TESTED], State.NOT_TESTED),)
            lead = Cell(row.id), Cell(row.text), Cell(_source(row, result, catalogue))
            rows.append(Row((*lead, *cells)))
    titles = [scope.title for scope in one.scopes] or [WHOLE]
    return Table(
        key=f"requirements_{number}",
        title=f"Krav: {shown(result.file, LONG)}",
        columns=(
            Column("id", "Nr"),
            Column("requirement", "Krav"),
            Column("source", "Källa"),
            Column(f"r{number}", titles[0]),
            *(Column(f"r{number}a{index}", one) for index, one in enumerate(titles[1:], start=1)),
        ),
        rows=tuple(rows),
        notes=(*_about(result), *NOTES, *([TURNED_OFF] if catalogue.off else [])),
        sign=True,
    )


def _about(result: ReportResult) -> list[str]:
    """Which report it is, and what is to be known of it before one reads its answers."""
    if not result.judged:
        return ["Filen går inte att läsa som en rapport. Se påpekandena om den."]
    heading = result.heading
    names = [heading.kommun, heading.board, heading.title]
    period = [str(heading.period)] if heading.period else []
    notes = [" · ".join(filter(None, [*names, *period]))]
    if result.draft:
        notes.append("Rapporten är ett utkast: det som inte redovisas kan vara kvar att skriva.")
    if result.not_compared:
        notes.append(f"Ingen jämförelse med förra rapporten: {shown(result.not_compared, LONG)}.")
    return [note for note in notes if note]


def _source(row: Requirement, result: ReportResult, catalogue: Catalogue) -> str:
    """The norms that may be cited and were in force some day of the report's period."""
    first, last = result.report.ends if result.report else (None, None)
    period = result.heading.period or first or last
    sources = (catalogue.sources[key] for key in row.sources)
    cited = [one for one in sources if one.citable and (not period or one.in_force(period))]
    said = (
        f"{short} {listed([one.place for one in same])} ({standing})"
        for (short, standing), same in groupby(
            cited, key=lambda one: (one.short, one.standing_in(period))
        )
    )
    told = "; ".join(said) or (BY_THE_TEMPLATE if row.demanded_by else NO_NORM)
    off = [rule for rule in row.rules if rule in catalogue.off]
    return f"{told}; avstängd av kommunen: {listed(off)}" if off else told
