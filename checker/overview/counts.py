"""The figures on top: for each report and each of its areas, what there is to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.overview.case_counts import KINDS, case_cells
from checker.overview.page import STATES, Cell, Column, Row, State, Table
from checker.overview.remarks import could_not_be_read, routes_of
from checker.overview.scopes import WHOLE
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.document.model import Route
    from checker.overview.scopes import Scope
    from checker.overview.sheets import Sheet
    from checker.result import ReportResult, Result

TITLE = "Att titta på"
NOTES = (
    "Utan svar är de krav som inte redovisas eller vars rubrik är tom.",
    "Ett påpekande om flera områden räknas i vart och ett av dem, men en gång för rapporten.",
)
_SEVERITIES = (
    (Severity.ERROR, "errors", "Fel"),
    (Severity.WARNING, "warnings", "Se över"),
    (Severity.INFO, "notes", "Upplysningar"),
)
COLUMNS = (
    Column("report", "Rapport"),
    Column("part", "Del"),
    *(Column(key, title, number=True) for key, title, _ in KINDS),
    Column("unanswered", "Utan svar", number=True),
    Column("human", "Frågor till en människa", number=True),
    *(Column(key, title, number=True) for _, key, title in _SEVERITIES),
    Column("todo", "Att göra", number=True),
    Column("exceptions", "Undantag", number=True),
    Column("not_tested", "Kunde inte kontrolleras", number=True),
)


def counts_table(sheets: Iterable[Sheet], result: Result) -> Table:
    """A row for each report and each area; what could not be read or judged has one too."""
    rows = [row for one in sheets for row in _rows(one)]
    judged = {one.file for one in result.reports}
    rows += [_untested(file) for file in result.lost if file not in judged]
    return Table("counts", TITLE, COLUMNS, tuple(rows), NOTES)


def _rows(one: Sheet) -> Iterable[Row]:
    if not one.scopes:
        yield _untested(one.result.file)
        return
    whole, *areas = one.scopes
    # The report's own figures are those of all its parts, each finding counted once.
    told = one.result
    yield _row(
        one,
        whole,
        case_cells(one.scopes),
        [
            sum(cell.lacks for _, row in one.all() for cell in row),
            len(told.points),
            *(told.count(severity) for severity, _, _ in _SEVERITIES),
            told.todos,
            len(told.waived),
            len(_untested_places(told)),
        ],
    )
    for index, area in enumerate(areas, start=1):
        yield _row(one, area, case_cells((area,), common=whole), _of_area(one, area, index))


def _of_area(one: Sheet, area: Scope, index: int) -> list[int]:
    told = one.result
    found = [finding for finding in told.findings if any(map(area.holds, routes_of(finding)))]
    cells = [(row, cells[index]) for row, cells in one.all()]
    return [
        sum(cell.lacks for _, cell in cells),
        sum(bool(row.point) and cell.own for row, cell in cells),
        *(
            sum(finding.severity is severity and not finding.todo for finding in found)
            for severity, _, _ in _SEVERITIES
        ),
        sum(sum(map(area.holds, routes_of(finding))) for finding in found if finding.todo),
        sum(any(map(area.holds, routes_of(excused.finding))) for excused in told.waived),
        sum(map(area.holds, _untested_places(told))),
    ]


def _untested_places(told: ReportResult) -> list[Route]:
    """Where figures could not be reckoned with, or a rule could not be run."""
    not_run = [one.route or () for one in told.not_run if could_not_be_read(one)]
    return [one.route for one in told.not_testable] + not_run


def _row(one: Sheet, scope: Scope, cases: list[Cell], figures: list[int]) -> Row:
    lead = Cell(shown(one.result.file, LONG)), Cell(scope.title)
    return Row((*lead, *cases, *(Cell(str(figure)) for figure in figures)))


def _untested(file: str) -> Row:
    untested = Cell(STATES[State.NOT_TESTED], State.NOT_TESTED)
    return Row((Cell(shown(file, LONG)), Cell(WHOLE), *[untested] * (len(COLUMNS) - 2)))
