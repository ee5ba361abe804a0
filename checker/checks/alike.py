"""Checks of texts that should not be the same: in two places, as last year, as in the template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.checks.before import elsewhere, previous_of
from checker.finding import Problem
from checker.keyed import has_own_period, key_of
from checker.report import UnsoundError
from checker.rule import FORBID
from checker.schema.walk import report_schema
from checker.shown import LONG, shown
from checker.text import digest, flowing, listed, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.report import Item

EXAMPLE = "exempel:"
A_SENTENCE = 30
"""An explanation in the schema that is shorter than this may be an author's own words."""
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SameText:
    """Texts that should not be the same.

    Attributes:
        texts: selectors below the item.
        shortest: how many characters a text has that is no coincidence.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    texts: tuple[str, ...]
    shortest: int


def same_text(item: Item, ask: SameText) -> Iterator[Problem]:
    """No two of the texts are the same, whatever their line breaks.

    Raises:
        UnsoundError: one could not be read; the others have been compared.
    """
    found: dict[str, list[Item]] = {}
    unsound: UnsoundError | None = None
    selected = [one for text in ask.texts for one in item.report.select(text, item.route)]
    for one in sorted(selected, key=lambda one: one.report.document.place(one.route)):
        try:
            text = _text(one)
        except UnsoundError as error:
            unsound = unsound or error
            continue
        if len(text) >= ask.shortest:
            found.setdefault(text, []).append(one)
    for first, *others in found.values():
        if others:
            named = [shown(one.crumbs, LONG) for one in others[:MOST_NAMED]]
            more = " med flera" if len(others) > len(named) else ""
            words = {"här": shown(first.crumbs, LONG), "där": listed(named) + more}
            yield Problem(first.route, words, tuple((one.route, "samma text") for one in others))
    if unsound:
        raise unsound


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAsBefore:
    """Texts that should not be last year's.

    Attributes:
        shortest: how many characters a text has that is no coincidence.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    shortest: int


def same_as_before(item: Item, ask: SameAsBefore) -> Iterator[Problem]:
    """The text is another than the one at the same place in the report before."""
    text = _text(item)
    if len(text) < ask.shortest or has_own_period(item) or (key := key_of(item)) is None:
        return
    previous = previous_of(item)
    told = previous.proses.get(key)
    if told and told.digest == digest(text):
        words = {"vad": shown(item.crumbs, LONG), "fil": previous.file}
        words["rad"] = str(told.place.span.line)
        there = elsewhere(previous, told.place, "samma text")
        yield Problem(item.route, words, elsewhere=(there,))


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    """What shows that a text is the template's and not the author's.

    Attributes:
        model: the kommun whose report is the pattern for authors; there its sentences are at home.
        sentences: sentences of that report.
    """

    __pydantic_config__ = FORBID

    items: tuple[str, ...]
    model: str
    sentences: tuple[str, ...]


def template_text(item: Item, ask: TemplateText) -> Iterator[Problem]:
    """The text is no explanation or example of the schema, and no sentence of the pattern."""
    if not isinstance(item.value, str):
        return
    text = flowing(item.value)
    if text.startswith(EXAMPLE):
        yield Problem(item.route, {"vad": "ett exempel ur mallen"})
    elif text in _explanations():
        yield Problem(item.route, {"vad": "mallens egen förklaring"})
    elif normal(item.report.heading("kommun")) != normal(ask.model) and any(
        one in text for one in _flowing(ask.sentences)
    ):
        yield Problem(item.route, {"vad": "en mening ur mönsterrapporten"})


@cache
def _flowing(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flowing(one) for one in sentences)


@cache
def _explanations() -> frozenset[str]:
    """What the schema explains its keys with, with and without the examples."""
    whole = [flowing(text) for text in _descriptions(report_schema())]
    leads = [text.partition(f" {EXAMPLE}")[0] for text in whole]
    return frozenset(text for text in (*whole, *leads) if len(text) >= A_SENTENCE)


def _descriptions(schema: Any) -> Iterator[str]:
    children = schema.values() if isinstance(schema, dict) else schema
    for child in children if isinstance(schema, dict | list) else ():
        yield from _descriptions(child)
    if isinstance(schema, dict) and isinstance(schema.get("description"), str):
        yield schema["description"]


def _text(item: Item) -> str:
    return flowing(item.parent.text(item.name)) if item.route else ""
