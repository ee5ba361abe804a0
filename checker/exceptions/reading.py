"""``undantag.yaml`` read: each entry is an exception, or a Swedish sentence with its line."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.checks.registry import BUILTIN
from checker.exceptions.model import Waiver, WaiverFile, is_bare, place_of
from checker.files import is_within
from checker.finding import Basis, Severity
from checker.links import real_path
from checker.rule import FORBID
from checker.rule_file import RuleFileError, validated
from checker.shown import LONG, shown
from checker.text import is_blank

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.document.model import Document
    from checker.rule import Rule

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as written.

    Attributes:
        regel: the id or name of the rule.
        rapport: the file of the report, from the folder of ``undantag.yaml``.
        ställe: the identity path that ``kvalitetskoll explain REGEL RAPPORT`` shows.
        skäl: why the finding may stand.
        beslutat_av: the role that has decided; never a name.
        till: the last day, ``2027-12-31``; without it there is no end.
    """

    __pydantic_config__ = FORBID

    regel: str
    rapport: str
    ställe: str
    skäl: str | None
    beslutat_av: str | None
    till: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionsFile:
    """The whole of ``undantag.yaml``."""

    __pydantic_config__ = FORBID

    undantag: tuple[Entry, ...]


def read_waivers(
    document: Document, folder: str, catalogue: Catalogue, *, is_whole: bool = True
) -> WaiverFile:
    """The exceptions of a file.

    Args:
        document: the file.
        folder: where it lies.
        catalogue: the rules of the run.
        is_whole: the run was asked about the whole folder.

    Raises:
        RuleFileError: one entry does not hold.
    """
    read: ExceptionsFile = validated(ExceptionsFile, document.data, document)
    waivers = tuple(
        _Reader(document, index, entry).waiver(folder, catalogue)
        for index, entry in enumerate(read.undantag)
    )
    return WaiverFile(document, folder, is_whole, waivers)


OF_ITSELF = {"FORM": "filen i sig", "UND": "undantagen själva"}


def not_excusable(rule: Rule) -> str:
    """Why a rule knows no exceptions, in Swedish; empty where it does."""
    for prefix, what in OF_ITSELF.items():
        if rule.check == BUILTIN and rule.id.startswith(prefix):
            return f"{rule.id} gäller {what}, och kan inte undantas"
    if rule.basis is Basis.PRIVACY and rule.severity is Severity.ERROR:
        return f"{rule.id} är ett fel som rör sekretess, och kan inte undantas"
    return ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one entry."""

    document: Document
    index: int
    entry: Entry

    def waiver(self, folder: str, catalogue: Catalogue) -> Waiver:
        entry = self.entry
        rule = self._rule(catalogue)
        report = self._report(folder)
        place = place_of(entry.ställe)
        if not entry.ställe.strip():
            raise self._fail("ställe", "ställe är tomt.")
        if is_bare(place):
            sentence = "ställe räknar rader i en lista; raden behöver ett id, nr eller namn."
            raise self._fail("ställe", sentence)
        reason = self._filled("skäl", entry.skäl, "skriv varför påpekandet får stå kvar")
        role = self._filled("beslutat_av", entry.beslutat_av, "skriv rollen som har beslutat")
        until = self._until()
        route = ("undantag", self.index)
        span = self.document.place((*route, "regel"))
        return Waiver(rule.id, report, place, reason, role, until, self.document.name, span, route)

    def _fail(self, key: str, sentence: str) -> RuleFileError:
        line = self.document.place(("undantag", self.index, key)).line
        return RuleFileError(self.document.name, line, sentence)

    def _rule(self, catalogue: Catalogue) -> Rule:
        word = self.entry.regel.strip()
        rule = catalogue.find(word)
        if rule is None:
            near = catalogue.near(word)
            hint = f", menade du {near}?" if near else "."
            raise self._fail("regel", f"regeln {shown(word)} finns inte{hint}")
        if reason := not_excusable(rule):
            raise self._fail("regel", f"{reason}.")
        return rule

    def _report(self, folder: str) -> str:
        name = self.entry.rapport
        if not name.strip() or "\0" in name:
            raise self._fail("rapport", "rapport är tomt.")
        path = os.path.join(folder, name)  # noqa: PTH118 - compared as written
        if not is_within(path, folder or "."):
            raise self._fail("rapport", "rapport leder ut ur mappen som undantag.yaml ligger i.")
        return real_path(path)

    def _filled(self, key: str, value: str | None, remedy: str) -> str:
        if not value or is_blank(value):
            raise self._fail(key, f"{key} är tomt: {remedy}.")
        return shown(" ".join(value.split()), LONG * 2)

    def _until(self) -> date | None:
        if self.entry.till is None:
            return None
        with suppress(ValueError):
            if _DAY.fullmatch(self.entry.till):  # fromisoformat takes weeks too
                return date.fromisoformat(self.entry.till)
        raise self._fail("till", "till ska vara ett datum som 2027-12-31.")
