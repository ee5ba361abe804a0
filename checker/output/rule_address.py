"""Where a rule's page is on the web, for the forms that have links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.output.forms import Manner
    from checker.result import Result


def rule_address(rule: str, result: Result, manner: Manner) -> str:
    """The address of a rule's page; empty where there is none.

    A municipality's own rules have no page among those that ``--rule-pages`` names.
    """
    if not manner.rule_pages or rule in result.ruleset.own:
        return ""
    return f"{manner.rule_pages}/{rule}.md"
