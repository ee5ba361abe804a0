"""Which lex Sarah cases come first: the serious, the oldest open, the rest by date."""

from __future__ import annotations

from datetime import date

from checker.extract import OPEN
from checker.overview.cases import ENDS, SERIOUS, Case, Unread
from checker.overview.reading import UNTESTED


def in_order(cases: list[Case | Unread]) -> list[Case | Unread]:
    """The serious ones, what may be serious but cannot be read, the oldest open, the rest."""
    return sorted(cases, key=_urgency)


def _urgency(case: Case | Unread) -> tuple[int, date, date]:
    if isinstance(case, Unread):
        return 1, date.max, date.max
    ranks = {**dict.fromkeys(SERIOUS, 0), UNTESTED: 1, OPEN: 2}
    dates = filter(None, (case.date(name) for name in ("inkom", *ENDS)))
    when = next(dates, None)
    rank = ranks.get(case.assessment, 3)
    return (rank, when.first, when.last) if when else (rank, date.max, date.max)
