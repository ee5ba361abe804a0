"""All reports that a run has read: which one comes before which, and which claim to be the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from checker.edition import Edition, Neighbours, Place, Twin
from checker.extract import edition_of, identity_of
from checker.periods import a_year_before, comes_right_before, length, same_length
from checker.report import PERIOD
from checker.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.edition import Identity
    from checker.report import Report

NO_PERIOD = "rapportens period är inte känd"
NO_NAMES = "rapporten anger inte både kommun och nämnd"
SEVERAL = "det går inte att veta vilken av {files} som är den förra rapporten"
ONLY_DRAFT = "{file} är ett utkast, och utkast jämförs inte"
OTHER_LENGTH = "{file} gäller {theirs} och den här rapporten {ours}; bara lika långa tider jämförs"
NOT_BEFORE = (
    "{file}, som angavs med --previous, har inte samma kommun, nämnd och slag och perioden före"
)
NOT_READ = "{file}, som angavs med --previous, går inte att läsa som rapport"
LOST = "{file} och andra rapporter hann inte läsas, och den förra kan vara en av dem"
FROM_STDIN = "rapporten kom från standard in, och ingen rapport att jämföra med angavs"
NONE_FOUND = "ingen rapport från samma kommun och nämnd, av samma slag, för {period} finns här"


class Origin(IntEnum):
    """How a report came to be read; what was named to be compared with goes first."""

    NAMED = 0  # with --previous, the file itself
    PREVIOUS = 1  # in a folder that was named with --previous
    JUDGED = 2
    BESIDE = 3  # in the folder of a judged one


@dataclass(frozen=True)
class Member:
    """A report in the corpus; it becomes an edition when it is chosen.

    Attributes:
        path: of its file; ``-`` for standard input.
    """

    report: Report
    origin: Origin
    path: str = ""

    @cached_property
    def identity(self) -> Identity | None:
        """Which report it is."""
        return identity_of(self.report)

    @cached_property
    def edition(self) -> Edition:
        """What it told; only for what has an identity."""
        if self.identity is None:
            raise ValueError("a report without an identity is nobody's predecessor")
        return edition_of(self.report, self.identity)

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.report.document.name


Pair: TypeAlias = tuple[Member, "Identity"]


@dataclass
class Corpus:
    """The reports of a run.

    Attributes:
        unread: files that were named with --previous and are no reports.
        lost: a file to compare with at which reading was given up; empty for none.
    """

    members: Sequence[Member]
    unread: Sequence[str] = ()
    lost: str = ""
    _by_names: dict[tuple[str, str, str], list[Member]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sorts the reports by what they are called."""
        self._by_names = defaultdict(list)
        for member in self.members:
            if member.identity:
                self._by_names[member.identity.names].append(member)

    def neighbours(self, member: Member, *, from_stdin: bool = False) -> Neighbours:
        """The report before a judged one, or why there is none, and its twins."""
        identity = member.identity
        if identity is None:
            return Neighbours(reason=NO_NAMES if member.report.period else NO_PERIOD)
        found = self._previous(member, identity, from_stdin=from_stdin)
        twins = tuple(self._twins(member, identity))
        if isinstance(found, Edition):
            return Neighbours(found, "", twins)
        return Neighbours(None, found, twins, is_partial=bool(self.lost))

    def _previous(self, member: Member, own: Identity, *, from_stdin: bool) -> Edition | str:
        boards = {own.board, own.former_board or own.board}
        related = [
            (one, one.identity)
            for board in sorted(boards)
            for one in self._by_names.get((own.kommun, board, own.kind), ())
            if one is not member and one.identity
        ]
        drafts = [pair for pair in related if pair[0].report.says_draft]
        finished = [pair for pair in related if not pair[0].report.says_draft]
        fitting = _first_choice(finished, own)
        if len(fitting) == 1:
            return fitting[0].edition
        if fitting:
            return SEVERAL.format(files=listed(sorted(one.file for one in fitting), "eller"))
        if self.lost:
            return LOST.format(file=self.lost)
        if draft := _first_choice(drafts, own):
            return ONLY_DRAFT.format(file=draft[0].file)
        earlier = [pair for pair in related if pair[1].period.last < own.period.first]
        return self._named(earlier, own) or _told(earlier, own) or self._none(own, from_stdin)

    def _named(self, earlier: list[Pair], own: Identity) -> str:
        """What is wrong with the files that were named with --previous."""
        if self.unread:
            return NOT_READ.format(file=self.unread[0])
        for one in self.members:
            if one.origin is Origin.NAMED:
                same = [pair for pair in earlier if pair[0] is one]
                return _told(same, own) or NOT_BEFORE.format(file=one.file)
        return ""

    def _none(self, own: Identity, from_stdin: bool) -> str:  # noqa: FBT001 - private
        if from_stdin and len(self.members) == 1:
            return FROM_STDIN
        return NONE_FOUND.format(period=a_year_before(own.period) or "perioden före")

    def _twins(self, member: Member, own: Identity) -> Iterable[Twin]:
        """The others that claim to be the same report, unless this is the first of the judged.

        A draft takes nothing from a finished report, which is told of no draft.
        """
        same = [
            one
            for one in self._by_names[own.names]
            if one.identity
            and one.identity.period == own.period
            and one.origin in {Origin.JUDGED, Origin.BESIDE}
            and one.report.says_draft <= member.report.says_draft
        ]
        judged = [one for one in same if one.origin is Origin.JUDGED]
        first = min(judged, key=lambda one: (one.report.says_draft, one.file))
        if len(judged) == len(same) and first is member:
            return
        for one in sorted(same, key=lambda one: one.file):  # in whatever order they were read
            if one is not member:
                yield Twin(one.file, Place(one.report.document.place(PERIOD), PERIOD))


def _first_choice(related: list[Pair], own: Identity) -> list[Member]:
    """Those that fit best: of those named first, a year earlier rather than right before."""
    a_year = a_year_before(own.period)
    for named in (True, False):
        among = [pair for pair in related if (pair[0].origin <= Origin.PREVIOUS) is named]
        earlier = [one for one, identity in among if identity.period == a_year]
        right_before = [
            one
            for one, identity in among
            if comes_right_before(identity.period, own.period)
            and same_length(identity.period, own.period)
        ]
        if earlier or right_before:
            return earlier or right_before
    return []


def _told(earlier: list[Pair], own: Identity) -> str:
    """That the latest of the earlier reports is about a longer or a shorter time, if it is."""
    if not earlier:
        return ""
    last, identity = max(earlier, key=lambda pair: (pair[1].period.last, pair[0].file))
    if same_length(identity.period, own.period):
        return ""
    words = {"theirs": length(identity.period), "ours": length(own.period)}
    return OTHER_LENGTH.format(file=last.file, **words)
