"""Kvalitetskoll: checks the content of Swedish municipal quality reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from checker.finding import Finding, Related, Severity
    from checker.result import Refused, ReportResult, Result
    from checker.rule_file import RuleFileError
    from checker.verdict import Verdict

__all__ = [
    "Finding",
    "Refused",
    "Related",
    "ReportResult",
    "Result",
    "RuleFileError",
    "Severity",
    "Verdict",
    "check",
]


def check(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    ruleset: str | PathLike[str] | None = None,
) -> Result:
    """Judges reports by the default rules, or as a ruleset has changed them.

    Args:
        paths: a file or a folder with YAML files anywhere below it, or several.
        ruleset: a ``kvalitetskoll.yaml``; without one it is looked for from the first path upward;
            ``"default"`` for the default rules alone.

    Returns:
        What was found; a file that cannot be read is among ``refused``, never an exception.

    Raises:
        RuleFileError: the ruleset, a rule file or an ``undantag.yaml`` does not load.
    """
    from os import PathLike, fspath

    from checker.run import run

    if isinstance(paths, str | PathLike):
        paths = [paths]
    file = None if ruleset is None else fspath(ruleset)
    return run([fspath(path) for path in paths], ruleset=file)


def __getattr__(name: str) -> object:
    """The result's types, imported when they are asked for: ``import checker`` stays light."""
    from importlib import import_module

    for module in ("checker.finding", "checker.result", "checker.rule_file", "checker.verdict"):
        if name in __all__ and hasattr(import_module(module), name):
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")
