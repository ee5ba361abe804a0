"""The command line read into plain objects; what is wrong with it is said in Swedish."""

from __future__ import annotations

import argparse
import contextlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from checker.finding import Severity
from checker.limits import MAX_TIMEOUT, TIMEOUT
from checker.output.forms import FORMS
from checker.privacy import mask
from checker.shown import LONG, shown
from checker.text import listed, nearest

NEVER = "never"
COLOURS = ("auto", "always", "never")
CHECK_FORMS = tuple(FORMS)
RULES_FORMS = ("text", "json")
MATRIX_FORMS = ("text", "markdown", "csv", "json", "html")
LEVELS = (*(severity.value for severity in Severity), NEVER)

# argparse's words differ between Python versions: each pattern takes what they share.
_ERRORS = (
    (r"unrecognized arguments: (-\S*)", "Valet {0} finns inte.{near}"),
    (r"unrecognized arguments: (\S+)", "{0} är ett värde för mycket."),
    (r"argument ([^:/]+)[^:]*: invalid choice: '?([^' ]*)'? \(choose from (.+)\)", "{choice}"),
    (r"argument ([^:/]+)[^:]*: expected", "{0} behöver ett värde."),
    (r"argument ([^:/]+)[^:]*: ignored explicit argument", "{0} tar inget värde."),
    (r"the following arguments are required: ([^,]+)", "{0} saknas."),
)


class UsageError(Exception):
    """The command line, or what it names, cannot be used; the message is a Swedish sentence."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text is drawn."""

    color: str
    ascii: bool


@dataclass(frozen=True, slots=True)
class CheckCall:
    """A call of ``check``."""

    paths: tuple[str, ...]
    form: str
    outputs: tuple[tuple[str, str], ...]
    fail_on: Severity | None
    final: bool
    only: tuple[str, ...]
    rule_pages: str
    changed_since: str | None
    previous: tuple[str, ...]
    ruleset: str | None
    stdin_filename: str
    today: date | None
    timeout: int
    look: Look
    debug: bool


@dataclass(frozen=True, slots=True)
class MatrixCall:
    """A call of ``matrix``."""

    paths: tuple[str, ...]
    form: str
    outputs: tuple[tuple[str, str], ...]
    final: bool
    previous: tuple[str, ...]
    ruleset: str | None
    stdin_filename: str
    today: date | None
    timeout: int
    look: Look
    debug: bool


@dataclass(frozen=True, slots=True)
class ExplainCall:
    """A call of ``explain``.

    Attributes:
        reports: those for which exceptions are to be written out.
    """

    rule: str
    reports: tuple[str, ...]
    ruleset: str | None
    look: Look


@dataclass(frozen=True, slots=True)
class RulesCall:
    """A call of ``rules``."""

    form: str
    test: str | None
    ruleset: str | None
    look: Look


class _Parser(argparse.ArgumentParser):
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        for word in args or ():  # argparse takes two dashes out of a value and stumbles on the rest
            if word.startswith("--") and word.endswith("=--"):
                raise UsageError(f"{shown(word.partition('=')[0], LONG)} behöver ett värde.")
        given, rest = super().parse_known_args(args, namespace)
        for option, action in self._option_string_actions.items():
            value = getattr(given, action.dest, None)
            if value == "" or (isinstance(value, list) and "" in value):
                raise UsageError(f"{option} behöver ett värde.")
        return given, rest

    def error(self, message: str) -> NoReturn:
        raise UsageError(_in_swedish(message, list(self._option_string_actions)))


def read_check(words: list[str]) -> CheckCall:
    """Reads the words after ``check``.

    Raises:
        UsageError: one of them is not understood.
    """
    parser = _report_parser(CHECK_FORMS)
    parser.add_argument("--fail-on", choices=LEVELS, default=Severity.ERROR.value)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--rule-pages")
    parser.add_argument("--changed-since")
    given, paths = _intermixed(parser, words)
    return CheckCall(
        paths=paths,
        form=given.format,
        outputs=tuple(_output(text, CHECK_FORMS) for text in given.output),
        fail_on=None if given.fail_on == NEVER else Severity(given.fail_on),
        final=given.final,
        only=tuple(given.only),
        rule_pages=_address(given.rule_pages),
        changed_since=given.changed_since,
        previous=tuple(given.previous),
        ruleset=given.ruleset,
        stdin_filename=given.stdin_filename,
        today=_day(given.today),
        timeout=_timeout(given.timeout),
        look=Look(given.color, given.ascii),
        debug=given.debug,
    )


