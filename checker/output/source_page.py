"""A provision, as ``explain`` shows it: by itself, and among a rule's sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped
from checker.sources import JUDGEMENT, SECONDARY, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.coverage import Covered
    from checker.sources import Source

INDENT = "  "
UNCONFIRMED = (
    "Posten är obekräftad: den finns i registret men är inte kontrollerad mot någon källa. "
    "Den skrivs aldrig ut som hänvisning, och ingen regel bygger på den ensam."
)
COVERAGES = {JUDGEMENT: "Kräver bedömning"}
OUTSIDE = "Gäller inte rapporten"


def standing(source: Source) -> str:
    """Weight, dates and how sure we are, in words."""
    sure = "enligt sekundärkälla" if source.confidence == SECONDARY else source.how
    return ", ".join(filter(None, (WEIGHTS[source.weight], source.dates(), sure)))


def kin(source: Source, register: Mapping[str, Source]) -> Iterator[tuple[str, Source]]:
    """What a provision replaced and what replaced it, as far as that is confirmed."""
    for words, key in (("Ersatte", source.predecessor), ("Ersattes av", source.successor)):
        other = register.get(key)
        if other and other.citable:
            yield words, other


def mark(covered: Covered) -> str:
    """For what no rule rests on: why."""
    source = covered.source
    if not source.coverage:
        return ""
    return f"{COVERAGES.get(source.coverage, OUTSIDE)}: {source.reason}"


def rule_sources(
    sources: Iterable[Source], register: Mapping[str, Source], width: int, signs: Signs
) -> Iterator[Line]:
    """The sources on a rule's page: those in force first."""
    citable = [source for source in sources if source.citable]
    for title, past in (("Källor", False), ("Källor som har gällt", True)):
        some = [source for source in citable if (source.last is not None) is past]
        if some:
            yield EMPTY
            yield line(title, "bold")
        for source in some:
            yield from _source(source, register, width, signs)


def source_page(
    covered: Covered, register: Mapping[str, Source], width: int, signs: Signs
) -> list[Line]:
    """A provision's own page."""
    return list(_page(covered, register, width, signs))


def _source(
    source: Source, register: Mapping[str, Source], width: int, signs: Signs
) -> Iterator[Line]:
    yield from wrapped(signs.plain(f"{source.act}, {source.place}"), width, INDENT)
    told = [standing(source) + f" · {source.id}", source.text]
    told += [f"{words} {other.short} {other.place}." for words, other in kin(source, register)]
    for text in told:
        yield from wrapped(signs.plain(text), width, INDENT * 2, style="dim")


def _page(
    covered: Covered, register: Mapping[str, Source], width: int, signs: Signs
) -> Iterator[Line]:
    source = covered.source
    yield (Part(source.id, "bold"),)
    if not source.citable:
        yield from wrapped(signs.plain(UNCONFIRMED), width, INDENT)
        return
    yield from _source(source, register, width, signs)
    if source.checked:
        yield from wrapped(f"Kontrollerad {source.checked}.", width, INDENT * 2, style="dim")
    for title, rules in (
        ("Regler som bygger på den", covered.rules),
        ("Regler som kontrollerar hänvisningar till den", covered.citing),
    ):
        if rules:
            yield EMPTY
            yield line(title, "bold")
        for rule in rules:
            yield from wrapped(signs.plain(f"{rule.id}  {rule.title}"), width, INDENT * 2)
    told = [mark(covered), *(f"Fråga till en människa: {one.question}" for one in covered.points)]
    for text in filter(None, told):
        yield EMPTY
        yield from wrapped(signs.plain(text), width, INDENT)
