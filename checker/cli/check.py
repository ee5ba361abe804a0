"""``kvalitetskoll check``: the verdict, in the forms that were asked for."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.arguments import CheckCall, UsageError, read_check
from checker.cli.screen import PLAIN_WIDTH, show, signs, width
from checker.document.limits import MAX_BYTES
from checker.inputs import DEFAULT_FOLDER, STDIN, Stdin
from checker.output.lines import plain
from checker.output.text import text
from checker.run import run
from checker.shown import shown

if TYPE_CHECKING:
    from checker.result import Exit, Result


def check(words: list[str]) -> int:
    """Runs the command; the exit code is the result's.

    Raises:
        UsageError: the call cannot be carried out.
    """
    call = read_check(words)
    paths = call.paths or (DEFAULT_FOLDER,)
    stdin = _stdin(call) if STDIN in paths else None
    try:
        result = run(paths, stdin=stdin, only=call.only, final=call.final, today=call.today)
    except KeyError as unknown:
        name = shown(unknown.args[0])
        raise UsageError(f"Regeln {name} finns inte. Se kvalitetskoll rules.") from None
    code = result.exit_code(call.fail_on)
    for form, file in call.outputs:
        _write(file, _form(form, result, code))
    if call.form == "text":
        show(text(result, width(), signs(call.look)), call.look)
    else:
        sys.stdout.write(_form(call.form, result, code))
        print(result.verdict_text, file=sys.stderr)  # noqa: T201 - the verdict is never left out
    return code


def _form(form: str, result: Result, code: Exit) -> str:
    if form == "text":
        return plain(text(result, PLAIN_WIDTH))
    from checker.output.json_form import json_form

    return json_form(result, code)


def _stdin(call: CheckCall) -> Stdin:
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    return Stdin(shown(call.stdin_filename, 200), content)


def _write(file: str, content: str) -> None:
    """Writes a file whole or not at all.

    Raises:
        UsageError: it cannot be written.
    """
    target = Path(file)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".kvalitetskoll-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = "mappen finns inte" if isinstance(error, FileNotFoundError) else "det går inte"
        raise UsageError(f"Kan inte skriva {shown(file, 120)}: {reason}.") from None
