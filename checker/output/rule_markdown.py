"""The rule pages of the handbook, in Markdown, generated from the rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import words
from checker.output.rule_page import SAME_HEAD, beside
from checker.output.source_markdown import SOURCES, source_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.catalog import Catalogue
    from checker.rule import Example, Rule
    from checker.sources import Source


def rule_markdown(rule: Rule, sources: Iterable[Source]) -> str:
    """A rule's page."""
    lines = [
        f"# {rule.id}: {rule.title}",
        "",
        f"`{rule.name}` · {words.SEVERITIES[rule.severity]} · grund: {words.BASES[rule.basis]}"
        + (" · i ett utkast: att göra" if rule.when_draft == "todo" else "")
        + (" · tillval" if rule.opt_in else ""),
        "",
        "## Varför",
        "",
        rule.why.strip(),
        "",
        "## Så här rättar du",
        "",
        rule.fix.strip(),
        "",
    ]
    citable = [source for source in sources if source.citable]
    if citable:
        lines += ["## Källor", ""]
        lines += [
            f"* [{source.citation()}]({SOURCES}/{source.id}.md): {source.text}"
            for source in citable
        ]
        lines.append("")
    for title, examples in (("Fel", rule.examples.bad), ("Rätt", rule.examples.good)):
        for example in examples:
            lines += _example(title, example)
    return "\n".join(lines).rstrip() + "\n"


def rule_index(catalogue: Catalogue) -> str:
    """The list of all rules."""
    lines = [
        "# Regler",
        "",
        "Sidorna här görs av regelfilerna i `rules/` med `python3 dev.py generate`.",
        "",
        "Vilka bestämmelser de bygger på, och varför andra saknar regel: [täckning](tackning.md).",
        "",
        "| regel | nivå | grund | vad |",
        "|---|---|---|---|",
    ]
    for bound in catalogue.bound:
        rule = bound.rule
        title = rule.title + (" (tillval)" if rule.opt_in else "")
        level, basis = words.SEVERITIES[rule.severity], words.BASES[rule.basis]
        lines.append(f"| [{rule.id}]({rule.id}.md) | {level} | {basis} | {title} |")
    lines += ["", "## Det som bara en människa kan bedöma", ""]
    for point in catalogue.points:
        links = source_links(point.sources, catalogue.sources)
        asked = f"* {point.question} {point.why}"
        lines.append(f"{asked} Frågan kommer av {links}." if links else asked)
    return "\n".join(lines) + "\n"


def _example(title: str, example: Example) -> Iterator[str]:
    yield f"## {title}: {example.name}"
    yield ""
    if example.bytes:
        yield f"En fil på {len(bytes.fromhex(example.bytes))} byte som inte är en text."
    else:
        yield "```yaml"
        yield example.report.rstrip("\n")
        yield "```"
        if example.repeat > 1:
            yield ""
            yield f"Samma text står {example.repeat} gånger efter varandra."
    for what, text in beside(example):
        yield from ("", f"{what}:", "")
        yield from ("```yaml", text.rstrip("\n"), "```") if text else (SAME_HEAD,)
    yield ""
