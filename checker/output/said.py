"""What the forms for people say of a result, in words, before each of them draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.finding import Severity
from checker.output import words
from checker.output.framing import MOST_RELATED
from checker.shown import LONG, shown
from checker.text import counted
from checker.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.finding import Finding, Related
    from checker.output.lines import Style
    from checker.result import NotRun, NotTestable, ReportResult, Result, Waived
    from checker.ruleset.model import Deviation, Ruleset

MOST_ROWS = 15
MOST = 100  # findings, exceptions or reasons of a report; more nobody reads, but all are counted
SAID = 200  # of what an excused finding says
NOT_TESTED = "Kunde inte kontrolleras"
FOR_PEOPLE = "Det här kan bara en människa bedöma"


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one weight."""

    title: str
    style: Style
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be judged at all.

    Attributes:
        file: which, where the words do not name it.
    """

    file: str
    words: str


def fit(text: str, most: int) -> str:
    """A text on one line, safe to be shown; a form must be safe whatever it is given."""
    return shown(" ".join(text.split()), most)


def groups(report: ReportResult) -> Iterator[Group]:
    """The findings of a report, the worst first: the one thing that matters must not drown."""
    for severity in Severity:
        found = [one for one in report.findings if one.severity is severity and not one.todo]
        if found:
            yield Group(words.HEADINGS[severity], words.STYLES[severity], tuple(found))
    if todos := tuple(one for one in report.findings if one.todo):
        yield Group("Att göra", "todo", todos)


def to_do_first(report: ReportResult) -> list[Group]:
    """The same, where what is only to be known can stand last and back."""
    return sorted(groups(report), key=lambda group: group.style == "info")


def more(number: int) -> str:
    """How many of a kind are left out; empty for none."""
    return f"{number} till visas inte här. Formen json har alla." if number > 0 else ""


def heading(report: ReportResult) -> str:
    """How a report names itself."""
    heading = report.heading
    period = f"{heading.period.first}–{heading.period.last}" if heading.period else ""
    parts = (heading.kommun, heading.board, heading.kind, period, heading.status)
    return " · ".join(part for part in parts if part)


def facts(report: ReportResult) -> Iterator[tuple[str, str]]:
    """What a verdict rests on, each under a word of its own."""
    if report.judged or report.findings:
        yield "Påpekanden", words.counts(report)
    if report.waived:
        many = counted(len(report.waived), "påpekande räknas", "påpekanden räknas")
        yield "Undantag", f"{many} inte, av skäl som står ovan"
    if not report.judged:
        return
    yield "Räknekontroll", words.arithmetic(report.arithmetic)
    compared = f"jämförd med {report.previous}" if report.previous else ""
    yield "Förra året", compared or f"inte jämförd: {report.not_compared}"
    skipped = len({one.rule for one in report.not_run})
    rules = f"{report.rules_run} körda · {len(report.not_applicable)} hade inget att gälla"
    yield "Regler", rules + (f" · {skipped} kunde inte köras överallt" if skipped else "")
    points = counted(len(report.points), "punkt", "punkter")
    yield "Människa", f"{points} kräver bedömning av en människa"


def untested(report: ReportResult) -> list[str]:
    """What was not tested and why, each reason once: silence would look like a pass."""
    told = [f"{reason} ({rows_in_words(rows)})" for reason, rows in _lines(report.not_testable)]
    return told + [f"{', '.join(rules)}: {reason}" for reason, rules in _rules(report.not_run)]


def _lines(untestable: Iterable[NotTestable]) -> Iterator[tuple[str, list[int]]]:
    reasons: dict[str, list[int]] = {}
    for one in untestable:
        reasons.setdefault(one.reason[:1].upper() + one.reason[1:], []).append(one.span.line)
    yield from reasons.items()


def _rules(skipped: Iterable[NotRun]) -> Iterator[tuple[str, Iterable[str]]]:
    reasons: dict[str, dict[str, None]] = {}
    for one in skipped:
        reasons.setdefault(one.reason, {})[one.rule] = None
    yield from reasons.items()


def rows_in_words(rows: Iterable[int]) -> str:
    """``rad 3, 7``; of many rows the first, and how many more: the page is read to the end."""
    each = sorted(set(rows))
    told = "rad " + ", ".join(map(str, each[:MOST_ROWS]))
    return f"{told} och {len(each) - MOST_ROWS} till" if len(each) > MOST_ROWS else told


def where(finding: Finding) -> str:
    """``rad 3 · avvikelser › totalt``; of what is about several places all lines."""
    others = finding.related[-(finding.places - 1) :] if finding.places > 1 else ()
    told = rows_in_words([finding.span.line, *(one.span.line for one in others)])
    # Of several places the words would name but one.
    return f"{told} · {finding.crumbs}" if finding.crumbs and finding.places == 1 else told


def beside(finding: Finding, related: Sequence[Related]) -> list[str]:
    """The first of some other places in words, and last how many more; empty for none.

    A place in the same file is told by its line.
    """
    told = []
    for one in related[:MOST_RELATED]:
        place = "" if one.file == finding.file else f"{one.file} "
        said = f": {shown(one.message, LONG)}" if one.message else ""
        told.append(f"{place}rad {one.span.line}{said}")
    more = len(related) - MOST_RELATED
    return [*told, f"och {counted(more, 'ställe', 'ställen')} till" if more > 0 else ""]


def elsewhere(finding: Finding) -> list[Related]:
    """The places in other files, whose lines are not at hand."""
    return [one for one in finding.related if one.file != finding.file]


def excused(one: Waived) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Where a finding stands that an exception excuses; what it says, why, and who decided."""
    finding = one.finding
    place = f"{finding.rule} · rad {finding.span.line} · {finding.crumbs or 'rapporten'}"
    until = f"till {one.until}" if one.until else "utan sista dag"
    return place, (
        ("Påpekandet", shown(finding.message, SAID)),
        ("Skäl", one.reason),
        ("Beslutat av", f"{one.decided_by}, {until} ({one.file} rad {one.span.line})"),
    )


