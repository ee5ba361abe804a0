"""Where the rules and the schemas lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).parent


@cache
def folder(name: Literal["rules", "schemas"]) -> Path:
    """The folder of shipped data with this name.

    Raises:
        FileNotFoundError: the installation is broken.
    """
    for candidate in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(name)


@cache
def version() -> str:
    """The version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("kvalitetskoll")
    except PackageNotFoundError:
        return "okänd"
