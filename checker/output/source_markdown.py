"""The handbook's pages about the norms, in Markdown: one a provision, and the table of coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.coverage import coverage
from checker.output.source_page import COVERAGES, OUTSIDE, kin, mark
from checker.sources import SECONDARY, VERIFIED, WEIGHTS
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.catalog import Catalogue
    from checker.coverage import Covered
    from checker.rule import Rule
    from checker.sources import Source

CONFIDENCES = {VERIFIED: "läst", SECONDARY: "enligt sekundärkälla"}
UNCONFIRMED = "obekräftad"
RULES, SOURCES = "../regler", "../kallor"
READING = (
    "En obekräftad post finns i registret men är inte kontrollerad mot någon källa: den skrivs "
    "aldrig ut som hänvisning, och ingen regel bygger på den ensam. Regler inom parentes "
    "kontrollerar bara hur rapporten hänvisar till bestämmelsen."
)


def source_markdown(covered: Covered, register: Mapping[str, Source]) -> str:
    """A provision's page; only what may be printed as a citation has one."""
    source = covered.source
    rows = [("Lag eller källa", source.act), ("Plats", source.place)]
    rows.append(("Tyngd", WEIGHTS[source.weight]))
    rows.append(("När", source.dates() or "gäller; vi vet inte från när"))
    rows.append(("Säkerhet", CONFIDENCES[source.confidence]))
    rows.append(("Hur vi vet det", source.how))
    rows += [("Kontrollerad", str(source.checked))] if source.checked else []
    rows += [(words, _link(other)) for words, other in kin(source, register)]
    lines = [f"# {source.short} {source.place}", "", source.text, ""]
    lines += ["| | |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows), ""]
    lines += ["Sammanfattningen är vår egen och aldrig lagens ordalydelse. Läs alltid källan.", ""]
    lines += _covered(covered)
    return "\n".join(lines).rstrip() + "\n"


def coverage_table(catalogue: Catalogue) -> str:
    """Every provision, by act: which rules rest on it, or why none does."""
    every = coverage(catalogue)
    resting = sum(bool(one.rules) for one in every)
    judged = sum(one.source.coverage in COVERAGES for one in every)
    intro = (
        f"Registret `rules/sources.yaml` har {len(every)} bestämmelser och andra källor. Regler "
        f"bygger på {resting} av dem, {judged} kräver bedömning av en människa och "
        f"{len(every) - resting - judged} gäller inte rapporten."
    )
    lines = [
        "# Täckning",
        "",
        intro,
        "",
        READING,
        "",
    ]
    acts = dict.fromkeys(one.source.act for one in every)
    for act in acts:
        lines += [f"## {act}", "", "| plats | tyngd | när | säkerhet | täcks av |"]
        lines += ["|---|---|---|---|---|"]
        lines += [_row(one) for one in every if one.source.act == act]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def source_links(keys: tuple[str, ...], register: Mapping[str, Source]) -> str:
    """Links to the pages of those provisions that may be cited."""
    return listed([_link(register[key]) for key in keys if register[key].citable])


def _row(one: Covered) -> str:
    source = one.source
    place = f"[{source.place}]({SOURCES}/{source.id}.md)" if source.citable else source.place
    sure = CONFIDENCES.get(source.confidence, UNCONFIRMED)
    covers = [", ".join(filter(None, (_rules(one.rules), _bracketed(one.citing)))), mark(one)]
    told = "<br>".join(filter(None, covers))
    return f"| {place} | {WEIGHTS[source.weight]} | {source.dates()} | {sure} | {told} |"


def _covered(covered: Covered) -> Iterator[str]:
    for title, rules in (
        ("Regler som bygger på den", covered.rules),
        ("Regler som kontrollerar hänvisningar till den", covered.citing),
    ):
        if rules:
            yield from (f"## {title}", "")
            yield from (f"* [{one.id}]({RULES}/{one.id}.md): {one.title}" for one in rules)
            yield ""
    if covered.source.coverage:
        title = COVERAGES.get(covered.source.coverage, OUTSIDE)
        yield from (f"## {title}", "", covered.source.reason, "")
    if covered.points:
        yield from ("## Frågor till en människa", "")
        yield from (f"* {one.question} {one.why}" for one in covered.points)


def _rules(rules: tuple[Rule, ...]) -> str:
    return ", ".join(f"[{one.id}]({one.id}.md)" for one in rules)


def _bracketed(rules: tuple[Rule, ...]) -> str:
    return f"({_rules(rules)})" if rules else ""


def _link(source: Source) -> str:
    return f"[{source.short} {source.place}]({SOURCES}/{source.id}.md)"
