"""The handbook's table of coverage, in Markdown: every provision and what covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.coverage import coverage
from checker.output.source_markdown import CONFIDENCES, SOURCES
from checker.output.source_page import COVERAGES, mark
from checker.sources import WEIGHTS

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.coverage import Covered
    from checker.rule import Rule

UNCONFIRMED = "obekräftad"
READING = (
    "Att en regel bygger på en bestämmelse betyder inte att den ser om verksamheten följer den: en "
    "regel läser bara rapporten. "
    "En obekräftad post finns i registret men är inte kontrollerad mot någon källa: den skrivs "
    "aldrig ut som hänvisning, och ingen regel bygger på den ensam. Regler inom parentes "
    "kontrollerar bara hur rapporten hänvisar till bestämmelsen."
)


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


def _row(one: Covered) -> str:
    source = one.source
    place = f"[{source.place}]({SOURCES}/{source.id}.md)" if source.citable else source.place
    sure = CONFIDENCES.get(source.confidence, UNCONFIRMED)
    covers = [", ".join(filter(None, (_rules(one.rules), _bracketed(one.citing)))), mark(one)]
    told = "<br>".join(filter(None, covers))
    return f"| {place} | {WEIGHTS[source.weight]} | {source.dates()} | {sure} | {told} |"


def _rules(rules: tuple[Rule, ...]) -> str:
    return ", ".join(f"[{one.id}]({one.id}.md)" for one in rules)


def _bracketed(rules: tuple[Rule, ...]) -> str:
    return f"({_rules(rules)})" if rules else ""
