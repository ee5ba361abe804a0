"""What the command says is Swedish, and the help tells all that there is."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

import pytest

from checker.cli import arguments
from checker.cli.help import CHECK, EXPLAIN, MAIN, MATRIX, RULES
from checker.cli.main import _COMMANDS
from checker.verdict import Exit

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Call = Callable[..., CompletedProcess[str]]

ENGLISH = re.compile(
    r"\b(usage|error|argument|arguments|invalid|expected|required|choose|unrecognized|ambiguous"
    r"|choice|option|value|ignored|explicit|traceback|exception|none|str|not allowed|the)\b",
    re.IGNORECASE,
)
# Words that are the command line's own, which an answer may repeat.
OURS = ("--fail-on", "error", "warning", "info", "never", "auto", "always", "text", "json")

WRONG = (
    "check --nonsense",
    "check -x",
    "check --nonsense=1",
    "check --fin",
    "check --forma json",
    "check --format",
    "check --output",
    "check --fail-on",
    "check --only",
    "check --changed-since",
    "check --changed-since=",
    "check --changed-since=--",
    "check --ruleset=--",
    "check - --changed-since main",
    "check --changed-since finns-inte",
    "check --stdin-filename",
    "check --today",
    "check --color",
    "check --format --final",
    "check --format xml",
    "check --format=xml",
    "check --format=a:b",
    "check --fail-on fatal",
    "check --color red",
    "check --final=yes",
    "check --ascii=yes",
    "check --ascii=a:b",
    "check --today nonsense",
    "check --today 2026-13-01",
    "check --today=",
    "check --output nonsense",
    "check --output xml=a",
    "check --output =a",
    "check --output json=",
    "check --output json=-",
    "check --ruleset=",
    "check --only=",
    "check --previous=",
    "check --stdin-filename=",
    "check --only nonsense clean.yaml",
    "explain",
    "explain --ascii",
    "explain TAB001 TAB002",
    "explain nonsense",
    "explain TAB01",
    "explain --nonsense TAB001",
    "explain --color red TAB001",
    "explain --color",
    "rules nonsense",
    "rules --test",
    "rules --test missing",
    "rules --test=",
    "rules --ruleset=",
    "explain TAB001 --ruleset=",
    "rules --format",
    "rules --format xml",
    "rules --nonsense",
    "rules --ascii=yes",
    "matrix --nonsense",
    "matrix --format",
    "matrix --format xml",
    "matrix --output xml=a",
    "matrix --only LEX003",
    "matrix --today nonsense",
    "nonsense",
    "chekc",
    "--nonsense",
    "--format json check",
)
# What a shell can hand over and a word list cannot.
ODD = (
    ("check", "--format", ""),
    ("check", "--format", "a b"),
    ("check", "--fail-on", "'"),
    ("check", "--fail-on", "\"'"),
    ("check", "--format", "x\ny"),
    ("check", "--\x1b[31m"),
    ("check", "--" + "x" * 10_000),
    ("check", "--format", "x" * 10_000),
    ("check", "--today", "\udcff"),
    ("check", "--å", "b"),
    ("explain", ""),
    ("explain", "x" * 10_000),
    ("nonsense\n",),
)


@pytest.mark.parametrize(
    "words", [*(tuple(line.split()) for line in WRONG), *ODD], ids=lambda words: repr(words)[:50]
)
def test_wrong_use_is_answered_by_one_swedish_sentence(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.returncode, done.stdout) == (Exit.USAGE, "")
    assert re.fullmatch(r"kvalitetskoll: [^\n]+[.?]\n", done.stderr)
    assert len(done.stderr) < 400
    assert english(done.stderr, *words) == []


def test_every_option_of_every_command_is_tried_without_its_value(call: Call) -> None:
    for name, actions in parsers().items():
        for option, action in actions.items():
            if action.nargs != 0:
                done = call(name, option)
                assert done.stderr == f"kvalitetskoll: {option} behöver ett värde.\n"


def test_every_option_of_every_command_with_choices_names_them(call: Call) -> None:
    for name, actions in parsers().items():
        for option, action in actions.items():
            if action.choices:
                said = call(name, option, "nonsense").stderr
                assert [choice for choice in action.choices if str(choice) not in said] == []
                assert "nonsense" in said


@pytest.mark.parametrize("day", ["20261122", "2026-W47-7", "2026112299"])
@pytest.mark.usefixtures("shared_desk")
def test_a_day_is_written_in_one_way(call: Call, day: str) -> None:
    assert call("check", "clean.yaml", "--today", day).returncode == Exit.USAGE


def test_a_near_word_is_suggested(call: Call) -> None:
    assert call("chekc").stderr.endswith("Menade du check?\n")
    assert call("check", "--finl").stderr.endswith("Menade du --final?\n")
    assert call("explain", "rader-ger-inte-total").stderr.endswith(
        "Menade du rader-ger-inte-totalen?\n"
    )


def test_a_near_rule_is_suggested_for_only(call: Call) -> None:
    said = call("check", "clean.yaml", "--only", "rader-ger-inte-total").stderr
    assert said.endswith("Menade du rader-ger-inte-totalen?\n")


def test_an_extra_value_is_not_called_an_option(call: Call) -> None:
    assert "Valet" not in call("explain", "TAB001", "TAB002").stderr


@pytest.mark.parametrize("name", ["check", "explain", "rules", "matrix"])
def test_the_help_of_a_command_tells_every_option_and_choice(call: Call, name: str) -> None:
    done = call(name, "--help")
    assert (done.returncode, done.stderr) == (Exit.OK, "")
    for option, action in parsers()[name].items():
        assert re.search(rf"^  {option}\b", done.stdout, re.MULTILINE), option
        for choice in action.choices or ():
            assert re.search(rf"\b{choice}\b", done.stdout), (option, choice)


@pytest.mark.parametrize("name", ["check", "explain", "rules", "matrix"])
def test_the_help_of_a_command_tells_of_no_option_that_is_not_there(name: str) -> None:
    text = {"check": CHECK, "explain": EXPLAIN, "rules": RULES, "matrix": MATRIX}[name]
    told = set(re.findall(r"--[a-z-]+", text))
    assert told - set(parsers()[name]) <= {"--help"}


@pytest.mark.parametrize("name", ["check", "explain", "rules", "matrix"])
def test_the_help_of_a_command_tells_the_exit_codes_and_the_other_options(
    call: Call, name: str
) -> None:
    text = call(name, "--help").stdout
    assert "Utgångskoder" in text
    told = text[text.index("Utgångskoder") :]
    for code in Exit if name == "check" else (Exit.OK, Exit.USAGE, Exit.INTERNAL):
        assert re.search(rf"^  {int(code)}\b", told, re.MULTILINE), code
    assert "--help" in text
    assert "--debug" in text


def test_the_main_help_tells_every_command(call: Call) -> None:
    done = call("--help")
    assert (done.returncode, done.stdout) == (Exit.OK, MAIN)
    assert [name for name in _COMMANDS if f"kvalitetskoll {name}" not in MAIN] == []
    assert set(parsers()) == set(_COMMANDS)


def test_without_a_command_the_help_is_shown(call: Call) -> None:
    done = call()
    assert (done.returncode, done.stdout) == (Exit.USAGE, MAIN)


@pytest.mark.parametrize("text", [MAIN, CHECK, EXPLAIN, RULES])
def test_a_help_text_is_swedish(text: str) -> None:
    assert english(text) == []


def test_the_help_texts_fit_a_terminal() -> None:
    rows = (row for text in (MAIN, CHECK, EXPLAIN, RULES, MATRIX) for row in text.splitlines())
    assert [row for row in rows if len(row) > 80] == []


def test_help_goes_over_everything_else_in_a_command(call: Call) -> None:
    assert call("check", "--nonsense", "-h").stdout == CHECK


def test_the_version_is_told(call: Call) -> None:
    assert re.fullmatch(r"kvalitetskoll \d+\.\d+\.\d+\S*\n", call("--version").stdout)


def english(text: str, *repeated: str) -> list[str]:
    """The English words of a text, apart from those of the command line itself."""
    for word in sorted((*OURS, *repeated), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", text) if word else text
    return ENGLISH.findall(text)


def parsers() -> dict[str, dict[str, argparse.Action]]:
    """The options of each command's parser, by name."""
    found: dict[str, dict[str, argparse.Action]] = {}

    class Seen(Exception):  # noqa: N818 - it carries a parser out of a function
        pass

    def stops(parser: argparse.ArgumentParser, _words: list[str]) -> NoReturn:
        raise Seen(parser)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argparse.ArgumentParser, "parse_args", stops)
        patch.setattr(argparse.ArgumentParser, "parse_intermixed_args", stops)
        for name in ("check", "explain", "rules", "matrix"):
            with pytest.raises(Seen) as seen:
                getattr(arguments, f"read_{name}")([])
            found[name] = dict(seen.value.args[0]._option_string_actions)
    return found
