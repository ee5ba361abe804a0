"""``kvalitetskoll matrix``: the kravöversikt, in the forms that were asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.cli.arguments import read_matrix
from checker.cli.running import run_call, show_all, write_all
from checker.cli.screen import put, say, show, signs, width
from checker.compiled import default_catalogue
from checker.output.lines import ASCII, PLAIN_WIDTH, UNICODE, plain
from checker.overview.build import overview
from checker.ruleset.loading import ruleset_of
from checker.verdict import Exit

if TYPE_CHECKING:
    from checker.cli.arguments import MatrixCall
    from checker.overview.page import Overview

FILES = ("csv", "html")  # meant for files: always UTF-8, whatever the terminal takes


def matrix(words: list[str]) -> int:
    """Runs the command; findings do not matter to its exit code, for it judges nothing.

    Raises:
        UsageError: the call cannot be carried out.
    """
    call = read_matrix(words)
    result = run_call(call)
    code = result.exit_code(None)
    _, catalogue = ruleset_of(call.paths, call.ruleset, default_catalogue())
    page = overview(result, catalogue)
    unwritten = write_all(call, result, lambda form: _form(form, page, call))
    if unwritten and code is not Exit.INTERNAL:
        code = Exit.USAGE
    show_all(lambda: _show(call, page), code)
    for sentence in unwritten:
        say(sentence)
    for crash in result.crashes if call.debug else ():
        say(crash.trace, prefix="")
    return code


def _show(call: MatrixCall, page: Overview) -> None:
    if call.form == "text":
        from checker.output.overview_text import overview_text

        show(overview_text(page, width(), signs(call.look)), call.look)
    elif call.form in FILES:
        put(_form(call.form, page, call))
    else:
        sys.stdout.write(_form(call.form, page, call))


def _form(form: str, page: Overview, call: MatrixCall) -> str:
    match form:
        case "markdown":
            from checker.output.overview_markdown import overview_markdown

            return overview_markdown(page)
        case "csv":
            from checker.output.overview_csv import overview_csv

            return overview_csv(page)
        case "json":
            from checker.output.overview_json import overview_json

            return overview_json(page)
        case "html":
            from checker.output.overview_html import overview_html

            return overview_html(page)
    from checker.output.overview_text import overview_text

    return plain(overview_text(page, PLAIN_WIDTH, ASCII if call.look.ascii else UNICODE))
