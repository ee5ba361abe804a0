"""An exception as it applies: for one rule at one place of one report."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.links import real_path
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.document.model import Document, Route, Span

NAME = "undantag.yaml"
ROOT = "rapporten"  # what the report itself is called, where no key can be named
WHOLE = 10_000  # a place is compared in full, and is not longer than this
_NAMED = re.compile(r"\[(?:id|nr|namn|rubrik|år|kolumner)=.*?\](?=[.\[]|$)")
_BARE = re.compile(r"\[\d+\](?=[.\[]|$)")


def place_of(identity: str) -> str:
    """An identity path as it is shown, pasted and compared: what is masked stays masked."""
    return shown(identity.strip(), WHOLE) or ROOT


def is_bare(place: str) -> bool:
    """Whether a place holds the position of a list item instead of its name."""
    return bool(_BARE.search(_NAMED.sub("", place)))


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of ``undantag.yaml``.

    Attributes:
        rule: its id.
        report: the real path of the report.
        place: as ``place_of`` gives it.
        decided_by: a role.
        until: the last day; None for no end.
        file: the name of the file that holds it.
        route: the entry in that file.
    """

    rule: str
    report: str
    place: str
    reason: str
    decided_by: str
    until: date | None
    file: str
    span: Span
    route: Route

    def has_ended(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class WaiverFile:
    """One ``undantag.yaml``.

    Attributes:
        folder: where it lies.
        is_whole: the run was asked about its whole folder.
    """

    document: Document = field(repr=False)
    folder: str
    is_whole: bool
    waivers: tuple[Waiver, ...]

    def report_name(self, waiver: Waiver) -> str:
        """The report of an exception, seen from the folder."""
        return os.path.relpath(waiver.report, real_path(self.folder))

    def identity(self, route: Route) -> str:
        """A place in the file that stays the same when entries are moved."""
        waiver = self.waivers[int(route[1])]  # every entry is one
        return f"{self.report_name(waiver)} {waiver.rule} {waiver.place} {route[-1]}"


@dataclass(frozen=True, slots=True)
class Excuses:
    """The exceptions for one report that apply today, by rule and place."""

    waivers: Mapping[tuple[str, str], Waiver] = field(default_factory=dict)

    def find(self, rule: str, identity: str) -> Waiver | None:
        """The exception for a finding of a rule at a place."""
        return self.waivers.get((rule, place_of(identity))) if self.waivers else None


NONE = Excuses()
