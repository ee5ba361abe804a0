"""The command ``kvalitetskoll``: which subcommand, and what every ending gives as exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from checker.cli import help as texts
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HELP = ("--help", "-h")


def run() -> None:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Runs a command line and gives its exit code; nothing escapes as a traceback."""
    code: int = Exit.OK
    sys.stdout, sys.stderr = _usable(sys.stdout), _usable(sys.stderr)
    try:
        code = _dispatch(list(words))
        code = _flushed(code)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        pass  # whoever read us has read enough: the code is what it was
    except Exception as error:  # noqa: BLE001 - the last resort
        code = _told(error, debug="--debug" in words)
    _let_go(sys.stdout)
    _let_go(sys.stderr)
    return code


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:  # a full disk
        from checker.cli.screen import say

        say("Det går inte att skriva till standard ut.")
        return code if code == Exit.INTERNAL else Exit.USAGE
    return code


def _dispatch(words: list[str]) -> int:
    command, rest = (words[0], words[1:]) if words else ("", [])
    if not command or command in HELP:
        sys.stdout.write(texts.MAIN)
        return Exit.OK if command else Exit.USAGE
    if command == "--version":
        from checker.resources import version

        sys.stdout.write(f"kvalitetskoll {version()}\n")
        return Exit.OK
    if command not in _COMMANDS:
        return _unknown(command)
    text, load = _COMMANDS[command]
    if any(word in HELP for word in rest):
        sys.stdout.write(text)
        return Exit.OK
    return load()(rest)


def _check() -> Callable[[list[str]], int]:
    from checker.cli.check import check

    return check


def _explain() -> Callable[[list[str]], int]:
    from checker.cli.explain import explain

    return explain


def _rules() -> Callable[[list[str]], int]:
    from checker.cli.rules import rules

    return rules


def _matrix() -> Callable[[list[str]], int]:
    from checker.cli.matrix import matrix

    return matrix


# Each command is imported when it is called: starting is most of what a short run costs.
_COMMANDS = {
    "check": (texts.CHECK, _check),
    "explain": (texts.EXPLAIN, _explain),
    "rules": (texts.RULES, _rules),
    "matrix": (texts.MATRIX, _matrix),
}


def _unknown(command: str) -> int:
    from checker.cli.screen import say
    from checker.shown import shown
    from checker.text import nearest

    near = nearest(command, _COMMANDS)
    hint = f"Menade du {near}?" if near else "Se kvalitetskoll --help."
    say(f"Kommandot {shown(command)} finns inte. {hint}")
    return Exit.USAGE


def _told(error: Exception, *, debug: bool) -> int:
    from checker.catalog import UnknownRuleError
    from checker.cli.arguments import UsageError
    from checker.cli.screen import say
    from checker.rule_file import RuleFileError
    from checker.shown import shown, shown_trace

    if isinstance(error, UsageError):
        say(str(error))
        return Exit.USAGE
    if isinstance(error, UnknownRuleError):
        hint = f"Menade du {error.near}?" if error.near else "Se kvalitetskoll rules."
        say(f"Regeln {shown(error.word)} finns inte. {hint}")
        return Exit.USAGE
    if isinstance(error, RuleFileError):
        say(f"Filen går inte att använda. {error}")
        return Exit.USAGE
    if debug:
        say(shown_trace(error), prefix="")
    name = type(error).__name__
    say(f"Internt fel ({name}). Det är vårt fel, inte rapportens. Kör igen med --debug.")
    return Exit.INTERNAL


def _usable(stream: TextIO | None) -> TextIO:
    """A stream that takes any text; what it cannot show becomes an escape."""
    if stream is None:  # closed before we began
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _let_go(stream: TextIO) -> None:
    """Lets the interpreter flush at exit what cannot be written any more, into nothing."""
    try:
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError, io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
