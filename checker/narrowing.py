"""Which reports of a run have changed, or may come out otherwise because something else has."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.changed import changes_since, folded
from checker.document.reader import read_document
from checker.engine import read_report
from checker.exceptions.model import NAME as EXCEPTIONS
from checker.extract import identity_of
from checker.files import settings_bytes, shown_name
from checker.git import GitError
from checker.inputs import ENDINGS, OURS, STDIN
from checker.links import real_path
from checker.provisos import Narrowed
from checker.ruleset.model import NAME as RULESET
from checker.ruleset.own import own_paths
from checker.shown import LONG, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.changed import Changes, Entry
    from checker.edition import Identity
    from checker.gathering import Gathering
    from checker.ruleset.model import Ruleset

ATTRIBUTES = ".gitattributes"  # says how git turns what is saved into files
RULES_CHANGED = "regeluppsättningen har ändrats sedan {since}"
NOT_FOLLOWED = "en länk eller ett förråd i förrådet har ändrats sedan {since}"
NOT_KEPT = "git har inte kvar vad de filer innehöll som har ändrats sedan {since}"
OUTSIDE = "{file} ligger utanför förrådet {top}, så git kan inte säga vad som har ändrats där."
FROM_STDIN = "Standard in kan inte jämföras med --changed-since. Ange filer eller mappar."


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A run narrowed to what has changed since a revision.

    Attributes:
        since: the revision, as it may be shown.
        named: the paths that the run is about.
        compared: those that were named to be compared with.
    """

    since: str
    named: tuple[str, ...]
    compared: tuple[str, ...]
    changes: Changes

    @classmethod
    def of(cls, rev: str, named: Sequence[str], compared: Iterable[str]) -> Narrowing:
        """What has changed in the repository of the first path.

        Raises:
            GitError: git cannot say what has changed, or what is named does not lie there.
        """
        if STDIN in named:
            raise GitError(FROM_STDIN)
        sound = tuple(path for path in named if path and "\0" not in path)
        changes = changes_since(rev, _folder(sound[0] if sound else ""))
        for path in sound:
            if not changes.holds(path):
                top = shown(changes.repository.top, LONG)
                raise GitError(OUTSIDE.format(file=shown_name(path), top=top))
        return cls(shown(rev), sound, tuple(compared), changes)

    def narrow(
        self, gathering: Gathering, rules: Ruleset, *, is_found: bool
    ) -> tuple[Narrowed, set[str]]:
        """What is told of the narrowing, and the paths that are not to be judged.

        Args:
            gathering: everything that has been read.
            rules: what the run judges by.
            is_found: nobody named the ruleset, so another could have been found before.
        """
        paths = [one.path for one in gathering.judged]
        read = (*paths, *(one.path for one in gathering.others))
        entries = sorted(self._in_sight(read), key=lambda one: one.path)
        gone = tuple(shown_name(path) for path in map(self._whole, entries) if _is_gone(path))
        reason = self._reason(rules, entries, is_found=is_found)
        boards: set[tuple[str, str]] = set()
        try:
            boards = set() if reason else self._boards(gathering, entries)
        except GitError:
            reason = NOT_KEPT
        if reason:
            return Narrowed(self.since, 0, reason.format(since=self.since), gone), set()
        changed = self.changes.differing(paths)
        above = {path: _above(path) for path in paths}
        governed = {
            folder
            for folder in frozenset().union(*above.values())
            if self.changes.holds(str(folder)) and self._governed_anew(folder)
        }
        left_out = {
            one.path
            for one in gathering.judged
            if one.path not in changed
            and above[one.path].isdisjoint(governed)
            and not (one.member and _compared_with(one.member.identity) & boards)
        }
        return Narrowed(self.since, len(left_out), "", gone), left_out

    def _reason(self, rules: Ruleset, entries: Iterable[Entry], *, is_found: bool) -> str:
        """Why every report is judged; empty where only some are."""
        if self._rules_changed(rules, is_found=is_found):
            return RULES_CHANGED
        if any(not (entry.is_new or entry.is_ordinary) for entry in entries):
            return NOT_FOLLOWED
        return ""

    def _whole(self, entry: Entry) -> str:
        return os.path.join(self.changes.repository.top, entry.path)  # noqa: PTH118 - as saved

    def _rules_changed(self, rules: Ruleset, *, is_found: bool) -> bool:
        """Whether what all reports are judged by is other than it was, or may be."""
        if is_found and any(name.rpartition("/")[2] == RULESET for name in self.changes.other):
            return True
        if rules.own_folder and any(self.changes.entries_below(rules.own_folder)):
            return True
        files = {rules.path: RULESET} if rules.path else {}
        files |= dict.fromkeys(own_paths(rules.own_folder), "") if rules.own_folder else {}
        return not all(self._was_there(path, name) for path, name in files.items())

    def _was_there(self, path: str, name: str) -> bool:
        """Whether a file of rules is as it was.

        A pull request is judged by the ruleset of the branch that it goes into, which lies where
        git does not look: then its content is looked for in what was saved, under its usual name.
        """
        if self.changes.is_same(path):
            return True
        return not self.changes.is_entry(path) and self.changes.held(settings_bytes(path), name)

    def _in_sight(self, read: Iterable[str]) -> Iterator[Entry]:
        """The changed files that were reports of the run before, or were compared with those."""
        paths = (*self.named, *self.compared)
        known = {name for path in (*paths, *read) for name in self.changes.names(path)}
        folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 - long names
        beside = {os.path.dirname(path) for path in paths if path not in folders}  # noqa: PTH120
        found = {entry for folder in folders for entry in self.changes.entries_below(folder)}
        found |= {entry for folder in beside for entry in self.changes.entries_in(folder)}
        for entry in self.changes.entries:
            is_report = entry.name.endswith(ENDINGS) and entry.name not in OURS
            if folded(entry.path) in known or (
                entry in found and (is_report or entry.is_repository)
            ):
                yield entry

    def _boards(self, gathering: Gathering, entries: Iterable[Entry]) -> set[tuple[str, str]]:
        """The boards of which a report has changed, as it was and as it is.

        Raises:
            GitError: git cannot say what a file held.
        """
        members = [one.member for one in gathering.judged if one.member] + gathering.others
        changed = self.changes.differing(one.path for one in members)
        found = [one.identity for one in members if one.path in changed]
        for content in self.changes.old_contents(entries):
            report = read_report(read_document(content, "")).report
            found.append(identity_of(report) if report else None)
        return {(one.kommun, one.board) for one in found if one}

    def _governed_anew(self, folder: Path) -> bool:
        """Whether a folder holds other exceptions than before, or another way to make files."""
        return any(
            self.changes.is_other(str(file))
            or (os.path.lexists(file) and not self.changes.is_same(str(file)))
            for file in (folder / EXCEPTIONS, folder / ATTRIBUTES)
        )


def _compared_with(identity: Identity | None) -> set[tuple[str, str]]:
    """The boards whose reports one is compared with."""
    if identity is None:
        return set()
    boards = {identity.board, identity.former_board or identity.board}
    return {(identity.kommun, board) for board in boards}


def _above(path: str) -> frozenset[Path]:
    """The folders that a file lies in, as it was named and with links followed."""
    whole = os.path.abspath(path)  # noqa: PTH100 - links as they were named
    return frozenset((*Path(whole).parents, *Path(real_path(whole)).parents))


def _is_gone(path: str) -> bool:
    return not os.path.lexists(path)


def _folder(path: str) -> str:
    """The nearest folder that is there, at or above a path."""
    whole = real_path(path)
    while not os.path.isdir(whole):  # noqa: PTH112 - Path.is_dir raises for long names
        whole = os.path.dirname(whole)  # noqa: PTH120 - as above
    return whole
