"""A rule's page, as ``explain`` shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.output import words
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped
from checker.output.source_page import rule_sources
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.rule import Example, Rule
    from checker.sources import Source

INDENT = "  "
MARK = re.compile(r"# <- [A-Z]+\d+( \+\d+)?")  # what tells the tests which line is flagged
ARROW = "# <- här"
SAME_HEAD = "(samma kommun, nämnd och period)"


def rule_page(
    rule: Rule,
    sources: Iterable[Source],
    width: int,
    signs: Signs,
    register: Mapping[str, Source] | None = None,
) -> list[Line]:
    """What the rule asks, why, by what right, how to mend, and examples of wrong and right.

    Args:
        rule: the rule.
        sources: its sources.
        width: the longest line.
        signs: what is drawn with.
        register: all sources, for what a source replaced.
    """
    return list(_page(rule, rule_sources(sources, register or {}, width, signs), width, signs))


def _page(rule: Rule, sources: Iterable[Line], width: int, signs: Signs) -> Iterator[Line]:
    style = words.STYLES[rule.severity]
    yield Part(rule.id, style), Part(f"  {rule.name}", "dim")
    yield from wrapped(signs.plain(rule.title), width, "", style="bold")
    kind = f"Nivå: {words.SEVERITIES[rule.severity]} · Grund: {words.BASES[rule.basis]}"
    if rule.when_draft == "todo":
        kind += " · I ett utkast: att göra"
    if rule.opt_in:
        kind += " · Tillval: körs bara där en regeluppsättning slår på den"
    yield from wrapped(signs.plain(kind), width, "", style="dim")
    for title, text in (("Varför", rule.why), ("Så här rättar du", rule.fix)):
        yield from _section(title, text, width, signs)
    yield from sources
    for title, examples in (("Fel", rule.examples.bad), ("Rätt", rule.examples.good)):
        for example in examples:
            yield from _example(title, example, width, signs)


def _section(title: str, text: str, width: int, signs: Signs) -> Iterator[Line]:
    yield EMPTY
    yield line(title, "bold")
    yield from wrapped(signs.plain(text.strip()), width, INDENT)


def _text(text: str, width: int, signs: Signs) -> Iterator[Line]:
    for row in text.rstrip("\n").split("\n") if text else ():
        room = min(max(width - len(INDENT) - 2, 20), LONG)
        yield (
            Part(f"{INDENT}{signs.bar} ", "dim"),
            Part(signs.plain(shown(MARK.sub(ARROW, row), room, hide=False))),
        )


def beside(example: Example) -> Iterator[tuple[str, str]]:
    """The other files of an example, each with what it is."""
    if example.previous:
        yield "Förra rapporten", example.previous
    for text in example.files:
        yield "En annan rapport i samma mapp", text
    if example.exceptions:
        yield "undantag.yaml", example.exceptions


def _example(title: str, example: Example, width: int, signs: Signs) -> Iterator[Line]:
    yield EMPTY
    yield from wrapped(signs.plain(f"{title}: {example.name}"), width, "", style="bold")
    yield from _text(example.report, width, signs)
    if example.repeat > 1:
        yield line(f"{INDENT}{signs.bar} (samma text {example.repeat} gånger)", "dim")
    if example.bytes:
        size = len(bytes.fromhex(example.bytes))
        yield line(
            f"{INDENT}{signs.bar} (en fil på {size} byte som inte kan visas som text)", "dim"
        )
    for what, text in beside(example):
        yield line(f"{INDENT}{what}:", "dim")
        yield from _text(text or SAME_HEAD, width, signs)
