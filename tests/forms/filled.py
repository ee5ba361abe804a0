"""The made-up result with some words in every place that holds words of others."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.catalog import Catalogue
from checker.document.model import Document
from checker.registers import Point
from checker.result import Crash, Refused
from checker.rule import Rule

if TYPE_CHECKING:
    from checker.result import Result

# What is ours: ids are read against a pattern, and the rest never reaches a page.
OURS = {"rule", "id", "name", "fingerprint", "path", "own", "trace", "values", "route"}


def filled(result: Result, words: str) -> Result:
    """The result with these words in every place, should those who fill it have slipped."""
    told: Result = _filled(result, words)
    return replace(
        told,
        refused=(Refused(words, words),),
        crashes=(Crash("", words, words), Crash("DEL011", words, words)),
        only=(),
        paths=(words,),
    )


def _filled(value: Any, words: str) -> Any:
    if isinstance(value, Document):
        # A frame shows what stands in the file, so there it stands where the findings point.
        return replace(value, lines=tuple(_beside(line, words) for line in value.lines))
    if isinstance(value, Catalogue | Rule | date):
        return value
    if isinstance(value, Point):
        return replace(value, question=words)
    if isinstance(value, tuple):
        return tuple(_filled(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            held = getattr(value, field.name)
            if field.init and field.name not in OURS:
                changes[field.name] = _filled(held, words)
        return replace(value, **changes)
    return words if type(value) is str else value


def _beside(line: str, words: str) -> str:
    return f"{line[:4]}{words}{line[4:]}"
