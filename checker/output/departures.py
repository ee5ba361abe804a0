"""What the verdict rests on besides the default rules: exceptions, rulesets, and what is amiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.output import said, words
from checker.output.findings import INDENT, finding_lines
from checker.output.lines import EMPTY, Line, Part, Signs, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.output.lines import Style
    from checker.result import Waived
    from checker.ruleset.model import Ruleset
    from checker.settings import SettingsResult

STYLES: tuple[Style, ...] = ("dim", "", "dim")  # the reason is what a reader looks for


def waived_lines(waived: Sequence[Waived], width: int, signs: Signs) -> Iterator[Line]:
    """The exceptions that were used for a report, each with its reason."""
    if not waived:
        return
    yield line(f"Undantag ({len(waived)})", "info")
    for one in waived:
        where, rows = said.excused(one)
        yield from wrapped(signs.plain(where), width, INDENT, (Part(f"  {signs.item} "),))
        for (label, text), style in zip(rows, STYLES, strict=True):
            told = signs.plain(f"{label}: {text}")
            yield from wrapped(told, width, INDENT, (Part(INDENT),), style)
    yield EMPTY


def deviation_lines(ruleset: Ruleset, width: int, signs: Signs) -> Iterator[Line]:
    """What a ruleset makes of the default rules, each with its reason."""
    if not ruleset.deviations:
        return
    yield line(f"Avsteg från standardreglerna ({len(ruleset.deviations)})", "info")
    for one in ruleset.deviations:
        text, reason = said.deviation(one, ruleset)
        yield from wrapped(signs.plain(text), width, INDENT, (Part(f"  {signs.item} "),))
        yield from wrapped(signs.plain(reason), width, INDENT, (Part(INDENT),), "dim")
    yield EMPTY


def settings_lines(settings: SettingsResult, width: int, signs: Signs) -> Iterator[Line]:
    """What is amiss in a file of settings, with code frames."""
    yield line(signs.heavy * width, "dim")
    yield line(settings.file, "bold")
    yield EMPTY
    for finding in settings.findings:
        style = words.STYLES[finding.severity]
        yield from finding_lines(finding, settings.document, width, signs, style)
