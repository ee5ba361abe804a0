"""A small page with every kind of row, cell and table, made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from checker.overview.page import (
    MISSING,
    About,
    Cell,
    Column,
    Overview,
    Place,
    Row,
    State,
    Table,
)

FILE = "rapporter/exempel.yaml"


@pytest.fixture
def page() -> Overview:
    return small_page()


def small_page() -> Overview:
    """A table to sign with groups and states, one with figures and a sum, and an empty one."""
    return Overview(
        title="Kravöversikt",
        notes=("Arbetsmaterial.", "Programmet ser att en del finns."),
        tables=(_requirements(), _figures(), _empty()),
        reports=(
            About(FILE, "Exempelkommun · Socialnämnden"),
            About("trasig.yaml", "kunde inte kontrolleras: fel", State.NOT_TESTED),
        ),
        today=date(2026, 11, 22),
        version="1.2.3",
    )


def _requirements() -> Table:
    columns = (
        Column("requirement", "Krav"),
        Column("report", "Hela rapporten"),
        Column("care", "Äldreomsorg"),
    )
    rows = (
        Row((Cell("5 kap. Förbättringsarbete"),), "group"),
        Row(
            (
                Cell("Riskanalys"),
                Cell("redovisas", State.ANSWERED, (Place(FILE, 14, ("riskanalys",)),)),
                Cell("redovisas inte", State.NOT_ANSWERED),
            )
        ),
        Row(
            (
                Cell("Synpunkter"),
                Cell("krävs inte", State.NOT_REQUIRED),
                Cell("ej aktuellt: Inget kom in.", State.NOT_APPLICABLE, (Place(FILE, 30),)),
            )
        ),
    )
    return Table("requirements", "SOSFS 2011:9", columns, rows, ("Läs mallen.",), sign=True)


def _figures() -> Table:
    columns = (Column("area", "Verksamhet"), Column("cases", "Ärenden", number=True))
    rows = (
        Row((Cell("Äldreomsorg"), Cell("1 | 2"))),
        Row((Cell("Hemtjänst"), Cell(MISSING))),
        Row((Cell("Summa"), Cell("43", places=(Place(FILE, 9),))), "sum"),
    )
    return Table("figures", "Ärenden", columns, rows)


def _empty() -> Table:
    return Table("none", "Åtgärder", (Column("measure", "Åtgärd"),), ())
