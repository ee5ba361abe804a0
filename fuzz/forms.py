"""Every form that the program writes, as functions; the oracles say what each must never hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.cli.arguments import MATRIX_FORMS
from checker.output.forms import FORMS, Manner, form
from checker.output.lines import plain
from checker.output.overview_csv import overview_csv
from checker.output.overview_html import overview_html
from checker.output.overview_json import overview_json
from checker.output.overview_markdown import overview_markdown
from checker.output.overview_text import overview_text
from fuzz.kinds import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.overview.page import Overview
    from checker.result import Result
    from checker.verdict import Exit


def _drawn(name: str) -> Callable[[Result, Exit], str]:
    return lambda result, code: form(name, result, Manner(code, rule_pages=PAGES))


CHECK: Final = {name: _drawn(name) for name in FORMS}
"""The forms of ``check``."""

_MATRIX: Final[dict[str, Callable[[Overview], str]]] = {
    "text": lambda page: plain(overview_text(page)),
    "markdown": overview_markdown,
    "csv": overview_csv,
    "json": overview_json,
    "html": overview_html,
}
MATRIX: Final = {f"matrix-{name}": _MATRIX[name] for name in MATRIX_FORMS}
"""The forms of ``matrix``; a new one without a function here stops the driver from starting."""

ALL: Final = (*CHECK, *MATRIX)
SLOW: Final = tuple(one for one in ALL if one in MATRIX or one in {"sarif", "junit", "html"})
"""The forms that tell of every rule, and so take longer to draw than a small report to judge."""

EVERY: Final = 500
"""One execution in so many draws every form; the others take turns."""

EVERY_SLOW: Final = 32
"""One execution in so many draws a slow one besides."""


def in_turn(number: int) -> tuple[str, ...]:
    """The forms of an execution."""
    if number % EVERY == 0:
        return ALL
    quick = [one for one in ALL if one not in SLOW]
    chosen = (quick[number % len(quick)],)
    if number % EVERY_SLOW == 0:
        return (*chosen, SLOW[number // EVERY_SLOW % len(SLOW)])
    return chosen
