"""What the kravöversikt asks for: a requirement, where it is answered, and what judges it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that is asked for.

    Attributes:
        text: the requirement, or the question to a person.
        answers: selectors of where it is answered.
        judged_at: selectors of text that only a person can judge.
        demanded_by: the rule that demands it; empty where an answer is only possible.
        rules: all rules that belong to it.
        whole_part: it is a part of the report, and its form and figures belong to it.
        point: the point that only a person can judge; empty for what the machine sees.
    """

    id: str
    text: str
    sources: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    judged_at: tuple[str, ...] = ()
    demanded_by: str = ""
    rules: tuple[str, ...] = ()
    whole_part: bool = False
    point: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Requirements under a heading.

    Attributes:
        key: its English name in JSON.
    """

    key: str
    title: str
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """All that is asked for.

    Attributes:
        everywhere: rules that are about any part whatever, with the reason.
    """

    groups: tuple[Group, ...] = ()
    everywhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def rules(self) -> frozenset[str]:
        """The rules that are accounted for."""
        rows = (one for group in self.groups for one in group.requirements)
        return frozenset(self.everywhere).union(*(one.rules for one in rows))
