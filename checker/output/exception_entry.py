"""An entry of undantag.yaml, ready to paste, as ``explain`` shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.exceptions.model import is_bare
from checker.exceptions.reading import not_excusable
from checker.output.lines import EMPTY, Line, Part, line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.output.lines import Signs
    from checker.rule import Rule

INDENT = "  "
# What YAML surely reads as a text: no sign that begins or ends something, no number, no ja or nej.
_PLAIN = re.compile(r"[A-Za-zÅÄÖåäö_][\wÅÄÖåäöé./-]*(?:\[\w+=[\w./-]+\][\w./-]*)*")


@dataclass(frozen=True, slots=True)
class Excusable:
    """A place of a report at which the rule has a finding.

    Attributes:
        report: the name of its file, from the folder that it lies in.
        place: its identity path.
        line: of the report.
    """

    report: str
    place: str
    line: int


def exception_lines(
    rule: Rule, found: Sequence[Excusable] | None, excused: int, width: int, signs: Signs
) -> Iterator[Line]:
    """How the rule is excused.

    Args:
        rule: the rule.
        found: its findings in the reports that were named; None when none was.
        excused: how many more have an exception already.
        width: how wide the words may be; what is to be pasted is never broken.
        signs: how they are drawn.
    """
    yield EMPTY
    yield line("Undantag", "bold")
    if reason := not_excusable(rule):
        yield from wrapped(signs.plain(f"{reason}."), width, INDENT)
        return
    if found is None:
        told = (
            "Rätta först. Ska påpekandet få stå kvar, lägg det här i undantag.yaml bredvid"
            f" rapporten. Få stället ifyllt med: kvalitetskoll explain {rule.id} RAPPORT"
        )
        found = [Excusable("rapport.yaml", "avvikelser.totalt", 0)]
    elif found:
        told = "Lägg det här i undantag.yaml bredvid rapporten, och fyll i skäl och beslutat_av."
    else:
        told = f"{rule.id} har inget påpekande att undanta i det som angavs"
        told += f": {excused} har redan undantag." if excused else "."
    yield from wrapped(signs.plain(told), width, INDENT)
    if found:
        yield EMPTY
        yield line(f"{INDENT}undantag:")
    for one in found:
        yield from _entry(rule, one)


def _entry(rule: Rule, one: Excusable) -> Iterator[Line]:
    if is_bare(one.place):
        told = f"# {one.report} rad {one.line}: raden behöver ett id, nr eller namn först"
        yield (Part(f"{INDENT * 2}{told}", "dim"),)
        return
    rows = (
        f"- regel: {rule.id}",
        f"  rapport: {_scalar(one.report)}",
        f"  ställe: {_scalar(one.place)}",
        "  skäl:  # varför påpekandet får stå kvar",
        "  beslutat_av:  # en roll, inget namn",
    )
    for row in rows:
        yield line(f"{INDENT * 2}{row}")


def _scalar(text: str) -> str:
    """A text as YAML, in quotes where it could be read as something else."""
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"
