"""What was planned last year, how it went, and what is planned now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.page import Cell, Column, Row, Table

if TYPE_CHECKING:
    from checker.result import Result


def measures(result: Result) -> tuple[Table, ...]:
    """A stand-in until the real tables are merged: how many there are."""
    columns = (Column("report", "Rapport"), Column("count", "Planerade åtgärder", number=True))
    rows = tuple(
        Row((Cell(one.file), Cell(str(len(list(one.report.select("**.planerade_åtgärder[*]")))))))
        for one in result.reports
        if one.report
    )
    return (Table("measures", "Planerade åtgärder", columns, rows),)
