"""What a ruleset is, once read: every deviation from the default rules, and what it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.finding import Severity

NAME = "kvalitetskoll.yaml"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter that has another value than by default."""

    name: str
    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Deviation:
    """What a ruleset makes of one rule.

    Attributes:
        title: of the rule, for a reader who does not know the id.
        off: it is turned off.
        on: it is turned on, though run only on request.
        severity: the default one and the one instead; None for no change.
        reason: why, as the ruleset says.
        line: of the ruleset file.
    """

    rule: str
    title: str
    reason: str
    line: int
    off: bool = False
    on: bool = False
    severity: tuple[Severity, Severity] | None = None
    parameters: tuple[Parameter, ...] = ()

    @property
    def words(self) -> str:
        """``avstängd`` or ``fel i stället för se över``."""
        told = ["avstängd"] if self.off else []
        told += ["tillval som är påslaget"] if self.on else []
        if self.severity:
            was, now = self.severity
            told.append(f"{now.words} i stället för {was.words}")
        told += [f"{one.name} {one.now} i stället för {one.was}" for one in self.parameters]
        return ", ".join(told)


@dataclass(frozen=True, slots=True)
class Ruleset:
    """What a run judges by, besides the default rules; as it stands, these alone.

    Attributes:
        file: the name of the ruleset file; empty for the default rules alone.
        path: the file itself.
        own: the ids of the municipality's own rules.
        reports: the folder that is checked when none is named; empty for none.
        own_folder: the folder with own rules; empty for none.
    """

    file: str = ""
    path: str = ""
    deviations: tuple[Deviation, ...] = ()
    own: tuple[str, ...] = ()
    reports: str = ""
    own_folder: str = ""


DEFAULT = Ruleset()
"""No ruleset: the default rules."""
