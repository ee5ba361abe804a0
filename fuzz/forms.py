"""Every form that the program writes, as functions; the oracles say what each must never hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.cli.arguments import CHECK_FORMS, MATRIX_FORMS
from checker.output.json_form import json_form
from checker.output.lines import plain
from checker.output.overview_csv import overview_csv
from checker.output.overview_html import overview_html
from checker.output.overview_json import overview_json
from checker.output.overview_markdown import overview_markdown
from checker.output.overview_text import overview_text
from checker.output.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.overview.page import Overview
    from checker.result import Exit, Result

_CHECK: Final[dict[str, Callable[[Result, Exit], str]]] = {
    "text": lambda result, _: plain(text(result)),
    "json": json_form,
}
CHECK: Final = {name: _CHECK[name] for name in CHECK_FORMS}
"""The forms of ``check``; a new one without a function here stops the program from starting."""

_MATRIX: Final[dict[str, Callable[[Overview], str]]] = {
    "text": lambda page: plain(overview_text(page)),
    "markdown": overview_markdown,
    "csv": overview_csv,
    "json": overview_json,
    "html": overview_html,
}
MATRIX: Final = {f"matrix-{name}": _MATRIX[name] for name in MATRIX_FORMS}
"""The forms of ``matrix``."""

ALL: Final = (*CHECK, *MATRIX)
EVERY: Final = 100
MATRIX_EVERY: Final = 16
"""One execution in so many draws every form, or one of ``matrix``; the others take turns."""


def in_turn(number: int) -> tuple[str, ...]:
    """The forms of an execution."""
    if number % EVERY == 0:
        return ALL
    check, matrix = list(CHECK), list(MATRIX)
    chosen = (check[number % len(check)],)
    if number % MATRIX_EVERY == 0:
        return (*chosen, matrix[number // MATRIX_EVERY % len(matrix)])
    return chosen
