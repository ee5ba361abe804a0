"""What the kravöversikt rests on besides the default rules: changes, own rules and exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.overview.page import STATES, Cell, Column, Place, Row, State, Table
from checker.overview.remarks import could_not_be_read
from checker.shown import LONG, shown
from checker.text import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.catalog import Catalogue
    from checker.finding import Finding
    from checker.result import ReportResult, Result, Waived
    from checker.rule import Rule
    from checker.ruleset.model import Deviation, Ruleset

CHANGES, OWN, EXCEPTIONS = "Avsteg från standardreglerna", "Egna regler", "Undantag"
RULE, MATTER = Column("rule", "Regel"), Column("title", "Gäller")
REASON, WHERE = Column("reason", "Skäl"), Column("where", "Står i")
OF_CHANGES = (RULE, MATTER, Column("change", "Avsteg"), REASON, WHERE)
OF_OWN = (RULE, MATTER, Column("report", "Rapport"), Column("outcome", "Utfall"))
OF_EXCEPTIONS = (
    *(Column("report", "Rapport"), RULE, Column("finding", "Påpekande")),
    *(REASON, Column("decided_by", "Beslutat av"), Column("until", "Till"), WHERE),
)
UNTESTED = Cell(STATES[State.NOT_TESTED], State.NOT_TESTED)


def note(result: Result) -> Iterator[str]:
    """One sentence for the top of the page; nothing where the default rules alone are used."""
    ruleset, waived = result.ruleset, len(result.waived)
    told = []
    if ruleset.deviations:
        told.append(f"{len(ruleset.deviations)} avsteg från standardreglerna")
    if ruleset.own:
        told.append(counted(len(ruleset.own), "egen regel", "egna regler"))
    if waived:
        told.append(counted(waived, "undantag", "undantag"))
    by = f"Bedömt enligt {ruleset.file}" if ruleset.file else "Bedömt enligt standardreglerna"
    if told:
        yield f"{by}, med {listed(told)}. De står i tabeller nedan."
    elif ruleset.file:
        yield f"{by}, utan avsteg från standardreglerna."


def departures(result: Result, catalogue: Catalogue) -> Iterator[Table]:
    """A table of each kind that there is anything of.

    Args:
        result: of the run.
        catalogue: the rules of the run, the municipality's own among them.
    """
    ruleset = result.ruleset
    if ruleset.deviations:
        rows = tuple(_change(one, ruleset) for one in ruleset.deviations)
        yield Table("deviations", CHANGES, OF_CHANGES, rows)
    if ruleset.own:
        own = [one.rule for one in catalogue.bound if one.rule.id in ruleset.own]
        rows = tuple(
            _own(rule, report, result, catalogue) for rule in own for report in _all(result)
        )
        yield Table("own_rules", OWN, OF_OWN, rows)
    if result.waived:
        rows = tuple(_exception(one) for one in result.waived)
        yield Table("exceptions", EXCEPTIONS, OF_EXCEPTIONS, rows)


def _change(one: Deviation, ruleset: Ruleset) -> Row:
    place = Place(ruleset.file, one.line)
    told = (Cell(one.words), Cell(one.reason), _stands_in(place))
    return Row((Cell(one.rule), Cell(shown(one.title, LONG)), *told))


def _exception(one: Waived) -> Row:
    found = one.finding
    places = (Place(found.file, found.span.line, found.route),)
    return Row(
        (
            Cell(shown(found.file, LONG)),
            Cell(found.rule),
            Cell(shown(found.message, LONG), places=places),
            Cell(one.reason),
            Cell(one.decided_by),
            Cell(one.until.isoformat() if one.until else "utan sista dag"),
            _stands_in(Place(one.file, one.span.line)),
        )
    )


def _all(result: Result) -> Iterable[ReportResult | None]:
    """The reports; none at all still leaves each rule its row."""
    return result.reports or (None,)


def _own(rule: Rule, report: ReportResult | None, result: Result, catalogue: Catalogue) -> Row:
    lead = (Cell(rule.id), Cell(shown(rule.title, LONG)))
    if report is None:
        return Row((*lead, Cell("ingen rapport"), UNTESTED))
    return Row((*lead, Cell(shown(report.file, LONG)), _outcome(rule, report, result, catalogue)))


def _outcome(rule: Rule, report: ReportResult, result: Result, catalogue: Catalogue) -> Cell:
    """What a rule has to say of a report; that it says nothing is told too."""
    if rule.id in catalogue.off:
        return Cell("avstängd")
    if rule.opt_in:
        return Cell("tillval som inte är påslaget")
    if not report.judged or rule.id in result.broken_rules(report):
        return UNTESTED
    found = _places(one for one in report.findings if one.rule == rule.id)
    excused = _places(one.finding for one in report.waived if one.finding.rule == rule.id)
    stopped = any(one.rule == rule.id and could_not_be_read(one) for one in report.not_run)
    told = [counted(len(found), "påpekande", "påpekanden")] if found else []
    told += [counted(len(excused), "undantag", "undantag")] if excused else []
    told += ["kunde inte köras överallt"] if stopped else []
    if not told:
        idle = rule.id in report.not_applicable
        told = ["hade inget att gälla" if idle else "inga påpekanden"]
    return Cell(" · ".join(told), places=(*found, *excused))


def _places(findings: Iterable[Finding]) -> tuple[Place, ...]:
    return tuple(place for one in findings for place in _places_of(one))


def _places_of(one: Finding) -> Iterator[Place]:
    yield Place(one.file, one.span.line, one.route)
    for other in one.related[len(one.related) - (one.places - 1) :]:
        yield Place(other.file, other.span.line, other.route)


def _stands_in(place: Place) -> Cell:
    """The line of a file of settings, by the file's name: the table is about other files."""
    return Cell(f"{shown(place.file, LONG)} rad {place.line}", places=(place,))
