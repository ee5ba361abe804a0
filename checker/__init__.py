"""Kvalitetskoll: checks the content of Swedish municipal quality reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from checker.finding import Finding, Related, Severity
    from checker.result import Refused, ReportResult, Result, Verdict

__all__ = [
    "Finding",
    "Refused",
    "Related",
    "ReportResult",
    "Result",
    "Severity",
    "Verdict",
    "check",
]


def check(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> Result:
    """Judges reports by the default rules.

    Args:
        paths: a file or a folder with YAML files anywhere below it, or several.

    Returns:
        What was found; a file that cannot be read is among ``refused``, never an exception.
    """
    from os import PathLike, fspath

    from checker.run import run

    if isinstance(paths, str | PathLike):
        paths = [paths]
    return run([fspath(path) for path in paths])


def __getattr__(name: str) -> object:
    """The result's types, imported when they are asked for: ``import checker`` stays light."""
    from importlib import import_module

    for module in ("checker.finding", "checker.result"):
        if name in __all__ and hasattr(import_module(module), name):
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
