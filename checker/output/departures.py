"""What the verdict rests on besides the default rules: exceptions, rulesets, and what is amiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import words
from checker.output.findings import INDENT, finding_lines
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped
from checker.shown import shown
from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.output.lines import Style
    from checker.result import Waived
    from checker.ruleset.model import Ruleset
    from checker.settings import SettingsResult

SAID = 200  # of what an excused finding says


def waived_lines(waived: Sequence[Waived], width: int, signs: Signs) -> Iterator[Line]:
    """The exceptions that were used for a report, each with its reason."""
    if not waived:
        return
    yield line(f"Undantag ({len(waived)})", "info")
    for one in waived:
        finding = one.finding
        where = f"{finding.rule} · rad {finding.span.line} · {finding.crumbs or 'rapporten'}"
        yield from wrapped(signs.plain(where), width, INDENT, (Part(f"  {signs.item} "),))
        until = f"till {one.until}" if one.until else "utan sista dag"
        rows: tuple[tuple[str, Style], ...] = (
            (f"Påpekandet: {shown(finding.message, SAID)}", "dim"),
            (f"Skäl: {one.reason}", ""),
            (f"Beslutat av: {one.decided_by}, {until} ({one.file} rad {one.span.line})", "dim"),
        )
        for text, style in rows:
            yield from wrapped(signs.plain(text), width, INDENT, (Part(INDENT),), style)
    yield EMPTY


def deviation_lines(ruleset: Ruleset, width: int, signs: Signs) -> Iterator[Line]:
    """What a ruleset makes of the default rules, each with its reason."""
    if not ruleset.deviations:
        return
    yield line(f"Avsteg från standardreglerna ({len(ruleset.deviations)})", "info")
    for one in ruleset.deviations:
        text = f"{one.rule} ({shown(one.title)}): {one.words}."
        yield from wrapped(signs.plain(text), width, INDENT, (Part(f"  {signs.item} "),))
        reason = f"Skäl: {one.reason} ({ruleset.file} rad {one.line})"
        yield from wrapped(signs.plain(reason), width, INDENT, (Part(INDENT),), "dim")
    yield EMPTY


def ruleset_words(ruleset: Ruleset, rules: str) -> list[str]:
    """The rules that were used, for the last lines of a text."""
    parts = [f"{rules} enligt {ruleset.file}" if ruleset.file else rules]
    if ruleset.own:
        parts.append(counted(len(ruleset.own), "egen regel", "egna regler"))
    return [*parts, f"{len(ruleset.deviations) or 'inga'} avsteg"]


def settings_lines(settings: SettingsResult, width: int, signs: Signs) -> Iterator[Line]:
    """What is amiss in a file of settings, with code frames."""
    yield line(signs.heavy * width, "dim")
    yield line(settings.file, "bold")
    yield EMPTY
    for finding in settings.findings:
        style = words.STYLES[finding.severity]
        yield from finding_lines(finding, settings.document, width, signs, style)
