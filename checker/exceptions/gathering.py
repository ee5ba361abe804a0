"""Which ``undantag.yaml`` a run reads: beside each judged report, and above it as far as asked."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checker.exceptions.model import NAME, Excuses
from checker.exceptions.reading import read_waivers
from checker.files import read_settings
from checker.links import real_path
from checker.rule_file import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from checker.catalog import Catalogue
    from checker.exceptions.model import Waiver, WaiverFile


@dataclass(frozen=True, slots=True)
class Waivers:
    """All exceptions of a run.

    Attributes:
        by_report: the exceptions by the real path of the report.
    """

    files: tuple[WaiverFile, ...] = ()
    by_report: dict[str, list[Waiver]] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Iterable[WaiverFile]) -> Waivers:
        """The exceptions of files.

        Raises:
            RuleFileError: two say the same.
        """
        files = tuple(files)
        return cls(files, _by_report(files))

    def excuses(self, path: str, today: date) -> Excuses:
        """Those for the report at a path that have not ended."""
        found = self.by_report.get(real_path(path), ())
        return Excuses({(one.rule, one.place): one for one in found if not one.has_ended(today)})


NO_WAIVERS = Waivers()


def gather_waivers(
    reports: Iterable[str],
    named: Iterable[str],
    catalogue: Catalogue,
    searched: Iterable[str] = (),
) -> Waivers:
    """The exceptions for reports.

    Args:
        reports: the paths of the judged files.
        named: what the run was asked about; above a folder that was named nothing is read.
        catalogue: the rules of the run.
        searched: folders that may hold no report, but exceptions for one that has been moved.

    Raises:
        RuleFileError: a file does not load, or two say the same.
    """
    roots = [_absolute(path) for path in named if os.path.isdir(path)]  # noqa: PTH112 - long names
    files = []
    found = [one for path in reports for one in _folders(path, roots)]
    for folder in dict.fromkeys((*found, *map(_absolute, searched))):
        path = folder / NAME
        if os.path.lexists(path):
            document = read_settings(str(path), catalogue.titles)
            is_whole = any(folder.is_relative_to(root) for root in roots)
            files.append(read_waivers(document, str(folder), catalogue, is_whole=is_whole))
    return Waivers.of(files)


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links are shown as they were named


def _folders(path: str, roots: list[Path]) -> Iterable[Path]:
    """The folder of a file, and those above it up to the outermost that was named."""
    own, *above = _absolute(path).parents
    yield own
    for folder in above:
        if any(folder.is_relative_to(root) for root in roots):
            yield folder


def _by_report(files: Iterable[WaiverFile]) -> dict[str, list[Waiver]]:
    found: dict[str, list[Waiver]] = {}
    seen: dict[tuple[str, str, str], Waiver] = {}
    for one in (waiver for file in files for waiver in file.waivers):
        same = seen.setdefault((one.report, one.rule, one.place), one)
        if same is not one:
            where = f"på rad {same.span.line}"
            where += f" i {same.file}" if same.file != one.file else ""
            sentence = f"samma undantag står redan {where}."
            raise RuleFileError(one.file, one.span.line, sentence)
        found.setdefault(one.report, []).append(one)
    return found
