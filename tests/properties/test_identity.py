"""Fingerprints stay, rules are narrowed and findings excused, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.document.model import Span
from checker.document.reader import read_document
from checker.edition import ALONE
from checker.engine import judge_among, read_report
from checker.exceptions.model import Excuses, Waiver, place_of
from checker.exceptions.reading import not_excusable
from fuzz.strategies import broken_files, broken_trees, files, hostile_files, trees
from fuzz.writing import PLAIN, any_style, written
from tests.properties.judging import catalogue, judged, plain, seeds, shipped, told, told_at

if TYPE_CHECKING:
    from checker.result import ReportResult

some = settings(derandomize=True, max_examples=20)
any_file = st.one_of(files, broken_files, hostile_files, shipped)
any_tree = st.one_of(trees, broken_trees)
RULES = [one.rule.id for one in catalogue().checking]


def prints(report: ReportResult) -> dict[tuple[Any, ...], str]:
    return {(one.rule, one.route, one.message): one.fingerprint for one in report.findings}


@some
@given(any_file)
def test_no_two_findings_of_a_report_have_one_fingerprint(content: bytes) -> None:
    found = [one.fingerprint for one in judged(content).findings]
    assert len(set(found)) == len(found)


@some
@given(any_tree, seeds)
def test_fingerprints_stay_when_the_file_is_laid_out_anew(
    tree: dict[str, Any], random: Random
) -> None:
    style = replace(any_style(random), shuffled=False)
    before, after = prints(judged(plain(tree))), prints(judged(written(tree, random, style)))
    assert {key: after[key] for key in before if key in after} == {
        key: before[key] for key in before if key in after
    }
    assert before or not after


@some
@given(any_tree, seeds)
def test_fingerprints_stay_when_another_part_is_put_before(
    tree: dict[str, Any], random: Random
) -> None:
    assume("avsnitt" not in tree)
    section = {"rubrik": "Ny", "text": "Något nytt."}
    after = prints(judged(plain({"avsnitt": [section], **tree})))
    before = prints(judged(plain(tree)))
    assert {key: after.get(key) for key in before} == before
    del random


@some
@given(any_file, st.sampled_from(RULES))
def test_one_rule_alone_finds_what_it_finds_among_all(content: bytes, rule: str) -> None:
    whole = judged(content)
    narrowed = catalogue().only((rule,))
    document = read_document(content, "rapport.yaml")
    alone, crashes = judge_among(read_report(document), narrowed, ALONE)
    assert crashes == ()
    assert told(alone) <= told(whole)
    assert {one for one in told(whole) if one[0] == rule} == {
        one for one in told(alone) if one[0] == rule
    }


@some
@given(any_file, seeds)
def test_what_is_found_and_what_is_excused_are_what_is_found_without_exceptions(
    content: bytes, random: Random
) -> None:
    whole = judged(content)
    waivers = {}
    for one in whole.findings:
        rule = next(each.rule for each in catalogue().bound if each.rule.id == one.rule)
        if whole.report and not not_excusable(rule) and random.random() < 0.5:
            place = place_of(whole.report.identity(one.route))
            why = ("skäl", "nämnden", None, "undantag.yaml", Span(1, 1, 1, 1), ())
            waivers[one.rule, place] = Waiver(one.rule, "rapport.yaml", place, *why)
    document = read_document(content, "rapport.yaml")
    excused, crashes = judge_among(read_report(document), catalogue(), ALONE, Excuses(waivers))
    assert crashes == ()
    waived = {(one.finding.rule, one.finding.route) for one in excused.waived}
    left = {(rule, route) for rule, _, _, route in told(excused)}
    assert left | waived == {(rule, route) for rule, _, _, route in told(whole)}
    assert not left & waived
    assert len(waived) >= len(waivers)
    assert all(one.until is None or one.until > date(2000, 1, 1) for one in excused.waived)


@some
@given(any_file)
def test_a_second_look_sees_the_same(content: bytes) -> None:
    assert told_at(judged(content)) == told_at(judged(content))


def test_the_plain_layout_is_what_the_other_layouts_are_compared_with() -> None:
    tree = {"format": "kvalitetsrapport/1", "ansvar": [{"roll": "a: b", "ansvar": "x\ny\n"}]}
    content = written(tree, Random(0), PLAIN)
    assert content.decode() == (
        "format: kvalitetsrapport/1\nansvar:\n  - roll: 'a: b'\n    ansvar: |\n      x\n      y\n"
    )
    assert read_document(content, "rapport.yaml").data == tree
