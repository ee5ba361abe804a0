"""``kvalitetskoll explain``: a rule's page, or a provision's."""

from __future__ import annotations

from checker.catalog import read_catalogue
from checker.cli.arguments import read_explain
from checker.cli.screen import show, signs, width
from checker.coverage import covered
from checker.naming import find_sources
from checker.output.lines import EMPTY, Line
from checker.output.rule_page import rule_page
from checker.output.source_page import source_page
from checker.resources import folder


def explain(words: list[str]) -> int:
    """Runs the command.

    Raises:
        UsageError: the call cannot be read.
        UnknownRuleError: there is no such rule.
    """
    call = read_explain(words)
    catalogue = read_catalogue(folder("rules"))  # with the examples, which are not compiled
    register, drawn = catalogue.sources, (width(), signs(call.look))
    page: list[Line] = []
    for source in find_sources(call.rule, register):
        page += [EMPTY] if page else []
        page += source_page(covered(catalogue, source), register, *drawn)
    if not page:
        rule = catalogue.named(call.rule)
        page = rule_page(rule, [register[key] for key in rule.sources], *drawn, register)
    show(page, call.look)
    return 0
