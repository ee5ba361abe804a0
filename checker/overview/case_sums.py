"""Lex Sarah cases counted by area and assessment, for each report by itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.arithmetic.numerals import swedish
from checker.overview.case_notes import notes_of
from checker.overview.cases import ASSESSMENTS, Case
from checker.overview.hidden import are_several
from checker.overview.page import MISSING, Cell, Column, Row, Table
from checker.overview.reading import area_cell, untested
from checker.shown import LONG, shown
from checker.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.overview.cases import Unread
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
    notes = (UNIT, *notes_of(cases, result))
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
