"""``kvalitetskoll explain``: a rule's page, with the exceptions that reports need; or a norm's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.catalog import read_catalogue
from checker.cli.arguments import UsageError, read_explain
from checker.cli.screen import show, signs, width
from checker.coverage import covered
from checker.exceptions.reading import not_excusable
from checker.naming import find_sources
from checker.output.exception_entry import Excusable, exception_lines
from checker.output.lines import EMPTY, Line
from checker.output.rule_page import rule_page
from checker.output.source_page import source_page
from checker.resources import folder
from checker.ruleset.loading import ruleset_of
from checker.shown import shown
from checker.waiving import places

if TYPE_CHECKING:
    from checker.cli.arguments import ExplainCall
    from checker.rule import Rule

SECTION = ("§", "kap.")  # signs that no rule has in its name


def explain(words: list[str]) -> int:
    """Runs the command.

    Raises:
        UsageError: the call cannot be read, or a report that it names.
        UnknownRuleError: there is no such rule.
        RuleFileError: the ruleset does not load.
    """
    call = read_explain(words)
    default = read_catalogue(folder("rules"))  # with the examples, which are not compiled
    _, catalogue = ruleset_of(call.reports, call.ruleset, default)
    register, drawn = catalogue.sources, (width(), signs(call.look))
    page: list[Line] = []
    for source in find_sources(call.rule, register):
        page += [EMPTY] if page else []
        page += source_page(covered(catalogue, source), register, *drawn)
    if not page and any(sign in call.rule for sign in SECTION):
        raise UsageError(f"Lagrummet {shown(call.rule)} finns inte i registret över källor.")
    if not page:
        rule = catalogue.named(call.rule)
        found, excused = None, 0
        if call.reports and not not_excusable(rule):
            found, excused = _found(rule, call)
        page = rule_page(rule, [register[key] for key in rule.sources], *drawn, register)
        page += exception_lines(rule, found, excused, *drawn)
    show(page, call.look)
    return 0


def _found(rule: Rule, call: ExplainCall) -> tuple[list[Excusable], int]:
    """What the rule finds in the reports, and how many more of its findings are excused."""
    from checker.run import run

    result = run(call.reports, only=(rule.id,), ruleset=call.ruleset)
    for refused in result.refused:
        raise UsageError(f"{refused.file} går inte att läsa: {refused.reason}")
    for one in result.given_up:
        raise UsageError(one.told)
    for report in result.reports:
        if not report.judged:  # no finding of the rule there is no word about the report
            told = "går inte att läsa som rapport, se kvalitetskoll check."
            raise UsageError(f"{report.file} {told}")
    found = [
        Excusable(Path(report.file).name, place, span.line)
        for report in result.reports
        for finding in report.findings
        if finding.rule == rule.id
        for place, span in places(finding, report)
    ]
    return found, sum(one.finding.rule == rule.id for one in result.waived)
