"""Lex Sarah cases counted by area and assessment, for each report by itself."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish
from checker.declared import YES
from checker.figures import figure_at
from checker.overview.cases import ASSESSMENTS, LIST, PART, RISK, RISK_AS_PRINTED, Case
from checker.overview.page import MISSING, Cell, Column, Row, Table
from checker.overview.reading import (
    are_several,
    area_cell,
    not_applicable,
    one_line,
    sound,
    untested,
)
from checker.report import NOT_APPLICABLE, has_content
from checker.shown import LONG, shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.cases import Unread
    from checker.report import Item
    from checker.result import Result

KEYS = (
    *("serious", "serious_risk", "misconduct", "risk", "none", "open", "missing", "not_tested"),
)
COLUMNS = (
    Column("area", "Verksamhet"),
    *(
        Column(key, name[:1].upper() + name[1:], number=True)
        for key, name in zip(KEYS, ASSESSMENTS, strict=True)
    ),
    Column("total", "Totalt", number=True),
)
UNIT = (
    "Här räknas de ärenden som står i rapportens lista, aldrig rapporter eller händelser. Ett "
    "ärende som pågår kan stå i flera års rapporter, så olika rapporter läggs inte ihop."
)
RENAMED = "{antal} är tryckta som ”risk för missförhållande”, som mallen läser som påtaglig risk."
SELECTION = "{var}: listan är ett urval (visar_delar), så det kan finnas fler ärenden."
NONE_LISTED = "{var}: inga ärenden är listade."
STATED = "{var}: rapporten anger {angivet} ärenden, men i listan står {antal}."


def sums(cases: list[Case | Unread], result: Result) -> Table:
    """The cases of each report by area and assessment, with totals."""
    several = are_several(result)
    by_file: dict[str, list[Case | Unread]] = {one.file: [] for one in result.reports}
    for case in cases:
        by_file.setdefault(case.file, []).append(case)
    rows: list[Row] = []
    for file, own in by_file.items():
        if own and several:
            rows.append(Row((Cell(shown(file, LONG)),), "group"))
        rows += _rows(own)
    notes = (UNIT, *_notes(cases, result))
    title = "Lex Sarah-ärenden efter verksamhet och bedömning"
    return Table("lex_sarah_sums", title, COLUMNS, tuple(rows), notes)


def _rows(cases: list[Case | Unread]) -> Iterator[Row]:
    """A row for each area, one for what could not be read, and the sum."""
    found: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for case in cases:
        if isinstance(case, Case):
            name = case.area or MISSING
            names.setdefault(normal(name), name)
            found.setdefault(normal(name), Counter())[case.assessment] += 1
    for key in sorted(found, key=lambda key: key == MISSING):
        yield Row((area_cell(names[key]), *_counts(found[key])))
    unread = [case for case in cases if not isinstance(case, Case)]
    for one in unread:
        blank = untested(one.place)
        yield Row((area_cell(one.area, one.place), *[blank] * (len(COLUMNS) - 1)))
    if cases:
        whole = sum(found.values(), Counter[str]())
        at_least = "minst " if unread else ""
        yield Row((Cell("Totalt"), *_counts(whole, at_least)), "sum")


def _counts(found: Counter[str], before: str = "") -> tuple[Cell, ...]:
    counts = (*(found[name] for name in ASSESSMENTS), found.total())
    return tuple(Cell(f"{before}{swedish(count)}") for count in counts)


def _notes(cases: list[Case | Unread], result: Result) -> Iterator[str]:
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
