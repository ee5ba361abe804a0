"""The forms of a result, by the names that a caller gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.result import Result
    from checker.verdict import Exit


@dataclass(frozen=True, slots=True)
class Manner:
    """What a form is told besides the result.

    Attributes:
        exit_code: what the run ends with.
        ascii: draw with plain signs.
        rule_pages: the address of the folder with a page for each rule; empty for none.
    """

    exit_code: Exit
    ascii: bool = False
    rule_pages: str = ""


def form(name: str, result: Result, manner: Manner) -> str:
    """A result in a form; each is imported when it is asked for, for most runs need one.

    Args:
        name: one of ``FORMS``.
        result: of the run.
        manner: what else the form depends on.
    """
    return FORMS[name](result, manner)


def _text(result: Result, manner: Manner) -> str:
    from checker.output.lines import ASCII, PLAIN_WIDTH, UNICODE, plain
    from checker.output.text import text

    return plain(text(result, PLAIN_WIDTH, ASCII if manner.ascii else UNICODE))


def _json(result: Result, manner: Manner) -> str:
    from checker.output.json_form import json_form

    return json_form(result, manner.exit_code)


def _sarif(result: Result, manner: Manner) -> str:
    from checker.output.sarif import sarif

    return sarif(result, manner)


def _junit(result: Result, manner: Manner) -> str:
    from checker.output.junit import junit

    return junit(result, manner)


def _gitlab(result: Result, manner: Manner) -> str:
    from checker.output.gitlab import gitlab

    return gitlab(result, manner)


def _github(result: Result, manner: Manner) -> str:
    from checker.output.github import github

    return github(result, manner)


def _azure(result: Result, manner: Manner) -> str:
    from checker.output.azure import azure

    return azure(result, manner)


def _markdown(result: Result, manner: Manner) -> str:
    from checker.output.markdown_form import markdown_form

    return markdown_form(result, manner)


def _html(result: Result, manner: Manner) -> str:
    from checker.output.html_form import html_form

    return html_form(result, manner)


FORMS: dict[str, Callable[[Result, Manner], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "gitlab": _gitlab,
    "github": _github,
    "azure": _azure,
    "markdown": _markdown,
    "html": _html,
}
