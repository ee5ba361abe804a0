"""What is asked of a report and where it answers, for every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.page import STATES, Cell, Column, Row, State, Table

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.result import Result


def grid(result: Result, catalogue: Catalogue) -> tuple[Table, ...]:
    """A stand-in until the real tables are merged: how many there are."""
    del catalogue
    columns = (Column("report", "Rapport"), Column("question", "Fråga"))
    rows = tuple(
        Row((Cell(report.file), Cell(f"{STATES[State.HUMAN]}: {point.question}", State.HUMAN)))
        for report in result.reports
        for point in report.points
    )
    return (Table("human", "Det som bara en människa kan bedöma", columns, rows, sign=True),)
