"""What the fuzzer has found, each as the smallest input that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.document.model import Span
from checker.document.reader import read_document
from checker.inputs import STDIN, Stdin
from checker.run import run

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "format: kvalitetsrapport/1\n"


def told(text: str) -> list[tuple[str, int]]:
    """The errors of shape, each with its line; nothing may break down."""
    result = run([STDIN], stdin=Stdin("rapport.yaml", (HEAD + text).encode()))
    assert result.crashes == ()
    return [(one.rule, one.span.line) for one in result.findings if one.rule.startswith("FORM")]


def test_a_list_where_a_table_says_what_a_dash_means_is_told() -> None:
    text = "avvikelser:\n  per_status:\n    streck_betyder: [noll]\n"
    assert told(text) == [("FORM104", 4)]


def test_the_others_that_claim_to_be_the_same_report_are_told_in_the_order_of_their_names(
    tmp_path: Path,
) -> None:
    names = "  kommun: K\n  nämnd: N\n  period:\n    från: 2025-01-01\n    till: 2025-12-31\n"
    paths = [tmp_path / f"{letter}.yaml" for letter in "abc"]
    for path in paths:
        path.write_text(f"{HEAD}rapport:\n{names}", encoding="utf-8")
    a, b, c = map(str, paths)
    for order in ((a, b, c), (c, b, a), (b, c, a)):
        told = [one.message for one in run(order).findings if one.rule == "KORP001"]
        assert [f"{a} och {c}" in told[0], f"{a} och {b}" in told[1]] == [True, True]


def test_what_else_is_wrong_on_a_line_with_a_tab_is_told_at_its_own_column() -> None:
    text = "avsnitt:\n    - beröm\n  per_kategorno !t ö \ti:\n"
    faults = read_document(text.encode(), "rapport.yaml").faults
    column = text.split("\n")[2].index("i:") + 2
    assert [(one.code, one.span.line, one.span.column) for one in faults] == [
        ("tab", 3, column - 2),
        ("colon-in-text", 3, column),
    ]


def test_a_line_that_is_no_entry_is_told_whole_though_it_ends_in_a_tab() -> None:
    text = "a: x\nb:\n      analys: Nämnden måste\nö \t\n"
    faults = read_document(text.encode(), "rapport.yaml").faults
    assert [(one.code, one.span) for one in faults] == [
        ("line-without-key", Span(4, 1, 4, 2)),
        ("tab", Span(4, 3, 4, 4)),
    ]


@pytest.mark.parametrize("order", [("text: x", "fel: y"), ("fel: y", "text: x")])
def test_what_cannot_be_read_hides_no_content_that_stands_after_it(order: tuple[str, str]) -> None:
    text = f"riskanalys:\n  {order[0]}\n  {order[1]}\n"
    found = run([STDIN], stdin=Stdin("rapport.yaml", (HEAD + text).encode())).findings
    assert [one.span.line for one in found if one.rule == "DEL015"] == [2]
