"""``kvalitetskoll explain``: a rule's page."""

from __future__ import annotations

from checker.catalog import read_catalogue
from checker.cli.arguments import read_explain
from checker.cli.screen import show, signs, width
from checker.output.rule_page import rule_page
from checker.resources import folder


def explain(words: list[str]) -> int:
    """Runs the command.

    Raises:
        UsageError: the call cannot be read.
        UnknownRuleError: there is no such rule.
    """
    call = read_explain(words)
    catalogue = read_catalogue(folder("rules"))  # with the examples, which are not compiled
    rule = catalogue.named(call.rule)
    sources = [catalogue.sources[key] for key in rule.sources]
    show(rule_page(rule, sources, width(), signs(call.look)), call.look)
    return 0
