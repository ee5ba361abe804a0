"""Which provision is covered by what: a rule, a person's judgement, or a reason why it is neither.

A rule that only looks at what a report cites rests on nothing that the provision asks for, and
covers none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.sources import JUDGEMENT

if TYPE_CHECKING:
    from checker.catalog import Catalogue
    from checker.registers import Point
    from checker.rule import Rule
    from checker.sources import Source

OF_CITATIONS = frozenset({"moved_citation", "repealed_act", "numbering", "no_such_chapter"})


@dataclass(frozen=True, slots=True)
class Covered:
    """A provision and what covers it.

    Attributes:
        rules: those that rest on it.
        citing: those that only look at whether a report cites it rightly.
        points: what a person is asked because of it.
    """

    source: Source
    rules: tuple[Rule, ...]
    citing: tuple[Rule, ...]
    points: tuple[Point, ...]


def coverage(catalogue: Catalogue) -> tuple[Covered, ...]:
    """Every provision of the register with what covers it, in the register's order."""
    return tuple(covered(catalogue, source) for source in catalogue.sources.values())


def covered(catalogue: Catalogue, source: Source) -> Covered:
    """What covers a provision."""
    rules = [one.rule for one in catalogue.bound if source.id in one.rule.sources]
    return Covered(
        source,
        tuple(rule for rule in rules if rule.check not in OF_CITATIONS),
        tuple(rule for rule in rules if rule.check in OF_CITATIONS),
        tuple(point for point in catalogue.points if source.id in point.sources),
    )


def faults(catalogue: Catalogue) -> list[str]:
    """Where the register and the rules disagree about what is covered, in Swedish."""
    told = []
    for one in coverage(catalogue):
        key, ids = one.source.id, ", ".join(rule.id for rule in one.rules)
        if one.rules and one.source.coverage:
            told.append(f"{key}: {ids} bygger på den; ta bort coverage och reason.")
        elif not one.rules and not one.source.coverage:
            told.append(f"{key}: ingen regel bygger på den; skriv coverage och reason.")
        elif one.points and one.source.coverage and one.source.coverage != JUDGEMENT:
            told.append(f"{key}: {one.points[0].id} frågar om den; coverage ska vara {JUDGEMENT}.")
    return told
