"""A tree written as YAML in any layout: the same data in another dress, or with YAML's traps."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from checker.document.scalars import resolve
from fuzz.tokens import YAML, hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from checker.document.model import Scalar

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w .,()%/§-]*[\w.)%])?")
_TRAPS: Final = ("&a ", "!t ", "!!str ", "*a ", "? ", "- ", "<<: ", "| ", "> ", "[", "{", "'", '"')


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is laid out; every figure but ``indent`` is a share of the places.

    Attributes:
        indent: spaces a level.
        dashed: whether the items of a list stand further in than its key.
        flow: lists and mappings of plain values in brackets.
        quotes: how a text that could stand plain is written: empty, ``'`` or ``"``.
        comments: comments above and beside.
        blanks: empty lines.
        trailing: spaces at the end of a line.
        shuffled: keys in any order.
        line_end: of every line.
        bom: whether a byte-order mark stands first.
        traps: what YAML knows and the format refuses, such as tags and anchors.
    """

    indent: int = 2
    dashed: bool = True
    flow: float = 0
    quotes: str = ""
    comments: float = 0
    blanks: float = 0
    trailing: float = 0
    shuffled: bool = False
    line_end: str = "\n"
    bom: bool = False
    traps: float = 0


PLAIN: Final = Style()


def any_style(random: Random) -> Style:
    """A layout that changes nothing of what is said."""
    return Style(
        indent=random.choice((1, 2, 2, 3, 4, 7)),
        dashed=random.random() < 0.7,
        flow=random.choice((0, 0, 0.3, 1)),
        quotes=random.choice(("", "", "'", '"')),
        comments=random.choice((0, 0, 0.2)),
        blanks=random.choice((0, 0, 0.2)),
        trailing=random.choice((0, 0, 0.2)),
        shuffled=random.random() < 0.3,
        line_end=random.choice(("\n", "\n", "\n", "\r\n")),
        bom=random.random() < 0.1,
    )


def hostile_style(random: Random) -> Style:
    """A layout with traps in it."""
    return replace(any_style(random), traps=random.choice((0.01, 0.05, 0.3)))


def written(tree: dict[str, Any], random: Random, style: Style = PLAIN) -> bytes:
    """A tree as the bytes of a file.

    Args:
        tree: mappings, lists, texts, numbers, truth values and None.
        random: chooses where; not used by the plain style.
        style: the layout.
    """
    pen = _Pen(random, style)
    lines = pen.dressed(pen.mapping(tree, 0)) if tree else ["{}"]
    text = style.line_end.join((*lines, ""))
    return (b"\xef\xbb\xbf" if style.bom else b"") + text.encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Pen:
    random: Random
    style: Style

    def often(self, share: float) -> bool:
        return share > 0 and self.random.random() < share

    def mapping(self, tree: dict[str, Any], depth: int) -> Iterator[str]:
        keys = list(tree)
        if self.style.shuffled:
            self.random.shuffle(keys)
        margin = " " * self.style.indent * depth
        for key in keys:
            name = self.scalar(key, is_key=True)
            if self.often(self.style.traps):
                name = self.random.choice(
                    (f"? {name}\n{margin}", f"<<: {name}", hostile(self.random))
                )
            yield from self.entry(f"{margin}{name}:", tree[key], depth)

    def entry(self, start: str, value: Any, depth: int) -> Iterator[str]:
        if self.often(self.style.traps):
            start += f" {self.random.choice(_TRAPS)}"
        if self.is_flow(value):
            yield f"{start} {self.flow(value)}"
        elif isinstance(value, dict) and value:
            yield start
            yield from self.mapping(value, depth + 1)
        elif isinstance(value, list) and value:
            yield start
            yield from self.items(value, depth + self.style.dashed)
        elif isinstance(value, str) and "\n" in value and _fits_block(value):
            yield f"{start} {'|' if value.endswith(chr(10)) else '|-'}"
            margin = " " * self.style.indent * (depth + 1)
            yield from (
                f"{margin}{line}" if line else "" for line in value.rstrip("\n").split("\n")
            )
        else:
            shown = self.scalar(value)
            yield f"{start} {shown}" if shown else start

    def items(self, values: list[Any], depth: int) -> Iterator[str]:
        margin = " " * self.style.indent * depth
        # A mapping in a list begins beside the dash; its other keys stand below the first.
        for value in values:
            if isinstance(value, dict) and value and not self.is_flow(value):
                inner = _Pen(self.random, replace(self.style, indent=max(self.style.indent, 2)))
                first, *others = inner.mapping(value, 0)
                yield f"{margin}- {first}"
                yield from (f"{margin}  {line}" if line else line for line in others)
            elif isinstance(value, list) and value and not self.is_flow(value):
                yield f"{margin}-"
                yield from self.items(value, depth + 1)
            else:
                yield from self.entry(f"{margin}-", value, depth)

    def is_flow(self, value: Any) -> bool:
        if not isinstance(value, dict | list):
            return False
        inner = value.values() if isinstance(value, dict) else value
        if any(isinstance(one, dict | list) for one in inner):
            return False
        texts = any(isinstance(one, str) and "\n" in one for one in inner)
        return not value or (not texts and self.often(self.style.flow))

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            pairs = (
                f"{self.scalar(key, is_key=True, in_flow=True)}: {self.scalar(one, in_flow=True)}"
                for key, one in value.items()
            )
            return f"{{{', '.join(pairs)}}}"
        return f"[{', '.join(self.scalar(one, in_flow=True) or '~' for one in value)}]"

    def scalar(self, value: Scalar, *, is_key: bool = False, in_flow: bool = False) -> str:
        if value is None:
            return "null" if in_flow or self.random.random() < 0.5 else ""
        if isinstance(value, bool | int | float):
            return json.dumps(value)
        if self.often(self.style.traps):
            return self.random.choice(YAML)
        is_plain = bool(_PLAIN.fullmatch(value)) and (is_key or resolve(value) == value)
        is_plain = is_plain and not (in_flow and re.search(r"\W", value))
        if is_plain and (is_key or not self.style.quotes):
            return value
        if self.style.quotes != '"' and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        return _escaped(value)

    def dressed(self, lines: Iterator[str]) -> list[str]:
        """The lines with what says nothing around them; never inside a literal text."""
        style, found = self.style, []
        inside: int | None = None
        for whole in lines:
            margin = len(whole) - len(whole.lstrip())
            if inside is not None and (margin > inside or not whole):
                found.append(whole)
                continue
            inside = margin if re.search(r"(: |- )\|-?$", whole) else None
            found += [""] * self.often(style.blanks)
            found += [f"{' ' * margin}# {self.random.choice(('not', 'å', 'a: b'))}"] * self.often(
                style.comments
            )
            beside = inside is None and self.often(style.comments)
            end = "  # sidan om" if beside and not whole.endswith((":", "-")) else ""
            found.append(whole + end + "  " * self.often(style.trailing))
        return found


def _fits_block(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return (
        bool(lines[0].strip())
        and bool(lines[-1].strip())
        and not any(line[:1].isspace() for line in lines)
        and all(line.isprintable() for line in lines)
    )


def _escaped(text: str) -> str:
    marks = (one if one.isprintable() else _escape(ord(one)) for one in text)
    return '"' + "".join("\\" + one if one in '"\\' else one for one in marks if one) + '"'


def _escape(code: int) -> str:
    return (
        f"\\x{code:02x}"
        if code <= 0xFF
        else f"\\u{code:04x}"
        if code <= 0xFFFF
        else f"\\U{code:08x}"
    )
