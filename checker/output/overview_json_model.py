"""The kravöversikt as JSON, version 1: a contract with whoever reads it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tool(_Model):
    """Who wrote this."""

    name: Literal["kvalitetskoll"] = "kvalitetskoll"
    version: str


class Report(_Model):
    """A report that the page is about."""

    file: str
    text: str = Field(description="Whose it is and for when, or why it could not be read.")
    read: bool = Field(description="False for what could not be read as a report.")


class Place(_Model):
    """Where something stands."""

    file: str
    line: int = Field(ge=1)
    path: str = Field(description="JSON Pointer.")


class Cell(_Model):
    """One field of a table."""

    text: str = Field(description="What is read; for a state its Swedish words, with reason.")
    state: (
        Literal[
            "answered",
            "not_answered",
            "not_applicable",
            "empty",
            "excepted",
            "human",
            "not_tested",
            "not_required",
        ]
        | None
    ) = Field(description="What is seen of a requirement; never that it is fulfilled.")
    places: list[Place]


class Column(_Model):
    """A column."""

    key: str
    title: str
    number: bool = Field(description="Its cells are counts.")


class Row(_Model):
    """A row."""

    kind: Literal["row", "group", "sum"]
    heading: Cell | None = Field(description="Of a group, which has no other cells.")
    cells: dict[str, Cell] = Field(description="By the key of their column.")


class Table(_Model):
    """A table under a heading."""

    key: str
    title: str
    notes: list[str]
    sign: bool = Field(description="A person signs each row.")
    columns: list[Column]
    rows: list[Row]


class Document(_Model):
    """The whole kravöversikt."""

    version: Literal[1] = 1
    tool: Tool
    date: str = Field(description="The day of the run.")
    title: str
    notes: list[str]
    reports: list[Report]
    tables: list[Table]
