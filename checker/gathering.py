"""What a run reads: the reports that it judges, and those that it only compares them with."""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from checker.beside import Board, beside
from checker.corpus import Corpus, Member, Origin
from checker.deadline import Allowance, require_time
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import read_report
from checker.files import shown_name
from checker.giving_up import GivenUp
from checker.inputs import STDIN, collect
from checker.result import Crash, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from checker.document.model import Document
    from checker.edition import Neighbours
    from checker.engine import Reading
    from checker.inputs import Input, Stdin


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to be judged.

    Attributes:
        member: its place in the corpus; None for what is no report.
        time: what it may take, of which reading it has spent some.
    """

    reading: Reading
    path: str
    member: Member | None
    time: Allowance


@dataclass
class Gathering:
    """Everything that a run has read, each file once.

    Attributes:
        own_rules: a folder that holds rules of the ruleset and no reports.
        timeout: the seconds that each report may take; None for no end.
    """

    final: bool
    own_rules: str = ""
    timeout: float | None = None
    judged: list[Judged] = field(default_factory=list)
    others: list[Member] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    given_up: list[GivenUp] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def read(self, paths: Iterable[str], previous: Iterable[str], stdin: Stdin | None) -> None:
        """Reads what is to be judged, what was named to compare with, and what lies beside."""
        for found in self._collected(paths, stdin):
            time = Allowance(self.timeout)
            with self.guarded(found.name), time:
                reading = read_report(found.document(), final=self.final)
                member = _member(reading, Origin.JUDGED, found.path)
                self.judged.append(Judged(reading, found.path, member, time))
            self.told_if_up(found.name, time)
        self._read_others(tuple(previous))

    def told_if_up(self, name: str, time: Allowance, *, only_compared: bool = False) -> None:
        """Keeps what took longer than it may."""
        if time.is_up and time.seconds is not None:
            self.given_up.append(GivenUp(name, time.seconds, only_compared))

    def neighbours(self, left_out: Container[str] = ()) -> Iterator[tuple[Judged, Neighbours]]:
        """Each report that is to be judged, with those around it.

        Args:
            left_out: the paths of those that are read like the others, but not judged.
        """
        members = [one.member for one in self.judged if one.member]
        lost = next((one.file for one in self.given_up if one.only_compared), "")
        corpus = Corpus([*members, *self.others], self.unread, lost)
        for one in self.judged:
            if one.path in left_out:
                continue
            neighbours = ALONE
            with self.guarded(one.reading.document.name), one.time:
                if one.member:
                    from_stdin = one.path == STDIN
                    neighbours = corpus.neighbours(one.member, from_stdin=from_stdin)
            yield one, neighbours

    @contextmanager
    def guarded(self, name: str) -> Iterator[None]:
        """What the other reports gave must not be lost when one makes the program stumble."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - told, and never a pass
            self.crashes.append(Crash.of("", name, error))

    def _collected(self, paths: Iterable[str], stdin: Stdin | None) -> Iterator[Input]:
        for found in collect(paths, stdin, self._seen, self.own_rules):
            if isinstance(found, Refused):
                self.refused.append(found)
            else:
                yield found

    def _read_others(self, previous: tuple[str, ...]) -> None:
        """Reads what is only compared with: all of it together in the time of those judged."""
        time = Allowance(self.timeout and self.timeout * max(len(self.judged), 1))
        name = ""
        with time:
            for found in self._collected(previous, None):
                name = found.name
                origin = Origin.NAMED if found.is_named else Origin.PREVIOUS
                is_report = self._compare_with(name, found.document, origin, found.path)
                if found.is_named and not is_report:
                    self.unread.append(name)
            refused = {one.file for one in self.refused}
            self.unread += [each for each in map(shown_name, previous) if each in refused]
            for path, content in beside(self._boards(), self._seen):
                name = shown_name(path)
                document = partial(read_document, content, name)
                self._compare_with(name, document, Origin.BESIDE, path)
        self.told_if_up(name, time, only_compared=True)

    def _compare_with(
        self, name: str, document: Callable[[], Document], origin: Origin, path: str
    ) -> bool:
        """Takes a report in; False for what is none."""
        require_time()
        with self.guarded(name):
            member = _member(read_report(document()), origin, path)
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
