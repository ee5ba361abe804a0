"""A path with its links followed, as far as the system lets them be."""

from __future__ import annotations

import os


def real_path(path: str | os.PathLike[str]) -> str:
    """The whole path, links followed.

    A link that may not even be read, such as those that Linux shows of other processes, is left as
    it is: whoever opens it is told so by the system.
    """
    try:
        return os.path.realpath(os.fspath(path))
    except OSError:
        return os.path.abspath(os.fspath(path))  # noqa: PTH100 - resolving is what failed
