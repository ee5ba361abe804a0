"""What the commands that read reports share: the run, standard input, the files written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.beside import files_in
from checker.cli.arguments import UsageError
from checker.cli.writing import write_whole
from checker.document.limits import MAX_BYTES
from checker.inputs import DEFAULT_FOLDER, STDIN, Stdin, files_of
from checker.links import real_path
from checker.run import run
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.cli.arguments import CheckCall, MatrixCall
    from checker.result import Result


def run_call(
    call: CheckCall | MatrixCall, only: tuple[str, ...] = (), since: str | None = None
) -> Result:
    """The result of a call.

    Args:
        call: what was asked for.
        only: ids or names of the rules to run; empty for all.
        since: judge only what has changed since this revision of git; None for everything.

    Raises:
        UsageError: standard input is named and cannot be read, or git cannot say what has changed.
    """
    if since is None:
        return _run(call, only)
    from checker.git import GitError

    try:
        return _run(call, only, since)
    except GitError as error:
        raise UsageError(str(error)) from None


def _run(call: CheckCall | MatrixCall, only: tuple[str, ...], since: str | None = None) -> Result:
    # The default folder was not named by anybody: that it is missing is no wrong use.
    default = (DEFAULT_FOLDER,) if Path(DEFAULT_FOLDER).is_dir() else ()
    stdin = _stdin(call) if STDIN in call.paths else None
    return run(
        call.paths,
        previous=call.previous,
        stdin=stdin,
        only=only,
        final=call.final,
        today=call.today,
        ruleset=call.ruleset,
        default=default,
        timeout=call.timeout,
        since=since,
    )


def show_all(show: Callable[[], None], code: Exit) -> None:
    """Shows a result on standard output.

    Args:
        show: writes it.
        code: the exit code so far; what is worse than an output that fails is not hidden by it.

    Raises:
        UsageError: the disk behind standard output is full, or it cannot be written for another
            reason.
    """
    try:
        show()
    except BrokenPipeError:
        pass  # whoever closed the pipe has read enough; what was found stays as it is
    except OSError:
        if code is not Exit.INTERNAL:
            raise UsageError("Det går inte att skriva till standard ut.") from None


def write_all(
    call: CheckCall | MatrixCall, result: Result, content: Callable[[str], str]
) -> list[str]:
    """Writes the files that were asked for; gives what could not be written, in Swedish.

    Args:
        call: what was asked for.
        result: of the run; its files are never written over.
        content: the text of a form, by the form's name.
    """
    unwritten = []
    written: set[str] = set()
    inputs = inputs_of(call, result) if call.outputs else set()
    for form, file in call.outputs:
        try:
            write_whole(file, content(form), inputs, written)
        except UsageError as error:
            unwritten.append(str(error))
    return unwritten


def inputs_of(call: CheckCall | MatrixCall, result: Result) -> set[str]:
    """The real paths of the files of a run, which are never written over."""
    read = [path for path in (*result.paths, *call.previous) if path != STDIN]
    read += [result.ruleset.own_folder] if result.ruleset.own_folder else []
    ruleset = {real_path(result.ruleset.path)} if result.ruleset.path else set()
    beside = {os.path.dirname(path) for path in read if not os.path.isdir(path)}  # noqa: PTH112, PTH120
    siblings = {real_path(file) for folder in beside for file in files_in(folder)}
    return files_of(read) | ruleset | siblings


def _stdin(call: CheckCall | MatrixCall) -> Stdin:
    if sys.stdin is None:
        raise UsageError("Standard in är stängd, så det finns inget att läsa.")
    try:
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError:
        raise UsageError("Standard in går inte att läsa.") from None
    return Stdin(call.stdin_filename, content)
