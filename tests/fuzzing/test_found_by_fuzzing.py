"""What the fuzzer has found, each as the smallest input that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
