"""What a verdict rests on besides the default rules and all reports, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.ruleset.model import Ruleset

ALL = "Alla rapporter kontrolleras ändå, för {reason}."
SOME = (
    "Kontrollen gäller det som har ändrats sedan {since}. {left_out} lästes bara för att jämföra."
)
GONE = "Finns inte längre sedan {since}: {files}. Det som jämfördes med dem kontrolleras."
MOST_NAMED = 10  # of the files that are gone


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A run that judges only the reports that have changed.

    Attributes:
        since: the revision, as it may be shown.
        left_out: how many reports were read and not judged.
        reason: why all were judged all the same; empty where they were not.
        gone: the names of YAML files that are no more, as they may be shown.
    """

    since: str
    left_out: int
    reason: str = ""
    gone: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What was judged and what was not."""
        if self.reason:
            return ALL.format(reason=self.reason)
        return SOME.format(since=self.since, left_out=_unchanged(self.left_out))

    @property
    def hint(self) -> str:
        """Which files are gone; empty for none."""
        if not self.gone:
            return ""
        files = ", ".join(self.gone[:MOST_NAMED])
        if len(self.gone) > MOST_NAMED:
            files += f" och {len(self.gone) - MOST_NAMED} till"
        return GONE.format(since=self.since, files=files)

    @property
    def nothing(self) -> str:
        """That no report has changed."""
        return f"Ingen rapport har ändrats sedan {self.since}"


def provisos(
    only: Sequence[str],
    narrowed: Narrowed | None,
    ruleset: Ruleset,
    waived: int,
    *,
    is_judged: bool,
) -> str:
    """What is said behind a verdict, most of it in brackets: nobody softens it unseen.

    Args:
        only: the rules that the run was narrowed to.
        narrowed: to the reports that have changed; None for all.
        ruleset: in what the rules deviate from the default ones.
        waived: how many findings exceptions excuse.
        is_judged: there is a report that the verdict is about.
    """
    left_out = narrowed.left_out if narrowed else 0
    told = ["delvis kontrollerad"] if only or (left_out and is_judged) else []
    told += [f"{_unchanged(left_out)} utelämnade"] if left_out > 1 else []
    told += [f"{_unchanged(left_out)} utelämnad"] if left_out == 1 else []
    told += [f"{len(ruleset.deviations)} avsteg"] if ruleset.deviations else []
    told += [f"{waived} undantag"] if waived else []
    nothing = f". {narrowed.nothing}" if narrowed and left_out and not is_judged else ""
    return (f" ({', '.join(told)})" if told else "") + nothing


def _unchanged(count: int) -> str:
    return counted(count, "oförändrad rapport", "oförändrade rapporter")
