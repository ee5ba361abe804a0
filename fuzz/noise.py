"""Bytes as nobody wrote them: real files with flips, splices and doubled lines, or pure noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fuzz.tokens import ALL, hostile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

BAD_BYTES: Final = (
    *(
        b"\xff",
        b"\xfe",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe5",
        b"\x86",
        b"\x8c",
    ),
    *(b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00", b"\x00a\x00b", b"PK\x03\x04", b"%PDF"),
)


def noise(random: Random) -> bytes:
    """Bytes, or pieces of YAML and of output formats, in any order."""
    if random.random() < 0.3:
        return random.randbytes(random.randint(0, 200))
    pieces = [random.choice(ALL) for _ in range(random.randint(0, 30))]
    return "".join(pieces).encode("utf-8", "replace")


def mutated(data: bytes, random: Random, others: Sequence[bytes], times: int) -> bytes:
    """A file with a few changes.

    Args:
        data: the file.
        random: chooses.
        others: files that pieces are taken from.
        times: how many changes.
    """
    for _ in range(times):
        data = random.choice(_CHANGES)(data, random, others)
    return data


def _at(data: bytes, random: Random) -> int:
    return random.randint(0, len(data))


def _flip(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << random.randrange(8))]) + data[at + 1 :]


def _delete(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = _at(data, random)
    return data[:at] + data[at + random.choice((1, 1, 2, 3, 10, 100)) :]


def _insert(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = _at(data, random)
    return data[:at] + hostile(random).encode("utf-8", "replace") + data[at:]


def _insert_bytes(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = _at(data, random)
    return data[:at] + random.choice(BAD_BYTES) + data[at:]


def _splice(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    other = random.choice(others) if others else data
    begin = _at(other, random)
    at = _at(data, random)
    return data[:at] + other[begin : begin + random.randint(1, 400)] + data[at:]


def _lines(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    """Lines doubled, moved, left out, or further in than they were."""
    lines = data.split(b"\n")
    first = random.randrange(len(lines))
    last = first + random.choice((1, 1, 1, 2, 5))
    some = lines[first:last]
    match random.choice(("double", "drop", "move", "indent", "outdent", "blank", "tail")):
        case "double":
            lines[first:first] = some
        case "drop":
            del lines[first:last]
        case "move":
            del lines[first:last]
            at = random.randint(0, len(lines))
            lines[at:at] = some
        case "indent":
            lines[first:last] = [random.choice((b" ", b"  ", b"\t")) + one for one in some]
        case "outdent":
            lines[first:last] = [one.removeprefix(b" ") for one in some]
        case "blank":
            lines.insert(first, b"")
        case "tail":
            lines[first] += random.choice((b" ", b"\r", b" # x", b":", b"  # <- X", b" |"))
    return b"\n".join(lines)


def _swap_values(data: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    """A value instead of another, or a piece of text instead of one."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    key, colon, _value = lines[at].partition(b": ")
    other = random.choice(lines).partition(b": ")[2]
    if random.random() < 0.5:
        other = hostile(random).encode("utf-8", "replace")
    lines[at] = key + (colon or b": ") + other
    return b"\n".join(lines)


_CHANGES: Final[tuple[Callable[[bytes, Random, Sequence[bytes]], bytes], ...]] = (
    *(_flip, _delete, _insert, _insert_bytes, _splice, _lines, _lines, _lines),
    *(_swap_values, _swap_values, _swap_values),
)
