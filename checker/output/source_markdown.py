"""The handbook's pages about the norms, in Markdown: one a provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output.source_page import COVERAGES, OUTSIDE, kin
from checker.sources import SECONDARY, VERIFIED, WEIGHTS
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.coverage import Covered
    from checker.sources import Source

CONFIDENCES = {VERIFIED: "läst", SECONDARY: "enligt sekundärkälla"}
RULES, SOURCES = "../regler", "../kallor"


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


def source_links(keys: tuple[str, ...], register: Mapping[str, Source]) -> str:
    """Links to the pages of those provisions that may be cited."""
    return listed([_link(register[key]) for key in keys if register[key].citable])


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


def _link(source: Source) -> str:
    return f"[{source.short} {source.place}]({SOURCES}/{source.id}.md)"
