"""The register of lex Sarah cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.page import Cell, Column, Row, Table

if TYPE_CHECKING:
    from checker.result import Result


def register(result: Result) -> tuple[Table, ...]:
    """A stand-in until the real tables are merged: how many there are."""
    columns = (Column("report", "Rapport"), Column("count", "Ärenden", number=True))
    rows = tuple(
        Row((Cell(one.file), Cell(str(len(list(one.report.select("**.lex_sarah.ärenden[*]")))))))
        for one in result.reports
        if one.report
    )
    return (Table("register", "Ärenden enligt lex Sarah", columns, rows),)
