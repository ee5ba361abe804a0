"""All requirements of one report: rows by scopes, what its two kinds of tables are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.overview.remarks import Told
from checker.overview.rows import Judged, judged
from checker.overview.scopes import Scope, scopes_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.catalog import Catalogue
    from checker.requirement import Group, Requirement
    from checker.result import ReportResult


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report's answers.

    Attributes:
        scopes: none for what could not be read as a report.
        rows: each group with its requirements, and of each one cell a scope.
    """

    result: ReportResult
    scopes: tuple[Scope, ...]
    rows: tuple[tuple[Group, tuple[tuple[Requirement, tuple[Judged, ...]], ...]], ...]

    def all(self) -> list[tuple[Requirement, tuple[Judged, ...]]]:
        """The requirements without their groups."""
        return [row for _, rows in self.rows for row in rows]


def sheet(result: ReportResult, catalogue: Catalogue, crashed: Collection[str]) -> Sheet:
    """What a report answers to each requirement.

    Args:
        result: what came out for the report.
        catalogue: the rules of the run, with the requirements.
        crashed: the rules that broke down on it.
    """
    rules = {one.rule.id: one for one in catalogue.checking}
    scopes = scopes_of(result.report) if result.report else ()
    told = Told(result, catalogue.requirements.everywhere, crashed)
    groups = []
    for group in catalogue.requirements.groups:
        rows = (
            (row, judged(row, rules.get(row.demanded_by), scopes, told) if scopes else ())
            for row in group.requirements
        )
        groups.append((group, tuple(rows)))
    return Sheet(result, scopes, tuple(groups))
