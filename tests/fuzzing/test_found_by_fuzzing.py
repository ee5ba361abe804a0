"""What the fuzzer has found, each as the smallest input that shows it."""

from __future__ import annotations

from checker.inputs import STDIN, Stdin
from checker.run import run

HEAD = "format: kvalitetsrapport/1\n"


def told(text: str) -> list[tuple[str, int]]:
    """The errors of shape, each with its line; nothing may break down."""
    result = run([STDIN], stdin=Stdin("rapport.yaml", (HEAD + text).encode()))
    assert result.crashes == ()
    return [(one.rule, one.span.line) for one in result.findings if one.rule.startswith("FORM")]


def test_a_list_where_a_table_says_what_a_dash_means_is_told() -> None:
    text = "avvikelser:\n  per_status:\n    streck_betyder: [noll]\n"
    assert told(text) == [("FORM104", 4)]
