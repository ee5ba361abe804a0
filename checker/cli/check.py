"""``kvalitetskoll check``: the verdict, in the forms that were asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.cli.arguments import read_check
from checker.cli.running import run_call, show_all, write_all
from checker.cli.screen import put, say, show, signs, width
from checker.cli.summary import write_summary
from checker.output.forms import Manner, form
from checker.output.text import text
from checker.verdict import Exit

if TYPE_CHECKING:
    from checker.cli.arguments import CheckCall
    from checker.result import Result


def check(words: list[str]) -> int:
    """Runs the command; the exit code is the result's.

    Raises:
        UsageError: the call cannot be carried out.
    """
    call = read_check(words)
    result = run_call(call, call.only, call.changed_since)
    code = result.exit_code(call.fail_on)
    manner = Manner(code, ascii=call.look.ascii, rule_pages=call.rule_pages)
    unwritten = write_all(call, result, lambda name: form(name, result, manner))
    unwritten += write_summary(call, result, lambda: form("markdown", result, manner))
    if unwritten and code is not Exit.INTERNAL:
        code = Exit.USAGE
        manner = replace(manner, exit_code=code)  # what is printed says how the run ends
    if result.narrowed and result.narrowed.hint:
        say(result.narrowed.hint)
    show_all(lambda: _show(call, result, manner), code)
    for sentence in unwritten:
        say(sentence)
    for crash in result.crashes if call.debug else ():
        say(crash.trace, prefix="")
    return code


def _show(call: CheckCall, result: Result, manner: Manner) -> None:
    if call.form == "text":
        show(text(result, width(), signs(call.look)), call.look)
    else:
        put(form(call.form, result, manner))
        say(result.verdict_text, prefix="")
