"""The escapes of YAML's double quotes stand for the characters that the specification gives.

Source: YAML 1.2.2, 5.7, "Escaped Characters"; what nobody sees is nothing here.
"""

from __future__ import annotations

import pytest

from checker.privacy.escapes import ESCAPE, meant
from checker.privacy.masking import concealed


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\x41", "A"),
        (r"\xe5", "å"),
        (r"\u00E5", "å"),
        (r"\U0001f600", "😀"),
        (r"\U0010FFFF", "\U0010ffff"),
        (r"\U00110000", ""),
        (r"\UFFFFFFFF", ""),
        (r"a\tb", "a b"),
        (r"a\_b", "a b"),
        (r"a\nb\rc\Nd\Le\Pf", "a\nb\nc\nd\ne\nf"),
        (r"\0\a\b\e\f\v", ""),
        ("a\\ b", "ab"),
        ("a\\\n \t b", "ab"),
        (r"\x4", r"\x4"),
        (r"\q\\", r"\q\\"),
    ],
)
def test_an_escape_is_read_as_what_it_stands_for(written: str, read: str) -> None:
    assert ESCAPE.sub(meant, written) == read


def test_what_an_escaped_line_break_parts_is_hidden_on_both_lines() -> None:
    lines = ["x", "ring 070-174 \\", "  06 05 i dag", "y"]
    assert [concealed(lines, at) for at in range(4)] == ["x", "ring [dolt]", "[dolt] i dag", "y"]
