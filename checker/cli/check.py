"""``kvalitetskoll check``: the verdict, in the forms that were asked for."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.arguments import CheckCall, UsageError, read_check
from checker.cli.screen import PLAIN_WIDTH, say, show, signs, width
from checker.cli.writing import write_whole
from checker.document.limits import MAX_BYTES
from checker.inputs import DEFAULT_FOLDER, STDIN, Stdin, files_of
from checker.output.lines import ASCII, UNICODE, plain
from checker.output.text import text
from checker.result import Exit
from checker.run import run

if TYPE_CHECKING:
    from checker.result import Result


def check(words: list[str]) -> int:
    """Runs the command; the exit code is the result's.

    Raises:
        UsageError: the call cannot be carried out.
    """
    call = read_check(words)
    result = _run(call)
    code = result.exit_code(call.fail_on)
    unwritten = _write_all(call, result, code)
    if unwritten and code is not Exit.INTERNAL:
        code = Exit.USAGE
    # Whoever closed the pipe has read enough; what was found stays as it is.
    with contextlib.suppress(BrokenPipeError):
        _show(call, result, code)
    for sentence in unwritten:
        say(sentence)
    for crash in result.crashes if call.debug else ():
        say(crash.trace, prefix="")
    return code


def _run(call: CheckCall) -> Result:
    # The default folder was not named by anybody: that it is missing is no wrong use.
    default = (DEFAULT_FOLDER,) if Path(DEFAULT_FOLDER).is_dir() else ()
    stdin = _stdin(call) if STDIN in call.paths else None
    return run(
        call.paths,
        previous=call.previous,
        stdin=stdin,
        only=call.only,
        final=call.final,
        today=call.today,
        ruleset=call.ruleset,
        default=default,
    )


def _write_all(call: CheckCall, result: Result, code: Exit) -> list[str]:
    """Writes the files that were asked for; gives what could not be written, in Swedish."""
    unwritten = []
    read = [path for path in (*result.paths, *call.previous) if path != STDIN]
    read += [result.ruleset.own_folder] if result.ruleset.own_folder else []
    inputs = files_of(read) if call.outputs else set()
    inputs |= {os.path.realpath(result.ruleset.path)} if result.ruleset.path else set()
    for form, file in call.outputs:
        try:
            write_whole(file, _form(form, result, code, call), inputs)
        except UsageError as error:
            unwritten.append(str(error))
    return unwritten


def _show(call: CheckCall, result: Result, code: Exit) -> None:
    if call.form == "text":
        show(text(result, width(), signs(call.look)), call.look)
    else:
        sys.stdout.write(_form(call.form, result, code, call))
        say(result.verdict_text, prefix="")


def _form(form: str, result: Result, code: Exit, call: CheckCall) -> str:
    if form == "text":
        return plain(text(result, PLAIN_WIDTH, ASCII if call.look.ascii else UNICODE))
    from checker.output.json_form import json_form

    return json_form(result, code)


def _stdin(call: CheckCall) -> Stdin:
    if sys.stdin is None:
        raise UsageError("Standard in är stängd, så det finns inget att läsa.")
    try:
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError:
        raise UsageError("Standard in går inte att läsa.") from None
    return Stdin(call.stdin_filename, content)
