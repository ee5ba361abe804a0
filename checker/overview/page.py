"""The kravöversikt as plain tables, for every form to draw: cells, columns, rows and notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from checker.document.model import Route


class State(StrEnum):
    """What is seen of a requirement; never that it is fulfilled, which no machine can see."""

    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"
    NOT_APPLICABLE = "not_applicable"
    EMPTY = "empty"
    EXCEPTED = "excepted"
    HUMAN = "human"
    NOT_TESTED = "not_tested"
    NOT_REQUIRED = "not_required"


STATES = {
    State.ANSWERED: "redovisas",
    State.NOT_ANSWERED: "redovisas inte",
    State.NOT_APPLICABLE: "ej aktuellt",
    State.EMPTY: "tomt",
    State.EXCEPTED: "undantag",
    State.HUMAN: "kräver bedömning",
    State.NOT_TESTED: "kunde inte kontrolleras",
    State.NOT_REQUIRED: "krävs inte",
}
MISSING = "uppgift saknas"  # never a blank: nobody can tell a blank from a forgotten one


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        line: from 1.
    """

    file: str
    line: int
    route: Route = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a table.

    Attributes:
        text: what is read, already fit to be shown; for a state its words, with reason.
        places: where in the reports it is from.
    """

    text: str
    state: State | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        key: its English name in JSON, unique in the table.
        number: its cells are counts, set to the right.
    """

    key: str
    title: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a cell for each column; a group's heading has one cell, over the whole width."""

    cells: tuple[Cell, ...]
    kind: Literal["row", "group", "sum"] = "row"


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a heading.

    Attributes:
        key: its English name in JSON.
        notes: what is to be read before it.
        sign: whether a person signs each row; on paper that is a column of its own.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    sign: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """A report that the kravöversikt is about.

    Attributes:
        text: whose it is and for when; where it could not be read, its state in words.
    """

    file: str
    text: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole kravöversikt.

    Attributes:
        notes: what stands on top, among it that it is working material.
    """

    title: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    reports: tuple[About, ...]
    today: date
    version: str
