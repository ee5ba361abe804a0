"""Opening a named file without being held up or led astray by what is not an ordinary file."""

from __future__ import annotations

import errno
import os
import stat
from typing import Final, Literal

from checker.document.limits import MAX_BYTES

Reason = Literal["missing", "directory", "not-a-file", "no-permission", "too-large", "unreadable"]

# O_NONBLOCK: a FIFO without a writer would hold the program for ever. O_NOCTTY: a terminal device
# must not become ours. O_CLOEXEC: no child inherits the file. O_BINARY: Windows translates line
# ends and stops at Ctrl-Z without it. Each exists on some systems only.
_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)

_REASONS: Final[dict[int, Reason]] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ENAMETOOLONG: "missing",
    errno.EISDIR: "directory",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.ENXIO: "not-a-file",  # a socket, or a device without a driver
    errno.ENODEV: "not-a-file",
}


class Unreadable(Exception):  # noqa: N818 - a state of the file, not an error of the program
    """A file that cannot be read; ``code`` says why."""

    def __init__(self, code: Reason) -> None:
        """Keep the code; the words belong to whoever shows it."""
        super().__init__(code)
        self.code: Reason = code


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The whole content of an ordinary file of at most ``MAX_BYTES``.

    Raises:
        Unreadable: for anything else.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        # Windows answers "no permission" for a directory. (Path.is_dir raises for long names.)
        is_directory = os.path.isdir(path)  # noqa: PTH112
        raise Unreadable("directory" if is_directory else _reason(error)) from None
    except ValueError:  # a NUL in the name
        raise Unreadable("missing") from None
    try:
        return _content(descriptor)
    except OSError as error:
        raise Unreadable(_reason(error)) from None
    finally:
        os.close(descriptor)


def _content(descriptor: int) -> bytes:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise Unreadable("directory")
    if not stat.S_ISREG(mode):
        raise Unreadable("not-a-file")
    # st_size is not asked: it is zero under /proc, and the file may grow meanwhile.
    with open(descriptor, "rb", closefd=False) as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable("too-large")
    return data


def _reason(error: OSError) -> Reason:
    return _REASONS.get(error.errno or 0, "unreadable")
