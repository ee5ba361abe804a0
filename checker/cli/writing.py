"""Writing an output file: whole or not at all, and never over something else."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.arguments import UsageError
from checker.inputs import OURS
from checker.links import real_path
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Container

_NAME = 120


def write_whole(file: str, content: str, inputs: Container[str], written: set[str]) -> None:
    """Writes a file.

    Args:
        file: where; what is no ordinary file, such as a device, is written to as it is.
        content: what.
        inputs: the real paths of the files of the run; none of them is ever written over, nor is
            any file that says how reports are judged.
        written: the real paths of the files that the run has written; it grows.

    Raises:
        UsageError: it cannot be written.
    """
    target = Path(file)
    try:
        real = real_path(target)
        if is_read(file, inputs):
            told = "det är en fil som kontrollen läser"
            raise UsageError(f"Kan inte skriva {shown(file, _NAME)}: {told}.")
        if real in written:
            told = "en annan --output skriver dit"
            raise UsageError(f"Kan inte skriva {shown(file, _NAME)}: {told}.")
        if _is_a_stream_of_ours(target):
            told = "dit går redan utskriften; välj dess form med --format"
            raise UsageError(f"Kan inte skriva {shown(file, _NAME)}: {told}.")
        if target.exists() and not target.is_file():
            _send(target, content)
        else:
            _replace(target, content)
        if not target.is_char_device():  # what swallows everything may be named twice
            written.add(real)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        reason = "mappen finns inte" if missing else "det går inte"
        raise UsageError(f"Kan inte skriva {shown(file, _NAME)}: {reason}.") from None


def _is_a_stream_of_ours(target: Path) -> bool:
    """Whether a path is the file or pipe that standard output or standard error goes to.

    A device such as a terminal takes both, and one that swallows all loses nothing.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or no file at all
            ours = os.fstat(stream.fileno())
            if not stat.S_ISCHR(ours.st_mode) and os.path.samestat(ours, target.stat()):
                return True
    return False


def _send(target: Path, content: str) -> None:
    """Into a pipe or a device."""
    # Opening a pipe that nobody reads would never end; writing waits for whoever does.
    handle = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(handle, True)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(content)


def is_read(file: str, inputs: Container[str]) -> bool:
    """Whether a file is one of the run's, or one that says how reports are judged."""
    real = real_path(file)
    return real in inputs or Path(real).name in OURS


def _replace(target: Path, content: str) -> None:
    """By way of a file beside it, so that a reader sees the old content or the new."""
    target = Path(real_path(target))  # a link stays a link
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".kvalitetskoll-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The rights that the file has, or that a new one gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
