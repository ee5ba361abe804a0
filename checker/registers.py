"""The two registers beside the rules: the norms, and what only a person can judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.document.reader import read_document
from checker.document.selector import SelectorError, parse_selector
from checker.rule import FORBID
from checker.rule_file import RuleFileError, require_readable, validated
from checker.shown import shown
from checker.sources import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.document.model import Document

SOURCES = "sources.yaml"
POINTS = "judgement.yaml"


@dataclass(frozen=True, slots=True)
class Point:
    """Something that no machine can judge.

    Attributes:
        items: a selector; the point applies where it finds something.
        sources: the ids of the norms that the question comes from.
    """

    id: str
    question: str
    why: str
    items: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    __pydantic_config__ = FORBID

    id: str
    fråga: str
    varför: str
    gäller: str
    källor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Points:
    __pydantic_config__ = FORBID

    punkter: tuple[_Entry, ...]


def read_sources(files: Mapping[str, bytes]) -> dict[str, Source]:
    """The norms by id.

    Raises:
        RuleFileError: the register is missing, or an entry does not fit.
    """
    document = document_of(files, SOURCES)
    sources: dict[str, Source] = {}
    for key, entry in _data(document).items():
        line = document.place((key,)).line
        if not isinstance(entry, dict):
            raise RuleFileError(SOURCES, line, f"{key} ska vara en uppställning med nycklar.")
        try:
            sources[key] = read_source(key, entry)
        except ValueError as error:
            raise RuleFileError(SOURCES, line, f"{error}.") from None
    for source in sources.values():
        for other in filter(None, (source.predecessor, source.successor)):
            if other not in sources:
                line = document.place((source.id,)).line
                raise RuleFileError(SOURCES, line, f"{source.id}: {shown(other)} finns inte.")
    return sources


def read_points(files: Mapping[str, bytes], sources: Mapping[str, Source]) -> tuple[Point, ...]:
    """What only a person can judge.

    Raises:
        RuleFileError: the register is missing, does not fit, or names an unknown norm.
    """
    document = document_of(files, POINTS)
    read: _Points = validated(_Points, _data(document), document)
    for index, entry in enumerate(read.punkter):
        try:
            parse_selector(entry.gäller)
        except SelectorError:
            line = document.place(("punkter", index, "gäller")).line
            raise RuleFileError(POINTS, line, "Väljaren i gäller går inte att läsa.") from None
        for number, key in enumerate(entry.källor):
            if key not in sources:
                line = document.place(("punkter", index, "källor", number)).line
                sentence = f"Källan {shown(key)} finns inte i {SOURCES}."
                raise RuleFileError(POINTS, line, sentence)
    return tuple(
        Point(one.id, one.fråga, one.varför, one.gäller, one.källor) for one in read.punkter
    )


def document_of(files: Mapping[str, bytes], name: str) -> Document:
    """A register's file, read.

    Raises:
        RuleFileError: it is missing, or no YAML.
    """
    if name not in files:
        raise RuleFileError(name, 1, "filen finns inte.")
    document = read_document(files[name], name, traps=False)
    require_readable(document)
    return document


def _data(document: Document) -> dict[str, Any]:
    return dict(document.data or {})
