"""The one door through which foreign text reaches a message, a terminal or a file."""

from __future__ import annotations

import re
import unicodedata

from checker.privacy import mask

SHORT = 60  # a key or a value in a message
LONG = 200  # a line of a code frame, a problem's own words
WHOLE = 4_000  # no sentence of ours is as long
# CI systems read ##[error], ##vso[…], ##teamcity[…], ::error:: and section_start:1:x as commands.
_COMMAND = re.compile(r"(#(?=#)|:(?=:)|section_(?:start|end)(?=:))")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay: they hold a number together
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# What Unicode's Default_Ignorable_Code_Point draws as nothing, though it is a letter or an accent.
_UNDRAWN = frozenset(
    [
        *"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0",
        *map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
    ]
)


def shown(text: object, limit: int = SHORT, *, hide: bool = True) -> str:
    r"""Text that can be shown anywhere: cut, masked, without anything that steers a machine.

    Control characters, bidi overrides, zero-width characters and line breaks become ``\xNN`` or
    ``\uNNNN``; ``##``, ``::`` and GitLab's section markers are parted, for CI systems read
    commands out of them.

    Args:
        text: anything.
        limit: the most characters.
        hide: False for the text of a rule file, which does not load with a personal identity
            number in it, and whose examples show what is no such number.
    """
    plain = mask(str(text)) if hide else str(text)
    if len(plain) > limit:
        plain = plain[: limit - 1].rstrip() + "…"
    # Most texts hold nothing of the kind, and what prints is none of the categories below.
    is_plain = plain.isprintable() and _UNDRAWN.isdisjoint(plain)
    visible = plain if is_plain else "".join(_visible(mark) for mark in plain)
    # Once more: what became visible, or was cut, may read as a number now.
    parted = _COMMAND.sub(r"\1 ", visible)
    return mask(parted) if hide else parted


def said(text: str) -> str:
    """A sentence on one line, fit to be shown, that values have been put into.

    What no part said alone the whole may say: a ``#`` before a value that begins with one. And a
    rule of a municipality's own may say anything.
    """
    return shown(_BLANKS.sub(" ", text).strip(" "), WHOLE)


def shown_trace(error: BaseException) -> str:
    """Where an exception happened, line by line; its words, too, may hold what must not be seen."""
    from traceback import format_exception

    whole = mask("".join(format_exception(error)))
    return "".join(f"{_indent(line)}{shown(line.lstrip(), LONG)}\n" for line in whole.splitlines())


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()))


def _visible(mark: str) -> str:
    if mark == "\t":
        return " "
    if unicodedata.category(mark) not in _HIDDEN and mark not in _UNDRAWN:
        return mark
    code = ord(mark)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
