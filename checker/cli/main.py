"""The command ``kvalitetskoll``: which subcommand, and what every ending gives as exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from checker.cli import help as texts
from checker.result import Exit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HELP = ("--help", "-h")


def run() -> None:
    """The console script."""
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Runs a command line and gives its exit code; nothing escapes as a traceback."""
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal cannot show becomes \\xNN
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _dispatch(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has read enough; the interpreter must not try to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except Exception as error:
        if debug:
            raise
        return _told(error)
    return code


def _dispatch(words: list[str]) -> int:
    command, rest = (words[0], words[1:]) if words else ("", [])
    if not command or command in HELP:
        print(texts.MAIN, end="")  # noqa: T201 - the help is output
        return Exit.OK if command else Exit.USAGE
    if command == "--version":
        from checker.resources import version

        print(f"kvalitetskoll {version()}")  # noqa: T201 - the version is output
        return Exit.OK
    if command not in _COMMANDS:
        return _unknown(command)
    text, load = _COMMANDS[command]
    if any(word in HELP for word in rest):
        print(text, end="")  # noqa: T201 - the help is output
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


# Each command is imported when it is called: starting is most of what a short run costs.
_COMMANDS = {
    "check": (texts.CHECK, _check),
    "explain": (texts.EXPLAIN, _explain),
    "rules": (texts.RULES, _rules),
}


def _unknown(command: str) -> int:
    from checker.shown import shown
    from checker.text import nearest

    near = nearest(command, _COMMANDS)
    hint = f"Menade du {near}?" if near else "Se kvalitetskoll --help."
    _say(f"Kommandot {shown(command)} finns inte. {hint}")
    return Exit.USAGE


def _told(error: Exception) -> int:
    from checker.cli.arguments import UsageError
    from checker.rule_file import RuleFileError

    if isinstance(error, UsageError):
        _say(str(error))
        return Exit.USAGE
    if isinstance(error, RuleFileError):
        _say(f"Regelfilen går inte att använda. {error}")
        return Exit.USAGE
    name = type(error).__name__
    _say(f"Internt fel ({name}). Det är vårt fel, inte rapportens. Kör igen med --debug.")
    return Exit.INTERNAL


def _say(sentence: str) -> None:
    print(f"kvalitetskoll: {sentence}", file=sys.stderr)  # noqa: T201 - hints go to stderr


if __name__ == "__main__":
    run()
