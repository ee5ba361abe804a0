"""The list of checks: the name that a rule file uses, the function, its parameters, its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.checks import (
    agreement,
    alike,
    changes,
    chapters,
    citations,
    combination,
    counts,
    deadlines,
    disclosure,
    distributions,
    earlier,
    fields,
    followed,
    kept_apart,
    last_day,
    linked,
    margins,
    measures,
    none_reported,
    numbering,
    personal,
    presence,
    prose,
    references,
    repealed,
    rows,
    share_changes,
    shares,
    silence,
    sums,
    time,
    unique,
    whole_year,
    written,
    zeros,
)
from checker.checks.kinds import Builtin, Check, Where

if TYPE_CHECKING:
    from collections.abc import Callable

BUILTIN = "builtin"


def _check(run: Callable[..., Any], parameters: type, *words: str) -> Check:
    return Check(run, parameters, frozenset(words))


def _told_elsewhere(*_: object) -> tuple[()]:
    """What reading finds is told by the reader; its rule only words it."""
    return ()


_MARGIN = ("tabell", "kolumn", "totalt", "summa", "skillnad")
_SHARE = ("procent", "antal", "av", "rätt", "står", "omöjligt", "närmast")
_COUNTS = ("av", "varför", "färre", "förklaring")
_CHANGE = ("förändring", "nu", "förra")
_EARLIER = ("här", "där", "fil", "rad")

CHECKS: dict[str, Check] = {
    BUILTIN: _check(_told_elsewhere, Builtin),
    "part_present": _check(presence.part_present, presence.PartPresent, "del", "läge", "var"),
    "each_has": _check(fields.each_has, fields.EachHas, "vad", "fält"),
    "not_empty": _check(presence.not_empty, Where, "del"),
    "placeholder": _check(fields.placeholder, fields.Placeholder, "värde"),
    "value_among": _check(fields.value_among, fields.ValueAmong, "vad", "värde"),
    "table_total": _check(sums.table_total, sums.TableTotal, *_MARGIN),
    "row_within_total": _check(rows.row_within_total, Where, "rad", "antal", "totalt"),
    "multiple_rest": _check(sums.multiple_rest, Where, "summa", "totalt", "antal"),
    "row_limits": _check(rows.row_limits, rows.RowLimit, "rad", "antal", "gräns"),
    "two_way": _check(margins.two_way, Where, *_MARGIN),
    "subtotals": _check(sums.subtotals, Where, "rad", *_MARGIN),
    "tables_agree": _check(agreement.tables_agree, agreement.Told, "här", "där", "vad", "mot"),
    "earlier_rows": _check(agreement.earlier_rows, Where, "vad", "antal", "totalt"),
    "area_within_whole": _check(agreement.area_within_whole, Where, "här", "där"),
    "linked": _check(linked.linked, Where, "vad", "rätt"),
    "hidden": _check(disclosure.hidden, disclosure.Hidden, "vad", "hur", "värden"),
    "share": _check(shares.share, shares.Shares, *_SHARE),
    "distribution": _check(distributions.distribution, Where, "låg", "hög"),
    "distribution_counts": _check(
        distributions.distribution_counts, distributions.DistributionCounts, *_COUNTS
    ),
    "stated_count": _check(
        counts.stated_count, counts.StatedCount, "vad", "angivet", "antal", "slag"
    ),
    "balance": _check(counts.balance, counts.Balance, "vänster", "höger", "in", "ut"),
    "area_rows": _check(counts.area_rows, Where, "område", "här", "där"),
    "change_of_total": _check(changes.change_of_total, changes.Changes, *_CHANGE, "rätt"),
    "change_of_share": _check(share_changes.change_of_share, changes.Changes, *_CHANGE, "rätt"),
    "points_of_count": _check(changes.points_of_count, Where, "förändring"),
    "change_without_figures": _check(
        changes.change_without_figures, changes.MissingFigures, "förändring", "del", "vilket"
    ),
    "change_since_report": _check(
        changes.change_since_report, changes.Changes, *_CHANGE, "rätt", "fil", "rad"
    ),
    "total_before": _check(earlier.total_before, Where, *_EARLIER),
    "rows_before": _check(earlier.rows_before, Where, *_EARLIER, "kategori"),
    "share_before": _check(earlier.share_before, Where, *_EARLIER),
    "pending_before": _check(earlier.pending_before, Where, *_EARLIER),
    "plans_followed_up": _check(followed.plans_followed_up, Where, "nr", "fil"),
    "planned_before": _check(followed.planned_before, Where, "nr", "fil", "finns"),
    "cases_kept": _check(followed.cases_kept, Where, "nr", "fil"),
    "only_one": _check(followed.only_one, Where, "filer"),
    "part_answers": _check(presence.part_answers, fields.EachHas, "vad", "fält"),
    "follow_up": _check(followed.follow_up, followed.FollowUp, "läge", "fil", "planerade"),
    "taken_up": _check(measures.taken_up, measures.TakenUp, "fält", "värde"),
    "same_text": _check(alike.same_text, alike.SameText, "här", "där"),
    "same_as_before": _check(alike.same_as_before, alike.SameAsBefore, "vad", "fil", "rad"),
    "template_text": _check(alike.template_text, alike.TemplateText, "vad"),
    "deadline": _check(last_day.deadline, last_day.Deadline, "datum", "gräns"),
    "all_zero": _check(zeros.all_zero, zeros.AllZero, "vad"),
    "date_order": _check(time.date_order, time.DateOrder, "senare", "tidigare", "sen", "tid"),
    "latest_year": _check(time.latest_year, Where, "år", "period"),
    "in_period": _check(time.in_period, time.InPeriod, "vad", "nr", "fält", "datum", "period"),
    "unique": _check(unique.unique, unique.Unique, "namn"),
    "reference": _check(references.reference, references.Reference, "nr", "förslag", "sist"),
    "within_months": _check(
        deadlines.within_months, deadlines.WithinMonths, "vad", "sen", "tid", "senast"
    ),
    "before_report": _check(
        written.before_report, written.BeforeReport, "vad", "datum", "sen", "rapport"
    ),
    "whole_year": _check(whole_year.whole_year, whole_year.WholeYear, "längd", "period"),
    "not_silent": _check(silence.not_silent, silence.NotSilent, "var"),
    "kept_apart": _check(kept_apart.kept_apart, kept_apart.KeptApart, "namn"),
    "none_reported": _check(none_reported.none_reported, none_reported.NoneReported),
    "personal_detail": _check(personal.personal_detail, personal.PersonalDetail, "del"),
    "combination": _check(combination.combination, combination.Combination, "vad", "uppgifter"),
    "number_reference": Check(
        prose.number_reference,
        prose.References,
        frozenset({"hänvisning", "fattas", "var", "står", "förslag"}),
        prose.referring,
    ),
    "share_in_text": Check(
        prose.share_in_text, prose.StatedShares, frozenset(_SHARE), prose.stating
    ),
    "moved_citation": Check(
        citations.moved_citation,
        citations.MovedCitation,
        frozenset({"citat", "rätt"}),
        citations.citing,
    ),
    "repealed_act": Check(
        repealed.repealed_act, repealed.RepealedAct, frozenset({"citat"}), citations.citing
    ),
    "numbering": Check(
        numbering.numbering, numbering.Numbering, frozenset({"citat", "rätt"}), citations.citing
    ),
    "no_such_chapter": Check(
        chapters.no_such_chapter,
        chapters.Chapters,
        frozenset({"citat", "akt", "har"}),
        citations.citing,
    ),
}
