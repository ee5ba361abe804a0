"""The readers of CI systems that the forms are tried against recognise what is a command."""

from __future__ import annotations

import pytest

from checker.shown import said, shown
from tests.forms.runners import Command, commands, openings, steering

COMMANDS = {
    "::error::x": Command("github", "error", {}, "x"),
    " \u00a0::add-mask::x": Command("github", "add-mask", {}, "x"),
    "a\r::Stop-Commands::x": Command("github", "Stop-Commands", {}, "x"),
    "::warning file=a%3Ab,line=3::50 %25%0Ab": Command(
        "github", "warning", {"file": "a:b", "line": "3"}, "50 %\nb"
    ),
    "a ##[group]x": Command("##[", "group", {}, "x"),
    "a ##vso[task.setvariable variable=a%3B;]b%AZP25": Command(
        "azure", "task.setvariable", {"variable": "a;"}, "b%"
    ),
    "a ##teamcity[buildStop]": Command("teamcity", "buildStop", {}, ""),
    "section_start:12:a\r\x1b[0K": Command("gitlab", "start", {}, "a"),
    "#\u00ad#[error]x": Command("##[", "error", {}, "x"),
    "##\ufe0fvso[task.complete]x": Command("azure", "task.complete", {}, "x"),
}
NO_COMMANDS = ["a ::error::x", "::error", "::nonsense::x", ": :error::x", "# #[error]", "a::b"]


@pytest.mark.parametrize(("text", "command"), COMMANDS.items(), ids=ascii)
def test_a_command_is_recognised(text: str, command: Command) -> None:
    assert commands(text) == [command]


@pytest.mark.parametrize("text", NO_COMMANDS)
def test_what_is_no_command_is_none(text: str) -> None:
    assert commands(text) == []


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_what_is_shown_is_a_command_no_more(text: str) -> None:
    out = shown(text)
    assert (commands(out), openings(out), steering(out)) == ([], [], [])


@pytest.mark.parametrize(
    ("first", "second"),
    [(":", ":error::x"), ("#", "#[error]x"), ("section_start", ":1:a"), ("##", "vso[task.a]")],
)
def test_what_two_values_say_together_is_a_command_no_more(first: str, second: str) -> None:
    both = shown(first) + shown(second)
    out = said(both)
    assert (commands(out), openings(out)) == ([], [])


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("\x1b[1;31ma\x1b[0m\n", []),
        ("\x1b[5ma", ["001b"]),
        ("\x1b]8;;a\x07", ["0007", "001b"]),
        ("\ta\r", ["0009", "000d"]),
        ("\u202e\u200b\ud800\u3164", ["200b", "202e", "3164", "d800"]),
    ],
    ids=ascii,
)
def test_what_steers_a_terminal_is_recognised_and_our_colours_are_let_through(
    text: str, marks: list[str]
) -> None:
    assert steering(text, coloured=True) == marks


def test_without_colours_none_are_let_through() -> None:
    assert steering("\x1b[1;31ma\x1b[0m") == ["001b"]
