"""What is found depends on what a report says, not on how the file is laid out."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document.reader import read_document
from fuzz.strategies import broken_files, broken_trees, files, hostile_files, trees
from fuzz.writing import PLAIN, Style, any_style, written
from tests.properties.judging import judged, places, plain, seeds, shipped, told, told_at

if TYPE_CHECKING:
    from random import Random

    from checker.result import ReportResult

some = settings(derandomize=True, max_examples=20)
any_file = st.one_of(files, broken_files, hostile_files, shipped)
STYLES = {
    "indentation": Style(indent=5),
    "dashes beside the key": Style(dashed=False),
    "brackets and braces": Style(flow=1),
    "single quotes": Style(quotes="'"),
    "double quotes": Style(quotes='"'),
    "comments": Style(comments=0.5),
    "empty lines": Style(blanks=0.5),
    "spaces at the ends of lines": Style(trailing=0.5),
}


def data_of(content: bytes) -> dict[str, Any]:
    data: dict[str, Any] | None = read_document(content, "rapport.yaml").data
    assert data is not None
    return data


MISPLACED = {"FORM115", "FORM116"}  # a mapping for a text, by braces or by a colon in it


def found(report: ReportResult) -> set[tuple[Any, ...]]:
    """What is told, where every mapping that stands for a text is of the wrong kind, FORM103.

    How it came about can only be seen from how it is written: that is what the others advise on.
    """
    return {("FORM103" if rule in MISPLACED else rule, *rest) for rule, *rest in told(report)}


any_tree = st.one_of(trees, broken_trees, shipped.map(data_of))


@some
@given(any_file)
def test_line_ends_change_nothing(content: bytes) -> None:
    text = content.replace(b"\r\n", b"\n")
    assert told_at(judged(text.replace(b"\n", b"\r\n"))) == told_at(judged(text))


@some
@given(any_file)
def test_a_byte_order_mark_changes_nothing(content: bytes) -> None:
    text = content.removeprefix(b"\xef\xbb\xbf")
    assert told_at(judged(b"\xef\xbb\xbf" + text)) == told_at(judged(text))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@some
@given(tree=any_tree, random=seeds)
def test_the_same_data_in_another_layout_gets_the_same_findings(
    style: Style, tree: dict[str, Any], random: Random
) -> None:
    assert found(judged(written(tree, random, style))) == found(judged(plain(tree)))


@some
@given(any_tree, seeds)
def test_all_layouts_at_once_change_no_finding_and_no_verdict(
    tree: dict[str, Any], random: Random
) -> None:
    style = replace(any_style(random), shuffled=False)
    dressed, bare = judged(written(tree, random, style)), judged(plain(tree))
    assert found(dressed) == found(bare)
    assert dressed.verdict is bare.verdict


@some
@given(any_tree, seeds)
def test_the_order_of_the_keys_changes_no_finding_and_no_verdict(
    tree: dict[str, Any], random: Random
) -> None:
    shuffled = judged(written(tree, random, replace(PLAIN, shuffled=True)))
    in_order = judged(plain(tree))
    assert told(shuffled) == told(in_order)
    assert shuffled.verdict is in_order.verdict


@some
@given(st.one_of(files, broken_files, shipped))
def test_letters_with_their_marks_apart_are_the_same_letters(content: bytes) -> None:
    apart = unicodedata.normalize("NFD", content.decode()).encode()
    whole = unicodedata.normalize("NFC", content.decode()).encode()
    assert told_at(judged(apart)) == told_at(judged(whole))


def moved(report: ReportResult, lines: int) -> list[tuple[Any, ...]]:
    return [
        (one.rule, one.span.line + lines, *(other.span.line + lines for other in one.related))
        for one in report.findings
    ]


@some
@given(any_file, st.integers(1, 9))
def test_comment_lines_above_move_every_finding_by_as_many_lines(content: bytes, many: int) -> None:
    text = content.removeprefix(b"\xef\xbb\xbf")
    below = judged(b"# not\n" * many + text)
    above = judged(text)
    if above.document.lines and above.document.readable:
        assert moved(below, 0) == moved(above, many)
        assert [one.span.line for one in below.not_run] == [
            one.span.line + many for one in above.not_run
        ]


@some
@given(st.one_of(files, broken_files, shipped))
def test_a_flagged_line_holds_the_key_or_the_value_that_the_finding_is_about(
    content: bytes,
) -> None:
    report = judged(content)
    document = report.document
    for finding in report.findings:
        (route, *_) = places(finding)
        if route in document.keys or route in document.values:
            span = finding.span
            spans = [store[route] for store in (document.keys, document.values) if route in store]
            assert any(one.line <= span.line <= one.end_line for one in spans), finding
