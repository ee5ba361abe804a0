"""The requirement grid of the kravöversikt: what is asked, and where each report answers it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.overview.counts import counts_table
from checker.overview.departures import departures
from checker.overview.page import STATES, Cell, Column, Row, State, Table
from checker.overview.requirement_table import requirements_table
from checker.overview.sheets import Sheet, sheet
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.overview.rows import Judged
    from checker.requirement import Requirement
    from checker.result import Result


def grid(result: Result, catalogue: Catalogue) -> tuple[Table, ...]:
    """The figures on top, what they rest on, and a table for each report.

    Args:
        result: what came out of the run.
        catalogue: the rules of the run, with the requirements.
    """
    sheets = [sheet(one, catalogue, result.broken_rules(one)) for one in result.reports]
    top = [counts_table(sheets, result)]
    if len(sheets) > 1:
        top.append(_summary(sheets, catalogue))
    each = (
        requirements_table(one, catalogue, number) for number, one in enumerate(sheets, start=1)
    )
    return (*top, *departures(result, catalogue), *each)


def _summary(sheets: list[Sheet], catalogue: Catalogue) -> Table:
    """A row for each group of requirements and a column for each report."""
    files = [shown(one.result.file, LONG) for one in sheets]
    rows = [
        Row((Cell(group.title), *(Cell(_states(one.rows[at][1])) for one in sheets)))
        for at, group in enumerate(catalogue.requirements.groups)
    ]
    return Table(
        key="summary",
        title="Rapporterna bredvid varandra",
        columns=(
            Column("group", "Krav"),
            *(Column(f"r{number}", file) for number, file in enumerate(files, start=1)),
        ),
        rows=tuple(rows),
        notes=("Varje ruta räknar kraven i gruppen efter vad rapporten som helhet säger om dem.",),
    )


def _states(rows: tuple[tuple[Requirement, tuple[Judged, ...]], ...]) -> str:
    """``redovisas 3 · tomt 1``, in the order of the states."""
    found = Counter(cells[0].state if cells else State.NOT_TESTED for _, cells in rows)
    return " · ".join(f"{STATES[state]} {found[state]}" for state in State if found[state])
