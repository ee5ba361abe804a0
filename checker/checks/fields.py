"""Checks of fields: that they are filled in, and not with what only holds a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING

from checker.arithmetic.interval import exact
from checker.checks.conditions import concerns, has_any, holds_of_any, is_not_applicable, label
from checker.checks.zeros import only_noughts
from checker.finding import Problem
from checker.report import Item, UnsoundError, has_content
from checker.rule import FORBID
from checker.shown import shown
from checker.text import listed, normal
from checker.totals import total_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class EachHas:
    """What each item must have.

    Attributes:
        any_of: dotted paths; one with content is enough.
        all_of: dotted paths; each must have content, and the first without is told.
        blank: values that count as no content.
        when: only items where each of these fields has one of these values.
        unless: not items where any of these fields has one of these values.
        if_any: only items where one of these selectors finds content.
        unless_empty: not items where one of these selectors finds what stands empty: that is told
            by a rule of its own.
        unless_none: not items that count something and whose own total, or every number, is 0.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    when: dict[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    if_any: tuple[str, ...] = ()
    unless_empty: tuple[str, ...] = ()
    unless_none: bool = False


def each_has(item: Item, ask: EachHas) -> Iterator[Problem]:
    """The fields that are asked for have content."""
    if not is_asked(item, ask):
        return
    empty = (one for word in ask.unless_empty for one in item.report.select(word, item.route))
    if holds_of_any(empty, lambda one: not has_content(one.value)):
        return
    filled = {
        dotted
        for dotted in (*ask.any_of, *ask.all_of)
        if has_content(item.get(dotted)) and normal(item.text(dotted)) not in ask.blank
    }
    missing = [dotted for dotted in ask.all_of if dotted not in filled]
    if ask.any_of and not filled.intersection(ask.any_of):
        missing.insert(0, _common(ask.any_of))
    if missing and not (ask.unless_none and _is_none(item)):
        words = {"vad": label(item), "fält": listed([path.rpartition(".")[2] for path in missing])}
        yield Problem(item.at(missing[0]).route, words)


def is_asked(item: Item, ask: EachHas) -> bool:
    """Whether the item is one that must have the fields."""
    if not concerns(item, ask.when, ask.unless) or is_not_applicable(item):
        return False
    return not ask.if_any or has_any(item, ask.if_any)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueAmong:
    """A value that an item must not have.

    Attributes:
        field: a dotted path.
        values: what must not stand there.
        when: only items where each of these fields has one of these values.
        unless: not items where any of these fields has one of these values.
        if_any: only items where one of these selectors finds content.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    field: str
    values: tuple[str, ...]
    when: dict[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = dataclass_field(default_factory=dict)
    if_any: tuple[str, ...] = ()


def value_among(item: Item, ask: ValueAmong) -> Iterator[Problem]:
    """The field has none of the values."""
    if ask.if_any and not has_any(item, ask.if_any):
        return
    if concerns(item, ask.when, ask.unless) and normal(item.text(ask.field)) in ask.values:
        words = {"vad": label(item), "värde": shown(item.text(ask.field))}
        yield Problem(item.at(ask.field).route, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """What a field that only holds a place looks like.

    Attributes:
        marks: words that never stand in a finished text; one is enough.
        phrases: whole fields.
        longest: a field of more words than this is prose.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    marks: tuple[str, ...]
    phrases: tuple[str, ...]
    longest: int


_WORD = re.compile(r"\w+")
# A personal number whose last figures are hidden: the privacy guard tells that.
_HIDDEN_NUMBER = re.compile(r"\d{6}\s?[-–+]?\s?x{2,4}\b")
_ONLY_SIGNS = re.compile(r"[?_…]+|\.{3,}|\[\s*\]")


def placeholder(item: Item, ask: Placeholder) -> Iterator[Problem]:
    """The field says something."""
    value = item.value
    if not isinstance(value, str):
        return
    text = normal(value)
    words = _WORD.findall(_HIDDEN_NUMBER.sub("nummer", text))
    if len(words) > ask.longest:
        return
    is_mark = any(word in ask.marks or (len(word) > 1 and set(word) == {"x"}) for word in words)
    if is_mark or " ".join(words) in ask.phrases or _ONLY_SIGNS.fullmatch(text):
        yield Problem(item.route, {"värde": shown(value.strip())})


def _is_none(part: Item) -> bool:
    """Whether a part counts something, and it was none."""
    part.at("totalt").require()  # it may be 0, and nobody knows
    try:
        told = total_of(part)
        # Quarters are never added up, so that they have no total of their own.
        return told.interval == exact(0) if told else only_noughts(part)
    except UnsoundError:
        return False  # where only a cell or a year is wrong there are other numbers than 0


def _common(dotted: tuple[str, ...]) -> str:
    """The path that all of them lie below; else the first: where a field should stand."""
    parents = {path.rpartition(".")[0] for path in dotted}
    return (parents.pop() if len(dotted) > 1 and len(parents) == 1 else "") or dotted[0]
