"""What a run reads: the reports that it judges, and those that it only compares them with."""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.beside import Board, beside
from checker.corpus import Corpus, Member, Origin
from checker.edition import ALONE
from checker.engine import read_report
from checker.files import shown_name
from checker.inputs import STDIN, collect
from checker.result import Crash, Refused

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from checker.document.model import Document
    from checker.edition import Neighbours
    from checker.engine import Reading
    from checker.inputs import Input, Stdin


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be judged.

    Attributes:
        member: its place in the corpus; None for what is no report.
    """

    reading: Reading
    path: str
    member: Member | None


@dataclass
class Gathering:
    """Everything that a run has read, each file once.

    Attributes:
        own_rules: a folder that holds rules of the ruleset and no reports.
    """

    final: bool
    own_rules: str = ""
    judged: list[Judged] = field(default_factory=list)
    others: list[Member] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def read(self, paths: Iterable[str], previous: Iterable[str], stdin: Stdin | None) -> None:
        """Reads what is to be judged, what was named to compare with, and what lies beside."""
        for found in self._collected(paths, stdin):
            with self.guarded(found.document):
                reading = read_report(found.document, final=self.final)
                member = _member(reading, Origin.JUDGED, found.path)
                self.judged.append(Judged(reading, found.path, member))
        previous = tuple(previous)
        for found in self._collected(previous, None):
            origin = Origin.NAMED if found.is_named else Origin.PREVIOUS
            is_report = self._compare_with(found.document, origin, found.path)
            if found.is_named and not is_report:
                self.unread.append(found.document.name)
        refused = {one.file for one in self.refused}
        self.unread += [name for name in map(shown_name, previous) if name in refused]
        for path, document in beside(self._boards(), self._seen):
            self._compare_with(document, Origin.BESIDE, path)

    def neighbours(self, left_out: Container[str] = ()) -> Iterator[tuple[Judged, Neighbours]]:
        """Each report that is to be judged, with those around it.

        Args:
            left_out: the paths of those that are read like the others, but not judged.
        """
        members = [one.member for one in self.judged if one.member]
        corpus = Corpus([*members, *self.others], self.unread)
        for one in self.judged:
            if one.path in left_out:
                continue
            neighbours = ALONE
            with self.guarded(one.reading.document):
                if one.member:
                    from_stdin = one.path == STDIN
                    neighbours = corpus.neighbours(one.member, from_stdin=from_stdin)
            yield one, neighbours

    @contextmanager
    def guarded(self, document: Document) -> Iterator[None]:
        """What the other reports gave must not be lost when one makes the program stumble."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - told, and never a pass
            self.crashes.append(Crash.of("", document.name, error))

    def _collected(self, paths: Iterable[str], stdin: Stdin | None) -> Iterator[Input]:
        for found in collect(paths, stdin, self._seen, self.own_rules):
            if isinstance(found, Refused):
                self.refused.append(found)
            else:
                yield found

    def _compare_with(self, document: Document, origin: Origin, path: str) -> bool:
        """Takes a report in; False for what is none."""
        with self.guarded(document):
            member = _member(read_report(document), origin, path)
            if member:
                self.others.append(member)
            return member is not None
        return False

    def _boards(self) -> dict[str, set[Board]]:
        """The folders of the judged files, each with the boards that they report on."""
        found: dict[str, set[Board]] = defaultdict(set)
        for one in self.judged:
            identity = one.member.identity if one.member else None
            if identity and one.path != STDIN:
                names = frozenset(filter(None, (identity.board, identity.former_board)))
                folder = os.path.dirname(one.path)  # noqa: PTH120 - as it was named
                found[folder].add(Board(identity.kommun, names))
        return found


def _member(reading: Reading, origin: Origin, path: str) -> Member | None:
    return Member(reading.report, origin, path) if reading.report else None
