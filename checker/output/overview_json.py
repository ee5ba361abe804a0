"""The kravöversikt as a version 1 JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.output import overview_json_model as model
from checker.output.json_form import pointer
from checker.output.overview_clean import clean

if TYPE_CHECKING:
    from checker.overview.page import Cell, Overview, Row, Table


def overview_json(overview: Overview) -> str:
    """The page as JSON; ASCII only, so that no terminal and no log can stumble on it."""
    page = clean(overview)
    document = model.Document(
        tool=model.Tool(version=page.version),
        date=page.today.isoformat(),
        title=page.title,
        notes=list(page.notes),
        reports=[
            model.Report(file=report.file, text=report.text, read=report.state is None)
            for report in page.reports
        ],
        tables=[_table(table) for table in page.tables],
    )
    data = document.model_dump(mode="json")
    return json.dumps(data, ensure_ascii=True, allow_nan=False, indent=2) + "\n"


def overview_schema() -> str:
    """The JSON Schema of the kravöversikt, generated from the model."""
    schema = model.Document.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table) -> model.Table:
    return model.Table(
        key=table.key,
        title=table.title,
        notes=list(table.notes),
        sign=table.sign,
        columns=[
            model.Column(key=column.key, title=column.title, number=column.number)
            for column in table.columns
        ],
        rows=[_row(row, table) for row in table.rows],
    )


def _row(row: Row, table: Table) -> model.Row:
    if row.kind == "group":
        return model.Row(kind=row.kind, heading=_cell(row.cells[0]), cells={})
    cells = {column.key: _cell(cell) for column, cell in zip(table.columns, row.cells, strict=True)}
    return model.Row(kind=row.kind, heading=None, cells=cells)


def _cell(cell: Cell) -> model.Cell:
    places = [
        model.Place(file=place.file, line=place.line, path=pointer(place.route))
        for place in cell.places
    ]
    return model.Cell(text=cell.text, state=cell.state.value if cell.state else None, places=places)