def read_matrix(words: list[str]) -> MatrixCall:
    """Reads the words after ``matrix``.

    Raises:
        UsageError: one of them is not understood.
    """
    given, paths = _intermixed(_report_parser(MATRIX_FORMS), words)
    return MatrixCall(
        paths=paths,
        form=given.format,
        outputs=tuple(_output(text, MATRIX_FORMS) for text in given.output),
        final=given.final,
        previous=tuple(given.previous),
        ruleset=given.ruleset,
        stdin_filename=given.stdin_filename,
        today=_day(given.today),
        timeout=_timeout(given.timeout),
        look=Look(given.color, given.ascii),
        debug=given.debug,
    )


def read_explain(words: list[str]) -> ExplainCall:
    """Reads the words after ``explain``.

    Raises:
        UsageError: one of them is not understood.
    """
    parser = _parser()
    parser.add_argument("rule", metavar="REGEL")
    parser.add_argument("reports", nargs="*")
    parser.add_argument("--ruleset")
    given = parser.parse_intermixed_args(words)
    look = Look(given.color, given.ascii)
    return ExplainCall(given.rule, tuple(given.reports), given.ruleset, look)


def read_rules(words: list[str]) -> RulesCall:
    """Reads the words after ``rules``.

    Raises:
        UsageError: one of them is not understood.
    """
    parser = _parser()
    parser.add_argument("--format", choices=RULES_FORMS, default=RULES_FORMS[0])
    parser.add_argument("--test")
    parser.add_argument("--ruleset")
    given = parser.parse_args(words)
    look = Look(given.color, given.ascii)
    return RulesCall(given.format, given.test, given.ruleset, look)


def _parser() -> _Parser:
    # Abbreviations are off: an option added later must not change what a script means.
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--color", choices=COLOURS, default=COLOURS[0])
    parser.add_argument("--ascii", action="store_true")
    parser.add_argument("--debug", action="store_true")
    return parser


def _report_parser(forms: tuple[str, ...]) -> _Parser:
    """What the commands that read reports have in common."""
    parser = _parser()
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--format", choices=forms, default=forms[0])
    parser.add_argument("--output", action="append", default=[])
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--previous", action="append", default=[])
    parser.add_argument("--ruleset")
    parser.add_argument("--stdin-filename", default="standard in")
    parser.add_argument("--today")
    parser.add_argument("--timeout", default=str(TIMEOUT))
    return parser


def _intermixed(parser: _Parser, words: list[str]) -> tuple[argparse.Namespace, tuple[str, ...]]:
    """Options and paths in any order."""
    # What follows two dashes is paths; the intermixed parser knows nothing of them.
    end = words.index("--") if "--" in words else len(words)
    given = parser.parse_intermixed_args(words[:end])
    return given, (*given.paths, *words[end + 1 :])


def _output(text: str, known: tuple[str, ...]) -> tuple[str, str]:
    form, sign, file = text.partition("=")
    if form not in known or not sign or not file:
        forms = listed(known, "eller")
        raise UsageError(f"--output ska vara FORM=FIL, där FORM är {forms}, inte {shown(text)}.")
    if file == "-":
        raise UsageError("--output skriver till filer; det som skrivs ut väljs med --format.")
    return form, file


def _address(text: str | None) -> str:
    """An address that is safe to write as a link wherever it comes out."""
    if text is None:
        return ""
    if not re.fullmatch(r"https://[\w.-]+(:\d+)?(/[\w.~%@-]*)*", text, re.ASCII):
        raise UsageError(
            f"--rule-pages ska vara en adress som börjar med https, inte {shown(text)}."
        )
    return text.rstrip("/")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    with contextlib.suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):  # fromisoformat takes weeks too
            return date.fromisoformat(text)
    raise UsageError(f"--today ska vara ett datum som 2026-11-22, inte {shown(text)}.")


def _timeout(text: str) -> int:
    # isdecimal: int() takes signs, spaces and underlines too.
    digits = (
        text if text.isascii() and text.isdecimal() and len(text) <= len(str(MAX_TIMEOUT)) else "0"
    )
    if 1 <= int(digits) <= MAX_TIMEOUT:
        return int(digits)
    told = f"hela sekunder från 1 till {MAX_TIMEOUT}"
    raise UsageError(f"--timeout ska vara {told}, inte {shown(text)}.")


def _in_swedish(message: str, options: list[str]) -> str:
    message = mask(message)  # before it is taken apart: half a number is a birth date
    for pattern, sentence in _ERRORS:
        found = re.match(pattern, message)
        if found:
            words = [shown(word, LONG) for word in found.groups()]
            if sentence == "{choice}":
                choices = listed(re.findall(r"[\w-]+", words[2]), "eller")
                return f"{words[0]} ska vara {choices}, inte {words[1]}."
            near = nearest(found[1], options)
            hint = f" Menade du {near}?" if near else " Se kvalitetskoll --help."
            return sentence.format(*words, near=hint)
    return "Kommandoraden går inte att läsa. Se kvalitetskoll --help."