def deviation(one: Deviation, ruleset: Ruleset) -> tuple[str, str]:
    """What a ruleset makes of a rule, and why."""
    reason = f"Skäl: {one.reason} ({ruleset.file} rad {one.line})"
    return f"{one.rule} ({shown(one.title)}): {one.words}.", reason


def troubles(result: Result) -> Iterator[Trouble]:
    """What could not be judged, and what went wrong on the way."""
    for refused in result.refused:
        yield Trouble(refused.file, refused.reason)
    for crash in result.crashes:
        yield Trouble("", f"{crash.told} Det som hann hittas visas.")
    for given_up in result.given_up:
        yield Trouble("", f"{given_up.told} {given_up.remedy}")


def nothing(result: Result) -> str:
    """Why there is no report; empty where there is something to tell."""
    if result.reports or result.refused or result.partial:
        return ""
    if result.narrowed and result.narrowed.left_out:
        return f"{result.narrowed.nothing}, så ingen kontrollerades."
    if not result.paths:
        return "Här finns ingen mapp reports_yaml. Ange den fil eller mapp som ska kontrolleras."
    paths = shown(", ".join(result.paths), LONG)
    return f"Ingen rapport att kontrollera: {paths} har inga filer som slutar på .yaml eller .yml."


def questions(result: Result) -> list[str]:
    """The questions that no machine can answer, each once."""
    return list(dict.fromkeys(point.question for one in result.reports for point in one.points))


def rests_on(result: Result) -> list[str]:
    """What the verdict is about and by which rules, for the last lines of a text."""
    return [*([result.narrowed.words] if result.narrowed else []), _rules_used(result)]


def _rules_used(result: Result) -> str:
    ruleset = result.ruleset
    # A municipality's own rules are among them.
    rules = f"{result.rules} regler" if ruleset.own else f"standardreglerna ({result.rules})"
    rules = f"bara {', '.join(result.only)}" if result.only else rules
    parts = [f"Kvalitetskoll {result.version}"]
    parts.append(f"{rules} enligt {ruleset.file}" if ruleset.file else rules)
    parts += [counted(len(ruleset.own), "egen regel", "egna regler")] if ruleset.own else []
    parts += [f"{len(ruleset.deviations) or 'inga'} avsteg"]
    parts.append(f"{len(result.waived) or 'inga'} undantag")
    parts += ["alla rapporter lästa som färdiga"] if result.final else []
    return " · ".join(parts)


def verdict(result: Result) -> tuple[str, str]:
    """The verdict for a heading, and the sentences after it."""
    head, _, tail = result.verdict_text.partition(". ")
    return head, f"{tail}." if tail else ""


def worst_first(reports: Iterable[ReportResult]) -> list[ReportResult]:
    """The reports by verdict: what is left out of a long page is what matters least."""
    order = list(Verdict)
    return sorted(reports, key=lambda one: -order.index(one.verdict))
