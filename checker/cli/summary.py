"""The summary of a step in GitHub Actions: the whole result in Markdown, at the end of a file."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING

from checker.cli.arguments import UsageError
from checker.cli.running import inputs_of
from checker.cli.writing import is_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.cli.arguments import CheckCall
    from checker.result import Result

FORM = "github"
VARIABLE = "GITHUB_STEP_SUMMARY"
MOST = 1024**2  # bytes a step: GitHub throws away a larger summary, all of it
SHORTENED = (
    "\n\nSammanfattningen är avkortad, för GitHub tar emot högst 1 MiB från ett steg. "
    "Hela resultatet står i stegets logg.\n"
)
READ = "det är en fil som kontrollen läser"
LINK = "det är en länk"
NO_FILE = "det är ingen vanlig fil"
FULL = f"den är redan så stor som GitHub tar emot ({MOST // 1024**2} MiB)"
OTHER = "det går inte"
REASONS = {
    errno.ENOENT: "filen finns inte",
    errno.ENOTDIR: "filen finns inte",
    errno.EISDIR: "det är en mapp",
    errno.EACCES: "du har inte rätt att skriva i filen",
    errno.EPERM: "du har inte rätt att skriva i filen",
    errno.ENXIO: NO_FILE,
    errno.ELOOP: LINK,
    errno.ENOSPC: "disken är full",
}
# A link could lead anywhere, and a FIFO without a reader would hold the program for ever.
_FLAGS = (
    os.O_WRONLY
    | os.O_APPEND
    | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC"))
)


def write_summary(call: CheckCall, result: Result, content: Callable[[], str]) -> list[str]:
    """Adds the result to the summary of the step, where there is one and its form is asked for.

    Args:
        call: what was asked for.
        result: of the run; its files are never written to.
        content: the whole result in Markdown.

    Returns:
        What could not be written, in Swedish.
    """
    file = os.environ.get(VARIABLE, "")
    if not file or FORM not in (call.form, *(form for form, _ in call.outputs)):
        return []
    try:
        if is_read(file, inputs_of(call, result)):
            return [_told(READ)]
        _append(file, content())
    except UsageError as error:
        return [str(error)]
    except OSError as error:
        return [_told(REASONS.get(error.errno or 0, OTHER))]
    except ValueError:  # a NUL in the name
        return [_told(OTHER)]
    return []


def _told(reason: str) -> str:
    return f"Kan inte skriva stegets sammanfattning ({VARIABLE}): {reason}."


def _append(file: str, content: str) -> None:
    """Adds a text at the end of a file that is there: all of it, or nothing.

    Raises:
        OSError: it cannot be written to.
        UsageError: it is no ordinary file, or has no room left.
    """
    if os.path.islink(file):  # noqa: PTH114 - Windows cannot refuse to follow it below
        raise UsageError(_told(LINK))
    handle = os.open(file, _FLAGS)
    with os.fdopen(handle, "ab", buffering=0) as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise UsageError(_told(NO_FILE))
        # What stands there already may end in the middle of a paragraph.
        added = _fitting(f"\n{content}" if status.st_size else content, MOST - status.st_size)
        try:
            while added:
                added = added[stream.write(added) :]
        except OSError:
            with contextlib.suppress(OSError):
                stream.truncate(status.st_size)
            raise


def _fitting(content: str, room: int) -> bytes:
    """As many whole lines as there is room for; where some are left out, a sentence says so."""
    whole = content.encode()
    if len(whole) <= room:
        return whole
    last = SHORTENED.encode()
    if len(last) > room:
        raise UsageError(_told(FULL))
    kept = whole[: room - len(last)]
    return kept[: kept.rfind(b"\n") + 1] + last
