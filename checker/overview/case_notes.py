"""What is to be known of the lists of lex Sarah cases before anybody adds them up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish
from checker.declared import YES
from checker.figures import figure_at
from checker.overview.cases import LIST, PART, RISK, RISK_AS_PRINTED, Case
from checker.overview.hidden import are_several
from checker.overview.reading import not_applicable, one_line, sound
from checker.report import NOT_APPLICABLE, has_content
from checker.shown import LONG, shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.cases import Unread
    from checker.report import Item
    from checker.result import Result

RENAMED = "{antal} är tryckta som ”risk för missförhållande”, som mallen läser som påtaglig risk."
SELECTION = "{var}: listan är ett urval (visar_delar), så det kan finnas fler ärenden."
NONE_LISTED = "{var}: inga ärenden är listade."
STATED = "{var}: rapporten anger {angivet} ärenden, men i listan står {antal}."


def notes_of(cases: list[Case | Unread], result: Result) -> Iterator[str]:
    """What the sums do not show: other words, selections, and lists that are not there."""
    printed_as_risk = [
        case
        for case in cases
        if isinstance(case, Case)
        and case.assessment == RISK
        and normal(case.item.text("bedömning")) == RISK_AS_PRINTED
    ]
    if printed_as_risk:
        yield RENAMED.format(antal=swedish(len(printed_as_risk)))
    several = are_several(result)
    for one in result.reports:
        parts = one.report.select(f"**.{PART}") if one.report else ()
        for part in parts:
            yield from sound(partial(_stated, part, several=several), ())


def _stated(part: Item, *, several: bool) -> tuple[str, ...]:
    """What the report says of its list of cases, where the sums do not show it.

    Raises:
        UnsoundError: it cannot be read.
    """
    crumbs = shown(part.crumbs, LONG)
    where = f"{shown(part.report.document.name, LONG)}, {crumbs}" if several else crumbs
    if reason := one_line(part.text(NOT_APPLICABLE)):
        return (f"{where}: {not_applicable(shown(reason)).text}",)
    part.at(LIST).require()
    count, figure = len(part.at(LIST).items), figure_at(part.at("antal_ärenden"))
    if normal(part.text("visar_delar")) == YES:
        return (SELECTION.format(var=where),)
    if figure and not figure.interval.contains(count):
        stated = shown(figure.cell.text)
        return (STATED.format(var=where, angivet=stated, antal=swedish(count)),)
    if not count and has_content(part.value):
        return (NONE_LISTED.format(var=where),)
    return ()
