"""No personal identity number comes out of a page, whatever place holds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from checker.output.forms import Manner, form
from checker.verdict import Exit
from tests.forms.drawn import html, lines, markdown
from tests.forms.filled import filled

if TYPE_CHECKING:
    from checker.result import Result

BIRTH, LAST = "64" + "0823", "32" + "34"
NUMBERS = [
    f"{BIRTH}-{LAST}",
    f"19{BIRTH}{LAST}",
    f"{BIRTH}\u00a0\u2013 {LAST}",
    f"{BIRTH}\u200b{LAST}",
    f"{BIRTH}\n{LAST}",
    f"19{BIRTH[:2]}-{BIRTH[2:4]}-{BIRTH[4:]}-{LAST}",
]


@pytest.mark.parametrize("name", ["markdown", "html"])
@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("around", ["{}", "kund {} ringde", "<b>{}</b>", "@{}_"])
def test_no_number_comes_out_and_a_sign_stands_in_its_place(
    made_up: Result, name: str, number: str, around: str
) -> None:
    text = form(name, filled(made_up, around.replace("{}", number)), Manner(Exit.FINDINGS))
    drawn = lines(markdown(text) if name == "markdown" else html(text))
    for line in (*text.split("\n"), *drawn):
        assert BIRTH + LAST not in re.sub(r"\D", "", line)
    assert any("MMDD-XXXX" in line for line in drawn)
