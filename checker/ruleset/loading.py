"""``kvalitetskoll.yaml`` found and read: the default rules as a municipality has changed them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from checker.files import is_within, read_settings
from checker.links import real_path
from checker.rule import FORBID
from checker.rule_file import RuleFileError, validated
from checker.ruleset.changes import Change, changed
from checker.ruleset.model import DEFAULT, NAME, Deviation, Ruleset
from checker.ruleset.own import read_own_rules
from checker.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.binding import Bound
    from checker.catalog import Catalogue
    from checker.document.model import Document
    from checker.rule import Rule

REPOSITORY = ".git"  # where a repository begins, the search upward ends
STANDARD = "default"  # the default rules alone, by the word that ``extends`` knows them by


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesetFile:
    """The whole of ``kvalitetskoll.yaml``.

    Attributes:
        extends: always ``default``.
        reports: the folder that is checked when none is named.
        rules_folder: the folder with own rules, below the folder of this file.
        rules: by id or name, what is other than by default.
    """

    __pydantic_config__ = FORBID

    extends: Literal["default"]
    reports: str | None = None
    rules_folder: str | None = None
    rules: dict[str, Change] = field(default_factory=dict)


def ruleset_of(
    paths: Sequence[str], named: str | None, default: Catalogue
) -> tuple[Ruleset, Catalogue]:
    """The ruleset of a run, and what it makes of the rules.

    Args:
        paths: what the run is about; the ruleset is found upward from the first.
        named: the ruleset file, if somebody named it; ``default`` for the default rules alone,
            whatever file lies in the way (``./default`` is a file).
        default: the shipped rules.

    Raises:
        RuleFileError: it does not load.
    """
    if named == STANDARD:
        return DEFAULT, default
    file = named if named is not None else _found(paths[0] if paths else "")
    if named is None and not file:
        return DEFAULT, default
    return load_ruleset(file, default, is_named=named is not None)


def load_ruleset(
    path: str, default: Catalogue, *, is_named: bool = True
) -> tuple[Ruleset, Catalogue]:
    """A ruleset from its file, and what it makes of the rules.

    Args:
        path: where it lies.
        default: the shipped rules.
        is_named: somebody asked for this very file.

    Raises:
        RuleFileError: it, or a file of an own rule, does not load.
    """
    document = read_settings(path, default.titles, is_named=is_named)
    data = {key: value for key, value in (document.data or {}).items() if value is not None}
    read: RulesetFile = validated(RulesetFile, data, document)
    loader = _Loader(document, read, str(Path(real_path(path)).parent))
    reports = loader.below("reports", read.reports)
    own_folder = loader.below("rules_folder", read.rules_folder)
    own = loader.own(own_folder, default)
    bound = tuple(sorted((*default.bound, *own), key=lambda one: one.rule.id))
    catalogue, deviations = loader.applied(replace(default, bound=bound))
    ids = tuple(one.rule.id for one in own)
    return Ruleset(document.name, path, deviations, ids, reports, own_folder), catalogue


def _found(path: str) -> str:
    """The nearest ruleset at or above a path, not beyond the repository; empty for none."""
    whole = Path(os.path.abspath("" if path == "-" else path))  # noqa: PTH100 - links as named
    above = (whole, *whole.parents) if os.path.isdir(whole) else whole.parents  # noqa: PTH112
    for folder in above:
        file = str(folder / NAME)
        if os.path.lexists(file):
            return file
        if os.path.lexists(folder / REPOSITORY):
            return ""
    return ""


@dataclass(frozen=True, slots=True)
class _Loader:
    """Makes the rules of a run from what a file says."""

    document: Document
    read: RulesetFile
    folder: str

    def fail(self, sentence: str, *route: str | int) -> RuleFileError:
        return RuleFileError(self.document.name, self.document.place(route).line, sentence)

    def below(self, key: str, name: str | None) -> str:
        """A folder below that of the file; empty for none."""
        if name is None:
            return ""
        path = os.path.join(self.folder, name)  # noqa: PTH118 - the name as it was given
        outside = not name.strip() or "\0" in name or not is_within(path, self.folder)
        if outside or real_path(path) == self.folder:
            raise self.fail(f"{key} ska vara en mapp under mappen med {NAME}.", key)
        return path

    def own(self, folder: str, default: Catalogue) -> tuple[Bound, ...]:
        if not folder:
            return ()
        if not os.path.isdir(folder):  # noqa: PTH112 - long names
            raise self.fail("mappen i rules_folder finns inte.", "rules_folder")
        own = read_own_rules(folder, default)
        if not own:
            raise self.fail("mappen i rules_folder har inga regelfiler.", "rules_folder")
        return own

    def applied(self, catalogue: Catalogue) -> tuple[Catalogue, tuple[Deviation, ...]]:
        new = {one.rule.id: one for one in catalogue.bound}
        lines: dict[str, int] = {}
        deviations: list[Deviation] = []
        for word, change in self.read.rules.items():
            route = ("rules", word)
            rule = self._rule(word, catalogue)
            line = self.document.place(route).line
            if rule.id in lines:
                raise self.fail(f"{rule.id} ändras redan på rad {lines[rule.id]}.", *route)
            lines[rule.id] = line
            new[rule.id], deviation = changed(
                new[rule.id], change, line, lambda told, *key, at=route: self.fail(told, *at, *key)
            )
            deviations += [deviation] if deviation else []
        off = frozenset(one.rule for one in deviations if one.off)
        return replace(catalogue, bound=tuple(new.values()), off=off), tuple(deviations)

    def _rule(self, word: str, catalogue: Catalogue) -> Rule:
        rule = catalogue.find(word)
        if rule is None:
            near = catalogue.near(word)
            hint = f", menade du {near}?" if near else "."
            raise self.fail(f"regeln {shown(word)} finns inte{hint}", "rules", word)
        return rule
